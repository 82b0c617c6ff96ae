# Expresiones que llenan los huecos de los mensajes de problemas. El nombre de cada una es su texto inglés.

problem-did-you-mean = ¿quería decir `{ $fix }`?

## Lo que aparece dos veces o a lo que se hace referencia
phrase-statement = declaración
phrase-region = región
phrase-sub-processor = subencargado
phrase-dispute = conflicto
phrase-data = elemento de datos
phrase-policy = política
phrase-version = versión
phrase-cookie = cookie

## Tablas
phrase-the-policy-file = el archivo de política
phrase-the-site-file = el archivo de sitio
phrase-a-contact = un contacto
phrase-a-data-entry = una entrada de datos
phrase-a-purpose = una finalidad
phrase-a-recipient = un destinatario
phrase-a-holiday = un día festivo

## Clases de palabras
phrase-kind-of-access = tipo de acceso
phrase-purpose = finalidad
phrase-recipient = destinatario
phrase-kind-of-retention = tipo de conservación
phrase-category = categoría
phrase-remedy = reparación
phrase-kind-of-dispute-resolution = vía de resolución de conflictos
phrase-choice = elección
phrase-lawful-basis = base jurídica
phrase-role = función
phrase-kind-of-storage = tipo de almacenamiento
phrase-kind-of-person = tipo de persona
phrase-source = procedencia
phrase-start-of-a-period = inicio de un plazo
phrase-transfer-ground = fundamento de una transferencia
phrase-ground-for-special-categories = fundamento para categorías especiales
phrase-language = idioma

## Qué debe ser un valor y qué es
phrase-a-line-of-text = una línea de texto
phrase-a-name = un nombre
phrase-a-web-address = una dirección web
phrase-an-e-mail-address = una dirección de correo electrónico
phrase-a-telephone-number = un número de teléfono
phrase-a-country-code = un código de país
phrase-the-code-of-a-region = el código de una región
phrase-a-period = un plazo
phrase-a-data-element = un elemento de datos
phrase-a-cookie-name = un nombre de cookie
phrase-a-path = una ruta
phrase-a-domain = un dominio
phrase-a-file-name = un nombre de archivo
phrase-a-contact-address = una dirección de contacto
phrase-a-diagnostic-code = el código de un problema
phrase-a-text = un texto
phrase-true-or-false = `true` o `false`
phrase-a-whole-number = un número entero
phrase-a-date-without-quotes-such-as-2026-12-01 = una fecha sin comillas, como 2026-12-01
phrase-a-date-without-time-such-as-2026-12-01 = una fecha sin hora, como 2026-12-01
phrase-a-text-or-a-table-of-languages-such-as-de-en = un texto o una tabla de idiomas, como {"{"} de = "…", en = "…" {"}"}
phrase-a-list-in-brackets-such-as = una lista entre corchetes, como ["…", "…"]
phrase-a-table-such-as-key = una tabla, como {"{"} key = "…" {"}"}
phrase-string = una cadena de texto
phrase-integer = un número entero
phrase-float = un número decimal
phrase-boolean = `true` o `false`
phrase-datetime = una fecha
phrase-array = una lista
phrase-table = una tabla

## Cómo escribir un valor
phrase-use-lower-case-letters-digits-dots-and-hyphens-at-most-64-starting-with-a-letter-or-digit = use letras minúsculas, cifras, puntos y guiones, 64 como máximo, empezando por una letra o una cifra
phrase-write-it-whole-such-as-https-www-example-com-privacy = escriba la dirección completa, como `https://www.example.com/privacy`
phrase-write-the-two-capital-letters-of-iso-3166-such-as-de = escriba las dos letras mayúsculas de ISO 3166, como `DE`
phrase-write-it-as-iso-3166-2-does-without-the-country-such-as-by-of-de-by = escríbalo como ISO 3166-2, sin el país, por ejemplo `BY` de `DE-BY`
phrase-write-a-number-from-1-to-1000-and-a-unit-such-as-30-days-6-months-10-years = escriba un número del 1 al 1000 y una unidad, como `30 days`, `6 months`, `10 years`
phrase-write-it-as-privacy-example-com = escriba algo como `privacy@example.com`
phrase-write-digits-spaces-hyphens-and-a-leading = escriba cifras, espacios, guiones y un `+` al principio
phrase-it-cannot-hold-spaces-quotes-or = no puede contener espacios, comillas, `=`, `;` ni `,`
phrase-write-it-as-shop-without-spaces-and-quotes = escriba algo como `/shop/*`, sin espacios ni comillas
phrase-write-it-as-www-example-com-or-example-com = escriba algo como `www.example.com` o `*.example.com`
phrase-name-a-file-below-the-site-s-folder-without = indique un archivo dentro de la carpeta del sitio, sin `..`
phrase-write-mailto-tel-or-https = escriba `mailto:…`, `tel:…` o `https://…`
phrase-see-abide-explain-list = consulte `abide explain --list`

## Hechos
phrase-a-law = una ley
phrase-a-business-practice = una práctica de la empresa
phrase-history = fines históricos
phrase-nothing-may-stay-beyond-one-interaction = nada puede permanecer más allá de una interacción
phrase-a-period-is-an-end = un plazo es un final
phrase-it-is-an-error = es un error
phrase-denies = niega
phrase-mentions = menciona
phrase-marketing = la publicidad
phrase-passing-data-to-others = la comunicación de datos a terceros
phrase-the-statements-declare-it = las declaraciones la incluyen
phrase-no-statement-declares-it = ninguna declaración la incluye
phrase-the-statements-name-other-recipients = las declaraciones nombran otros destinatarios
phrase-cookies = cookies
phrase-flash-objects = objetos Flash
phrase-web-storage = almacenamiento web
phrase-an-indexeddb-database = una base de datos IndexedDB
phrase-the-european-economic-area = el Espacio Económico Europeo
phrase-the-united-kingdom = el Reino Unido
phrase-switzerland = Suiza
phrase-the-policy = la política

phrase-write-one-line = escriba una sola línea
phrase-write-letters-digits-and-hyphens-joined-by-dots = escriba letras, cifras y guiones, unidos por puntos
phrase-has-a-namespace-name-too-long = tiene un nombre de espacio de nombres demasiado largo
phrase-has-an-element-with-too-many-attributes = tiene un elemento con demasiados atributos
phrase-has-too-many-elements = tiene demasiados elementos
phrase-nests-elements-too-deeply = anida los elementos a demasiada profundidad
phrase-defines-too-many-data-elements = define demasiados elementos de datos
phrase-lies-outside-the-site-s-folder = está fuera de la carpeta del sitio
phrase-is-not-a-file = no es un archivo
phrase-does-not-exist = no existe

## Data maps
phrase-column = columna
phrase-store = almacén
phrase-the-map-file = el mapa de datos
phrase-the-map = el mapa
phrase-kind-of-store = clase de almacén
phrase-kind-of-edge = clase de relación
phrase-kind-of-erasure = clase de supresión
phrase-treatment-of-a-column = tratamiento de una columna
phrase-fact-about-a-person = dato sobre una persona
phrase-the-name-of-a-table-or-column = el nombre de una tabla o columna
phrase-the-name-of-an-environment-variable = el nombre de una variable de entorno
phrase-write-it-as-the-store-spells-it-in-at-most-200-characters = escríbalo como el almacén, con 200 caracteres como máximo
phrase-write-letters-digits-and-such-as-abide-centre = escriba letras, cifras y `_`, como `ABIDE_CENTRE`
