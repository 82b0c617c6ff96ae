# Les demandes et la carte des données, dans le navigateur : mots simples, et des boutons qui disent ce qui se passe.

requests-title = Demandes
requests-lead = Ce que les personnes demandent au sujet de leurs données, ce qui est prévu, et pour quand il faut répondre. Le plus urgent est en tête.
requests-closed = Il n’est pas possible de répondre aux demandes pour l’instant
requests-opening = Les stockages s’ouvrent. Cette page se recharge d’elle-même.
requests-no-stores = Ce site ne nomme encore aucun stockage. Écrivez une carte pour chacun, et citez les fichiers des cartes sous « stores » dans le fichier du site.
requests-maps-wrong = La carte des données contient des erreurs : elle ne permet de trouver personne. Corrigez-la, puis réessayez.
requests-region-wrong = La région indiquée dans le fichier du site n’existe pas dans ce pays : le dernier jour d’une demande ne peut pas être calculé. Corrigez-la, puis réessayez.
requests-zone-wrong = Le fuseau horaire indiqué dans le fichier du site n’existe pas : personne ne sait donc quand un jour commence. Corrigez-le, puis réessayez.
requests-store-closed = Un stockage ne s’ouvre pas. Tout le reste est servi ; les demandes attendent qu’il soit là.
requests-key-wrong = La clé secrète qui permet de reconnaître plus tard les personnes effacées est illisible.
requests-key-missing = Il manque une clé secrète à laquelle on reconnaît les personnes effacées ou qui se sont opposées. Rétablissez son fichier dans « .abide » à partir d’une copie. Si elle est perdue pour de bon, « abide requests new-key --lost » renonce à ce qui en dépend.
requests-site-wrong = Les fichiers du site sont illisibles.
requests-try-again = Rouvrir les stockages
requests-stopped = Une demande n’a pas avancé
requests-stopped-text = Le traitement s’est arrêté pour cette raison. Il réessaie d’ici une minute.
requests-duties = À faire à la main
requests-duties-more = { $n ->
    [one] { $n } autre
   *[other] { $n } autres
}
requests-duty = Dans le stockage « { $store } », à faire au plus tard le { $day } :
requests-duty-versions = Supprimer les anciennes versions dans le stockage « { $store } », à faire au plus tard le { $day } :
requests-duty-cleaned = Faire nettoyer le stockage « { $store } », à faire au plus tard le { $day } :
requests-duty-hold = Vérifier si le gel juridique dans le stockage « { $store } » a pris fin, à faire au plus tard le { $day } :
requests-duty-handing-out = Regarder la copie prête, la remettre et le noter, à faire au plus tard le { $day } :
requests-duty-late = en retard
requests-duty-today = pour aujourd’hui
requests-list = La file
requests-find = Chercher une demande
requests-find-do = Chercher
requests-find-help = Par son numéro, par ce que montre la file ou par ce que la personne a indiqué. Les demandes closes : par leur numéro, ou par une adresse électronique, un numéro de téléphone ou de client entiers. Ce que vous saisissez ne figure dans aucune adresse ni aucun journal.
requests-found = { $n ->
    [0] Aucune demande n’a été trouvée.
    [one] { $rows } demande a été trouvée.
   *[other] { $rows } demandes ont été trouvées.
}
requests-found-more = Plus de { $rows } demandes ont été trouvées ; les premières sont montrées. Saisissez-en davantage.
requests-state = État
requests-open = Toutes celles ouvertes
requests-all-closed = Toutes celles closes
requests-kind = Type
requests-any = Tous les types
requests-sort = En tête
requests-sort-due = Les échéances les plus proches
requests-received = Reçue
requests-filter = Montrer celles-ci
requests-none-filtered = Il n’y a pas de telle demande.
requests-show-open = Montrer toutes celles ouvertes
requests-none = Aucune demande n’est ouverte. Voici comment y répondre :
requests-teach-open = Ouvrez une demande ci-dessous : ce qui est demandé, et à quoi la personne se reconnaît. En ligne de commande : « abide rights ».
requests-teach-plan = Les stockages sont parcourus. Un plan montre quelles lignes partent, changent ou restent, et pourquoi. S’il peut s’agir de plusieurs personnes, vous choisissez.
requests-teach-approve = Vous lisez le plan et l’approuvez. Alors seulement quelque chose change, et le résultat est vérifié.
requests-id = Demande
requests-who = Personne
requests-deadline = Délai
requests-waits = Attend
requests-next = Page suivante
requests-first = Première page
requests-shown = { $first }–{ $last } sur { $total }
requests-shown-more = { $first }–{ $last } sur plus de { $total }
requests-shown-somewhere = { $rows } sur plus de { $total }
requests-new = Nouvelle demande
requests-new-form = Ouvrir une demande
requests-new-kind = Ce qui est demandé
requests-new-who = De qui il s’agit
requests-new-who-help = Un seul suffit : adresse électronique, numéro de téléphone ou numéro de client. Un nom demande en plus une date de naissance ou un code postal.
requests-new-country = Pays
requests-new-country-help = Son droit fixe le délai. Les numéros sans indicatif sont lus comme des numéros de ce pays.
requests-new-language = Langue de la réponse
requests-new-received = Reçue le
requests-new-set = Ce qui est à rectifier (pour une rectification)
requests-new-column = Champ
requests-new-value = Bonne valeur
requests-new-purposes = Pour quelles finalités (pour une opposition ou un retrait)
requests-new-purposes-help = Sans choix, une opposition vaut pour tout usage fondé sur un intérêt légitime ou une mission d’intérêt public, et pour toute prospection ; un retrait vaut pour tout consentement.
requests-new-do = Ouvrir la demande

# Pourquoi rien ne s’est fait.
requests-not-done = Rien n’a été fait
requests-wrong-title = Erreur : { $title }
requests-changed = La demande a changé depuis que vous avez ouvert cette page. Son état actuel est ci-dessous ; décidez à nouveau.
requests-hold-wrong = Le gel n’a pas été posé : il faut un motif, un dernier jour qui n’est pas passé, et une indication que personne d’autre n’a.
requests-hold-gone = Ce gel n’existe pas, ou il a déjà été levé.
requests-handed-when = La copie ne peut pas avoir été remise ce jour-là : indiquez un jour entre celui où elle a été faite et aujourd’hui.
requests-handed-how = Dites par quel moyen la copie a été remise.
requests-failed = Ce formulaire n’a pas été compris. Rechargez la page.
requests-kind-missing = Dites ce qui est demandé.
requests-country-missing = Choisissez le pays dont le droit fixe le délai.
requests-wrong-received = Le jour de réception doit se situer entre le 25 mai 2018 et aujourd’hui.
requests-wrong-set = Dites quel champ est faux, et une valeur qu’il peut contenir.
requests-unfit-column = « { $field } » n’est pas un champ des lignes de la personne elle-même qui puisse être modifié.
requests-unfit-twice = « { $field } » est nommé deux fois. Donnez une seule valeur.
requests-unfit-empty = « { $field } » ne peut pas être vide. Donnez la valeur exacte.
requests-unfit-long = La valeur pour « { $field } » est trop longue. Écrivez { $most } caractères au plus.
requests-unfit-much = Les valeurs sont trop longues ensemble. Écrivez { $most } octets au plus, et le reste dans une autre demande.
requests-unfit-integer = « { $field } » prend un nombre entier.
requests-unfit-number = « { $field } » prend un nombre, par exemple 12.50.
requests-unfit-text = « { $field } » prend { $most } caractères au plus.
requests-unfit-date = « { $field } » prend un jour, écrit comme 1980-05-31.
requests-unfit-moment = « { $field } » prend un instant, écrit comme 2026-11-27 12:00:00.
requests-unfit-truth = « { $field } » prend true ou false.
requests-unfit-json = « { $field } » prend du JSON.
requests-unfit-bytes = « { $field } » contient des octets, qui ne peuvent pas être écrits ici.
requests-unfit-uuid = « { $field } » prend un UUID.
requests-unfit-other = « { $field } » est du type « { $native } », qui n’a pas cette valeur.
requests-unfit-otherwise = « { $field } » est du type « { $native } » et contiendrait « { $stands } », qui n’est pas ce qui est écrit. Écrivez-le ainsi si c’est juste, ou donnez une valeur que ce type prend en entier.
requests-unfit-fact = On reconnaît les personnes à « { $field } ». { $why }
requests-count-wrong = Le nombre saisi n’est pas celui des lignes. Rien n’a été approuvé.
requests-choose-one = Choisissez au moins une personne, ou dites que ce n’est aucune d’elles.
requests-reason-missing = Choisissez un motif, et écrivez ce qui est dit à la personne.
requests-begun = Le plan est en cours d’exécution. La demande ne peut plus être refusée ni retirée.
requests-nothing-done = Rien n’a encore été exécuté pour cette demande : il n’y a donc encore rien dont avertir les destinataires.
requests-no-exemption = Un consentement se retire à tout moment, et l’on peut s’opposer à tout moment à la prospection. Aucune exception ne permet de le refuser.
requests-not-now = L’état de la demande ne le permet pas.
requests-store-away = Un stockage n’a pas répondu. Réessayez.
requests-wrong-email = Ce n’est pas une adresse électronique.
requests-wrong-phone = Ce numéro de téléphone est illisible. Écrivez-le avec son indicatif de pays.
requests-wrong-name = Le nom n’a pas de lettres.
requests-wrong-born = Ce n’est pas une date de naissance. Écrivez l’année, le mois et le jour : 1980-05-31.
requests-wrong-postal-code = Ce n’est pas un code postal.
requests-wrong-value = « { $field } » est vide, dépasse { $n } octets de texte ou contient des caractères illisibles.
requests-wrong-facts = Il y a trop d’indications sur la personne. Donnez-en 16 au plus.
requests-wrong-shared = Cela ne désigne pas une seule personne. Donnez une adresse électronique, un numéro de téléphone ou de client, ou un nom avec date de naissance ou code postal.
requests-clock-late = Le délai est passé et ne peut plus être prolongé. Répondez sans attendre, et dites pourquoi c’est tard.
requests-clock-twice = Le délai a déjà été prolongé. La loi le permet une fois.
requests-clock-reason = Donnez le motif qui est dit à la personne.
requests-clock-until = Nommez un dernier jour postérieur à l’actuel.

# Délais.
deadline-today = pour aujourd’hui
deadline-left = { $n ->
    [one] { $n } jour restant
   *[other] { $n } jours restants
}
deadline-late = { $n ->
    [one] { $n } jour de retard
   *[other] { $n } jours de retard
}
deadline-paused = suspendu, { $left }
deadline-extended = prolongé, { $left }
deadline-day = répondre au plus tard le { $day }
deadline-holidays = Jours fériés pris en compte : { $place }{ $n ->
    [0] {""}
    [one] {" "}et un jour indiqué par le site
   *[other] {" "}et { $n } jours indiqués par le site
}
deadline-put-off = Reporté en raison de jours fériés : { $days }
deadline-unknown-holidays = Aucun jour férié n’est connu pour ce lieu : seuls les week-ends comptent, l’échéance affichée peut donc être trop précoce.
deadline-regional-holidays = Seuls les jours fériés nationaux sont pris en compte ({ $country }). Si un jour férié régional s’applique, l’échéance réelle peut tomber un jour plus tard.
deadline-region = Compter aussi les jours fériés d’une région
deadline-region-text = Indiquez la région sous « region » dans le fichier du site.
deadline-unknown-region = Aucun jour férié propre à la région n’est connu, seulement ceux du pays : l’échéance affichée peut donc être trop précoce. Indiquez ses jours de l’année dans le fichier du site.
deadline-kept = dans le délai
deadline-was = échéance le { $day }
deadline-source-gdpr-month = RGPD, art. 12, par. 3 : un mois à compter de la réception
deadline-source-eu-end = Règlement (CEE, Euratom) n° 1182/71, art. 3 : même quantième du dernier mois ou son dernier jour ; jour ouvrable suivant
deadline-source-uk-month = UK GDPR, art. 12A, en vigueur depuis le 5 février 2026 : un mois à compter du dernier de ces événements : réception, identité, frais
deadline-source-uk-end = ICO, droit d’accès : même quantième ou dernier jour du mois ; jour ouvrable suivant
deadline-source-ch-days = LPD, art. 25, al. 7, OPDo, art. 18, al. 1 : 30 jours à compter de la réception
deadline-source-ch-end = CO, art. 77 et 78, et RS 173.110.3 : le jour de la réception ne compte pas ; jour ouvrable suivant
deadline-source-gdpr-extension = RGPD, art. 12, par. 3 : deux mois de plus, annoncés avec les motifs dans le délai d’un mois
deadline-source-uk-extension = UK GDPR, art. 12A : deux mois de plus, annoncés avec les motifs dans le délai d’un mois
deadline-source-ch-extension = OPDo, art. 18, al. 2 : jusqu’au jour annoncé à la personne dans les 30 jours
deadline-source-gdpr-pause = RGPD, art. 12, par. 6, lignes directrices 01/2022 de l’EDPB : suspendu tant que dure un doute raisonnable sur l’identité
deadline-source-uk-pause-clarification = UK GDPR, art. 12A : les jours entre la demande de précision et la réponse ne comptent pas
deadline-source-uk-pause-start = UK GDPR, art. 12A : le délai commence quand l’identité ou les frais sont arrivés
deadline-unknown-law = Abide ne connaît pas le droit de ce pays. Le délai le plus court des lois qu’il connaît compte, sans attendre de jour ouvrable. Renseignez-vous sur ce qui y vaut.

# Mots.
request-kind-access = Accès
request-kind-portability = Portabilité
request-kind-rectification = Rectification
request-kind-erasure = Effacement
request-kind-restriction = Limitation
request-kind-objection = Opposition
request-kind-withdrawal = Retrait du consentement
request-state-received = reçue
request-state-identified = personne connue
request-state-planned = planifiée
request-state-approved = approuvée
request-state-running = en cours d’exécution
request-state-verifying = en cours de vérification
request-state-waiting = en attente
request-state-done = terminée
request-state-refused = refusée
request-state-withdrawn = retirée
request-waits-identity = qui c’est
request-waits-identity-text = Elle attend que l’on sache de qui il s’agit.
request-waits-clarification = la réponse de la personne
request-waits-clarification-text = On a demandé à la personne ce qu’elle veut exactement.
request-waits-approval = votre approbation
request-waits-approval-text = Le plan attend votre approbation. Rien n’a changé.
request-waits-approval-rest-text = { $n ->
    [one] Le plan attend votre approbation. Il porte sur le reste : { $rows } ligne est déjà effacée ou modifiée.
   *[other] Le plan attend votre approbation. Il porte sur le reste : { $rows } lignes sont déjà effacées ou modifiées.
}
request-waits-approval-cut-text = Le plan attend votre approbation. Un plan antérieur a été interrompu pendant son exécution.
request-waits-plan = un nouveau plan
request-waits-plan-text = Les données ont changé après le plan. Il en faut un nouveau.
request-waits-store = un stockage
request-waits-store-text = Un stockage ne répond pas. Un essai a lieu chaque minute.
request-waits-unread-text = Le compte d’Abide n’a pas le droit de lire { $tables }, ou pas toutes les lignes. La dernière recherche dans tous les stockages en a besoin. Donnez-lui le droit de lecture ; un essai a lieu chaque minute.
request-waits-hand = un travail à la main
request-waits-hand-text = Ce qui reste, Abide ne peut pas le faire lui-même. Quelqu’un doit le faire à la main.
request-waits-residue = votre décision
request-waits-residue-text = La relecture a montré que tout n’est pas comme prévu. Quelqu’un doit en décider.
request-waits-handing-out = la remise de la copie
request-waits-handing-out-text = La copie est prête. Quelqu’un doit la regarder, la remettre et le noter. D’ici là, la demande n’a pas reçu de réponse et le délai court.
request-waits-turn = son tour
request-waits-worker = rien, elle est en cours de traitement
request-waits-turn-text = Le serveur y travaille.
request-waits-hour = { $time } (UTC)
request-waits-hour-text = Le serveur l’exécutera à { $time } (UTC), avec les autres effacements du jour.
request-waits-hour-verifying-text = Ce qui devait être effacé l’est. À { $time } (UTC), le serveur parcourt tous les stockages pour les effacements du jour ; ce n’est qu’alors qu’elle est dite terminée.
fact-email = Adresse électronique
fact-phone = Numéro de téléphone
fact-id = Numéro de client
fact-name = Nom
fact-born = Date de naissance
fact-postal-code = Code postal
refusal-reason-unidentified = La personne ne peut être identifiée (art. 11, § 2, et 12, § 2)
refusal-reason-unfounded = Manifestement infondée (art. 12, § 5)
refusal-reason-excessive = Excessive, notamment répétée (art. 12, § 5)
refusal-reason-exempt = Une loi prévoit une exception à ce droit

# Ce qui est en cours.
work-title = Travail en cours
work-finding = Recherche des lignes de { $n ->
    [one] { $requests } personne
   *[other] { $requests } personnes
} dans le stockage « { $store } »
work-erasing = Effacement dans le stockage « { $store } », pour { $n ->
    [one] { $requests } demande
   *[other] { $requests } demandes
}
work-reading-back = Relecture de ce qui a été fait pour { $n ->
    [one] { $requests } demande
   *[other] { $requests } demandes
}
work-sweeping = Lecture complète de tous les stockages, à la recherche de valeurs propres aux seules personnes effacées, pour { $n ->
    [one] { $requests } demande
   *[other] { $requests } demandes
}
work-closing = Clôture de { $n ->
    [one] { $requests } demande
   *[other] { $requests } demandes
}
work-cleaning = Retrait de ce qui a été supprimé des fichiers du stockage « { $store } »
work-far-requests = { $done } sur { $n ->
    [one] { $of } demande
   *[other] { $of } demandes
}
work-far-rows = { $done } sur { $n ->
    [one] { $of } ligne
   *[other] { $of } lignes
}
work-far-tables = { $done } sur { $n ->
    [one] { $of } table
   *[other] { $of } tables
}
work-table = Dans la table « { $table } »
work-table-rows = Dans la table « { $table } », { $n ->
    [one] { $rows } ligne lue
   *[other] { $rows } lignes lues
}
work-rate = { $many } par seconde
work-rate-one = une toutes les { $time }
work-left = { $rate }, encore { $time } environ
work-since = depuis { $time }
work-seconds = { $n } s
work-minutes = { $n } min
work-hours = { $hours } h { $n } min
work-live = Suivre en direct
work-still = Ne plus suivre, pour ouvrir une demande

# Une demande.
request-title = { $kind } · { $id }
request-moment = { $day } à { $time } { $zone }
request-by-browser = ici, dans le navigateur
request-by-server = le serveur
name-said = Vous agissez en tant que { $name }.
name-none = Aucun nom n’est indiqué pour cette session.
name-unnamed = Aucun nom n’est indiqué pour cette session : l’historique dira seulement « ici, dans le navigateur ».
name-give = Indiquer votre nom
name-label = Votre nom
name-help = Il figure dans l’historique à côté de ce que vous approuvez, refusez ou cochez, tant que ce navigateur est ouvert. Sans nom, on y lit « ici, dans le navigateur ». Laissez le champ vide pour le retirer.
name-do = Retenir le nom
request-forgotten = oubliée
request-stated = Ce qui a été indiqué
request-again = La même chose est déjà demandée
request-again-text = Une demande ouverte du même genre indique la même adresse ou le même numéro. Si c’est la même demande, retirez l’une des deux.
request-beside = La même adresse ou le même numéro figure dans d’autres demandes ouvertes
request-live = Cette page se recharge toutes les deux secondes.
request-still = L’arrêter pour décider
request-people = De qui s’agit-il ?
request-people-none = Personne n’a été trouvé d’après ce qui a été indiqué.
request-people-text = D’après ce qui a été indiqué, il peut s’agir de chacune de ces personnes. Demandez en cas de doute.
request-people-by = trouvée par
request-people-several = Choisissez-en plusieurs s’il s’agit d’une seule et même personne.
request-settle = C’est cette personne
request-nobody = Aucune d’elles
request-hand-title = À la main
request-hand-hold-first = Un gel juridique porte sur cette personne. N’effacez et ne modifiez rien de ce qu’il couvre avant sa fin, même si c’est indiqué ici.
request-hand = { $kind } dans le stockage « { $store } », au plus tard le { $day }
request-hand-versions = Anciennes versions de ce qui a été effacé, dans le stockage « { $store } » : à supprimer au plus tard le { $day }
request-hand-versions-text = Abide ne peut pas les supprimer, ou n’a pas pu les lire : un verrou les retient encore, son compte n’en a pas le droit, le stockage est en lecture seule, ou elles sont endommagées. Dans un compartiment (bucket), supprimez toutes les versions antérieures et les marqueurs de suppression des objets que « .abide-journal » cite sous « kept », ou attendez la fin du verrou. S’il n’en cite aucun, examinez les versions antérieures de tous les objets de ce stockage. Dans un dossier sur disque, supprimez les autres noms (liens physiques) sous lesquels les fichiers subsistent.
request-hand-cleaned = Lignes effacées dans le stockage « { $store } » : à retirer pour de bon, au plus tard le { $day }
request-hand-cleaned-text = Abide l’essaie de lui-même, après chaque lot d’effacements et une fois par jour. Il n’y parvient pas tant que reste ouverte une transaction commencée avant l’effacement, ou si son compte n’en a pas le droit. Demandez alors au propriétaire des tables de lancer VACUUM sur les tables de la carte et de rafraîchir les vues matérialisées qui en dépendent.
request-hand-residue = Valeurs trouvées dans le stockage « { $store } » : à retirer à la main, au plus tard le { $day }
request-hand-residue-text = D’après la carte des données, ces lignes et ces fichiers ne sont pas ceux de la personne ; Abide les laisse donc tels quels. Retirez à la main ce qu’ils disent de la personne, enlevez les fichiers dont nul n’a besoin, ou indiquez dans la carte à qui ils appartiennent. Ensuite, tous les stockages sont parcourus encore une fois.
request-hand-hold = Un gel juridique garde des lignes dans le stockage « { $store } » : vérifier le { $day } s’il a pris fin
request-hand-hold-text = Dès que le gel a pris fin, reprenez la demande : une nouvelle demande est ouverte pour la même personne, et son plan dit ce qui s’efface maintenant.
request-take-up = Reprendre la demande
request-hand-open = à faire
request-hand-done = C’est fait
request-hand-done-at = fait le { $at }
request-store-back = Essayer le stockage maintenant
request-residue = Des valeurs ont été trouvées ensuite
request-residue-text = Regardez ce qui a été trouvé. Si cela ne dit rien de la personne, ou doit être gardé, cela peut rester. Ce qui doit partir part selon un nouveau plan, ou à la main si la carte des données n’y mène pas.
request-residue-stays = Cela peut rester
request-residue-goes = Cela part aussi, selon un nouveau plan
request-unmet = Quelque chose n’est pas comme il se doit
request-unmet-text = À la relecture, ce qui avait été fait n’était plus là : quelqu’un l’a modifié ou enlevé entre-temps.
request-unmet-stays = Cela peut rester ainsi
request-unmet-goes = Le refaire, selon un nouveau plan
residue-where = Trouvé :
residue-row = une ligne de « { $place } » qui devrait avoir disparu
residue-new = une ligne de « { $place } » arrivée entre-temps
residue-unchanged = dans « { $place } », une valeur qui n’est pas celle qu’elle devait devenir
residue-value = { $n ->
    [one] une valeur de la personne dans { $rows } ligne de « { $place } »
   *[other] une valeur de la personne dans { $rows } lignes de « { $place } »
}
residue-view = { $n ->
    [one] une valeur de la personne dans { $rows } ligne de la vue matérialisée « { $place } » : rafraîchissez-la (REFRESH MATERIALIZED VIEW) dès que la valeur n’est plus là d’où elle vient
   *[other] une valeur de la personne dans { $rows } lignes de la vue matérialisée « { $place } » : rafraîchissez-la (REFRESH MATERIALIZED VIEW) dès que la valeur n’est plus là d’où elle vient
}
residue-file = { $n ->
    [one] une valeur de la personne dans { $rows } fichier de « { $place } », dans son texte ou son nom
   *[other] une valeur de la personne dans { $rows } fichiers de « { $place } », dans leur texte ou leur nom
}
residue-differs = un stockage qui n’est plus tel qu’il a été laissé
request-archive = La copie pour la personne
request-archive-text = Elle se trouve dans le dossier du site, sous .abide/exports, pendant 30 jours après sa remise ; puis elle est effacée.
request-archive-get = Télécharger la copie (ZIP, { $size })
request-handing = La copie est prête : la regarder, la remettre, le noter
request-handing-text = Téléchargez-la et regardez-la : ce doit être celle de cette personne, et elle ne devrait parler de personne d’autre. Remettez-la ensuite à la personne, avec la lettre. Si c’est celle de quelqu’un d’autre, corrigez ci-dessous ce qui a été mal noté, ou demandez à la personne qui elle est.
request-handing-gone = La copie n’est plus ici. Si elle a été remise, notez-le ; sinon, faites-la refaire.
request-handing-day = Remise le
request-handing-way = Par quel moyen
way-post = par la poste
way-email = par courriel
way-download = à télécharger, par un lien ou un portail
way-in-person = en mains propres
way-other = par un autre moyen
request-handing-end = La demande est alors close, et l’on oublie de qui il s’agissait. C’est irréversible.
request-handing-do = Elle a été remise
request-copy-again = Refaire la copie
request-copy-again-text = Si les données ont changé depuis, ou si la carte des données a été corrigée : cette copie est jetée, et un nouveau plan attend votre approbation. Le délai reste le même.
request-copy-again-do = La jeter et refaire le plan
request-recipients = Qui doit être averti
request-recipients-text = Les destinataires des données doivent savoir ce qui a été fait (art. 19 RGPD). Cochez ceux que vous avez avertis.
request-recipients-later = Ces destinataires devront être avertis une fois la demande exécutée (art. 19 RGPD).
request-told = averti : { $by }, { $at }
request-tell = Je l’ai averti
request-untell = Pas averti : coché par erreur
request-more = Ce que vous pouvez faire d’autre
request-answered = La personne a répondu
request-ask = Demander des précisions à la personne
request-ask-text = Demandez des précisions à la personne avec vos mots, puis notez ici que vous l’avez fait. Là où le droit le permet, le délai est suspendu jusqu’à la réponse.
request-ask-identity = J’ai demandé qui elle est
request-ask-clarification = J’ai demandé ce qu’elle veut exactement
request-correct = Quelque chose a été mal noté
request-correct-text = Corrigez ce qui a été indiqué. La personne est recherchée de nouveau, et un plan déjà fait ou approuvé tombe. L’historique dit quelles indications étaient fausses, mais pas ce qu’elles étaient.
request-correct-do = Corriger et rechercher
request-extend = Prolonger le délai
request-extend-text = La loi le permet une fois, si la demande est complexe. La personne doit l’apprendre avant l’échéance, avec le motif.
request-reason = Motif dit à la personne
request-extend-until = Nouveau dernier jour
request-extend-do = Prolonger le délai
request-refuse = Refuser la demande
request-refuse-text = La personne doit savoir pourquoi, et qu’elle peut saisir l’autorité ou un tribunal (art. 12, § 4, RGPD).
request-refuse-reason = Motif
request-refuse-told = Ce qui est dit à la personne
request-refuse-do = Refuser la demande
request-take-back = La personne retire sa demande
request-take-back-text = La demande est close, et l’on oublie de qui il s’agissait.
request-take-back-do = Clore comme retirée
request-lift-restriction = Lever la limitation
request-lift-restriction-text = La personne doit être informée avant que la limitation soit levée (RGPD, art. 18, § 3). À partir d’aujourd’hui, ses données peuvent de nouveau servir à tout ce que la politique permet.
request-lift-restriction-do = La personne est informée : lever
request-lift-objection = La personne retire son opposition
request-lift-objection-text = À partir d’aujourd’hui, ses données peuvent de nouveau servir à tout ce que la politique permet.
request-lift-objection-do = Mettre fin à l’opposition
request-lift-withdrawal = La personne consent de nouveau
request-lift-withdrawal-text = À partir d’aujourd’hui, un consentement de la personne compte de nouveau. Gardez la preuve du moment et de la manière dont il a été donné (RGPD, art. 7, § 1).
request-lift-withdrawal-do = Compter de nouveau le consentement
request-facts = La demande
request-closed = Close
request-policy = Répondue selon la politique
request-wishes = À rectifier
request-characters = { $n ->
    [one] ({ $rows } caractère)
   *[other] ({ $rows } caractères)
}
request-recordings = Enregistrements sonores
request-recordings-shared = aussi ceux où l’on entend d’autres personnes
request-extended = Prolongé jusqu’au
request-history = Ce qui s’est passé
request-event-received = Reçue
request-event-identity-settled = On sait de qui il s’agit
request-event-nobody = Personne n’a été trouvé d’après les indications
request-event-several-people = { $n ->
    [one] Il peut s’agir de { $n } personne
   *[other] Il peut s’agir de { $n } personnes
}
request-event-asked = La personne a été interrogée
request-event-answered = La personne a répondu
request-event-plan-made = Plan établi : { $delete } à effacer, { $change } à modifier
request-event-plan-made-copy = Plan établi : { $n ->
    [one] { $copy } ligne à copier
   *[other] { $copy } lignes à copier
}, { $m ->
    [one] { $recordings } enregistrement sonore
   *[other] { $recordings } enregistrements sonores
}
request-event-plan-made-correct = Plan établi : { $rows } à rectifier
request-event-plan-made-choice = Plan établi
request-event-approved = Plan approuvé
request-event-approved-shared = Plan approuvé, avec les enregistrements sonores où l’on entend d’autres personnes
request-event-refused = Refusée
request-event-taken-back = Retirée par la personne
request-event-extended = Délai prolongé
request-event-started = L’exécution a commencé
request-event-step-done = Fait dans le stockage « { $store } »
request-event-chosen = Le choix vaut désormais
request-event-lifted = Le choix ne vaut plus
request-event-data-changed = Les données n’étaient plus celles du plan ; rien de plus n’a été fait
request-event-failed = Elle n’a pas pu avancer : { $why }
request-event-store-away = Un stockage n’a pas répondu
request-event-store-unread = Une table ne peut pas être lue : { $tables }
request-event-store-back = Nouvel essai du stockage
request-event-hand-needed = Le stockage « { $store } » demande un travail à la main
request-event-hand-needed-why = Le stockage « { $store } » demande un travail à la main : { $why }
request-event-hand-needed-again = Le stockage « { $store } » a été relu : tout n’est pas encore fait à la main
request-event-hand-done = Fait à la main
request-event-looked-again = On regarde de nouveau ce qui reste à faire à la main : un gel juridique a été posé ou levé
request-event-cleaned = Le stockage « { $store } » a été nettoyé des lignes effacées
request-event-residue-found = La relecture a montré que tout n’est pas comme prévu
request-event-residue-settled = Il a été décidé de ce qu’il en advient
request-event-told = Averti : { $recipient }
request-event-not-told = Finalement pas averti : { $recipient } ; coché par erreur
request-event-corrected = Ce qui avait été mal noté a été corrigé : { $facts }
request-event-person-changed = La ligne qui était la sienne ne contient plus rien qui faisait reconnaître la personne : elle est peut-être à quelqu’un d’autre maintenant. Il faut dire de nouveau de qui il s’agit
request-event-copy-ready = La copie est prête
request-event-copy-again = La copie a été jetée, pour être refaite
request-event-handed-out = Copie remise le { $day }, { $way }
request-event-done = Terminée et vérifiée
request-event-forgotten = On a oublié de qui il s’agissait
request-event-hold-placed = Les données de la personne ont été gelées pour un droit en justice
request-event-hold-lifted = Un gel des données de la personne a été levé
request-event-taken-up = Le gel a pris fin : la demande a été reprise sous la forme d’une nouvelle demande
request-event-recounted = Le dernier jour a été recalculé avec d’autres jours fériés
request-event-recounted-moved = Les jours fériés du site ont changé ({ $place }) : le dernier jour était le { $from }, c’est maintenant le { $day }
request-event-recounted-same = Les jours fériés du site ont changé ({ $place }) : le dernier jour reste le { $day }

# Le plan.
step-pending = à faire
step-running = en cours
step-done = fait
step-failed = échoué
plan-title = Plan
plan-chosen = Personne choisie :
plan-delete = Effacées
plan-change = Modifiées
plan-keep = Gardées
plan-share = Partagées
plan-seen = Vues seulement
plan-copy = Lignes copiées
plan-recordings = Enregistrements sonores copiés
plan-correct = Rectifiées
plan-table = Table
plan-why = Pourquoi
plan-made = Établi le
plan-approved = approuvé : { $by }, { $at }
plan-before = Comparé au plan précédent
plan-before-same = Les nombres sont les mêmes ; certaines lignes ont changé.
plan-differs = { $what } : avant { $before }, maintenant { $after }
plan-nothing = Aucune ligne de la personne ne contient ce dont il s’agit dans cette demande : il n’y a rien à faire.
plan-nobody-found = Personne n’a été trouvé d’après ce que la personne a indiqué.
plan-nobody = Vérifiez s’il y a une faute de frappe. Sinon, il n’y a rien à faire, et l’on dit à la personne qu’aucune donnée n’a été trouvée.
plan-nobody-copy = Vérifiez s’il y a une faute de frappe. Sinon, on dit à la personne qu’aucune donnée n’a été trouvée ; la copie ne contient que ce qu’Abide garde de cette demande et des précédentes.
plan-nobody-choices = Vérifiez s’il y a une faute de frappe, ou demandez à la personne une autre adresse ou un autre numéro : son choix est noté d’après ce qu’elle a indiqué et ne change rien aux données connues autrement. On dit à la personne qu’aucune donnée n’a été trouvée.
plan-choices = Ce qu’il est permis de faire des données
plan-store-empty = Rien ne change dans ce stockage.
plan-nothing-right = Aucune ligne de cette personne n’a été trouvée qui ait ces champs : il n’y a rien à rectifier.
plan-export = La copie
plan-export-access = Un fichier ZIP est écrit. Il contient aussi ce qu’Abide conserve lui-même de la personne.
plan-export-portability = Un fichier ZIP est écrit, avec des données lisibles par machine.
plan-field = Champ
plan-was = Avant
plan-will = Après
plan-value-empty = (vide)
plan-correct-asked = la personne dit que c’est inexact
plan-correct-same = il disait la même chose que « { $of } »
plan-correct-tied = la ligne est à la personne par la valeur de « { $of } »
plan-left-title = Ce qui suit une ancienne valeur et n’est pas rectifié
plan-left-text = Regardez-le avant d’approuver : ensuite, rien ne mène plus de la personne à ces lignes par cette valeur.
plan-left = { $n ->
    [one] « { $field } », { $rows } ligne, suit « { $of } » : { $why }
   *[other] « { $field } », { $rows } lignes, suivent « { $of } » : { $why }
}
plan-left-others = par cette valeur, elle est aussi à d’autres
plan-left-taken = par la nouvelle valeur, elle serait aussi à d’autres
plan-left-kept = elle doit rester telle quelle pendant un certain temps
plan-left-fixed = la base lie cette valeur ; quelqu’un doit la rectifier à la main
plan-left-unfit = le champ n’a pas de place pour la nouvelle valeur ; quelqu’un doit la rectifier à la main
plan-left-cleared = il n’y a pas de nouvelle valeur
plan-hand = À la main : { $why }. Quelqu’un le fait, et Abide relit.
plan-hand-tables = À la main : { $why } ({ $tables }). Quelqu’un le fait, et Abide relit.
hand-why-read-only = d’après la carte des données, Abide ne change rien ici
hand-why-cannot = ce stockage ne peut pas le faire
hand-why-may-not = le compte d’Abide n’en a pas le droit
hand-why-refused = le stockage l’a refusé
hand-why-cut-off = plus rien ne mène à ces lignes
hand-delete = { $n ->
    [one] Supprimer { $rows } ligne de « { $table } ».
   *[other] Supprimer { $rows } lignes de « { $table } ».
}
hand-change = { $n ->
    [one] Modifier { $rows } ligne de « { $table } » : { $columns }.
   *[other] Modifier { $rows } lignes de « { $table } » : { $columns }.
}
hand-column-empty = vider « { $column } »
hand-column-unique = écrire dans « { $column } » autre chose, qui ne dit rien
hand-column-month = écrire dans « { $column } » le premier jour du mois
hand-column-redact = retirer de « { $column } » ce qui parle de la personne
hand-column-correct = écrire dans « { $column } » ce que la demande souhaite
hand-ask = À qui s’adresser, ou comment faire : { $how }
hand-again = Abide a regardé, et tout n’est pas encore fait. Il reste :
hand-left = { $n ->
    [one] { $rows } ligne de « { $table } »
   *[other] { $rows } lignes de « { $table } »
}
hand-rows = Les lignes
hand-rows-none = Les lignes ne sont pas énumérées : aucune clé ne les désigne durablement, ou elles sont trop nombreuses. La carte des données dit comment les trouver.
hand-after = Dites ici quand c’est fait : Abide regarde si c’est vrai, et redemande sinon.
plan-choices-restriction = Désormais les données sont seulement conservées : tout autre usage est refusé.
plan-choices-objection = Désormais, les usages pour ces finalités sont refusés : { $purposes }.
plan-choices-withdrawal = Désormais, aucun consentement n’est valable pour ces finalités : { $purposes }.
plan-all-purposes = toutes les finalités que couvre ce droit
plan-all-purposes-named = toutes les finalités que couvre ce droit ; selon la politique d’aujourd’hui : { $purposes }
plan-all-purposes-none = toutes les finalités que couvre ce droit ; selon la politique d’aujourd’hui, aucune
plan-gone-person = { $n ->
    [one] { $rows } effacée : c’est la ligne de la personne elle-même
   *[other] { $rows } effacées : ce sont les lignes de la personne elle-même
}
plan-gone-edge = { $n ->
    [one] { $rows } effacée : par « { $column } », elle se rattache à une ligne de « { $table } » qui est à la personne, et selon la carte, ces lignes sont effacées
   *[other] { $rows } effacées : par « { $column } », elles se rattachent à des lignes de « { $table } » qui sont à la personne, et selon la carte, ces lignes sont effacées
}
plan-gone-over = la durée pendant laquelle « { $statement } » gardait ces lignes est écoulée
plan-columns = Colonnes modifiées : { $columns }
plan-column-empty = « { $column } » (vidée)
plan-column-unique = « { $column } » (une autre valeur, qui ne dit rien)
plan-column-month = « { $column } » (premier jour du mois)
plan-column-redact = « { $column } » (ce qui parle de la personne est retiré)
plan-statement = Déclaration de la politique : « { $statement } »
plan-why-others = { $n ->
    [one] { $rows } modifiée : elle est aussi à d’autres et reste pour eux, sans cette personne
   *[other] { $rows } modifiées : elles sont aussi à d’autres et restent pour eux, sans cette personne
}
plan-why-rule = { $n ->
    [one] { $rows } modifiée : selon la carte, une telle ligne reste sans sa personne
   *[other] { $rows } modifiées : selon la carte, ces lignes restent sans leur personne
}
plan-why-referred = { $n ->
    [one] { $rows } modifiée : d’autres lignes qui restent y renvoient
   *[other] { $rows } modifiées : d’autres lignes qui restent y renvoient
}
plan-why-lets-go = { $n ->
    [one] { $rows } modifiée : elle ne fait que lâcher des lignes effacées
   *[other] { $rows } modifiées : elles ne font que lâcher des lignes effacées
}
plan-why-share = { $n ->
    [one] { $rows } partagée : elle est aussi à d’autres et ne dit rien de cette seule personne
   *[other] { $rows } partagées : elles sont aussi à d’autres et ne disent rien de cette seule personne
}
plan-why-recordings = { $n ->
    [one] { $rows } partagée : un enregistrement sonore où cette personne peut être entendue ; il reste pour les autres personnes de l’appel
   *[other] { $rows } partagées : des enregistrements sonores où cette personne peut être entendue ; ils restent pour les autres personnes des appels
}
plan-why-seen = { $n ->
    [one] { $rows } vue seulement : elle n’est pas à cette personne
   *[other] { $rows } vues seulement : elles ne sont pas à cette personne
}
plan-why-keep = { $n ->
    [one] { $rows } gardée jusqu’au { $until } : { $statement }
   *[other] { $rows } gardées jusqu’au { $until } : { $statement }
}
plan-why-keep-term = { $n ->
    [one] { $rows } gardée pendant { $term } : { $statement }
   *[other] { $rows } gardées pendant { $term } : { $statement }
}
plan-why-keep-open = { $n ->
    [one] { $rows } gardée : { $statement }
   *[other] { $rows } gardées : { $statement }
}
plan-tells = { $n ->
    [one] { $rows } qui reste parlera encore de la personne : « { $column } », que la carte ne cite pas, contient une valeur par laquelle nul autre n’est connu. Elle sera trouvée après l’étape, et quelqu’un devra décider. Pour l’éviter, citez la colonne dans la carte avant d’approuver : erase = "redact" retire la personne du texte, "empty" la vide, "keep" la laisse telle quelle
   *[other] { $rows } qui restent parleront encore de la personne : « { $column } », que la carte ne cite pas, contient des valeurs par lesquelles nul autre n’est connu. Elles seront trouvées après l’étape, et quelqu’un devra décider. Pour l’éviter, citez la colonne dans la carte avant d’approuver : erase = "redact" retire la personne du texte, "empty" la vide, "keep" la laisse telle quelle
}
plan-keys = { $n ->
    [one] { $rows } qui reste parlera encore de la personne : « { $column } » est une clé ou renvoie à une clé, et ne peut pas changer tant que quelque chose y renvoie. Elle sera trouvée après l’étape, et quelqu’un devra décider : donner à la main une autre clé à l’enregistrement dans le système, ou le laisser tel quel
   *[other] { $rows } qui restent parleront encore de la personne : « { $column } » est une clé ou renvoie à une clé, et ne peut pas changer tant que quelque chose y renvoie. Elles seront trouvées après l’étape, et quelqu’un devra décider : donner à la main une autre clé aux enregistrements dans le système, ou les laisser tels quels
}
plan-stays = { $n ->
    [one] { $rows } de la personne elle-même qui reste garde ce que contient « { $column } » : la carte ne cite pas cette colonne, et elle ne peut pas être vide. Si elle parle de la personne, comme une rue ou une date de naissance, citez-la dans la carte avant d’approuver
   *[other] { $rows } de la personne elle-même qui restent gardent ce que contient « { $column } » : la carte ne cite pas cette colonne, et elle ne peut pas être vide. Si elle parle de la personne, comme une rue ou une date de naissance, citez-la dans la carte avant d’approuver
}
plan-why-nothing = { $rows } restent sans la personne : rien de ce que la carte y nomme et qui peut changer ne parle de quelqu’un, donc rien n’y change
plan-why-asked = { $n ->
    [one] { $rows } rectifiée : la personne dit qu’elle est inexacte
   *[other] { $rows } rectifiées : la personne dit qu’elles sont inexactes
}
plan-why-tied = { $n ->
    [one] { $rows } rectifiée : elle est à la personne par la valeur inexacte
   *[other] { $rows } rectifiées : elles sont à la personne par la valeur inexacte
}
plan-why-right = { $n ->
    [one] { $rows } est déjà comme la personne le souhaite
   *[other] { $rows } sont déjà comme la personne le souhaite
}
plan-why-voices = { $n ->
    [one] Dans { $rows } enregistrement sonore, on entend d’autres personnes : il n’est copié que si quelqu’un qui l’a pesé le dit
   *[other] Dans { $rows } enregistrements sonores, on entend d’autres personnes : ils ne sont copiés que si quelqu’un qui l’a pesé le dit
}
plan-why-voices-left = { $n ->
    [one] Dans { $rows } enregistrement sonore, on entend d’autres personnes : il n’est pas copié
   *[other] Dans { $rows } enregistrements sonores, on entend d’autres personnes : ils ne sont pas copiés
}
plan-why-voices-shared = { $n ->
    [one] Dans { $rows } enregistrement sonore, on entend d’autres personnes : il est copié quand même, comme l’a décidé quelqu’un qui l’a pesé
   *[other] Dans { $rows } enregistrements sonores, on entend d’autres personnes : ils sont copiés quand même, comme l’a décidé quelqu’un qui l’a pesé
}
plan-why-sound = { $n ->
    [one] { $rows } ligne dit d’un enregistrement sonore quel fichier c’est, sa taille et son type : le son lui-même compte comme enregistrement
   *[other] { $rows } lignes disent d’enregistrements sonores quels fichiers ce sont, leur taille et leur type : le son lui-même compte comme enregistrement
}
plan-why-omit = { $n ->
    [one] { $rows } omise : la personne ne l’a pas fournie sur consentement ou contrat
   *[other] { $rows } omises : la personne ne les a pas fournies sur consentement ou contrat
}
plan-keeps-law = { $statement }, imposé par la loi : { $law }
plan-keeps-law-unnamed = { $statement }, imposé par la loi
plan-keeps-hold = gel juridique : { $reason }
plan-keeps-hold-others = gel juridique concernant une autre personne à qui ces lignes appartiennent aussi
approve-nothing = Clore : il n’y a rien à effacer
approve-held = Clore : tout reste pour l’instant
approve-erase = { $n ->
    [one] Effacer { $rows } ligne
   *[other] Effacer { $rows } lignes
}
approve-erase-change = { $n ->
    [one] Effacer { $rows } ligne, en modifier { $change }
   *[other] Effacer { $rows } lignes, en modifier { $change }
}
approve-rectify = { $n ->
    [one] Rectifier { $rows } ligne
   *[other] Rectifier { $rows } lignes
}
approve-rectify-nothing = Clore : il n’y a rien à rectifier
approve-access = Faire la copie
approve-portability = Faire la copie à emporter
approve-voices = Remettre aussi les enregistrements sonores où l’on entend d’autres personnes
approve-voices-help = Seulement si cela ne leur nuit pas : vous l’avez apprécié (RGPD, art. 15, par. 4). Sinon, la copie contient les enregistrements qui ne sont qu’à la personne.
approve-restriction = Limiter désormais
approve-objection = Refuser désormais ces usages
approve-withdrawal = Enregistrer le retrait
approve-type = C’est irréversible. Saisissez combien de lignes sont effacées ou modifiées : { $rows }

# Le résultat d’une demande close.
result-title = Résultat
result-true = Relu : ce qui devait être effacé n’est plus là.
result-nobody = Personne n’a été trouvé d’après ce que la personne a indiqué, et rien n’a été fait. La lettre dit qu’aucune donnée n’a été trouvée.
result-swept = Toutes les tables et, dans la mesure où ce sont des textes, tous les fichiers que nomme la carte des données ont été lus en entier : il ne reste aucune valeur par laquelle seule cette personne était connue.
result-swept-versions = Toutes les tables et, dans la mesure où ce sont des textes, tous les fichiers que nomme la carte des données ont été lus en entier : hormis dans d’anciennes versions conservées (voir plus bas), il ne reste aucune valeur par laquelle seule cette personne était connue.
result-swept-but = Toutes les tables et, dans la mesure où ce sont des textes, tous les fichiers que nomme la carte des données ont été lus en entier : les valeurs par lesquelles seule cette personne était connue ne se trouvent plus que dans ce qui reste.
result-swept-but-versions = Toutes les tables et, dans la mesure où ce sont des textes, tous les fichiers que nomme la carte des données ont été lus en entier : les valeurs par lesquelles seule cette personne était connue ne se trouvent plus que dans ce qui reste et dans d’anciennes versions conservées (voir plus bas).
result-short = { $n ->
    [one] { $rows } valeur de la personne compte moins de cinq caractères : elle n’a pas été cherchée, car elle se trouverait partout.
   *[other] { $rows } valeurs de la personne comptent moins de cinq caractères : elles n’ont pas été cherchées, car elles se trouveraient partout.
}
result-files = Les fichiers qui ne figurent dans aucune table de la carte des données ont été lus aussi, dans la mesure où ce sont des textes : ni eux ni leurs noms ne contiennent une telle valeur.
result-unread = { $n ->
    [one] { $rows } fichier n’a pas pu être lu comme texte et n’a donc pas été examiné : { $kinds }.
   *[other] { $rows } fichiers n’ont pas pu être lus comme textes et n’ont donc pas été examinés : { $kinds }.
}
result-unread-large-object = { $n ->
    [one] { $rows } grand objet de PostgreSQL n’a pas été examiné : de tels objets ne sont dans aucune table, et restent quand partent les lignes qui les nomment.
   *[other] { $rows } grands objets de PostgreSQL n’ont pas été examinés : de tels objets ne sont dans aucune table, et restent quand partent les lignes qui les nomment.
}
result-unread-foreign-table = { $n ->
    [one] { $rows } table étrangère de PostgreSQL n’a pas été examinée : ses lignes sont sur un autre serveur. Si elles contiennent des données de personnes, citez ce serveur comme un stockage à part.
   *[other] { $rows } tables étrangères de PostgreSQL n’ont pas été examinées : leurs lignes sont sur un autre serveur. Si elles contiennent des données de personnes, citez ce serveur comme un stockage à part.
}
result-unread-word-index = { $n ->
    [one] { $rows } index de texte intégral sans son texte n’a pas été examiné : ses mots ne se lisent pas, et ceux des lignes effacées y restent jusqu’à ce qu’il soit refait.
   *[other] { $rows } index de texte intégral sans leur texte n’ont pas été examinés : leurs mots ne se lisent pas, et ceux des lignes effacées y restent jusqu’à ce qu’ils soient refaits.
}
unread-audio = enregistrements
unread-video = vidéos
unread-picture = images
unread-document = documents tels que PDF
unread-packed = archives
unread-database = bases de données
unread-link = liens qui mènent ailleurs
unread-forbidden = ce que le compte n’a pas le droit de lire
unread-name = noms refusés
unread-other = autres formats
result-not-swept = Les stockages n’ont pas été lus en entier : des valeurs de cette personne peuvent rester là où la carte des données ne mène pas.
result-by-hand = { $n ->
    [one] { $rows } de ces lignes a été traitée à la main, puis relue aussi.
   *[other] { $rows } de ces lignes ont été traitées à la main, puis relues aussi.
}
result-accepted = Relu : quelque chose n’était pas comme prévu, et quelqu’un a décidé que cela reste.
result-unknown = { $n ->
    [one] { $rows } ligne de plus a pu être effacée dans une étape interrompue : les données ont changé avant que l’on puisse regarder.
   *[other] { $rows } lignes de plus ont pu être effacées dans une étape interrompue : les données ont changé avant que l’on puisse regarder.
}
result-stays = Ce qui reste
result-rows = Lignes
result-until = Jusqu’au
result-no-day = aucun jour connu
result-shared = sont aussi à d’autres et ne disent rien de cette seule personne
result-recordings = enregistrements sonores où cette personne peut être entendue ; ils restent pour les autres personnes des appels
result-until-others = tant qu’ils sont aux autres
result-own-request = Cette demande reste avec son histoire jusqu’au { $day }, comme preuve de la réponse donnée.
result-own-marks = Les marques qui font reconnaître la personne si elle est importée à nouveau restent jusqu’au { $day }.
result-own-copies = { $n ->
    [one] { $rows } copie d’une demande antérieure a été effacée aussi.
   *[other] { $rows } copies de demandes antérieures ont été effacées aussi.
}
result-own-ready = { $n ->
    [one] { $rows } copie est prête et n’a pas encore été remise : elle contient ce qui a été effacé. Retirez sa demande ou remettez-la ; elle disparaît alors après 30 jours.
   *[other] { $rows } copies sont prêtes et n’ont pas encore été remises : elles contiennent ce qui a été effacé. Retirez leurs demandes ou remettez-les ; elles disparaissent alors après 30 jours.
}
result-disks = Sur les disques des stockages
result-disk-nothing = Rien d’effacé ne reste dans ses fichiers.
result-disk-until-reused = Des restes de lignes effacées se trouvent dans l’espace libre de ses fichiers jusqu’à ce qu’il l’écrase.
result-disk-until-cleaned = Des lignes effacées restent, mortes, dans ses tables ou dans des vues qui en ont été faites, jusqu’à ce qu’il soit nettoyé.
result-disk-versions = D’anciennes versions restent jusqu’à ce que quelqu’un les enlève.
result-disk-locked = D’anciennes versions sont verrouillées ; le verrou prend fin le { $day }.
result-gone-by = Disparu des journaux et des sauvegardes au plus tard le { $day }.
result-gone-by-unknown = La carte ne dit pas combien de temps durent les sauvegardes.
result-gone-by-cleaned = On ne sait pas encore quand les journaux et les sauvegardes les auront oubliées : cela compte à partir du nettoyage.
result-corrected = { $n ->
    [one] { $rows } ligne a été rectifiée, dans : { $columns }
   *[other] { $rows } lignes ont été rectifiées, dans : { $columns }
}
result-corrected-true = Relu : les données sont telles que la personne les voulait.
result-corrected-nothing = Il n’y avait rien à rectifier : la personne n’a aucune ligne avec { $columns }.
result-choices-restriction = Depuis le { $day }, les données sont seulement conservées : tout autre usage est refusé.
result-choices-objection = Depuis le { $day }, les usages pour ces finalités sont refusés : { $purposes }.
result-choices-withdrawal = Depuis le { $day }, aucun consentement n’est valable pour ces finalités : { $purposes }.
result-choices-gone = Ce qui a été choisi ne vaut plus, ou une demande ultérieure l’a remplacé.
result-choices-nobody = Personne n’a été trouvé d’après ce que la personne a indiqué. Son choix est noté depuis le { $day } et vaut pour qui sera connu ainsi plus tard. La lettre dit qu’aucune donnée n’a été trouvée.
result-copy-gone = La copie n’est plus ici : les copies sont effacées 30 jours après leur remise, ou quand la personne est effacée.
result-handed = La copie a été remise le { $day }, { $way }.
result-taken-back = La personne a retiré sa demande.

# Ce que les tables propres d’Abide contiennent d’une personne.
own-title = Dans les tables propres d’Abide
own-open = { $n ->
    [one] { $rows } demande encore ouverte
   *[other] { $rows } demandes encore ouvertes
}
own-proof = { $n ->
    [one] { $rows } demande close, gardée comme preuve de la réponse donnée
   *[other] { $rows } demandes closes, gardées comme preuve des réponses données
}
own-erased = { $n ->
    [one] { $rows } marque d’un effacement
   *[other] { $rows } marques d’un effacement
}
own-chosen = { $n ->
    [one] { $rows } choix respecté tant qu’il est valable
   *[other] { $rows } choix suivis tant qu’ils valent
}
own-held = { $n ->
    [one] { $rows } gel juridique, gardé comme preuve de la raison pour laquelle des données sont restées
   *[other] { $rows } gels juridiques, gardés comme preuve de la raison pour laquelle des données sont restées
}
own-until = { $what } (jusqu’au { $day })

# Gels juridiques : ce qui ne doit pas être effacé parce qu’un droit en justice en a besoin.
holds-title = Gels juridiques
holds-text = Ce qui est gelé n’est pas effacé (art. 17, § 3, e du RGPD) : un droit en justice peut en avoir besoin comme preuve. Tout le reste s’efface.
holds-until = jusqu’au { $day }
holds-open = jusqu’à ce qu’il soit levé
holds-ended = a pris fin le { $day }
holds-lifted = levé : { $by }, { $at }
holds-placed = posé : { $by }, { $at }
holds-everything = tout ce qui concerne la personne
holds-covers = seulement { $what }
holds-lift = Lever le gel
holds-place = Poser un gel juridique
holds-place-text = Un plan qui attend l’accord est refait ; un plan en cours s’arrête avant le stockage suivant.
holds-reason = Pour quel droit en justice
holds-reason-help = Sans données personnelles. La personne le voit dans la copie de ses données.
holds-last = Dernier jour ; vide s’il n’est pas connu
holds-tables = Seulement ces tables ; tout si aucune n’est choisie
holds-do = Poser le gel

# La carte des données.
map-title = Carte des données
map-lead = Où se trouvent les données sur les personnes, à qui elles sont et selon quelle règle, et où elles vont.
map-wrong = Ce qui ne va pas
map-drawn = Dessin
map-drawn-text = Les personnes sont à gauche. Les flèches mènent aux lignes qui leur appartiennent, puis aux régions et aux destinataires. Les tableaux ci-dessous disent la même chose.
map-scroll = Le dessin est plus large que cette fenêtre : faites-le défiler vers la droite pour voir les régions et les destinataires.
map-key-people = table de personnes
map-key-table = table
map-key-outside = région ou destinataire
map-key-wrong = quelque chose ne va pas
map-key-owns = appartient à la personne
map-key-sees = la personne peut le voir
map-rules = En tableau
map-alone = Aucune règle ne mène à ou ne part de :
map-to = Lignes de
map-rule = Règle
map-from = À qui est
map-columns = Par colonnes
map-when = Si
map-erase = À l’effacement
map-erase-delete = effacées
map-erase-anonymize = anonymisées
map-erase-none = rien
map-kept = gardées un temps
map-kept-in = conservé à
map-receives = reçoit : { $what }
map-nobody = Les lignes de « { $table } » ne sont à personne : on ne les trouve pas quand quelqu’un demande ses données. Ajoutez un lien, ou retirez la table de la carte.
map-no-people = Aucune table de la carte ne contient de personnes : on ne peut trouver personne. Nommez la table dont les lignes sont des personnes.
map-flows = Où vont les données
map-store = Stockage
map-goes-to = Va à
map-files = Fichiers de carte :
edge-owned-by = appartient à
edge-owns = possédé avec
edge-accessed-by = vu par
edge-accesses = vu avec
map-check = Comparer aux stockages
map-check-text = Les premières lignes de chaque table sont lues et comparées à la carte et à la politique. Rien ne change, et aucune valeur n’est montrée.
map-check-do = Vérifier les stockages
map-check-clean = Ce qui a été examiné correspond à la carte et à la politique.
