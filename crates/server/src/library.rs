//! Every published page under its address, made when it is first asked for and kept in all forms in which it is sent.
//!
//! Owns: the one table from path to page, and which page a path without language stands for. Leaves to others: what
//! pages there are and what is in them (`abide-notice`), HTTP's rules ([`crate::http`]).

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use abide_notice::{Address, Document, Map, Publication, Subject};
use abide_policy::vocab::Lang;
use axum::http::{HeaderMap, Method};

use crate::http::headers::Keep;
use crate::http::negotiate;
use crate::http::representation::{Answer, AskedFor, Representation};

/// All pages of one publication.
pub(crate) struct Library {
    publication: Arc<Publication>,
    entries: HashMap<String, Entry>,
}

/// What lies under a path.
enum Entry {
    /// A page.
    Page(Arc<Place>),
    /// The same page in several languages, the site's default first.
    Negotiated { languages: Vec<Lang>, places: Vec<Arc<Place>> },
}

/// An address, and its page once it was asked for.
pub(crate) struct Place {
    document: &'static dyn Document,
    address: Address,
    page: OnceLock<Option<Representation>>,
}

/// What a request finds.
pub(crate) enum Found {
    /// A page, asked for at its own address or at the one without language.
    Page(Arc<Place>, AskedFor),
    /// Pages, all of them in languages that the request refuses.
    Refused(Vec<Lang>),
    /// Nothing.
    Nothing,
}

impl Library {
    /// The pages of a publication; none is made yet.
    pub(crate) fn new(publication: Arc<Publication>) -> Self {
        let map = Map::new(&publication);
        let place = |document, address: &Address| {
            Arc::new(Place { document, address: address.clone(), page: OnceLock::new() })
        };
        let mut places: HashMap<String, Arc<Place>> = HashMap::new();
        for (document, address) in map.pages() {
            places.insert(address.path.clone(), place(document, address));
        }
        let mut entries: HashMap<String, Entry> = HashMap::new();
        for (neutral, addresses) in map.neutral() {
            let found =
                addresses.iter().filter_map(|a| Some((a.lang?, places.get(&a.path)?.clone())));
            let (languages, places): (Vec<_>, Vec<_>) = found.unzip();
            entries.insert(canonical(neutral).to_owned(), Entry::Negotiated { languages, places });
        }
        entries.extend(places.into_values().map(|p| (p.path().to_owned(), Entry::Page(p))));
        Self { publication, entries }
    }

    /// What it was made from.
    pub(crate) const fn publication(&self) -> &Arc<Publication> {
        &self.publication
    }

    /// What a path stands for, in the language that the request prefers.
    pub(crate) fn find(&self, path: &str, request: &HeaderMap) -> Found {
        match self.entries.get(path) {
            None => Found::Nothing,
            Some(Entry::Page(place)) => Found::Page(place.clone(), AskedFor::Itself),
            Some(Entry::Negotiated { languages, places }) => {
                let chosen = negotiate::language(request, languages);
                let place = languages.iter().zip(places).find(|(l, _)| Some(**l) == chosen);
                match place {
                    Some((_, place)) => Found::Page(place.clone(), AskedFor::Negotiated),
                    None => Found::Refused(languages.clone()),
                }
            }
        }
    }

    /// Whether there is anything under a path.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.entries.contains_key(path)
    }

    /// Every path with its page, the default language's where there are several; in the order of paths.
    pub(crate) fn all(&self) -> Vec<(&str, &Arc<Place>)> {
        let mut all: Vec<(&str, &Arc<Place>)> = self
            .entries
            .iter()
            .filter_map(|(path, entry)| {
                let place = match entry {
                    Entry::Page(place) => Some(place),
                    Entry::Negotiated { places, .. } => places.first(),
                };
                place.map(|p| (path.as_str(), p))
            })
            .collect();
        all.sort_unstable_by_key(|(path, _)| *path);
        all
    }
}

/// An address has one spelling, without a slash at its end; requests for the other are led to it.
fn canonical(path: &str) -> &str {
    match path.trim_end_matches('/') {
        "" => "/",
        trimmed => trimmed,
    }
}

impl Place {
    /// Where it is.
    pub(crate) fn path(&self) -> &str {
        canonical(&self.address.path)
    }

    /// The page, made now if it was not before; `None` if its document does not give it.
    pub(crate) fn page(&self, publication: &Publication) -> Option<&Representation> {
        let made = self.page.get_or_init(|| {
            let page = self.document.render(publication, &self.address)?;
            Some(Representation::new(page, self.path(), self.keep()))
        });
        made.as_ref()
    }

    /// The answer, if nothing has to be made for it.
    pub(crate) fn ready(
        &self,
        method: &Method,
        request: &HeaderMap,
        asked: AskedFor,
    ) -> Option<Answer> {
        let page = self.page.get()?.as_ref()?;
        page.is_ready(request).then(|| page.answer(method, request, asked))
    }

    /// A version that takes no effect any more does not change.
    const fn keep(&self) -> Keep {
        match self.address.subject {
            Subject::Version(..) => Keep::Day,
            _ => Keep::Short,
        }
    }
}
