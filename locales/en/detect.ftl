# What looks for personal data: the page where a text is pasted and marked, what its findings are called, and their reasons.

# The page.
find = Find personal data in a text
find-description = Paste a letter, a table or a call: the personal data in it is marked, each with its evidence and the category that a policy must declare for it.
find-lead = Paste a letter, a log, a table or a call, or choose a file. Whatever points to people is marked, with the evidence for each finding and the category that a policy must declare. Nothing of it is kept or logged.
find-label = Text
find-help = Plain text, CSV, JSON, vCon, WebVTT or an e-mail message, up to one megabyte.
find-file = Or a file
find-sure = Show findings that are
find-sure-doubtful = at least conceivable
find-sure-possible = at least possible
find-sure-strong = almost certain
find-button = Find personal data
find-examples = Or take one of these:
find-example-letter = a letter
find-example-table = a table
find-example-call = a call
find-sample-letter =
    Dear Ms Whitcombe,

    thank you for your call of 14 March 2026. We have noted your new number, phone 020 7946 0958, and will write to
    eleanor.whitcombe@example.org from now on.
    The refund goes to IBAN GB33BUKB20201555555555; card 4111 1111 1111 1111 will no longer be charged.

    Kind regards
find-sample-table =
    customer;phone;email;amount
    Eleanor Whitcombe;020 7946 0958;eleanor@example.org;19.90
    Rufus Penhale;020 7946 0123;rufus@example.net;240.00
    Imogen Tarrant;020 7946 0417;;12.50
    Basil Farrow;020 7946 0666;basil@example.com;8.00
    Odette Lisle;020 7946 0802;odette@example.org;77.25
find-sample-call =
    WEBVTT

    00:00.000 --> 00:04.000
    <v Agent>Hello, this is support, how can I help you?

    00:04.000 --> 00:11.000
    <v Caller>My number is 020 7946 0958, and my e-mail is eleanor@example.org.

# What was found.
find-found = What was found
find-empty = There is no text to look at.
find-none = Nothing that points to a person was found.
find-some = { $n ->
    [one] One finding.
   *[other] { $kinds ->
        [one] { $n } findings of one kind.
       *[other] { $n } findings of { $kinds } kinds.
    }
}
find-read-text = Read as plain text.
find-read-csv = Read as a table.
find-read-json = Read as JSON.
find-read-email = Read as an e-mail message.
find-read-call = Read as a call.
find-read-log = Read as the log of a web server, with what its addresses encode decoded.
find-read-office = Read as a part of an office document.
find-left-out = The text is shown up to its { $n } first findings, or as far as a page can hold it. The JSON Lines hold all findings.
find-legend = The kinds that were found
find-kind = Kind
find-count = Findings
find-category = In the policy
find-jsonl = Save the findings as JSON Lines
find-marked = The text
find-evidence = Evidence
find-evidence-help = Select a finding in the text or here to see what speaks for it.
find-back = Show in the text
find-form = Form
find-normal = In one spelling
find-why = Why
find-declare = A statement must declare: { $category }
find-place = Where
find-line = line { $line }, column { $column }
find-column = Column { $n }
find-column-kind = { $n }% { $kind }
find-misses = { $n ->
    [one] Looked like personal data and was not reported: 1
   *[other] Looked like personal data and was not reported: { $n }
}
find-misses-more = { $n ->
    [one] { $n } more is not shown.
   *[other] { $n } more are not shown.
}
find-miss = looked like: { $kind }. Not reported, because { $why }.

# How sure a finding is.
sure = { $words } ({ $n }%)
sure-certain = certain
sure-strong = almost certain
sure-likely = likely
sure-possible = possible
sure-doubtful = doubtful

# What speaks for a finding, each a sentence of its own.
evidence-pattern = it is written in the form “{ $name }”
evidence-pattern-iban = it is written like an international bank account number
evidence-pattern-local-domain = it has a name, an at sign and a domain that can exist
evidence-pattern-mask = some of its digits are hidden
evidence-pattern-card-expiry = it is a month and a year as cards show them
evidence-pattern-card-expiry-code = it is a month and a year as cards show them, with a code
evidence-pattern-street = it has a street and a number
evidence-pattern-country-number = it has a country and a number after a plus sign
evidence-pattern-00country-number = it has a country and a number after two zeros
evidence-pattern-3-3-4-digits = it is ten digits in the groups of North America
evidence-pattern-number-x-extension = it is a number with an extension
evidence-pattern-0area-number = it has an area and a number after a zero
evidence-pattern-digits-in-groups = it is digits in groups
evidence-pattern-street-number--postcode-town = it has a street with number, or a postcode with town
evidence-pattern-unit = it names a flat, floor or building
evidence-pattern-post-box = it is a post box
evidence-pattern-postcode-town = it is a postcode with a town
evidence-pattern-dotted-decimal = it is four numbers up to 255 with dots between
evidence-pattern-hexadecimal-groups = it is groups of hexadecimal digits with colons between
evidence-pattern-hexadecimal-pairs = it is six pairs of hexadecimal digits
evidence-pattern-label = a label announces it
evidence-pattern-private-key = it is a private key between its marks
evidence-check = the check for “{ $name }” holds
evidence-check-luhn = the check digit is right (Luhn)
evidence-check-mod-97 = the check digits are right (mod 97)
evidence-check-country = it starts with a country and has that country’s length
evidence-check-issuer-range = its first digits belong to a card network
evidence-check-numbering-plan = the numbering plan of its country has such numbers
evidence-check-tracking = the check digit of the tracking number is right
evidence-check-vin = the check digit of the vehicle number is right
evidence-dictionary = it is in the list “{ $name }”
evidence-dictionary-places = it is in the list of places
evidence-dictionary-professions = it is in the list of professions
evidence-dictionary-titles = it is in the list of titles
evidence-context-before = the word “{ $word }” stands before it
evidence-context-after = the word “{ $word }” stands after it
evidence-model = the language model marks it so, with a margin of { $n }%
evidence-seen = the same stands elsewhere in the text, where its surroundings make it clear
evidence-spoken = it is spoken: words stand for digits and signs
evidence-column = most values of its column are of this kind: { $kind }
evidence-rule = a rule of the organisation names it: “{ $name }”

# Why something was not reported; each goes on after “because”.
miss-age-of-thing = it is the age of a thing, not of a person
miss-amount = it is an amount or a quantity
miss-check-digit = the check digit is wrong
miss-context = nothing around it says what it is
miss-country = there is no such country code
miss-domain = the domain cannot exist
miss-language = it is the name of a language
miss-length = it is too long or too short
miss-no-person = it points to no person
miss-phone-context = nothing around it says that it is a telephone number
miss-phone-other = it is a number of another kind
miss-placeholder = it is a placeholder
miss-plain-word = it is an ordinary word
miss-range = it lies outside what is assigned
miss-spoken-count = too many or too few digits are spoken
miss-version = it is the number of a version

# The kinds of personal data.
personal-person = name of a person
personal-address = postal address
personal-loc = place
personal-org = organisation
personal-email = e-mail address
personal-phone = telephone number
personal-date = date
personal-date-of-birth = date of birth
personal-age = age
personal-ip = Internet address
personal-mac = network card address
personal-url = web address
personal-user = user name
personal-id = customer, contract or case number
personal-natid = number issued by a state
personal-iban = IBAN
personal-bic = bank identifier (BIC)
personal-account = bank account number
personal-card = payment card number
personal-cvv = card verification code
personal-expiry = card expiry date
personal-plate = vehicle number
personal-title = title or profession
personal-nrp = nationality, religion or political group
personal-union = trade union membership
personal-health = health data
personal-sexuality = sexual life or orientation
personal-biometric = biometric data
personal-genetic = genetic data
personal-device = device identifier
personal-cookie = cookie or session identifier
personal-geo = coordinates
personal-sip = SIP address
personal-secret = password or key
personal-other = other personal data
