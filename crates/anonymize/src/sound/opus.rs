//! Opus (RFC 6716) in Ogg (RFC 7845): from packets to samples at 48 kHz.
//!
//! **Owns**: the head (§5.1), pre-skip (§4.2), output gain, the end of the last page (§4.4), and that each packet begins
//! where the one before ended: packets that were lost are an error, since all that comes after them would be heard too
//! early. Packets without sound that stand for silence (RFC 6716 §3.1) are sound. **Leaves to others**: Ogg (Symphonia), the
//! codec itself (`ropus`).

use ropus::{Channels, DecodeMode, Decoder};
use symphonia::core::audio::{AsGenericAudioBufferRef, AudioBuffer, AudioMut, AudioSpec};
use symphonia::core::audio::{GenericAudioBufferRef, layouts};
use symphonia::core::codecs::CodecInfo;
use symphonia::core::codecs::audio::{AudioCodecParameters, AudioDecoder, FinalizeResult};
use symphonia::core::errors::{Error, Result};
use symphonia::core::packet::PacketRef;

use super::SoundError;
use super::ogg::Ogg;

/// Samples a second, whatever the source had (RFC 7845 §5.1).
const RATE: u32 = 48_000;
/// The longest packet is 120 ms (RFC 6716 §3.4), in samples of a channel.
const LONGEST: usize = 5_760;

static INFO: CodecInfo = CodecInfo { short_name: "opus", long_name: "Opus", profiles: &[] };

/// What the head says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// 1 or 2.
    channels: Channels,
    /// Samples at the beginning that only warm the decoder up.
    skip: u16,
    /// In 1/256 dB.
    gain: i16,
    /// Where the last packet ends, in samples.
    end: u64,
}

impl Head {
    /// The head, if the stream is Opus.
    pub(super) fn of(ogg: &Ogg) -> std::result::Result<Option<Self>, SoundError> {
        let &[
            b'O',
            b'p',
            b'u',
            b's',
            b'H',
            b'e',
            b'a',
            b'd',
            _,
            count,
            s0,
            s1,
            _,
            _,
            _,
            _,
            g0,
            g1,
            family,
            ..,
        ] = ogg.head.as_slice()
        else {
            return Ok(None);
        };
        let channels = match (family, count) {
            (0, 1) => Channels::Mono,
            (0, 2) => Channels::Stereo,
            _ => {
                let what = format!("Opus of {count} channels in mapping family {family}");
                return Err(SoundError::new(what, 0.0, "convert it to WAV"));
            }
        };
        let (skip, gain) = (u16::from_le_bytes([s0, s1]), i16::from_le_bytes([g0, g1]));
        Ok(Some(Self { channels, skip, gain, end: ogg.end }))
    }
}

/// A decoder as Symphonia has them.
pub(super) struct Opus {
    params: AudioCodecParameters,
    decoder: Decoder,
    /// How many samples of each channel are still to be left out.
    skip: usize,
    /// Where the next packet must begin.
    next: Option<i64>,
    end: u64,
    channels: usize,
    pcm: Vec<i16>,
    decoded: AudioBuffer<i16>,
}

impl Opus {
    pub(super) fn new(params: &AudioCodecParameters, head: Head) -> Result<Self> {
        let layout = match head.channels {
            Channels::Mono => layouts::CHANNEL_LAYOUT_MONO,
            Channels::Stereo => layouts::CHANNEL_LAYOUT_STEREO,
        };
        let failed = |_| Error::Unsupported("opus: the decoder does not start");
        let mut decoder = Decoder::new(RATE, head.channels).map_err(failed)?;
        let loud = |_| Error::DecodeError("opus: a gain that is none");
        decoder.set_gain(head.gain.into()).map_err(loud)?;
        let channels = layout.count();
        Ok(Self {
            params: params.clone(),
            decoder,
            skip: head.skip.into(),
            next: None,
            end: head.end,
            channels,
            pcm: vec![0; LONGEST * channels],
            decoded: AudioBuffer::new(AudioSpec::new(RATE, layout), LONGEST),
        })
    }

    /// A packet must be as long as it says and begin where the one before ended.
    fn follow(&mut self, packet: &PacketRef<'_>, frames: usize) -> Result<()> {
        let says = packet.trim_start.get() + packet.dur.get() + packet.trim_end.get();
        if says != frames as u64 {
            return Err(Error::DecodeError("opus: a packet of another length than it says"));
        }
        let begins = packet.pts.get();
        if self.next.is_some_and(|next| next != begins) {
            return Err(Error::DecodeError("opus: packets are missing, or there twice"));
        }
        self.next = begins.checked_add_unsigned(says);
        Ok(())
    }
}

impl AudioDecoder for Opus {
    fn reset(&mut self) {
        self.next = None;
    }

    fn codec_info(&self) -> &CodecInfo {
        &INFO
    }

    fn codec_params(&self) -> &AudioCodecParameters {
        &self.params
    }

    fn decode_ref(&mut self, packet: &PacketRef<'_>) -> Result<GenericAudioBufferRef<'_>> {
        let bad = Error::DecodeError("opus: a packet that is none");
        if packet.data.is_empty() {
            return Err(bad);
        }
        let frames = self.decoder.decode(packet.data, &mut self.pcm, DecodeMode::Normal);
        let frames = frames.map_err(|_| bad)?;
        self.follow(packet, frames)?;
        let pcm = self.pcm.get(..frames * self.channels).unwrap_or_default();
        self.decoded.clear();
        self.decoded.render_uninit(Some(frames));
        self.decoded.copy_from_slice_interleaved(&pcm);
        let skipped = self.skip.min(frames);
        self.skip -= skipped;
        let end = usize::try_from(packet.trim_end.get()).unwrap_or(frames).min(frames - skipped);
        self.decoded.trim(skipped, end);
        Ok(self.last_decoded())
    }

    /// Whether it was as long as the last page says.
    fn finalize(&mut self) -> FinalizeResult {
        let reached = self.next.unwrap_or(0);
        let whole = u64::try_from(reached).is_ok_and(|reached| reached >= self.end);
        FinalizeResult { verify_ok: Some(whole && self.skip == 0) }
    }

    fn last_decoded(&self) -> GenericAudioBufferRef<'_> {
        self.decoded.as_generic_audio_buffer_ref()
    }
}
