//! Lines for people: place, kind, how sure, why.

use std::io::{self, Write};
use std::path::Path;

use abide_detect::Evidence;

use super::{Report, readable};
use crate::hit::Hit;

pub(crate) struct Table<'a> {
    pub(crate) out: Box<dyn Write + 'a>,
    pub(crate) show: bool,
}

impl Report for Table<'_> {
    fn hit(&mut self, path: &Path, hit: &Hit) -> io::Result<()> {
        let place = &hit.place;
        let path = readable(&path.to_string_lossy());
        let place = match (&place.at, place.record) {
            (Some(at), Some(record)) => format!("{path} {} #{record}", readable(at)),
            _ => format!("{path}:{}:{}", place.line, place.column),
        };
        let kind = hit.finding.kind.label();
        write!(self.out, "{place}  {kind:13} {:>3} %  ", hit.finding.score)?;
        write!(self.out, "{:12}  {}", hit.finding.kind.category().to_string(), reasons(hit))?;
        if self.show {
            write!(self.out, "  {}", readable(&hit.text.replace('\n', "⏎")))?;
        }
        writeln!(self.out)
    }
    fn end(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn reasons(hit: &Hit) -> String {
    let form = Some(hit.finding.form.to_owned()).filter(|f| !f.is_empty());
    let reasons = hit.finding.evidence.iter().map(|evidence| match evidence {
        Evidence::Pattern(pattern) => (*pattern).to_owned(),
        Evidence::Check(check) => format!("{check} holds"),
        Evidence::Context(_) => "word before".to_owned(),
        Evidence::Dictionary(list) => format!("listed: {list}"),
        Evidence::Model(margin) => format!("model {margin} %"),
        Evidence::Seen => "seen elsewhere".to_owned(),
        Evidence::Spoken => "spoken".to_owned(),
        Evidence::Column(kind) => format!("column of {kind}"),
        Evidence::Rule(rule) => format!("rule {rule}"),
    });
    form.into_iter().chain(reasons).collect::<Vec<_>>().join(", ")
}
