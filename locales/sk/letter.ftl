# Čo sa ľudia dozvedia o svojej žiadosti: že potrvá dlhšie, že sa zamieta alebo čo sa urobilo (čl. 12 GDPR). List oslovuje dotknutú osobu; to, čo je okolo neho, oslovuje toho, kto žiadosti vybavuje.

letter-title-done = Odpoveď na vašu žiadosť
letter-title-refused = Vašu žiadosť zamietame
letter-title-extended = Vaša žiadosť si vyžaduje viac času
letter-title-withdrawn = Vaša žiadosť je uzavretá
letter-from = Od
letter-to = Pre
letter-date = Dátum
letter-asked = Žiadali ste o
letter-received = Doručené dňa
letter-number = Naša značka
letter-asked-access = prístup k vašim údajom a ich kópiu
letter-asked-portability = vaše údaje na prenesenie inam
letter-asked-rectification = opravu vašich údajov
letter-asked-erasure = vymazanie vašich údajov
letter-asked-restriction = obmedzenie: aby sa vaše údaje už len uchovávali
letter-asked-objection = ukončenie použití vašich údajov, proti ktorým namietate
letter-asked-withdrawal = odvolanie vášho súhlasu
letter-greeting = Dobrý deň,
letter-close = S pozdravom

# Zamietnutá.
letter-refused = Prečo vašej žiadosti nevyhovieme
letter-refused-lead = Vašu žiadosť sme posúdili a nevyhovieme jej. Oznamujeme vám dôvod ({ $article }):
letter-ground-unidentified = Z toho, čo ste uviedli, sa nedá zistiť, ktoré údaje sú vaše ({ $article }).
letter-ground-unfounded = Žiadosť je zjavne neopodstatnená ({ $article }).
letter-ground-excessive = Žiadosť je neprimeraná, najmä preto, že opakuje predchádzajúce ({ $article }).
letter-ground-exempt = Zákon pripúšťa z tohto práva výnimku a tá sa tu uplatní ({ $article }).
letter-more-unidentified = Ak nám uvediete viac, podľa čoho vás môžeme spoznať, pozrieme sa znova.
letter-article-reasons = čl. 12 ods. 4 { $law }
letter-article-unidentified = čl. 11 ods. 2, čl. 12 ods. 2 { $law }
letter-article-unfounded = čl. 12 ods. 5 { $law }
letter-article-excessive = čl. 12 ods. 5 { $law }
letter-article-exempt-access = čl. 15 ods. 4, čl. 23 { $law }
letter-article-exempt-portability = čl. 20 ods. 3 a 4, čl. 23 { $law }
letter-article-exempt-rectification = čl. 23 { $law }
letter-article-exempt-erasure = čl. 17 ods. 3, čl. 23 { $law }
letter-article-exempt-restriction = čl. 23 { $law }
letter-article-exempt-objection = čl. 21 ods. 1, čl. 23 { $law }

# Predĺžená.
letter-extended = Prečo to potrvá dlhšie
letter-extended-lead = Na vašu žiadosť nevieme odpovedať v obvyklej lehote. Našu odpoveď dostanete najneskôr { $day } ({ $article }).
letter-extended-reason = Dôvod:
letter-article-extended = čl. 12 ods. 3 { $law }
letter-article-extended-uk = čl. 12A { $law }

letter-withdrawn = Žiadosť ste vzali späť a my sme ju uzavreli. S vašimi údajmi sa pre ňu nič nestalo. Kedykoľvek môžete podať novú.

# Vybavená.
letter-done = Čo sme urobili
letter-late = Našu odpoveď ste mali dostať do { $day } ({ $article }). Prichádza neskoro, za čo sa ospravedlňujeme.
letter-none = Podľa všetkého, čo ste uviedli, sme hľadali údaje o vás a žiadne sme nenašli.
letter-none-own = Čo uchovávame z tejto žiadosti a z vašich skorších žiadostí, je priložené k tomuto listu ako súbor ZIP.
letter-none-portability = Preniesť si môžete to, čo ste nám sami poskytli so súhlasom alebo na účely zmluvy. Takéto údaje o vás nemáme.
letter-erased = { $n ->
    [one] Vymazali sme { $rows } záznam o vás.
    [few] Vymazali sme { $rows } záznamy o vás.
   *[other] Vymazali sme { $rows } záznamov o vás.
}
letter-erased-nothing = Nebolo nič, čo by sme teraz mohli vymazať: čo máme, sa ešte musí uchovávať alebo sa týka aj iných.
letter-changed = { $n ->
    [one] { $rows } záznam musí zostať alebo sa týka aj iných: čo v ňom bolo o vás, sme odstránili.
    [few] { $rows } záznamy musia zostať alebo sa týkajú aj iných: čo v nich bolo o vás, sme odstránili.
   *[other] { $rows } záznamov musí zostať alebo sa týka aj iných: čo v nich bolo o vás, sme odstránili.
}
letter-unknown = { $n ->
    [one] Možno bol vymazaný ešte { $rows } záznam; už sa to nedalo zistiť.
    [few] Možno boli vymazané ešte { $rows } záznamy; už sa to nedalo zistiť.
   *[other] Možno bolo vymazaných ešte { $rows } záznamov; už sa to nedalo zistiť.
}
letter-true = Potom sme údaje prečítali znova: čo sa malo vymazať, tam už nie je.
letter-swept = Okrem toho sme vo všetkých evidovaných databázach a súboroch hľadali údaje, podľa ktorých bolo možné spoznať iba vás, a žiadne sme nenašli.
letter-swept-versions = Okrem toho sme vo všetkých evidovaných databázach a súboroch hľadali údaje, podľa ktorých bolo možné spoznať iba vás. Zostať môžu už len v starých verziách súborov, ktoré zatiaľ nemôžeme vymazať.
letter-swept-but = Okrem toho sme vo všetkých evidovaných databázach a súboroch hľadali údaje, podľa ktorých bolo možné spoznať iba vás. Sú už len v tom, čo zostáva.
letter-swept-but-versions = Okrem toho sme vo všetkých evidovaných databázach a súboroch hľadali údaje, podľa ktorých bolo možné spoznať iba vás. Sú už len v tom, čo zostáva, a v starých verziách súborov, ktoré zatiaľ nemôžeme vymazať.
letter-short = { $n ->
    [one] { $rows } údaj s menej ako piatimi znakmi, napríklad krátke číslo, sme pritom nehľadali, lebo by sa našiel všade.
    [few] { $rows } údaje s menej ako piatimi znakmi, napríklad krátke čísla, sme pritom nehľadali, lebo by sa našli všade.
   *[other] { $rows } údajov s menej ako piatimi znakmi, napríklad krátkych čísel, sme pritom nehľadali, lebo by sa našli všade.
}
letter-files = Prehľadali sme aj ostatné súbory na tých istých miestach, pokiaľ sú textom.
letter-unread = { $n ->
    [one] { $rows } súbor sa nedal prehľadať, napríklad preto, že je to nahrávka alebo obrázok alebo sa nesmie otvoriť.
    [few] { $rows } súbory sa nedali prehľadať, napríklad preto, že sú to nahrávky alebo obrázky alebo sa nesmú otvoriť.
   *[other] { $rows } súborov sa nedalo prehľadať, napríklad preto, že sú to nahrávky alebo obrázky alebo sa nesmú otvoriť.
}
letter-unread-inside = { $n ->
    [one] { $rows } časť našich databáz sa nedala prehľadať. Môžu v nej ešte byť údaje o vás.
    [few] { $rows } časti našich databáz sa nedali prehľadať. Môžu v nich ešte byť údaje o vás.
   *[other] { $rows } častí našich databáz sa nedalo prehľadať. Môžu v nich ešte byť údaje o vás.
}
letter-accepted = Pri opätovnom čítaní údajov niečo nebolo podľa plánu. Posúdil to človek a rozhodol, že to zostane. Ak sa nás opýtate, povieme vám viac.
letter-corrected = { $n ->
    [one] Opravili sme { $rows } záznam.
    [few] Opravili sme { $rows } záznamy.
   *[other] Opravili sme { $rows } záznamov.
}
letter-corrected-true = Potom sme údaje prečítali znova: sú také, ako ste žiadali.
letter-corrected-nothing = Pozreli sme sa na údaje, ktoré o vás máme. To, čo chcete opraviť, medzi nimi nie je, preto sme nič nezmenili.
letter-copy-access = Kópia vašich údajov je priložená k tomuto listu ako súbor ZIP. Najprv v ňom otvorte stránku „index.html“: hovorí, čo tam je, čo chýba a prečo.
letter-copy-portability = Vaše údaje sú priložené k tomuto listu ako súbor ZIP, vo formátoch čitateľných pre iné programy. Najprv v ňom otvorte stránku „index.html“: hovorí, čo tam je, čo chýba a prečo.
letter-chosen-restriction = Od { $day } vaše údaje len uchovávame; každé iné použitie sa odmietne. Skôr než sa to skončí, povieme vám to ({ $article }).
letter-chosen-objection = Od { $day } už vaše údaje nepoužívame na to, proti čomu ste namietali: { $purposes } ({ $article }).
letter-chosen-objection-all = Od { $day } už vaše údaje nepoužívame na nič, proti čomu môžete namietať ({ $article }).
letter-chosen-withdrawal = Od { $day } váš súhlas už neplatí na: { $purposes }. Čo sa stalo dovtedy, zostáva zákonné ({ $article }).
letter-chosen-withdrawal-all = Od { $day } už neplatí žiadny váš súhlas. Čo sa stalo dovtedy, zostáva zákonné ({ $article }).
letter-chosen-gone = Čo ste touto žiadosťou zvolili, už neplatí, alebo to nahradila vaša neskoršia žiadosť.
letter-chosen-nobody = Čo ste zvolili, sme zaznamenali { $day }: ak sa k nám dostanú údaje, ktoré budeme vedieť priradiť k tomu, čo ste uviedli, platí to aj pre ne. Ak vás môžeme poznať podľa inej adresy alebo čísla, povedzte nám to.
letter-article-chosen-restriction = čl. 18 { $law }
letter-article-chosen-objection = čl. 21 { $law }
letter-article-chosen-withdrawal = čl. 7 ods. 3 { $law }

# Čo zostáva.
letter-stays = Čo zostáva a prečo
letter-stays-lead = Toto zatiaľ nevymažeme, lebo sa to ešte musí uchovávať:
letter-stays-caption = Údaje, ktoré sa ešte uchovávajú
letter-held = Záznamy, ktoré sú potrebné pre právne nároky
letter-held-why = preukazovanie, uplatňovanie alebo obhajovanie právnych nárokov (GDPR, čl. 17 ods. 3 písm. e))
letter-what = Čo
letter-records = Záznamy
letter-until = Do
letter-until-open = deň zatiaľ nie je známy
letter-why = Prečo
letter-shared = { $n ->
    [one] { $rows } záznam sa týka aj iných ľudí a nehovorí nič iba o vás. Zostáva.
    [few] { $rows } záznamy sa týkajú aj iných ľudí a nehovoria nič iba o vás. Zostávajú.
   *[other] { $rows } záznamov sa týka aj iných ľudí a nehovorí nič iba o vás. Zostávajú.
}
letter-shared-recordings = { $n ->
    [one] { $rows } nahrávka, na ktorej vás možno počuť, zostáva, lebo sa týka aj ostatných ľudí v hovore.
    [few] { $rows } nahrávky, na ktorých vás možno počuť, zostávajú, lebo sa týkajú aj ostatných ľudí v hovoroch.
   *[other] { $rows } nahrávok, na ktorých vás možno počuť, zostáva, lebo sa týkajú aj ostatných ľudí v hovoroch.
}
letter-backups = V zálohách a protokoloch môže to, čo bolo vymazané, zostať do { $day }. Potom zmizne aj odtiaľ.
letter-backups-open = V zálohách a protokoloch môže to, čo bolo vymazané, zostať, kým sa neprepíšu.
letter-traces = Vo voľnom mieste súborov našich databáz môžu zostať stopy toho, čo bolo vymazané, kým ich neprepíšu iné údaje.
letter-own-proof = Aj vaše skoršie žiadosti zostávajú ešte nejaký čas, ako dôkaz, ako sme na ne odpovedali.
letter-own-chosen = Čo ste rozhodli predtým, napríklad že namietate proti ponukám, uchovávame, kým sa tým musíme riadiť.
letter-own-marks = Ak sa k nám vaše údaje dostanú znova, chceme si to všimnúť. Preto do { $day } uchovávame zašifrovanú značku. Nikomu nepovie, kto ste.
letter-own-request = Túto žiadosť a našu odpoveď uchovávame do { $day }, aby sme ich vedeli preukázať ({ $article }).
letter-own-request-open = Túto žiadosť a našu odpoveď uchovávame ešte { $period } po odpovedi, aby sme ich vedeli preukázať ({ $article }).
letter-article-proof = čl. 5 ods. 2 { $law }

# Kto ďalší sa to dozvie.
letter-recipients = Kto ďalší sa to dozvie
letter-recipients-told = Týmto príjemcom vašich údajov sme oznámili, čo sme urobili ({ $article }):
letter-recipients-untold = Týmto príjemcom vašich údajov to ešte treba oznámiť ({ $article }):
letter-article-recipients = čl. 19 { $law }

# Kto nesúhlasí.
letter-complaint = Ak nesúhlasíte
letter-complaint-us = Môžete nám napísať a človek sa na to pozrie znova:
letter-complaint-authority = Môžete podať sťažnosť dozornému orgánu ({ $article }).
letter-complaint-list = Adresy všetkých orgánov Európskej únie a Európskeho hospodárskeho priestoru:
letter-court-eea = Môžete sa tiež obrátiť na súd: tam, kde máme prevádzkareň, alebo tam, kde žijete ({ $article }).
letter-court = Môžete sa tiež obrátiť na súd ({ $article }).
letter-article-court = čl. 79 { $law }

# Okolo listu, pre toho, kto žiadosti vybavuje.
letter-page = List dotknutej osobe
letter-page-text = V jazyku osoby. Abide nič neposiela: vytlačte ho, alebo ho stiahnite a pošlite sami.
letter-page-days = Čo ste napísali o zamietnutí, sa uchováva 30 dní po uzavretí, aby sa list dal odovzdať.
letter-gone = Čo ste napísali o zamietnutí, sa uchovávalo 30 dní a je vymazané. List už nie je.
letter-show = Prečítať list
letter-name = Meno a adresa
letter-name-help = Sú len v liste a neukladajú sa.
letter-name-do = Vložiť do listu
letter-why-late = Prečo odpoveď prichádza neskoro
letter-why-late-help = Osoba by mala poznať dôvod. Je len v liste a neukladá sa.
letter-download = Stiahnuť ako stránku (HTML)
letter-preview = Náhľad listu
letter-preview-text = Zatiaľ sa nič nestalo. Toto dostane osoba, ak žiadosť zamietnete.
letter-preview-extension = Zatiaľ sa nič nestalo. Toto dostane osoba, ak lehotu predĺžite. Zákon to dovoľuje raz.
letter-preview-do = Pozrieť si list vopred
requests-duty-told = Ešte treba oznámiť, čo sa urobilo: { $names }
requests-duty-told-more = Ešte treba oznámiť, čo sa urobilo: { $names } a ešte { $n }
requests-duty-open = otvorené
