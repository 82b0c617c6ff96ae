//! The entity and its disputes.

use abide_policy::data::{DataRef, Schema};
use abide_policy::model;
use abide_policy::source::shape::Format;
use abide_policy::text::{Country, Text, Url};
use abide_policy::vocab::{Resolution, Set};

use super::Converter;
use crate::ast::{Data, Dispute, Image, Words};
use crate::export::{
    ENTITY_CITY, ENTITY_CODE, ENTITY_COUNTRY, ENTITY_EMAIL, ENTITY_NAME, ENTITY_PHONE,
    ENTITY_REGION, ENTITY_STREET, ENTITY_WEB,
};
use crate::schema::Target;

const COUNTRY_CODE: &str = "business.contact-info.telecom.telephone.intcode";
const AREA_CODE: &str = "business.contact-info.telecom.telephone.loccode";

impl Converter<'_> {
    /// The origin of the entity's own web address, for relative addresses.
    pub(super) fn own_site(&self) -> Option<Url> {
        let value = |(target, data): (Target, &Data)| {
            (target.name().as_str() == ENTITY_WEB)
                .then(|| data.value.as_ref()?.value.parse().ok())
                .flatten()
        };
        self.entity_data().find_map(value)
    }

    fn entity_data(&self) -> impl Iterator<Item = (Target, &Data)> {
        let groups = self.source.entity.iter().flat_map(|e| &e.groups);
        let data = groups.flat_map(|g| g.data.iter().map(move |d| (g, d)));
        data.filter_map(|(g, d)| Some((Target::of(g.base.as_deref(), &d.reference.value).ok()?, d)))
    }

    pub(super) fn entity(&mut self) -> model::Entity {
        let mut entity = model::Entity::default();
        let span = self.source.entity.as_ref().map_or(self.source.span, |e| e.span);
        self.place("entity", span);
        let all: Vec<(Target, Data)> = self.entity_data().map(|(t, d)| (t, d.clone())).collect();
        for (target, data) in all {
            self.entity_part(&mut entity, &target, &data);
        }
        join_phone(&mut entity);
        if entity.name.is_empty() {
            let name = self.site.as_ref().map_or("?", |s| s.origin()).to_owned();
            self.filled("the name of the entity", &name, span, "entity.name");
            entity.name = name;
        }
        let address = entity.street.is_some() || entity.city.is_some() || !entity.other.is_empty();
        if !address && entity.email.is_none() && entity.phone.is_none() && entity.web.is_none() {
            entity.web = self
                .source
                .discuri
                .as_ref()
                .and_then(|d| d.value.parse().ok())
                .or(self.site.clone());
            let web = entity.web.as_ref().map_or("", |w| w.as_str()).to_owned();
            self.filled("how to reach the entity", &web, span, "entity.web");
        }
        entity
    }

    fn entity_part(&mut self, entity: &mut model::Entity, target: &Target, data: &Data) {
        let name = target.name();
        let place = format!("entity.other.{name}");
        self.place(&place, data.span);
        let Some(at) = &data.value else {
            return self.lost(&format!("`{name}` without a value"), data.span, "entity");
        };
        let known = matches!(target, Target::Base(n) if n.as_str().starts_with("business.") && Schema::base().contains(n));
        if !known {
            return self.lost(&format!("`{name}` of the entity"), data.span, "entity");
        }
        let Some(value) = self.line(&at.value, at.span, &place) else { return };
        let fits = |format: Format| format.holds(&value);
        let slot = match name.as_str() {
            ENTITY_STREET => &mut entity.street,
            ENTITY_CODE => &mut entity.postal_code,
            ENTITY_CITY => &mut entity.city,
            ENTITY_REGION => &mut entity.region,
            ENTITY_EMAIL if fits(Format::Email) => &mut entity.email,
            ENTITY_NAME if entity.name.is_empty() => {
                self.place("entity.name", data.span);
                entity.name = value;
                return;
            }
            ENTITY_COUNTRY => match country(&value) {
                Some(country) if entity.country.is_none() => {
                    if country.code() != value {
                        let what = format!("the country `{value}`");
                        self.changed(&what, country.code(), data.span, "entity.country");
                    }
                    entity.country = Some(country);
                    return;
                }
                _ => return self.other(entity, name, value, data),
            },
            ENTITY_WEB => match value.parse() {
                Ok(web) if entity.web.is_none() => {
                    entity.web = Some(web);
                    return;
                }
                _ => return self.other(entity, name, value, data),
            },
            _ => return self.other(entity, name, value, data),
        };
        if slot.is_some() {
            self.lost(&format!("a second `{name}`"), data.span, "entity");
        } else {
            *slot = Some(value);
        }
    }

    fn other(&mut self, entity: &mut model::Entity, name: &DataRef, value: String, data: &Data) {
        if entity.other.contains_key(name) {
            self.lost(&format!("a second `{name}`"), data.span, "entity");
        } else {
            entity.other.insert(name.clone(), value);
        }
    }

    pub(super) fn disputes(&mut self) -> Vec<model::Dispute> {
        let Some(group) = &self.source.disputes else {
            self.place("dispute", self.source.span);
            return Vec::new();
        };
        self.place("dispute", group.span);
        group
            .disputes
            .iter()
            .enumerate()
            .map(|(i, d)| self.dispute(d, &format!("dispute.{i}")))
            .collect()
    }

    fn dispute(&mut self, d: &Dispute, place: &str) -> model::Dispute {
        self.place(place, d.span);
        let resolution = d.resolution.as_ref().map(|r| r.value).unwrap_or_else(|| {
            self.filled("in which way a dispute is settled", "service", d.span, place);
            Resolution::Service
        });
        let title =
            d.short_description.clone().map(|t| Words { text: t, lang: None, span: d.span });
        model::Dispute {
            resolution,
            service: self.service(d, place),
            verification: d.verification.as_ref().and_then(|v| self.line(v, d.span, place)),
            title: title.map_or(Text::default(), |t| self.text(&t, place)),
            description: d
                .long_description
                .as_ref()
                .map_or(Text::default(), |t| self.text(t, place)),
            remedies: d.remedies.iter().flatten().map(|r| r.value).collect::<Set<_>>(),
            image: d.image.as_ref().and_then(|i| self.image(i, place)),
        }
    }

    /// Where to turn; where that is no web address, the policy for people.
    fn service(&mut self, d: &Dispute, place: &str) -> Url {
        let said = d.service.as_ref();
        if let Some(address) = said.and_then(|s| self.address(s, place)) {
            return address;
        }
        let instead = self.notice.clone();
        match said {
            Some(s) => {
                self.changed(&format!("the address `{}`", s.value), instead.as_str(), s.span, place)
            }
            None => self.filled("where to turn in a dispute", instead.as_str(), d.span, place),
        }
        instead
    }

    fn image(&mut self, image: &Image, place: &str) -> Option<model::Image> {
        let source = image.src.as_ref().and_then(|s| self.address(s, place));
        let alt = image.alt.as_ref().and_then(|a| self.line(a, image.span, place));
        let (Some(source), Some(alt)) = (source, alt) else {
            self.lost("an image without address or description", image.span, place);
            return None;
        };
        let size = |n: Option<u32>| n.filter(|n| (1..=100_000).contains(n));
        if size(image.width) != image.width || size(image.height) != image.height {
            self.lost("the size of an image", image.span, place);
        }
        Some(model::Image { source, alt, width: size(image.width), height: size(image.height) })
    }
}

/// The country that people mean by a code, by habit or by the standard.
fn country(text: &str) -> Option<Country> {
    let upper = text.to_uppercase();
    let code = match upper.as_str() {
        "UK" => "GB",
        "USA" => "US",
        other => other,
    };
    code.parse().ok()
}

/// The parts of a telephone number as people dial it; where that gives none, they stay apart.
fn join_phone(entity: &mut model::Entity) {
    let part = |name: &str| {
        entity.other.iter().find(|(n, _)| n.as_str() == name).map(|(_, v)| v.trim().to_owned())
    };
    let Some(number) = part(ENTITY_PHONE) else { return };
    let country = part(COUNTRY_CODE).map(|c| format!("+{}", c.trim_start_matches(['+', '0'])));
    if country.as_deref() == Some("+") {
        return;
    }
    let parts: Vec<String> = country.into_iter().chain(part(AREA_CODE)).chain([number]).collect();
    let phone = parts.join(" ");
    if Format::Phone.holds(&phone) {
        entity.phone = Some(phone);
        entity.other.retain(|n, _| ![ENTITY_PHONE, COUNTRY_CODE, AREA_CODE].contains(&n.as_str()));
    }
}
