# Slovné spojenia, ktoré vypĺňajú medzery v správach o problémoch. Názov každého je jeho anglické znenie.

problem-did-you-mean = nemali ste na mysli `{ $fix }`?

## Čo je uvedené dvakrát alebo na čo sa odkazuje
phrase-statement = vyhlásenie
phrase-region = región
phrase-sub-processor = ďalší sprostredkovateľ
phrase-dispute = riešenie sporu
phrase-data = údajový prvok
phrase-policy = zásady
phrase-version = verzia
phrase-cookie = súbor cookie

## Tabuľky
phrase-the-policy-file = súbor so zásadami
phrase-the-site-file = súbor webu
phrase-a-contact = kontakt
phrase-a-data-entry = údajová položka
phrase-a-purpose = účel
phrase-a-recipient = príjemca
phrase-a-holiday = sviatok

## Druhy slov
phrase-kind-of-access = druh prístupu
phrase-purpose = účel
phrase-recipient = príjemca
phrase-kind-of-retention = druh uchovávania
phrase-category = kategória
phrase-remedy = náprava
phrase-kind-of-dispute-resolution = spôsob riešenia sporu
phrase-choice = možnosť voľby
phrase-lawful-basis = právny základ
phrase-role = úloha
phrase-kind-of-storage = druh úložiska
phrase-kind-of-person = druh dotknutých osôb
phrase-source = zdroj
phrase-start-of-a-period = začiatok lehoty
phrase-transfer-ground = základ prenosu
phrase-ground-for-special-categories = základ pre osobitné kategórie
phrase-language = jazyk

## Čo má hodnota byť a čo je
phrase-a-line-of-text = riadok textu
phrase-a-name = názov
phrase-a-web-address = webová adresa
phrase-an-e-mail-address = e-mailová adresa
phrase-a-telephone-number = telefónne číslo
phrase-a-country-code = kód krajiny
phrase-the-code-of-a-region = kód regiónu
phrase-a-period = lehota
phrase-a-data-element = údajový prvok
phrase-a-cookie-name = názov súboru cookie
phrase-a-path = cesta
phrase-a-domain = doména
phrase-a-file-name = názov súboru
phrase-a-contact-address = kontaktná adresa
phrase-a-diagnostic-code = kód problému
phrase-a-text = text
phrase-true-or-false = `true` alebo `false`
phrase-a-whole-number = celé číslo
phrase-a-date-without-quotes-such-as-2026-12-01 = dátum bez úvodzoviek, napríklad 2026-12-01
phrase-a-date-without-time-such-as-2026-12-01 = dátum bez času, napríklad 2026-12-01
phrase-a-text-or-a-table-of-languages-such-as-de-en = text alebo tabuľka jazykov, napríklad {"{"} de = "…", en = "…" {"}"}
phrase-a-list-in-brackets-such-as = zoznam v hranatých zátvorkách, napríklad ["…", "…"]
phrase-a-table-such-as-key = tabuľka, napríklad {"{"} key = "…" {"}"}
phrase-string = textový reťazec
phrase-integer = celé číslo
phrase-float = desatinné číslo
phrase-boolean = `true` alebo `false`
phrase-datetime = dátum
phrase-array = zoznam
phrase-table = tabuľka

## Ako hodnotu napísať
phrase-use-lower-case-letters-digits-dots-and-hyphens-at-most-64-starting-with-a-letter-or-digit = použite malé písmená, číslice, bodky a spojovníky, najviac 64 znakov, na začiatku písmeno alebo číslicu
phrase-write-it-whole-such-as-https-www-example-com-privacy = napíšte ju celú, napríklad `https://www.example.com/privacy`
phrase-write-the-two-capital-letters-of-iso-3166-such-as-de = napíšte dve veľké písmená podľa ISO 3166, napríklad `DE`
phrase-write-it-as-iso-3166-2-does-without-the-country-such-as-by-of-de-by = napíšte ho ako ISO 3166-2, bez krajiny, napríklad `BY` z `DE-BY`
phrase-write-a-number-from-1-to-1000-and-a-unit-such-as-30-days-6-months-10-years = napíšte číslo od 1 do 1000 a jednotku, napríklad `30 days`, `6 months`, `10 years`
phrase-write-it-as-privacy-example-com = napíšte ju v tvare `privacy@example.com`
phrase-write-digits-spaces-hyphens-and-a-leading = napíšte číslice, medzery, spojovníky a na začiatku `+`
phrase-it-cannot-hold-spaces-quotes-or = nesmie obsahovať medzery, úvodzovky, `=`, `;` ani `,`
phrase-write-it-as-shop-without-spaces-and-quotes = napíšte ju v tvare `/shop/*`, bez medzier a úvodzoviek
phrase-write-it-as-www-example-com-or-example-com = napíšte ju v tvare `www.example.com` alebo `*.example.com`
phrase-name-a-file-below-the-site-s-folder-without = uveďte súbor v priečinku webu, bez `..`
phrase-write-mailto-tel-or-https = napíšte `mailto:…`, `tel:…` alebo `https://…`
phrase-see-abide-explain-list = pozrite `abide explain --list`

## Fakty
phrase-a-law = zákon
phrase-a-business-practice = prax organizácie
phrase-history = história
phrase-nothing-may-stay-beyond-one-interaction = po jednej interakcii nesmie nič zostať
phrase-a-period-is-an-end = lehota znamená koniec
phrase-it-is-an-error = ide o chybu
phrase-denies = popiera
phrase-mentions = spomína
phrase-marketing = marketing
phrase-passing-data-to-others = odovzdávanie údajov iným
phrase-the-statements-declare-it = vyhlásenia to uvádzajú
phrase-no-statement-declares-it = žiadne vyhlásenie to neuvádza
phrase-the-statements-name-other-recipients = vyhlásenia uvádzajú iných príjemcov
phrase-cookies = súbory cookie
phrase-flash-objects = objekty Flash
phrase-web-storage = webové úložisko
phrase-an-indexeddb-database = databáza IndexedDB
phrase-the-european-economic-area = Európsky hospodársky priestor
phrase-the-united-kingdom = Spojené kráľovstvo
phrase-switzerland = Švajčiarsko
phrase-the-policy = zásady

phrase-write-one-line = napíšte jeden riadok
phrase-write-letters-digits-and-hyphens-joined-by-dots = napíšte písmená, číslice a spojovníky spojené bodkami
phrase-has-a-namespace-name-too-long = príliš dlhý názov menného priestoru
phrase-has-an-element-with-too-many-attributes = príliš veľa atribútov v jednom prvku
phrase-has-too-many-elements = príliš veľa prvkov
phrase-nests-elements-too-deeply = príliš hlboko vnorené prvky
phrase-defines-too-many-data-elements = príliš veľa definovaných údajových prvkov
phrase-lies-outside-the-site-s-folder = leží mimo priečinka webu
phrase-is-not-a-file = nie je súbor
phrase-does-not-exist = neexistuje

## Data maps
phrase-column = stĺpec
phrase-store = úložisko údajov
phrase-the-map-file = mapa údajov
phrase-the-map = mapa
phrase-kind-of-store = druh úložiska údajov
phrase-kind-of-edge = druh hrany
phrase-kind-of-erasure = druh vymazania
phrase-treatment-of-a-column = zaobchádzanie so stĺpcom
phrase-fact-about-a-person = údaj o človeku
phrase-the-name-of-a-table-or-column = názov tabuľky alebo stĺpca
phrase-the-name-of-an-environment-variable = názov premennej prostredia
phrase-write-it-as-the-store-spells-it-in-at-most-200-characters = napíšte ho ako v úložisku, najviac 200 znakov
phrase-write-letters-digits-and-such-as-abide-centre = napíšte písmená, číslice a `_`, napríklad `ABIDE_CENTRE`
