# The closed word lists of P3P and the GDPR, one message a word.
# Purposes, categories, recipients and sources are noun phrases in the nominative, lower case at the start (unless the
# language writes nouns with capitals), because they stand in lists. They speak of "people", not of "you": the same
# words serve a notice for visitors and one for business customers.

# What access people have (sentences).
access-nonident = No data is collected that identifies a person, so there is nothing to give access to.
access-all = You can see all data held about you.
access-contact-and-other = You can see your contact data and some of the other data held about you.
access-ident-contact = You can see your contact data.
access-other-ident = You can see some of the data held about you, but not your contact data.
access-none = The organisation gives no access to the data it holds.

purpose-current = providing what was asked for: the page, the service, the order
purpose-admin = running the site and the service, and keeping them secure
purpose-develop = improving the site, the service and the products
purpose-tailoring = adapting pages during a single visit, without remembering it
purpose-pseudo-analysis = analysing interests and habits under a pseudonym
purpose-pseudo-decision = deciding what is shown, under a pseudonym
purpose-individual-analysis = analysing the interests and habits of a known person
purpose-individual-decision = making decisions about a known person
purpose-contact = sending offers by post, e-mail or message
purpose-historical = preserving records for history
purpose-telemarketing = calling with offers by telephone
purpose-other-purpose = another purpose

# In short, for the summary at the top.
purpose-current-short = providing what was asked for
purpose-admin-short = running and securing the service
purpose-develop-short = improving the service
purpose-tailoring-short = adapting pages during a visit
purpose-pseudo-analysis-short = analysis under a pseudonym
purpose-pseudo-decision-short = decisions under a pseudonym
purpose-individual-analysis-short = analysing known people’s habits
purpose-individual-decision-short = decisions about known people
purpose-contact-short = sending offers
purpose-historical-short = preserving records for history
purpose-telemarketing-short = calling with offers
purpose-other-purpose-short = another purpose

recipient-ours = we ourselves and service providers bound to our instructions
recipient-delivery = delivery services, which may use the data for their own purposes too
recipient-same = organisations that handle data as we do
recipient-unrelated = organisations whose handling of data we do not know
recipient-public = the public
recipient-other-recipient = organisations that handle data differently but answer to us

# In short, for the summary at the top.
recipient-ours-short = we ourselves
recipient-delivery-short = delivery services
recipient-same-short = partners with the same rules
recipient-unrelated-short = organisations we have no control over
recipient-public-short = the public
recipient-other-recipient-short = partners with other rules

# How long data stays, if no period is given (sentences).
retention-no-retention = Not kept: it is gone when the visit or call is over.
retention-stated-purpose = Only as long as the purpose needs it; then it is deleted.
retention-legal-requirement = As long as the law requires it; then it is deleted.
retention-business-practices = As our own schedule for deletion says.
retention-indefinitely = Without a set end.

category-physical = postal addresses, telephone numbers and names
category-online = e-mail addresses and other online contacts
category-uniqueid = identifiers such as account numbers and cookie numbers
category-purchase = purchases and payments made
category-financial = bank and card details
category-computer = details of the device and browser
category-navigation = pages visited and links followed
category-interactive = entries and searches
category-demographic = personal circumstances such as age, gender or income
category-content = the content of calls and messages
category-state = markers that recognise a visit or a session
category-political = political, religious or trade-union membership
category-health = health
category-preference = likes and preferences
category-location = the place where somebody is
category-government = numbers issued by the state
category-other-category = other data

redress-correct = mistakes are put right
redress-money = damages are paid
redress-law = what the law provides

resolution-service = our customer service
resolution-independent = an independent body
resolution-court = a court
resolution-law = an authority

# Whether people can choose (sentences), and in a word for marks.
choice-always = This happens in any case.
choice-opt-out = This happens unless you refuse.
choice-opt-in = This happens only if you agree first.
# The same for a notice that speaks to business customers: the choice is that of the people concerned.
choice-opt-out-people = This happens unless the person refuses.
choice-opt-in-people = This happens only if the person agrees first.
choice-opt-out-people-word = the person can refuse
choice-opt-in-people-word = only if the person agrees
choice-always-word = in any case
choice-opt-out-word = you can refuse
choice-opt-in-word = only if you agree

# Lawful bases. $law is the short name of the law.
basis-consent = consent
basis-contract = a contract
basis-legal-obligation = a legal obligation
basis-vital-interests = protecting someone’s life
basis-public-task = a task in the public interest
basis-legitimate-interests = legitimate interests
basis-consent-article = Art. 6(1)(a) { $law }
basis-contract-article = Art. 6(1)(b) { $law }
basis-legal-obligation-article = Art. 6(1)(c) { $law }
basis-vital-interests-article = Art. 6(1)(d) { $law }
basis-public-task-article = Art. 6(1)(e) { $law }
basis-legitimate-interests-article = Art. 6(1)(f) { $law }

storage-cookie = cookie
storage-flash = Flash object
storage-local-storage = local storage
storage-session-storage = session storage
storage-indexed-db = browser database

subject-visitor = visitors of the site
subject-customer = customers
subject-caller = callers and people called
subject-contact = contacts in an address book
subject-agent = people who answer calls
subject-employee = staff
subject-applicant = applicants for a job

source-person = given by the person
source-observed = arises during use
source-derived = derived from other data
source-customer = entered by a customer
source-third-party = from another organisation
source-public = from public sources

# How long, with a period. $period: "30 days".
keeps-since-collection = { $period } from the day the data was collected
keeps-since-last-use = { $period } from the day the data was last used
keeps-since-contract-end = { $period } from the end of the contract or account
keeps-since-year-end = { $period } from the end of the calendar year

ground-adequacy = adequacy decision
ground-standard-clauses = standard contractual clauses
ground-binding-corporate-rules = binding corporate rules
ground-code-of-conduct = approved code of conduct
ground-certification = approved certification
ground-explicit-consent = explicit consent
ground-contract-necessity = needed for a contract with the person

special-explicit-consent = explicit consent
special-employment = employment and social security law
special-vital-interests = protecting someone’s life
special-non-profit = membership of a non-profit body
special-made-public = the person made the data public
special-legal-claims = legal claims
special-public-interest = substantial public interest
special-health-care = health care
special-public-health = public health
special-research = archiving, research and statistics

role-controller = controller
role-processor = processor

law-eu = GDPR
law-uk = UK GDPR
