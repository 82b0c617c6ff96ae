//! The people of the hard cases and all their rows.

use serde_json::json;

use super::{CallOf, Planted, Who, agent, contact, number};
use crate::value::row;

/// Number, given and family name, place of the telephone number, day of birth, into which entry it was merged.
type Entry = (u64, &'static str, &'static str, u64, Option<&'static str>, Option<u64>);

/// Who is in the address book of the first customer. Two have the number of another on purpose.
const CONTACTS: [Entry; 20] = [
    (1, "Brigitte", "Ahrens", 1, None, None),
    (2, "Rolf", "Ahrens", 1, None, None),
    (3, "Selma", "Overbeck", 3, None, None),
    (4, "Nils", "Tietjen", 3, None, None),
    (5, "Corinna", "Hasselmann", 5, None, None),
    (6, "Gerd", "Wittkamp", 6, None, None),
    (7, "Ulla", "Brockhaus", 7, None, None),
    (8, "Theodor", "Quandt", 8, None, None),
    (9, "Ramona", "Stolzenberg", 9, None, None),
    (10, "R.", "Stolzenberg", 10, None, Some(9)),
    (11, "Ramona", "Stolzenburg", 11, None, Some(10)),
    (12, "Henrik", "Jessen", 12, None, None),
    (13, "Magda", "Fröhlich", 13, None, None),
    (14, "Viola", "Petersen-Lund", 14, None, None),
    (15, "Kai", "Rademacher", 15, None, None),
    (16, "Edeltraud", "Nissen", 16, None, None),
    (17, "Tanja", "Wiegand", 17, Some("1971-05-04"), None),
    (18, "Tanja", "Wiegand", 18, Some("1998-11-23"), None),
    (19, "Ingo", "Dreesen", 19, None, None),
    (20, "Frauke", "Lohse", 20, None, None),
];

/// The number that the organisation gave to a planted contact.
pub(super) fn no(id: u64) -> String {
    format!("P{id:04}")
}
/// The address of a planted contact.
pub(super) fn email(id: u64) -> String {
    format!("planted.{id}@example.org")
}

pub(super) fn plant(p: &mut Planted<'_>) {
    people(p);
    shared_and_recycled(p);
    agent_and_caller(p);
    third_person(p);
    merged(p);
    through_two_tables(p);
    free_text(p);
    conference(p);
    invoice(p);
    p.call(CallOf {
        id: 17,
        caller: Some(17),
        agent: Some(2),
        shown: Some(17),
        day: 400,
        ..CallOf::default()
    });
    p.call(CallOf {
        id: 18,
        caller: Some(18),
        agent: Some(2),
        shown: Some(18),
        day: 401,
        ..CallOf::default()
    });
    // Nobody linked this call to its caller: it is known by its number alone, and nobody answered.
    p.call(CallOf { id: 19, shown: Some(19), by_number: &[19], day: 402, ..CallOf::default() });
    p.put(
        "blacklist",
        row![19, 1, number(19).e164(), "asked not to be called", p.moment(403, 8)],
        &[contact(19)],
    );
    consents(p);
}

fn people(p: &mut Planted<'_>) {
    p.agent(1, "Corinna Hasselmann", Some(5));
    p.agent(2, "Bastian Clausen", None);
    p.agent(3, "Wiebke Thomsen", None);
    for (id, given, family, place, born, merged) in CONTACTS {
        let phone = number(place);
        let custom = (id == 13).then(|| {
            json!({"partner": {"name": "Magda Fröhlich", "phone": phone.e164()}, "tier": 2})
                .to_string()
        });
        let street = format!("Deichweg {id}");
        let created = p.moment(if id == 4 { 300 } else { 0 }, 8);
        let row = row![
            id,
            1,
            no(id),
            given,
            family,
            email(id),
            phone.spelled(id),
            phone.e164(),
            born,
            street,
            "12345",
            "Musterstadt",
            "DE",
            "de",
            merged,
            custom,
            created,
        ];
        // What was merged is the same person.
        let person = if matches!(id, 10 | 11) { 9 } else { id };
        p.put("contacts", row, &[contact(person)]);
    }
    p.put(
        "campaigns",
        row![1, 1, "Winter survey", p.world.day(10 * 86_400), p.world.day(90 * 86_400)],
        &[],
    );
    p.put("invoices", row![1, 1, "P-2026-01", p.world.day(500 * 86_400), 60], &[]);
}

fn shared_and_recycled(p: &mut Planted<'_>) {
    let both: &[u64] = &[1, 2];
    p.call(CallOf {
        id: 1,
        caller: Some(1),
        agent: Some(2),
        shown: Some(1),
        day: 100,
        ..CallOf::default()
    });
    p.call(CallOf {
        id: 2,
        caller: Some(2),
        agent: Some(2),
        shown: Some(1),
        day: 101,
        ..CallOf::default()
    });
    p.call(CallOf {
        id: 3,
        agent: Some(3),
        shown: Some(1),
        by_number: both,
        day: 102,
        ..CallOf::default()
    });
    let member = |place: u64, at: String| row![1, number(place).e164(), "reached", at];
    p.put("campaign_members", member(1, p.moment(30, 12)), &[contact(1), contact(2)]);
    p.call(CallOf {
        id: 4,
        caller: Some(3),
        agent: Some(2),
        shown: Some(3),
        day: 20,
        ..CallOf::default()
    });
    p.call(CallOf {
        id: 5,
        caller: Some(4),
        agent: Some(2),
        shown: Some(3),
        day: 320,
        ..CallOf::default()
    });
    // The number changed hands on day 300. Of these two rows only their dates tell whose they are.
    p.call(CallOf { id: 6, shown: Some(3), by_number: &[3, 4], day: 25, ..CallOf::default() });
    p.put("campaign_members", member(3, p.moment(26, 12)), &[contact(3), contact(4)]);
}

fn agent_and_caller(p: &mut Planted<'_>) {
    let calls = CallOf {
        id: 7,
        caller: Some(5),
        agent: Some(2),
        shown: Some(5),
        day: 200,
        ..CallOf::default()
    };
    p.call(calls);
    p.recording(
        calls,
        "Wants a copy of a bill.",
        &[(true, "Guten Tag."), (false, "Hasselmann hier, ich rufe heute privat an.")],
    );
    let is_agent = CallOf {
        id: 8,
        caller: Some(6),
        agent: Some(1),
        shown: Some(6),
        outbound: true,
        day: 201,
        ..CallOf::default()
    };
    p.call(is_agent);
    p.recording(
        is_agent,
        "Called back about the bill.",
        &[(true, "Hier Corinna Hasselmann, Sie wollten einen Rückruf."), (false, "Ja, Wittkamp.")],
    );
    p.said(agent(1), 8, "Corinna Hasselmann");
    p.said(contact(6), 8, "Wittkamp");
    p.note(("agent", 1), 3, "Works from home on Fridays.", &[agent(1)]);
    p.note(("contact", 6), 1, "Wants a paper bill.", &[contact(6)]);
}

fn third_person(p: &mut Planted<'_>) {
    let of = CallOf {
        id: 9,
        caller: Some(7),
        agent: Some(2),
        shown: Some(7),
        day: 210,
        ..CallOf::default()
    };
    p.call(of);
    let body = format!("Neighbour Theodor Quandt ({}) takes the parcel.", number(8).spelled(0));
    let note = p.note(("call", 9), 2, &body, &of.whose());
    p.recording(
        of,
        "Parcel goes to the neighbour.",
        &[
            (true, "Guten Tag, was kann ich für Sie tun?"),
            (false, "Hier Ulla Brockhaus. Geben Sie das Paket bitte Theodor Quandt nebenan."),
            (true, "Das notiere ich."),
        ],
    );
    p.mention(contact(8), "notes", json!({"id": note}), "body", "Theodor Quandt");
    p.mention(contact(8), "notes", json!({"id": note}), "body", &number(8).spelled(0));
    p.said(contact(8), 9, "Theodor Quandt");
    p.said(contact(7), 9, "Ulla Brockhaus");
}

fn merged(p: &mut Planted<'_>) {
    // Calls stayed with the entries that were merged: they are Ramona Stolzenberg's too. Nobody answered; twice she spoke to a
    // machine.
    for (id, entry) in [(10, 9), (11, 10), (12, 11)] {
        let of = CallOf {
            id,
            caller: Some(entry),
            shown: Some(entry),
            voicemail: id != 12,
            day: 220 + id,
            ..CallOf::default()
        };
        p.call(of);
        if of.voicemail {
            let text = match id {
                10 => "Hier ist Ramona Stolzenberg, bitte rufen Sie Theodor Quandt zurück.",
                _ => "Stolzenberg, bitte rufen Sie zurück.",
            };
            p.recording(of, "Asks for a call.", &[(false, text)]);
        }
    }
    p.said(contact(8), 10, "Theodor Quandt");
    p.said(contact(9), 10, "Ramona Stolzenberg");
    for plant in &mut p.rows {
        for who in &mut plant.whose {
            if matches!(who, Who("contacts", 10 | 11)) {
                *who = contact(9);
            }
        }
    }
}

fn through_two_tables(p: &mut Planted<'_>) {
    let whose = [contact(12)];
    p.put("threads", row![1, 1, 12, "email", "Rückfrage", 3, p.moment(230, 8)], &whose);
    let texts = ["Wann kommt der Techniker?", "Morgen um neun.", "Gut, ich bin da. Henrik Jessen"];
    for (id, text) in (1u64..).zip(texts) {
        let reply = (id > 1).then(|| id - 1);
        let (by, direction) = if id == 2 { (Some(3), "out") } else { (None, "in") };
        let sent = p.moment(230, 8 + id);
        p.put("messages", row![id, 1, reply, by, direction, email(12), text, sent], &whose);
    }
    let of = CallOf {
        id: 13,
        caller: Some(12),
        agent: Some(3),
        shown: Some(12),
        outbound: true,
        day: 231,
        ..CallOf::default()
    };
    p.call(of);
    p.derived(of, "Henrik Jessen");
    p.recording(
        of,
        "The technician comes at nine.",
        &[(true, "Spreche ich mit Henrik Jessen?"), (false, "Ja, um neun passt es.")],
    );
    p.said(contact(12), 13, "Henrik Jessen");
}

fn free_text(p: &mut Planted<'_>) {
    let of = CallOf {
        id: 14,
        caller: Some(13),
        agent: Some(2),
        shown: Some(13),
        day: 240,
        ..CallOf::default()
    };
    p.call(of);
    p.derived(of, "Magda Fröhlich");
    let body = format!(
        "Magda Fröhlich, neu erreichbar unter {} oder magda@example.net.",
        number(13).spelled(1)
    );
    p.note(("contact", 13), 2, &body, &[contact(13)]);
    let note = p.note(("call", 14), 2, "Frau Fröhlich hat am 4. Mai Geburtstag.", &of.whose());
    p.mention(contact(13), "notes", json!({"id": note}), "body", "Fröhlich");
}

fn conference(p: &mut Planted<'_>) {
    let of = CallOf {
        id: 15,
        caller: Some(14),
        second: Some(15),
        agent: Some(3),
        shown: Some(14),
        day: 250,
        ..CallOf::default()
    };
    p.call(of);
    p.derived(of, "Viola Petersen-Lund");
    p.recording(
        of,
        "Both want one contract.",
        &[
            (true, "Guten Tag, Sie sind zu zweit?"),
            (false, "Ja, Viola Petersen-Lund, und mein Kollege Kai Rademacher."),
            (true, "Dann machen wir einen Vertrag für beide."),
        ],
    );
    p.said(contact(14), 15, "Viola Petersen-Lund");
    p.said(contact(15), 15, "Kai Rademacher");
}

fn invoice(p: &mut Planted<'_>) {
    let of = CallOf {
        id: 16,
        caller: Some(16),
        agent: Some(2),
        shown: Some(16),
        day: 260,
        ..CallOf::default()
    };
    p.call(of);
    let row = row![1, 1, 16, number(16).e164(), of.seconds(), 60];
    p.put("invoice_lines", row, &of.whose());
    if let Some(line) = p.rows.last_mut() {
        line.stays = Some(
            "billing: invoices are kept for 8 years; duration and cost stay, number and call go",
        );
    }
}

fn consents(p: &mut Planted<'_>) {
    for (id, customer_of, withdrawn) in [(1, 14, false), (2, 15, false), (3, 20, true)] {
        let at = p.moment(90, 9);
        let end = withdrawn.then(|| p.moment(120, 9));
        let row = row![id, 1, no(customer_of), "recording", "phone", at, end];
        p.put("consents", row, &[contact(customer_of)]);
    }
}
