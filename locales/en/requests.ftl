# Requests and the data map, in the browser. It speaks to privacy officers: plain words, and buttons that say what happens.

requests-title = Requests
requests-lead = What people ask for about their data, what is planned for it, and by when it must be answered. What is due first stands first.
requests-closed = Requests cannot be answered now
requests-opening = The stores are being opened. This page loads itself again.
requests-no-stores = This site names no stores yet. Write a data map for each store, and list the map files under “stores” in the site file.
requests-maps-wrong = The data map has errors, so nobody can be found by it. Put it right, then try again.
requests-region-wrong = The region in the site file does not exist in the country, so the last day of a request cannot be counted. Put it right, then try again.
requests-zone-wrong = The time zone in the site file does not exist, so nobody knows when a day begins. Put it right, then try again.
requests-store-closed = A store cannot be opened. Everything else is served; requests wait until it is there.
requests-key-wrong = The secret key by which erased people are recognised later cannot be read.
requests-key-missing = A secret key by which people who were erased or objected are recognised is missing. Restore its file in “.abide” from a copy. If it is lost for good, “abide requests new-key --lost” lets go of what hangs on it.
requests-site-wrong = The files of the site cannot be read.
requests-try-again = Open the stores again
requests-stopped = A request was not carried on
requests-stopped-text = The worker stopped for this reason. It tries again within a minute.
requests-duties = To be done by hand
requests-duties-more = { $n } more
requests-duty = In the store “{ $store }”, by { $day }:
requests-duty-versions = Delete old versions in the store “{ $store }”, due on { $day }:
requests-duty-cleaned = Have the store “{ $store }” cleaned, due on { $day }:
requests-duty-hold = See whether the legal hold in the store “{ $store }” has ended, due on { $day }:
requests-duty-handing-out = Look at the copy that lies ready, hand it out and say so, due on { $day }:
requests-duty-late = late
requests-duty-today = due today
requests-list = The queue
requests-find = Find a request
requests-find-do = Find
requests-find-help = By its number, what the list shows, or what the person stated. Closed ones by their number, or by a whole e-mail address, telephone or customer number. What you type stands in no address and no log.
requests-found = { $n ->
    [0] No request was found.
    [one] { $rows } request was found.
   *[other] { $rows } requests were found.
}
requests-found-more = More than { $rows } requests were found; the first of them are shown. Type more.
requests-state = State
requests-open = All that are open
requests-all-closed = All that are closed
requests-kind = Kind
requests-any = Any kind
requests-sort = First comes
requests-sort-due = What is due first
requests-received = Received
requests-filter = Show these
requests-none-filtered = There is no request like this.
requests-show-open = Show all that are open
requests-none = No request is open. This is how one is answered:
requests-teach-open = Open a request below: what the person asks for, and by what they are known. On the command line it is “abide rights”.
requests-teach-plan = The stores are searched. A plan shows which rows go, change or stay, and why. If several people may be meant, you choose.
requests-teach-approve = You read the plan and approve it. Only then is anything changed, and afterwards it is verified.
requests-id = Request
requests-who = Person
requests-deadline = Deadline
requests-waits = Waits for
requests-next = Next page
requests-first = First page
requests-shown = { $first }–{ $last } of { $total }
requests-shown-more = { $first }–{ $last } of more than { $total }
requests-shown-somewhere = { $rows } of more than { $total }
requests-new = New request
requests-new-form = Open a request
requests-new-kind = What is asked for
requests-new-who = Whom it is about
requests-new-who-help = One of e-mail address, telephone number or customer number is enough. A name needs a date of birth or postal code beside it.
requests-new-country = Country
requests-new-country-help = Its law sets the deadline. Telephone numbers without country code are read as numbers of this country.
requests-new-language = Language of the answer
requests-new-received = Received on
requests-new-set = What is to be put right (for a rectification)
requests-new-column = Field
requests-new-value = Right value
requests-new-purposes = For which purposes (for an objection or withdrawal)
requests-new-purposes-help = Without a choice, an objection holds for every use on legitimate interests or a public task, and for all direct marketing; a withdrawal holds for every consent.
requests-new-do = Open the request

# Why something was not done.
requests-not-done = Nothing was done
requests-wrong-title = Error: { $title }
requests-changed = The request has changed since you opened this page. Below you see how it stands now; decide again.
requests-hold-wrong = The hold was not placed: it needs a reason, a last day that is not over, and a fact by which nobody else is known.
requests-hold-gone = There is no such hold, or it was lifted before.
requests-handed-when = The copy cannot have been handed out on this day: give one from the day on which it was made until today.
requests-handed-how = Say by which way the copy was handed out.
requests-failed = This form was not understood. Load the page again.
requests-kind-missing = Say what is asked for.
requests-country-missing = Choose the country whose law sets the deadline.
requests-wrong-received = The day of receipt must lie between 25 May 2018 and today.
requests-wrong-set = Say which field is wrong, and a value that it can hold.
requests-unfit-column = “{ $field }” is no field of the person’s own rows that can be changed.
requests-unfit-twice = “{ $field }” is named twice. Give one value for it.
requests-unfit-empty = “{ $field }” must not be empty. Give the right value.
requests-unfit-long = The value for “{ $field }” is too long. Write at most { $most } characters.
requests-unfit-much = The values are too long together. Write at most { $most } bytes, and the rest in another request.
requests-unfit-integer = “{ $field }” takes a whole number.
requests-unfit-number = “{ $field }” takes a number such as 12.50.
requests-unfit-text = “{ $field }” takes at most { $most } characters.
requests-unfit-date = “{ $field }” takes a day, written as 1980-05-31.
requests-unfit-moment = “{ $field }” takes a moment, written as 2026-11-27 12:00:00.
requests-unfit-truth = “{ $field }” takes true or false.
requests-unfit-json = “{ $field }” takes JSON.
requests-unfit-bytes = “{ $field }” holds bytes, which cannot be written here.
requests-unfit-uuid = “{ $field }” takes a UUID.
requests-unfit-other = “{ $field }” has the type “{ $native }”, which has no such value.
requests-unfit-otherwise = “{ $field }” has the type “{ $native }” and would hold “{ $stands }”, which is not what was written. Write it so if that is right, or give a value that the type holds in full.
requests-unfit-fact = People are known by “{ $field }”. { $why }
requests-count-wrong = The number that you typed is not the number of rows. Nothing was approved.
requests-choose-one = Choose at least one person, or say that it is none of them.
requests-reason-missing = Choose a reason, and write what the person is told.
requests-begun = Something was done already. The request can no longer be refused or taken back.
requests-nothing-done = Nothing was done for this request yet, so there is nothing to tell recipients of.
requests-no-exemption = A consent can be withdrawn, and direct marketing objected to, at any time. There is no exemption by which this could be refused.
requests-not-now = The request is not in a state in which this can be done.
requests-store-away = A store did not answer. Try again.
requests-wrong-email = This is no e-mail address.
requests-wrong-phone = This telephone number cannot be read. Write it with its country code.
requests-wrong-name = The name has no letters.
requests-wrong-born = This is no date of birth. Write year, month and day: 1980-05-31.
requests-wrong-postal-code = This is no postal code.
requests-wrong-value = “{ $field }” is empty, longer than { $n } bytes of text, or has characters that cannot be read.
requests-wrong-facts = There are too many facts about the person. Give at most 16.
requests-wrong-shared = This does not single a person out. Give an e-mail address, a telephone or customer number, or a name with a date of birth or postal code.
requests-clock-late = The period is over. It can no longer be extended; answer without delay, and say why it is late.
requests-clock-twice = The period was extended before. The law allows that once.
requests-clock-reason = Give the reason that the person is told.
requests-clock-until = Name a last day that lies after the present one.

# Deadlines.
deadline-today = due today
deadline-left = { $n ->
    [one] { $n } day left
   *[other] { $n } days left
}
deadline-late = { $n ->
    [one] { $n } day late
   *[other] { $n } days late
}
deadline-paused = paused, { $left }
deadline-extended = extended, { $left }
deadline-day = answer by { $day }
deadline-holidays = Public holidays counted: { $place }{ $n ->
    [0] {""}
    [one] {" "}and one day that the site names
   *[other] {" "}and { $n } days that the site names
}
deadline-put-off = Put off by public holidays: { $days }
deadline-unknown-holidays = No public holidays are known for this place: only weekends count, so the last day may be too early.
deadline-regional-holidays = Only the nationwide holidays are counted ({ $country }). Where a regional holiday applies, the true deadline may be a day later.
deadline-region = Count a region’s holidays too
deadline-region-text = Name the region under “region” in the site file.
deadline-unknown-region = No public holidays of the region are known, only those of the country, so the last day may be too early. Name its days of the year in the site file.
deadline-kept = in time
deadline-was = was due on { $day }
deadline-source-gdpr-month = GDPR Art. 12(3): one month from receipt
deadline-source-eu-end = Regulation (EEC, Euratom) 1182/71 Art. 3: same date of the last month or its last day; next working day
deadline-source-uk-month = UK GDPR Art. 12A, in force since 5 February 2026: one month from the latest of receipt, identity, fee
deadline-source-uk-end = ICO, right of access: corresponding date or last day of the month; next working day
deadline-source-ch-days = FADP Art. 25(7), DPO Art. 18(1): 30 days from receipt
deadline-source-ch-end = CO Art. 77, 78 and SR 173.110.3: the day of receipt does not count; next working day
deadline-source-gdpr-extension = GDPR Art. 12(3): two further months, told with reasons within one month
deadline-source-uk-extension = UK GDPR Art. 12A: two further months, told with reasons within one month
deadline-source-ch-extension = DPO Art. 18(2): until the day that the person is told within the 30 days
deadline-source-gdpr-pause = GDPR Art. 12(6), EDPB Guidelines 01/2022: suspended while reasonable doubt about identity lasts
deadline-source-uk-pause-clarification = UK GDPR Art. 12A: days from asking what is meant until the answer do not count
deadline-source-uk-pause-start = UK GDPR Art. 12A: the period starts when identity or fee has arrived
deadline-unknown-law = Abide does not know the law of this country. The shortest period of the laws that it knows counts, and no working day is waited for. Find out what holds there.

# Words.
request-kind-access = Access
request-kind-portability = Portability
request-kind-rectification = Rectification
request-kind-erasure = Erasure
request-kind-restriction = Restriction
request-kind-objection = Objection
request-kind-withdrawal = Withdrawal of consent
request-state-received = received
request-state-identified = person known
request-state-planned = planned
request-state-approved = approved
request-state-running = being carried out
request-state-verifying = being verified
request-state-waiting = waiting
request-state-done = done
request-state-refused = refused
request-state-withdrawn = taken back
request-waits-identity = who it is
request-waits-identity-text = It waits until it is settled whom the request is about.
request-waits-clarification = the person’s answer
request-waits-clarification-text = The person was asked what exactly they want.
request-waits-approval = your approval
request-waits-approval-text = The plan waits for your approval. Nothing has been changed.
request-waits-approval-rest-text = { $n ->
    [one] The plan waits for your approval. It is for the rest: { $rows } row is already erased or changed.
   *[other] The plan waits for your approval. It is for the rest: { $rows } rows are already erased or changed.
}
request-waits-approval-cut-text = The plan waits for your approval. An earlier one was cut off while it was carried out.
request-waits-plan = a new plan
request-waits-plan-text = The data changed after the plan was made. A new plan is needed.
request-waits-store = a store
request-waits-store-text = A store does not answer. It is tried again every minute.
request-waits-unread-text = Abide’s account may not read { $tables }, or not all rows there. The last look through all stores needs that. Grant it the right to read them; it is tried again every minute.
request-waits-hand = work by hand
request-waits-hand-text = What is left, Abide cannot do by itself. Somebody must do it by hand.
request-waits-residue = your decision
request-waits-residue-text = Reading back showed that something is not as planned. Somebody must decide about it.
request-waits-handing-out = the handing out
request-waits-handing-out-text = The copy lies ready. Somebody must look at it, hand it out and say so. Until then the request is not answered, and its deadline runs.
request-waits-turn = its turn
request-waits-worker = nothing, it is at work now
request-waits-turn-text = The server is working on it.
request-waits-hour = { $time } (UTC)
request-waits-hour-text = The server carries it out at { $time } (UTC), together with the other erasures of the day.
request-waits-hour-verifying-text = What was to be deleted is deleted. At { $time } (UTC) the server looks through all stores for the erasures of the day; only then is it called done.
fact-email = E-mail address
fact-phone = Telephone number
fact-id = Customer number
fact-name = Name
fact-born = Date of birth
fact-postal-code = Postal code
refusal-reason-unidentified = The person cannot be identified (Art. 11(2), 12(2))
refusal-reason-unfounded = Manifestly unfounded (Art. 12(5))
refusal-reason-excessive = Excessive, in particular repeated (Art. 12(5))
refusal-reason-exempt = A law exempts from this right

# What the worker does.
work-title = At work now
work-finding = Finding the rows of { $n ->
    [one] one person
   *[other] { $requests } people
} in the store “{ $store }”
work-erasing = Erasing in the store “{ $store }”, for { $n ->
    [one] one request
   *[other] { $requests } requests
}
work-reading-back = Reading back what was done for { $n ->
    [one] one request
   *[other] { $requests } requests
}
work-sweeping = Reading all stores whole for values by which only erased people were known, for { $n ->
    [one] one request
   *[other] { $requests } requests
}
work-closing = Closing { $n ->
    [one] one request
   *[other] { $requests } requests
}
work-cleaning = Taking what was deleted out of the files of the store “{ $store }”
work-far-requests = { $done } of { $n ->
    [one] one request
   *[other] { $of } requests
}
work-far-rows = { $done } of { $n ->
    [one] one row
   *[other] { $of } rows
}
work-far-tables = { $done } of { $n ->
    [one] one table
   *[other] { $of } tables
}
work-table = In the table “{ $table }”
work-table-rows = In the table “{ $table }”, { $n ->
    [one] one row
   *[other] { $rows } rows
} read
work-rate = { $many } per second
work-rate-one = one in { $time }
work-left = { $rate }, about { $time } left
work-since = for { $time }
work-seconds = { $n } s
work-minutes = { $n } min
work-hours = { $hours } h { $n } min
work-live = Follow it
work-still = Stop following, to open a request

# A request.
request-title = { $kind } · { $id }
request-moment = { $day } at { $time } { $zone }
request-by-browser = here in the browser
request-by-server = the server
name-said = You act as { $name }.
name-none = No name is set for this session.
name-unnamed = No name is set for this session: the history will only say “here in the browser”.
name-give = Give your name
name-label = Your name
name-help = It stands in the history beside what you approve, refuse or tick off, as long as this browser is open. Without a name it says “here in the browser” there. Leave it empty to take it back.
name-do = Remember the name
request-forgotten = forgotten
request-stated = What was stated
request-again = The same is asked for already
request-again-text = An open request of the same kind names the same address or number. If it is the same request, take one of the two back.
request-beside = The same address or number stands in other open requests
request-live = This page loads itself again every two seconds.
request-still = Keep it still, to decide something
request-people = Who is meant?
request-people-none = Nobody was found by what the person stated.
request-people-text = By what the person stated, each of these may be meant. Ask the person if you are not sure.
request-people-by = found by
request-people-several = Choose several if they are one and the same person.
request-settle = This is the person
request-nobody = None of them
request-hand-title = By hand
request-hand-hold-first = A legal hold stands on this person. Do not delete or change what it covers before it has ended, even if it is listed here.
request-hand = { $kind } in the store “{ $store }”, by { $day }
request-hand-versions = Old versions of what was erased, in the store “{ $store }”: to be deleted, due on { $day }
request-hand-versions-text = Abide may not delete them, or could not read them: a lock still holds them, its account lacks the right, the store is read-only, or they are damaged. In a bucket, delete every older version and delete marker of the objects that “.abide-journal” lists under “kept”, or wait until the lock ends. If it lists none, look through the older versions of all objects of this store. In a folder on a disk, delete the other names (hard links) under which the files were kept.
request-hand-cleaned = Deleted rows in the store “{ $store }”: to be cleaned away, at the latest on { $day }
request-hand-cleaned-text = Abide tries it by itself after each batch of erasures and once a day. It does not succeed while a transaction is open that began before the erasure, or if its account may not do it. Then let the owner of the tables run VACUUM on the tables of the map, and refresh the materialized views over them.
request-hand-residue = Values that were found in the store “{ $store }”: to be taken out by hand, due on { $day }
request-hand-residue-text = By the data map these rows and files are not the person’s, so Abide leaves them as they are. Take out by hand what they say about the person, remove files that nobody needs, or let the map say whose they are. Then all stores are looked through once more.
request-hand-hold = A legal hold keeps rows in the store “{ $store }”: look on { $day } whether it has ended
request-hand-hold-text = As soon as the hold has ended, take the request up again: a new request is opened for the same person, and its plan says what goes now.
request-take-up = Take the request up again
request-hand-open = open
request-hand-done = It is done
request-hand-done-at = done on { $at }
request-store-back = Try the store now
request-residue = Values were found afterwards
request-residue-text = Look at what was found in the stores. If it tells nothing about the person, or must be kept, it may stay. What shall go goes by a new plan, or by hand if the data map does not lead there.
request-residue-stays = It may stay
request-residue-goes = It goes too, with a new plan
request-unmet = Something is not as it should be
request-unmet-text = What was done was not there when it was read again: somebody changed or removed it meanwhile.
request-unmet-stays = It may stay as it is
request-unmet-goes = Do it again, with a new plan
residue-where = Found:
residue-row = a row in “{ $place }” that should be gone
residue-new = a row in “{ $place }” that came meanwhile
residue-unchanged = in “{ $place }”, a value that is not what it was to become
residue-value = { $n ->
    [one] a value of the person in { $rows } row of “{ $place }”
   *[other] a value of the person in { $rows } rows of “{ $place }”
}
residue-view = { $n ->
    [one] a value of the person in { $rows } row of the materialized view “{ $place }”: refresh it (REFRESH MATERIALIZED VIEW) once the value is gone from where it was read
   *[other] a value of the person in { $rows } rows of the materialized view “{ $place }”: refresh it (REFRESH MATERIALIZED VIEW) once the value is gone from where it was read
}
residue-file = { $n ->
    [one] a value of the person in { $rows } file of “{ $place }”, in its text or name
   *[other] a value of the person in { $rows } files of “{ $place }”, in their text or names
}
residue-differs = a store that is no longer as it was left
request-archive = The copy for the person
request-archive-text = It lies in the site’s folder, in .abide/exports, for 30 days after it was handed out; then it goes.
request-archive-get = Download the copy (ZIP, { $size })
request-handing = The copy lies ready: look at it, hand it out, say so
request-handing-text = Download it and look at it: it must be this person’s, and other people should not be in it. Then give it to the person, with the letter. If it is somebody else’s, put right below what was noted wrongly, or ask the person who they are.
request-handing-gone = The copy is no longer here. If it was handed out, say so; else let it be made again.
request-handing-day = Handed out on
request-handing-way = By which way
way-post = by post
way-email = by e-mail
way-download = to fetch, by a link or a portal
way-in-person = in person
way-other = another way
request-handing-end = The request is closed then, and whom it was about is forgotten. That cannot be undone.
request-handing-do = It was handed out
request-copy-again = Make the copy again
request-copy-again-text = If the data has changed since, or the data map was put right: this copy is thrown away, and a new plan waits for your approval. The deadline stays.
request-copy-again-do = Throw it away and plan it again
request-recipients = Who must be told
request-recipients-text = Recipients of the data must be told what was done (GDPR Art. 19). Tick off whom you have told.
request-recipients-later = These recipients will have to be told once this is done (GDPR Art. 19).
request-told = told: { $by }, { $at }
request-tell = I have told them
request-untell = Not told: ticked off by mistake
request-more = What else you can do
request-answered = The person has answered
request-ask = Ask the person
request-ask-text = Ask the person in your own words, then note here that you have asked. Where the law allows it, the deadline stands until the answer.
request-ask-identity = I have asked who they are
request-ask-clarification = I have asked what exactly they want
request-correct = Something was noted wrongly
request-correct-text = Put right what was stated. The person is looked for again, and a plan that was made or approved falls. The history says which facts were wrong, not what they were.
request-correct-do = Put right and look again
request-extend = Extend the deadline
request-extend-text = The law allows this once, if the request is complex. The person must be told before the deadline, with the reason.
request-reason = Reason that the person is told
request-extend-until = New last day
request-extend-do = Extend the deadline
request-refuse = Refuse the request
request-refuse-text = The person must be told why, and that they can complain to the authority or go to court (GDPR Art. 12(4)).
request-refuse-reason = Reason
request-refuse-told = What the person is told
request-refuse-do = Refuse the request
request-take-back = The person takes it back
request-take-back-text = The request is closed, and whom it was about is forgotten.
request-take-back-do = Close as taken back
request-lift-restriction = Lift the restriction
request-lift-restriction-text = The person must be told before the restriction ends (GDPR, Art. 18(3)). From today on, whatever the policy allows may be done with their data again.
request-lift-restriction-do = I have told the person: lift it
request-lift-objection = The person takes the objection back
request-lift-objection-text = From today on, whatever the policy allows may be done with their data again.
request-lift-objection-do = End the objection
request-lift-withdrawal = The person consents again
request-lift-withdrawal-text = From today on, a consent that the person gives counts again. Keep proof of when and how they gave it (GDPR, Art. 7(1)).
request-lift-withdrawal-do = Let consent count again
request-facts = The request
request-closed = Closed
request-policy = Answered under policy
request-wishes = Put right
request-characters = { $n ->
    [one] ({ $rows } character)
   *[other] ({ $rows } characters)
}
request-recordings = Recordings
request-recordings-shared = also those in which others are heard
request-extended = Extended until
request-history = What happened
request-event-received = Received
request-event-identity-settled = It was settled whom it is about
request-event-nobody = Nobody was found by what was stated
request-event-several-people = { $n ->
    [one] { $n } person may be meant
   *[other] { $n } people may be meant
}
request-event-asked = The person was asked
request-event-answered = The person answered
request-event-plan-made = Plan made: { $delete } to erase, { $change } to change
request-event-plan-made-copy = Plan made: { $n ->
    [one] { $copy } row to copy
   *[other] { $copy } rows to copy
}, { $m ->
    [one] { $recordings } recording
   *[other] { $recordings } recordings
}
request-event-plan-made-correct = Plan made: { $rows } to put right
request-event-plan-made-choice = Plan made
request-event-approved = Plan approved
request-event-approved-shared = Plan approved, with recordings in which others are heard
request-event-refused = Refused
request-event-taken-back = Taken back by the person
request-event-extended = Deadline extended
request-event-started = Carrying out began
request-event-step-done = Done in the store “{ $store }”
request-event-chosen = The choice holds from now on
request-event-lifted = What was chosen has ended
request-event-data-changed = The data was no longer that of the plan; nothing more was done
request-event-failed = It could not be carried on: { $why }
request-event-store-away = A store did not answer
request-event-store-unread = A table may not be read: { $tables }
request-event-store-back = Trying the store again
request-event-hand-needed = The store “{ $store }” needs somebody’s hands
request-event-hand-needed-why = The store “{ $store }” needs somebody’s hands: { $why }
request-event-hand-needed-again = The store “{ $store }” was looked at: not all is done by hand yet
request-event-hand-done = Done by hand
request-event-looked-again = It is looked at again what is left to do by hand, since a legal hold was placed or lifted
request-event-cleaned = The store “{ $store }” was cleaned of deleted rows
request-event-residue-found = Reading back showed that something is not as planned
request-event-residue-settled = It was decided what becomes of it
request-event-told = Told of it: { $recipient }
request-event-not-told = Not told after all: { $recipient }; ticked off by mistake
request-event-corrected = What was noted wrongly was put right: { $facts }
request-event-person-changed = The row that was theirs carries nothing any more by which they were known: it may be somebody else’s by now. Who is meant must be said again
request-event-copy-ready = The copy lies ready
request-event-copy-again = The copy was thrown away, to be made again
request-event-handed-out = Copy handed out on { $day }, { $way }
request-event-done = Done and verified
request-event-forgotten = Whom it was about was forgotten
request-event-hold-placed = A legal hold was placed on the person’s data
request-event-hold-lifted = A legal hold on the person’s data was lifted
request-event-taken-up = The hold has ended: the request was taken up again as a new one
request-event-recounted = The last day was counted with other public holidays
request-event-recounted-moved = The site’s public holidays are others now ({ $place }): the last day was { $from } and is { $day }
request-event-recounted-same = The site’s public holidays are others now ({ $place }): the last day stays { $day }

# The plan.
step-pending = to be done
step-running = under way
step-done = done
step-failed = failed
plan-title = Plan
plan-chosen = Chosen:
plan-delete = Erased
plan-change = Changed
plan-keep = Kept
plan-share = Shared
plan-seen = Only seen
plan-copy = Rows copied
plan-recordings = Recordings copied
plan-correct = Put right
plan-table = Table
plan-why = Why
plan-made = Made on
plan-approved = approved: { $by }, { $at }
plan-before = Compared with the plan before
plan-before-same = The numbers are the same; single rows have changed.
plan-differs = { $what }: before { $before }, now { $after }
plan-nothing = None of the person’s rows has what this request is about, so there is nothing to do.
plan-nobody-found = Nobody was found by what the person stated.
plan-nobody = Look at what was stated for a typing error. Otherwise there is nothing to do, and the person is told that no data was found.
plan-nobody-copy = Look at what was stated for a typing error. Otherwise the person is told that no data was found; the copy has only what Abide keeps of this and earlier requests.
plan-nobody-choices = Look at what was stated for a typing error, or ask the person for another address or number: what they choose is noted by what they stated, and changes nothing about data that is known by something else. The person is told that no data was found.
plan-choices = What may be done with the data
plan-store-empty = Nothing is changed in this store.
plan-nothing-right = No row of this person was found that has these fields, so there is nothing to put right.
plan-export = The copy
plan-export-access = One ZIP file is written. What Abide itself holds of the person is in it too.
plan-export-portability = One ZIP file is written, with data that can be read by machines.
plan-field = Field
plan-was = Before
plan-will = After
plan-value-empty = (empty)
plan-correct-asked = the person says that it is wrong
plan-correct-same = it said the same as “{ $of }”
plan-correct-tied = the row is the person’s by the value of “{ $of }”
plan-left-title = What goes by an old value and is not put right
plan-left-text = Look at it before you approve: afterwards nothing leads from the person to these rows by this value.
plan-left = { $n ->
    [one] “{ $field }”, { $rows } row, goes by “{ $of }”: { $why }
   *[other] “{ $field }”, { $rows } rows, go by “{ $of }”: { $why }
}
plan-left-others = by this value it belongs to other people too
plan-left-taken = by the new value it would belong to other people too
plan-left-kept = it must stay as it is for some time
plan-left-fixed = the store binds the value; somebody has to put it right by hand
plan-left-unfit = the field has no room for the new value; somebody has to put it right by hand
plan-left-cleared = there is no new value
plan-hand = By hand: { $why }. Somebody does it, and Abide reads it back.
plan-hand-tables = By hand: { $why } ({ $tables }). Somebody does it, and Abide reads it back.
hand-why-read-only = the data map says that Abide changes nothing here
hand-why-cannot = this store cannot do it
hand-why-may-not = Abide’s account has no right to it
hand-why-refused = the store refused it
hand-why-cut-off = nothing leads to these rows any more
hand-delete = { $n ->
    [one] Delete { $rows } row of “{ $table }”.
   *[other] Delete { $rows } rows of “{ $table }”.
}
hand-change = { $n ->
    [one] Change { $rows } row of “{ $table }”: { $columns }.
   *[other] Change { $rows } rows of “{ $table }”: { $columns }.
}
hand-column-empty = empty “{ $column }”
hand-column-unique = write something else into “{ $column }” that tells nothing
hand-column-month = write the first day of its month into “{ $column }”
hand-column-redact = take out of “{ $column }” what tells about the person
hand-column-correct = write what the request wishes into “{ $column }”
hand-ask = Whom to ask, or how: { $how }
hand-again = Abide has looked, and it is not all done yet. Still there:
hand-left = { $n ->
    [one] { $rows } row of “{ $table }”
   *[other] { $rows } rows of “{ $table }”
}
hand-rows = The rows
hand-rows-none = The rows are not listed: no key names them for long, or they are too many. The data map says how they are found.
hand-after = Say here when it is done: Abide looks whether it is so, and asks again if not.
plan-choices-restriction = From now on the data is only kept: every other use is refused.
plan-choices-objection = From now on, uses for these purposes are refused: { $purposes }.
plan-choices-withdrawal = From now on, no consent holds for these purposes: { $purposes }.
plan-all-purposes = every purpose that the right covers
plan-all-purposes-named = every purpose that the right covers; by the policy today: { $purposes }
plan-all-purposes-none = every purpose that the right covers; by the policy today there is none
plan-gone-person = { $n ->
    [one] { $rows } erased: it is the person’s own row
   *[other] { $rows } erased: they are the person’s own rows
}
plan-gone-edge = { $n ->
    [one] { $rows } erased: by “{ $column }” it belongs to a row of “{ $table }” that is the person’s, and the map says that such rows go
   *[other] { $rows } erased: by “{ $column }” they belong to rows of “{ $table }” that are the person’s, and the map says that such rows go
}
plan-gone-over = the time for which “{ $statement }” kept such rows is over
plan-columns = Columns that change: { $columns }
plan-column-empty = “{ $column }” (emptied)
plan-column-unique = “{ $column }” (another value, which tells nothing)
plan-column-month = “{ $column }” (first day of the month)
plan-column-redact = “{ $column }” (what tells of the person is taken out)
plan-statement = Statement of the policy: “{ $statement }”
plan-why-others = { $n ->
    [one] { $rows } changed: it is other people’s too and stays for them, without this person
   *[other] { $rows } changed: they are other people’s too and stay for them, without this person
}
plan-why-rule = { $n ->
    [one] { $rows } changed: the map says that such a row stays without its person
   *[other] { $rows } changed: the map says that such rows stay without their person
}
plan-why-referred = { $n ->
    [one] { $rows } changed: other rows that stay refer to it
   *[other] { $rows } changed: other rows that stay refer to them
}
plan-why-lets-go = { $n ->
    [one] { $rows } changed: it only lets go of rows that are erased
   *[other] { $rows } changed: they only let go of rows that are erased
}
plan-why-share = { $n ->
    [one] { $rows } shared: it is other people’s too, and tells nothing about this person alone
   *[other] { $rows } shared: they are other people’s too, and tell nothing about this person alone
}
plan-why-recordings = { $n ->
    [one] { $rows } shared: a recording on which this person may be heard; it stays for the other people in the call
   *[other] { $rows } shared: recordings on which this person may be heard; they stay for the other people in the calls
}
plan-why-seen = { $n ->
    [one] { $rows } only seen: it is not this person’s
   *[other] { $rows } only seen: they are not this person’s
}
plan-why-keep = { $n ->
    [one] { $rows } kept until { $until }: { $statement }
   *[other] { $rows } kept until { $until }: { $statement }
}
plan-why-keep-term = { $n ->
    [one] { $rows } kept for { $term }: { $statement }
   *[other] { $rows } kept for { $term }: { $statement }
}
plan-why-keep-open = { $n ->
    [one] { $rows } kept: { $statement }
   *[other] { $rows } kept: { $statement }
}
plan-tells = { $n ->
    [one] { $rows } that stays will still tell of the person: a value by which nobody else is known stands in “{ $column }”, which the map does not list. It will be found after the step, and somebody must decide. To avoid that, list the column in the map before you approve: erase = "redact" takes the person out of the text, "empty" empties it, "keep" leaves it as it is
   *[other] { $rows } that stay will still tell of the person: values by which nobody else is known stand in “{ $column }”, which the map does not list. They will be found after the step, and somebody must decide. To avoid that, list the column in the map before you approve: erase = "redact" takes the person out of the text, "empty" empties it, "keep" leaves it as it is
}
plan-keys = { $n ->
    [one] { $rows } that stays will still tell of the person: “{ $column }” is a key or refers to one, and cannot change as long as something refers to it. It will be found after the step, and somebody must decide: give the record another key in the store by hand, or let it stay
   *[other] { $rows } that stay will still tell of the person: “{ $column }” is a key or refers to one, and cannot change as long as something refers to it. They will be found after the step, and somebody must decide: give the records another key in the store by hand, or let them stay
}
plan-stays = { $n ->
    [one] { $rows } of the person’s own that stays keeps what stands in “{ $column }”: the map does not list the column, and it may not be empty. If it tells of the person, such as a street or a date of birth, list it in the map before you approve
   *[other] { $rows } of the person’s own that stay keep what stands in “{ $column }”: the map does not list the column, and it may not be empty. If it tells of the person, such as a street or a date of birth, list it in the map before you approve
}
plan-why-nothing = { $rows } stay without the person: nothing in them that the map lists and that may change tells of anybody, so nothing in them changes
plan-why-asked = { $n ->
    [one] { $rows } put right: the person says that it is wrong
   *[other] { $rows } put right: the person says that they are wrong
}
plan-why-tied = { $n ->
    [one] { $rows } put right: it is the person’s by the value that was wrong
   *[other] { $rows } put right: they are the person’s by the value that was wrong
}
plan-why-right = { $n ->
    [one] { $rows } is as the person wishes already
   *[other] { $rows } are as the person wishes already
}
plan-why-voices = { $n ->
    [one] In { $rows } recording others are heard: it is copied only if somebody who weighed it says so
   *[other] In { $rows } recordings others are heard: they are copied only if somebody who weighed it says so
}
plan-why-voices-left = { $n ->
    [one] In { $rows } recording others are heard: it is not copied
   *[other] In { $rows } recordings others are heard: they are not copied
}
plan-why-voices-shared = { $n ->
    [one] In { $rows } recording others are heard: it is copied all the same, as somebody decided who weighed it
   *[other] In { $rows } recordings others are heard: they are copied all the same, as somebody decided who weighed it
}
plan-why-sound = { $n ->
    [one] { $rows } row says of a recording which file it is, how large and of which kind: the sound itself counts as a recording
   *[other] { $rows } rows say of recordings which files they are, how large and of which kind: the sound itself counts as a recording
}
plan-why-omit = { $n ->
    [one] { $rows } left out: the person did not provide it on consent or contract
   *[other] { $rows } left out: the person did not provide them on consent or contract
}
plan-keeps-law = { $statement }, required by law: { $law }
plan-keeps-law-unnamed = { $statement }, required by law
plan-keeps-hold = legal hold: { $reason }
plan-keeps-hold-others = legal hold on somebody else whose rows these are too
approve-nothing = Close: there is nothing to erase
approve-held = Close: everything stays for now
approve-erase = Erase { $n ->
    [one] { $rows } row
   *[other] { $rows } rows
}
approve-erase-change = Erase { $n ->
    [one] { $rows } row, change { $change }
   *[other] { $rows } rows, change { $change }
}
approve-rectify = Put { $n ->
    [one] { $rows } row right
   *[other] { $rows } rows right
}
approve-rectify-nothing = Close: there is nothing to put right
approve-access = Make the copy
approve-portability = Make the copy to take elsewhere
approve-voices = Also hand out recordings in which others are heard
approve-voices-help = Only if that does not harm them: you have weighed it (GDPR Art. 15(4)). Otherwise the copy has the recordings that are the person’s alone.
approve-restriction = Restrict from now on
approve-objection = Refuse these uses from now on
approve-withdrawal = Record the withdrawal
approve-type = This cannot be undone. Type how many rows are erased or changed: { $rows }

# The result of a request that is closed.
result-title = Result
result-true = Read back: what was to be erased is not there any more.
result-nobody = Nobody was found by what the person stated, and nothing was done. The letter says that no data was found.
result-swept = All tables, and all files that the data map names, as far as they are text, were read whole: no value is left by which only this person was known.
result-swept-versions = All tables, and all files that the data map names, as far as they are text, were read whole: but for old versions that are kept (see below), no value is left by which only this person was known.
result-swept-but = All tables, and all files that the data map names, as far as they are text, were read whole: values by which only this person was known are left in nothing but what stays.
result-swept-but-versions = All tables, and all files that the data map names, as far as they are text, were read whole: values by which only this person was known are left in nothing but what stays and in old versions that are kept (see below).
result-short = { $n ->
    [one] { $rows } value of the person has fewer than five characters: it was not looked for, as it would be found everywhere.
   *[other] { $rows } values of the person have fewer than five characters: they were not looked for, as they would be found everywhere.
}
result-files = Files that are in no table of the data map were read too, as far as they are text: no such value is in them or in their names.
result-unread = { $n ->
    [one] { $rows } file could not be read as text, so it was not searched: { $kinds }.
   *[other] { $rows } files could not be read as text, so they were not searched: { $kinds }.
}
result-unread-large-object = { $n ->
    [one] { $rows } large object of PostgreSQL was not searched: such objects are in no table, and stay when the rows go that name them.
   *[other] { $rows } large objects of PostgreSQL were not searched: such objects are in no table, and stay when the rows go that name them.
}
result-unread-foreign-table = { $n ->
    [one] { $rows } foreign table of PostgreSQL was not searched: its rows lie on another server. If they are people’s, list that server as a store of its own.
   *[other] { $rows } foreign tables of PostgreSQL were not searched: their rows lie on another server. If they are people’s, list that server as a store of its own.
}
result-unread-word-index = { $n ->
    [one] { $rows } full-text index without its text was not searched: its words cannot be read, and those of erased rows stay in it until it is made again.
   *[other] { $rows } full-text indexes without their text were not searched: their words cannot be read, and those of erased rows stay in them until they are made again.
}
unread-audio = recordings
unread-video = videos
unread-picture = pictures
unread-document = documents such as PDF
unread-packed = archives
unread-database = databases
unread-link = links that lead elsewhere
unread-forbidden = what the account may not read
unread-name = names that are refused
unread-other = other formats
result-not-swept = The stores were not read whole: values of this person may still be where the data map does not lead.
result-by-hand = { $n ->
    [one] { $rows } of these rows was done by hand, and read back too.
   *[other] { $rows } of these rows were done by hand, and read back too.
}
result-accepted = Read back: something was not as planned, and somebody decided that it stays.
result-unknown = { $n ->
    [one] { $rows } row may have gone besides, in a step that was cut off: the data changed before anybody could look.
   *[other] { $rows } rows may have gone besides, in a step that was cut off: the data changed before anybody could look.
}
result-stays = What stays
result-rows = Rows
result-until = Until
result-no-day = no day is known
result-shared = other people’s too; they tell nothing about this person alone
result-recordings = recordings on which this person may be heard; they stay for the other people in the calls
result-until-others = as long as they are the others’
result-own-request = This request with its history stays until { $day }, as proof of how it was answered.
result-own-marks = Marks by which the person is recognised if they are imported again stay until { $day }.
result-own-copies = { $n ->
    [one] { $rows } copy of an earlier request went too.
   *[other] { $rows } copies of earlier requests went too.
}
result-own-ready = { $n ->
    [one] { $rows } copy lies ready and was not handed out yet: it holds what was erased. Take its request back, or hand it out; then it goes after 30 days.
   *[other] { $rows } copies lie ready and were not handed out yet: they hold what was erased. Take their requests back, or hand them out; then they go after 30 days.
}
result-disks = On the disks of the stores
result-disk-nothing = Nothing deleted is left in its files.
result-disk-until-reused = Remnants of deleted rows lie in free room of its files until it writes over them.
result-disk-until-cleaned = Deleted rows lie dead in its tables, or in views that were made of them, until it is cleaned.
result-disk-versions = Old versions are kept until somebody removes them.
result-disk-locked = Old versions are locked; the lock ends on { $day }.
result-gone-by = Gone from logs and backups by { $day }.
result-gone-by-unknown = The map does not say how long backups last.
result-gone-by-cleaned = When logs and backups forget them is not known yet: that counts from the cleaning on.
result-corrected = { $n ->
    [one] { $rows } row was put right, in: { $columns }
   *[other] { $rows } rows were put right, in: { $columns }
}
result-corrected-true = Read back: the data is as the person wished.
result-corrected-nothing = There was nothing to put right: the person has no row with { $columns }.
result-choices-restriction = Since { $day } the data is only kept: every other use is refused.
result-choices-objection = Since { $day } uses for these purposes are refused: { $purposes }.
result-choices-withdrawal = Since { $day } no consent holds for these purposes: { $purposes }.
result-choices-gone = What was chosen no longer holds, or a later request took its place.
result-choices-nobody = Nobody was found by what the person stated. What they chose is noted since { $day } and holds for whoever is known by that later. The letter says that no data was found.
result-copy-gone = The copy is no longer here: copies go 30 days after they were handed out, or when the person is erased.
result-handed = The copy was handed out on { $day }, { $way }.
result-taken-back = The person took the request back.

# What Abide’s own tables hold of a person.
own-title = In Abide’s own tables
own-open = { $n ->
    [one] { $rows } request that is still open
   *[other] { $rows } requests that are still open
}
own-proof = { $n ->
    [one] { $rows } closed request, kept as proof of how it was answered
   *[other] { $rows } closed requests, kept as proof of how they were answered
}
own-erased = { $n ->
    [one] { $rows } mark of an erasure
   *[other] { $rows } marks of an erasure
}
own-chosen = { $n ->
    [one] { $rows } choice that is followed as long as it holds
   *[other] { $rows } choices that are followed as long as they hold
}
own-held = { $n ->
    [one] { $rows } legal hold, kept as proof why data stayed
   *[other] { $rows } legal holds, kept as proof why data stayed
}
own-until = { $what } (until { $day })

# Legal holds: what must not be erased because a claim needs it.
holds-title = Legal holds
holds-text = What is under a hold is not erased (GDPR Art. 17(3)(e)): a claim may need it as evidence. Everything else goes.
holds-until = until { $day }
holds-open = until it is lifted
holds-ended = ended on { $day }
holds-lifted = lifted: { $by }, { $at }
holds-placed = placed: { $by }, { $at }
holds-everything = everything about the person
holds-covers = only { $what }
holds-lift = Lift the hold
holds-place = Place a legal hold
holds-place-text = A plan that waits for approval is made anew; one that is being carried out stops before its next store.
holds-reason = For which claim
holds-reason-help = Without personal data. The person sees it in a copy of their data.
holds-last = Last day; empty if none is known
holds-tables = Only these tables; everything if none is chosen
holds-do = Place the hold

# The data map.
map-title = Data map
map-lead = Where data about people lies, whose it is and by which rule, and where it goes.
map-wrong = What is wrong
map-drawn = Drawn
map-drawn-text = People stand at the left. Arrows lead to the rows that belong to them, and outward to regions and recipients. The same stands in the tables below.
map-scroll = The drawing is wider than this window: scroll in it sideways to see regions and recipients at its right.
map-key-people = table of people
map-key-table = table
map-key-outside = region or recipient
map-key-wrong = something is wrong
map-key-owns = belongs to the person
map-key-sees = the person may see it
map-rules = As a table
map-alone = No rule leads to or from:
map-to = Rows of
map-rule = Rule
map-from = Whoever owns
map-columns = By columns
map-when = If
map-erase = On erasure
map-erase-delete = erased
map-erase-anonymize = anonymised
map-erase-none = nothing
map-kept = kept for some time
map-kept-in = kept in
map-receives = receives: { $what }
map-nobody = No person owns the rows of “{ $table }”: they are not found when somebody asks for their data. Add an edge, or take the table out of the map.
map-no-people = No table of the map holds people, so nobody can be found. Name the table whose rows are people.
map-flows = Where data goes
map-store = Store
map-goes-to = Goes to
map-files = Map files:
edge-owned-by = belongs to
edge-owns = owned with
edge-accessed-by = seen by
edge-accesses = seen with
map-check = Hold it against the stores
map-check-text = The first rows of each table are read and compared with the map and the policy. Nothing is changed, and no value is shown.
map-check-do = Check the stores
map-check-clean = What was looked at fits the map and the policy.
