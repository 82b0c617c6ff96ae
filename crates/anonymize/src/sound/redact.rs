//! A recording in two goes: first its length, its tones and whatever a recognizer hears, then the new recording.
//!
//! Only one block is in memory. The first go reads everything, so that nothing is written of a recording that cannot be
//! read to its end.

use std::io::Write;
use std::ops::Range;

use super::{
    Dtmf, Filling, Recognizer, Recording, Shape, SoundError, Source, Spans, Stretch, Why, ends, wav,
};

/// What the first go found.
#[derive(Clone, Debug)]
pub struct Survey {
    /// What the samples are.
    pub shape: Shape,
    /// How many frames there are.
    pub frames: u64,
    /// When keys were pressed, in frames, in any channel.
    pub keys: Vec<Range<u64>>,
}

impl Survey {
    /// The stretches of pressed keys. All channels lose them: the echo in another one says as much.
    #[must_use]
    pub fn stretches(&self) -> Vec<Stretch> {
        let millis = |frame: u64| frame * 1000 / u64::from(self.shape.rate);
        let each = self.keys.iter().map(|keys| Stretch {
            times: millis(keys.start)..millis(keys.end) + 1,
            channel: None,
            why: Why::Keys,
        });
        each.collect()
    }

    /// How long the recording is, in seconds.
    #[must_use]
    pub fn seconds(&self) -> f64 {
        self.frames as f64 / f64::from(self.shape.rate)
    }
}

/// Reads a recording to its end. `progress` is told how many seconds were read.
///
/// # Errors
/// As [`Recording::next`], and what the recognizer says.
pub fn survey(
    source: &mut dyn Source,
    recognizer: &mut dyn Recognizer,
    progress: &mut dyn FnMut(f64),
) -> Result<Survey, SoundError> {
    let mut recording = Recording::open(source)?;
    let shape = recording.shape();
    let mut listening = vec![Dtmf::new(shape.rate); shape.channels];
    let (mut frames, mut block) = (0, Vec::new());
    while recording.next(&mut block)? {
        for moment in block.chunks_exact(shape.channels) {
            listening.iter_mut().zip(moment).for_each(|(dtmf, sample)| dtmf.push(*sample));
        }
        recognizer.hear(&shape, &block)?;
        frames += (block.len() / shape.channels) as u64;
        progress(frames as f64 / f64::from(shape.rate));
    }
    let last = recording.into_last_packet();
    ends::check_mp3(source, &last, frames as f64 / f64::from(shape.rate))?;
    let tones = listening.into_iter().flat_map(Dtmf::finish);
    let mut keys: Vec<_> = tones.map(|tone| tone.frames).collect();
    keys.sort_by_key(|keys| keys.start);
    Ok(Survey { shape, frames, keys })
}

/// Writes the recording as WAV, with the spans replaced and every other sample as it was decoded.
///
/// # Errors
/// As [`Recording::next`], if the recording is not the surveyed one, is too long for WAV, or `out` fails.
pub fn redact(
    source: &mut dyn Source,
    survey: &Survey,
    spans: &Spans,
    filling: Filling,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(f64),
) -> Result<(), SoundError> {
    let mut recording = Recording::open(source)?;
    let shape = survey.shape;
    out.write_all(&wav::head(&shape, survey.frames)?).map_err(SoundError::Write)?;
    let (mut first, mut block, mut bytes) = (0, Vec::new(), Vec::new());
    while recording.next(&mut block)? {
        filling.replace(&mut block, first, &shape, spans);
        wav::encode(&block, shape.depth, &mut bytes);
        out.write_all(&bytes).map_err(SoundError::Write)?;
        first += (block.len() / shape.channels) as u64;
        progress(first as f64 / f64::from(shape.rate));
    }
    if first != survey.frames || recording.shape() != shape {
        let at = first as f64 / f64::from(shape.rate);
        return Err(SoundError::new("changed while it was read", at, "try again"));
    }
    out.write_all(wav::tail(&shape, first)).map_err(SoundError::Write)
}
