# Die eigenen Seiten des Servers: die Seite, die Eingefügtes beurteilt, und die Antworten, die sagen, warum es keine Seite gibt.

# Die Seite, die erklärt und beurteilt.
try = Eine Datenschutzerklärung erklären und beurteilen
try-description = Fügen Sie eine Kurzfassung, eine P3P-Kopfzeile oder eine Erklärungsdatei ein: Sie wird erklärt, geprüft und so beurteilt, wie Browser es tun.
try-lead = Fügen Sie eine Kurzfassung, eine P3P-Kopfzeile, eine P3P-Erklärung in XML oder eine Erklärungsdatei ein. Sie wird Wort für Wort erklärt, geprüft und so beurteilt, wie Browser es tun. Nichts davon wird gespeichert oder protokolliert.
try-label = Erklärung
try-help = Was der Browser oder ein Editor Ihnen zeigt, genügt, mit oder ohne Anführungszeichen.
try-button = Erklären und beurteilen
try-preview = Als Seite zeigen
try-examples = Oder nehmen Sie eine von diesen:
try-example-marketing = ein Laden, der seinen Kunden schreibt
try-example-careful = ein Laden, der vorher fragt
try-example-header = eine Kopfzeile mit Fehlern

# Was eingefügt wurde.
try-kind-compact = Das ist eine Kurzfassung.
try-kind-p3p = Das ist P3P in XML.
try-kind-policy = Das ist eine Erklärungsdatei.
try-kind-site = Das ist eine Site-Datei: Sie sagt, wo die Erklärungen liegen, und enthält selbst keine.
try-empty = Es wurde nichts eingefügt. Ein Browser sähe darin keine Erklärung.

# Was gefunden wurde.
try-found = Was gefunden wurde
try-found-none = Es wurde kein Fehler gefunden.
try-found-errors = { $n ->
    [one] { $n } Fehler: Die Erklärung würde nicht veröffentlicht.
   *[other] { $n } Fehler: Die Erklärung würde nicht veröffentlicht.
}
try-found-warnings = { $n ->
    [one] { $n } Warnung: Sie verhindert die Veröffentlichung nicht.
   *[other] { $n } Warnungen: Sie verhindern die Veröffentlichung nicht.
}
try-found-more = { $n ->
    [one] { $n } weiterer Befund wird nicht gezeigt.
   *[other] { $n } weitere Befunde werden nicht gezeigt.
}
try-severity-error = Fehler
try-severity-warning = Warnung
try-severity-acknowledged = quittiert
try-line = Zeile { $line }, Spalte { $column }
try-whole = der ganze Text

# Was daraus folgt.
try-compact = Die Kurzfassung
try-compact-of = Die Kurzfassung von „{ $name }“
try-compact-derived = Kurz gefasst, für Browser:

# Antworten ohne Seite.
refusal-instead = Was es gibt:
refusal-not-found-title = Hier ist keine Seite
refusal-not-found-text = Vielleicht ist die Adresse falsch geschrieben, oder die Seite heißt jetzt anders. Veröffentlichte Fassungen verschwinden nie: Sehen Sie unter „Alle Fassungen“ nach.
refusal-method-title = Diese Seite kann man nur lesen
refusal-method-text = Was gesendet wurde, ist unter dieser Adresse nicht möglich.
refusal-not-acceptable-title = In keiner Sprache, die Sie annehmen
refusal-not-acceptable-text = Ihr Browser lehnt jede Sprache ab, in der es diese Seite gibt. Sie können trotzdem eine wählen:
refusal-timeout-title = Das hat zu lange gedauert
refusal-timeout-text = Die Anfrage ist nicht rechtzeitig angekommen. Bitte senden Sie sie noch einmal.
refusal-too-large-title = Das ist zu lang
refusal-too-large-text = Von einer Erklärung werden höchstens 256 Kilobyte gelesen, von einem Text, in dem personenbezogene Daten gesucht werden, höchstens ein Megabyte. Vielleicht wurde etwas anderes gesendet.
refusal-media-type-title = Dieses Format wird hier nicht gelesen
refusal-media-type-text = Die Anfrage muss ein Formular sein, oder JSON, wo die Schnittstelle für Programme es verlangt.
refusal-no-text-title = Diese Datei enthält keinen Text
refusal-no-text-text = Sie ist gepackt oder in einem Format, das hier nicht gelesen wird. Speichern Sie eine Kalkulationstabelle als CSV, ein Dokument als reinen Text, und senden Sie das.
refusal-input-title = Es fehlt etwas
refusal-input-text = Die Anfrage war lesbar, aber ein Teil fehlt oder ist nicht verwendbar.
refusal-bad-request-title = Diese Anfrage ist nicht lesbar
refusal-bad-request-text = Sie ist nicht das, was unter dieser Adresse erwartet wird.
refusal-internal-title = Bei uns ist etwas schiefgegangen
refusal-internal-text = Es ist vermerkt, und Sie haben nichts falsch gemacht. Bitte versuchen Sie es später noch einmal.
