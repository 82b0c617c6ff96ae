# Was Menschen bekommen, die ihre Daten verlangen: die Seite im Archiv und Wörter in seinen Dateien. Angesprochen wird die Person.

export-title = Ihre Daten
export-title-portability = Ihre Daten zum Mitnehmen
export-lead = Das sind die Daten, die { $name } über Sie gespeichert hat, Stand { $date }. Diese Seite erklärt, was sie bedeuten; die Daten selbst liegen in den Dateien daneben.
export-lead-portability = Das sind die Daten, die Sie { $name } gegeben haben, Stand { $date }, in Formaten, die andere Programme lesen können. Sie dürfen sie weitergeben, an wen Sie wollen.
export-data = Was hier liegt
export-none = Es wurden keine Daten über Sie gefunden.
export-caption = { $count ->
    [one] Ein Datensatz über Sie
   *[other] { $count } Datensätze über Sie
}
export-what = Was
export-records = Datensätze
export-until = Gespeichert bis
export-files = Dateien
export-conversations = { $count ->
    [one] Ein Gespräch liegt im Ordner „conversations“.
   *[other] { $count } Gespräche liegen im Ordner „conversations“.
}
export-recordings = { $count ->
    [one] Eine Aufnahme liegt im Ordner „recordings“.
   *[other] { $count } Aufnahmen liegen im Ordner „recordings“.
}
export-overdue = { $count ->
    [one] Bei einem Datensatz ist der Tag, bis zu dem er gespeichert werden soll, schon vorbei. Fragen Sie uns, warum es ihn noch gibt.
   *[other] Bei { $count } Datensätzen ist der Tag, bis zu dem sie gespeichert werden sollen, schon vorbei. Fragen Sie uns, warum es sie noch gibt.
}
export-left-out = Was fehlt, und warum
export-left-out-none = Es wurde nichts weggelassen.
export-left-out-lead = Eine Kopie Ihrer Daten darf die Rechte anderer nicht beeinträchtigen. Darum fehlt das Folgende, oder es ließ sich nicht beilegen:
export-left-out-values = { $count ->
    [one] Ein Wert, der jemand anderen betrifft oder betreffen kann. An seiner Stelle steht „[betrifft eine andere Person]“.
   *[other] { $count } Werte, die jemand anderen betreffen oder betreffen können. An ihrer Stelle steht „[betrifft eine andere Person]“.
}
export-left-out-places = { $count ->
    [one] Name, Nummer oder Adresse einer anderen Person an einer Stelle in einem Text. Dort steht „[…]“.
   *[other] Namen, Nummern und Adressen anderer Personen an { $count } Stellen in Texten. Dort steht „[…]“.
}
export-left-out-recordings = { $count ->
    [one] Eine Aufnahme: In ihr ist auch jemand anderes zu hören, oder es gibt sie nicht mehr.
   *[other] { $count } Aufnahmen: In ihnen ist auch jemand anderes zu hören, oder es gibt sie nicht mehr.
}
export-left-out-conversations = { $count ->
    [one] Ein Gespräch, aus dem sich andere Personen nicht entfernen ließen.
   *[other] { $count } Gespräche, aus denen sich andere Personen nicht entfernen ließen.
}
export-left-out-records = { $count ->
    [one] Ein Datensatz, den Sie uns nicht selbst mit Ihrer Einwilligung oder für einen Vertrag gegeben haben. Sie bekommen ihn, wenn Sie eine Kopie aller Daten verlangen.
   *[other] { $count } Datensätze, die Sie uns nicht selbst mit Ihrer Einwilligung oder für einen Vertrag gegeben haben. Sie bekommen sie, wenn Sie eine Kopie aller Daten verlangen.
}
export-left-out-ask = Wenn Sie meinen, dass Ihnen etwas fehlt, was Ihnen zusteht, sagen Sie es uns: Ein Mensch sieht es sich an.
export-how = Wie man die Dateien liest
export-how-csv = Für Menschen: Ein Tabellenprogramm öffnet sie. Vor einem Text, den ein solches Programm für eine Formel hielte, steht ein Apostroph. Zwischen den Werten steht, was Tabellenprogramme in Ihrer Sprache erwarten.
export-how-json = Für Programme: jeder Wert so, wie er gespeichert ist. Eine Datei daneben, die auf „.schema.json“ endet, beschreibt sie.
export-how-vcon = Gespräche in einem offenen Textformat, das Programme für Anrufe und Nachrichten lesen.
export-how-manifest = führt alle Dateien mit ihren Prüfsummen auf.
export-policy = Das Folgende steht in unserer geltenden Datenschutzerklärung ({ $version }), soweit es diese Daten betrifft. Vollständig finden Sie sie hier:
export-omitted = [betrifft eine andere Person]
export-kept-until = Gespeichert bis
export-own-lead = Um Ihre Anträge zu beantworten und das nachweisen zu können (Art. 5 Abs. 2, Art. 12 DSGVO), bewahren wir auf, was Sie beantragt haben, was daraus wurde und wofür Sie sich entschieden haben. Dass jemand gelöscht wurde, bewahren wir als Kennzeichen auf, das niemandem sagt, wer es war. Die Dateien mit der Endung „.schema.json“ sagen zu jeder Spalte, wozu sie dient und wie lange sie aufbewahrt wird.
export-own = Ihre Anträge an uns
export-own-caption = { $count ->
    [one] Ein Eintrag zu Ihren Anträgen
   *[other] { $count } Einträge zu Ihren Anträgen
}
export-seen = Woran Sie gearbeitet haben
export-seen-lead = Diese Datensätze handeln nicht von Ihnen. Sie haben sie geschrieben, daran gearbeitet oder dürfen sie bei Ihrer Arbeit sehen. Was darin über andere Menschen steht, gehört diesen und fehlt hier.
export-seen-caption = { $count ->
    [one] Ein Datensatz, den Sie sehen dürfen
   *[other] { $count } Datensätze, die Sie sehen dürfen
}
export-other = Weitere Daten
export-column-moment = Datum oder Zeitpunkt
export-column-duration = Dauer in Sekunden
export-column-link = Verweis auf einen Datensatz
export-column-key = Nummer des Datensatzes
export-column-truth = Ja oder nein
export-column-number = Zahl
export-column-detail = Angabe
export-own-requests = Was Sie von uns verlangt haben
export-own-asked = Antrag
export-own-received = Eingegangen
export-own-due = Zu beantworten bis
export-own-state = Stand
export-own-waits-you = Ihre Antwort
export-own-waits-us = uns
export-own-in-file = siehe { $name }
export-own-event-plan-made = Ein Plan wurde erstellt
export-own-event-step-done = Ein Schritt wurde ausgeführt
export-own-event-several-people = Mehrere Personen wurden gefunden
export-own-event-person-changed = Eine Zeile gehört inzwischen jemand anderem
export-own-event-cleaned = Ein Speicher wurde von gelöschten Zeilen bereinigt
export-own-event-hand-needed = Etwas muss von Hand erledigt werden
export-own-event-told = Ein Empfänger wurde benachrichtigt
export-own-event-not-told = Ein Empfänger wurde doch nicht benachrichtigt
export-own-event-corrected = Falsch Aufgenommenes wurde berichtigt
export-own-event-handed-out = Die Kopie wurde ausgehändigt
