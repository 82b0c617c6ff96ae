# The editor for the policy, in the browser. It speaks to privacy officers, not to programmers: plain words, no jargon that
# the law does not need, no exclamation marks.

editor-title = Edit { $file }
editor-tools = What you can do
editor-show = Show
editor-show-main = Show in the middle
editor-show-side = Show beside it
editor-pane-outline = Outline
editor-pane-form = Form
editor-pane-source = Source
editor-pane-result = Result
editor-pane-notice = Notice
editor-pane-compact = Compact policy
editor-pane-verdict = Verdicts
editor-pane-problems = Problems

editor-undo = Undo
editor-redo = Redo
editor-history = History
editor-history-help = Every step since this page was opened. Going back loses nothing: you can go forward again.
editor-check = Check
editor-diff = Show differences
editor-save = Save …
editor-save-now = Save to the file
editor-go-on = Go on editing
editor-close = Close
editor-without-script = This page works without scripts: change the source, then check it, compare it or save it. With scripts allowed it also has forms, undo and a live preview.

# The list of files.
editor-list = Edit policies
editor-list-lead = These are the policy files of this site. Each version is a file; a published version never changes, so changes go into a new one.
editor-list-file = File
editor-list-version = Version
editor-list-effective = Applies from
editor-list-state = State
editor-list-problems = Problems
editor-new = New version
editor-new-text = Copies the newest version into a new file, with the comments in it. You then change the copy.
editor-new-version = Name of the version
editor-new-version-help = Lower-case letters, digits, dots and hyphens, such as 3 or 2027-01.
editor-new-effective = Applies from
editor-new-do = Make the new version
editor-new-exists = There is such a version already
editor-new-exists-text = Choose another name for the new version. Nothing was changed.
editor-new-invalid = The version cannot be made
editor-new-invalid-text = The name takes lower-case letters, digits, dots and hyphens; the date must exist; and neither the site file nor the newest version may have syntax errors. Nothing was changed.
editor-new-failed = The version was not made
editor-new-failed-text = The file could not be written. Check that the folder is writable and has room, then try again.
editor-publish = Publish
editor-publish-text = Publishes every version that has no errors and is not published yet. From then on its text never changes: it stays in the archive, and decisions cite it. The same happens when the server is started again.
editor-publish-do = Publish new versions
editor-published = Published
editor-published-new = New and final from now on: { $versions }.
editor-published-nothing = There was nothing new to publish
editor-published-nothing-text = Every version without errors is published already.
editor-published-not = Nothing was published
editor-published-errors = There are errors in { $files }. Mend them first; what was published before stays.
editor-published-failed = Publishing failed
editor-published-failed-text = The reason is in the server’s log. What was published before stays.

# Who may edit.
editor-stranger = Editing needs the address from the terminal
editor-stranger-text = The address that was printed when the server started opens the editor, once and in one browser. Start the server again with --edit to get a new one.

# Whether a version is published.
editor-state-published = Published
editor-state-published-text = This text is published and final. Changes to it need a new version.
editor-state-changed = Differs from what is published
editor-state-changed-text = This version is published with another text, and that stays. Save your changes as a new version: use “New version” in the list of policies.
editor-state-errors = Draft with errors
editor-state-errors-text = It can be saved, but it will not be published until the errors are mended.
editor-state-draft = Draft
editor-state-draft-text = It can be saved and changed freely. It becomes final when it is published.

# Saving.
editor-saved = Saved
editor-saved-text = Saved to the file. It is published when you press “Publish new versions” in the list of policies, or when the server is started again.
editor-saved-errors = Saved to the file as a draft. It will not be published until its errors are mended.
editor-save-conflict = Not saved: the file has changed
editor-save-conflict-text = Somebody or some program changed the file since you opened it. Your text is still here. Compare the two before you save again.
editor-save-long = Not saved: the text is too long
editor-save-long-text = A policy file may have at most one megabyte.
editor-save-failed = Not saved
editor-save-failed-text = The file could not be written. Check that it is writable and that the disk has room. Your text is still here.

# Differences.
editor-diff-title = What saving changes
editor-diff-none = Nothing has changed: the file has this text already.
editor-diff-people = For people
editor-diff-people-none = Nothing changes for people.
editor-diff-unreadable = One of the two texts has a syntax error, so that only lines can be compared.
editor-diff-lines = In the file

# Problems.
editor-problems-none = No problems
editor-problems-count = { $errors ->
    [0] No errors
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}
editor-problems-more = { $n ->
    [one] { $n } more is not shown.
   *[other] { $n } more are not shown.
}
editor-count-errors = { $n ->
    [one] { $n } error
   *[other] { $n } errors
}
editor-count-warnings = { $n ->
    [one] { $n } warning
   *[other] { $n } warnings
}
editor-severity-error = Error
editor-severity-warning = Warning
editor-severity-acknowledged = Left as it is
editor-line = Line { $line }
editor-fix = Put it right
editor-stay = Leave it, with a reason
editor-stays-because = Reason:
editor-why = Why this matters
editor-new-window = in a new window

# The form.
editor-form-languages = Show texts in
editor-form-languages-all = all languages
editor-form-none = The source has a syntax error. Mend it in the source; then the form comes back. The list of problems shows the place.
editor-required = needed
editor-not-said = Not said
editor-unknown-word = { $word } (unknown)
editor-nothing-to-choose = There is nothing to choose from yet.
editor-choice-none = Not used
editor-choice-always = In any case
editor-choice-opt-out = People can refuse
editor-choice-opt-in = Only if people agree
editor-grid-more = Ground and details
editor-group-absent = Nothing said; open to fill in
editor-remove = Remove
editor-remove-section = Remove all of this
editor-add-do = Add
editor-add-another = Another one
editor-add-text = Add a text
editor-add-element = Data element
editor-add-element-value = Text
editor-broken = The file has something here that a form cannot show.
editor-show-source = Show in the source
editor-period-amount = How many
editor-period-unit = Unit
editor-unit-hours = hours
editor-unit-days = days
editor-unit-weeks = weeks
editor-unit-months = months
editor-unit-years = years
editor-since-collection = from the day the data was collected
editor-since-last-use = from the day the data was last used
editor-since-contract-end = from the end of the contract or account
editor-since-year-end = from the end of the calendar year

# The source.
editor-source-label = Source
editor-source-help = This is the file itself. The Tab key leaves it.

# The live view.
editor-preview-language = Language
editor-preview-none = There is no notice to show yet: no language has all texts. The list of problems names the missing ones.
editor-preview-incomplete = Not published, because texts are missing:
editor-notice-title = Preview of the notice
editor-remedy-apply = Apply to the draft
editor-remedy-by-hand = This cannot be done here for you.
editor-remedy-or = Or, with choices alone:

# Steps in the history.
editor-did-set = Changed { $what }
editor-did-remove = Removed { $what }
editor-did-add = Added to { $what }
editor-did-fix = Put right { $what }
editor-did-acknowledge = Left { $code } as it is
editor-did-remedy = Applied: { $what }
editor-refused-syntax = The source has a syntax error: mend it there first.
editor-refused-place = The form cannot change this: { $place }. Change it in the source.
editor-refused-exists = There is one called “{ $name }” already. Choose another name.
editor-refused-value = “{ $value }” does not fit this field.
editor-refused-gone = This has been settled already.

# What scripts say.
editor-js-restored = Your unsaved changes from before are back.
editor-js-discard = Discard them
editor-js-conflict = The file has changed since your unsaved changes were made. They are back; compare before you save.
editor-js-failed = That did not work. Your text is still here; try again.
editor-js-offline = The server does not answer. Your text is still here; is the server running?
editor-js-unsaved = Not saved
editor-js-saved = Saved
editor-js-typed = Typed in the source
editor-js-opened = Opened
editor-js-line = Line
editor-js-undone = Undone:
editor-js-redone = Redone:
editor-js-back-to = Go back to this
editor-js-now = now
editor-js-no-changes = There is nothing to save: the file has this text already.
editor-js-reload = Show the file’s text instead
editor-js-no-source-place = This is not in the file yet.

# Keys.
editor-keys = Keyboard
editor-key-ctrl = Ctrl
editor-key-shift = Shift
editor-key-save = Show differences and save
editor-key-undo = Undo
editor-key-redo = Redo
editor-key-next = Go to the next problem (with Shift: the one before)

# The parts of a policy file.
editor-part-policy = The policy as a whole
editor-part-policy-help = Which policy and version this is, and what holds for all of it.
editor-part-entity = Who is responsible
editor-part-entity-help = The organisation that answers for the data (GDPR Art. 13(1)(a)).
editor-part-authority = Supervisory authority
editor-part-authority-help = The authority to which people can complain (GDPR Art. 13(2)(d)).
editor-part-rights = How people use their rights
editor-part-rights-help = Where people ask to see, correct or delete their data (GDPR Art. 12(2)).
editor-part-security = Security measures
editor-part-security-help = Technical and organisational measures (GDPR Art. 32), each in a sentence.
editor-part-processing = Duties to customers
editor-part-processing-help = What a processor owes the customers for whom it works (GDPR Art. 28). Only for a processor’s policy.
editor-part-dispute = Disputes
editor-part-dispute-help = How a dispute about this policy is settled.
editor-part-region = Places of storage
editor-part-region-help = Where data is kept.
editor-part-data = Own kinds of data
editor-part-data-help = Kinds of data for which the standard has no name.
editor-part-statement = Uses of data
editor-part-statement-help = One use of data from beginning to end: which data, why, who receives it, how long it stays.
editor-part-cookie = Cookies and storage
editor-part-cookie-help = What the site stores in people’s browsers.
editor-part-sub-processor = Sub-processors
editor-part-sub-processor-help = Organisations that process data for you, bound by contract.
editor-part-acknowledge = Answered warnings
editor-part-acknowledge-help = Warnings that you have read and leave as they are, each with its reason.
editor-one-statement = Use of data
editor-one-cookie = Cookie or storage
editor-one-data = Own kind of data
editor-one-region = Place of storage
editor-one-sub-processor = Sub-processor
editor-one-dispute = Dispute
editor-one-acknowledge = Answered warning
editor-add-statement = Add a use of data
editor-add-cookie = Add a cookie
editor-add-data = Add a kind of data
editor-add-region = Add a place
editor-add-sub-processor = Add a sub-processor
editor-add-dispute = Add a way to settle disputes
editor-add-acknowledge = Add an answer to a warning
editor-add-name = Short name
editor-add-name-help = For this file and for links: lower-case letters, digits and hyphens, such as access-log. People see the title.
editor-add-name-cookie = Name of the cookie
editor-add-name-cookie-help = As the browser shows it; an asterisk stands for any characters.
editor-add-name-data = Name
editor-add-name-data-help = Letters, digits and hyphens, joined by dots, such as call.quality. People see the title.

# The fields: a label, and what it is about.
editor-field-policy-name = Short name
editor-field-policy-name-help = Which policy of the organisation this is, such as site or service. It stays the same in every version.
editor-field-policy-version = Version
editor-field-policy-version-help = Its name is never used again for another text.
editor-field-policy-effective = Applies from
editor-field-policy-effective-help = The first day on which it applies.
editor-field-policy-role = Role
editor-field-policy-role-help = A controller decides why and how data is used; a processor works for customers who decide. Controller, if not said.
editor-field-policy-languages = Languages
editor-field-policy-languages-help = A language is published once every text exists in it.
editor-field-policy-title = Title
editor-field-policy-title-help = What people read at the top of the notice.
editor-field-policy-introduction = Introduction
editor-field-policy-introduction-help = One or two sentences before everything else.
editor-field-policy-notice = Address of the notice
editor-field-policy-notice-help = Where people read this policy on the web.
editor-field-policy-choices = Address for choices
editor-field-policy-choices-help = Where people agree or refuse. Needed as soon as people can choose anything.
editor-field-policy-access = Access
editor-field-policy-access-help = What people can see of the data held about them.
editor-field-policy-jurisdiction = Country whose law applies
editor-field-policy-jurisdiction-help = Its two letters, such as DE.
editor-field-policy-test = This is only a test
editor-field-policy-test-help = Browsers then ignore the policy, and the notice says that it promises nothing.
editor-field-policy-max-age = Valid for (seconds)
editor-field-policy-max-age-help = How long a browser may rely on the policy before it asks again; a day if not said.
editor-field-policy-expires = Valid until
editor-field-policy-expires-help = The day until which a browser may rely on the policy; instead of seconds.

editor-field-entity-name = Legal name
editor-field-entity-name-help = As in the commercial register.
editor-field-entity-street = Street and number
editor-field-entity-street-help = Of its seat.
editor-field-entity-postal-code = Postal code
editor-field-entity-postal-code-help = As letters are addressed.
editor-field-entity-city = City
editor-field-entity-city-help = As letters are addressed.
editor-field-entity-region = State or province
editor-field-entity-region-help = Where addresses have one.
editor-field-entity-country = Country
editor-field-entity-country-help = Its two letters, such as DE.
editor-field-entity-email = E-mail
editor-field-entity-email-help = For questions about privacy.
editor-field-entity-phone = Telephone
editor-field-entity-phone-help = As people dial it.
editor-field-entity-web = Web site
editor-field-entity-web-help = The whole address, starting with https.
editor-field-entity-representative = Representative
editor-field-entity-representative-help = For organisations outside the Union or the United Kingdom (GDPR Art. 27).
editor-field-entity-officer = Data protection officer
editor-field-entity-officer-help = Needed for many organisations (GDPR Art. 37).
editor-field-entity-other = Further details
editor-field-entity-other-help = Whatever else people should know of the organisation, by P3P’s names such as business.contact-info.telecom.fax.number.

editor-field-contact-name = Name
editor-field-contact-name-help = A person or a function.
editor-field-contact-address = Address
editor-field-contact-address-help = On one line.
editor-field-contact-email = E-mail
editor-field-contact-email-help = Where to write to.
editor-field-contact-phone = Telephone
editor-field-contact-phone-help = As people dial it.

editor-field-authority-name = Name
editor-field-authority-name-help = In full.
editor-field-authority-web = Web site
editor-field-authority-web-help = Best the page for complaints.
editor-field-authority-email = E-mail
editor-field-authority-email-help = Where complaints can be sent.

editor-field-rights-web = Page
editor-field-rights-web-help = Where people sign in and settle it themselves.
editor-field-rights-email = E-mail
editor-field-rights-email-help = Where people write to.
editor-field-rights-note = Remark
editor-field-rights-note-help = What else people should know about it.

editor-field-security-measures = Measures
editor-field-security-measures-help = One text each. Say what protects people, not what would help attackers.

editor-field-processing-controllers = On whose behalf
editor-field-processing-controllers-help = For which customers data is processed.
editor-field-processing-instructions = Instructions
editor-field-processing-instructions-help = How customers tell you what to do (Art. 28(3)(a)).
editor-field-processing-assistance = Help with requests
editor-field-processing-assistance-help = How you help customers answer people’s requests (Art. 28(3)(e)).
editor-field-processing-end = At the end of the contract
editor-field-processing-end-help = What happens to the data then (Art. 28(3)(g)).
editor-field-processing-audit = Checks
editor-field-processing-audit-help = How customers can check you (Art. 28(3)(h)).
editor-field-processing-contract = Contract
editor-field-processing-contract-help = The address of the contract on processing.
editor-field-processing-change-notice = Notice of changes
editor-field-processing-change-notice-help = How long before a change of sub-processors customers are told (Art. 28(2)).

editor-field-dispute-resolution = Way
editor-field-dispute-resolution-help = Who settles the dispute.
editor-field-dispute-service = Address
editor-field-dispute-service-help = The web page of the customer service, body, court or law.
editor-field-dispute-verification = Proof of membership
editor-field-dispute-verification-help = The number or address of a certificate.
editor-field-dispute-title = Title
editor-field-dispute-title-help = A name or short description.
editor-field-dispute-description = Description
editor-field-dispute-description-help = What people can expect.
editor-field-dispute-remedies = What is offered
editor-field-dispute-remedies-help = What happens if a promise of this policy was broken.
editor-field-dispute-image = Logo
editor-field-dispute-image-help = Of the body that settles the dispute.
editor-field-image-source = Address
editor-field-image-source-help = Where the picture is.
editor-field-image-alt = In words
editor-field-image-alt-help = What the picture shows, for people who do not see it.
editor-field-image-width = Width
editor-field-image-width-help = In pixels.
editor-field-image-height = Height
editor-field-image-height-help = In pixels.

editor-field-region-id = Short name
editor-field-region-id-help = The name in this file. Changing it changes it wherever it is referred to.
editor-field-region-title = Title
editor-field-region-title-help = What people read.
editor-field-region-country = Country
editor-field-region-country-help = Where the servers are: its two letters.
editor-field-region-serves = Serves
editor-field-region-serves-help = The countries whose people’s data is kept here; all, if none is named.
editor-field-region-transfer = Ground for the transfer
editor-field-region-transfer-help = Needed if the country is outside your legal area without an adequacy decision (GDPR Art. 44–49).
editor-field-transfer-ground = Ground
editor-field-transfer-ground-help = What permits the transfer.
editor-field-transfer-document = Document
editor-field-transfer-document-help = Where people can read it (Art. 13(1)(f)).

editor-field-data-ref = Name
editor-field-data-ref-help = The name in this file. Changing it changes it wherever it is referred to.
editor-field-data-title = Title
editor-field-data-title-help = What people read.
editor-field-data-categories = Categories
editor-field-data-categories-help = What kind of data it is. If none is ticked, each use of the data says it.
editor-field-data-other-category = Other category
editor-field-data-other-category-help = What “other data” means here.
editor-field-data-description = Description
editor-field-data-description-help = What it holds, in a sentence.

editor-field-statement-id = Short name
editor-field-statement-id-help = The name in this file; decisions cite it. Changing it changes it wherever it is referred to.
editor-field-statement-title = Title
editor-field-statement-title-help = What people read.
editor-field-statement-why = Why
editor-field-statement-why-help = The reason in plain words, as you would tell a visitor.
editor-field-statement-non-identifiable = Nobody can be identified by this data
editor-field-statement-non-identifiable-help = Only tick it if it is true even for you: no number, address or cookie leads back to a person.
editor-field-statement-subjects = Whose data
editor-field-statement-subjects-help = The kinds of people it is about.
editor-field-statement-sources = Where from
editor-field-statement-sources-help = Where the data comes from (GDPR Art. 14(2)(f)).
editor-field-statement-data = Which data
editor-field-statement-data-help = Type a word and choose from the list, such as dynamic.cookies.
editor-field-statement-purposes = What for
editor-field-statement-purposes-help = For each purpose: whether it happens in any case, or whether people can choose.
editor-field-statement-recipients = Who receives it
editor-field-statement-recipients-help = For each recipient: whether they receive it in any case, or whether people can choose.
editor-field-statement-retention = How long it stays
editor-field-statement-retention-help = When the data is deleted (GDPR Art. 13(2)(a)).
editor-field-statement-basis = Lawful basis
editor-field-statement-basis-help = The ground of every purpose that names none of its own (GDPR Art. 6(1)).
editor-field-statement-interests = Legitimate interests
editor-field-statement-interests-help = Which interests you pursue, if they are the ground (GDPR Art. 13(1)(d)).
editor-field-statement-obligation = Do people have to give it
editor-field-statement-obligation-help = And what follows if they do not (GDPR Art. 13(2)(e)).
editor-field-statement-automated-decision = Automated decisions
editor-field-statement-automated-decision-help = By which logic a machine decides, and what that means for people (GDPR Art. 13(2)(f)).
editor-field-statement-special-ground = Ground for special categories
editor-field-statement-special-ground-help = Why health data, beliefs and the like may be used at all (GDPR Art. 9(2)).
editor-field-statement-regions = Where it is kept
editor-field-statement-regions-help = In all places of this policy, if none is ticked.

editor-field-data-entry-ref = Data
editor-field-data-entry-ref-help = Type a word and choose from the list.
editor-field-data-entry-categories = Categories
editor-field-data-entry-categories-help = Only for data that has none of its own, such as cookies.
editor-field-data-entry-other-category = Other category
editor-field-data-entry-other-category-help = What “other data” means here.
editor-field-data-entry-optional = People may leave it out
editor-field-data-entry-optional-help = Nothing follows if they do.

editor-field-purpose-choice = Choice
editor-field-purpose-choice-help = Whether people can choose.
editor-field-purpose-basis = Lawful basis
editor-field-purpose-basis-help = The ground of this purpose (GDPR Art. 6(1)).
editor-field-purpose-description = In your words
editor-field-purpose-description-help = What the purpose means here. Needed for “another purpose”.
editor-field-recipient-choice = Choice
editor-field-recipient-choice-help = Whether people can choose.
editor-field-recipient-who = Who they are
editor-field-recipient-who-help = One text each.
editor-field-recipient-country = Country
editor-field-recipient-country-help = Only needed if it is another country: its two letters.
editor-field-recipient-transfer = Ground for the transfer
editor-field-recipient-transfer-help = Needed if the country is outside your legal area without an adequacy decision (GDPR Art. 44–49).

editor-field-retention-kind = Kind
editor-field-retention-kind-help = What decides how long data stays.
editor-field-retention-period = Period
editor-field-retention-period-help = The real length of time.
editor-field-retention-since = Counts
editor-field-retention-since-help = From the day the data was collected, if not said.
editor-field-retention-anonymous = What is kept says nothing about a person
editor-field-retention-anonymous-help = After the period, or from the start, only anonymous data remains.
editor-field-retention-reason = Fixed by
editor-field-retention-reason-help = The law, the practice or the criteria behind the period.

editor-field-cookie-name = Name
editor-field-cookie-name-help = As the browser shows it; an asterisk stands for any characters.
editor-field-cookie-storage = Kind of storage
editor-field-cookie-storage-help = A cookie, if not said.
editor-field-cookie-statement = Belongs to
editor-field-cookie-statement-help = The use of data that it serves.
editor-field-cookie-title = What it is for
editor-field-cookie-title-help = What people read in the cookie table.
editor-field-cookie-lifetime = Lifetime
editor-field-cookie-lifetime-help = Until the browser is closed, if not said.
editor-field-cookie-provider = Set by
editor-field-cookie-provider-help = Who else sets it, if not your organisation.
editor-field-cookie-path = Path
editor-field-cookie-path-help = The part of the site to which it is bound, such as /shop/*.
editor-field-cookie-domain = Domain
editor-field-cookie-domain-help = To which it is bound, such as *.example.com.

editor-field-sub-processor-id = Short name
editor-field-sub-processor-id-help = The name in this file.
editor-field-sub-processor-name = Legal name
editor-field-sub-processor-name-help = As in the contract.
editor-field-sub-processor-task = Task
editor-field-sub-processor-task-help = What it does for you.
editor-field-sub-processor-country = Country
editor-field-sub-processor-country-help = Where it processes data: its two letters.
editor-field-sub-processor-statements = Sees the data of
editor-field-sub-processor-statements-help = The uses whose data it handles.
editor-field-sub-processor-transfer = Ground for the transfer
editor-field-sub-processor-transfer-help = Needed if the country is outside your legal area without an adequacy decision (GDPR Art. 44–49).
editor-field-sub-processor-since = Since
editor-field-sub-processor-since-help = Since when it works for you, or from when if it is announced.

editor-field-acknowledge-code = Warning
editor-field-acknowledge-code-help = The code of the warning.
editor-field-acknowledge-at = Where
editor-field-acknowledge-at-help = The place it is about, such as statement.access-log; everywhere, if not said.
editor-field-acknowledge-reason = Reason
editor-field-acknowledge-reason-help = Why it stays as it is. Auditors will read this.
