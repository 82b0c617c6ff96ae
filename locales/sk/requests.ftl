# Žiadosti a mapa údajov v prehliadači: jednoduché slová a tlačidlá, ktoré hovoria, čo sa stane.

requests-title = Žiadosti
requests-lead = Čo ľudia žiadajú o svojich údajoch, čo sa plánuje a dokedy treba odpovedať. Čo je splatné skôr, stojí prvé.
requests-closed = Na žiadosti sa teraz nedá odpovedať
requests-opening = Úložiská sa otvárajú. Táto stránka sa načíta sama.
requests-no-stores = Tento web zatiaľ nemenuje žiadne úložisko. Napíšte pre každé mapu a uveďte súbory máp pod „stores“ v súbore webu.
requests-maps-wrong = Mapa údajov má chyby, preto sa podľa nej nedá nikoho nájsť. Opravte ju a skúste to znova.
requests-region-wrong = Región uvedený v súbore webu v krajine neexistuje, preto sa nedá vypočítať posledný deň žiadosti. Opravte ho a skúste to znova.
requests-zone-wrong = Časové pásmo v súbore webu neexistuje, preto nikto nevie, kedy sa deň začína. Opravte ho a skúste to znova.
requests-store-closed = Jedno úložisko sa nedá otvoriť. Všetko ostatné sa poskytuje; žiadosti čakajú, kým bude k dispozícii.
requests-key-wrong = Tajný kľúč, podľa ktorého sa neskôr spoznajú vymazaní ľudia, sa nedá čítať.
requests-key-missing = Chýba tajný kľúč, podľa ktorého sa spoznajú vymazaní ľudia a tí, čo namietali. Obnovte jeho súbor v „.abide“ z kópie. Ak je stratený navždy, „abide requests new-key --lost“ sa vzdá toho, čo na ňom visí.
requests-site-wrong = Súbory webu sa nedajú čítať.
requests-try-again = Otvoriť úložiská znova
requests-stopped = Jedna žiadosť nepokračovala
requests-stopped-text = Spracovanie sa zastavilo z tohto dôvodu. Do minúty sa pokúsi znova.
requests-duties = Treba vybaviť ručne
requests-duties-more = { $n ->
    [one] { $n } ďalšia
    [few] { $n } ďalšie
   *[other] { $n } ďalších
}
requests-duty = V úložisku „{ $store }“, termín { $day }:
requests-duty-versions = Vymazať staré verzie v úložisku „{ $store }“, termín { $day }:
requests-duty-cleaned = Dať vyčistiť úložisko „{ $store }“, termín { $day }:
requests-duty-hold = Pozrieť, či sa skončilo blokovanie výmazu v úložisku „{ $store }“, termín { $day }:
requests-duty-handing-out = Pozrieť si pripravenú kópiu, odovzdať ju a zaznamenať to, termín { $day }:
requests-duty-late = po lehote
requests-duty-today = splatné dnes
requests-list = Zoznam
requests-find = Nájsť žiadosť
requests-find-do = Hľadať
requests-find-help = Podľa čísla, podľa toho, čo ukazuje zoznam, alebo podľa toho, čo osoba uviedla. Uzavreté podľa čísla alebo podľa celej e-mailovej adresy, telefónneho čísla či čísla zákazníka. Čo napíšete, nie je v žiadnej adrese ani v protokole.
requests-found = { $n ->
    [0] Nenašla sa žiadna žiadosť.
    [one] Našla sa { $rows } žiadosť.
    [few] Našli sa { $rows } žiadosti.
   *[other] Našlo sa { $rows } žiadostí.
}
requests-found-more = Našlo sa viac než { $rows } žiadostí; zobrazené sú prvé. Napíšte viac.
requests-state = Stav
requests-open = Všetky otvorené
requests-all-closed = Všetky uzavreté
requests-kind = Druh
requests-any = Každý druh
requests-sort = Prvé stojí
requests-sort-due = Čo je splatné skôr
requests-received = Prijatá
requests-filter = Ukázať tieto
requests-none-filtered = Taká žiadosť nie je.
requests-show-open = Ukázať všetky otvorené
requests-none = Žiadna žiadosť nie je otvorená. Takto sa na ňu odpovedá:
requests-teach-open = Dole otvorte žiadosť: čo sa žiada a podľa čoho je človek známy. V príkazovom riadku je to „abide rights“.
requests-teach-plan = Úložiská sa prehľadajú. Plán ukáže, ktoré riadky zmiznú, zmenia sa alebo zostanú a prečo. Ak môže ísť o viacerých ľudí, vyberáte vy.
requests-teach-approve = Plán si prečítate a schválite. Až potom sa niečo zmení a výsledok sa overí.
requests-id = Žiadosť
requests-who = Osoba
requests-deadline = Lehota
requests-waits = Čaká na
requests-next = Ďalšia strana
requests-first = Prvá strana
requests-shown = { $first } – { $last } z { $total }
requests-shown-more = { $first } – { $last } z viac ako { $total }
requests-shown-somewhere = { $rows } z viac ako { $total }
requests-new = Nová žiadosť
requests-new-form = Otvoriť žiadosť
requests-new-kind = Čo sa žiada
requests-new-who = O koho ide
requests-new-who-help = Stačí jedno: e-mailová adresa, telefónne číslo alebo číslo zákazníka. Meno potrebuje aj dátum narodenia alebo PSČ.
requests-new-country = Krajina
requests-new-country-help = Jej právo určuje lehotu. Telefónne čísla bez predvoľby krajiny sa čítajú ako čísla tejto krajiny.
requests-new-language = Jazyk odpovede
requests-new-received = Prijatá dňa
requests-new-set = Čo treba opraviť (pri oprave)
requests-new-column = Pole
requests-new-value = Správna hodnota
requests-new-purposes = Na ktoré účely (pri námietke alebo odvolaní)
requests-new-purposes-help = Bez výberu platí námietka pre každé použitie na základe oprávneného záujmu alebo verejnej úlohy a pre každý priamy marketing, odvolanie pre každý súhlas.
requests-new-do = Otvoriť žiadosť

# Prečo sa niečo nestalo.
requests-not-done = Nič sa nestalo
requests-wrong-title = Chyba: { $title }
requests-changed = Žiadosť sa zmenila, odkedy ste otvorili túto stránku. Dole vidíte, ako je na tom teraz; rozhodnite znova.
requests-hold-wrong = Blokovanie nebolo zadané: potrebuje dôvod, posledný deň, ktorý ešte neuplynul, a údaj, ktorý nemá nikto iný.
requests-hold-gone = Také blokovanie nie je, alebo už bolo zrušené.
requests-handed-when = V tento deň kópia nemohla byť odovzdaná: zadajte deň od jej vytvorenia do dneška.
requests-handed-how = Uveďte, akým spôsobom bola kópia odovzdaná.
requests-failed = Tomuto formuláru sa nedalo rozumieť. Načítajte stránku znova.
requests-kind-missing = Povedzte, čo sa žiada.
requests-country-missing = Vyberte krajinu, ktorej právo určuje lehotu.
requests-wrong-received = Deň prijatia musí byť medzi 25. májom 2018 a dneškom.
requests-wrong-set = Povedzte, ktoré pole je nesprávne, a hodnotu, ktorá sa doň zmestí.
requests-unfit-column = „{ $field }“ nie je pole vlastných riadkov osoby, ktoré možno zmeniť.
requests-unfit-twice = „{ $field }“ je uvedené dvakrát. Zadajte preň jednu hodnotu.
requests-unfit-empty = „{ $field }“ nesmie byť prázdne. Zadajte správnu hodnotu.
requests-unfit-long = Hodnota pre „{ $field }“ je príliš dlhá. Napíšte najviac { $most } znakov.
requests-unfit-much = Hodnoty sú spolu príliš dlhé. Napíšte najviac { $most } bajtov a zvyšok do ďalšej žiadosti.
requests-unfit-integer = Do „{ $field }“ patrí celé číslo.
requests-unfit-number = Do „{ $field }“ patrí číslo, napríklad 12.50.
requests-unfit-text = Do „{ $field }“ sa zmestí najviac { $most } znakov.
requests-unfit-date = Do „{ $field }“ patrí deň, napísaný ako 1980-05-31.
requests-unfit-moment = Do „{ $field }“ patrí okamih, napísaný ako 2026-11-27 12:00:00.
requests-unfit-truth = Do „{ $field }“ patrí true alebo false.
requests-unfit-json = Do „{ $field }“ patrí JSON.
requests-unfit-bytes = V „{ $field }“ sú bajty, ktoré sa tu nedajú napísať.
requests-unfit-uuid = Do „{ $field }“ patrí UUID.
requests-unfit-other = „{ $field }“ je typu „{ $native }“, ktorý takú hodnotu nemá.
requests-unfit-otherwise = „{ $field }“ je typu „{ $native }“ a obsahovalo by „{ $stands }“, čo nie je to, čo ste napísali. Napíšte to takto, ak je to správne, alebo zadajte hodnotu, ktorú typ prijme celú.
requests-unfit-fact = Podľa „{ $field }“ sa osoby spoznávajú. { $why }
requests-count-wrong = Napísané číslo nie je počtom riadkov. Nič nebolo schválené.
requests-choose-one = Vyberte aspoň jednu osobu alebo povedzte, že to nie je žiadna z nich.
requests-reason-missing = Vyberte dôvod a napíšte, čo sa človeku povie.
requests-begun = Niečo sa už vykonalo. Žiadosť už nemožno zamietnuť ani vziať späť.
requests-nothing-done = Pre túto žiadosť sa ešte nič nevykonalo, príjemcom preto zatiaľ niet čo oznámiť.
requests-no-exemption = Súhlas možno odvolať a proti priamemu marketingu namietať kedykoľvek. Niet výnimky, ktorou by sa to dalo zamietnuť.
requests-not-now = V tomto stave žiadosti sa to nedá.
requests-store-away = Jedno úložisko neodpovedalo. Skúste to znova.
requests-wrong-email = Toto nie je e-mailová adresa.
requests-wrong-phone = Toto telefónne číslo sa nedá čítať. Napíšte ho s predvoľbou krajiny.
requests-wrong-name = Meno nemá písmená.
requests-wrong-born = Toto nie je dátum narodenia. Napíšte rok, mesiac a deň: 1980-05-31.
requests-wrong-postal-code = Toto nie je PSČ.
requests-wrong-value = „{ $field }“ je prázdne, dlhšie ako { $n } bajtov textu alebo má znaky, ktoré sa nedajú prečítať.
requests-wrong-facts = Údajov o osobe je priveľa. Uveďte najviac 16.
requests-wrong-shared = Toto neoznačuje jedného človeka. Uveďte e-mail, telefónne alebo zákaznícke číslo, alebo meno s dátumom narodenia či PSČ.
requests-clock-late = Lehota uplynula a už sa nedá predĺžiť. Odpovedzte bezodkladne a povedzte, prečo je neskoro.
requests-clock-twice = Lehota už bola predĺžená. Zákon to dovoľuje raz.
requests-clock-reason = Uveďte dôvod, ktorý sa človeku povie.
requests-clock-until = Uveďte posledný deň, ktorý je po terajšom.

# Lehoty.
deadline-today = splatné dnes
deadline-left = { $n ->
    [one] zostáva { $n } deň
    [few] zostávajú { $n } dni
   *[other] zostáva { $n } dní
}
deadline-late = { $n ->
    [one] { $n } deň po lehote
    [few] { $n } dni po lehote
   *[other] { $n } dní po lehote
}
deadline-paused = pozastavené, { $left }
deadline-extended = predĺžené, { $left }
deadline-day = odpovedať do { $day }
deadline-holidays = Započítané sviatky: { $place }{ $n ->
    [0] {""}
    [one] {" "}a jeden deň, ktorý uvádza web
    [few] {" "}a { $n } dni, ktoré uvádza web
   *[other] {" "}a { $n } dní, ktoré uvádza web
}
deadline-put-off = Posunuté pre sviatky: { $days }
deadline-unknown-holidays = Pre toto miesto nie sú známe žiadne sviatky: počítajú sa len víkendy, uvedený posledný deň preto môže byť priskorý.
deadline-regional-holidays = Počítajú sa len celoštátne sviatky ({ $country }). Ak platí regionálny sviatok, skutočná lehota sa môže skončiť o deň neskôr.
deadline-region = Počítať aj sviatky regiónu
deadline-region-text = Uveďte región v súbore webu pod „region“.
deadline-unknown-region = Nie sú známe žiadne sviatky regiónu, len sviatky krajiny, uvedený posledný deň preto môže byť priskorý. Uveďte jeho dni v danom roku v súbore webu.
deadline-kept = včas
deadline-was = splatné bolo { $day }
deadline-source-gdpr-month = Čl. 12 ods. 3 GDPR: jeden mesiac od doručenia
deadline-source-eu-end = Nariadenie (EHS, Euratom) č. 1182/71, čl. 3: rovnaký deň posledného mesiaca alebo jeho posledný deň; nasledujúci pracovný deň
deadline-source-uk-month = Čl. 12A UK GDPR, účinný od 5. februára 2026: jeden mesiac od posledného z týchto: doručenie, totožnosť, poplatok
deadline-source-uk-end = ICO k právu na prístup: zodpovedajúci deň alebo posledný deň mesiaca; nasledujúci pracovný deň
deadline-source-ch-days = Švajčiarsky zákon o ochrane údajov, čl. 25 ods. 7, a vyhláška, čl. 18 ods. 1: 30 dní od doručenia
deadline-source-ch-end = Švajčiarsky zákonník o záväzkoch, čl. 77 a 78, a SR 173.110.3: deň doručenia sa nepočíta; nasledujúci pracovný deň
deadline-source-gdpr-extension = Čl. 12 ods. 3 GDPR: ďalšie dva mesiace, oznámené s dôvodmi do jedného mesiaca
deadline-source-uk-extension = Čl. 12A UK GDPR: ďalšie dva mesiace, oznámené s dôvodmi do jedného mesiaca
deadline-source-ch-extension = Švajčiarska vyhláška o ochrane údajov, čl. 18 ods. 2: do dňa, ktorý sa osobe oznámi v rámci 30 dní
deadline-source-gdpr-pause = Čl. 12 ods. 6 GDPR, usmernenia EDPB 01/2022: pozastavené, kým trvajú oprávnené pochybnosti o totožnosti
deadline-source-uk-pause-clarification = Čl. 12A UK GDPR: dni od otázky, čo sa má na mysli, do odpovede sa nepočítajú
deadline-source-uk-pause-start = Čl. 12A UK GDPR: lehota začína, keď je známa totožnosť alebo zaplatený poplatok
deadline-unknown-law = Abide nepozná právo tejto krajiny. Počíta sa najkratšia lehota zo zákonov, ktoré pozná, a na pracovný deň sa nečaká. Zistite, čo tam platí.

# Slová.
request-kind-access = Prístup
request-kind-portability = Prenosnosť
request-kind-rectification = Oprava
request-kind-erasure = Vymazanie
request-kind-restriction = Obmedzenie
request-kind-objection = Námietka
request-kind-withdrawal = Odvolanie súhlasu
request-state-received = prijatá
request-state-identified = osoba známa
request-state-planned = naplánovaná
request-state-approved = schválená
request-state-running = vykonáva sa
request-state-verifying = overuje sa
request-state-waiting = čaká
request-state-done = hotová
request-state-refused = zamietnutá
request-state-withdrawn = vzatá späť
request-waits-identity = kto to je
request-waits-identity-text = Čaká, kým sa zistí, o koho ide.
request-waits-clarification = odpoveď osoby
request-waits-clarification-text = Osoba bola požiadaná, aby povedala, čo presne chce.
request-waits-approval = vaše schválenie
request-waits-approval-text = Plán čaká na vaše schválenie. Nič sa nezmenilo.
request-waits-approval-rest-text = { $n ->
    [one] Plán čaká na vaše schválenie. Je na zvyšok: { $rows } riadok je už vymazaný alebo zmenený.
    [few] Plán čaká na vaše schválenie. Je na zvyšok: { $rows } riadky sú už vymazané alebo zmenené.
   *[other] Plán čaká na vaše schválenie. Je na zvyšok: { $rows } riadkov je už vymazaných alebo zmenených.
}
request-waits-approval-cut-text = Plán čaká na vaše schválenie. Predošlý bol prerušený počas vykonávania.
request-waits-plan = nový plán
request-waits-plan-text = Údaje sa po pláne zmenili. Treba nový.
request-waits-store = úložisko
request-waits-store-text = Jedno úložisko neodpovedá. Skúša sa každú minútu.
request-waits-unread-text = Účet Abide nesmie čítať { $tables } alebo nie všetky riadky. Záverečné prehľadanie všetkých úložísk to potrebuje. Dajte mu právo na čítanie; skúša sa každú minútu.
request-waits-hand = ručnú prácu
request-waits-hand-text = Čo zostáva, Abide sám urobiť nedokáže. Niekto to musí urobiť ručne.
request-waits-residue = vaše rozhodnutie
request-waits-residue-text = Pri spätnom čítaní sa ukázalo, že niečo nie je podľa plánu. Niekto o tom musí rozhodnúť.
request-waits-handing-out = odovzdanie
request-waits-handing-out-text = Kópia je pripravená. Niekto si ju musí pozrieť, odovzdať a zaznamenať to. Dovtedy žiadosť nie je vybavená a lehota plynie.
request-waits-turn = rad
request-waits-worker = nič, práve sa spracúva
request-waits-turn-text = Server na nej pracuje.
request-waits-hour = { $time } (UTC)
request-waits-hour-text = Server ju vykoná o { $time } (UTC) spolu s ostatnými vymazaniami toho dňa.
request-waits-hour-verifying-text = Čo sa malo vymazať, je vymazané. O { $time } (UTC) server prehľadá všetky úložiská pre vymazania toho dňa; až potom sa považuje za vybavenú.
fact-email = E-mailová adresa
fact-phone = Telefónne číslo
fact-id = Číslo zákazníka
fact-name = Meno
fact-born = Dátum narodenia
fact-postal-code = PSČ
refusal-reason-unidentified = Osobu nemožno identifikovať (čl. 11 ods. 2, čl. 12 ods. 2)
refusal-reason-unfounded = Zjavne neopodstatnená (čl. 12 ods. 5)
refusal-reason-excessive = Neprimeraná, najmä opakovaná (čl. 12 ods. 5)
refusal-reason-exempt = Zákon ustanovuje výnimku z tohto práva

# Čo práve prebieha.
work-title = Práve prebieha
work-finding = Hľadajú sa riadky { $n ->
    [one] jedného človeka
   *[other] { $requests } ľudí
} v úložisku „{ $store }“
work-erasing = Vymazáva sa v úložisku „{ $store }“, pre { $n ->
    [one] jednu žiadosť
    [few] { $requests } žiadosti
   *[other] { $requests } žiadostí
}
work-reading-back = Overuje sa, čo sa vykonalo pre { $n ->
    [one] jednu žiadosť
    [few] { $requests } žiadosti
   *[other] { $requests } žiadostí
}
work-sweeping = Čítajú sa celé všetky úložiská a hľadajú sa hodnoty, podľa ktorých boli známi len vymazaní ľudia, pre { $n ->
    [one] jednu žiadosť
    [few] { $requests } žiadosti
   *[other] { $requests } žiadostí
}
work-closing = { $n ->
    [one] Uzatvára sa jedna žiadosť
    [few] Uzatvárajú sa { $requests } žiadosti
   *[other] Uzatvára sa { $requests } žiadostí
}
work-cleaning = Vymazané údaje sa odstraňujú zo súborov úložiska „{ $store }“
work-far-requests = { $done } z { $n ->
    [one] jednej žiadosti
   *[other] { $of } žiadostí
}
work-far-rows = { $done } z { $n ->
    [one] jedného riadka
   *[other] { $of } riadkov
}
work-far-tables = { $done } z { $n ->
    [one] jednej tabuľky
   *[other] { $of } tabuliek
}
work-table = V tabuľke „{ $table }“
work-table-rows = V tabuľke „{ $table }“, { $n ->
    [one] prečítaný jeden riadok
    [few] prečítané { $rows } riadky
   *[other] prečítaných { $rows } riadkov
}
work-rate = { $many } za sekundu
work-rate-one = 1 za { $time }
work-left = { $rate }, zostáva asi { $time }
work-since = už { $time }
work-seconds = { $n } s
work-minutes = { $n } min
work-hours = { $hours } h { $n } min
work-live = Sledovať priebeh
work-still = Prestať sledovať a zaevidovať žiadosť

# Jedna žiadosť.
request-title = { $kind } · { $id }
request-moment = { $day } o { $time } { $zone }
request-by-browser = tu v prehliadači
request-by-server = server
name-said = Konáte ako { $name }.
name-none = Pre túto reláciu nie je uvedené meno.
name-unnamed = Pre túto reláciu nie je uvedené meno: v histórii bude stáť len „tu v prehliadači“.
name-give = Uviesť meno
name-label = Vaše meno
name-help = Stojí v histórii pri tom, čo schválite, odmietnete alebo odškrtnete, kým je tento prehliadač otvorený. Bez mena tam je „tu v prehliadači“. Ak ho chcete odstrániť, nechajte pole prázdne.
name-do = Zapamätať meno
request-forgotten = zabudnutá
request-stated = Čo bolo uvedené
request-again = To isté sa už žiada
request-again-text = Otvorená žiadosť rovnakého druhu uvádza rovnakú adresu alebo číslo. Ak je to tá istá žiadosť, jednu z nich vezmite späť.
request-beside = Rovnaká adresa alebo číslo je v iných otvorených žiadostiach
request-live = Táto stránka sa načítava každé dve sekundy.
request-still = Zastaviť ju a rozhodnúť
request-people = O koho ide?
request-people-none = Podľa uvedeného sa nikto nenašiel.
request-people-text = Podľa uvedeného môže ísť o každú z týchto osôb. Ak si nie ste istí, opýtajte sa.
request-people-by = nájdená podľa
request-people-several = Vyberte viaceré, ak ide o tú istú osobu.
request-settle = Toto je tá osoba
request-nobody = Žiadna z nich
request-hand-title = Ručne
request-hand-hold-first = Na túto osobu sa vzťahuje blokovanie výmazu. Nič z toho, čo pokrýva, nemažte ani nemeňte, kým sa neskončí, aj keď je to tu uvedené.
request-hand = { $kind } v úložisku „{ $store }“, do { $day }
request-hand-versions = Staré verzie vymazaných údajov v úložisku „{ $store }“: treba ich vymazať, termín { $day }
request-hand-versions-text = Abide ich vymazať nesmie alebo ich nedokázal prečítať: ešte ich drží zámok, jeho účtu chýba oprávnenie, úložisko je len na čítanie alebo sú poškodené. V buckete vymažte všetky staršie verzie a značky vymazania objektov, ktoré „.abide-journal“ uvádza pod „kept“, alebo počkajte, kým zámok skončí. Ak neuvádza žiadny, prezrite staršie verzie všetkých objektov tohto úložiska. V priečinku na disku vymažte ďalšie názvy (pevné odkazy), pod ktorými sa súbory zachovali.
request-hand-cleaned = Vymazané riadky v úložisku „{ $store }“: treba ich definitívne odstrániť, najneskôr { $day }
request-hand-cleaned-text = Abide to skúša sám, po každej dávke vymazaní a raz za deň. Nepodarí sa to, kým je otvorená transakcia, ktorá sa začala pred vymazaním, alebo ak na to jeho účet nemá oprávnenie. Vtedy nech vlastník tabuliek spustí VACUUM na tabuľkách mapy a obnoví materializované pohľady nad nimi.
request-hand-residue = Nájdené hodnoty v úložisku „{ $store }“: treba ich odstrániť ručne, termín { $day }
request-hand-residue-text = Podľa mapy údajov tieto riadky a súbory nepatria tejto osobe, preto ich Abide necháva tak. Odstráňte ručne, čo hovoria o osobe, odstráňte súbory, ktoré nikto nepotrebuje, alebo do mapy zapíšte, komu patria. Potom sa znova prehľadajú všetky úložiská.
request-hand-hold = Blokovanie výmazu drží riadky v úložisku „{ $store }“: { $day } pozrieť, či sa skončilo
request-hand-hold-text = Keď sa blokovanie skončí, otvorte žiadosť znova: vznikne nová žiadosť tej istej osoby a jej plán povie, čo sa teraz vymaže.
request-take-up = Otvoriť žiadosť znova
request-hand-open = otvorené
request-hand-done = Je to hotové
request-hand-done-at = hotové { $at }
request-store-back = Skúsiť úložisko teraz
request-residue = Potom sa našli hodnoty
request-residue-text = Pozrite sa, čo sa v úložiskách našlo. Ak to o osobe nič nehovorí alebo to musí zostať, môže to zostať. Čo má zmiznúť, zmizne podľa nového plánu, alebo ručne, ak tam mapa údajov nevedie.
request-residue-stays = Môže to zostať
request-residue-goes = Pôjde to tiež, podľa nového plánu
request-unmet = Niečo nie je tak, ako má byť
request-unmet-text = Čo sa urobilo, pri spätnom čítaní nebolo: niekto to medzitým zmenil alebo odstránil.
request-unmet-stays = Môže to tak zostať
request-unmet-goes = Urobiť to znova, podľa nového plánu
residue-where = Našlo sa:
residue-row = riadok v „{ $place }“, ktorý mal zmiznúť
residue-new = riadok v „{ $place }“, ktorý medzitým pribudol
residue-unchanged = v „{ $place }“ hodnota, ktorá nie je taká, aká mala byť
residue-value = { $n ->
    [one] hodnota osoby v { $rows } riadku „{ $place }“
    [few] hodnota osoby v { $rows } riadkoch „{ $place }“
   *[other] hodnota osoby v { $rows } riadkoch „{ $place }“
}
residue-view = { $n ->
    [one] hodnota osoby v { $rows } riadku materializovaného pohľadu „{ $place }“: obnovte ho (REFRESH MATERIALIZED VIEW), keď hodnota zmizne odtiaľ, odkiaľ ju má
    [few] hodnota osoby v { $rows } riadkoch materializovaného pohľadu „{ $place }“: obnovte ho (REFRESH MATERIALIZED VIEW), keď hodnota zmizne odtiaľ, odkiaľ ju má
   *[other] hodnota osoby v { $rows } riadkoch materializovaného pohľadu „{ $place }“: obnovte ho (REFRESH MATERIALIZED VIEW), keď hodnota zmizne odtiaľ, odkiaľ ju má
}
residue-file = { $n ->
    [one] hodnota osoby v { $rows } súbore „{ $place }“, v jeho texte alebo názve
    [few] hodnota osoby v { $rows } súboroch „{ $place }“, v ich texte alebo názve
   *[other] hodnota osoby v { $rows } súboroch „{ $place }“, v ich texte alebo názve
}
residue-differs = úložisko, ktoré už nie je také, aké zostalo
request-archive = Kópia pre osobu
request-archive-text = Leží v priečinku webu v .abide/exports 30 dní po odovzdaní; potom sa vymaže.
request-archive-get = Stiahnuť kópiu (ZIP, { $size })
request-handing = Kópia je pripravená: pozrieť, odovzdať, zaznamenať
request-handing-text = Stiahnite si ju a pozrite: musí byť tejto osoby a iní ľudia v nej nemajú byť. Potom ju s listom odovzdajte osobe. Ak patrí niekomu inému, opravte nižšie, čo bolo zapísané nesprávne, alebo sa osoby opýtajte, kto je.
request-handing-gone = Kópia tu už nie je. Ak bola odovzdaná, zaznamenajte to; inak ju dajte vytvoriť znova.
request-handing-day = Odovzdaná dňa
request-handing-way = Akým spôsobom
way-post = poštou
way-email = e-mailom
way-download = na stiahnutie, cez odkaz alebo portál
way-in-person = osobne
way-other = iným spôsobom
request-handing-end = Žiadosť sa tým uzavrie a zabudne sa, o koho išlo. Nedá sa to vrátiť späť.
request-handing-do = Bola odovzdaná
request-copy-again = Vytvoriť kópiu znova
request-copy-again-text = Ak sa údaje odvtedy zmenili alebo bola opravená mapa údajov: táto kópia sa zahodí a nový plán počká na vaše schválenie. Lehota zostáva.
request-copy-again-do = Zahodiť a naplánovať znova
request-recipients = Koho treba upovedomiť
request-recipients-text = Príjemcom údajov treba oznámiť, čo sa stalo (čl. 19 GDPR). Odškrtnite, koho ste upovedomili.
request-recipients-later = Týchto príjemcov bude treba upovedomiť, keď sa žiadosť vykoná (čl. 19 GDPR).
request-told = upovedomené: { $by }, { $at }
request-tell = Upovedomil som
request-untell = Neupovedomené: odškrtnuté omylom
request-more = Čo ešte môžete urobiť
request-answered = Osoba odpovedala
request-ask = Opýtať sa osoby
request-ask-text = Opýtajte sa osoby vlastnými slovami a tu zaznamenajte, že ste sa opýtali. Kde to právo dovoľuje, lehota do odpovede stojí.
request-ask-identity = Spýtal som sa, kto je
request-ask-clarification = Spýtal som sa, čo presne chce
request-correct = Niečo bolo zapísané nesprávne
request-correct-text = Opravte, čo bolo uvedené. Osoba sa vyhľadá znova a plán, ktorý už bol vytvorený alebo schválený, padá. História povie, ktoré údaje boli nesprávne, nie ako zneli.
request-correct-do = Opraviť a hľadať znova
request-extend = Predĺžiť lehotu
request-extend-text = Zákon to dovoľuje raz, ak je žiadosť zložitá. Osobe to treba povedať pred uplynutím, s dôvodom.
request-reason = Dôvod, ktorý sa osobe povie
request-extend-until = Nový posledný deň
request-extend-do = Predĺžiť lehotu
request-refuse = Zamietnuť žiadosť
request-refuse-text = Osobe treba povedať prečo a že sa môže sťažovať úradu alebo ísť na súd (čl. 12 ods. 4 GDPR).
request-refuse-reason = Dôvod
request-refuse-told = Čo sa osobe povie
request-refuse-do = Zamietnuť žiadosť
request-take-back = Osoba ju berie späť
request-take-back-text = Žiadosť sa uzavrie a zabudne sa, o koho išlo.
request-take-back-do = Uzavrieť ako vzatú späť
request-lift-restriction = Zrušiť obmedzenie
request-lift-restriction-text = Osobu treba informovať skôr, než sa obmedzenie skončí (GDPR, čl. 18 ods. 3). Od dnes sa s jej údajmi smie znova robiť to, čo politika dovoľuje.
request-lift-restriction-do = Osoba o tom vie: zrušiť
request-lift-objection = Osoba berie námietku späť
request-lift-objection-text = Od dnes sa s jej údajmi smie znova robiť to, čo politika dovoľuje.
request-lift-objection-do = Ukončiť námietku
request-lift-withdrawal = Osoba znova súhlasí
request-lift-withdrawal-text = Od dnes súhlas osoby znova platí. Uchovajte dôkaz o tom, kedy a ako ho dala (GDPR, čl. 7 ods. 1).
request-lift-withdrawal-do = Nech súhlas znova platí
request-facts = Žiadosť
request-closed = Uzavretá
request-policy = Odpovedá sa podľa
request-wishes = Opraviť
request-characters = { $n ->
    [one] ({ $rows } znak)
    [few] ({ $rows } znaky)
   *[other] ({ $rows } znakov)
}
request-recordings = Nahrávky
request-recordings-shared = aj tie, v ktorých počuť iných ľudí
request-extended = Predĺžené do
request-history = Čo sa stalo
request-event-received = Prijatá
request-event-identity-settled = Zistilo sa, o koho ide
request-event-nobody = Podľa uvedených údajov sa nikto nenašiel
request-event-several-people = { $n ->
    [one] Môže ísť o { $n } osobu
    [few] Môže ísť o { $n } osoby
   *[other] Môže ísť o { $n } osôb
}
request-event-asked = Osoba bola opýtaná
request-event-answered = Osoba odpovedala
request-event-plan-made = Plán vytvorený: vymazať { $delete }, zmeniť { $change }
request-event-plan-made-copy = Plán vytvorený: { $n ->
    [one] { $copy } riadok na skopírovanie
    [few] { $copy } riadky na skopírovanie
   *[other] { $copy } riadkov na skopírovanie
}, { $m ->
    [one] { $recordings } nahrávka
    [few] { $recordings } nahrávky
   *[other] { $recordings } nahrávok
}
request-event-plan-made-correct = Plán vytvorený: na opravu { $rows }
request-event-plan-made-choice = Plán vytvorený
request-event-approved = Plán schválený
request-event-approved-shared = Plán schválený aj s nahrávkami, v ktorých počuť iných ľudí
request-event-refused = Zamietnutá
request-event-taken-back = Vzatá späť osobou
request-event-extended = Lehota predĺžená
request-event-started = Začalo sa vykonávanie
request-event-step-done = Hotovo v úložisku „{ $store }“
request-event-chosen = Voľba odteraz platí
request-event-lifted = Voľba už neplatí
request-event-data-changed = Údaje už neboli tie z plánu; nič viac sa neurobilo
request-event-failed = Nedalo sa pokračovať: { $why }
request-event-store-away = Úložisko neodpovedalo
request-event-store-unread = Tabuľka sa nesmie čítať: { $tables }
request-event-store-back = Úložisko sa skúša znova
request-event-hand-needed = V úložisku „{ $store }“ treba pracovať ručne
request-event-hand-needed-why = V úložisku „{ $store }“ treba pracovať ručne: { $why }
request-event-hand-needed-again = Úložisko „{ $store }“ sa skontrolovalo: ručne ešte nie je všetko urobené
request-event-hand-done = Urobené ručne
request-event-looked-again = Znova sa pozrie, čo treba urobiť ručne: blokovanie výmazu bolo nastavené alebo zrušené
request-event-cleaned = Úložisko „{ $store }“ bolo vyčistené od vymazaných riadkov
request-event-residue-found = Pri spätnom čítaní niečo nebolo podľa plánu
request-event-residue-settled = Rozhodlo sa, čo sa s tým stane
request-event-told = Upovedomené: { $recipient }
request-event-not-told = Predsa neupovedomené: { $recipient }; odškrtnuté omylom
request-event-corrected = Nesprávne zapísané bolo opravené: { $facts }
request-event-person-changed = Riadok, ktorý osobe patril, už neobsahuje nič, podľa čoho ju bolo možné spoznať: medzitým môže patriť niekomu inému. Treba znova povedať, o koho ide
request-event-copy-ready = Kópia je pripravená
request-event-copy-again = Kópia bola zahodená, aby sa vytvorila znova
request-event-handed-out = Kópia odovzdaná { $day }, { $way }
request-event-done = Hotová a overená
request-event-forgotten = Zabudlo sa, o koho išlo
request-event-hold-placed = Údaje osoby boli zablokované pre právny nárok
request-event-hold-lifted = Blokovanie údajov osoby bolo zrušené
request-event-taken-up = Blokovanie sa skončilo: žiadosť bola znova otvorená ako nová
request-event-recounted = Posledný deň bol vypočítaný s inými sviatkami
request-event-recounted-moved = Pre web teraz platia iné sviatky ({ $place }): posledný deň bol { $from } a teraz je { $day }
request-event-recounted-same = Pre web teraz platia iné sviatky ({ $place }): posledný deň zostáva { $day }

# Plán.
step-pending = treba urobiť
step-running = prebieha
step-done = hotovo
step-failed = zlyhalo
plan-title = Plán
plan-chosen = Vybraná osoba:
plan-delete = Vymazané
plan-change = Zmenené
plan-keep = Ponechané
plan-share = Zdieľané
plan-seen = Len videné
plan-copy = Skopírované riadky
plan-recordings = Skopírované nahrávky
plan-correct = Opravené
plan-table = Tabuľka
plan-why = Prečo
plan-made = Vytvorený
plan-approved = schválené: { $by }, { $at }
plan-before = V porovnaní s predošlým plánom
plan-before-same = Počty sú rovnaké; zmenili sa jednotlivé riadky.
plan-differs = { $what }: predtým { $before }, teraz { $after }
plan-nothing = Žiadny riadok osoby neobsahuje to, o čo v tejto žiadosti ide, takže niet čo robiť.
plan-nobody-found = Podľa toho, čo osoba uviedla, sa nikto nenašiel.
plan-nobody = Pozrite sa, či v tom nie je preklep. Inak niet čo robiť a osobe sa povie, že sa nenašli žiadne údaje.
plan-nobody-copy = Pozrite sa, či v tom nie je preklep. Inak sa osobe povie, že sa nenašli žiadne údaje; v kópii je len to, čo Abide uchováva z tejto a zo skorších žiadostí.
plan-nobody-choices = Pozrite sa, či v tom nie je preklep, alebo si od osoby vyžiadajte inú adresu či číslo: čo zvolí, sa zaznamená pod tým, čo uviedla, a nič nemení na údajoch známych podľa niečoho iného. Osobe sa povie, že sa nenašli žiadne údaje.
plan-choices = Čo sa smie s údajmi robiť
plan-store-empty = V tomto úložisku sa nič nemení.
plan-nothing-right = Nenašiel sa riadok tejto osoby, ktorý má tieto polia, takže niet čo opraviť.
plan-export = Kópia
plan-export-access = Zapíše sa jeden súbor ZIP. Je v ňom aj to, čo o osobe uchováva samotný Abide.
plan-export-portability = Zapíše sa jeden súbor ZIP so strojovo čitateľnými údajmi.
plan-field = Pole
plan-was = Predtým
plan-will = Potom
plan-value-empty = (prázdne)
plan-correct-asked = osoba hovorí, že je to nesprávne
plan-correct-same = stálo tu to isté ako v „{ $of }“
plan-correct-tied = riadok patrí osobe podľa hodnoty v „{ $of }“
plan-left-title = Čo sa riadi starou hodnotou a neopraví sa
plan-left-text = Pozrite si to, skôr než plán schválite: potom už podľa tejto hodnoty nič nevedie od osoby k týmto riadkom.
plan-left = { $n ->
    [one] „{ $field }“, { $rows } riadok, sa riadi podľa „{ $of }“: { $why }
    [few] „{ $field }“, { $rows } riadky, sa riadia podľa „{ $of }“: { $why }
    [many] „{ $field }“, { $rows } riadka, sa riadi podľa „{ $of }“: { $why }
   *[other] „{ $field }“, { $rows } riadkov, sa riadi podľa „{ $of }“: { $why }
}
plan-left-others = podľa tejto hodnoty patrí aj iným
plan-left-taken = podľa novej hodnoty by patril aj iným
plan-left-kept = musí ešte nejaký čas zostať, ako je
plan-left-fixed = hodnotu viaže databáza; niekto ju musí opraviť ručne
plan-left-unfit = nová hodnota sa do poľa nezmestí; niekto ju musí opraviť ručne
plan-left-cleared = nová hodnota nie je
plan-hand = Ručne: { $why }. Niekto to urobí a Abide to skontroluje.
plan-hand-tables = Ručne: { $why } ({ $tables }). Niekto to urobí a Abide to skontroluje.
hand-why-read-only = podľa mapy údajov tu Abide nič nemení
hand-why-cannot = toto úložisko to nedokáže
hand-why-may-not = účet Abide na to nemá oprávnenie
hand-why-refused = úložisko to odmietlo
hand-why-cut-off = k týmto riadkom už nič nevedie
hand-delete = { $n ->
    [one] Vymazať { $rows } riadok z „{ $table }“.
    [few] Vymazať { $rows } riadky z „{ $table }“.
   *[other] Vymazať { $rows } riadkov z „{ $table }“.
}
hand-change = { $n ->
    [one] Zmeniť { $rows } riadok v „{ $table }“: { $columns }.
    [few] Zmeniť { $rows } riadky v „{ $table }“: { $columns }.
   *[other] Zmeniť { $rows } riadkov v „{ $table }“: { $columns }.
}
hand-column-empty = vyprázdniť „{ $column }“
hand-column-unique = do „{ $column }“ zapísať niečo iné, čo nič neprezradí
hand-column-month = do „{ $column }“ zapísať prvý deň mesiaca
hand-column-redact = z „{ $column }“ odstrániť, čo hovorí o osobe
hand-column-correct = do „{ $column }“ zapísať, čo si žiadosť želá
hand-ask = Koho požiadať alebo ako sa to robí: { $how }
hand-again = Abide sa pozrel a ešte nie je všetko hotové. Zostáva:
hand-left = { $n ->
    [one] { $rows } riadok v „{ $table }“
    [few] { $rows } riadky v „{ $table }“
   *[other] { $rows } riadkov v „{ $table }“
}
hand-rows = Riadky
hand-rows-none = Riadky tu nie sú vypísané: nijaký kľúč ich natrvalo nepomenúva alebo ich je priveľa. Ako sa nájdu, hovorí mapa údajov.
hand-after = Keď to bude hotové, povedzte to tu: Abide sa pozrie, či je to tak, a ak nie, požiada znova.
plan-choices-restriction = Odteraz sa údaje len uchovávajú: každé iné použitie sa odmietne.
plan-choices-objection = Odteraz sa odmietajú použitia na tieto účely: { $purposes }.
plan-choices-withdrawal = Odteraz na tieto účely neplatí žiadny súhlas: { $purposes }.
plan-all-purposes = všetky účely, na ktoré sa právo vzťahuje
plan-all-purposes-named = všetky účely, na ktoré sa právo vzťahuje; podľa dnešných zásad: { $purposes }
plan-all-purposes-none = všetky účely, na ktoré sa právo vzťahuje; podľa dnešných zásad nijaký
plan-gone-person = { $n ->
    [one] vymazaný { $rows }: je to vlastný riadok osoby
    [few] vymazané { $rows }: sú to vlastné riadky osoby
   *[other] vymazaných { $rows }: sú to vlastné riadky osoby
}
plan-gone-edge = { $n ->
    [one] vymazaný { $rows }: cez „{ $column }“ patrí k riadku z „{ $table }“, ktorý patrí osobe, a podľa mapy sa také riadky vymažú
    [few] vymazané { $rows }: cez „{ $column }“ patria k riadkom z „{ $table }“, ktoré patria osobe, a podľa mapy sa také riadky vymažú
   *[other] vymazaných { $rows }: cez „{ $column }“ patria k riadkom z „{ $table }“, ktoré patria osobe, a podľa mapy sa také riadky vymažú
}
plan-gone-over = čas, počas ktorého „{ $statement }“ také riadky uchovávalo, uplynul
plan-columns = Stĺpce, ktoré sa zmenia: { $columns }
plan-column-empty = „{ $column }“ (vyprázdni sa)
plan-column-unique = „{ $column }“ (iná hodnota, ktorá nič neprezradí)
plan-column-month = „{ $column }“ (prvý deň mesiaca)
plan-column-redact = „{ $column }“ (odstráni sa, čo hovorí o osobe)
plan-statement = Vyhlásenie zásad: „{ $statement }“
plan-why-others = { $n ->
    [one] zmenený { $rows }: patrí aj iným a zostáva pre nich, bez tejto osoby
    [few] zmenené { $rows }: patria aj iným a zostávajú pre nich, bez tejto osoby
   *[other] zmenených { $rows }: patria aj iným a zostávajú pre nich, bez tejto osoby
}
plan-why-rule = { $n ->
    [one] zmenený { $rows }: mapa hovorí, že taký riadok zostáva bez svojej osoby
    [few] zmenené { $rows }: mapa hovorí, že také riadky zostávajú bez svojej osoby
   *[other] zmenených { $rows }: mapa hovorí, že také riadky zostávajú bez svojej osoby
}
plan-why-referred = { $n ->
    [one] zmenený { $rows }: odkazujú naň iné riadky, ktoré zostávajú
    [few] zmenené { $rows }: odkazujú na ne iné riadky, ktoré zostávajú
   *[other] zmenených { $rows }: odkazujú na ne iné riadky, ktoré zostávajú
}
plan-why-lets-go = { $n ->
    [one] zmenený { $rows }: len púšťa riadky, ktoré sa vymažú
    [few] zmenené { $rows }: len púšťajú riadky, ktoré sa vymažú
   *[other] zmenených { $rows }: len púšťajú riadky, ktoré sa vymažú
}
plan-why-share = { $n ->
    [one] zdieľaný { $rows }: patrí aj iným a o tejto osobe samej nič nehovorí
    [few] zdieľané { $rows }: patria aj iným a o tejto osobe samej nič nehovoria
   *[other] zdieľaných { $rows }: patria aj iným a o tejto osobe samej nič nehovoria
}
plan-why-recordings = { $n ->
    [one] zdieľaný { $rows }: nahrávka, na ktorej možno počuť túto osobu; zostáva pre ostatných ľudí v hovore
    [few] zdieľané { $rows }: nahrávky, na ktorých možno počuť túto osobu; zostávajú pre ostatných ľudí v hovoroch
   *[other] zdieľaných { $rows }: nahrávky, na ktorých možno počuť túto osobu; zostávajú pre ostatných ľudí v hovoroch
}
plan-why-seen = { $n ->
    [one] len videný { $rows }: nepatrí tejto osobe
    [few] len videné { $rows }: nepatria tejto osobe
   *[other] len videných { $rows }: nepatria tejto osobe
}
plan-why-keep = { $n ->
    [one] ponechaný { $rows } do { $until }: { $statement }
    [few] ponechané { $rows } do { $until }: { $statement }
   *[other] ponechaných { $rows } do { $until }: { $statement }
}
plan-why-keep-term = { $n ->
    [one] ponechaný { $rows }, { $term }: { $statement }
    [few] ponechané { $rows }, { $term }: { $statement }
   *[other] ponechaných { $rows }, { $term }: { $statement }
}
plan-why-keep-open = { $n ->
    [one] ponechaný { $rows }: { $statement }
    [few] ponechané { $rows }: { $statement }
   *[other] ponechaných { $rows }: { $statement }
}
plan-tells = { $n ->
    [one] { $rows }, ktorý zostáva, bude o osobe ďalej hovoriť: v stĺpci „{ $column }“, ktorý mapa neuvádza, je hodnota, podľa ktorej nie je známy nik iný. Po kroku sa nájde a niekto bude musieť rozhodnúť. Ak tomu chcete predísť, uveďte stĺpec v mape ešte pred schválením: erase = "redact" odstráni osobu z textu, "empty" ho vyprázdni, "keep" ho nechá tak, ako je
    [few] { $rows }, ktoré zostávajú, budú o osobe ďalej hovoriť: v stĺpci „{ $column }“, ktorý mapa neuvádza, sú hodnoty, podľa ktorých nie je známy nik iný. Po kroku sa nájdu a niekto bude musieť rozhodnúť. Ak tomu chcete predísť, uveďte stĺpec v mape ešte pred schválením: erase = "redact" odstráni osobu z textu, "empty" ho vyprázdni, "keep" ho nechá tak, ako je
   *[other] { $rows }, ktoré zostávajú, bude o osobe ďalej hovoriť: v stĺpci „{ $column }“, ktorý mapa neuvádza, sú hodnoty, podľa ktorých nie je známy nik iný. Po kroku sa nájdu a niekto bude musieť rozhodnúť. Ak tomu chcete predísť, uveďte stĺpec v mape ešte pred schválením: erase = "redact" odstráni osobu z textu, "empty" ho vyprázdni, "keep" ho nechá tak, ako je
}
plan-keys = { $n ->
    [one] { $rows }, ktorý zostáva, bude o osobe ďalej hovoriť: „{ $column }“ je kľúč alebo naň odkazuje a nedá sa zmeniť, kým naň niečo odkazuje. Po kroku sa nájde a niekto bude musieť rozhodnúť: dať záznamu v úložisku ručne iný kľúč, alebo ho ponechať
    [few] { $rows }, ktoré zostávajú, budú o osobe ďalej hovoriť: „{ $column }“ je kľúč alebo naň odkazuje a nedá sa zmeniť, kým naň niečo odkazuje. Po kroku sa nájdu a niekto bude musieť rozhodnúť: dať záznamom v úložisku ručne iný kľúč, alebo ich ponechať
   *[other] { $rows }, ktoré zostávajú, bude o osobe ďalej hovoriť: „{ $column }“ je kľúč alebo naň odkazuje a nedá sa zmeniť, kým naň niečo odkazuje. Po kroku sa nájdu a niekto bude musieť rozhodnúť: dať záznamom v úložisku ručne iný kľúč, alebo ich ponechať
}
plan-stays = { $n ->
    [one] { $rows } samotnej osoby, ktorý zostáva, si ponecháva obsah stĺpca „{ $column }“: mapa ho neuvádza a nesmie byť prázdny. Ak o osobe niečo hovorí, napríklad ulica alebo dátum narodenia, uveďte ho v mape ešte pred schválením
    [few] { $rows } samotnej osoby, ktoré zostávajú, si ponechávajú obsah stĺpca „{ $column }“: mapa ho neuvádza a nesmie byť prázdny. Ak o osobe niečo hovorí, napríklad ulica alebo dátum narodenia, uveďte ho v mape ešte pred schválením
   *[other] { $rows } samotnej osoby, ktoré zostávajú, si ponecháva obsah stĺpca „{ $column }“: mapa ho neuvádza a nesmie byť prázdny. Ak o osobe niečo hovorí, napríklad ulica alebo dátum narodenia, uveďte ho v mape ešte pred schválením
}
plan-why-nothing = bez osoby zostávajú { $rows }: nič z toho, čo v nich mapa uvádza a čo sa smie zmeniť, o nikom nehovorí, takže sa v nich nič nemení
plan-why-asked = { $n ->
    [one] opravený { $rows }: osoba hovorí, že je nesprávny
    [few] opravené { $rows }: osoba hovorí, že sú nesprávne
   *[other] opravených { $rows }: osoba hovorí, že sú nesprávne
}
plan-why-tied = { $n ->
    [one] opravený { $rows }: patrí osobe podľa hodnoty, ktorá bola nesprávna
    [few] opravené { $rows }: patria osobe podľa hodnoty, ktorá bola nesprávna
   *[other] opravených { $rows }: patria osobe podľa hodnoty, ktorá bola nesprávna
}
plan-why-right = { $n ->
    [one] { $rows } je už taký, ako si osoba želá
    [few] { $rows } sú už také, ako si osoba želá
   *[other] { $rows } je už takých, ako si osoba želá
}
plan-why-voices = { $n ->
    [one] V { $rows } nahrávke počuť iných: skopíruje sa len vtedy, ak to povie niekto, kto to zvážil
    [few] V { $rows } nahrávkach počuť iných: skopírujú sa len vtedy, ak to povie niekto, kto to zvážil
   *[other] V { $rows } nahrávkach počuť iných: skopírujú sa len vtedy, ak to povie niekto, kto to zvážil
}
plan-why-voices-left = { $n ->
    [one] V { $rows } nahrávke počuť iných: neskopíruje sa
    [few] V { $rows } nahrávkach počuť iných: neskopírujú sa
   *[other] V { $rows } nahrávkach počuť iných: neskopírujú sa
}
plan-why-voices-shared = { $n ->
    [one] V { $rows } nahrávke počuť iných: skopíruje sa aj tak, lebo to niekto zvážil a tak rozhodol
    [few] V { $rows } nahrávkach počuť iných: skopírujú sa aj tak, lebo to niekto zvážil a tak rozhodol
   *[other] V { $rows } nahrávkach počuť iných: skopírujú sa aj tak, lebo to niekto zvážil a tak rozhodol
}
plan-why-sound = { $n ->
    [one] { $rows } riadok hovorí o nahrávke, ktorý je to súbor, aký je veľký a akého druhu: samotný zvuk sa počíta ako nahrávka
    [few] { $rows } riadky hovoria o nahrávkach, ktoré sú to súbory, aké sú veľké a akého druhu: samotný zvuk sa počíta ako nahrávka
   *[other] { $rows } riadkov hovorí o nahrávkach, ktoré sú to súbory, aké sú veľké a akého druhu: samotný zvuk sa počíta ako nahrávka
}
plan-why-omit = { $n ->
    [one] vynechaný { $rows }: osoba ho neposkytla na základe súhlasu ani zmluvy
    [few] vynechané { $rows }: osoba ich neposkytla na základe súhlasu ani zmluvy
   *[other] vynechaných { $rows }: osoba ich neposkytla na základe súhlasu ani zmluvy
}
plan-keeps-law = { $statement }, vyžaduje to zákon: { $law }
plan-keeps-law-unnamed = { $statement }, vyžaduje to zákon
plan-keeps-hold = blokovanie výmazu: { $reason }
plan-keeps-hold-others = blokovanie výmazu inej osoby, ktorej tieto riadky tiež patria
approve-nothing = Uzavrieť: niet čo vymazať
approve-held = Uzavrieť: zatiaľ ostáva všetko
approve-erase = { $n ->
    [one] Vymazať { $rows } riadok
    [few] Vymazať { $rows } riadky
   *[other] Vymazať { $rows } riadkov
}
approve-erase-change = { $n ->
    [one] Vymazať { $rows } riadok, zmeniť { $change }
    [few] Vymazať { $rows } riadky, zmeniť { $change }
   *[other] Vymazať { $rows } riadkov, zmeniť { $change }
}
approve-rectify = { $n ->
    [one] Opraviť { $rows } riadok
    [few] Opraviť { $rows } riadky
   *[other] Opraviť { $rows } riadkov
}
approve-rectify-nothing = Uzavrieť: niet čo opraviť
approve-access = Vytvoriť kópiu
approve-portability = Vytvoriť kópiu na prenos
approve-voices = Odovzdať aj nahrávky, v ktorých počuť iných ľudí
approve-voices-help = Len ak im to neuškodí: zvážili ste to (čl. 15 ods. 4 GDPR). Inak sú v kópii nahrávky, ktoré patria len tejto osobe.
approve-restriction = Odteraz obmedziť
approve-objection = Odteraz tieto použitia odmietať
approve-withdrawal = Zaznamenať odvolanie
approve-type = Nedá sa to vziať späť. Napíšte, koľko riadkov sa vymaže alebo zmení: { $rows }

# Výsledok uzavretej žiadosti.
result-title = Výsledok
result-true = Overené opätovným čítaním: čo sa malo vymazať, už tam nie je.
result-nobody = Podľa toho, čo osoba uviedla, sa nikto nenašiel a nič sa neurobilo. List hovorí, že sa nenašli žiadne údaje.
result-swept = Všetky tabuľky a všetky súbory, ktoré uvádza mapa údajov, pokiaľ sú textom, boli prečítané celé: nezostala žiadna hodnota, podľa ktorej bola známa iba táto osoba.
result-swept-versions = Všetky tabuľky a všetky súbory, ktoré uvádza mapa údajov, pokiaľ sú textom, boli prečítané celé: okrem starých verzií, ktoré zostávajú (pozri nižšie), nezostala žiadna hodnota, podľa ktorej bola známa iba táto osoba.
result-swept-but = Všetky tabuľky a všetky súbory, ktoré uvádza mapa údajov, pokiaľ sú textom, boli prečítané celé: hodnoty, podľa ktorých bola známa iba táto osoba, sú už len v tom, čo zostáva.
result-swept-but-versions = Všetky tabuľky a všetky súbory, ktoré uvádza mapa údajov, pokiaľ sú textom, boli prečítané celé: hodnoty, podľa ktorých bola známa iba táto osoba, sú už len v tom, čo zostáva, a v starých verziách, ktoré sa uchovávajú (pozri nižšie).
result-short = { $n ->
    [one] { $rows } hodnota osoby má menej ako päť znakov: nehľadala sa, lebo by sa našla všade.
    [few] { $rows } hodnoty osoby majú menej ako päť znakov: nehľadali sa, lebo by sa našli všade.
   *[other] { $rows } hodnôt osoby má menej ako päť znakov: nehľadali sa, lebo by sa našli všade.
}
result-files = Prečítali sa aj súbory, ktoré nie sú v nijakej tabuľke mapy údajov, pokiaľ sú textom: takáto hodnota nie je v nich ani v ich názvoch.
result-unread = { $n ->
    [one] { $rows } súbor sa nedal prečítať ako text, preto nebol prehľadaný: { $kinds }.
    [few] { $rows } súbory sa nedali prečítať ako text, preto neboli prehľadané: { $kinds }.
   *[other] { $rows } súborov sa nedalo prečítať ako text, preto neboli prehľadané: { $kinds }.
}
result-unread-large-object = { $n ->
    [one] { $rows } veľký objekt PostgreSQL nebol prehľadaný: také objekty nie sú v nijakej tabuľke a zostávajú, keď sa vymažú riadky, ktoré ich uvádzajú.
    [few] { $rows } veľké objekty PostgreSQL neboli prehľadané: také objekty nie sú v nijakej tabuľke a zostávajú, keď sa vymažú riadky, ktoré ich uvádzajú.
   *[other] { $rows } veľkých objektov PostgreSQL nebolo prehľadaných: také objekty nie sú v nijakej tabuľke a zostávajú, keď sa vymažú riadky, ktoré ich uvádzajú.
}
result-unread-foreign-table = { $n ->
    [one] { $rows } cudzia tabuľka PostgreSQL nebola prehľadaná: jej riadky sú na inom serveri. Ak obsahujú údaje ľudí, uveďte ten server ako samostatné úložisko.
    [few] { $rows } cudzie tabuľky PostgreSQL neboli prehľadané: ich riadky sú na inom serveri. Ak obsahujú údaje ľudí, uveďte ten server ako samostatné úložisko.
   *[other] { $rows } cudzích tabuliek PostgreSQL nebolo prehľadaných: ich riadky sú na inom serveri. Ak obsahujú údaje ľudí, uveďte ten server ako samostatné úložisko.
}
result-unread-word-index = { $n ->
    [one] { $rows } fulltextový index bez svojho textu nebol prehľadaný: jeho slová sa nedajú prečítať a tie z vymazaných riadkov v ňom zostávajú, kým sa nevytvorí nanovo.
    [few] { $rows } fulltextové indexy bez svojho textu neboli prehľadané: ich slová sa nedajú prečítať a tie z vymazaných riadkov v nich zostávajú, kým sa nevytvoria nanovo.
   *[other] { $rows } fulltextových indexov bez svojho textu nebolo prehľadaných: ich slová sa nedajú prečítať a tie z vymazaných riadkov v nich zostávajú, kým sa nevytvoria nanovo.
}
unread-audio = nahrávky
unread-video = videá
unread-picture = obrázky
unread-document = dokumenty ako PDF
unread-packed = archívy
unread-database = databázy
unread-link = odkazy, ktoré vedú inam
unread-forbidden = čo účet nesmie čítať
unread-name = názvy, ktoré nie sú prípustné
unread-other = iné formáty
result-not-swept = Úložiská neboli prečítané celé: tam, kam mapa údajov nevedie, môžu ešte byť hodnoty tejto osoby.
result-by-hand = { $n ->
    [one] { $rows } z týchto riadkov bol spracovaný ručne a tiež skontrolovaný.
    [few] { $rows } z týchto riadkov boli spracované ručne a tiež skontrolované.
   *[other] { $rows } z týchto riadkov bolo spracovaných ručne a tiež skontrolovaných.
}
result-accepted = Overené opätovným čítaním: niečo nebolo podľa plánu a niekto rozhodol, že to zostane.
result-unknown = { $n ->
    [one] V prerušenom kroku sa mohol vymazať ešte { $rows } riadok: údaje sa zmenili skôr, než sa dalo pozrieť.
    [few] V prerušenom kroku sa mohli vymazať ešte { $rows } riadky: údaje sa zmenili skôr, než sa dalo pozrieť.
   *[other] V prerušenom kroku sa mohlo vymazať ešte { $rows } riadkov: údaje sa zmenili skôr, než sa dalo pozrieť.
}
result-stays = Čo zostáva
result-rows = Riadky
result-until = Do
result-no-day = deň nie je známy
result-shared = patria aj iným a o tejto osobe samej nič nehovoria
result-recordings = nahrávky, na ktorých možno počuť túto osobu; zostávajú pre ostatných ľudí v hovoroch
result-until-others = kým patria ostatným
result-own-request = Táto žiadosť so svojou históriou zostáva do { $day } ako dôkaz, ako bola vybavená.
result-own-marks = Značky, podľa ktorých sa osoba spozná pri novom importe, zostávajú do { $day }.
result-own-copies = { $n ->
    [one] Vymazala sa aj { $rows } kópia skoršej žiadosti.
    [few] Vymazali sa aj { $rows } kópie skorších žiadostí.
   *[other] Vymazalo sa aj { $rows } kópií skorších žiadostí.
}
result-own-ready = { $n ->
    [one] { $rows } kópia je pripravená a ešte nebola odovzdaná: obsahuje to, čo bolo vymazané. Vezmite jej žiadosť späť alebo ju odovzdajte; po 30 dňoch potom zmizne.
    [few] { $rows } kópie sú pripravené a ešte neboli odovzdané: obsahujú to, čo bolo vymazané. Vezmite ich žiadosti späť alebo ich odovzdajte; po 30 dňoch potom zmiznú.
   *[other] { $rows } kópií je pripravených a ešte nebolo odovzdaných: obsahujú to, čo bolo vymazané. Vezmite ich žiadosti späť alebo ich odovzdajte; po 30 dňoch potom zmiznú.
}
result-disks = Na diskoch úložísk
result-disk-nothing = V jeho súboroch nezostalo nič vymazané.
result-disk-until-reused = Zvyšky vymazaných riadkov ležia vo voľnom mieste jeho súborov, kým ho neprepíše.
result-disk-until-cleaned = Vymazané riadky ležia mŕtve v jeho tabuľkách alebo v pohľadoch, ktoré z nich vznikli, kým sa nevyčistí.
result-disk-versions = Staré verzie zostávajú, kým ich niekto neodstráni.
result-disk-locked = Staré verzie sú uzamknuté; zámok končí { $day }.
result-gone-by = Z protokolov a záloh zmizne najneskôr { $day }.
result-gone-by-unknown = Mapa nehovorí, ako dlho sa uchovávajú zálohy.
result-gone-by-cleaned = Kedy na ne zabudnú protokoly a zálohy, sa ešte nevie: počíta sa to až od vyčistenia.
result-corrected = { $n ->
    [one] Opravil sa { $rows } riadok, v: { $columns }
    [few] Opravili sa { $rows } riadky, v: { $columns }
   *[other] Opravilo sa { $rows } riadkov, v: { $columns }
}
result-corrected-true = Overené opätovným čítaním: údaje sú také, ako si osoba želala.
result-corrected-nothing = Nebolo čo opraviť: osoba nemá žiadny riadok s { $columns }.
result-choices-restriction = Od { $day } sa údaje len uchovávajú: každé iné použitie sa odmietne.
result-choices-objection = Od { $day } sa odmietajú použitia na tieto účely: { $purposes }.
result-choices-withdrawal = Od { $day } na tieto účely neplatí žiadny súhlas: { $purposes }.
result-choices-gone = Čo bolo zvolené, už neplatí, alebo to nahradila neskoršia žiadosť.
result-choices-nobody = Podľa toho, čo osoba uviedla, sa nikto nenašiel. Čo zvolila, je zaznamenané od { $day } a platí pre toho, kto bude podľa toho známy neskôr. List hovorí, že sa nenašli žiadne údaje.
result-copy-gone = Kópia tu už nie je: kópie sa vymazávajú 30 dní po odovzdaní alebo keď sa osoba vymaže.
result-handed = Kópia bola odovzdaná { $day }, { $way }.
result-taken-back = Osoba vzala žiadosť späť.

# Čo o osobe obsahujú vlastné tabuľky programu Abide.
own-title = Vo vlastných tabuľkách programu Abide
own-open = { $n ->
    [one] { $rows } žiadosť, ktorá je ešte otvorená
    [few] { $rows } žiadosti, ktoré sú ešte otvorené
   *[other] { $rows } žiadostí, ktoré sú ešte otvorené
}
own-proof = { $n ->
    [one] { $rows } uzavretá žiadosť, uchovaná ako dôkaz, ako bola vybavená
    [few] { $rows } uzavreté žiadosti, uchované ako dôkaz, ako boli vybavené
   *[other] { $rows } uzavretých žiadostí, uchovaných ako dôkaz, ako boli vybavené
}
own-erased = { $n ->
    [one] { $rows } značka vymazania
    [few] { $rows } značky vymazania
   *[other] { $rows } značiek vymazania
}
own-chosen = { $n ->
    [one] { $rows } voľba, ktorá sa dodržiava, kým platí
    [few] { $rows } voľby, ktoré sa dodržiavajú, kým platia
   *[other] { $rows } volieb, ktoré sa dodržiavajú, kým platia
}
own-held = { $n ->
    [one] { $rows } blokovanie výmazu, uchované ako dôkaz, prečo údaje ostali
    [few] { $rows } blokovania výmazu, uchované ako dôkaz, prečo údaje ostali
   *[other] { $rows } blokovaní výmazu, uchovaných ako dôkaz, prečo údaje ostali
}
own-until = { $what } (do { $day })

# Blokovania výmazu: čo sa nesmie vymazať, lebo to potrebuje právny nárok.
holds-title = Blokovania výmazu
holds-text = Čo je zablokované, sa nevymaže (čl. 17 ods. 3 písm. e GDPR): právny nárok to môže potrebovať ako dôkaz. Všetko ostatné sa vymaže.
holds-until = do { $day }
holds-open = kým sa nezruší
holds-ended = skončilo sa { $day }
holds-lifted = zrušené: { $by }, { $at }
holds-placed = zadané: { $by }, { $at }
holds-everything = všetko o osobe
holds-covers = len { $what }
holds-lift = Zrušiť blokovanie
holds-place = Zablokovať výmaz
holds-place-text = Plán, ktorý čaká na schválenie, sa urobí nanovo; ten, ktorý sa práve vykonáva, zastane pred ďalším úložiskom.
holds-reason = Pre ktorý právny nárok
holds-reason-help = Bez osobných údajov. Osoba to uvidí v kópii svojich údajov.
holds-last = Posledný deň; prázdne, ak nie je známy
holds-tables = Len tieto tabuľky; všetko, ak nevyberiete žiadnu
holds-do = Zadať blokovanie

# Mapa údajov.
map-title = Mapa údajov
map-lead = Kde ležia údaje o ľuďoch, komu a podľa akého pravidla patria a kam idú.
map-wrong = Čo nie je v poriadku
map-drawn = Nakreslené
map-drawn-text = Vľavo stoja ľudia. Šípky vedú k riadkom, ktoré im patria, a von k regiónom a príjemcom. To isté je v tabuľkách nižšie.
map-scroll = Kresba je širšia ako toto okno: posuňte ju nabok, aby ste vpravo videli regióny a príjemcov.
map-key-people = tabuľka ľudí
map-key-table = tabuľka
map-key-outside = región alebo príjemca
map-key-wrong = niečo nie je v poriadku
map-key-owns = patrí osobe
map-key-sees = osoba to smie vidieť
map-rules = Ako tabuľka
map-alone = Žiadne pravidlo nevedie k alebo od:
map-to = Riadky z
map-rule = Pravidlo
map-from = Komu patrí
map-columns = Podľa stĺpcov
map-when = Ak
map-erase = Pri vymazaní
map-erase-delete = vymazané
map-erase-anonymize = anonymizované
map-erase-none = nič
map-kept = nejaký čas ponechané
map-kept-in = leží v
map-receives = dostáva: { $what }
map-nobody = Riadky „{ $table }“ nepatria nikomu: nenájdu sa, keď niekto žiada o svoje údaje. Pridajte hranu alebo vynechajte tabuľku z mapy.
map-no-people = Žiadna tabuľka mapy neobsahuje ľudí, preto sa nedá nikoho nájsť. Pomenujte tabuľku, ktorej riadky sú ľudia.
map-flows = Kam údaje idú
map-store = Úložisko
map-goes-to = Ide k
map-files = Súbory mapy:
edge-owned-by = patrí k
edge-owns = patrí s
edge-accessed-by = vidí
edge-accesses = vidno s
map-check = Porovnať s úložiskami
map-check-text = Prvé riadky každej tabuľky sa prečítajú a porovnajú s mapou a zásadami. Nič sa nezmení a žiadna hodnota sa neukáže.
map-check-do = Skontrolovať úložiská
map-check-clean = Čo sa prezrelo, zodpovedá mape a zásadám.
