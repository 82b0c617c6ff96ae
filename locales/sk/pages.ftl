# Stránky popri zásadách.

# Úvodná stránka.
start = Ochrana súkromia – { $name }
start-description = Platné aj archivované zásady ochrany súkromia organizácie { $name }, pre ľudí aj pre programy.
start-lead = Tu je napísané, čo { $name } robí s osobnými údajmi: jednoduchými slovami a vo formátoch, ktoré čítajú programy.
start-policies = Platné zásady
start-read = Prečítať zásady
start-since = Platia od
start-version = Verzia
start-hash = Odtlačok
start-role = Pre koho
start-role-controller = Pre návštevníkov, zákazníkov a všetkých, o ktorých údajoch rozhodujeme
start-role-processor = Pre zákazníkov, pre ktorých spracúvame údaje, a pre dotknuté osoby
start-more = Podrobnejšie
start-cookies-text = čo sa ukladá vo vašom prehliadači a ako to odmietnuť alebo vymazať
start-sub-processors-text = kto pre nás pracuje, kde a odkedy
start-record-text = každá spracovateľská činnosť tak, ako ju podľa zákona treba zaznamenať
start-archive-text = každá verzia, ktorá bola kedy zverejnená, a čo sa zmenilo
start-compact = Ako ich posudzujú prehliadače: { $title }
start-compact-text = skrátené zásady token po tokene, s verdiktmi a dôvodmi
start-compact-before = Ako prehliadače posudzovali predchádzajúcu verziu ({ $version })
start-changes-text = pre ľudí a riadok po riadku
start-try-text = vložte skrátené zásady, hlavičku alebo súbor so zásadami a pozrite si ich vysvetlenie a posúdenie
start-find-text = vložte list, tabuľku alebo hovor a pozrite si v nich označené osobné údaje s dôvodmi každého nálezu
start-machine = Pre programy
start-p3p = Referenčný súbor P3P
start-policy-xml = Zásady P3P: { $title }
start-schema-xml = Dátová schéma P3P: { $title }
start-jsonld = Data Privacy Vocabulary (JSON-LD): { $title }
start-source = Zdroj (TOML): { $title }
start-security = Kam hlásiť bezpečnostné problémy (security.txt)
start-gpc = Global Privacy Control

# Archív.
archive = Všetky verzie
archive-description = Každá verzia všetkých zásad, ktoré { $name } zverejňuje.
archive-lead = Zverejnená verzia sa nikdy nemení. Dokazuje to jej odtlačok: každý si ho môže vypočítať zo zdroja.
archive-caption = Verzie zásad „{ $title }“
archive-version = Verzia
archive-effective = Platí od
archive-state = Stav
archive-hash = Odtlačok (SHA-256)
archive-texts = Texty
archive-read = Zásady
archive-source = Zdroj
archive-compact = Skrátené zásady
archive-changes = Čo sa zmenilo
archive-state-current = platná
archive-state-announced = ohlásená
archive-state-past = minulá
archive-full = Zdroj verzie { $version }
archive-full-caption = Zo zdroja sa vytvára všetko, čo je tu; pre odtlačok sa počíta každý bajt.

# Zmeny medzi dvoma verziami.
changes = Čo sa zmenilo: { $title }
changes-description = Čo sa pre ľudí zmenilo medzi verziami { $before } a { $after }.
changes-lead = Verzia { $after } v porovnaní s verziou { $before }.
changes-effective = Platí od { $date }.
changes-before = Predtým
changes-after = Teraz
changes-none = Pre ľudí sa nič nezmenilo.
changes-better = väčšia ochrana
changes-worse = menšia ochrana
changes-neutral = ani väčšia, ani menšia
changes-notices = Obe v plnom znení
changes-notice-before = Verzia { $version }, predtým
changes-notice-after = Verzia { $version }, teraz
changes-lines = Zdroj riadok po riadku

# Súbory cookie.
cookies = Súbory cookie a iné úložiská
cookies-description = Čo { $name } ukladá v prehliadačoch a ako to odmietnuť alebo vymazať.
cookies-lead = Tu je všetko, čo naše stránky ukladajú vo vašom prehliadači, čo to je a ako sa toho zbaviť.
cookies-list = Čo ukladáme
cookies-none = Vo vašom prehliadači sa nič neukladá.
cookies-caption = Uložené v prehliadači: { $title }
cookies-name = Názov
cookies-kind = Druh
cookies-for = Na čo
cookies-lifetime = Ako dlho
cookies-lifetime-session = do zatvorenia prehliadača
cookies-lifetime-tab = do zatvorenia karty prehliadača
cookies-lifetime-stays = do vymazania
cookies-provider = Kto ich ukladá
cookies-provider-own = my
cookies-data = Kam patria
cookies-choice = Vaša voľba
cookies-what = Čo to je
cookies-what-cookie = Súbor cookie
cookies-what-cookie-text = Krátky text, o ktorého uloženie web požiada váš prehliadač a ktorý mu prehliadač pri každej požiadavke posiela späť. Relačný súbor cookie zanikne zatvorením prehliadača, trvalý zostane do určeného dňa, v dnešných prehliadačoch najviac 400 dní. Web podľa neho spozná, že dve požiadavky prišli z toho istého prehliadača: pre košík alebo prihlásenie je to potrebné, na sledovanie ľudí naprieč webmi nie.
cookies-what-local = Lokálne úložisko, úložisko relácie, databáza prehliadača
cookies-what-local-text = Úložisko, ktoré plnia a čítajú skripty webu. Samo od seba sa z neho nič neposiela. Úložisko relácie zanikne s kartou prehliadača; lokálne úložisko a databázy prehliadača zostanú, kým ich nevymažete vy alebo web. Vymazaním „súborov cookie a údajov stránok“ sa vymažú aj ony.
cookies-what-flash = Objekt Flash
cookies-what-flash-text = „Lokálny zdieľaný objekt“: súbor, do ktorého Flash Player ukladal údaje webu mimo vlastného úložiska prehliadača. Vymazaním súborov cookie sa nevymazal a zdieľali ho všetky prehliadače v počítači.
cookies-flash = Staré objekty Flash dnes
cookies-flash-text = Flash Player od januára 2021 nefunguje: spoločnosť Adobe ho ukončila a všetky prehliadače ho odstránili. Žiadny web už nemôže objekty Flash zapisovať, čítať ani posielať. Súbory z tých čias možno ešte máte v počítači. Nič nerobia, ale môžete ich vymazať:
cookies-flash-uninstall = Ak je Flash Player ešte nainštalovaný, odinštalujte ho; odstráni ho odinštalačný program od spoločnosti Adobe.
cookies-flash-folder = Potom vymažte priečinok, v ktorom sú objekty uložené:
cookies-flash-windows = Windows
cookies-flash-mac = macOS
cookies-flash-linux = Linux
cookies-refuse = Ako ich odmietnuť alebo vymazať
cookies-refuse-text = V každom prehliadači si môžete pozrieť, čo weby uložili, vymazať to a od začiatku to odmietnuť. Ak odmietnete všetko, niečo prestane fungovať: nezostanete prihlásení a košík zabudne, čo v ňom je. Názvy ponúk sa medzi verziami menia: ak niektorú nenájdete, napíšte do vyhľadávania v nastaveniach slovo „cookie“.
cookies-browser-firefox = Firefox
cookies-browser-firefox-delete = Nastavenia › Súkromie a bezpečnosť › Cookies a údaje stránok › Spravovať údaje… zobrazí a vymaže, čo jednotlivé weby uložili.
cookies-browser-firefox-refuse = Nastavenia › Súkromie a bezpečnosť › Rozšírená ochrana pred sledovaním › Vlastná › Cookies určuje, čo sa odmietne. Súbory cookie cudzích webov Firefox od začiatku oddeľuje pre každý web zvlášť.
cookies-browser-chrome = Chrome
cookies-browser-chrome-delete = Nastavenia › Ochrana súkromia a zabezpečenie › Súbory cookie tretích strán › Zobraziť všetky dáta webov a povolenia zobrazí a vymaže, čo jednotlivé weby uložili.
cookies-browser-chrome-refuse = Nastavenia › Ochrana súkromia a zabezpečenie › Súbory cookie tretích strán odmietne súbory cookie cudzích webov. V časti Nastavenia webu › Ďalšie nastavenia obsahu › Dáta webov v zariadení môžete odmietnuť všetky.
cookies-browser-safari = Safari
cookies-browser-safari-delete = Na Macu: Safari › Nastavenia › Súkromie › Spravovať dáta webových stránok… Na iPhone alebo iPade: Nastavenia › Apky › Safari › Rozšírené › Dáta webových stránok.
cookies-browser-safari-refuse = Súbory cookie cudzích webov Safari odmieta od začiatku. Nastavenia › Rozšírené › Blokovať všetky cookies odmietne všetky; na iPhone a iPade je prepínač v nastaveniach Safari v časti Rozšírené.
cookies-browser-edge = Edge
cookies-browser-edge-delete = Nastavenia › Ochrana osobných údajov, vyhľadávanie a služby › Súbory cookie › Zobraziť všetky súbory cookie a údaje lokality zobrazí a vymaže, čo jednotlivé weby uložili.
cookies-browser-edge-refuse = Nastavenia › Ochrana osobných údajov, vyhľadávanie a služby › Súbory cookie určuje, či sa odmietnu súbory cookie cudzích webov alebo všetky.
cookies-private = Nezanechať stopu od začiatku
cookies-private-text = V súkromnom okne zmizne všetko, čo weby uložia, hneď ako ho zatvoríte.
cookies-delete-word = Vymazať
cookies-refuse-word = Odmietnuť

# Ďalší sprostredkovatelia.
sub-processors = Ďalší sprostredkovatelia
sub-processors-description = Kto spracúva údaje pre organizáciu { $name }, kde, na čo a odkedy.
sub-processors-none = Údaje pre nás nespracúva žiadna organizácia.
sub-processors-for = Pre „{ $title }“

# Záznamy o spracúvaní.
record = Záznamy o spracovateľských činnostiach
record-description = Záznamy o spracovateľských činnostiach, ktoré vedie { $name }.
record-lead = Článok 30 GDPR ukladá organizáciám povinnosť viesť záznamy o tom, čo robia s osobnými údajmi. Toto sú naše záznamy, vytvorené z platných zásad.
record-controller = Ako prevádzkovateľ (čl. 30 ods. 1 GDPR): { $title }
record-processor = Ako sprostredkovateľ (čl. 30 ods. 2 GDPR): { $title }
record-entity-controller = Prevádzkovateľ
record-entity-processor = Sprostredkovateľ
record-contact = Kontakt
record-controllers = V mene koho
record-version = Verzia
record-purposes = Účely
record-categories-processing = Kategórie spracúvania
record-grounds = Právny základ
record-subjects = Dotknuté osoby
record-categories = Kategórie údajov
record-recipients = Príjemcovia
record-transfers = Prenosy do tretích krajín
record-transfers-none = žiadne
record-transfer = { $who } ({ $country }): { $ground }
record-transfer-none = základ prenosu nie je uvedený
record-limits = Lehoty na vymazanie
record-security = Bezpečnostné opatrenia
record-csv-policy = Zásady
record-csv-version = Verzia
record-csv-role = Úloha
record-csv-activity = Činnosť
record-csv-id = Vyhlásenie

# Čo sa zmenilo, jedna veta na zmenu.
change-access = Prístup k vašim údajom
change-entity = Kto zodpovedá
change-contact = Kontaktné údaje boli aktualizované.
change-choices-yes = Pribudlo miesto, kde si môžete vybrať.
change-choices-no = Miesto, kde ste si mohli vybrať, už neexistuje.
change-rights-yes = Zásady už uvádzajú, ako uplatníte svoje práva.
change-rights-no = Zásady už neuvádzajú, ako uplatníte svoje práva.
change-authority-yes = Dozorný orgán je teraz uvedený.
change-authority-no = Dozorný orgán už nie je uvedený.
change-disputes = Spôsoby riešenia sporov
change-wording = { $count ->
    [one] Jeden text má nové znenie.
    [few] { $count } texty majú nové znenie.
    [many] { $count } textu má nové znenie.
   *[other] { $count } textov má nové znenie.
}
change-general = Všeobecne
change-statement-added = Toto použitie údajov je nové.
change-statement-removed = Toto použitie údajov sa skončilo.
change-cookies = Súbory cookie a iné úložiská
change-cookie-added = Nové v prehliadači: { $name }
change-cookie-removed = Už nie je v prehliadači: { $name }
change-cookie-lifetime = Ako dlho zostáva { $what }
change-places = Kto pre nás pracuje a kde
change-sub-processor-added = Nový ďalší sprostredkovateľ: { $name }, { $country }
change-sub-processor-removed = Už nie je ďalším sprostredkovateľom: { $name }, { $country }
change-region-added = Údaje sa teraz uchovávajú aj tu: { $name }, { $country }
change-region-removed = Údaje sa tu už neuchovávajú: { $name }, { $country }
change-data-added = Teraz získavame aj: { $what }
change-data-removed = Už nezískavame: { $what }
change-data-optional = Toto už uvádzať nemusíte: { $what }
change-data-required = Toto teraz uviesť musíte: { $what }
change-purpose-added = Nový účel použitia: { $what }. { $choice }
change-purpose-removed = Už sa nepoužíva na tento účel: { $what }
change-recipient-added = Nový príjemca: { $what }. { $choice }
change-recipient-removed = Už nie je príjemcom: { $what }
change-recipient-country = Kde sú príjemcovia: { $what }
change-recipient-country-none = neuvedené
change-choice = Vaša voľba: { $what }
change-basis = Právny základ: { $what }
change-basis-none = právny základ nie je uvedený
change-retention = Ako dlho sa uchovávajú

## Stránky o problémoch
problems = Problémy, ktoré kontrola nachádza
problems-error = chyba
problems-warning = upozornenie
problems-stops = bráni zverejneniu.
problems-never-stops = zverejneniu nebráni. V súbore ho možno s uvedením dôvodu vziať na vedomie.
problems-map-stops = mapu údajov nemožno použiť, kým sa neopraví.
problems-map-never-stops = mapu údajov možno použiť. V súbore ho možno s uvedením dôvodu vziať na vedomie.
problems-says = Čo sa zobrazí
problems-why = Prečo
problems-help = Čo urobiť
