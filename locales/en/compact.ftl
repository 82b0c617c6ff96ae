# The compact policy explained token by token, and how user agents judge it. Also used where anyone pastes a policy.

compact = How browsers judge it
compact-description = The compact policy of “{ $title }”, explained token by token, and how user agents judge it.
compact-kicker = Compact policy of “{ $title }”
compact-lead = A compact policy sums up a policy in words of three letters. A site sends it with its cookies, so that a browser can decide at once.
compact-caveat = These verdicts emulate browsers from published descriptions. They do not replace a test in a real one. Today’s browsers no longer read P3P: they decide by cookie attributes, by who asks, and by how long a cookie wants to stay.
compact-tokens = Token by token
compact-tokens-label = Tokens of the compact policy; each opens its meaning
compact-tokens-hint = Open a token to read what it says.
compact-header = The header as it is sent
compact-table = All tokens in one table
compact-token = Token
compact-kind = Kind
compact-meaning = Meaning
compact-none = The policy needs no compact policy.
compact-verdicts = Verdicts
compact-agent = { $name }
compact-agent-caption = What { $name } does with a cookie
compact-agent-default = Unless changed, people had the level “{ $level }”.
compact-satisfactory = satisfactory
compact-unsatisfactory = unsatisfactory
compact-cell-hint = Open a cell to read the reason.
compact-why = Why
compact-why-text = { $categories }. This identifying data is used for, or received by, the following without a choice for people: { $uses }.
compact-why-fine = No data that identifies people is used without a choice for them.
compact-why-invalid = The policy does not count, because it is missing, a test, or not valid.
compact-corner = Whose page, which cookie
compact-remedy = What would change it
compact-remedy-text = The smallest changes to the policy after which the cookie is accepted, each proved by judging again:
compact-remedy-none = Nothing needs to change, and nothing would help where every cookie is blocked.
compact-remedy-caption = Smallest changes for { $name }
compact-remedy-where = Accepted then
compact-remedy-changes = Change
compact-remedy-alternative = With choices alone: { $changes }
compact-place = { $level }: { $rows }
compact-place-all = { $level }: every cookie
compact-advice-opt-out = If people could refuse ({ $uses }), cookies would also be accepted at: { $places }.
compact-advice-opt-in = Only if people had to agree first ({ $uses }), also at: { $places }.

kind-access = access
kind-disputes = disputes
kind-remedy = remedy
kind-non-identifiable = identity
kind-purpose = purpose
kind-recipient = recipient
kind-retention = retention
kind-category = data
kind-test = test
kind-unknown = unknown

# What a token says: sentences.
token-remedy = If a promise is broken: { $what }.
token-use = { $what }. { $choice }
token-category = Collected are { $what }.
token-disputes = There is a named way to settle disputes.
token-non-identifiable = Nobody is identified by the data, or it has been made anonymous.
token-test = This policy is a test and must be ignored.
token-unknown = Not a word of P3P; browsers ignore it.
token-customization = Customisation: a purpose from drafts of P3P, left out of the final text. { $choice }
use-customization = customisation (from drafts of P3P)

deviation-unknown = no token of P3P
deviation-case = written in the wrong case
deviation-suffix = has a suffix that the grammar does not have, but editors of the time wrote
deviation-draft = comes from a draft of P3P

context-first-party = first party
context-third-party = third party
cookie-persistent = persistent
cookie-session = session
compact-row = { $context }, { $cookie }

level-low = Low
level-medium = Medium
level-medium-high = Medium High
level-high = High
level-accept-all = Accept All Cookies
level-block-all = Block All Cookies
level-default = Default

action-accept = accepted
action-session = session only
action-leash = first party only
action-block = blocked
action-prompt = asks the user

reason-satisfactory = The policy is satisfactory at this level.
reason-optout_missing_some = Opt-out is not provided for all such uses.
reason-no_optout = No opt-out is provided.
reason-optin_not_required = Opt-in is not required for all such uses.
reason-no_policy = There is no compact policy.
reason-test_policy = The compact policy says that it is a test and must be ignored.
reason-invalid_policy = The compact policy is not valid and counts as absent.
reason-accept_all = This level accepts every cookie.
reason-block_all = This level blocks every cookie.
reason-site_rule = The user decided about this site.
reason-zone = The site’s security zone decides, not the level.
reason-legacy = The cookie is older than the browser.
reason-optout_cookie = The cookie is older than the browser and records a refusal.
reason-no_consent = Identifying data is used without consent.
reason-implicit_consent = Identifying data is used unless the person refuses.
reason-explicit_consent = Identifying data is used only if the person agrees.
reason-no_identifying_data = No identifying data is collected.
reason-flagged = { $reason } The browser shows a sign.

change-opt-out = let people refuse: { $what }
change-opt-in = ask people first: { $what }
change-drop = stop collecting: { $what }
change-add-policy = publish a compact policy
change-drop-test = say that the policy is meant: remove TST
change-drop-unknown = remove tokens that are not P3P’s
