//! The words of forms: labels and help of every field, and the words of closed lists as people read them.

use abide_notice::Locale;
use abide_policy::source::format::POLICY_FILE;
use abide_policy::source::shape::{Field, Kind, Shape, Words};
use abide_policy::vocab::{Lang, Vocabulary};

/// The name of a table in messages: `statement` for `[[statement]]`, `data-entry` for a data entry.
pub(crate) fn slug(shape: &Shape) -> String {
    let name = shape.name.trim_matches(['`', '[', ']']);
    name.strip_prefix("a ").unwrap_or(name).replace(' ', "-")
}

/// A field's label; its help; the help's language if it is not the locale's.
pub(crate) fn labels(
    locale: &Locale,
    shape: &Shape,
    field: &Field,
) -> (String, String, Option<&'static str>) {
    let id = format!("editor-field-{}-{}", slug(shape), field.key);
    let label = if locale.has(&id) { locale.say(&id) } else { locale.capital(field.key) };
    let help = format!("{id}-help");
    if locale.has(&help) {
        return (label, locale.say(&help), None);
    }
    let doc = format!("{}.", locale.capital(field.doc));
    (label, doc, (locale.lang() != Lang::En).then_some("en"))
}

/// What people call a place: the part of the file, and the innermost field that has a name there.
pub(crate) fn called(locale: &Locale, place: &str) -> String {
    let mut keys = place.split('.');
    let Some(field) = keys.next().and_then(|key| POLICY_FILE.field(key)) else {
        return place.to_owned();
    };
    let part = locale.say(&format!("editor-part-{}", field.key));
    let (mut kind, mut label) = (&field.kind, None);
    for key in keys {
        let Some(shape) = shape_of(kind) else { break };
        if let Some(field) = shape.field(key) {
            label = Some(labels(locale, shape, field).0);
            kind = &field.kind;
        }
    }
    label.map_or_else(|| part.clone(), |label| format!("{part}: {label}"))
}

fn shape_of(kind: &'static Kind) -> Option<&'static Shape> {
    match kind {
        Kind::Table(shape) => Some(shape),
        Kind::List(item, _) | Kind::Map(_, item) | Kind::Either(_, item) => shape_of(item),
        _ => None,
    }
}

/// The words of a closed list with what people read: a phrase, and whether it is a whole sentence.
pub(super) fn read(locale: &Locale, words: Words) -> Vec<(&'static str, String)> {
    let prefix = prefix(words.kind);
    let label = |word: &'static str| {
        let label = match (words.kind, Lang::from_word(word)) {
            ("language", Some(lang)) => lang.own_name().to_owned(),
            ("choice", _) => locale.say(&format!("choice-{word}-word")),
            _ => locale.say(&format!("{prefix}-{word}")),
        };
        (word, locale.capital(&label))
    };
    (words.all)().into_iter().map(label).collect()
}

/// Whether the words of a list are sentences, which a menu cannot show whole.
pub(super) fn are_sentences(kind: &str) -> bool {
    matches!(kind, "kind of access" | "kind of retention")
}

/// What the messages of a list begin with.
fn prefix(kind: &str) -> &'static str {
    match kind {
        "kind of access" => "access",
        "purpose" => "purpose",
        "recipient" => "recipient",
        "kind of retention" => "retention",
        "category" => "category",
        "remedy" => "redress",
        "kind of dispute resolution" => "resolution",
        "lawful basis" => "basis",
        "role" => "role",
        "kind of storage" => "storage",
        "kind of person" => "subject",
        "source" => "source",
        "start of a period" => "editor-since",
        "transfer ground" => "ground",
        "ground for special categories" => "special",
        _ => "editor-word",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use abide_notice::Locales;

    /// Everything that can stand in the file below a shape.
    fn walk(
        shape: &'static Shape,
        seen: &mut Vec<&'static str>,
        each: &mut dyn FnMut(&'static Shape, &'static Field),
    ) {
        if seen.contains(&shape.name) {
            return;
        }
        seen.push(shape.name);
        for field in shape.fields {
            each(shape, field);
            below(&field.kind, seen, each);
        }
    }

    fn below(
        kind: &'static Kind,
        seen: &mut Vec<&'static str>,
        each: &mut dyn FnMut(&'static Shape, &'static Field),
    ) {
        match kind {
            Kind::Table(shape) => walk(shape, seen, each),
            Kind::List(item, _) | Kind::Map(_, item) => below(item, seen, each),
            Kind::Either(short, long) => {
                below(short, seen, each);
                below(long, seen, each);
            }
            _ => {}
        }
    }

    #[test]
    fn every_field_has_label_and_help_in_every_language() {
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            let mut missing = Vec::new();
            walk(&POLICY_FILE, &mut Vec::new(), &mut |shape, field| {
                if shape.name == POLICY_FILE.name {
                    for id in [
                        format!("editor-part-{}", field.key),
                        format!("editor-part-{}-help", field.key),
                    ] {
                        if !locale.has(&id) {
                            missing.push(id);
                        }
                    }
                    return;
                }
                let id = format!("editor-field-{}-{}", slug(shape), field.key);
                for id in [format!("{id}-help"), id] {
                    if !locale.has(&id) {
                        missing.push(id);
                    }
                }
            });
            assert!(missing.is_empty(), "{lang}: {missing:#?}");
        }
    }

    #[test]
    fn every_word_of_every_list_is_readable() {
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            let check = |kind: &Kind| {
                let mut kind = kind;
                loop {
                    match kind {
                        Kind::Word(words) | Kind::Map(words, _) => {
                            for (word, label) in read(locale, *words) {
                                assert!(
                                    !label.contains('‹'),
                                    "{lang} {} {word}: {label}",
                                    words.kind
                                );
                            }
                            return;
                        }
                        Kind::List(item, _) | Kind::Either(item, _) => kind = item,
                        _ => return,
                    }
                }
            };
            walk(&POLICY_FILE, &mut Vec::new(), &mut |_, field| check(&field.kind));
        }
    }
}
