//! The few texts that are put in where a policy file needs one and the P3P policy has none, in each language.

use abide_policy::vocab::Lang;

/// A statement without name: `Statement 2`.
pub(super) fn statement(lang: Lang, number: usize) -> String {
    let word = match lang {
        Lang::De => "Abschnitt",
        Lang::En => "Statement",
        Lang::Fr => "Déclaration",
        Lang::Es => "Declaración",
        Lang::Sk => "Vyhlásenie",
    };
    format!("{word} {number}")
}

/// Something that should be said and is not.
pub(super) const fn not_said(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "in der P3P-Erklärung nicht angegeben",
        Lang::En => "not said in the P3P policy",
        Lang::Fr => "non précisé dans la politique P3P",
        Lang::Es => "no indicado en la política P3P",
        Lang::Sk => "v politike P3P neuvedené",
    }
}

/// The category of an element that a schema elsewhere defines.
pub(super) fn defined_by(lang: Lang, schema: &str) -> String {
    match lang {
        Lang::De => format!("wie im Schema {schema} bestimmt"),
        Lang::En => format!("as defined by the schema {schema}"),
        Lang::Fr => format!("tel que défini par le schéma {schema}"),
        Lang::Es => format!("según lo define el esquema {schema}"),
        Lang::Sk => format!("ako určuje schéma {schema}"),
    }
}
