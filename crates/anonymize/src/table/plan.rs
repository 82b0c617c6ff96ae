//! The plan: what each column of a table is, and what every class of rows must fulfil.
//!
//! ```toml
//! separator = ";"
//! suppress  = 0.04                 # share of the rows that may be left out
//! sensitive = "reason"             # what must not follow from a class
//! keep      = ["duration"]         # leads to nobody: stays exactly
//! remove    = ["name"]             # leads to a person by itself
//!
//! [privacy]
//! k        = 5
//! distinct = 2
//!
//! [[quasi]]                        # leads to a person together with others: made coarser
//! column    = "age"
//! hierarchy = "age.csv"
//!
//! [[quasi]]
//! column = "caller"
//! build  = "phones"
//! region = "DE"
//! ```
//!
//! Every column has exactly one role: one that the plan does not name is refused, since nobody has thought about it.

use std::collections::HashMap;
use std::ops::Range;

use abide_detect::phone::Region;
use serde::Deserialize;
use toml::Spanned;

use super::build::Build;
use super::hierarchy::Hierarchy;
use super::privacy::Model;

/// How many combinations of levels are looked at, unless the plan says otherwise.
const BUDGET: u64 = 1 << 20;

/// A plan that makes sense in itself.
#[derive(Clone, Debug)]
pub struct Plan {
    separator: u8,
    suppress: f64,
    suppressed: Suppressed,
    models: Vec<Model>,
    columns: Vec<Named>,
    quasi: Vec<Source>,
    budget: usize,
}

/// What becomes of rows that stand out at the best levels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Suppressed {
    /// They are left out.
    #[default]
    LeaveOut,
    /// They stay, and every quasi-identifying value becomes `*`; if they do not fulfil the conditions as a class of
    /// their own, they are left out too.
    Blank,
}

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Leads to a person together with others: the attribute with this number.
    Quasi(usize),
    /// What must not follow from a class.
    Sensitive,
    /// Stays as it is.
    Keep,
    /// Does not appear.
    Remove,
}

/// Where the hierarchy of a quasi-identifying column comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// From a file.
    File(Box<str>),
    /// From the values of the table.
    Build(Build),
}

/// A plan with the hierarchies of its files.
#[derive(Clone, Debug)]
pub struct Ready {
    pub(super) plan: Plan,
    /// By attribute; `None` where it is built from the table.
    pub(super) given: Vec<Option<Hierarchy>>,
}

#[derive(Clone, Debug)]
struct Named {
    name: Box<str>,
    role: Role,
    place: Range<usize>,
}

/// What is wrong with a plan, by itself or for a table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what}: {remedy}")]
pub struct PlanError {
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub remedy: String,
    /// Where in the plan, in bytes, if it is there.
    pub place: Option<Range<usize>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    separator: Option<Spanned<char>>,
    suppress: Option<Spanned<f64>>,
    #[serde(default)]
    suppressed: Suppressed,
    sensitive: Option<Spanned<String>>,
    #[serde(default)]
    keep: Vec<Spanned<String>>,
    #[serde(default)]
    remove: Vec<Spanned<String>>,
    #[serde(default)]
    privacy: FilePrivacy,
    #[serde(default)]
    search: FileSearch,
    #[serde(default)]
    quasi: Vec<FileQuasi>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct FilePrivacy {
    k: Option<Spanned<u32>>,
    distinct: Option<Spanned<u32>>,
    entropy: Option<Spanned<f64>>,
    closeness: Option<Spanned<f64>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileSearch {
    budget: Option<Spanned<u64>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileQuasi {
    column: Spanned<String>,
    hierarchy: Option<Spanned<String>>,
    build: Option<Spanned<String>>,
    widths: Option<Spanned<Vec<u32>>>,
    region: Option<Spanned<String>>,
}

impl Ready {
    /// What separates the columns of the table.
    #[must_use]
    pub fn separator(&self) -> u8 {
        self.plan.separator
    }
}

impl Plan {
    /// Reads a plan; all its problems at once.
    ///
    /// ```
    /// use abide_anonymize::table::Plan;
    /// let plan = Plan::parse("keep = ['cents']\n[privacy]\nk = 5\n[[quasi]]\ncolumn = 'age'\nbuild = 'hide'")?;
    /// let unnamed = plan.roles(&["age", "cents", "name"]).unwrap_err();
    /// assert!(unnamed[0].what.contains("`name`"));
    /// # Ok::<(), Vec<abide_anonymize::table::PlanError>>(())
    /// ```
    ///
    /// # Errors
    /// If it is no TOML, has unknown words, or asks for what cannot be.
    pub fn parse(text: &str) -> Result<Self, Vec<PlanError>> {
        let file: File = toml::from_str(text).map_err(|e| {
            vec![PlanError {
                what: e.message().to_owned(),
                remedy: "see the format of plans in docs/anonymize-tables.md".to_owned(),
                place: e.span(),
            }]
        })?;
        let mut reader = Reader::default();
        let plan = reader.plan(&file);
        if reader.errors.is_empty() { Ok(plan) } else { Err(reader.errors) }
    }

    /// What separates the columns of the table.
    #[must_use]
    pub fn separator(&self) -> u8 {
        self.separator
    }
    /// What every class must fulfil.
    #[must_use]
    pub fn models(&self) -> &[Model] {
        &self.models
    }
    /// The names of the quasi-identifying columns, in the plan's order.
    pub fn quasi(&self) -> impl Iterator<Item = &str> {
        let quasi = self.columns.iter().filter(|c| matches!(c.role, Role::Quasi(_)));
        quasi.map(|c| &*c.name)
    }
    pub(super) fn sources(&self) -> &[Source] {
        &self.quasi
    }
    pub(super) fn suppressed(&self) -> Suppressed {
        self.suppressed
    }
    pub(super) fn budget(&self) -> usize {
        self.budget
    }
    /// How many of so many rows may be left out.
    #[must_use]
    pub fn most_suppressed(&self, rows: u64) -> u64 {
        (self.suppress * rows as f64) as u64
    }

    /// Takes the hierarchies that are in files; `read` reads one by the name in the plan.
    ///
    /// # Errors
    /// The first error of `read`.
    pub fn load<E>(self, mut read: impl FnMut(&str) -> Result<Hierarchy, E>) -> Result<Ready, E> {
        let mut given = Vec::new();
        for source in &self.quasi {
            given.push(match source {
                Source::File(name) => Some(read(name)?),
                Source::Build(_) => None,
            });
        }
        Ok(Ready { plan: self, given })
    }

    /// The role of each column of a table's head, in its order.
    ///
    /// # Errors
    /// If the plan and the head do not name the same columns, each once.
    pub fn roles<S: AsRef<str>>(&self, head: &[S]) -> Result<Vec<Role>, Vec<PlanError>> {
        let mut errors = Vec::new();
        let known: HashMap<&str, Role> = self.columns.iter().map(|c| (&*c.name, c.role)).collect();
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for name in head {
            *seen.entry(name.as_ref()).or_default() += 1;
        }
        let list = |test: &dyn Fn(&str) -> bool| {
            let names = head.iter().map(AsRef::as_ref).filter(|n| test(n));
            names.map(|n| format!("`{n}`")).collect::<Vec<_>>().join(", ")
        };
        let unnamed = list(&|name| !known.contains_key(name));
        if !unnamed.is_empty() {
            errors.push(PlanError {
                what: format!("the plan does not say what these columns are: {unnamed}"),
                remedy: "name each as `[[quasi]]`, `sensitive`, or under `keep` or `remove`"
                    .to_owned(),
                place: None,
            });
        }
        let twice = list(&|name| seen.get(name).is_some_and(|n| *n > 1));
        if !twice.is_empty() {
            errors.push(PlanError {
                what: format!("the table has columns of the same name: {twice}"),
                remedy: "give each a name of its own".to_owned(),
                place: None,
            });
        }
        for column in self.columns.iter().filter(|c| !seen.contains_key(&*c.name)) {
            errors.push(PlanError {
                what: format!("the table has no column `{}`", column.name),
                remedy: "check the name, and the separator".to_owned(),
                place: Some(column.place.clone()),
            });
        }
        if errors.is_empty() {
            Ok(head.iter().filter_map(|n| known.get(n.as_ref()).copied()).collect())
        } else {
            Err(errors)
        }
    }
}

#[derive(Default)]
struct Reader {
    columns: Vec<Named>,
    quasi: Vec<Source>,
    models: Vec<Model>,
    errors: Vec<PlanError>,
}

impl Reader {
    fn plan(&mut self, file: &File) -> Plan {
        let separator = self.separator(file.separator.as_ref());
        let suppress = file.suppress.as_ref().map_or(0.0, |s| {
            let share = *s.get_ref();
            self.must((0.0..=1.0).contains(&share), s, "`suppress` is no share", "from 0 to 1");
            share
        });
        for quasi in &file.quasi {
            let source = self.source(quasi);
            self.column(&quasi.column, Role::Quasi(self.quasi.len()));
            self.quasi.push(source);
        }
        if file.quasi.is_empty() {
            self.lacks(
                "no column is quasi-identifying",
                "add `[[quasi]]` for each that leads to a person",
            );
        }
        if let Some(name) = &file.sensitive {
            self.column(name, Role::Sensitive);
        }
        for name in &file.keep {
            self.column(name, Role::Keep);
        }
        for name in &file.remove {
            self.column(name, Role::Remove);
        }
        self.privacy(&file.privacy, file.sensitive.as_ref());
        let budget = file.search.budget.as_ref().map_or(BUDGET, |b| {
            self.must(*b.get_ref() > 0, b, "`budget` is nothing", "give the search at least 1");
            *b.get_ref()
        });
        Plan {
            separator,
            suppress,
            suppressed: file.suppressed,
            models: std::mem::take(&mut self.models),
            columns: std::mem::take(&mut self.columns),
            quasi: std::mem::take(&mut self.quasi),
            budget: usize::try_from(budget).unwrap_or(usize::MAX),
        }
    }

    fn separator(&mut self, separator: Option<&Spanned<char>>) -> u8 {
        let Some(separator) = separator else { return b',' };
        let byte = u8::try_from(*separator.get_ref()).ok();
        let byte = byte.filter(|b| b.is_ascii() && !matches!(b, b'"' | b'\r' | b'\n'));
        let remedy = "take one ASCII character, such as `,`, `;` or a tab";
        self.must(byte.is_some(), separator, "the separator is none", remedy);
        byte.unwrap_or(b',')
    }

    fn privacy(&mut self, privacy: &FilePrivacy, sensitive: Option<&Spanned<String>>) {
        if let Some(k) = &privacy.k {
            self.must(*k.get_ref() >= 2, k, "`k` asks for nothing", "ask for 2 or more");
            self.models.push(Model::KAnonymity(*k.get_ref()));
        }
        let before = self.models.len();
        if let Some(l) = &privacy.distinct {
            self.must(*l.get_ref() >= 2, l, "`distinct` asks for nothing", "ask for 2 or more");
            self.of_sensitive(l, sensitive, Model::DistinctDiversity(*l.get_ref()));
        }
        if let Some(l) = &privacy.entropy {
            let fits = *l.get_ref() > 1.0 && l.get_ref().is_finite();
            self.must(fits, l, "`entropy` asks for nothing", "ask for more than 1");
            self.of_sensitive(l, sensitive, Model::EntropyDiversity(*l.get_ref()));
        }
        if let Some(t) = &privacy.closeness {
            let fits = (0.0..1.0).contains(t.get_ref());
            self.must(fits, t, "`closeness` is no distance below 1", "ask for 0.2, for example");
            self.of_sensitive(t, sensitive, Model::Closeness(*t.get_ref()));
        }
        if let Some(name) = sensitive
            && self.models.len() == before
        {
            let remedy = "add `distinct`, `entropy` or `closeness` under `[privacy]`, or list it under `keep`";
            self.must(false, name, "nothing is asked of the sensitive column", remedy);
        } else if self.models.is_empty() {
            self.lacks(
                "nothing is asked of the classes",
                "add `[privacy]` with `k = 5`, for example",
            );
        }
    }

    fn of_sensitive<T>(
        &mut self,
        at: &Spanned<T>,
        sensitive: Option<&Spanned<String>>,
        model: Model,
    ) {
        let remedy = "add `sensitive = \"column\"`";
        self.must(sensitive.is_some(), at, "the condition needs a sensitive column", remedy);
        self.models.push(model);
    }

    fn source(&mut self, quasi: &FileQuasi) -> Source {
        match (&quasi.hierarchy, &quasi.build) {
            (Some(file), None) => {
                if let Some(widths) = &quasi.widths {
                    self.must(
                        false,
                        widths,
                        "a hierarchy in a file takes no widths",
                        "remove them",
                    );
                }
                Source::File(file.get_ref().as_str().into())
            }
            (None, Some(build)) => Source::Build(self.build(build, quasi)),
            _ => {
                let what =
                    format!("`{}` needs either `hierarchy` or `build`", quasi.column.get_ref());
                self.must(false, &quasi.column, &what, "give one of them");
                Source::Build(Build::Hide)
            }
        }
    }

    fn build(&mut self, build: &Spanned<String>, quasi: &FileQuasi) -> Build {
        let numbers = build.get_ref() == "numbers";
        match &quasi.widths {
            Some(widths) => {
                self.must(numbers, widths, "only numbers have widths", "remove them");
                let fits = Build::Numbers(widths.get_ref().clone()).check();
                let remedy =
                    "let them grow, each a multiple of the one before: such as [5, 10, 20, 100]";
                self.must(fits.is_ok(), widths, "the widths do not fit into each other", remedy);
            }
            None => self.must(!numbers, build, "numbers need widths", "add `widths = [5, 10, 20]`"),
        }
        let region = quasi.region.as_ref().and_then(|code| {
            let region = Region::from_code(code.get_ref());
            self.must(build.get_ref() == "phones", code, "only phones have a region", "remove it");
            self.must(region.is_some(), code, "no such region", "take two letters, such as `DE`");
            region
        });
        match build.get_ref().as_str() {
            "dates" => Build::Dates,
            "numbers" => {
                Build::Numbers(quasi.widths.as_ref().map_or(Vec::new(), |w| w.get_ref().clone()))
            }
            "postcodes" => Build::Postcodes,
            "phones" => Build::Phones(region),
            "times" => Build::Times,
            "places" => Build::Places,
            "hide" => Build::Hide,
            other => {
                let what = format!("nothing is built as `{other}`");
                let remedy = "there are dates, times, numbers, postcodes, phones, places, hide";
                self.must(false, build, &what, remedy);
                Build::Hide
            }
        }
    }

    fn column(&mut self, name: &Spanned<String>, role: Role) {
        let named = self.columns.iter().any(|c| &*c.name == name.get_ref().as_str());
        let what = format!("the column `{}` is named twice", name.get_ref());
        self.must(!named, name, &what, "decide what it is");
        let place = name.span();
        self.columns.push(Named { name: name.get_ref().as_str().into(), role, place });
    }

    fn must<T>(&mut self, holds: bool, at: &Spanned<T>, what: &str, remedy: &str) {
        if !holds {
            let place = Some(at.span());
            self.errors.push(PlanError { what: what.to_owned(), remedy: remedy.to_owned(), place });
        }
    }

    fn lacks(&mut self, what: &str, remedy: &str) {
        let (what, remedy) = (what.to_owned(), remedy.to_owned());
        self.errors.push(PlanError { what, remedy, place: None });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "separator = ';'\nsuppress = 0.04\nsuppressed = 'blank'\nsensitive = 's'\nkeep = ['k']\n\
        remove = ['r']\n[privacy]\nk = 5\ndistinct = 2\nentropy = 1.5\ncloseness = 0.3\n[search]\nbudget = 7\n\
        [[quasi]]\ncolumn = 'a'\nhierarchy = 'a.csv'\n[[quasi]]\ncolumn = 'b'\nbuild = 'numbers'\nwidths = [5, 10]\n\
        [[quasi]]\ncolumn = 'c'\nbuild = 'phones'\nregion = 'DE'\n";

    #[test]
    fn a_whole_plan() {
        let plan = Plan::parse(WHOLE).unwrap();
        assert_eq!((plan.separator(), plan.most_suppressed(1000), plan.budget()), (b';', 40, 7));
        assert_eq!(plan.suppressed(), Suppressed::Blank);
        assert_eq!(plan.models().len(), 4);
        assert_eq!(plan.quasi().collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(plan.sources()[1], Source::Build(Build::Numbers(vec![5, 10])));
        let roles = plan.roles(&["k", "c", "s", "r", "a", "b"]).unwrap();
        use Role as R;
        assert_eq!(
            roles,
            [R::Keep, R::Quasi(2), R::Sensitive, R::Remove, R::Quasi(0), R::Quasi(1)]
        );
    }

    #[test]
    fn the_head_must_be_what_the_plan_names() {
        let plan = Plan::parse(WHOLE).unwrap();
        let errors = plan.roles(&["k", "c", "s", "x", "a", "y", "b", "b"]).unwrap_err();
        let whats: Vec<&str> = errors.iter().map(|e| e.what.as_str()).collect();
        assert_eq!(
            whats,
            [
                "the plan does not say what these columns are: `x`, `y`",
                "the table has columns of the same name: `b`, `b`",
                "the table has no column `r`",
            ]
        );
        assert_eq!(errors[2].place.clone().map(|p| &WHOLE[p]), Some("'r'"));
    }

    #[test]
    fn every_mistake_is_told_with_its_place() {
        let text = "separator = 'ß'\nsuppress = 4\nkeep = ['a', 'a']\n[privacy]\nk = 1\ndistinct = 2\n[search]\nbudget = 0\n\
            [[quasi]]\ncolumn = 'q'\nbuild = 'magic'\n[[quasi]]\ncolumn = 'r'\n[[quasi]]\ncolumn = 'n'\nbuild = 'numbers'\n\
            [[quasi]]\ncolumn = 'm'\nbuild = 'numbers'\nwidths = [5, 7]\n[[quasi]]\ncolumn = 'p'\nbuild = 'phones'\nregion = 'QQ'";
        let errors = Plan::parse(text).unwrap_err();
        let places: Vec<&str> = errors.iter().map(|e| &text[e.place.clone().unwrap()]).collect();
        assert_eq!(
            places,
            ["'ß'", "4", "'magic'", "'r'", "'numbers'", "[5, 7]", "'QQ'", "'a'", "1", "2", "0"]
        );
    }

    #[test]
    fn a_plan_must_ask_for_something() {
        let whats = |text: &str| -> Vec<String> {
            Plan::parse(text).unwrap_err().into_iter().map(|e| e.what).collect()
        };
        assert_eq!(
            whats(""),
            ["no column is quasi-identifying", "nothing is asked of the classes"]
        );
        let sensitive =
            "sensitive = 's'\n[privacy]\nk = 5\n[[quasi]]\ncolumn = 'a'\nbuild = 'hide'";
        assert_eq!(whats(sensitive), ["nothing is asked of the sensitive column"]);
        assert_eq!(whats("k = 5").len(), 1);
    }
}
