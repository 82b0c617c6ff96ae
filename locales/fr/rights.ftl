# Ce que reçoivent les personnes qui demandent leurs données : la page de l’archive et les mots de ses fichiers.

export-title = Vos données
export-title-portability = Vos données, à emporter
export-lead = Voici les données que { $name } détient sur vous, telles qu’elles étaient le { $date }. Cette page explique de quoi il s’agit ; les données elles-mêmes se trouvent dans les fichiers joints.
export-lead-portability = Voici les données que vous avez fournies à { $name }, telles qu’elles étaient le { $date }, dans des formats que d’autres programmes savent lire. Vous pouvez les transmettre à qui vous voulez.
export-data = Ce que contient ce dossier
export-none = Aucune donnée vous concernant n’a été trouvée.
export-caption = { $count ->
    [one] Un enregistrement vous concernant
   *[other] { $count } enregistrements vous concernant
}
export-what = Quoi
export-records = Enregistrements
export-until = Conservé jusqu’au
export-files = Fichiers
export-conversations = { $count ->
    [one] Une conversation se trouve dans le dossier « conversations ».
   *[other] { $count } conversations se trouvent dans le dossier « conversations ».
}
export-recordings = { $count ->
    [one] Un enregistrement sonore se trouve dans le dossier « recordings ».
   *[other] { $count } enregistrements sonores se trouvent dans le dossier « recordings ».
}
export-overdue = { $count ->
    [one] Pour un enregistrement, le jour jusqu’auquel il devait être conservé est passé. Demandez-nous pourquoi il est encore là.
   *[other] Pour { $count } enregistrements, le jour jusqu’auquel ils devaient être conservés est passé. Demandez-nous pourquoi ils sont encore là.
}
export-left-out = Ce qui a été omis, et pourquoi
export-left-out-none = Rien n’a été omis.
export-left-out-lead = La copie de vos données ne doit pas porter atteinte aux droits d’autrui. C’est pourquoi les éléments suivants n’y figurent pas, ou n’ont pu y figurer :
export-left-out-values = { $count ->
    [one] Une valeur qui concerne ou peut concerner quelqu’un d’autre. La mention « [concerne une autre personne] » la remplace.
   *[other] { $count } valeurs qui concernent ou peuvent concerner quelqu’un d’autre. La mention « [concerne une autre personne] » les remplace.
}
export-left-out-places = { $count ->
    [one] Le nom, le numéro ou l’adresse d’une autre personne à un endroit d’un texte. On y lit « […] ».
   *[other] Des noms, numéros et adresses d’autres personnes à { $count } endroits de textes. On y lit « […] ».
}
export-left-out-recordings = { $count ->
    [one] Un enregistrement sonore : on y entend aussi quelqu’un d’autre, ou il n’existe plus.
   *[other] { $count } enregistrements sonores : on y entend aussi quelqu’un d’autre, ou ils n’existent plus.
}
export-left-out-conversations = { $count ->
    [one] Une conversation dont il n’a pas été possible de retirer les autres personnes.
   *[other] { $count } conversations dont il n’a pas été possible de retirer les autres personnes.
}
export-left-out-records = { $count ->
    [one] Un enregistrement que vous ne nous avez pas fourni vous-même avec votre consentement ou pour un contrat. Vous le recevez en demandant une copie de toutes vos données.
   *[other] { $count } enregistrements que vous ne nous avez pas fournis vous-même avec votre consentement ou pour un contrat. Vous les recevez en demandant une copie de toutes vos données.
}
export-left-out-ask = Si vous pensez qu’il manque quelque chose qui vous revient, dites-le-nous : quelqu’un l’examinera.
export-how = Comment lire les fichiers
export-how-csv = Pour les personnes : un tableur les ouvre. Une apostrophe précède tout texte qu’un tableur prendrait pour une formule. Le séparateur est celui que les tableurs attendent dans votre langue.
export-how-json = Pour les programmes : chaque valeur telle qu’elle est enregistrée. Un fichier voisin, terminé par « .schema.json », en donne la description.
export-how-vcon = Des conversations dans un format texte ouvert, que lisent les programmes d’appels et de messagerie.
export-how-manifest = énumère tous les fichiers avec leurs sommes de contrôle.
export-policy = Ce qui suit provient de notre politique en vigueur ({ $version }), pour ce qui touche ces données. Le texte complet :
export-omitted = [concerne une autre personne]
export-kept-until = Conservé jusqu’au
export-own-lead = Pour répondre à vos demandes et pouvoir le prouver (art. 5, paragraphe 2, et art. 12 du RGPD), nous conservons ce que vous avez demandé, la suite donnée et vos choix. L’effacement d’une personne est conservé sous forme de marque, qui ne dit à personne de qui il s’agissait. Les fichiers se terminant par « .schema.json » disent pour chaque colonne à quoi elle sert et combien de temps elle est conservée.
export-own = Vos demandes
export-own-caption = { $count ->
    [one] Une entrée sur vos demandes
   *[other] { $count } entrées sur vos demandes
}
export-seen = Ce sur quoi vous avez travaillé
export-seen-lead = Ces enregistrements ne portent pas sur vous. Vous les avez rédigés, vous y avez travaillé, ou votre tâche vous permet de les voir. Ce qu’ils disent d’autres personnes leur appartient et ne figure pas ici.
export-seen-caption = { $count ->
    [one] Un enregistrement que vous pouvez voir
   *[other] { $count } enregistrements que vous pouvez voir
}
export-other = Autres données
export-column-moment = Date ou heure
export-column-duration = Durée en secondes
export-column-link = Renvoi à un enregistrement
export-column-key = Numéro de l’enregistrement
export-column-truth = Oui ou non
export-column-number = Nombre
export-column-detail = Donnée
export-own-requests = Ce que vous nous avez demandé
export-own-asked = Demande
export-own-received = Reçue le
export-own-due = Réponse au plus tard le
export-own-state = État
export-own-waits-you = votre réponse
export-own-waits-us = nous
export-own-in-file = voir { $name }
export-own-event-plan-made = Un plan a été établi
export-own-event-step-done = Une étape a été exécutée
export-own-event-several-people = Plusieurs personnes ont été trouvées
export-own-event-person-changed = Une ligne est désormais celle de quelqu’un d’autre
export-own-event-cleaned = Un stockage a été nettoyé des lignes effacées
export-own-event-hand-needed = Quelque chose doit être fait à la main
export-own-event-told = Un destinataire a été averti
export-own-event-not-told = Un destinataire n’a finalement pas été averti
export-own-event-corrected = Ce qui avait été mal noté a été corrigé
export-own-event-handed-out = La copie a été remise
