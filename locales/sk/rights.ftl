# Čo dostanú ľudia, ktorí žiadajú o svoje údaje: stránka v archíve a slová v jeho súboroch. Oslovuje dotknutú osobu.

export-title = Vaše údaje
export-title-portability = Vaše údaje na prenesenie
export-lead = Toto sú údaje, ktoré o vás uchováva { $name }, v stave ku dňu { $date }. Táto stránka vysvetľuje, čo znamenajú; samotné údaje sú v priložených súboroch.
export-lead-portability = Toto sú údaje, ktoré ste poskytli organizácii { $name }, v stave ku dňu { $date }, vo formátoch čitateľných pre iné programy. Môžete ich odovzdať, komu chcete.
export-data = Čo tu je
export-none = Nenašli sa žiadne údaje o vás.
export-caption = { $count ->
    [one] Jeden záznam o vás
    [few] { $count } záznamy o vás
   *[other] { $count } záznamov o vás
}
export-what = Čo
export-records = Záznamy
export-until = Uchováva sa do
export-files = Súbory
export-conversations = { $count ->
    [one] V priečinku „conversations“ je jeden rozhovor.
    [few] V priečinku „conversations“ sú { $count } rozhovory.
   *[other] V priečinku „conversations“ je { $count } rozhovorov.
}
export-recordings = { $count ->
    [one] V priečinku „recordings“ je jedna nahrávka.
    [few] V priečinku „recordings“ sú { $count } nahrávky.
   *[other] V priečinku „recordings“ je { $count } nahrávok.
}
export-overdue = { $count ->
    [one] Pri jednom zázname už uplynul deň, do ktorého sa mal uchovávať. Opýtajte sa nás, prečo tu ešte je.
    [few] Pri { $count } záznamoch už uplynul deň, do ktorého sa mali uchovávať. Opýtajte sa nás, prečo tu ešte sú.
   *[other] Pri { $count } záznamoch už uplynul deň, do ktorého sa mali uchovávať. Opýtajte sa nás, prečo tu ešte sú.
}
export-left-out = Čo chýba a prečo
export-left-out-none = Nič nebolo vynechané.
export-left-out-lead = Kópia vašich údajov nesmie poškodiť práva iných. Preto tu nie je alebo nemohlo byť priložené toto:
export-left-out-values = { $count ->
    [one] Jedna hodnota, ktorá sa týka alebo môže týkať niekoho iného. Na jej mieste je „[týka sa inej osoby]“.
    [few] { $count } hodnoty, ktoré sa týkajú alebo môžu týkať niekoho iného. Na ich mieste je „[týka sa inej osoby]“.
   *[other] { $count } hodnôt, ktoré sa týkajú alebo môžu týkať niekoho iného. Na ich mieste je „[týka sa inej osoby]“.
}
export-left-out-places = { $count ->
    [one] Meno, číslo alebo adresa inej osoby na jednom mieste v texte. Stojí tam „[…]“.
    [few] Mená, čísla a adresy iných osôb na { $count } miestach v textoch. Stojí tam „[…]“.
   *[other] Mená, čísla a adresy iných osôb na { $count } miestach v textoch. Stojí tam „[…]“.
}
export-left-out-recordings = { $count ->
    [one] Jedna nahrávka: počuť v nej aj niekoho iného, alebo už neexistuje.
    [few] { $count } nahrávky: počuť v nich aj niekoho iného, alebo už neexistujú.
   *[other] { $count } nahrávok: počuť v nich aj niekoho iného, alebo už neexistujú.
}
export-left-out-conversations = { $count ->
    [one] Jeden rozhovor, z ktorého sa iné osoby nedali odstrániť.
    [few] { $count } rozhovory, z ktorých sa iné osoby nedali odstrániť.
   *[other] { $count } rozhovorov, z ktorých sa iné osoby nedali odstrániť.
}
export-left-out-records = { $count ->
    [one] Jeden záznam, ktorý ste nám sami neposkytli so súhlasom alebo na účely zmluvy. Dostanete ho, ak požiadate o kópiu všetkých údajov.
    [few] { $count } záznamy, ktoré ste nám sami neposkytli so súhlasom alebo na účely zmluvy. Dostanete ich, ak požiadate o kópiu všetkých údajov.
   *[other] { $count } záznamov, ktoré ste nám sami neposkytli so súhlasom alebo na účely zmluvy. Dostanete ich, ak požiadate o kópiu všetkých údajov.
}
export-left-out-ask = Ak si myslíte, že vám chýba niečo, čo vám patrí, povedzte nám to: pozrie sa na to človek.
export-how = Ako čítať súbory
export-how-csv = Pre ľudí: otvorí ich tabuľkový program. Pred textom, ktorý by taký program považoval za vzorec, je apostrof. Oddeľovač je taký, aký tieto programy vo vašom jazyku očakávajú.
export-how-json = Pre programy: každá hodnota tak, ako je uložená. Vedľa je súbor s koncovkou „.schema.json“, ktorý ju opisuje.
export-how-vcon = Rozhovory v otvorenom textovom formáte, ktorý čítajú programy na hovory a správy.
export-how-manifest = obsahuje zoznam všetkých súborov s kontrolnými súčtami.
export-policy = Nasledujúci text je z našich platných zásad ({ $version }) v rozsahu, v akom sa týka týchto údajov. Úplné znenie:
export-omitted = [týka sa inej osoby]
export-kept-until = Uchováva sa do
export-own-lead = Aby sme mohli odpovedať na vaše žiadosti a vedeli to preukázať (čl. 5 ods. 2 a čl. 12 GDPR), uchovávame, o čo ste žiadali, čo sa s tým stalo a pre čo ste sa rozhodli. To, že bol niekto vymazaný, uchovávame ako značku, ktorá nikomu nehovorí, kto to bol. Súbory s príponou „.schema.json“ hovoria o každom stĺpci, na čo slúži a ako dlho sa uchováva.
export-own = Vaše žiadosti
export-own-caption = { $count ->
    [one] Jeden údaj o vašich žiadostiach
    [few] { $count } údaje o vašich žiadostiach
   *[other] { $count } údajov o vašich žiadostiach
}
export-seen = Na čom ste pracovali
export-seen-lead = Tieto záznamy nie sú o vás. Napísali ste ich, pracovali ste na nich alebo ich smiete vidieť pri svojej práci. Čo hovoria o iných ľuďoch, patrí im a tu to nie je.
export-seen-caption = { $count ->
    [one] Jeden záznam, ktorý smiete vidieť
    [few] { $count } záznamy, ktoré smiete vidieť
   *[other] { $count } záznamov, ktoré smiete vidieť
}
export-other = Ďalšie údaje
export-column-moment = Dátum alebo čas
export-column-duration = Trvanie v sekundách
export-column-link = Odkaz na záznam
export-column-key = Číslo záznamu
export-column-truth = Áno alebo nie
export-column-number = Číslo
export-column-detail = Údaj
export-own-requests = O čo ste nás požiadali
export-own-asked = Žiadosť
export-own-received = Prijatá
export-own-due = Odpoveď do
export-own-state = Stav
export-own-waits-you = vaša odpoveď
export-own-waits-us = my
export-own-in-file = pozri { $name }
export-own-event-plan-made = Bol zostavený plán
export-own-event-step-done = Bol vykonaný krok
export-own-event-several-people = Našlo sa viac osôb
export-own-event-person-changed = Riadok medzitým patrí niekomu inému
export-own-event-cleaned = Úložisko bolo vyčistené od vymazaných riadkov
export-own-event-hand-needed = Niečo treba urobiť ručne
export-own-event-told = Príjemca bol upovedomený
export-own-event-not-told = Príjemca napokon nebol upovedomený
export-own-event-corrected = Nesprávne zapísané bolo opravené
export-own-event-handed-out = Kópia bola odovzdaná
