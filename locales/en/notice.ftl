# The privacy notice. It speaks to the person whose data it is ("you"); the notice of a processor speaks to business
# customers. Short, plain, exact; no exclamation marks.

notice-description = What { $name } does with personal data, why, for how long, and what you can do about it.
notice-applies = This version has applied since { $date }.
notice-applies-from = This version will apply from { $date }.
notice-ended = This version applied from { $date } to { $end }. It is kept here for reference.
notice-announced = A new version applies from { $date }.
notice-announced-link = See what changes
notice-current-link = Go to the version in force
notice-test = This policy is a test. It promises nothing.

# In short: six lines.
short = In short
short-who = Who
short-who-controller = { $name } decides what happens to your data and answers for it.
short-who-processor = { $name } handles this data only for its customers and on their instructions.
short-what = What
short-why = Why
short-recipients = Who receives it
short-recipients-processors = { $count ->
    [one] One service provider works for us.
   *[other] { $count } service providers work for us.
}
short-kept = Where and how long
short-kept-where = { $places }.
short-kept-one = Kept for { $period }.
short-kept-range = Kept between { $least } and { $most }, depending on the data.
short-kept-purpose = Kept as long as the purposes need it.
short-kept-anonymous = What stays without an end is anonymous.
short-kept-indefinitely = Some data has no set end.
short-rights = Your rights
short-rights-see = You can have your data shown, corrected and deleted.
short-rights-object = You can object to some uses.
short-rights-withdraw = You can withdraw a consent at any time.
short-rights-how = How to do it
short-rights-people = Rights of the people concerned
short-rights-customer = People turn to the customer for whom we act; we help the customer to answer.

# Who is responsible.
who = Who is responsible
who-processor = Who we are
who-name = Name
who-address = Address
who-email = E-mail
who-phone = Telephone
who-web = Website
who-officer = Data protection officer
who-representative = Representative in the Union or the United Kingdom
who-other = Further details

# What is done with data: one card per statement.
what = What we do with data
what-processor = What we do with data for our customers
what-none = No personal data is collected.
what-lead = Each card describes one use of data from beginning to end.
card-what = What
card-exact = Exactly which data
card-exact-caption = Data elements of “{ $title }”
card-exact-element = Element
card-exact-categories = Kind of data
card-optional = (voluntary)
card-whose = Whose
card-from = Where from
card-why = Why
card-ground = Ground
card-ground-one = { $basis } ({ $article })
card-ground-one-plain = { $basis }
card-ground-for = { $ground }: for { $purposes }
card-ground-none = no ground is stated
card-interests = Our interests: { $text }
card-special = Special categories of data: { $ground }
card-who = Who receives it
card-who-named = { $recipient }: { $names }
card-where = Where
card-keeps = How long
card-keeps-anonymous-after = After that, what remains says nothing about a person any more
card-keeps-anonymous = What is kept says nothing about a person any more
card-keeps-reason = Fixed by: { $text }
card-obligation = Must it be given?
card-choice = Your choice
card-choice-people = Choice of the people concerned
card-choice-purpose = { $what }: { $choice }
card-choice-none = This happens in any case.
card-choice-link = Choose now
card-choice-objection = You can object to it at any time; see “{ $section }”.
card-decision = Automated decisions
card-cookies = Stored in the browser
card-mark-anonymous = anonymous
card-mark-anonymous-later = later anonymous
card-mark-partly = partly a choice
card-mark-always = always

# Who receives it, where it is.
subs = Who works for us
subs-lead = These organisations process data for us, bound by contract and to our instructions.
subs-none = No other organisation processes this data for us.
subs-caption = Service providers: { $title }
subs-name = Name
subs-task = Task
subs-country = Country
subs-transfer = Transfer permitted by
subs-since = Since
subs-statements = Data
subs-statements-all = all
subs-future = from { $date }
subs-document = Read the document
subs-change-notice = We tell customers { $period } before we add or replace one, so that they can object.
where = Where data is kept
where-lead = Data is kept in these places:
where-serves = for people in { $countries }
where-transfer = This is a transfer to another legal area. It is permitted by: { $ground }.
where-providers = Service providers also process some of the data here: { $countries }.
where-none = The policy does not say where data is kept.

# Your choices and rights.
choices = Your choices
choices-lead = These uses depend on you. You can change your mind at any time.
choices-caption = Uses that depend on you
choices-use = What for
choices-card = Data
choices-choice = Your choice
choices-link = Make or change your choices
rights = Your rights
rights-lead = You have these rights against { $name }, free of charge:
rights-anonymous = The data described here says nothing about a person. We could not find yours among it, so requests about it come to nothing (Art. 11 { $law }).
rights-access = See your data
rights-access-text = You can ask what we hold about you and get a copy of it ({ $article }).
rights-rectification = Have it corrected
rights-rectification-text = What is wrong is put right; what is incomplete is completed ({ $article }).
rights-erasure = Have it deleted
rights-erasure-text = We delete what is no longer needed, what was based on a consent that you withdraw, and what should not have been collected. What a law obliges us to keep stays until that duty ends ({ $article }).
rights-restriction = Have its use restricted
rights-restriction-text = While it is unclear whether data is right or may be used, you can demand that we only store it ({ $article }).
rights-portability = Take it with you
rights-portability-text = What you gave us by consent or for a contract you get in a format that other programs can read, or we send it on where that is possible ({ $article }).
rights-objection = Object
rights-objection-text = What rests on legitimate interests or a public task you can object to for reasons of your own situation. We then stop, unless compelling grounds outweigh yours ({ $article }).
rights-object = Your right to object
rights-marketing = Object to offers
rights-marketing-text = If you object to offers, we stop using your data for them at once. You need give no reason ({ $article }).
rights-withdrawal = Withdraw consent
rights-withdrawal-text = A consent can be withdrawn at any time, as easily as it was given. What happened until then stays lawful ({ $article }).
rights-human = Have a person decide
rights-human-text = Where a machine alone decides with serious effect for you, you can demand that a person looks at it, say your view, and contest the decision ({ $article }).
rights-complaint = Complain
rights-complaint-text = You can complain to a supervisory authority, where you live, where you work, or where you think the wrong was done ({ $article }).
rights-complaint-own = The one competent for us:
rights-how = How to use them
rights-how-lead = We answer within one month; if a case is difficult we may take two more, and tell you why.
rights-how-web = Settle it yourself
rights-how-email = Write to us
rights-offered = What you can see
rights-offered-more = By law you can ask for more: all the data held about you ({ $article }).
rights-disputes = If there is a dispute
rights-disputes-caption = Ways to settle a dispute
rights-disputes-way = Way
rights-disputes-with = With
rights-disputes-offer = What is offered
rights-disputes-verification = Membership: { $text }
rights-elsewhere = What { $name } offers you:
right-access-article = Art. 15 { $law }
right-rectification-article = Art. 16 { $law }
right-erasure-article = Art. 17 { $law }
right-restriction-article = Art. 18 { $law }
right-portability-article = Art. 20 { $law }
right-objection-article = Art. 21(1) { $law }
right-marketing-article = Art. 21(2) and (3) { $law }
right-withdrawal-article = Art. 7(3) { $law }
right-human-article = Art. 22(3) { $law }
right-complaint-article = Art. 77 { $law }

decisions = Decisions by machine
decisions-none = This policy provides for no decisions about people that a machine makes alone.
decisions-lead = In these cases a machine decides or helps to decide:
security = How data is protected
security-lead = These measures protect the data:
stored = Cookies and other storage
stored-lead = The site stores these things in your browser:
stored-none = The site stores nothing in your browser.
stored-more = What they are, and how to refuse or delete them

# A processor's notice.
callers = If you called or were called
callers-text = The organisation that you called, or that called you, decides what happens to your data: it is the controller. Please turn to it with your questions and rights. If you turn to us, we pass your request on to it.
behalf = On whose behalf
instructions = Instructions
assistance = Help with people’s rights
ending = At the end of the contract
audit = How customers can check
contract = The contract
contract-text = What we owe our customers is laid down in the contract on processing.
contract-link = Read the contract

# Versions.
versions = Versions
versions-hash = Fingerprint of the source (SHA-256)
versions-before = Before that
versions-version = Version
versions-since = In force since
versions-first = This is the first version.
versions-changes = What changed from version { $version }
versions-archive = All versions
versions-source = The source of this version
