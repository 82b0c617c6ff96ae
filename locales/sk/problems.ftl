# Každý problém: čo to je, čo sa povie, čo urobiť a prečo. Názvy zodpovedajú kódom.

problem-file-size = súbor má { $size } bajtov, ale číta sa najviac { $max }
    .title = súbor je príliš veľký
    .help = rozdeľte ho alebo odstráňte, čo do zásad nepatrí
    .why = Obmedzenie bráni tomu, aby chybný alebo nepriateľský súbor vyčerpal pamäť.

problem-file-encoding = súbor nie je text v UTF-8: bajt { $offset } sa nedá prečítať
    .title = súbor nie je v UTF-8
    .help = uložte ho znova ako UTF-8 (väčšina editorov to tak volá)
    .why = Názvy a texty v piatich jazykoch potrebujú jedno kódovanie; UTF-8 je jediné, ktoré TOML a Abide čítajú.

problem-file-name = súbor `{ $file }` { $problem }
    .title = súbor uvedený v súbore webu sa nedá použiť
    .help = uveďte súbor so zásadami, ktorý je v priečinku webu
    .why = Súbor webu vymenúva súbory so zásadami, ktoré sa zverejňujú; každý musí existovať v jeho priečinku.

problem-toml-syntax = { $message }
    .title = neplatný TOML
    .help = { "" }
    .why = Na tomto mieste sa súbor nedal prečítať ako TOML. Čo nasleduje po chybe, sa napriek tomu skontrolovalo, ak to bolo možné.

problem-key-unknown = { $table } nepozná kľúč `{ $key }`
    .title = neznámy kľúč
    .help = odstráňte ho alebo si v schéme pozrite dovolené kľúče: { $table }
    .why = Kľúč, ktorý nikto nečíta, je sľub, ktorý nikto neplní: nič zo súboru sa nesmie mlčky stratiť.

problem-key-missing = { $table } potrebuje kľúč `{ $key }`
    .title = chýba potrebný kľúč
    .help = doplňte `{ $key } = …`: { $doc }
    .why = Bez neho sa zásady nedajú zverejniť alebo by ľudia nedostali odpoveď, na ktorú majú nárok.

problem-value-type = `{ $key }` musí byť { $expected }, nie { $found }
    .title = hodnota nesprávneho druhu
    .help = { "" }
    .why = Každý kľúč prijíma jeden druh hodnoty; schéma ich vymenúva.

problem-value-word = `{ $value }` nie je { $kind }
    .title = slovo, ktoré nie je v zozname
    .help = jedno z: { $words }
    .why = Účely, príjemcovia, kategórie a podobne sú uzavreté zoznamy, aby každý čitateľ, človek aj program, rozumel to isté.

problem-value-format = `{ $value }` nie je { $expected }: { $hint }
    .title = hodnota, ktorá sa nedá prečítať
    .help = { "" }
    .why = Hodnota nemá tvar, ktorý tento kľúč vyžaduje.

problem-value-empty = `{ $key }` nemá hodnotu
    .title = prázdna hodnota
    .help = doplňte hodnotu alebo kľúč odstráňte
    .why = Prázdna hodnota nič nehovorí a zverejnila by sa ako nič.

problem-value-control = `{ $key }` obsahuje riadiaci znak
    .title = riadiace znaky v texte
    .help = odstráňte ho; zalomenie riadka je dovolené len v dlhších textoch
    .why = Riadiace znaky môžu pokaziť hlavičky, tabuľky a stránky, do ktorých sa text zverejňuje.

problem-value-length = `{ $key }` má { $length } znakov, zverejňuje sa najviac { $max }
    .title = príliš dlhý text
    .help = skráťte ho
    .why = Vďaka obmedzeniam zostávajú stránky čitateľné a hlavičky také, aké servery prijmú.

problem-id-duplicate = dvakrát uvedené: { $kind } `{ $id }`
    .title = dve veci s jedným názvom
    .help = jednu z nich premenujte
    .why = Rozhodnutia, hlásenia a iné časti súboru sa na veci odvolávajú názvom; názov musí označovať jedinú vec.

problem-reference-unknown = nenašlo sa: { $kind } `{ $id }`
    .title = názov, ktorý nič nemá
    .help = definujte to alebo opravte názov
    .why = Súbor sa odkazuje na niečo, čo nedefinuje.

problem-region-unknown = `{ $region }` nie je región krajiny { $country }
    .title = región, ktorý krajina nemá
    .help = jeden z: { $known }; alebo ho vynechajte
    .why = Sviatky regiónu posúvajú posledný deň, dokedy treba odpovedať na žiadosť. Sviatky regiónu, ktorý neexistuje, sa nedajú započítať; krajina je tá, ktorej právom sa riadia prvé zásady webu.
problem-zone-unknown = `{ $zone }` nie je časové pásmo
    .title = časové pásmo, ktoré nikto nepozná
    .help = napíšte ho ako databáza tz, napríklad `America/New_York`; alebo ho vynechajte
    .why = Či žiadosť prišla dnes, koľko dní zostáva a kedy je po termíne, závisí od toho, kde je polnoc. S nesprávne napísaným pásmom by sa potichu počítalo podľa iných hodín.
problem-text-language = { $place } nemá znenie v týchto jazykoch: { $languages }
    .title = v prisľúbenom jazyku chýba text
    .help = doplňte ho alebo vyraďte jazyk z `languages`: dovtedy sa zásady v tomto jazyku nezverejnia
    .why = Zásady sa v jazyku zobrazia, len ak v ňom existujú všetky texty organizácie; pri polovičnom preklade by ľudia museli hádať.

problem-text-count = text uvádza počet { $said } ({ $what }), ale v skutočnosti je ich { $counted }
    .title = číslo v texte sa líši od súboru
    .help = opravte text alebo súbor
    .why = Ľudia sa na text spoliehajú. Ak číslu zvyšok zásad odporuje, jedno z nich nie je pravdivé.

problem-text-purpose = text { $said } { $purpose }, ale { $fact }
    .title = účel v texte sa líši od vyhlásení
    .help = opravte text alebo vyhlásenia
    .why = Ľudia sa na text spoliehajú. Ak text popiera účel, ktorý vyhlásenie uvádza, alebo naopak, jedno z nich nie je pravdivé.

problem-policy-name-missing = zásady nemajú názov
    .title = zásady bez názvu
    .help = doplňte `name="…"`
    .why = Referenčný súbor aj iné zásady v tom istom súbore sa na ne odkazujú názvom (P3P 1.0 §3.2.2).

problem-policy-name-dup = názov `{ $name }` je použitý dvakrát
    .title = dvoje zásad s jedným názvom
    .help = dajte každým zásadám vlastný názov
    .why = Odkaz na názov by bol nejednoznačný (P3P 1.0 §3.2.2).

problem-policy-discuri-missing = zásady neuvádzajú, kde si ich ľudia môžu prečítať
    .title = chýba adresa zásad pre ľudí
    .help = doplňte `discuri="https://…"`
    .why = Každé zásady P3P odkazujú na svoje znenie pre ľudí (P3P 1.0 §3.2.2).

problem-policy-opturi-missing = { $place } ponúka { $choice }, ale zásady nemajú adresu, na ktorej si ľudia vyberú
    .title = možnosti voľby bez miesta, kde si vybrať
    .help = doplňte adresu: `choices = "https://…"` v tabuľke `[policy]` (`opturi` v P3P)
    .why = Súhlas alebo odmietnutie, ku ktorému sa nikto nedostane, neexistuje (P3P 1.0 §3.2.2, čl. 7 ods. 3 GDPR).

problem-policy-discuri-relative = `{ $value }` nie je úplná webová adresa
    .title = adresa, ktorá nie je absolútna
    .help = napíšte ju s `https://` a názvom hostiteľa
    .why = Prehliadače zobrazujú adresu aj mimo stránky, na ktorej sa našla.

problem-entity-missing = zásady neuvádzajú, kto zodpovedá
    .title = chýba organizácia
    .help = doplňte ENTITY s názvom a kontaktom
    .why = Ľudia musia vedieť, s kým majú do činenia (P3P 1.0 §3.2.4, čl. 13 ods. 1 písm. a) GDPR).

problem-entity-noname = organizácia nemá názov
    .title = organizácia nemá názov
    .help = doplňte jej oficiálny názov
    .why = Ľudia musia vedieť, s kým majú do činenia (P3P 1.0 §3.2.4, čl. 13 ods. 1 písm. a) GDPR).

problem-entity-nocontact = organizácia nemá poštovú adresu, telefón, e-mail ani webovú adresu
    .title = organizáciu nemožno kontaktovať
    .help = doplňte aspoň jeden spôsob, ako ju kontaktovať
    .why = Názov bez kontaktu nikomu nepomôže (P3P 1.0 §3.2.4, čl. 13 ods. 1 písm. a) GDPR).

problem-entity-badref = `{ $name }` nemôže opisovať organizáciu
    .title = organizácia opísaná inými ako firemnými údajmi
    .help = použite prvky `business.*`
    .why = Organizáciu opisujú iba prvky zo skupiny business (P3P 1.0 §3.2.4).

problem-access-missing = zásady neuvádzajú, aký prístup ľudia majú
    .title = nič o prístupe
    .help = doplňte jedno z: { $words }
    .why = Každé zásady uvádzajú práve jeden druh prístupu (P3P 1.0 §3.2.5).

problem-access-multiple = zásady uvádzajú viac ako jeden druh prístupu
    .title = viacero druhov prístupu
    .help = ponechajte jeden
    .why = Každé zásady uvádzajú práve jeden druh prístupu (P3P 1.0 §3.2.5).

problem-access-nonident-conflict = prístup je `nonident`, ale { $statement } získava { $categories }
    .title = žiadny prístup, hoci ľudí možno identifikovať
    .help = uveďte, aký prístup ľudia majú: `access = "{ $proposal }"`
    .why = `nonident` tvrdí, že sa nezískavajú žiadne identifikujúce údaje. Kontaktné údaje však ľudí identifikujú a ľudia majú právo na prístup k nim (P3P 1.0 §3.2.5, čl. 15 GDPR).

problem-access-none-law = prístup je `none`, ale { $statement } získava údaje o ľuďoch
    .title = žiadny prístup, hoci ho zákon priznáva
    .help = uveďte, aký prístup ľudia majú: `access = "{ $proposal }"`
    .why = Tam, kde platí GDPR, majú ľudia právo na prístup, ktoré zásady nemôžu vylúčiť (čl. 15).

problem-disputes-none = zásady neuvádzajú žiadny spôsob riešenia sporov
    .title = žiadny spôsob riešenia sporov
    .help = doplňte `[[dispute]]`: zákaznícky servis, úrad alebo rozhodné právo
    .why = Ľudia majú vedieť, kam sa obrátiť, ak sa sľub nedodržal (P3P 1.0 §3.2.6).

problem-disputes-service = riešenie sporu neuvádza, kam sa obrátiť
    .title = riešenie sporu bez miesta
    .help = doplňte `service="https://…"`
    .why = Atribút service je povinný (P3P 1.0 §3.2.6).

problem-disputes-type = `{ $value }` nie je spôsob riešenia sporu
    .title = neznámy spôsob riešenia sporu
    .help = jedno z: { $words }
    .why = Spôsob riešenia je povinný a jeho zoznam je uzavretý (P3P 1.0 §3.2.6).

problem-disputes-remedies-none = { $place } neuvádza, čo sa ponúka
    .title = riešenie sporu bez nápravy
    .help = doplňte `remedies`: correct, money, law
    .why = Pri každom spôsobe riešenia sporu má byť uvedené, k čomu vedie (P3P 1.0 §3.2.7).

problem-statement-none = zásady nemajú vyhlásenia: tvrdia, že sa nezískavajú vôbec žiadne údaje
    .title = zásady bez vyhlásení
    .help = ak sa údaje získavajú, doplňte `[[statement]]` pre každú skupinu údajov
    .why = Zásady bez vyhlásení sľubujú, že sa nič nezískava. Tento sľub poruší aj bežný záznam o prístupoch (P3P 1.0 §3.3).

problem-statement-purpose-missing = { $statement } neuvádza, na čo údaje slúžia
    .title = vyhlásenie bez účelu
    .help = doplňte aspoň jeden účel
    .why = Každé vyhlásenie uvádza účely, príjemcov, uchovávanie a údaje (P3P 1.0 §3.3.1, čl. 13 ods. 1 písm. c) GDPR).

problem-statement-recipient-missing = { $statement } neuvádza, kto údaje dostane
    .title = vyhlásenie bez príjemcu
    .help = doplňte aspoň jedného príjemcu, pre seba `ours`
    .why = Každé vyhlásenie uvádza účely, príjemcov, uchovávanie a údaje (P3P 1.0 §3.3.1, čl. 13 ods. 1 písm. e) GDPR).

problem-statement-retention-missing = { $statement } neuvádza, ako dlho údaje zostanú
    .title = vyhlásenie bez uchovávania
    .help = doplňte jeden druh uchovávania
    .why = Každé vyhlásenie uvádza účely, príjemcov, uchovávanie a údaje (P3P 1.0 §3.3.1, čl. 13 ods. 2 písm. a) GDPR).

problem-statement-data-missing = { $statement } neuvádza, ktorých údajov sa týka
    .title = vyhlásenie bez údajov
    .help = doplňte aspoň jeden údajový prvok
    .why = Každé vyhlásenie uvádza účely, príjemcov, uchovávanie a údaje (P3P 1.0 §3.3.1).

problem-statement-nonident-conflict = { $statement } tvrdí, že je anonymné, ale jeho údaje majú kategórie { $categories }
    .title = anonymné údaje, ktoré identifikujú
    .help = odstráňte tieto údaje alebo netvrďte `{ $claim }`
    .why = Údaje s kontaktnými, finančnými alebo úradnými identifikátormi ľudí identifikujú; nazvať ich anonymnými nie je pravda (P3P 1.0 §3.3.3, odôvodnenie 26 GDPR).

problem-statement-nonident-unique = { $statement } tvrdí, že je anonymné, ale { $data } nesie jedinečný identifikátor
    .title = anonymné údaje s jedinečným identifikátorom
    .help = uveďte, ako sa identifikátor pred uchovaním údajov skracuje, a vezmite to na vedomie, alebo netvrďte `{ $claim }`
    .why = Podľa jedinečného identifikátora možno jednotlivých ľudí rozlíšiť a sledovať, a to nie je anonymné (odôvodnenie 26 GDPR).

problem-purpose-required-forbidden = pri `{ $word }` nemôže byť možnosť voľby
    .title = možnosť voľby tam, kde byť nemôže
    .help = odstráňte ju: `{ $word } = "always"`
    .why = Splnenie toho, o čo človek požiadal, a my sami ako príjemca sú v slovníku P3P bez možnosti voľby (P3P 1.0 §3.3.4, §3.3.5).

problem-purpose-required-value = `{ $value }` nie je možnosť voľby
    .title = neznáma možnosť voľby
    .help = jedno z: { $words }
    .why = P3P pozná tri hodnoty atribútu `required` (P3P 1.0 §3.3.4).

problem-purpose-other-text = { $statement } obsahuje `other-purpose`, ale neuvádza, ktorý to je
    .title = iný účel bez vysvetlenia
    .help = doplňte opis
    .why = Účel, ktorý nie je v zozname, treba vysvetliť slovami (P3P 1.0 §3.3.4).

problem-category-other-text = `{ $data }` obsahuje `other-category`, ale neuvádza, ktorá to je
    .title = iná kategória bez vysvetlenia
    .help = doplňte text `other-category`
    .why = Kategóriu, ktorá nie je v zozname, treba vysvetliť slovami (P3P 1.0 §3.4).

problem-retention-timetable = { $statement } uchováva údaje (dôvod: { $kind }), ale neuvádza pravidlo
    .title = chýba harmonogram likvidácie
    .help = uveďte `period`, alebo zákon či prax ako `reason`
    .why = Ak sa uchovávanie riadi zákonom, praxou organizácie alebo históriou, zásady pre ľudí musia uviesť harmonogram (P3P 1.0 §3.3.6, čl. 13 ods. 2 písm. a) GDPR).

problem-retention-period-missing = { $statement } uchováva údaje o ľuďoch bez lehoty
    .title = chýba skutočná lehota
    .help = doplňte `period = "30 days"` alebo inú skutočnú lehotu, alebo kritériá ako `reason`
    .why = Ľuďom treba povedať, ako dlho alebo podľa akých kritérií (čl. 13 ods. 2 písm. a) GDPR); uchovávanie bez obmedzenia odporuje čl. 5 ods. 1 písm. e).

problem-retention-period-kind = { $statement } má druh uchovávania `{ $kind }` a lehotu `{ $period }`: { $reason }
    .title = lehota, ktorá odporuje svojmu druhu
    .help = zmeňte druh alebo lehotu
    .why = Druh čítajú programy, lehotu ľudia; musia hovoriť to isté (P3P 1.0 §3.3.6).

problem-retention-indefinite = { $statement } uchováva údaje o ľuďoch neobmedzene
    .title = osobné údaje bez konca
    .help = uveďte lehotu, alebo `anonymous = true`, ak nezostane nič osobné
    .why = Neobmedzené uchovávanie osobných údajov odporuje zásade minimalizácie uchovávania (čl. 5 ods. 1 písm. e) GDPR).

problem-data-ref-unknown = údajový prvok `{ $name }` neexistuje
    .title = neznámy údajový prvok
    .help = použite prvok základnej schémy alebo ho definujte pomocou `[[data]]`
    .why = Vyhlásenia pomenúvajú údaje podľa základnej schémy alebo vlastnými prvkami organizácie (P3P 1.0 §3.3.7, §5).

problem-data-ref-syntax = { $message }
    .title = toto nie je názov údajového prvku
    .help = { "" }
    .why = Údajové prvky majú názvy s bodkami, napríklad `user.home-info.postal` (P3P 1.0 §5.2).

problem-data-duplicate = `{ $name }` je uvedené dvakrát: { $statement }
    .title = tie isté údaje dvakrát
    .help = jedno odstráňte
    .why = Opakovanie nič nepridáva a zakrýva, ktoré znenie platí.

problem-data-category-missing = pri `{ $name }` treba uviesť kategórie
    .title = údaje bez kategórie
    .help = doplňte `categories`, napríklad `["uniqueid", "state"]`
    .why = Tento prvok môže obsahovať čokoľvek, preto zásady musia uviesť, čo obsahuje (P3P 1.0 §5.7).

problem-data-category-forbidden = `{ $name }` má pevné kategórie: { $categories }
    .title = kategórie, ktoré určuje schéma
    .help = odstráňte tu `categories`
    .why = Kategórie tohto prvku určuje schéma; zásady ich nemôžu zmeniť (P3P 1.0 §5.7).

problem-data-value-misplaced = `{ $name }` nesie hodnotu
    .title = hodnota tam, kde byť nemôže
    .help = odstráňte text; hodnoty nesú iba údaje organizácie
    .why = Zásady hovoria, ktoré údaje sa získavajú, nikdy nie čie sú (P3P 1.0 §3.3.7).

problem-data-redefined = `{ $name }` je prvok základnej schémy
    .title = vlastný prvok, ktorý už existuje
    .help = zvoľte iný názov
    .why = Prvky základnej schémy a ich kategórie sú pevné (P3P 1.0 §5.6).

problem-data-unused = prvok `{ $name }` je definovaný, ale žiadne vyhlásenie ho nezískava
    .title = vlastný prvok, ktorý žiadne vyhlásenie neuvádza
    .help = uveďte ho vo vyhlásení alebo ho odstráňte
    .why = Buď sa tieto údaje získavajú a vyhlásenie to musí uviesť, alebo definícia zostala navyše.

problem-dup-purpose = `{ $word }` je uvedené dvakrát: { $statement }
    .title = účel uvedený dvakrát
    .help = jeden odstráňte
    .why = Dve položky si môžu v možnosti voľby odporovať (P3P 1.0 §3.3.4).

problem-dup-recipient = `{ $word }` je uvedené dvakrát: { $statement }
    .title = príjemca uvedený dvakrát
    .help = jedného odstráňte
    .why = Dve položky si môžu v možnosti voľby odporovať (P3P 1.0 §3.3.5).

problem-dup-category = `{ $word }` je uvedené dvakrát
    .title = kategória uvedená dvakrát
    .help = jednu odstráňte
    .why = Opakovanie nič nepridáva (P3P 1.0 §3.4).

problem-basis-missing = { $statement } neuvádza právny základ, na ktorom sa údaje o ľuďoch používajú (účely: { $purposes })
    .title = chýba právny základ
    .help = doplňte `basis`, napríklad `basis = "contract"`
    .why = Ľuďom treba oznámiť právny základ každého účelu (čl. 6 a čl. 13 ods. 1 písm. c) GDPR).

problem-basis-consent-choice = { $statement } používa údaje na `{ $purpose }` na základe súhlasu, ale možnosť voľby je `{ $choice }`
    .title = súhlas, ktorý sa vopred nevyžaduje
    .help = napíšte `{ $purpose } = "opt-in"` alebo zvoľte iný právny základ
    .why = Súhlas je slobodný prejav pred použitím údajov: mlčanie ani vopred označené políčko ním nie sú (čl. 4 bod 11 a čl. 7 GDPR, odôvodnenie 32).

problem-basis-consent-current = { $statement } používa údaje na `current` na základe súhlasu, ale `current` nepripúšťa voľbu
    .title = súhlas tam, kde voľba nie je možná
    .help = zvoľte iný právny základ, napríklad `contract`, alebo iným účelom povedzte, s čím ľudia súhlasia
    .why = Súhlas predpokladá voľbu (čl. 4 bod 11 a čl. 7 GDPR) a slovník P3P ju pri tom, o čo človek požiadal, nepozná (P3P 1.0 §3.3.4).

problem-basis-interests-missing = { $statement } sa opiera o oprávnené záujmy, ale neuvádza ich
    .title = neuvedené oprávnené záujmy
    .help = doplňte `interests`
    .why = Ľuďom treba oznámiť, ktoré záujmy sa sledujú (čl. 13 ods. 1 písm. d) GDPR).

problem-basis-special-missing = { $statement } používa { $categories } bez základu pre osobitné kategórie
    .title = osobitné kategórie bez základu
    .help = doplňte `special-ground`, napríklad `"explicit-consent"`
    .why = Údaje o zdraví, politike, náboženstve alebo členstve sa smú používať len na základe podľa čl. 9 ods. 2 GDPR.

problem-consent-marketing = { $statement } používa kontaktné údaje na `{ $purpose }` bez možnosti voľby
    .title = marketing bez možnosti voľby
    .help = nastavte `opt-in`; `opt-out` stačí len pri vlastných podobných produktoch pre existujúcich zákazníkov
    .why = Nevyžiadaný marketing si vyžaduje predchádzajúci súhlas s úzkou výnimkou pre existujúcich zákazníkov a ľudia môžu vždy namietať (čl. 13 smernice 2002/58/ES, čl. 21 ods. 2 a 3 GDPR).

problem-consent-storage = { $statement } ukladá bez súhlasu: { $storage } (účely: { $purposes })
    .title = ukladanie v prehliadači bez súhlasu
    .help = nastavte tieto účely na `opt-in`
    .why = Ukladať do prehliadača alebo čítať z neho to, čo nie je pre vyžiadanú službu nevyhnutné, možno len s predchádzajúcim súhlasom (čl. 5 ods. 3 smernice 2002/58/ES).

problem-objection-basis = { $statement } umožňuje odmietnuť `{ $purpose }`, ale právny základ je { $basis }
    .title = odmietnutie bez základu, ku ktorému patrí
    .help = skontrolujte právny základ: odmietnutie obvykle patrí k `legitimate-interests`
    .why = Právo namietať sa viaže na oprávnené záujmy a úlohy vo verejnom záujme (čl. 21 GDPR); pri iných základoch odmietnutie sľubuje niečo, čo základ nedáva.

problem-decision-automated-missing = { $statement } rozhoduje o ľuďoch bez vysvetlenia
    .title = nevysvetlené automatizované rozhodnutia
    .help = doplňte `automated-decision`: postup, význam a následky
    .why = Ľuďom treba oznámiť postup a následky automatizovaných rozhodnutí (čl. 13 ods. 2 písm. f) a čl. 22 GDPR).

problem-subject-missing = { $statement } neuvádza, o čie údaje ide
    .title = o čie údaje ide
    .help = doplňte `subjects`
    .why = Záznamy o spracovateľských činnostiach obsahujú kategórie dotknutých osôb (čl. 30 ods. 1 písm. c) GDPR).

problem-source-missing = { $statement } neuvádza, odkiaľ údaje pochádzajú
    .title = odkiaľ údaje pochádzajú
    .help = doplňte `sources`
    .why = Ľuďom treba oznámiť zdroj údajov, ktoré sami neposkytli (čl. 14 ods. 2 písm. f) GDPR).

problem-obligation-missing = { $statement } sa zakladá na zmluve alebo zákone, ale neuvádza, či ľudia údaje musia poskytnúť
    .title = či ľudia údaje musia poskytnúť
    .help = doplňte `obligation`: či sú potrebné a čo nastane, ak sa neposkytnú
    .why = Ľuďom to treba oznámiť (čl. 13 ods. 2 písm. e) GDPR).

problem-rights-missing = zásady neuvádzajú, ako ľudia uplatnia svoje práva
    .title = ako ľudia uplatnia svoje práva
    .help = doplňte `[rights]` s webovou alebo e-mailovou adresou
    .why = Ľuďom treba oznámiť ich práva a uplatniť ich musí byť jednoduché (čl. 12 ods. 2 a čl. 13 ods. 2 písm. b) GDPR).

problem-authority-missing = zásady neuvádzajú dozorný orgán
    .title = chýba dozorný orgán
    .help = doplňte `[authority]`
    .why = Ľuďom treba oznámiť, že môžu podať sťažnosť dozornému orgánu (čl. 13 ods. 2 písm. d) GDPR).

problem-security-missing = zásady neuvádzajú bezpečnostné opatrenia
    .title = chýbajú bezpečnostné opatrenia
    .help = doplňte `[security]` s kľúčom `measures`
    .why = Záznamy o spracovateľských činnostiach podľa možností opisujú technické a organizačné opatrenia (čl. 30 ods. 1 písm. g), čl. 30 ods. 2 písm. d) a čl. 32 GDPR).

problem-representative-missing = organizácia je usadená v krajine { $country } (mimo územia: { $area }) a neuvádza zástupcu
    .title = chýba zástupca
    .help = doplňte `[entity.representative]`, ak sa obraciate na ľudí z tohto územia: { $area }
    .why = Prevádzkovateľ alebo sprostredkovateľ mimo územia, ktorý sa obracia na ľudí v ňom, určí zástupcu (čl. 27 GDPR).

problem-processing-missing = zásady patria sprostredkovateľovi, ale o spracúvaní pre zákazníkov nič neuvádzajú
    .title = čo sprostredkovateľ dlhuje svojim zákazníkom
    .help = doplňte `[processing]`
    .why = Zmluva medzi prevádzkovateľom a sprostredkovateľom upravuje pokyny, pomoc, vymazanie a audity (čl. 28 ods. 3 GDPR).

problem-processing-role = zásady patria prevádzkovateľovi, ale obsahujú `[processing]`
    .title = prevádzkovateľ s povinnosťami sprostredkovateľa
    .help = odstráňte to alebo nastavte `role = "processor"`
    .why = Článok 28 hovorí o tých, ktorí spracúvajú údaje v mene iných.

problem-transfer-ground-missing = { $place } je v krajine { $country }, ktorá je treťou krajinou (z pohľadu územia: { $area }), a základ prenosu nie je uvedený
    .title = prenos bez základu
    .help = doplňte `transfer.ground = "standard-clauses"` s príslušným `transfer.document` alebo iný základ
    .why = Osobné údaje sa smú preniesť do tretej krajiny len na základe podľa kapitoly V GDPR a ľuďom treba oznámiť, na ktorom (čl. 13 ods. 1 písm. f) a čl. 44 až 49).

problem-transfer-adequacy-none = { $place } sa opiera o rozhodnutie o primeranosti, ale { $area } ho pre krajinu { $country } k { $date } nemá
    .title = primeranosť tam, kde nie je
    .help = zvoľte iný základ
    .why = Prenos na základe primeranosti si vyžaduje platné rozhodnutie (čl. 45 GDPR).

problem-region-missing = zásady neuvádzajú, kde sa údaje uchovávajú
    .title = kde sa údaje uchovávajú
    .help = doplňte `[[region]]` s krajinou
    .why = Ľuďom treba oznámiť prenosy a zákazníci si vyberajú región; obe strany potrebujú vedieť, kde údaje sú.

problem-cookie-none = { $statement } zahŕňa `{ $data }`, ale nepatrí k nemu žiadny `[[cookie]]`
    .title = vyhlásenie o súboroch cookie bez súborov cookie
    .help = uveďte každý súbor cookie alebo iné úložisko, alebo údaje odstráňte
    .why = Ľuďom treba oznámiť, ktoré súbory cookie existujú a ako dlho zostanú (čl. 5 ods. 3 smernice 2002/58/ES; Súdny dvor EÚ, C-673/17).

problem-cookie-data = k súboru cookie `{ $cookie }` patrí { $statement }, ktoré neuvádza `{ $data }`
    .title = súbor cookie, ktorého vyhlásenie súbory cookie nespomína
    .help = uveďte tieto údaje v danom vyhlásení alebo zvoľte iné vyhlásenie
    .why = Vyhlásenie, ktoré sa na súbor cookie vzťahuje, musí uvádzať, čo sa doň ukladá.

problem-cookie-lifetime = súbor cookie `{ $cookie }` má životnosť `{ $lifetime }`, ale { $statement } uchováva údaje `{ $period }`
    .title = súbor cookie, ktorý prežije svoje vyhlásenie
    .help = skráťte životnosť súboru cookie alebo predĺžte lehotu
    .why = Čo súbor cookie obsahuje, sú údaje jeho vyhlásenia a nesmú zostať dlhšie.

problem-sub-processor-change = zásady uvádzajú ďalších sprostredkovateľov, ale nie to, ako dlho pred zmenou sa zákazníci informujú
    .title = chýba oznámenie pred zmenou ďalších sprostredkovateľov
    .help = doplňte `change-notice = "30 days"` v tabuľke `[processing]`
    .why = Sprostredkovateľ informuje prevádzkovateľa o zamýšľaných zmenách, aby mohol namietať (čl. 28 ods. 2 GDPR).

problem-acknowledge-unused = na mieste `{ $at }` nič nevyvoláva `{ $code }`
    .title = vzatie na vedomie, ktoré sa ničoho netýka
    .help = vzatie na vedomie odstráňte
    .why = Zvyšné vzatia na vedomie by problém zakryli, keby sa vrátil.

problem-acknowledge-code = `{ $code }` nemožno vziať na vedomie: { $reason }
    .title = vzatie na vedomie, ktoré nie je možné
    .help = opravte kód alebo odstráňte problém
    .why = Na vedomie možno vziať iba upozornenia; chyba bráni zverejneniu, kým sa neodstráni.

problem-version-changed = verzia `{ $version }` (`{ $name }`) je už zverejnená s iným textom
    .title = zverejnená verzia bola zmenená
    .help = dajte zmenenému textu nové označenie `version`: dovtedy je to návrh
    .why = Zverejnená verzia sa nikdy nemení, aby sa každý mohol spoľahnúť na to, čo bolo v danom čase sľúbené.

problem-version-order = verzia `{ $version }` nadobúda účinnosť { $date }, skôr než už zverejnená verzia `{ $earlier }`
    .title = verzia mimo poradia
    .help = skontrolujte `effective`
    .why = Neskoršia verzia, ktorá nadobudne účinnosť skôr, by menila minulosť.

problem-ext-mandatory-unknown = prvok EXTENSION, ktorý nie je voliteľný, je nezrozumiteľný
    .title = povinné rozšírenie
    .help = nastavte ho ako voliteľný alebo ho odstráňte
    .why = Zásady s povinným rozšírením, ktoré prehliadač nepozná, sa nedajú použiť (P3P 1.0 §3.5).

problem-xml-wellformed = { $message }
    .title = nesprávne utvorené XML
    .help = { "" }
    .why = Na tomto mieste sa súbor nedal prečítať ako XML.

problem-xml-entity = typy dokumentu a entity sa odmietajú
    .title = typ dokumentu alebo entita
    .help = odstráňte DOCTYPE; znaky píšte priamo
    .why = Rozvíjanie entít a externé entity sú spôsob, ako napadnúť čitateľov; žiadny súbor P3P ich nepotrebuje.

problem-xml-limit = dokument prekračuje obmedzenie ({ $what }): najviac { $max }
    .title = prekročené obmedzenie
    .help = zmenšite ho
    .why = Obmedzenia bránia tomu, aby chybný alebo nepriateľský súbor vyčerpal pamäť.

problem-ns-unknown = koreňový prvok `{ $element }` nepatrí k P3P
    .title = nie je to dokument P3P
    .help = použite META, POLICIES, POLICY alebo DATASCHEMA v mennom priestore `http://www.w3.org/2002/01/P3Pv1`
    .why = Menný priestor hovorí, v akom jazyku je dokument napísaný (P3P 1.0 §3.1).

problem-struct-order = `{ $element }` nemôže nasledovať po `{ $after }`
    .title = prvky v nesprávnom poradí
    .help = presuňte ho vyššie
    .why = Poradie prvkov je pevné (P3P 1.0 §3).

problem-struct-unknown = `{ $parent }` nepozná `{ $element }`
    .title = neznámy prvok
    .help = odstráňte ho alebo ho vložte do EXTENSION
    .why = Čo P3P nepozná, patrí do EXTENSION (P3P 1.0 §3.5).

problem-struct-duplicate = `{ $element }` smie byť v `{ $parent }` len raz
    .title = prvok uvedený dvakrát
    .help = jeden odstráňte
    .why = Ak je prvok uvedený dvakrát, nie je jasné, ktorý platí.

problem-struct-missing = `{ $parent }` potrebuje `{ $element }`
    .title = chýba potrebný prvok
    .help = doplňte ho
    .why = Bez neho je dokument neúplný.

problem-attr-missing = `{ $element }` potrebuje `{ $attribute }`
    .title = chýba potrebný atribút
    .help = doplňte ho
    .why = Bez neho prvok nič nehovorí.

problem-attr-unknown = `{ $element }` nemá atribút `{ $attribute }`
    .title = neznámy atribút
    .help = odstráňte ho
    .why = Prehliadače ignorujú, čo nepoznajú; atribút s preklepom sa stratí.

problem-attr-value = `{ $value }` nie je hodnota atribútu `{ $attribute }`
    .title = atribút s nesprávnou hodnotou
    .help = { $expected }
    .why = Hodnota nemá tvar, ktorý určuje špecifikácia.

problem-prf-about-missing = POLICY-REF neuvádza, ktorých zásad sa týka
    .title = odkaz bez zásad
    .help = doplňte `about="…#name"`
    .why = Bez neho sa odkaz na nič nevzťahuje (P3P 1.0 §2.3.2.4).

problem-prf-policy-unresolved = žiadne zásady v tomto súbore sa nevolajú `{ $name }`
    .title = odkaz na zásady, ktoré tu nie sú
    .help = opravte `about` alebo doplňte zásady
    .why = Prehliadač by žiadne zásady nenašiel (P3P 1.0 §2.3.2.4).

problem-prf-exclude-noinclude = EXCLUDE bez INCLUDE nič nevylučuje
    .title = vylúčenie ničoho
    .help = doplňte INCLUDE
    .why = Vylúčenia len uberajú z toho, čo je zahrnuté (P3P 1.0 §2.3.2.5).

problem-prf-pattern-nonlocal = `{ $pattern }` nie je cesta na tomto hostiteľovi
    .title = vzor pre iného hostiteľa
    .help = napíšte cestu, ktorá sa začína znakom `/`
    .why = Referenčný súbor hovorí len za vlastného hostiteľa (P3P 1.0 §2.3.2.5).

problem-prf-cookie-nothing = zásady `{ $policy }` spomínajú súbory cookie, ale žiadny COOKIE-INCLUDE sa na ne nevzťahuje
    .title = súbory cookie, na ktoré sa nevzťahuje žiadny odkaz
    .help = doplňte `<COOKIE-INCLUDE name="*" value="*" domain="*" path="*"/>`
    .why = Zásady sa na súbor cookie vzťahujú, len ak to hovorí COOKIE-INCLUDE (P3P 1.0 §2.3.2.7).

problem-prf-expiry-short = platnosť je { $seconds } sekúnd, teda menej ako deň
    .title = platnosť kratšia ako deň
    .help = nastavte 86400 alebo viac
    .why = Zásady platia najmenej deň (P3P 1.0 §2.3.2.3).

problem-prf-expiry-both = EXPIRY má `date` aj `max-age`
    .title = dva druhy platnosti
    .help = ponechajte jeden
    .why = Môžu si navzájom odporovať (P3P 1.0 §2.3.2.3).

problem-prf-expiry-neither = EXPIRY nemá `date` ani `max-age`
    .title = platnosť, ktorá nič nehovorí
    .help = doplňte jeden z nich
    .why = Prázdna platnosť nič nehovorí (P3P 1.0 §2.3.2.3).

problem-prf-nothing = POLICY-REF nemá INCLUDE ani COOKIE-INCLUDE
    .title = odkaz, ktorý sa na nič nevzťahuje
    .help = doplňte INCLUDE
    .why = Bez neho sa na nič nevzťahuje (P3P 1.0 §2.3.2.5).

problem-cp-token-unknown = `{ $token }` nie je token skrátených zásad
    .title = neznámy token
    .help = { "" }
    .why = Prehliadače ignorujú, čo nepoznajú (P3P 1.0 §4.2); prísny prehliadač berie celé zásady tak, akoby chýbali (P3P 1.1 §6.4).

problem-cp-token-case = `{ $token }` má nesprávne veľké a malé písmená
    .title = token s nesprávnymi veľkými a malými písmenami
    .help = { "" }
    .why = V tokenoch sa rozlišujú veľké a malé písmená: prehliadače tento nevidia (P3P 1.0 §4.2).

problem-cp-token-draft = `{ $token }` pochádza z návrhu P3P
    .title = token z návrhu
    .help = použite `TAI` alebo iný účel
    .why = V odporúčaní nie je; prehliadače sa líšia v tom, či ho počítajú.

problem-cp-token-duplicate = `{ $token }` je uvedený dvakrát
    .title = token uvedený dvakrát
    .help = uveďte ho raz
    .why = Opakovanie iba predlžuje každú odpoveď (P3P 1.0 §4.5).

problem-cp-test = `TST` označuje zásady ako príklad
    .title = zásady, ktoré sú len skúšobné
    .help = ak zásady majú platiť, odstráňte `TST`
    .why = Skúšobné zásady musia prehliadače ignorovať: so súbormi cookie zaobchádzajú tak, akoby žiadne neexistovali (P3P 1.0 §3.2.3).

problem-cp-suffix-forbidden = `{ $token }` má príponu, s ktorou gramatika nepočíta
    .title = prípona tam, kde byť nemôže
    .help = { "" }
    .why = Niektoré editory ju písali vždy a prehliadače ju prijímajú; gramatika ju nepozná (P3P 1.0 §4.2).

problem-cp-missing-access = skrátené zásady nič neuvádzajú o prístupe
    .title = chýba token prístupu
    .help = doplňte jeden z tokenov NOI, ALL, CAO, IDC, OTI, NON
    .why = Úplné skrátené zásady ho obsahujú (P3P 1.0 §4.2).

problem-cp-missing-purpose = skrátené zásady neuvádzajú účel
    .title = chýba token účelu
    .help = doplňte účely
    .why = Úplné skrátené zásady obsahujú aspoň jeden (P3P 1.0 §4.2).

problem-cp-missing-recipient = skrátené zásady neuvádzajú príjemcu
    .title = chýba token príjemcu
    .help = doplňte príjemcov
    .why = Úplné skrátené zásady obsahujú aspoň jeden (P3P 1.0 §4.2).

problem-cp-missing-retention = skrátené zásady neuvádzajú uchovávanie
    .title = chýba token uchovávania
    .help = doplňte druh uchovávania
    .why = Úplné skrátené zásady obsahujú aspoň jeden (P3P 1.0 §4.2).

problem-cp-missing-category = skrátené zásady neuvádzajú kategóriu údajov
    .title = chýba token kategórie
    .help = doplňte kategórie
    .why = Úplné skrátené zásady obsahujú aspoň jeden (P3P 1.0 §4.2).

problem-cp-conflict = `{ $first }` a `{ $second }` si odporujú
    .title = tokeny, ktoré si odporujú
    .help = ponechajte ten, ktorý je pravdivý
    .why = Čitateľ nevie, ktorý z nich platí (P3P 1.0 §4.2).

problem-cp-delimiter = tokeny oddeľuje niečo iné ako jedna medzera
    .title = nesprávny oddeľovač
    .help = oddeľte tokeny jednou medzerou
    .why = Jediný oddeľovač je medzera (P3P 1.0 §4.1).

problem-cp-quote = hodnota CP nie je v dvojitých úvodzovkách
    .title = nesprávne alebo chýbajúce úvodzovky
    .help = napíšte `CP="…"`
    .why = Gramatika vyžaduje dvojité úvodzovky; niektoré prehliadače inak nevidia nič (P3P 1.0 §4.1).

problem-cp-newline = hlavička je rozdelená na viac riadkov
    .title = zalomenie riadka v hlavičke
    .help = napíšte ju na jeden riadok
    .why = Zalomené hlavičky dnešné servery a proxy servery odmietajú.

problem-cp-empty = skrátené zásady sú prázdne
    .title = prázdne skrátené zásady
    .help = hlavičku vynechajte alebo napíšte zásady
    .why = Prázdne zásady nič nesľubujú; prehliadače ich berú tak, akoby chýbali.

problem-cp-mismatch = skrátené zásady sa líšia od zásad, ktoré zhŕňajú: { $difference }
    .title = nie je to, čo hovoria zásady
    .help = posielajte odvodené: `{ $derived }`
    .why = Skrátené zásady sú zhrnutie; ak uvádzajú menej ako zásady, ľudí zavádzajú (P3P 1.0 §4.5).

problem-map-place-both = úložisko má `place` aj `place-from`
    .title = úložisko na dvoch miestach
    .help = ponechajte jedno
    .why = Môžu si navzájom odporovať a žiadosti sa musia vykonať v správnom úložisku.

problem-map-place-secret = `place` obsahuje heslo
    .title = heslo v mape údajov
    .help = celú adresu dajte do premennej prostredia a uveďte ju: `place-from = "ABIDE_STORE"`; a heslo zmeňte, lebo súbory sa kopírujú
    .why = Mapy údajov číta veľa ľudí a uchovávajú sa vo verziách. Heslo v nich otvorí celé úložisko (čl. 32 GDPR).

problem-map-known-by-person = `{ $table }` uvádza, podľa čoho sa ľudia poznajú, ale jej riadky nie sú ľudia
    .title = údaje o ľuďoch v tabuľke iných vecí
    .help = pomocou `person` uveďte, o akých ľudí ide, alebo presuňte `known-by` do tabuľky ľudí
    .why = Človek sa nájde podľa údaja v riadku, ktorý je človekom. Pri inom riadku by nikto nevedel, komu patrí.

problem-map-known-by-weak = nič v `known-by` tabuľky `{ $table }` neodlíši jedného človeka od všetkých ostatných
    .title = ľudia, ktorých nikto nenájde
    .help = doplňte `email`, `phone` alebo `id`, alebo `name` s druhým údajom
    .why = Mená, dátumy narodenia a PSČ majú viacerí spoločné. Na žiadosť človeka, ktorý sa nenájde, nemožno odpovedať (čl. 11 a čl. 12 ods. 2 GDPR).

problem-map-known-by-country = `country` hovorí, ako sa píšu telefónne čísla, a `{ $fact }` ním nie je
    .title = krajina tam, kde nemôže byť
    .help = odstráňte ju
    .why = Len telefónne čísla sa v každej krajine píšu inak; inde by sa údaj stratil.
problem-map-known-by-exact = `exact` hovorí, že čísla a adresy sú všetky zapísané rovnako, a `{ $fact }` nie je ani jedno
    .title = `exact` tam, kde nič nehovorí
    .help = odstráňte ho
    .why = Identifikátory sa porovnávajú, ako sú, a mená sa vždy hľadajú v každom zápise; `exact` by nič nezmenilo.

problem-map-repeated = `{ $name }` je dvakrát v `{ $list }`
    .title = dvakrát to isté v zozname
    .help = jedno odstráňte
    .why = Opakovanie nič nepridáva a zakrýva, čo sa malo uviesť namiesto toho.

problem-map-statement-missing = `{ $table }` obsahuje osobné údaje, ale nijaké vyhlásenie nepokrýva { $columns }
    .title = údaje, ktoré nepokrýva nijaké vyhlásenie
    .help = pomocou `statement` uveďte vyhlásenie zo zásad, pri tabuľke alebo pri stĺpci
    .why = Účely, príjemcovia a lehoty sú vo vyhlásení. Bez neho nikto nepovie, prečo sa údaje držia (čl. 15 ods. 1 GDPR).

problem-map-edge-columns = počet stĺpcov, ktoré odkazujú na `{ $of }`: { $columns }, ale `of-columns` ich uvádza { $others }
    .title = odkaz s priveľa alebo primálo stĺpcami
    .help = uveďte tam toľko stĺpcov ako tu, v rovnakom poradí
    .why = Každý stĺpec sa porovnáva s tým na rovnakom mieste; stĺpec bez náprotivku by sa prehliadol a našli by sa riadky iných ľudí.

problem-map-edge-store = `of-store` uvádza toto úložisko, `{ $store }`
    .title = odkaz na iné úložisko, ktoré je týmto
    .help = `of-store` vynechajte: bez neho je tabuľka z tohto úložiska
    .why = `of-store` hovorí, že sa hľadá v inom úložisku, čo je pomalšie a nedá sa vykonať v jednej transakcii.

problem-map-edge-keep = hrana maže riadky tabuľky `{ $table }`, ale podľa `keep` zostávajú, kým ich potrebuje `{ $statement }`
    .title = riadky, ktoré musia zostať aj odísť
    .help = odstráňte `erase` z hrany alebo `keep` z tabuľky, alebo napíšte `erase = "anonymize"`
    .why = Povinnosť uchovávať má prednosť pred vymazaním (čl. 17 ods. 3 písm. b) GDPR): riadky zostanú do jej konca, nech hrana hovorí čokoľvek.

problem-map-edge-access = `erase` pri hrane druhu `{ $kind }` nič neznamená: riadok človeku nepatrí
    .title = vymazanie riadkov, ktoré človeku nepatria
    .help = odstráňte ho, alebo napíšte `kind = "{ $owning }"`
    .why = Kto smie riadok len vidieť, tomu nepatrí; jeho vymazanie preto o riadku nerozhoduje.

problem-map-edge-caller = `caller` tu nič neznamená: patrí k hrane `owned-by` vedúcej do tabuľky ľudí
    .title = kto volal, tam, kde nikto volať nemohol
    .help = presuňte ho k hrane `owned-by` vedúcej k človeku, ktorý volal, alebo ho odstráňte
    .why = Volá len človek. Pri každej inej hrane by o tom kópie nič nehovorili a nikto by nevedel prečo.

problem-map-data-undeclared = stĺpec `{ $column }` obsahuje `{ $data }`, ale { $statement } to neuvádza
    .title = údaje, ktoré ich vyhlásenie neuvádza
    .help = doplňte ich do `data` vyhlásenia, uveďte vyhlásenie, ktoré ich obsahuje, alebo ich prestaňte získavať
    .why = Čo je uložené a čo sa ľuďom povedalo, sa rozchádza: o týchto údajoch sa nedozvedeli (čl. 5 ods. 1 písm. a), čl. 13, 14 GDPR).

problem-map-keep-period = riadky tabuľky `{ $table }` zostávajú, hoci ich človek je vymazaný, ale { $statement } neuvádza lehotu
    .title = riadky, ktoré zostávajú bez konca
    .help = doplňte v jeho `retention` lehotu `period`
    .why = Kto žiada o vymazanie, musí sa dozvedieť, čo zostáva a dokedy, a potom to musí zmiznúť (čl. 12 ods. 4, čl. 17 ods. 3 písm. b) GDPR).

problem-map-person-statement = ľudia v `{ $table }` sú druhu `{ $person }`, ale nijaké vyhlásenie tejto tabuľky sa ich netýka
    .title = ľudia, ktorých sa netýka nijaké vyhlásenie
    .help = doplňte `{ $person }` do `subjects` vyhlásenia, alebo opravte `person` či `statement`
    .why = Zásady hovoria, koho údaje každé vyhlásenie zahŕňa; rozhodnutia o údajoch týchto ľudí by boli zamietavé (čl. 30 ods. 1 písm. c) GDPR).

problem-map-region = úložisko je v regióne `{ $region }`, ktorý { $statement } neuvádza
    .title = údaje mimo svojich regiónov
    .help = opravte `region` úložiska, alebo ho doplňte do `regions` vyhlásenia
    .why = Ľuďom sa povedalo, kde sú ich údaje; región, ktorý vyhlásenie neuvádza, je pre niektorých inou krajinou (čl. 13 ods. 1 písm. f) GDPR).

problem-import-lost = do súboru so zásadami sa nedá preniesť: { $what }
    .title = niečo, čo sa nedá preniesť
    .help = ponechajte si vedľa neho pôvodné znenie alebo to povedzte inými slovami
    .why = Pri importe zásad sa nič z toho, čo bolo povedané, mlčky nevynechá: uvádza sa všetko, na čo súbor so zásadami nemá slová.

problem-import-filled = importované zásady neuvádzajú: { $what }; doplnilo sa `{ $value }`
    .title = niečo, čo importované zásady neuvádzali
    .help = skontrolujte to
    .why = Súbor so zásadami potrebuje veci, na ktoré P3P nemá slová alebo ktoré tieto zásady vynechali. Čo sa doplnilo, je len odhad, kým sa na to niekto nepozrie.

problem-import-changed = zapísané ako `{ $value }`: { $what }
    .title = niečo, čo je zapísané inak
    .help = skontrolujte, či to stále znamená to isté
    .why = Súbory so zásadami majú pre názvy, adresy a texty vlastné formáty; čo sa do nich nehodilo, sa prispôsobilo.
