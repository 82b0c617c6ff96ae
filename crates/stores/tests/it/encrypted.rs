//! Encrypted connections to PostgreSQL.

use abide_stores::Error;
use abide_stores::postgres::Postgres;
use abide_tests::postgres::Postgres as Server;

/// Why an address is not opened; nothing if it is.
async fn refused(address: &str) -> Option<String> {
    match Postgres::open("shop", address).await {
        Ok(_) => None,
        Err(Error::Open { code, .. }) => Some(code),
        Err(other) => panic!("{other:?}"),
    }
}

#[cfg(feature = "tls")]
#[tokio::test]
async fn only_a_certificate_of_the_authority_that_is_named_will_do() {
    let (Some(server), Some(other)) = (Server::start(), Server::start()) else { return };
    let address = |server: &Server, rest: &str| format!("{}?{rest}", server.address("postgres"));
    let not_trusted = |code: Option<String>| {
        assert!(code.as_ref().is_some_and(|code| code.contains("its certificate")), "{code:?}");
    };
    // The server takes none yet.
    not_trusted(refused(&address(&server, "sslmode=require")).await);
    let (ours, theirs) = (server.encrypt(), other.encrypt());
    let named = |ca: &std::path::Path| format!("sslmode=verify-full&sslrootcert={}", ca.display());
    assert_eq!(refused(&address(&server, &named(&ours))).await, None);
    assert_eq!(refused(&address(&server, "sslmode=require")).await, None);
    not_trusted(refused(&address(&server, &named(&theirs))).await);
    not_trusted(refused(&address(&server, "sslmode=verify-full")).await);
    let elsewhere = address(&server, &named(&ours)).replace("127.0.0.1", "localhost");
    not_trusted(refused(&elsewhere).await);
}

#[cfg(not(feature = "tls"))]
#[tokio::test]
async fn an_address_that_asks_for_encryption_names_the_feature() {
    let Some(server) = Server::start() else { return };
    for mode in ["require", "verify-ca", "verify-full"] {
        let code = refused(&format!("{}?sslmode={mode}", server.address("postgres"))).await;
        assert!(code.is_some_and(|code| code.contains("--features tls")));
    }
    assert_eq!(refused(&format!("{}?sslmode=prefer", server.address("postgres"))).await, None);
}
