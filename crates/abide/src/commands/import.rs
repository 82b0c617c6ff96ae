//! `abide import`: policy files from a P3P document.

use abide_p3p::convert::Settings;
use abide_p3p::import::import as read;
use abide_policy::diagnostic::{self, has_errors};
use anyhow::{Context, bail};

use super::init::write_new;
use crate::Outcome;
use crate::cli::Import;
use crate::files;

pub(super) fn run(options: &Import) -> anyhow::Result<Outcome> {
    let bytes = files::read(&options.file)?;
    let settings = Settings {
        effective: abide_server::clock::day(abide_server::clock::now()),
        site: options.site.as_deref().map(str::parse).transpose()?,
        ..Settings::default()
    };
    let imported = read(&bytes, &settings);
    let path = options.file.display().to_string();
    let source = String::from_utf8_lossy(&bytes);
    files::say(&diagnostic::to_terminal(&path, &source, &imported.diagnostics, false));
    match (imported.policies.as_slice(), &options.out) {
        ([], _) => bail!("nothing could be imported: mend the errors first"),
        (policies, Some(folder)) => {
            std::fs::create_dir_all(folder)
                .with_context(|| format!("cannot make `{}`", folder.display()))?;
            for policy in policies {
                let file = folder.join(format!("{}.toml", policy.name));
                write_new(&file, &policy.toml)?;
                files::say(&format!("wrote {}", file.display()));
            }
        }
        ([policy], None) => files::print(&policy.toml)?,
        (several, None) => {
            bail!("there are {} policies: say with `--out` in which folder they go", several.len())
        }
    }
    Ok(if has_errors(&imported.diagnostics) { Outcome::Found } else { Outcome::Fine })
}
