//! Telephone numbers of all countries: which are possible, which are assigned, and their one spelling (ITU-T E.164).
//!
//! **Owns** the numbering plans and reading one number. **Leaves to others** finding numbers in text (`detectors/phone`).
//! The plans are those of libphonenumber as an automaton over digits (`automaton`); `tools/lab/phone_plan.py` writes it. A
//! number is decided by one table look-up a digit.
//!
//! Not followed: carrier selection codes (Brazil `0 15 …`), Argentina's `15` within national mobile numbers, and subscriber
//! numbers without area code.

mod automaton;
mod e164;
mod plan;

use automaton::Automaton;
pub use e164::{E164, Why, e164};

/// The most digits of an international number without `+` (ITU-T E.164 §6.2.1 allows 15; Germany has some of 17).
pub const MOST_DIGITS: usize = 17;
/// The longest text that is read as one number, in bytes.
pub const LONGEST_TEXT: usize = 64;

/// A country or territory by its two letters (ISO 3166-1; `XK` for Kosovo, `AC` and `TA` as used in telephony).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Region([u8; 2]);

impl Region {
    /// The region of two letters, if it has a numbering plan.
    ///
    /// ```
    /// # use abide_detect::phone::Region;
    /// assert_eq!(Region::from_code("DE").map(|r| r.to_string()).as_deref(), Some("DE"));
    /// assert_eq!(Region::from_code("QQ"), None);
    /// ```
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let letters: [u8; 2] = code.as_bytes().try_into().ok()?;
        let known = letters != WORLD && plan::PLANS.iter().any(|p| p.region == letters);
        known.then_some(Self(letters))
    }
    /// Its two letters.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("")
    }
    /// The region of two letters that are known to be one.
    pub(crate) const fn of(letters: &[u8; 2]) -> Self {
        Self(*letters)
    }
    fn plan(self) -> Option<&'static Plan> {
        let number = *REGIONS.get(place(self.0)?)?;
        plan::PLANS.get(usize::from(number)).filter(|p| p.region == self.0)
    }
}

impl std::fmt::Display for Region {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::fmt::Debug for Region {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

/// The letters that stand for no region: codes such as +800 and +883 that belong to the world.
const WORLD: [u8; 2] = *b"  ";

/// What kind of line a number belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Line {
    /// The caller pays more than for the call.
    Premium,
    /// The called pays.
    TollFree,
    /// Both pay.
    SharedCost,
    /// Over the Internet, tied to no place.
    Voip,
    /// Follows its holder.
    Personal,
    /// Pager.
    Pager,
    /// One number for a company everywhere.
    Company,
    /// Voice mail.
    VoiceMail,
    /// Fixed line.
    Fixed,
    /// Mobile.
    Mobile,
    /// Fixed or mobile: the plan does not tell (North America).
    FixedOrMobile,
    /// The length fits the country, but no block of its plan has this number.
    Unassigned,
}

/// The lines in the order of the automaton's labels.
const LINES: [Line; 11] = [
    Line::Premium,
    Line::TollFree,
    Line::SharedCost,
    Line::Voip,
    Line::Personal,
    Line::Pager,
    Line::Company,
    Line::VoiceMail,
    Line::Fixed,
    Line::Mobile,
    Line::FixedOrMobile,
];

/// What one region dials.
#[derive(Debug)]
struct Plan {
    region: [u8; 2],
    country: u16,
    /// The automaton's first state for the calling code.
    root: u16,
    /// Lengths that national numbers have: bit n for n digits.
    lengths: u32,
    /// What is dialled before a national number.
    trunk: &'static str,
    /// What is dialled before an international number.
    abroad: &'static str,
}

/// A telephone number that has been read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    /// `+`, calling code and national number (ITU-T E.164), without an extension.
    pub e164: Box<str>,
    /// The calling code: 49 for Germany.
    pub country: u16,
    /// The region; `None` for codes that belong to the world, and for unassigned numbers of a code that regions share.
    pub region: Option<Region>,
    /// What kind of line it is.
    pub line: Line,
}

/// Reads a telephone number as it is written or dialled; `region` is where one without country code is dialled.
///
/// Blanks, dots, hyphens, slashes, brackets, a `tel:` before it and an extension behind it are no part of the number.
/// Returns `None` for what has letters or a length that the country does not have; a number of the right length that is
/// not assigned is returned as [`Line::Unassigned`].
///
/// ```
/// use abide_detect::phone::{parse, Line, Region};
/// let number = parse("(0351) 327294", Region::from_code("DE")).unwrap();
/// assert_eq!(&*number.e164, "+49351327294");
/// assert_eq!(number.line, Line::Fixed);
/// assert_eq!(parse("+46 (0)8 928 571 38", None).unwrap().country, 46);
/// assert_eq!(parse("call me", None), None);
/// ```
#[must_use]
pub fn parse(text: &str, region: Option<Region>) -> Option<Number> {
    let mut digits = Digits::default();
    let plus = digits.read(text)?;
    let judged = judge(digits.as_slice(), plus, region)?;
    Some(Number {
        e164: judged.e164(),
        country: judged.country,
        region: judged.region,
        line: judged.line,
    })
}

/// The country's calling code and the area code (or the prefix of the mobile network) of a number in E.164 form; the area
/// is empty where the plan has none.
///
/// ```
/// # use abide_detect::phone::country_and_area;
/// assert_eq!(country_and_area("+49351327294"), Some((49, "351")));
/// ```
#[must_use]
pub fn country_and_area(e164: &str) -> Option<(u16, &str)> {
    let digits = e164.strip_prefix('+')?;
    let mut values = Digits::default();
    values.read(e164)?;
    let judged = judge(values.as_slice(), true, None)?;
    let code = digits.len().checked_sub(judged.national().len())?;
    Some((judged.country, digits.get(code..code + usize::from(judged.area))?))
}

/// What the plans say of a number. It holds its national digits, so that deciding costs no memory from the heap.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judged {
    pub(crate) country: u16,
    pub(crate) region: Option<Region>,
    pub(crate) line: Line,
    area: u8,
    digits: [u8; MOST_DIGITS],
    count: u8,
}

impl Judged {
    fn national(&self) -> &[u8] {
        self.digits.get(..usize::from(self.count)).unwrap_or(&[])
    }
    /// Whether a block of the plan has it.
    pub(crate) fn assigned(&self) -> bool {
        self.line != Line::Unassigned
    }
    /// Its one spelling.
    pub(crate) fn e164(&self) -> Box<str> {
        // Formatting costs more than finding the number.
        let mut text = [b'+'; 1 + 3 + MOST_DIGITS];
        let mut end = 1;
        let mut put = |digit: u8| {
            if let Some(place) = text.get_mut(end) {
                *place = b'0' + digit;
                end += 1;
            }
        };
        let powers = [100, 10, 1].into_iter().filter(|power| self.country >= *power);
        powers.for_each(|power| put((self.country / power % 10) as u8));
        self.national().iter().for_each(|digit| put(*digit));
        std::str::from_utf8(text.get(..end).unwrap_or(&[])).unwrap_or("").into()
    }
}

/// Decides on the digits of a number; `plus` says that they start with a calling code.
pub(crate) fn judge(digits: &[u8], plus: bool, region: Option<Region>) -> Option<Judged> {
    if plus {
        return international(digits);
    }
    let home = region.and_then(Region::plan);
    let abroad = home.map_or("00", |p| p.abroad);
    let from_abroad = strip(digits, abroad).and_then(international);
    let here = home.and_then(|plan| national(digits, plan));
    match (from_abroad, here) {
        (Some(a), Some(h)) => Some(if a.assigned() && !h.assigned() { a } else { h }),
        (None, None) if abroad != "00" => strip(digits, "00").and_then(international),
        (a, h) => a.or(h),
    }
}

/// Decides on a number as it is dialled within a region: with its trunk prefix, unless the region needs none.
pub(crate) fn dialled(digits: &[u8], region: Region) -> Option<Judged> {
    let plan = region.plan()?;
    let needless = plan.trunk.is_empty() || plan.trunk == "1";
    let dialled = needless || strip(digits, plan.trunk).is_some();
    judge(digits, false, Some(region)).filter(|judged| dialled && judged.assigned())
}

/// Where two letters have their place in [`REGIONS`].
const fn place([a, b]: [u8; 2]) -> Option<usize> {
    if a.is_ascii_uppercase() && b.is_ascii_uppercase() {
        Some((a - b'A') as usize * 26 + (b - b'A') as usize)
    } else {
        None
    }
}

/// The place of each region's plan; for letters that are none, any.
#[expect(clippy::indexing_slicing, reason = "checked when compiled")]
static REGIONS: [u8; 26 * 26] = {
    let mut regions = [0; 26 * 26];
    let mut at = 0;
    while at < plan::PLANS.len() {
        if let Some(place) = place(plan::PLANS[at].region) {
            regions[place] = at as u8;
        }
        at += 1;
    }
    regions
};

/// The place of each calling code's first plan; for numbers that are none, any.
#[expect(clippy::indexing_slicing, reason = "checked when compiled")]
static CODES: [u8; 1000] = {
    let mut codes = [0; 1000];
    let mut at = plan::PLANS.len();
    while at > 0 {
        at -= 1;
        codes[plan::PLANS[at].country as usize] = at as u8;
    }
    codes
};

fn international(digits: &[u8]) -> Option<Judged> {
    // No calling code is the start of another one.
    let mut code = 0;
    for length in 1..=3 {
        code = code * 10 + u16::from(*digits.get(length - 1)?);
        let at = usize::from(*CODES.get(usize::from(code))?);
        if let Some(plan) = plan::PLANS.get(at).filter(|p| p.country == code) {
            return national(digits.get(length..)?, plan);
        }
    }
    None
}

/// Decides on a national number with or without trunk prefix.
fn national(digits: &[u8], plan: &'static Plan) -> Option<Judged> {
    let without = strip(digits, plan.trunk).and_then(|d| within(d, plan));
    if without.is_some_and(|n| n.assigned()) {
        return without;
    }
    match within(digits, plan) {
        Some(whole) if whole.assigned() || without.is_none() => Some(whole),
        _ => without,
    }
}

/// Looks a national number up.
fn within(national: &[u8], plan: &'static Plan) -> Option<Judged> {
    let label = Automaton::BUILT_IN.run(plan.root, national);
    let possible = 1_u32.checked_shl(national.len() as u32).is_some_and(|n| plan.lengths & n != 0);
    if label.is_none() && !possible {
        return None;
    }
    let mut judged = Judged {
        country: plan.country,
        region: None,
        line: Line::Unassigned,
        area: 0,
        digits: [0; MOST_DIGITS],
        count: national.len() as u8,
    };
    judged.digits.get_mut(..national.len())?.copy_from_slice(national);
    if let Some(label) = label {
        let region = plan::PLANS.get(usize::from(label.region))?.region;
        judged.region = (region != WORLD).then_some(Region(region));
        judged.line = *LINES.get(usize::from(label.line))?;
        judged.area = label.area;
    }
    Some(judged)
}

fn strip<'a>(digits: &'a [u8], prefix: &str) -> Option<&'a [u8]> {
    let rest = digits.get(prefix.len()..)?;
    let same = digits.iter().zip(prefix.bytes()).all(|(d, p)| *d + b'0' == p);
    (same && !prefix.is_empty()).then_some(rest)
}

/// The digits of a number as it is written.
#[derive(Default)]
struct Digits {
    values: [u8; MOST_DIGITS + 6],
    count: usize,
}

impl Digits {
    fn as_slice(&self) -> &[u8] {
        self.values.get(..self.count).unwrap_or(&[])
    }
    /// Reads a text; tells whether a `+` stands before the first digit. `None` if it is no number.
    fn read(&mut self, text: &str) -> Option<bool> {
        let text = text.trim();
        let text = text.strip_prefix("tel:").unwrap_or(text);
        if text.len() > LONGEST_TEXT {
            return None;
        }
        let mut plus = false;
        for c in without_extension(text).chars() {
            match c {
                '0'..='9' => self.push(c as u8 - b'0')?,
                '+' | '\u{ff0b}' if self.count == 0 && !plus => plus = true,
                ' ' | '\u{a0}' | '\u{202f}' | '.' | '-' | '/' | '(' | ')' => {}
                '\u{2010}'..='\u{2015}' => {}
                _ => return None,
            }
        }
        Some(plus)
    }
    fn push(&mut self, digit: u8) -> Option<()> {
        *self.values.get_mut(self.count)? = digit;
        self.count += 1;
        Some(())
    }
}

/// Cuts an extension off: from the first letter, comma, semicolon or `#` on, if only digits follow its word.
fn without_extension(text: &str) -> &str {
    let Some(at) = text.find(|c: char| c.is_ascii_alphabetic() || matches!(c, ',' | ';' | '#'))
    else {
        return text;
    };
    let (number, extension) = text.split_at(at);
    let rest = extension.trim_start_matches(|c: char| {
        c.is_ascii_alphabetic() || matches!(c, ',' | ';' | '#' | '.' | ':' | ' ' | '=')
    });
    let digits = !rest.is_empty() && rest.len() <= 7 && rest.bytes().all(|b| b.is_ascii_digit());
    if digits { number } else { text }
}

#[cfg(test)]
mod tests;
