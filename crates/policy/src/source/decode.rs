//! From a parsed file to a policy. What the walk has already called wrong is left out or replaced by a neutral value,
//! so that everything else can still be checked in the same run.

use std::collections::BTreeMap;
use std::str::FromStr;

use jiff::civil::Date;
use toml::de::{DeTable, DeValue};

use crate::model::{
    Acknowledged, Authority, Cookie, DataUse, Dispute, Entity, Expiry, Image, OwnData, Person,
    Policy, Processing, PurposeUse, RecipientUse, Region, RetentionRule, Rights, Statement,
    SubProcessor, Transfer,
};
use crate::site::{Site, SitePolicy};
use crate::text::{Country, Id, Period, Text, Url};
use crate::vocab::{
    Access, Choice, Lang, Resolution, Retention, Role, Set, Since, Storage, Vocabulary,
};

mod map;

pub(super) use map::store_map;

/// A table, and the language in which plain strings are written.
#[derive(Clone, Copy)]
struct Table<'a, 'i> {
    table: Option<&'a DeTable<'i>>,
    main: Lang,
}

impl<'a, 'i> Table<'a, 'i> {
    fn get(self, key: &str) -> Option<&'a DeValue<'i>> {
        self.table?.get(key).map(toml::Spanned::get_ref)
    }
    fn with(self, table: Option<&'a DeTable<'i>>) -> Self {
        Self { table, main: self.main }
    }
    fn table(self, key: &str) -> Self {
        self.with(self.get(key).and_then(DeValue::as_table))
    }
    fn exists(self) -> bool {
        self.table.is_some()
    }
    fn items(self, key: &str) -> impl Iterator<Item = &'a DeValue<'i>> {
        self.get(key)
            .and_then(DeValue::as_array)
            .into_iter()
            .flat_map(|a| a.iter())
            .map(toml::Spanned::get_ref)
    }
    fn tables(self, key: &str) -> impl Iterator<Item = Self> {
        self.items(key).filter_map(DeValue::as_table).map(move |t| self.with(Some(t)))
    }
    fn line(self, key: &str) -> Option<String> {
        self.get(key)?.as_str().map(str::to_owned)
    }
    fn parsed<T: FromStr>(self, key: &str) -> Option<T> {
        self.get(key)?.as_str()?.parse().ok()
    }
    fn parsed_items<T: FromStr>(self, key: &str) -> Vec<T> {
        self.items(key).filter_map(|v| v.as_str()?.parse().ok()).collect()
    }
    fn lines(self, key: &str) -> Vec<String> {
        self.items(key).filter_map(|v| v.as_str().map(str::to_owned)).collect()
    }
    fn word<T: Vocabulary>(self, key: &str) -> Option<T> {
        T::from_word(self.get(key)?.as_str()?)
    }
    fn words<T: Vocabulary>(self, key: &str) -> Vec<T> {
        self.items(key).filter_map(|v| T::from_word(v.as_str()?)).collect()
    }
    fn set<T: Vocabulary>(self, key: &str) -> Set<T> {
        self.words(key).into_iter().collect()
    }
    fn flag(self, key: &str) -> bool {
        self.get(key).and_then(DeValue::as_bool).unwrap_or_default()
    }
    fn number(self, key: &str) -> Option<u32> {
        let integer = self.get(key)?.as_integer()?;
        u32::from_str_radix(integer.as_str(), integer.radix()).ok()
    }
    fn date(self, key: &str) -> Option<Date> {
        let date = self.get(key)?.as_datetime()?.date?;
        Date::new(
            date.year.try_into().ok()?,
            date.month.try_into().ok()?,
            date.day.try_into().ok()?,
        )
        .ok()
    }
    fn text(self, key: &str) -> Text {
        self.get(key).map_or_else(Text::default, |v| self.text_of(v))
    }
    fn text_of(self, value: &DeValue<'_>) -> Text {
        match value {
            DeValue::String(text) => Text::from_iter([(self.main, text.trim())]),
            DeValue::Table(table) => table
                .iter()
                .filter_map(|(k, v)| {
                    Some((Lang::from_word(k.get_ref())?, v.get_ref().as_str()?.trim()))
                })
                .collect(),
            _ => Text::default(),
        }
    }
    fn texts(self, key: &str) -> Vec<Text> {
        self.items(key).map(|v| self.text_of(v)).collect()
    }
    /// The entries of a table whose keys are words: word, short form, long form.
    fn map<T: Vocabulary>(self, key: &str) -> impl Iterator<Item = (T, Option<&'a str>, Self)> {
        let entries = self.table(key).table.into_iter().flatten();
        entries.filter_map(move |(k, v)| {
            let value = v.get_ref();
            Some((T::from_word(k.get_ref())?, value.as_str(), self.with(value.as_table())))
        })
    }
}

/// A day for files that say none; the file has an error then.
const NO_DAY: Date = jiff::civil::date(1970, 1, 1);

fn neutral_id() -> Id {
    neutral("unnamed")
}

fn neutral<T: FromStr>(text: &str) -> T
where
    T::Err: std::fmt::Debug,
{
    #[expect(clippy::expect_used, reason = "the neutral values are valid")]
    text.parse().expect("a neutral value is valid")
}

/// The policy that the file describes, as far as it can be read.
pub(super) fn policy(file: &DeTable<'_>) -> Policy {
    let root = Table { table: Some(file), main: Lang::En };
    let languages: Vec<Lang> = root.table("policy").words("languages");
    let root = Table { main: languages.first().copied().unwrap_or(Lang::En), ..root };
    let head = root.table("policy");
    Policy {
        name: head.parsed("name").unwrap_or_else(neutral_id),
        version: head.parsed("version").unwrap_or_else(neutral_id),
        effective: head.date("effective").unwrap_or(NO_DAY),
        role: head.word("role").unwrap_or(Role::Controller),
        languages,
        title: head.text("title"),
        introduction: head.text("introduction"),
        notice: head.parsed("notice").unwrap_or_else(|| neutral("https://example.invalid/")),
        choices: head.parsed("choices"),
        access: head.word("access").unwrap_or(Access::ContactAndOther),
        test: head.flag("test"),
        expiry: expiry(head),
        jurisdiction: head.parsed("jurisdiction").unwrap_or_else(|| neutral("DE")),
        entity: entity(root.table("entity")),
        authority: authority(root.table("authority")),
        rights: rights(root.table("rights")),
        disputes: root.tables("dispute").map(dispute).collect(),
        data: root.tables("data").filter_map(own_data).collect(),
        statements: root.tables("statement").map(statement).collect(),
        cookies: root.tables("cookie").filter_map(cookie).collect(),
        sub_processors: root.tables("sub-processor").filter_map(sub_processor).collect(),
        regions: root.tables("region").filter_map(region).collect(),
        security: root.table("security").texts("measures"),
        processing: processing(root.table("processing")),
        acknowledged: root.tables("acknowledge").filter_map(acknowledged).collect(),
    }
}

fn expiry(head: Table<'_, '_>) -> Option<Expiry> {
    head.number("max-age").map(Expiry::MaxAge).or_else(|| head.date("expires").map(Expiry::On))
}

fn entity(t: Table<'_, '_>) -> Entity {
    let other = t.table("other").table.into_iter().flatten();
    Entity {
        name: t.line("name").unwrap_or_default(),
        street: t.line("street"),
        postal_code: t.line("postal-code"),
        city: t.line("city"),
        region: t.line("region"),
        country: t.parsed("country"),
        email: t.line("email"),
        phone: t.line("phone"),
        web: t.parsed("web"),
        representative: person(t.table("representative")),
        officer: person(t.table("officer")),
        other: other
            .filter_map(|(k, v)| {
                Some((k.get_ref().parse().ok()?, v.get_ref().as_str()?.to_owned()))
            })
            .collect(),
    }
}

fn person(t: Table<'_, '_>) -> Option<Person> {
    t.exists().then(|| Person {
        name: t.line("name").unwrap_or_default(),
        address: t.line("address"),
        email: t.line("email"),
        phone: t.line("phone"),
    })
}

fn authority(t: Table<'_, '_>) -> Option<Authority> {
    t.exists().then(|| Authority {
        name: t.line("name").unwrap_or_default(),
        web: t.parsed("web"),
        email: t.line("email"),
    })
}

fn rights(t: Table<'_, '_>) -> Option<Rights> {
    t.exists().then(|| Rights {
        web: t.parsed("web"),
        email: t.line("email"),
        note: t.text("note"),
    })
}

fn dispute(t: Table<'_, '_>) -> Dispute {
    let image = t.table("image");
    Dispute {
        resolution: t.word("resolution").unwrap_or(Resolution::Service),
        service: t.parsed("service").unwrap_or_else(|| neutral("https://example.invalid/")),
        verification: t.line("verification"),
        title: t.text("title"),
        description: t.text("description"),
        remedies: t.set("remedies"),
        image: image.parsed("source").map(|source| Image {
            source,
            alt: image.line("alt").unwrap_or_default(),
            width: image.number("width"),
            height: image.number("height"),
        }),
    }
}

fn own_data(t: Table<'_, '_>) -> Option<OwnData> {
    Some(OwnData {
        name: t.parsed("ref")?,
        title: t.text("title"),
        categories: t.set("categories"),
        other_category: t.text("other-category"),
        description: t.text("description"),
    })
}

fn statement(t: Table<'_, '_>) -> Statement {
    Statement {
        id: t.parsed("id").unwrap_or_else(neutral_id),
        title: t.text("title"),
        why: t.text("why"),
        non_identifiable: t.flag("non-identifiable"),
        subjects: t.set("subjects"),
        sources: t.set("sources"),
        data: t.items("data").filter_map(|v| data_use(t, v)).collect(),
        purposes: purposes(t),
        recipients: recipients(t),
        retention: retention(t.table("retention")),
        interests: t.text("interests"),
        obligation: t.text("obligation"),
        automated_decision: t.text("automated-decision"),
        special_ground: t.word("special-ground"),
        regions: t.parsed_items("regions"),
    }
}

fn data_use(t: Table<'_, '_>, value: &DeValue<'_>) -> Option<DataUse> {
    match value {
        DeValue::String(name) => Some(DataUse {
            name: name.parse().ok()?,
            categories: Set::EMPTY,
            other_category: Text::default(),
            optional: false,
        }),
        DeValue::Table(table) => {
            let t = Table { table: Some(table), main: t.main };
            Some(DataUse {
                name: t.parsed("ref")?,
                categories: t.set("categories"),
                other_category: t.text("other-category"),
                optional: t.flag("optional"),
            })
        }
        _ => None,
    }
}

fn purposes(t: Table<'_, '_>) -> BTreeMap<crate::vocab::Purpose, PurposeUse> {
    let common = t.word("basis");
    t.map("purposes")
        .filter_map(|(purpose, short, long)| {
            let choice = short.map_or_else(|| long.word("choice"), Choice::from_word)?;
            let basis = long.word("basis").or(common);
            Some((purpose, PurposeUse { choice, basis, description: long.text("description") }))
        })
        .collect()
}

fn recipients(t: Table<'_, '_>) -> BTreeMap<crate::vocab::Recipient, RecipientUse> {
    t.map("recipients")
        .filter_map(|(recipient, short, long)| {
            let choice = short.map_or_else(|| long.word("choice"), Choice::from_word)?;
            let (country, transfer) = (long.parsed("country"), transfer(long.table("transfer")));
            Some((recipient, RecipientUse { choice, who: long.texts("who"), country, transfer }))
        })
        .collect()
}

fn retention(t: Table<'_, '_>) -> RetentionRule {
    RetentionRule {
        kind: t.word("kind").unwrap_or(Retention::StatedPurpose),
        period: t.parsed::<Period>("period"),
        since: t.word("since").unwrap_or(Since::Collection),
        anonymous: t.flag("anonymous"),
        reason: t.text("reason"),
    }
}

fn cookie(t: Table<'_, '_>) -> Option<Cookie> {
    Some(Cookie {
        name: t.line("name")?,
        storage: t.word("storage").unwrap_or(Storage::Cookie),
        statement: t.parsed("statement")?,
        title: t.text("title"),
        lifetime: t.parsed("lifetime"),
        provider: t.line("provider"),
        path: t.line("path"),
        domain: t.line("domain"),
    })
}

fn transfer(t: Table<'_, '_>) -> Option<Transfer> {
    Some(Transfer { ground: t.word("ground")?, document: t.parsed("document") })
}

fn sub_processor(t: Table<'_, '_>) -> Option<SubProcessor> {
    Some(SubProcessor {
        id: t.parsed("id")?,
        name: t.line("name").unwrap_or_default(),
        task: t.text("task"),
        country: t.parsed::<Country>("country")?,
        statements: t.parsed_items("statements"),
        transfer: transfer(t.table("transfer")),
        since: t.date("since").unwrap_or(NO_DAY),
    })
}

fn region(t: Table<'_, '_>) -> Option<Region> {
    Some(Region {
        id: t.parsed("id")?,
        title: t.text("title"),
        country: t.parsed::<Country>("country")?,
        serves: t.parsed_items("serves"),
        transfer: transfer(t.table("transfer")),
    })
}

fn processing(t: Table<'_, '_>) -> Option<Processing> {
    t.exists().then(|| Processing {
        controllers: t.text("controllers"),
        instructions: t.text("instructions"),
        assistance: t.text("assistance"),
        end: t.text("end"),
        audit: t.text("audit"),
        contract: t.parsed::<Url>("contract"),
        change_notice: t.parsed("change-notice"),
    })
}

fn acknowledged(t: Table<'_, '_>) -> Option<Acknowledged> {
    Some(Acknowledged {
        code: t.line("code")?,
        at: t.line("at").unwrap_or_default(),
        reason: t.line("reason").unwrap_or_default(),
    })
}

/// The site that the file describes, if its address can be read.
pub(super) fn site(file: &DeTable<'_>) -> Option<Site> {
    let root = Table { table: Some(file), main: Lang::En };
    let head = root.table("site");
    Some(Site {
        url: head.parsed("url")?,
        name: head.line("name")?,
        security_contacts: head.lines("security-contacts"),
        security_expires: head.date("security-expires"),
        gpc: head.date("gpc"),
        policies: root.tables("policy").filter_map(site_policy).collect(),
        stores: head.lines("stores"),
        requests_kept: head.parsed("requests-kept"),
        erasures_at: head.parsed("erasures-at"),
        region: head.line("region"),
        zone: head.line("zone"),
        holidays: head.tables("holidays").filter_map(holiday).collect(),
    })
}

fn holiday(t: Table<'_, '_>) -> Option<(Date, String)> {
    Some((t.date("day")?, t.line("name")?))
}

fn site_policy(t: Table<'_, '_>) -> Option<SitePolicy> {
    Some(SitePolicy {
        name: t.parsed("name")?,
        files: t.lines("files"),
        paths: t.lines("paths"),
        exclude: t.lines("exclude"),
        cookies: t.lines("cookies"),
    })
}
