//! `abide anonymize text`: a text, piece by piece, with one memory of what was invented for what.

use abide_anonymize::text::{Change, Changed, Plan, Seen, Session, anonymize, left_over};
use abide_detect::Finder;

use super::work::{Counts, Random, finder, pieces, plan, whole};
use crate::Outcome;
use crate::cli::AnonymizeText;
use crate::files::{print, say};

pub(super) fn run(options: &AnonymizeText) -> anyhow::Result<Outcome> {
    let (finder, plan) = (finder(options.how.rules.as_deref())?, plan(&options.how)?);
    let random = Random::default();
    let mut next = || random.next();
    let mut work = Work {
        finder: &finder,
        plan: &plan,
        session: Session::new(&mut next),
        seen: Seen::default(),
        counts: Counts::default(),
        left: 0,
    };
    match &options.out {
        Some(out) if !options.how.preview => {
            whole(out, |file| {
                pieces(&options.text, |piece| {
                    let done = work.piece(piece);
                    random.check()?;
                    Ok(file.write_all(done.text.as_bytes())?)
                })
            })?;
            if options.how.report {
                say(work.counts.lines().trim_end());
            }
        }
        _ => preview(options, &mut work)?,
    }
    Ok(work.outcome())
}

struct Work<'a> {
    finder: &'a Finder,
    plan: &'a Plan,
    session: Session<'a>,
    seen: Seen,
    counts: Counts,
    left: usize,
}

impl Work<'_> {
    fn piece(&mut self, text: &str) -> Changed {
        let found = self.finder.find(text);
        self.seen.learn(text, &found);
        let found = self.seen.complete(text, found);
        let done = anonymize(text, &found, self.plan, &mut self.session);
        done.changes.iter().for_each(|c| self.counts.add(c.kind, c.operator));
        self.left += left_over(text, &done, self.finder).len();
        done
    }

    fn outcome(&self) -> Outcome {
        if self.left == 0 {
            return Outcome::Fine;
        }
        say(&format!(
            "{} places still have what was replaced elsewhere: name them in rules (`--rules`)",
            self.left
        ));
        Outcome::Found
    }
}

/// Tells what would be done: counts, and with `--show` each finding with its line.
fn preview(options: &AnonymizeText, work: &mut Work<'_>) -> anyhow::Result<()> {
    let mut lines = 0;
    pieces(&options.text, |piece| {
        let done = work.piece(piece);
        if options.how.show {
            done.changes
                .iter()
                .try_for_each(|change| print(&shown(piece, &done, change, lines)))?;
        }
        lines += piece.matches('\n').count();
        Ok(())
    })?;
    print(&work.counts.lines())
}

fn shown(old: &str, done: &Changed, change: &Change, before: usize) -> String {
    let line = before + old.get(..change.old.start).unwrap_or("").matches('\n').count() + 1;
    let value = old.get(change.old.clone()).unwrap_or("");
    let new = done.text.get(change.new.clone()).unwrap_or("");
    format!("{line}: {} {}: {value:?} becomes {new:?}\n", change.kind, change.operator.word())
}
