//! Recordings: whatever the bytes, reading ends; what was read is written again, as long as it was, with its spans silent.
#![no_main]

use std::io::Cursor;

use abide_anonymize::sound::{
    Filling, Recognizer, Recording, Shape, SoundError, Spans, Stretch, Why, redact, survey,
};
use abide_calls::Document;
use abide_detect::Kind;

/// How many samples are looked at: a few bytes may stand for hours of silence.
const MOST: usize = 1 << 21;

struct Patience(usize);

impl Recognizer for Patience {
    fn hear(&mut self, _: &Shape, block: &[f64]) -> Result<(), SoundError> {
        self.0 += block.len();
        if self.0 < MOST { Ok(()) } else { Err(SoundError::Read(std::io::ErrorKind::Other.into())) }
    }

    fn said(&mut self) -> Result<Document, SoundError> {
        Err(SoundError::Read(std::io::ErrorKind::Other.into()))
    }
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(survey) = survey(&mut Cursor::new(bytes), &mut Patience(0), &mut |_| ()) else { return };
    let times = 300..1_100;
    let mut stretches = vec![Stretch { times, channel: Some(0), why: Why::Said(Kind::Person) }];
    stretches.extend(survey.stretches());
    let spans = Spans::new(survey.shape.channels, &stretches);
    let mut wav = Vec::new();
    let source = &mut Cursor::new(bytes);
    redact(source, &survey, &spans, Filling::Silence, &mut wav, &mut |_| ()).unwrap();
    if survey.frames == 0 {
        return;
    }
    let source = &mut Cursor::new(&wav);
    let mut again = Recording::open(source).unwrap();
    assert_eq!(again.shape(), survey.shape);
    let (mut block, mut samples) = (Vec::new(), Vec::new());
    while again.next(&mut block).unwrap() {
        samples.extend_from_slice(&block);
    }
    assert_eq!(samples.len() as u64, survey.frames * survey.shape.channels as u64);
    let seconds = 2 * survey.shape.rate as usize;
    let first = samples.iter().step_by(survey.shape.channels).take(seconds);
    assert!(first.into_iter().all(|s| *s == 0.0));
});
