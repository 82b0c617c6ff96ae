//! Asterisk's call detail records (CDR) and channel events (CEL) as comma-separated values.
//!
//! Columns are those of `cdr_csv` (`Master.csv`; 16, with options up to 21), of the sample mapping of `cdr_custom` (18 or
//! 19), and of the sample mappings of `cel_custom` (20, or 21 with a literal in the second). Files have no line of names
//! by default; one that has is read by its names.

use std::borrow::Cow;

use jiff::civil::DateTime;

use crate::csv::{Row, rows};
use crate::document::{Holds, field};
use crate::error::Error;
use crate::format::Format;
use crate::slot::{Item, Slot};

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in Asterisk's configuration.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
}

const fn column(name: &'static str, holds: Holds) -> Column {
    Column { name, holds }
}

/// The columns of a call detail record, in the order of `cdr_csv` with all options.
pub const CDR: [Column; 21] = [
    column("accountcode", Holds::Account),
    column("src", Holds::Number),
    column("dst", Holds::Number),
    column("dcontext", Holds::Technical),
    column("clid", Holds::NameAndNumber),
    column("channel", Holds::Channel),
    column("dstchannel", Holds::Channel),
    column("lastapp", Holds::Technical),
    column("lastdata", Holds::Free),
    column("start", Holds::Time),
    column("answer", Holds::Time),
    column("end", Holds::Time),
    column("duration", Holds::Time),
    column("billsec", Holds::Time),
    column("disposition", Holds::Technical),
    column("amaflags", Holds::Technical),
    column("uniqueid", Holds::Identifier),
    column("userfield", Holds::Free),
    column("peeraccount", Holds::Account),
    column("linkedid", Holds::Identifier),
    column("sequence", Holds::Technical),
];

/// The columns of a channel event that the sample mappings of `cel_custom` name.
pub const CEL: [Column; 20] = [
    column("eventtype", Holds::Technical),
    column("eventtime", Holds::Time),
    column("cidname", Holds::Name),
    column("cidnum", Holds::Number),
    column("cidani", Holds::Number),
    column("cidrdnis", Holds::Number),
    column("ciddnid", Holds::Number),
    column("exten", Holds::Number),
    column("context", Holds::Technical),
    column("channame", Holds::Channel),
    column("appname", Holds::Technical),
    column("appdata", Holds::Free),
    column("amaflags", Holds::Technical),
    column("accountcode", Holds::Account),
    column("uniqueid", Holds::Identifier),
    column("linkedid", Holds::Identifier),
    column("peer", Holds::Channel),
    column("userfield", Holds::Free),
    column("userdeftype", Holds::Free),
    column("eventextra", Holds::Free),
];

/// What a mapping of one's own adds.
const LITERAL: Column = column("literal", Holds::Free);

/// The order of the sample mapping of `cdr_custom`.
const CUSTOM: [&str; 19] = [
    "clid",
    "src",
    "dst",
    "dcontext",
    "channel",
    "dstchannel",
    "lastapp",
    "lastdata",
    "start",
    "answer",
    "end",
    "duration",
    "billsec",
    "disposition",
    "amaflags",
    "accountcode",
    "uniqueid",
    "userfield",
    "sequence",
];

/// Which kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Cdr,
    Cel,
}

/// A file of records: its columns, and its rows as they stand in the source.
#[derive(Debug)]
pub struct Table<'a> {
    source: &'a str,
    columns: Vec<Column>,
    rows: Vec<Row>,
}

impl<'a> Table<'a> {
    /// Reads a file of call detail records.
    ///
    /// # Errors
    /// If the columns are not known, a row has another number of them, or a quote does not end.
    pub fn cdr(source: &'a str) -> Result<Self, Error> {
        Self::read(source, Kind::Cdr)
    }

    /// Reads a file of channel events.
    ///
    /// # Errors
    /// As [`Table::cdr`].
    pub fn cel(source: &'a str) -> Result<Self, Error> {
        Self::read(source, Kind::Cel)
    }

    fn read(source: &'a str, kind: Kind) -> Result<Self, Error> {
        let mut rows = rows(source)?;
        let Some(first) = rows.first() else {
            return Ok(Self { source, columns: Vec::new(), rows });
        };
        let cells = first.cells.iter().map(|c| c.text(source)).collect::<Vec<_>>();
        let named = by_names(&cells, kind);
        let columns = named.clone().or_else(|| by_shape(&cells, kind)).ok_or_else(|| {
            let remedy = "put a line with the names of the columns first";
            Error::at(source, first.start, "columns that are not known", remedy)
        })?;
        if named.is_some() {
            rows.remove(0);
        }
        if let Some(row) = rows.iter().find(|r| r.cells.len() != columns.len()) {
            let remedy = "fetch the whole file again, or correct the row";
            return Err(Error::at(
                source,
                row.start,
                "a row with another number of columns",
                remedy,
            ));
        }
        Ok(Self { source, columns, rows })
    }

    /// The columns, in the order of the file.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The records, in the order of the file.
    pub fn records(&self) -> impl ExactSizeIterator<Item = Record<'_>> {
        self.rows.iter().map(|row| Record { table: self, row })
    }
}

/// A record. Values are read when they are asked for.
#[derive(Clone, Copy, Debug)]
pub struct Record<'t> {
    table: &'t Table<'t>,
    row: &'t Row,
}

impl<'t> Record<'t> {
    /// The value of a column by its name; `None` if the file does not have it or it is empty.
    #[must_use]
    pub fn get(self, name: &str) -> Option<Cow<'t, str>> {
        let at = self.table.columns.iter().position(|c| c.name == name)?;
        let text = self.row.cells.get(at)?.text(self.table.source);
        Some(text).filter(|t| !t.is_empty())
    }

    /// The caller's name and number, from `clid` of a call or `cidname` and `cidnum` of an event.
    #[must_use]
    pub fn caller(self) -> CallerId {
        match self.get("clid") {
            Some(clid) => CallerId::parse(&clid),
            None => CallerId {
                name: self.get("cidname").map(Cow::into_owned),
                number: self.get("cidnum").or_else(|| self.get("src")).map(Cow::into_owned),
            },
        }
    }

    /// When the call started, was answered and ended, in the zone of the server (or GMT, as it is configured).
    #[must_use]
    pub fn times(self) -> Times {
        let at = |name| date(&self.get(name)?);
        Times { start: at("start"), answer: at("answer"), end: at("end") }
    }

    /// Seconds from start to end.
    #[must_use]
    pub fn duration(self) -> Option<u64> {
        self.seconds("duration")
    }

    /// Seconds from answer to end: how long people could speak.
    #[must_use]
    pub fn billsec(self) -> Option<u64> {
        self.seconds("billsec")
    }

    /// How the call ended.
    #[must_use]
    pub fn disposition(self) -> Option<Disposition> {
        self.get("disposition").map(|d| Disposition::of(&d))
    }

    fn seconds(self, name: &str) -> Option<u64> {
        let text = self.get(name)?;
        // With `initiatedseconds` or a mapping of one's own there are decimals.
        text.split('.').next().and_then(|whole| whole.parse().ok())
    }
}

/// Who calls, as the network or the telephone says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CallerId {
    /// The name.
    pub name: Option<String>,
    /// The number.
    pub number: Option<String>,
}

impl CallerId {
    /// Reads `"Name" <number>`, `<number>`, `number` or `name`.
    ///
    /// ```
    /// let caller = abide_calls::asterisk::CallerId::parse("\"Anna Schmidt\" <+49301234>");
    /// assert_eq!((caller.name.as_deref(), caller.number.as_deref()), (Some("Anna Schmidt"), Some("+49301234")));
    /// ```
    #[must_use]
    pub fn parse(clid: &str) -> Self {
        let filled =
            |text: &str| Some(text.trim().trim_matches('"').to_owned()).filter(|t| !t.is_empty());
        if let Some((name, rest)) = clid.rsplit_once('<')
            && let Some((number, _)) = rest.split_once('>')
        {
            return Self { name: filled(name), number: filled(number) };
        }
        let digits =
            !clid.is_empty() && clid.bytes().all(|b| b.is_ascii_digit() || b"+*#".contains(&b));
        if digits {
            Self { name: None, number: filled(clid) }
        } else {
            Self { name: filled(clid), number: None }
        }
    }
}

/// The moments of a call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// When it started to ring.
    pub start: Option<DateTime>,
    /// When it was answered; `None` if it was not.
    pub answer: Option<DateTime>,
    /// When it ended.
    pub end: Option<DateTime>,
}

/// How a call ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Disposition {
    /// Somebody or something answered.
    Answered,
    /// It rang until the caller gave up.
    NoAnswer,
    /// The line was busy.
    Busy,
    /// It could not be put through.
    Failed,
    /// The network was full.
    Congestion,
    /// Something else.
    Other,
}

impl Disposition {
    fn of(text: &str) -> Self {
        match text.to_ascii_uppercase().as_str() {
            "ANSWERED" => Self::Answered,
            "NO ANSWER" => Self::NoAnswer,
            "BUSY" => Self::Busy,
            "FAILED" => Self::Failed,
            "CONGESTION" => Self::Congestion,
            _ => Self::Other,
        }
    }
}

/// A date as Asterisk writes it: `2026-11-26 14:05:00`, with fractions or without.
fn date(text: &str) -> Option<DateTime> {
    DateTime::strptime("%Y-%m-%d %H:%M:%S%.f", text).ok()
}

fn known(name: &str, kind: Kind) -> Option<Column> {
    let name = name.trim().to_ascii_lowercase();
    let name = match name.as_str() {
        "acctcode" => "accountcode",
        "bridgepeer" => "peer",
        "extra" => "eventextra",
        other => other,
    };
    let all: &[Column] = if kind == Kind::Cdr { &CDR } else { &CEL };
    all.iter().find(|c| c.name == name).copied()
}

/// The columns, if the first row is their names: most are known, and none is empty.
fn by_names(cells: &[Cow<'_, str>], kind: Kind) -> Option<Vec<Column>> {
    let found = cells.iter().map(|c| known(c, kind)).collect::<Vec<_>>();
    let count = found.iter().flatten().count();
    (count >= 3 && count * 3 >= cells.len() * 2)
        .then(|| found.into_iter().map(|c| c.unwrap_or(LITERAL)).collect())
}

fn by_shape(cells: &[Cow<'_, str>], kind: Kind) -> Option<Vec<Column>> {
    let is_date = |at: usize| cells.get(at).is_some_and(|c| date(c).is_some());
    match (kind, cells.len()) {
        (Kind::Cel, 20) => Some(CEL.to_vec()),
        (Kind::Cel, 21) => {
            let (first, rest) = CEL.split_first()?;
            Some([*first, LITERAL].into_iter().chain(rest.iter().copied()).collect())
        }
        (Kind::Cdr, 18 | 19) if is_date(8) && is_date(10) => {
            CUSTOM.iter().take(cells.len()).map(|name| known(name, kind)).collect()
        }
        (Kind::Cdr, 16..=21) if is_date(9) && is_date(11) => Some(master(cells)),
        _ => None,
    }
}

/// The columns of `cdr_csv`: 16, then what is switched on of uniqueid, userfield, and the three newer ones.
fn master(cells: &[Cow<'_, str>]) -> Vec<Column> {
    let (base, options) = CDR.split_at(16);
    let (optional, newer) = options.split_at(2);
    let with_newer = cells.len() >= 19;
    let count = cells.len() - 16 - if with_newer { 3 } else { 0 };
    let unique = cells.get(16).is_some_and(|c| is_unique_id(c));
    let skip = usize::from(count == 1 && !unique);
    let optional = optional.iter().skip(skip).take(count);
    let newer = newer.iter().take(if with_newer { 3 } else { 0 });
    base.iter().chain(optional).chain(newer).copied().collect()
}

/// `1763990000.42`, with the name of the server before it or without.
fn is_unique_id(text: &str) -> bool {
    let number = text.rsplit('-').next().unwrap_or_default();
    let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    number.split_once('.').is_some_and(|(a, b)| digits(a) && digits(b))
}

/// Which kind of record a file starts with.
pub(crate) fn sniff(head: &str) -> Option<Format> {
    let line = head.split_inclusive('\n').next()?;
    let rows = rows(line).ok()?;
    let cells = rows.first()?.cells.iter().map(|c| c.text(line)).collect::<Vec<_>>();
    if by_names(&cells, Kind::Cdr).is_some() || by_shape(&cells, Kind::Cdr).is_some() {
        return Some(Format::AsteriskCdr);
    }
    let is_event = cells.first().is_some_and(|c| EVENTS.contains(&c.as_ref()));
    let cel =
        by_names(&cells, Kind::Cel).is_some() || is_event && by_shape(&cells, Kind::Cel).is_some();
    cel.then_some(Format::AsteriskCel)
}

/// Events of `cel.conf`.
const EVENTS: [&str; 22] = [
    "CHAN_START",
    "CHAN_END",
    "ANSWER",
    "HANGUP",
    "APP_START",
    "APP_END",
    "PARK_START",
    "PARK_END",
    "USER_DEFINED",
    "BRIDGE_ENTER",
    "BRIDGE_EXIT",
    "BLINDTRANSFER",
    "ATTENDEDTRANSFER",
    "PICKUP",
    "FORWARD",
    "LINKEDID_END",
    "LOCAL_OPTIMIZE",
    "LOCAL_OPTIMIZE_BEGIN",
    "BRIDGE_START",
    "BRIDGE_END",
    "STREAM_BEGIN",
    "DTMF",
];

pub(crate) fn items(source: &str, kind: Kind) -> Result<Vec<Item>, Error> {
    let table = Table::read(source, kind)?;
    let mut items = Vec::new();
    for (number, row) in table.rows.iter().enumerate() {
        for (cell, column) in row.cells.iter().zip(&table.columns) {
            if !cell.place.is_empty() {
                let path = format!("row {}/{}", number + 1, column.name);
                let role = field(column.name, column.holds);
                items.push(Item::Text(Slot::new(path, role, cell.place.clone(), cell.form)));
            }
        }
    }
    Ok(items)
}

#[cfg(test)]
mod tests;
