//! Writing WAV (RIFF WAVE; Microsoft's "Multiple Channel Audio Data and WAVE Files" for the extensible form).
//!
//! How long the recording is must be known before, so that it can be written to anything that takes bytes.

use super::{Depth, Shape, SoundError, limits};

const PCM: u16 = 1;
const FLOAT: u16 = 3;
const EXTENSIBLE: u16 = 0xfffe;
/// What stands behind the code of a format in the extensible form.
const GUID: [u8; 14] = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71];

/// The head of a WAV file with so many frames.
///
/// # Errors
/// If the file would be longer than WAV can say (4 GiB).
pub fn head(shape: &Shape, frames: u64) -> Result<Vec<u8>, SoundError> {
    let bytes = u64::from(shape.depth.bytes());
    let align = bytes * shape.channels as u64;
    let data = frames.checked_mul(align).filter(|n| *n <= limits::BYTES);
    let Some(data) = data.and_then(|n| u32::try_from(n).ok()) else {
        let at = frames as f64 / f64::from(shape.rate);
        return Err(SoundError::new("longer than a WAV file can be (4 GiB)", at, "split it"));
    };
    let code = if shape.depth.is_float() { FLOAT } else { PCM };
    let extensible = shape.channels > 2 || shape.depth.bytes() > 2 && code == PCM;
    let mut format = Vec::new();
    let mut put = |bytes: &[u8]| format.extend_from_slice(bytes);
    put(&if extensible { EXTENSIBLE } else { code }.to_le_bytes());
    put(&u16::try_from(shape.channels).unwrap_or(u16::MAX).to_le_bytes());
    put(&shape.rate.to_le_bytes());
    put(&shape.rate.saturating_mul(u32::try_from(align).unwrap_or(u32::MAX)).to_le_bytes());
    put(&u16::try_from(align).unwrap_or(u16::MAX).to_le_bytes());
    put(&(shape.depth.bytes() * 8).to_le_bytes());
    if extensible {
        put(&22_u16.to_le_bytes());
        put(&(shape.depth.bytes() * 8).to_le_bytes());
        put(&speakers(shape.channels).to_le_bytes());
        put(&code.to_le_bytes());
        put(&GUID);
    } else if code == FLOAT {
        put(&0_u16.to_le_bytes());
    }
    let length = u32::try_from(format.len()).unwrap_or_default();
    let odd = data % 2;
    let mut out = Vec::new();
    for part in [
        &b"RIFF"[..],
        &(4 + 8 + length + 8 + data + odd).to_le_bytes(),
        b"WAVEfmt ",
        &length.to_le_bytes(),
        &format,
        b"data",
        &data.to_le_bytes(),
    ] {
        out.extend_from_slice(part);
    }
    Ok(out)
}

/// What stands after the samples: chunks have even lengths.
#[must_use]
pub fn tail(shape: &Shape, frames: u64) -> &'static [u8] {
    let odd = u64::from(shape.depth.bytes()) * shape.channels as u64 * frames % 2 == 1;
    if odd { &[0] } else { &[] }
}

/// A bit for each speaker, from the front left one on.
fn speakers(channels: usize) -> u32 {
    match channels {
        1 => 4,
        n => 1_u32.checked_shl(u32::try_from(n).unwrap_or(32)).map_or(u32::MAX, |bit| bit - 1),
    }
}

/// Samples as the bytes of a file.
pub fn encode(samples: &[f64], depth: Depth, out: &mut Vec<u8>) {
    out.clear();
    out.reserve(samples.len() * usize::from(depth.bytes()));
    match depth {
        Depth::Float64 => samples.iter().for_each(|s| out.extend_from_slice(&s.to_le_bytes())),
        #[expect(clippy::cast_possible_truncation, reason = "it was an f32 in the source")]
        Depth::Float32 => {
            samples.iter().for_each(|s| out.extend_from_slice(&(*s as f32).to_le_bytes()));
        }
        Depth::Int16 => integers::<2>(samples, 32_768.0, out),
        Depth::Int24 => integers::<3>(samples, 8_388_608.0, out),
        Depth::Int32 => integers::<4>(samples, 2_147_483_648.0, out),
    }
}

fn integers<const N: usize>(samples: &[f64], full: f64, out: &mut Vec<u8>) {
    for sample in samples {
        #[expect(clippy::cast_possible_truncation, reason = "clamped to what fits")]
        let number = (sample * full).round().clamp(-full, full - 1.0) as i32;
        let bytes = number.to_le_bytes();
        out.extend_from_slice(bytes.get(..N).unwrap_or(&bytes));
    }
}
