# The server's own pages: the page that judges what is pasted, and the answers that say why there is no page.

# The page that explains and judges.
try = Explain and judge a policy
try-description = Paste a compact policy, a P3P header or a policy file: it is explained, checked and judged as browsers judge it.
try-lead = Paste a compact policy, a P3P header, a P3P policy in XML, or a policy file. It is explained word by word, checked, and judged as browsers judge it. Nothing of it is kept or logged.
try-label = Policy
try-help = Whatever the browser or an editor shows you will do, with or without quotation marks.
try-button = Explain and judge
try-preview = Show as a notice
try-examples = Or take one of these:
try-example-marketing = a shop that writes to its customers
try-example-careful = a shop that asks first
try-example-header = a header with mistakes in it

# What was pasted.
try-kind-compact = This is a compact policy.
try-kind-p3p = This is P3P in XML.
try-kind-policy = This is a policy file.
try-kind-site = This is a site file: it says where policies are and has none itself.
try-empty = Nothing was pasted. A browser would treat this as no policy.

# What was found.
try-found = What was found
try-found-none = No mistake was found.
try-found-errors = { $n ->
    [one] { $n } error: the policy would not be published.
   *[other] { $n } errors: the policy would not be published.
}
try-found-warnings = { $n ->
    [one] { $n } warning: it does not stop publication.
   *[other] { $n } warnings: they do not stop publication.
}
try-found-more = { $n ->
    [one] { $n } more is not shown.
   *[other] { $n } more are not shown.
}
try-severity-error = error
try-severity-warning = warning
try-severity-acknowledged = acknowledged
try-line = line { $line }, column { $column }
try-whole = the whole text

# What it comes to.
try-compact = The compact policy
try-compact-of = The compact policy of “{ $name }”
try-compact-derived = In short, for browsers:

# Answers without a page.
refusal-instead = What there is:
refusal-not-found-title = There is no page here
refusal-not-found-text = The address may be mistyped, or the page may have another name now. Published versions of policies never disappear: look under “All versions”.
refusal-method-title = This page can only be read
refusal-method-text = What was sent cannot be done with this address.
refusal-not-acceptable-title = Not in a language you accept
refusal-not-acceptable-text = Your browser refuses every language in which this page exists. You can still choose one:
refusal-timeout-title = This took too long
refusal-timeout-text = The request did not arrive in time. Please send it again.
refusal-too-large-title = This is too long
refusal-too-large-text = At most 256 kilobytes of a policy are read, and at most one megabyte of a text in which personal data is looked for. Perhaps something else was sent.
refusal-media-type-title = This format is not read here
refusal-media-type-text = The request must be a form, or JSON where the interface for programs asks for it.
refusal-no-text-title = This file holds no text
refusal-no-text-text = It is packed or of a format that is not read here. Save a spreadsheet as CSV, a document as plain text, and send that.
refusal-input-title = Something is missing
refusal-input-text = The request could be read, but a part of it is missing or cannot be used.
refusal-bad-request-title = This request cannot be read
refusal-bad-request-text = It is not what this address expects.
refusal-internal-title = Something went wrong on our side
refusal-internal-text = It is noted, and you did nothing wrong. Please try again later.
