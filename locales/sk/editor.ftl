# Editor zásad v prehliadači. Hovorí k ľuďom, ktorí sa starajú o ochranu údajov, nie k programátorom: jednoduchými slovami,
# bez žargónu, ktorý zákon nepotrebuje.

editor-title = Úprava súboru { $file }
editor-tools = Čo môžete urobiť
editor-show = Zobraziť
editor-show-main = Zobraziť v strede
editor-show-side = Zobraziť vedľa
editor-pane-outline = Osnova
editor-pane-form = Formulár
editor-pane-source = Zdroj
editor-pane-result = Výsledok
editor-pane-notice = Zásady
editor-pane-compact = Skrátené zásady
editor-pane-verdict = Verdikty
editor-pane-problems = Problémy

editor-undo = Späť
editor-redo = Znova
editor-history = História
editor-history-help = Každý krok od otvorenia tejto stránky. Návratom sa nič nestratí: môžete ísť opäť dopredu.
editor-check = Skontrolovať
editor-diff = Zobraziť rozdiely
editor-save = Uložiť …
editor-save-now = Uložiť do súboru
editor-go-on = Pokračovať v úprave
editor-close = Zavrieť
editor-without-script = Táto stránka funguje bez skriptov: zmeňte zdroj a potom ho skontrolujte, porovnajte alebo uložte. Ak skripty povolíte, pribudnú formuláre, krok späť a priebežný náhľad.

# Zoznam súborov.
editor-list = Úprava zásad
editor-list-lead = Toto sú súbory so zásadami tohto webu. Každá verzia je súbor; zverejnená verzia sa nikdy nemení, preto zmeny patria do novej.
editor-list-file = Súbor
editor-list-version = Verzia
editor-list-effective = Platí od
editor-list-state = Stav
editor-list-problems = Problémy
editor-new = Nová verzia
editor-new-text = Skopíruje najnovšiu verziu aj s poznámkami do nového súboru. Potom meníte túto kópiu.
editor-new-version = Názov verzie
editor-new-version-help = Malé písmená, číslice, bodky a spojovníky, napríklad 3 alebo 2027-01.
editor-new-effective = Platí od
editor-new-do = Vytvoriť novú verziu
editor-new-exists = Takáto verzia už existuje
editor-new-exists-text = Zvoľte pre novú verziu iný názov. Nič sa nezmenilo.
editor-new-invalid = Verziu nemožno vytvoriť
editor-new-invalid-text = Názov smie obsahovať malé písmená, číslice, bodky a spojovníky; dátum musí existovať a súbor webu ani najnovšia verzia nesmú obsahovať syntaktické chyby. Nič sa nezmenilo.
editor-new-failed = Verzia sa nevytvorila
editor-new-failed-text = Súbor sa nepodarilo zapísať. Skontrolujte, či sa do priečinka dá zapisovať a či je v ňom miesto, a skúste to znova.
editor-publish = Zverejnenie
editor-publish-text = Zverejní každú verziu, ktorá nemá chyby a ešte nie je zverejnená. Odvtedy sa jej text nikdy nezmení: zostane v archíve a rozhodnutia sa naň odvolávajú. To isté sa stane pri opätovnom spustení servera.
editor-publish-do = Zverejniť nové verzie
editor-published = Zverejnené
editor-published-new = Nové a odteraz konečné: { $versions }.
editor-published-nothing = Nebolo čo nové zverejniť
editor-published-nothing-text = Každá verzia bez chýb je už zverejnená.
editor-published-not = Nič sa nezverejnilo
editor-published-errors = Súbory s chybami: { $files }. Najprv chyby opravte; čo bolo zverejnené predtým, zostáva.
editor-published-failed = Zverejnenie sa nepodarilo
editor-published-failed-text = Dôvod nájdete v protokole servera. Čo bolo zverejnené predtým, zostáva.

# Kto smie upravovať.
editor-stranger = Na úpravy treba adresu z terminálu
editor-stranger-text = Adresa, ktorá sa vypísala pri spustení servera, otvorí editor raz a v jednom prehliadači. Novú získate opätovným spustením servera s voľbou --edit.

# Či je verzia zverejnená.
editor-state-published = Zverejnené
editor-state-published-text = Tento text je zverejnený a konečný. Na jeho zmenu treba novú verziu.
editor-state-changed = Líši sa od zverejneného
editor-state-changed-text = Táto verzia je zverejnená s iným textom a ten zostáva. Uložte svoje zmeny ako novú verziu: v zozname zásad použite „Nová verzia“.
editor-state-errors = Návrh s chybami
editor-state-errors-text = Uložiť sa dá, ale nezverejní sa, kým sa chyby neopravia.
editor-state-draft = Návrh
editor-state-draft-text = Možno ho voľne ukladať a meniť. Konečným sa stane zverejnením.

# Ukladanie.
editor-saved = Uložené
editor-saved-text = Uložené do súboru. Zverejní sa, keď v zozname zásad stlačíte „Zverejniť nové verzie“ alebo keď sa server znova spustí.
editor-saved-errors = Uložené do súboru ako návrh. Nezverejní sa, kým sa neopravia jeho chyby.
editor-save-conflict = Neuložené: súbor sa zmenil
editor-save-conflict-text = Odkedy ste súbor otvorili, niekto alebo niektorý program ho zmenil. Váš text je stále tu. Pred ďalším uložením obe znenia porovnajte.
editor-save-long = Neuložené: text je príliš dlhý
editor-save-long-text = Súbor so zásadami smie mať najviac jeden megabajt.
editor-save-failed = Neuložené
editor-save-failed-text = Súbor sa nepodarilo zapísať. Skontrolujte, či sa doň dá zapisovať a či je na disku miesto. Váš text je stále tu.

# Rozdiely.
editor-diff-title = Čo uloženie zmení
editor-diff-none = Nič sa nezmenilo: súbor už tento text má.
editor-diff-people = Pre ľudí
editor-diff-people-none = Pre ľudí sa nič nemení.
editor-diff-unreadable = Jeden z dvoch textov obsahuje syntaktickú chybu, preto možno porovnať len riadky.
editor-diff-lines = V súbore

# Problémy.
editor-problems-none = Žiadne problémy
editor-problems-count = { $errors ->
    [0] Žiadne chyby
    [one] { $errors } chyba
    [few] { $errors } chyby
    [many] { $errors } chyby
   *[other] { $errors } chýb
}, { $warnings ->
    [0] žiadne upozornenia
    [one] { $warnings } upozornenie
    [few] { $warnings } upozornenia
    [many] { $warnings } upozornenia
   *[other] { $warnings } upozornení
}
editor-problems-more = { $n ->
    [one] { $n } ďalší problém sa nezobrazuje.
    [few] { $n } ďalšie problémy sa nezobrazujú.
    [many] { $n } ďalšieho problému sa nezobrazuje.
   *[other] { $n } ďalších problémov sa nezobrazuje.
}
editor-count-errors = { $n ->
    [one] { $n } chyba
    [few] { $n } chyby
    [many] { $n } chyby
   *[other] { $n } chýb
}
editor-count-warnings = { $n ->
    [one] { $n } upozornenie
    [few] { $n } upozornenia
    [many] { $n } upozornenia
   *[other] { $n } upozornení
}
editor-severity-error = Chyba
editor-severity-warning = Upozornenie
editor-severity-acknowledged = Ponechané
editor-line = Riadok { $line }
editor-fix = Opraviť
editor-stay = Ponechať s uvedením dôvodu
editor-stays-because = Dôvod:
editor-why = Prečo na tom záleží
editor-new-window = v novom okne

# Formulár.
editor-form-languages = Jazyk zobrazených textov
editor-form-languages-all = všetky jazyky
editor-form-none = Zdroj obsahuje syntaktickú chybu. Opravte ju v zdroji a formulár sa vráti. Miesto ukazuje zoznam problémov.
editor-required = povinné
editor-not-said = Neuvedené
editor-unknown-word = { $word } (neznáme)
editor-nothing-to-choose = Zatiaľ nie je z čoho vyberať.
editor-choice-none = Nepoužíva sa
editor-choice-always = V každom prípade
editor-choice-opt-out = Ľudia môžu odmietnuť
editor-choice-opt-in = Len ak ľudia súhlasia
editor-grid-more = Právny základ a podrobnosti
editor-group-absent = Nič neuvedené; otvorením vyplníte
editor-remove = Odstrániť
editor-remove-section = Odstrániť celú časť
editor-add-do = Pridať
editor-add-another = Ďalšia položka
editor-add-text = Pridať text
editor-add-element = Údajový prvok
editor-add-element-value = Text
editor-broken = V súbore je tu niečo, čo formulár nedokáže zobraziť.
editor-show-source = Zobraziť v zdroji
editor-period-amount = Koľko
editor-period-unit = Jednotka
editor-unit-hours = hodiny
editor-unit-days = dni
editor-unit-weeks = týždne
editor-unit-months = mesiace
editor-unit-years = roky
editor-since-collection = odo dňa získania údajov
editor-since-last-use = odo dňa posledného použitia údajov
editor-since-contract-end = od skončenia zmluvy alebo zrušenia účtu
editor-since-year-end = od konca kalendárneho roka

# Zdroj.
editor-source-label = Zdroj
editor-source-help = Toto je samotný súbor. Opustíte ho klávesom Tab.

# Priebežný náhľad.
editor-preview-language = Jazyk
editor-preview-none = Zásady zatiaľ nemožno zobraziť: v žiadnom jazyku nie sú všetky texty. Chýbajúce uvádza zoznam problémov.
editor-preview-incomplete = Nezverejní sa, lebo chýbajú texty:
editor-notice-title = Náhľad zásad
editor-remedy-apply = Použiť v návrhu
editor-remedy-by-hand = Toto za vás tu urobiť nemožno.
editor-remedy-or = Alebo iba pomocou možností voľby:

# Kroky v histórii.
editor-did-set = Zmenené: { $what }
editor-did-remove = Odstránené: { $what }
editor-did-add = Doplnené: { $what }
editor-did-fix = Opravené: { $what }
editor-did-acknowledge = Ponechané: { $code }
editor-did-remedy = Použité: { $what }
editor-refused-syntax = Zdroj obsahuje syntaktickú chybu: najprv ju opravte tam.
editor-refused-place = Formulár to nedokáže zmeniť: { $place }. Zmeňte to v zdroji.
editor-refused-exists = Názov „{ $name }“ sa už používa. Zvoľte iný.
editor-refused-value = Hodnota „{ $value }“ sa do tohto poľa nehodí.
editor-refused-gone = Toto je už vyriešené.

# Čo hovoria skripty.
editor-js-restored = Vaše predošlé neuložené zmeny sú späť.
editor-js-discard = Zahodiť ich
editor-js-conflict = Súbor sa od vašich neuložených zmien zmenil. Zmeny sú späť; pred uložením porovnajte.
editor-js-failed = Nepodarilo sa to. Váš text je stále tu, skúste to znova.
editor-js-offline = Server neodpovedá. Váš text je stále tu; je server spustený?
editor-js-unsaved = Neuložené
editor-js-saved = Uložené
editor-js-typed = Napísané v zdroji
editor-js-opened = Otvorené
editor-js-line = Riadok
editor-js-undone = Vrátené späť:
editor-js-redone = Vykonané znova:
editor-js-back-to = Vrátiť sa sem
editor-js-now = teraz
editor-js-no-changes = Nie je čo uložiť: súbor už tento text má.
editor-js-reload = Zobraziť radšej text súboru
editor-js-no-source-place = Toto v súbore ešte nie je.

# Klávesy.
editor-keys = Klávesnica
editor-key-ctrl = Ctrl
editor-key-shift = Shift
editor-key-save = Zobraziť rozdiely a uložiť
editor-key-undo = Späť
editor-key-redo = Znova
editor-key-next = Prejsť na ďalší problém (so Shiftom na predchádzajúci)

# Časti súboru so zásadami.
editor-part-policy = Zásady ako celok
editor-part-policy-help = Ktoré zásady a ktorá verzia to sú a čo platí pre ich celok.
editor-part-entity = Kto zodpovedá
editor-part-entity-help = Organizácia, ktorá za údaje zodpovedá (čl. 13 ods. 1 písm. a) GDPR).
editor-part-authority = Dozorný orgán
editor-part-authority-help = Orgán, ktorému môžu ľudia podať sťažnosť (čl. 13 ods. 2 písm. d) GDPR).
editor-part-rights = Ako ľudia uplatnia svoje práva
editor-part-rights-help = Kde ľudia požiadajú o nahliadnutie do svojich údajov, ich opravu alebo vymazanie (čl. 12 ods. 2 GDPR).
editor-part-security = Bezpečnostné opatrenia
editor-part-security-help = Technické a organizačné opatrenia (čl. 32 GDPR), každé v jednej vete.
editor-part-processing = Povinnosti voči zákazníkom
editor-part-processing-help = Čo sprostredkovateľ dlhuje zákazníkom, pre ktorých pracuje (čl. 28 GDPR). Len v zásadách sprostredkovateľa.
editor-part-dispute = Spory
editor-part-dispute-help = Ako sa riešia spory o týchto zásadách.
editor-part-region = Miesta uchovávania
editor-part-region-help = Kde sa údaje uchovávajú.
editor-part-data = Vlastné druhy údajov
editor-part-data-help = Druhy údajov, ktoré štandard nepomenúva.
editor-part-statement = Použitia údajov
editor-part-statement-help = Jedno použitie údajov od začiatku do konca: ktoré údaje, prečo, kto ich dostane a ako dlho zostanú.
editor-part-cookie = Súbory cookie a úložiská
editor-part-cookie-help = Čo web ukladá v prehliadačoch ľudí.
editor-part-sub-processor = Ďalší sprostredkovatelia
editor-part-sub-processor-help = Organizácie, ktoré pre vás spracúvajú údaje a sú viazané zmluvou.
editor-part-acknowledge = Ponechané upozornenia
editor-part-acknowledge-help = Upozornenia, ktoré ste si prečítali a ponechávate, každé so svojím dôvodom.
editor-one-statement = Použitie údajov
editor-one-cookie = Súbor cookie alebo úložisko
editor-one-data = Vlastný druh údajov
editor-one-region = Miesto uchovávania
editor-one-sub-processor = Ďalší sprostredkovateľ
editor-one-dispute = Spor
editor-one-acknowledge = Ponechané upozornenie
editor-add-statement = Pridať použitie údajov
editor-add-cookie = Pridať súbor cookie
editor-add-data = Pridať druh údajov
editor-add-region = Pridať miesto
editor-add-sub-processor = Pridať ďalšieho sprostredkovateľa
editor-add-dispute = Pridať spôsob riešenia sporov
editor-add-acknowledge = Pridať odpoveď na upozornenie
editor-add-name = Krátky názov
editor-add-name-help = Pre tento súbor a pre odkazy: malé písmená, číslice a spojovníky, napríklad access-log. Ľudia vidia nadpis.
editor-add-name-cookie = Názov súboru cookie
editor-add-name-cookie-help = Tak, ako ho zobrazuje prehliadač; hviezdička zastupuje ľubovoľné znaky.
editor-add-name-data = Názov
editor-add-name-data-help = Písmená, číslice a spojovníky spojené bodkami, napríklad call.quality. Ľudia vidia nadpis.

# Polia: označenie a čoho sa týkajú.
editor-field-policy-name = Krátky názov
editor-field-policy-name-help = O ktoré zásady organizácie ide, napríklad site alebo service. V každej verzii zostáva rovnaký.
editor-field-policy-version = Verzia
editor-field-policy-version-help = Jej názov sa už nikdy nepoužije pre iný text.
editor-field-policy-effective = Platí od
editor-field-policy-effective-help = Prvý deň, keď platí.
editor-field-policy-role = Úloha
editor-field-policy-role-help = Prevádzkovateľ rozhoduje, prečo a ako sa údaje používajú; sprostredkovateľ pracuje pre zákazníkov, ktorí o tom rozhodujú. Ak sa neuvedie, prevádzkovateľ.
editor-field-policy-languages = Jazyky
editor-field-policy-languages-help = Jazyk sa zverejní, keď v ňom existujú všetky texty.
editor-field-policy-title = Nadpis
editor-field-policy-title-help = Čo ľudia čítajú na začiatku zásad.
editor-field-policy-introduction = Úvod
editor-field-policy-introduction-help = Jedna alebo dve vety pred všetkým ostatným.
editor-field-policy-notice = Adresa zásad
editor-field-policy-notice-help = Kde si ľudia prečítajú tieto zásady na webe.
editor-field-policy-choices = Adresa na výber
editor-field-policy-choices-help = Kde ľudia súhlasia alebo odmietnu. Potrebná, len čo si ľudia môžu čokoľvek vybrať.
editor-field-policy-access = Prístup
editor-field-policy-access-help = Do čoho môžu ľudia nahliadnuť z údajov, ktoré o nich máte.
editor-field-policy-jurisdiction = Krajina, ktorej právo platí
editor-field-policy-jurisdiction-help = Jej dve písmená, napríklad DE.
editor-field-policy-test = Toto je len skúška
editor-field-policy-test-help = Prehliadače potom zásady ignorujú a v ich znení sa uvádza, že nič nesľubujú.
editor-field-policy-max-age = Platnosť (v sekundách)
editor-field-policy-max-age-help = Ako dlho sa prehliadač smie na zásady spoliehať, kým sa spýta znova; ak sa neuvedie, jeden deň.
editor-field-policy-expires = Platí do
editor-field-policy-expires-help = Deň, do ktorého sa prehliadač smie na zásady spoliehať; namiesto sekúnd.

editor-field-entity-name = Oficiálny názov
editor-field-entity-name-help = Ako v obchodnom registri.
editor-field-entity-street = Ulica a číslo
editor-field-entity-street-help = Sídla organizácie.
editor-field-entity-postal-code = PSČ
editor-field-entity-postal-code-help = Ako sa píše na listoch.
editor-field-entity-city = Obec
editor-field-entity-city-help = Ako sa píše na listoch.
editor-field-entity-region = Kraj alebo provincia
editor-field-entity-region-help = Tam, kde je súčasťou adresy.
editor-field-entity-country = Krajina
editor-field-entity-country-help = Jej dve písmená, napríklad DE.
editor-field-entity-email = E-mail
editor-field-entity-email-help = Pre otázky o ochrane súkromia.
editor-field-entity-phone = Telefón
editor-field-entity-phone-help = Tak, ako sa vytáča.
editor-field-entity-web = Web
editor-field-entity-web-help = Celá adresa, ktorá sa začína na https.
editor-field-entity-representative = Zástupca
editor-field-entity-representative-help = Pre organizácie mimo Únie alebo Spojeného kráľovstva (čl. 27 GDPR).
editor-field-entity-officer = Zodpovedná osoba pre ochranu údajov
editor-field-entity-officer-help = Pre mnohé organizácie povinná (čl. 37 GDPR).
editor-field-entity-other = Ďalšie údaje
editor-field-entity-other-help = Čo ešte majú ľudia o organizácii vedieť, podľa názvov P3P, napríklad business.contact-info.telecom.fax.number.

editor-field-contact-name = Meno
editor-field-contact-name-help = Osoba alebo funkcia.
editor-field-contact-address = Adresa
editor-field-contact-address-help = V jednom riadku.
editor-field-contact-email = E-mail
editor-field-contact-email-help = Kam písať.
editor-field-contact-phone = Telefón
editor-field-contact-phone-help = Tak, ako sa vytáča.

editor-field-authority-name = Názov
editor-field-authority-name-help = V úplnom znení.
editor-field-authority-web = Web
editor-field-authority-web-help = Najlepšie stránka pre sťažnosti.
editor-field-authority-email = E-mail
editor-field-authority-email-help = Kam možno sťažnosti poslať.

editor-field-rights-web = Stránka
editor-field-rights-web-help = Kde sa ľudia prihlásia a vybavia si to sami.
editor-field-rights-email = E-mail
editor-field-rights-email-help = Kam ľudia píšu.
editor-field-rights-note = Poznámka
editor-field-rights-note-help = Čo ešte majú ľudia o tom vedieť.

editor-field-security-measures = Opatrenia
editor-field-security-measures-help = Pre každé jeden text. Uveďte, čo chráni ľudí, nie čo by pomohlo útočníkom.

editor-field-processing-controllers = V mene koho
editor-field-processing-controllers-help = Pre ktorých zákazníkov sa údaje spracúvajú.
editor-field-processing-instructions = Pokyny
editor-field-processing-instructions-help = Ako vám zákazníci hovoria, čo robiť (čl. 28 ods. 3 písm. a)).
editor-field-processing-assistance = Pomoc so žiadosťami
editor-field-processing-assistance-help = Ako zákazníkom pomáhate odpovedať na žiadosti ľudí (čl. 28 ods. 3 písm. e)).
editor-field-processing-end = Na konci zmluvy
editor-field-processing-end-help = Čo sa potom stane s údajmi (čl. 28 ods. 3 písm. g)).
editor-field-processing-audit = Kontroly
editor-field-processing-audit-help = Ako vás môžu zákazníci kontrolovať (čl. 28 ods. 3 písm. h)).
editor-field-processing-contract = Zmluva
editor-field-processing-contract-help = Adresa zmluvy o spracúvaní údajov.
editor-field-processing-change-notice = Oznamovanie zmien
editor-field-processing-change-notice-help = Ako dlho pred zmenou ďalších sprostredkovateľov sa to zákazníci dozvedia (čl. 28 ods. 2).

editor-field-dispute-resolution = Spôsob
editor-field-dispute-resolution-help = Kto spor rieši.
editor-field-dispute-service = Adresa
editor-field-dispute-service-help = Webová stránka zákazníckeho servisu, orgánu, súdu alebo zákona.
editor-field-dispute-verification = Doklad o členstve
editor-field-dispute-verification-help = Číslo alebo adresa osvedčenia.
editor-field-dispute-title = Nadpis
editor-field-dispute-title-help = Názov alebo krátky opis.
editor-field-dispute-description = Opis
editor-field-dispute-description-help = Čo môžu ľudia očakávať.
editor-field-dispute-remedies = Čo sa ponúka
editor-field-dispute-remedies-help = Čo sa stane, ak sa sľub z týchto zásad nedodržal.
editor-field-dispute-image = Logo
editor-field-dispute-image-help = Orgánu, ktorý spor rieši.
editor-field-image-source = Adresa
editor-field-image-source-help = Kde je obrázok.
editor-field-image-alt = Slovami
editor-field-image-alt-help = Čo je na obrázku, pre ľudí, ktorí ho nevidia.
editor-field-image-width = Šírka
editor-field-image-width-help = V pixeloch.
editor-field-image-height = Výška
editor-field-image-height-help = V pixeloch.

editor-field-region-id = Krátky názov
editor-field-region-id-help = Názov v tomto súbore. Jeho zmena sa prejaví všade, kde sa naň odkazuje.
editor-field-region-title = Nadpis
editor-field-region-title-help = Čo čítajú ľudia.
editor-field-region-country = Krajina
editor-field-region-country-help = Kde sú servery: jej dve písmená.
editor-field-region-serves = Pre koho
editor-field-region-serves-help = Krajiny, údaje ktorých ľudí sa tu uchovávajú; ak sa žiadna neuvedie, všetky.
editor-field-region-transfer = Základ prenosu
editor-field-region-transfer-help = Potrebný, ak je krajina mimo vášho právneho priestoru a nemá rozhodnutie o primeranosti (čl. 44 až 49 GDPR).
editor-field-transfer-ground = Základ
editor-field-transfer-ground-help = Čo prenos umožňuje.
editor-field-transfer-document = Dokument
editor-field-transfer-document-help = Kde si ho ľudia môžu prečítať (čl. 13 ods. 1 písm. f)).

editor-field-data-ref = Názov
editor-field-data-ref-help = Názov v tomto súbore. Jeho zmena sa prejaví všade, kde sa naň odkazuje.
editor-field-data-title = Nadpis
editor-field-data-title-help = Čo čítajú ľudia.
editor-field-data-categories = Kategórie
editor-field-data-categories-help = O aký druh údajov ide. Ak sa žiadna neoznačí, uvedie ju každé použitie údajov.
editor-field-data-other-category = Iná kategória
editor-field-data-other-category-help = Čo tu znamená „iné údaje“.
editor-field-data-description = Opis
editor-field-data-description-help = Čo obsahujú, v jednej vete.

editor-field-statement-id = Krátky názov
editor-field-statement-id-help = Názov v tomto súbore; rozhodnutia sa naň odvolávajú. Jeho zmena sa prejaví všade, kde sa naň odkazuje.
editor-field-statement-title = Nadpis
editor-field-statement-title-help = Čo čítajú ľudia.
editor-field-statement-why = Prečo
editor-field-statement-why-help = Dôvod jednoduchými slovami, ako by ste ho povedali návštevníkovi.
editor-field-statement-non-identifiable = Podľa týchto údajov nemožno nikoho identifikovať
editor-field-statement-non-identifiable-help = Označte, len ak to platí aj pre vás: žiadne číslo, adresa ani súbor cookie nevedie späť k osobe.
editor-field-statement-subjects = Dotknuté osoby
editor-field-statement-subjects-help = Ktorých skupín ľudí sa údaje týkajú.
editor-field-statement-sources = Odkiaľ
editor-field-statement-sources-help = Odkiaľ údaje pochádzajú (čl. 14 ods. 2 písm. f) GDPR).
editor-field-statement-data = Ktoré údaje
editor-field-statement-data-help = Napíšte slovo a vyberte zo zoznamu, napríklad dynamic.cookies.
editor-field-statement-purposes = Na čo
editor-field-statement-purposes-help = Pre každý účel: či sa to deje v každom prípade, alebo si ľudia môžu vybrať.
editor-field-statement-recipients = Kto ich dostane
editor-field-statement-recipients-help = Pre každého príjemcu: či ich dostane v každom prípade, alebo si ľudia môžu vybrať.
editor-field-statement-retention = Ako dlho zostanú
editor-field-statement-retention-help = Kedy sa údaje vymažú (čl. 13 ods. 2 písm. a) GDPR).
editor-field-statement-basis = Právny základ
editor-field-statement-basis-help = Základ každého účelu, ktorý nemá uvedený vlastný (čl. 6 ods. 1 GDPR).
editor-field-statement-interests = Oprávnené záujmy
editor-field-statement-interests-help = Ktoré záujmy sledujete, ak sú základom (čl. 13 ods. 1 písm. d) GDPR).
editor-field-statement-obligation = Či ich ľudia musia poskytnúť
editor-field-statement-obligation-help = A čo nastane, ak ich neposkytnú (čl. 13 ods. 2 písm. e) GDPR).
editor-field-statement-automated-decision = Automatizované rozhodnutia
editor-field-statement-automated-decision-help = Akým postupom stroj rozhoduje a čo to pre ľudí znamená (čl. 13 ods. 2 písm. f) GDPR).
editor-field-statement-special-ground = Základ pre osobitné kategórie
editor-field-statement-special-ground-help = Prečo sa údaje o zdraví, presvedčení a podobne vôbec smú používať (čl. 9 ods. 2 GDPR).
editor-field-statement-regions = Kde sa uchovávajú
editor-field-statement-regions-help = Ak sa žiadne neoznačí, na všetkých miestach týchto zásad.

editor-field-data-entry-ref = Údaje
editor-field-data-entry-ref-help = Napíšte slovo a vyberte zo zoznamu.
editor-field-data-entry-categories = Kategórie
editor-field-data-entry-categories-help = Len pri údajoch, ktoré vlastné kategórie nemajú, napríklad pri súboroch cookie.
editor-field-data-entry-other-category = Iná kategória
editor-field-data-entry-other-category-help = Čo tu znamená „iné údaje“.
editor-field-data-entry-optional = Ľudia ich nemusia uviesť
editor-field-data-entry-optional-help = Ak ich neuvedú, nič z toho nevyplýva.

editor-field-purpose-choice = Možnosť voľby
editor-field-purpose-choice-help = Či si ľudia môžu vybrať.
editor-field-purpose-basis = Právny základ
editor-field-purpose-basis-help = Základ tohto účelu (čl. 6 ods. 1 GDPR).
editor-field-purpose-description = Vašimi slovami
editor-field-purpose-description-help = Čo tu účel znamená. Pri účele „iný účel“ povinné.
editor-field-recipient-choice = Možnosť voľby
editor-field-recipient-choice-help = Či si ľudia môžu vybrať.
editor-field-recipient-who = Kto to je
editor-field-recipient-who-help = Pre každého jeden text.
editor-field-recipient-country = Krajina
editor-field-recipient-country-help = Potrebná len vtedy, ak ide o inú krajinu: jej dve písmená.
editor-field-recipient-transfer = Základ prenosu
editor-field-recipient-transfer-help = Potrebný, ak je krajina mimo vášho právneho priestoru a nemá rozhodnutie o primeranosti (čl. 44 až 49 GDPR).

editor-field-retention-kind = Druh
editor-field-retention-kind-help = Čo rozhoduje o tom, ako dlho údaje zostanú.
editor-field-retention-period = Lehota
editor-field-retention-period-help = Skutočná dĺžka času.
editor-field-retention-since = Odkedy plynie
editor-field-retention-since-help = Ak sa neuvedie, odo dňa získania údajov.
editor-field-retention-anonymous = Čo sa uchováva, o žiadnej osobe nič nehovorí
editor-field-retention-anonymous-help = Po uplynutí lehoty alebo od začiatku zostávajú len anonymné údaje.
editor-field-retention-reason = Rozhoduje
editor-field-retention-reason-help = Zákon, prax alebo kritériá, z ktorých lehota vychádza.

editor-field-cookie-name = Názov
editor-field-cookie-name-help = Tak, ako ho zobrazuje prehliadač; hviezdička zastupuje ľubovoľné znaky.
editor-field-cookie-storage = Druh úložiska
editor-field-cookie-storage-help = Ak sa neuvedie, súbor cookie.
editor-field-cookie-statement = Kam patrí
editor-field-cookie-statement-help = Použitie údajov, ktorému slúži.
editor-field-cookie-title = Na čo slúži
editor-field-cookie-title-help = Čo ľudia čítajú v tabuľke súborov cookie.
editor-field-cookie-lifetime = Životnosť
editor-field-cookie-lifetime-help = Ak sa neuvedie, do zatvorenia prehliadača.
editor-field-cookie-provider = Kto ho ukladá
editor-field-cookie-provider-help = Kto iný ho ukladá, ak to nie je vaša organizácia.
editor-field-cookie-path = Cesta
editor-field-cookie-path-help = Časť webu, na ktorú je viazaný, napríklad /shop/*.
editor-field-cookie-domain = Doména
editor-field-cookie-domain-help = Na ktorú je viazaný, napríklad *.example.com.

editor-field-sub-processor-id = Krátky názov
editor-field-sub-processor-id-help = Názov v tomto súbore.
editor-field-sub-processor-name = Oficiálny názov
editor-field-sub-processor-name-help = Ako v zmluve.
editor-field-sub-processor-task = Úloha
editor-field-sub-processor-task-help = Čo pre vás robí.
editor-field-sub-processor-country = Krajina
editor-field-sub-processor-country-help = Kde údaje spracúva: jej dve písmená.
editor-field-sub-processor-statements = Vidí údaje z týchto použití
editor-field-sub-processor-statements-help = Použitia, ktorých údaje spracúva.
editor-field-sub-processor-transfer = Základ prenosu
editor-field-sub-processor-transfer-help = Potrebný, ak je krajina mimo vášho právneho priestoru a nemá rozhodnutie o primeranosti (čl. 44 až 49 GDPR).
editor-field-sub-processor-since = Odkedy
editor-field-sub-processor-since-help = Odkedy pre vás pracuje alebo bude pracovať, ak je ohlásený.

editor-field-acknowledge-code = Upozornenie
editor-field-acknowledge-code-help = Kód upozornenia.
editor-field-acknowledge-at = Kde
editor-field-acknowledge-at-help = Miesto, ktorého sa týka, napríklad statement.access-log; ak sa neuvedie, všade.
editor-field-acknowledge-reason = Dôvod
editor-field-acknowledge-reason-help = Prečo sa ponecháva. Budú to čítať audítori.
