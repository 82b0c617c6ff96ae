//! A small disk of a test's own, which really runs full: memory, mounted where only a server that is started for it sees it.
//!
//! It lives in a mount namespace that one process keeps: as long as this lives, the disk does. Nobody else sees it, and nothing
//! is left mounted, however the test ends.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::postgres::is_root;

/// What takes the room.
const BALLAST: &str = "ballast";

/// A small disk. It goes with this value, or with the test's process.
#[derive(Debug)]
pub(crate) struct Disk {
    keeper: Child,
    place: PathBuf,
}

impl Disk {
    /// Mounts one of so many MiB at an empty folder; `None` (said loudly on standard error) where that is not allowed: the caller
    /// then skips.
    pub(crate) fn mount(place: &Path, mib: u32) -> Option<Self> {
        let mut command = Command::new("unshare");
        if !is_root() {
            // Whoever may not mount may do so among themselves, if the system lets them.
            command.args(["--user", "--map-current-user", "--keep-caps"]);
        }
        let script = "mount -t tmpfs -o \"size=$1m,mode=1777\" disk \"$2\" && echo mounted && exec sleep infinity";
        let keeper = command
            .args(["--mount", "setpriv", "--pdeathsig", "KILL", "sh", "-c", script, "sh"])
            .arg(mib.to_string())
            .arg(place)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let Ok(keeper) = keeper else { return skipped() };
        let mut disk = Self { keeper, place: place.to_owned() };
        let mut said = [0; 7];
        let out = disk.keeper.stdout.as_mut()?;
        if out.read_exact(&mut said).is_err() { skipped() } else { Some(disk) }
    }

    /// A program that sees the disk.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new("nsenter");
        command.args(["--target", &self.keeper.id().to_string(), "--mount"]);
        if !is_root() {
            command.args(["--user", "--preserve-credentials"]);
        }
        command.arg(program);
        command
    }

    /// Takes all room but so many KiB.
    pub(crate) fn fill(&self, left: u32) {
        // Copying ends when nothing more goes in.
        let script = format!("cat /dev/zero > {BALLAST}; truncate --size=-{left}K {BALLAST}");
        self.run(&script);
    }

    /// Gives the room back.
    pub(crate) fn clear(&self) {
        self.run(&format!("rm -f {BALLAST}"));
    }

    fn run(&self, script: &str) {
        let script = format!("cd \"$1\" && {{ {script}; }}");
        let done = self
            .command("sh")
            .args(["-c", &script, "sh"])
            .arg(&self.place)
            .stderr(Stdio::null())
            .status();
        assert!(done.expect("a shell runs").success(), "{script}");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = self.keeper.kill();
        let _ = self.keeper.wait();
    }
}

fn skipped<T>() -> Option<T> {
    eprintln!(
        "SKIPPED: no small disk can be mounted here (that needs unshare, and root or namespaces of users)"
    );
    None
}
