# The editor for the policy, in the browser. It speaks to privacy officers, not to programmers: plain words, no jargon that
# the law does not need, no exclamation marks.

editor-title = { $file } bearbeiten
editor-tools = Was Sie tun können
editor-show = Anzeigen
editor-show-main = In der Mitte anzeigen
editor-show-side = Daneben anzeigen
editor-pane-outline = Gliederung
editor-pane-form = Formular
editor-pane-source = Quelltext
editor-pane-result = Ergebnis
editor-pane-notice = Erklärung
editor-pane-compact = Kurzfassung
editor-pane-verdict = Urteile
editor-pane-problems = Probleme

editor-undo = Rückgängig
editor-redo = Wiederholen
editor-history = Verlauf
editor-history-help = Jeder Schritt, seit diese Seite geöffnet wurde. Zurückgehen löscht nichts: Sie können auch wieder vorwärts gehen.
editor-check = Prüfen
editor-diff = Unterschiede zeigen
editor-save = Speichern …
editor-save-now = In die Datei speichern
editor-go-on = Weiter bearbeiten
editor-close = Schließen
editor-without-script = Diese Seite funktioniert ohne Skripte: Ändern Sie den Quelltext, dann prüfen, vergleichen oder speichern Sie ihn. Mit Skripten hat sie außerdem Formulare, „Rückgängig“ und eine laufende Vorschau.

# The list of files.
editor-list = Datenschutzerklärungen bearbeiten
editor-list-lead = Das sind die Dateien der Datenschutzerklärungen dieser Website. Jede Fassung ist eine Datei; eine veröffentlichte Fassung ändert sich nie, Änderungen kommen deshalb in eine neue.
editor-list-file = Datei
editor-list-version = Fassung
editor-list-effective = Gilt ab
editor-list-state = Status
editor-list-problems = Probleme
editor-new = Neue Fassung
editor-new-text = Kopiert die neueste Fassung mit allen Kommentaren in eine neue Datei. Danach ändern Sie die Kopie.
editor-new-version = Name der Fassung
editor-new-version-help = Kleinbuchstaben, Ziffern, Punkte und Bindestriche, zum Beispiel 3 oder 2027-01.
editor-new-effective = Gilt ab
editor-new-do = Neue Fassung anlegen
editor-new-exists = Diese Fassung gibt es schon
editor-new-exists-text = Wählen Sie einen anderen Namen für die neue Fassung. Es wurde nichts geändert.
editor-new-invalid = Die Fassung kann nicht angelegt werden
editor-new-invalid-text = Der Name besteht aus Kleinbuchstaben, Ziffern, Punkten und Bindestrichen, das Datum muss es geben, und weder die Datei der Website noch die neueste Fassung darf Syntaxfehler haben. Es wurde nichts geändert.
editor-new-failed = Die Fassung wurde nicht angelegt
editor-new-failed-text = Die Datei konnte nicht geschrieben werden. Prüfen Sie, ob der Ordner beschreibbar ist und Platz hat, und versuchen Sie es dann noch einmal.
editor-publish = Veröffentlichen
editor-publish-text = Veröffentlicht jede Fassung, die keine Fehler hat und noch nicht veröffentlicht ist. Von da an ändert sich ihr Text nie mehr: Sie bleibt im Archiv, und Entscheidungen berufen sich auf sie. Dasselbe geschieht, wenn der Server neu gestartet wird.
editor-publish-do = Neue Fassungen veröffentlichen
editor-published = Veröffentlicht
editor-published-new = Neu und von nun an endgültig: { $versions }.
editor-published-nothing = Es gab nichts Neues zu veröffentlichen
editor-published-nothing-text = Jede Fassung ohne Fehler ist schon veröffentlicht.
editor-published-not = Es wurde nichts veröffentlicht
editor-published-errors = In { $files } sind Fehler. Beheben Sie sie zuerst; was veröffentlicht war, bleibt.
editor-published-failed = Das Veröffentlichen ist misslungen
editor-published-failed-text = Der Grund steht im Protokoll des Servers. Was veröffentlicht war, bleibt.

# Who may edit.
editor-stranger = Zum Bearbeiten brauchen Sie die Adresse aus dem Terminal
editor-stranger-text = Die Adresse, die beim Start des Servers angezeigt wurde, öffnet den Editor, einmal und in einem Browser. Starten Sie den Server noch einmal mit --edit, um eine neue zu erhalten.

# Whether a version is published.
editor-state-published = Veröffentlicht
editor-state-published-text = Dieser Text ist veröffentlicht und endgültig. Änderungen brauchen eine neue Fassung.
editor-state-changed = Weicht vom Veröffentlichten ab
editor-state-changed-text = Diese Fassung ist mit einem anderen Text veröffentlicht, und dabei bleibt es. Speichern Sie Ihre Änderungen als neue Fassung: mit „Neue Fassung“ in der Liste der Erklärungen.
editor-state-errors = Entwurf mit Fehlern
editor-state-errors-text = Er lässt sich speichern, wird aber nicht veröffentlicht, bis die Fehler behoben sind.
editor-state-draft = Entwurf
editor-state-draft-text = Er lässt sich speichern und frei ändern. Endgültig wird er, wenn er veröffentlicht wird.

# Saving.
editor-saved = Gespeichert
editor-saved-text = In die Datei gespeichert. Veröffentlicht wird der Text mit „Neue Fassungen veröffentlichen“ in der Liste der Erklärungen oder beim nächsten Start des Servers.
editor-saved-errors = Als Entwurf in die Datei gespeichert. Er wird nicht veröffentlicht, bis seine Fehler behoben sind.
editor-save-conflict = Nicht gespeichert: Die Datei hat sich geändert
editor-save-conflict-text = Jemand oder ein Programm hat die Datei geändert, seit Sie sie geöffnet haben. Ihr Text ist noch da. Vergleichen Sie beide, bevor Sie noch einmal speichern.
editor-save-long = Nicht gespeichert: Der Text ist zu lang
editor-save-long-text = Eine Datei darf höchstens ein Megabyte haben.
editor-save-failed = Nicht gespeichert
editor-save-failed-text = Die Datei konnte nicht geschrieben werden. Prüfen Sie, ob sie beschreibbar ist und die Platte Platz hat. Ihr Text ist noch da.

# Differences.
editor-diff-title = Was sich durch das Speichern ändert
editor-diff-none = Es hat sich nichts geändert: Dieser Text steht schon in der Datei.
editor-diff-people = Für Menschen
editor-diff-people-none = Für Menschen ändert sich nichts.
editor-diff-unreadable = Einer der beiden Texte hat einen Syntaxfehler, deshalb lassen sich nur die Zeilen vergleichen.
editor-diff-lines = In der Datei

# Problems.
editor-problems-none = Keine Probleme
editor-problems-count = { $errors ->
    [0] Keine Fehler
   *[other] { $errors } Fehler
}, { $warnings ->
    [0] keine Warnungen
    [one] { $warnings } Warnung
   *[other] { $warnings } Warnungen
}
editor-problems-more = { $n ->
    [one] { $n } weiteres wird nicht gezeigt.
   *[other] { $n } weitere werden nicht gezeigt.
}
editor-count-errors = { $n } Fehler
editor-count-warnings = { $n ->
    [one] { $n } Warnung
   *[other] { $n } Warnungen
}
editor-severity-error = Fehler
editor-severity-warning = Warnung
editor-severity-acknowledged = Bleibt so
editor-line = Zeile { $line }
editor-fix = Richtigstellen
editor-stay = So lassen, mit Begründung
editor-stays-because = Grund:
editor-why = Warum das wichtig ist
editor-new-window = in neuem Fenster

# The form.
editor-form-languages = Texte zeigen in
editor-form-languages-all = allen Sprachen
editor-form-none = Der Quelltext hat einen Syntaxfehler. Beheben Sie ihn im Quelltext, dann kommt das Formular wieder. Die Liste der Probleme zeigt die Stelle.
editor-required = nötig
editor-not-said = Keine Angabe
editor-unknown-word = { $word } (unbekannt)
editor-nothing-to-choose = Es gibt noch nichts zur Auswahl.
editor-choice-none = Nicht genutzt
editor-choice-always = Auf jeden Fall
editor-choice-opt-out = Man kann ablehnen
editor-choice-opt-in = Nur mit Zustimmung
editor-grid-more = Grundlage und Einzelheiten
editor-group-absent = Keine Angabe; zum Ausfüllen öffnen
editor-remove = Entfernen
editor-remove-section = All das entfernen
editor-add-do = Hinzufügen
editor-add-another = Weitere
editor-add-text = Text hinzufügen
editor-add-element = Datenelement
editor-add-element-value = Text
editor-broken = Hier steht in der Datei etwas, das ein Formular nicht zeigen kann.
editor-show-source = Im Quelltext zeigen
editor-period-amount = Wie viele
editor-period-unit = Einheit
editor-unit-hours = Stunden
editor-unit-days = Tage
editor-unit-weeks = Wochen
editor-unit-months = Monate
editor-unit-years = Jahre
editor-since-collection = ab dem Tag, an dem die Daten erhoben wurden
editor-since-last-use = ab dem Tag, an dem die Daten zuletzt genutzt wurden
editor-since-contract-end = ab dem Ende des Vertrags oder Kontos
editor-since-year-end = ab dem Ende des Kalenderjahres

# The source.
editor-source-label = Quelltext
editor-source-help = Das ist die Datei selbst. Die Tabulatortaste verlässt sie.

# The live view.
editor-preview-language = Sprache
editor-preview-none = Es gibt noch keine Erklärung zu zeigen: In keiner Sprache sind alle Texte da. Die Liste der Probleme nennt die fehlenden.
editor-preview-incomplete = Nicht veröffentlicht, weil Texte fehlen:
editor-notice-title = Vorschau der Erklärung
editor-remedy-apply = Im Entwurf anwenden
editor-remedy-by-hand = Das lässt sich hier nicht für Sie erledigen.
editor-remedy-or = Oder allein mit Wahlmöglichkeiten:

# Steps in the history.
editor-did-set = Geändert: { $what }
editor-did-remove = Entfernt: { $what }
editor-did-add = Hinzugefügt: { $what }
editor-did-fix = Richtiggestellt: { $what }
editor-did-acknowledge = Bleibt so: { $code }
editor-did-remedy = Angewandt: { $what }
editor-refused-syntax = Der Quelltext hat einen Syntaxfehler: Beheben Sie ihn zuerst dort.
editor-refused-place = Das kann das Formular nicht ändern: { $place }. Ändern Sie es im Quelltext.
editor-refused-exists = „{ $name }“ gibt es schon. Wählen Sie einen anderen Namen.
editor-refused-value = „{ $value }“ passt nicht in dieses Feld.
editor-refused-gone = Das ist schon erledigt.

# What scripts say.
editor-js-restored = Ihre nicht gespeicherten Änderungen von vorhin sind wieder da.
editor-js-discard = Verwerfen
editor-js-conflict = Die Datei hat sich geändert, seit Ihre nicht gespeicherten Änderungen entstanden sind. Sie sind wieder da; vergleichen Sie, bevor Sie speichern.
editor-js-failed = Das hat nicht geklappt. Ihr Text ist noch da; versuchen Sie es noch einmal.
editor-js-offline = Der Server antwortet nicht. Ihr Text ist noch da; läuft der Server?
editor-js-unsaved = Nicht gespeichert
editor-js-saved = Gespeichert
editor-js-typed = Im Quelltext geschrieben
editor-js-opened = Geöffnet
editor-js-line = Zeile
editor-js-undone = Rückgängig:
editor-js-redone = Wiederholt:
editor-js-back-to = Dahin zurück
editor-js-now = jetzt
editor-js-no-changes = Es gibt nichts zu speichern: Dieser Text steht schon in der Datei.
editor-js-reload = Stattdessen den Text der Datei zeigen
editor-js-no-source-place = Das steht noch nicht in der Datei.

# Keys.
editor-keys = Tastatur
editor-key-ctrl = Strg
editor-key-shift = Umschalt
editor-key-save = Unterschiede zeigen und speichern
editor-key-undo = Rückgängig
editor-key-redo = Wiederholen
editor-key-next = Zum nächsten Problem (mit Umschalt: zum vorigen)

# The parts of a policy file.
editor-part-policy = Die Erklärung als Ganzes
editor-part-policy-help = Welche Erklärung und Fassung das ist und was für alles darin gilt.
editor-part-entity = Wer verantwortlich ist
editor-part-entity-help = Die Organisation, die für die Daten einsteht (Art. 13 Abs. 1 Buchst. a DSGVO).
editor-part-authority = Aufsichtsbehörde
editor-part-authority-help = Die Behörde, bei der man sich beschweren kann (Art. 13 Abs. 2 Buchst. d DSGVO).
editor-part-rights = Wie man seine Rechte ausübt
editor-part-rights-help = Wo man Auskunft, Berichtigung oder Löschung verlangt (Art. 12 Abs. 2 DSGVO).
editor-part-security = Schutzmaßnahmen
editor-part-security-help = Technische und organisatorische Maßnahmen (Art. 32 DSGVO), jede in einem Satz.
editor-part-processing = Pflichten gegenüber Kunden
editor-part-processing-help = Was ein Auftragsverarbeiter den Kunden schuldet, für die er arbeitet (Art. 28 DSGVO). Nur für die Erklärung eines Auftragsverarbeiters.
editor-part-dispute = Streitbeilegung
editor-part-dispute-help = Wie ein Streit über diese Erklärung beigelegt wird.
editor-part-region = Speicherorte
editor-part-region-help = Wo Daten gespeichert sind.
editor-part-data = Eigene Arten von Daten
editor-part-data-help = Arten von Daten, für die der Standard keinen Namen hat.
editor-part-statement = Nutzungen von Daten
editor-part-statement-help = Eine Nutzung von Anfang bis Ende: welche Daten, warum, wer sie erhält, wie lange sie bleiben.
editor-part-cookie = Cookies und anderer Speicher
editor-part-cookie-help = Was die Website im Browser speichert.
editor-part-sub-processor = Unterauftragsverarbeiter
editor-part-sub-processor-help = Organisationen, die für Sie Daten verarbeiten, vertraglich gebunden.
editor-part-acknowledge = Beantwortete Warnungen
editor-part-acknowledge-help = Warnungen, die Sie gelesen haben und so lassen, jede mit ihrem Grund.
editor-one-statement = Nutzung von Daten
editor-one-cookie = Cookie oder anderer Speicher
editor-one-data = Eigene Art von Daten
editor-one-region = Speicherort
editor-one-sub-processor = Unterauftragsverarbeiter
editor-one-dispute = Streitbeilegung
editor-one-acknowledge = Beantwortete Warnung
editor-add-statement = Nutzung hinzufügen
editor-add-cookie = Cookie hinzufügen
editor-add-data = Art von Daten hinzufügen
editor-add-region = Speicherort hinzufügen
editor-add-sub-processor = Unterauftragsverarbeiter hinzufügen
editor-add-dispute = Weg der Streitbeilegung hinzufügen
editor-add-acknowledge = Antwort auf eine Warnung hinzufügen
editor-add-name = Kurzname
editor-add-name-help = Für diese Datei und für Links: Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel access-log. Zu lesen ist der Titel.
editor-add-name-cookie = Name des Cookies
editor-add-name-cookie-help = Wie ihn der Browser zeigt; ein Stern steht für beliebige Zeichen.
editor-add-name-data = Name
editor-add-name-data-help = Buchstaben, Ziffern und Bindestriche, durch Punkte verbunden, zum Beispiel call.quality. Zu lesen ist der Titel.

# The fields: a label, and what it is about.
editor-field-policy-name = Kurzname
editor-field-policy-name-help = Welche Erklärung der Organisation das ist, zum Beispiel site oder service. Er bleibt in jeder Fassung gleich.
editor-field-policy-version = Fassung
editor-field-policy-version-help = Ihr Name wird nie wieder für einen anderen Text verwendet.
editor-field-policy-effective = Gilt ab
editor-field-policy-effective-help = Der erste Tag, an dem sie gilt.
editor-field-policy-role = Rolle
editor-field-policy-role-help = Ein Verantwortlicher entscheidet, warum und wie Daten genutzt werden; ein Auftragsverarbeiter arbeitet für Kunden, die das entscheiden. Ohne Angabe: Verantwortlicher.
editor-field-policy-languages = Sprachen
editor-field-policy-languages-help = Eine Sprache wird veröffentlicht, sobald jeder Text in ihr vorliegt.
editor-field-policy-title = Titel
editor-field-policy-title-help = Steht oben über der Erklärung.
editor-field-policy-introduction = Einleitung
editor-field-policy-introduction-help = Ein oder zwei Sätze vor allem anderen.
editor-field-policy-notice = Adresse der Erklärung
editor-field-policy-notice-help = Wo man diese Erklärung im Web liest.
editor-field-policy-choices = Adresse für die Wahl
editor-field-policy-choices-help = Wo man zustimmt oder ablehnt. Nötig, sobald es etwas zu wählen gibt.
editor-field-policy-access = Einsicht
editor-field-policy-access-help = Was man von den Daten über sich sehen kann.
editor-field-policy-jurisdiction = Land, dessen Recht gilt
editor-field-policy-jurisdiction-help = Seine zwei Buchstaben, zum Beispiel DE.
editor-field-policy-test = Das ist nur ein Test
editor-field-policy-test-help = Browser beachten die Erklärung dann nicht, und in ihr steht, dass sie nichts verspricht.
editor-field-policy-max-age = Gültig für (Sekunden)
editor-field-policy-max-age-help = Wie lange sich ein Browser auf die Erklärung verlassen darf, bevor er neu fragt; ohne Angabe einen Tag.
editor-field-policy-expires = Gültig bis
editor-field-policy-expires-help = Der Tag, bis zu dem sich ein Browser auf die Erklärung verlassen darf; anstelle von Sekunden.

editor-field-entity-name = Rechtlicher Name
editor-field-entity-name-help = Wie im Handelsregister.
editor-field-entity-street = Straße und Hausnummer
editor-field-entity-street-help = Des Sitzes.
editor-field-entity-postal-code = Postleitzahl
editor-field-entity-postal-code-help = Wie auf Briefen.
editor-field-entity-city = Ort
editor-field-entity-city-help = Wie auf Briefen.
editor-field-entity-region = Bundesland oder Provinz
editor-field-entity-region-help = Wo Anschriften das haben.
editor-field-entity-country = Land
editor-field-entity-country-help = Seine zwei Buchstaben, zum Beispiel DE.
editor-field-entity-email = E-Mail
editor-field-entity-email-help = Für Fragen zum Datenschutz.
editor-field-entity-phone = Telefonnummer
editor-field-entity-phone-help = Wie man sie wählt.
editor-field-entity-web = Website
editor-field-entity-web-help = Die ganze Adresse, beginnend mit https.
editor-field-entity-representative = Vertreter
editor-field-entity-representative-help = Für Organisationen außerhalb der Union oder des Vereinigten Königreichs (Art. 27 DSGVO).
editor-field-entity-officer = Datenschutzbeauftragte Person
editor-field-entity-officer-help = Für viele Organisationen nötig (Art. 37 DSGVO).
editor-field-entity-other = Weitere Angaben
editor-field-entity-other-help = Was man sonst über die Organisation wissen soll, mit den Namen von P3P wie business.contact-info.telecom.fax.number.

editor-field-contact-name = Name
editor-field-contact-name-help = Eine Person oder eine Funktion.
editor-field-contact-address = Anschrift
editor-field-contact-address-help = In einer Zeile.
editor-field-contact-email = E-Mail
editor-field-contact-email-help = Wohin man schreibt.
editor-field-contact-phone = Telefonnummer
editor-field-contact-phone-help = Wie man sie wählt.

editor-field-authority-name = Name
editor-field-authority-name-help = Ausgeschrieben.
editor-field-authority-web = Website
editor-field-authority-web-help = Am besten die Seite für Beschwerden.
editor-field-authority-email = E-Mail
editor-field-authority-email-help = Wohin man Beschwerden schicken kann.

editor-field-rights-web = Seite
editor-field-rights-web-help = Wo man sich anmeldet und es selbst erledigt.
editor-field-rights-email = E-Mail
editor-field-rights-email-help = Wohin man schreibt.
editor-field-rights-note = Anmerkung
editor-field-rights-note-help = Was man sonst darüber wissen soll.

editor-field-security-measures = Maßnahmen
editor-field-security-measures-help = Je ein Text. Sagen Sie, was Menschen schützt, nicht, was Angreifern hilft.

editor-field-processing-controllers = In wessen Auftrag
editor-field-processing-controllers-help = Für welche Kunden Daten verarbeitet werden.
editor-field-processing-instructions = Weisungen
editor-field-processing-instructions-help = Wie Kunden Ihnen sagen, was zu tun ist (Art. 28 Abs. 3 Buchst. a).
editor-field-processing-assistance = Hilfe bei Anträgen
editor-field-processing-assistance-help = Wie Sie Kunden helfen, Anträge von Menschen zu beantworten (Art. 28 Abs. 3 Buchst. e).
editor-field-processing-end = Am Ende des Vertrags
editor-field-processing-end-help = Was dann mit den Daten geschieht (Art. 28 Abs. 3 Buchst. g).
editor-field-processing-audit = Kontrollen
editor-field-processing-audit-help = Wie Kunden Sie prüfen können (Art. 28 Abs. 3 Buchst. h).
editor-field-processing-contract = Vertrag
editor-field-processing-contract-help = Die Adresse des Vertrags über die Auftragsverarbeitung.
editor-field-processing-change-notice = Ankündigung von Änderungen
editor-field-processing-change-notice-help = Wie lange vor einem Wechsel von Unterauftragsverarbeitern Kunden davon erfahren (Art. 28 Abs. 2).

editor-field-dispute-resolution = Weg
editor-field-dispute-resolution-help = Wer den Streit beilegt.
editor-field-dispute-service = Adresse
editor-field-dispute-service-help = Die Webseite von Kundendienst, Stelle, Gericht oder Gesetz.
editor-field-dispute-verification = Nachweis der Mitgliedschaft
editor-field-dispute-verification-help = Nummer oder Adresse eines Zertifikats.
editor-field-dispute-title = Titel
editor-field-dispute-title-help = Ein Name oder eine kurze Beschreibung.
editor-field-dispute-description = Beschreibung
editor-field-dispute-description-help = Was man erwarten kann.
editor-field-dispute-remedies = Was angeboten wird
editor-field-dispute-remedies-help = Was geschieht, wenn ein Versprechen dieser Erklärung gebrochen wurde.
editor-field-dispute-image = Logo
editor-field-dispute-image-help = Der Stelle, die den Streit beilegt.
editor-field-image-source = Adresse
editor-field-image-source-help = Wo das Bild liegt.
editor-field-image-alt = In Worten
editor-field-image-alt-help = Was das Bild zeigt, für alle, die es nicht sehen.
editor-field-image-width = Breite
editor-field-image-width-help = In Pixeln.
editor-field-image-height = Höhe
editor-field-image-height-help = In Pixeln.

editor-field-region-id = Kurzname
editor-field-region-id-help = Der Name in dieser Datei. Ändern Sie ihn, ändert er sich überall, wo er vorkommt.
editor-field-region-title = Titel
editor-field-region-title-help = Was zu lesen ist.
editor-field-region-country = Land
editor-field-region-country-help = Wo die Server stehen: seine zwei Buchstaben.
editor-field-region-serves = Für
editor-field-region-serves-help = Die Länder, für deren Menschen hier Daten gespeichert sind; alle, wenn keines genannt ist.
editor-field-region-transfer = Grundlage der Übermittlung
editor-field-region-transfer-help = Nötig, wenn das Land außerhalb Ihres Rechtsraums liegt und kein Angemessenheitsbeschluss gilt (Art. 44–49 DSGVO).
editor-field-transfer-ground = Grundlage
editor-field-transfer-ground-help = Was die Übermittlung erlaubt.
editor-field-transfer-document = Dokument
editor-field-transfer-document-help = Wo man es lesen kann (Art. 13 Abs. 1 Buchst. f).

editor-field-data-ref = Name
editor-field-data-ref-help = Der Name in dieser Datei. Ändern Sie ihn, ändert er sich überall, wo er vorkommt.
editor-field-data-title = Titel
editor-field-data-title-help = Was zu lesen ist.
editor-field-data-categories = Kategorien
editor-field-data-categories-help = Welche Art von Daten das ist. Ist nichts angekreuzt, sagt es jede Nutzung für sich.
editor-field-data-other-category = Andere Kategorie
editor-field-data-other-category-help = Was „andere Daten“ hier bedeutet.
editor-field-data-description = Beschreibung
editor-field-data-description-help = Was darin steht, in einem Satz.

editor-field-statement-id = Kurzname
editor-field-statement-id-help = Der Name in dieser Datei; Entscheidungen berufen sich auf ihn. Ändern Sie ihn, ändert er sich überall, wo er vorkommt.
editor-field-statement-title = Titel
editor-field-statement-title-help = Was zu lesen ist.
editor-field-statement-why = Warum
editor-field-statement-why-help = Der Grund in einfachen Worten, so wie Sie ihn einem Besucher sagen würden.
editor-field-statement-non-identifiable = Mit diesen Daten lässt sich niemand erkennen
editor-field-statement-non-identifiable-help = Kreuzen Sie das nur an, wenn es auch für Sie stimmt: Keine Nummer, keine Adresse und kein Cookie führt zu einem Menschen zurück.
editor-field-statement-subjects = Wessen Daten
editor-field-statement-subjects-help = Um welche Menschen es geht.
editor-field-statement-sources = Woher
editor-field-statement-sources-help = Woher die Daten stammen (Art. 14 Abs. 2 Buchst. f DSGVO).
editor-field-statement-data = Welche Daten
editor-field-statement-data-help = Geben Sie ein Wort ein und wählen Sie aus der Liste, zum Beispiel dynamic.cookies.
editor-field-statement-purposes = Wofür
editor-field-statement-purposes-help = Für jeden Zweck: ob es in jedem Fall geschieht oder ob man wählen kann.
editor-field-statement-recipients = Wer sie erhält
editor-field-statement-recipients-help = Für jeden Empfänger: ob er sie in jedem Fall erhält oder ob man wählen kann.
editor-field-statement-retention = Wie lange sie bleiben
editor-field-statement-retention-help = Wann die Daten gelöscht werden (Art. 13 Abs. 2 Buchst. a DSGVO).
editor-field-statement-basis = Rechtsgrundlage
editor-field-statement-basis-help = Die Grundlage jedes Zwecks, der keine eigene nennt (Art. 6 Abs. 1 DSGVO).
editor-field-statement-interests = Berechtigte Interessen
editor-field-statement-interests-help = Welche Interessen Sie verfolgen, wenn sie die Grundlage sind (Art. 13 Abs. 1 Buchst. d DSGVO).
editor-field-statement-obligation = Muss man sie angeben
editor-field-statement-obligation-help = Und was folgt, wenn man es nicht tut (Art. 13 Abs. 2 Buchst. e DSGVO).
editor-field-statement-automated-decision = Automatisierte Entscheidungen
editor-field-statement-automated-decision-help = Nach welcher Logik eine Maschine entscheidet und was das für Menschen bedeutet (Art. 13 Abs. 2 Buchst. f DSGVO).
editor-field-statement-special-ground = Grundlage für besondere Kategorien
editor-field-statement-special-ground-help = Warum Gesundheitsdaten, Überzeugungen und Ähnliches überhaupt genutzt werden dürfen (Art. 9 Abs. 2 DSGVO).
editor-field-statement-regions = Wo sie gespeichert sind
editor-field-statement-regions-help = An allen Orten dieser Erklärung, wenn keiner angekreuzt ist.

editor-field-data-entry-ref = Daten
editor-field-data-entry-ref-help = Geben Sie ein Wort ein und wählen Sie aus der Liste.
editor-field-data-entry-categories = Kategorien
editor-field-data-entry-categories-help = Nur für Daten, die keine eigene haben, zum Beispiel Cookies.
editor-field-data-entry-other-category = Andere Kategorie
editor-field-data-entry-other-category-help = Was „andere Daten“ hier bedeutet.
editor-field-data-entry-optional = Man darf sie weglassen
editor-field-data-entry-optional-help = Es folgt nichts daraus.

editor-field-purpose-choice = Wahl
editor-field-purpose-choice-help = Ob man wählen kann.
editor-field-purpose-basis = Rechtsgrundlage
editor-field-purpose-basis-help = Die Grundlage dieses Zwecks (Art. 6 Abs. 1 DSGVO).
editor-field-purpose-description = In Ihren Worten
editor-field-purpose-description-help = Was der Zweck hier bedeutet. Nötig bei „ein anderer Zweck“.
editor-field-recipient-choice = Wahl
editor-field-recipient-choice-help = Ob man wählen kann.
editor-field-recipient-who = Wer das ist
editor-field-recipient-who-help = Je ein Text.
editor-field-recipient-country = Land
editor-field-recipient-country-help = Nur nötig, wenn es ein anderes Land ist: seine zwei Buchstaben.
editor-field-recipient-transfer = Grundlage der Übermittlung
editor-field-recipient-transfer-help = Nötig, wenn das Land außerhalb Ihres Rechtsraums liegt und kein Angemessenheitsbeschluss gilt (Art. 44–49 DSGVO).

editor-field-retention-kind = Art
editor-field-retention-kind-help = Was bestimmt, wie lange Daten bleiben.
editor-field-retention-period = Dauer
editor-field-retention-period-help = Wie lange wirklich, in Zahl und Einheit.
editor-field-retention-since = Zählt
editor-field-retention-since-help = Ohne Angabe ab dem Tag, an dem die Daten erhoben wurden.
editor-field-retention-anonymous = Was bleibt, sagt nichts über einen Menschen aus
editor-field-retention-anonymous-help = Nach dieser Dauer oder von Anfang an bleiben nur anonyme Daten.
editor-field-retention-reason = Festgelegt durch
editor-field-retention-reason-help = Das Gesetz, die Praxis oder die Kriterien, aus denen die Dauer folgt.

editor-field-cookie-name = Name
editor-field-cookie-name-help = Wie ihn der Browser zeigt; ein Stern steht für beliebige Zeichen.
editor-field-cookie-storage = Art des Speichers
editor-field-cookie-storage-help = Ohne Angabe ein Cookie.
editor-field-cookie-statement = Gehört zu
editor-field-cookie-statement-help = Die Nutzung von Daten, der es dient.
editor-field-cookie-title = Wofür
editor-field-cookie-title-help = Was in der Cookie-Tabelle zu lesen ist.
editor-field-cookie-lifetime = Lebensdauer
editor-field-cookie-lifetime-help = Ohne Angabe, bis der Browser geschlossen wird.
editor-field-cookie-provider = Gesetzt von
editor-field-cookie-provider-help = Wer es sonst setzt, wenn nicht Ihre Organisation.
editor-field-cookie-path = Pfad
editor-field-cookie-path-help = Der Teil der Website, an den es gebunden ist, zum Beispiel /shop/*.
editor-field-cookie-domain = Domain
editor-field-cookie-domain-help = An die es gebunden ist, zum Beispiel *.example.com.

editor-field-sub-processor-id = Kurzname
editor-field-sub-processor-id-help = Der Name in dieser Datei.
editor-field-sub-processor-name = Rechtlicher Name
editor-field-sub-processor-name-help = Wie im Vertrag.
editor-field-sub-processor-task = Aufgabe
editor-field-sub-processor-task-help = Was die Organisation für Sie tut.
editor-field-sub-processor-country = Land
editor-field-sub-processor-country-help = Wo sie Daten verarbeitet: seine zwei Buchstaben.
editor-field-sub-processor-statements = Sieht die Daten von
editor-field-sub-processor-statements-help = Die Nutzungen, mit deren Daten sie umgeht.
editor-field-sub-processor-transfer = Grundlage der Übermittlung
editor-field-sub-processor-transfer-help = Nötig, wenn das Land außerhalb Ihres Rechtsraums liegt und kein Angemessenheitsbeschluss gilt (Art. 44–49 DSGVO).
editor-field-sub-processor-since = Seit
editor-field-sub-processor-since-help = Seit wann sie für Sie arbeitet, oder ab wann, wenn sie angekündigt ist.

editor-field-acknowledge-code = Warnung
editor-field-acknowledge-code-help = Der Code der Warnung.
editor-field-acknowledge-at = Wo
editor-field-acknowledge-at-help = Um welche Stelle es geht, zum Beispiel statement.access-log; ohne Angabe überall.
editor-field-acknowledge-reason = Grund
editor-field-acknowledge-reason-help = Warum es so bleibt. Prüfer werden das lesen.
