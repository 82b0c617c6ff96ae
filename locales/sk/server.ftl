# Vlastné stránky servera: stránka, ktorá posúdi vložený text, a odpovede, ktoré hovoria, prečo tu stránka nie je.

# Stránka, ktorá vysvetľuje a posudzuje.
try = Vysvetliť a posúdiť zásady
try-description = Vložte skrátené zásady, hlavičku P3P alebo súbor so zásadami: vysvetlíme ich, skontrolujeme a posúdime tak, ako to robia prehliadače.
try-lead = Vložte skrátené zásady, hlavičku P3P, zásady P3P v XML alebo súbor so zásadami. Vysvetlíme ich slovo po slove, skontrolujeme a posúdime tak, ako to robia prehliadače. Nič z toho neuchovávame ani nezaznamenávame.
try-label = Zásady
try-help = Stačí to, čo vám ukáže prehliadač alebo editor, s úvodzovkami aj bez nich.
try-button = Vysvetliť a posúdiť
try-preview = Zobraziť ako stránku
try-examples = Alebo vyskúšajte jeden z príkladov:
try-example-marketing = obchod, ktorý svojim zákazníkom píše
try-example-careful = obchod, ktorý sa najprv opýta
try-example-header = hlavička s chybami

# Čo bolo vložené.
try-kind-compact = Toto sú skrátené zásady.
try-kind-p3p = Toto je P3P v XML.
try-kind-policy = Toto je súbor so zásadami.
try-kind-site = Toto je súbor webu: hovorí, kde zásady sú, a sám žiadne neobsahuje.
try-empty = Nič nebolo vložené. Prehliadač by to bral tak, akoby zásady neexistovali.

# Čo sa našlo.
try-found = Čo sa našlo
try-found-none = Nenašla sa žiadna chyba.
try-found-errors = { $n ->
    [one] { $n } chyba: zásady by sa nezverejnili.
    [few] { $n } chyby: zásady by sa nezverejnili.
    [many] { $n } chyby: zásady by sa nezverejnili.
   *[other] { $n } chýb: zásady by sa nezverejnili.
}
try-found-warnings = { $n ->
    [one] { $n } upozornenie: zverejneniu nebráni.
    [few] { $n } upozornenia: zverejneniu nebránia.
    [many] { $n } upozornenia: zverejneniu nebráni.
   *[other] { $n } upozornení: zverejneniu nebráni.
}
try-found-more = { $n ->
    [one] { $n } ďalšie zistenie sa nezobrazuje.
    [few] { $n } ďalšie zistenia sa nezobrazujú.
    [many] { $n } ďalšieho zistenia sa nezobrazuje.
   *[other] { $n } ďalších zistení sa nezobrazuje.
}
try-severity-error = chyba
try-severity-warning = upozornenie
try-severity-acknowledged = vzaté na vedomie
try-line = riadok { $line }, stĺpec { $column }
try-whole = celý text

# Čo z toho vyplýva.
try-compact = Skrátené zásady
try-compact-of = Skrátené zásady k „{ $name }“
try-compact-derived = V skratke, pre prehliadače:

# Odpovede bez stránky.
refusal-instead = Čo tu je:
refusal-not-found-title = Táto stránka tu nie je
refusal-not-found-text = Adresa možno obsahuje preklep alebo sa stránka už volá inak. Zverejnené verzie zásad nikdy nezmiznú: pozrite sa do časti „Všetky verzie“.
refusal-method-title = Túto stránku možno len čítať
refusal-method-text = Čo bolo odoslané, nie je na tejto adrese možné.
refusal-not-acceptable-title = V žiadnom z jazykov, ktoré prijímate
refusal-not-acceptable-text = Váš prehliadač odmieta všetky jazyky, v ktorých táto stránka existuje. Jeden z nich si však môžete vybrať:
refusal-timeout-title = Trvalo to príliš dlho
refusal-timeout-text = Požiadavka neprišla včas. Pošlite ju, prosím, znova.
refusal-too-large-title = Je to príliš dlhé
refusal-too-large-text = Zo zásad sa prečíta najviac 256 kilobajtov, z textu, v ktorom sa hľadajú osobné údaje, najviac jeden megabajt. Možno ste poslali niečo iné.
refusal-media-type-title = Tento formát tu nečítame
refusal-media-type-text = Požiadavka musí byť formulár alebo JSON tam, kde ho vyžaduje rozhranie pre programy.
refusal-no-text-title = Tento súbor neobsahuje text
refusal-no-text-text = Je zbalený alebo vo formáte, ktorý sa tu nečíta. Uložte tabuľkový hárok ako CSV, dokument ako obyčajný text, a pošlite to.
refusal-input-title = Niečo chýba
refusal-input-text = Požiadavka sa dala prečítať, ale jej časť chýba alebo sa nedá použiť.
refusal-bad-request-title = Túto požiadavku nemožno prečítať
refusal-bad-request-text = Nezodpovedá tomu, čo táto adresa očakáva.
refusal-internal-title = Na našej strane sa niečo pokazilo
refusal-internal-text = Zaznamenali sme to a vy ste neurobili nič zlé. Skúste to, prosím, neskôr.
