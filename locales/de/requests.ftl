# Anträge und Datenkarte im Browser. Sie sprechen zu Datenschutzbeauftragten: einfache Worte, und Schaltflächen, die sagen, was geschieht.

requests-title = Anträge
requests-lead = Was Menschen zu ihren Daten verlangen, was dafür geplant ist und bis wann geantwortet sein muss. Was zuerst fällig ist, steht oben.
requests-closed = Anträge können gerade nicht beantwortet werden
requests-opening = Die Speicher werden geöffnet. Diese Seite lädt sich neu.
requests-no-stores = Diese Site nennt noch keine Speicher. Schreiben Sie für jeden eine Datenkarte und nennen Sie die Kartendateien unter „stores“ in der Site-Datei.
requests-maps-wrong = Die Datenkarte hat Fehler, deshalb ist mit ihr niemand zu finden. Berichtigen Sie sie und versuchen Sie es noch einmal.
requests-region-wrong = Die Region in der Site-Datei gibt es in diesem Land nicht, deshalb lässt sich der letzte Tag eines Antrags nicht berechnen. Berichtigen Sie sie und versuchen Sie es noch einmal.
requests-zone-wrong = Die Zeitzone in der Site-Datei gibt es nicht; darum weiß niemand, wann ein Tag beginnt. Berichtigen Sie sie, dann noch einmal.
requests-store-closed = Ein Speicher lässt sich nicht öffnen. Alles andere wird ausgeliefert; Anträge warten, bis er da ist.
requests-key-wrong = Der geheime Schlüssel, an dem Gelöschte später erkannt werden, lässt sich nicht lesen.
requests-key-missing = Ein geheimer Schlüssel fehlt, an dem Gelöschte und alle, die widersprochen haben, erkannt werden. Stellen Sie seine Datei in „.abide“ aus einer Kopie wieder her. Ist er endgültig verloren, gibt „abide requests new-key --lost“ auf, was an ihm hängt.
requests-site-wrong = Die Dateien der Site lassen sich nicht lesen.
requests-try-again = Speicher noch einmal öffnen
requests-stopped = Ein Antrag ging nicht weiter
requests-stopped-text = Der Bearbeiter hielt aus diesem Grund an. Er versucht es binnen einer Minute wieder.
requests-duties = Von Hand zu erledigen
requests-duties-more = { $n } weitere
requests-duty = Im Speicher „{ $store }“, bis { $day }:
requests-duty-versions = Alte Versionen im Speicher „{ $store }“ löschen, fällig am { $day }:
requests-duty-cleaned = Den Speicher „{ $store }“ reinigen lassen, fällig am { $day }:
requests-duty-hold = Nachsehen, ob die Löschsperre im Speicher „{ $store }“ zu Ende ist, fällig am { $day }:
requests-duty-handing-out = Die fertige Kopie ansehen, aushändigen und das hier vermerken, fällig am { $day }:
requests-duty-late = überfällig
requests-duty-today = heute fällig
requests-list = Die Liste
requests-find = Einen Antrag suchen
requests-find-do = Suchen
requests-find-help = Nach der Nummer, nach dem, was die Liste zeigt, oder nach den Angaben der Person. Geschlossene nach der Nummer oder nach einer ganzen E-Mail-Adresse, Telefon- oder Kundennummer. Was Sie eingeben, steht in keiner Adresse und in keinem Protokoll.
requests-found = { $n ->
    [0] Es wurde kein Antrag gefunden.
    [one] { $rows } Antrag wurde gefunden.
   *[other] { $rows } Anträge wurden gefunden.
}
requests-found-more = Es wurden mehr als { $rows } Anträge gefunden; die ersten sind gezeigt. Geben Sie mehr ein.
requests-state = Stand
requests-open = Alle offenen
requests-all-closed = Alle geschlossenen
requests-kind = Art
requests-any = Jede Art
requests-sort = Zuerst kommt
requests-sort-due = Was zuerst fällig ist
requests-received = Eingegangen
requests-filter = Diese zeigen
requests-none-filtered = Einen solchen Antrag gibt es nicht.
requests-show-open = Alle offenen zeigen
requests-none = Kein Antrag ist offen. So wird einer beantwortet:
requests-teach-open = Legen Sie unten einen Antrag an: was verlangt wird und woran der Mensch zu erkennen ist. In der Befehlszeile geht es mit „abide rights“.
requests-teach-plan = Die Speicher werden durchsucht. Ein Plan zeigt, welche Zeilen gehen, sich ändern oder bleiben, und warum. Können mehrere gemeint sein, wählen Sie.
requests-teach-approve = Sie lesen den Plan und geben ihn frei. Erst dann wird etwas geändert, und danach wird es nachgeprüft.
requests-id = Antrag
requests-who = Person
requests-deadline = Frist
requests-waits = Wartet auf
requests-next = Nächste Seite
requests-first = Erste Seite
requests-shown = { $first }–{ $last } von { $total }
requests-shown-more = { $first }–{ $last } von mehr als { $total }
requests-shown-somewhere = { $rows } von mehr als { $total }
requests-new = Neuer Antrag
requests-new-form = Einen Antrag anlegen
requests-new-kind = Was verlangt wird
requests-new-who = Um wen es geht
requests-new-who-help = Eines genügt: E-Mail-Adresse, Telefonnummer oder Kundennummer. Ein Name braucht daneben Geburtsdatum oder Postleitzahl.
requests-new-country = Land
requests-new-country-help = Sein Recht setzt die Frist. Telefonnummern ohne Ländervorwahl gelten als Nummern dieses Landes.
requests-new-language = Sprache der Antwort
requests-new-received = Eingegangen am
requests-new-set = Was zu berichtigen ist (bei einer Berichtigung)
requests-new-column = Feld
requests-new-value = Richtiger Wert
requests-new-purposes = Für welche Zwecke (bei Widerspruch oder Widerruf)
requests-new-purposes-help = Ohne Auswahl gilt ein Widerspruch für jede Nutzung aus berechtigtem Interesse oder im öffentlichen Auftrag und für jede Direktwerbung, ein Widerruf für jede Einwilligung.
requests-new-do = Antrag anlegen

# Warum etwas nicht geschah.
requests-not-done = Es ist nichts geschehen
requests-wrong-title = Fehler: { $title }
requests-changed = Der Antrag hat sich geändert, seit Sie diese Seite geöffnet haben. Unten steht, wie er jetzt steht; entscheiden Sie neu.
requests-hold-wrong = Die Löschsperre wurde nicht gesetzt: Sie braucht einen Grund, einen letzten Tag, der nicht vorbei ist, und eine Angabe, die sonst niemand hat.
requests-hold-gone = Diese Löschsperre gibt es nicht, oder sie wurde schon aufgehoben.
requests-handed-when = An diesem Tag kann die Kopie nicht ausgehändigt worden sein: Geben Sie einen Tag an, an dem sie schon erstellt war, spätestens heute.
requests-handed-how = Sagen Sie, auf welchem Weg die Kopie ausgehändigt wurde.
requests-failed = Dieses Formular wurde nicht verstanden. Laden Sie die Seite neu.
requests-kind-missing = Sagen Sie, was verlangt wird.
requests-country-missing = Wählen Sie das Land, dessen Recht die Frist setzt.
requests-wrong-received = Der Tag des Eingangs muss zwischen dem 25. Mai 2018 und heute liegen.
requests-wrong-set = Sagen Sie, welches Feld falsch ist, und nennen Sie einen Wert, der hineinpasst.
requests-unfit-column = „{ $field }“ ist kein Feld der eigenen Zeilen der Person, das sich ändern lässt.
requests-unfit-twice = „{ $field }“ ist zweimal genannt. Geben Sie einen Wert dafür an.
requests-unfit-empty = „{ $field }“ darf nicht leer sein. Geben Sie den richtigen Wert an.
requests-unfit-long = Der Wert für „{ $field }“ ist zu lang. Schreiben Sie höchstens { $most } Zeichen.
requests-unfit-much = Die Werte sind zusammen zu lang. Schreiben Sie höchstens { $most } Bytes und den Rest in einen weiteren Antrag.
requests-unfit-integer = „{ $field }“ nimmt eine ganze Zahl auf.
requests-unfit-number = „{ $field }“ nimmt eine Zahl auf, etwa 12.50.
requests-unfit-text = „{ $field }“ nimmt höchstens { $most } Zeichen auf.
requests-unfit-date = „{ $field }“ nimmt einen Tag auf, geschrieben als 1980-05-31.
requests-unfit-moment = „{ $field }“ nimmt einen Zeitpunkt auf, geschrieben als 2026-11-27 12:00:00.
requests-unfit-truth = „{ $field }“ nimmt true oder false auf.
requests-unfit-json = „{ $field }“ nimmt JSON auf.
requests-unfit-bytes = „{ $field }“ enthält Bytes, die sich hier nicht schreiben lassen.
requests-unfit-uuid = „{ $field }“ nimmt eine UUID auf.
requests-unfit-other = „{ $field }“ hat den Typ „{ $native }“, in dem es diesen Wert nicht gibt.
requests-unfit-otherwise = „{ $field }“ hat den Typ „{ $native }“ und enthielte „{ $stands }“, was nicht das Geschriebene ist. Schreiben Sie es so, wenn das richtig ist, oder geben Sie einen Wert an, den der Typ ganz aufnimmt.
requests-unfit-fact = An „{ $field }“ werden Personen erkannt. { $why }
requests-count-wrong = Die getippte Zahl ist nicht die Zahl der Zeilen. Es wurde nichts freigegeben.
requests-choose-one = Wählen Sie mindestens eine Person, oder sagen Sie, dass es keine davon ist.
requests-reason-missing = Wählen Sie einen Grund und schreiben Sie, was dem Menschen gesagt wird.
requests-begun = Es wurde schon etwas ausgeführt. Der Antrag kann nicht mehr abgelehnt oder zurückgenommen werden.
requests-nothing-done = Für diesen Antrag wurde noch nichts ausgeführt; es gibt also noch nichts, wovon Empfänger zu benachrichtigen wären.
requests-no-exemption = Eine Einwilligung lässt sich jederzeit widerrufen, und gegen Direktwerbung lässt sich jederzeit widersprechen. Es gibt keine Ausnahme, mit der das abgelehnt werden könnte.
requests-not-now = In diesem Stand des Antrags geht das nicht.
requests-store-away = Ein Speicher hat nicht geantwortet. Versuchen Sie es noch einmal.
requests-wrong-email = Das ist keine E-Mail-Adresse.
requests-wrong-phone = Diese Telefonnummer lässt sich nicht lesen. Schreiben Sie sie mit Ländervorwahl.
requests-wrong-name = Der Name hat keine Buchstaben.
requests-wrong-born = Das ist kein Geburtsdatum. Schreiben Sie Jahr, Monat und Tag: 1980-05-31.
requests-wrong-postal-code = Das ist keine Postleitzahl.
requests-wrong-value = „{ $field }“ ist leer, länger als { $n } Bytes Text oder hat Zeichen, die sich nicht lesen lassen.
requests-wrong-facts = Es sind zu viele Angaben zur Person. Geben Sie höchstens 16 an.
requests-wrong-shared = Damit ist niemand eindeutig bezeichnet. Nennen Sie E-Mail-Adresse, Telefon- oder Kundennummer, oder einen Namen mit Geburtsdatum oder Postleitzahl.
requests-clock-late = Die Frist ist vorbei und lässt sich nicht mehr verlängern. Antworten Sie sofort und sagen Sie, warum es spät ist.
requests-clock-twice = Die Frist wurde schon verlängert. Das Gesetz erlaubt es einmal.
requests-clock-reason = Nennen Sie den Grund, der dem Menschen gesagt wird.
requests-clock-until = Nennen Sie einen letzten Tag, der nach dem jetzigen liegt.

# Fristen.
deadline-today = heute fällig
deadline-left = { $n ->
    [one] noch { $n } Tag
   *[other] noch { $n } Tage
}
deadline-late = { $n ->
    [one] { $n } Tag zu spät
   *[other] { $n } Tage zu spät
}
deadline-paused = angehalten, { $left }
deadline-extended = verlängert, { $left }
deadline-day = zu beantworten bis { $day }
deadline-holidays = Gezählte Feiertage: { $place }{ $n ->
    [0] {""}
    [one] {" "}und ein Tag, den die Site nennt
   *[other] {" "}und { $n } Tage, die die Site nennt
}
deadline-put-off = Durch Feiertage verschoben: { $days }
deadline-unknown-holidays = Für diesen Ort sind keine Feiertage bekannt: Nur Wochenenden zählen, der angezeigte letzte Tag kann also zu früh liegen.
deadline-regional-holidays = Gezählt werden nur die landesweiten Feiertage ({ $country }). Gilt ein regionaler Feiertag, kann die Frist tatsächlich einen Tag später enden.
deadline-region = Feiertage einer Region mitzählen
deadline-region-text = Nennen Sie die Region unter „region“ in der Site-Datei.
deadline-unknown-region = Von der Region sind keine Feiertage bekannt, nur die des Landes; der angezeigte letzte Tag kann also zu früh liegen. Nennen Sie ihre Tage des Jahres in der Site-Datei.
deadline-kept = rechtzeitig
deadline-was = war fällig am { $day }
deadline-source-gdpr-month = Art. 12 Abs. 3 DSGVO: ein Monat ab Eingang
deadline-source-eu-end = Art. 3 der Verordnung (EWG, Euratom) Nr. 1182/71: gleicher Tag des letzten Monats oder dessen letzter Tag; nächster Arbeitstag
deadline-source-uk-month = Art. 12A UK GDPR, in Kraft seit dem 5. Februar 2026: ein Monat ab dem letzten von Eingang, Identität, Gebühr
deadline-source-uk-end = ICO zum Auskunftsrecht: entsprechender Tag oder letzter Tag des Monats; nächster Arbeitstag
deadline-source-ch-days = Art. 25 Abs. 7 DSG, Art. 18 Abs. 1 DSV: 30 Tage ab Eingang
deadline-source-ch-end = Art. 77 und 78 OR und SR 173.110.3: Der Tag des Eingangs zählt nicht; nächster Arbeitstag
deadline-source-gdpr-extension = Art. 12 Abs. 3 DSGVO: zwei weitere Monate, innerhalb eines Monats mit Gründen mitgeteilt
deadline-source-uk-extension = Art. 12A UK GDPR: zwei weitere Monate, innerhalb eines Monats mit Gründen mitgeteilt
deadline-source-ch-extension = Art. 18 Abs. 2 DSV: bis zu dem Tag, der der Person innerhalb der 30 Tage mitgeteilt wird
deadline-source-gdpr-pause = Art. 12 Abs. 6 DSGVO, EDSA-Leitlinien 01/2022: ausgesetzt, solange begründete Zweifel an der Identität bestehen
deadline-source-uk-pause-clarification = Art. 12A UK GDPR: Tage von der Frage, was gemeint ist, bis zur Antwort zählen nicht
deadline-source-uk-pause-start = Art. 12A UK GDPR: Die Frist beginnt, wenn Identität oder Gebühr da ist
deadline-unknown-law = Das Recht dieses Landes kennt Abide nicht. Es zählt die kürzeste Frist der Gesetze, die es kennt, ohne auf einen Arbeitstag zu warten. Klären Sie, was dort gilt.

# Wörter.
request-kind-access = Auskunft
request-kind-portability = Datenübertragung
request-kind-rectification = Berichtigung
request-kind-erasure = Löschung
request-kind-restriction = Einschränkung
request-kind-objection = Widerspruch
request-kind-withdrawal = Widerruf der Einwilligung
request-state-received = eingegangen
request-state-identified = Person bekannt
request-state-planned = geplant
request-state-approved = freigegeben
request-state-running = wird ausgeführt
request-state-verifying = wird nachgeprüft
request-state-waiting = wartet
request-state-done = erledigt
request-state-refused = abgelehnt
request-state-withdrawn = zurückgenommen
request-waits-identity = wer es ist
request-waits-identity-text = Es wartet, bis feststeht, um wen es geht.
request-waits-clarification = Antwort der Person
request-waits-clarification-text = Die Person wurde gefragt, was genau sie will.
request-waits-approval = Ihre Freigabe
request-waits-approval-text = Der Plan wartet auf Ihre Freigabe. Es wurde noch nichts geändert.
request-waits-approval-rest-text = { $n ->
    [one] Der Plan wartet auf Ihre Freigabe. Er ist für den Rest: { $rows } Zeile ist schon gelöscht oder geändert.
   *[other] Der Plan wartet auf Ihre Freigabe. Er ist für den Rest: { $rows } Zeilen sind schon gelöscht oder geändert.
}
request-waits-approval-cut-text = Der Plan wartet auf Ihre Freigabe. Ein früherer wurde bei der Ausführung unterbrochen.
request-waits-plan = einen neuen Plan
request-waits-plan-text = Die Daten haben sich nach dem Plan geändert. Es braucht einen neuen.
request-waits-store = einen Speicher
request-waits-store-text = Ein Speicher antwortet nicht. Jede Minute wird es wieder versucht.
request-waits-unread-text = Das Konto von Abide darf { $tables } nicht oder nicht in allen Zeilen lesen. Für den letzten Durchlauf durch alle Speicher ist das nötig. Geben Sie ihm das Recht zu lesen; jede Minute wird es wieder versucht.
request-waits-hand = Arbeit von Hand
request-waits-hand-text = Was übrig ist, kann Abide nicht selbst tun. Jemand muss es von Hand tun.
request-waits-residue = Ihre Entscheidung
request-waits-residue-text = Beim Nachlesen zeigte sich, dass etwas nicht wie geplant ist. Jemand muss darüber entscheiden.
request-waits-handing-out = das Aushändigen
request-waits-handing-out-text = Die Kopie liegt bereit. Jemand muss sie ansehen, aushändigen und das vermerken. Bis dahin ist der Antrag nicht beantwortet, und die Frist läuft.
request-waits-turn = die Reihe
request-waits-worker = nichts, er ist gerade in Arbeit
request-waits-turn-text = Der Server arbeitet daran.
request-waits-hour = { $time } Uhr (UTC)
request-waits-hour-text = Der Server führt sie um { $time } Uhr (UTC) aus, zusammen mit den anderen Löschungen des Tages.
request-waits-hour-verifying-text = Gelöscht ist, was zu löschen war. Um { $time } Uhr (UTC) durchsucht der Server alle Speicher für die Löschungen des Tages; erst dann gilt sie als erledigt.
fact-email = E-Mail-Adresse
fact-phone = Telefonnummer
fact-id = Kundennummer
fact-name = Name
fact-born = Geburtsdatum
fact-postal-code = Postleitzahl
refusal-reason-unidentified = Die Person lässt sich nicht feststellen (Art. 11 Abs. 2, 12 Abs. 2)
refusal-reason-unfounded = Offenkundig unbegründet (Art. 12 Abs. 5)
refusal-reason-excessive = Exzessiv, insbesondere wiederholt (Art. 12 Abs. 5)
refusal-reason-exempt = Ein Gesetz nimmt von diesem Recht aus

# Was gerade bearbeitet wird.
work-title = Gerade in Arbeit
work-finding = Die Zeilen von { $n ->
    [one] einem Menschen
   *[other] { $requests } Menschen
} werden im Speicher „{ $store }“ gesucht
work-erasing = Im Speicher „{ $store }“ wird gelöscht, für { $n ->
    [one] einen Antrag
   *[other] { $requests } Anträge
}
work-reading-back = Für { $n ->
    [one] einen Antrag
   *[other] { $requests } Anträge
} wird nachgelesen, was getan wurde
work-sweeping = Alle Speicher werden ganz gelesen, auf der Suche nach Werten, an denen nur Gelöschte bekannt waren, für { $n ->
    [one] einen Antrag
   *[other] { $requests } Anträge
}
work-closing = { $n ->
    [one] Ein Antrag wird
   *[other] { $requests } Anträge werden
} abgeschlossen
work-cleaning = Gelöschtes wird aus den Dateien des Speichers „{ $store }“ entfernt
work-far-requests = { $done } von { $n ->
    [one] einem Antrag
   *[other] { $of } Anträgen
}
work-far-rows = { $done } von { $n ->
    [one] einer Zeile
   *[other] { $of } Zeilen
}
work-far-tables = { $done } von { $n ->
    [one] einer Tabelle
   *[other] { $of } Tabellen
}
work-table = In der Tabelle „{ $table }“
work-table-rows = In der Tabelle „{ $table }“, { $n ->
    [one] eine Zeile
   *[other] { $rows } Zeilen
} gelesen
work-rate = { $many } je Sekunde
work-rate-one = eine in { $time }
work-left = { $rate }, noch etwa { $time }
work-since = seit { $time }
work-seconds = { $n } s
work-minutes = { $n } min
work-hours = { $hours } h { $n } min
work-live = Mitverfolgen
work-still = Nicht mehr mitverfolgen, um einen Antrag aufzunehmen

# Ein Antrag.
request-title = { $kind } · { $id }
request-moment = { $day }, { $time } Uhr { $zone }
request-by-browser = hier im Browser
request-by-server = der Server
name-said = Sie handeln als { $name }.
name-none = Für diese Sitzung ist kein Name angegeben.
name-unnamed = Für diese Sitzung ist kein Name angegeben: Im Verlauf wird nur „hier im Browser“ stehen.
name-give = Namen angeben
name-label = Ihr Name
name-help = Er steht im Verlauf bei dem, was Sie freigeben, ablehnen oder abhaken, solange dieser Browser offen ist. Ohne Namen steht dort „hier im Browser“. Lassen Sie das Feld leer, um ihn zurückzunehmen.
name-do = Namen merken
request-forgotten = vergessen
request-stated = Was angegeben wurde
request-again = Dasselbe ist schon verlangt
request-again-text = Ein offener Antrag derselben Art nennt dieselbe Adresse oder Nummer. Wenn es derselbe Antrag ist, nehmen Sie einen der beiden zurück.
request-beside = Dieselbe Adresse oder Nummer steht in anderen offenen Anträgen
request-live = Diese Seite lädt sich alle zwei Sekunden neu.
request-still = Anhalten, um etwas zu entscheiden
request-people = Wer ist gemeint?
request-people-none = Zu dem, was angegeben wurde, fand sich niemand.
request-people-text = Nach dem, was angegeben wurde, kann jede dieser Personen gemeint sein. Fragen Sie nach, wenn Sie nicht sicher sind.
request-people-by = gefunden durch
request-people-several = Wählen Sie mehrere, wenn es dieselbe Person ist.
request-settle = Das ist die Person
request-nobody = Keine davon
request-hand-title = Von Hand
request-hand-hold-first = Auf dieser Person liegt eine Löschsperre. Löschen und ändern Sie nichts, was sie erfasst, bevor sie geendet hat, auch wenn es hier steht.
request-hand = { $kind } im Speicher „{ $store }“, bis { $day }
request-hand-versions = Alte Versionen des Gelöschten im Speicher „{ $store }“: zu löschen, fällig am { $day }
request-hand-versions-text = Abide darf sie nicht löschen oder konnte sie nicht lesen: Eine Sperre hält sie noch fest, dem Konto fehlt das Recht, im Speicher darf nur gelesen werden, oder sie sind beschädigt. Löschen Sie in einem Bucket alle älteren Versionen und Löschmarkierungen der Objekte, die „.abide-journal“ unter „kept“ nennt, oder warten Sie das Ende der Sperre ab. Nennt es keine, so sehen Sie die älteren Versionen aller Objekte dieses Speichers durch. Löschen Sie in einem Ordner auf einem Datenträger die weiteren Namen (harte Links), unter denen die Dateien erhalten sind.
request-hand-cleaned = Gelöschte Zeilen im Speicher „{ $store }“: endgültig zu entfernen, spätestens am { $day }
request-hand-cleaned-text = Abide versucht es selbst, nach jedem Stapel von Löschungen und einmal am Tag. Es gelingt nicht, solange eine Transaktion offen ist, die vor der Löschung begann, oder wenn sein Konto es nicht darf. Lassen Sie dann den Eigentümer der Tabellen VACUUM auf den Tabellen der Karte ausführen und die materialisierten Sichten darüber auffrischen.
request-hand-residue = Gefundene Werte im Speicher „{ $store }“: von Hand zu entfernen, fällig am { $day }
request-hand-residue-text = Nach der Datenkarte gehören diese Zeilen und Dateien nicht der Person, darum lässt Abide sie, wie sie sind. Nehmen Sie von Hand heraus, was über die Person darin steht, entfernen Sie Dateien, die niemand braucht, oder tragen Sie in die Karte ein, wem sie gehören. Danach werden alle Speicher noch einmal durchsucht.
request-hand-hold = Eine Löschsperre hält Zeilen im Speicher „{ $store }“: am { $day } nachsehen, ob sie zu Ende ist
request-hand-hold-text = Sobald die Sperre zu Ende ist, nehmen Sie den Antrag wieder auf: Es entsteht ein neuer Antrag zu derselben Person, und sein Plan sagt, was jetzt gelöscht wird.
request-take-up = Antrag wieder aufnehmen
request-hand-open = offen
request-hand-done = Es ist getan
request-hand-done-at = getan am { $at }
request-store-back = Den Speicher jetzt versuchen
request-residue = Danach wurden Werte gefunden
request-residue-text = Sehen Sie nach, was in den Speichern gefunden wurde. Sagt es nichts über die Person oder muss es bleiben, so darf es bleiben. Was gehen soll, geht nach einem neuen Plan, oder von Hand, wenn die Datenkarte nicht dorthin führt.
request-residue-stays = Es darf bleiben
request-residue-goes = Es geht auch, mit einem neuen Plan
request-unmet = Etwas ist nicht, wie es sein soll
request-unmet-text = Was getan wurde, war beim Nachlesen nicht da: Jemand hat es inzwischen geändert oder entfernt.
request-unmet-stays = Es darf so bleiben
request-unmet-goes = Noch einmal tun, mit einem neuen Plan
residue-where = Gefunden:
residue-row = eine Zeile in „{ $place }“, die weg sein sollte
residue-new = eine Zeile in „{ $place }“, die inzwischen dazukam
residue-unchanged = in „{ $place }“ ein Wert, der nicht ist, was er werden sollte
residue-value = { $n ->
    [one] ein Wert der Person in { $rows } Zeile von „{ $place }“
   *[other] ein Wert der Person in { $rows } Zeilen von „{ $place }“
}
residue-view = { $n ->
    [one] ein Wert der Person in { $rows } Zeile der materialisierten Sicht „{ $place }“: Sie auffrischen (REFRESH MATERIALIZED VIEW), sobald der Wert dort weg ist, woher sie ihn hat
   *[other] ein Wert der Person in { $rows } Zeilen der materialisierten Sicht „{ $place }“: Sie auffrischen (REFRESH MATERIALIZED VIEW), sobald der Wert dort weg ist, woher sie ihn hat
}
residue-file = { $n ->
    [one] ein Wert der Person in { $rows } Datei von „{ $place }“, im Text oder im Namen
   *[other] ein Wert der Person in { $rows } Dateien von „{ $place }“, im Text oder im Namen
}
residue-differs = ein Speicher, der nicht mehr so ist, wie er zurückgelassen wurde
request-archive = Die Kopie für die Person
request-archive-text = Sie liegt im Ordner der Website unter .abide/exports, bis 30 Tage nach dem Aushändigen; dann wird sie gelöscht.
request-archive-get = Kopie herunterladen (ZIP, { $size })
request-handing = Die Kopie liegt bereit: ansehen, aushändigen, vermerken
request-handing-text = Laden Sie sie herunter und sehen Sie sie an: Es muss die dieser Person sein, und andere Menschen sollen nicht darin vorkommen. Geben Sie sie dann mit dem Brief der Person. Ist es die von jemand anderem, berichtigen Sie unten, was falsch aufgenommen wurde, oder fragen Sie die Person, wer sie ist.
request-handing-gone = Die Kopie ist nicht mehr hier. Wurde sie ausgehändigt, vermerken Sie es; sonst lassen Sie sie neu erstellen.
request-handing-day = Ausgehändigt am
request-handing-way = Auf welchem Weg
way-post = mit der Post
way-email = per E-Mail
way-download = zum Abholen, über einen Link oder ein Portal
way-in-person = persönlich
way-other = auf anderem Weg
request-handing-end = Damit wird der Antrag geschlossen, und um wen es ging, wird vergessen. Das lässt sich nicht rückgängig machen.
request-handing-do = Sie wurde ausgehändigt
request-copy-again = Die Kopie neu erstellen
request-copy-again-text = Wenn sich die Daten seither geändert haben oder die Datenkarte berichtigt wurde: Diese Kopie wird verworfen, und ein neuer Plan wartet auf Ihre Freigabe. Die Frist bleibt.
request-copy-again-do = Verwerfen und neu planen
request-recipients = Wer zu benachrichtigen ist
request-recipients-text = Empfängern der Daten ist mitzuteilen, was geschah (Art. 19 DSGVO). Haken Sie ab, wen Sie benachrichtigt haben.
request-recipients-later = Diese Empfänger sind zu benachrichtigen, sobald das hier ausgeführt ist (Art. 19 DSGVO).
request-told = benachrichtigt: { $by }, { $at }
request-tell = Ich habe benachrichtigt
request-untell = Nicht benachrichtigt: irrtümlich abgehakt
request-more = Was Sie sonst tun können
request-answered = Die Person hat geantwortet
request-ask = Die Person fragen
request-ask-text = Fragen Sie die Person in eigenen Worten und vermerken Sie hier, dass Sie gefragt haben. Wo das Recht es erlaubt, steht die Frist bis zur Antwort.
request-ask-identity = Ich habe gefragt, wer sie ist
request-ask-clarification = Ich habe gefragt, was genau sie will
request-correct = Etwas wurde falsch aufgenommen
request-correct-text = Berichtigen Sie die Angaben. Die Person wird neu gesucht, und ein Plan, der schon gemacht oder freigegeben ist, verfällt. Im Verlauf steht, welche Angaben falsch waren, nicht, wie sie lauteten.
request-correct-do = Berichtigen und neu suchen
request-extend = Die Frist verlängern
request-extend-text = Das Gesetz erlaubt es einmal, wenn der Antrag komplex ist. Der Person ist es vor Ablauf mit dem Grund zu sagen.
request-reason = Grund, der der Person gesagt wird
request-extend-until = Neuer letzter Tag
request-extend-do = Frist verlängern
request-refuse = Den Antrag ablehnen
request-refuse-text = Der Person ist zu sagen, warum, und dass sie sich bei der Aufsicht beschweren oder klagen kann (Art. 12 Abs. 4 DSGVO).
request-refuse-reason = Grund
request-refuse-told = Was der Person gesagt wird
request-refuse-do = Antrag ablehnen
request-take-back = Die Person nimmt ihn zurück
request-take-back-text = Der Antrag wird geschlossen, und um wen es ging, wird vergessen.
request-take-back-do = Als zurückgenommen schließen
request-lift-restriction = Die Einschränkung aufheben
request-lift-restriction-text = Die Person muss unterrichtet werden, bevor die Einschränkung endet (DSGVO, Art. 18 Abs. 3). Von heute an darf mit ihren Daten wieder geschehen, was die Erklärung erlaubt.
request-lift-restriction-do = Die Person weiß Bescheid: aufheben
request-lift-objection = Die Person nimmt den Widerspruch zurück
request-lift-objection-text = Von heute an darf mit ihren Daten wieder geschehen, was die Erklärung erlaubt.
request-lift-objection-do = Widerspruch beenden
request-lift-withdrawal = Die Person willigt wieder ein
request-lift-withdrawal-text = Von heute an zählt eine Einwilligung der Person wieder. Heben Sie den Nachweis auf, wann und wie sie erteilt wurde (DSGVO, Art. 7 Abs. 1).
request-lift-withdrawal-do = Einwilligung wieder zählen lassen
request-facts = Der Antrag
request-closed = Geschlossen
request-policy = Beantwortet nach Datenschutzerklärung
request-wishes = Berichtigen
request-characters = { $n ->
    [one] ({ $rows } Zeichen)
   *[other] ({ $rows } Zeichen)
}
request-recordings = Aufnahmen
request-recordings-shared = auch solche, in denen andere zu hören sind
request-extended = Verlängert bis
request-history = Was geschah
request-event-received = Eingegangen
request-event-identity-settled = Es wurde festgestellt, um wen es geht
request-event-nobody = Nach den Angaben wurde niemand gefunden
request-event-several-people = { $n ->
    [one] { $n } Person kann gemeint sein
   *[other] { $n } Personen können gemeint sein
}
request-event-asked = Die Person wurde gefragt
request-event-answered = Die Person hat geantwortet
request-event-plan-made = Plan erstellt: { $delete } zu löschen, { $change } zu ändern
request-event-plan-made-copy = Plan erstellt: { $n ->
    [one] { $copy } Zeile zu kopieren
   *[other] { $copy } Zeilen zu kopieren
}, { $m ->
    [one] { $recordings } Aufnahme
   *[other] { $recordings } Aufnahmen
}
request-event-plan-made-correct = Plan erstellt: { $rows } zu berichtigen
request-event-plan-made-choice = Plan erstellt
request-event-approved = Plan freigegeben
request-event-approved-shared = Plan freigegeben, mit Aufnahmen, in denen andere zu hören sind
request-event-refused = Abgelehnt
request-event-taken-back = Von der Person zurückgenommen
request-event-extended = Frist verlängert
request-event-started = Die Ausführung begann
request-event-step-done = Erledigt im Speicher „{ $store }“
request-event-chosen = Die Wahl gilt von jetzt an
request-event-lifted = Die Wahl gilt nicht mehr
request-event-data-changed = Die Daten waren nicht mehr die des Plans; es geschah nichts weiter
request-event-failed = Es ging nicht weiter: { $why }
request-event-store-away = Ein Speicher antwortete nicht
request-event-store-unread = Eine Tabelle darf nicht gelesen werden: { $tables }
request-event-store-back = Der Speicher wird wieder versucht
request-event-hand-needed = Im Speicher „{ $store }“ muss jemand von Hand arbeiten
request-event-hand-needed-why = Im Speicher „{ $store }“ muss jemand von Hand arbeiten: { $why }
request-event-hand-needed-again = Im Speicher „{ $store }“ wurde nachgesehen: Von Hand ist noch nicht alles getan
request-event-hand-done = Von Hand getan
request-event-looked-again = Es wird neu angesehen, was von Hand zu tun bleibt: Eine Löschsperre wurde gesetzt oder aufgehoben
request-event-cleaned = Der Speicher „{ $store }“ wurde von gelöschten Zeilen gereinigt
request-event-residue-found = Beim Nachlesen war etwas nicht wie geplant
request-event-residue-settled = Es wurde entschieden, was damit geschieht
request-event-told = Benachrichtigt: { $recipient }
request-event-not-told = Doch nicht benachrichtigt: { $recipient }; irrtümlich abgehakt
request-event-corrected = Falsch Aufgenommenes wurde berichtigt: { $facts }
request-event-person-changed = Die Zeile, die ihr gehörte, enthält nichts mehr, woran die Person erkannt wurde: Sie kann inzwischen jemand anderem gehören. Wer gemeint ist, muss neu gesagt werden
request-event-copy-ready = Die Kopie liegt bereit
request-event-copy-again = Die Kopie wurde verworfen, um neu erstellt zu werden
request-event-handed-out = Kopie ausgehändigt am { $day }, { $way }
request-event-done = Erledigt und nachgeprüft
request-event-forgotten = Um wen es ging, wurde vergessen
request-event-hold-placed = Die Daten der Person wurden für einen Rechtsanspruch gesperrt
request-event-hold-lifted = Eine Löschsperre wurde aufgehoben
request-event-taken-up = Die Löschsperre ist zu Ende: Der Antrag wurde als neuer wieder aufgenommen
request-event-recounted = Der letzte Tag wurde mit anderen Feiertagen berechnet
request-event-recounted-moved = Für die Site gelten jetzt andere Feiertage ({ $place }): Der letzte Tag war der { $from } und ist der { $day }
request-event-recounted-same = Für die Site gelten jetzt andere Feiertage ({ $place }): Der letzte Tag bleibt der { $day }

# Der Plan.
step-pending = zu tun
step-running = im Gang
step-done = erledigt
step-failed = gescheitert
plan-title = Plan
plan-chosen = Ausgewählt:
plan-delete = Gelöscht
plan-change = Geändert
plan-keep = Aufbewahrt
plan-share = Geteilt
plan-seen = Nur gesehen
plan-copy = Kopierte Zeilen
plan-recordings = Kopierte Aufnahmen
plan-correct = Berichtigt
plan-table = Tabelle
plan-why = Warum
plan-made = Erstellt am
plan-approved = freigegeben: { $by }, { $at }
plan-before = Verglichen mit dem Plan davor
plan-before-same = Die Zahlen sind gleich; einzelne Zeilen haben sich geändert.
plan-differs = { $what }: vorher { $before }, jetzt { $after }
plan-nothing = Keine Zeile der Person enthält, worum es in diesem Antrag geht; also ist nichts zu tun.
plan-nobody-found = Nach dem, was die Person angegeben hat, wurde niemand gefunden.
plan-nobody = Sehen Sie nach, ob sich jemand vertippt hat. Sonst ist nichts zu tun, und der Person wird gesagt, dass keine Daten gefunden wurden.
plan-nobody-copy = Sehen Sie nach, ob sich jemand vertippt hat. Sonst wird der Person gesagt, dass keine Daten gefunden wurden; in der Kopie steht nur, was Abide von diesem und früheren Anträgen aufbewahrt.
plan-nobody-choices = Sehen Sie nach, ob sich jemand vertippt hat, oder fragen Sie die Person nach einer anderen Adresse oder Nummer: Was sie wählt, wird unter ihren Angaben vermerkt und ändert nichts an Daten, die unter etwas anderem bekannt sind. Der Person wird gesagt, dass keine Daten gefunden wurden.
plan-choices = Was mit den Daten geschehen darf
plan-store-empty = In diesem Speicher ändert sich nichts.
plan-nothing-right = Es wurde keine Zeile dieser Person gefunden, die diese Felder hat; es gibt also nichts zu berichtigen.
plan-export = Die Kopie
plan-export-access = Eine ZIP-Datei wird geschrieben. Auch was Abide selbst über die Person speichert, ist darin.
plan-export-portability = Eine ZIP-Datei mit maschinenlesbaren Daten wird geschrieben.
plan-field = Feld
plan-was = Vorher
plan-will = Nachher
plan-value-empty = (leer)
plan-correct-asked = die Person sagt, dass es falsch ist
plan-correct-same = hier stand dasselbe wie in „{ $of }“
plan-correct-tied = die Zeile gehört der Person durch den Wert in „{ $of }“
plan-left-title = Was sich nach einem alten Wert richtet und nicht berichtigt wird
plan-left-text = Sehen Sie es an, bevor Sie genehmigen: danach führt über diesen Wert nichts mehr von der Person zu diesen Zeilen.
plan-left = { $n ->
    [one] „{ $field }“, { $rows } Zeile, richtet sich nach „{ $of }“: { $why }
   *[other] „{ $field }“, { $rows } Zeilen, richten sich nach „{ $of }“: { $why }
}
plan-left-others = über diesen Wert gehört sie auch anderen
plan-left-taken = über den neuen Wert gehörte sie auch anderen
plan-left-kept = sie muss noch so bleiben, wie sie ist
plan-left-fixed = die Datenbank bindet den Wert; jemand muss ihn von Hand berichtigen
plan-left-unfit = das Feld hat für den neuen Wert keinen Platz; jemand muss ihn von Hand berichtigen
plan-left-cleared = es gibt keinen neuen Wert
plan-hand = Von Hand: { $why }. Jemand tut es, und Abide liest nach.
plan-hand-tables = Von Hand: { $why } ({ $tables }). Jemand tut es, und Abide liest nach.
hand-why-read-only = laut Datenkarte ändert Abide hier nichts
hand-why-cannot = dieser Speicher kann es nicht
hand-why-may-not = dem Konto von Abide fehlt das Recht dazu
hand-why-refused = der Speicher hat es verweigert
hand-why-cut-off = zu diesen Zeilen führt nichts mehr
hand-delete = { $n ->
    [one] { $rows } Zeile von „{ $table }“ löschen.
   *[other] { $rows } Zeilen von „{ $table }“ löschen.
}
hand-change = { $n ->
    [one] { $rows } Zeile von „{ $table }“ ändern: { $columns }.
   *[other] { $rows } Zeilen von „{ $table }“ ändern: { $columns }.
}
hand-column-empty = „{ $column }“ leeren
hand-column-unique = in „{ $column }“ etwas anderes schreiben, das nichts verrät
hand-column-month = in „{ $column }“ den ersten Tag des Monats schreiben
hand-column-redact = aus „{ $column }“ herausnehmen, was über die Person darin steht
hand-column-correct = in „{ $column }“ schreiben, was der Antrag wünscht
hand-ask = Wen man fragt oder wie es geht: { $how }
hand-again = Abide hat nachgesehen, und es ist noch nicht alles getan. Noch da:
hand-left = { $n ->
    [one] { $rows } Zeile von „{ $table }“
   *[other] { $rows } Zeilen von „{ $table }“
}
hand-rows = Die Zeilen
hand-rows-none = Die Zeilen sind nicht aufgeführt: Kein Schlüssel nennt sie auf Dauer, oder es sind zu viele. Wie man sie findet, sagt die Datenkarte.
hand-after = Sagen Sie hier, wenn es getan ist: Abide sieht nach, ob es stimmt, und fragt sonst noch einmal.
plan-choices-restriction = Von jetzt an werden die Daten nur aufbewahrt: jede andere Nutzung wird verweigert.
plan-choices-objection = Von jetzt an werden Nutzungen zu diesen Zwecken verweigert: { $purposes }.
plan-choices-withdrawal = Von jetzt an gilt für diese Zwecke keine Einwilligung: { $purposes }.
plan-all-purposes = alle Zwecke, auf die sich das Recht erstreckt
plan-all-purposes-named = alle Zwecke, auf die sich das Recht erstreckt; nach der heutigen Datenschutzerklärung: { $purposes }
plan-all-purposes-none = alle Zwecke, auf die sich das Recht erstreckt; nach der heutigen Datenschutzerklärung keiner
plan-gone-person = { $n ->
    [one] { $rows } gelöscht: es ist die eigene Zeile der Person
   *[other] { $rows } gelöscht: es sind die eigenen Zeilen der Person
}
plan-gone-edge = { $n ->
    [one] { $rows } gelöscht: sie gehört über „{ $column }“ zu einer Zeile von „{ $table }“, die der Person gehört, und laut Karte gehen solche Zeilen
   *[other] { $rows } gelöscht: sie gehören über „{ $column }“ zu Zeilen von „{ $table }“, die der Person gehören, und laut Karte gehen solche Zeilen
}
plan-gone-over = die Zeit, für die „{ $statement }“ solche Zeilen aufbewahrt, ist vorbei
plan-columns = Spalten, die sich ändern: { $columns }
plan-column-empty = „{ $column }“ (wird geleert)
plan-column-unique = „{ $column }“ (bekommt einen anderen Wert, der nichts verrät)
plan-column-month = „{ $column }“ (erster Tag des Monats)
plan-column-redact = „{ $column }“ (was über die Person darin steht, kommt heraus)
plan-statement = Aussage der Datenschutzerklärung: „{ $statement }“
plan-why-others = { $n ->
    [one] { $rows } geändert: sie gehört auch anderen und bleibt für diese, ohne diese Person
   *[other] { $rows } geändert: sie gehören auch anderen und bleiben für diese, ohne diese Person
}
plan-why-rule = { $n ->
    [one] { $rows } geändert: die Karte sagt, dass eine solche Zeile ohne ihre Person bleibt
   *[other] { $rows } geändert: die Karte sagt, dass solche Zeilen ohne ihre Person bleiben
}
plan-why-referred = { $n ->
    [one] { $rows } geändert: andere Zeilen, die bleiben, verweisen auf sie
   *[other] { $rows } geändert: andere Zeilen, die bleiben, verweisen darauf
}
plan-why-lets-go = { $n ->
    [one] { $rows } geändert: sie lässt nur Zeilen los, die gelöscht werden
   *[other] { $rows } geändert: sie lassen nur Zeilen los, die gelöscht werden
}
plan-why-share = { $n ->
    [one] { $rows } geteilt: sie gehört auch anderen und sagt nichts über diese Person allein
   *[other] { $rows } geteilt: sie gehören auch anderen und sagen nichts über diese Person allein
}
plan-why-recordings = { $n ->
    [one] { $rows } geteilt: eine Aufnahme, auf der diese Person zu hören sein kann; sie bleibt für die anderen in dem Gespräch
   *[other] { $rows } geteilt: Aufnahmen, auf denen diese Person zu hören sein kann; sie bleiben für die anderen in den Gesprächen
}
plan-why-seen = { $n ->
    [one] { $rows } nur gesehen: sie gehört dieser Person nicht
   *[other] { $rows } nur gesehen: sie gehören dieser Person nicht
}
plan-why-keep = { $n ->
    [one] { $rows } aufbewahrt bis { $until }: { $statement }
   *[other] { $rows } aufbewahrt bis { $until }: { $statement }
}
plan-why-keep-term = { $n ->
    [one] { $rows } aufbewahrt, { $term }: { $statement }
   *[other] { $rows } aufbewahrt, { $term }: { $statement }
}
plan-why-keep-open = { $n ->
    [one] { $rows } aufbewahrt: { $statement }
   *[other] { $rows } aufbewahrt: { $statement }
}
plan-tells = { $n ->
    [one] { $rows }, die bleibt, erzählt weiter von der Person: In „{ $column }“, das die Karte nicht nennt, steht ein Wert, an dem niemand sonst zu erkennen ist. Er wird nach dem Schritt gefunden, und jemand muss entscheiden. Wer das vermeiden will, nennt die Spalte vor der Freigabe in der Karte: erase = "redact" nimmt die Person aus dem Text, "empty" leert sie, "keep" lässt sie, wie sie ist
   *[other] { $rows }, die bleiben, erzählen weiter von der Person: In „{ $column }“, das die Karte nicht nennt, stehen Werte, an denen niemand sonst zu erkennen ist. Sie werden nach dem Schritt gefunden, und jemand muss entscheiden. Wer das vermeiden will, nennt die Spalte vor der Freigabe in der Karte: erase = "redact" nimmt die Person aus dem Text, "empty" leert sie, "keep" lässt sie, wie sie ist
}
plan-keys = { $n ->
    [one] { $rows }, die bleibt, erzählt weiter von der Person: „{ $column }“ ist ein Schlüssel oder verweist auf einen und kann nicht geändert werden, solange etwas darauf verweist. Sie wird nach dem Schritt gefunden, und jemand muss entscheiden: dem Datensatz im Speicher von Hand einen anderen Schlüssel geben oder ihn bleiben lassen
   *[other] { $rows }, die bleiben, erzählen weiter von der Person: „{ $column }“ ist ein Schlüssel oder verweist auf einen und kann nicht geändert werden, solange etwas darauf verweist. Sie werden nach dem Schritt gefunden, und jemand muss entscheiden: den Datensätzen im Speicher von Hand einen anderen Schlüssel geben oder sie bleiben lassen
}
plan-stays = { $n ->
    [one] { $rows } der Person selbst, die bleibt, behält, was in „{ $column }“ steht: Die Karte nennt die Spalte nicht, und sie darf nicht leer sein. Erzählt sie von der Person, etwa eine Straße oder ein Geburtsdatum, so nennen Sie sie vor der Freigabe in der Karte
   *[other] { $rows } der Person selbst, die bleiben, behalten, was in „{ $column }“ steht: Die Karte nennt die Spalte nicht, und sie darf nicht leer sein. Erzählt sie von der Person, etwa eine Straße oder ein Geburtsdatum, so nennen Sie sie vor der Freigabe in der Karte
}
plan-why-nothing = { $rows } bleiben ohne die Person: nichts darin, was die Karte nennt und was sich ändern darf, erzählt von jemandem, also ändert sich darin nichts
plan-why-asked = { $n ->
    [one] { $rows } berichtigt: die Person sagt, dass sie falsch ist
   *[other] { $rows } berichtigt: die Person sagt, dass sie falsch sind
}
plan-why-tied = { $n ->
    [one] { $rows } berichtigt: sie gehört der Person durch den Wert, der falsch war
   *[other] { $rows } berichtigt: sie gehören der Person durch den Wert, der falsch war
}
plan-why-right = { $n ->
    [one] { $rows } ist schon so, wie die Person es wünscht
   *[other] { $rows } sind schon so, wie die Person es wünscht
}
plan-why-voices = { $n ->
    [one] In { $rows } Aufnahme sind andere zu hören: sie wird nur kopiert, wenn jemand das abgewogen hat und es sagt
   *[other] In { $rows } Aufnahmen sind andere zu hören: sie werden nur kopiert, wenn jemand das abgewogen hat und es sagt
}
plan-why-voices-left = { $n ->
    [one] In { $rows } Aufnahme sind andere zu hören: sie wird nicht kopiert
   *[other] In { $rows } Aufnahmen sind andere zu hören: sie werden nicht kopiert
}
plan-why-voices-shared = { $n ->
    [one] In { $rows } Aufnahme sind andere zu hören: sie wird trotzdem kopiert, weil jemand das abgewogen und so entschieden hat
   *[other] In { $rows } Aufnahmen sind andere zu hören: sie werden trotzdem kopiert, weil jemand das abgewogen und so entschieden hat
}
plan-why-sound = { $n ->
    [one] { $rows } Zeile sagt von einer Aufnahme, welche Datei es ist, wie groß und von welcher Art: der Ton selbst zählt als Aufnahme
   *[other] { $rows } Zeilen sagen von Aufnahmen, welche Dateien es sind, wie groß und von welcher Art: der Ton selbst zählt als Aufnahme
}
plan-why-omit = { $n ->
    [one] { $rows } weggelassen: die Person hat sie nicht aufgrund von Einwilligung oder Vertrag bereitgestellt
   *[other] { $rows } weggelassen: die Person hat sie nicht aufgrund von Einwilligung oder Vertrag bereitgestellt
}
plan-keeps-law = { $statement }, gesetzlich vorgeschrieben: { $law }
plan-keeps-law-unnamed = { $statement }, gesetzlich vorgeschrieben
plan-keeps-hold = Löschsperre: { $reason }
plan-keeps-hold-others = Löschsperre für jemand anderen, dessen Zeilen es auch sind
approve-nothing = Schließen: es gibt nichts zu löschen
approve-held = Schließen: vorerst bleibt alles
approve-erase = { $n ->
    [one] { $rows } Zeile löschen
   *[other] { $rows } Zeilen löschen
}
approve-erase-change = { $n ->
    [one] { $rows } Zeile löschen, { $change } ändern
   *[other] { $rows } Zeilen löschen, { $change } ändern
}
approve-rectify = { $n ->
    [one] { $rows } Zeile berichtigen
   *[other] { $rows } Zeilen berichtigen
}
approve-rectify-nothing = Schließen: Es gibt nichts zu berichtigen
approve-access = Kopie erstellen
approve-portability = Kopie zum Mitnehmen erstellen
approve-voices = Auch Aufnahmen aushändigen, in denen andere zu hören sind
approve-voices-help = Nur wenn es ihnen nicht schadet: Sie haben das abgewogen (Art. 15 Abs. 4 DSGVO). Sonst enthält die Kopie die Aufnahmen, die allein der Person gehören.
approve-restriction = Von jetzt an einschränken
approve-objection = Diese Nutzungen von jetzt an verweigern
approve-withdrawal = Widerruf festhalten
approve-type = Das lässt sich nicht rückgängig machen. Tippen Sie, wie viele Zeilen gelöscht oder geändert werden: { $rows }

# Das Ergebnis eines geschlossenen Antrags.
result-title = Ergebnis
result-true = Zurückgelesen: Was zu löschen war, ist nicht mehr da.
result-nobody = Nach den Angaben der Person wurde niemand gefunden, und es wurde nichts getan. Der Brief sagt, dass keine Daten gefunden wurden.
result-swept = Alle Tabellen und alle Dateien, die die Datenkarte nennt, soweit sie Text sind, wurden ganz gelesen: Kein Wert ist übrig, an dem nur diese Person zu erkennen war.
result-swept-versions = Alle Tabellen und alle Dateien, die die Datenkarte nennt, soweit sie Text sind, wurden ganz gelesen: Außer in alten Versionen, die erhalten bleiben (siehe unten), ist kein Wert übrig, an dem nur diese Person zu erkennen war.
result-swept-but = Alle Tabellen und alle Dateien, die die Datenkarte nennt, soweit sie Text sind, wurden ganz gelesen: Werte, an denen nur diese Person zu erkennen war, stehen nur noch in dem, was bleibt.
result-swept-but-versions = Alle Tabellen und alle Dateien, die die Datenkarte nennt, soweit sie Text sind, wurden ganz gelesen: Werte, an denen nur diese Person zu erkennen war, stehen nur noch in dem, was bleibt, und in alten Versionen, die erhalten bleiben (siehe unten).
result-short = { $n ->
    [one] { $rows } Wert der Person hat weniger als fünf Zeichen: Nach ihm wurde nicht gesucht, denn er fände sich überall.
   *[other] { $rows } Werte der Person haben weniger als fünf Zeichen: Nach ihnen wurde nicht gesucht, denn sie fänden sich überall.
}
result-files = Auch Dateien, die in keiner Tabelle der Datenkarte stehen, wurden gelesen, soweit sie Text sind: Weder in ihnen noch in ihren Namen steht ein solcher Wert.
result-unread = { $n ->
    [one] { $rows } Datei ließ sich nicht als Text lesen und wurde deshalb nicht durchsucht: { $kinds }.
   *[other] { $rows } Dateien ließen sich nicht als Text lesen und wurden deshalb nicht durchsucht: { $kinds }.
}
result-unread-large-object = { $n ->
    [one] { $rows } großes Objekt von PostgreSQL wurde nicht durchsucht: Solche Objekte stehen in keiner Tabelle und bleiben, wenn die Zeilen gelöscht werden, die sie nennen.
   *[other] { $rows } große Objekte von PostgreSQL wurden nicht durchsucht: Solche Objekte stehen in keiner Tabelle und bleiben, wenn die Zeilen gelöscht werden, die sie nennen.
}
result-unread-foreign-table = { $n ->
    [one] { $rows } Fremdtabelle von PostgreSQL wurde nicht durchsucht: Ihre Zeilen liegen auf einem anderen Server. Enthalten sie Daten von Menschen, diesen Server als eigenen Speicher aufführen.
   *[other] { $rows } Fremdtabellen von PostgreSQL wurden nicht durchsucht: Ihre Zeilen liegen auf einem anderen Server. Enthalten sie Daten von Menschen, diesen Server als eigenen Speicher aufführen.
}
result-unread-word-index = { $n ->
    [one] { $rows } Volltextindex ohne seinen Text wurde nicht durchsucht: Seine Wörter lassen sich nicht lesen, und die von gelöschten Zeilen bleiben darin, bis er neu aufgebaut wird.
   *[other] { $rows } Volltextindexe ohne ihren Text wurden nicht durchsucht: Ihre Wörter lassen sich nicht lesen, und die von gelöschten Zeilen bleiben darin, bis sie neu aufgebaut werden.
}
unread-audio = Aufnahmen
unread-video = Videos
unread-picture = Bilder
unread-document = Dokumente wie PDF
unread-packed = Archive
unread-database = Datenbanken
unread-link = Verweise, die woandershin führen
unread-forbidden = was das Konto nicht lesen darf
unread-name = Namen, die nicht zugelassen sind
unread-other = andere Formate
result-not-swept = Die Speicher wurden nicht ganz gelesen: Wohin die Datenkarte nicht führt, da können noch Werte dieser Person stehen.
result-by-hand = { $n ->
    [one] { $rows } dieser Zeilen wurde von Hand bearbeitet; auch das wurde nachgelesen.
   *[other] { $rows } dieser Zeilen wurden von Hand bearbeitet; auch das wurde nachgelesen.
}
result-accepted = Zurückgelesen: Etwas war nicht wie geplant, und jemand hat entschieden, dass es bleibt.
result-unknown = { $n ->
    [one] { $rows } weitere Zeile kann in einem abgebrochenen Schritt gelöscht worden sein: Die Daten änderten sich, bevor jemand nachsehen konnte.
   *[other] { $rows } weitere Zeilen können in einem abgebrochenen Schritt gelöscht worden sein: Die Daten änderten sich, bevor jemand nachsehen konnte.
}
result-stays = Was bleibt
result-rows = Zeilen
result-until = Bis
result-no-day = kein Tag bekannt
result-shared = gehören auch anderen und sagen nichts über diese Person allein
result-recordings = Aufnahmen, auf denen diese Person zu hören sein kann; sie bleiben für die anderen in den Gesprächen
result-until-others = solange sie den anderen gehören
result-own-request = Dieser Antrag bleibt mit seinem Verlauf bis zum { $day }, als Nachweis, wie er beantwortet wurde.
result-own-marks = Merkmale, an denen die Person bei einem erneuten Import erkannt wird, bleiben bis zum { $day }.
result-own-copies = { $n ->
    [one] { $rows } Kopie eines früheren Antrags wurde auch gelöscht.
   *[other] { $rows } Kopien früherer Anträge wurden auch gelöscht.
}
result-own-ready = { $n ->
    [one] { $rows } Kopie liegt bereit und wurde noch nicht ausgehändigt: Sie enthält, was gelöscht wurde. Nehmen Sie ihren Antrag zurück oder händigen Sie sie aus; dann geht sie nach 30 Tagen.
   *[other] { $rows } Kopien liegen bereit und wurden noch nicht ausgehändigt: Sie enthalten, was gelöscht wurde. Nehmen Sie ihre Anträge zurück oder händigen Sie sie aus; dann gehen sie nach 30 Tagen.
}
result-disks = Auf den Platten der Speicher
result-disk-nothing = Nichts Gelöschtes ist in seinen Dateien übrig.
result-disk-until-reused = Reste gelöschter Zeilen liegen im freien Platz seiner Dateien, bis er ihn überschreibt.
result-disk-until-cleaned = Gelöschte Zeilen liegen tot in seinen Tabellen oder in Sichten, die daraus gemacht wurden, bis er gereinigt ist.
result-disk-versions = Alte Versionen bleiben, bis jemand sie entfernt.
result-disk-locked = Alte Versionen sind gesperrt; die Sperre endet am { $day }.
result-gone-by = Aus Protokollen und Sicherungen verschwunden bis zum { $day }.
result-gone-by-unknown = Die Karte sagt nicht, wie lange Sicherungen aufgehoben werden.
result-gone-by-cleaned = Wann Protokolle und Sicherungen sie vergessen haben, ist noch nicht bekannt: Das zählt erst ab der Reinigung.
result-corrected = { $n ->
    [one] { $rows } Zeile wurde berichtigt, in: { $columns }
   *[other] { $rows } Zeilen wurden berichtigt, in: { $columns }
}
result-corrected-true = Zurückgelesen: Die Daten sind so, wie die Person es wünschte.
result-corrected-nothing = Es gab nichts zu berichtigen: Die Person hat keine Zeile mit { $columns }.
result-choices-restriction = Seit dem { $day } werden die Daten nur aufbewahrt: jede andere Nutzung wird verweigert.
result-choices-objection = Seit dem { $day } werden Nutzungen zu diesen Zwecken verweigert: { $purposes }.
result-choices-withdrawal = Seit dem { $day } gilt für diese Zwecke keine Einwilligung: { $purposes }.
result-choices-gone = Was gewählt wurde, gilt nicht mehr, oder ein späterer Antrag trat an seine Stelle.
result-choices-nobody = Nach den Angaben der Person wurde niemand gefunden. Was sie gewählt hat, ist seit dem { $day } vermerkt und gilt für den, der später danach zu erkennen ist. Der Brief sagt, dass keine Daten gefunden wurden.
result-copy-gone = Die Kopie ist nicht mehr hier: Kopien werden 30 Tage nach dem Aushändigen gelöscht, oder wenn die Person gelöscht wird.
result-handed = Die Kopie wurde am { $day } ausgehändigt, { $way }.
result-taken-back = Die Person hat den Antrag zurückgenommen.

# Was die eigenen Tabellen von Abide über einen Menschen enthalten.
own-title = In den eigenen Tabellen von Abide
own-open = { $n ->
    [one] { $rows } Antrag, der noch offen ist
   *[other] { $rows } Anträge, die noch offen sind
}
own-proof = { $n ->
    [one] { $rows } geschlossener Antrag, aufbewahrt als Nachweis, wie er beantwortet wurde
   *[other] { $rows } geschlossene Anträge, aufbewahrt als Nachweis, wie sie beantwortet wurden
}
own-erased = { $n ->
    [one] { $rows } Merkmal einer Löschung
   *[other] { $rows } Merkmale einer Löschung
}
own-chosen = { $n ->
    [one] { $rows } Entscheidung der Person, befolgt, solange sie gilt
   *[other] { $rows } Entscheidungen der Person, befolgt, solange sie gelten
}
own-held = { $n ->
    [one] { $rows } Löschsperre, aufbewahrt als Nachweis, warum Daten geblieben sind
   *[other] { $rows } Löschsperren, aufbewahrt als Nachweis, warum Daten geblieben sind
}
own-until = { $what } (bis zum { $day })

# Löschsperren: was nicht gelöscht werden darf, weil ein Rechtsanspruch es braucht.
holds-title = Löschsperren
holds-text = Was gesperrt ist, wird nicht gelöscht (Art. 17 Abs. 3 Buchst. e DSGVO): Ein Rechtsanspruch kann es als Beweis brauchen. Alles andere wird gelöscht.
holds-until = bis { $day }
holds-open = bis sie aufgehoben wird
holds-ended = abgelaufen am { $day }
holds-lifted = aufgehoben: { $by }, { $at }
holds-placed = gesetzt: { $by }, { $at }
holds-everything = alles über die Person
holds-covers = nur { $what }
holds-lift = Sperre aufheben
holds-place = Löschsperre setzen
holds-place-text = Ein Plan, der auf Zustimmung wartet, wird neu gemacht; einer, der gerade ausgeführt wird, hält vor dem nächsten Speicher an.
holds-reason = Für welchen Rechtsanspruch
holds-reason-help = Ohne personenbezogene Daten. Die Person sieht es in der Kopie ihrer Daten.
holds-last = Letzter Tag; leer, wenn keiner feststeht
holds-tables = Nur diese Tabellen; alles, wenn keine gewählt ist
holds-do = Sperre setzen

# Die Datenkarte.
map-title = Datenkarte
map-lead = Wo Daten über Menschen liegen, wem sie nach welcher Regel gehören und wohin sie gehen.
map-wrong = Was nicht stimmt
map-drawn = Gezeichnet
map-drawn-text = Links stehen die Menschen. Pfeile führen zu den Zeilen, die ihnen gehören, und hinaus zu Regionen und Empfängern. Dasselbe steht unten in Tabellen.
map-scroll = Die Zeichnung ist breiter als dieses Fenster: Schieben Sie sie zur Seite, um rechts Regionen und Empfänger zu sehen.
map-key-people = Tabelle mit Menschen
map-key-table = Tabelle
map-key-outside = Region oder Empfänger
map-key-wrong = etwas stimmt nicht
map-key-owns = gehört der Person
map-key-sees = die Person darf es sehen
map-rules = Als Tabelle
map-alone = Keine Regel führt zu oder von:
map-to = Zeilen von
map-rule = Regel
map-from = Wem gehört
map-columns = Durch Spalten
map-when = Wenn
map-erase = Bei Löschung
map-erase-delete = gelöscht
map-erase-anonymize = anonymisiert
map-erase-none = nichts
map-kept = einige Zeit aufbewahrt
map-kept-in = liegt in
map-receives = erhält: { $what }
map-nobody = Die Zeilen von „{ $table }“ gehören niemandem: Sie werden nicht gefunden, wenn jemand nach seinen Daten fragt. Fügen Sie eine Kante hinzu oder nehmen Sie die Tabelle aus der Karte.
map-no-people = Keine Tabelle der Karte enthält Menschen, deshalb ist niemand zu finden. Nennen Sie die Tabelle, deren Zeilen Menschen sind.
map-flows = Wohin Daten gehen
map-store = Speicher
map-goes-to = Geht an
map-files = Kartendateien:
edge-owned-by = gehört zu
edge-owns = gehört mit
edge-accessed-by = gesehen von
edge-accesses = gesehen mit
map-check = Mit den Speichern vergleichen
map-check-text = Die ersten Zeilen jeder Tabelle werden gelesen und mit Karte und Erklärung verglichen. Es ändert sich nichts, und kein Wert wird gezeigt.
map-check-do = Speicher prüfen
map-check-clean = Was angesehen wurde, passt zu Karte und Erklärung.
