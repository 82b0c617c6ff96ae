//! `abide publish`: the site as files.

use abide_server::Error;

use super::serve::{report_files, runtime};
use crate::Outcome;
use crate::cli::Publish;
use crate::files;

pub(super) fn run(options: &Publish) -> anyhow::Result<Outcome> {
    let done = runtime()?.block_on(abide_server::publish(
        &options.site,
        options.records.as_deref(),
        &options.out,
    ));
    match done {
        Ok(published) => {
            report_files(&options.site, &published.loaded.files, false);
            for cite in &published.loaded.recorded {
                files::say(&format!("recorded {cite}: this version never changes from now on"));
            }
            files::say(&format!(
                "published {} files ({} bytes) in {}",
                published.files,
                published.bytes,
                options.out.display()
            ));
            Ok(Outcome::Fine)
        }
        Err(Error::Refused { files }) => {
            report_files(&options.site, &files, true);
            crate::files::say("nothing was published: mend the errors first");
            Ok(Outcome::Found)
        }
        Err(error) => Err(error.into()),
    }
}
