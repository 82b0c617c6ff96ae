//! A PostgreSQL server of a test's own: made from nothing, on a free port of this machine, gone with the test.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A running server. It ends when this value goes, or the test's process does.
#[derive(Debug)]
pub struct Postgres {
    server: Child,
    folder: PathBuf,
    port: u16,
    programs: PathBuf,
}

impl Postgres {
    /// Starts a server; `None` (said loudly on standard error) where PostgreSQL is not installed: the caller then skips.
    ///
    /// # Panics
    /// If it is installed and does not start.
    #[must_use]
    pub fn start() -> Option<Self> {
        let Some(programs) = programs() else {
            eprintln!(
                "SKIPPED: no PostgreSQL (Debian: postgresql; ABIDE_POSTGRES says where its programs are)"
            );
            return None;
        };
        let folder = std::env::temp_dir().join(format!(
            "abide-postgres-{}-{}",
            std::process::id(),
            free_port()
        ));
        fs::create_dir_all(&folder).expect("a folder for the server");
        own(&folder);
        let data = folder.join("data");
        let made = as_nobody(&programs.join("initdb"))
            .args([
                "--auth=trust",
                "--username=abide",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync",
                "-D",
            ])
            .arg(&data)
            .output()
            .expect("initdb runs");
        assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
        let port = free_port();
        let server = serve(&programs, &data, port);
        let running = Self { server, folder, port, programs };
        running.wait();
        Some(running)
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
        let done = Command::new(self.programs.join("psql"))
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
        self.server = serve(&self.programs, &self.folder.join("data"), self.port);
        self.wait();
    }

    /// Ends the server.
    pub fn stop(&mut self, mode: &str) {
        let _ = as_nobody(&self.programs.join("pg_ctl"))
            .args(["stop", "-m", mode, "-w", "-D"])
            .arg(self.folder.join("data"))
            .output();
        let _ = self.server.wait();
    }

    fn wait(&self) {
        let ready = || {
            Command::new(self.programs.join("pg_isready"))
                .args([
                    "-q",
                    "-h",
                    "127.0.0.1",
                    "-U",
                    "abide",
                    "-d",
                    "postgres",
                    "-p",
                    &self.port.to_string(),
                ])
                .status()
                .is_ok_and(|s| s.success())
        };
        for _ in 0..600 {
            if ready() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("PostgreSQL does not answer on port {}", self.port);
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.stop("immediate");
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn serve(programs: &Path, data: &Path, port: u16) -> Child {
    as_nobody(&programs.join("postgres"))
        .arg("-D")
        .arg(data)
        .args([
            "-p",
            &port.to_string(),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
        ])
        .args(["-c", "fsync=off", "-c", "max_connections=60", "-c", "log_min_messages=panic"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("postgres runs")
}

/// Where the programs are: `ABIDE_POSTGRES`, else the newest version in Debian's place.
fn programs() -> Option<PathBuf> {
    if let Ok(said) = std::env::var("ABIDE_POSTGRES") {
        return Some(PathBuf::from(said));
    }
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
    let found = versions.filter_map(|v| Some(v.ok()?.path().join("bin")));
    found.filter(|bin| bin.join("initdb").exists()).max()
}

/// The server refuses to run as root: then it runs as somebody who owns nothing else. It ends with the test's process.
fn as_nobody(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL"]);
    if is_root() {
        command.args(["--reuid=nobody", "--regid=nogroup", "--clear-groups"]);
    }
    command.arg(program).current_dir("/");
    command
}

fn own(folder: &Path) {
    if is_root() {
        let _ = Command::new("chown").arg("nobody:nogroup").arg(folder).status();
    }
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|o| o.stdout.trim_ascii() == b"0")
}

pub(crate) fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).map_or(0, |a| a.port())
}
