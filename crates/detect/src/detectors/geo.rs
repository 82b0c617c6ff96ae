//! Places on earth as coordinates: pairs of decimal degrees, degrees with minutes and seconds, `geo:` addresses (RFC 5870),
//! and the strings of ISO 6709 Annex H.
//!
//! A pair of decimals alone may be anything: it takes a context word, a letter for the direction, a scheme, or five decimals
//! in both numbers and no third one. Ranges are checked (latitude to 90, longitude to 180 degrees). The one spelling is
//! `latitude,longitude` in decimal degrees where both are known.

use std::ops::Range;

use super::scan;
use crate::Kind;
use crate::beside::{Beside, Shape};
use crate::detector::{At, Detector, Wakes};
use crate::finding::{CERTAIN, Evidence, Finding, Found, LIKELY, POSSIBLE, STRONG, WEAK};
use crate::lexicon::Sense;
use crate::token::Block;

/// The most digits behind the point, and the fewest without a scheme.
const MOST_DECIMALS: usize = 15;
const FEWEST_DECIMALS: usize = 3;

#[derive(Debug)]
pub(crate) struct Geo;

impl Detector for Geo {
    fn name(&self) -> &'static str {
        "geo"
    }
    fn wakes(&self) -> Wakes {
        Wakes { numbers: Some(may_be_angle), ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let Some(token) = at.block.token(at.token) else { return };
        let (start, end) = (token.start as usize, token.end as usize);
        let before = scan::byte_before(at.block.text, start);
        let behind = at.block.text.as_bytes().get(end..).unwrap_or(&[]);
        match behind {
            [0xc2..=0xff, ..] if degree(at.block.text, end) > 0 => {
                look(at, start).sexagesimal(found);
            }
            [b'.' | b',', a, b, c, ..] if [a, b, c].iter().all(|d| d.is_ascii_digit()) => {
                look(at, start).signed_or_decimal(found);
            }
            // Nearly all numbers end here: few decimals, and neither a sign nor a scheme before.
            _ if !matches!(before, b'+' | b'-' | b':' | 0x92) => {}
            [b'.' | b',', b'0'..=b'9', ..] => look(at, start).signed_or_decimal(found),
            [b'+' | b'-', ..] => {
                look(at, start).iso_6709(found);
            }
            _ => {}
        }
    }
}

fn look<'a>(at: &At<'a>, start: usize) -> Look<'a> {
    Look { block: at.block, token: at.token, start: signed_start(at.block.text, start) }
}

/// Decimals follow, or a sign such as `°`, or the second number of a pair with its own sign; not within a longer number.
fn may_be_angle(shape: &Shape) -> bool {
    use Beside::{Comma, Dash, Dot, High, Plus, Slash};
    let decimals = shape.digit_after && matches!(shape.after, Dot | Comma);
    let pair = matches!(shape.before, Dash | Plus) && matches!(shape.after, Dash | Plus);
    shape.digits <= 7
        && !matches!(shape.before, Dot | Slash)
        && (decimals || pair || shape.after == High)
}

/// Includes the sign before a number.
fn signed_start(text: &str, start: usize) -> usize {
    match scan::byte_before(text, start) {
        b'+' | b'-' => start - 1,
        0x92 if scan::behind(text, start, 3) == "\u{2212}" => start - 3,
        _ => start,
    }
}

/// One number of a pair.
#[derive(Clone, Copy, Debug)]
struct Angle {
    degrees: f64,
    /// How many digits stand behind the point.
    decimals: usize,
    /// `N`, `S`, `E` or `W`, if a letter says so.
    letter: Option<u8>,
    signed: bool,
    end: usize,
}

impl Angle {
    fn is_latitude(&self) -> bool {
        self.degrees.abs() <= 90.0 && !matches!(self.letter, Some(b'E' | b'W'))
    }
    fn is_longitude(&self) -> bool {
        self.degrees.abs() <= 180.0 && !matches!(self.letter, Some(b'N' | b'S'))
    }
}

/// The length of a degree sign at a place; 0 for none.
fn degree(text: &str, at: usize) -> usize {
    if scan::byte(text, at).is_ascii() {
        return 0;
    }
    let sign = scan::ahead(text, at, 2);
    if matches!(sign, "°" | "º" | "˚") { sign.len() } else { 0 }
}

/// A letter for a direction at a place, also in German, French and Spanish (O is east in German, west in the others: it
/// says only that it is a longitude), with the place behind it.
fn direction(text: &str, at: usize) -> Option<(u8, usize)> {
    let from = at + usize::from(scan::byte(text, at) == b' ');
    let letter = scan::byte(text, from);
    let fits =
        matches!(letter, b'N' | b'S' | b'E' | b'W' | b'O') && !scan::word_after(text, from + 1);
    fits.then_some((if letter == b'O' { b'E' } else { letter }, from + 1))
}

/// How a decimal number is written: what can be told before it is read.
#[derive(Clone, Copy, Debug)]
struct Spelling {
    start: usize,
    /// Where its first digit stands.
    from: usize,
    decimals: usize,
    signed: bool,
    end: usize,
}

/// The most bytes of a decimal number: digits before the point, it, and digits behind.
const LONGEST: usize = 3 + 1 + MOST_DECIMALS;

impl Spelling {
    fn read(&self, text: &str) -> Option<Angle> {
        let mut room = [0; LONGEST];
        let digits = text.as_bytes().get(self.from..self.end)?;
        let room = room.get_mut(..digits.len())?;
        room.copy_from_slice(digits);
        room.iter_mut().filter(|b| **b == b',').for_each(|b| *b = b'.');
        let value = std::str::from_utf8(room).ok()?.parse::<f64>().ok()?;
        let negative = self.signed && scan::byte(text, self.start) != b'+';
        Some(Angle {
            degrees: if negative { -value } else { value },
            decimals: self.decimals,
            letter: None,
            signed: self.signed,
            end: self.end,
        })
    }
}

/// A decimal number at a place.
fn decimal_at(text: &str, start: usize) -> Option<Spelling> {
    let first = scan::byte(text, start);
    let signed = matches!(first, b'+' | b'-' | 0xe2);
    let from = match first {
        0xe2 if scan::ahead(text, start, 3) == "\u{2212}" => start + 3,
        _ => start + usize::from(signed),
    };
    let digit = |b: u8| b.is_ascii_digit();
    let whole = scan::forth(text, from, 4, digit);
    let point = matches!(scan::byte(text, whole), b'.' | b',');
    let end = scan::forth(text, whole + 1, MOST_DECIMALS + 1, digit);
    let decimals = end.saturating_sub(whole + 1);
    if !(1..=3).contains(&(whole - from)) || !point || !(1..=MOST_DECIMALS).contains(&decimals) {
        return None;
    }
    Some(Spelling { start, from, decimals, signed, end })
}

/// A decimal number with a degree sign and a letter, which may lead it.
fn angle_at(text: &str, start: usize, leads: bool) -> Option<Angle> {
    let spelling = decimal_at(text, start)?;
    let sign = degree(text, spelling.end);
    let after = direction(text, spelling.end + sign).filter(|_| !leads);
    let end = after.map_or(spelling.end + sign, |(_, end)| end);
    let longer = scan::byte(text, end) == b'.' && scan::byte(text, end + 1).is_ascii_digit();
    if longer || scan::word_after(text, end) {
        return None;
    }
    let before = direction_before(text, start).filter(|_| leads);
    let letter = before.or(after.map(|(letter, _)| letter));
    let mut angle = Angle { letter, end, ..spelling.read(text)? };
    if matches!(angle.letter, Some(b'S' | b'W')) {
        angle.degrees = -angle.degrees.abs();
    }
    Some(angle)
}

/// A letter for a direction before a number (`N 52.52`).
fn direction_before(text: &str, start: usize) -> Option<u8> {
    let to = start - usize::from(scan::byte_before(text, start) == b' ');
    let letter = scan::byte_before(text, to);
    let fits =
        matches!(letter, b'N' | b'S' | b'E' | b'W' | b'O') && !scan::word_before(text, to - 1);
    fits.then_some(if letter == b'O' { b'E' } else { letter })
}

/// Where the second number of a pair starts: after a separator, blanks, or the letter before it.
fn second_start(text: &str, end: usize) -> Option<usize> {
    let from = scan::forth(text, end, 3, |b| matches!(b, b',' | b';' | b'/' | b'|' | b' '));
    let letter = scan::byte(text, from).is_ascii_uppercase()
        && matches!(scan::byte(text, from), b'N' | b'S' | b'E' | b'W' | b'O');
    let from = if letter { scan::forth(text, from + 1, 1, |b| b == b' ') } else { from };
    (from > end).then_some(from)
}

/// A number that was woken, with its sign.
struct Look<'a> {
    block: &'a Block<'a>,
    token: usize,
    start: usize,
}

impl Look<'_> {
    /// Whether a number can start here: no word and no longer number goes before.
    fn starts(&self) -> bool {
        let text = self.block.text;
        let word = scan::word_before(text, self.start) && !self.leads();
        !word && !matches!(scan::byte_before(text, self.start), b'.' | b'/')
    }

    /// Whether the letters for the directions stand before the numbers.
    fn leads(&self) -> bool {
        direction_before(self.block.text, self.start).is_some()
    }

    fn context(&self) -> Option<usize> {
        self.block.before(self.token, 4, Sense::GeoWord.set())
    }

    fn signed_or_decimal(&self, found: &mut Found) {
        if !self.iso_6709(found) {
            self.decimal(found);
        }
    }

    fn decimal(&self, found: &mut Found) {
        let text = self.block.text;
        let scheme = scan::byte_before(text, self.start) == b':'
            && scan::behind(text, self.start, 4).eq_ignore_ascii_case("geo:");
        let point = self.block.token(self.token).map_or(self.start, |t| t.end as usize);
        let few = scan::forth(text, point + 1, FEWEST_DECIMALS, |b| b.is_ascii_digit())
            < point + 1 + FEWEST_DECIMALS;
        if few && !scheme {
            return;
        }
        let Some(first) = self.starts().then(|| angle_at(text, self.start, self.leads())).flatten()
        else {
            return;
        };
        let second = second_start(text, first.end).and_then(|at| angle_at(text, at, self.leads()));
        match second.filter(|s| scheme || s.decimals >= FEWEST_DECIMALS) {
            Some(second) => self.pair(first, second, scheme, found),
            None => self.single(first, found),
        }
    }

    fn pair(&self, first: Angle, second: Angle, scheme: bool, found: &mut Found) {
        let text = self.block.text;
        let context = self.context();
        let turned = first.letter.is_some_and(|l| matches!(l, b'E' | b'W')) || self.is_point();
        let (latitude, longitude) = if turned { (second, first) } else { (first, second) };
        let letters = first.letter.is_some() && second.letter.is_some();
        let known = scheme
            || letters
            || context.is_some()
            || self.is_point()
            || scan::byte_before(text, self.start) == b'@';
        if !latitude.is_latitude() || !longitude.is_longitude() {
            if known {
                found.miss(Kind::Geo, "decimal", self.start..second.end, "miss-range");
            }
            return;
        }
        let score = match () {
            () if scheme => CERTAIN,
            () if letters || known && first.decimals.min(second.decimals) > 3 => STRONG,
            () if known || first.signed && second.signed => LIKELY,
            () if first.decimals.min(second.decimals) >= 5
                && self.are_only_two(&first, &second) =>
            {
                POSSIBLE
            }
            () => WEAK,
        };
        let start = self.letter_start() - if scheme { 4 } else { 0 };
        let finding = Finding::new(Kind::Geo, start..second.end, score)
            .form(if scheme { "geo-uri" } else { "decimal" })
            .normal(format!("{},{}", latitude.degrees, longitude.degrees));
        self.push(finding, "latitude longitude", context, found);
    }

    /// Numbers of a longer row are no pair.
    fn are_only_two(&self, first: &Angle, second: &Angle) -> bool {
        let text = self.block.text;
        let before = scan::behind(text, self.start, 3).trim_end_matches([' ', ',', ';']);
        let row = before.ends_with(|c: char| c.is_ascii_digit());
        let next = second_start(text, second.end).is_some_and(|at| decimal_at(text, at).is_some());
        !row && !next && first.degrees.abs() > 1.0 && second.degrees.abs() > 1.0
    }

    /// `POINT(13.4 52.5)`, as databases write it: the longitude first.
    fn is_point(&self) -> bool {
        scan::behind(self.block.text, self.start, 7).trim_end_matches([' ', '(']).ends_with("POINT")
    }

    fn letter_start(&self) -> usize {
        let text = self.block.text;
        match direction_before(text, self.start) {
            Some(_) => self.start - 1 - usize::from(scan::byte_before(text, self.start) == b' '),
            None => self.start,
        }
    }

    /// One number right after its label (`"lat": 52.52`).
    fn single(&self, angle: Angle, found: &mut Found) {
        let Some(word) = self.block.before(self.token, 1, Sense::GeoWord.set()) else { return };
        let form = match self.block.entry(word).value {
            1 if angle.is_latitude() => "latitude",
            2 if angle.is_longitude() => "longitude",
            _ => return,
        };
        let finding = Finding::new(Kind::Geo, self.start..angle.end, LIKELY)
            .form(form)
            .normal(angle.degrees.to_string());
        self.push(finding, form, Some(word), found);
    }

    /// Degrees, minutes and perhaps seconds, with letters: a pair, or one alone.
    fn sexagesimal(&self, found: &mut Found) {
        let text = self.block.text;
        let Some(first) =
            self.starts().then(|| sexagesimal_at(text, self.start, self.leads())).flatten()
        else {
            return;
        };
        let second =
            second_start(text, first.end).and_then(|at| sexagesimal_at(text, at, self.leads()));
        let start = self.letter_start();
        let latitude_first = first.is_latitude() && !matches!(first.letter, Some(b'E' | b'W'));
        match second {
            Some(second) if latitude_first && second.is_longitude() => {
                let finding = Finding::new(Kind::Geo, start..second.end, STRONG)
                    .form("sexagesimal")
                    .normal(format!("{:.6},{:.6}", first.degrees, second.degrees));
                self.push(finding, "degrees minutes seconds", None, found);
            }
            _ if first.letter.is_some()
                && (first.is_latitude() || first.is_longitude())
                && !self.follows_one() =>
            {
                let finding = Finding::new(Kind::Geo, start..first.end, LIKELY).form("sexagesimal");
                self.push(finding, "degrees minutes seconds", None, found);
            }
            _ => {}
        }
    }

    /// Whether it is the second of a pair, which its first reported.
    fn follows_one(&self) -> bool {
        let before = scan::behind(self.block.text, self.letter_start(), 6);
        before.trim_end_matches([' ', ',', ';']).ends_with(['N', 'S', '"', '″', '\'', '′'])
    }

    /// `+52.5200+013.4050/`: latitude and longitude with as many digits as their degrees, minutes and seconds take.
    fn iso_6709(&self, found: &mut Found) -> bool {
        let text = self.block.text;
        let signed = |at: usize| matches!(scan::byte(text, at), b'+' | b'-');
        if !signed(self.start) || scan::word_before(text, self.start) {
            return false;
        }
        let Some((latitude, middle)) = iso_part(text, self.start, 2) else { return false };
        let Some((longitude, end)) = signed(middle).then(|| iso_part(text, middle, 3)).flatten()
        else {
            return false;
        };
        let height = if signed(end) {
            scan::forth(text, end + 1, 10, |b| b.is_ascii_digit() || b == b'.')
        } else {
            end
        };
        let slash = scan::byte(text, height) == b'/';
        if latitude.abs() > 90.0 || longitude.abs() > 180.0 || !(slash || self.context().is_some())
        {
            return false;
        }
        let finding = Finding::new(Kind::Geo, self.start..height + usize::from(slash), STRONG)
            .form("iso-6709")
            .normal(format!("{latitude},{longitude}"));
        self.push(finding, "iso-6709", None, found);
        true
    }

    fn push(
        &self,
        finding: Finding,
        pattern: &'static str,
        context: Option<usize>,
        found: &mut Found,
    ) {
        let finding = finding.because(Evidence::Pattern(pattern));
        found.push(match context.and_then(|word| self.block.token(word)) {
            Some(word) => finding.because(Evidence::Context(word.place())),
            None => finding,
        });
    }
}

/// A signed part of ISO 6709 with this many digits for the degrees, and its end.
fn iso_part(text: &str, start: usize, width: usize) -> Option<(f64, usize)> {
    let digit = |b: u8| b.is_ascii_digit();
    let whole = scan::forth(text, start + 1, 8, digit);
    let end = match scan::byte(text, whole) {
        b'.' => scan::forth(text, whole + 1, MOST_DECIMALS, digit),
        _ => whole,
    };
    let number = |from: usize, to: usize| scan::piece(text, from..to).parse::<f64>().ok();
    let from = start + 1;
    let degrees = match (whole - from).checked_sub(width)? {
        0 => number(from, end)?,
        2 => number(from, from + width)? + number(from + width, end)? / 60.0,
        4 => {
            number(from, from + width)?
                + number(from + width, from + width + 2)? / 60.0
                + number(from + width + 2, end)? / 3600.0
        }
        _ => return None,
    };
    Some((if scan::byte(text, start) == b'-' { -degrees } else { degrees }, end))
}

/// `52°31′12.3″N`, `N 52° 31.205'`: needs minutes.
fn sexagesimal_at(text: &str, start: usize, leads: bool) -> Option<Angle> {
    let before = direction_before(text, start).filter(|_| leads);
    let signed = matches!(scan::byte(text, start), b'+' | b'-');
    let (degrees, after) = part(text, start + usize::from(signed), &["°", "º", "˚"], 3)?;
    let (minutes, mut end) = part(text, after, &["'", "′", "’"], 2)?;
    let seconds = part(text, end, &["\"", "″", "”", "''", "′′"], 2);
    if let Some((_, after)) = seconds {
        end = after;
    }
    let seconds = seconds.map_or(0.0, |(s, _)| s);
    let after = direction(text, end).filter(|_| !leads);
    let letter = before.or(after.map(|(letter, _)| letter));
    if minutes >= 60.0 || seconds >= 60.0 {
        return None;
    }
    let value = degrees + minutes / 60.0 + seconds / 3600.0;
    let negative = matches!(letter, Some(b'S' | b'W')) || scan::byte(text, start) == b'-';
    Some(Angle {
        degrees: if negative { -value } else { value },
        decimals: 0,
        letter,
        signed,
        end: after.map_or(end, |(_, end)| end),
    })
}

/// A number with its sign, after at most one blank, and the place behind it.
fn part(text: &str, from: usize, signs: &[&str], digits: usize) -> Option<(f64, usize)> {
    let from = from + usize::from(scan::byte(text, from) == b' ');
    let whole = scan::forth(text, from, digits, |b| b.is_ascii_digit());
    let mut end = whole;
    if matches!(scan::byte(text, whole), b'.' | b',') {
        end = scan::forth(text, whole + 1, 8, |b| b.is_ascii_digit());
    }
    let Range { start, end: to } = from..end;
    let value = scan::piece(text, start..to).replace(',', ".").parse::<f64>().ok()?;
    let to = to + usize::from(scan::byte(text, to) == b' ');
    let rest = scan::ahead(text, to, 6);
    // Two single signs are one double: the longest that fits.
    let sign = signs.iter().filter(|s| rest.starts_with(**s)).map(|s| s.len()).max()?;
    Some((value, to + sign))
}

#[cfg(test)]
mod tests {
    use crate::Kind;
    use crate::detectors::testing::{forms, missed, normals, places};

    #[test]
    fn coordinates() {
        for (text, place, normal) in [
            ("GPS 52.520008, 13.404954", "52.520008, 13.404954", "52.520008,13.404954"),
            ("Koordinaten: 52,5200; 13,4050.", "52,5200; 13,4050", "52.52,13.405"),
            ("at 52.5200° N, 13.4050° E", "52.5200° N, 13.4050° E", "52.52,13.405"),
            ("N 52.5200 E 13.4050", "N 52.5200 E 13.4050", "52.52,13.405"),
            ("33.8688 S 151.2093 E", "33.8688 S 151.2093 E", "-33.8688,151.2093"),
            ("geo:48.198634,16.371648;crs=wgs84", "geo:48.198634,16.371648", "48.198634,16.371648"),
            ("@48.20849,16.37208,17z", "48.20849,16.37208", "48.20849,16.37208"),
            ("(-33.86882, 151.20930)", "-33.86882, 151.20930", "-33.86882,151.2093"),
            ("POINT(13.4050 52.5200)", "13.4050 52.5200", "52.52,13.405"),
            ("+48.8577+002.295/", "+48.8577+002.295/", "48.8577,2.295"),
            ("+40.6894-074.0447+010.5/", "+40.6894-074.0447+010.5/", "40.6894,-74.0447"),
            ("bei 52°31'12\"N 13°24'18\"E.", "52°31'12\"N 13°24'18\"E", "52.520000,13.405000"),
            ("52° 31.2′ N, 13° 24.3′ E", "52° 31.2′ N, 13° 24.3′ E", "52.520000,13.405000"),
            ("52°31′12,0″ N 13°24′18,0″ O", "52°31′12,0″ N 13°24′18,0″ O", "52.520000,13.405000"),
        ] {
            assert_eq!(places(text, Kind::Geo), [place], "{text}");
            assert_eq!(normals(text, Kind::Geo), [normal], "{text}");
        }
        let json = "{\"lat\": 52.520008, \"lng\":13.404954}";
        assert_eq!(places(json, Kind::Geo), ["52.520008", "13.404954"]);
        assert_eq!(forms(json, Kind::Geo), ["latitude", "longitude"]);
        assert_eq!(places("lat=52.520&lon=13.404", Kind::Geo).len(), 2);
    }

    #[test]
    fn what_is_none() {
        for text in [
            "12.50, 13.99",
            "1.234, 5.678",
            "0.12345, 0.67891",
            "1.23456, 2.34567, 3.45678",
            "1.234.567,890 EUR",
            "21°C",
            "90° Grad",
            "GPS 99.1234, 200.1234",
            "pi is 3.14159",
            "v1.2345, 2.3456",
            "10:30:12.345, 11.345",
            "192.168.1.1",
            "+49.301 234",
            "5'11\"",
        ] {
            assert!(places(text, Kind::Geo).is_empty(), "{text}");
        }
        assert_eq!(missed("GPS 99.1234, 200.1234", Kind::Geo), ["miss-range"]);
    }

    proptest::proptest! {
        #[test]
        fn a_pair_has_one_spelling(latitude in -89_999_999i64..90_000_000, longitude in -179_999_999i64..180_000_000) {
            let decimal = |v: i64| format!("{}{}.{:06}", if v < 0 { "-" } else { "" }, v.abs() / 1_000_000, v.abs() % 1_000_000);
            let (a, b) = (decimal(latitude), decimal(longitude));
            let normal = format!("{},{}", a.parse::<f64>().unwrap(), b.parse::<f64>().unwrap());
            for text in [format!("GPS {a}, {b} x"), format!("geo:{a},{b}"), format!("@{a},{b},3z")] {
                assert_eq!(normals(&text, Kind::Geo), [normal.as_str()], "{text}");
            }
        }

        #[test]
        fn no_text_stops_it(text in "([0-9]{1,4}|[.,+ NSEWO/@°'\"-]|geo:|GPS ){0,30}") {
            places(&text, Kind::Geo);
        }
    }
}
