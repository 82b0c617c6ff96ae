# Phrases that fill the gaps of problem messages. The name of each is its English wording.

problem-did-you-mean = did you mean `{ $fix }`?

## What is there twice, or is referred to
phrase-statement = statement
phrase-region = region
phrase-sub-processor = sub-processor
phrase-dispute = dispute
phrase-data = data element
phrase-policy = policy
phrase-version = version
phrase-cookie = cookie

## Tables
phrase-the-policy-file = the policy file
phrase-the-site-file = the site file
phrase-a-contact = a contact
phrase-a-data-entry = a data entry
phrase-a-purpose = a purpose
phrase-a-recipient = a recipient
phrase-a-holiday = a holiday

## Kinds of words
phrase-kind-of-access = kind of access
phrase-purpose = purpose
phrase-recipient = recipient
phrase-kind-of-retention = kind of retention
phrase-category = category
phrase-remedy = remedy
phrase-kind-of-dispute-resolution = kind of dispute resolution
phrase-choice = choice
phrase-lawful-basis = lawful basis
phrase-role = role
phrase-kind-of-storage = kind of storage
phrase-kind-of-person = kind of person
phrase-source = source
phrase-start-of-a-period = start of a period
phrase-transfer-ground = transfer ground
phrase-ground-for-special-categories = ground for special categories
phrase-language = language

## What a value must be, and what it is
phrase-a-line-of-text = a line of text
phrase-a-name = a name
phrase-a-web-address = a web address
phrase-an-e-mail-address = an e-mail address
phrase-a-telephone-number = a telephone number
phrase-a-country-code = a country code
phrase-the-code-of-a-region = the code of a region
phrase-a-period = a period
phrase-a-data-element = a data element
phrase-a-cookie-name = a cookie name
phrase-a-path = a path
phrase-a-domain = a domain
phrase-a-file-name = a file name
phrase-a-contact-address = a contact address
phrase-a-diagnostic-code = a problem's code
phrase-a-text = a text
phrase-true-or-false = true or false
phrase-a-whole-number = a whole number
phrase-a-date-without-quotes-such-as-2026-12-01 = a date without quotes, such as 2026-12-01
phrase-a-date-without-time-such-as-2026-12-01 = a date without time, such as 2026-12-01
phrase-a-text-or-a-table-of-languages-such-as-de-en = a text, or a table of languages such as {"{"} de = "…", en = "…" {"}"}
phrase-a-list-in-brackets-such-as = a list in brackets, such as ["…", "…"]
phrase-a-table-such-as-key = a table, such as {"{"} key = "…" {"}"}
phrase-string = a string
phrase-integer = a whole number
phrase-float = a decimal number
phrase-boolean = true or false
phrase-datetime = a date
phrase-array = a list
phrase-table = a table

## How to write a value
phrase-use-lower-case-letters-digits-dots-and-hyphens-at-most-64-starting-with-a-letter-or-digit = use lower-case letters, digits, dots and hyphens, at most 64, starting with a letter or digit
phrase-write-it-whole-such-as-https-www-example-com-privacy = write it whole, such as `https://www.example.com/privacy`
phrase-write-the-two-capital-letters-of-iso-3166-such-as-de = write the two capital letters of ISO 3166, such as `DE`
phrase-write-it-as-iso-3166-2-does-without-the-country-such-as-by-of-de-by = write it as ISO 3166-2 does, without the country, such as `BY` of `DE-BY`
phrase-write-a-number-from-1-to-1000-and-a-unit-such-as-30-days-6-months-10-years = write a number from 1 to 1000 and a unit, such as `30 days`, `6 months`, `10 years`
phrase-write-it-as-privacy-example-com = write it as `privacy@example.com`
phrase-write-digits-spaces-hyphens-and-a-leading = write digits, spaces, hyphens and a leading `+`
phrase-it-cannot-hold-spaces-quotes-or = it cannot hold spaces, quotes, `=`, `;` or `,`
phrase-write-it-as-shop-without-spaces-and-quotes = write it as `/shop/*`, without spaces and quotes
phrase-write-it-as-www-example-com-or-example-com = write it as `www.example.com` or `*.example.com`
phrase-name-a-file-below-the-site-s-folder-without = name a file below the site's folder, without `..`
phrase-write-mailto-tel-or-https = write `mailto:…`, `tel:…` or `https://…`
phrase-see-abide-explain-list = see `abide explain --list`

## Facts
phrase-a-law = a law
phrase-a-business-practice = a business practice
phrase-history = history
phrase-nothing-may-stay-beyond-one-interaction = nothing may stay beyond one interaction
phrase-a-period-is-an-end = a period is an end
phrase-it-is-an-error = it is an error
phrase-denies = denies
phrase-mentions = mentions
phrase-marketing = marketing
phrase-passing-data-to-others = passing data to others
phrase-the-statements-declare-it = the statements declare it
phrase-no-statement-declares-it = no statement declares it
phrase-the-statements-name-other-recipients = the statements name other recipients
phrase-cookies = cookies
phrase-flash-objects = Flash objects
phrase-web-storage = web storage
phrase-an-indexeddb-database = an IndexedDB database
phrase-the-european-economic-area = the European Economic Area
phrase-the-united-kingdom = the United Kingdom
phrase-switzerland = Switzerland
phrase-the-policy = the policy

phrase-write-one-line = write one line
phrase-write-letters-digits-and-hyphens-joined-by-dots = write letters, digits and hyphens, joined by dots
phrase-has-a-namespace-name-too-long = has a namespace name too long
phrase-has-an-element-with-too-many-attributes = has an element with too many attributes
phrase-has-too-many-elements = has too many elements
phrase-nests-elements-too-deeply = nests elements too deeply
phrase-defines-too-many-data-elements = defines too many data elements
phrase-lies-outside-the-site-s-folder = lies outside the site's folder
phrase-is-not-a-file = is not a file
phrase-does-not-exist = does not exist

## Data maps
phrase-column = column
phrase-store = store
phrase-the-map-file = the map file
phrase-the-map = the map
phrase-kind-of-store = kind of store
phrase-kind-of-edge = kind of edge
phrase-kind-of-erasure = kind of erasure
phrase-treatment-of-a-column = treatment of a column
phrase-fact-about-a-person = fact about a person
phrase-the-name-of-a-table-or-column = the name of a table or column
phrase-the-name-of-an-environment-variable = the name of an environment variable
phrase-write-it-as-the-store-spells-it-in-at-most-200-characters = write it as the store spells it, in at most 200 characters
phrase-write-letters-digits-and-such-as-abide-centre = write letters, digits and `_`, such as `ABIDE_CENTRE`
