//! Deleting rows that refer to each other.
//!
//! SQLite obeys a reference with an action (`CASCADE`, `SET NULL`, `SET DEFAULT`) at each row that goes, even where checks wait
//! for the end (`RESTRICT` waits, too): rows go that are still to be counted, or a column that may not be empty is emptied. So
//! rows that refer go before those to which they refer. Where they form a circle, their references are emptied first if they
//! may be. A circle in which a column is to be emptied that may not be empty is refused, as the database itself would.

use std::collections::HashMap;

use sqlx::sqlite::SqliteArguments;

use super::{Open, bind_rows};
use crate::schema::Reference;
use crate::sql::{size_for, sqlite as sql};
use crate::{Error, Key, TableAt, Value};

type Groups = Vec<(TableAt, Vec<Key>)>;

/// A reference with an action from one group of rows to another.
type Acting = (usize, Reference, usize);

impl Open {
    pub(super) async fn delete_groups(
        &mut self,
        groups: &[(TableAt, Vec<Key>)],
    ) -> Result<Vec<u64>, Error> {
        let acting = self.acting(groups)?;
        let mut counts = vec![0; groups.len()];
        if acting.is_empty() {
            return self.delete_each(groups, counts).await;
        }
        let (layers, rest) = self.layers(groups, &acting).await?;
        for layer in layers {
            counts = self.delete_each(&layer, counts).await?;
        }
        if rest.iter().all(|(_, keys)| keys.is_empty()) {
            return Ok(counts);
        }
        self.loosen(&rest, &acting).await?;
        let (layers, rest) = self.layers(&rest, &acting).await?;
        for layer in layers {
            counts = self.delete_each(&layer, counts).await?;
        }
        self.delete_circle(&rest, counts).await
    }

    fn acting(&self, groups: &[(TableAt, Vec<Key>)]) -> Result<Vec<Acting>, Error> {
        let mut acting = Vec::new();
        for (from, (table, _)) in groups.iter().enumerate() {
            for reference in &self.table(*table, "delete")?.references {
                let to = groups.iter().position(|(t, _)| *t == reference.to);
                let acts = reference.on_delete.acts();
                acting.extend(to.filter(|_| acts).map(|to| (from, reference.clone(), to)));
            }
        }
        Ok(acting)
    }

    async fn delete_each(
        &mut self,
        groups: &[(TableAt, Vec<Key>)],
        mut counts: Vec<u64>,
    ) -> Result<Vec<u64>, Error> {
        for ((table, keys), count) in groups.iter().zip(&mut counts) {
            *count += self.delete_all(*table, keys).await?;
        }
        Ok(counts)
    }

    /// Rows in the order in which they can go, and those that cannot because of a circle. Time is linear in rows and
    /// references.
    async fn layers(
        &mut self,
        groups: &[(TableAt, Vec<Key>)],
        acting: &[Acting],
    ) -> Result<(Vec<Groups>, Groups), Error> {
        let mut web = Web::new(groups);
        for (from, reference, to) in acting {
            for (child, parent) in self.pairs(groups, *from, reference, *to).await? {
                web.refer((*from, child), (*to, parent));
            }
        }
        Ok(web.peel(groups))
    }

    /// The keys of rows of a group, each with that of the row to which it refers.
    async fn pairs(
        &mut self,
        groups: &[(TableAt, Vec<Key>)],
        from: usize,
        reference: &Reference,
        to: usize,
    ) -> Result<Vec<(Key, Key)>, Error> {
        let (Some((child, keys)), Some((parent, _))) = (groups.get(from), groups.get(to)) else {
            return Ok(Vec::new());
        };
        let (child, parent) =
            (self.table(*child, "delete")?.clone(), self.table(*parent, "delete")?.clone());
        let width = sql::key(&child).len();
        let mut pairs = Vec::new();
        for chunk in keys.chunks(size_for(keys.len())) {
            let size = size_for(chunk.len());
            let mut arguments = SqliteArguments::default();
            bind_rows(&mut arguments, chunk.iter().map(|k| &*k.0), size);
            let mut sink = |row: crate::Row| {
                pairs.push((row.key, Key(row.values.into())));
                std::ops::ControlFlow::Continue(())
            };
            let statement = sql::pairs(&child, reference, &parent, size);
            let _ = self.read(&statement, arguments, width, &mut sink).await?;
        }
        Ok(pairs)
    }

    /// Empties the references that may be empty.
    async fn loosen(
        &mut self,
        groups: &[(TableAt, Vec<Key>)],
        acting: &[Acting],
    ) -> Result<(), Error> {
        for (from, reference, _) in acting {
            let Some((at, keys)) = groups.get(*from) else { continue };
            let table = self.table(*at, "delete")?;
            let may = |c: &&usize| {
                let column = table.columns.get(**c);
                column.is_some_and(|d| d.nullable && !d.generated) && !table.key.contains(c)
            };
            let columns: Vec<usize> = reference.columns.iter().filter(may).copied().collect();
            let nothing = vec![Value::Null; columns.len()];
            let rows: Vec<(Key, Vec<Value>)> =
                keys.iter().map(|k| (k.clone(), nothing.clone())).collect();
            if !columns.is_empty() {
                self.change_all(*at, &columns, &rows).await?;
            }
        }
        Ok(())
    }

    /// Rows of a circle that the store's own actions delete count, too.
    async fn delete_circle(
        &mut self,
        groups: &[(TableAt, Vec<Key>)],
        mut counts: Vec<u64>,
    ) -> Result<Vec<u64>, Error> {
        let mut there = Vec::new();
        for (table, keys) in groups {
            there.push(self.count(*table, keys).await?);
        }
        for (table, keys) in groups {
            self.delete_all(*table, keys).await?;
        }
        for (((table, keys), before), count) in groups.iter().zip(there).zip(&mut counts) {
            *count += before - self.count(*table, keys).await?;
        }
        Ok(counts)
    }

    async fn count(&mut self, table: TableAt, keys: &[Key]) -> Result<u64, Error> {
        let values: Vec<Vec<Value>> = keys.iter().map(|k| k.0.to_vec()).collect();
        let lookup = crate::Lookup {
            table,
            by: &[],
            values: &values,
            when: &[],
            want: &[],
            hold: false,
            refers: false,
        };
        let mut count = 0;
        let mut sink = |_: crate::Row| {
            count += 1;
            std::ops::ControlFlow::Continue(())
        };
        self.find_all(&lookup, &mut sink).await?;
        Ok(count)
    }
}

/// Which rows refer to which: rows are numbered through all groups.
struct Web {
    numbers: Vec<HashMap<Key, usize>>,
    /// To which rows each refers.
    parents: Vec<Vec<usize>>,
    /// How many rows refer to each.
    children: Vec<usize>,
}

impl Web {
    fn new(groups: &[(TableAt, Vec<Key>)]) -> Self {
        let mut next = 0..;
        let numbered = |keys: &Vec<Key>| keys.iter().cloned().zip(next.by_ref()).collect();
        let numbers: Vec<HashMap<Key, usize>> =
            groups.iter().map(|(_, keys)| keys).map(numbered).collect();
        let size = next.start;
        Self { numbers, parents: vec![Vec::new(); size], children: vec![0; size] }
    }

    fn number(&self, (group, key): &(usize, Key)) -> Option<usize> {
        self.numbers.get(*group)?.get(key).copied()
    }

    fn refer(&mut self, child: (usize, Key), parent: (usize, Key)) {
        let (Some(child), Some(parent)) = (self.number(&child), self.number(&parent)) else {
            return;
        };
        // A row that refers to itself goes as any other.
        if child == parent {
            return;
        }
        if let (Some(parents), Some(count)) =
            (self.parents.get_mut(child), self.children.get_mut(parent))
        {
            parents.push(parent);
            *count += 1;
        }
    }

    /// Layer by layer, the rows to which nothing refers any more; then what is left.
    fn peel(mut self, groups: &[(TableAt, Vec<Key>)]) -> (Vec<Groups>, Groups) {
        let mut depth: Vec<Option<usize>> = vec![None; self.children.len()];
        let mut free: Vec<usize> =
            (0..self.children.len()).filter(|n| self.children.get(*n) == Some(&0)).collect();
        let mut deepest = 0;
        while !free.is_empty() {
            let mut next = Vec::new();
            for number in free {
                depth.get_mut(number).map(|d| *d = Some(deepest)).unwrap_or_default();
                for parent in self.parents.get_mut(number).map(std::mem::take).unwrap_or_default() {
                    let Some(left) = self.children.get_mut(parent) else { continue };
                    *left -= 1;
                    if *left == 0 {
                        next.push(parent);
                    }
                }
            }
            free = next;
            deepest += 1;
        }
        let empty: Groups = groups.iter().map(|(table, _)| (*table, Vec::new())).collect();
        let (mut layers, mut rest) = (vec![empty.clone(); deepest], empty);
        for (at, numbers) in self.numbers.into_iter().enumerate() {
            for (key, number) in numbers {
                let layer = depth.get(number).copied().flatten();
                let into = layer.and_then(|l| layers.get_mut(l)).unwrap_or(&mut rest);
                into.get_mut(at).map(|(_, keys)| keys.push(key)).unwrap_or_default();
            }
        }
        (layers, rest)
    }
}
