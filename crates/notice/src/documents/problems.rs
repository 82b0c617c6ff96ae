//! A page about each kind of problem that the check knows; in English, as the messages of the check are.

use abide_policy::codes::Code;
use abide_policy::diagnostic::Severity;
use abide_policy::vocab::Lang;

use super::sheet::{Head, Sheet};
use crate::block::{Block, Line, Meaning};
use crate::document::{Address, Document, Page, Publication, Subject};

/// The pages about problems.
pub(crate) struct Problems;

impl Document for Problems {
    fn id(&self) -> &'static str {
        "problems"
    }

    fn addresses(&self, _: &Publication) -> Vec<Address> {
        let mut out = vec![Address {
            path: "/problems".to_owned(),
            lang: Some(Lang::En),
            subject: Subject::Site,
        }];
        out.extend(Code::ALL.iter().map(|code| Address {
            path: format!("/problems/{}", code.id()),
            lang: Some(Lang::En),
            subject: Subject::Named(code.id()),
        }));
        out
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
    let head = Head { title: "Problems that the check finds".to_owned(), ..Head::default() };
    let items = Code::ALL.iter().map(|code| {
        let path = format!("/problems/{}", code.id());
        Line::new()
            .span(severity(*code))
            .text(" ")
            .link(code.id(), path)
            .text(": ")
            .text(code.title())
    });
    sheet.html(&head, &[Block::list(items.collect())])
}

fn severity(code: Code) -> crate::block::Span {
    let (meaning, word) = match code.severity() {
        Severity::Error => (Meaning::Refused, "error"),
        Severity::Warning | Severity::Acknowledged => (Meaning::Limited, "warning"),
    };
    crate::block::Span::Mark(crate::block::Mark { meaning, word: word.to_owned() })
}

fn one(sheet: &Sheet<'_>, code: Code) -> Page {
    let head = Head {
        title: sheet.locale.capital(code.title()),
        kicker: code.id().to_owned(),
        above: vec![],
        prose: true,
        ..Head::default()
    };
    let gaps = |text: &str| text.replace('{', "‹").replace('}', "›");
    let rule = match code.severity() {
        Severity::Error => "it stops publication.",
        Severity::Warning | Severity::Acknowledged => {
            "it does not stop publication. It can be acknowledged in the file, with a reason."
        }
    };
    let says = vec![Block::text(Line::new().code(gaps(code.message())))];
    let mut blocks = vec![
        Block::Text(Line::new().span(severity(code)).text(": ").text(rule)),
        Block::section("says", "What it says", says),
        Block::section("why", "Why", vec![Block::text(code.why())]),
    ];
    if !code.help().is_empty() {
        let help = sheet.locale.capital(&gaps(code.help())) + ".";
        blocks.push(Block::section("help", "What to do", vec![Block::text(help)]));
    }
    blocks.push(Block::Text(Line::new().link("All problems", "/problems")));
    sheet.html(&head, &blocks)
}
