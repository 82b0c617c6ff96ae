//! The outline of a policy file: what it is about, in the order in which people think of it, each with its problems.

use abide_notice::Locale;
use abide_policy::diagnostic::Severity;
use abide_policy::source::format::POLICY_FILE;
use abide_policy::source::shape::{Key, Kind};

use super::at::At;
use super::found::Found;

/// The order of the outline; the file's own order stays as its author wrote it.
pub(crate) const ORDER: [&str; 13] = [
    "policy",
    "entity",
    "statement",
    "data",
    "cookie",
    "sub-processor",
    "region",
    "rights",
    "authority",
    "dispute",
    "security",
    "processing",
    "acknowledge",
];

/// One part of the file.
pub(crate) struct Part {
    /// The key: `policy`, `statement`.
    pub(crate) key: &'static str,
    /// What people call it.
    pub(crate) title: String,
    /// Whether it is a list.
    pub(crate) is_list: bool,
    /// Whether an element of the list is added with a name.
    pub(crate) is_named: bool,
    /// The sections it has: itself, or the elements of the list.
    pub(crate) sections: Vec<Section>,
}

/// What one form shows.
pub(crate) struct Section {
    /// Its place: `policy`, `statement.access-log`.
    pub(crate) place: String,
    /// What people call it.
    pub(crate) title: String,
    /// Whether it stands in the file.
    pub(crate) is_there: bool,
    /// How many errors it has.
    pub(crate) errors: usize,
    /// How many warnings it has.
    pub(crate) warnings: usize,
}

/// The outline of a file, without problems yet.
pub(crate) fn outline(root: At<'_>, locale: &Locale) -> Vec<Part> {
    let fields = ORDER.iter().filter_map(|key| POLICY_FILE.field(key));
    let part = |field: &'static abide_policy::source::shape::Field| {
        let title = locale.say(&format!("editor-part-{}", field.key));
        let there = root.get(field.key);
        match &field.kind {
            Kind::List(_, key) => Part {
                key: field.key,
                title,
                is_list: true,
                is_named: !matches!(key, Key::Number),
                sections: elements(field.key, *key, there, locale),
            },
            _ => Part {
                key: field.key,
                is_list: false,
                is_named: false,
                sections: vec![Section {
                    place: field.key.to_owned(),
                    title: title.clone(),
                    is_there: there.is_some(),
                    errors: 0,
                    warnings: 0,
                }],
                title,
            },
        }
    };
    fields.map(part).collect()
}

fn elements(list: &str, key: Key, there: Option<At<'_>>, locale: &Locale) -> Vec<Section> {
    let elements = there.map(At::elements).unwrap_or_default();
    let section = |(i, element): (usize, At<'_>)| {
        let name = element.name(key, i);
        let place = format!("{list}.{name}");
        Section {
            title: title(list, element, &name, locale),
            place,
            is_there: true,
            errors: 0,
            warnings: 0,
        }
    };
    elements.into_iter().enumerate().map(section).collect()
}

/// What people call an element: its title, else its name; cookies and acknowledged warnings by what they are.
fn title(list: &str, element: At<'_>, name: &str, locale: &Locale) -> String {
    let line = |key: &str| element.get(key).and_then(At::as_str).map(str::to_owned);
    let text =
        |key: &str| element.get(key).and_then(|t| t.any_text(locale.lang())).map(str::to_owned);
    let found = match list {
        "cookie" => line("name"),
        "sub-processor" => line("name"),
        "acknowledge" => line("code"),
        "dispute" => text("title").or_else(|| line("resolution")),
        _ => text("title"),
    };
    let found = found.filter(|t| !t.trim().is_empty());
    found.unwrap_or_else(|| match list {
        "dispute" | "acknowledge" => {
            let number =
                name.parse::<usize>().map_or_else(|_| name.to_owned(), |n| (n + 1).to_string());
            format!("{} {number}", locale.say(&format!("editor-one-{list}")))
        }
        _ => name.to_owned(),
    })
}

/// The places of all sections, for finding the one that has a problem.
pub(crate) fn places(parts: &[Part]) -> Vec<String> {
    parts.iter().flat_map(|p| &p.sections).map(|s| s.place.clone()).collect()
}

/// Counts each section's problems.
pub(crate) fn count(parts: &mut [Part], found: &[Found]) {
    for section in parts.iter_mut().flat_map(|p| &mut p.sections) {
        let here = || found.iter().filter(|f| f.section == section.place);
        section.errors = here().filter(|f| f.severity == Severity::Error).count();
        section.warnings = here().filter(|f| f.severity == Severity::Warning).count();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_file_is_missing() {
        let mut all: Vec<&str> = POLICY_FILE.fields.iter().map(|f| f.key).collect();
        let mut ours = ORDER.to_vec();
        all.sort_unstable();
        ours.sort_unstable();
        assert_eq!(ours, all);
    }
}
