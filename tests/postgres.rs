//! A PostgreSQL server of a test's own: made from nothing, on a free port of this machine, gone with the test.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::disk::Disk;

/// A running server. It ends when this value goes, or the test's process does.
#[derive(Debug)]
pub struct Postgres {
    server: Child,
    programs: Programs,
    folder: PathBuf,
    port: u16,
}

/// Where its programs are, and on which disk they work if it is one of their own.
#[derive(Debug)]
struct Programs {
    folder: PathBuf,
    disk: Option<Disk>,
}

impl Postgres {
    /// Starts a server; `None` (said loudly on standard error) where PostgreSQL is not installed: the caller then skips.
    ///
    /// # Panics
    /// If it is installed and does not start.
    #[must_use]
    pub fn start() -> Option<Self> {
        let (programs, folder) = (programs()?, folder());
        Some(Self::make(folder, Programs { folder: programs, disk: None }))
    }

    /// As [`Postgres::start`], on a disk of its own of so many MiB that can be filled ([`Postgres::fill`]). `None` also where such a
    /// disk cannot be mounted. Its log has small pieces, so that it needs room often.
    ///
    /// # Panics
    /// If it is installed and does not start.
    #[must_use]
    pub fn start_on_disk(mib: u32) -> Option<Self> {
        let (programs, folder) = (programs()?, folder());
        let disk = Disk::mount(&folder, mib);
        if disk.is_none() {
            let _ = fs::remove_dir_all(&folder);
        }
        Some(Self::make(folder, Programs { folder: programs, disk: Some(disk?) }))
    }

    fn make(folder: PathBuf, programs: Programs) -> Self {
        let data = folder.join("data");
        let pieces = programs.disk.iter().map(|_| "--wal-segsize=1");
        let made = programs
            .as_nobody("initdb")
            .args([
                "--auth=trust",
                "--username=abide",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync",
            ])
            .args(pieces)
            .arg("-D")
            .arg(&data)
            .output()
            .expect("initdb runs");
        assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
        let port = free_port();
        let server = programs.serve(&data, port);
        let mut running = Self { server, programs, folder, port };
        running.wait();
        running
    }

    /// The address of a new, empty database.
    ///
    /// # Panics
    /// If the database cannot be made.
    #[must_use]
    pub fn database(&self, name: &str) -> String {
        self.sql("postgres", &format!("CREATE DATABASE \"{name}\""));
        self.address(name)
    }

    /// The address of a database, with all rights.
    #[must_use]
    pub fn address(&self, name: &str) -> String {
        format!("postgres://abide@127.0.0.1:{}/{name}", self.port)
    }

    /// Runs statements with PostgreSQL's own client, and gives what it prints: values between `|`.
    ///
    /// # Panics
    /// If a statement fails.
    #[must_use]
    pub fn ask(&self, database: &str, sql: &str) -> String {
        let file = self.folder.join(format!("{database}.sql"));
        fs::write(&file, sql).expect("a file for the statements");
        let done = Command::new(self.programs.folder.join("psql"))
            .args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-f"])
            .arg(&file)
            .arg(self.address(database))
            .output()
            .expect("psql runs");
        assert!(done.status.success(), "psql: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8_lossy(&done.stdout).into_owned()
    }

    /// Runs statements.
    ///
    /// # Panics
    /// If a statement fails.
    pub fn sql(&self, database: &str, sql: &str) {
        let _ = self.ask(database, sql);
    }

    /// Makes an authority and a certificate for the server's address, and lets it take encrypted connections. Tells where the
    /// authority's certificate lies.
    ///
    /// # Panics
    /// If `openssl` is not there, or the server does not take the certificate.
    #[must_use]
    pub fn encrypt(&self) -> PathBuf {
        let name = "subjectAltName=IP:127.0.0.1";
        fs::write(self.folder.join("name"), name).expect("a file for the name");
        for line in [
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ca.key -out ca.crt -days 2 -subj /CN=authority",
            "req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout server.key -out server.csr -subj /CN=server",
            "x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -extfile name -out server.crt",
        ] {
            let made =
                Command::new("openssl").args(line.split(' ')).current_dir(&self.folder).output();
            let made = made.expect("openssl runs");
            assert!(made.status.success(), "openssl: {}", String::from_utf8_lossy(&made.stderr));
        }
        own(&self.folder.join("server.key"));
        let place = |file: &str| self.folder.join(file).display().to_string();
        let (key, certificate) = (place("server.key"), place("server.crt"));
        self.sql("postgres", &format!("ALTER SYSTEM SET ssl_key_file = '{key}'; ALTER SYSTEM SET ssl_cert_file = '{certificate}'; ALTER SYSTEM SET ssl = on; SELECT pg_reload_conf()"));
        for _ in 0..200 {
            if self.ask("postgres", "SHOW ssl").trim() == "on" {
                return self.folder.join("ca.crt");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("PostgreSQL does not take the certificate");
    }

    /// Ends the server at once, as a crash does, and starts it again on the same data and port.
    ///
    /// # Panics
    /// If it does not come back.
    pub fn crash(&mut self) {
        self.stop("immediate");
        self.serve();
    }

    /// Ends the server.
    pub fn stop(&mut self, mode: &str) {
        let _ = self
            .programs
            .as_nobody("pg_ctl")
            .args(["stop", "-m", mode, "-w", "-D"])
            .arg(self.folder.join("data"))
            .output();
        let _ = self.server.wait();
    }

    /// Takes all room on the server's own disk but so many KiB.
    ///
    /// # Panics
    /// If it has none of its own.
    pub fn fill(&self, left: u32) {
        self.programs.disk.as_ref().expect("a disk of its own").fill(left);
    }

    /// Leaves about so many KiB in the file to which the server writes its log, so that it soon needs the next one.
    ///
    /// # Panics
    /// If the server does not answer.
    pub fn end_log(&self, left: u32) {
        // Each page of 8192 bytes has a head of 24, and what is written now a little besides.
        self.sql("postgres", &format!("CHECKPOINT; SELECT pg_logical_emit_message(false, 'fill', repeat('x', greatest(0, ( \
            setting::bigint - (pg_current_wal_insert_lsn() - '0/0') % setting::bigint) * 8168 / 8192 - 1024 * {left})::int)) \
            FROM pg_settings WHERE name = 'wal_segment_size'"));
    }

    /// No file of the server may grow beyond so many bytes, as where a quota is reached; whether that could be said (it needs
    /// `prlimit`). What is running is told as well as what starts from now on.
    #[must_use]
    pub fn limit_files(&self, bytes: u64) -> bool {
        self.limit(&bytes.to_string())
    }

    fn limit(&self, most: &str) -> bool {
        // Only who runs as the server does may say so, not even everybody who is root.
        let tell = |pid: &str| {
            let mut prlimit = somebody(Command::new("setpriv"));
            let told =
                prlimit.args(["prlimit", "--pid", pid, &format!("--fsize={most}:")]).output();
            told.is_ok_and(|told| told.status.success())
        };
        // The first one hands it on to those that come from now on. Of the others, some may have ended by now.
        let main = self.server.id();
        let told = tell(&main.to_string());
        let children = fs::read_to_string(format!("/proc/{main}/task/{main}/children"));
        for pid in children.unwrap_or_default().split_whitespace() {
            let _ = tell(pid);
        }
        told
    }

    /// Gives back what [`Postgres::fill`] and [`Postgres::limit_files`] took. A server that ended for want of it is started again;
    /// whether it had ended.
    ///
    /// # Panics
    /// If it does not come back.
    pub fn give_room(&mut self) -> bool {
        if let Some(disk) = &self.programs.disk {
            disk.clear();
        }
        let _ = self.limit("unlimited");
        let ended = !self.is_running();
        if ended {
            self.serve();
        } else {
            self.wait();
        }
        ended
    }

    /// Whether it has not ended by itself.
    pub fn is_running(&mut self) -> bool {
        matches!(self.server.try_wait(), Ok(None))
    }

    fn serve(&mut self) {
        self.server = self.programs.serve(&self.folder.join("data"), self.port);
        self.wait();
    }

    /// Waits until it answers. One that ends meanwhile, for want of room that it has by now, is started again once.
    fn wait(&mut self) {
        let mut again = true;
        for _ in 0..600 {
            if again && !self.is_running() {
                again = false;
                self.server = self.programs.serve(&self.folder.join("data"), self.port);
            }
            if self.answers() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("PostgreSQL does not answer on port {}", self.port);
    }

    fn answers(&self) -> bool {
        Command::new(self.programs.folder.join("pg_isready"))
            .args(["-q", "-h", "127.0.0.1", "-U", "abide", "-d", "postgres", "-p"])
            .arg(self.port.to_string())
            .status()
            .is_ok_and(|s| s.success())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.stop("immediate");
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Programs {
    fn serve(&self, data: &Path, port: u16) -> Child {
        let mut command = self.as_nobody("postgres");
        command
            .arg("-D")
            .arg(data)
            .args(["-p", &port.to_string(), "-c", "listen_addresses=127.0.0.1"])
            .args(["-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "max_connections=60"])
            .args(["-c", "log_min_messages=panic"]);
        if self.disk.is_some() {
            command.args([
                "-c",
                "min_wal_size=2MB",
                "-c",
                "max_wal_size=16MB",
                "-c",
                "wal_recycle=off",
            ]);
        }
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("postgres runs")
    }

    /// The server refuses to run as root: then it runs as somebody who owns nothing else. It ends with the test's process.
    fn as_nobody(&self, program: &str) -> Command {
        let command = match &self.disk {
            Some(disk) => disk.command("setpriv"),
            None => Command::new("setpriv"),
        };
        let mut command = somebody(command);
        command.args(["--pdeathsig", "KILL"]).arg(self.folder.join(program)).current_dir("/");
        command
    }
}

/// As the server's user: `command` is `setpriv`.
fn somebody(mut command: Command) -> Command {
    if is_root() {
        command.args(["--reuid=nobody", "--regid=nogroup", "--clear-groups"]);
    }
    command
}

/// A new, empty folder for a server.
fn folder() -> PathBuf {
    let name = format!("abide-postgres-{}-{}", std::process::id(), free_port());
    let folder = std::env::temp_dir().join(name);
    fs::create_dir_all(&folder).expect("a folder for the server");
    own(&folder);
    folder
}

/// Where the programs are: `ABIDE_POSTGRES`, else the newest version in Debian's place.
fn programs() -> Option<PathBuf> {
    if let Ok(said) = std::env::var("ABIDE_POSTGRES") {
        return Some(PathBuf::from(said));
    }
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let found = versions.filter_map(|v| Some(v.ok()?.path().join("bin")));
    let newest = found.filter(|bin| bin.join("initdb").exists()).max();
    if newest.is_none() {
        eprintln!(
            "SKIPPED: no PostgreSQL (Debian: postgresql; ABIDE_POSTGRES says where its programs are)"
        );
    }
    newest
}

fn own(folder: &Path) {
    if is_root() {
        let _ = Command::new("chown").arg("nobody:nogroup").arg(folder).status();
    }
}

pub(crate) fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|o| o.stdout.trim_ascii() == b"0")
}

pub(crate) fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).map_or(0, |a| a.port())
}
