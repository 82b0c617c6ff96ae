# L’éditeur de politiques, dans le navigateur. Il s’adresse aux délégués à la protection des données, non aux programmeurs :
# des mots simples, pas de jargon dont la loi se passe, pas de points d’exclamation.

editor-title = Modifier { $file }
editor-tools = Ce que vous pouvez faire
editor-show = Afficher
editor-show-main = Afficher au milieu
editor-show-side = Afficher à côté
editor-pane-outline = Plan
editor-pane-form = Formulaire
editor-pane-source = Source
editor-pane-result = Résultat
editor-pane-notice = Aperçu
editor-pane-compact = Politique compacte
editor-pane-verdict = Verdicts
editor-pane-problems = Problèmes

editor-undo = Annuler
editor-redo = Rétablir
editor-history = Historique
editor-history-help = Chaque étape depuis l’ouverture de cette page. Revenir en arrière ne fait rien perdre : vous pouvez repartir en avant.
editor-check = Vérifier
editor-diff = Afficher les différences
editor-save = Enregistrer…
editor-save-now = Enregistrer dans le fichier
editor-go-on = Continuer à modifier
editor-close = Fermer
editor-without-script = Cette page fonctionne sans scripts : modifiez la source, puis vérifiez-la, comparez-la ou enregistrez-la. Si vous autorisez les scripts, elle offre aussi des formulaires, l’annulation et un aperçu immédiat.

# La liste des fichiers.
editor-list = Modifier les politiques
editor-list-lead = Voici les fichiers de politique de ce site. Chaque version est un fichier ; une version publiée ne change jamais, les modifications vont donc dans une nouvelle.
editor-list-file = Fichier
editor-list-version = Version
editor-list-effective = S’applique à compter du
editor-list-state = État
editor-list-problems = Problèmes
editor-new = Nouvelle version
editor-new-text = Copie la version la plus récente dans un nouveau fichier, avec ses commentaires. Vous modifiez ensuite la copie.
editor-new-version = Nom de la version
editor-new-version-help = Minuscules, chiffres, points et traits d’union, comme 3 ou 2027-01.
editor-new-effective = S’applique à compter du
editor-new-do = Créer la nouvelle version
editor-new-exists = Cette version existe déjà
editor-new-exists-text = Choisissez un autre nom pour la nouvelle version. Rien n’a été modifié.
editor-new-invalid = La version ne peut pas être créée
editor-new-invalid-text = Le nom admet minuscules, chiffres, points et traits d’union ; la date doit exister ; et ni le fichier de site ni la version la plus récente ne doivent contenir d’erreurs de syntaxe. Rien n’a été modifié.
editor-new-failed = La version n’a pas été créée
editor-new-failed-text = Le fichier n’a pas pu être écrit. Vérifiez que l’écriture est permise dans le dossier et qu’il y reste de la place, puis réessayez.
editor-publish = Publication
editor-publish-text = Publie toutes les versions sans erreurs qui ne le sont pas encore. Dès lors, leur texte ne change plus jamais : il reste dans l’archive, et les décisions le citent. Il en va de même quand le serveur est redémarré.
editor-publish-do = Publier les nouvelles versions
editor-published = Publication faite
editor-published-new = Nouvelles et désormais définitives : { $versions }.
editor-published-nothing = Il n’y avait rien de nouveau à publier
editor-published-nothing-text = Toutes les versions sans erreurs sont déjà publiées.
editor-published-not = Rien n’a été publié
editor-published-errors = Il y a des erreurs dans { $files }. Corrigez-les d’abord ; ce qui était publié le reste.
editor-published-failed = La publication a échoué
editor-published-failed-text = La raison figure dans le journal du serveur. Ce qui était publié le reste.

# Qui peut modifier.
editor-stranger = Pour modifier, il faut l’adresse affichée dans le terminal
editor-stranger-text = L’adresse affichée au démarrage du serveur ouvre l’éditeur, une seule fois et dans un seul navigateur. Redémarrez le serveur avec --edit pour en obtenir une nouvelle.

# Si une version est publiée.
editor-state-published = Publiée
editor-state-published-text = Ce texte est publié et définitif. Le modifier demande une nouvelle version.
editor-state-changed = Diffère de ce qui est publié
editor-state-changed-text = Cette version est publiée avec un autre texte, et cela reste ainsi. Enregistrez vos modifications comme nouvelle version : utilisez « Nouvelle version » dans la liste des politiques.
editor-state-errors = Brouillon avec des erreurs
editor-state-errors-text = Il peut être enregistré, mais ne sera pas publié tant que les erreurs ne sont pas corrigées.
editor-state-draft = Brouillon
editor-state-draft-text = Il peut être enregistré et modifié librement. Il devient définitif à sa publication.

# Enregistrer.
editor-saved = Enregistré
editor-saved-text = Enregistré dans le fichier. La publication se fait quand vous choisissez « Publier les nouvelles versions » dans la liste des politiques, ou quand le serveur est redémarré.
editor-saved-errors = Enregistré dans le fichier comme brouillon. Il ne sera pas publié tant que ses erreurs ne sont pas corrigées.
editor-save-conflict = Pas enregistré : le fichier a changé
editor-save-conflict-text = Quelqu’un ou un programme a modifié le fichier depuis que vous l’avez ouvert. Votre texte est toujours là. Comparez les deux avant d’enregistrer de nouveau.
editor-save-long = Pas enregistré : le texte est trop long
editor-save-long-text = Un fichier de politique fait un mégaoctet au plus.
editor-save-failed = Pas enregistré
editor-save-failed-text = Le fichier n’a pas pu être écrit. Vérifiez que l’écriture est permise et qu’il reste de la place sur le disque. Votre texte est toujours là.

# Différences.
editor-diff-title = Ce que l’enregistrement change
editor-diff-none = Rien n’a changé : le fichier contient déjà ce texte.
editor-diff-people = Pour les personnes
editor-diff-people-none = Rien ne change pour les personnes.
editor-diff-unreadable = L’un des deux textes contient une erreur de syntaxe : seules les lignes peuvent être comparées.
editor-diff-lines = Dans le fichier

# Problèmes.
editor-problems-none = Aucun problème
editor-problems-count = { $errors ->
    [0] Aucune erreur
    [one] { $errors } erreur
    [many] { $errors } d’erreurs
   *[other] { $errors } erreurs
}, { $warnings ->
    [0] aucun avertissement
    [one] { $warnings } avertissement
    [many] { $warnings } d’avertissements
   *[other] { $warnings } avertissements
}
editor-problems-more = { $n ->
    [one] { $n } autre n’est pas montré.
   *[other] { $n } autres ne sont pas montrés.
}
editor-count-errors = { $n ->
    [one] { $n } erreur
    [many] { $n } d’erreurs
   *[other] { $n } erreurs
}
editor-count-warnings = { $n ->
    [one] { $n } avertissement
    [many] { $n } d’avertissements
   *[other] { $n } avertissements
}
editor-severity-error = Erreur
editor-severity-warning = Avertissement
editor-severity-acknowledged = Avertissement assumé
editor-line = Ligne { $line }
editor-fix = Corriger
editor-stay = Assumer, avec un motif
editor-stays-because = Motif :
editor-why = Pourquoi c’est important
editor-new-window = dans une nouvelle fenêtre

# Le formulaire.
editor-form-languages = Langue des textes
editor-form-languages-all = toutes les langues
editor-form-none = La source contient une erreur de syntaxe. Corrigez-la dans la source ; le formulaire revient ensuite. La liste des problèmes indique l’endroit.
editor-required = obligatoire
editor-not-said = Non indiqué
editor-unknown-word = { $word } (inconnu)
editor-nothing-to-choose = Il n’y a encore rien à choisir.
editor-choice-none = Non utilisé
editor-choice-always = Dans tous les cas
editor-choice-opt-out = Refus possible
editor-choice-opt-in = Seulement avec accord
editor-grid-more = Base juridique et détails
editor-group-absent = Rien d’indiqué ; ouvrez pour remplir
editor-remove = Retirer
editor-remove-section = Retirer toute cette partie
editor-add-do = Ajouter
editor-add-another = Ajouter encore
editor-add-text = Ajouter un texte
editor-add-element = Élément de données
editor-add-element-value = Texte
editor-broken = Le fichier contient ici quelque chose qu’un formulaire ne peut pas afficher.
editor-show-source = Afficher dans la source
editor-period-amount = Combien
editor-period-unit = Unité
editor-unit-hours = heures
editor-unit-days = jours
editor-unit-weeks = semaines
editor-unit-months = mois
editor-unit-years = ans
editor-since-collection = à compter de la collecte des données
editor-since-last-use = à compter de la dernière utilisation des données
editor-since-contract-end = à compter de la fin du contrat ou du compte
editor-since-year-end = à compter de la fin de l’année civile

# La source.
editor-source-label = Source
editor-source-help = C’est le fichier lui-même. La touche Tab permet d’en sortir.

# L’aperçu immédiat.
editor-preview-language = Langue
editor-preview-none = Il n’y a pas encore de page à afficher : aucune langue n’a tous ses textes. La liste des problèmes indique ceux qui manquent.
editor-preview-incomplete = Pas publié, car des textes manquent :
editor-notice-title = Aperçu de la politique de confidentialité
editor-remedy-apply = Appliquer au brouillon
editor-remedy-by-hand = Cela ne peut pas être fait ici à votre place.
editor-remedy-or = Ou, par de simples choix :

# Étapes de l’historique.
editor-did-set = Modifié : { $what }
editor-did-remove = Retiré : { $what }
editor-did-add = Ajouté à : { $what }
editor-did-fix = Corrigé : { $what }
editor-did-acknowledge = Assumé : { $code }
editor-did-remedy = Appliqué : { $what }
editor-refused-syntax = La source contient une erreur de syntaxe : corrigez-la d’abord.
editor-refused-place = Le formulaire ne peut pas modifier ceci : { $place }. Modifiez-le dans la source.
editor-refused-exists = Le nom « { $name } » est déjà pris. Choisissez-en un autre.
editor-refused-value = « { $value } » ne convient pas à ce champ.
editor-refused-gone = C’est déjà réglé.

# Ce que disent les scripts.
editor-js-restored = Vos modifications précédentes non enregistrées sont de nouveau là.
editor-js-discard = Les abandonner
editor-js-conflict = Le fichier a changé depuis vos modifications non enregistrées. Elles sont de nouveau là ; comparez avant d’enregistrer.
editor-js-failed = Cela n’a pas fonctionné. Votre texte est toujours là ; réessayez.
editor-js-offline = Le serveur ne répond pas. Votre texte est toujours là ; le serveur est-il en marche ?
editor-js-unsaved = Non enregistré
editor-js-saved = Enregistré
editor-js-typed = Saisie dans la source
editor-js-opened = Ouverture
editor-js-line = Ligne
editor-js-undone = Annulé :
editor-js-redone = Rétabli :
editor-js-back-to = Revenir ici
editor-js-now = maintenant
editor-js-no-changes = Il n’y a rien à enregistrer : le fichier contient déjà ce texte.
editor-js-reload = Afficher plutôt le texte du fichier
editor-js-no-source-place = Ceci n’est pas encore dans le fichier.

# Touches.
editor-keys = Clavier
editor-key-ctrl = Ctrl
editor-key-shift = Maj
editor-key-save = Afficher les différences et enregistrer
editor-key-undo = Annuler
editor-key-redo = Rétablir
editor-key-next = Aller au problème suivant (avec Maj : au précédent)

# Les parties d’un fichier de politique.
editor-part-policy = La politique dans son ensemble
editor-part-policy-help = De quelle politique et de quelle version il s’agit, et ce qui vaut pour le tout.
editor-part-entity = Qui est responsable
editor-part-entity-help = L’organisation qui répond des données (RGPD, art. 13.1.a).
editor-part-authority = Autorité de contrôle
editor-part-authority-help = L’autorité auprès de laquelle les personnes peuvent introduire une réclamation (RGPD, art. 13.2.d).
editor-part-rights = Comment les personnes exercent leurs droits
editor-part-rights-help = Où les personnes demandent à consulter, à faire rectifier ou à faire effacer leurs données (RGPD, art. 12.2).
editor-part-security = Mesures de sécurité
editor-part-security-help = Mesures techniques et organisationnelles (RGPD, art. 32), chacune en une phrase.
editor-part-processing = Obligations envers les clients
editor-part-processing-help = Ce qu’un sous-traitant doit aux clients pour lesquels il travaille (RGPD, art. 28). Seulement dans la politique d’un sous-traitant.
editor-part-dispute = Litiges
editor-part-dispute-help = Comment se règle un litige au sujet de cette politique.
editor-part-region = Lieux de conservation
editor-part-region-help = Où les données sont conservées.
editor-part-data = Types de données propres
editor-part-data-help = Types de données pour lesquels la norme n’a pas de nom.
editor-part-statement = Usages des données
editor-part-statement-help = Un usage des données du début à la fin : quelles données, pourquoi, qui les reçoit, combien de temps elles restent.
editor-part-cookie = Cookies et stockages
editor-part-cookie-help = Ce que le site enregistre dans le navigateur des personnes.
editor-part-sub-processor = Sous-traitants ultérieurs
editor-part-sub-processor-help = Organisations qui traitent des données pour votre compte, liées par contrat.
editor-part-acknowledge = Avertissements assumés
editor-part-acknowledge-help = Avertissements que vous avez lus et laissés tels quels, chacun avec son motif.
editor-one-statement = Usage des données
editor-one-cookie = Cookie ou stockage
editor-one-data = Type de données propre
editor-one-region = Lieu de conservation
editor-one-sub-processor = Sous-traitant ultérieur
editor-one-dispute = Litige
editor-one-acknowledge = Avertissement assumé
editor-add-statement = Ajouter un usage des données
editor-add-cookie = Ajouter un cookie
editor-add-data = Ajouter un type de données
editor-add-region = Ajouter un lieu
editor-add-sub-processor = Ajouter un sous-traitant ultérieur
editor-add-dispute = Ajouter un moyen de régler les litiges
editor-add-acknowledge = Assumer un avertissement
editor-add-name = Nom court
editor-add-name-help = Pour ce fichier et pour les liens : minuscules, chiffres et traits d’union, comme access-log. Les personnes voient le titre.
editor-add-name-cookie = Nom du cookie
editor-add-name-cookie-help = Tel que le navigateur l’affiche ; un astérisque tient lieu de n’importe quels caractères.
editor-add-name-data = Nom
editor-add-name-data-help = Lettres, chiffres et traits d’union, reliés par des points, comme call.quality. Les personnes voient le titre.

# Les champs : un libellé, et ce dont il s’agit.
editor-field-policy-name = Nom court
editor-field-policy-name-help = De quelle politique de l’organisation il s’agit, comme site ou service. Il reste le même dans chaque version.
editor-field-policy-version = Version
editor-field-policy-version-help = Son nom ne sert plus jamais à un autre texte.
editor-field-policy-effective = S’applique à compter du
editor-field-policy-effective-help = Le premier jour où elle s’applique.
editor-field-policy-role = Rôle
editor-field-policy-role-help = Un responsable du traitement décide pourquoi et comment les données sont utilisées ; un sous-traitant travaille pour des clients qui décident. Responsable du traitement, si rien n’est indiqué.
editor-field-policy-languages = Langues
editor-field-policy-languages-help = Une langue est publiée dès que tous les textes y existent.
editor-field-policy-title = Titre
editor-field-policy-title-help = Ce que les personnes lisent en tête de la page.
editor-field-policy-introduction = Introduction
editor-field-policy-introduction-help = Une ou deux phrases avant tout le reste.
editor-field-policy-notice = Adresse de la page
editor-field-policy-notice-help = Où les personnes lisent cette politique sur le web.
editor-field-policy-choices = Adresse pour les choix
editor-field-policy-choices-help = Où les personnes acceptent ou refusent. Nécessaire dès qu’elles peuvent choisir quoi que ce soit.
editor-field-policy-access = Accès
editor-field-policy-access-help = Ce que les personnes peuvent consulter des données détenues sur elles.
editor-field-policy-jurisdiction = Pays dont la loi s’applique
editor-field-policy-jurisdiction-help = Ses deux lettres, comme DE.
editor-field-policy-test = Ceci n’est qu’un test
editor-field-policy-test-help = Les navigateurs ignorent alors la politique, et la page dit qu’elle ne promet rien.
editor-field-policy-max-age = Valable pendant (secondes)
editor-field-policy-max-age-help = Combien de temps un navigateur peut se fier à la politique avant de la redemander ; un jour, si rien n’est indiqué.
editor-field-policy-expires = Valable jusqu’au
editor-field-policy-expires-help = Le jour jusqu’auquel un navigateur peut se fier à la politique ; à la place des secondes.

editor-field-entity-name = Dénomination légale
editor-field-entity-name-help = Telle qu’au registre du commerce.
editor-field-entity-street = Rue et numéro
editor-field-entity-street-help = Du siège.
editor-field-entity-postal-code = Code postal
editor-field-entity-postal-code-help = Comme sur une lettre.
editor-field-entity-city = Ville
editor-field-entity-city-help = Comme sur une lettre.
editor-field-entity-region = État, région ou province
editor-field-entity-region-help = Là où les adresses en comportent.
editor-field-entity-country = Pays
editor-field-entity-country-help = Ses deux lettres, comme DE.
editor-field-entity-email = E-mail
editor-field-entity-email-help = Pour les questions sur la protection des données.
editor-field-entity-phone = Téléphone
editor-field-entity-phone-help = Tel qu’on le compose.
editor-field-entity-web = Site web
editor-field-entity-web-help = L’adresse entière, à partir de https.
editor-field-entity-representative = Représentant
editor-field-entity-representative-help = Pour les organisations établies hors de l’Union ou du Royaume-Uni (RGPD, art. 27).
editor-field-entity-officer = Délégué à la protection des données
editor-field-entity-officer-help = Nécessaire pour de nombreuses organisations (RGPD, art. 37).
editor-field-entity-other = Autres indications
editor-field-entity-other-help = Tout ce que les personnes devraient encore savoir de l’organisation, sous les noms de P3P, par exemple business.contact-info.telecom.fax.number.

editor-field-contact-name = Nom
editor-field-contact-name-help = Une personne ou une fonction.
editor-field-contact-address = Adresse
editor-field-contact-address-help = Sur une ligne.
editor-field-contact-email = E-mail
editor-field-contact-email-help = Où écrire.
editor-field-contact-phone = Téléphone
editor-field-contact-phone-help = Tel qu’on le compose.

editor-field-authority-name = Nom
editor-field-authority-name-help = En entier.
editor-field-authority-web = Site web
editor-field-authority-web-help = De préférence la page des réclamations.
editor-field-authority-email = E-mail
editor-field-authority-email-help = Où envoyer les réclamations.

editor-field-rights-web = Page
editor-field-rights-web-help = Où les personnes se connectent et règlent cela elles-mêmes.
editor-field-rights-email = E-mail
editor-field-rights-email-help = Où les personnes écrivent.
editor-field-rights-note = Remarque
editor-field-rights-note-help = Ce que les personnes devraient encore savoir à ce sujet.

editor-field-security-measures = Mesures
editor-field-security-measures-help = Un texte par mesure. Dites ce qui protège les personnes, non ce qui aiderait des attaquants.

editor-field-processing-controllers = Pour le compte de qui
editor-field-processing-controllers-help = Pour quels clients les données sont traitées.
editor-field-processing-instructions = Instructions
editor-field-processing-instructions-help = Comment les clients vous disent ce que vous devez faire (art. 28.3.a).
editor-field-processing-assistance = Aide pour les demandes
editor-field-processing-assistance-help = Comment vous aidez les clients à répondre aux demandes des personnes (art. 28.3.e).
editor-field-processing-end = À la fin du contrat
editor-field-processing-end-help = Ce que deviennent alors les données (art. 28.3.g).
editor-field-processing-audit = Contrôles
editor-field-processing-audit-help = Comment les clients peuvent vous contrôler (art. 28.3.h).
editor-field-processing-contract = Contrat
editor-field-processing-contract-help = L’adresse du contrat de sous-traitance des données.
editor-field-processing-change-notice = Préavis de changement
editor-field-processing-change-notice-help = Combien de temps avant un changement de sous-traitant ultérieur les clients sont prévenus (art. 28.2).

editor-field-dispute-resolution = Moyen
editor-field-dispute-resolution-help = Qui règle le litige.
editor-field-dispute-service = Adresse
editor-field-dispute-service-help = La page web du service client, de l’organisme, du tribunal ou de la loi.
editor-field-dispute-verification = Preuve d’adhésion
editor-field-dispute-verification-help = Le numéro ou l’adresse d’un certificat.
editor-field-dispute-title = Titre
editor-field-dispute-title-help = Un nom ou une brève description.
editor-field-dispute-description = Description
editor-field-dispute-description-help = Ce à quoi les personnes peuvent s’attendre.
editor-field-dispute-remedies = Ce qui est proposé
editor-field-dispute-remedies-help = Ce qui se passe si une promesse de cette politique n’a pas été tenue.
editor-field-dispute-image = Logo
editor-field-dispute-image-help = De l’organisme qui règle le litige.
editor-field-image-source = Adresse
editor-field-image-source-help = Où se trouve l’image.
editor-field-image-alt = En mots
editor-field-image-alt-help = Ce que montre l’image, pour les personnes qui ne la voient pas.
editor-field-image-width = Largeur
editor-field-image-width-help = En pixels.
editor-field-image-height = Hauteur
editor-field-image-height-help = En pixels.

editor-field-region-id = Nom court
editor-field-region-id-help = Le nom dans ce fichier. Le changer le change partout où l’on y renvoie.
editor-field-region-title = Titre
editor-field-region-title-help = Ce que lisent les personnes.
editor-field-region-country = Pays
editor-field-region-country-help = Où se trouvent les serveurs : ses deux lettres.
editor-field-region-serves = Dessert
editor-field-region-serves-help = Les pays dont les données des habitants sont conservées ici ; tous, si aucun n’est indiqué.
editor-field-region-transfer = Base du transfert
editor-field-region-transfer-help = Nécessaire si le pays se trouve hors de votre espace juridique et sans décision d’adéquation (RGPD, art. 44 à 49).
editor-field-transfer-ground = Base
editor-field-transfer-ground-help = Ce qui autorise le transfert.
editor-field-transfer-document = Document
editor-field-transfer-document-help = Où les personnes peuvent le lire (art. 13.1.f).

editor-field-data-ref = Nom
editor-field-data-ref-help = Le nom dans ce fichier. Le changer le change partout où l’on y renvoie.
editor-field-data-title = Titre
editor-field-data-title-help = Ce que lisent les personnes.
editor-field-data-categories = Catégories
editor-field-data-categories-help = De quel type de données il s’agit. Si rien n’est coché, chaque usage des données l’indique.
editor-field-data-other-category = Autre catégorie
editor-field-data-other-category-help = Ce que « autres données » signifie ici.
editor-field-data-description = Description
editor-field-data-description-help = Ce que cela contient, en une phrase.

editor-field-statement-id = Nom court
editor-field-statement-id-help = Le nom dans ce fichier ; les décisions le citent. Le changer le change partout où l’on y renvoie.
editor-field-statement-title = Titre
editor-field-statement-title-help = Ce que lisent les personnes.
editor-field-statement-why = Pourquoi
editor-field-statement-why-help = La raison en mots simples, comme vous la diriez à un visiteur.
editor-field-statement-non-identifiable = Ces données ne permettent de reconnaître personne
editor-field-statement-non-identifiable-help = Ne cochez que si c’est vrai même pour vous : aucun numéro, aucune adresse, aucun cookie ne ramène à une personne.
editor-field-statement-subjects = Personnes concernées
editor-field-statement-subjects-help = Les types de personnes dont il s’agit.
editor-field-statement-sources = Provenance
editor-field-statement-sources-help = D’où viennent les données (RGPD, art. 14.2.f).
editor-field-statement-data = Quelles données
editor-field-statement-data-help = Saisissez un mot et choisissez dans la liste, par exemple dynamic.cookies.
editor-field-statement-purposes = Pour quoi
editor-field-statement-purposes-help = Pour chaque finalité : si cela se fait dans tous les cas, ou si les personnes ont le choix.
editor-field-statement-recipients = Qui les reçoit
editor-field-statement-recipients-help = Pour chaque destinataire : s’il les reçoit dans tous les cas, ou si les personnes ont le choix.
editor-field-statement-retention = Combien de temps elles restent
editor-field-statement-retention-help = Quand les données sont effacées (RGPD, art. 13.2.a).
editor-field-statement-basis = Base juridique
editor-field-statement-basis-help = Celle de toute finalité qui n’en indique pas elle-même (RGPD, art. 6.1).
editor-field-statement-interests = Intérêts légitimes
editor-field-statement-interests-help = Les intérêts que vous poursuivez, s’ils sont la base juridique (RGPD, art. 13.1.d).
editor-field-statement-obligation = Faut-il les fournir
editor-field-statement-obligation-help = Et ce qui se passe sinon (RGPD, art. 13.2.e).
editor-field-statement-automated-decision = Décisions automatisées
editor-field-statement-automated-decision-help = Selon quelle logique une machine décide, et ce que cela signifie pour les personnes (RGPD, art. 13.2.f).
editor-field-statement-special-ground = Base pour les catégories particulières
editor-field-statement-special-ground-help = Pourquoi des données sur la santé, les convictions et autres peuvent être utilisées (RGPD, art. 9.2).
editor-field-statement-regions = Où elles sont conservées
editor-field-statement-regions-help = Dans tous les lieux de cette politique, si aucun n’est coché.

editor-field-data-entry-ref = Données
editor-field-data-entry-ref-help = Saisissez un mot et choisissez dans la liste.
editor-field-data-entry-categories = Catégories
editor-field-data-entry-categories-help = Seulement pour les données qui n’en ont pas elles-mêmes, comme les cookies.
editor-field-data-entry-other-category = Autre catégorie
editor-field-data-entry-other-category-help = Ce que « autres données » signifie ici.
editor-field-data-entry-optional = Facultatif pour les personnes
editor-field-data-entry-optional-help = Ne pas les fournir est sans conséquence.

editor-field-purpose-choice = Choix
editor-field-purpose-choice-help = Si les personnes ont le choix.
editor-field-purpose-basis = Base juridique
editor-field-purpose-basis-help = Celle de cette finalité (RGPD, art. 6.1).
editor-field-purpose-description = En vos propres mots
editor-field-purpose-description-help = Ce que la finalité signifie ici. Nécessaire pour « une autre finalité ».
editor-field-recipient-choice = Choix
editor-field-recipient-choice-help = Si les personnes ont le choix.
editor-field-recipient-who = Qui ils sont
editor-field-recipient-who-help = Un texte pour chacun.
editor-field-recipient-country = Pays
editor-field-recipient-country-help = Nécessaire seulement s’il s’agit d’un autre pays : ses deux lettres.
editor-field-recipient-transfer = Base du transfert
editor-field-recipient-transfer-help = Nécessaire si le pays se trouve hors de votre espace juridique et sans décision d’adéquation (RGPD, art. 44 à 49).

editor-field-retention-kind = Type
editor-field-retention-kind-help = Ce qui détermine combien de temps les données restent.
editor-field-retention-period = Durée
editor-field-retention-period-help = La durée réelle.
editor-field-retention-since = Point de départ
editor-field-retention-since-help = À compter de la collecte des données, si rien n’est indiqué.
editor-field-retention-anonymous = Ce qui est conservé ne se rapporte à aucune personne
editor-field-retention-anonymous-help = Après la durée, ou dès le début, il ne reste que des données anonymes.
editor-field-retention-reason = Critère retenu
editor-field-retention-reason-help = La loi, la pratique ou les critères qui expliquent la durée.

editor-field-cookie-name = Nom
editor-field-cookie-name-help = Tel que le navigateur l’affiche ; un astérisque tient lieu de n’importe quels caractères.
editor-field-cookie-storage = Type de stockage
editor-field-cookie-storage-help = Un cookie, si rien n’est indiqué.
editor-field-cookie-statement = Relève de
editor-field-cookie-statement-help = L’usage des données qu’il sert.
editor-field-cookie-title = À quoi il sert
editor-field-cookie-title-help = Ce que les personnes lisent dans le tableau des cookies.
editor-field-cookie-lifetime = Durée de vie
editor-field-cookie-lifetime-help = Jusqu’à la fermeture du navigateur, si rien n’est indiqué.
editor-field-cookie-provider = Déposé par
editor-field-cookie-provider-help = Qui d’autre le dépose, si ce n’est pas votre organisation.
editor-field-cookie-path = Chemin
editor-field-cookie-path-help = La partie du site à laquelle il est lié, comme /shop/*.
editor-field-cookie-domain = Domaine
editor-field-cookie-domain-help = Celui auquel il est lié, comme *.example.com.

editor-field-sub-processor-id = Nom court
editor-field-sub-processor-id-help = Le nom dans ce fichier.
editor-field-sub-processor-name = Dénomination légale
editor-field-sub-processor-name-help = Telle qu’au contrat.
editor-field-sub-processor-task = Mission
editor-field-sub-processor-task-help = Ce qu’il fait pour vous.
editor-field-sub-processor-country = Pays
editor-field-sub-processor-country-help = Où il traite les données : ses deux lettres.
editor-field-sub-processor-statements = Voit les données de
editor-field-sub-processor-statements-help = Les usages dont il traite les données.
editor-field-sub-processor-transfer = Base du transfert
editor-field-sub-processor-transfer-help = Nécessaire si le pays se trouve hors de votre espace juridique et sans décision d’adéquation (RGPD, art. 44 à 49).
editor-field-sub-processor-since = Depuis
editor-field-sub-processor-since-help = Depuis quand il travaille pour vous, ou à partir de quand s’il est annoncé.

editor-field-acknowledge-code = Avertissement
editor-field-acknowledge-code-help = Le code de l’avertissement.
editor-field-acknowledge-at = Où
editor-field-acknowledge-at-help = L’endroit dont il s’agit, comme statement.access-log ; partout, si rien n’est indiqué.
editor-field-acknowledge-reason = Motif
editor-field-acknowledge-reason-help = Pourquoi cela reste ainsi. Les auditeurs le liront.
