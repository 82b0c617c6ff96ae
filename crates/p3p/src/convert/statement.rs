//! Statements and the data they name.

use std::collections::{BTreeMap, HashMap, HashSet};

use abide_policy::data::{Categories, DataRef, Schema};
use abide_policy::model::{DataUse, OwnData, PurposeUse, RecipientUse, RetentionRule, Statement};
use abide_policy::text::{Id, Text};
use abide_policy::vocab::{Category, Choice, Purpose, Recipient, Retention, Set, Since};

use super::{Converter, wording};
use crate::ast::{self, CategoryItem, Data, DataSchema, Definition, DefinitionKind, Words};
use crate::schema::{Target, resolve};
use crate::v11;
use crate::xml::Span;

/// The own elements of a policy while its statements are read.
struct Elements {
    /// What the policy's DATASCHEMA resolves to.
    resolved: Schema,
    /// The name under which each element that is not of the base schema is known.
    names: HashMap<Target, DataRef>,
    taken: HashSet<DataRef>,
    list: Vec<OwnData>,
}

impl Converter<'_> {
    /// The own elements and the statements.
    pub(super) fn statements(
        &mut self,
        own: Option<&DataSchema>,
    ) -> (Vec<OwnData>, Vec<Statement>) {
        let source = self.source;
        let mut elements = Elements {
            resolved: own.map_or_else(Schema::empty, resolve),
            names: HashMap::new(),
            taken: HashSet::new(),
            list: Vec::new(),
        };
        let main = self.main;
        self.main = own.and_then(|s| super::language(s.lang.as_deref()?)).unwrap_or(main);
        for d in
            own.iter().flat_map(|s| &s.definitions).filter(|d| d.kind == DefinitionKind::Element)
        {
            self.definition(d, &mut elements);
        }
        self.main = main;
        let ids = v11::statement_ids(source);
        let titles = v11::titles(source);
        let mut statements = Vec::new();
        for (i, ((s, id), title)) in source.statements.iter().zip(ids).zip(titles).enumerate() {
            let title = match title {
                Some(title) => self.line(&title, s.span, &format!("statement.{id}.title")),
                None => None,
            };
            let title = title.unwrap_or_else(|| wording::statement(self.main, i + 1));
            statements.push(self.statement(s, id, &title, &mut elements));
        }
        self.sets(&mut elements, &statements);
        (elements.list, statements)
    }

    fn definition(&mut self, d: &Definition, elements: &mut Elements) {
        let Some(name) = d.name.as_ref().and_then(|n| n.value.parse::<DataRef>().ok()) else {
            return self.lost("an element without a usable name", d.span, "data");
        };
        let target = Target::Own(name.clone());
        if elements.names.contains_key(&target) {
            return self.lost(&format!("a second definition of `{name}`"), d.span, "data");
        }
        let place = format!("data.{name}");
        self.place(&place, d.span);
        let said = d.categories.as_deref().unwrap_or_default();
        let own_name = self.own_name(&target, elements, d.span);
        self.place(&format!("data.{own_name}"), d.span);
        let own = OwnData {
            name: own_name,
            title: self.line_text(&self.definition_title(d, name.as_str())),
            categories: fixed(elements.resolved.categories(&name)),
            other_category: self.other_category(said, &place),
            description: d
                .long_description
                .as_ref()
                .map_or(Text::default(), |w| self.text(w, &place)),
        };
        elements.list.push(own);
    }

    fn definition_title(&self, d: &Definition, name: &str) -> String {
        let title = d.short_description.as_deref().unwrap_or_default();
        let title: String = title
            .chars()
            .filter(|c| !c.is_control())
            .take(abide_policy::source::shape::MAX_TEXT)
            .collect();
        if title.trim().is_empty() { name.to_owned() } else { title }
    }

    /// A name for an element that is not of the base schema, different from all of the base schema and from each other.
    fn own_name(&mut self, target: &Target, elements: &mut Elements, span: Span) -> DataRef {
        if let Some(known) = elements.names.get(target) {
            return known.clone();
        }
        let wish = target.name();
        let mut name = wish.clone();
        // Starting from how many there are keeps many elements of one name from being tried against each other.
        let mut number = elements.names.len() + 1;
        let mut longer = format!("own.{wish}");
        while Schema::base().contains(&name) || elements.taken.contains(&name) {
            // A name at the limit of length cannot grow; a short one takes its place.
            name =
                longer.parse().or_else(|_| format!("own{number}.element").parse()).unwrap_or(name);
            longer = format!("own{number}.{wish}");
            number += 1;
        }
        if name != *wish {
            self.changed(
                &format!("the element `{wish}`"),
                name.as_str(),
                span,
                &format!("data.{name}"),
            );
        }
        elements.taken.insert(name.clone());
        elements.names.insert(target.clone(), name.clone());
        name
    }

    fn statement(
        &mut self,
        s: &ast::Statement,
        id: Id,
        title: &str,
        elements: &mut Elements,
    ) -> Statement {
        let place = format!("statement.{id}");
        self.place(&place, s.span);
        let claim = s.non_identifiable;
        self.place(&format!("{place}.non-identifiable"), claim.unwrap_or(s.span));
        self.place(&format!("{place}.data"), s.groups.first().map_or(s.span, |g| g.span));
        if let Some(consequence) = &s.consequence {
            self.place(&format!("{place}.why"), consequence.span);
        }
        let data = self.data(s, &place, elements);
        Statement {
            title: self.line_text(title),
            why: s
                .consequence
                .as_ref()
                .map_or(Text::default(), |c| self.text(c, &format!("{place}.why"))),
            non_identifiable: claim.is_some(),
            subjects: Set::EMPTY,
            sources: Set::EMPTY,
            data,
            purposes: self.purposes(s, &place),
            recipients: self.recipients(s, &place),
            retention: self.retention(s, &place),
            interests: Text::default(),
            obligation: Text::default(),
            automated_decision: Text::default(),
            special_ground: None,
            regions: Vec::new(),
            id,
        }
    }

    fn purposes(&mut self, s: &ast::Statement, place: &str) -> BTreeMap<Purpose, PurposeUse> {
        let mut out: BTreeMap<Purpose, PurposeUse> = BTreeMap::new();
        let element = s.purposes.as_ref();
        self.place(&format!("{place}.purposes"), element.map_or(s.span, |p| p.span));
        for item in element.iter().flat_map(|p| &p.list) {
            let place = format!("{place}.purposes.{}", item.purpose);
            self.place(&place, item.span);
            let mut description = self.text(&item.text, &place);
            if description.is_empty() && item.purpose == Purpose::OtherPurpose {
                description = self.not_said("what `other-purpose` is", item.span, &place);
            }
            let choice = item.required.unwrap_or(Choice::Always);
            match out.get_mut(&item.purpose) {
                Some(before) => {
                    before.choice = self.weaker(before.choice, choice, item.span, &place)
                }
                None => {
                    drop(out.insert(item.purpose, PurposeUse { choice, basis: None, description }))
                }
            }
        }
        if out.is_empty() && s.non_identifiable.is_none() {
            let description =
                self.not_said("what the data is for", s.span, &format!("{place}.purposes"));
            out.insert(
                Purpose::OtherPurpose,
                PurposeUse { choice: Choice::Always, basis: None, description },
            );
        }
        out
    }

    fn recipients(&mut self, s: &ast::Statement, place: &str) -> BTreeMap<Recipient, RecipientUse> {
        let mut out: BTreeMap<Recipient, RecipientUse> = BTreeMap::new();
        let element = s.recipients.as_ref();
        self.place(&format!("{place}.recipients"), element.map_or(s.span, |p| p.span));
        for item in element.iter().flat_map(|r| &r.list) {
            let place = format!("{place}.recipients.{}", item.recipient);
            self.place(&place, item.span);
            let who: Vec<Text> = item
                .descriptions
                .iter()
                .map(|d| self.text(d, &place))
                .filter(|t| !t.is_empty())
                .collect();
            let choice = item.required.unwrap_or(Choice::Always);
            match out.get_mut(&item.recipient) {
                Some(before) => {
                    before.choice = self.weaker(before.choice, choice, item.span, &place);
                    before.who.extend(who);
                }
                None => drop(
                    out.insert(item.recipient, RecipientUse { who, ..RecipientUse::of(choice) }),
                ),
            }
        }
        if out.is_empty() && s.non_identifiable.is_none() {
            self.filled("who receives the data", "ours", s.span, &format!("{place}.recipients"));
            out.insert(Recipient::Ours, RecipientUse::of(Choice::Always));
        }
        out
    }

    /// The weaker of two choices about one use.
    fn weaker(&mut self, a: Choice, b: Choice, span: Span, place: &str) -> Choice {
        if a != b {
            self.changed(
                &format!("two choices, `{a}` and `{b}`,"),
                &a.min(b).to_string(),
                span,
                place,
            );
        }
        a.min(b)
    }

    fn retention(&mut self, s: &ast::Statement, place: &str) -> RetentionRule {
        let place = format!("{place}.retention");
        self.place(&place, s.retention.as_ref().map_or(s.span, |r| r.span));
        let said = s.retention.as_ref().and_then(|r| r.retention);
        let neutral = if s.non_identifiable.is_some() {
            Retention::NoRetention
        } else {
            Retention::Indefinitely
        };
        if said.is_none() {
            self.filled("how long the data stays", &neutral.to_string(), s.span, &place);
        }
        RetentionRule {
            kind: said.unwrap_or(neutral),
            period: None,
            since: Since::Collection,
            anonymous: false,
            reason: Text::default(),
        }
    }

    fn data(&mut self, s: &ast::Statement, place: &str, elements: &mut Elements) -> Vec<DataUse> {
        let mut out: Vec<DataUse> = Vec::new();
        let mut known: HashMap<DataRef, usize> = HashMap::new();
        for (group, data) in s.groups.iter().flat_map(|g| g.data.iter().map(move |d| (g, d))) {
            let Ok(target) = Target::of(group.base.as_deref(), &data.reference.value) else {
                self.lost(&format!("the data `{}`", data.reference.value), data.span, place);
                continue;
            };
            let used = self.data_use(&target, data, place, elements);
            let before = known.get(&used.name).and_then(|at| out.get_mut(*at));
            match before {
                Some(before) => {
                    if before.optional != used.optional {
                        let what = format!("`{}`, optional for some of its categories,", used.name);
                        self.changed(&what, "not optional", data.span, place);
                    }
                    before.optional &= used.optional;
                    before.categories = before.categories.union(used.categories);
                    if before.other_category.is_empty() {
                        before.other_category = used.other_category;
                    }
                }
                None => {
                    known.insert(used.name.clone(), out.len());
                    out.push(used);
                }
            }
        }
        if out.is_empty() && s.non_identifiable.is_none() {
            self.filled(
                "which data it is about",
                "dynamic.miscdata",
                s.span,
                &format!("{place}.data"),
            );
            out.push(DataUse {
                name: miscdata(),
                categories: Set::of(&[Category::OtherCategory]),
                other_category: self.line_text(wording::not_said(self.main)),
                optional: false,
            });
        }
        out
    }

    fn data_use(
        &mut self,
        target: &Target,
        data: &Data,
        place: &str,
        elements: &mut Elements,
    ) -> DataUse {
        let (name, categories) = self.element(target, data, elements);
        // Diagnostics name the element as it is called here, and as it was called there.
        self.place(&format!("{place}.data.{name}"), data.span);
        self.place(&format!("{place}.data.{}", target.name()), data.span);
        let place = format!("{place}.data.{name}");
        let said = data.categories.as_deref().unwrap_or_default();
        let mut used = DataUse {
            name,
            categories: Set::EMPTY,
            other_category: Text::default(),
            optional: data.optional == Some(true),
        };
        if categories == Categories::Variable {
            used.categories = crate::schema::categories(said);
            used.other_category = self.other_category(said, &place);
            if used.categories.is_empty() {
                used.categories = Set::of(&[Category::OtherCategory]);
                used.other_category = match target {
                    Target::Foreign { schema, .. } => {
                        let text = wording::defined_by(self.main, schema);
                        self.filled("its categories", &text, data.span, &place);
                        self.line_text(&text)
                    }
                    _ => self.not_said("its categories", data.span, &place),
                };
            }
        }
        used
    }

    /// The name and categories of what a DATA element points to; what neither schema has becomes an own element.
    fn element(
        &mut self,
        target: &Target,
        data: &Data,
        elements: &mut Elements,
    ) -> (DataRef, Categories) {
        match target {
            Target::Base(name) => {
                if let Some(categories) = Schema::base().categories(name) {
                    return (name.clone(), categories);
                }
            }
            Target::Own(name) => {
                let resolved = elements.resolved.categories(name);
                if let Some(categories) = resolved {
                    let known = elements.names.contains_key(target);
                    let own = self.own_name(target, elements, data.span);
                    let is_set = elements.resolved.leaves(name).take(2).count() > 1;
                    if !known && !is_set {
                        elements.list.push(plain(
                            own.clone(),
                            self.line_text(name.as_str()),
                            fixed(resolved),
                        ));
                    }
                    return (own, categories);
                }
            }
            Target::Foreign { .. } => {}
        }
        let known = elements.names.contains_key(target);
        let own = self.own_name(target, elements, data.span);
        if !known {
            let what = match target {
                Target::Foreign { schema, .. } => {
                    format!("the element `{}` of the schema {schema}", target.name())
                }
                _ => format!("the unknown element `{}`", target.name()),
            };
            self.changed(&what, own.as_str(), data.span, &format!("data.{own}"));
            elements.list.push(plain(
                own.clone(),
                self.line_text(target.name().as_str()),
                Set::EMPTY,
            ));
        }
        (own, Categories::Variable)
    }

    /// Own sets are there as soon as their members are; a set that would not be, or not with its categories, gets an
    /// element of its own.
    fn sets(&mut self, elements: &mut Elements, statements: &[Statement]) {
        let mut schema = Schema::base().clone();
        for own in &elements.list {
            schema.insert(
                own.name.clone(),
                if own.categories.is_empty() {
                    Categories::Variable
                } else {
                    Categories::Fixed(own.categories)
                },
            );
        }
        let mut used: Vec<(&Target, &DataRef)> =
            elements.names.iter().filter(|(t, _)| matches!(t, Target::Own(_))).collect();
        used.sort_by_key(|(_, name)| *name);
        let named: HashSet<&DataRef> =
            statements.iter().flat_map(|s| &s.data).map(|d| &d.name).collect();
        let mut missing = Vec::new();
        for (target, name) in used.into_iter().filter(|(_, name)| named.contains(name)) {
            let resolved = elements.resolved.categories(target.name());
            if resolved.is_some() && schema.categories(name) != resolved {
                missing.push(plain(
                    name.clone(),
                    self.line_text(target.name().as_str()),
                    fixed(resolved),
                ));
            }
        }
        elements.list.extend(missing);
    }

    fn other_category(&mut self, items: &[CategoryItem], place: &str) -> Text {
        let Some(item) = items.iter().find(|i| i.category == Category::OtherCategory) else {
            return Text::default();
        };
        let text: Words = item.text.clone();
        let text = self.text(&text, place);
        if text.is_empty() {
            self.not_said("what `other-category` is", item.span, place)
        } else {
            text
        }
    }

    fn not_said(&mut self, what: &str, span: Span, place: &str) -> Text {
        let words = wording::not_said(self.main);
        self.filled(what, words, span, place);
        self.line_text(words)
    }
}

fn fixed(categories: Option<Categories>) -> Set<Category> {
    match categories {
        Some(Categories::Fixed(set)) => set,
        Some(Categories::Variable) | None => Set::EMPTY,
    }
}

fn plain(name: DataRef, title: Text, categories: Set<Category>) -> OwnData {
    let other_category =
        if categories.contains(Category::OtherCategory) { title.clone() } else { Text::default() };
    OwnData { name, title, categories, other_category, description: Text::default() }
}

#[expect(clippy::expect_used, reason = "an element of the base schema")]
fn miscdata() -> DataRef {
    "dynamic.miscdata".parse().expect("a name")
}
