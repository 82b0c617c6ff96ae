//! Media types of recordings: which they are, not what is in them.
//!
//! A vCon names the type of a recording in many ways (`audio/mp3`, `audio/x-mp3`, `audio/mpeg`); this is one name for each.

/// A kind of recording or other content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Media {
    /// RIFF WAVE.
    Wav,
    /// MPEG audio layer III.
    Mp3,
    /// MP4 or M4A with sound.
    Mp4Audio,
    /// Ogg (Opus, Vorbis).
    Ogg,
    /// WebM with sound.
    WebmAudio,
    /// FLAC.
    Flac,
    /// G.711 and other codecs of telephony without a container.
    Telephony,
    /// A moving picture.
    Video,
    /// A picture.
    Image,
    /// Text to be read as it is.
    Text,
    /// WebVTT.
    WebVtt,
    /// SubRip.
    Srt,
    /// JSON.
    Json,
    /// A mail with parts.
    Mail,
    /// Anything else.
    Other,
}

impl Media {
    /// The kind that a media type (RFC 6838) names; parameters and case do not matter.
    ///
    /// ```
    /// use abide_calls::audio::Media;
    /// assert_eq!(Media::of("Audio/X-WAV; codecs=1"), Media::Wav);
    /// ```
    #[must_use]
    pub fn of(media_type: &str) -> Self {
        let name = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        match name.as_str() {
            "audio/wav" | "audio/x-wav" | "audio/wave" | "audio/vnd.wave" => Self::Wav,
            "audio/mp3" | "audio/x-mp3" | "audio/mpeg" | "audio/mpeg3" => Self::Mp3,
            "audio/mp4" | "audio/x-mp4" | "audio/m4a" | "audio/x-m4a" | "audio/aac" => {
                Self::Mp4Audio
            }
            "audio/ogg" | "audio/opus" | "application/ogg" => Self::Ogg,
            "audio/webm" => Self::WebmAudio,
            "audio/flac" | "audio/x-flac" => Self::Flac,
            "audio/basic" | "audio/pcma" | "audio/pcmu" | "audio/g722" | "audio/gsm"
            | "audio/amr" => Self::Telephony,
            "text/vtt" => Self::WebVtt,
            "application/x-subrip" | "text/srt" | "text/x-srt" => Self::Srt,
            "application/json" | "text/json" => Self::Json,
            _ if name.ends_with("+json") => Self::Json,
            _ if name.starts_with("video/") => Self::Video,
            _ if name.starts_with("image/") => Self::Image,
            _ if name.starts_with("text/") => Self::Text,
            _ if name.starts_with("multipart/") || name == "message/rfc822" => Self::Mail,
            _ => Self::Other,
        }
    }

    /// Whether it is sound, and so a voice by which a person can be recognized.
    #[must_use]
    pub const fn is_audio(self) -> bool {
        use Media::{Flac, Mp3, Mp4Audio, Ogg, Telephony, Wav, WebmAudio};
        matches!(self, Wav | Mp3 | Mp4Audio | Ogg | WebmAudio | Flac | Telephony)
    }

    /// Whether it is something to read.
    #[must_use]
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::WebVtt | Self::Srt | Self::Json | Self::Mail)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_has_its_kind() {
        let cases = [
            ("audio/x-mp3", Media::Mp3),
            ("audio/mpeg", Media::Mp3),
            ("audio/ogg;codecs=opus", Media::Ogg),
            ("audio/opus", Media::Ogg),
            ("video/x-mp4", Media::Video),
            ("text/plain; charset=utf-8", Media::Text),
            ("application/vcon+json", Media::Json),
            ("multipart/mixed; boundary=x", Media::Mail),
            ("", Media::Other),
            ("text/vtt", Media::WebVtt),
        ];
        for (name, media) in cases {
            assert_eq!(Media::of(name), media, "{name}");
        }
        assert!(Media::Telephony.is_audio() && !Media::Video.is_audio() && !Media::Video.is_text());
    }
}
