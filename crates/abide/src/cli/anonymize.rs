//! What can be typed about anonymizing, measuring risk, pseudonymizing.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::{FigureFormat, known_kind, known_language};

#[derive(Debug, Args)]
pub(crate) struct Anonymize {
    #[command(subcommand)]
    pub(crate) what: AnonymizeWhat,
}

#[derive(Debug, Subcommand)]
pub(crate) enum AnonymizeWhat {
    /// Makes the columns of a table coarser until nobody stands out, by a plan.
    Table(AnonymizeTable),
    /// Replaces personal data in a text by what a plan says, such as invented values.
    Text(AnonymizeText),
    /// Makes a conversation anonymous: vCon, transcripts, call records.
    Call(AnonymizeCall),
    /// Replaces personal data that is said in a recording by silence, a tone or noise.
    Recording(AnonymizeRecording),
}

/// Makes the columns of a table coarser until nobody stands out, by a plan: see docs/anonymize-tables.md.
#[derive(Debug, Args)]
pub(crate) struct AnonymizeTable {
    /// The table: CSV with a head.
    pub(crate) table: PathBuf,
    /// Where the anonymous table goes; it appears whole or not at all.
    #[arg(required_unless_present = "preview")]
    pub(crate) out: Option<PathBuf>,
    /// What each column is, and what is asked for.
    #[arg(long, value_name = "FILE")]
    pub(crate) plan: PathBuf,
    /// Tells what would be done and writes no table.
    #[arg(long, conflicts_with = "out")]
    pub(crate) preview: bool,
    /// Also writes the figures as a page with pictures.
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// The language of the page: de, en, fr, es, sk.
    #[arg(long, default_value = "en", value_parser = known_language)]
    pub(crate) lang: String,
    /// How to write the figures.
    #[arg(long, value_enum, default_value_t = FigureFormat::Text)]
    pub(crate) format: FigureFormat,
}

/// Measures how likely people are found again in a table. Exit code 1 if a class of rows that look alike is smaller than
/// `k`, or a second table finds somebody.
#[derive(Debug, Args)]
pub(crate) struct Risk {
    /// The table: CSV with a head.
    pub(crate) table: PathBuf,
    /// The columns that lead to a person together.
    #[arg(long, value_delimiter = ',', required_unless_present = "plan", conflicts_with = "plan")]
    pub(crate) quasi: Vec<String>,
    /// A plan: the risk is that of the table which it makes of this one.
    #[arg(long, value_name = "FILE")]
    pub(crate) plan: Option<PathBuf>,
    /// What separates the columns.
    #[arg(long, default_value = ",", value_parser = one_byte, conflicts_with = "plan")]
    pub(crate) separator: u8,
    /// The size that every class should have at least; that of the plan, or 2.
    #[arg(short, long)]
    pub(crate) k: Option<u64>,
    /// A second table about known people, with the same columns: what does it gain?
    #[arg(long, value_name = "FILE")]
    pub(crate) link: Option<PathBuf>,
    /// Also writes the figures as a page with pictures.
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// The language of the page: de, en, fr, es, sk.
    #[arg(long, default_value = "en", value_parser = known_language)]
    pub(crate) lang: String,
    /// How to write the figures.
    #[arg(long, value_enum, default_value_t = FigureFormat::Text)]
    pub(crate) format: FigureFormat,
}

fn one_byte(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        [byte] if byte.is_ascii() => Ok(*byte),
        _ => Err("take one ASCII character, such as `,` or `;`".to_owned()),
    }
}

/// Replaces personal data in a text: see docs/anonymize-text.md. Exit code 1 if something remains.
#[derive(Debug, Args)]
pub(crate) struct AnonymizeText {
    /// The text, in UTF-8; `-` for standard input.
    pub(crate) text: PathBuf,
    /// Where the new text goes; it appears whole or not at all. `-` for standard output.
    #[arg(required_unless_present = "preview")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) how: How,
}

/// Makes a conversation anonymous: see docs/anonymize-text.md. Exit code 1 if something remains.
///
/// A vCon becomes a redacted copy. Its recordings are redacted too, where a transcript in it says when things were said;
/// others are left out. Other formats are written back with only their texts changed.
#[derive(Debug, Args)]
pub(crate) struct AnonymizeCall {
    /// The document: vCon, WebVTT, SRT, a transcript in JSON or lines, call records; `-` for standard input.
    pub(crate) document: PathBuf,
    /// Where the new document goes; it appears whole or not at all. `-` for standard output.
    #[arg(required_unless_present = "preview")]
    pub(crate) out: Option<PathBuf>,
    /// Keeps recordings and other content of a vCon that is no text, unchanged: voices identify people.
    #[arg(long)]
    pub(crate) keep_recordings: bool,
    /// Leaves all recordings of a vCon out: voices identify people, whatever they say.
    #[arg(long, conflicts_with_all = ["keep_recordings", "audio"])]
    pub(crate) no_recordings: bool,
    /// The recording of a vCon that is not inside; of its second dialog `2=FILE`.
    #[arg(long, value_name = "FILE", conflicts_with = "keep_recordings")]
    pub(crate) audio: Vec<String>,
    /// What is heard in place of what goes from recordings.
    #[arg(long, value_enum, default_value_t = Replace::Silence)]
    pub(crate) replace: Replace,
    /// Keeps the tones of pressed keys (DTMF) in recordings.
    #[arg(long)]
    pub(crate) keep_dtmf: bool,
    #[command(flatten)]
    pub(crate) how: How,
}

/// What is heard in place of what went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Replace {
    /// Nothing.
    Silence,
    /// A tone of 1 kHz.
    Tone,
    /// Noise.
    Noise,
}

/// Replaces personal data that is said in a recording, and the tones of pressed keys: see docs/anonymize-recordings.md.
///
/// The new recording is as long as the old one; outside of the replaced seconds nothing changes. Voices remain, and voices
/// identify people.
#[derive(Debug, Args)]
pub(crate) struct AnonymizeRecording {
    /// The recording: WAV, MP3, FLAC, Ogg with Vorbis or Opus.
    pub(crate) recording: PathBuf,
    /// Where the new recording goes, as WAV; it appears whole or not at all.
    #[arg(required_unless_present = "preview")]
    pub(crate) out: Option<PathBuf>,
    /// What was said when: a transcript with times (Whisper's JSON, WebVTT, SRT, a vCon).
    #[arg(long, value_name = "FILE", required_unless_present = "recognizer")]
    pub(crate) transcript: Option<PathBuf>,
    /// A program that recognizes speech: it is given a WAV file and prints a transcript. `{audio}` stands for the file.
    #[arg(long, value_name = "COMMAND", conflicts_with = "transcript")]
    pub(crate) recognizer: Option<String>,
    /// What is heard in place of what went.
    #[arg(long, value_enum, default_value_t = Replace::Silence)]
    pub(crate) replace: Replace,
    /// The channel of a speaker, from 1: `Agent=1`. Else that of the transcript, or all channels.
    #[arg(long, value_name = "SPEAKER=N", value_parser = known_channel)]
    pub(crate) channel: Vec<(String, usize)>,
    /// Keeps the tones of pressed keys (DTMF).
    #[arg(long)]
    pub(crate) keep_dtmf: bool,
    /// How to write the figures.
    #[arg(long, value_enum, default_value_t = FigureFormat::Text)]
    pub(crate) format: FigureFormat,
    #[command(flatten)]
    pub(crate) how: How,
}

fn known_channel(text: &str) -> Result<(String, usize), String> {
    let (speaker, number) = text.rsplit_once('=').ok_or("write `SPEAKER=N`")?;
    let number = number.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    Ok((speaker.to_owned(), number.ok_or("channels count from 1")?))
}

/// What is looked for and what is done with it.
#[derive(Debug, Args)]
pub(crate) struct How {
    /// What is done with each kind (TOML).
    #[arg(long, value_name = "FILE")]
    pub(crate) plan: Option<PathBuf>,
    /// What is done with one kind, such as `PERSON=remove`; goes before the plan.
    #[arg(long, value_name = "KIND=OPERATOR", value_parser = known_operator)]
    pub(crate) operator: Vec<(abide_detect::Kind, abide_anonymize::text::Operator)>,
    /// The organisation's own rules; by default `detect.toml` in this folder, if it is there.
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Option<PathBuf>,
    /// Tells on standard error how many findings of each kind were treated how.
    #[arg(long)]
    pub(crate) report: bool,
    /// Tells what would be done, and writes nothing.
    #[arg(long, conflicts_with_all = ["out", "report"])]
    pub(crate) preview: bool,
    /// With `--preview`, also shows what was found.
    #[arg(long, conflicts_with = "out")]
    pub(crate) show: bool,
}

fn known_operator(
    word: &str,
) -> Result<(abide_detect::Kind, abide_anonymize::text::Operator), String> {
    let (kind, operator) = word.split_once('=').ok_or("write `KIND=operator`")?;
    let kind = known_kind(kind)?;
    let operator = operator.parse().map_err(|e: abide_anonymize::text::PlanError| e.to_string())?;
    abide_anonymize::text::Plan::default().set(kind, operator).map_err(|e| e.to_string())?;
    Ok((kind, operator))
}

#[derive(Debug, Args)]
pub(crate) struct Pseudonymize {
    #[command(subcommand)]
    pub(crate) what: PseudonymizeWhat,
}

#[derive(Debug, Subcommand)]
pub(crate) enum PseudonymizeWhat {
    /// Replaces personal data in a text by tokens.
    Text(PseudonymizeText),
}

/// Replaces personal data by tokens made with a key (HMAC-SHA-256): the same value has the same token in every document.
///
/// The result is still personal data (GDPR Art. 4(5)): keep the key apart from it.
#[derive(Debug, Args)]
pub(crate) struct PseudonymizeText {
    /// The text, in UTF-8; `-` for standard input.
    pub(crate) text: PathBuf,
    /// Where the new text goes; it appears whole or not at all. `-` for standard output.
    pub(crate) out: PathBuf,
    /// A file with the key: at least 16 random bytes.
    #[arg(long, value_name = "FILE")]
    pub(crate) key: PathBuf,
    /// The organisation's own rules; by default `detect.toml` in this folder, if it is there.
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Option<PathBuf>,
}
