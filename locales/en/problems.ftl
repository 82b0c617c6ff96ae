# Every problem: what it is, what is said, what to do, why. Made from the codes.

problem-file-size = the file has { $size } bytes, but at most { $max } are read
    .title = the file is too large
    .help = split it, or remove what does not belong to a policy
    .why = A limit keeps a mistaken or hostile file from using up memory.

problem-file-encoding = the file is not UTF-8 text: byte { $offset } cannot be read
    .title = the file is not UTF-8
    .help = save it again as UTF-8 (most editors call it so)
    .why = Names and texts in five languages need one encoding; UTF-8 is the only one that TOML and Abide read.

problem-file-name = the file `{ $file }` { $problem }
    .title = a file named in the site file cannot be used
    .help = name a policy file inside the site's folder
    .why = The site file lists the policy files that are published; each must exist inside its folder.

problem-toml-syntax = { $message }
    .title = not valid TOML
    .help = { "" }
    .why = The file could not be read as TOML here. What stands after the mistake was still checked where that was possible.

problem-key-unknown = `{ $key }` is not known in { $table }
    .title = an unknown key
    .help = remove it, or see the keys of { $table } in the schema
    .why = A key that nobody reads is a promise that nobody keeps: nothing in the file may be silently lost.

problem-key-missing = { $table } needs `{ $key }`
    .title = a needed key is missing
    .help = add `{ $key } = …`: { $doc }
    .why = Without it the policy cannot be published or would leave people without an answer they are owed.

problem-value-type = `{ $key }` must be { $expected }, not { $found }
    .title = a value of the wrong kind
    .help = { "" }
    .why = Each key takes one kind of value; the schema lists them.

problem-value-word = `{ $value }` is not a { $kind }
    .title = a word that is not in the list
    .help = one of: { $words }
    .why = Purposes, recipients, categories and the like are closed lists, so that every reader, person or program, understands the same.

problem-value-format = `{ $value }` is not { $expected }: { $hint }
    .title = a value that cannot be read
    .help = { "" }
    .why = The value does not have the form that this key needs.

problem-value-empty = `{ $key }` is empty
    .title = an empty value
    .help = write it, or remove the key
    .why = An empty value says nothing and would be published as nothing.

problem-value-control = `{ $key }` contains a control character
    .title = control characters in a text
    .help = remove it; line breaks are allowed only in longer texts
    .why = Control characters can break headers, tables and pages into which the text is published.

problem-value-length = `{ $key }` has { $length } characters, at most { $max } are published
    .title = a text that is too long
    .help = shorten it
    .why = Limits keep pages readable and headers within what servers accept.

problem-id-duplicate = { $kind } `{ $id }` is there twice
    .title = two things with one name
    .help = give one of them another name
    .why = Decisions, diagnostics and other parts of the file refer to things by name; a name must mean one thing.

problem-reference-unknown = no { $kind } is called `{ $id }`
    .title = a name that nothing has
    .help = define it, or correct the name
    .why = The file refers to something that it does not define.

problem-region-unknown = `{ $region }` is no region of { $country }
    .title = a region that the country does not have
    .help = one of: { $known }; or leave it out
    .why = The public holidays of the region put off the last day on which a request must be answered. Those of a region that does not exist cannot be counted, and the country is that whose law the site's first policy is under.

problem-zone-unknown = `{ $zone }` is no time zone
    .title = a time zone that nobody knows
    .help = write it as the tz database does, such as `America/New_York`; or leave it out
    .why = Whether a request was received today, how many days are left and when it is overdue depends on where midnight is. A misspelled zone would count them by other clocks in silence.

problem-text-language = { $place } is not written in { $languages }
    .title = a text is missing in a promised language
    .help = write it, or take the language out of `languages`: until then the policy is not published in that language
    .why = A policy appears in a language only if every text of the organisation's exists in it; half a translation would leave people guessing.

problem-text-count = the text says { $said } { $what }, but there are { $counted }
    .title = a number in a text differs from the file
    .help = correct the text or the file
    .why = People rely on the prose. A number that the rest of the policy contradicts makes one of the two untrue.

problem-text-purpose = the text { $said } { $purpose }, but { $fact }
    .title = a purpose in a text differs from the statements
    .help = correct the text or the statements
    .why = People rely on the prose. A purpose denied in the text and declared in a statement, or the other way round, makes one of the two untrue.

problem-policy-name-missing = the policy has no name
    .title = a policy without a name
    .help = add `name="…"`
    .why = A reference file and other policies of the same file refer to it by its name (P3P 1.0 §3.2.2).

problem-policy-name-dup = the name `{ $name }` is used twice
    .title = two policies with one name
    .help = give each policy a name of its own
    .why = A reference to the name would be ambiguous (P3P 1.0 §3.2.2).

problem-policy-discuri-missing = the policy does not say where people can read it
    .title = no address of the policy for people
    .help = add `discuri="https://…"`
    .why = Every P3P policy points to its text for people (P3P 1.0 §3.2.2).

problem-policy-opturi-missing = { $place } offers { $choice }, but the policy has no address where people choose
    .title = choices without a place to choose
    .help = add the address: `choices = "https://…"` under `[policy]` (`opturi` in P3P)
    .why = An opt-in or opt-out that nobody can reach is none (P3P 1.0 §3.2.2, GDPR Art. 7(3)).

problem-policy-discuri-relative = `{ $value }` is not a whole web address
    .title = an address that is not absolute
    .help = write it with `https://` and host
    .why = User agents show the address away from the page on which it was found.

problem-entity-missing = the policy does not say who is responsible
    .title = no entity
    .help = add an ENTITY with name and contact
    .why = People must know with whom they deal (P3P 1.0 §3.2.4, GDPR Art. 13(1)(a)).

problem-entity-noname = the entity has no name
    .title = the entity has no name
    .help = add its legal name
    .why = People must know with whom they deal (P3P 1.0 §3.2.4, GDPR Art. 13(1)(a)).

problem-entity-nocontact = the entity has neither postal address, telephone, e-mail nor web address
    .title = the entity cannot be reached
    .help = add at least one way to reach it
    .why = A name without a way to reach it helps nobody (P3P 1.0 §3.2.4, GDPR Art. 13(1)(a)).

problem-entity-badref = `{ $name }` cannot describe an entity
    .title = an entity described by other than business data
    .help = use elements of `business.*`
    .why = The entity is described by elements of the business set only (P3P 1.0 §3.2.4).

problem-access-missing = the policy does not say what access people have
    .title = nothing said about access
    .help = add one of: { $words }
    .why = Every policy says exactly one kind of access (P3P 1.0 §3.2.5).

problem-access-multiple = the policy says more than one kind of access
    .title = several kinds of access
    .help = keep one
    .why = Every policy says exactly one kind of access (P3P 1.0 §3.2.5).

problem-access-nonident-conflict = access is `nonident`, but { $statement } collects { $categories }
    .title = no access, although people can be identified
    .help = say which access people have: `access = "{ $proposal }"`
    .why = `nonident` claims that no identifiable data is collected. Contact data identifies people, and they have a right of access to it (P3P 1.0 §3.2.5, GDPR Art. 15).

problem-access-none-law = access is `none`, but { $statement } collects data about people
    .title = no access, although the law gives it
    .help = say which access people have: `access = "{ $proposal }"`
    .why = Where the GDPR applies people have a right of access that a policy cannot exclude (Art. 15).

problem-disputes-none = the policy names no way to settle disputes
    .title = no way to settle disputes
    .help = add a `[[dispute]]`: customer service, an authority, or the applicable law
    .why = People should know where to turn when a promise was not kept (P3P 1.0 §3.2.6).

problem-disputes-service = the dispute entry does not say where to turn
    .title = a dispute entry without a place
    .help = add `service="https://…"`
    .why = The service attribute is required (P3P 1.0 §3.2.6).

problem-disputes-type = `{ $value }` is not a kind of dispute resolution
    .title = a dispute entry of an unknown kind
    .help = one of: { $words }
    .why = The resolution type is required and closed (P3P 1.0 §3.2.6).

problem-disputes-remedies-none = { $place } does not say what is offered
    .title = a dispute entry without remedies
    .help = add `remedies`: correct, money, law
    .why = Each way to settle disputes should say what it leads to (P3P 1.0 §3.2.7).

problem-statement-none = the policy has no statements: it claims that no data is collected at all
    .title = a policy without statements
    .help = add a `[[statement]]` for each group of data, if data is collected
    .why = A policy without statements promises that nothing is collected. Even an ordinary access log breaks that promise (P3P 1.0 §3.3).

problem-statement-purpose-missing = { $statement } does not say what the data is for
    .title = a statement without purpose
    .help = add at least one purpose
    .why = Each statement says purposes, recipients, retention and data (P3P 1.0 §3.3.1, GDPR Art. 13(1)(c)).

problem-statement-recipient-missing = { $statement } does not say who receives the data
    .title = a statement without recipient
    .help = add at least one recipient, `ours` for yourself
    .why = Each statement says purposes, recipients, retention and data (P3P 1.0 §3.3.1, GDPR Art. 13(1)(e)).

problem-statement-retention-missing = { $statement } does not say how long the data stays
    .title = a statement without retention
    .help = add one kind of retention
    .why = Each statement says purposes, recipients, retention and data (P3P 1.0 §3.3.1, GDPR Art. 13(2)(a)).

problem-statement-data-missing = { $statement } does not say which data it is about
    .title = a statement without data
    .help = add at least one data element
    .why = Each statement says purposes, recipients, retention and data (P3P 1.0 §3.3.1).

problem-statement-nonident-conflict = { $statement } claims to be anonymous, but its data has the categories { $categories }
    .title = anonymous data that identifies
    .help = remove that data, or do not claim `{ $claim }`
    .why = Data with contact, financial or government identifiers identifies people; calling it anonymous is not true (P3P 1.0 §3.3.3, GDPR recital 26).

problem-statement-nonident-unique = { $statement } claims to be anonymous, but { $data } carries a unique identifier
    .title = anonymous data with a unique identifier
    .help = say how the identifier is cut before the data is kept, and acknowledge this, or do not claim `{ $claim }`
    .why = A unique identifier lets single people be told apart and followed, which is not anonymous (GDPR recital 26).

problem-purpose-required-forbidden = `{ $word }` cannot carry a choice
    .title = a choice where none can be
    .help = remove it: `{ $word } = "always"`
    .why = Completing what the person asked for, and ourselves as recipient, come without choice in P3P's vocabulary (P3P 1.0 §3.3.4, §3.3.5).

problem-purpose-required-value = `{ $value }` is not a choice
    .title = an unknown choice
    .help = one of: { $words }
    .why = P3P knows three values of `required` (P3P 1.0 §3.3.4).

problem-purpose-other-text = { $statement } has `other-purpose` without saying which
    .title = another purpose without explanation
    .help = add a description
    .why = A purpose that is not in the list must be explained in words (P3P 1.0 §3.3.4).

problem-category-other-text = `{ $data }` has `other-category` without saying which
    .title = another category without explanation
    .help = add `other-category` text
    .why = A category that is not in the list must be explained in words (P3P 1.0 §3.4).

problem-retention-timetable = { $statement } keeps data for { $kind } without saying the rule
    .title = no destruction timetable
    .help = give a `period`, or the law or practice as `reason`
    .why = Where retention follows a law, a business practice or history, the policy for people must give the timetable (P3P 1.0 §3.3.6, GDPR Art. 13(2)(a)).

problem-retention-period-missing = { $statement } keeps data about people without a period
    .title = no real period
    .help = add `period = "30 days"` or another real one, or the criteria as `reason`
    .why = People must be told how long, or by which criteria (GDPR Art. 13(2)(a)); storage without limit contradicts Art. 5(1)(e).

problem-retention-period-kind = { $statement } has retention `{ $kind }` and a period of { $period }: { $reason }
    .title = a period that contradicts its kind
    .help = change the kind or the period
    .why = The kind is what programs read, the period what people read; they must say the same (P3P 1.0 §3.3.6).

problem-retention-indefinite = { $statement } keeps data about people indefinitely
    .title = personal data without an end
    .help = give a period, or say `anonymous = true` if nothing personal remains
    .why = Keeping personal data without limit contradicts storage limitation (GDPR Art. 5(1)(e)).

problem-data-ref-unknown = there is no data element `{ $name }`
    .title = an unknown data element
    .help = use one of the base schema, or define it with `[[data]]`
    .why = Statements name data by the base schema or by the organisation's own elements (P3P 1.0 §3.3.7, §5).

problem-data-ref-syntax = { $message }
    .title = not a data element's name
    .help = { "" }
    .why = Data elements have dotted names, such as `user.home-info.postal` (P3P 1.0 §5.2).

problem-data-duplicate = `{ $name }` is named twice in { $statement }
    .title = the same data twice
    .help = remove one
    .why = Saying it twice adds nothing and hides which one counts.

problem-data-category-missing = `{ $name }` needs its categories said
    .title = data without category
    .help = add `categories`, for example `["uniqueid", "state"]`
    .why = This element can hold anything, so the policy must say what it holds (P3P 1.0 §5.7).

problem-data-category-forbidden = `{ $name }` has fixed categories: { $categories }
    .title = categories that the schema fixes
    .help = remove `categories` here
    .why = The schema fixes the categories of this element; a policy cannot change them (P3P 1.0 §5.7).

problem-data-value-misplaced = `{ $name }` carries a value
    .title = a value where none can be
    .help = remove the text; only the entity's data carries values
    .why = A policy says which data is collected, never whose (P3P 1.0 §3.3.7).

problem-data-redefined = `{ $name }` is an element of the base schema
    .title = an own element that exists already
    .help = choose another name
    .why = The base schema's elements and their categories are fixed (P3P 1.0 §5.6).

problem-data-unused = `{ $name }` is defined but no statement collects it
    .title = an own element that no statement names
    .help = name it in a statement, or remove it
    .why = Either the data is collected, then a statement must say so, or the definition is left over.

problem-dup-purpose = `{ $word }` is there twice in { $statement }
    .title = a purpose twice
    .help = remove one
    .why = Two entries can contradict each other in their choice (P3P 1.0 §3.3.4).

problem-dup-recipient = `{ $word }` is there twice in { $statement }
    .title = a recipient twice
    .help = remove one
    .why = Two entries can contradict each other in their choice (P3P 1.0 §3.3.5).

problem-dup-category = `{ $word }` is there twice
    .title = a category twice
    .help = remove one
    .why = Saying it twice adds nothing (P3P 1.0 §3.4).

problem-basis-missing = { $statement } does not say on which ground data about people is used for { $purposes }
    .title = no lawful basis
    .help = add `basis`, for example `basis = "contract"`
    .why = People must be told the lawful basis of each purpose (GDPR Art. 6, 13(1)(c)).

problem-basis-consent-choice = { $statement } uses data for `{ $purpose }` on consent, but the choice is `{ $choice }`
    .title = consent without opt-in
    .help = write `{ $purpose } = "opt-in"`, or choose another basis
    .why = Consent is a free act before the use: silence or a pre-ticked box is none (GDPR Art. 4(11), 7, recital 32).

problem-basis-consent-current = { $statement } uses data for `current` on consent, but `current` cannot carry a choice
    .title = consent where no choice can be
    .help = choose another basis, such as `contract`, or say with another purpose what people agree to
    .why = Consent needs a choice (GDPR Art. 4(11), 7), and completing what the person asked for has none in P3P's vocabulary (P3P 1.0 §3.3.4).

problem-basis-interests-missing = { $statement } relies on legitimate interests without naming them
    .title = legitimate interests not named
    .help = add `interests`
    .why = People must be told which interests are pursued (GDPR Art. 13(1)(d)).

problem-basis-special-missing = { $statement } uses { $categories } without a ground for special categories
    .title = special categories without ground
    .help = add `special-ground`, for example `"explicit-consent"`
    .why = Health data and data on politics, religion or membership may be used only on a ground of Art. 9(2) (GDPR).

problem-consent-marketing = { $statement } uses contact data for `{ $purpose }` without choice
    .title = marketing without choice
    .help = make it `opt-in`; `opt-out` is enough only for own similar products to existing customers
    .why = Unsolicited marketing needs prior consent, with a narrow exception for existing customers, and people can always object (Directive 2002/58/EC Art. 13, GDPR Art. 21(2), (3)).

problem-consent-storage = { $statement } stores { $storage } for { $purposes } without consent
    .title = storage in the browser without consent
    .help = make these purposes `opt-in`
    .why = Storing in or reading from a browser what is not strictly necessary for the service asked for needs prior consent (Directive 2002/58/EC Art. 5(3)).

problem-objection-basis = { $statement } offers an opt-out from `{ $purpose }`, but its basis is { $basis }
    .title = opt-out without the ground it goes with
    .help = check the basis: an opt-out usually goes with `legitimate-interests`
    .why = The right to object belongs to legitimate interests and public tasks (GDPR Art. 21); on other grounds an opt-out promises what the ground does not give.

problem-decision-automated-missing = { $statement } decides about people without explaining it
    .title = automated decisions not explained
    .help = add `automated-decision`: the logic, the importance, the consequences
    .why = People must be told the logic and the consequences of automated decisions (GDPR Art. 13(2)(f), 22).

problem-subject-missing = { $statement } does not say whose data it is
    .title = whose data it is
    .help = add `subjects`
    .why = The record of processing lists the categories of data subjects (GDPR Art. 30(1)(c)).

problem-source-missing = { $statement } does not say where the data comes from
    .title = where data comes from
    .help = add `sources`
    .why = People must be told the source of data that they did not give themselves (GDPR Art. 14(2)(f)).

problem-obligation-missing = { $statement } rests on a contract or a law without saying whether people must give the data
    .title = whether people must give the data
    .help = add `obligation`: whether it is needed, and what follows if it is not given
    .why = People must be told (GDPR Art. 13(2)(e)).

problem-rights-missing = the policy does not say how people use their rights
    .title = how people use their rights
    .help = add `[rights]` with a web or e-mail address
    .why = People must be told their rights, and using them must be easy (GDPR Art. 12(2), 13(2)(b)).

problem-authority-missing = the policy does not name the supervisory authority
    .title = no supervisory authority
    .help = add `[authority]`
    .why = People must be told that they can complain to a supervisory authority (GDPR Art. 13(2)(d)).

problem-security-missing = the policy names no security measures
    .title = no security measures
    .help = add `[security]` with `measures`
    .why = The record of processing describes the technical and organisational measures where possible (GDPR Art. 30(1)(g), 30(2)(d), 32).

problem-representative-missing = the entity is established in { $country }, outside { $area }, and names no representative
    .title = no representative
    .help = add `[entity.representative]`, if people in { $area } are addressed
    .why = A controller or processor outside that addresses people inside designates a representative (GDPR Art. 27).

problem-processing-missing = the policy is a processor's, but says nothing about the processing for customers
    .title = what a processor owes its customers
    .help = add `[processing]`
    .why = The contract between controller and processor settles instructions, assistance, deletion and audits (GDPR Art. 28(3)).

problem-processing-role = the policy is a controller's, but has `[processing]`
    .title = a controller with a processor's duties
    .help = remove it, or make `role = "processor"`
    .why = Art. 28 speaks of those who process on behalf of others.

problem-transfer-ground-missing = { $place } is in { $country }, a third country for { $area }, and no transfer ground is named
    .title = a transfer without ground
    .help = add `transfer.ground = "standard-clauses"` with its `transfer.document` or another ground
    .why = Personal data may go to a third country only on a ground of GDPR Chapter V, and people must be told which (Art. 13(1)(f), 44–49).

problem-transfer-adequacy-none = { $place } rests on an adequacy decision, but { $area } has none for { $country } on { $date }
    .title = adequacy where there is none
    .help = choose another ground
    .why = A transfer on the ground of adequacy needs a decision that is in force (GDPR Art. 45).

problem-region-missing = the policy does not say where data is kept
    .title = where data is kept
    .help = add a `[[region]]` with its country
    .why = People are to be told of transfers, and customers choose a region; both need to know where data is.

problem-cookie-none = { $statement } covers `{ $data }`, but no `[[cookie]]` belongs to it
    .title = a cookie statement without cookies
    .help = list each cookie or other storage, or remove the data
    .why = People are to be told which cookies there are and how long they stay (Directive 2002/58/EC Art. 5(3); CJEU C-673/17).

problem-cookie-data = the cookie `{ $cookie }` belongs to { $statement }, which names no `{ $data }`
    .title = a cookie whose statement does not mention cookies
    .help = name the data in that statement, or choose another statement
    .why = The statement that covers a cookie must declare what it stores.

problem-cookie-lifetime = the cookie `{ $cookie }` stays { $lifetime }, but { $statement } keeps data for { $period }
    .title = a cookie that outlives its statement
    .help = shorten the cookie's life, or lengthen the period
    .why = What the cookie holds is data of its statement and may not stay longer.

problem-sub-processor-change = the policy has sub-processors but does not say how long before a change customers are told
    .title = no notice before sub-processors change
    .help = add `change-notice = "30 days"` under `[processing]`
    .why = A processor informs the controller of intended changes so that it can object (GDPR Art. 28(2)).

problem-acknowledge-unused = nothing at `{ $at }` raises `{ $code }`
    .title = an acknowledgement of nothing
    .help = remove the acknowledgement
    .why = Left-over acknowledgements would hide the problem if it came back.

problem-acknowledge-code = `{ $code }` cannot be acknowledged: { $reason }
    .title = an acknowledgement that cannot be
    .help = correct the code, or mend the problem
    .why = Only warnings can be acknowledged; an error stops publication until it is mended.

problem-version-changed = version `{ $version }` of `{ $name }` is published already with another text
    .title = a published version was changed
    .help = give the changed text a new `version`: until then it is a draft
    .why = A published version never changes, so that everybody can rely on what was promised at the time.

problem-version-order = version `{ $version }` takes effect on { $date }, before version `{ $earlier }` that is published already
    .title = a version out of order
    .help = check `effective`
    .why = A later version that takes effect earlier would change the past.

problem-ext-mandatory-unknown = an EXTENSION that is not optional cannot be understood
    .title = a mandatory extension
    .help = make it optional, or remove it
    .why = A policy with a mandatory extension that a user agent does not know cannot be used (P3P 1.0 §3.5).

problem-xml-wellformed = { $message }
    .title = not well-formed XML
    .help = { "" }
    .why = The file could not be read as XML at this place.

problem-xml-entity = document types and entities are refused
    .title = a document type or entity
    .help = remove the DOCTYPE; write the characters themselves
    .why = Entity expansion and external entities are a way to attack readers; no P3P file needs them.

problem-xml-limit = the document { $what }: at most { $max }
    .title = beyond a limit
    .help = make it smaller
    .why = Limits keep a mistaken or hostile file from using up memory.

problem-ns-unknown = the root element `{ $element }` is not P3P's
    .title = not a P3P document
    .help = use META, POLICIES, POLICY or DATASCHEMA in the namespace `http://www.w3.org/2002/01/P3Pv1`
    .why = The namespace tells which language the document is written in (P3P 1.0 §3.1).

problem-struct-order = `{ $element }` cannot come after `{ $after }`
    .title = elements in the wrong order
    .help = move it up
    .why = The order of elements is fixed (P3P 1.0 §3).

problem-struct-unknown = `{ $element }` is not known in `{ $parent }`
    .title = an unknown element
    .help = remove it, or put it into an EXTENSION
    .why = What P3P does not know belongs into an EXTENSION (P3P 1.0 §3.5).

problem-struct-duplicate = `{ $element }` may be there once in `{ $parent }`
    .title = an element twice
    .help = remove one
    .why = Twice the same element leaves open which one counts.

problem-struct-missing = `{ $parent }` needs `{ $element }`
    .title = a needed element is missing
    .help = add it
    .why = The document is incomplete without it.

problem-attr-missing = `{ $element }` needs `{ $attribute }`
    .title = a needed attribute is missing
    .help = add it
    .why = The element says nothing without it.

problem-attr-unknown = `{ $element }` has no attribute `{ $attribute }`
    .title = an unknown attribute
    .help = remove it
    .why = User agents ignore what they do not know; a mistyped attribute is lost.

problem-attr-value = `{ $value }` is not a value of `{ $attribute }`
    .title = an attribute with a wrong value
    .help = { $expected }
    .why = The value does not have the form that the specification gives.

problem-prf-about-missing = the POLICY-REF does not say which policy it is about
    .title = a reference without policy
    .help = add `about="…#name"`
    .why = Without it nothing is referred to (P3P 1.0 §2.3.2.4).

problem-prf-policy-unresolved = no policy in this file is called `{ $name }`
    .title = a reference to a policy that is not there
    .help = correct `about`, or add the policy
    .why = A user agent would find no policy (P3P 1.0 §2.3.2.4).

problem-prf-exclude-noinclude = EXCLUDE without INCLUDE excludes nothing
    .title = an exclusion of nothing
    .help = add an INCLUDE
    .why = Exclusions only take away from what is included (P3P 1.0 §2.3.2.5).

problem-prf-pattern-nonlocal = `{ $pattern }` is not a path on this host
    .title = a pattern for another host
    .help = write a path that starts with `/`
    .why = A reference file speaks only for its own host (P3P 1.0 §2.3.2.5).

problem-prf-cookie-nothing = the policy `{ $policy }` mentions cookies, but no COOKIE-INCLUDE covers them
    .title = cookies that no reference covers
    .help = add `<COOKIE-INCLUDE name="*" value="*" domain="*" path="*"/>`
    .why = A policy covers a cookie only if a COOKIE-INCLUDE says so (P3P 1.0 §2.3.2.7).

problem-prf-expiry-short = the expiry is { $seconds } seconds, below a day
    .title = an expiry below a day
    .help = make it 86400 or more
    .why = A policy stays valid for a day at least (P3P 1.0 §2.3.2.3).

problem-prf-expiry-both = EXPIRY has both `date` and `max-age`
    .title = two kinds of expiry
    .help = keep one
    .why = The two can contradict each other (P3P 1.0 §2.3.2.3).

problem-prf-expiry-neither = EXPIRY has neither `date` nor `max-age`
    .title = an expiry that says nothing
    .help = add one
    .why = An empty expiry says nothing (P3P 1.0 §2.3.2.3).

problem-prf-nothing = the POLICY-REF has neither INCLUDE nor COOKIE-INCLUDE
    .title = a reference that applies to nothing
    .help = add an INCLUDE
    .why = Without one it applies to nothing (P3P 1.0 §2.3.2.5).

problem-cp-token-unknown = `{ $token }` is not a token of compact policies
    .title = an unknown token
    .help = { "" }
    .why = User agents ignore what they do not know (P3P 1.0 §4.2); a strict one treats the whole policy as absent (P3P 1.1 §6.4).

problem-cp-token-case = `{ $token }` is written in the wrong case
    .title = a token in the wrong case
    .help = { "" }
    .why = Tokens are case-sensitive: browsers do not see this one (P3P 1.0 §4.2).

problem-cp-token-draft = `{ $token }` comes from a draft of P3P
    .title = a token of a draft
    .help = use `TAI` or another purpose
    .why = It is not in the recommendation; browsers differ in whether they count it.

problem-cp-token-duplicate = `{ $token }` is said twice
    .title = a token said twice
    .help = say it once
    .why = Saying it again adds nothing but length to every response (P3P 1.0 §4.5).

problem-cp-test = `TST` marks the policy as an example
    .title = a policy that is only a test
    .help = remove `TST` when the policy is meant
    .why = User agents must ignore a test policy: cookies are treated as if there were none (P3P 1.0 §3.2.3).

problem-cp-suffix-forbidden = `{ $token }` carries a suffix that the grammar does not give it
    .title = a suffix where none can be
    .help = { "" }
    .why = Some editors always wrote it, and browsers accept it; the grammar does not have it (P3P 1.0 §4.2).

problem-cp-missing-access = the compact policy says nothing about access
    .title = no access token
    .help = add one of NOI, ALL, CAO, IDC, OTI, NON
    .why = A complete compact policy has it (P3P 1.0 §4.2).

problem-cp-missing-purpose = the compact policy says no purpose
    .title = no purpose token
    .help = add the purposes
    .why = A complete compact policy has at least one (P3P 1.0 §4.2).

problem-cp-missing-recipient = the compact policy says no recipient
    .title = no recipient token
    .help = add the recipients
    .why = A complete compact policy has at least one (P3P 1.0 §4.2).

problem-cp-missing-retention = the compact policy says no retention
    .title = no retention token
    .help = add the kind of retention
    .why = A complete compact policy has at least one (P3P 1.0 §4.2).

problem-cp-missing-category = the compact policy says no category of data
    .title = no category token
    .help = add the categories
    .why = A complete compact policy has at least one (P3P 1.0 §4.2).

problem-cp-conflict = `{ $first }` and `{ $second }` contradict each other
    .title = tokens that contradict each other
    .help = keep the one that is true
    .why = A reader cannot tell which one holds (P3P 1.0 §4.2).

problem-cp-delimiter = tokens are separated by something other than one space
    .title = a wrong separator
    .help = separate tokens by one space
    .why = A space is the only separator (P3P 1.0 §4.1).

problem-cp-quote = the value of CP is not in double quotes
    .title = wrong or missing quotes
    .help = write `CP="…"`
    .why = The grammar wants double quotes; some user agents see nothing otherwise (P3P 1.0 §4.1).

problem-cp-newline = the header is broken over lines
    .title = a line break in a header
    .help = write it on one line
    .why = Broken headers are refused by today's servers and proxies.

problem-cp-empty = the compact policy is empty
    .title = an empty compact policy
    .help = leave the header away, or write a policy
    .why = An empty policy promises nothing; browsers treat it as absent.

problem-cp-mismatch = the compact policy differs from the policy that it sums up: { $difference }
    .title = not what the policy says
    .help = send the derived one: `{ $derived }`
    .why = A compact policy is a summary; where it says less than the policy, people are misled (P3P 1.0 §4.5).

problem-map-place-both = the store has both `place` and `place-from`
    .title = a store in two places
    .help = keep one
    .why = The two can contradict each other, and requests must be carried out in the right store.

problem-map-place-secret = `place` carries a password
    .title = a password in a map file
    .help = put the whole address into an environment variable and name that: `place-from = "ABIDE_STORE"`; and change the password, because files are copied
    .why = Map files are read by many people and kept in version control. A password in them opens the whole store (GDPR Art. 32).

problem-map-known-by-person = `{ $table }` says by what people are known, but its rows are not people
    .title = facts about people in a table of other things
    .help = say of which kind its people are with `person`, or move `known-by` to the table of people
    .why = A person is found by a fact in a row that is a person. Found in another row, nobody would know whose it is.

problem-map-known-by-weak = nothing in `known-by` of `{ $table }` tells one person from all others
    .title = people that nobody can find
    .help = add `email`, `phone` or `id`, or `name` with a second fact
    .why = Names, dates of birth and postal codes are shared. A request about a person who cannot be found cannot be answered (GDPR Art. 11, 12(2)).

problem-map-known-by-country = `country` says how telephone numbers are written, and `{ $fact }` is none
    .title = a country where none can be
    .help = remove it
    .why = Only telephone numbers are written differently in each country; elsewhere the word would be lost.

problem-map-known-by-exact = `exact` says that numbers and addresses are all written in one way, and `{ $fact }` is neither
    .title = `exact` where it says nothing
    .help = remove it
    .why = Ids are compared as they are, and names are always looked for in every spelling; `exact` would change nothing.

problem-map-repeated = `{ $name }` is there twice in `{ $list }`
    .title = the same thing twice in a list
    .help = remove one
    .why = Saying it again adds nothing and hides what was meant instead.

problem-map-statement-missing = `{ $table }` holds personal data, but no statement covers { $columns }
    .title = data that no statement covers
    .help = name the statement of the policy with `statement`, at the table or at the column
    .why = Purposes, recipients and periods come from the statement. Without it nobody can tell the person why the data is held (GDPR Art. 15(1)).

problem-map-edge-columns = { $columns } columns refer to `{ $of }`, but `of-columns` names { $others }
    .title = a reference with too few or too many columns
    .help = name as many columns there as here, in the same order
    .why = Each column here is compared with the one at the same place there; one without a partner would be ignored, and other people's rows found.

problem-map-edge-store = `of-store` names this store, `{ $store }`
    .title = a reference to another store that is this one
    .help = leave `of-store` out: without it the table is one of this store
    .why = `of-store` says that rows of another store are looked up, which is slower and cannot be done in one transaction.

problem-map-edge-keep = the edge deletes rows of `{ $table }`, but `keep` says that they stay as long as `{ $statement }` needs them
    .title = rows that must stay and shall go
    .help = remove `erase` from the edge or `keep` from the table, or write `erase = "anonymize"`
    .why = A duty to keep something goes before erasure (GDPR Art. 17(3)(b)): the rows stay until its end, whatever the edge says.

problem-map-edge-access = `erase` says nothing at an edge of the kind `{ $kind }`: the row is not theirs
    .title = erasure of rows that are not the person's
    .help = remove it, or write `kind = "{ $owning }"`
    .why = Whoever may only see a row does not own it, so that erasing them does not decide about the row.

problem-map-edge-caller = `caller` says nothing here: it stands at an edge of the kind `owned-by` to a table of people
    .title = who called, where nobody can have called
    .help = move it to the edge `owned-by` to the person who called, or remove it
    .why = Only a person calls. At any other edge copies would say nothing of it, and nobody would see why.

problem-map-data-undeclared = column `{ $column }` holds `{ $data }`, which is not declared by { $statement }
    .title = data that its statement does not declare
    .help = add it to `data` of the statement, name the statement that declares it, or stop collecting it
    .why = What the store holds and what people were told drift apart: they were not told of this data (GDPR Art. 5(1)(a), 13, 14).

problem-map-keep-period = rows of `{ $table }` stay although their person is erased, but no period is given by { $statement }
    .title = rows that stay without an end
    .help = give its retention a `period`
    .why = Whoever asks for erasure must be told what stays and until when, and it must go then (GDPR Art. 12(4), 17(3)(b)).

problem-map-person-statement = people in `{ $table }` are of the kind `{ $person }`, but none of the statements of this table is about them
    .title = people whom no statement is about
    .help = add `{ $person }` to `subjects` of the statement, or correct `person` or `statement`
    .why = The policy says whose data each statement covers; decisions about these people's data would be refused (GDPR Art. 30(1)(c)).

problem-map-region = the store is in region `{ $region }`, where no data is kept by { $statement }
    .title = data outside its regions
    .help = correct `region` of the store, or add it to `regions` of the statement
    .why = People were told where their data is kept; a region that the statement does not name is another country for some of them (GDPR Art. 13(1)(f)).

problem-import-lost = { $what } cannot be carried over into a policy file
    .title = something that cannot be carried over
    .help = keep the original beside it, or say the same in other words
    .why = Nothing that was said is left out silently when a policy is imported: what a policy file has no words for is listed.

problem-import-filled = the imported policy does not say { $what }: `{ $value }` was put in
    .title = something that the imported policy did not say
    .help = check it
    .why = A policy file needs things that P3P has no words for, or that this policy left out. What was put in instead is a guess until somebody looks at it.

problem-import-changed = { $what } is written as `{ $value }`
    .title = something that is written differently
    .help = check that it still means the same
    .why = Policy files have formats of their own for names, addresses and texts; what did not fit was adapted.
