//! What members of JSON documents hold, by their names: vCon's (draft-ietf-vcon-vcon-core-04, sections 4.1 to 4.5),
//! FreeSWITCH's profiles and variables, and names that transcripts use.

use crate::document::Holds;

/// What a member of this name holds. A name nobody knows holds anything.
#[must_use]
pub fn holds(name: &str) -> Holds {
    let name = name.to_ascii_lowercase();
    let known = TABLE.iter().find(|(_, names)| names.contains(&name.as_str()));
    known.map(|(holds, _)| *holds).or_else(|| by_ending(&name)).unwrap_or(Holds::Free)
}

const TABLE: &[(Holds, &[&str])] = &[
    (
        Holds::Name,
        &[
            "name",
            "speaker",
            "speaker_name",
            "speaker_label",
            "voice",
            "agent_name",
            "customer_name",
            "displayname",
            "sip_from_display",
            "sip_to_display",
            "nam",
        ],
    ),
    (
        Holds::Number,
        &[
            "tel",
            "phone",
            "phone_number",
            "number",
            "ani",
            "aniii",
            "rdnis",
            "dnis",
            "destination_number",
            "dialed_user",
            "dialed_extension",
            "sip_from_user",
            "sip_from_user_stripped",
            "sip_to_user",
            "sip_req_user",
            "sip_contact_user",
            "digits_dialed",
            "dtmf",
            "button",
        ],
    ),
    (
        Holds::Address,
        &[
            "mailto",
            "email",
            "mail",
            "sip",
            "did",
            "stir",
            "presence_id",
            "sip_from_uri",
            "sip_to_uri",
            "sip_req_uri",
            "sip_contact_uri",
            "sip_full_from",
            "sip_full_to",
            "sip_full_via",
        ],
    ),
    (
        Holds::Location,
        &[
            "gmlpos", "country", "a1", "a2", "a3", "a4", "a5", "a6", "prd", "pod", "sts", "hno",
            "hns", "lmk", "loc", "flr", "pc",
        ],
    ),
    (
        Holds::Channel,
        &["chan_name", "channel_name", "bridge_channel", "originate_disposition_channel"],
    ),
    (
        Holds::Account,
        &["username", "user_name", "sip_auth_username", "accountcode", "account", "org", "dept"],
    ),
    (
        Holds::Network,
        &[
            "network_addr",
            "sip_network_ip",
            "sip_received_ip",
            "sip_via_host",
            "sip_contact_host",
            "sip_from_host",
            "remote_media_ip",
            "remote_audio_ip",
            "remote_audio_ip_reported",
            "local_media_ip",
        ],
    ),
    (
        Holds::Identifier,
        &[
            "uuid",
            "id",
            "call_uuid",
            "session_id",
            "sip_call_id",
            "message_id",
            "local",
            "remote",
            "core-uuid",
        ],
    ),
    (
        Holds::Time,
        &[
            "start",
            "end",
            "created_at",
            "updated_at",
            "created_on",
            "time",
            "duration",
            "from",
            "to",
            "timestamps",
        ],
    ),
    (
        Holds::Technical,
        &[
            "type",
            "encoding",
            "mediatype",
            "mimetype",
            "alg",
            "signature",
            "content_hash",
            "vendor",
            "product",
            "schema",
            "vcon",
            "extensions",
            "critical",
            "must_support",
            "disposition",
            "event",
            "language",
            "model",
            "direction",
            "state",
            "state_number",
            "flags",
            "caps",
            "dialplan",
            "context",
            "source",
            "app_name",
            "current_app",
            "profile_index",
            "last_executed",
            "switchname",
            "hangup_cause",
            "validation",
            "application",
            "protected",
            "x5c",
            "systeminfo",
            "task",
            "read_codec",
            "write_codec",
            "endpoint_disposition",
        ],
    ),
];

fn by_ending(name: &str) -> Option<Holds> {
    let ends = |endings: &[&str]| endings.iter().any(|e| name.ends_with(e));
    if ends(&["caller_id_name", "callee_id_name"]) {
        return Some(Holds::Name);
    }
    if ends(&["caller_id_number", "callee_id_number", "_phone"]) {
        return Some(Holds::Number);
    }
    if ends(&["_time", "_stamp", "_epoch", "_uepoch", "sec", "_at"]) {
        return Some(Holds::Time);
    }
    if ends(&["_uuid"]) {
        return Some(Holds::Identifier);
    }
    let settings = ["rtp_", "codec_", "read_", "write_", "recovery_", "hangup_"];
    settings.iter().any(|s| name.starts_with(s)).then_some(Holds::Technical)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_by_table_and_ending() {
        let cases = [
            ("tel", Holds::Number),
            ("effective_caller_id_name", Holds::Name),
            ("answer_uepoch", Holds::Time),
            ("Speaker", Holds::Name),
            ("rtp_audio_in_jitter", Holds::Technical),
            ("notes", Holds::Free),
            ("last_sent_callee_id_number", Holds::Number),
            ("mailto", Holds::Address),
        ];
        for (name, want) in cases {
            assert_eq!(holds(name), want, "{name}");
        }
    }

    #[test]
    fn no_name_stands_twice() {
        let mut all = TABLE.iter().flat_map(|(_, names)| names.iter()).collect::<Vec<_>>();
        all.sort();
        let count = all.len();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
