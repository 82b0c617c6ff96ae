//! Encrypted connections to our own tables in PostgreSQL.

use abide_records::{Error, Records};
use abide_tests::postgres::Postgres;

/// What nobody is told, whatever fails.
const SECRET: &str = "geheim";

/// An address with a password that the server does not ask for.
fn address(server: &Postgres, rest: &str) -> String {
    let address = server.address("postgres").replace("abide@", &format!("abide:{SECRET}@"));
    format!("{address}?{rest}")
}

/// Why an address is not opened; nothing if it is. The password is in no message.
async fn refused(address: &str) -> Option<String> {
    let error = match Records::open(address).await {
        Ok(records) => {
            records.close().await.unwrap();
            return None;
        }
        Err(error) => error,
    };
    assert!(!format!("{error} {error:?}").contains(SECRET), "{error}");
    assert!(!error.is_temporary(), "to try again does not help: {error}");
    let Error::Open { code, .. } = error else { unreachable!("{error:?}") };
    Some(code)
}

#[cfg(feature = "tls")]
#[tokio::test]
async fn only_a_certificate_of_the_authority_that_is_named_will_do() {
    let (Some(server), Some(other)) = (Postgres::start(), Postgres::start()) else { return };
    let not_trusted = |code: Option<String>| {
        assert!(code.as_ref().is_some_and(|code| code.contains("its certificate")), "{code:?}");
    };
    // The server takes none yet.
    not_trusted(refused(&address(&server, "sslmode=require")).await);
    let (ours, theirs) = (server.encrypt(), other.encrypt());
    let named = |ca: &std::path::Path| format!("sslmode=verify-full&sslrootcert={}", ca.display());
    assert_eq!(refused(&address(&server, &named(&ours))).await, None, "of the right authority");
    not_trusted(refused(&address(&server, &named(&theirs))).await);
    not_trusted(refused(&address(&server, "sslmode=verify-full")).await);
    // The certificate is for the number, not for this name of the same machine.
    let elsewhere = address(&server, &named(&ours)).replace("127.0.0.1", "localhost");
    not_trusted(refused(&elsewhere).await);
}

/// What is kept is read over the encrypted connection as it was written.
#[cfg(feature = "tls")]
#[tokio::test]
async fn records_are_kept_over_an_encrypted_connection() {
    use crate::suite::{NOW, get, id, new_request, write};
    let Some(server) = Postgres::start() else { return };
    let ca = server.encrypt();
    let rest = format!("sslmode=verify-full&sslrootcert={}", ca.display());
    let records = Records::open(address(&server, &rest)).await.unwrap();
    let added = write(&records, async |w| w.add_request(&new_request("r1", 1), NOW).await);
    assert_eq!(added.await, Ok(abide_records::requests::Saved::Done));
    assert_eq!(get(&records, "r1").await.id, id("r1"));
    let encrypted = "SELECT bool_and(s.ssl) FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid) WHERE a.application_name = 'abide'";
    assert_eq!(server.ask("postgres", encrypted).trim(), "t");
}

#[cfg(not(feature = "tls"))]
#[tokio::test]
async fn an_address_that_asks_for_encryption_names_the_feature() {
    let Some(server) = Postgres::start() else { return };
    for mode in ["require", "verify-ca", "verify-full"] {
        let code = refused(&address(&server, &format!("sslmode={mode}"))).await;
        assert!(code.is_some_and(|code| code.contains("--features tls")));
    }
    assert_eq!(refused(&address(&server, "sslmode=prefer")).await, None);
}
