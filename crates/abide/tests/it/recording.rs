//! `abide anonymize recording` and recordings in vCons, on spoken calls whose words' times are known: each word is made by
//! a speech synthesizer and laid at its place. A recognizer of speech is asked before and after.

#![expect(
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "sound is made here, and what is skipped is told"
)]

use std::io::Cursor;
use std::ops::Range;
use std::path::Path;
use std::process::Command;

use data_encoding::BASE64URL_NOPAD;
use serde_json::{Value, json};

use super::{abide_in, root};

const RATE: u32 = 8_000;
/// Between two words, in samples.
const GAP: usize = 800;
/// Who says what; the second speaks in the second channel.
const CALL: [(&str, &str); 5] = [
    ("Agent", "good morning may I have your name please"),
    ("Customer", "yes my name is Olivia Flores"),
    ("Agent", "thank you and your phone number"),
    (
        "Customer",
        "my phone number is zero one seven one five five five one two three four thank you",
    ),
    ("Agent", "thank you have a nice day"),
];
const SECRETS: [&str; 11] =
    ["Olivia", "Flores", "zero", "one", "seven", "five", "two", "three", "four", "Bauer", "Anna"];

struct Spoken {
    /// Samples of the channels, one after the other for each moment.
    samples: Vec<i16>,
    /// Who, what, and the times of the words in samples.
    turns: Vec<(&'static str, Vec<Placed>)>,
}

/// A word and its samples.
type Placed = (&'static str, Range<usize>);

/// A call, spoken; `None` without the synthesizer.
fn spoken() -> Option<Spoken> {
    let (mut channels, mut turns) = ([Vec::new(), Vec::new()], Vec::new());
    for (speaker, text) in CALL {
        let mut words = Vec::new();
        for word in text.split(' ') {
            let sound = word_of(word)?;
            let start = channels[0].len() + GAP;
            let other = usize::from(speaker == "Agent");
            channels[1 - other].resize(start, 0);
            channels[1 - other].extend(&sound);
            words.push((word, start..start + sound.len()));
            let end = start + sound.len();
            // The other one breathes, so that a change would be seen.
            let breath = (channels[other].len()..end).map(|n| (n * n % 61) as i16 - 30);
            let breath: Vec<i16> = breath.collect();
            channels[other].extend(breath);
        }
        turns.push((speaker, words));
    }
    let samples = channels[0].iter().zip(&channels[1]).flat_map(|(a, b)| [*a, *b]).collect();
    Some(Spoken { samples, turns })
}

/// A word of eSpeak NG, with 8 000 samples a second.
fn word_of(word: &str) -> Option<Vec<i16>> {
    let args = ["-v", "en-us", "-s", "130", "-z", "--stdout", word];
    let Ok(done) = Command::new("espeak-ng").args(args).output() else {
        eprintln!("SKIPPED: no espeak-ng (apt-get install espeak-ng)");
        return None;
    };
    // Written to a pipe, its head does not know its length.
    let mut bytes = done.stdout;
    let length = u32::try_from(bytes.len() - 44).unwrap();
    bytes[40..44].copy_from_slice(&length.to_le_bytes());
    bytes[4..8].copy_from_slice(&(length + 36).to_le_bytes());
    let reader = hound::WavReader::new(Cursor::new(bytes)).unwrap();
    let step = f64::from(reader.spec().sample_rate) / f64::from(RATE);
    let all: Vec<i16> = reader.into_samples().map(Result::unwrap).collect();
    let count = (all.len() as f64 / step) as usize;
    let part = |n: usize| {
        let part = &all[(n as f64 * step) as usize..((n + 1) as f64 * step) as usize];
        (part.iter().map(|s| i32::from(*s)).sum::<i32>() / part.len() as i32) as i16
    };
    Some((0..count).map(part).collect())
}

impl Spoken {
    fn wav(&self) -> Vec<u8> {
        let spec = hound::WavSpec {
            channels: 2,
            sample_rate: RATE,
            bits_per_sample: 16,
            sample_format: hound::SampleFormat::Int,
        };
        let mut out = Cursor::new(Vec::new());
        let mut writer = hound::WavWriter::new(&mut out, spec).unwrap();
        self.samples.iter().for_each(|s| writer.write_sample(*s).unwrap());
        writer.finalize().unwrap();
        out.into_inner()
    }

    fn transcript(&self) -> Value {
        let seconds = |n: usize| n as f64 / f64::from(RATE);
        let turns = self.turns.iter().map(|(speaker, words)| {
            let text: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let (first, last) = (words.first().unwrap(), words.last().unwrap());
            let words = words.iter().map(|(word, at)| {
                json!({"word": word, "start": seconds(at.start), "end": seconds(at.end)})
            });
            json!({
                "speaker": speaker, "text": text.join(" "), "words": words.collect::<Vec<_>>(),
                "start": seconds(first.1.start), "end": seconds(last.1.end),
            })
        });
        json!({ "segments": turns.collect::<Vec<_>>() })
    }

    /// Where what must go is said.
    fn secrets(&self) -> Vec<Range<usize>> {
        let words = self.turns.iter().flat_map(|(_, words)| words);
        words.filter(|(word, _)| SECRETS.contains(word)).map(|(_, at)| at.clone()).collect()
    }

    /// What the second channel must have become: silence where it has to be, and nothing else changed but whole seconds.
    fn check(&self, new: &[i16]) {
        assert_eq!(new.len(), self.samples.len(), "the timeline stays");
        let channel = |all: &[i16], c: usize| -> Vec<i16> {
            all.iter().skip(c).step_by(2).copied().collect()
        };
        assert!(channel(new, 0) == channel(&self.samples, 0), "the other channel stays");
        let (old, new) = (channel(&self.samples, 1), channel(new, 1));
        for at in self.secrets() {
            assert!(old[at.clone()].iter().any(|s| *s > 1_000), "something is said at {at:?}");
            assert!(new[at.clone()].iter().all(|s| *s == 0), "energy at {at:?}");
        }
        let seconds = old.chunks(RATE as usize).zip(new.chunks(RATE as usize));
        let (mut kept, mut gone) = (0, 0);
        for (old, new) in seconds {
            kept += usize::from(old == new);
            gone += usize::from(new.iter().all(|s| *s == 0) && old != new);
            assert!(old == new || new.iter().all(|s| *s == 0), "a second is whole");
        }
        assert!(kept > 5 && gone > 5, "{kept} {gone}");
    }
}

fn samples(bytes: &[u8]) -> Vec<i16> {
    hound::WavReader::new(Cursor::new(bytes)).unwrap().into_samples().map(Result::unwrap).collect()
}

fn folder(spoken: &Spoken) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    write("call.wav", &spoken.wav());
    write("call.json", spoken.transcript().to_string().as_bytes());
    write("call.vcon.json", vcon(spoken, true).to_string().as_bytes());
    write("outside.vcon.json", vcon(spoken, false).to_string().as_bytes());
    folder
}

fn vcon(spoken: &Spoken, inside: bool) -> Value {
    let mut dialog = json!({
        "type": "recording", "start": "2026-03-01T10:00:00Z", "parties": [0, 1], "mediatype": "audio/x-wav",
        "filename": "olivia.wav",
    });
    if inside {
        dialog["body"] = BASE64URL_NOPAD.encode(&spoken.wav()).into();
        dialog["encoding"] = "base64url".into();
    } else {
        dialog["url"] = "https://example.org/1.wav".into();
        dialog["content_hash"] = "sha512-x".into();
    }
    json!({
        "vcon": "0.4.0", "uuid": "11111111-2222-4333-8444-555555555555", "created_at": "2026-03-01T10:00:00Z",
        "parties": [{"name": "Agent", "role": "agent"}, {"name": "Customer", "tel": "+14155550123"}],
        "dialog": [dialog],
        "analysis": [{
            "type": "transcript", "dialog": 0, "vendor": "x", "encoding": "json", "body": spoken.transcript(),
        }],
    })
}

const CHANNELS: [&str; 4] = ["--channel", "Agent=1", "--channel", "customer=2"];

fn recording(folder: &Path, more: &[&str]) -> super::Run {
    let args = ["anonymize", "recording", "call.wav", "new.wav", "--transcript", "call.json"];
    abide_in(folder, &[&args[..], &CHANNELS[..], more].concat(), b"")
}

#[test]
fn a_spoken_call_loses_what_was_found() {
    let Some(spoken) = spoken() else { return };
    let folder = folder(&spoken);
    let run = recording(folder.path(), &["--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let figures: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(figures["found"], json!({"PERSON": 1, "PHONE": 1}), "{figures}");
    spoken.check(&samples(&std::fs::read(folder.path().join("new.wav")).unwrap()));
    let run = recording(folder.path(), &["--replace", "noise"]);
    assert!(run.code == 0 && run.out.contains("PERSON             1\n"), "{}", run.out);
}

#[cfg(unix)]
#[test]
fn a_program_may_recognize() {
    let Some(spoken) = spoken() else { return };
    let folder = folder(&spoken);
    // It takes the sound it is given to be a file of the right length, and knows what is said.
    let program = "#!/bin/sh\ntest $(wc -c < \"$2\") = $(wc -c < call.wav) && test \"$1\" = --json && cat call.json\n";
    std::fs::write(folder.path().join("hear"), program).unwrap();
    let run = |recognizer: &str| {
        let args = ["anonymize", "recording", "call.wav", "new.wav", "--recognizer", recognizer];
        abide_in(folder.path(), &[&args[..], &CHANNELS[..]].concat(), b"")
    };
    let done = run("sh hear --json {audio}");
    assert_eq!(done.code, 0, "{}", done.err);
    spoken.check(&samples(&std::fs::read(folder.path().join("new.wav")).unwrap()));
    let cases = [
        ("sh hear --text", "`sh` ended with exit status: 1"),
        ("true", "`true` printed no transcript"),
        ("no-such-program", "`no-such-program` cannot be run"),
    ];
    for (recognizer, want) in cases {
        let done = run(recognizer);
        assert!(done.code == 2 && done.err.contains(want), "{want}: {}", done.err);
    }
}

#[test]
fn a_recognizer_hears_no_number() {
    let (Some(spoken), Some(python)) = (spoken(), abide_tests::python("pocketsphinx")) else {
        return;
    };
    let folder = folder(&spoken);
    let secrets = spoken.secrets();
    let number = secrets[2].start - GAP..secrets.last().unwrap().end + GAP;
    let before = digits(&python, &folder.path().join("call.wav"), &number);
    assert!(before.len() >= 6, "it hears the number before: {before:?}");
    for replace in ["silence", "tone", "noise"] {
        let run = recording(folder.path(), &["--replace", replace]);
        assert_eq!(run.code, 0, "{}", run.err);
        let after = digits(&python, &folder.path().join("new.wav"), &number);
        // In a tone it takes for speech it may hear one word, whatever stood there.
        let most = usize::from(replace != "silence");
        assert!(after.len() <= most, "{replace}: {after:?}");
    }
}

#[test]
fn a_preview_writes_nothing_and_mistakes_are_told() {
    let Some(spoken) = spoken() else { return };
    let folder = folder(&spoken);
    let args = ["anonymize", "recording", "call.wav", "--transcript", "call.json", "--preview"];
    let run = abide_in(folder.path(), &args, b"");
    assert!(
        run.code == 0 && run.out.contains("PHONE") && !run.out.contains("Olivia"),
        "{}",
        run.out
    );
    assert!(!folder.path().join("new.wav").exists());
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("untimed.json", r#"[{"speaker": "Agent", "text": "I am Anna Bauer"}]"#);
    write(
        "late.json",
        r#"[{"speaker": "A", "text": "I am Anna Bauer", "start": 999, "end": 1000}]"#,
    );
    write("cut.wav", "RIFF");
    let cases = [
        (["call.wav", "untimed.json", "Agent=1"], "does not say when"),
        (["call.wav", "late.json", "A=1"], "do they belong together?"),
        (["call.wav", "call.json", "Agent=3"], "has 2 channels, not 3"),
        (["call.wav", "call.json", "Bob=1"], "nobody in `call.json` is called `Bob`"),
        (["call.json", "call.json", "Agent=1"], "no known sound"),
        (["cut.wav", "call.json", "Agent=1"], "no known sound"),
        (["none.wav", "call.json", "Agent=1"], "cannot open"),
    ];
    for ([sound, transcript, channel], want) in cases {
        let args = [
            "anonymize",
            "recording",
            sound,
            "x.wav",
            "--transcript",
            transcript,
            "--channel",
            channel,
        ];
        let run = abide_in(folder.path(), &args, b"");
        assert!(run.code == 2 && run.err.contains(want), "{want}: {}", run.err);
        assert!(!folder.path().join("x.wav").exists(), "nothing half written");
    }
}

#[test]
fn the_recording_in_a_vcon_is_redacted_with_its_transcript() {
    let Some(spoken) = spoken() else { return };
    let folder = folder(&spoken);
    let read = |name: &str| -> Value {
        serde_json::from_slice(&std::fs::read(folder.path().join(name)).unwrap()).unwrap()
    };
    for more in [
        &["call.vcon.json", "new.json"][..],
        &["outside.vcon.json", "new.json", "--audio", "call.wav"],
    ] {
        let run = abide_in(folder.path(), &[&["anonymize", "call"], more].concat(), b"");
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(run.err.contains("voices identify people"), "{}", run.err);
        let new = read("new.json");
        let dialog = &new["dialog"][0];
        let wav = BASE64URL_NOPAD.decode(dialog["body"].as_str().unwrap().as_bytes()).unwrap();
        spoken.check(&samples(&wav));
        assert_eq!(dialog["content_hash"], abide_calls::vcon::content_hash(&wav).as_str());
        assert_eq!(
            (&dialog["mediatype"], &dialog["encoding"]),
            (&"audio/x-wav".into(), &"base64url".into())
        );
        assert!(dialog.get("url").is_none() && dialog.get("filename").is_none());
        let report = new["analysis"][1]["body"].as_str().unwrap();
        let report: Value = serde_json::from_str(report).unwrap();
        let spoken = json!({"dialog": 0, "kind": "PHONE", "operator": "silence", "count": 1});
        assert!(report.as_array().unwrap().contains(&spoken), "{report}");
    }
}

#[test]
fn a_recording_that_cannot_be_redacted_is_left_out() {
    let Some(spoken) = spoken() else { return };
    let folder = folder(&spoken);
    let cases = [
        (&["outside.vcon.json"][..], "its recording is not inside"),
        (&["call.vcon.json", "--no-recordings"], "left out: 1 recordings"),
    ];
    for (more, want) in cases {
        let args = [&["anonymize", "call"], more, &["new.json"]].concat();
        let run = abide_in(folder.path(), &args, b"");
        assert!(run.code == 0 && run.err.contains(want), "{want}: {}", run.err);
        let new = std::fs::read_to_string(folder.path().join("new.json")).unwrap();
        let new: Value = serde_json::from_str(&new).unwrap();
        assert!(new["dialog"][0].get("body").is_none() && new["dialog"][0].get("url").is_none());
    }
    let mut untimed = vcon(&spoken, true);
    untimed["analysis"][0]["body"] = json!([{"speaker": "Agent", "text": "I am Anna Bauer"}]);
    std::fs::write(folder.path().join("u.vcon.json"), untimed.to_string()).unwrap();
    let run = abide_in(folder.path(), &["anonymize", "call", "u.vcon.json", "new.json"], b"");
    assert!(run.err.contains("no transcript says when"), "{}", run.err);
}

/// Hears digits in a part of the second channel of a recording with 8 000 samples a second.
const HEAR: &str = "
import sys, wave
from pocketsphinx import Decoder
with wave.open(sys.argv[1]) as w:
    data = memoryview(w.readframes(w.getnframes())).cast('h')[1::2].tolist()
data = data[int(sys.argv[2]):int(sys.argv[3])]
twice = [s for a, b in zip(data, data[1:] + [0]) for s in (a, (a + b) // 2)]
d = Decoder(samprate=16000, loglevel='FATAL', lm=None)
d.add_jsgf_string('d', '#JSGF V1.0; grammar d; public <d> = (zero|one|two|three|four|five|six|seven|eight|nine)+;')
d.activate_search('d')
d.start_utt()
d.process_raw(b''.join(s.to_bytes(2, 'little', signed=True) for s in twice), full_utt=True)
d.end_utt()
print(d.hyp().hypstr if d.hyp() else '')
";

fn digits(python: &str, wav: &Path, part: &Range<usize>) -> Vec<String> {
    let (wav, from, to) = (wav.display().to_string(), part.start.to_string(), part.end.to_string());
    let run = Command::new(python).args(["-c", HEAR, &wav, &from, &to]).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap().split_whitespace().map(str::to_owned).collect()
}

#[test]
fn every_command_of_the_manual_runs() {
    let folder = tempfile::tempdir().unwrap();
    let example = folder.path().join("examples/recordings");
    std::fs::create_dir_all(&example).unwrap();
    for name in ["call.mp3", "call.json"] {
        std::fs::copy(root().join("examples/recordings").join(name), example.join(name)).unwrap();
    }
    let transcript: Value =
        serde_json::from_slice(&std::fs::read(example.join("call.json")).unwrap()).unwrap();
    let call = json!({
        "vcon": "0.4.0", "uuid": "11111111-2222-4333-8444-555555555555", "created_at": "2026-03-01T10:00:00Z",
        "parties": [{"name": "Agent"}, {"name": "Customer"}],
        "dialog": [{"type": "recording", "start": "2026-03-01T10:00:00Z", "parties": [0, 1],
            "mediatype": "audio/x-wav", "url": "https://example.org/1.wav", "content_hash": "sha512-x"}],
        "analysis": [{"type": "transcript", "dialog": 0, "vendor": "x", "encoding": "json", "body": transcript}],
    });
    std::fs::write(folder.path().join("call.vcon.json"), call.to_string()).unwrap();
    let manual = std::fs::read_to_string(root().join("docs/anonymize-recordings.md")).unwrap();
    let (mut count, mut all) = (0, String::new());
    for block in manual.split("```sh\n").skip(1).map(|b| b.split("```").next().unwrap()) {
        for line in block.lines() {
            let args: Vec<&str> = line.strip_prefix("abide ").unwrap().split_whitespace().collect();
            let run = abide_in(folder.path(), &args, b"");
            assert_eq!(run.code, 0, "{line}: {}", run.err);
            all.push_str(&run.out);
            count += 1;
        }
    }
    assert!(count >= 6);
    for shown in manual.lines().filter_map(|line| line.strip_prefix("    ")) {
        assert!(all.contains(shown), "the manual shows `{shown}`");
    }
}
