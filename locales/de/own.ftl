# Was die eigenen Tabellen von Abide enthalten, Spalte für Spalte, und wie lange: für die, die Anträge bearbeiten, und in der Kopie dessen, der gefragt hat.

own-store = Abide selbst
own-tables-title = Was Abide selbst aufbewahrt
own-tables-lead = Um Anträge zu beantworten und nachweisen zu können, wie sie beantwortet wurden, führt Abide eigene Tabellen. Was Menschen über sie erfahren und aus ihnen bekommen, folgt aus dem, was hier steht.
own-column = Spalte
own-category = Kategorie
own-category-none = keine
own-purpose = Wozu
own-retention = Wie lange
own-subject = Gefunden durch
own-rows-asker = Die Zeilen gehören dem Menschen, der angefragt hat. Gefunden werden sie durch:
own-rows-nobody = Die Zeilen gehören niemandem: Sie handeln von der Organisation.
own-whose-staff = jemand aus der Organisation

own-kept-versions = solange es die Aufzeichnungen gibt: Andere verlassen sich auf veröffentlichte Fassungen
own-kept-request = { $period } nach dem Abschluss, dann gelöscht
own-kept-letter = 30 Tage nach dem Abschluss, damit es ausgehändigt werden kann, dann gelöscht
own-kept-answer = bis zum Abschluss; solange eine Löschsperre etwas davon hält, bis zu ihrem Ende
own-kept-mark = bis zum Tag in der Spalte „until“, dann gelöscht
own-kept-choice = solange die Entscheidung gilt: bis zum Tag in der Spalte „until“, wenn dort einer steht
own-kept-hold = solange die Sperre gilt, und danach, als Nachweis, warum etwas aufbewahrt wurde, so lange wie abgeschlossene Anträge

own-table-policy_version = veröffentlichte Erklärungen
own-column-policy_version-seq = in welcher Reihenfolge Fassungen aufgezeichnet wurden
own-column-policy_version-name = zu welcher Erklärung die Fassung gehört
own-column-policy_version-version = wie Entscheidungen und Dokumente die Fassung anführen
own-column-policy_version-effective = der erste Tag, an dem die Fassung gilt
own-column-policy_version-sha256 = beweist, dass der gespeicherte Text der veröffentlichte ist
own-column-policy_version-source = der veröffentlichte Text, Byte für Byte; er nennt, wen die Organisation als Ansprechpartner veröffentlicht hat, etwa ihren Datenschutzbeauftragten
own-column-policy_version-recorded_at = seit wann die Fassung öffentlich ist

own-table-request = Anträge
own-column-request-id = wie die Person, der Verlauf und die Speicher den Antrag anführen
own-column-request-kind = was die Person verlangt
own-column-request-jurisdiction = wessen Recht die Frist setzt
own-column-request-language = in welcher Sprache der Person geantwortet wird
own-column-request-policy = die Fassung der Erklärung, nach der der Antrag beantwortet wird
own-column-request-subject = die Angaben, die die Person über sich gemacht hat, und, solange eine Löschung läuft, woran sie in den Speichern zu erkennen ist und welche Zeilen jemand von Hand bearbeiten muss: um zu finden, was über sie gespeichert ist
own-column-request-received = von welchem Tag an die Frist zählt
own-column-request-due = bis zu welchem Tag der Person geantwortet sein muss
own-column-request-extended_to = dass die Frist verlängert wurde, und bis zu welchem Tag
own-column-request-extension_reason = warum sie verlängert wurde, so wie es der Person gesagt wurde
own-column-request-paused_since = seit welchem Tag die Frist stillsteht
own-column-request-paused_days = wie viele Tage sie davor stillstand
own-column-request-state = wie weit der Antrag gekommen ist
own-column-request-waits = worauf sie wartet
own-column-request-refusal = die Kennung des Grundes, aus dem sie abgelehnt wurde
own-column-request-refusal_text = was der Person zur Ablehnung gesagt wurde
own-column-request-version = hält zwei auseinander, die den Antrag zugleich ändern
own-column-request-event_count = zählt den Verlauf durch
own-column-request-plan_count = zählt die Pläne durch
own-column-request-lease_owner = welcher Bearbeiter den Antrag gerade hat
own-column-request-lease_until = bis wann der Bearbeiter sie hat
own-column-request-created_at = wann der Antrag angelegt wurde
own-column-request-updated_at = wann sie zuletzt geändert wurde
own-column-request-closed_at = wann sie erledigt, abgelehnt oder zurückgenommen wurde; von da an zählt ihre Aufbewahrung

own-table-request_identity = wessen Anträge es sind
own-column-request_identity-request = welcher Antrag von der Person war
own-column-request_identity-hash = eine Angabe zur Person als Prüfsumme mit geheimem Schlüssel, durch die ihre Anträge gefunden werden
own-column-request_identity-key_id = mit welchem Schlüssel, damit Schlüssel gewechselt werden können
own-column-request_identity-fact = aus welcher Angabe die Prüfsumme ist

own-table-request_event = Verlauf der Anträge
own-column-request_event-request = mit welchem Antrag es geschah
own-column-request_event-seq = in welcher Reihenfolge es geschah
own-column-request_event-at = wann es geschah
own-column-request_event-actor = wer aus der Organisation oder welcher Bearbeiter es tat: um Rechenschaft darüber zu geben, wie mit dem Antrag umgegangen wurde
own-column-request_event-what = was geschah, als Wort
own-column-request_event-detail = die Einzelheiten, ohne etwas über die Person

own-table-plan = Pläne
own-column-plan-request = für welchen Antrag der Plan ist
own-column-plan-seq = welcher Plan des Antrags
own-column-plan-made_at = wann er gemacht wurde
own-column-plan-fingerprint = beweist, dass die Daten noch so sind wie zur Zeit des Plans
own-column-plan-document = was zu tun ist, wie oft, was bleibt und warum; Schlüssel von Zeilen, wo nichts anderes sagt, welche es sind
own-column-plan-approved_by = wer aus der Organisation ihn freigab
own-column-plan-approved_at = wann er freigegeben wurde

own-table-step = Schritte der Pläne
own-column-step-request = für welchen Antrag der Schritt ist
own-column-step-plan = aus welchem Plan
own-column-step-seq = seine Stelle im Plan
own-column-step-store = in welchem Speicher
own-column-step-what = was getan wird
own-column-step-state = wie weit er gekommen ist
own-column-step-counts = wie viele Zeilen und Dateien gelöscht, geändert, behalten wurden
own-column-step-started_at = wann er begann
own-column-step-ended_at = wann er endete

own-table-recipient_notice = Benachrichtigungen
own-column-recipient_notice-request = wegen welches Antrags der Empfänger zu benachrichtigen ist
own-column-recipient_notice-recipient = welcher Empfänger
own-column-recipient_notice-told_at = wann er benachrichtigt wurde
own-column-recipient_notice-told_by = wer aus der Organisation ihn benachrichtigt hat

own-table-reminder = Arbeit von Hand
own-column-reminder-request = für welchen Antrag etwas von Hand zu tun ist
own-column-reminder-store = in welchem Speicher
own-column-reminder-code = was zu tun ist, als Kennung einer Anweisung
own-column-reminder-due = bis zu welchem Tag
own-column-reminder-done_at = wann es getan wurde

own-table-suppression = Löschkennzeichen
own-column-suppression-hash = macht sichtbar, dass ein späterer Import einen gelöschten Menschen enthält
own-column-suppression-key_id = mit welchem Schlüssel, damit Schlüssel gewechselt werden können
own-column-suppression-fact = aus welcher Angabe die Prüfsumme ist
own-column-suppression-request = auf welchen Antrag hin die Person gelöscht wurde
own-column-suppression-basis = auf welcher Rechtsgrundlage die Prüfsumme aufbewahrt wird
own-column-suppression-since = seit wann die Person gelöscht ist
own-column-suppression-until = der letzte Tag, an dem die Prüfsumme aufbewahrt wird

own-table-choice = Entscheidungen
own-column-choice-hash = findet, wofür sich eine Person entschieden hat, damit danach gehandelt wird
own-column-choice-key_id = mit welchem Schlüssel, damit Schlüssel gewechselt werden können
own-column-choice-kind = ob sie widersprochen, eingeschränkt oder eine Einwilligung widerrufen hat
own-column-choice-purpose = für welchen Zweck
own-column-choice-since = von welchem Tag an es gilt
own-column-choice-until = bis zu welchem Tag, falls es endet
own-column-choice-request = mit welchem Antrag die Person sich entschied

own-table-legal_hold = Löschsperren
own-column-legal_hold-id = wie die Sperre angeführt wird
own-column-legal_hold-hash = findet die Person, deren Daten gesperrt sind, damit sie nicht gelöscht werden, solange ein Rechtsanspruch sie braucht
own-column-legal_hold-key_id = mit welchem Schlüssel, damit Schlüssel gewechselt werden können
own-column-legal_hold-fact = aus welcher Angabe die Prüfsumme ist
own-column-legal_hold-reason = für welchen Rechtsanspruch die Daten gesperrt sind
own-column-legal_hold-covers = welche Tabellen oder Abschnitte der Erklärung sie umfasst; alles, wenn nichts genannt ist
own-column-legal_hold-until = der letzte Tag der Sperre, falls einer feststeht
own-column-legal_hold-placed_by = wer aus der Organisation sie gesetzt hat: um Rechenschaft zu geben, was aufbewahrt wurde
own-column-legal_hold-placed_at = wann sie gesetzt wurde
own-column-legal_hold-lifted_by = wer aus der Organisation sie aufgehoben hat
own-column-legal_hold-lifted_at = wann sie aufgehoben wurde
