# How dates, lengths of time and lists are written, and the words of the frame around every page.
# Formats follow the Unicode CLDR. Names in braces are filled in; keep them.

date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }

# Lengths of time, in the case in which they stand alone.
period-hour = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
period-day = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
period-week = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
}
period-month = { $n ->
    [one] { $n } month
   *[other] { $n } months
}
period-year = { $n ->
    [one] { $n } year
   *[other] { $n } years
}

# $start holds all but the last, joined by commas.
list-and = { $start } and { $last }
# Spanish only: before the sound of i.
list-and-i = { $start } and { $last }
# Joins a name and what it belongs to: "street (home address)".
part-of = { $part } ({ $of })
# A place and its country: "Frankfurt, Germany".
place-by = { $place } ({ $name })
place-in = { $place }, { $country }
yes = yes
no = no

frame-skip = Skip to the text
frame-crumbs = Where you are
frame-languages = Language
frame-contents = On this page
frame-nav = More about your privacy
frame-formats = Also available as:
frame-markdown = Markdown
frame-csv = CSV
frame-footer = Made from version { $version } of the policy, fingerprint { $hash }.

nav-cookies = Cookies
nav-sub-processors = Sub-processors
nav-record = Record of processing
nav-archive = All versions
nav-try = Try a policy
nav-find = Find personal data

# Sizes of files.
size-byte = { $n } B
size-kilo = { $n } kB
size-mega = { $n } MB
size-giga = { $n } GB
