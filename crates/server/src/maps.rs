//! The map files of a site: read, and held against the policies in force and against each other.
//!
//! Leaves to others: what is wrong with a map (`abide_policy::check`), its store (`abide-stores`). Nothing that is published
//! depends on a map, so that no problem in one stops publication.

use abide_policy::check::map::maps_together;
use abide_policy::codes::Code;
use abide_policy::diagnostic::{Diagnostic, has_errors, nearest};
use abide_policy::map::StoreMap;
use abide_policy::source::{self, Reading};
use jiff::civil::Date;

use crate::folder::Folder;
use crate::load::{SiteFiles, SourceFile, read_file};

/// The map file of one store.
#[derive(Clone, Debug)]
pub struct MapFile {
    /// The file with everything that was found in it.
    pub file: SourceFile,
    /// What it says, if it has no errors.
    pub map: Option<StoreMap>,
}

/// A file on its way: its text, and what was read of it.
type Read = (SourceFile, Option<Reading<StoreMap>>);

impl SiteFiles {
    /// Reads and checks the maps that the site file names, in its order; `day` tells which policies are in force.
    #[must_use]
    pub fn maps(&self, day: Date) -> Vec<MapFile> {
        let names = self.site.as_ref().map(|s| s.stores.as_slice()).unwrap_or_default();
        let folder = Folder::open(&self.folder);
        let one = |name: &String| -> Read {
            let refused = |e: &std::io::Error| crate::folder::Refusal::Io(e.kind());
            let bytes = folder.as_ref().map_err(refused).and_then(|f| f.read(name));
            let (file, reading) =
                read_file(name, bytes.map_err(|r| r.diagnostic(name)), source::read_map);
            // Reading takes the problems out, and the policy may add some.
            let reading = reading.map(|r| Reading { diagnostics: file.diagnostics.clone(), ..r });
            (file, reading.map(|r| self.against(r, day)))
        };
        let mut read: Vec<Read> = names.iter().map(one).collect();
        beside_each_other(&mut read);
        read.into_iter().map(finished).collect()
    }

    /// Holds a map against its policy in force. If that policy has errors, they are told where they are.
    fn against(&self, reading: Reading<StoreMap>, day: Date) -> Reading<StoreMap> {
        let Some(name) = reading.draft.as_ref().map(|map| map.policy.clone()) else {
            return reading;
        };
        if let Some(policy) = self.in_force(&name, day) {
            return reading.against(&policy);
        }
        let known = self.site.iter().flat_map(|s| &s.policies).map(|p| p.name.as_str());
        if known.clone().any(|p| p == name.as_str()) {
            return reading;
        }
        let d = Diagnostic::new(Code::ReferenceUnknown).with("kind", "policy").with("id", &name);
        let near = nearest(name.as_str(), known);
        let d = near.map_or(d.clone(), |n| d.fixed_by(n)).place("store.policy");
        reading.and(vec![d], &[])
    }
}

fn beside_each_other(read: &mut [Read]) {
    let (at, maps): (Vec<usize>, Vec<StoreMap>) = read
        .iter()
        .enumerate()
        .filter_map(|(i, (_, reading))| Some((i, reading.as_ref()?.draft.clone()?)))
        .unzip();
    for (n, found) in maps_together(&maps.iter().collect::<Vec<_>>()) {
        let slot = at.get(n).and_then(|i| read.get_mut(*i)).map(|(_, reading)| reading);
        if let Some(slot) = slot {
            *slot = slot.take().map(|reading| reading.and(vec![found], &[]));
        }
    }
}

fn finished((mut file, reading): Read) -> MapFile {
    let map = reading.and_then(|r| {
        file.diagnostics = r.diagnostics;
        r.value
    });
    debug_assert!(map.is_none() || !has_errors(&file.diagnostics));
    MapFile { file, map }
}
