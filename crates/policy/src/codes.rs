//! Every kind of problem that Abide knows: its stable code, how severe it is, and what people read about it.
//!
//! Owns: the list, which is also the list of documentation pages (`docs/problems/`, `abide explain CODE`, `/problems/CODE`).
//! Leaves to others: finding problems (`source`, `check`, `abide-p3p`), and their wording in other languages (`locales/`).
//!
//! Codes never change their meaning; a code that is no longer raised is not used again.

use crate::diagnostic::Severity;

macro_rules! codes {
    ($($variant:ident $severity:ident $id:literal $title:literal { message: $message:literal, help: $help:literal, why: $why:literal })+) => {
        /// A kind of problem.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $(#[doc = $title] $variant,)+ }

        impl Code {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// Its stable name.
            #[must_use]
            pub const fn id(self) -> &'static str { match self { $(Self::$variant => $id,)+ } }
            /// How severe it is unless acknowledged.
            #[must_use]
            pub const fn severity(self) -> Severity { match self { $(Self::$variant => Severity::$severity,)+ } }
            /// What it is, in a few words.
            #[must_use]
            pub const fn title(self) -> &'static str { match self { $(Self::$variant => $title,)+ } }
            /// The message, with gaps in braces.
            #[must_use]
            pub const fn message(self) -> &'static str { match self { $(Self::$variant => $message,)+ } }
            /// What to do, with gaps in braces; may be empty.
            #[must_use]
            pub const fn help(self) -> &'static str { match self { $(Self::$variant => $help,)+ } }
            /// Why it is a problem, and where that is written.
            #[must_use]
            pub const fn why(self) -> &'static str { match self { $(Self::$variant => $why,)+ } }
        }
    };
}

codes! {
    FileSize Error "file.size" "the file is too large" {
        message: "the file has {size} bytes, but at most {max} are read",
        help: "split it, or remove what does not belong to a policy",
        why: "A limit keeps a mistaken or hostile file from using up memory."
    }
    FileEncoding Error "file.encoding" "the file is not UTF-8" {
        message: "the file is not UTF-8 text: byte {offset} cannot be read",
        help: "save it again as UTF-8 (most editors call it so)",
        why: "Names and texts in five languages need one encoding; UTF-8 is the only one that TOML and Abide read."
    }
    FileName Error "file.name" "a file named in the site file cannot be used" {
        message: "the file `{file}` {problem}",
        help: "name a policy file inside the site's folder",
        why: "The site file lists the policy files that are published; each must exist inside its folder."
    }
    TomlSyntax Error "toml.syntax" "not valid TOML" {
        message: "{message}",
        help: "",
        why: "The file could not be read as TOML here. What stands after the mistake was still checked where that was possible."
    }
    KeyUnknown Error "key.unknown" "an unknown key" {
        message: "`{key}` is not known in {table}",
        help: "remove it, or see the keys of {table} in the schema",
        why: "A key that nobody reads is a promise that nobody keeps: nothing in the file may be silently lost."
    }
    KeyMissing Error "key.missing" "a needed key is missing" {
        message: "{table} needs `{key}`",
        help: "add `{key} = …`: {doc}",
        why: "Without it the policy cannot be published or would leave people without an answer they are owed."
    }
    ValueType Error "value.type" "a value of the wrong kind" {
        message: "`{key}` must be {expected}, not {found}",
        help: "",
        why: "Each key takes one kind of value; the schema lists them."
    }
    ValueWord Error "value.word" "a word that is not in the list" {
        message: "`{value}` is not a {kind}",
        help: "one of: {words}",
        why: "Purposes, recipients, categories and the like are closed lists, so that every reader, person or program, understands the same."
    }
    ValueFormat Error "value.format" "a value that cannot be read" {
        message: "`{value}` is not {expected}: {hint}",
        help: "",
        why: "The value does not have the form that this key needs."
    }
    ValueEmpty Error "value.empty" "an empty value" {
        message: "`{key}` is empty",
        help: "write it, or remove the key",
        why: "An empty value says nothing and would be published as nothing."
    }
    ValueControl Error "value.control" "control characters in a text" {
        message: "`{key}` contains a control character",
        help: "remove it; line breaks are allowed only in longer texts",
        why: "Control characters can break headers, tables and pages into which the text is published."
    }
    ValueLength Error "value.length" "a text that is too long" {
        message: "`{key}` has {length} characters, at most {max} are published",
        help: "shorten it",
        why: "Limits keep pages readable and headers within what servers accept."
    }
    IdDuplicate Error "id.duplicate" "two things with one name" {
        message: "{kind} `{id}` is there twice",
        help: "give one of them another name",
        why: "Decisions, diagnostics and other parts of the file refer to things by name; a name must mean one thing."
    }
    ReferenceUnknown Error "reference.unknown" "a name that nothing has" {
        message: "no {kind} is called `{id}`",
        help: "define it, or correct the name",
        why: "The file refers to something that it does not define."
    }
    RegionUnknown Error "region.unknown" "a region that the country does not have" {
        message: "`{region}` is no region of {country}",
        help: "one of: {known}; or leave it out",
        why: "The public holidays of the region put off the last day on which a request must be answered. Those of a region that does not exist cannot be counted, and the country is that whose law the site's first policy is under."
    }
    ZoneUnknown Error "zone.unknown" "a time zone that nobody knows" {
        message: "`{zone}` is no time zone",
        help: "write it as the tz database does, such as `America/New_York`; or leave it out",
        why: "Whether a request was received today, how many days are left and when it is overdue depends on where midnight is. A misspelled zone would count them by other clocks in silence."
    }
    TextLanguage Warning "text.language" "a text is missing in a promised language" {
        message: "{place} is not written in {languages}",
        help: "write it, or take the language out of `languages`: until then the policy is not published in that language",
        why: "A policy appears in a language only if every text of the organisation's exists in it; half a translation would leave people guessing."
    }
    TextCount Warning "text.count" "a number in a text differs from the file" {
        message: "the text says {said} {what}, but there are {counted}",
        help: "correct the text or the file",
        why: "People rely on the prose. A number that the rest of the policy contradicts makes one of the two untrue."
    }
    TextPurpose Warning "text.purpose" "a purpose in a text differs from the statements" {
        message: "the text {said} {purpose}, but {fact}",
        help: "correct the text or the statements",
        why: "People rely on the prose. A purpose denied in the text and declared in a statement, or the other way round, makes one of the two untrue."
    }
    PolicyNameMissing Error "policy.name.missing" "a policy without a name" {
        message: "the policy has no name",
        help: "add `name=\"…\"`",
        why: "A reference file and other policies of the same file refer to it by its name (P3P 1.0 §3.2.2)."
    }
    PolicyNameDup Error "policy.name.dup" "two policies with one name" {
        message: "the name `{name}` is used twice",
        help: "give each policy a name of its own",
        why: "A reference to the name would be ambiguous (P3P 1.0 §3.2.2)."
    }
    PolicyDiscuriMissing Error "policy.discuri.missing" "no address of the policy for people" {
        message: "the policy does not say where people can read it",
        help: "add `discuri=\"https://…\"`",
        why: "Every P3P policy points to its text for people (P3P 1.0 §3.2.2)."
    }
    PolicyOpturiMissing Error "policy.opturi.missing" "choices without a place to choose" {
        message: "{place} offers {choice}, but the policy has no address where people choose",
        help: "add the address: `choices = \"https://…\"` under `[policy]` (`opturi` in P3P)",
        why: "An opt-in or opt-out that nobody can reach is none (P3P 1.0 §3.2.2, GDPR Art. 7(3))."
    }
    PolicyDiscuriRelative Error "policy.discuri.relative" "an address that is not absolute" {
        message: "`{value}` is not a whole web address",
        help: "write it with `https://` and host",
        why: "User agents show the address away from the page on which it was found."
    }
    EntityMissing Error "entity.missing" "no entity" {
        message: "the policy does not say who is responsible",
        help: "add an ENTITY with name and contact",
        why: "People must know with whom they deal (P3P 1.0 §3.2.4, GDPR Art. 13(1)(a))."
    }
    EntityNoname Error "entity.noname" "the entity has no name" {
        message: "the entity has no name",
        help: "add its legal name",
        why: "People must know with whom they deal (P3P 1.0 §3.2.4, GDPR Art. 13(1)(a))."
    }
    EntityNocontact Error "entity.nocontact" "the entity cannot be reached" {
        message: "the entity has neither postal address, telephone, e-mail nor web address",
        help: "add at least one way to reach it",
        why: "A name without a way to reach it helps nobody (P3P 1.0 §3.2.4, GDPR Art. 13(1)(a))."
    }
    EntityBadref Error "entity.badref" "an entity described by other than business data" {
        message: "`{name}` cannot describe an entity",
        help: "use elements of `business.*`",
        why: "The entity is described by elements of the business set only (P3P 1.0 §3.2.4)."
    }
    AccessMissing Error "access.missing" "nothing said about access" {
        message: "the policy does not say what access people have",
        help: "add one of: {words}",
        why: "Every policy says exactly one kind of access (P3P 1.0 §3.2.5)."
    }
    AccessMultiple Error "access.multiple" "several kinds of access" {
        message: "the policy says more than one kind of access",
        help: "keep one",
        why: "Every policy says exactly one kind of access (P3P 1.0 §3.2.5)."
    }
    AccessNonidentConflict Warning "access.nonident.conflict" "no access, although people can be identified" {
        message: "access is `nonident`, but {statement} collects {categories}",
        help: "say which access people have: `access = \"{proposal}\"`",
        why: "`nonident` claims that no identifiable data is collected. Contact data identifies people, and they have a right of access to it (P3P 1.0 §3.2.5, GDPR Art. 15)."
    }
    AccessNoneLaw Warning "access.none.law" "no access, although the law gives it" {
        message: "access is `none`, but {statement} collects data about people",
        help: "say which access people have: `access = \"{proposal}\"`",
        why: "Where the GDPR applies people have a right of access that a policy cannot exclude (Art. 15)."
    }
    DisputesNone Warning "disputes.none" "no way to settle disputes" {
        message: "the policy names no way to settle disputes",
        help: "add a `[[dispute]]`: customer service, an authority, or the applicable law",
        why: "People should know where to turn when a promise was not kept (P3P 1.0 §3.2.6)."
    }
    DisputesService Error "disputes.service" "a dispute entry without a place" {
        message: "the dispute entry does not say where to turn",
        help: "add `service=\"https://…\"`",
        why: "The service attribute is required (P3P 1.0 §3.2.6)."
    }
    DisputesType Error "disputes.type" "a dispute entry of an unknown kind" {
        message: "`{value}` is not a kind of dispute resolution",
        help: "one of: {words}",
        why: "The resolution type is required and closed (P3P 1.0 §3.2.6)."
    }
    DisputesRemediesNone Warning "disputes.remedies.none" "a dispute entry without remedies" {
        message: "{place} does not say what is offered",
        help: "add `remedies`: correct, money, law",
        why: "Each way to settle disputes should say what it leads to (P3P 1.0 §3.2.7)."
    }
    StatementNone Warning "statement.none" "a policy without statements" {
        message: "the policy has no statements: it claims that no data is collected at all",
        help: "add a `[[statement]]` for each group of data, if data is collected",
        why: "A policy without statements promises that nothing is collected. Even an ordinary access log breaks that promise (P3P 1.0 §3.3)."
    }
    StatementPurposeMissing Error "statement.purpose.missing" "a statement without purpose" {
        message: "{statement} does not say what the data is for",
        help: "add at least one purpose",
        why: "Each statement says purposes, recipients, retention and data (P3P 1.0 §3.3.1, GDPR Art. 13(1)(c))."
    }
    StatementRecipientMissing Error "statement.recipient.missing" "a statement without recipient" {
        message: "{statement} does not say who receives the data",
        help: "add at least one recipient, `ours` for yourself",
        why: "Each statement says purposes, recipients, retention and data (P3P 1.0 §3.3.1, GDPR Art. 13(1)(e))."
    }
    StatementRetentionMissing Error "statement.retention.missing" "a statement without retention" {
        message: "{statement} does not say how long the data stays",
        help: "add one kind of retention",
        why: "Each statement says purposes, recipients, retention and data (P3P 1.0 §3.3.1, GDPR Art. 13(2)(a))."
    }
    StatementDataMissing Error "statement.data.missing" "a statement without data" {
        message: "{statement} does not say which data it is about",
        help: "add at least one data element",
        why: "Each statement says purposes, recipients, retention and data (P3P 1.0 §3.3.1)."
    }
    StatementNonidentConflict Warning "statement.nonident.conflict" "anonymous data that identifies" {
        message: "{statement} claims to be anonymous, but its data has the categories {categories}",
        help: "remove that data, or do not claim `{claim}`",
        why: "Data with contact, financial or government identifiers identifies people; calling it anonymous is not true (P3P 1.0 §3.3.3, GDPR recital 26)."
    }
    StatementNonidentUnique Warning "statement.nonident.unique" "anonymous data with a unique identifier" {
        message: "{statement} claims to be anonymous, but {data} carries a unique identifier",
        help: "say how the identifier is cut before the data is kept, and acknowledge this, or do not claim `{claim}`",
        why: "A unique identifier lets single people be told apart and followed, which is not anonymous (GDPR recital 26)."
    }
    PurposeRequiredForbidden Error "purpose.required.forbidden" "a choice where none can be" {
        message: "`{word}` cannot carry a choice",
        help: "remove it: `{word} = \"always\"`",
        why: "Completing what the person asked for, and ourselves as recipient, come without choice in P3P's vocabulary (P3P 1.0 §3.3.4, §3.3.5)."
    }
    PurposeRequiredValue Error "purpose.required.value" "an unknown choice" {
        message: "`{value}` is not a choice",
        help: "one of: {words}",
        why: "P3P knows three values of `required` (P3P 1.0 §3.3.4)."
    }
    PurposeOtherText Error "purpose.other.text" "another purpose without explanation" {
        message: "{statement} has `other-purpose` without saying which",
        help: "add a description",
        why: "A purpose that is not in the list must be explained in words (P3P 1.0 §3.3.4)."
    }
    CategoryOtherText Error "category.other.text" "another category without explanation" {
        message: "`{data}` has `other-category` without saying which",
        help: "add `other-category` text",
        why: "A category that is not in the list must be explained in words (P3P 1.0 §3.4)."
    }
    RetentionTimetable Warning "retention.timetable" "no destruction timetable" {
        message: "{statement} keeps data for {kind} without saying the rule",
        help: "give a `period`, or the law or practice as `reason`",
        why: "Where retention follows a law, a business practice or history, the policy for people must give the timetable (P3P 1.0 §3.3.6, GDPR Art. 13(2)(a))."
    }
    RetentionPeriodMissing Warning "retention.period.missing" "no real period" {
        message: "{statement} keeps data about people without a period",
        help: "add `period = \"30 days\"` or another real one, or the criteria as `reason`",
        why: "People must be told how long, or by which criteria (GDPR Art. 13(2)(a)); storage without limit contradicts Art. 5(1)(e)."
    }
    RetentionPeriodKind Error "retention.period.kind" "a period that contradicts its kind" {
        message: "{statement} has retention `{kind}` and a period of {period}: {reason}",
        help: "change the kind or the period",
        why: "The kind is what programs read, the period what people read; they must say the same (P3P 1.0 §3.3.6)."
    }
    RetentionIndefinite Warning "retention.indefinite" "personal data without an end" {
        message: "{statement} keeps data about people indefinitely",
        help: "give a period, or say `anonymous = true` if nothing personal remains",
        why: "Keeping personal data without limit contradicts storage limitation (GDPR Art. 5(1)(e))."
    }
    DataRefUnknown Error "data.ref.unknown" "an unknown data element" {
        message: "there is no data element `{name}`",
        help: "use one of the base schema, or define it with `[[data]]`",
        why: "Statements name data by the base schema or by the organisation's own elements (P3P 1.0 §3.3.7, §5)."
    }
    DataRefSyntax Error "data.ref.syntax" "not a data element's name" {
        message: "{message}",
        help: "",
        why: "Data elements have dotted names, such as `user.home-info.postal` (P3P 1.0 §5.2)."
    }
    DataDuplicate Warning "data.duplicate" "the same data twice" {
        message: "`{name}` is named twice in {statement}",
        help: "remove one",
        why: "Saying it twice adds nothing and hides which one counts."
    }
    DataCategoryMissing Error "data.category.missing" "data without category" {
        message: "`{name}` needs its categories said",
        help: "add `categories`, for example `[\"uniqueid\", \"state\"]`",
        why: "This element can hold anything, so the policy must say what it holds (P3P 1.0 §5.7)."
    }
    DataCategoryForbidden Error "data.category.forbidden" "categories that the schema fixes" {
        message: "`{name}` has fixed categories: {categories}",
        help: "remove `categories` here",
        why: "The schema fixes the categories of this element; a policy cannot change them (P3P 1.0 §5.7)."
    }
    DataValueMisplaced Error "data.value.misplaced" "a value where none can be" {
        message: "`{name}` carries a value",
        help: "remove the text; only the entity's data carries values",
        why: "A policy says which data is collected, never whose (P3P 1.0 §3.3.7)."
    }
    DataRedefined Error "data.redefined" "an own element that exists already" {
        message: "`{name}` is an element of the base schema",
        help: "choose another name",
        why: "The base schema's elements and their categories are fixed (P3P 1.0 §5.6)."
    }
    DataUnused Warning "data.unused" "an own element that no statement names" {
        message: "`{name}` is defined but no statement collects it",
        help: "name it in a statement, or remove it",
        why: "Either the data is collected, then a statement must say so, or the definition is left over."
    }
    DupPurpose Warning "dup.purpose" "a purpose twice" {
        message: "`{word}` is there twice in {statement}",
        help: "remove one",
        why: "Two entries can contradict each other in their choice (P3P 1.0 §3.3.4)."
    }
    DupRecipient Warning "dup.recipient" "a recipient twice" {
        message: "`{word}` is there twice in {statement}",
        help: "remove one",
        why: "Two entries can contradict each other in their choice (P3P 1.0 §3.3.5)."
    }
    DupCategory Warning "dup.category" "a category twice" {
        message: "`{word}` is there twice",
        help: "remove one",
        why: "Saying it twice adds nothing (P3P 1.0 §3.4)."
    }
    BasisMissing Warning "basis.missing" "no lawful basis" {
        message: "{statement} does not say on which ground data about people is used for {purposes}",
        help: "add `basis`, for example `basis = \"contract\"`",
        why: "People must be told the lawful basis of each purpose (GDPR Art. 6, 13(1)(c))."
    }
    BasisConsentChoice Error "basis.consent.choice" "consent without opt-in" {
        message: "{statement} uses data for `{purpose}` on consent, but the choice is `{choice}`",
        help: "write `{purpose} = \"opt-in\"`, or choose another basis",
        why: "Consent is a free act before the use: silence or a pre-ticked box is none (GDPR Art. 4(11), 7, recital 32)."
    }
    BasisConsentCurrent Error "basis.consent.current" "consent where no choice can be" {
        message: "{statement} uses data for `current` on consent, but `current` cannot carry a choice",
        help: "choose another basis, such as `contract`, or say with another purpose what people agree to",
        why: "Consent needs a choice (GDPR Art. 4(11), 7), and completing what the person asked for has none in P3P's vocabulary (P3P 1.0 §3.3.4)."
    }
    BasisInterestsMissing Warning "basis.interests.missing" "legitimate interests not named" {
        message: "{statement} relies on legitimate interests without naming them",
        help: "add `interests`",
        why: "People must be told which interests are pursued (GDPR Art. 13(1)(d))."
    }
    BasisSpecialMissing Warning "basis.special.missing" "special categories without ground" {
        message: "{statement} uses {categories} without a ground for special categories",
        help: "add `special-ground`, for example `\"explicit-consent\"`",
        why: "Health data and data on politics, religion or membership may be used only on a ground of Art. 9(2) (GDPR)."
    }
    ConsentMarketing Warning "consent.marketing" "marketing without choice" {
        message: "{statement} uses contact data for `{purpose}` without choice",
        help: "make it `opt-in`; `opt-out` is enough only for own similar products to existing customers",
        why: "Unsolicited marketing needs prior consent, with a narrow exception for existing customers, and people can always object (Directive 2002/58/EC Art. 13, GDPR Art. 21(2), (3))."
    }
    ConsentStorage Warning "consent.storage" "storage in the browser without consent" {
        message: "{statement} stores {storage} for {purposes} without consent",
        help: "make these purposes `opt-in`",
        why: "Storing in or reading from a browser what is not strictly necessary for the service asked for needs prior consent (Directive 2002/58/EC Art. 5(3))."
    }
    ObjectionBasis Warning "objection.basis" "opt-out without the ground it goes with" {
        message: "{statement} offers an opt-out from `{purpose}`, but its basis is {basis}",
        help: "check the basis: an opt-out usually goes with `legitimate-interests`",
        why: "The right to object belongs to legitimate interests and public tasks (GDPR Art. 21); on other grounds an opt-out promises what the ground does not give."
    }
    DecisionAutomatedMissing Warning "decision.automated.missing" "automated decisions not explained" {
        message: "{statement} decides about people without explaining it",
        help: "add `automated-decision`: the logic, the importance, the consequences",
        why: "People must be told the logic and the consequences of automated decisions (GDPR Art. 13(2)(f), 22)."
    }
    SubjectMissing Warning "subject.missing" "whose data it is" {
        message: "{statement} does not say whose data it is",
        help: "add `subjects`",
        why: "The record of processing lists the categories of data subjects (GDPR Art. 30(1)(c))."
    }
    SourceMissing Warning "source.missing" "where data comes from" {
        message: "{statement} does not say where the data comes from",
        help: "add `sources`",
        why: "People must be told the source of data that they did not give themselves (GDPR Art. 14(2)(f))."
    }
    ObligationMissing Warning "obligation.missing" "whether people must give the data" {
        message: "{statement} rests on a contract or a law without saying whether people must give the data",
        help: "add `obligation`: whether it is needed, and what follows if it is not given",
        why: "People must be told (GDPR Art. 13(2)(e))."
    }
    RightsMissing Warning "rights.missing" "how people use their rights" {
        message: "the policy does not say how people use their rights",
        help: "add `[rights]` with a web or e-mail address",
        why: "People must be told their rights, and using them must be easy (GDPR Art. 12(2), 13(2)(b))."
    }
    AuthorityMissing Warning "authority.missing" "no supervisory authority" {
        message: "the policy does not name the supervisory authority",
        help: "add `[authority]`",
        why: "People must be told that they can complain to a supervisory authority (GDPR Art. 13(2)(d))."
    }
    SecurityMissing Warning "security.missing" "no security measures" {
        message: "the policy names no security measures",
        help: "add `[security]` with `measures`",
        why: "The record of processing describes the technical and organisational measures where possible (GDPR Art. 30(1)(g), 30(2)(d), 32)."
    }
    RepresentativeMissing Warning "representative.missing" "no representative" {
        message: "the entity is established in {country}, outside {area}, and names no representative",
        help: "add `[entity.representative]`, if people in {area} are addressed",
        why: "A controller or processor outside that addresses people inside designates a representative (GDPR Art. 27)."
    }
    ProcessingMissing Warning "processing.missing" "what a processor owes its customers" {
        message: "the policy is a processor's, but says nothing about the processing for customers",
        help: "add `[processing]`",
        why: "The contract between controller and processor settles instructions, assistance, deletion and audits (GDPR Art. 28(3))."
    }
    ProcessingRole Warning "processing.role" "a controller with a processor's duties" {
        message: "the policy is a controller's, but has `[processing]`",
        help: "remove it, or make `role = \"processor\"`",
        why: "Art. 28 speaks of those who process on behalf of others."
    }
    TransferGroundMissing Warning "transfer.ground.missing" "a transfer without ground" {
        message: "{place} is in {country}, a third country for {area}, and no transfer ground is named",
        help: "add `transfer.ground = \"standard-clauses\"` with its `transfer.document` or another ground",
        why: "Personal data may go to a third country only on a ground of GDPR Chapter V, and people must be told which (Art. 13(1)(f), 44–49)."
    }
    TransferAdequacyNone Warning "transfer.adequacy.none" "adequacy where there is none" {
        message: "{place} rests on an adequacy decision, but {area} has none for {country} on {date}",
        help: "choose another ground",
        why: "A transfer on the ground of adequacy needs a decision that is in force (GDPR Art. 45)."
    }
    RegionMissing Warning "region.missing" "where data is kept" {
        message: "the policy does not say where data is kept",
        help: "add a `[[region]]` with its country",
        why: "People are to be told of transfers, and customers choose a region; both need to know where data is."
    }
    CookieNone Warning "cookie.none" "a cookie statement without cookies" {
        message: "{statement} covers `{data}`, but no `[[cookie]]` belongs to it",
        help: "list each cookie or other storage, or remove the data",
        why: "People are to be told which cookies there are and how long they stay (Directive 2002/58/EC Art. 5(3); CJEU C-673/17)."
    }
    CookieData Warning "cookie.data" "a cookie whose statement does not mention cookies" {
        message: "the cookie `{cookie}` belongs to {statement}, which names no `{data}`",
        help: "name the data in that statement, or choose another statement",
        why: "The statement that covers a cookie must declare what it stores."
    }
    CookieLifetime Warning "cookie.lifetime" "a cookie that outlives its statement" {
        message: "the cookie `{cookie}` stays {lifetime}, but {statement} keeps data for {period}",
        help: "shorten the cookie's life, or lengthen the period",
        why: "What the cookie holds is data of its statement and may not stay longer."
    }
    SubProcessorChange Warning "sub-processor.change" "no notice before sub-processors change" {
        message: "the policy has sub-processors but does not say how long before a change customers are told",
        help: "add `change-notice = \"30 days\"` under `[processing]`",
        why: "A processor informs the controller of intended changes so that it can object (GDPR Art. 28(2))."
    }
    AcknowledgeUnused Warning "acknowledge.unused" "an acknowledgement of nothing" {
        message: "nothing at `{at}` raises `{code}`",
        help: "remove the acknowledgement",
        why: "Left-over acknowledgements would hide the problem if it came back."
    }
    AcknowledgeCode Error "acknowledge.code" "an acknowledgement that cannot be" {
        message: "`{code}` cannot be acknowledged: {reason}",
        help: "correct the code, or mend the problem",
        why: "Only warnings can be acknowledged; an error stops publication until it is mended."
    }
    VersionChanged Warning "version.changed" "a published version was changed" {
        message: "version `{version}` of `{name}` is published already with another text",
        help: "give the changed text a new `version`: until then it is a draft",
        why: "A published version never changes, so that everybody can rely on what was promised at the time."
    }
    VersionOrder Warning "version.order" "a version out of order" {
        message: "version `{version}` takes effect on {date}, before version `{earlier}` that is published already",
        help: "check `effective`",
        why: "A later version that takes effect earlier would change the past."
    }
    ExtMandatoryUnknown Error "ext.mandatory.unknown" "a mandatory extension" {
        message: "an EXTENSION that is not optional cannot be understood",
        help: "make it optional, or remove it",
        why: "A policy with a mandatory extension that a user agent does not know cannot be used (P3P 1.0 §3.5)."
    }
    XmlWellformed Error "xml.wellformed" "not well-formed XML" {
        message: "{message}",
        help: "",
        why: "The file could not be read as XML at this place."
    }
    XmlEntity Error "xml.entity" "a document type or entity" {
        message: "document types and entities are refused",
        help: "remove the DOCTYPE; write the characters themselves",
        why: "Entity expansion and external entities are a way to attack readers; no P3P file needs them."
    }
    XmlLimit Error "xml.limit" "beyond a limit" {
        message: "the document {what}: at most {max}",
        help: "make it smaller",
        why: "Limits keep a mistaken or hostile file from using up memory."
    }
    NsUnknown Error "ns.unknown" "not a P3P document" {
        message: "the root element `{element}` is not P3P's",
        help: "use META, POLICIES, POLICY or DATASCHEMA in the namespace `http://www.w3.org/2002/01/P3Pv1`",
        why: "The namespace tells which language the document is written in (P3P 1.0 §3.1)."
    }
    StructOrder Error "struct.order" "elements in the wrong order" {
        message: "`{element}` cannot come after `{after}`",
        help: "move it up",
        why: "The order of elements is fixed (P3P 1.0 §3)."
    }
    StructUnknown Error "struct.unknown" "an unknown element" {
        message: "`{element}` is not known in `{parent}`",
        help: "remove it, or put it into an EXTENSION",
        why: "What P3P does not know belongs into an EXTENSION (P3P 1.0 §3.5)."
    }
    StructDuplicate Error "struct.duplicate" "an element twice" {
        message: "`{element}` may be there once in `{parent}`",
        help: "remove one",
        why: "Twice the same element leaves open which one counts."
    }
    StructMissing Error "struct.missing" "a needed element is missing" {
        message: "`{parent}` needs `{element}`",
        help: "add it",
        why: "The document is incomplete without it."
    }
    AttrMissing Error "attr.missing" "a needed attribute is missing" {
        message: "`{element}` needs `{attribute}`",
        help: "add it",
        why: "The element says nothing without it."
    }
    AttrUnknown Warning "attr.unknown" "an unknown attribute" {
        message: "`{element}` has no attribute `{attribute}`",
        help: "remove it",
        why: "User agents ignore what they do not know; a mistyped attribute is lost."
    }
    AttrValue Error "attr.value" "an attribute with a wrong value" {
        message: "`{value}` is not a value of `{attribute}`",
        help: "{expected}",
        why: "The value does not have the form that the specification gives."
    }
    PrfAboutMissing Error "prf.about.missing" "a reference without policy" {
        message: "the POLICY-REF does not say which policy it is about",
        help: "add `about=\"…#name\"`",
        why: "Without it nothing is referred to (P3P 1.0 §2.3.2.4)."
    }
    PrfPolicyUnresolved Error "prf.policy.unresolved" "a reference to a policy that is not there" {
        message: "no policy in this file is called `{name}`",
        help: "correct `about`, or add the policy",
        why: "A user agent would find no policy (P3P 1.0 §2.3.2.4)."
    }
    PrfExcludeNoinclude Warning "prf.exclude.noinclude" "an exclusion of nothing" {
        message: "EXCLUDE without INCLUDE excludes nothing",
        help: "add an INCLUDE",
        why: "Exclusions only take away from what is included (P3P 1.0 §2.3.2.5)."
    }
    PrfPatternNonlocal Error "prf.pattern.nonlocal" "a pattern for another host" {
        message: "`{pattern}` is not a path on this host",
        help: "write a path that starts with `/`",
        why: "A reference file speaks only for its own host (P3P 1.0 §2.3.2.5)."
    }
    PrfCookieNothing Warning "prf.cookie.nothing" "cookies that no reference covers" {
        message: "the policy `{policy}` mentions cookies, but no COOKIE-INCLUDE covers them",
        help: "add `<COOKIE-INCLUDE name=\"*\" value=\"*\" domain=\"*\" path=\"*\"/>`",
        why: "A policy covers a cookie only if a COOKIE-INCLUDE says so (P3P 1.0 §2.3.2.7)."
    }
    PrfExpiryShort Warning "prf.expiry.short" "an expiry below a day" {
        message: "the expiry is {seconds} seconds, below a day",
        help: "make it 86400 or more",
        why: "A policy stays valid for a day at least (P3P 1.0 §2.3.2.3)."
    }
    PrfExpiryBoth Error "prf.expiry.both" "two kinds of expiry" {
        message: "EXPIRY has both `date` and `max-age`",
        help: "keep one",
        why: "The two can contradict each other (P3P 1.0 §2.3.2.3)."
    }
    PrfExpiryNeither Error "prf.expiry.neither" "an expiry that says nothing" {
        message: "EXPIRY has neither `date` nor `max-age`",
        help: "add one",
        why: "An empty expiry says nothing (P3P 1.0 §2.3.2.3)."
    }
    PrfNothing Warning "prf.nothing" "a reference that applies to nothing" {
        message: "the POLICY-REF has neither INCLUDE nor COOKIE-INCLUDE",
        help: "add an INCLUDE",
        why: "Without one it applies to nothing (P3P 1.0 §2.3.2.5)."
    }
    CpTokenUnknown Warning "cp.token.unknown" "an unknown token" {
        message: "`{token}` is not a token of compact policies",
        help: "",
        why: "User agents ignore what they do not know (P3P 1.0 §4.2); a strict one treats the whole policy as absent (P3P 1.1 §6.4)."
    }
    CpTokenCase Warning "cp.token.case" "a token in the wrong case" {
        message: "`{token}` is written in the wrong case",
        help: "",
        why: "Tokens are case-sensitive: browsers do not see this one (P3P 1.0 §4.2)."
    }
    CpTokenDraft Warning "cp.token.draft" "a token of a draft" {
        message: "`{token}` comes from a draft of P3P",
        help: "use `TAI` or another purpose",
        why: "It is not in the recommendation; browsers differ in whether they count it."
    }
    CpTokenDuplicate Warning "cp.token.duplicate" "a token said twice" {
        message: "`{token}` is said twice",
        help: "say it once",
        why: "Saying it again adds nothing but length to every response (P3P 1.0 §4.5)."
    }
    CpTest Warning "cp.test" "a policy that is only a test" {
        message: "`TST` marks the policy as an example",
        help: "remove `TST` when the policy is meant",
        why: "User agents must ignore a test policy: cookies are treated as if there were none (P3P 1.0 §3.2.3)."
    }
    CpSuffixForbidden Warning "cp.suffix.forbidden" "a suffix where none can be" {
        message: "`{token}` carries a suffix that the grammar does not give it",
        help: "",
        why: "Some editors always wrote it, and browsers accept it; the grammar does not have it (P3P 1.0 §4.2)."
    }
    CpMissingAccess Warning "cp.missing.access" "no access token" {
        message: "the compact policy says nothing about access",
        help: "add one of NOI, ALL, CAO, IDC, OTI, NON",
        why: "A complete compact policy has it (P3P 1.0 §4.2)."
    }
    CpMissingPurpose Warning "cp.missing.purpose" "no purpose token" {
        message: "the compact policy says no purpose",
        help: "add the purposes",
        why: "A complete compact policy has at least one (P3P 1.0 §4.2)."
    }
    CpMissingRecipient Warning "cp.missing.recipient" "no recipient token" {
        message: "the compact policy says no recipient",
        help: "add the recipients",
        why: "A complete compact policy has at least one (P3P 1.0 §4.2)."
    }
    CpMissingRetention Warning "cp.missing.retention" "no retention token" {
        message: "the compact policy says no retention",
        help: "add the kind of retention",
        why: "A complete compact policy has at least one (P3P 1.0 §4.2)."
    }
    CpMissingCategory Warning "cp.missing.category" "no category token" {
        message: "the compact policy says no category of data",
        help: "add the categories",
        why: "A complete compact policy has at least one (P3P 1.0 §4.2)."
    }
    CpConflict Warning "cp.conflict" "tokens that contradict each other" {
        message: "`{first}` and `{second}` contradict each other",
        help: "keep the one that is true",
        why: "A reader cannot tell which one holds (P3P 1.0 §4.2)."
    }
    CpDelimiter Warning "cp.delimiter" "a wrong separator" {
        message: "tokens are separated by something other than one space",
        help: "separate tokens by one space",
        why: "A space is the only separator (P3P 1.0 §4.1)."
    }
    CpQuote Warning "cp.quote" "wrong or missing quotes" {
        message: "the value of CP is not in double quotes",
        help: "write `CP=\"…\"`",
        why: "The grammar wants double quotes; some user agents see nothing otherwise (P3P 1.0 §4.1)."
    }
    CpNewline Warning "cp.newline" "a line break in a header" {
        message: "the header is broken over lines",
        help: "write it on one line",
        why: "Broken headers are refused by today's servers and proxies."
    }
    CpEmpty Warning "cp.empty" "an empty compact policy" {
        message: "the compact policy is empty",
        help: "leave the header away, or write a policy",
        why: "An empty policy promises nothing; browsers treat it as absent."
    }
    CpMismatch Warning "cp.mismatch" "not what the policy says" {
        message: "the compact policy differs from the policy that it sums up: {difference}",
        help: "send the derived one: `{derived}`",
        why: "A compact policy is a summary; where it says less than the policy, people are misled (P3P 1.0 §4.5)."
    }
    MapPlaceBoth Error "map.place.both" "a store in two places" {
        message: "the store has both `place` and `place-from`",
        help: "keep one",
        why: "The two can contradict each other, and requests must be carried out in the right store."
    }
    MapPlaceSecret Error "map.place.secret" "a password in a map file" {
        message: "`place` carries a password",
        help: "put the whole address into an environment variable and name that: `place-from = \"ABIDE_STORE\"`; and change the password, because files are copied",
        why: "Map files are read by many people and kept in version control. A password in them opens the whole store (GDPR Art. 32)."
    }
    MapKnownByPerson Error "map.known-by.person" "facts about people in a table of other things" {
        message: "`{table}` says by what people are known, but its rows are not people",
        help: "say of which kind its people are with `person`, or move `known-by` to the table of people",
        why: "A person is found by a fact in a row that is a person. Found in another row, nobody would know whose it is."
    }
    MapKnownByWeak Warning "map.known-by.weak" "people that nobody can find" {
        message: "nothing in `known-by` of `{table}` tells one person from all others",
        help: "add `email`, `phone` or `id`, or `name` with a second fact",
        why: "Names, dates of birth and postal codes are shared. A request about a person who cannot be found cannot be answered (GDPR Art. 11, 12(2))."
    }
    MapKnownByCountry Error "map.known-by.country" "a country where none can be" {
        message: "`country` says how telephone numbers are written, and `{fact}` is none",
        help: "remove it",
        why: "Only telephone numbers are written differently in each country; elsewhere the word would be lost."
    }
    MapKnownByExact Error "map.known-by.exact" "`exact` where it says nothing" {
        message: "`exact` says that numbers and addresses are all written in one way, and `{fact}` is neither",
        help: "remove it",
        why: "Ids are compared as they are, and names are always looked for in every spelling; `exact` would change nothing."
    }
    MapRepeated Error "map.repeated" "the same thing twice in a list" {
        message: "`{name}` is there twice in `{list}`",
        help: "remove one",
        why: "Saying it again adds nothing and hides what was meant instead."
    }
    MapStatementMissing Warning "map.statement.missing" "data that no statement covers" {
        message: "`{table}` holds personal data, but no statement covers {columns}",
        help: "name the statement of the policy with `statement`, at the table or at the column",
        why: "Purposes, recipients and periods come from the statement. Without it nobody can tell the person why the data is held (GDPR Art. 15(1))."
    }
    MapEdgeColumns Error "map.edge.columns" "a reference with too few or too many columns" {
        message: "{columns} columns refer to `{of}`, but `of-columns` names {others}",
        help: "name as many columns there as here, in the same order",
        why: "Each column here is compared with the one at the same place there; one without a partner would be ignored, and other people's rows found."
    }
    MapEdgeStore Error "map.edge.store" "a reference to another store that is this one" {
        message: "`of-store` names this store, `{store}`",
        help: "leave `of-store` out: without it the table is one of this store",
        why: "`of-store` says that rows of another store are looked up, which is slower and cannot be done in one transaction."
    }
    MapEdgeKeep Warning "map.edge.keep" "rows that must stay and shall go" {
        message: "the edge deletes rows of `{table}`, but `keep` says that they stay as long as `{statement}` needs them",
        help: "remove `erase` from the edge or `keep` from the table, or write `erase = \"anonymize\"`",
        why: "A duty to keep something goes before erasure (GDPR Art. 17(3)(b)): the rows stay until its end, whatever the edge says."
    }
    MapEdgeAccess Warning "map.edge.access" "erasure of rows that are not the person's" {
        message: "`erase` says nothing at an edge of the kind `{kind}`: the row is not theirs",
        help: "remove it, or write `kind = \"{owning}\"`",
        why: "Whoever may only see a row does not own it, so that erasing them does not decide about the row."
    }
    MapEdgeCaller Error "map.edge.caller" "who called, where nobody can have called" {
        message: "`caller` says nothing here: it stands at an edge of the kind `owned-by` to a table of people",
        help: "move it to the edge `owned-by` to the person who called, or remove it",
        why: "Only a person calls. At any other edge copies would say nothing of it, and nobody would see why."
    }
    MapDataUndeclared Warning "map.data.undeclared" "data that its statement does not declare" {
        message: "column `{column}` holds `{data}`, which is not declared by {statement}",
        help: "add it to `data` of the statement, name the statement that declares it, or stop collecting it",
        why: "What the store holds and what people were told drift apart: they were not told of this data (GDPR Art. 5(1)(a), 13, 14)."
    }
    MapKeepPeriod Warning "map.keep.period" "rows that stay without an end" {
        message: "rows of `{table}` stay although their person is erased, but no period is given by {statement}",
        help: "give its retention a `period`",
        why: "Whoever asks for erasure must be told what stays and until when, and it must go then (GDPR Art. 12(4), 17(3)(b))."
    }
    MapPersonStatement Warning "map.person.statement" "people whom no statement is about" {
        message: "people in `{table}` are of the kind `{person}`, but none of the statements of this table is about them",
        help: "add `{person}` to `subjects` of the statement, or correct `person` or `statement`",
        why: "The policy says whose data each statement covers; decisions about these people's data would be refused (GDPR Art. 30(1)(c))."
    }
    MapRegion Warning "map.region" "data outside its regions" {
        message: "the store is in region `{region}`, where no data is kept by {statement}",
        help: "correct `region` of the store, or add it to `regions` of the statement",
        why: "People were told where their data is kept; a region that the statement does not name is another country for some of them (GDPR Art. 13(1)(f))."
    }
    ImportLost Warning "import.lost" "something that cannot be carried over" {
        message: "{what} cannot be carried over into a policy file",
        help: "keep the original beside it, or say the same in other words",
        why: "Nothing that was said is left out silently when a policy is imported: what a policy file has no words for is listed."
    }
    ImportFilled Warning "import.filled" "something that the imported policy did not say" {
        message: "the imported policy does not say {what}: `{value}` was put in",
        help: "check it",
        why: "A policy file needs things that P3P has no words for, or that this policy left out. What was put in instead is a guess until somebody looks at it."
    }
    ImportChanged Warning "import.changed" "something that is written differently" {
        message: "{what} is written as `{value}`",
        help: "check that it still means the same",
        why: "Policy files have formats of their own for names, addresses and texts; what did not fit was adapted."
    }
}

impl Code {
    /// The code of this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|c| c.id() == id)
    }

    /// Whether it is about data maps: they are not published, so that it stops no publication.
    #[must_use]
    pub fn is_of_map(self) -> bool {
        self.id().starts_with("map.")
    }

    /// Whether it is an error, which nobody can acknowledge.
    #[must_use]
    pub fn is_error(self) -> bool {
        self.severity() == Severity::Error
    }

    /// Its documentation page, in Markdown; names in braces stand for what a real message has there.
    #[must_use]
    pub fn page(self) -> String {
        let severity = match self.severity() {
            Severity::Error if self.is_of_map() => {
                "Error: the map cannot be used until it is mended."
            }
            Severity::Warning | Severity::Acknowledged if self.is_of_map() => {
                "Warning: the map can be used. It can be acknowledged in the file, with a reason."
            }
            Severity::Error => "Error: it stops publication.",
            Severity::Warning | Severity::Acknowledged => {
                "Warning: it does not stop publication. It can be acknowledged in the file, with a reason."
            }
        };
        let mut page = format!("# {}\n\n{}.\n\n{severity}\n\n", self.id(), capital(self.title()));
        page.push_str(&format!(
            "## What it says\n\n> {}\n\n## Why\n\n{}\n",
            self.message(),
            self.why()
        ));
        if !self.help().is_empty() {
            page.push_str(&format!("\n## What to do\n\n{}.\n", capital(self.help())));
        }
        page
    }
}

/// The text with its first letter in upper case.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_finds_itself_and_explains_itself() {
        for code in Code::ALL {
            assert_eq!(Code::from_id(code.id()), Some(*code));
            assert!(code.page().contains(code.why()));
            let style = |s: &str| !s.ends_with('.') && !s.starts_with(char::is_uppercase);
            assert!(style(code.title()), "{}", code.id());
            assert_eq!(code.message().matches('{').count(), code.message().matches('}').count());
        }
    }
}
