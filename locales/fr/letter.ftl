# Ce que les personnes apprennent sur leur demande : qu’elle prend plus de temps, qu’elle est refusée, ou ce qui a été fait (art. 12 du RGPD). La lettre s’adresse à la personne ; ce qui l’entoure s’adresse à qui traite les demandes.

letter-title-done = Réponse à votre demande
letter-title-refused = Votre demande est refusée
letter-title-extended = Votre demande prend plus de temps
letter-title-withdrawn = Votre demande est close
letter-from = De
letter-to = À
letter-date = Date
letter-asked = Vous avez demandé
letter-received = Reçu le
letter-number = Notre référence
letter-asked-access = l’accès à vos données et une copie
letter-asked-portability = vos données, à emporter
letter-asked-rectification = la rectification de vos données
letter-asked-erasure = l’effacement de vos données
letter-asked-restriction = la limitation : vos données ne doivent plus être que conservées
letter-asked-objection = l’arrêt des utilisations de vos données auxquelles vous vous opposez
letter-asked-withdrawal = le retrait de votre consentement
letter-greeting = Madame, Monsieur,
letter-close = Veuillez agréer, Madame, Monsieur, nos salutations distinguées.

# Refusée.
letter-refused = Pourquoi nous ne donnons pas suite à votre demande
letter-refused-lead = Nous avons examiné votre demande et n’y donnons pas suite. En voici le motif ({ $article }) :
letter-ground-unidentified = Ce que vous nous avez indiqué ne permet pas d’établir quelles données sont les vôtres ({ $article }).
letter-ground-unfounded = La demande est manifestement infondée ({ $article }).
letter-ground-excessive = La demande est excessive, notamment parce qu’elle en répète d’autres ({ $article }).
letter-ground-exempt = La loi prévoit une exception à ce droit, et elle s’applique ici ({ $article }).
letter-more-unidentified = Si vous nous indiquez d’autres éléments qui permettent de vous reconnaître, nous chercherons de nouveau.
letter-article-reasons = art. 12.4 du { $law }
letter-article-unidentified = art. 11.2 et 12.2 du { $law }
letter-article-unfounded = art. 12.5 du { $law }
letter-article-excessive = art. 12.5 du { $law }
letter-article-exempt-access = art. 15.4 et 23 du { $law }
letter-article-exempt-portability = art. 20.3, 20.4 et 23 du { $law }
letter-article-exempt-rectification = art. 23 du { $law }
letter-article-exempt-erasure = art. 17.3 et 23 du { $law }
letter-article-exempt-restriction = art. 23 du { $law }
letter-article-exempt-objection = art. 21.1 et 23 du { $law }

# Prolongée.
letter-extended = Pourquoi cela prend plus de temps
letter-extended-lead = Nous ne pouvons pas répondre à votre demande dans le délai habituel. Vous aurez notre réponse le { $day } au plus tard ({ $article }).
letter-extended-reason = Le motif :
letter-article-extended = art. 12.3 du { $law }
letter-article-extended-uk = art. 12A du { $law }

letter-withdrawn = Vous avez retiré votre demande et nous l’avons close. Elle n’a rien changé à vos données. Vous pouvez en faire une nouvelle à tout moment.

# Traitée.
letter-done = Ce que nous avons fait
letter-late = Vous auriez dû recevoir notre réponse au plus tard le { $day } ({ $article }). Elle arrive en retard ; nous vous prions de nous en excuser.
letter-none = Nous avons cherché des données vous concernant à partir de tout ce que vous nous avez indiqué et n’en avons trouvé aucune.
letter-none-own = Ce que nous gardons de cette demande et de vos demandes antérieures accompagne cette lettre, dans un fichier ZIP.
letter-none-portability = Vous pouvez emporter ce que vous nous avez fourni vous-même avec votre consentement ou pour un contrat. Nous ne détenons rien de tel vous concernant.
letter-erased = { $n ->
    [one] Nous avons effacé { $rows } enregistrement vous concernant.
   *[other] Nous avons effacé { $rows } enregistrements vous concernant.
}
letter-erased-nothing = Il n’y avait rien que nous puissions effacer maintenant : ce que nous détenons doit encore être conservé ou concerne aussi d’autres personnes.
letter-changed = { $n ->
    [one] { $rows } enregistrement doit rester ou concerne aussi d’autres personnes : nous en avons retiré ce qui se rapportait à vous.
   *[other] { $rows } enregistrements doivent rester ou concernent aussi d’autres personnes : nous en avons retiré ce qui se rapportait à vous.
}
letter-unknown = { $n ->
    [one] { $rows } autre enregistrement a pu être effacé ; il n’a plus été possible de l’établir.
   *[other] { $rows } autres enregistrements ont pu être effacés ; il n’a plus été possible de l’établir.
}
letter-true = Nous avons ensuite relu les données : ce qui devait être effacé ne s’y trouve plus.
letter-swept = Nous avons aussi cherché, dans toutes les bases de données et tous les fichiers répertoriés, des indications qui ne permettaient de reconnaître que vous, et n’en avons trouvé aucune.
letter-swept-versions = Nous avons aussi cherché, dans toutes les bases de données et tous les fichiers répertoriés, des indications qui ne permettaient de reconnaître que vous. Il ne peut en rester que dans d’anciennes versions de fichiers que nous ne pouvons pas encore supprimer.
letter-swept-but = Nous avons aussi cherché, dans toutes les bases de données et tous les fichiers répertoriés, des indications qui ne permettaient de reconnaître que vous. Elles ne se trouvent plus que dans ce qui reste.
letter-swept-but-versions = Nous avons aussi cherché, dans toutes les bases de données et tous les fichiers répertoriés, des indications qui ne permettaient de reconnaître que vous. Elles ne se trouvent plus que dans ce qui reste et dans d’anciennes versions de fichiers que nous ne pouvons pas encore supprimer.
letter-short = { $n ->
    [one] Nous n’avons pas cherché { $rows } indication de moins de cinq caractères, comme un numéro court, car elle se trouverait partout.
   *[other] Nous n’avons pas cherché { $rows } indications de moins de cinq caractères, comme des numéros courts, car elles se trouveraient partout.
}
letter-files = Nous avons aussi examiné les autres fichiers aux mêmes endroits, dans la mesure où ce sont des textes.
letter-unread = { $n ->
    [one] { $rows } fichier n’a pas pu être examiné, par exemple parce que c’est un enregistrement ou une image, ou qu’il ne peut pas être ouvert.
   *[other] { $rows } fichiers n’ont pas pu être examinés, par exemple parce que ce sont des enregistrements ou des images, ou qu’ils ne peuvent pas être ouverts.
}
letter-unread-inside = { $n ->
    [one] { $rows } partie de nos bases de données n’a pas pu être examinée. Des indications sur vous peuvent encore s’y trouver.
   *[other] { $rows } parties de nos bases de données n’ont pas pu être examinées. Des indications sur vous peuvent encore s’y trouver.
}
letter-accepted = À la relecture, quelque chose n’était pas comme prévu. Quelqu’un l’a examiné et a décidé que cela reste. Si vous nous le demandez, nous vous en dirons plus.
letter-corrected = { $n ->
    [one] Nous avons rectifié { $rows } enregistrement.
   *[other] Nous avons rectifié { $rows } enregistrements.
}
letter-corrected-true = Nous avons ensuite relu les données : elles sont telles que vous l’avez demandé.
letter-corrected-nothing = Nous avons examiné les données que nous détenons à votre sujet. Ce que vous voulez faire rectifier n’y figure pas ; nous n’avons donc rien modifié.
letter-copy-access = La copie de vos données accompagne cette lettre, dans un fichier ZIP. Ouvrez-y d’abord la page « index.html » : elle dit ce qui s’y trouve, ce qui manque et pourquoi.
letter-copy-portability = Vos données accompagnent cette lettre, dans un fichier ZIP et dans des formats que d’autres programmes savent lire. Ouvrez-y d’abord la page « index.html » : elle dit ce qui s’y trouve, ce qui manque et pourquoi.
letter-chosen-restriction = Depuis le { $day }, nous ne faisons plus que conserver vos données ; toute autre utilisation est refusée. Nous vous préviendrons avant que cela prenne fin ({ $article }).
letter-chosen-objection = Depuis le { $day }, nous n’utilisons plus vos données pour ce qui fait l’objet de votre opposition : { $purposes } ({ $article }).
letter-chosen-objection-all = Depuis le { $day }, nous n’utilisons plus vos données pour rien à quoi vous puissiez vous opposer ({ $article }).
letter-chosen-withdrawal = Depuis le { $day }, votre consentement ne vaut plus pour : { $purposes }. Ce qui a été fait jusque-là reste licite ({ $article }).
letter-chosen-withdrawal-all = Depuis le { $day }, aucun de vos consentements ne vaut plus. Ce qui a été fait jusque-là reste licite ({ $article }).
letter-chosen-gone = Ce que vous aviez choisi par cette demande ne vaut plus, ou une demande ultérieure de votre part l’a remplacé.
letter-chosen-nobody = Nous avons noté le { $day } ce que vous avez choisi : si des données nous parviennent que vos indications permettent de vous attribuer, cela vaut aussi pour elles. Si nous pouvons vous connaître par une autre adresse ou un autre numéro, dites-le-nous.
letter-article-chosen-restriction = art. 18 du { $law }
letter-article-chosen-objection = art. 21 du { $law }
letter-article-chosen-withdrawal = art. 7.3 du { $law }

# Ce qui reste.
letter-stays = Ce qui reste, et pourquoi
letter-stays-lead = Nous n’effaçons pas encore ce qui suit, car cela doit être conservé :
letter-stays-caption = Données encore conservées
letter-held = Données nécessaires à des droits en justice
letter-held-why = constatation, exercice ou défense de droits en justice (RGPD, art. 17, § 3, point e)
letter-what = Quoi
letter-records = Enregistrements
letter-until = Jusqu’au
letter-until-open = aucun jour connu pour l’instant
letter-why = Pourquoi
letter-shared = { $n ->
    [one] { $rows } enregistrement concerne aussi d’autres personnes et ne dit rien qui ne se rapporte qu’à vous. Il reste.
   *[other] { $rows } enregistrements concernent aussi d’autres personnes et ne disent rien qui ne se rapporte qu’à vous. Ils restent.
}
letter-shared-recordings = { $n ->
    [one] { $rows } enregistrement sonore où vous pouvez être entendu(e) reste, car il concerne aussi les autres personnes de l’appel.
   *[other] { $rows } enregistrements sonores où vous pouvez être entendu(e) restent, car ils concernent aussi les autres personnes des appels.
}
letter-backups = Dans les sauvegardes et les journaux, ce qui a été effacé peut subsister jusqu’au { $day }. Il en aura alors disparu aussi.
letter-backups-open = Dans les sauvegardes et les journaux, ce qui a été effacé peut subsister jusqu’à ce qu’ils soient remplacés.
letter-traces = Dans l’espace libre des fichiers de nos bases de données, des traces de ce qui a été effacé peuvent subsister jusqu’à ce que d’autres données les recouvrent.
letter-own-proof = Vos demandes antérieures restent aussi quelque temps, pour prouver comment nous y avons répondu.
letter-own-chosen = Ce que vous avez décidé auparavant, par exemple de vous opposer aux offres, nous le conservons tant que nous devons nous y tenir.
letter-own-marks = Si vos données nous parviennent de nouveau, nous voulons le remarquer. Nous gardons donc jusqu’au { $day } une marque chiffrée. Elle ne dit à personne qui vous êtes.
letter-own-request = Nous conservons cette demande et notre réponse jusqu’au { $day }, afin de pouvoir en apporter la preuve ({ $article }).
letter-own-request-open = Nous conservons cette demande et notre réponse pendant { $period } après la réponse, afin de pouvoir en apporter la preuve ({ $article }).
letter-article-proof = art. 5.2 du { $law }

# Qui d’autre est averti.
letter-recipients = Qui d’autre est averti
letter-recipients-told = Ces destinataires de vos données ont été avertis de ce que nous avons fait ({ $article }) :
letter-recipients-untold = Ces destinataires de vos données doivent encore être avertis ({ $article }) :
letter-article-recipients = art. 19 du { $law }

# En cas de désaccord.
letter-complaint = Si vous n’êtes pas d’accord
letter-complaint-us = Vous pouvez nous écrire, et quelqu’un l’examinera de nouveau :
letter-complaint-authority = Vous pouvez introduire une réclamation auprès de l’autorité de contrôle ({ $article }).
letter-complaint-list = Les adresses de toutes les autorités de l’Union européenne et de l’Espace économique européen :
letter-court-eea = Vous pouvez aussi saisir un tribunal : là où nous sommes établis ou là où vous vivez ({ $article }).
letter-court = Vous pouvez aussi saisir un tribunal ({ $article }).
letter-article-court = art. 79 du { $law }

# Autour de la lettre, pour qui traite les demandes.
letter-page = Lettre à la personne
letter-page-text = Dans la langue de la personne. Abide n’envoie rien : imprimez-la, ou téléchargez-la et envoyez-la vous-même.
letter-page-days = Ce que vous avez écrit sur le refus est conservé 30 jours après la clôture, le temps de remettre la lettre.
letter-gone = Ce que vous aviez écrit sur le refus a été conservé 30 jours, puis supprimé. Il n’y a plus de lettre.
letter-show = Lire la lettre
letter-name = Nom et adresse
letter-name-help = Ils figurent dans la lettre seulement et ne sont pas enregistrés.
letter-name-do = Les mettre dans la lettre
letter-why-late = Pourquoi la réponse arrive en retard
letter-why-late-help = La personne devrait connaître le motif. Il figure dans la lettre seulement et n’est pas enregistré.
letter-download = Télécharger comme page (HTML)
letter-preview = Aperçu de la lettre
letter-preview-text = Rien n’est encore fait. Voici ce que reçoit la personne si vous refusez la demande.
letter-preview-extension = Rien n’est encore fait. Voici ce que reçoit la personne si vous prolongez le délai. La loi le permet une fois.
letter-preview-do = Voir la lettre avant
requests-duty-told = À avertir de ce qui a été fait : { $names }
requests-duty-told-more = À avertir de ce qui a été fait : { $names } et { $n } autres
requests-duty-open = à faire
