# Les listes de mots de P3P et du RGPD, un message par mot.

access-nonident = Aucune donnée permettant d’identifier une personne n’est collectée ; il n’y a donc rien à communiquer.
access-all = Vous pouvez consulter toutes les données détenues sur vous.
access-contact-and-other = Vous pouvez consulter vos coordonnées et une partie des autres données détenues sur vous.
access-ident-contact = Vous pouvez consulter vos coordonnées.
access-other-ident = Vous pouvez consulter une partie des données détenues sur vous, mais pas vos coordonnées.
access-none = L’organisation ne donne aucun accès aux données qu’elle détient.

purpose-current = fourniture de ce qui a été demandé : la page, le service, la commande
purpose-admin = exploitation et sécurité du site et du service
purpose-develop = amélioration du site, du service et des produits
purpose-tailoring = adaptation des pages au cours d’une même visite, sans rien en retenir
purpose-pseudo-analysis = analyse des centres d’intérêt et des habitudes sous un pseudonyme
purpose-pseudo-decision = choix de ce qui est affiché, sous un pseudonyme
purpose-individual-analysis = analyse des centres d’intérêt et des habitudes d’une personne identifiée
purpose-individual-decision = décisions concernant une personne identifiée
purpose-contact = envoi d’offres par courrier, e-mail ou message
purpose-historical = conservation de documents pour l’histoire
purpose-telemarketing = appels téléphoniques pour proposer des offres
purpose-other-purpose = une autre finalité

purpose-current-short = fourniture de ce qui a été demandé
purpose-admin-short = exploitation et sécurité du service
purpose-develop-short = amélioration du service
purpose-tailoring-short = adaptation des pages au cours d’une visite
purpose-pseudo-analysis-short = analyse sous un pseudonyme
purpose-pseudo-decision-short = décisions sous un pseudonyme
purpose-individual-analysis-short = analyse des habitudes de personnes identifiées
purpose-individual-decision-short = décisions concernant des personnes identifiées
purpose-contact-short = envoi d’offres
purpose-historical-short = conservation pour l’histoire
purpose-telemarketing-short = appels pour proposer des offres
purpose-other-purpose-short = une autre finalité

recipient-ours = nous-mêmes et les prestataires tenus par nos instructions
recipient-delivery = services de livraison, qui peuvent aussi utiliser les données à leurs propres fins
recipient-same = organisations qui traitent les données comme nous
recipient-unrelated = organisations dont nous ignorons les pratiques
recipient-public = le public
recipient-other-recipient = organisations qui traitent les données autrement, mais nous en rendent compte

recipient-ours-short = nous-mêmes
recipient-delivery-short = services de livraison
recipient-same-short = partenaires soumis aux mêmes règles
recipient-unrelated-short = organisations sur lesquelles nous n’avons aucune prise
recipient-public-short = le public
recipient-other-recipient-short = partenaires soumis à d’autres règles

retention-no-retention = Aucune conservation : les données disparaissent à la fin de la visite ou de l’appel.
retention-stated-purpose = Seulement tant que la finalité l’exige ; les données sont ensuite effacées.
retention-legal-requirement = Aussi longtemps que la loi l’exige ; les données sont ensuite effacées.
retention-business-practices = Selon notre propre calendrier d’effacement.
retention-indefinitely = Sans limite fixée.

category-physical = adresses postales, numéros de téléphone et noms
category-online = adresses e-mail et autres coordonnées en ligne
category-uniqueid = identifiants, comme les numéros de compte ou de cookie
category-purchase = achats et paiements effectués
category-financial = coordonnées bancaires et données de carte
category-computer = caractéristiques de l’appareil et du navigateur
category-navigation = pages consultées et liens suivis
category-interactive = saisies et recherches
category-demographic = situation personnelle, comme l’âge, le sexe ou les revenus
category-content = contenu des appels et des messages
category-state = marqueurs qui permettent de reconnaître une visite ou une session
category-political = appartenance politique, religieuse ou syndicale
category-health = santé
category-preference = goûts et préférences
category-location = lieu où se trouve une personne
category-government = numéros attribués par l’État
category-other-category = autres données

redress-correct = les erreurs sont corrigées
redress-money = le dommage est réparé
redress-law = ce que prévoit la loi

resolution-service = notre service client
resolution-independent = un organisme indépendant
resolution-court = un tribunal
resolution-law = une autorité

choice-always = Cela se fait dans tous les cas.
choice-opt-out = Cela se fait, sauf si vous refusez.
choice-opt-in = Cela ne se fait que si vous l’acceptez au préalable.
choice-opt-out-people = Cela se fait, sauf si la personne refuse.
choice-opt-in-people = Cela ne se fait que si la personne l’accepte au préalable.
choice-opt-out-people-word = la personne peut refuser
choice-opt-in-people-word = seulement avec l’accord de la personne
choice-always-word = dans tous les cas
choice-opt-out-word = vous pouvez refuser
choice-opt-in-word = seulement avec votre accord

basis-consent = consentement
basis-contract = contrat
basis-legal-obligation = obligation légale
basis-vital-interests = sauvegarde des intérêts vitaux
basis-public-task = mission d’intérêt public
basis-legitimate-interests = intérêts légitimes
basis-consent-article = art. 6.1.a du { $law }
basis-contract-article = art. 6.1.b du { $law }
basis-legal-obligation-article = art. 6.1.c du { $law }
basis-vital-interests-article = art. 6.1.d du { $law }
basis-public-task-article = art. 6.1.e du { $law }
basis-legitimate-interests-article = art. 6.1.f du { $law }

storage-cookie = cookie
storage-flash = objet Flash
storage-local-storage = stockage local
storage-session-storage = stockage de session
storage-indexed-db = base de données du navigateur

subject-visitor = visiteurs du site
subject-customer = clients
subject-caller = appelants et personnes appelées
subject-contact = contacts d’un carnet d’adresses
subject-agent = agents qui répondent aux appels
subject-employee = personnel
subject-applicant = candidats à un emploi

source-person = fournies par la personne
source-observed = produites par l’utilisation
source-derived = déduites d’autres données
source-customer = saisies par un client
source-third-party = reçues d’une autre organisation
source-public = tirées de sources publiques

keeps-since-collection = { $period } à compter de la collecte des données
keeps-since-last-use = { $period } à compter de la dernière utilisation des données
keeps-since-contract-end = { $period } à compter de la fin du contrat ou du compte
keeps-since-year-end = { $period } à compter de la fin de l’année civile

ground-adequacy = décision d’adéquation
ground-standard-clauses = clauses contractuelles types
ground-binding-corporate-rules = règles d’entreprise contraignantes
ground-code-of-conduct = code de conduite approuvé
ground-certification = certification approuvée
ground-explicit-consent = consentement explicite
ground-contract-necessity = transfert nécessaire à un contrat avec la personne

special-explicit-consent = consentement explicite
special-employment = droit du travail et de la sécurité sociale
special-vital-interests = sauvegarde des intérêts vitaux
special-non-profit = appartenance à un organisme à but non lucratif
special-made-public = données rendues publiques par la personne elle-même
special-legal-claims = constatation, exercice ou défense d’un droit en justice
special-public-interest = motifs d’intérêt public important
special-health-care = soins de santé
special-public-health = santé publique
special-research = archives, recherche et statistiques

role-controller = responsable du traitement
role-processor = sous-traitant

law-eu = RGPD
law-uk = RGPD britannique
