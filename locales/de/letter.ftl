# Was Menschen über ihren Antrag erfahren: dass er länger dauert, dass er abgelehnt wird oder was geschehen ist (Art. 12 DSGVO). Der Brief spricht zum Menschen; was um ihn herum steht, spricht zu denen, die Anträge bearbeiten.

letter-title-done = Antwort auf Ihren Antrag
letter-title-refused = Ihr Antrag wird abgelehnt
letter-title-extended = Ihr Antrag braucht mehr Zeit
letter-title-withdrawn = Ihr Antrag ist abgeschlossen
letter-from = Von
letter-to = An
letter-date = Datum
letter-asked = Ihr Antrag
letter-received = Bei uns eingegangen am
letter-number = Unser Zeichen
letter-asked-access = Auskunft über Ihre Daten und eine Kopie davon
letter-asked-portability = Ihre Daten zum Mitnehmen
letter-asked-rectification = Berichtigung Ihrer Daten
letter-asked-erasure = Löschung Ihrer Daten
letter-asked-restriction = Einschränkung: Ihre Daten sollen nur noch aufbewahrt werden
letter-asked-objection = Widerspruch gegen Nutzungen Ihrer Daten
letter-asked-withdrawal = Widerruf Ihrer Einwilligung
letter-greeting = Guten Tag,
letter-close = Mit freundlichen Grüßen

# Abgelehnt.
letter-refused = Warum wir Ihrem Antrag nicht folgen
letter-refused-lead = Wir haben Ihren Antrag geprüft und werden nicht tätig. Den Grund teilen wir Ihnen hiermit mit ({ $article }):
letter-ground-unidentified = Aus Ihren Angaben lässt sich nicht feststellen, welche Daten Ihre sind ({ $article }).
letter-ground-unfounded = Der Antrag ist offenkundig unbegründet ({ $article }).
letter-ground-excessive = Der Antrag ist exzessiv, insbesondere weil er frühere wiederholt ({ $article }).
letter-ground-exempt = Das Gesetz sieht von diesem Recht eine Ausnahme vor, und sie gilt hier ({ $article }).
letter-more-unidentified = Wenn Sie uns mehr angeben, woran wir Sie erkennen können, sehen wir noch einmal nach.
letter-article-reasons = Art. 12 Abs. 4 { $law }
letter-article-unidentified = Art. 11 Abs. 2, Art. 12 Abs. 2 { $law }
letter-article-unfounded = Art. 12 Abs. 5 { $law }
letter-article-excessive = Art. 12 Abs. 5 { $law }
letter-article-exempt-access = Art. 15 Abs. 4, Art. 23 { $law }
letter-article-exempt-portability = Art. 20 Abs. 3 und 4, Art. 23 { $law }
letter-article-exempt-rectification = Art. 23 { $law }
letter-article-exempt-erasure = Art. 17 Abs. 3, Art. 23 { $law }
letter-article-exempt-restriction = Art. 23 { $law }
letter-article-exempt-objection = Art. 21 Abs. 1, Art. 23 { $law }

# Es dauert länger.
letter-extended = Warum es länger dauert
letter-extended-lead = Wir können Ihren Antrag nicht in der üblichen Zeit beantworten. Unsere Antwort haben Sie spätestens am { $day } ({ $article }).
letter-extended-reason = Der Grund:
letter-article-extended = Art. 12 Abs. 3 { $law }
letter-article-extended-uk = Art. 12A { $law }

letter-withdrawn = Sie haben Ihren Antrag zurückgenommen, und wir haben ihn geschlossen. Seinetwegen ist mit Ihren Daten nichts geschehen. Sie können jederzeit einen neuen stellen.

# Erledigt.
letter-done = Was wir getan haben
letter-late = Unsere Antwort hätten Sie bis zum { $day } haben sollen ({ $article }). Sie kommt zu spät; dafür bitten wir um Entschuldigung.
letter-none = Wir haben anhand aller Ihrer Angaben nach Daten über Sie gesucht und keine gefunden.
letter-none-own = Was wir von diesem und von früheren Anträgen von Ihnen aufbewahren, liegt diesem Brief als ZIP-Datei bei.
letter-none-portability = Mitnehmen können Sie, was Sie uns selbst mit Ihrer Einwilligung oder für einen Vertrag gegeben haben. Solche Daten haben wir von Ihnen nicht.
letter-erased = { $n ->
    [one] Wir haben { $rows } Datensatz über Sie gelöscht.
   *[other] Wir haben { $rows } Datensätze über Sie gelöscht.
}
letter-erased-nothing = Es gab nichts, was wir jetzt löschen könnten: Was wir haben, muss noch aufbewahrt werden oder betrifft auch andere.
letter-changed = { $n ->
    [one] { $rows } Datensatz muss bleiben oder betrifft auch andere: Was darin über Sie stand, haben wir herausgenommen.
   *[other] { $rows } Datensätze müssen bleiben oder betreffen auch andere: Was darin über Sie stand, haben wir herausgenommen.
}
letter-unknown = { $n ->
    [one] { $rows } weiterer Datensatz kann gelöscht worden sein; das ließ sich nicht mehr feststellen.
   *[other] { $rows } weitere Datensätze können gelöscht worden sein; das ließ sich nicht mehr feststellen.
}
letter-true = Danach haben wir die Daten noch einmal gelesen: Was zu löschen war, ist nicht mehr da.
letter-swept = Außerdem haben wir alle verzeichneten Datenbanken und Dateien nach Angaben durchsucht, an denen nur Sie zu erkennen waren, und keine gefunden.
letter-swept-versions = Außerdem haben wir alle verzeichneten Datenbanken und Dateien nach Angaben durchsucht, an denen nur Sie zu erkennen waren. Solche Angaben können nur noch in alten Fassungen von Dateien stehen, die wir noch nicht löschen können.
letter-swept-but = Außerdem haben wir alle verzeichneten Datenbanken und Dateien nach Angaben durchsucht, an denen nur Sie zu erkennen waren. Sie stehen nur noch in dem, was bleibt.
letter-swept-but-versions = Außerdem haben wir alle verzeichneten Datenbanken und Dateien nach Angaben durchsucht, an denen nur Sie zu erkennen waren. Sie stehen nur noch in dem, was bleibt, und in alten Fassungen von Dateien, die wir noch nicht löschen können.
letter-short = { $n ->
    [one] Nach { $rows } Angabe von weniger als fünf Zeichen, etwa einer kurzen Nummer, haben wir dabei nicht gesucht, denn sie fände sich überall.
   *[other] Nach { $rows } Angaben von weniger als fünf Zeichen, etwa kurzen Nummern, haben wir dabei nicht gesucht, denn sie fänden sich überall.
}
letter-files = Auch die übrigen Dateien an denselben Orten haben wir durchsucht, soweit sie Text sind.
letter-unread = { $n ->
    [one] { $rows } Datei ließ sich nicht durchsuchen, etwa weil sie eine Aufnahme oder ein Bild ist oder nicht geöffnet werden darf.
   *[other] { $rows } Dateien ließen sich nicht durchsuchen, etwa weil sie Aufnahmen oder Bilder sind oder nicht geöffnet werden dürfen.
}
letter-unread-inside = { $n ->
    [one] { $rows } Teil unserer Datenbanken ließ sich nicht durchsuchen. Dort können noch Angaben über Sie stehen.
   *[other] { $rows } Teile unserer Datenbanken ließen sich nicht durchsuchen. Dort können noch Angaben über Sie stehen.
}
letter-accepted = Als wir die Daten noch einmal gelesen haben, war etwas nicht wie geplant. Ein Mensch hat es sich angesehen und entschieden, dass es bleibt. Wenn Sie uns fragen, sagen wir Ihnen mehr dazu.
letter-corrected = { $n ->
    [one] Wir haben { $rows } Datensatz berichtigt.
   *[other] Wir haben { $rows } Datensätze berichtigt.
}
letter-corrected-true = Danach haben wir die Daten noch einmal gelesen: Sie sind so, wie Sie es verlangt haben.
letter-corrected-nothing = Wir haben die Daten angesehen, die wir über Sie haben. Was Sie berichtigt haben wollen, ist nicht darunter; deshalb haben wir nichts geändert.
letter-copy-access = Die Kopie Ihrer Daten liegt diesem Brief als ZIP-Datei bei. Öffnen Sie darin zuerst die Seite „index.html“: Sie sagt, was da ist, was fehlt und warum.
letter-copy-portability = Ihre Daten liegen diesem Brief als ZIP-Datei bei, in Formaten, die andere Programme lesen können. Öffnen Sie darin zuerst die Seite „index.html“: Sie sagt, was da ist, was fehlt und warum.
letter-chosen-restriction = Seit dem { $day } bewahren wir Ihre Daten nur noch auf; jede andere Nutzung wird verweigert. Bevor das endet, sagen wir es Ihnen ({ $article }).
letter-chosen-objection = Seit dem { $day } nutzen wir Ihre Daten nicht mehr zu den Zwecken, denen Sie widersprochen haben: { $purposes } ({ $article }).
letter-chosen-objection-all = Seit dem { $day } nutzen wir Ihre Daten zu keinem Zweck mehr, dem Sie widersprechen können ({ $article }).
letter-chosen-withdrawal = Seit dem { $day } gilt Ihre Einwilligung nicht mehr für: { $purposes }. Was bis dahin geschah, bleibt rechtmäßig ({ $article }).
letter-chosen-withdrawal-all = Seit dem { $day } gilt keine Ihrer Einwilligungen mehr. Was bis dahin geschah, bleibt rechtmäßig ({ $article }).
letter-chosen-gone = Wofür Sie sich mit diesem Antrag entschieden haben, gilt nicht mehr, oder ein späterer Antrag von Ihnen trat an seine Stelle.
letter-chosen-nobody = Wofür Sie sich entschieden haben, haben wir am { $day } vermerkt: Erreichen uns Daten, die wir Ihren Angaben zuordnen können, gilt es auch für diese. Wenn wir Sie unter einer anderen Adresse oder Nummer kennen könnten, sagen Sie es uns bitte.
letter-article-chosen-restriction = Art. 18 { $law }
letter-article-chosen-objection = Art. 21 { $law }
letter-article-chosen-withdrawal = Art. 7 Abs. 3 { $law }

# Was bleibt.
letter-stays = Was bleibt, und warum
letter-stays-lead = Das Folgende löschen wir noch nicht, weil es aufbewahrt werden muss:
letter-stays-caption = Daten, die noch aufbewahrt werden
letter-held = Einträge, die für Rechtsansprüche gebraucht werden
letter-held-why = Geltendmachung, Ausübung oder Verteidigung von Rechtsansprüchen (DSGVO, Art. 17 Abs. 3 Buchst. e)
letter-what = Was
letter-records = Datensätze
letter-until = Bis
letter-until-open = noch kein Tag bekannt
letter-why = Warum
letter-shared = { $n ->
    [one] { $rows } Datensatz betrifft auch andere Menschen und sagt nichts über Sie allein. Er bleibt.
   *[other] { $rows } Datensätze betreffen auch andere Menschen und sagen nichts über Sie allein. Sie bleiben.
}
letter-shared-recordings = { $n ->
    [one] { $rows } Aufnahme, auf der Sie zu hören sein können, bleibt, weil sie auch die anderen in dem Gespräch betrifft.
   *[other] { $rows } Aufnahmen, auf denen Sie zu hören sein können, bleiben, weil sie auch die anderen in den Gesprächen betreffen.
}
letter-backups = In Sicherungen und Protokollen kann Gelöschtes noch bis zum { $day } stehen. Dann ist es auch dort verschwunden.
letter-backups-open = In Sicherungen und Protokollen kann Gelöschtes noch stehen, bis sie überschrieben werden.
letter-traces = Im freien Platz der Dateien unserer Datenbanken können noch Spuren von Gelöschtem liegen, bis andere Daten darübergeschrieben werden.
letter-own-proof = Auch Ihre früheren Anträge bleiben noch einige Zeit, als Nachweis, wie wir sie beantwortet haben.
letter-own-chosen = Wofür Sie sich früher entschieden haben, etwa dass Sie Angeboten widersprechen, bewahren wir auf, solange wir uns daran halten müssen.
letter-own-marks = Kommen Ihre Daten noch einmal zu uns, wollen wir es bemerken. Dafür behalten wir bis zum { $day } ein verschlüsseltes Kennzeichen. Es sagt niemandem, wer Sie sind.
letter-own-request = Diesen Antrag und unsere Antwort bewahren wir bis zum { $day } auf, um sie nachweisen zu können ({ $article }).
letter-own-request-open = Diesen Antrag und unsere Antwort bewahren wir nach der Antwort noch { $period } auf, um sie nachweisen zu können ({ $article }).
letter-article-proof = Art. 5 Abs. 2 { $law }

# Wer sonst davon erfährt.
letter-recipients = Wer sonst davon erfährt
letter-recipients-told = Diese Empfänger Ihrer Daten wurden benachrichtigt ({ $article }):
letter-recipients-untold = Diese Empfänger Ihrer Daten werden noch benachrichtigt ({ $article }):
letter-article-recipients = Art. 19 { $law }

# Wer nicht einverstanden ist.
letter-complaint = Wenn Sie nicht einverstanden sind
letter-complaint-us = Sie können uns schreiben, dann sieht es sich ein Mensch noch einmal an:
letter-complaint-authority = Sie können sich bei der Aufsichtsbehörde beschweren ({ $article }).
letter-complaint-list = Die Anschriften aller Behörden der Europäischen Union und des Europäischen Wirtschaftsraums:
letter-court-eea = Sie können auch klagen: dort, wo wir niedergelassen sind, oder dort, wo Sie leben ({ $article }).
letter-court = Sie können auch klagen ({ $article }).
letter-article-court = Art. 79 { $law }

# Um den Brief herum, für die, die Anträge bearbeiten.
letter-page = Brief an die Person
letter-page-text = In der Sprache der Person. Abide verschickt nichts: Drucken Sie ihn, oder laden Sie ihn herunter und schicken Sie ihn selbst.
letter-page-days = Was Sie zur Ablehnung geschrieben haben, bleibt 30 Tage nach dem Schließen, damit der Brief ausgehändigt werden kann.
letter-gone = Was Sie zur Ablehnung geschrieben hatten, blieb 30 Tage und ist gelöscht. Den Brief gibt es nicht mehr.
letter-show = Brief lesen
letter-name = Name und Anschrift
letter-name-help = Sie stehen nur im Brief und werden nicht gespeichert.
letter-name-do = In den Brief setzen
letter-why-late = Warum die Antwort zu spät kommt
letter-why-late-help = Die Person sollte den Grund erfahren. Er steht im Brief allein und wird nicht gespeichert.
letter-download = Als Seite herunterladen (HTML)
letter-preview = Vorschau des Briefs
letter-preview-text = Es ist noch nichts geschehen. Das bekommt die Person, wenn Sie den Antrag ablehnen.
letter-preview-extension = Es ist noch nichts geschehen. Das bekommt die Person, wenn Sie die Frist verlängern. Das erlaubt das Gesetz einmal.
letter-preview-do = Brief vorher ansehen
requests-duty-told = Noch zu benachrichtigen, was geschah: { $names }
requests-duty-told-more = Noch zu benachrichtigen, was geschah: { $names } und { $n } weitere
requests-duty-open = offen
