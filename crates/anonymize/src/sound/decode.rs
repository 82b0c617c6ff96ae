//! From a file to samples, block by block: WAV, MP3, FLAC, Ogg Vorbis by the decoders of Symphonia, Opus by [`Opus`].
//!
//! Every sample is an `f64` from -1 to 1, which holds each of the source's exactly; samples of channels alternate. Anything
//! that would make the timeline other than it was (a cut end, a packet that cannot be decoded, a second stream) is an
//! error with its second.

use std::io::{self, Read, Seek, SeekFrom};

use symphonia::core::audio::GenericAudioBufferRef;
use symphonia::core::codecs::audio::well_known::{
    CODEC_ID_OPUS, CODEC_ID_PCM_F32BE, CODEC_ID_PCM_F32LE, CODEC_ID_PCM_F64BE, CODEC_ID_PCM_F64LE,
};
use symphonia::core::codecs::audio::{AudioCodecParameters, AudioDecoder, AudioDecoderOptions};
use symphonia::core::errors::Error;
use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::{FormatReader, TrackType};
use symphonia::core::io::{MediaSource, MediaSourceStream};

use super::ends::BROKEN;
use super::opus::{Head, Opus};
use super::{Depth, Shape, SoundError};
use super::{limits, ogg};

/// Where the bytes of a recording come from.
pub trait Source: Read + Seek + Send + Sync {}

impl<T: Read + Seek + Send + Sync> Source for T {}

/// A recording that is read from its beginning to its end.
///
/// ```
/// use abide_anonymize::sound::Recording;
/// let mut file = std::io::Cursor::new(b"no sound at all");
/// assert!(Recording::open(&mut file).is_err());
/// ```
pub struct Recording<'a> {
    format: Box<dyn FormatReader + 'a>,
    decoder: Box<dyn AudioDecoder>,
    track: u32,
    shape: Shape,
    /// How many frames the head promises.
    promised: Option<u64>,
    /// How many frames at the end are filling, by the head.
    padding: u64,
    frames: u64,
    trimmed: u64,
    is_ogg: bool,
    /// The first block: its samples tell the depth.
    first: Option<Vec<f64>>,
    /// The bytes of the last packet, if neither the head nor the pages of Ogg say where the end is.
    last: Box<[u8]>,
}

impl std::fmt::Debug for Recording<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Recording").field("shape", &self.shape).finish_non_exhaustive()
    }
}

impl<'a> Recording<'a> {
    /// Opens a recording, from the beginning of its source.
    ///
    /// # Errors
    /// If it is of no known form, cut off, or beyond the [limits].
    pub fn open(source: &'a mut dyn Source) -> Result<Self, SoundError> {
        let ogg = ogg::check(source)?;
        let head = ogg.as_ref().map(Head::of).transpose()?.flatten();
        source.seek(SeekFrom::Start(0)).map_err(SoundError::Read)?;
        let stream = MediaSourceStream::new(Box::new(Forward(source)), Default::default());
        let probe = symphonia::default::get_probe();
        let format = probe
            .probe(&Hint::new(), stream, Default::default(), Default::default())
            .map_err(unknown)?;
        let track = format.default_track(TrackType::Audio);
        let known = track.and_then(|t| Some((t, t.codec_params.as_ref()?.audio()?)));
        let Some((track, params)) = known else {
            return Err(SoundError::new("no sound that is known here", 0.0, FORMATS));
        };
        let decoder = decoder(params, head).map_err(unknown)?;
        let mut recording = Self {
            track: track.id,
            shape: shape(params)?,
            promised: track.num_frames,
            padding: track.padding.unwrap_or(0).into(),
            frames: 0,
            trimmed: 0,
            is_ogg: ogg.is_some(),
            first: None,
            last: Box::default(),
            decoder,
            format,
        };
        let mut first = Vec::new();
        recording.first = recording.decode(&mut first)?.then_some(first);
        Ok(recording)
    }

    /// What the samples are.
    #[must_use]
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// The next samples, channel by channel for each moment. False at the end.
    ///
    /// # Errors
    /// If something cannot be decoded, or the recording ends before its head says or changes its form.
    pub fn next(&mut self, block: &mut Vec<f64>) -> Result<bool, SoundError> {
        if let Some(first) = self.first.take() {
            *block = first;
            return Ok(true);
        }
        self.decode(block)
    }

    /// The bytes of the last packet of a recording whose head promises no length.
    pub(crate) fn into_last_packet(self) -> Box<[u8]> {
        self.last
    }

    fn decode(&mut self, block: &mut Vec<f64>) -> Result<bool, SoundError> {
        loop {
            let at = self.seconds();
            let packet = match self.format.next_packet() {
                Ok(Some(packet)) if packet.track_id != self.track => continue,
                Ok(Some(packet)) => packet,
                Ok(None) => return self.ended().map(|()| false),
                Err(error) => return Err(broken(error, at)),
            };
            self.trimmed += packet.trim_end.get();
            self.decoder.decode(&packet).map_err(|e| broken(e, at))?;
            let decoded = self.decoder.last_decoded();
            let (rate, channels) = (decoded.spec().rate(), decoded.spec().channels().count());
            if self.frames == 0 {
                let depth = depth(&decoded, self.decoder.codec_params());
                self.shape = Shape { rate, channels, depth };
                check(&self.shape)?;
            } else if (rate, channels) != (self.shape.rate, self.shape.channels) {
                let what = "another sample rate or number of channels than before";
                return Err(SoundError::new(what, at, "split the recording there"));
            }
            block.clear();
            decoded.copy_to_vec_interleaved(block);
            self.frames += decoded.frames() as u64;
            self.check_length()?;
            if self.promised.is_none() && !self.is_ogg {
                self.last = packet.data;
            }
            if !block.is_empty() {
                return Ok(true);
            }
        }
    }

    /// A few bytes may say that there is silence for days.
    fn check_length(&self) -> Result<(), SoundError> {
        let Shape { rate, channels, depth } = self.shape;
        let bytes = self.frames.saturating_mul(channels as u64 * u64::from(depth.bytes()));
        if self.frames > limits::SECONDS * u64::from(rate) || bytes > limits::BYTES {
            let what = "more than 24 hours or 4 GiB of sound";
            return Err(SoundError::new(what, self.seconds(), "split the file"));
        }
        Ok(())
    }

    fn seconds(&self) -> f64 {
        self.frames as f64 / f64::from(self.shape.rate)
    }

    /// Whether the end is where the head says.
    fn ended(&mut self) -> Result<(), SoundError> {
        let at = self.seconds();
        if self.promised.is_some_and(|promised| self.frames < promised) {
            return Err(SoundError::new("cut off: its head promises more", at, BROKEN));
        }
        if self.trimmed > self.padding && self.promised.is_some() {
            let what = "more sound than its head says";
            return Err(SoundError::new(what, at, "convert it to WAV"));
        }
        if self.decoder.finalize().verify_ok == Some(false) {
            let is_opus = self.decoder.codec_params().codec == CODEC_ID_OPUS;
            let checksum = "not the sound of its checksum";
            let what = if is_opus { "not as long as its last page says" } else { checksum };
            return Err(SoundError::new(what, at, BROKEN));
        }
        Ok(())
    }
}

const FORMATS: &str = "give WAV, MP3, FLAC, Opus or Vorbis";

fn decoder(
    params: &AudioCodecParameters,
    opus: Option<Head>,
) -> Result<Box<dyn AudioDecoder>, Error> {
    match opus {
        Some(head) if params.codec == CODEC_ID_OPUS => Ok(Box::new(Opus::new(params, head)?)),
        _ => {
            let options = AudioDecoderOptions::default().verify(true);
            symphonia::default::get_codecs().make_audio_decoder(params, &options)
        }
    }
}

fn unknown(error: Error) -> SoundError {
    match error {
        Error::IoError(error) if error.kind() != io::ErrorKind::UnexpectedEof => {
            SoundError::Read(error)
        }
        Error::Unsupported(what) => {
            SoundError::new(format!("no known sound ({what})"), 0.0, FORMATS)
        }
        Error::DecodeError(what) => SoundError::new(format!("damaged ({what})"), 0.0, BROKEN),
        _ => SoundError::new("no known sound", 0.0, FORMATS),
    }
}

fn broken(error: Error, at: f64) -> SoundError {
    match error {
        Error::IoError(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            SoundError::new("cut off", at, BROKEN)
        }
        Error::IoError(error) => SoundError::Read(error),
        Error::ResetRequired => SoundError::new("a second recording", at, "split the file there"),
        other => SoundError::new(format!("damaged ({other})"), at, BROKEN),
    }
}

fn shape(params: &AudioCodecParameters) -> Result<Shape, SoundError> {
    let channels = params.channels.as_ref().map_or(1, |c| c.count());
    let shape = Shape { rate: params.sample_rate.unwrap_or(8_000), channels, depth: Depth::Int16 };
    check(&shape)?;
    Ok(shape)
}

fn check(shape: &Shape) -> Result<(), SoundError> {
    if !limits::CHANNELS.contains(&shape.channels) {
        let what = format!("{} channels", shape.channels);
        return Err(SoundError::new(what, 0.0, "give a recording of 1 to 16 channels"));
    }
    if !limits::RATE.contains(&shape.rate) {
        let what = format!("{} samples a second", shape.rate);
        return Err(SoundError::new(what, 0.0, "give a recording of 4 000 to 384 000"));
    }
    Ok(())
}

/// As deep as the source: what was compressed with loss has no more than 16 bits to keep.
fn depth(samples: &GenericAudioBufferRef<'_>, params: &AudioCodecParameters) -> Depth {
    use GenericAudioBufferRef::{F32, F64, S24, S32, U24, U32};
    const FLOAT: [symphonia::core::codecs::audio::AudioCodecId; 4] =
        [CODEC_ID_PCM_F32LE, CODEC_ID_PCM_F32BE, CODEC_ID_PCM_F64LE, CODEC_ID_PCM_F64BE];
    match samples {
        F32(_) if FLOAT.contains(&params.codec) => Depth::Float32,
        F64(_) if FLOAT.contains(&params.codec) => Depth::Float64,
        S24(_) | U24(_) => Depth::Int24,
        S32(_) | U32(_) => match params.bits_per_sample.unwrap_or(32) {
            0..=16 => Depth::Int16,
            17..=24 => Depth::Int24,
            _ => Depth::Int32,
        },
        _ => Depth::Int16,
    }
}

/// A source that is only read forward: the reader of MP3 would else guess a length and drop what is beyond.
struct Forward<'a>(&'a mut dyn Source);

impl Read for Forward<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}

impl Seek for Forward<'_> {
    fn seek(&mut self, _: SeekFrom) -> io::Result<u64> {
        Err(io::Error::from(io::ErrorKind::Unsupported))
    }
}

impl MediaSource for Forward<'_> {
    fn is_seekable(&self) -> bool {
        false
    }

    fn byte_len(&self) -> Option<u64> {
        None
    }
}
