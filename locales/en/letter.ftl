# What people are told about their request: that it takes longer, that it is refused, or what was done (GDPR Art. 12). The letter speaks to the person; what stands around it speaks to whoever works at the desk.

letter-title-done = Answer to your request
letter-title-refused = Your request is refused
letter-title-extended = Your request takes longer
letter-title-withdrawn = Your request is closed
letter-from = From
letter-to = To
letter-date = Date
letter-asked = You asked for
letter-received = We received it on
letter-number = Our reference
letter-asked-access = information about your data, and a copy of it
letter-asked-portability = your data, to take elsewhere
letter-asked-rectification = correction of your data
letter-asked-erasure = erasure of your data
letter-asked-restriction = that we only keep your data and do nothing else with it
letter-asked-objection = that we stop uses of your data to which you object
letter-asked-withdrawal = that a consent of yours no longer holds
letter-greeting = Dear Sir or Madam,
letter-close = Yours faithfully

# Refused.
letter-refused = Why we do not do what you ask
letter-refused-lead = We have looked at your request and will not act on it. We tell you the reason ({ $article }):
letter-ground-unidentified = From what you told us we cannot establish which data is yours ({ $article }).
letter-ground-unfounded = The request is manifestly unfounded ({ $article }).
letter-ground-excessive = The request is excessive, in particular because it repeats earlier ones ({ $article }).
letter-ground-exempt = The law provides an exception from this right, and it applies here ({ $article }).
letter-more-unidentified = If you tell us more by which we can recognise you, we will look again.
letter-article-reasons = Art. 12(4) { $law }
letter-article-unidentified = Art. 11(2), 12(2) { $law }
letter-article-unfounded = Art. 12(5) { $law }
letter-article-excessive = Art. 12(5) { $law }
letter-article-exempt-access = Art. 15(4), 23 { $law }
letter-article-exempt-portability = Art. 20(3) and (4), 23 { $law }
letter-article-exempt-rectification = Art. 23 { $law }
letter-article-exempt-erasure = Art. 17(3), 23 { $law }
letter-article-exempt-restriction = Art. 23 { $law }
letter-article-exempt-objection = Art. 21(1), 23 { $law }

# It takes longer.
letter-extended = Why it takes longer
letter-extended-lead = We cannot answer your request within the usual time. You will have our answer by { $day } at the latest ({ $article }).
letter-extended-reason = The reason:
letter-article-extended = Art. 12(3) { $law }
letter-article-extended-uk = Art. 12A { $law }

letter-withdrawn = You have taken your request back, and we have closed it. Nothing was done with your data because of it. You can ask again at any time.

# Done.
letter-done = What we have done
letter-late = You should have had our answer by { $day } ({ $article }). It comes late, and we apologise for that.
letter-none = We looked for data about you by everything that you told us, and found none.
letter-none-own = What we keep of this request and of earlier ones of yours comes with this letter, as a ZIP file.
letter-none-portability = What you gave us yourself, with your consent or for a contract, you may take elsewhere. We hold nothing of that kind about you.
letter-erased = { $n ->
    [one] We have erased { $rows } record about you.
   *[other] We have erased { $rows } records about you.
}
letter-erased-nothing = There was nothing that we could erase now: what we hold must still be kept or concerns others too.
letter-changed = { $n ->
    [one] { $rows } record must stay, or concerns others too: what tells about you was taken out of it.
   *[other] { $rows } records must stay, or concern others too: what tells about you was taken out of them.
}
letter-unknown = { $n ->
    [one] { $rows } more record may have been erased; this could no longer be established.
   *[other] { $rows } more records may have been erased; this could no longer be established.
}
letter-true = Afterwards we read the data again: what was to be erased is no longer there.
letter-swept = We also searched all databases and files that we have on record for details by which only you were known, and found none.
letter-swept-versions = We also searched all databases and files that we have on record for details by which only you were known. They can only be left in old versions of files that we cannot delete yet.
letter-swept-but = We also searched all databases and files that we have on record for details by which only you were known. They are left in nothing but what stays.
letter-swept-but-versions = We also searched all databases and files that we have on record for details by which only you were known. They are left in nothing but what stays and in old versions of files that we cannot delete yet.
letter-short = { $n ->
    [one] We did not look for { $rows } detail of fewer than five characters, such as a short number, as it would be found everywhere.
   *[other] We did not look for { $rows } details of fewer than five characters, such as short numbers, as they would be found everywhere.
}
letter-files = We searched the other files in the same places too, as far as they are text.
letter-unread = { $n ->
    [one] { $rows } file could not be searched, for example because it is a recording or a picture, or may not be opened.
   *[other] { $rows } files could not be searched, for example because they are recordings or pictures, or may not be opened.
}
letter-unread-inside = { $n ->
    [one] { $rows } part of our databases could not be searched. Details about you may still be in it.
   *[other] { $rows } parts of our databases could not be searched. Details about you may still be in them.
}
letter-accepted = When we read the data again, something was not as planned. A person looked at it and decided that it stays. If you ask us, we will tell you more.
letter-corrected = { $n ->
    [one] We have corrected { $rows } record.
   *[other] We have corrected { $rows } records.
}
letter-corrected-true = Afterwards we read the data again: it is as you asked.
letter-corrected-nothing = We looked at the data that we hold about you. What you want corrected is not among it, so we have changed nothing.
letter-copy-access = The copy of your data comes with this letter, as a ZIP file. Open the page “index.html” in it first: it says what is there, what is missing and why.
letter-copy-portability = Your data comes with this letter, as a ZIP file, in formats that other programs can read. Open the page “index.html” in it first: it says what is there, what is missing and why.
letter-chosen-restriction = Since { $day } we only keep your data; every other use is refused. We will tell you before that ends ({ $article }).
letter-chosen-objection = Since { $day } we no longer use your data for what you objected to: { $purposes } ({ $article }).
letter-chosen-objection-all = Since { $day } we no longer use your data for anything to which you can object ({ $article }).
letter-chosen-withdrawal = Since { $day } your consent no longer holds for: { $purposes }. What was done until then stays lawful ({ $article }).
letter-chosen-withdrawal-all = Since { $day } no consent of yours holds any longer. What was done until then stays lawful ({ $article }).
letter-chosen-gone = What you chose by this request no longer holds, or a later request of yours took its place.
letter-chosen-nobody = We noted on { $day } what you chose: if data about you reaches us by which we recognise what you told us, it holds for that too. If we may know you by another address or number, please tell us.
letter-article-chosen-restriction = Art. 18 { $law }
letter-article-chosen-objection = Art. 21 { $law }
letter-article-chosen-withdrawal = Art. 7(3) { $law }

# What stays.
letter-stays = What stays, and why
letter-stays-lead = We do not erase the following yet, because it must still be kept:
letter-stays-caption = Data that is still kept
letter-held = Records that are needed for legal claims
letter-held-why = the establishment, exercise or defence of legal claims (GDPR, Art. 17(3)(e))
letter-what = What
letter-records = Records
letter-until = Until
letter-until-open = no day is known yet
letter-why = Why
letter-shared = { $n ->
    [one] { $rows } record also concerns other people and says nothing about you alone. It stays.
   *[other] { $rows } records also concern other people and say nothing about you alone. They stay.
}
letter-shared-recordings = { $n ->
    [one] { $rows } recording on which you may be heard stays, because it is also of the other people in the call.
   *[other] { $rows } recordings on which you may be heard stay, because they are also of the other people in the calls.
}
letter-backups = In backups and logs, what was erased can remain until { $day }. Then it is gone there too.
letter-backups-open = In backups and logs, what was erased can remain until they are overwritten.
letter-traces = In free space of the files of our databases, traces of what was erased can lie until other data is written over them.
letter-own-proof = Earlier requests of yours also stay for some time, as proof of how we answered them.
letter-own-chosen = What you decided before, for example that you object to offers, we keep as long as we have to follow it.
letter-own-marks = If your data reaches us again, we want to notice it. So we keep an encoded mark until { $day }. It shows nobody who you are.
letter-own-request = We keep this request and how we answered it until { $day }, so that we can prove it ({ $article }).
letter-own-request-open = We keep this request and our answer for { $period } after the answer, so that we can prove it ({ $article }).
letter-article-proof = Art. 5(2) { $law }

# Who else was told.
letter-recipients = Who else is told
letter-recipients-told = These recipients of your data were told what we did ({ $article }):
letter-recipients-untold = These recipients of your data are still to be told ({ $article }):
letter-article-recipients = Art. 19 { $law }

# Who does not agree.
letter-complaint = If you do not agree
letter-complaint-us = You can write to us, and a person will look at it again:
letter-complaint-authority = You can complain to the supervisory authority ({ $article }).
letter-complaint-list = The addresses of all authorities of the European Union and the European Economic Area:
letter-court-eea = You can also go to court: where we are established, or where you live ({ $article }).
letter-court = You can also go to court ({ $article }).
letter-article-court = Art. 79 { $law }

# Around the letter, for whoever works at the desk.
letter-page = Letter to the person
letter-page-text = In the person’s language. Abide sends nothing: print it, or download it and send it yourself.
letter-page-days = What you wrote about the refusal is kept for 30 days after closing, so that the letter can be handed over.
letter-gone = What you wrote about the refusal was kept for 30 days and is deleted. There is no letter any more.
letter-show = Read the letter
letter-name = Name and address
letter-name-help = They stand in the letter alone and are not stored.
letter-name-do = Add them to the letter
letter-why-late = Why the answer is late
letter-why-late-help = The person should hear the reason. It stands in the letter alone and is not stored.
letter-download = Download as a page (HTML)
letter-preview = Preview of the letter
letter-preview-text = Nothing has happened yet. This is what the person gets if you refuse the request.
letter-preview-extension = Nothing has happened yet. This is what the person gets if you extend the deadline. The law allows that once.
letter-preview-do = Preview the letter
requests-duty-told = To be told what was done: { $names }
requests-duty-told-more = To be told what was done: { $names } and { $n } more
requests-duty-open = open
