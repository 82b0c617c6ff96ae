# Ce que contiennent les tables d’Abide, colonne par colonne, et pour combien de temps : pour qui traite les demandes, et dans la copie de qui a demandé.

own-store = Abide lui-même
own-tables-title = Ce qu’Abide conserve lui-même
own-tables-lead = Pour répondre aux demandes et prouver comment elles ont été traitées, Abide tient ses propres tables. Ce que les personnes en apprennent et en reçoivent découle de ce qui est écrit ici.
own-column = Colonne
own-category = Catégorie
own-category-none = aucune
own-purpose = À quoi elle sert
own-retention = Combien de temps
own-subject = Trouvé par
own-rows-asker = Les lignes sont à la personne qui a fait la demande. On les trouve par :
own-rows-nobody = Les lignes ne sont à personne : elles concernent l’organisation.
own-whose-staff = quelqu’un de l’organisation

own-kept-versions = aussi longtemps que ces enregistrements existent : d’autres se fient aux versions publiées
own-kept-request = { $period } après la clôture, puis supprimé
own-kept-letter = 30 jours après la clôture, le temps de le remettre, puis supprimé
own-kept-answer = jusqu’à la clôture ; tant qu’un gel juridique en garde quelque chose, jusqu’à la fin du gel
own-kept-mark = jusqu’au jour indiqué dans la colonne « until », puis supprimé
own-kept-choice = tant que le choix est valable : jusqu’au jour indiqué dans la colonne « until », s’il y en a un
own-kept-hold = tant que le gel est en place puis, comme preuve de la raison pour laquelle des données ont été conservées, aussi longtemps que les demandes closes

own-table-policy_version = politiques publiées
own-column-policy_version-seq = l’ordre dans lequel les versions ont été enregistrées
own-column-policy_version-name = à quelle politique appartient la version
own-column-policy_version-version = comment les décisions et les documents citent la version
own-column-policy_version-effective = le premier jour où la version s’applique
own-column-policy_version-sha256 = prouve que le texte conservé est celui qui a été publié
own-column-policy_version-source = le texte publié, octet par octet ; il nomme qui l’organisation a publié comme contact, par exemple son délégué à la protection des données
own-column-policy_version-recorded_at = depuis quand la version est publique

own-table-request = demandes
own-column-request-id = comment la personne, l’historique et les stockages citent la demande
own-column-request-kind = ce que la personne demande
own-column-request-jurisdiction = quel droit fixe le délai
own-column-request-language = dans quelle langue on répond à la personne
own-column-request-policy = la version de la politique selon laquelle il est répondu à la demande
own-column-request-subject = les informations que la personne a données sur elle-même et, tant qu’un effacement est en cours, ce par quoi elle est connue dans les stockages et les lignes que quelqu’un doit traiter à la main : pour trouver ce qui est conservé à son sujet
own-column-request-received = à partir de quel jour court le délai
own-column-request-due = pour quel jour il faut avoir répondu à la personne
own-column-request-extended_to = que le délai a été prolongé, et jusqu’à quel jour
own-column-request-extension_reason = pourquoi il a été prolongé, comme la personne l’a appris
own-column-request-paused_since = depuis quel jour le délai est suspendu
own-column-request-paused_days = combien de jours il a été suspendu auparavant
own-column-request-state = où en est la demande
own-column-request-waits = ce qu’elle attend
own-column-request-refusal = le code du motif pour lequel elle a été refusée
own-column-request-refusal_text = ce qui a été dit à la personne sur le refus
own-column-request-version = distingue deux personnes qui modifient la demande en même temps
own-column-request-event_count = numérote l’historique
own-column-request-plan_count = numérote les plans
own-column-request-lease_owner = qui traite la demande en ce moment
own-column-request-lease_until = jusqu’à quand cette personne ou ce programme la traite
own-column-request-created_at = quand la demande a été ajoutée
own-column-request-updated_at = quand elle a été modifiée pour la dernière fois
own-column-request-closed_at = quand elle a été exécutée, refusée ou retirée ; sa durée de conservation court à partir de là

own-table-request_identity = à qui sont les demandes
own-column-request_identity-request = quelle demande était celle de la personne
own-column-request_identity-hash = une information sur la personne, sous forme d’empreinte à clé secrète, qui permet de trouver ses demandes
own-column-request_identity-key_id = avec quelle clé, pour que les clés puissent être changées
own-column-request_identity-fact = de quelle information vient l’empreinte

own-table-request_event = historique des demandes
own-column-request_event-request = à quelle demande c’est arrivé
own-column-request_event-seq = dans quel ordre c’est arrivé
own-column-request_event-at = quand c’est arrivé
own-column-request_event-actor = qui, dans l’organisation, ou quel programme l’a fait : pour rendre compte du traitement de la demande
own-column-request_event-what = ce qui est arrivé, en un mot
own-column-request_event-detail = les détails, sans rien sur la personne

own-table-plan = plans
own-column-plan-request = pour quelle demande est le plan
own-column-plan-seq = quel plan de la demande
own-column-plan-made_at = quand il a été fait
own-column-plan-fingerprint = prouve que les données sont encore telles qu’au moment du plan
own-column-plan-document = ce qui est à faire, combien de fois, ce qui reste et pourquoi ; les clés des lignes là où rien d’autre ne dit lesquelles
own-column-plan-approved_by = qui, dans l’organisation, l’a approuvé
own-column-plan-approved_at = quand il a été approuvé

own-table-step = étapes des plans
own-column-step-request = pour quelle demande est l’étape
own-column-step-plan = de quel plan
own-column-step-seq = sa place dans le plan
own-column-step-store = dans quel stockage
own-column-step-what = ce qui est fait
own-column-step-state = où elle en est
own-column-step-counts = combien de lignes et de fichiers ont été supprimés, modifiés, gardés
own-column-step-started_at = quand elle a commencé
own-column-step-ended_at = quand elle s’est terminée

own-table-recipient_notice = avis aux destinataires
own-column-recipient_notice-request = pour quelle demande le destinataire doit être averti
own-column-recipient_notice-recipient = quel destinataire
own-column-recipient_notice-told_at = quand il a été averti
own-column-recipient_notice-told_by = qui, dans l’organisation, l’a averti

own-table-reminder = travail à la main
own-column-reminder-request = pour quelle demande il faut agir à la main
own-column-reminder-store = dans quel stockage
own-column-reminder-code = ce qu’il faut faire, comme code d’une instruction
own-column-reminder-due = pour quel jour
own-column-reminder-done_at = quand cela a été fait

own-table-suppression = marques d’effacement
own-column-suppression-hash = rend visible qu’un import ultérieur contient une personne effacée
own-column-suppression-key_id = avec quelle clé, pour que les clés puissent être changées
own-column-suppression-fact = de quelle information vient l’empreinte
own-column-suppression-request = par quelle demande la personne a été effacée
own-column-suppression-basis = sur quelle base légale l’empreinte est conservée
own-column-suppression-since = depuis quand la personne est effacée
own-column-suppression-until = le dernier jour où l’empreinte est conservée

own-table-choice = choix des personnes
own-column-choice-hash = permet de trouver ce qu’une personne a choisi, pour que les décisions en tiennent compte
own-column-choice-key_id = avec quelle clé, pour que les clés puissent être changées
own-column-choice-kind = si elle s’est opposée, a limité le traitement ou a retiré un consentement
own-column-choice-purpose = pour quelle finalité
own-column-choice-since = à partir de quel jour cela vaut
own-column-choice-until = jusqu’à quel jour, si cela prend fin
own-column-choice-request = par quelle demande ce choix a été fait

own-table-legal_hold = gels juridiques
own-column-legal_hold-id = comment le gel est cité
own-column-legal_hold-hash = retrouve la personne dont les données sont gelées, pour qu’elles ne soient pas effacées tant qu’un droit en justice en a besoin
own-column-legal_hold-key_id = sous quelle clé, afin de pouvoir changer de clé
own-column-legal_hold-fact = de quelle indication vient l’empreinte
own-column-legal_hold-reason = pour quel droit en justice les données sont gelées
own-column-legal_hold-covers = quelles tables ou quelles parties de la politique il couvre ; tout, si rien n’est nommé
own-column-legal_hold-until = le dernier jour du gel, s’il est connu
own-column-legal_hold-placed_by = qui, dans l’organisation, l’a posé : pour rendre compte de ce qui a été conservé
own-column-legal_hold-placed_at = quand il a été posé
own-column-legal_hold-lifted_by = qui, dans l’organisation, l’a levé
own-column-legal_hold-lifted_at = quand il a été levé
