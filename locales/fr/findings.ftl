# Ce qui ne va pas ou manque dans une carte des données. Chaque phrase suit l’endroit dont il s’agit ; vient ensuite ce qu’il faut faire.

finding-reads-rows = { $n ->
    [one] toute la table `{ $table }` ({ $rows } ligne)
   *[other] les { $rows } lignes de `{ $table }`
}
finding-reads-whole = toute la table `{ $table }`
finding-nobodys-data = contient des données personnelles ({ $kind } dans { $count } valeurs sur { $of } examinées), mais les lignes de `{ $table }` ne sont à personne : aucune demande ne les trouve
finding-nobodys-data-help = ajoutez un lien de `{ $table }` vers la table des personnes concernées, ou nommez la colonne avec `erase = "keep"` si elle ne concerne personne
finding-unlisted-column = contient des données personnelles ({ $kind } dans { $count } valeurs sur { $of } examinées) et ne figure pas dans la carte ; or des lignes de `{ $table }` peuvent rester sans leur personne : la colonne resterait telle quelle
finding-unlisted-column-help = nommez la colonne avec ce qu’elle devient, ou citez-la dans `about` du lien vers la personne dont elle parle
finding-unnamed-column = contient des données personnelles ({ $kind } dans { $count } valeurs sur { $of } examinées) et ne figure pas dans la carte : la colonne part avec sa ligne, mais les copies ne peuvent pas dire ce qu’elle est
finding-unnamed-column-help = nommez la colonne avec son `data`
finding-unreadable = le compte n’a pas le droit de lire `{ $table }`, ou pas toutes ses lignes : aucune demande ne peut recevoir de réponse, et rien d’autre n’a été vérifié ici
finding-unreadable-help = donnez-lui le droit de lire la table ; là où la sécurité au niveau des lignes en cache, aussi `BYPASSRLS`
finding-unswept = le compte n’a pas le droit de lire `{ $table }`, ou pas toutes ses lignes, et la carte ne la nomme pas : la recherche finale parcourt toutes les tables, donc aucun effacement qui se termine par elle ne peut être clos
finding-unswept-help = donnez-lui le droit de lire la table ; là où la sécurité au niveau des lignes en cache, aussi `BYPASSRLS`
finding-no-right = le compte n’a pas le droit de supprimer ou de modifier toutes les lignes de `{ $table }` : les demandes attendent que quelqu’un le fasse à la main
finding-no-right-help = donnez-lui ce droit, ou dites `read-only = true` et, dans `by-hand`, à qui s’adresser
finding-old-versions = le bucket garde d’anciennes versions de `{ $table }`, et le compte n’a pas le droit de les lister ou de les supprimer : ce qu’un effacement enlève y reste jusqu’à ce qu’une personne les supprime
finding-old-versions-help = donnez-lui `s3:ListBucketVersions` et `s3:DeleteObjectVersion`
finding-unasked = ce que le compte peut faire de `{ $table }` n’a pas pu être demandé en entier sans rien changer : ce qui lui est refusé, une demande le constate en l’essayant et le laisse à une personne
finding-unasked-help = rien à faire si le compte a les droits que cite `docs/stores.md`
finding-by-hand = le stockage ne supprime pas de lignes de `{ $table }` : les demandes attendent que quelqu’un le fasse à la main
finding-by-hand-help = dites dans `by-hand` du stockage à qui s’adresser, ou comment faire
finding-nobody-found = est une table de personnes, mais rien ne dit à quoi on les reconnaît : on n’y trouve personne
finding-nobody-found-help = ajoutez `known-by` avec les colonnes de l’adresse e-mail, du numéro de téléphone ou du numéro de client
finding-slow-identity = on y cherche des personnes sans index : chaque demande lit { $reads }
finding-slow-identity-help = créez un index sur `{ $table }` ({ $columns })
finding-unread-values = { $count } valeurs sur { $of } ne se lisent pas comme { $fact ->
    [email] des adresses e-mail
    [phone] des numéros de téléphone
    [born] des dates de naissance
   *[postal-code] des codes postaux
} : qui n’est connu que par elles n’est pas trouvé
finding-unread-values-help = écrivez une seule valeur par champ, { $fact ->
    [email] une adresse et rien d’autre
    [phone] comme `+493023125001`, suivie tout au plus d’un numéro de poste
    [born] comme `1980-05-31`
   *[postal-code] de 2 à 10 lettres et chiffres
} ; mettez les autres valeurs et les remarques dans d’autres colonnes
finding-rows-without-id = est vide dans { $count } lignes sur { $of } : c’est par elle que les lignes des fichiers sont reconnues, donc la demande d’une personne sans numéro est refusée
finding-rows-without-id-help = donnez à chaque ligne de `{ $table }` le numéro de sa personne
finding-shared-ids = { $count } lignes sur { $of } portent le numéro d’autres lignes sans rien avoir d’autre en commun avec elles par quoi une personne est connue : elles passent pour une seule personne et partent ensemble
finding-shared-ids-help = donnez à chaque personne un numéro à elle ; si toutes les lignes d’un numéro sont à la même personne, il n’y a rien à faire
finding-missing-columns = figure dans la carte, mais aucun des fichiers examinés ne l’a : ce que la carte en dit reste sans effet, et rien ni personne n’est trouvé par elle
finding-missing-columns-help = nommez-la comme dans les fichiers, avec les mêmes majuscules et espaces, ou retirez-la de la carte
finding-inexact = la carte dit `exact`, mais { $count } valeurs sur { $of } s’écrivent autrement : un index ne trouve pas leurs personnes
finding-inexact-help = écrivez-les toutes de la même façon (numéros comme +4930…, adresses en minuscules) ou retirez `exact`
finding-no-country = { $count } numéros sur { $of } n’ont pas d’indicatif de pays, et la carte ne dit pas de quel pays ils sont : ils sont pris pour des numéros du pays de la politique, { $country }
finding-no-country-help = indiquez `country = "{ $country }"` dans `known-by`, ou le pays dont il s’agit
finding-many-spellings = on cherche les personnes dans toutes les graphies : chaque demande lit toute la table ({ $count } valeurs sur { $of } ont une graphie inhabituelle)
finding-many-spellings-help = tenez une colonne où toutes s’écrivent de la même façon, et dites-en `exact = true`
finding-slow-edge = le chemin de `{ $source }` à `{ $table }` n’a pas d’index : chaque demande lit { $reads }
finding-slow-edge-help = créez un index sur `{ $table }` ({ $columns })
finding-slow-return = des lignes de `{ $source }` peuvent appartenir à plusieurs personnes, et le chemin du retour vers elles n’a pas d’index : chaque demande lit { $reads }
finding-slow-return-help = créez un index sur `{ $table }` ({ $columns })
finding-loses-case = distingue majuscules et minuscules, mais non ce à quoi elle renvoie dans `{ $source }` : les lignes sont trouvées telles qu’on écrit là-bas et en minuscules, sous aucune autre forme
finding-loses-case-help = donnez aux deux colonnes le même type (`citext`) ou la même règle de comparaison (`COLLATE NOCASE`), ou n’écrivez ces valeurs qu’en minuscules
finding-slow-reference = renvoie à `{ $parent }` sans index : pour chaque ligne de `{ $parent }` qui part, le stockage lit { $reads }
finding-slow-reference-help = créez un index sur `{ $table }` ({ $columns })
finding-left-behind = renvoie à `{ $parent }`, dont les lignes sont à des personnes, mais aucun lien ne dit à qui sont celles de `{ $table }` : elles restent quand les personnes partent, avec une référence vide
finding-left-behind-help = ajoutez un lien pour ({ $columns }) ; si les lignes ne sont à personne, un lien `accessed-by` le dit
finding-blocks-erasure = doit renvoyer à `{ $parent }`, et aucun lien ne dit à qui sont les lignes de `{ $table }` : tant qu’elles y renvoient, celles de `{ $parent }` peuvent seulement être vidées, jamais effacées
finding-blocks-erasure-help = ajoutez un lien pour ({ $columns }), ou permettez que ces colonnes soient vides
finding-holds-back = doit renvoyer à `{ $parent }`, mais ce sont d’autres liens qui disent à qui sont ses lignes : une ligne de `{ $parent }` à laquelle renvoie celle d’une autre personne est vidée au lieu d’être effacée
finding-holds-back-help = ajoutez un lien pour ({ $columns }) si les lignes sont aux mêmes personnes, ou permettez que ces colonnes soient vides
finding-undeclared-reference = ses valeurs désignent des lignes de `{ $parent }` ({ $count } sur { $of } essayées s’y trouvent) ; aucune clé étrangère ne le déclare et aucun lien ne le couvre : quand ces lignes partent, celles de `{ $table }` restent et continuent de les désigner
finding-undeclared-reference-help = ajoutez un lien pour ({ $columns }) ; si la colonne ne désigne les lignes de personne, indiquez-la avec ce qu’elle devient (`erase`)
finding-named-files = ses valeurs sont les chemins de fichiers de `{ $parent }` ({ $count } sur { $of } essayées s’y trouvent), et aucun lien ne dit à qui sont ces fichiers : ils restent quand les lignes de `{ $table }` partent
finding-named-files-help = ajoutez à `{ $parent }` un lien `owned-by` qui passe par ({ $columns })
finding-nameless-rows = rien ne nomme les lignes de `{ $table }` : elle n’a pas de clé, et ses colonnes ont pris les noms `rowid`, `_rowid_` et `oid`, donc aucune demande ne peut distinguer ses lignes
finding-nameless-rows-help = donnez une clé primaire à `{ $table }`, ou renommez l’une de ces colonnes
finding-too-wide = `{ $table }` a plus de colonnes que SQLite n’en rend à la fois (2 000 avec ce qui nomme une ligne) : elle ne peut pas être lue, ni pour les demandes ni par un examen
finding-too-wide-help = répartissez `{ $table }` sur plusieurs tables
finding-reusable-keys = renvoie à `{ $parent }` par son numéro et sans clé étrangère : dès qu’une ligne y est effacée, SQLite donne son numéro à une nouvelle, et des lignes de `{ $table }` qui devaient rester (`keep`, un gel juridique) vont alors avec celle-ci
finding-reusable-keys-help = déclarez le numéro dans `{ $parent }` comme `INTEGER PRIMARY KEY AUTOINCREMENT` : aucun n’est alors donné deux fois ; ou, dans une même base, une clé étrangère pour ({ $columns }) : le numéro reste alors pris tant que la ligne est gardée
finding-unfit-reference = a une clé étrangère vers `{ $parent }` que SQLite ne peut pas vérifier, car cette table n’existe pas, ou les colonnes auxquelles elle renvoie ne sont pas uniques : les lignes ne peuvent ni partir ni changer
finding-unfit-reference-help = créez un index unique sur exactement les colonnes de `{ $parent }` auxquelles elle renvoie, créez la table, ou retirez la clé étrangère
finding-inherited-rows = des tables héritent de `{ $table }` ({ $names }) : qui l’interroge voit leurs lignes parmi les siennes, et les demandes passeraient à côté ; aucune ne reçoit donc de réponse
finding-inherited-rows-help = citez ces tables dans la carte comme des tables à part, ou mettez fin à l’héritage (`ALTER TABLE … NO INHERIT`)
finding-files-of-two = { $n ->
    [one] { $count } fichier est dans deux tables de la carte ({ $names }) : une demande qui y arrive échoue
   *[other] { $count } fichiers sont dans deux tables de la carte ({ $names }) : une demande qui arrive à l’un d’eux échoue
}
finding-files-of-two-help = changez les motifs pour que chaque fichier soit dans une seule table
finding-dangling-references = { $count } renvois sur { $of } qui ont été essayés ne mènent nulle part : aucune ligne de { $tables } n’a leurs valeurs, donc les lignes de `{ $table }` qui les portent ne sont à personne par ce lien
finding-dangling-references-help = comparez comment les deux bouts écrivent la même valeur (types de nombres, espaces, zéros, préfixes), et si le lien nomme les bonnes colonnes ; effacez à la main les lignes dont le propriétaire n’est plus là
finding-missing-files = { $count } chemins sur { $of } qui ont été essayés ne nomment aucun fichier de { $tables } : un fichier qui s’y trouve sous un autre nom n’est trouvé pour personne
finding-missing-files-help = écrivez le chemin à partir du dossier comme le fichier s’y appelle ; si les fichiers n’existent plus, il n’y a rien à faire
finding-ownerless-rows = { $count } lignes sur { $of } examinées ne sont à personne : { $columns } y sont vides ou ne mènent nulle part selon leur condition, si bien qu’aucune demande ne les trouve
finding-ownerless-rows-help = ajoutez un lien par une autre colonne, ou assurez-vous que ces lignes ne parlent de personne
finding-loses-owner = le stockage la vide quand une ligne de `{ $parent }` part (ON DELETE SET NULL) : si cette ligne est effacée sans ce programme, il reste des lignes de `{ $table }` qui ne sont plus à personne
finding-loses-owner-help = faites plutôt refuser le stockage (ON DELETE RESTRICT)
finding-takes-others = le stockage efface des lignes de `{ $table }` avec une ligne de `{ $parent }` (ON DELETE CASCADE), alors qu’elles peuvent être à d’autres ou à personne : si cette ligne est effacée sans ce programme, elles partent avec elle
finding-takes-others-help = faites plutôt refuser le stockage (ON DELETE RESTRICT), ou ajoutez le lien si les lignes doivent partir avec l’autre
finding-carries-others = reste telle quelle quand on efface une personne dont la ligne de `{ $table }` reste : avec elle, le stockage modifierait des lignes de `{ $child }` (ON UPDATE), qui peuvent être à d’autres et qu’aucun plan ne compte
finding-carries-others-help = faites refuser le stockage (ON UPDATE NO ACTION) ou renvoyez à un numéro de la ligne ; indiquez `erase = "keep"` pour la colonne si elle ne dit rien de personne
finding-circle = { $tables } renvoient les unes aux autres en cercle par des références jamais vides : leurs lignes ne peuvent partir qu’ensemble
finding-circle-help = rien, tant que le stockage vérifie ces références à la fin d’une transaction
finding-closed-circle = { $tables } renvoient les unes aux autres en cercle par des références jamais vides, et le stockage les vérifie aussitôt : leurs lignes ne peuvent pas partir
finding-closed-circle-help = rendez l’une des références différable (DEFERRABLE), ou permettez que ses colonnes soient vides
finding-triggers = a des déclencheurs ou des règles de la base ({ $names }) : ils agissent quand un effacement modifie ou supprime des lignes ici, et aucun plan ne dit ce qu’ils écrivent ailleurs, des copies dans un journal par exemple
finding-triggers-help = regardez ce qu’ils écrivent, et veillez à ce qu’ils ne copient pas de données personnelles et ne modifient rien des autres ; de telles copies ne se trouvent qu’en lisant tous les stockages en entier (`abide requests work --sweep`, `abide serve --edit`)
finding-neutral-value = serait vidée là où une ligne de `{ $table }` reste sans sa personne, mais ne peut pas être vide : elle reçoit une valeur neutre (texte vide, zéro)
finding-neutral-value-help = dites dans `erase` ce qu’elle devient, ou permettez que la colonne soit vide
finding-no-neutral-value = doit recevoir une autre valeur là où une ligne de `{ $table }` reste sans sa personne, mais on ne connaît dans son type (`{ $type }`) aucune valeur qui ne dise rien : le stockage refuserait, et quelqu’un devrait le faire à la main
finding-no-neutral-value-help = dites `erase = "keep"` si elle ne dit rien sans le reste, ou permettez que la colonne soit vide
finding-refused-by-rule = un effacement y écrirait ce que la règle `{ $rule }` du stockage refuse ({ $count } lignes essayées sur { $of }) : il ne changerait rien, et une personne devrait le faire
finding-refused-by-rule-help = faites que la règle admette ce qui serait écrit, ou dites avec `erase` ce qu’elle admet : `unique`, `month`, `redact`, ou `keep` si cela ne dit rien ; ou permettez que la colonne soit vide
finding-untried-rule = on n’a pas pu savoir si des règles du stockage ({ $names }) refusent ce qu’un effacement y écrirait
finding-untried-rule-help = essayez un effacement sur une copie du stockage, ou comparez les règles avec ce que la carte dit sous `erase`
finding-no-policy = la politique `{ $policy }` n’est pas disponible : ce que ses déclarations disent de ce stockage n’a pas été vérifié
finding-no-policy-help = nommez dans la carte une politique du site
finding-no-statement = contient des données de personnes, mais ne nomme aucune déclaration de la politique : rien ne dit pourquoi elles sont gardées, ni combien de temps
finding-no-statement-help = ajoutez `statement` à la table ou à chacune de ses colonnes
finding-undeclared-data = contient `{ $data }`, que la déclaration `{ $statement }` ne mentionne pas
finding-undeclared-data-help = ajoutez `{ $data }` aux données de la déclaration, ou nommez la déclaration qui le mentionne
finding-other-statement = contient des données personnelles ({ $kind } dans { $count } valeurs sur { $of } examinées) de la catégorie `{ $category }`, que la déclaration `{ $statement }` ne mentionne pas, alors que d’autres le font
finding-other-statement-help = nommez la déclaration qui couvre la colonne, ou ajoutez les données à celle-ci
finding-undeclared-category = contient des données personnelles ({ $kind } dans { $count } valeurs sur { $of } examinées) de la catégorie `{ $category }`, qu’aucune déclaration de la politique ne mentionne
finding-undeclared-category-help = mentionnez ces données dans une déclaration de la politique, ou cessez de les garder
finding-overdue = { $count } lignes sur { $of } sont plus anciennes que ne le permet la déclaration `{ $statement }` ({ $period }) : la plus ancienne est du { $oldest }
finding-overdue-help = effacez-les ou anonymisez-les, et faites-le régulièrement
finding-kept-forever = des lignes de `{ $table }` sont gardées pour `{ $statement }`, mais aucune colonne ne dit à partir de quel jour court la durée : elles le seraient pour toujours
finding-kept-forever-help = ajoutez `{ $key }` avec la colonne du jour à partir duquel court la durée
finding-no-age = sa déclaration `{ $statement }` fixe une durée ({ $period }), mais aucune colonne ne dit à partir de quel jour elle court : son âge n’a pas été vérifié
finding-no-age-help = ajoutez `{ $key }` avec cette colonne, s’il y en a une
finding-uncovered-files = { $n ->
    [one] contient un fichier qui n’est d’aucune table de la carte ({ $names })
   *[other] contient { $count } fichiers qui ne sont d’aucune table de la carte ({ $names })
} : aucune demande ne trouve ce qu’ils contiennent
finding-uncovered-files-help = citez-les comme tables (`abide map discover` en propose), ou rangez-les ailleurs s’ils ne concernent personne
finding-stored-views = contient des vues matérialisées ({ $names }) : ce sont des copies, qui gardent ce qui a été effacé jusqu’à ce qu’elles soient rafraîchies
finding-stored-views-help = laissez le compte les rafraîchir après les effacements (elles doivent être à lui, ou il lui faut `MAINTAIN`), ou faites-le faire régulièrement
finding-foreign-tables = contient des tables étrangères ({ $names }) : leurs lignes sont sur un autre serveur, et aucune demande ne les trouve
finding-foreign-tables-help = citez ce serveur comme un stockage à part s’il contient des données de personnes
finding-large-objects = contient { $n ->
    [one] { $count } grand objet
   *[other] { $count } grands objets
} de PostgreSQL{ $named ->
    [0] {""}
   *[other] , que des lignes nomment par leur numéro ({ $names })
} : ils ne sont dans aucune table, donc aucune copie n’a leur contenu, aucun examen ne les lit, et ils restent quand les lignes partent
finding-large-objects-help = gardez le contenu dans des colonnes de type `bytea` ou `text` ; d’ici là, faites-les supprimer avec leurs lignes par un déclencheur (`lo_manage`), ou à la main (`vacuumlo`)
finding-word-indexes = contient des index de texte intégral sans leur texte ({ $names }) : les mots des personnes effacées y restent, et aucun examen ne peut les lire
finding-word-indexes-help = refaites-les après les effacements, ou tenez-les avec leur texte (sans `content=''`), pour que les lignes puissent être trouvées et effacées
finding-no-backups = la carte ne dit pas combien de temps durent les sauvegardes de ce stockage : ni les demandes closes ni les lettres ne nomment de jour où ce qui a été effacé en aura disparu aussi
finding-no-backups-help = dites-le dans `backups` sous `[store]` (par exemple `30 days`), en couvrant aussi les journaux de la base de données s’ils sont gardés
