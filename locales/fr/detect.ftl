# Ce qui cherche les données personnelles : la page où l’on colle un texte pour le voir annoté, le nom des résultats et ce qui les fonde.

# La page.
find = Trouver les données personnelles d’un texte
find-description = Collez une lettre, un tableau ou un appel : les données personnelles y sont surlignées, chacune avec ce qui la fonde et la catégorie qu’une politique doit déclarer.
find-lead = Collez une lettre, un journal, un tableau ou un appel, ou choisissez un fichier. Tout ce qui renvoie à des personnes est surligné, avec ce qui fonde chaque résultat et la catégorie qu’une politique doit déclarer. Rien n’en est conservé ni journalisé.
find-label = Texte
find-help = Texte brut, CSV, JSON, vCon, WebVTT ou message électronique, jusqu’à un mégaoctet.
find-file = Ou un fichier
find-sure = Montrer les résultats
find-sure-doubtful = au moins concevables
find-sure-possible = au moins possibles
find-sure-strong = quasi certains
find-button = Trouver les données personnelles
find-examples = Ou prenez l’un de ces exemples :
find-example-letter = une lettre
find-example-table = un tableau
find-example-call = un appel
find-sample-letter =
    Madame Vaucresson,

    Nous vous remercions de votre appel du 14/03/2026. Nous avons noté votre nouveau numéro, téléphone 01 99 00 41 73,
    et vous écrirons désormais à hortense.vaucresson@example.org.
    Le remboursement sera versé sur l’IBAN FR14 2004 1010 0505 0001 3M02 606 ; la carte 4111 1111 1111 1111 ne sera
    plus débitée.

    Cordialement
find-sample-table =
    client;téléphone;email;montant
    Hortense Vaucresson;01 99 00 41 73;hortense@example.org;19,90
    Anselme Lardenois;01 99 00 12 08;anselme@example.net;240,00
    Clotilde Merval;01 99 00 55 21;;12,50
    Basile Fontgrand;01 99 00 80 34;basile@example.com;8,00
    Ombeline Tressan;01 99 00 96 47;ombeline@example.org;77,25
find-sample-call =
    WEBVTT

    00:00.000 --> 00:04.000
    <v Agent>Bonjour, service client, que puis-je faire pour vous ?

    00:04.000 --> 00:11.000
    <v Cliente>Mon numéro de téléphone est le 01 99 00 41 73, et mon e-mail est hortense@example.org.

# Ce qui a été trouvé.
find-found = Ce qui a été trouvé
find-empty = Il n’y a pas de texte à examiner.
find-none = Rien qui renvoie à une personne n’a été trouvé.
find-some = { $n ->
    [one] Un résultat.
   *[other] { $kinds ->
        [one] { $n } résultats d’une seule sorte.
       *[other] { $n } résultats de { $kinds } sortes.
    }
}
find-read-text = Lu comme texte brut.
find-read-csv = Lu comme tableau.
find-read-json = Lu comme JSON.
find-read-email = Lu comme message électronique.
find-read-call = Lu comme appel.
find-read-log = Lu comme journal d’un serveur web ; ce que ses adresses codent est décodé.
find-read-office = Lu comme partie d’un document bureautique.
find-left-out = Le texte est montré jusqu’à ses { $n } premiers résultats, ou dans la limite de ce qu’une page peut contenir. Le fichier JSON Lines contient tous les résultats.
find-legend = Les sortes de données trouvées
find-kind = Sorte
find-count = Résultats
find-category = Dans la politique
find-jsonl = Enregistrer les résultats en JSON Lines
find-marked = Le texte
find-evidence = Ce qui fonde les résultats
find-evidence-help = Choisissez un résultat dans le texte ou ici pour voir ce qui le fonde.
find-back = Montrer dans le texte
find-form = Forme
find-normal = Écriture unifiée
find-why = Pourquoi
find-declare = Une déclaration doit mentionner : { $category }
find-place = Où
find-line = ligne { $line }, colonne { $column }
find-column = Colonne { $n }
find-column-kind = { $n } % { $kind }
find-misses = { $n ->
    [one] Ressemblait à des données personnelles sans être signalé : { $n }
   *[other] Ressemblaient à des données personnelles sans être signalés : { $n }
}
find-misses-more = { $n ->
    [one] { $n } autre cas n’est pas montré.
   *[other] { $n } autres cas ne sont pas montrés.
}
find-miss = ressemblait à : { $kind }. Non signalé, car { $why }.

# Le degré de certitude.
sure = { $words } ({ $n } %)
sure-certain = certain
sure-strong = quasi certain
sure-likely = probable
sure-possible = possible
sure-doubtful = douteux

# Ce qui fonde un résultat, une phrase chacun.
evidence-pattern = l’écriture suit la forme « { $name } »
evidence-pattern-iban = l’écriture est celle d’un numéro de compte international
evidence-pattern-local-domain = on y trouve un nom, une arobase et un domaine qui peut exister
evidence-pattern-mask = une partie des chiffres est masquée
evidence-pattern-card-expiry = c’est un mois et une année comme sur les cartes
evidence-pattern-card-expiry-code = c’est un mois et une année comme sur les cartes, avec un code
evidence-pattern-street = on y trouve une rue et un numéro
evidence-pattern-country-number = un signe plus précède le pays et le numéro
evidence-pattern-00country-number = deux zéros précèdent le pays et le numéro
evidence-pattern-3-3-4-digits = ce sont dix chiffres groupés à la nord-américaine
evidence-pattern-number-x-extension = c’est un numéro avec un poste
evidence-pattern-0area-number = un zéro précède la zone et le numéro
evidence-pattern-digits-in-groups = ce sont des chiffres groupés
evidence-pattern-street-number--postcode-town = on y trouve une rue et un numéro, ou un code postal et une ville
evidence-pattern-unit = il s’agit d’un appartement, d’un étage ou d’un bâtiment
evidence-pattern-post-box = c’est une boîte postale
evidence-pattern-postcode-town = c’est un code postal avec une ville
evidence-pattern-dotted-decimal = ce sont quatre nombres jusqu’à 255, séparés par des points
evidence-pattern-hexadecimal-groups = ce sont des groupes de chiffres hexadécimaux séparés par des deux-points
evidence-pattern-hexadecimal-pairs = ce sont six paires de chiffres hexadécimaux
evidence-pattern-label = un libellé l’annonce
evidence-pattern-private-key = c’est une clé privée entre ses balises
evidence-check = le contrôle « { $name } » est satisfait
evidence-check-luhn = le chiffre de contrôle est juste (Luhn)
evidence-check-mod-97 = la clé de contrôle est juste (modulo 97)
evidence-check-country = le début désigne un pays et la longueur est celle de ce pays
evidence-check-issuer-range = les premiers chiffres appartiennent à un réseau de cartes
evidence-check-numbering-plan = le plan de numérotation du pays comporte de tels numéros
evidence-check-tracking = le chiffre de contrôle du numéro de suivi est juste
evidence-check-vin = le chiffre de contrôle du numéro de véhicule est juste
evidence-dictionary = l’expression figure dans la liste « { $name } »
evidence-dictionary-places = l’expression figure dans la liste des lieux
evidence-dictionary-professions = l’expression figure dans la liste des professions
evidence-dictionary-titles = l’expression figure dans la liste des titres
evidence-context-before = le mot « { $word } » se trouve juste avant
evidence-context-after = le mot « { $word } » se trouve juste après
evidence-model = le modèle de langue le reconnaît ainsi, avec une marge de { $n } %
evidence-seen = la même chose figure ailleurs dans le texte, où le contexte la rend claire
evidence-spoken = c’est dicté : des mots tiennent lieu de chiffres et de signes
evidence-column = la plupart des valeurs de la colonne sont de cette sorte : { $kind }
evidence-rule = une règle de l’organisation le désigne : « { $name } »

# Pourquoi quelque chose n’a pas été signalé ; suit le mot « car ».
miss-age-of-thing = c’est l’âge d’une chose, non d’une personne
miss-amount = c’est un montant ou une quantité
miss-check-digit = le chiffre de contrôle est faux
miss-context = rien autour ne dit ce que c’est
miss-country = ce code de pays n’existe pas
miss-domain = le domaine ne peut pas exister
miss-language = c’est le nom d’une langue
miss-length = la longueur ne convient pas
miss-no-person = cela ne renvoie à aucune personne
miss-phone-context = rien autour ne dit que c’est un numéro de téléphone
miss-phone-other = c’est un numéro d’une autre sorte
miss-placeholder = c’est un texte de remplissage
miss-plain-word = c’est un mot ordinaire
miss-range = la valeur sort de ce qui est attribué
miss-spoken-count = trop ou trop peu de chiffres sont dictés
miss-version = c’est un numéro de version

# Les sortes de données personnelles.
personal-person = nom de personne
personal-address = adresse postale
personal-loc = lieu
personal-org = organisation
personal-email = adresse e-mail
personal-phone = numéro de téléphone
personal-date = date
personal-date-of-birth = date de naissance
personal-age = âge
personal-ip = adresse IP
personal-mac = adresse de carte réseau
personal-url = adresse web
personal-user = nom d’utilisateur
personal-id = numéro de client, de contrat ou de dossier
personal-natid = numéro attribué par l’État
personal-iban = IBAN
personal-bic = identifiant de banque (BIC)
personal-account = numéro de compte bancaire
personal-card = numéro de carte de paiement
personal-cvv = cryptogramme de carte
personal-expiry = date d’expiration de carte
personal-plate = numéro de véhicule
personal-title = titre ou profession
personal-nrp = nationalité, religion ou groupe politique
personal-union = appartenance syndicale
personal-health = données de santé
personal-sexuality = vie ou orientation sexuelle
personal-biometric = données biométriques
personal-genetic = données génétiques
personal-device = identifiant d’appareil
personal-cookie = identifiant de cookie ou de session
personal-geo = coordonnées géographiques
personal-sip = adresse SIP
personal-secret = mot de passe ou clé
personal-other = autres données personnelles
