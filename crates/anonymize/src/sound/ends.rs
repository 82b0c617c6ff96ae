//! Whether an MP3 file was cut off: its decoder does not say so.

use std::io::{Read, SeekFrom};

use super::{SoundError, Source};

/// What to do with a file that is not whole.
pub(crate) const BROKEN: &str = "fetch the whole file again, or convert it to WAV";
/// More than the longest frame of MP3 and the tags behind the last one, in bytes.
const FRAME: u64 = 8_192;

/// An MP3 file in which another frame begins behind the last whole one (it starts with eleven ones) is cut off.
pub(crate) fn check_mp3(
    source: &mut dyn Source,
    last: &[u8],
    seconds: f64,
) -> Result<(), SoundError> {
    if last.is_empty() {
        return Ok(());
    }
    let tail = tail(source, FRAME)?;
    let at = tail.windows(last.len()).rposition(|w| w == last);
    let rest = at.and_then(|at| tail.get(at + last.len()..)).unwrap_or_default();
    match rest {
        [0xff] => Err(SoundError::new("cut off", seconds, BROKEN)),
        [0xff, second, ..] if second & 0xe0 == 0xe0 => {
            Err(SoundError::new("cut off", seconds, BROKEN))
        }
        _ => Ok(()),
    }
}

fn tail(source: &mut dyn Source, most: u64) -> Result<Vec<u8>, SoundError> {
    let end = source.seek(SeekFrom::End(0)).map_err(SoundError::Read)?;
    let mut tail = Vec::new();
    source.seek(SeekFrom::Start(end.saturating_sub(most))).map_err(SoundError::Read)?;
    source.take(most).read_to_end(&mut tail).map_err(SoundError::Read)?;
    Ok(tail)
}
