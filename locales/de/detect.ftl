# Was nach personenbezogenen Daten sucht: die Seite, auf der ein eingefügter Text markiert wird, wie die Funde heißen und was für sie spricht.

# Die Seite.
find = Personenbezogene Daten in einem Text finden
find-description = Fügen Sie einen Brief, eine Tabelle oder ein Gespräch ein: Die personenbezogenen Daten darin werden markiert, jeweils mit dem, was dafür spricht, und mit der Kategorie, die eine Erklärung dafür nennen muss.
find-lead = Fügen Sie einen Brief, ein Protokoll, eine Tabelle oder ein Gespräch ein, oder wählen Sie eine Datei. Was auf Menschen hinweist, wird markiert, mit Belegen für jeden Fund und mit der Kategorie, die eine Erklärung nennen muss. Nichts davon wird gespeichert oder protokolliert.
find-label = Text
find-help = Reiner Text, CSV, JSON, vCon, WebVTT oder eine E-Mail-Nachricht, bis zu einem Megabyte.
find-file = Oder eine Datei
find-sure = Funde zeigen, die
find-sure-doubtful = wenigstens denkbar sind
find-sure-possible = wenigstens möglich sind
find-sure-strong = so gut wie sicher sind
find-button = Personenbezogene Daten finden
find-examples = Oder nehmen Sie eines von diesen:
find-example-letter = einen Brief
find-example-table = eine Tabelle
find-example-call = ein Gespräch
find-sample-letter =
    Sehr geehrte Frau Wiesengrund,

    vielen Dank für Ihren Anruf vom 14.03.2026. Ihre neue Rufnummer, Telefon 030 23125 417, haben wir notiert und
    schreiben Ihnen künftig an henriette.wiesengrund@example.org.
    Die Erstattung geht auf IBAN DE02 1203 0000 0000 2020 51; die Karte 4111 1111 1111 1111 wird nicht mehr belastet.

    Mit freundlichen Grüßen
find-sample-table =
    Kunde;Telefon;E-Mail;Betrag
    Henriette Wiesengrund;030 23125 417;henriette@example.org;19,90
    Lorenz Ackerknecht;030 23125 112;lorenz@example.net;240,00
    Frauke Tönnies;030 23125 555;;12,50
    Balduin Sternberg;030 23125 803;balduin@example.com;8,00
    Irmgard Holl;030 23125 960;irmgard@example.org;77,25
find-sample-call =
    WEBVTT

    00:00.000 --> 00:04.000
    <v Kundendienst>Guten Tag, hier ist der Kundendienst, was kann ich für Sie tun?

    00:04.000 --> 00:11.000
    <v Anruferin>Meine Rufnummer ist 030 23125 417, und meine E-Mail ist henriette@example.org.

# Was gefunden wurde.
find-found = Was gefunden wurde
find-empty = Es ist kein Text da.
find-none = Es wurde nichts gefunden, was auf einen Menschen hinweist.
find-some = { $n ->
    [one] Ein Fund.
   *[other] { $kinds ->
        [one] { $n } Funde einer Art.
       *[other] { $n } Funde von { $kinds } Arten.
    }
}
find-read-text = Gelesen als reiner Text.
find-read-csv = Gelesen als Tabelle.
find-read-json = Gelesen als JSON.
find-read-email = Gelesen als E-Mail-Nachricht.
find-read-call = Gelesen als Gespräch.
find-read-log = Gelesen als Protokoll eines Webservers; was in dessen Adressen kodiert ist, wurde dekodiert.
find-read-office = Gelesen als Teil eines Office-Dokuments.
find-left-out = Der Text wird bis zu seinen ersten { $n } Funden gezeigt oder soweit er auf eine Seite passt. Die JSON Lines enthalten alle Funde.
find-legend = Die gefundenen Arten
find-kind = Art
find-count = Funde
find-category = In der Erklärung
find-jsonl = Funde als JSON Lines sichern
find-marked = Der Text
find-evidence = Belege
find-evidence-help = Wählen Sie einen Fund im Text oder hier, um zu sehen, was für ihn spricht.
find-back = Im Text zeigen
find-form = Form
find-normal = Einheitlich geschrieben
find-why = Warum
find-declare = Eine Aussage der Erklärung muss nennen: { $category }
find-place = Wo
find-line = Zeile { $line }, Spalte { $column }
find-column = Spalte { $n }
find-column-kind = { $n } % { $kind }
find-misses = { $n ->
    [one] Sah nach personenbezogenen Daten aus und wurde nicht gemeldet: 1
   *[other] Sah nach personenbezogenen Daten aus und wurde nicht gemeldet: { $n }
}
find-misses-more = { $n ->
    [one] { $n } weiterer Fall wird nicht gezeigt.
   *[other] { $n } weitere Fälle werden nicht gezeigt.
}
find-miss = sah aus wie: { $kind }. Nicht gemeldet, denn { $why }.

# Wie sicher ein Fund ist.
sure = { $words } ({ $n } %)
sure-certain = sicher
sure-strong = so gut wie sicher
sure-likely = wahrscheinlich
sure-possible = möglich
sure-doubtful = zweifelhaft

# Was für einen Fund spricht, je ein Satz.
evidence-pattern = es ist in der Form „{ $name }“ geschrieben
evidence-pattern-iban = es ist wie eine internationale Kontonummer geschrieben
evidence-pattern-local-domain = es besteht aus einem Namen, einem At-Zeichen und einer Domain, die es geben kann
evidence-pattern-mask = einige Ziffern sind verdeckt
evidence-pattern-card-expiry = es ist ein Monat mit Jahr, wie Karten ihn zeigen
evidence-pattern-card-expiry-code = es ist ein Monat mit Jahr, wie Karten ihn zeigen, mit einer Prüfnummer
evidence-pattern-street = es besteht aus Straße und Hausnummer
evidence-pattern-country-number = nach einem Pluszeichen stehen Land und Nummer
evidence-pattern-00country-number = nach zwei Nullen stehen Land und Nummer
evidence-pattern-3-3-4-digits = es sind zehn Ziffern in den Gruppen Nordamerikas
evidence-pattern-number-x-extension = es ist eine Nummer mit Durchwahl
evidence-pattern-0area-number = nach einer Null stehen Vorwahl und Nummer
evidence-pattern-digits-in-groups = es sind Ziffern in Gruppen
evidence-pattern-street-number--postcode-town = es besteht aus Straße und Hausnummer oder aus Postleitzahl und Ort
evidence-pattern-unit = es nennt eine Wohnung, ein Stockwerk oder ein Gebäude
evidence-pattern-post-box = es ist ein Postfach
evidence-pattern-postcode-town = es ist eine Postleitzahl mit Ort
evidence-pattern-dotted-decimal = es sind vier Zahlen bis 255, durch Punkte getrennt
evidence-pattern-hexadecimal-groups = es sind Gruppen von Hexadezimalziffern, durch Doppelpunkte getrennt
evidence-pattern-hexadecimal-pairs = es sind sechs Paare von Hexadezimalziffern
evidence-pattern-label = eine Bezeichnung kündigt es an
evidence-pattern-private-key = es ist ein privater Schlüssel zwischen seinen Marken
evidence-check = die Prüfung für „{ $name }“ geht auf
evidence-check-luhn = die Prüfziffer stimmt (Luhn)
evidence-check-mod-97 = die Prüfziffern stimmen (modulo 97)
evidence-check-country = es beginnt mit einem Land und hat die Länge, die dort gilt
evidence-check-issuer-range = die ersten Ziffern gehören einem Kartennetz
evidence-check-numbering-plan = der Nummernplan des Landes kennt solche Nummern
evidence-check-tracking = die Prüfziffer der Sendungsnummer stimmt
evidence-check-vin = die Prüfziffer der Fahrgestellnummer stimmt
evidence-dictionary = es steht in der Liste „{ $name }“
evidence-dictionary-places = es steht in der Liste der Orte
evidence-dictionary-professions = es steht in der Liste der Berufe
evidence-dictionary-titles = es steht in der Liste der Titel
evidence-context-before = das Wort „{ $word }“ steht davor
evidence-context-after = das Wort „{ $word }“ steht dahinter
evidence-model = das Sprachmodell hat es so erkannt, mit einem Abstand von { $n } %
evidence-seen = dasselbe steht anderswo im Text, wo die Umgebung es klar macht
evidence-spoken = es ist gesprochen: Wörter stehen für Ziffern und Zeichen
evidence-column = die meisten Werte der Spalte sind von dieser Art: { $kind }
evidence-rule = eine Regel der Organisation nennt es: „{ $name }“

# Warum etwas nicht gemeldet wurde; es folgt auf „denn“.
miss-age-of-thing = es ist das Alter einer Sache, nicht eines Menschen
miss-amount = es ist ein Betrag oder eine Menge
miss-check-digit = die Prüfziffer ist falsch
miss-context = nichts in der Umgebung sagt, was es ist
miss-country = diesen Ländercode gibt es nicht
miss-domain = die Domain kann es nicht geben
miss-language = es ist der Name einer Sprache
miss-length = es ist zu lang oder zu kurz
miss-no-person = es weist auf keinen Menschen hin
miss-phone-context = nichts in der Umgebung sagt, dass es eine Rufnummer ist
miss-phone-other = es ist eine Nummer anderer Art
miss-placeholder = es ist ein Platzhalter
miss-plain-word = es ist ein gewöhnliches Wort
miss-range = es liegt außerhalb dessen, was vergeben ist
miss-spoken-count = es sind zu viele oder zu wenige Ziffern gesprochen
miss-version = es ist die Nummer einer Version

# Die Arten personenbezogener Daten.
personal-person = Name einer Person
personal-address = Anschrift
personal-loc = Ort
personal-org = Organisation
personal-email = E-Mail-Adresse
personal-phone = Rufnummer
personal-date = Datum
personal-date-of-birth = Geburtsdatum
personal-age = Alter
personal-ip = Internetadresse (IP)
personal-mac = Adresse einer Netzwerkkarte
personal-url = Webadresse
personal-user = Benutzername
personal-id = Kunden-, Vertrags- oder Vorgangsnummer
personal-natid = amtliche Kennnummer
personal-iban = IBAN
personal-bic = Bankkennung (BIC)
personal-account = Kontonummer
personal-card = Kartennummer
personal-cvv = Kartenprüfnummer
personal-expiry = Ablaufdatum einer Karte
personal-plate = Fahrzeugnummer
personal-title = Titel oder Beruf
personal-nrp = Staatsangehörigkeit, Religion oder politische Gruppe
personal-union = Gewerkschaftszugehörigkeit
personal-health = Gesundheitsdaten
personal-sexuality = Sexualleben oder sexuelle Orientierung
personal-biometric = biometrische Daten
personal-genetic = genetische Daten
personal-device = Gerätekennung
personal-cookie = Cookie- oder Sitzungskennung
personal-geo = Koordinaten
personal-sip = SIP-Adresse
personal-secret = Passwort oder Schlüssel
personal-other = andere personenbezogene Daten
