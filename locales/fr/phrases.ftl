# Expressions qui remplissent les lacunes des messages de problème. Le nom de chacune est son texte anglais.

problem-did-you-mean = vouliez-vous dire `{ $fix }` ?

## Ce qui figure deux fois, ou à quoi on renvoie
phrase-statement = la déclaration
phrase-region = la région
phrase-sub-processor = le sous-traitant ultérieur
phrase-dispute = la voie de règlement
phrase-data = l’élément de données
phrase-policy = la politique
phrase-version = la version
phrase-cookie = le cookie

## Tables
phrase-the-policy-file = le fichier de politique
phrase-the-site-file = le fichier de site
phrase-a-contact = un contact
phrase-a-data-entry = une entrée de données
phrase-a-purpose = une finalité
phrase-a-recipient = un destinataire
phrase-a-holiday = un jour férié

## Sortes de mots
phrase-kind-of-access = un type d’accès
phrase-purpose = une finalité
phrase-recipient = un destinataire
phrase-kind-of-retention = un type de conservation
phrase-category = une catégorie
phrase-remedy = une réparation
phrase-kind-of-dispute-resolution = un type de règlement des litiges
phrase-choice = un choix
phrase-lawful-basis = une base juridique
phrase-role = un rôle
phrase-kind-of-storage = un type de stockage
phrase-kind-of-person = un type de personne
phrase-source = une provenance
phrase-start-of-a-period = un début de durée
phrase-transfer-ground = une base de transfert
phrase-ground-for-special-categories = une base pour les catégories particulières
phrase-language = une langue

## Ce qu’une valeur doit être, et ce qu’elle est
phrase-a-line-of-text = une ligne de texte
phrase-a-name = un nom
phrase-a-web-address = une adresse web
phrase-an-e-mail-address = une adresse e-mail
phrase-a-telephone-number = un numéro de téléphone
phrase-a-country-code = un code de pays
phrase-the-code-of-a-region = le code d’une région
phrase-a-period = une durée
phrase-a-data-element = un élément de données
phrase-a-cookie-name = un nom de cookie
phrase-a-path = un chemin
phrase-a-domain = un domaine
phrase-a-file-name = un nom de fichier
phrase-a-contact-address = une adresse de contact
phrase-a-diagnostic-code = le code d’un problème
phrase-a-text = un texte
phrase-true-or-false = `true` ou `false`
phrase-a-whole-number = un nombre entier
phrase-a-date-without-quotes-such-as-2026-12-01 = une date sans guillemets, comme 2026-12-01
phrase-a-date-without-time-such-as-2026-12-01 = une date sans heure, comme 2026-12-01
phrase-a-text-or-a-table-of-languages-such-as-de-en = un texte, ou une table de langues comme {"{"} de = "…", en = "…" {"}"}
phrase-a-list-in-brackets-such-as = une liste entre crochets, comme ["…", "…"]
phrase-a-table-such-as-key = une table, comme {"{"} key = "…" {"}"}
phrase-string = un texte
phrase-integer = un nombre entier
phrase-float = un nombre décimal
phrase-boolean = `true` ou `false`
phrase-datetime = une date
phrase-array = une liste
phrase-table = une table

## Comment écrire une valeur
phrase-use-lower-case-letters-digits-dots-and-hyphens-at-most-64-starting-with-a-letter-or-digit = employez des minuscules, chiffres, points et traits d’union, 64 au plus, en commençant par une lettre ou un chiffre
phrase-write-it-whole-such-as-https-www-example-com-privacy = écrivez-la en entier, comme `https://www.example.com/privacy`
phrase-write-the-two-capital-letters-of-iso-3166-such-as-de = écrivez les deux majuscules de l’ISO 3166, comme `DE`
phrase-write-it-as-iso-3166-2-does-without-the-country-such-as-by-of-de-by = écrivez-le comme le fait ISO 3166-2, sans le pays, par exemple `BY` de `DE-BY`
phrase-write-a-number-from-1-to-1000-and-a-unit-such-as-30-days-6-months-10-years = écrivez un nombre de 1 à 1000 et une unité, comme `30 days`, `6 months`, `10 years`
phrase-write-it-as-privacy-example-com = écrivez-la ainsi : `privacy@example.com`
phrase-write-digits-spaces-hyphens-and-a-leading = écrivez des chiffres, des espaces et des traits d’union, avec `+` au début
phrase-it-cannot-hold-spaces-quotes-or = il ne peut contenir ni espaces, ni guillemets, ni `=`, `;` ou `,`
phrase-write-it-as-shop-without-spaces-and-quotes = écrivez-le ainsi : `/shop/*`, sans espaces ni guillemets
phrase-write-it-as-www-example-com-or-example-com = écrivez-le ainsi : `www.example.com` ou `*.example.com`
phrase-name-a-file-below-the-site-s-folder-without = indiquez un fichier situé dans le dossier du site, sans `..`
phrase-write-mailto-tel-or-https = écrivez `mailto:…`, `tel:…` ou `https://…`
phrase-see-abide-explain-list = voir `abide explain --list`

## Faits
phrase-a-law = une loi
phrase-a-business-practice = une pratique de l’organisation
phrase-history = l’histoire
phrase-nothing-may-stay-beyond-one-interaction = rien ne peut rester au-delà d’une interaction
phrase-a-period-is-an-end = une durée est une limite
phrase-it-is-an-error = c’est une erreur
phrase-denies = exclut
phrase-mentions = mentionne
phrase-marketing = la prospection
phrase-passing-data-to-others = la transmission de données à des tiers
phrase-the-statements-declare-it = les déclarations la prévoient
phrase-no-statement-declares-it = aucune déclaration ne la prévoit
phrase-the-statements-name-other-recipients = les déclarations indiquent d’autres destinataires
phrase-cookies = cookies
phrase-flash-objects = objets Flash
phrase-web-storage = stockage web
phrase-an-indexeddb-database = base de données IndexedDB
phrase-the-european-economic-area = l’Espace économique européen
phrase-the-united-kingdom = le Royaume-Uni
phrase-switzerland = la Suisse
phrase-the-policy = la politique

phrase-write-one-line = écrivez une seule ligne
phrase-write-letters-digits-and-hyphens-joined-by-dots = écrivez des lettres, des chiffres et des traits d’union, reliés par des points
phrase-has-a-namespace-name-too-long = un nom d’espace de noms est trop long
phrase-has-an-element-with-too-many-attributes = un élément a trop d’attributs
phrase-has-too-many-elements = il y a trop d’éléments
phrase-nests-elements-too-deeply = les éléments sont imbriqués trop profondément
phrase-defines-too-many-data-elements = trop d’éléments de données sont définis
phrase-lies-outside-the-site-s-folder = il se trouve hors du dossier du site
phrase-is-not-a-file = ce n’est pas un fichier
phrase-does-not-exist = il n’existe pas

## Data maps
phrase-column = la colonne
phrase-store = le stockage
phrase-the-map-file = la carte des données
phrase-the-map = la carte
phrase-kind-of-store = un type de stockage de données
phrase-kind-of-edge = une sorte de lien
phrase-kind-of-erasure = une sorte d’effacement
phrase-treatment-of-a-column = un traitement de colonne
phrase-fact-about-a-person = un fait sur une personne
phrase-the-name-of-a-table-or-column = le nom d’une table ou d’une colonne
phrase-the-name-of-an-environment-variable = le nom d’une variable d’environnement
phrase-write-it-as-the-store-spells-it-in-at-most-200-characters = écrivez-le comme le stockage, en 200 caractères au plus
phrase-write-letters-digits-and-such-as-abide-centre = écrivez des lettres, des chiffres et `_`, comme `ABIDE_CENTRE`
