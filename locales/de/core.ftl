# Wie Tage, Zeiträume und Aufzählungen geschrieben werden, und die Worte des Rahmens um jede Seite.

date = { $day }. { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
} { $year }

period-hour = { $n ->
    [one] { $n } Stunde
   *[other] { $n } Stunden
}
period-day = { $n ->
    [one] { $n } Tag
   *[other] { $n } Tage
}
period-week = { $n ->
    [one] { $n } Woche
   *[other] { $n } Wochen
}
period-month = { $n ->
    [one] { $n } Monat
   *[other] { $n } Monate
}
period-year = { $n ->
    [one] { $n } Jahr
   *[other] { $n } Jahre
}

list-and = { $start } und { $last }
list-and-i = { $start } und { $last }
part-of = { $part } ({ $of })
place-by = { $place } ({ $name })
place-in = { $place }, { $country }
yes = ja
no = nein

frame-skip = Zum Text springen
frame-crumbs = Wo Sie sind
frame-languages = Sprache
frame-contents = Auf dieser Seite
frame-nav = Mehr zu Ihrem Datenschutz
frame-formats = Auch verfügbar als:
frame-markdown = Markdown
frame-csv = CSV
frame-footer = Erstellt aus Fassung { $version } der Erklärung, Prüfsumme { $hash }.

nav-cookies = Cookies
nav-sub-processors = Unterauftragsverarbeiter
nav-record = Verarbeitungsverzeichnis
nav-archive = Alle Fassungen
nav-try = Eine Erklärung ausprobieren
nav-find = Personenbezogene Daten finden

# Sizes of files.
size-byte = { $n } B
size-kilo = { $n } kB
size-mega = { $n } MB
size-giga = { $n } GB
