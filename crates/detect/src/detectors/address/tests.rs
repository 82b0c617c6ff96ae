use crate::Kind;
use crate::detectors::testing::{forms, places};

#[test]
fn whole_addresses_of_the_countries() {
    for (before, address, after) in [
        ("wohnhaft ", "Hahnweg 74\n11125 Altentreptow", "."),
        ("wird an ", "Johan-Carsten-Ring 55a, 51641 Oschatz", " geliefert"),
        ("an ", "Bayram-Grein Groth-Straße 129\n88969 Donaueschingen", "\n"),
        ("Kunde: ", "Hans Peter-Flantz-Ring 83, 78907 Pirna", "."),
        ("", "Große Hamburger Str. 5-7, 10115 Berlin", ""),
        ("Anschrift: ", "Am Markt 3, 1010 Wien", ", bitte"),
        ("", "Am Weinberg 3, 97070 Würzburg", "."),
        ("", "Am Alten Weinberg 12a, 97070 Würzburg", "."),
        ("Adresse: ", "Zum Alten Forsthaus 5, 34117 Kassel", "\n"),
        ("", "Auf dem Rosenberg 2, 56068 Koblenz", ""),
        ("", "Untere Königsstraße 11, 96052 Bamberg", ""),
        ("at ", "14 St John's Road, Cambridge CB2 1TP", "."),
        ("Isla, ", "16 Kirkgate, Leith EH6 6AB", "."),
        ("to ", "4500 El Camino Real #210, Palo Alto, CA 94306", "."),
        ("to ", "77 Sunny Brae, Rock Springs WY 82901", "."),
        ("", "An der Alten Kirche 12\nA-4020 Linz", "\nTel. 0732 123"),
        ("", "Bahnhofstrasse 21, CH-8001 Zürich, Schweiz", ""),
        ("", "Straße des 17. Juni 135, 10623 Berlin", ""),
        ("an ", "Postfach 12 34 56, 10115 Berlin", ""),
        ("at ", "12 High Street, Flat 3, London SW1A 1AA", "."),
        ("living at ", "Flat 79j, Barnett Summit, West Leon, G7J 3NH", "."),
        ("", "Studio 02j, Green Shore, Brookesland, B0S 1JD", ""),
        ("to ", "545 Moss Passage Suite 899, South Melissabury, OK 66273", "."),
        ("to ", "49 Donald Brooks Apt. 214\nIbarramouth, UT 66226", "."),
        ("to ", "Unit 7349 Box 6067\nDPO AE 99081", "."),
        ("", "PSC 5803, Box 9408, APO AP 58668", "."),
        ("", "USNS Smith, FPO AP 21773", ""),
        ("", "USCGC Parsons\nFPO AE 08306", ""),
        ("", "P.O. Box 123, Springfield, IL 62701", ""),
        ("", "1600 Pennsylvania Avenue NW, Washington, DC 20500", ""),
        ("", "100 King Street West, Toronto, ON M5X 1A9", ""),
        ("au ", "12 rue de la Paix, 75002 Paris", ""),
        ("", "3 bis, avenue du Général-de-Gaulle\n69003 Lyon\nFrance", ""),
        ("en ", "Calle Mayor 5, 3º A, 28013 Madrid", ""),
        ("", "C/ Alcalá 45, 28014 Madrid, España", ""),
        ("na ", "Hlavná 12, 811 01 Bratislava", ""),
        ("", "ul. Jána Kollára 7, 974 01 Banská Bystrica", ""),
        ("", "Prinsengracht 263, 1016 GV Amsterdam", ""),
        ("", "Mannerheimintie 12, 00100 Helsinki, Finland", ""),
        ("", "Kolárska 234\n053 36 Píla", "\nTel."),
        ("an ", "ul. Zachodnia 32/7, 98-089 Przemyśl", "."),
        ("", "Via Garibaldi, 29, 20121 Milano (MI)", ""),
        ("", "Obermayrplatz 6\n5692 Maissau", "."),
        ("", "24 , rue Margaret Legrand, 64394 Saint Yves", "."),
        ("", "24, rue Margaret Legrand, 64394 Saint Yves", "."),
        ("", "C. de Aristides Leon 406 Piso 8, Lleida, 34990", "."),
        ("", "1 Jones Shore\nO'Brienfort\nL4T 1BE", ""),
    ] {
        let text = format!("{before}{address}{after}");
        assert_eq!(places(&text, Kind::Address), [address], "{text}");
    }
}

#[test]
fn parts_alone() {
    for (text, part) in [
        ("in der Schulstraße 12 brennt es", "Schulstraße 12"),
        ("at 221B Baker Street.", "221B Baker Street"),
        ("PLZ: 10115", "10115"),
        ("My zip code is 90210", "90210"),
        ("in 10115 Berlin", "10115 Berlin"),
        ("Nähe SW1A 1AA", "SW1A 1AA"),
        ("Apt. 316 is free", "Apt. 316"),
        ("from Springfield, IL 62701", "Springfield, IL 62701"),
        ("Postfach 1234", "Postfach 1234"),
        ("PO Box 12", "PO Box 12"),
    ] {
        assert_eq!(places(text, Kind::Address), [part], "{text}");
    }
}

#[test]
fn what_is_none() {
    for text in [
        "Es kostet 12345 Euro",
        "Im Jahr 2020 Umsatz",
        "Am Montag 12 Uhr",
        "Version 12 Release 5",
        "on 12 March 2024 the Street was closed",
        "3 cars on the street",
        "Arbeitsplatz 12",
        "Monitoring 24",
        "Tel. 030 12345 Frau Meier",
        "order A12 3BC-4",
        "AB12 3CD5",
        "Sitzplatz 12, Wagen 5",
        "in 2024 Berlin grew",
        "id 12345 OK",
        "Gerät 12345 Berlinchen",
        "weg 3 km",
        "Rückweg 3",
        "Seite 3, 12345 Zeichen.",
        "5° C. Rain today 1",
        "State Route 267",
        "Bundesstraße 105",
        "notepad 3",
        "Platz 3, 1200 Besucher.",
    ] {
        assert!(
            places(text, Kind::Address).is_empty(),
            "{text}: {:?}",
            places(text, Kind::Address)
        );
    }
}

#[test]
fn streets_without_a_number_are_places() {
    for (text, street) in [
        ("an der Bremer Straße geht", "Bremer Straße"),
        ("Konrad-Zuse-Straße gesperrt", "Konrad-Zuse-Straße"),
        ("on Bay Street, there", "Bay Street"),
    ] {
        assert_eq!(places(text, Kind::Loc), [street], "{text}");
        assert_eq!(forms(text, Kind::Loc), ["street"], "{text}");
    }
}

#[test]
fn what_is_taken_is_bounded() {
    for piece in [
        "12 ",
        "A ",
        "12 Street ",
        "Straße 12, ",
        "12345 Berlin, ",
        "Calle-",
        "a-1-",
        "Flat 1, ",
        "\n12 Am\n",
        "Rue de ",
        "X-",
    ] {
        let text = piece.repeat(20_000) + "Straße 12";
        for found in places(&text, Kind::Address) {
            assert!(found.len() <= 300, "{piece}: {}", found.len());
        }
    }
}
