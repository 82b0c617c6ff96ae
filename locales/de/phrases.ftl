# Wendungen, die die Lücken der Problemmeldungen füllen. Der Name jeder Wendung ist ihr englischer Wortlaut.

problem-did-you-mean = meinten Sie `{ $fix }`?

## Was doppelt ist oder worauf verwiesen wird
phrase-statement = Aussage
phrase-region = Region
phrase-sub-processor = Unterauftragsverarbeiter
phrase-dispute = Streitbeilegung
phrase-data = Datenelement
phrase-policy = Erklärung
phrase-version = Fassung
phrase-cookie = Cookie

## Tabellen
phrase-the-policy-file = die Erklärungsdatei
phrase-the-site-file = die Site-Datei
phrase-a-contact = ein Kontakt
phrase-a-data-entry = ein Dateneintrag
phrase-a-purpose = ein Zweck
phrase-a-recipient = ein Empfänger
phrase-a-holiday = ein Feiertag

## Arten von Wörtern
phrase-kind-of-access = Art der Einsicht
phrase-purpose = Zweck
phrase-recipient = Empfänger
phrase-kind-of-retention = Art der Speicherdauer
phrase-category = Datenkategorie
phrase-remedy = Abhilfe
phrase-kind-of-dispute-resolution = Art der Streitbeilegung
phrase-choice = Wahl
phrase-lawful-basis = Rechtsgrundlage
phrase-role = Rolle
phrase-kind-of-storage = Art des Speichers
phrase-kind-of-person = Personengruppe
phrase-source = Herkunft
phrase-start-of-a-period = Beginn der Dauer
phrase-transfer-ground = Grundlage der Übermittlung
phrase-ground-for-special-categories = Grundlage für besondere Kategorien
phrase-language = Sprache

## Was ein Wert sein muss und was er ist
phrase-a-line-of-text = eine Textzeile
phrase-a-name = ein Name
phrase-a-web-address = eine Web-Adresse
phrase-an-e-mail-address = eine E-Mail-Adresse
phrase-a-telephone-number = eine Telefonnummer
phrase-a-country-code = ein Ländercode
phrase-the-code-of-a-region = der Code einer Region
phrase-a-period = eine Dauer
phrase-a-data-element = ein Datenelement
phrase-a-cookie-name = der Name eines Cookies
phrase-a-path = ein Pfad
phrase-a-domain = eine Domain
phrase-a-file-name = ein Dateiname
phrase-a-contact-address = eine Kontaktadresse
phrase-a-diagnostic-code = der Code eines Problems
phrase-a-text = ein Text
phrase-true-or-false = `true` oder `false`
phrase-a-whole-number = eine ganze Zahl
phrase-a-date-without-quotes-such-as-2026-12-01 = ein Datum ohne Anführungszeichen, etwa 2026-12-01
phrase-a-date-without-time-such-as-2026-12-01 = ein Datum ohne Uhrzeit, etwa 2026-12-01
phrase-a-text-or-a-table-of-languages-such-as-de-en = ein Text oder eine Tabelle von Sprachen, etwa {"{"} de = "…", en = "…" {"}"}
phrase-a-list-in-brackets-such-as = eine Liste in eckigen Klammern, etwa ["…", "…"]
phrase-a-table-such-as-key = eine Tabelle, etwa {"{"} key = "…" {"}"}
phrase-string = eine Zeichenkette
phrase-integer = eine ganze Zahl
phrase-float = eine Kommazahl
phrase-boolean = ein Wahrheitswert
phrase-datetime = ein Datum
phrase-array = eine Liste
phrase-table = eine Tabelle

## Wie man einen Wert schreibt
phrase-use-lower-case-letters-digits-dots-and-hyphens-at-most-64-starting-with-a-letter-or-digit = höchstens 64 Kleinbuchstaben, Ziffern, Punkte und Bindestriche, am Anfang ein Buchstabe oder eine Ziffer
phrase-write-it-whole-such-as-https-www-example-com-privacy = vollständig schreiben, etwa `https://www.example.com/privacy`
phrase-write-the-two-capital-letters-of-iso-3166-such-as-de = die zwei Großbuchstaben nach ISO 3166 schreiben, etwa `DE`
phrase-write-it-as-iso-3166-2-does-without-the-country-such-as-by-of-de-by = schreiben Sie ihn wie ISO 3166-2, ohne das Land, etwa `BY` von `DE-BY`
phrase-write-a-number-from-1-to-1000-and-a-unit-such-as-30-days-6-months-10-years = eine Zahl von 1 bis 1000 und eine Einheit schreiben, etwa `30 days`, `6 months`, `10 years`
phrase-write-it-as-privacy-example-com = schreiben wie `privacy@example.com`
phrase-write-digits-spaces-hyphens-and-a-leading = Ziffern, Leerzeichen, Bindestriche und ein `+` am Anfang schreiben
phrase-it-cannot-hold-spaces-quotes-or = ohne Leerzeichen, Anführungszeichen, `=`, `;` und `,` schreiben
phrase-write-it-as-shop-without-spaces-and-quotes = schreiben wie `/shop/*`, ohne Leerzeichen und Anführungszeichen
phrase-write-it-as-www-example-com-or-example-com = schreiben wie `www.example.com` oder `*.example.com`
phrase-name-a-file-below-the-site-s-folder-without = eine Datei unterhalb des Ordners der Site nennen, ohne `..`
phrase-write-mailto-tel-or-https = `mailto:…`, `tel:…` oder `https://…` schreiben
phrase-see-abide-explain-list = siehe `abide explain --list`

## Tatsachen
phrase-a-law = ein Gesetz
phrase-a-business-practice = eine Geschäftspraxis
phrase-history = ein historischer Zweck
phrase-nothing-may-stay-beyond-one-interaction = nach dem einzelnen Vorgang darf nichts bleiben
phrase-a-period-is-an-end = eine Dauer ist ein Ende
phrase-it-is-an-error = es ist ein Fehler
phrase-denies = gibt es keine
phrase-mentions = gibt es
phrase-marketing = Werbung
phrase-passing-data-to-others = Weitergabe von Daten
phrase-the-statements-declare-it = die Aussagen nennen sie
phrase-no-statement-declares-it = keine Aussage nennt sie
phrase-the-statements-name-other-recipients = die Aussagen nennen andere Empfänger
phrase-cookies = Cookies
phrase-flash-objects = Flash-Objekte
phrase-web-storage = Web-Speicher
phrase-an-indexeddb-database = eine IndexedDB-Datenbank
phrase-the-european-economic-area = die Staaten des Europäischen Wirtschaftsraums
phrase-the-united-kingdom = das Vereinigte Königreich
phrase-switzerland = die Schweiz
phrase-the-policy = die Erklärung

phrase-write-one-line = schreiben Sie eine Zeile
phrase-write-letters-digits-and-hyphens-joined-by-dots = schreiben Sie Buchstaben, Ziffern und Bindestriche, durch Punkte verbunden
phrase-has-a-namespace-name-too-long = hat einen zu langen Namensraum-Namen
phrase-has-an-element-with-too-many-attributes = hat ein Element mit zu vielen Attributen
phrase-has-too-many-elements = hat zu viele Elemente
phrase-nests-elements-too-deeply = verschachtelt Elemente zu tief
phrase-defines-too-many-data-elements = definiert zu viele Datenelemente
phrase-lies-outside-the-site-s-folder = liegt außerhalb des Ordners der Website
phrase-is-not-a-file = ist keine Datei
phrase-does-not-exist = ist nicht vorhanden

## Data maps
phrase-column = Spalte
phrase-store = Datenspeicher
phrase-the-map-file = die Datenkarte
phrase-the-map = die Datenkarte
phrase-kind-of-store = Art des Datenspeichers
phrase-kind-of-edge = Art der Kante
phrase-kind-of-erasure = Art der Löschung
phrase-treatment-of-a-column = Behandlung einer Spalte
phrase-fact-about-a-person = Merkmal eines Menschen
phrase-the-name-of-a-table-or-column = der Name einer Tabelle oder Spalte
phrase-the-name-of-an-environment-variable = der Name einer Umgebungsvariablen
phrase-write-it-as-the-store-spells-it-in-at-most-200-characters = schreiben Sie ihn wie der Datenspeicher, mit höchstens 200 Zeichen
phrase-write-letters-digits-and-such-as-abide-centre = schreiben Sie Buchstaben, Ziffern und `_`, etwa `ABIDE_CENTRE`
