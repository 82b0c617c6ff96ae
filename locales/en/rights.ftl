# What people get who ask for their data: the page in the archive, and words in its files. It speaks to the person ("you").

export-title = Your data
export-title-portability = Your data, to take with you
export-lead = This is the data that { $name } holds about you, as it was on { $date }. This page says what it is; the data itself lies in the files beside it.
export-lead-portability = This is the data that you gave { $name }, as it was on { $date }, in formats that other programs can read. You may pass it on to whomever you like.
export-data = What is here
export-none = No data about you was found.
export-caption = { $count ->
    [one] One record about you
   *[other] { $count } records about you
}
export-what = What
export-records = Records
export-until = Kept until
export-files = Files
export-conversations = { $count ->
    [one] One conversation lies in the folder “conversations”.
   *[other] { $count } conversations lie in the folder “conversations”.
}
export-recordings = { $count ->
    [one] One recording lies in the folder “recordings”.
   *[other] { $count } recordings lie in the folder “recordings”.
}
export-overdue = { $count ->
    [one] For one record, the day until which it should be kept has passed. Ask us why it is still here.
   *[other] For { $count } records, the day until which they should be kept has passed. Ask us why they are still here.
}
export-left-out = What was left out, and why
export-left-out-none = Nothing was left out.
export-left-out-lead = A copy of your data must not harm the rights of others. What follows is therefore not here, or cannot be:
export-left-out-values = { $count ->
    [one] One value that is or may be about somebody else. “[about another person]” stands in its place.
   *[other] { $count } values that are or may be about somebody else. “[about another person]” stands in their place.
}
export-left-out-places = { $count ->
    [one] The name, number or address of somebody else in one place of a text. “[…]” stands there.
   *[other] Names, numbers and addresses of others in { $count } places of texts. “[…]” stands there.
}
export-left-out-recordings = { $count ->
    [one] One recording: somebody else can be heard in it too, or it is no longer there.
   *[other] { $count } recordings: somebody else can be heard in them too, or they are no longer there.
}
export-left-out-conversations = { $count ->
    [one] One conversation from which others could not be taken out.
   *[other] { $count } conversations from which others could not be taken out.
}
export-left-out-records = { $count ->
    [one] One record that you did not give us yourself by consent or for a contract. You get it if you ask for a copy of everything.
   *[other] { $count } records that you did not give us yourself by consent or for a contract. You get them if you ask for a copy of everything.
}
export-left-out-ask = If you think that something is missing that you should have, tell us: a person will look at it.
export-how = How to read the files
export-how-csv = For people: a spreadsheet program opens it. An apostrophe stands before a text that such a program would take for a formula. What stands between the values is what such programs expect in your language.
export-how-json = For programs: each value as it is stored. A file ending in “.schema.json” beside it describes it.
export-how-vcon = Conversations in an open format of text that programs for calls and messages read.
export-how-manifest = lists all files with their check sums.
export-policy = What follows is from our policy in force ({ $version }), as far as it concerns this data. The whole of it:
export-omitted = [about another person]
export-kept-until = Kept until
export-own-lead = To answer your requests and to show that we did (GDPR Art. 5(2), 12), we keep what you asked for, what became of it, and what you chose. That somebody was erased is kept as a mark, which tells nobody who it was. The files ending in “.schema.json” say of each column what it is for and how long it is kept.
export-own = Your requests to us
export-own-caption = { $count ->
    [one] One entry about your requests
   *[other] { $count } entries about your requests
}
export-seen = What you worked on
export-seen-lead = These records are not about you. You wrote them, worked on them or may see them in your task. What they tell about other people is theirs and left out here.
export-seen-caption = { $count ->
    [one] One record that you may see
   *[other] { $count } records that you may see
}
export-other = Other data
export-column-moment = Date or time
export-column-duration = Length in seconds
export-column-link = Refers to a record
export-column-key = Number of the record
export-column-truth = Yes or no
export-column-number = Number
export-column-detail = Detail
export-own-requests = What you asked us for
export-own-asked = Request
export-own-received = Received
export-own-due = To be answered by
export-own-state = State
export-own-waits-you = your answer
export-own-waits-us = us
export-own-in-file = see { $name }
export-own-event-plan-made = A plan was made
export-own-event-step-done = A step was done
export-own-event-several-people = Several people were found
export-own-event-person-changed = A row turned out to be somebody else’s
export-own-event-cleaned = A store was cleaned of deleted rows
export-own-event-hand-needed = Something must be done by hand
export-own-event-told = A recipient was told
export-own-event-not-told = A recipient was not told after all
export-own-event-corrected = What was noted wrongly was put right
export-own-event-handed-out = The copy was handed out
