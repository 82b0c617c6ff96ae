# Ako sa píšu dátumy, časové úseky a vymenovania, a slová rámu okolo každej stránky.

date = { $day }. { $month ->
    [1] januára
    [2] februára
    [3] marca
    [4] apríla
    [5] mája
    [6] júna
    [7] júla
    [8] augusta
    [9] septembra
    [10] októbra
    [11] novembra
   *[12] decembra
} { $year }

period-hour = { $n ->
    [one] { $n } hodina
    [few] { $n } hodiny
    [many] { $n } hodiny
   *[other] { $n } hodín
}
period-day = { $n ->
    [one] { $n } deň
    [few] { $n } dni
    [many] { $n } dňa
   *[other] { $n } dní
}
period-week = { $n ->
    [one] { $n } týždeň
    [few] { $n } týždne
    [many] { $n } týždňa
   *[other] { $n } týždňov
}
period-month = { $n ->
    [one] { $n } mesiac
    [few] { $n } mesiace
    [many] { $n } mesiaca
   *[other] { $n } mesiacov
}
period-year = { $n ->
    [one] { $n } rok
    [few] { $n } roky
    [many] { $n } roka
   *[other] { $n } rokov
}

list-and = { $start } a { $last }
list-and-i = { $start } a { $last }
part-of = { $part } ({ $of })
place-by = { $place } ({ $name })
place-in = { $place }, { $country }
yes = áno
no = nie

frame-skip = Prejsť na text
frame-crumbs = Kde ste
frame-languages = Jazyk
frame-contents = Na tejto stránke
frame-nav = Viac o ochrane vášho súkromia
frame-formats = Dostupné aj ako:
frame-markdown = Markdown
frame-csv = CSV
frame-footer = Vytvorené z verzie zásad { $version }, odtlačok { $hash }.

nav-cookies = Súbory cookie
nav-sub-processors = Ďalší sprostredkovatelia
nav-record = Záznamy o spracúvaní
nav-archive = Všetky verzie
nav-try = Vyskúšať zásady
nav-find = Nájsť osobné údaje

# Sizes of files.
size-byte = { $n } B
size-kilo = { $n } kB
size-mega = { $n } MB
size-giga = { $n } GB
