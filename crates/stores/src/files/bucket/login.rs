//! Where a bucket is, and by which account it is asked: the names of variables and the file are those of Amazon's own
//! programs.

use std::str::FromStr as _;

use object_store::aws::{AmazonS3, AmazonS3Builder, AmazonS3ConfigKey};
use object_store::client::HttpClient;
use object_store::path::Path;

use super::wire::Same;

/// What begins the address of a bucket.
const SCHEME: &str = "s3://";
/// The region of who says none.
const REGION: &str = "us-east-1";
/// By which variables roles are taken on in containers and clusters; `object_store` asks for their credentials.
const ROLES: [&str; 7] = [
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_ROLE_ARN",
    "AWS_ROLE_SESSION_NAME",
    "AWS_ENDPOINT_URL_STS",
];

type Variable<'a> = &'a (dyn Fn(&str) -> Option<String> + 'a);

/// A prefix of a bucket.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) bucket: String,
    /// Nothing, or something that ends in `/`.
    pub(super) prefix: String,
}

impl Place {
    /// Reads `s3://bucket/prefix`.
    pub(super) fn read(address: &str) -> Option<Self> {
        let rest = address.strip_prefix(SCHEME)?;
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
        let prefix = prefix.trim_end_matches('/');
        if bucket.is_empty() || !bucket.bytes().all(is_name) || Path::parse(prefix).is_err() {
            return None;
        }
        let prefix = if prefix.is_empty() { String::new() } else { format!("{prefix}/") };
        Some(Self { bucket: bucket.to_owned(), prefix })
    }
}

pub(super) fn region(variable: Variable<'_>) -> String {
    let said = ["AWS_REGION", "AWS_DEFAULT_REGION"].into_iter().find_map(variable);
    said.filter(|region| !region.is_empty()).unwrap_or_else(|| REGION.to_owned())
}

pub(super) fn endpoint(variable: Variable<'_>) -> Option<String> {
    let said = ["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"].into_iter().find_map(variable);
    said.filter(|endpoint| !endpoint.is_empty())
}

/// The bucket for `object_store`.
pub(super) fn amazon(
    place: &Place,
    variable: Variable<'_>,
    client: &HttpClient,
) -> Result<AmazonS3, String> {
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(&place.bucket)
        .with_region(region(variable))
        .with_allow_http(true)
        .with_http_connector(Same(client.clone()));
    if !region(variable).bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return Err("no name of a region in AWS_REGION".to_owned());
    }
    if let Some(endpoint) = endpoint(variable) {
        if !["http://", "https://"].iter().any(|scheme| endpoint.starts_with(scheme)) {
            return Err("no address in AWS_ENDPOINT_URL".to_owned());
        }
        builder = builder.with_endpoint(endpoint);
    }
    for name in ROLES {
        let key = AmazonS3ConfigKey::from_str(&name.to_ascii_lowercase());
        if let (Ok(key), Some(value)) = (key, variable(name)) {
            builder = builder.with_config(key, value);
        }
    }
    if let Some(account) = Account::find(variable)? {
        if !account.is_plain() {
            return Err("the credentials have signs that none can have".to_owned());
        }
        builder = builder.with_access_key_id(account.id).with_secret_access_key(account.secret);
        if let Some(token) = account.token {
            builder = builder.with_token(token);
        }
    }
    builder.build().map_err(|_| "the settings of S3 do not go together".to_owned())
}

/// A key with its secret.
#[derive(Default, PartialEq, Eq)]
struct Account {
    id: String,
    secret: String,
    token: Option<String>,
}

impl Account {
    /// From the environment, else from the file.
    fn find(variable: Variable<'_>) -> Result<Option<Self>, String> {
        if let (Some(id), Some(secret)) =
            (variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY"))
        {
            return Ok(Some(Self { id, secret, token: variable("AWS_SESSION_TOKEN") }));
        }
        let said = variable("AWS_SHARED_CREDENTIALS_FILE");
        let place = said.or_else(|| Some(format!("{}/.aws/credentials", variable("HOME")?)));
        let profile = variable("AWS_PROFILE");
        #[expect(clippy::disallowed_methods, reason = "credentials lie in a file of the account")]
        let text = place.and_then(|place| std::fs::read_to_string(place).ok());
        let found =
            text.and_then(|text| Self::read(&text, profile.as_deref().unwrap_or("default")));
        match (found, profile) {
            (None, Some(_)) => {
                Err("the profile that AWS_PROFILE names is not in the credentials file".to_owned())
            }
            (found, _) => Ok(found),
        }
    }

    /// Whether it can stand in a request.
    fn is_plain(&self) -> bool {
        let texts = [&self.id, &self.secret].into_iter().chain(&self.token);
        texts.flat_map(|text| text.bytes()).all(|byte| byte.is_ascii_graphic())
    }

    /// From a file of profiles: `[name]`, and below it lines of `key = value`.
    fn read(text: &str, profile: &str) -> Option<Self> {
        let heading = format!("[{profile}]");
        let lines = text.lines().map(str::trim).skip_while(|line| *line != heading).skip(1);
        let mut account = Self::default();
        for line in lines.take_while(|line| !line.starts_with('[')) {
            let Some((key, value)) = line.split_once('=') else { continue };
            let value = value.trim().to_owned();
            match key.trim() {
                "aws_access_key_id" => account.id = value,
                "aws_secret_access_key" => account.secret = value,
                "aws_session_token" => account.token = Some(value),
                _ => {}
            }
        }
        (!account.id.is_empty() && !account.secret.is_empty()).then_some(account)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_bucket_and_a_prefix() {
        let cases = [
            ("s3://centre", Some(("centre", ""))),
            ("s3://centre/", Some(("centre", ""))),
            ("s3://centre/eu/calls/", Some(("centre", "eu/calls/"))),
            ("s3://centre/a//b", None),
            ("s3://centre/../b", None),
            ("s3:///a", None),
            ("s3://key:secret@centre/a", None),
            ("centre/a", None),
        ];
        for (address, expected) in cases {
            let place = Place::read(address);
            let place = place.as_ref().map(|p| (p.bucket.as_str(), p.prefix.as_str()));
            assert_eq!(place, expected, "{address}");
        }
    }

    #[test]
    fn an_account_comes_from_the_environment_or_else_from_a_profile() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let text = "[default]\naws_access_key_id = A\naws_secret_access_key=B\n\n[other]\n# no\naws_access_key_id=C\n\
            aws_secret_access_key=D=\naws_session_token = E\n[half]\naws_access_key_id=F\n";
        #[expect(clippy::disallowed_methods, reason = "the test writes a file")]
        std::fs::write(file.path(), text).unwrap();
        let path = file.path().to_str().unwrap();
        let own = [("AWS_ACCESS_KEY_ID", "X"), ("AWS_SECRET_ACCESS_KEY", "Y")];
        for (said, expected) in [
            (&[][..], Ok(Some("A B "))),
            (&[("AWS_PROFILE", "other")], Ok(Some("C D= E"))),
            (&[("AWS_PROFILE", "half")], Err(())),
            (&own, Ok(Some("X Y "))),
            (&[("AWS_SHARED_CREDENTIALS_FILE", "/nowhere")], Ok(None)),
        ] {
            let variable = |name: &str| match said.iter().find(|(key, _)| *key == name) {
                Some((_, value)) => Some((*value).to_owned()),
                None => (name == "AWS_SHARED_CREDENTIALS_FILE").then(|| path.to_owned()),
            };
            let found = Account::find(&variable).map_err(drop);
            let told =
                found.map(|a| a.map(|a| [a.id, a.secret, a.token.unwrap_or_default()].join(" ")));
            assert_eq!(told, expected.map(|e| e.map(str::to_owned)), "{said:?}");
        }
    }
}
