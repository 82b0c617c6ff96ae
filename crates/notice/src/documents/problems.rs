//! A page about each kind of problem that the check knows, in every language of the site.

use abide_policy::codes::Code;
use abide_policy::diagnostic::Severity;

use super::sheet::{Head, Sheet};
use crate::block::{Block, Line, Mark, Meaning, Span};
use crate::document::{Address, Document, Page, Publication, Subject};

/// The pages about problems.
pub(crate) struct Problems;

impl Document for Problems {
    fn id(&self) -> &'static str {
        "problems"
    }

    fn addresses(&self, publication: &Publication) -> Vec<Address> {
        let of_language = |lang| {
            let one = move |code: &Code| {
                Address::spoken(
                    lang,
                    &format!("/problems/{}", code.id()),
                    Subject::Named(code.id()),
                )
            };
            let all = Address::spoken(lang, "/problems", Subject::Site);
            std::iter::once(all).chain(Code::ALL.iter().map(one))
        };
        publication.languages().into_iter().flat_map(of_language).collect()
    }

    fn render(&self, publication: &Publication, address: &Address) -> Option<Page> {
        let sheet = Sheet::new(publication, address)?;
        match address.subject {
            Subject::Named(id) => Some(one(&sheet, Code::from_id(id)?)),
            _ => Some(all(&sheet)),
        }
    }
}

fn all(sheet: &Sheet<'_>) -> Page {
    let head = Head {
        title: sheet.say("problems"),
        languages: sheet.publication.languages(),
        ..Head::default()
    };
    let items = Code::ALL.iter().map(|code| {
        let path = sheet.href(&format!("/problems/{}", code.id()));
        let title = sheet.locale.problem_title(*code);
        Line::new()
            .span(severity(sheet, *code))
            .text(" ")
            .link(code.id(), path)
            .text(sheet.locale.colon())
            .text(title)
    });
    sheet.html(&head, &[Block::list(items.collect())])
}

fn severity(sheet: &Sheet<'_>, code: Code) -> Span {
    let (meaning, id) = match code.severity() {
        Severity::Error => (Meaning::Refused, "problems-error"),
        Severity::Warning | Severity::Acknowledged => (Meaning::Limited, "problems-warning"),
    };
    Span::Mark(Mark { meaning, word: sheet.say(id) })
}

fn one(sheet: &Sheet<'_>, code: Code) -> Page {
    let head = Head {
        title: sheet.locale.capital(&sheet.locale.problem_title(code)),
        kicker: code.id().to_owned(),
        above: vec![(sheet.say("problems"), "/problems".to_owned())],
        languages: sheet.publication.languages(),
        prose: true,
        ..Head::default()
    };
    let rule = match code.severity() {
        Severity::Error if code.is_of_map() => "problems-map-stops",
        Severity::Error => "problems-stops",
        Severity::Warning | Severity::Acknowledged if code.is_of_map() => {
            "problems-map-never-stops"
        }
        Severity::Warning | Severity::Acknowledged => "problems-never-stops",
    };
    let (message, help) = sheet.locale.problem_pattern(code);
    let mut blocks = vec![
        Block::Text(
            Line::new()
                .span(severity(sheet, code))
                .text(sheet.locale.colon())
                .text(sheet.say(rule)),
        ),
        Block::section(
            "says",
            sheet.say("problems-says"),
            vec![Block::text(Line::new().code(message))],
        ),
        Block::section(
            "why",
            sheet.say("problems-why"),
            vec![Block::text(sheet.locale.problem_why(code))],
        ),
    ];
    if !help.is_empty() {
        let help = sheet.locale.capital(&help) + ".";
        blocks.push(Block::section("help", sheet.say("problems-help"), vec![Block::text(help)]));
    }
    sheet.html(&head, &blocks)
}
