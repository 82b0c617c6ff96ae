# Comment s’écrivent les dates, les durées et les énumérations, et les mots du cadre qui entoure chaque page.
# Les formats suivent le CLDR d’Unicode. Les noms entre accolades sont remplis par le programme ; ne pas les changer.

date = { $day ->
    [1] 1er
   *[other] { $day }
} { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
} { $year }

period-hour = { $n ->
    [one] { $n } heure
    [many] { $n } d’heures
   *[other] { $n } heures
}
period-day = { $n ->
    [one] { $n } jour
    [many] { $n } de jours
   *[other] { $n } jours
}
period-week = { $n ->
    [one] { $n } semaine
    [many] { $n } de semaines
   *[other] { $n } semaines
}
period-month = { $n ->
    [one] { $n } mois
    [many] { $n } de mois
   *[other] { $n } mois
}
period-year = { $n ->
    [one] { $n } an
    [many] { $n } d’ans
   *[other] { $n } ans
}

list-and = { $start } et { $last }
list-and-i = { $start } et { $last }
part-of = { $part } ({ $of })
place-by = { $place } ({ $name })
place-in = { $place }, { $country }
yes = oui
no = non

frame-skip = Aller au texte
frame-crumbs = Vous êtes ici
frame-languages = Langue
frame-contents = Sur cette page
frame-nav = En savoir plus sur la protection de vos données
frame-formats = Autres formats :
frame-markdown = Markdown
frame-csv = CSV
frame-footer = Produit à partir de la version { $version } de la politique, empreinte { $hash }.

nav-cookies = Cookies
nav-sub-processors = Sous-traitants ultérieurs
nav-record = Registre des traitements
nav-archive = Toutes les versions
nav-try = Essayer une politique
nav-find = Trouver des données personnelles

# Sizes of files.
size-byte = { $n } o
size-kilo = { $n } ko
size-mega = { $n } Mo
size-giga = { $n } Go
