//! Whether time grows with size alone: texts that somebody would write who wants it to grow faster.
//!
//! ```text
//! cargo run --release -p abide-lab --bin linear
//! ```
//!
//! Each text is looked at in two sizes, by the finder in one piece and by each reader. What is compared is processor time
//! of this thread, the least of two runs. Eight times the size may take eight times the time, and twice that on a busy
//! machine; what grew with the square would take 64 times, so from 24 on the program says so and fails.

use std::time::Duration;

use abide_detect::finder::Scratch;
use abide_detect::{Finder, Options};
use abide_scan::{Limits, Scanner};
use anyhow::{Result, ensure};
use rustix::time::{ClockId, clock_gettime};

/// The smaller size, in bytes.
const SIZE: usize = 48 << 10;
/// How many times larger the other is.
const TIMES: usize = 8;
/// From which ratio on growth is no longer that of the size.
const TOO_MUCH: f64 = 24.0;

/// What each text repeats: a start, what comes again and again, an end.
const TEXTS: &[(&str, &str, &str, &str)] = &[
    ("digits", "", "7", ""),
    ("digits in groups", "", "4929 ", ""),
    ("digits with signs", "", "+49-(0)/", ""),
    ("dots and digits", "", "1.", ""),
    ("colons and digits", "", "a:1:", ""),
    ("at signs", "", "@", ""),
    ("addresses without end", "", "a@", ""),
    ("dots", "", ".", ""),
    ("domains", "", "a.de.", ""),
    ("slashes", "", "/", ""),
    ("web addresses", "", "http://", ""),
    ("web addresses with queries", "https://", "a?b=c&", ""),
    ("quotes", "", "\"", ""),
    ("quotes and commas", "", "\",", ""),
    ("open braces", "", "{", ""),
    ("open brackets", "", "[", ""),
    ("objects in objects", "", "{\"a\":", ""),
    ("escapes", "[\"", "\\\\\\\"", "\"]"),
    ("escaped surrogates", "[\"", "\\ud83d\\ude00", "\"]"),
    ("a long key for many values", "", "{\"k\":[1,2,3],\"", "\":1}"),
    ("percent signs", "GET /?a=", "%25", " HTTP/1.1"),
    ("percent signs without digits", "GET /?a=", "%%2", " HTTP/1.1"),
    ("base64", "", "QUJDRGVmZ2hpamtsbW5vcA", "=="),
    ("one letter", "", "a", ""),
    ("one capital", "", "A", ""),
    ("letters and digits", "", "a1", ""),
    ("names", "", "Anna Müller ", ""),
    ("names without end", "", "Anna-", ""),
    ("other names", "", "Anna Bert ", ""),
    ("titles", "", "Dr. Prof. ", ""),
    ("labels", "", "IBAN: ", ""),
    ("labels of many kinds", "", "Tel. geboren Karte Steuernummer Konto ", ""),
    ("ibans", "", "DE89 3704 0044 0532 0130 00 ", ""),
    ("ibans without end", "", "DE89", ""),
    ("cards", "", "4111 1111 1111 1111 ", ""),
    ("months", "", "May 1 ", ""),
    ("spoken digits", "", "double null sieben ", ""),
    ("spoken addresses", "", "a punkt b at c dot ", ""),
    ("spelled names", "", "A wie Anton ", ""),
    ("streets", "", "Hauptstr. 1, ", ""),
    ("post codes", "", "10115 Berlin ", ""),
    ("blanks", "", " ", ""),
    ("lines", "", "\n", ""),
    ("carriage returns", "", "\r", ""),
    ("mixed scripts", "", "aäßжאب日😀\u{301}", ""),
    ("marks without letters", "", "\u{301}", ""),
    ("no-break blanks", "", "1\u{a0}2\u{202f}", ""),
    ("semicolons", "a;b\n", ";", ""),
    ("headers", "", "To: a\n", ""),
    ("parts of a message", "Content-Type: multipart/mixed; boundary=q\n\n", "--q\n\nx\n", "--q--"),
    ("messages in messages", "", "Content-Type: message/rfc822\n\n", "x"),
];

/// The names by which the readers are chosen.
const READERS: [&str; 5] = ["a.txt", "a.json", "a.csv", "a.eml", "a.vtt"];

#[expect(clippy::print_stdout, reason = "this is what the program is for")]
fn main() -> Result<()> {
    let finder = Finder::new(Options { explain: true, ..Options::default() });
    let scanner = Scanner::new(Finder::default(), Limits::default(), 1);
    let (mut worst, mut slowest, mut compared, mut wrong) = (0.0f64, 0.0f64, 0, 0);
    for (what, start, again, end) in TEXTS {
        let text = |size: usize| format!("{start}{}{end}", again.repeat(size / again.len()));
        let (small, large) = (text(SIZE), text(SIZE * TIMES));
        let mut look = |reader: &str, run: &dyn Fn(&str)| {
            let (one, two) = (least(|| run(&small)), least(|| run(&large)));
            let speed = two.as_secs_f64() * 1e9 / large.len() as f64;
            slowest = slowest.max(speed);
            let ratio = two.as_secs_f64() / one.as_secs_f64();
            (worst, compared) = (worst.max(ratio), compared + 1);
            let remark = if ratio >= TOO_MUCH { "  <- grows faster" } else { "" };
            wrong += usize::from(ratio >= TOO_MUCH);
            println!("{what:30} {reader:8} {speed:8.1} ns a byte {ratio:6.1}{remark}");
        };
        look("finder", &|text| drop(finder.report(text, &mut Scratch::default())));
        for name in READERS {
            look(name, &|text| drop(scanner.pasted(name, text.to_owned(), 50)));
        }
    }
    println!(
        "{compared} compared; at most {worst:.1} times for {TIMES} times the size, {slowest:.0} ns a byte"
    );
    ensure!(
        wrong == 0,
        "{wrong} texts take more than {TOO_MUCH} times as long when {TIMES} times as long"
    );
    Ok(())
}

/// The least processor time of two runs.
fn least(run: impl Fn()) -> Duration {
    let once = || {
        let before = used();
        run();
        used().saturating_sub(before)
    };
    once().min(once())
}

/// How long this thread has been on a processor.
fn used() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
}
