//! The files beside the database: recordings, transcripts as JSON Lines, conversations as vCon.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use crate::planted::Planted;
use crate::rows::{hotline, is_vcon, recording_path, transcript_path};
use crate::world::{Call, World, uid};
use crate::write;

/// Samples a second of a recording.
const RATE: u32 = 8_000;
/// Where they lie: a store of their own, in which there is nothing else.
const FOLDER: &str = "files";
/// How long one turn of a conversation takes, in seconds.
const TURN: u64 = 4;

/// A conversation: who says what, the agent if true.
type Talk = Vec<(bool, String)>;

/// Writes the files of all calls that have some.
///
/// # Errors
/// If a file cannot be written.
pub fn write_all(world: &World, planted: &Planted<'_>, out: &Path) -> Result<()> {
    let out = &out.join(FOLDER);
    for folder in ["recordings", "transcripts", "conversations"] {
        let folder = out.join(folder);
        std::fs::create_dir_all(&folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    for (call, talked) in &planted.talks {
        files(out, *call, &talked.started, &talked.lines)?;
    }
    for call in world.recorded() {
        files(out, call.id, &world.moment(call.started), &talk(world, &call))?;
    }
    Ok(())
}

fn files(out: &Path, call: u64, started: &str, talk: &Talk) -> Result<()> {
    write(&out.join(recording_path(call)), &tone(call))?;
    let text = if is_vcon(call) { vcon(call, started, talk) } else { lines(talk) };
    write(&out.join(transcript_path(call)), text.as_bytes())
}

/// What was said in a call.
fn talk(world: &World, call: &Call) -> Talk {
    let person = world.contact(call.contact);
    let said = person.words().talk.iter().enumerate();
    said.map(|(at, text)| (at % 2 == 0, person.fill(text))).collect()
}

const fn speaker(agent: bool) -> &'static str {
    if agent { "agent" } else { "caller" }
}

fn lines(talk: &Talk) -> String {
    let lines = (0..).zip(talk).map(|(at, (agent, text))| {
        let line = json!({"start": at * TURN, "end": at * TURN + 3, "speaker": speaker(*agent),
            "text": text});
        format!("{line}\n")
    });
    lines.collect()
}

/// A moment of the database, which is in UTC, as RFC 3339 writes it.
pub(crate) fn utc(moment: &str) -> String {
    format!("{}Z", moment.replace(' ', "T"))
}

/// A conversation by draft-ietf-vcon-vcon-core-04, section 4.
fn vcon(call: u64, started: &str, talk: &Talk) -> String {
    let start = utc(started);
    let dialog = talk.iter().map(|(agent, text)| {
        json!({"type": "text", "start": start, "parties": u64::from(!agent), "mediatype": "text/plain",
            "body": text, "encoding": "none"})
    });
    let dialog: Vec<_> = dialog.collect();
    let document = json!({
        "vcon": "0.4.0",
        "uuid": format!("018f0000-0000-8000-8000-{call:012x}"),
        "created_at": start,
        "subject": uid(call),
        "parties": [{"role": "agent", "tel": format!("tel:{}", hotline(1))}, {"role": "caller"}],
        "dialog": dialog,
    });
    format!("{document:#}\n")
}

/// A second of tone: a triangle of 16 bits, another pitch for each call.
fn tone(call: u64) -> Vec<u8> {
    let period = 16 + 2 * u32::try_from(call % 16).unwrap_or(0);
    let sample = |at: u32| {
        let (part, half) = (at % period, period / 2);
        let height = part.min(period - part);
        i16::try_from(height * 16_000 / half).unwrap_or(0) - 8_000
    };
    let bytes = RATE * 2;
    let mut out = Vec::with_capacity(44 + RATE as usize * 2);
    out.extend_from_slice(b"RIFF");
    out.extend_from_slice(&(36 + bytes).to_le_bytes());
    out.extend_from_slice(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    out.extend_from_slice(&RATE.to_le_bytes());
    out.extend_from_slice(&bytes.to_le_bytes());
    out.extend_from_slice(b"\x02\0\x10\0data");
    out.extend_from_slice(&bytes.to_le_bytes());
    out.extend((0..RATE).flat_map(|at| sample(at).to_le_bytes()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recordings_are_read_as_such() {
        let bytes = tone(7);
        let sound = hound::WavReader::new(bytes.as_slice()).unwrap();
        assert_eq!((sound.spec().sample_rate, sound.duration()), (RATE, RATE));
        let loudest = sound.into_samples::<i16>().map(|s| s.unwrap().abs()).max();
        assert_eq!(loudest, Some(8_000));
    }

    #[test]
    fn conversations_are_read_as_such() {
        let talk = vec![(true, "Guten Tag".to_owned()), (false, "Hier Anna".to_owned())];
        let source = vcon(5, "2026-01-02 03:04:05", &talk);
        let document =
            abide_calls::Document::read(abide_calls::Format::Vcon, source.as_bytes()).unwrap();
        let texts: Vec<_> = document.texts().iter().map(|t| t.text.to_string()).collect();
        assert!(texts.contains(&"Hier Anna".to_owned()), "{texts:?}");
    }
}
