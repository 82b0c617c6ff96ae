//! Texts of our own with names in them: letters, calls, tickets, forms, logs, made from templates and lists.
//!
//! A template is one line of `<language>.txt`: text with `{slots}` that [`fill`] fills, choices `<this|or this|>` that may
//! be nested, `\n` for a line end. What a slot for a name gives is labelled; everything else is no name.

mod fill;
mod people;
mod places;
mod things;

pub use fill::Filler;

use abide_detect::names::model::Label;

use crate::random::Random;
use crate::train::sequence::Text;

/// The languages with their templates and their share of all texts in percent.
const FILES: [(Language, &str, usize); 5] = [
    (Language::German, include_str!("de.txt"), 43),
    (Language::English, include_str!("en.txt"), 43),
    (Language::French, include_str!("fr.txt"), 5),
    (Language::Spanish, include_str!("es.txt"), 5),
    (Language::Slovak, include_str!("sk.txt"), 4),
];

/// A language of templates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Language {
    German,
    English,
    French,
    Spanish,
    Slovak,
}

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Slot(String),
    Choice(Vec<Vec<Piece>>),
}

/// Makes so many texts.
#[must_use]
pub fn make(count: usize, random: &mut Random) -> Vec<Text> {
    let maker = Filler::default();
    let mut texts = Vec::with_capacity(count);
    for (language, file, share) in FILES {
        let templates: Vec<Vec<Piece>> = lines(file).map(parse).collect();
        for _ in 0..count * share / 100 {
            let Some(template) = templates.get(random.below(templates.len())) else { continue };
            let mut text = Text::default();
            expand(template, language, &maker, random, &mut text);
            texts.push(vary(text, random));
        }
    }
    texts
}

/// The same text about others: every name is replaced by one of its kind and, roughly, its length.
#[must_use]
pub fn rename(text: &Text, german: bool, maker: &Filler, random: &mut Random) -> Text {
    let language = if german { Language::German } else { Language::English };
    let mut out = Text::default();
    let mut at = 0;
    for (place, label) in &text.names {
        out.text.push_str(text.text.get(at..place.start).unwrap_or(""));
        let own = text.text.get(place.clone()).unwrap_or("");
        let slot = match (label, own.split_whitespace().count()) {
            (Label::BeginPerson, 1) => random.pick(&["first", "last"]),
            (Label::BeginPerson, _) => "full",
            (Label::BeginPlace, _) => random.pick(&["town", "town", "country"]),
            _ => "org",
        };
        maker.fill(slot, language, random, &mut out);
        at = place.end;
    }
    out.text.push_str(text.text.get(at..).unwrap_or(""));
    out
}

/// The templates of a file: its lines without remarks and empty ones.
fn lines(file: &str) -> impl Iterator<Item = &str> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with("# "))
}

fn parse(line: &str) -> Vec<Piece> {
    let line = line.replace("\\n", "\n");
    let mut rest = line.as_str();
    pieces(&mut rest)
}

/// Reads pieces up to the end of the choice they are in, or of the template.
fn pieces(rest: &mut &str) -> Vec<Piece> {
    let mut out = Vec::new();
    while let Some(c) = rest.chars().next() {
        match c {
            '<' => {
                *rest = rest.get(1..).unwrap_or("");
                out.push(choice(rest));
            }
            '{' => {
                let (slot, after) =
                    rest.get(1..).and_then(|r| r.split_once('}')).unwrap_or(("", ""));
                out.push(Piece::Slot(slot.to_owned()));
                *rest = after;
            }
            '|' | '>' => return out,
            _ => {
                let end = rest.find(['<', '{', '|', '>']).unwrap_or(rest.len());
                let (text, after) = rest.split_at(end);
                out.push(Piece::Text(text.to_owned()));
                *rest = after;
            }
        }
    }
    out
}

fn choice(rest: &mut &str) -> Piece {
    let mut ways = Vec::new();
    loop {
        ways.push(pieces(rest));
        let sign = rest.chars().next();
        *rest = rest.get(1..).unwrap_or("");
        if sign != Some('|') {
            return Piece::Choice(ways);
        }
    }
}

fn expand(
    pieces: &[Piece],
    language: Language,
    filler: &Filler,
    random: &mut Random,
    out: &mut Text,
) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.text.push_str(text),
            Piece::Slot(slot) => filler.fill(slot, language, random, out),
            Piece::Choice(ways) => {
                if let Some(way) = ways.get(random.below(ways.len())) {
                    expand(way, language, filler, random, out);
                }
            }
        }
    }
}

/// Adds a name to a text.
fn name(out: &mut Text, label: Label, name: &str) {
    let start = out.text.len();
    out.text.push_str(name);
    out.names.push((start..out.text.len(), label));
}

/// As transcripts and hasty writers have it: some texts without capitals, some in capitals only.
fn vary(text: Text, random: &mut Random) -> Text {
    match random.below(100) {
        0..14 => lower(&text),
        14..17 => each(&text, str::to_uppercase),
        _ => text,
    }
}

/// The same text without capitals.
#[must_use]
pub fn lower(text: &Text) -> Text {
    each(text, str::to_lowercase)
}

fn each(text: &Text, change: fn(&str) -> String) -> Text {
    let mut out = Text::default();
    let mut at = 0;
    let piece = |range: std::ops::Range<usize>| change(text.text.get(range).unwrap_or(""));
    for (place, label) in &text.names {
        out.text.push_str(&piece(at..place.start));
        name(&mut out, *label, &piece(place.clone()));
        at = place.end;
    }
    out.text.push_str(&piece(at..text.text.len()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_may_be_nested_and_empty() {
        let template = parse("a<b<c|>|{x}>\\nd");
        assert_eq!(template.len(), 3);
        let Piece::Choice(ways) = &template[1] else { panic!("{template:?}") };
        assert_eq!(ways.len(), 2);
        assert_eq!(ways[1], [Piece::Slot("x".into())]);
        assert_eq!(template[2], Piece::Text("\nd".into()));
    }

    #[test]
    fn every_slot_is_known_and_every_template_is_whole() {
        for (_, file, _) in FILES {
            for line in lines(file) {
                let open = line.matches('<').count();
                assert_eq!(open, line.matches('>').count(), "{line}");
                let mut rest = line;
                while let Some((_, after)) = rest.split_once('{') {
                    let (slot, after) = after.split_once('}').unwrap();
                    assert!(fill::is_known(slot), "{{{slot}}} in: {line}");
                    rest = after;
                }
            }
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_texts_and_names_lie_within() {
        let texts = make(500, &mut Random::new(7));
        let again = make(500, &mut Random::new(7));
        assert!(texts.iter().zip(&again).all(|(a, b)| a.text == b.text));
        for text in &texts {
            for (place, _) in &text.names {
                let name = text.text.get(place.clone()).unwrap();
                assert!(!name.trim().is_empty(), "{:?}", text.text);
            }
        }
    }
}
