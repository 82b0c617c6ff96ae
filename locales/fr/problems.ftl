# Tous les problèmes : ce que c’est, ce qui est dit, ce qu’il faut faire, et pourquoi.

problem-file-size = le fichier compte { $size } octets, mais { $max } au plus sont lus
    .title = un fichier trop volumineux
    .help = divisez-le, ou retirez ce qui n’a pas sa place dans une politique
    .why = Une limite empêche qu’un fichier erroné ou hostile n’épuise la mémoire.

problem-file-encoding = le fichier n’est pas du texte UTF-8 : l’octet { $offset } est illisible
    .title = un fichier qui n’est pas en UTF-8
    .help = enregistrez-le de nouveau en UTF-8 (la plupart des éditeurs emploient ce nom)
    .why = Des noms et des textes en cinq langues demandent un seul codage ; UTF-8 est le seul que lisent TOML et Abide.

problem-file-name = le fichier `{ $file }` ne convient pas : { $problem }
    .title = un fichier nommé dans le fichier de site est inutilisable
    .help = indiquez un fichier de politique situé dans le dossier du site
    .why = Le fichier de site énumère les fichiers de politique publiés ; chacun doit exister dans son dossier.

problem-toml-syntax = { $message }
    .title = TOML non valide
    .help = { "" }
    .why = À cet endroit, le fichier n’a pas pu être lu comme du TOML. Ce qui suit l’erreur a tout de même été vérifié quand c’était possible.

problem-key-unknown = la clé `{ $key }` est inconnue dans { $table }
    .title = une clé inconnue
    .help = retirez-la, ou consultez dans le schéma les clés prévues pour { $table }
    .why = Une clé que personne ne lit est une promesse que personne ne tient : rien dans le fichier ne doit se perdre en silence.

problem-key-missing = il manque `{ $key }` dans { $table }
    .title = une clé nécessaire manque
    .help = ajoutez `{ $key } = …` : { $doc }
    .why = Sans elle, la politique ne peut pas être publiée, ou laisserait des personnes sans une réponse qui leur est due.

problem-value-type = `{ $key }` doit être { $expected }, et non { $found }
    .title = une valeur du mauvais type
    .help = { "" }
    .why = Chaque clé n’accepte qu’un type de valeur ; le schéma les énumère.

problem-value-word = `{ $value }` n’est pas { $kind }
    .title = un mot hors de la liste
    .help = au choix : { $words }
    .why = Finalités, destinataires, catégories et autres mots forment des listes fermées, pour que chaque lecteur, personne ou programme, comprenne la même chose.

problem-value-format = `{ $value }` n’est pas { $expected } : { $hint }
    .title = une valeur illisible
    .help = { "" }
    .why = La valeur n’a pas la forme que cette clé demande.

problem-value-empty = `{ $key }` est vide
    .title = une valeur vide
    .help = renseignez-la, ou retirez la clé
    .why = Une valeur vide ne dit rien et serait publiée comme telle.

problem-value-control = `{ $key }` contient un caractère de contrôle
    .title = des caractères de contrôle dans un texte
    .help = retirez-le ; les retours à la ligne ne sont admis que dans les textes longs
    .why = Les caractères de contrôle peuvent casser les en-têtes, les tableaux et les pages où le texte est publié.

problem-value-length = `{ $key }` compte { $length } caractères, { $max } au plus sont publiés
    .title = un texte trop long
    .help = raccourcissez-le
    .why = Des limites gardent les pages lisibles et les en-têtes dans ce que les serveurs acceptent.

problem-id-duplicate = { $kind } `{ $id }` figure deux fois
    .title = deux choses sous un même nom
    .help = donnez un autre nom à l’une des deux
    .why = Les décisions, les diagnostics et d’autres parties du fichier désignent les choses par leur nom ; un nom ne doit désigner qu’une chose.

problem-reference-unknown = { $kind } `{ $id }` n’existe pas
    .title = un nom que rien ne porte
    .help = définissez cet élément, ou corrigez le nom
    .why = Le fichier renvoie à quelque chose qu’il ne définit pas.

problem-region-unknown = `{ $region }` n’est pas une région de { $country }
    .title = une région que le pays n’a pas
    .help = l’une de : { $known } ; ou supprimez-la
    .why = Les jours fériés de la région reportent le dernier jour pour répondre à une demande. Ceux d’une région qui n’existe pas ne peuvent pas être pris en compte ; le pays est celui dont le droit régit la première politique du site.
problem-zone-unknown = `{ $zone }` n’est pas un fuseau horaire
    .title = un fuseau horaire que personne ne connaît
    .help = écrivez-le comme la base de données tz, par exemple `America/New_York` ; ou supprimez-le
    .why = Minuit ne tombe pas partout au même moment, et de lui dépendent le jour de réception, le nombre de jours restants et le retard. Un fuseau mal écrit ferait compter, sans le dire, selon d’autres horloges.
problem-text-language = { $place } n’est pas rédigé en { $languages }
    .title = un texte manque dans une langue promise
    .help = rédigez-le, ou retirez la langue de `languages` : d’ici là, la politique n’est pas publiée dans cette langue
    .why = Une politique ne paraît dans une langue que si tous les textes de l’organisation y existent ; une traduction à moitié faite laisserait les lecteurs deviner.

problem-text-count = le texte annonce { $said } { $what }, mais le compte est de { $counted }
    .title = un nombre du texte ne correspond pas au fichier
    .help = corrigez le texte ou le fichier
    .why = Les personnes se fient au texte. Un nombre que le reste de la politique contredit rend faux l’un des deux.

problem-text-purpose = le texte { $said } { $purpose }, mais { $fact }
    .title = une finalité du texte ne correspond pas aux déclarations
    .help = corrigez le texte ou les déclarations
    .why = Les personnes se fient au texte. Une finalité exclue dans le texte et prévue dans une déclaration, ou l’inverse, rend faux l’un des deux.

problem-policy-name-missing = la politique n’a pas de nom
    .title = une politique sans nom
    .help = ajoutez `name="…"`
    .why = Un fichier de référence et d’autres politiques du même fichier la désignent par son nom (P3P 1.0 § 3.2.2).

problem-policy-name-dup = le nom `{ $name }` est employé deux fois
    .title = deux politiques sous un même nom
    .help = donnez à chaque politique son propre nom
    .why = Un renvoi à ce nom serait ambigu (P3P 1.0 § 3.2.2).

problem-policy-discuri-missing = la politique ne dit pas où les personnes peuvent la lire
    .title = pas d’adresse où lire la politique
    .help = ajoutez `discuri="https://…"`
    .why = Toute politique P3P renvoie à son texte destiné aux personnes (P3P 1.0 § 3.2.2).

problem-policy-opturi-missing = { $place } propose un choix ({ $choice }), mais la politique n’a pas d’adresse où l’exercer
    .title = des choix sans endroit où les exercer
    .help = ajoutez l’adresse : `choices = "https://…"` sous `[policy]` (`opturi` en P3P)
    .why = Un accord ou un refus que personne ne peut exprimer n’existe pas (P3P 1.0 § 3.2.2 ; RGPD, art. 7.3).

problem-policy-discuri-relative = `{ $value }` n’est pas une adresse web complète
    .title = une adresse qui n’est pas absolue
    .help = écrivez-la avec `https://` et l’hôte
    .why = Les agents utilisateurs affichent l’adresse ailleurs que sur la page où ils l’ont trouvée.

problem-entity-missing = la politique ne dit pas qui est responsable
    .title = pas d’entité
    .help = ajoutez une ENTITY avec nom et coordonnées
    .why = Les personnes doivent savoir à qui elles ont affaire (P3P 1.0 § 3.2.4 ; RGPD, art. 13.1.a).

problem-entity-noname = l’entité n’a pas de nom
    .title = une entité sans nom
    .help = ajoutez sa dénomination légale
    .why = Les personnes doivent savoir à qui elles ont affaire (P3P 1.0 § 3.2.4 ; RGPD, art. 13.1.a).

problem-entity-nocontact = l’entité n’a ni adresse postale, ni téléphone, ni e-mail, ni adresse web
    .title = une entité injoignable
    .help = ajoutez au moins un moyen de la joindre
    .why = Un nom sans moyen de joindre l’entité n’aide personne (P3P 1.0 § 3.2.4 ; RGPD, art. 13.1.a).

problem-entity-badref = `{ $name }` ne peut pas décrire une entité
    .title = une entité décrite par autre chose que des données d’organisation
    .help = employez des éléments de `business.*`
    .why = L’entité se décrit uniquement par des éléments de l’ensemble `business` (P3P 1.0 § 3.2.4).

problem-access-missing = la politique ne dit pas quel accès ont les personnes
    .title = rien n’est dit de l’accès
    .help = ajoutez au choix : { $words }
    .why = Toute politique indique exactement un type d’accès (P3P 1.0 § 3.2.5).

problem-access-multiple = la politique indique plus d’un type d’accès
    .title = plusieurs types d’accès
    .help = n’en gardez qu’un
    .why = Toute politique indique exactement un type d’accès (P3P 1.0 § 3.2.5).

problem-access-nonident-conflict = l’accès est `nonident`, mais { $statement } collecte des données { $categories }
    .title = pas d’accès, alors que des personnes sont identifiables
    .help = indiquez quel accès ont les personnes : `access = "{ $proposal }"`
    .why = `nonident` affirme qu’aucune donnée identifiable n’est collectée. Or des coordonnées identifient des personnes, et celles-ci ont un droit d’accès (P3P 1.0 § 3.2.5 ; RGPD, art. 15).

problem-access-none-law = l’accès est `none`, mais { $statement } collecte des données sur des personnes
    .title = pas d’accès, alors que la loi le donne
    .help = indiquez quel accès ont les personnes : `access = "{ $proposal }"`
    .why = Là où le RGPD s’applique, les personnes ont un droit d’accès qu’une politique ne peut pas exclure (art. 15).

problem-disputes-none = la politique n’indique aucun moyen de régler un litige
    .title = aucun moyen de régler un litige
    .help = ajoutez un `[[dispute]]` : service client, autorité ou loi applicable
    .why = Les personnes devraient savoir à qui s’adresser quand une promesse n’a pas été tenue (P3P 1.0 § 3.2.6).

problem-disputes-service = l’entrée sur les litiges ne dit pas où s’adresser
    .title = une entrée sur les litiges sans adresse
    .help = ajoutez `service="https://…"`
    .why = L’attribut `service` est obligatoire (P3P 1.0 § 3.2.6).

problem-disputes-type = `{ $value }` n’est pas un type de règlement des litiges
    .title = une entrée sur les litiges d’un type inconnu
    .help = au choix : { $words }
    .why = Le type de règlement est obligatoire et la liste est fermée (P3P 1.0 § 3.2.6).

problem-disputes-remedies-none = { $place } ne dit pas ce qui est proposé
    .title = une entrée sur les litiges sans réparation
    .help = ajoutez `remedies` : `correct`, `money`, `law`
    .why = Chaque moyen de régler un litige devrait dire à quoi il aboutit (P3P 1.0 § 3.2.7).

problem-statement-none = la politique n’a aucune déclaration : elle affirme qu’aucune donnée n’est collectée
    .title = une politique sans déclarations
    .help = ajoutez un `[[statement]]` par groupe de données, si des données sont collectées
    .why = Une politique sans déclarations promet que rien n’est collecté. Un simple journal d’accès suffit à rompre cette promesse (P3P 1.0 § 3.3).

problem-statement-purpose-missing = { $statement } ne dit pas à quoi servent les données
    .title = une déclaration sans finalité
    .help = ajoutez au moins une finalité
    .why = Chaque déclaration indique finalités, destinataires, conservation et données (P3P 1.0 § 3.3.1 ; RGPD, art. 13.1.c).

problem-statement-recipient-missing = { $statement } ne dit pas qui reçoit les données
    .title = une déclaration sans destinataire
    .help = ajoutez au moins un destinataire, `ours` pour vous-même
    .why = Chaque déclaration indique finalités, destinataires, conservation et données (P3P 1.0 § 3.3.1 ; RGPD, art. 13.1.e).

problem-statement-retention-missing = { $statement } ne dit pas combien de temps les données restent
    .title = une déclaration sans durée de conservation
    .help = ajoutez un type de conservation
    .why = Chaque déclaration indique finalités, destinataires, conservation et données (P3P 1.0 § 3.3.1 ; RGPD, art. 13.2.a).

problem-statement-data-missing = { $statement } ne dit pas de quelles données il s’agit
    .title = une déclaration sans données
    .help = ajoutez au moins un élément de données
    .why = Chaque déclaration indique finalités, destinataires, conservation et données (P3P 1.0 § 3.3.1).

problem-statement-nonident-conflict = { $statement } se dit anonyme, mais ses données relèvent des catégories { $categories }
    .title = des données anonymes qui identifient
    .help = retirez ces données, ou n’affirmez pas `{ $claim }`
    .why = Des coordonnées, des données financières ou des numéros attribués par l’État identifient des personnes ; les dire anonymes est inexact (P3P 1.0 § 3.3.3 ; RGPD, considérant 26).

problem-statement-nonident-unique = { $statement } se dit anonyme, mais { $data } porte un identifiant unique
    .title = des données anonymes avec un identifiant unique
    .help = dites comment l’identifiant est tronqué avant la conservation et assumez l’avertissement, ou n’affirmez pas `{ $claim }`
    .why = Un identifiant unique permet de distinguer et de suivre des personnes ; ce n’est pas anonyme (RGPD, considérant 26).

problem-purpose-required-forbidden = `{ $word }` ne peut pas comporter de choix
    .title = un choix là où il ne peut y en avoir
    .help = retirez-le : `{ $word } = "always"`
    .why = Fournir ce que la personne a demandé, et nous-mêmes comme destinataire, sont sans choix dans le vocabulaire de P3P (P3P 1.0 § 3.3.4, § 3.3.5).

problem-purpose-required-value = `{ $value }` n’est pas un choix
    .title = un choix inconnu
    .help = au choix : { $words }
    .why = P3P connaît trois valeurs de `required` (P3P 1.0 § 3.3.4).

problem-purpose-other-text = { $statement } emploie `other-purpose` sans dire laquelle
    .title = une autre finalité sans explication
    .help = ajoutez une description
    .why = Une finalité hors de la liste doit être expliquée en mots (P3P 1.0 § 3.3.4).

problem-category-other-text = `{ $data }` emploie `other-category` sans dire laquelle
    .title = une autre catégorie sans explication
    .help = ajoutez un texte `other-category`
    .why = Une catégorie hors de la liste doit être expliquée en mots (P3P 1.0 § 3.4).

problem-retention-timetable = { $statement } conserve des données en invoquant { $kind }, sans en donner la règle
    .title = pas de calendrier d’effacement
    .help = indiquez une durée (`period`), ou la loi ou la pratique comme motif (`reason`)
    .why = Lorsque la conservation suit une loi, une pratique de l’organisation ou l’histoire, le texte destiné aux personnes doit donner le calendrier (P3P 1.0 § 3.3.6 ; RGPD, art. 13.2.a).

problem-retention-period-missing = { $statement } conserve des données sur des personnes sans indiquer de durée
    .title = pas de durée réelle
    .help = ajoutez `period = "30 days"` ou une autre durée réelle, ou les critères dans `reason`
    .why = Les personnes doivent connaître la durée ou les critères qui la déterminent (RGPD, art. 13.2.a) ; une conservation sans limite est contraire à l’art. 5.1.e.

problem-retention-period-kind = { $statement } associe la conservation `{ $kind }` à une durée de `{ $period }` : { $reason }
    .title = une durée qui contredit son type
    .help = changez le type ou la durée
    .why = Les programmes lisent le type, les personnes lisent la durée ; les deux doivent dire la même chose (P3P 1.0 § 3.3.6).

problem-retention-indefinite = { $statement } conserve sans limite des données sur des personnes
    .title = des données personnelles sans fin
    .help = indiquez une durée, ou `anonymous = true` s’il ne reste rien de personnel
    .why = Conserver sans limite des données à caractère personnel est contraire à la limitation de la conservation (RGPD, art. 5.1.e).

problem-data-ref-unknown = l’élément de données `{ $name }` n’existe pas
    .title = un élément de données inconnu
    .help = employez un élément du schéma de base, ou définissez-le avec `[[data]]`
    .why = Les déclarations désignent les données par le schéma de base ou par les éléments propres à l’organisation (P3P 1.0 § 3.3.7, § 5).

problem-data-ref-syntax = { $message }
    .title = un nom qui n’est pas celui d’un élément de données
    .help = { "" }
    .why = Les éléments de données ont des noms à points, comme `user.home-info.postal` (P3P 1.0 § 5.2).

problem-data-duplicate = `{ $name }` est nommé deux fois dans { $statement }
    .title = deux fois la même donnée
    .help = retirez-en une
    .why = Le dire deux fois n’ajoute rien et cache laquelle compte.

problem-data-category-missing = il faut indiquer les catégories de `{ $name }`
    .title = une donnée sans catégorie
    .help = ajoutez `categories`, par exemple `["uniqueid", "state"]`
    .why = Cet élément peut contenir n’importe quoi ; la politique doit donc dire ce qu’il contient (P3P 1.0 § 5.7).

problem-data-category-forbidden = `{ $name }` a des catégories fixes : { $categories }
    .title = des catégories que fixe le schéma
    .help = retirez `categories` ici
    .why = Le schéma fixe les catégories de cet élément ; une politique ne peut pas les changer (P3P 1.0 § 5.7).

problem-data-value-misplaced = `{ $name }` porte une valeur
    .title = une valeur là où il ne peut y en avoir
    .help = retirez le texte ; seules les données de l’entité portent des valeurs
    .why = Une politique dit quelles données sont collectées, jamais de qui (P3P 1.0 § 3.3.7).

problem-data-redefined = `{ $name }` est un élément du schéma de base
    .title = un élément propre qui existe déjà
    .help = choisissez un autre nom
    .why = Les éléments du schéma de base et leurs catégories sont fixes (P3P 1.0 § 5.6).

problem-data-unused = `{ $name }` est défini, mais aucune déclaration ne le collecte
    .title = un élément propre qu’aucune déclaration ne nomme
    .help = nommez-le dans une déclaration, ou retirez-le
    .why = Ou bien la donnée est collectée, et une déclaration doit le dire ; ou bien la définition est un reste.

problem-dup-purpose = `{ $word }` figure deux fois dans { $statement }
    .title = deux fois la même finalité
    .help = retirez-en une
    .why = Deux entrées peuvent se contredire sur le choix (P3P 1.0 § 3.3.4).

problem-dup-recipient = `{ $word }` figure deux fois dans { $statement }
    .title = deux fois le même destinataire
    .help = retirez-en un
    .why = Deux entrées peuvent se contredire sur le choix (P3P 1.0 § 3.3.5).

problem-dup-category = `{ $word }` figure deux fois
    .title = deux fois la même catégorie
    .help = retirez-en une
    .why = Le dire deux fois n’ajoute rien (P3P 1.0 § 3.4).

problem-basis-missing = { $statement } ne dit pas sur quelle base juridique des données sur des personnes servent à { $purposes }
    .title = pas de base juridique
    .help = ajoutez `basis`, par exemple `basis = "contract"`
    .why = Les personnes doivent connaître la base juridique de chaque finalité (RGPD, art. 6 et 13.1.c).

problem-basis-consent-choice = { $statement } utilise des données pour `{ $purpose }` sur la base du consentement, mais le choix est `{ $choice }`
    .title = un consentement sans accord préalable
    .help = écrivez `{ $purpose } = "opt-in"`, ou choisissez une autre base
    .why = Le consentement est un acte libre qui précède l’usage : ni le silence ni une case cochée d’avance n’en sont un (RGPD, art. 4.11 et 7, considérant 32).

problem-basis-consent-current = { $statement } utilise des données pour `current` sur la base du consentement, mais `current` n’admet pas de choix
    .title = un consentement là où aucun choix n’est possible
    .help = choisissez une autre base, par exemple `contract`, ou indiquez par une autre finalité à quoi l’on consent
    .why = Un consentement suppose un choix (art. 4.11 et 7 du RGPD), et le vocabulaire de P3P n’en prévoit pas pour ce que la personne a demandé (P3P 1.0 §3.3.4).

problem-basis-interests-missing = { $statement } se fonde sur des intérêts légitimes sans les nommer
    .title = des intérêts légitimes non précisés
    .help = ajoutez `interests`
    .why = Les personnes doivent connaître les intérêts poursuivis (RGPD, art. 13.1.d).

problem-basis-special-missing = { $statement } utilise des données { $categories } sans base pour les catégories particulières
    .title = des catégories particulières sans base
    .help = ajoutez `special-ground`, par exemple `"explicit-consent"`
    .why = Les données de santé et celles qui portent sur la politique, la religion ou une appartenance ne peuvent être utilisées que sur une base de l’art. 9.2 (RGPD).

problem-consent-marketing = { $statement } utilise des coordonnées pour `{ $purpose }` sans laisser de choix
    .title = de la prospection sans choix
    .help = passez à `opt-in` ; `opt-out` ne suffit que pour vos propres produits analogues, auprès de clients existants
    .why = La prospection non sollicitée exige un consentement préalable, avec une exception étroite pour les clients existants, et les personnes peuvent toujours s’y opposer (directive 2002/58/CE, art. 13 ; RGPD, art. 21.2 et 21.3).

problem-consent-storage = { $statement } prévoit un stockage dans le navigateur ({ $storage }) pour { $purposes } sans consentement
    .title = un stockage dans le navigateur sans consentement
    .help = passez ces finalités à `opt-in`
    .why = Enregistrer dans un navigateur, ou y lire, ce qui n’est pas strictement nécessaire au service demandé exige un consentement préalable (directive 2002/58/CE, art. 5.3).

problem-objection-basis = { $statement } permet de refuser `{ $purpose }`, mais sa base juridique est `{ $basis }`
    .title = une possibilité de refus sans la base qui va avec
    .help = vérifiez la base : une possibilité de refus va d’ordinaire avec `legitimate-interests`
    .why = Le droit d’opposition est lié aux intérêts légitimes et aux missions d’intérêt public (RGPD, art. 21) ; sur une autre base, la possibilité de refus promet ce que la base ne donne pas.

problem-decision-automated-missing = { $statement } prend des décisions sur des personnes sans l’expliquer
    .title = des décisions automatisées non expliquées
    .help = ajoutez `automated-decision` : la logique, l’importance, les conséquences
    .why = Les personnes doivent connaître la logique et les conséquences des décisions automatisées (RGPD, art. 13.2.f et 22).

problem-subject-missing = { $statement } ne dit pas de qui sont les données
    .title = de qui sont les données
    .help = ajoutez `subjects`
    .why = Le registre des activités de traitement énumère les catégories de personnes concernées (RGPD, art. 30.1.c).

problem-source-missing = { $statement } ne dit pas d’où viennent les données
    .title = d’où viennent les données
    .help = ajoutez `sources`
    .why = Les personnes doivent connaître la source des données qu’elles n’ont pas fournies elles-mêmes (RGPD, art. 14.2.f).

problem-obligation-missing = { $statement } repose sur un contrat ou une loi sans dire si les personnes doivent fournir les données
    .title = si les personnes doivent fournir les données
    .help = ajoutez `obligation` : si c’est nécessaire, et ce qui se passe sinon
    .why = Les personnes doivent en être informées (RGPD, art. 13.2.e).

problem-rights-missing = la politique ne dit pas comment les personnes exercent leurs droits
    .title = comment les personnes exercent leurs droits
    .help = ajoutez `[rights]` avec une adresse web ou e-mail
    .why = Les personnes doivent connaître leurs droits et pouvoir les exercer facilement (RGPD, art. 12.2 et 13.2.b).

problem-authority-missing = la politique n’indique pas l’autorité de contrôle
    .title = pas d’autorité de contrôle
    .help = ajoutez `[authority]`
    .why = Les personnes doivent savoir qu’elles peuvent introduire une réclamation auprès d’une autorité de contrôle (RGPD, art. 13.2.d).

problem-security-missing = la politique n’indique aucune mesure de sécurité
    .title = pas de mesures de sécurité
    .help = ajoutez `[security]` avec `measures`
    .why = Le registre des activités de traitement décrit, dans la mesure du possible, les mesures techniques et organisationnelles (RGPD, art. 30.1.g, 30.2.d et 32).

problem-representative-missing = l’entité, établie dans un pays tiers pour { $area } ({ $country }), n’indique aucun représentant
    .title = pas de représentant
    .help = ajoutez `[entity.representative]` si vous visez des personnes de ce territoire : { $area }
    .why = Un responsable du traitement ou un sous-traitant établi au-dehors, qui vise des personnes au-dedans, désigne un représentant (RGPD, art. 27).

problem-processing-missing = la politique est celle d’un sous-traitant, mais ne dit rien du traitement pour les clients
    .title = ce qu’un sous-traitant doit à ses clients
    .help = ajoutez `[processing]`
    .why = Le contrat entre le responsable du traitement et le sous-traitant règle les instructions, l’assistance, l’effacement et les audits (RGPD, art. 28.3).

problem-processing-role = la politique est celle d’un responsable du traitement, mais contient `[processing]`
    .title = un responsable du traitement avec les obligations d’un sous-traitant
    .help = retirez cette partie, ou écrivez `role = "processor"`
    .why = L’art. 28 parle de ceux qui traitent des données pour le compte d’autrui.

problem-transfer-ground-missing = { $place } : pays tiers pour { $area } ({ $country }), et aucune base de transfert n’est indiquée
    .title = un transfert sans base
    .help = ajoutez `transfer.ground = "standard-clauses"` avec son `transfer.document`, ou une autre base
    .why = Des données à caractère personnel ne peuvent aller dans un pays tiers que sur une base du chapitre V du RGPD, et les personnes doivent la connaître (art. 13.1.f et 44 à 49).

problem-transfer-adequacy-none = { $place } repose sur une décision d’adéquation, mais { $area } n’en a pas pour { $country } au { $date }
    .title = une adéquation qui n’existe pas
    .help = choisissez une autre base
    .why = Un transfert fondé sur l’adéquation suppose une décision en vigueur (RGPD, art. 45).

problem-region-missing = la politique ne dit pas où les données sont conservées
    .title = où les données sont conservées
    .help = ajoutez une `[[region]]` avec son pays
    .why = Les personnes doivent être informées des transferts, et les clients choisissent une région ; les unes et les autres ont besoin de savoir où sont les données.

problem-cookie-none = { $statement } couvre `{ $data }`, mais aucun `[[cookie]]` n’y est rattaché
    .title = une déclaration de cookies sans cookies
    .help = énumérez chaque cookie ou autre stockage, ou retirez la donnée
    .why = Les personnes doivent savoir quels cookies existent et combien de temps ils restent (directive 2002/58/CE, art. 5.3 ; CJUE, C-673/17).

problem-cookie-data = le cookie `{ $cookie }` est rattaché à une déclaration sans `{ $data }` : { $statement }
    .title = un cookie dont la déclaration ne mentionne pas de cookies
    .help = nommez la donnée dans cette déclaration, ou choisissez une autre déclaration
    .why = La déclaration qui couvre un cookie doit indiquer ce qu’il enregistre.

problem-cookie-lifetime = le cookie `{ $cookie }` reste `{ $lifetime }`, mais { $statement } conserve les données `{ $period }`
    .title = un cookie qui survit à sa déclaration
    .help = raccourcissez la vie du cookie, ou allongez la durée
    .why = Ce que contient le cookie fait partie des données de sa déclaration et ne peut pas rester plus longtemps.

problem-sub-processor-change = la politique prévoit des sous-traitants ultérieurs, mais ne dit pas combien de temps avant un changement les clients sont prévenus
    .title = pas de préavis avant un changement de sous-traitant ultérieur
    .help = ajoutez `change-notice = "30 days"` sous `[processing]`
    .why = Un sous-traitant informe le responsable du traitement des changements prévus, pour qu’il puisse émettre des objections (RGPD, art. 28.2).

problem-acknowledge-unused = rien sous `{ $at }` ne provoque `{ $code }`
    .title = un avertissement assumé qui n’existe pas
    .help = retirez l’entrée
    .why = Un avertissement assumé par le passé cacherait le problème s’il revenait.

problem-acknowledge-code = `{ $code }` ne peut pas être assumé : { $reason }
    .title = un problème qui ne peut pas être assumé
    .help = corrigez le code, ou réglez le problème
    .why = Seuls les avertissements peuvent être assumés ; une erreur empêche la publication jusqu’à ce qu’elle soit réglée.

problem-version-changed = la version `{ $version }` de `{ $name }` est déjà publiée avec un autre texte
    .title = une version publiée a été modifiée
    .help = donnez au texte modifié une nouvelle `version` : d’ici là, c’est un brouillon
    .why = Une version publiée ne change jamais, pour que chacun puisse se fier à ce qui était promis à l’époque.

problem-version-order = la version `{ $version }` prend effet le { $date }, avant la version `{ $earlier }` déjà publiée
    .title = une version hors de l’ordre
    .help = vérifiez `effective`
    .why = Une version ultérieure qui prendrait effet plus tôt changerait le passé.

problem-ext-mandatory-unknown = une EXTENSION qui n’est pas facultative ne peut pas être comprise
    .title = une extension obligatoire
    .help = rendez-la facultative, ou retirez-la
    .why = Une politique dont une extension obligatoire est inconnue d’un agent utilisateur est inutilisable (P3P 1.0 § 3.5).

problem-xml-wellformed = { $message }
    .title = XML mal formé
    .help = { "" }
    .why = À cet endroit, le fichier n’a pas pu être lu comme du XML.

problem-xml-entity = les types de document et les entités sont refusés
    .title = un type de document ou une entité
    .help = retirez le DOCTYPE ; écrivez les caractères eux-mêmes
    .why = L’expansion des entités et les entités externes servent à attaquer les lecteurs ; aucun fichier P3P n’en a besoin.

problem-xml-limit = le document dépasse une limite : { $what } (au plus { $max })
    .title = au-delà d’une limite
    .help = réduisez-le
    .why = Des limites empêchent qu’un fichier erroné ou hostile n’épuise la mémoire.

problem-ns-unknown = l’élément racine `{ $element }` n’est pas de P3P
    .title = pas un document P3P
    .help = employez META, POLICIES, POLICY ou DATASCHEMA dans l’espace de noms `http://www.w3.org/2002/01/P3Pv1`
    .why = L’espace de noms dit dans quel langage le document est écrit (P3P 1.0 § 3.1).

problem-struct-order = `{ $element }` ne peut pas venir après `{ $after }`
    .title = des éléments dans le mauvais ordre
    .help = remontez-le
    .why = L’ordre des éléments est fixe (P3P 1.0 § 3).

problem-struct-unknown = `{ $element }` est inconnu dans `{ $parent }`
    .title = un élément inconnu
    .help = retirez-le, ou placez-le dans une EXTENSION
    .why = Ce que P3P ne connaît pas a sa place dans une EXTENSION (P3P 1.0 § 3.5).

problem-struct-duplicate = `{ $element }` ne peut figurer qu’une fois dans `{ $parent }`
    .title = deux fois le même élément
    .help = retirez-en un
    .why = Si un élément figure deux fois, on ne sait pas lequel compte.

problem-struct-missing = il manque `{ $element }` dans `{ $parent }`
    .title = un élément nécessaire manque
    .help = ajoutez-le
    .why = Sans lui, le document est incomplet.

problem-attr-missing = il manque `{ $attribute }` à `{ $element }`
    .title = un attribut nécessaire manque
    .help = ajoutez-le
    .why = Sans lui, l’élément ne dit rien.

problem-attr-unknown = `{ $element }` n’a pas d’attribut `{ $attribute }`
    .title = un attribut inconnu
    .help = retirez-le
    .why = Les agents utilisateurs ignorent ce qu’ils ne connaissent pas ; un attribut mal écrit est perdu.

problem-attr-value = `{ $value }` n’est pas une valeur de `{ $attribute }`
    .title = un attribut avec une mauvaise valeur
    .help = { $expected }
    .why = La valeur n’a pas la forme que donne la spécification.

problem-prf-about-missing = le POLICY-REF ne dit pas de quelle politique il s’agit
    .title = une référence sans politique
    .help = ajoutez `about="…#name"`
    .why = Sans elle, il ne renvoie à rien (P3P 1.0 § 2.3.2.4).

problem-prf-policy-unresolved = aucune politique de ce fichier ne s’appelle `{ $name }`
    .title = une référence à une politique absente
    .help = corrigez `about`, ou ajoutez la politique
    .why = Un agent utilisateur ne trouverait aucune politique (P3P 1.0 § 2.3.2.4).

problem-prf-exclude-noinclude = EXCLUDE sans INCLUDE n’exclut rien
    .title = une exclusion de rien
    .help = ajoutez un INCLUDE
    .why = Une exclusion ne fait que retrancher de ce qui est inclus (P3P 1.0 § 2.3.2.5).

problem-prf-pattern-nonlocal = `{ $pattern }` n’est pas un chemin de cet hôte
    .title = un motif pour un autre hôte
    .help = écrivez un chemin qui commence par `/`
    .why = Un fichier de référence ne parle que pour son propre hôte (P3P 1.0 § 2.3.2.5).

problem-prf-cookie-nothing = la politique `{ $policy }` mentionne des cookies, mais aucun COOKIE-INCLUDE ne les couvre
    .title = des cookies qu’aucune référence ne couvre
    .help = ajoutez `<COOKIE-INCLUDE name="*" value="*" domain="*" path="*"/>`
    .why = Une politique ne couvre un cookie que si un COOKIE-INCLUDE le dit (P3P 1.0 § 2.3.2.7).

problem-prf-expiry-short = l’expiration est de { $seconds } secondes, moins d’un jour
    .title = une expiration inférieure à un jour
    .help = portez-la à 86400 ou plus
    .why = Une politique reste valable un jour au moins (P3P 1.0 § 2.3.2.3).

problem-prf-expiry-both = EXPIRY a à la fois `date` et `max-age`
    .title = deux sortes d’expiration
    .help = n’en gardez qu’une
    .why = Les deux peuvent se contredire (P3P 1.0 § 2.3.2.3).

problem-prf-expiry-neither = EXPIRY n’a ni `date` ni `max-age`
    .title = une expiration qui ne dit rien
    .help = ajoutez l’un des deux
    .why = Une expiration vide ne dit rien (P3P 1.0 § 2.3.2.3).

problem-prf-nothing = le POLICY-REF n’a ni INCLUDE ni COOKIE-INCLUDE
    .title = une référence qui ne s’applique à rien
    .help = ajoutez un INCLUDE
    .why = Sans l’un des deux, elle ne s’applique à rien (P3P 1.0 § 2.3.2.5).

problem-cp-token-unknown = `{ $token }` n’est pas un jeton de politique compacte
    .title = un jeton inconnu
    .help = { "" }
    .why = Les agents utilisateurs ignorent ce qu’ils ne connaissent pas (P3P 1.0 § 4.2) ; un agent strict traite toute la politique comme absente (P3P 1.1 § 6.4).

problem-cp-token-case = `{ $token }` n’a pas les bonnes majuscules et minuscules
    .title = un jeton aux mauvaises majuscules ou minuscules
    .help = { "" }
    .why = Les jetons distinguent majuscules et minuscules : les navigateurs ne voient pas celui-ci (P3P 1.0 § 4.2).

problem-cp-token-draft = `{ $token }` provient d’un projet de P3P
    .title = un jeton d’un projet
    .help = employez `TAI` ou une autre finalité
    .why = Il ne figure pas dans la recommandation ; selon le navigateur, il compte ou non.

problem-cp-token-duplicate = `{ $token }` est dit deux fois
    .title = un jeton dit deux fois
    .help = dites-le une seule fois
    .why = Le répéter n’ajoute que de la longueur à chaque réponse (P3P 1.0 § 4.5).

problem-cp-test = `TST` désigne la politique comme un exemple
    .title = une politique qui n’est qu’un test
    .help = retirez `TST` quand la politique doit s’appliquer
    .why = Les agents utilisateurs doivent ignorer une politique de test : les cookies sont traités comme s’il n’y en avait pas (P3P 1.0 § 3.2.3).

problem-cp-suffix-forbidden = `{ $token }` porte un suffixe que la grammaire ne prévoit pas
    .title = un suffixe là où il ne peut y en avoir
    .help = { "" }
    .why = Certains éditeurs l’écrivaient toujours, et les navigateurs l’acceptent ; la grammaire ne l’a pas (P3P 1.0 § 4.2).

problem-cp-missing-access = la politique compacte ne dit rien de l’accès
    .title = pas de jeton d’accès
    .help = ajoutez au choix NOI, ALL, CAO, IDC, OTI ou NON
    .why = Une politique compacte complète en comporte un (P3P 1.0 § 4.2).

problem-cp-missing-purpose = la politique compacte n’indique aucune finalité
    .title = pas de jeton de finalité
    .help = ajoutez les finalités
    .why = Une politique compacte complète en comporte au moins une (P3P 1.0 § 4.2).

problem-cp-missing-recipient = la politique compacte n’indique aucun destinataire
    .title = pas de jeton de destinataire
    .help = ajoutez les destinataires
    .why = Une politique compacte complète en comporte au moins un (P3P 1.0 § 4.2).

problem-cp-missing-retention = la politique compacte n’indique aucune conservation
    .title = pas de jeton de conservation
    .help = ajoutez le type de conservation
    .why = Une politique compacte complète en comporte au moins un (P3P 1.0 § 4.2).

problem-cp-missing-category = la politique compacte n’indique aucune catégorie de données
    .title = pas de jeton de catégorie
    .help = ajoutez les catégories
    .why = Une politique compacte complète en comporte au moins une (P3P 1.0 § 4.2).

problem-cp-conflict = `{ $first }` et `{ $second }` se contredisent
    .title = des jetons qui se contredisent
    .help = gardez celui qui est vrai
    .why = Le lecteur ne peut pas savoir lequel est valable (P3P 1.0 § 4.2).

problem-cp-delimiter = les jetons sont séparés par autre chose qu’un espace
    .title = un mauvais séparateur
    .help = séparez les jetons par un seul espace
    .why = Un espace est le seul séparateur (P3P 1.0 § 4.1).

problem-cp-quote = la valeur de CP n’est pas entre guillemets doubles
    .title = des guillemets faux ou absents
    .help = écrivez `CP="…"`
    .why = La grammaire veut des guillemets doubles ; sinon, certains agents utilisateurs ne voient rien (P3P 1.0 § 4.1).

problem-cp-newline = l’en-tête est coupé sur plusieurs lignes
    .title = un retour à la ligne dans un en-tête
    .help = écrivez-le sur une seule ligne
    .why = Les serveurs et les proxys d’aujourd’hui refusent les en-têtes coupés.

problem-cp-empty = la politique compacte est vide
    .title = une politique compacte vide
    .help = supprimez l’en-tête, ou écrivez une politique
    .why = Une politique vide ne promet rien ; les navigateurs la traitent comme absente.

problem-cp-mismatch = la politique compacte s’écarte de la politique qu’elle résume : { $difference }
    .title = pas ce que dit la politique
    .help = envoyez celle qui en est déduite : `{ $derived }`
    .why = Une politique compacte est un résumé ; là où elle en dit moins que la politique, les personnes sont induites en erreur (P3P 1.0 § 4.5).

problem-map-place-both = le stockage a à la fois `place` et `place-from`
    .title = un stockage à deux endroits
    .help = n’en gardez qu’un
    .why = Les deux peuvent se contredire, et les demandes doivent être exécutées dans le bon stockage.

problem-map-place-secret = `place` contient un mot de passe
    .title = un mot de passe dans une carte des données
    .help = mettez toute l’adresse dans une variable d’environnement et nommez celle-ci : `place-from = "ABIDE_STORE"` ; et changez le mot de passe, car les fichiers sont copiés
    .why = Les cartes des données sont lues par beaucoup de monde et conservées avec leurs versions. Un mot de passe y ouvre tout le stockage (RGPD, art. 32).

problem-map-known-by-person = `{ $table }` dit à quoi l’on reconnaît des personnes, mais ses lignes ne sont pas des personnes
    .title = des faits sur des personnes dans une table d’autre chose
    .help = dites avec `person` de quelles personnes il s’agit, ou placez `known-by` dans la table des personnes
    .why = Une personne est retrouvée par un fait dans une ligne qui est une personne. Dans une autre ligne, nul ne saurait à qui elle est.

problem-map-known-by-weak = rien dans `known-by` de `{ $table }` ne distingue une personne de toutes les autres
    .title = des personnes que nul ne peut retrouver
    .help = ajoutez `email`, `phone` ou `id`, ou `name` avec un second fait
    .why = Noms, dates de naissance et codes postaux sont partagés. La demande d’une personne qu’on ne retrouve pas ne peut recevoir de réponse (RGPD, art. 11 et 12.2).

problem-map-known-by-country = `country` dit comment s’écrivent les numéros de téléphone, et `{ $fact }` n’en est pas un
    .title = un pays là où il ne peut y en avoir
    .help = retirez-le
    .why = Seuls les numéros de téléphone s’écrivent autrement dans chaque pays ; ailleurs, l’indication serait perdue.
problem-map-known-by-exact = `exact` dit que les numéros et les adresses s’écrivent tous de la même façon, et `{ $fact }` n’est ni l’un ni l’autre
    .title = `exact` là où il ne dit rien
    .help = retirez-le
    .why = Les identifiants sont comparés tels quels et les noms cherchés dans toutes les graphies ; `exact` ne changerait rien.

problem-map-repeated = `{ $name }` figure deux fois dans `{ $list }`
    .title = deux fois la même chose dans une liste
    .help = retirez-en une
    .why = Le dire deux fois n’ajoute rien et cache ce qui était voulu.

problem-map-statement-missing = `{ $table }` contient des données personnelles, mais aucune déclaration ne couvre { $columns }
    .title = des données qu’aucune déclaration ne couvre
    .help = nommez la déclaration de la politique avec `statement`, pour la table ou pour la colonne
    .why = Finalités, destinataires et durées viennent de la déclaration. Sans elle, nul ne peut dire à la personne pourquoi les données sont détenues (RGPD, art. 15.1).

problem-map-edge-columns = colonnes qui renvoient à `{ $of }` : { $columns }, mais `of-columns` en nomme { $others }
    .title = un renvoi avec trop peu ou trop de colonnes
    .help = nommez là-bas autant de colonnes qu’ici, dans le même ordre
    .why = Chaque colonne d’ici est comparée à celle de même rang là-bas ; une colonne sans pendant serait ignorée, et l’on trouverait les lignes d’autres personnes.

problem-map-edge-store = `of-store` nomme ce stockage même, `{ $store }`
    .title = un renvoi à un autre stockage qui est celui-ci
    .help = omettez `of-store` : sans lui, la table est de ce stockage
    .why = `of-store` dit que l’on cherche dans un autre stockage, ce qui est plus lent et ne peut se faire en une transaction.

problem-map-edge-keep = le lien supprime des lignes de `{ $table }`, mais selon `keep` elles restent tant que `{ $statement }` en a besoin
    .title = des lignes qui doivent rester et partir
    .help = retirez `erase` du lien ou `keep` de la table, ou écrivez `erase = "anonymize"`
    .why = Une obligation de conserver l’emporte sur l’effacement (RGPD, art. 17.3.b) : les lignes restent jusqu’à son terme, quoi que dise le lien.

problem-map-edge-access = `erase` ne dit rien pour un lien de la sorte `{ $kind }` : la ligne n’appartient pas à la personne
    .title = effacement de lignes qui ne sont pas à la personne
    .help = retirez-le, ou écrivez `kind = "{ $owning }"`
    .why = Qui peut seulement voir une ligne ne la possède pas ; l’effacer ne décide donc pas de la ligne.

problem-map-edge-caller = `caller` ne dit rien ici : sa place est à un lien `owned-by` vers une table de personnes
    .title = qui a appelé, là où personne ne peut avoir appelé
    .help = placez-le au lien `owned-by` vers la personne qui a appelé, ou retirez-le
    .why = Seule une personne appelle. À tout autre lien, les copies n’en diraient rien, et personne ne verrait pourquoi.

problem-map-data-undeclared = la colonne `{ $column }` contient `{ $data }`, que { $statement } ne déclare pas
    .title = des données que leur déclaration ne mentionne pas
    .help = ajoutez-les à `data` de la déclaration, nommez celle qui les mentionne, ou cessez de les collecter
    .why = Ce qui est détenu et ce qui a été dit s’écartent : les personnes n’ont pas été informées de ces données (RGPD, art. 5.1.a, 13, 14).

problem-map-keep-period = des lignes de `{ $table }` restent bien que leur personne soit effacée, mais { $statement } n’indique pas de durée
    .title = des lignes qui restent sans fin
    .help = indiquez dans sa `retention` une durée `period`
    .why = Qui demande l’effacement doit apprendre ce qui reste et jusqu’à quand, et cela doit alors partir (RGPD, art. 12.4 et 17.3.b).

problem-map-person-statement = les personnes de `{ $table }` sont de la sorte `{ $person }`, mais aucune des déclarations de cette table ne les concerne
    .title = des personnes qu’aucune déclaration ne concerne
    .help = ajoutez `{ $person }` à `subjects` de la déclaration, ou corrigez `person` ou `statement`
    .why = La politique dit de qui sont les données de chaque déclaration ; les décisions sur les données de ces personnes seraient des refus (RGPD, art. 30.1.c).

problem-map-region = le stockage est dans la région `{ $region }`, que { $statement } ne nomme pas
    .title = des données hors de leurs régions
    .help = corrigez `region` du stockage, ou ajoutez-la à `regions` de la déclaration
    .why = On a dit aux personnes où sont leurs données ; une région que la déclaration ne nomme pas est pour certaines un autre pays (RGPD, art. 13.1.f).

problem-import-lost = impossible à reprendre dans un fichier de politique : { $what }
    .title = quelque chose d’impossible à reprendre
    .help = gardez l’original à côté, ou dites la même chose autrement
    .why = Rien de ce qui était dit n’est omis en silence à l’importation d’une politique : ce pour quoi un fichier de politique n’a pas de mots est énuméré.

problem-import-filled = la politique importée ne dit rien de ce point : { $what } ; `{ $value }` a été inscrit
    .title = quelque chose que la politique importée ne disait pas
    .help = vérifiez-le
    .why = Un fichier de politique demande des choses pour lesquelles P3P n’a pas de mots, ou que cette politique a omises. Ce qui a été inscrit à la place est une supposition, tant que personne ne l’a vérifié.

problem-import-changed = écrit autrement : { $what } devient `{ $value }`
    .title = quelque chose qui est écrit autrement
    .help = vérifiez que le sens reste le même
    .why = Les fichiers de politique ont leurs propres formats pour les noms, les adresses et les textes ; ce qui n’y entrait pas a été adapté.
