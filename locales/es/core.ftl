# Cómo se escriben las fechas, los plazos y las enumeraciones, y las palabras del marco de cada página.

date = { $day } de { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
} de { $year }

period-hour = { $n ->
    [one] { $n } hora
    [many] { $n } de horas
   *[other] { $n } horas
}
period-day = { $n ->
    [one] { $n } día
    [many] { $n } de días
   *[other] { $n } días
}
period-week = { $n ->
    [one] { $n } semana
    [many] { $n } de semanas
   *[other] { $n } semanas
}
period-month = { $n ->
    [one] { $n } mes
    [many] { $n } de meses
   *[other] { $n } meses
}
period-year = { $n ->
    [one] { $n } año
    [many] { $n } de años
   *[other] { $n } años
}

list-and = { $start } y { $last }
# Ante el sonido de i.
list-and-i = { $start } e { $last }
part-of = { $part } ({ $of })
place-by = { $place } ({ $name })
place-in = { $place }, { $country }
yes = sí
no = no

frame-skip = Saltar al texto
frame-crumbs = Dónde está
frame-languages = Idioma
frame-contents = En esta página
frame-nav = Más sobre su privacidad
frame-formats = También disponible como:
frame-markdown = Markdown
frame-csv = CSV
frame-footer = Generado a partir de la versión { $version } de la política, huella { $hash }.

nav-cookies = Cookies
nav-sub-processors = Subencargados
nav-record = Registro de las actividades de tratamiento
nav-archive = Todas las versiones
nav-try = Probar una política
nav-find = Encontrar datos personales

# Sizes of files.
size-byte = { $n } B
size-kilo = { $n } kB
size-mega = { $n } MB
size-giga = { $n } GB
