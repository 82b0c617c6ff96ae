//! A recognizer of speech that is a program of the user's: it is given a WAV file and prints a transcript.

use std::io::{Seek, SeekFrom, Write};
use std::process::{Command, Stdio};

use abide_anonymize::sound::{Recognizer, Shape, SoundError, wav};
use abide_calls::Document;

/// What stands for the WAV file in the command.
const AUDIO: &str = "{audio}";

/// Writes what it hears into a file that only this user can read and that goes with it.
pub(super) struct Program {
    words: Vec<String>,
    file: std::io::BufWriter<tempfile::NamedTempFile>,
    heard: Option<(Shape, u64)>,
    bytes: Vec<u8>,
}

impl Program {
    /// A program and its arguments, apart by blanks; there is no shell. Where the file is not named, it comes last.
    pub(super) fn new(command: &str) -> anyhow::Result<Self> {
        let mut words: Vec<String> = command.split_whitespace().map(str::to_owned).collect();
        if !words.iter().any(|word| word.contains(AUDIO)) {
            words.push(AUDIO.to_owned());
        }
        let file = tempfile::Builder::new().prefix("abide-").suffix(".wav").tempfile()?;
        let file = std::io::BufWriter::new(file);
        Ok(Self { words, file, heard: None, bytes: Vec::new() })
    }

    fn finish(&mut self) -> Result<(), SoundError> {
        let Some((shape, frames)) = self.heard else { return Ok(()) };
        let write = |file: &mut std::io::BufWriter<tempfile::NamedTempFile>, head: &[u8]| {
            file.write_all(wav::tail(&shape, frames))?;
            file.seek(SeekFrom::Start(0))?;
            file.write_all(head)?;
            file.flush()
        };
        let head = wav::head(&shape, frames)?;
        write(&mut self.file, &head).map_err(SoundError::Write)
    }
}

impl Recognizer for Program {
    fn hear(&mut self, shape: &Shape, block: &[f64]) -> Result<(), SoundError> {
        if self.heard.is_none() {
            // It is written again when the length is known, and always as long.
            self.file.write_all(&wav::head(shape, 0)?).map_err(SoundError::Write)?;
        }
        let frames = self.heard.map_or(0, |(_, frames)| frames);
        self.heard = Some((*shape, frames + (block.len() / shape.channels) as u64));
        wav::encode(block, shape.depth, &mut self.bytes);
        self.file.write_all(&self.bytes).map_err(SoundError::Write)
    }

    fn said(&mut self) -> Result<Document, SoundError> {
        self.finish()?;
        let refused =
            |what: String, remedy| SoundError::Refused { what: what.into(), at: 0.0, remedy };
        let path = self.file.get_ref().path().to_string_lossy().into_owned();
        let mut words = self.words.iter().map(|word| word.replace(AUDIO, &path));
        let program = words.next().unwrap_or_default();
        let mut run = Command::new(&program);
        run.args(words).stdin(Stdio::null()).stderr(Stdio::inherit());
        let done = run.output().map_err(|e| {
            refused(format!("`{program}` cannot be run ({e})"), "name a program that is there")
        })?;
        if !done.status.success() {
            let what = format!("`{program}` ended with {}", done.status);
            return Err(refused(what, "see what it says"));
        }
        let opened = Document::open("transcript.json", &done.stdout);
        let opened = opened.and_then(Result::ok);
        opened.ok_or_else(|| {
            let what = format!("`{program}` printed no transcript");
            refused(what, "let it print Whisper's JSON, WebVTT or SRT")
        })
    }
}
