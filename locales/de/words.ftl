# Die Wortlisten von P3P und DSGVO, eine Nachricht je Wort.

access-nonident = Es werden keine Daten erhoben, die eine Person erkennen lassen; deshalb gibt es nichts, worüber Auskunft zu geben wäre.
access-all = Sie können alle Daten einsehen, die über Sie gespeichert sind.
access-contact-and-other = Sie können Ihre Kontaktdaten und einen Teil der übrigen Daten einsehen, die über Sie gespeichert sind.
access-ident-contact = Sie können Ihre Kontaktdaten einsehen.
access-other-ident = Sie können einen Teil der Daten einsehen, die über Sie gespeichert sind, aber nicht Ihre Kontaktdaten.
access-none = Die Organisation gibt keinen Einblick in die Daten, die sie gespeichert hat.

purpose-current = Bereitstellung dessen, worum gebeten wurde: der Seite, des Dienstes, der Bestellung
purpose-admin = Betrieb und Sicherheit der Website und des Dienstes
purpose-develop = Verbesserung der Website, des Dienstes und der Produkte
purpose-tailoring = Anpassung von Seiten während eines einzelnen Besuchs, ohne etwas davon zu speichern
purpose-pseudo-analysis = Auswertung von Interessen und Gewohnheiten unter einem Pseudonym
purpose-pseudo-decision = Entscheidung unter einem Pseudonym, was gezeigt wird
purpose-individual-analysis = Auswertung der Interessen und Gewohnheiten einer bekannten Person
purpose-individual-decision = Entscheidungen über eine bekannte Person
purpose-contact = Zusendung von Angeboten per Post, E-Mail oder Nachricht
purpose-historical = Aufbewahrung von Unterlagen zu historischen Zwecken
purpose-telemarketing = Anrufe mit Angeboten
purpose-other-purpose = ein anderer Zweck

purpose-current-short = Bereitstellung dessen, worum gebeten wurde
purpose-admin-short = Betrieb und Sicherheit des Dienstes
purpose-develop-short = Verbesserung des Dienstes
purpose-tailoring-short = Anpassung von Seiten während eines Besuchs
purpose-pseudo-analysis-short = Auswertung unter einem Pseudonym
purpose-pseudo-decision-short = Entscheidungen unter einem Pseudonym
purpose-individual-analysis-short = Auswertung der Gewohnheiten bekannter Personen
purpose-individual-decision-short = Entscheidungen über bekannte Personen
purpose-contact-short = Zusendung von Angeboten
purpose-historical-short = Aufbewahrung zu historischen Zwecken
purpose-telemarketing-short = Anrufe mit Angeboten
purpose-other-purpose-short = ein anderer Zweck

recipient-ours = wir selbst und Dienstleister, die an unsere Weisungen gebunden sind
recipient-delivery = Zustelldienste, die die Daten auch für eigene Zwecke nutzen können
recipient-same = Organisationen, die mit Daten umgehen wie wir
recipient-unrelated = Organisationen, deren Umgang mit Daten wir nicht kennen
recipient-public = die Öffentlichkeit
recipient-other-recipient = Organisationen, die mit Daten anders umgehen, uns aber Rechenschaft schulden

recipient-ours-short = wir selbst
recipient-delivery-short = Zustelldienste
recipient-same-short = Partner mit denselben Regeln
recipient-unrelated-short = Organisationen, auf die wir keinen Einfluss haben
recipient-public-short = die Öffentlichkeit
recipient-other-recipient-short = Partner mit anderen Regeln

retention-no-retention = Keine Speicherung: Nach dem Besuch oder Anruf sind die Daten nicht mehr vorhanden.
retention-stated-purpose = Nur so lange, wie der Zweck es erfordert; danach werden die Daten gelöscht.
retention-legal-requirement = So lange, wie ein Gesetz es verlangt; danach werden die Daten gelöscht.
retention-business-practices = Nach unserem eigenen Löschplan.
retention-indefinitely = Ohne festes Ende.

category-physical = Anschriften, Telefonnummern und Namen
category-online = E-Mail-Adressen und andere Kontaktwege im Netz
category-uniqueid = Kennungen wie Konto- und Cookie-Nummern
category-purchase = Käufe und Zahlungen
category-financial = Bank- und Kartendaten
category-computer = Angaben zu Gerät und Browser
category-navigation = besuchte Seiten und angeklickte Links
category-interactive = Eingaben und Suchen
category-demographic = Lebensumstände wie Alter, Geschlecht oder Einkommen
category-content = der Inhalt von Gesprächen und Nachrichten
category-state = Merkmale, an denen ein Besuch oder eine Sitzung wiedererkannt wird
category-political = politische, religiöse oder gewerkschaftliche Zugehörigkeit
category-health = Gesundheitsdaten
category-preference = Vorlieben
category-location = der Ort, an dem jemand ist
category-government = amtliche Kennnummern
category-other-category = andere Daten

redress-correct = Fehler werden behoben
redress-money = Schaden wird ersetzt
redress-law = was das Gesetz vorsieht

resolution-service = unser Kundendienst
resolution-independent = eine unabhängige Stelle
resolution-court = ein Gericht
resolution-law = eine Behörde

choice-always = Das geschieht in jedem Fall.
choice-opt-out = Das geschieht, sofern Sie es nicht ablehnen.
choice-opt-in = Das geschieht nur, wenn Sie vorher zustimmen.
choice-opt-out-people = Das geschieht, sofern die Person es nicht ablehnt.
choice-opt-in-people = Das geschieht nur, wenn die Person vorher zustimmt.
choice-opt-out-people-word = die Person kann ablehnen
choice-opt-in-people-word = nur mit Zustimmung der Person
choice-always-word = in jedem Fall
choice-opt-out-word = Sie können ablehnen
choice-opt-in-word = nur mit Ihrer Zustimmung

basis-consent = Einwilligung
basis-contract = Vertrag
basis-legal-obligation = rechtliche Verpflichtung
basis-vital-interests = Schutz lebenswichtiger Interessen
basis-public-task = Aufgabe im öffentlichen Interesse
basis-legitimate-interests = berechtigte Interessen
basis-consent-article = Art. 6 Abs. 1 Buchst. a { $law }
basis-contract-article = Art. 6 Abs. 1 Buchst. b { $law }
basis-legal-obligation-article = Art. 6 Abs. 1 Buchst. c { $law }
basis-vital-interests-article = Art. 6 Abs. 1 Buchst. d { $law }
basis-public-task-article = Art. 6 Abs. 1 Buchst. e { $law }
basis-legitimate-interests-article = Art. 6 Abs. 1 Buchst. f { $law }

storage-cookie = Cookie
storage-flash = Flash-Objekt
storage-local-storage = lokaler Speicher
storage-session-storage = Sitzungsspeicher
storage-indexed-db = Browser-Datenbank

subject-visitor = Besucherinnen und Besucher der Website
subject-customer = Kundinnen und Kunden
subject-caller = Anrufende und Angerufene
subject-contact = Kontakte aus einem Adressbuch
subject-agent = Menschen, die Anrufe entgegennehmen
subject-employee = Beschäftigte
subject-applicant = Bewerberinnen und Bewerber

source-person = von der Person selbst angegeben
source-observed = entsteht bei der Nutzung
source-derived = aus anderen Daten abgeleitet
source-customer = von einem Kunden eingegeben
source-third-party = von einer anderen Organisation
source-public = aus öffentlichen Quellen

keeps-since-collection = { $period } ab dem Tag der Erhebung
keeps-since-last-use = { $period } ab der letzten Nutzung der Daten
keeps-since-contract-end = { $period } ab dem Ende des Vertrags oder Kontos
keeps-since-year-end = { $period } ab dem Ende des Kalenderjahrs der Erhebung

ground-adequacy = Angemessenheitsbeschluss
ground-standard-clauses = Standardvertragsklauseln
ground-binding-corporate-rules = verbindliche interne Datenschutzvorschriften
ground-code-of-conduct = genehmigte Verhaltensregeln
ground-certification = genehmigte Zertifizierung
ground-explicit-consent = ausdrückliche Einwilligung
ground-contract-necessity = für einen Vertrag mit der Person erforderlich

special-explicit-consent = ausdrückliche Einwilligung
special-employment = Arbeits- und Sozialrecht
special-vital-interests = Schutz lebenswichtiger Interessen
special-non-profit = Mitgliedschaft in einer Organisation ohne Gewinnerzielungsabsicht
special-made-public = von der Person selbst öffentlich gemacht
special-legal-claims = Rechtsansprüche
special-public-interest = erhebliches öffentliches Interesse
special-health-care = Gesundheitsversorgung
special-public-health = öffentliche Gesundheit
special-research = Archive, Forschung und Statistik

role-controller = Verantwortlicher
role-processor = Auftragsverarbeiter

law-eu = DSGVO
law-uk = UK GDPR
