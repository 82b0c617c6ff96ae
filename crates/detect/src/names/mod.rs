//! The tagger: names of persons, places and organisations.
//!
//! A linear-chain model (Lafferty, `McCallum`, Pereira 2001) over the same tokens that detectors see. **Owns**: what the model
//! sees ([`features`]), its weights ([`model`], `models/names.bin`), decoding ([`viterbi`]), and the rules on top of it.
//! **Leaves to others**: training (`tools/lab`), settling overlaps with other findings (`resolve`).

pub mod features;
mod memory;
pub mod model;
mod rules;
pub mod viterbi;
mod writing;

use std::ops::Range;
use std::sync::LazyLock;

use crate::Kind;
use crate::finding::{Evidence, Finding, Found, POSSIBLE, STRONG};
use crate::lexicon::{Lexicon, Sense, SenseSet};
use crate::token::{Block, Case, Class};

use features::{Meanings, Scene};
use model::{Label, Model};
use viterbi::Lattice;

/// The score of a person's name at no margin at all. It lies a little below what is reported: such readings are wrong more
/// often than right (measured on sets that were held out of training).
const LEAST: u8 = POSSIBLE - 3;

static BUILT_IN: LazyLock<Option<Model<'static>>> =
    LazyLock::new(|| Model::read(include_bytes!("../../models/names.bin")).ok());

/// Marks names in texts. Made once, used from many threads.
#[derive(Debug)]
pub struct Tagger<'m> {
    model: Option<Model<'m>>,
    meanings: Meanings,
}

/// Memory that is reused from text to text.
#[derive(Debug, Default)]
pub struct Scratch {
    scene: Scene,
    lattice: Lattice,
}

impl Tagger<'static> {
    /// With the built-in model, for tokens cut with this lexicon.
    #[must_use]
    pub fn new(lexicon: &Lexicon) -> Self {
        Self { model: *BUILT_IN, meanings: Meanings::new(lexicon) }
    }
}

impl<'m> Tagger<'m> {
    /// With another model.
    #[must_use]
    pub fn with_model(model: Model<'m>, lexicon: &Lexicon) -> Self {
        Self { model: Some(model), meanings: Meanings::new(lexicon) }
    }

    /// Finds names; `found` holds what the detectors have found, which is no name.
    pub fn tag(&self, block: &Block<'_>, scratch: &mut Scratch, found: &mut Found) {
        let Some(model) = &self.model else { return };
        scratch.scene.read(block, &self.meanings, &found.findings);
        let detected = found.findings.len();
        let mut at = 0;
        while let Some(stretch) = scratch.scene.next_stretch(at) {
            at = stretch.end;
            self.tag_stretch(block, model, stretch, scratch, found);
        }
        let (known, model) = found.findings.split_at_mut(detected);
        rules::end_at_addresses(block, known, model);
        let mut names = rules::Names { model, added: Vec::new() };
        rules::apply(block, &mut names);
        memory::apply(block, &scratch.scene, &mut names);
        let added = names.added;
        found.findings.extend(added);
    }

    fn tag_stretch(
        &self,
        block: &Block<'_>,
        model: &Model<'_>,
        stretch: Range<usize>,
        scratch: &mut Scratch,
        found: &mut Found,
    ) {
        let Scratch { scene, lattice } = scratch;
        lattice.clear();
        scene.each(block, &self.meanings, stretch.clone(), |keys| lattice.push(model.scores(keys)));
        let labels = lattice.decode(model);
        if labels.iter().all(|l| *l == Label::Out) {
            return;
        }
        let spans: Vec<_> = spans(labels).collect();
        lattice.decode_backward(model);
        for (span, begin, inner) in spans {
            let margin = span.clone().map(|t| lattice.margin(t, [begin, inner])).min().unwrap_or(0);
            let tokens = span.start + stretch.start..span.end + stretch.start;
            report(block, tokens, begin, sureness(margin, model), found);
        }
    }
}

/// The names in a sequence of labels: which labels, and the label of the first and the further tokens.
pub fn spans(labels: &[Label]) -> impl Iterator<Item = (Range<usize>, Label, Label)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let begin = *labels.get(at)?;
            at += 1;
            let inner = match begin {
                Label::BeginPerson => Label::InPerson,
                Label::BeginPlace => Label::InPlace,
                Label::BeginOrganisation => Label::InOrganisation,
                _ => continue,
            };
            let start = at - 1;
            at += labels.iter().skip(at).take_while(|l| **l == inner).count();
            return Some((start..at, begin, inner));
        }
    })
}

/// A margin in percent of the one that is as good as sure.
fn sureness(margin: i16, model: &Model<'_>) -> u8 {
    (i32::from(margin.max(0)) * 100 / i32::from(model.margin())).min(100) as u8
}

fn report(block: &Block<'_>, tokens: Range<usize>, label: Label, sure: u8, found: &mut Found) {
    let kind = match label {
        Label::BeginPerson => Kind::Person,
        Label::BeginPlace => Kind::Loc,
        _ => Kind::Org,
    };
    let Some(place) = bounds(block, tokens, kind) else { return };
    let least = if kind == Kind::Person { LEAST } else { POSSIBLE };
    let score = least + (u16::from(sure) * u16::from(STRONG - least) / 100) as u8;
    found.push(Finding::new(kind, place, score).because(Evidence::Model(sure)));
}

/// A name without what stands around it: titles, greetings and words for persons before a person's, signs at its ends.
fn bounds(block: &Block<'_>, tokens: Range<usize>, kind: Kind) -> Option<Range<usize>> {
    const AROUND: SenseSet = SenseSet::of(&[Sense::Greeting, Sense::PersonWord]);
    const TITLES: SenseSet = AROUND.and(SenseSet::of(&[Sense::Honorific, Sense::Degree]));
    const KNOWN: SenseSet = SenseSet::of(&[Sense::Given, Sense::Surname]);
    let Range { mut start, mut end } = tokens;
    let sign = |at: usize| block.token(at).is_some_and(|t| t.class == Class::Sign);
    let titled = |at: usize| {
        let senses = block.senses(at);
        let long = block.token(at).is_some_and(|t| t.len() > 1);
        let name = if senses.meets(AROUND) { KNOWN } else { Sense::Given.set() };
        kind == Kind::Person && long && senses.meets(TITLES) && !senses.meets(name)
    };
    while start < end && (sign(start) || (titled(start) && end - start > 1)) {
        start += 1;
    }
    while start < end && sign(end - 1) && !block.token(end - 1)?.is('.') {
        end -= 1;
    }
    // The full stop of "Inc.", unless it ends the sentence, too.
    let goes_on = |at: usize| {
        block
            .token(at)
            .is_some_and(|t| t.case == Case::Lower || t.class == Class::Number || t.is(','))
    };
    if kind == Kind::Org
        && block.token(end).is_some_and(|t| t.is('.'))
        && block.joined(end)
        && block.senses(end.checked_sub(1)?).has(Sense::LegalForm)
        && block.token(end - 1)?.len() <= 4
        && goes_on(end + 1)
    {
        end += 1;
    }
    let (first, last) = (block.token(start)?, block.token(end.checked_sub(1)?)?);
    let place = first.start as usize..last.end as usize;
    // One letter is no name.
    let long = block.slice(place.clone()).chars().nth(1).is_some();
    (start < end && long).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Finder;

    fn found(text: &str, kind: Kind) -> Vec<&str> {
        let findings = Finder::default().find(text);
        findings.into_iter().filter(|f| f.kind == kind).map(|f| &text[f.place]).collect()
    }

    #[test]
    fn persons_in_letters_calls_and_notes() {
        for (text, expected) in [
            ("Sehr geehrte Frau Dr. Wimmershof,\n\nanbei die Rechnung.", vec!["Wimmershof"]),
            ("Mit freundlichen Grüßen\nJörg Krappinger\nTel. 030 1234", vec!["Jörg Krappinger"]),
            ("Agent: My name is Louis Anderson, how can I help?", vec!["Louis Anderson"]),
            ("Name: Brandlow, Henrike; geb. 3.5.1980", vec!["Brandlow, Henrike"]),
            ("Hallo Kropp, Elfriede,\ndanke.", vec!["Kropp, Elfriede"]),
            ("Hi Wheelwright, Joan,\nthanks.", vec!["Wheelwright, Joan"]),
            ("Estimado Sr. Fernández Iglesias:", vec!["Fernández Iglesias"]),
            ("viele Grüße von Deinem Enkel Fynn-Luca", vec!["Fynn-Luca"]),
            ("Herr Schmidt, Erlenweg 3 b, 8001 Zürich", vec!["Schmidt"]),
            ("Vážený pán Hrončák,\n\nďakujem.", vec!["Hrončák"]),
            ("mein name ist petra sommerfeld und ich wohne in bonn", vec!["petra sommerfeld"]),
        ] {
            assert_eq!(found(text, Kind::Person), expected, "{text}");
        }
    }

    #[test]
    fn no_persons_in_plain_text() {
        for text in [
            "Die Lieferung der Bestellung erfolgt am Montag.",
            "Allgemeine Geschäftsbedingungen und Widerrufsbelehrung",
            "Please check the attached invoice and the delivery note.",
            "2026-11-26 10:00:00 INFO connection closed by server",
            "The meeting is on Monday in the main hall.",
            "Card ends in 4242, please charge it.",
            "GPS 48.137154, 11.576124 ; Handy IMEI 490154203237518",
        ] {
            assert_eq!(found(text, Kind::Person), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn a_sure_name_is_found_again() {
        let text =
            "Agent: My name is Zbyna Okrutnik.\nCustomer: The invoice says Okrutnik, not me.";
        assert_eq!(found(text, Kind::Person), ["Zbyna Okrutnik", "Okrutnik"]);
    }

    #[test]
    fn firms_by_their_legal_form() {
        assert_eq!(
            found("Der Vertrag mit der Firma Holsten Paffrath KGaA", Kind::Org),
            ["Holsten Paffrath KGaA"]
        );
        assert_eq!(found("Spende an Wulf Krause e.V. in Gera", Kind::Org), ["Wulf Krause e.V."]);
    }

    #[test]
    fn the_answer_to_a_question_for_a_name() {
        for (text, name) in [
            ("What's your last name? Wapperom", "Wapperom"),
            ("Agent: Your surname, please?\nCustomer: Wapperom.\nAgent: Thanks.", "Wapperom"),
            ("Agent: Wie ist Ihr Name?\nKunde: Wapperom-Kleest\n", "Wapperom-Kleest"),
        ] {
            assert_eq!(found(text, Kind::Person), [name], "{text}");
        }
        assert!(found("Your name?\nCustomer: Why do you ask?", Kind::Person).is_empty());
    }

    #[test]
    fn greetings_are_no_places() {
        let text = "Rückfragen an mich unter 040-22 74 55.\n\nMfG\nT. Süßkind\n";
        assert!(found(text, Kind::Loc).is_empty());
        assert_eq!(found(text, Kind::Person), ["T. Süßkind"]);
    }

    #[test]
    fn labels_of_numbers_are_no_firms() {
        for text in ["Her NHS number is 943 476 5919.", "National Insurance number: AB 12 34 56 C"]
        {
            assert!(found(text, Kind::Org).is_empty(), "{text}");
        }
    }

    #[test]
    fn addresses_on_the_net_hold_no_names() {
        assert_eq!(found("Mail: anna.schmidt@example.org", Kind::Person), Vec::<&str>::new());
    }

    #[test]
    fn labels_become_names() {
        use Label::{BeginOrganisation as O, BeginPerson as B, InPerson as I, Out};
        let all: Vec<_> =
            spans(&[B, I, B, Out, O, I]).map(|(span, begin, _)| (span, begin)).collect();
        assert_eq!(all, [(0..2, B), (2..3, B), (4..5, O)]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_and_places_are_at_characters(text in "(\\PC|[A-Z][a-zß]{1,5}[ \n.,'-]|Herr |Gruß\n){0,60}") {
            for finding in Finder::default().find(&text) {
                assert!(text.get(finding.place).is_some());
            }
        }
    }
}
