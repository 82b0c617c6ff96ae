//! `abide compact`: the compact policy that sums up a policy.

use abide_p3p::compact::{CompactPolicy, Header, compare};
use abide_p3p::derive::{Scope, derive};

use super::policy;
use crate::Outcome;
use crate::cli::Compact;
use crate::files;

pub(super) fn run(options: &Compact) -> anyhow::Result<Outcome> {
    let scope = if options.cookies_only { Scope::CookiesOnly } else { Scope::All };
    let derived = derive(&policy::read(&options.file)?, scope);
    let Some(said) = &options.compare else {
        files::print(&format!("{derived}\n"))?;
        return Ok(Outcome::Fine);
    };
    let said: CompactPolicy = Header::pasted(said).policy();
    let differences = compare(&said, &derived);
    for difference in &differences {
        files::print(&format!("{difference}\n"))?;
    }
    Ok(if differences.is_empty() { Outcome::Fine } else { Outcome::Found })
}
