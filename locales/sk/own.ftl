# Čo obsahujú vlastné tabuľky programu Abide, stĺpec po stĺpci, a ako dlho: pre toho, kto vybavuje žiadosti, aj v kópii toho, kto sa pýtal.

own-store = Program Abide
own-tables-title = Čo uchováva sám program Abide
own-tables-lead = Aby sa dali vybavovať žiadosti a preukázať, ako boli vybavené, vedie program Abide vlastné tabuľky. Čo sa o nich ľudia dozvedia a čo z nich dostanú, vyplýva z toho, čo je tu.
own-column = Stĺpec
own-category = Kategória
own-category-none = žiadna
own-purpose = Na čo slúži
own-retention = Ako dlho
own-subject = Nájde sa podľa
own-rows-asker = Riadky patria tomu, kto podal žiadosť. Nájdu sa podľa:
own-rows-nobody = Riadky nepatria nikomu: týkajú sa organizácie.
own-whose-staff = niekto z organizácie

own-kept-versions = kým existujú záznamy: iní sa spoliehajú na zverejnené verzie
own-kept-request = { $period } po uzavretí, potom sa vymaže
own-kept-letter = 30 dní po uzavretí, aby sa to dalo odovzdať, potom sa vymaže
own-kept-answer = do uzavretia; kým niečo z toho drží blokovanie výmazu, do jeho konca
own-kept-mark = do dňa v stĺpci „until“, potom sa vymaže
own-kept-choice = kým voľba platí: do dňa v stĺpci „until“, ak tam je
own-kept-hold = kým blokovanie trvá a potom, ako dôkaz, prečo sa niečo uchovalo, tak dlho ako uzavreté žiadosti

own-table-policy_version = zverejnené zásady
own-column-policy_version-seq = v akom poradí boli verzie zaznamenané
own-column-policy_version-name = ku ktorým zásadám verzia patrí
own-column-policy_version-version = ako verziu uvádzajú rozhodnutia a dokumenty
own-column-policy_version-effective = prvý deň, keď verzia platí
own-column-policy_version-sha256 = dokazuje, že uložený text je ten zverejnený
own-column-policy_version-source = zverejnený text, bajt po bajte; uvádza, koho organizácia zverejnila ako kontakt, napríklad svoju zodpovednú osobu
own-column-policy_version-recorded_at = odkedy je verzia verejná

own-table-request = žiadosti
own-column-request-id = ako žiadosť uvádza osoba, história a úložiská
own-column-request-kind = čo osoba žiada
own-column-request-jurisdiction = ktoré právo určuje lehotu
own-column-request-language = v akom jazyku sa osobe odpovedá
own-column-request-policy = verzia zásad, podľa ktorej sa žiadosť vybavuje
own-column-request-subject = údaje, ktorými sa osoba označila, a kým prebieha vymazanie, aj to, podľa čoho je známa v úložiskách a ktoré riadky musí niekto spracovať ručne: aby sa našlo, čo sa o nej uchováva
own-column-request-received = od ktorého dňa plynie lehota
own-column-request-due = do ktorého dňa treba osobe odpovedať
own-column-request-extended_to = že sa lehota predĺžila, a do ktorého dňa
own-column-request-extension_reason = prečo sa predĺžila, tak ako sa to osobe oznámilo
own-column-request-paused_since = od ktorého dňa lehota stojí
own-column-request-paused_days = koľko dní stála predtým
own-column-request-state = ako ďaleko sa žiadosť dostala
own-column-request-waits = na čo čaká
own-column-request-refusal = kód dôvodu, pre ktorý bola zamietnutá
own-column-request-refusal_text = čo sa osobe povedalo o zamietnutí
own-column-request-version = rozlišuje dvoch, ktorí žiadosť menia naraz
own-column-request-event_count = čísluje históriu
own-column-request-plan_count = čísluje plány
own-column-request-lease_owner = kto práve žiadosť spracúva
own-column-request-lease_until = dokedy ju spracúva
own-column-request-created_at = kedy žiadosť pribudla
own-column-request-updated_at = kedy sa naposledy zmenila
own-column-request-closed_at = kedy bola vybavená, zamietnutá alebo vzatá späť; odvtedy plynie jej uchovávanie

own-table-request_identity = čie sú žiadosti
own-column-request_identity-request = ktorá žiadosť bola od tejto osoby
own-column-request_identity-hash = údaj o osobe ako odtlačok s tajným kľúčom, podľa ktorého sa nájdu jej žiadosti
own-column-request_identity-key_id = pod akým kľúčom, aby sa kľúče dali meniť
own-column-request_identity-fact = z ktorého údaja je odtlačok

own-table-request_event = história žiadostí
own-column-request_event-request = s ktorou žiadosťou sa to stalo
own-column-request_event-seq = v akom poradí sa to stalo
own-column-request_event-at = kedy sa to stalo
own-column-request_event-actor = kto z organizácie alebo ktorý program to urobil: aby sa dalo preukázať, ako sa so žiadosťou zaobchádzalo
own-column-request_event-what = čo sa stalo, jedným slovom
own-column-request_event-detail = podrobnosti, bez čohokoľvek o osobe

own-table-plan = plány
own-column-plan-request = pre ktorú žiadosť je plán
own-column-plan-seq = ktorý plán žiadosti
own-column-plan-made_at = kedy vznikol
own-column-plan-fingerprint = dokazuje, že údaje sú stále také ako pri vzniku plánu
own-column-plan-document = čo treba urobiť, koľkokrát, čo zostáva a prečo; kľúče riadkov tam, kde nič iné nehovorí, ktoré to sú
own-column-plan-approved_by = kto z organizácie ho schválil
own-column-plan-approved_at = kedy bol schválený

own-table-step = kroky plánov
own-column-step-request = pre ktorú žiadosť je krok
own-column-step-plan = z ktorého plánu
own-column-step-seq = jeho miesto v pláne
own-column-step-store = v ktorom úložisku
own-column-step-what = čo sa robí
own-column-step-state = ako ďaleko sa dostal
own-column-step-counts = koľko riadkov a súborov sa vymazalo, zmenilo, ponechalo
own-column-step-started_at = kedy sa začal
own-column-step-ended_at = kedy sa skončil

own-table-recipient_notice = oznámenia príjemcom
own-column-recipient_notice-request = pre ktorú žiadosť treba príjemcu upovedomiť
own-column-recipient_notice-recipient = ktorý príjemca
own-column-recipient_notice-told_at = kedy bol upovedomený
own-column-recipient_notice-told_by = kto z organizácie ho upovedomil

own-table-reminder = ručná práca
own-column-reminder-request = pre ktorú žiadosť treba niečo urobiť ručne
own-column-reminder-store = v ktorom úložisku
own-column-reminder-code = čo treba urobiť, ako kód pokynu
own-column-reminder-due = do ktorého dňa
own-column-reminder-done_at = kedy sa to urobilo

own-table-suppression = značky vymazania
own-column-suppression-hash = ukáže, že neskorší import obsahuje vymazanú osobu
own-column-suppression-key_id = pod akým kľúčom, aby sa kľúče dali meniť
own-column-suppression-fact = z ktorého údaja je odtlačok
own-column-suppression-request = na základe ktorej žiadosti bola osoba vymazaná
own-column-suppression-basis = na akom právnom základe sa odtlačok uchováva
own-column-suppression-since = odkedy je osoba vymazaná
own-column-suppression-until = posledný deň, keď sa odtlačok uchováva

own-table-choice = voľby ľudí
own-column-choice-hash = nájde, pre čo sa osoba rozhodla, aby sa tým rozhodnutia riadili
own-column-choice-key_id = pod akým kľúčom, aby sa kľúče dali meniť
own-column-choice-kind = či namietala, obmedzila spracúvanie alebo odvolala súhlas
own-column-choice-purpose = na aký účel
own-column-choice-since = od ktorého dňa to platí
own-column-choice-until = do ktorého dňa, ak sa to končí
own-column-choice-request = ktorou žiadosťou sa tak rozhodla

own-table-legal_hold = blokovania výmazu
own-column-legal_hold-id = ako sa blokovanie uvádza
own-column-legal_hold-hash = nájde osobu, ktorej údaje sú blokované, aby sa nevymazali, kým ich potrebuje právny nárok
own-column-legal_hold-key_id = pod akým kľúčom, aby sa kľúče dali meniť
own-column-legal_hold-fact = z ktorého údaja je odtlačok
own-column-legal_hold-reason = pre ktorý právny nárok sú údaje blokované
own-column-legal_hold-covers = ktoré tabuľky alebo časti vyhlásenia zahŕňa; všetko, ak nie je uvedené nič
own-column-legal_hold-until = posledný deň blokovania, ak je známy
own-column-legal_hold-placed_by = kto z organizácie ho zadal: aby sa dalo doložiť, čo sa uchovalo
own-column-legal_hold-placed_at = kedy bolo zadané
own-column-legal_hold-lifted_by = kto z organizácie ho zrušil
own-column-legal_hold-lifted_at = kedy bolo zrušené
