# Uzavreté zoznamy slov P3P a GDPR, jedna správa na slovo.

access-nonident = Nezískavajú sa žiadne údaje, podľa ktorých by bolo možné niekoho identifikovať, takže niet k čomu poskytnúť prístup.
access-all = Môžete nahliadnuť do všetkých údajov, ktoré o vás máme.
access-contact-and-other = Môžete nahliadnuť do svojich kontaktných údajov a do časti ďalších údajov, ktoré o vás máme.
access-ident-contact = Môžete nahliadnuť do svojich kontaktných údajov.
access-other-ident = Môžete nahliadnuť do časti údajov, ktoré o vás máme, nie však do kontaktných údajov.
access-none = Organizácia neposkytuje prístup k údajom, ktoré má.

purpose-current = poskytnutie toho, čo si človek vyžiadal: stránky, služby, objednávky
purpose-admin = prevádzka a zabezpečenie webu a služby
purpose-develop = zlepšovanie webu, služby a produktov
purpose-tailoring = prispôsobenie stránok počas jednej návštevy, ktoré sa neuchováva
purpose-pseudo-analysis = analýza záujmov a zvykov pod pseudonymom
purpose-pseudo-decision = rozhodovanie pod pseudonymom o tom, čo sa zobrazí
purpose-individual-analysis = analýza záujmov a zvykov známej osoby
purpose-individual-decision = rozhodovanie o známej osobe
purpose-contact = zasielanie ponúk poštou, e-mailom alebo správou
purpose-historical = uchovávanie záznamov na historické účely
purpose-telemarketing = telefonické ponuky
purpose-other-purpose = iný účel

purpose-current-short = poskytnutie toho, čo si človek vyžiadal
purpose-admin-short = prevádzka a zabezpečenie služby
purpose-develop-short = zlepšovanie služby
purpose-tailoring-short = prispôsobenie stránok počas návštevy
purpose-pseudo-analysis-short = analýza pod pseudonymom
purpose-pseudo-decision-short = rozhodovanie pod pseudonymom
purpose-individual-analysis-short = analýza zvykov známych osôb
purpose-individual-decision-short = rozhodovanie o známych osobách
purpose-contact-short = zasielanie ponúk
purpose-historical-short = uchovávanie na historické účely
purpose-telemarketing-short = telefonické ponuky
purpose-other-purpose-short = iný účel

recipient-ours = my sami a poskytovatelia služieb viazaní našimi pokynmi
recipient-delivery = doručovacie služby, ktoré môžu údaje použiť aj na vlastné účely
recipient-same = organizácie, ktoré s údajmi zaobchádzajú rovnako ako my
recipient-unrelated = organizácie, o ktorých nevieme, ako s údajmi zaobchádzajú
recipient-public = verejnosť
recipient-other-recipient = organizácie, ktoré s údajmi zaobchádzajú inak, ale zodpovedajú sa nám

recipient-ours-short = my sami
recipient-delivery-short = doručovacie služby
recipient-same-short = partneri s rovnakými pravidlami
recipient-unrelated-short = organizácie, na ktoré nemáme vplyv
recipient-public-short = verejnosť
recipient-other-recipient-short = partneri s inými pravidlami

retention-no-retention = Neuchovávajú sa: po skončení návštevy alebo hovoru zmiznú.
retention-stated-purpose = Len kým sú potrebné na daný účel, potom sa vymažú.
retention-legal-requirement = Kým to vyžaduje zákon, potom sa vymažú.
retention-business-practices = Podľa nášho vlastného harmonogramu vymazávania.
retention-indefinitely = Bez určeného konca.

category-physical = poštové adresy, telefónne čísla a mená
category-online = e-mailové adresy a iné kontakty na internete
category-uniqueid = identifikátory, napríklad čísla účtov a čísla v súboroch cookie
category-purchase = nákupy a platby
category-financial = údaje o účtoch v banke a platobných kartách
category-computer = údaje o zariadení a prehliadači
category-navigation = navštívené stránky a použité odkazy
category-interactive = zadané údaje a vyhľadávania
category-demographic = osobné pomery, napríklad vek, pohlavie alebo príjem
category-content = obsah hovorov a správ
category-state = značky, podľa ktorých sa rozpozná návšteva alebo relácia
category-political = politická, náboženská alebo odborová príslušnosť
category-health = zdravie
category-preference = záľuby a preferencie
category-location = miesto, kde sa niekto nachádza
category-government = čísla pridelené štátom
category-other-category = iné údaje

redress-correct = chyby sa napravia
redress-money = škoda sa nahradí
redress-law = postupuje sa podľa zákona

resolution-service = náš zákaznícky servis
resolution-independent = nezávislý orgán
resolution-court = súd
resolution-law = úrad

choice-always = Deje sa to v každom prípade.
choice-opt-out = Deje sa to, ak to neodmietnete.
choice-opt-in = Deje sa to, len ak s tým vopred súhlasíte.
# To isté pre zásady, ktoré sa obracajú na firemných zákazníkov: rozhodujú dotknuté osoby.
choice-opt-out-people = Deje sa to, ak to dotknutá osoba neodmietne.
choice-opt-in-people = Deje sa to, len ak s tým dotknutá osoba vopred súhlasí.
choice-opt-out-people-word = dotknutá osoba môže odmietnuť
choice-opt-in-people-word = len so súhlasom dotknutej osoby
choice-always-word = v každom prípade
choice-opt-out-word = môžete odmietnuť
choice-opt-in-word = len s vaším súhlasom

basis-consent = súhlas
basis-contract = zmluva
basis-legal-obligation = zákonná povinnosť
basis-vital-interests = ochrana životne dôležitých záujmov
basis-public-task = úloha vo verejnom záujme
basis-legitimate-interests = oprávnené záujmy
basis-consent-article = čl. 6 ods. 1 písm. a) { $law }
basis-contract-article = čl. 6 ods. 1 písm. b) { $law }
basis-legal-obligation-article = čl. 6 ods. 1 písm. c) { $law }
basis-vital-interests-article = čl. 6 ods. 1 písm. d) { $law }
basis-public-task-article = čl. 6 ods. 1 písm. e) { $law }
basis-legitimate-interests-article = čl. 6 ods. 1 písm. f) { $law }

storage-cookie = súbor cookie
storage-flash = objekt Flash
storage-local-storage = lokálne úložisko
storage-session-storage = úložisko relácie
storage-indexed-db = databáza prehliadača

subject-visitor = návštevníci webu
subject-customer = zákazníci
subject-caller = volajúci a volaní
subject-contact = kontakty z adresára
subject-agent = operátori, ktorí vybavujú hovory
subject-employee = zamestnanci
subject-applicant = uchádzači o zamestnanie

source-person = od samotnej osoby
source-observed = vznikajú pri používaní
source-derived = odvodené z iných údajov
source-customer = zadal ich zákazník
source-third-party = od inej organizácie
source-public = z verejných zdrojov

keeps-since-collection = { $period } odo dňa získania údajov
keeps-since-last-use = { $period } odo dňa posledného použitia údajov
keeps-since-contract-end = { $period } od skončenia zmluvy alebo zrušenia účtu
keeps-since-year-end = { $period } od konca kalendárneho roka

ground-adequacy = rozhodnutie o primeranosti
ground-standard-clauses = štandardné zmluvné doložky
ground-binding-corporate-rules = záväzné vnútropodnikové pravidlá
ground-code-of-conduct = schválený kódex správania
ground-certification = schválená certifikácia
ground-explicit-consent = výslovný súhlas
ground-contract-necessity = potrebné pre zmluvu s dotknutou osobou

special-explicit-consent = výslovný súhlas
special-employment = pracovné právo a právo sociálneho zabezpečenia
special-vital-interests = ochrana životne dôležitých záujmov
special-non-profit = členstvo v neziskovom subjekte
special-made-public = osoba údaje sama zverejnila
special-legal-claims = právne nároky
special-public-interest = významný verejný záujem
special-health-care = zdravotná starostlivosť
special-public-health = verejné zdravie
special-research = archivácia, výskum a štatistika

role-controller = prevádzkovateľ
role-processor = sprostredkovateľ

law-eu = GDPR
law-uk = UK GDPR
