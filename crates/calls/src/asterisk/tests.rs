use super::*;
use crate::{Document, Edit};

const BASE: &str = r#""","030123456","100","from-trunk","""Anna Schmidt"" <030123456>","PJSIP/trunk-00000001","PJSIP/100-00000002","Dial","PJSIP/100,20","2026-11-26 14:05:00","2026-11-26 14:05:07","2026-11-26 14:07:12",132,125,"ANSWERED","DOCUMENTATION""#;

#[test]
fn options_add_columns() {
    let cases = [
        ("", 16, "amaflags"),
        (",\"1764165900.42\"", 17, "uniqueid"),
        (",\"note\"", 17, "userfield"),
        (",\"pbx-1764165900.42\",\"note\"", 18, "userfield"),
        (",\"\",\"1764165900.42\",7", 19, "sequence"),
        (",\"1764165900.42\",\"note\",\"\",\"1764165900.42\",7", 21, "sequence"),
    ];
    for (more, count, last) in cases {
        let source = format!("{BASE}{more}\n");
        let table = Table::cdr(&source).unwrap();
        assert_eq!(
            (table.columns().len(), table.columns().last().unwrap().name),
            (count, last),
            "{more}"
        );
    }
}

#[test]
fn values_are_typed() {
    let source = format!("{BASE}\n");
    let table = Table::cdr(&source).unwrap();
    let record = table.records().next().unwrap();
    assert_eq!(
        record.caller(),
        CallerId { name: Some("Anna Schmidt".into()), number: Some("030123456".into()) }
    );
    assert_eq!(
        (record.duration(), record.billsec(), record.disposition()),
        (Some(132), Some(125), Some(Disposition::Answered))
    );
    let times = record.times();
    assert_eq!(times.answer.unwrap().to_string(), "2026-11-26T14:05:07");
    assert_eq!(times.end.unwrap().duration_since(times.start.unwrap()).as_secs(), 132);
}

#[test]
fn callers_in_every_spelling() {
    let cases = [
        ("<0301>", None, Some("0301")),
        ("0301", None, Some("0301")),
        ("Anna", Some("Anna"), None),
        ("\"\" <0301>", None, Some("0301")),
        ("\"A <B>\" <1>", Some("A <B>"), Some("1")),
        ("", None, None),
    ];
    for (clid, name, number) in cases {
        let caller = CallerId::parse(clid);
        assert_eq!((caller.name.as_deref(), caller.number.as_deref()), (name, number), "{clid}");
    }
}

#[test]
fn the_mapping_of_cdr_custom_and_names_are_read() {
    let custom = "\"\"\"A\"\" <1>\",1,2,ctx,c,d,Dial,x,2026-11-26 14:05:00,,2026-11-26 14:05:07,7,0,NO ANSWER,3,,1.2,";
    let table = Table::cdr(custom).unwrap();
    let record = table.records().next().unwrap();
    assert_eq!((record.get("src").unwrap().as_ref(), record.times().answer), ("1", None));
    let named = "src,dst,start,cost\n0301,0302,,5\n";
    let table = Table::cdr(named).unwrap();
    assert_eq!(table.columns().last().unwrap().name, "literal");
    assert_eq!(table.records().next().unwrap().get("dst").unwrap(), "0302");
}

#[test]
fn events_are_read_and_changed() {
    let source = "\"CHAN_START\",\"My Literal\",\"1764165900.123\",\"Anna\",\"030\",\"\",\"\",\"\",\"100\",\"ctx\",\"PJSIP/a-1\",\"\",\"\",\"3\",\"\",\"1.2\",\"1.2\",\"\",\"\",\"\",\"\"\n";
    assert_eq!(sniff(source), Some(Format::AsteriskCel));
    let document = Document::read(Format::AsteriskCel, source.as_bytes()).unwrap();
    let part = document.texts().iter().position(|t| t.path == "row 1/cidname").unwrap();
    let new = document.write(&[Edit { part, range: 0..4, with: "\"x\"".into() }]).unwrap();
    assert_eq!(new, source.replace("\"Anna\"", "\"\"\"x\"\"\""));
}

#[test]
fn what_does_not_fit_is_an_error() {
    let cut = format!("{BASE}\n\"\",\"030\n");
    for text in ["a,b,c", cut.as_str(), &format!("{BASE}\n1,2\n")] {
        assert!(Table::cdr(text).is_err(), "{text}");
    }
    assert_eq!(Table::cdr("").unwrap().records().len(), 0);
}
