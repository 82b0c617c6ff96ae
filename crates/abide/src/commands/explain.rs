//! `abide explain`: the documentation page of a problem.

use abide_policy::codes::Code;
use abide_policy::diagnostic::nearest;
use anyhow::bail;

use crate::Outcome;
use crate::cli::Explain;
use crate::files;

pub(super) fn run(options: &Explain) -> anyhow::Result<Outcome> {
    if let (Some(id), false) = (&options.code, options.list) {
        let Some(code) = Code::from_id(id) else {
            match nearest(id, Code::ALL.iter().map(|c| c.id())) {
                Some(near) => bail!("no problem is called `{id}`: did you mean `{near}`?"),
                None => bail!("no problem is called `{id}`: `abide explain --list` lists them"),
            }
        };
        files::print(&code.page())?;
    } else {
        for code in Code::ALL {
            files::print(&format!("{:<30} {}\n", code.id(), code.title()))?;
        }
    }
    Ok(Outcome::Fine)
}
