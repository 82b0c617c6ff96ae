//! Tables that inherit from one of the map: whoever asks it in PostgreSQL sees their rows among its own.
//!
//! Owns: that nobody is answered over such a table, as if these rows were not there, unless the map has them too. Leaves to others: that
//! a store asks a table for its own rows alone (`abide-stores`), telling it before ([`crate::check`]).

use abide_stores::Error;
use abide_stores::schema::Flaw;

use super::{Atlas, Spot};

impl Atlas {
    /// The tables that inherit from one of the map and that the map does not name.
    pub(crate) fn heirs(&self, spot: Spot) -> Vec<&str> {
        let part = self.parts.get(spot.store).filter(|_| self.mapped(spot).is_some());
        let Some((part, table)) = part.zip(self.table(spot)) else { return Vec::new() };
        let heirs = table.flaws.iter().filter_map(|flaw| match flaw {
            Flaw::Heirs(names) => Some(names),
            _ => None,
        });
        let is_mapped = |name: &str| part.map.tables.iter().any(|table| table.name == name);
        heirs.flatten().map(String::as_str).filter(|name| !is_mapped(name)).collect()
    }

    /// That no rows of a table would be passed over.
    ///
    /// # Errors
    /// [`Error::Other`] if some would.
    pub(crate) fn has_all_rows(&self, spot: Spot) -> Result<(), Error> {
        if self.heirs(spot).is_empty() {
            return Ok(());
        }
        let store = self.parts.get(spot.store).map(|part| part.map.id.to_string());
        let code = "rows in tables that inherit from one of the map: `abide map check` says which";
        Err(Error::Other { store: store.unwrap_or_default(), doing: "read", code: code.to_owned() })
    }
}
