# Čo v mape údajov nie je v poriadku alebo chýba. Každá veta stojí za miestom, ktorého sa týka; po nej nasleduje, čo treba urobiť.

finding-reads-rows = { $n ->
    [one] jediný riadok tabuľky `{ $table }`
    [few] všetky { $rows } riadky tabuľky `{ $table }`
   *[other] všetkých { $rows } riadkov tabuľky `{ $table }`
}
finding-reads-whole = celú tabuľku `{ $table }`
finding-nobodys-data = obsahuje osobné údaje ({ $kind } v { $count } z { $of } prezretých hodnôt), ale riadky tabuľky `{ $table }` nepatria nikomu: žiadna žiadosť ich nenájde
finding-nobodys-data-help = doplňte hranu z `{ $table }` k tabuľke ľudí, ktorých údaje to sú, alebo uveďte stĺpec s `erase = "keep"`, ak sa netýka nikoho
finding-unlisted-column = obsahuje osobné údaje ({ $kind } v { $count } z { $of } prezretých hodnôt) a v mape chýba; riadky tabuľky `{ $table }` však môžu zostať bez svojej osoby: stĺpec by zostal, aký je
finding-unlisted-column-help = uveďte stĺpec s tým, čo sa s ním stane, alebo ho vymenujte v `about` hrany k osobe, o ktorej hovorí
finding-unnamed-column = obsahuje osobné údaje ({ $kind } v { $count } z { $of } prezretých hodnôt) a v mape chýba: zmizne so svojím riadkom, ale kópie nevedia povedať, čo to je
finding-unnamed-column-help = uveďte stĺpec s jeho `data`
finding-unreadable = účet nesmie čítať `{ $table }` alebo nie všetky jej riadky: na nijakú žiadosť sa nedá odpovedať a nič iné sa tu neskontrolovalo
finding-unreadable-help = dajte mu právo čítať tabuľku; kde riadky skrýva zabezpečenie na úrovni riadkov, aj `BYPASSRLS`
finding-unswept = účet nesmie čítať `{ $table }` alebo nie všetky jej riadky a mapa ju neuvádza: záverečné prehľadanie číta všetky tabuľky, takže nijaký výmaz, ktorý sa ním končí, sa nedá uzavrieť
finding-unswept-help = dajte mu právo čítať tabuľku; kde riadky skrýva zabezpečenie na úrovni riadkov, aj `BYPASSRLS`
finding-no-right = účet nesmie mazať alebo meniť všetky riadky `{ $table }`: žiadosti čakajú, kým to niekto urobí ručne
finding-no-right-help = dajte mu to právo, alebo napíšte `read-only = true` a do `by-hand`, koho požiadať
finding-old-versions = bucket uchováva staré verzie `{ $table }` a účet ich nesmie vypísať alebo vymazať: čo výmaz odstráni, zostáva v nich, kým ich nevymaže človek
finding-old-versions-help = dajte mu `s3:ListBucketVersions` a `s3:DeleteObjectVersion`
finding-unasked = čo účet smie robiť s `{ $table }`, sa nedalo zistiť úplne bez toho, aby sa niečo zmenilo: čo nesmie, zistí žiadosť pri pokuse a nechá to na človeka
finding-unasked-help = netreba nič robiť, ak má účet práva, ktoré uvádza `docs/stores.md`
finding-by-hand = úložisko nemaže riadky `{ $table }`: žiadosti čakajú, kým to niekto urobí ručne
finding-by-hand-help = napíšte do `by-hand` úložiska, koho požiadať alebo ako sa to robí
finding-nobody-found = je tabuľka ľudí, ale nič neuvádza, podľa čoho sa osoba pozná: nikoho v nej nemožno nájsť
finding-nobody-found-help = doplňte `known-by` so stĺpcami e-mailovej adresy, telefónneho čísla alebo čísla zákazníka
finding-slow-identity = ľudia sa podľa neho hľadajú bez indexu: každá žiadosť prečíta { $reads }
finding-slow-identity-help = vytvorte index na `{ $table }` ({ $columns })
finding-unread-values = { $count } z { $of } hodnôt sa nedá prečítať ako { $fact ->
    [email] e-mailové adresy
    [phone] telefónne čísla
    [born] dátumy narodenia
   *[postal-code] poštové smerovacie čísla
}: kto je známy len podľa nich, toho nikto nenájde
finding-unread-values-help = do každého poľa píšte jedinú hodnotu, { $fact ->
    [email] len adresu a nič iné
    [phone] v tvare `+493023125001`, za ňou nanajvýš klapku
    [born] v tvare `1980-05-31`
   *[postal-code] z 2 až 10 písmen a číslic
}; ďalšie hodnoty a poznámky patria do iných stĺpcov
finding-rows-without-id = je prázdny v { $count } z { $of } riadkov: riadky v súboroch sa podľa neho spoznávajú, preto sa žiadosť toho, kto číslo nemá, odmietne
finding-rows-without-id-help = dajte každému riadku tabuľky `{ $table }` číslo jeho osoby
finding-shared-ids = { $count } z { $of } riadkov má číslo iných riadkov a nič iné, podľa čoho sa ľudia poznajú, s nimi nemá spoločné: považujú sa za jednu osobu a zmiznú spolu
finding-shared-ids-help = dajte každej osobe vlastné číslo; ak všetky riadky s jedným číslom patria tej istej osobe, netreba robiť nič
finding-missing-columns = je uvedený v mape, ale nemá ho nijaký z prezretých súborov: čo o ňom mapa hovorí, nemá účinok a nič ani nikto sa podľa neho nenájde
finding-missing-columns-help = pomenujte ho tak, ako sa volá v súboroch, s rovnakými veľkými písmenami a medzerami, alebo ho z mapy odstráňte
finding-inexact = mapa hovorí `exact`, no { $count } z { $of } hodnôt je zapísaných inak: index ich ľudí nenájde
finding-inexact-help = zapíšte všetky rovnako (čísla ako +4930…, adresy malými písmenami) alebo `exact` odstráňte
finding-no-country = { $count } z { $of } čísel nemá predvoľbu krajiny a mapa nehovorí, z ktorej krajiny sú: považujú sa za čísla z krajiny zásad, { $country }
finding-no-country-help = uveďte v `known-by` `country = "{ $country }"`, alebo o ktorú krajinu ide
finding-many-spellings = ľudia sa hľadajú v každom zápise: každá žiadosť prečíta celú tabuľku ({ $count } z { $of } hodnôt má nezvyčajný zápis)
finding-many-spellings-help = veďte stĺpec, v ktorom sú všetky zapísané rovnako, a povedzte o ňom `exact = true`
finding-slow-edge = cesta z `{ $source }` do `{ $table }` nemá index: každá žiadosť prečíta { $reads }
finding-slow-edge-help = vytvorte index na `{ $table }` ({ $columns })
finding-slow-return = riadky tabuľky `{ $source }` môžu patriť viacerým ľuďom a cesta späť k nim nemá index: každá žiadosť prečíta { $reads }
finding-slow-return-help = vytvorte index na `{ $table }` ({ $columns })
finding-loses-case = rozlišuje veľké a malé písmená, ale to, na čo odkazuje v `{ $source }`, nie: riadky sa nájdu tak, ako je to napísané tam, a malými písmenami, v žiadnej inej podobe
finding-loses-case-help = dajte obom stĺpcom rovnaký typ (`citext`) alebo rovnaké pravidlo porovnávania (`COLLATE NOCASE`), alebo také hodnoty píšte iba malými písmenami
finding-slow-reference = odkazuje na `{ $parent }` bez indexu: pri každom riadku tabuľky `{ $parent }`, ktorý zmizne, úložisko prečíta { $reads }
finding-slow-reference-help = vytvorte index na `{ $table }` ({ $columns })
finding-left-behind = odkazuje na `{ $parent }`, ktorej riadky patria ľuďom, ale nijaká hrana nehovorí, komu patria riadky tabuľky `{ $table }`: keď ľudia odídu, zostanú s prázdnym odkazom
finding-left-behind-help = doplňte hranu pre ({ $columns }); ak riadky nepatria nikomu, povie to hrana `accessed-by`
finding-blocks-erasure = musí odkazovať na `{ $parent }` a nijaká hrana nehovorí, komu patria riadky tabuľky `{ $table }`: kým na ne odkazujú, riadky tabuľky `{ $parent }` možno len vyprázdniť, nikdy vymazať
finding-blocks-erasure-help = doplňte hranu pre ({ $columns }) alebo dovoľte, aby stĺpce boli prázdne
finding-holds-back = musí odkazovať na `{ $parent }`, ale komu jej riadky patria, hovoria iné hrany: riadok tabuľky `{ $parent }`, na ktorý odkazuje riadok inej osoby, sa namiesto vymazania vyprázdni
finding-holds-back-help = doplňte hranu pre ({ $columns }), ak riadky patria tým istým ľuďom, alebo dovoľte, aby stĺpce boli prázdne
finding-undeclared-reference = jeho hodnoty označujú riadky tabuľky `{ $parent }` ({ $count } z { $of } vyskúšaných sa tam nájde); nijaký cudzí kľúč to neuvádza a nijaká hrana to nepokrýva: keď tie riadky odídu, riadky tabuľky `{ $table }` zostanú a budú ich označovať ďalej
finding-undeclared-reference-help = doplňte hranu pre ({ $columns }); ak stĺpec neoznačuje riadky nikoho, uveďte ho s tým, čo sa s ním stane (`erase`)
finding-named-files = jeho hodnoty sú cesty súborov z `{ $parent }` ({ $count } z { $of } vyskúšaných sa tam nájde) a nijaká hrana nehovorí, komu patria: zostanú, keď riadky tabuľky `{ $table }` odídu
finding-named-files-help = doplňte pri `{ $parent }` hranu `owned-by`, ktorá ide cez ({ $columns })
finding-nameless-rows = riadky `{ $table }` nič nepomenúva: tabuľka nemá kľúč a jej stĺpce obsadili názvy `rowid`, `_rowid_` a `oid`, preto nijaká žiadosť nevie jej riadky rozlíšiť
finding-nameless-rows-help = dajte tabuľke `{ $table }` primárny kľúč alebo premenujte jeden z týchto stĺpcov
finding-too-wide = `{ $table }` má viac stĺpcov, než SQLite vydá naraz (2 000 spolu s tým, čo riadok pomenúva): nedá sa čítať ani pre žiadosti, ani pri prehľadávaní
finding-too-wide-help = rozdeľte `{ $table }` na viac tabuliek
finding-reusable-keys = odkazuje na `{ $parent }` jej číslom a bez cudzieho kľúča: keď sa tam riadok vymaže, SQLite dá jeho číslo novému a riadky tabuľky `{ $table }`, ktoré museli zostať (`keep`, blokovanie výmazu), potom patria k nemu
finding-reusable-keys-help = uveďte číslo v `{ $parent }` ako `INTEGER PRIMARY KEY AUTOINCREMENT`: potom sa nijaké nepridelí dvakrát; alebo v rámci jednej databázy cudzí kľúč pre ({ $columns }): potom číslo zostane obsadené, kým sa riadok uchováva
finding-unfit-reference = má cudzí kľúč na `{ $parent }`, ktorý SQLite nevie overiť, lebo tá tabuľka neexistuje alebo stĺpce, na ktoré odkazuje, nie sú jedinečné: riadky sa nedajú vymazať ani zmeniť
finding-unfit-reference-help = vytvorte jedinečný index presne na stĺpcoch `{ $parent }`, na ktoré odkazuje, vytvorte tabuľku alebo cudzí kľúč odstráňte
finding-inherited-rows = z `{ $table }` dedia tabuľky ({ $names }): kto sa jej pýta, vidí ich riadky medzi jej vlastnými, a žiadosti by ich obišli, preto sa na nijakú neodpovedá
finding-inherited-rows-help = uveďte tieto tabuľky v mape ako samostatné tabuľky alebo dedenie ukončite (`ALTER TABLE … NO INHERIT`)
finding-files-of-two = { $n ->
    [one] { $count } súbor je v dvoch tabuľkách mapy ({ $names }): žiadosť, ktorá sa k nemu dostane, zlyhá
    [few] { $count } súbory sú v dvoch tabuľkách mapy ({ $names }): žiadosť, ktorá sa k niektorému dostane, zlyhá
   *[other] { $count } súborov je v dvoch tabuľkách mapy ({ $names }): žiadosť, ktorá sa k niektorému dostane, zlyhá
}
finding-files-of-two-help = zmeňte vzory tak, aby bol každý súbor v jedinej tabuľke
finding-dangling-references = { $count } z { $of } vyskúšaných odkazov nevedie nikam: ich hodnoty nemá nijaký riadok { $tables }, preto riadky `{ $table }` s nimi podľa tejto hrany nepatria nikomu
finding-dangling-references-help = porovnajte, ako oba konce zapisujú tú istú hodnotu (typy čísel, medzery, nuly, predpony) a či hrana uvádza správne stĺpce; riadky, ktorých vlastník už neexistuje, vymažte ručne
finding-missing-files = { $count } z { $of } vyskúšaných ciest neuvádza nijaký súbor z { $tables }: súbor, ktorý tam leží pod iným názvom, sa nenájde pre nikoho
finding-missing-files-help = zapíšte cestu od priečinka tak, ako sa tam súbor volá; ak súbory už neexistujú, netreba robiť nič
finding-ownerless-rows = { $count } z { $of } prezretých riadkov nepatrí nikomu: { $columns } sú v nich prázdne alebo podľa svojej podmienky nikam nevedú, takže ich nenájde žiadna žiadosť
finding-ownerless-rows-help = doplňte hranu cez iný stĺpec alebo zaistite, aby také riadky o nikom nehovorili
finding-loses-owner = úložisko ho vyprázdni, keď zmizne riadok tabuľky `{ $parent }` (ON DELETE SET NULL): ak sa ten riadok vymaže bez tohto programu, zostanú riadky tabuľky `{ $table }`, ktoré už nepatria nikomu
finding-loses-owner-help = nech to úložisko radšej odmietne (ON DELETE RESTRICT)
finding-takes-others = úložisko vymaže riadky tabuľky `{ $table }` s riadkom tabuľky `{ $parent }` (ON DELETE CASCADE), hoci môžu patriť iným alebo nikomu: ak sa ten riadok vymaže bez tohto programu, zmiznú s ním
finding-takes-others-help = nech to úložisko radšej odmietne (ON DELETE RESTRICT), alebo doplňte hranu, ak majú riadky zmiznúť s ním
finding-carries-others = zostane, aký je, keď sa vymaže niekto, koho riadok tabuľky `{ $table }` zostáva: spolu s ním by úložisko zmenilo riadky tabuľky `{ $child }` (ON UPDATE), ktoré môžu patriť iným a ktoré žiadny plán nepočíta
finding-carries-others-help = nech to úložisko odmietne (ON UPDATE NO ACTION), alebo odkazujte na číslo riadka; ak stĺpec o nikom nič nehovorí, uveďte ho s `erase = "keep"`
finding-circle = { $tables } odkazujú na seba v kruhu odkazmi, ktoré nikdy nie sú prázdne: ich riadky môžu zmiznúť len spolu
finding-circle-help = nič, kým úložisko tieto odkazy kontroluje na konci transakcie
finding-closed-circle = { $tables } odkazujú na seba v kruhu odkazmi, ktoré nikdy nie sú prázdne, a úložisko ich kontroluje hneď: ich riadky zmiznúť nemôžu
finding-closed-circle-help = urobte jeden z odkazov odložiteľným (DEFERRABLE) alebo dovoľte, aby jeho stĺpce boli prázdne
finding-triggers = má spúšťače alebo pravidlá databázy ({ $names }): bežia, keď vymazanie tu mení alebo odstraňuje riadky, a žiadny plán nehovorí, čo zapisujú inam, napríklad kópie do denníka
finding-triggers-help = pozrite sa, čo zapisujú, a postarajte sa, aby nekopírovali osobné údaje a nemenili nič iným; také kópie sa nájdu len vtedy, keď sa všetky úložiská prečítajú celé (`abide requests work --sweep`, `abide serve --edit`)
finding-neutral-value = vyprázdnil by sa tam, kde riadok tabuľky `{ $table }` zostane bez svojej osoby, ale prázdny byť nesmie: dostane neutrálnu hodnotu (prázdny text, nula)
finding-neutral-value-help = uveďte v `erase`, čo sa s ním stane, alebo dovoľte, aby stĺpec bol prázdny
finding-no-neutral-value = musí dostať inú hodnotu tam, kde riadok tabuľky `{ $table }` zostane bez svojej osoby, ale v jeho type (`{ $type }`) nie je známa hodnota, ktorá by nič neprezrádzala: úložisko by to odmietlo a niekto by to musel urobiť ručne
finding-no-neutral-value-help = uveďte `erase = "keep"`, ak hodnota bez zvyšku nič neprezrádza, alebo dovoľte, aby stĺpec bol prázdny
finding-refused-by-rule = výmaz by sem zapísal, čo pravidlo úložiska `{ $rule }` nepripúšťa ({ $count } z { $of } vyskúšaných riadkov): nič by nezmenil a musel by to urobiť človek
finding-refused-by-rule-help = upravte pravidlo tak, aby pripúšťalo, čo by sa zapísalo, alebo cez `erase` povedzte, čo pripúšťa: `unique`, `month`, `redact`, alebo `keep`, ak to nič neprezrádza; alebo nech stĺpec smie byť prázdny
finding-untried-rule = nedalo sa zistiť, či pravidlá úložiska ({ $names }) pripúšťajú, čo by sem výmaz zapísal
finding-untried-rule-help = vyskúšajte výmaz na kópii úložiska alebo porovnajte pravidlá s tým, čo mapa hovorí pod `erase`
finding-no-policy = zásady `{ $policy }` nie sú k dispozícii: čo ich vyhlásenia hovoria o tomto úložisku, sa neskontrolovalo
finding-no-policy-help = uveďte v mape zásady tohto webu
finding-no-statement = obsahuje údaje ľudí, ale neuvádza nijaké vyhlásenie zásad: nič nehovorí, prečo a ako dlho sa uchovávajú
finding-no-statement-help = doplňte `statement` k tabuľke alebo ku každému jej stĺpcu
finding-undeclared-data = obsahuje `{ $data }`, čo vyhlásenie `{ $statement }` neuvádza
finding-undeclared-data-help = doplňte `{ $data }` k údajom vyhlásenia alebo uveďte vyhlásenie, ktoré to obsahuje
finding-other-statement = obsahuje osobné údaje ({ $kind } v { $count } z { $of } prezretých hodnôt) kategórie `{ $category }`, ktorú vyhlásenie `{ $statement }` neuvádza, hoci iné áno
finding-other-statement-help = uveďte vyhlásenie, ktoré stĺpec pokrýva, alebo doplňte údaje do tohto
finding-undeclared-category = obsahuje osobné údaje ({ $kind } v { $count } z { $of } prezretých hodnôt) kategórie `{ $category }`, ktorú neuvádza nijaké vyhlásenie zásad
finding-undeclared-category-help = uveďte údaje v niektorom vyhlásení zásad alebo ich prestaňte uchovávať
finding-overdue = { $count } z { $of } riadkov je starších, než dovoľuje vyhlásenie `{ $statement }` ({ $period }): najstarší je z { $oldest }
finding-overdue-help = vymažte ich alebo anonymizujte a dajte to robiť pravidelne
finding-kept-forever = riadky tabuľky `{ $table }` sa uchovávajú pre `{ $statement }`, ale nijaký stĺpec nehovorí, od ktorého dňa sa lehota počíta: uchovávali by sa navždy
finding-kept-forever-help = doplňte `{ $key }` so stĺpcom dňa, od ktorého sa lehota počíta
finding-no-age = jej vyhlásenie `{ $statement }` určuje lehotu ({ $period }), ale nijaký stĺpec nehovorí, od ktorého dňa sa počíta: jeho vek sa neskontroloval
finding-no-age-help = doplňte `{ $key }` s týmto stĺpcom, ak existuje
finding-uncovered-files = { $n ->
    [one] obsahuje jeden súbor, ktorý nepatrí k žiadnej tabuľke mapy ({ $names })
    [few] obsahuje { $count } súbory, ktoré nepatria k žiadnej tabuľke mapy ({ $names })
   *[other] obsahuje { $count } súborov, ktoré nepatria k žiadnej tabuľke mapy ({ $names })
}: žiadna žiadosť nenájde, čo v nich je
finding-uncovered-files-help = uveďte ich ako tabuľky (`abide map discover` nejaké navrhne), alebo ich uložte inam, ak sa netýkajú nikoho
finding-stored-views = obsahuje materializované pohľady ({ $names }): sú to kópie a držia vymazané údaje, kým sa neobnovia
finding-stored-views-help = nechajte účet, aby ich po vymazaniach obnovil (musia mu patriť alebo na ne potrebuje `MAINTAIN`), alebo ich dajte obnovovať pravidelne
finding-foreign-tables = obsahuje cudzie tabuľky ({ $names }): ich riadky sú na inom serveri a žiadna žiadosť ich nenájde
finding-foreign-tables-help = uveďte ten server ako samostatné úložisko, ak obsahuje údaje ľudí
finding-large-objects = obsahuje { $n ->
    [one] { $count } veľký objekt
    [few] { $count } veľké objekty
   *[other] { $count } veľkých objektov
} PostgreSQL{ $named ->
    [0] {""}
   *[other] , ktoré riadky uvádzajú číslom ({ $names })
}: nie sú v nijakej tabuľke, preto ich obsah nie je v nijakej kópii, nijaké prehľadávanie ich nečíta a zostávajú, keď sa riadky vymažú
finding-large-objects-help = obsah uchovávajte v stĺpcoch typu `bytea` alebo `text`; dovtedy ich nechajte odstraňovať spúšťačom spolu s riadkami (`lo_manage`) alebo ich odstráňte ručne (`vacuumlo`)
finding-word-indexes = obsahuje fulltextové indexy bez ich textu ({ $names }): slová vymazaných ľudí v nich zostávajú a nijaké prehľadávanie ich nevie prečítať
finding-word-indexes-help = po vymazaniach ich vytvorte nanovo alebo ich veďte s ich textom (bez `content=''`), aby sa riadky dali nájsť a vymazať
finding-no-backups = mapa nehovorí, ako dlho sa uchovávajú zálohy tohto úložiska: uzavreté žiadosti ani listy neuvádzajú deň, keď to, čo bolo vymazané, zmizne aj odtiaľ
finding-no-backups-help = uveďte to v `backups` pod `[store]` (napríklad `30 days`) tak, aby to pokrylo aj uchovávané protokoly databázy
