# Čo hľadá osobné údaje: stránka, na ktorej sa vložený text označí, názvy nálezov a dôvody, ktoré za nimi stoja.

# Stránka.
find = Nájsť osobné údaje v texte
find-description = Vložte list, tabuľku alebo hovor: osobné údaje sa v nich označia, každý s dôvodmi a s kategóriou, ktorú preň musia zásady uviesť.
find-lead = Vložte list, záznam, tabuľku alebo hovor, alebo vyberte súbor. Označí sa všetko, čo poukazuje na ľudí, s dôvodmi každého nálezu a s kategóriou, ktorú musia zásady uviesť. Nič z toho sa neukladá ani nezaznamenáva.
find-label = Text
find-help = Obyčajný text, CSV, JSON, vCon, WebVTT alebo e-mailová správa, najviac jeden megabajt.
find-file = Alebo súbor
find-sure = Zobraziť nálezy, ktoré sú
find-sure-doubtful = aspoň mysliteľné
find-sure-possible = aspoň možné
find-sure-strong = takmer isté
find-button = Nájsť osobné údaje
find-examples = Alebo si vyberte jednu z ukážok:
find-example-letter = list
find-example-table = tabuľka
find-example-call = hovor
find-sample-letter =
    Vážená pani Zelenková,

    ďakujeme za váš telefonát zo dňa 14. 3. 2026. Zapísali sme si vaše nové číslo, telefón +44 20 7946 0958, a odteraz vám
    budeme písať na adresu ludmila.zelenkova@example.org.
    Peniaze vrátime na IBAN SK31 1200 0000 1987 4263 7541; z karty 4111 1111 1111 1111 už nič nestiahneme.

    S pozdravom
find-sample-table =
    zákazník;telefón;e-mail;suma
    Ľudmila Zelenková;+44 20 7946 0958;ludmila@example.org;19,90
    Radoslav Hronček;+44 20 7946 0123;radoslav@example.net;240,00
    Božena Tichá;+44 20 7946 0417;;12,50
    Svetozár Vážny;+44 20 7946 0666;svetozar@example.com;8,00
    Drahomíra Kalná;+44 20 7946 0802;drahomira@example.org;77,25
find-sample-call =
    WEBVTT

    00:00.000 --> 00:04.000
    <v Podpora>Dobrý deň, zákaznícka podpora, ako vám pomôžem?

    00:04.000 --> 00:11.000
    <v Volajúca>Moje telefónne číslo je +44 20 7946 0958 a môj e-mail je ludmila@example.org.

# Čo sa našlo.
find-found = Čo sa našlo
find-empty = Nie je tu žiadny text.
find-none = Nenašlo sa nič, čo by poukazovalo na človeka.
find-some = { $n ->
    [one] Jeden nález.
    [few] { $kinds ->
        [one] { $n } nálezy jedného druhu.
       *[other] { $n } nálezy { $kinds } druhov.
    }
   *[other] { $kinds ->
        [one] { $n } nálezov jedného druhu.
       *[other] { $n } nálezov { $kinds } druhov.
    }
}
find-read-text = Prečítané ako obyčajný text.
find-read-csv = Prečítané ako tabuľka.
find-read-json = Prečítané ako JSON.
find-read-email = Prečítané ako e-mailová správa.
find-read-call = Prečítané ako hovor.
find-read-log = Prečítané ako záznam webového servera; čo je v adresách zakódované, je dekódované.
find-read-office = Prečítané ako časť kancelárskeho dokumentu.
find-left-out = Text sa zobrazuje len po prvých { $n } nálezov alebo pokiaľ sa zmestí na stránku. Súbor JSON Lines obsahuje všetky nálezy.
find-legend = Nájdené druhy
find-kind = Druh
find-count = Nálezy
find-category = V zásadách
find-jsonl = Uložiť nálezy ako JSON Lines
find-marked = Text s nálezmi
find-evidence = Dôvody
find-evidence-help = Vyberte nález v texte alebo tu a uvidíte, čo zaň hovorí.
find-back = Ukázať v texte
find-form = Forma
find-normal = Jednotný zápis
find-why = Prečo
find-declare = Vyhlásenie v zásadách musí uviesť: { $category }
find-place = Kde
find-line = riadok { $line }, stĺpec { $column }
find-column = Stĺpec { $n }
find-column-kind = { $n } % { $kind }
find-misses = { $n ->
    [one] Vyzeralo ako osobný údaj a neoznámilo sa: 1
   *[other] Vyzeralo ako osobné údaje a neoznámilo sa: { $n }
}
find-misses-more = { $n ->
    [one] { $n } ďalší prípad sa nezobrazuje.
    [few] { $n } ďalšie prípady sa nezobrazujú.
   *[other] { $n } ďalších prípadov sa nezobrazuje.
}
find-miss = vyzeralo ako: { $kind }. Neoznámilo sa, lebo { $why }.

# Aký istý je nález.
sure = { $words } ({ $n } %)
sure-certain = isté
sure-strong = takmer isté
sure-likely = pravdepodobné
sure-possible = možné
sure-doubtful = pochybné

# Čo hovorí za nález, vždy jedna veta.
evidence-pattern = je zapísané v tvare „{ $name }“
evidence-pattern-iban = je zapísané ako medzinárodné číslo účtu
evidence-pattern-local-domain = má meno, zavináč a doménu, ktorá môže existovať
evidence-pattern-mask = časť číslic je skrytá
evidence-pattern-card-expiry = je to mesiac a rok tak, ako ich uvádzajú karty
evidence-pattern-card-expiry-code = je to mesiac a rok tak, ako ich uvádzajú karty, s kódom
evidence-pattern-street = má ulicu a číslo domu
evidence-pattern-country-number = po znamienku plus nasleduje krajina a číslo
evidence-pattern-00country-number = po dvoch nulách nasleduje krajina a číslo
evidence-pattern-3-3-4-digits = je to desať číslic v skupinách Severnej Ameriky
evidence-pattern-number-x-extension = je to číslo s klapkou
evidence-pattern-0area-number = po nule nasleduje predvoľba a číslo
evidence-pattern-digits-in-groups = sú to číslice v skupinách
evidence-pattern-street-number--postcode-town = má ulicu a číslo domu alebo PSČ a obec
evidence-pattern-unit = uvádza byt, poschodie alebo budovu
evidence-pattern-post-box = je to poštový priečinok
evidence-pattern-postcode-town = je to PSČ s obcou
evidence-pattern-dotted-decimal = sú to štyri čísla do 255 oddelené bodkami
evidence-pattern-hexadecimal-groups = sú to skupiny šestnástkových číslic oddelené dvojbodkami
evidence-pattern-hexadecimal-pairs = je to šesť dvojíc šestnástkových číslic
evidence-pattern-label = ohlasuje to označenie
evidence-pattern-private-key = je to súkromný kľúč medzi svojimi značkami
evidence-check = kontrola „{ $name }“ vychádza
evidence-check-luhn = kontrolná číslica je správna (Luhn)
evidence-check-mod-97 = kontrolné číslice sú správne (modulo 97)
evidence-check-country = začína sa krajinou a má dĺžku, ktorá v nej platí
evidence-check-issuer-range = prvé číslice patria kartovej sieti
evidence-check-numbering-plan = číslovací plán krajiny má takéto čísla
evidence-check-tracking = kontrolná číslica čísla zásielky je správna
evidence-check-vin = kontrolná číslica čísla vozidla je správna
evidence-dictionary = je v zozname „{ $name }“
evidence-dictionary-places = je v zozname miest a obcí
evidence-dictionary-professions = je v zozname povolaní
evidence-dictionary-titles = je v zozname titulov
evidence-context-before = stojí pred tým slovo „{ $word }“
evidence-context-after = stojí za tým slovo „{ $word }“
evidence-model = jazykový model to tak rozpoznal, s odstupom { $n } %
evidence-seen = to isté je v texte aj inde, kde to okolie objasňuje
evidence-spoken = je to nadiktované: slová zastupujú číslice a znaky
evidence-column = väčšina hodnôt stĺpca je tohto druhu: { $kind }
evidence-rule = menuje to pravidlo organizácie: „{ $name }“

# Prečo sa niečo neoznámilo; nasleduje po „lebo“.
miss-age-of-thing = je to vek veci, nie človeka
miss-amount = je to suma alebo množstvo
miss-check-digit = kontrolná číslica je nesprávna
miss-context = nič v okolí nehovorí, čo to je
miss-country = taký kód krajiny neexistuje
miss-domain = taká doména nemôže existovať
miss-language = je to názov jazyka
miss-length = je to pridlhé alebo prikrátke
miss-no-person = nepoukazuje to na nijakého človeka
miss-phone-context = nič v okolí nehovorí, že je to telefónne číslo
miss-phone-other = je to číslo iného druhu
miss-placeholder = je to zástupný text
miss-plain-word = je to bežné slovo
miss-range = je to mimo pridelených hodnôt
miss-spoken-count = nadiktovaných číslic je priveľa alebo primálo
miss-version = je to číslo verzie

# Druhy osobných údajov.
personal-person = meno osoby
personal-address = poštová adresa
personal-loc = miesto
personal-org = organizácia
personal-email = e-mailová adresa
personal-phone = telefónne číslo
personal-date = dátum
personal-date-of-birth = dátum narodenia
personal-age = vek
personal-ip = internetová adresa (IP)
personal-mac = adresa sieťovej karty
personal-url = webová adresa
personal-user = používateľské meno
personal-id = číslo zákazníka, zmluvy alebo prípadu
personal-natid = číslo pridelené štátom
personal-iban = IBAN
personal-bic = kód banky (BIC)
personal-account = číslo bankového účtu
personal-card = číslo platobnej karty
personal-cvv = overovací kód karty
personal-expiry = platnosť karty
personal-plate = číslo vozidla
personal-title = titul alebo povolanie
personal-nrp = národnosť, náboženstvo alebo politická skupina
personal-union = členstvo v odboroch
personal-health = údaje o zdraví
personal-sexuality = sexuálny život alebo orientácia
personal-biometric = biometrické údaje
personal-genetic = genetické údaje
personal-device = identifikátor zariadenia
personal-cookie = identifikátor cookie alebo relácie
personal-geo = súradnice
personal-sip = adresa SIP
personal-secret = heslo alebo kľúč
personal-other = iné osobné údaje
