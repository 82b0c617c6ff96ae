# Les pages propres au serveur : celle qui juge ce qu’on y colle, et les réponses qui disent pourquoi il n’y a pas de page.

# La page qui explique et juge.
try = Expliquer et juger une politique
try-description = Collez une politique compacte, un en-tête P3P ou un fichier de politique : le texte est expliqué, vérifié et jugé comme le font les navigateurs.
try-lead = Collez une politique compacte, un en-tête P3P, une politique P3P en XML ou un fichier de politique. Le texte est expliqué mot à mot, vérifié et jugé comme le font les navigateurs. Rien n’en est conservé ni journalisé.
try-label = Politique
try-help = Ce que vous montre le navigateur ou un éditeur suffit, avec ou sans guillemets.
try-button = Expliquer et juger
try-preview = Afficher comme une page
try-examples = Ou prenez un de ces exemples :
try-example-marketing = une boutique qui écrit à ses clients
try-example-careful = une boutique qui demande d’abord
try-example-header = un en-tête qui contient des erreurs

# Ce qui a été collé.
try-kind-compact = C’est une politique compacte.
try-kind-p3p = C’est du P3P en XML.
try-kind-policy = C’est un fichier de politique.
try-kind-site = C’est un fichier de site : il dit où se trouvent les politiques et n’en contient pas lui-même.
try-empty = Rien n’a été collé. Un navigateur y verrait une absence de politique.

# Ce qui a été trouvé.
try-found = Ce qui a été trouvé
try-found-none = Aucune erreur n’a été trouvée.
try-found-errors = { $n ->
    [one] { $n } erreur : la politique ne serait pas publiée.
    [many] { $n } d’erreurs : la politique ne serait pas publiée.
   *[other] { $n } erreurs : la politique ne serait pas publiée.
}
try-found-warnings = { $n ->
    [one] { $n } avertissement : il n’empêche pas la publication.
    [many] { $n } d’avertissements : ils n’empêchent pas la publication.
   *[other] { $n } avertissements : ils n’empêchent pas la publication.
}
try-found-more = { $n ->
    [one] { $n } autre n’est pas affiché.
    [many] { $n } d’autres ne sont pas affichés.
   *[other] { $n } autres ne sont pas affichés.
}
try-severity-error = erreur
try-severity-warning = avertissement
try-severity-acknowledged = avertissement assumé
try-line = ligne { $line }, colonne { $column }
try-whole = le texte entier

# Ce qui en résulte.
try-compact = La politique compacte
try-compact-of = La politique compacte de « { $name } »
try-compact-derived = En bref, pour les navigateurs :

# Réponses sans page.
refusal-instead = Ce qui existe :
refusal-not-found-title = Il n’y a pas de page ici
refusal-not-found-text = L’adresse est peut-être mal saisie, ou la page porte maintenant un autre nom. Les versions publiées ne disparaissent jamais : regardez sous « Toutes les versions ».
refusal-method-title = Cette page ne peut qu’être lue
refusal-method-text = Ce qui a été envoyé n’est pas possible à cette adresse.
refusal-not-acceptable-title = Dans aucune langue que vous acceptez
refusal-not-acceptable-text = Votre navigateur refuse toutes les langues dans lesquelles cette page existe. Vous pouvez quand même en choisir une :
refusal-timeout-title = C’était trop long
refusal-timeout-text = La requête n’est pas arrivée à temps. Veuillez l’envoyer de nouveau.
refusal-too-large-title = Le texte est trop long
refusal-too-large-text = Une politique est lue jusqu’à 256 kilo-octets, un texte où l’on cherche des données personnelles jusqu’à un mégaoctet. Peut-être avez-vous envoyé autre chose.
refusal-media-type-title = Ce format n’est pas lu ici
refusal-media-type-text = La requête doit être un formulaire, ou du JSON là où l’interface pour les programmes le demande.
refusal-no-text-title = Ce fichier ne contient pas de texte
refusal-no-text-text = Il est compressé ou dans un format qui n’est pas lu ici. Enregistrez une feuille de calcul en CSV, un document en texte brut, et envoyez cela.
refusal-input-title = Il manque quelque chose
refusal-input-text = La requête a pu être lue, mais une partie manque ou n’est pas utilisable.
refusal-bad-request-title = Cette requête est illisible
refusal-bad-request-text = Ce n’est pas ce qui est attendu à cette adresse.
refusal-internal-title = Une erreur s’est produite de notre côté
refusal-internal-text = Elle est notée, et vous n’y êtes pour rien. Veuillez réessayer plus tard.
