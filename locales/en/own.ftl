# What Abide's own tables hold, column by column, and for how long: for whoever works at the desk, and in the copy of whoever asked.

own-store = Abide itself
own-tables-title = What Abide itself keeps
own-tables-lead = To answer requests and to prove how they were answered, Abide keeps tables of its own. What people are told and what they get of these tables follows from what stands here.
own-column = Column
own-category = Category
own-category-none = none
own-purpose = What for
own-retention = How long
own-subject = Found by
own-rows-asker = Rows belong to whoever asked. They are found by:
own-rows-nobody = Rows belong to nobody: they are about the organisation.
own-whose-staff = somebody of the organisation

own-kept-versions = as long as the records exist: others rely on published versions
own-kept-request = { $period } after the request is closed, then deleted
own-kept-letter = 30 days after the request is closed, so that it can be handed over, then deleted
own-kept-answer = until the request is closed; while a legal hold keeps something of theirs, until it has ended
own-kept-mark = until the day in the column “until”, then deleted
own-kept-choice = as long as the choice holds: until the day in the column “until”, if there is one
own-kept-hold = as long as the hold stands and, as proof why something was kept, as long as closed requests after it has ended

own-table-policy_version = published policies
own-column-policy_version-seq = the order in which versions were recorded
own-column-policy_version-name = which policy the version belongs to
own-column-policy_version-version = how decisions and documents cite the version
own-column-policy_version-effective = the first day on which the version applies
own-column-policy_version-sha256 = proves that the stored text is the published one
own-column-policy_version-source = the published text, byte for byte; it names whoever the organisation published as its contact, such as its data protection officer
own-column-policy_version-recorded_at = since when the version is public

own-table-request = requests
own-column-request-id = how the person, the history and the stores cite the request
own-column-request-kind = what the person asks for
own-column-request-jurisdiction = whose law sets the deadline
own-column-request-language = in which language the person is answered
own-column-request-policy = the version of the policy under which the request is answered
own-column-request-subject = the identities that the person stated and, while an erasure is carried out, what they are known by in the stores and which rows somebody must see to by hand: to find what is held about them
own-column-request-received = from which day the deadline counts
own-column-request-due = by which day the person must be answered
own-column-request-extended_to = that the deadline was extended, and to which day
own-column-request-extension_reason = why it was extended, as the person was told
own-column-request-paused_since = since which day the deadline stands still
own-column-request-paused_days = for how many days it stood still before
own-column-request-state = how far the request has come
own-column-request-waits = what it waits for
own-column-request-refusal = the code of the reason for which it was refused
own-column-request-refusal_text = what the person was told about the refusal
own-column-request-version = keeps two who change the request at once apart
own-column-request-event_count = numbers the history
own-column-request-plan_count = numbers the plans
own-column-request-lease_owner = which worker has the request
own-column-request-lease_until = until when the worker has it
own-column-request-created_at = when the request was added
own-column-request-updated_at = when it was last changed
own-column-request-closed_at = when it was done, refused or taken back; from then on its retention counts

own-table-request_identity = whose requests they are
own-column-request_identity-request = which request was the person’s
own-column-request_identity-hash = a fact about the person as a keyed hash, by which their requests are found
own-column-request_identity-key_id = under which key, so that keys can be changed
own-column-request_identity-fact = which fact was hashed

own-table-request_event = history of requests
own-column-request_event-request = to which request it happened
own-column-request_event-seq = the order of what happened
own-column-request_event-at = when it happened
own-column-request_event-actor = who of the organisation, or which worker, did it: to account for how the request was handled
own-column-request_event-what = what happened, as a word
own-column-request_event-detail = the details, without anything about the person

own-table-plan = plans
own-column-plan-request = which request the plan is for
own-column-plan-seq = which plan of the request
own-column-plan-made_at = when it was made
own-column-plan-fingerprint = proves that the data is still as it was when the plan was made
own-column-plan-document = what is to be done, how often, what stays and why; keys of rows where nothing else says which
own-column-plan-approved_by = who of the organisation approved it
own-column-plan-approved_at = when it was approved

own-table-step = steps of plans
own-column-step-request = which request the step is for
own-column-step-plan = of which plan
own-column-step-seq = its place in the plan
own-column-step-store = in which store
own-column-step-what = what is done
own-column-step-state = how far it has come
own-column-step-counts = how many rows and files were deleted, changed, kept
own-column-step-started_at = when it began
own-column-step-ended_at = when it ended

own-table-recipient_notice = notices to recipients
own-column-recipient_notice-request = for which request the recipient must be told
own-column-recipient_notice-recipient = which recipient
own-column-recipient_notice-told_at = when they were told
own-column-recipient_notice-told_by = who of the organisation told them

own-table-reminder = work by hand
own-column-reminder-request = for which request something must be done by hand
own-column-reminder-store = in which store
own-column-reminder-code = what must be done, as the code of an instruction
own-column-reminder-due = by which day
own-column-reminder-done_at = when it was done

own-table-suppression = marks of erased people
own-column-suppression-hash = makes visible that a later import holds a person who was erased
own-column-suppression-key_id = under which key, so that keys can be changed
own-column-suppression-fact = which fact was hashed
own-column-suppression-request = by which request the person was erased
own-column-suppression-basis = on which ground the hash is kept
own-column-suppression-since = since when the person is erased
own-column-suppression-until = the last day on which the hash is kept

own-table-choice = choices of people
own-column-choice-hash = finds what a person chose, so that decisions follow it
own-column-choice-key_id = under which key, so that keys can be changed
own-column-choice-kind = whether they objected, restricted, or took back a consent
own-column-choice-purpose = for which purpose
own-column-choice-since = from which day it holds
own-column-choice-until = until which day, if it ends
own-column-choice-request = by which request it was chosen

own-table-legal_hold = legal holds
own-column-legal_hold-id = how the hold is cited
own-column-legal_hold-hash = finds the person whose data is held, so that it is not deleted while a claim needs it
own-column-legal_hold-key_id = under which key, so that keys can be changed
own-column-legal_hold-fact = which fact was hashed
own-column-legal_hold-reason = for which claim the data is held
own-column-legal_hold-covers = which tables or statements of the policy it covers; everything if none is named
own-column-legal_hold-until = the last day of the hold, if one is known
own-column-legal_hold-placed_by = who of the organisation placed it: to account for what was kept
own-column-legal_hold-placed_at = when it was placed
own-column-legal_hold-lifted_by = who of the organisation lifted it
own-column-legal_hold-lifted_at = when it was lifted
