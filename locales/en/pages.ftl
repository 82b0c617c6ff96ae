# The pages beside the notice.

# Start page.
start = Privacy at { $name }
start-description = The privacy policies of { $name }, in force and archived, for people and for programs.
start-lead = What { $name } does with personal data is written down here: in plain words, and in formats that programs read.
start-policies = Policies in force
start-read = Read the notice
start-since = In force since
start-version = Version
start-hash = Fingerprint
start-role = For whom
start-role-controller = For visitors, customers and everyone whose data we decide about
start-role-processor = For customers for whom we process data, and the people concerned
start-more = Look closer
start-cookies-text = what is stored in your browser, and how to refuse or delete it
start-sub-processors-text = who works for us, where, and since when
start-record-text = every processing activity, as the law wants it recorded
start-archive-text = every version ever published, and what changed
start-compact = How browsers judge it: { $title }
start-compact-text = the compact policy token by token, with verdicts and reasons
start-compact-before = How browsers judged the version before it ({ $version })
start-changes-text = for people, and line by line
start-try-text = paste a compact policy, a header or a policy file, and see it explained and judged
start-find-text = paste a letter, a table or a call, and see the personal data in it marked, with the evidence for each finding
start-machine = For programs
start-p3p = P3P policy reference file
start-policy-xml = P3P policy: { $title }
start-schema-xml = P3P data schema: { $title }
start-jsonld = Data Privacy Vocabulary (JSON-LD): { $title }
start-source = Source (TOML): { $title }
start-security = Where to report security problems (security.txt)
start-gpc = Global Privacy Control

# Archive.
archive = All versions
archive-description = Every version of every policy that { $name } has published.
archive-lead = A published version never changes. Its fingerprint proves it: anyone can compute it from the source.
archive-caption = Versions of “{ $title }”
archive-version = Version
archive-effective = Applies from
archive-state = State
archive-hash = Fingerprint (SHA-256)
archive-texts = Texts
archive-read = Notice
archive-source = Source
archive-compact = Compact policy
archive-changes = What changed
archive-state-current = in force
archive-state-announced = announced
archive-state-past = past
archive-full = Source of version { $version }
archive-full-caption = The source is the text from which everything here is made; every byte counts for the fingerprint.

# Changes between two versions.
changes = What changed: { $title }
changes-description = What changed for people between versions { $before } and { $after }.
changes-lead = Version { $after } compared with version { $before }.
changes-effective = It applies from { $date }.
changes-before = Before
changes-after = Now
changes-none = Nothing changed for people.
changes-better = more protection
changes-worse = less protection
changes-neutral = neither more nor less
changes-notices = Both in full
changes-notice-before = Version { $version }, before
changes-notice-after = Version { $version }, now
changes-lines = The source line by line

# Cookies.
cookies = Cookies and other storage
cookies-description = What { $name } stores in browsers, and how to refuse or delete it.
cookies-lead = Here is everything that our pages store in your browser, what it is, and how to get rid of it.
cookies-list = What we store
cookies-none = Nothing is stored in your browser.
cookies-caption = Stored in the browser: { $title }
cookies-name = Name
cookies-kind = Kind
cookies-for = What for
cookies-lifetime = How long
cookies-lifetime-session = until the browser is closed
cookies-lifetime-tab = until the tab is closed
cookies-lifetime-stays = until it is deleted
cookies-provider = Set by
cookies-provider-own = us
cookies-data = Covered by
cookies-choice = Your choice
cookies-what = What these things are
cookies-what-cookie = Cookie
cookies-what-cookie-text = A small text that a site asks your browser to keep and to send back with each request. A session cookie ends when the browser is closed; a persistent one stays until a set day, at most 400 days in today’s browsers. Through it a site knows that two requests come from the same browser: for a basket or a sign-in that is needed, for following people across sites it is not.
cookies-what-local = Local storage, session storage, browser database
cookies-what-local-text = Storage that scripts of a site fill and read. Nothing of it is sent by itself. Session storage ends with the tab; local storage and browser databases stay until you or the site deletes them. Deleting “cookies and site data” deletes these as well.
cookies-what-flash = Flash object
cookies-what-flash-text = A “local shared object”: a file in which the Flash Player kept data for a site, outside the browser’s own storage. Deleting cookies did not delete it, and every browser on the computer shared it.
cookies-flash = Old Flash objects today
cookies-flash-text = The Flash Player has not run since January 2021: Adobe ended it and all browsers removed it. No site can write, read or send Flash objects any more. Files from that time may still lie on your computer. They do nothing, but you can delete them:
cookies-flash-uninstall = Uninstall the Flash Player, if it is still installed; Adobe’s uninstaller removes it.
cookies-flash-folder = Then delete the folder in which the objects lie:
cookies-flash-windows = Windows
cookies-flash-mac = macOS
cookies-flash-linux = Linux
cookies-refuse = How to refuse or delete them
cookies-refuse-text = Every browser lets you look at what sites have stored, delete it, and refuse it from the start. If you refuse everything, some things stop working: you cannot stay signed in, and a basket forgets what is in it. Names of menus change from version to version: if you do not find one, type “cookies” into the search field of the settings.
cookies-browser-firefox = Firefox
cookies-browser-firefox-delete = Settings › Privacy & Security › Cookies and Site Data › Manage Data… shows and deletes what each site has stored.
cookies-browser-firefox-refuse = Settings › Privacy & Security › Enhanced Tracking Protection › Custom › Cookies sets what is refused. Cookies of other sites are kept apart for each site from the start.
cookies-browser-chrome = Chrome
cookies-browser-chrome-delete = Settings › Privacy and security › Third-party cookies › See all site data and permissions shows and deletes what each site has stored.
cookies-browser-chrome-refuse = Settings › Privacy and security › Third-party cookies refuses cookies of other sites. Under Site settings › Additional content settings › On-device site data you can refuse all.
cookies-browser-safari = Safari
cookies-browser-safari-delete = On a Mac: Safari › Settings › Privacy › Manage Website Data… On an iPhone or iPad: Settings › Apps › Safari › Advanced › Website Data.
cookies-browser-safari-refuse = Cookies of other sites are refused from the start. Settings › Advanced › Block all cookies refuses all; on an iPhone or iPad the switch is in the Safari settings under Advanced.
cookies-browser-edge = Edge
cookies-browser-edge-delete = Settings › Privacy, search, and services › Cookies › See all cookies and site data shows and deletes what each site has stored.
cookies-browser-edge-refuse = Settings › Privacy, search, and services › Cookies sets whether cookies of other sites, or all, are refused.
cookies-private = To leave no trace from the start
cookies-private-text = In a private window everything that sites store is gone when you close it.
cookies-delete-word = Delete
cookies-refuse-word = Refuse

# Sub-processors.
sub-processors = Sub-processors
sub-processors-description = Who processes data for { $name }, where, for what, and since when.
sub-processors-none = No organisation processes data for us.
sub-processors-for = For “{ $title }”

# Record of processing.
record = Record of processing
record-description = The record of processing activities of { $name }.
record-lead = Art. 30 GDPR obliges organisations to keep a record of what they do with personal data. This is ours, made from the policies in force.
record-controller = As controller (Art. 30(1) GDPR): { $title }
record-processor = As processor (Art. 30(2) GDPR): { $title }
record-entity-controller = Controller
record-entity-processor = Processor
record-contact = Contact
record-controllers = On behalf of
record-version = Version
record-purposes = Purposes
record-categories-processing = Kinds of processing
record-grounds = Lawful basis
record-subjects = People concerned
record-categories = Kinds of data
record-recipients = Recipients
record-transfers = Transfers to third countries
record-transfers-none = none
record-transfer = { $who } ({ $country }): { $ground }
record-transfer-none = no ground is stated
record-limits = Time limits for deletion
record-security = Protective measures
record-csv-policy = Policy
record-csv-version = Version
record-csv-role = Role
record-csv-activity = Activity
record-csv-id = Statement

# What changed, one sentence a change. $what, $from and $to are words of the lists, or names.
change-access = Access to your data
change-entity = Who is responsible
change-contact = Contact details were brought up to date.
change-choices-yes = There is now a place where you make your choices.
change-choices-no = There is no longer a place where you make your choices.
change-rights-yes = The policy now says how you use your rights.
change-rights-no = The policy no longer says how you use your rights.
change-authority-yes = The supervisory authority is now named.
change-authority-no = The supervisory authority is no longer named.
change-disputes = Ways to settle disputes
change-wording = { $count ->
    [one] One text was reworded.
   *[other] { $count } texts were reworded.
}
change-general = In general
change-statement-added = This use of data is new.
change-statement-removed = This use of data has ended.
change-cookies = Cookies and other storage
change-cookie-added = New in the browser: { $name }
change-cookie-removed = No longer in the browser: { $name }
change-cookie-lifetime = How long { $what } stays
change-places = Who works for us, and where
change-sub-processor-added = New sub-processor: { $name }, { $country }
change-sub-processor-removed = No longer a sub-processor: { $name }, { $country }
change-region-added = Data is now also kept here: { $name }, { $country }
change-region-removed = Data is no longer kept here: { $name }, { $country }
change-data-added = Now also collected: { $what }
change-data-removed = No longer collected: { $what }
change-data-optional = You may now leave this out: { $what }
change-data-required = You may no longer leave this out: { $what }
change-purpose-added = Now also used for: { $what }. { $choice }
change-purpose-removed = No longer used for: { $what }
change-recipient-added = Now also received by: { $what }. { $choice }
change-recipient-removed = No longer received by: { $what }
change-recipient-country = Where recipients are: { $what }
change-recipient-country-none = not said
change-choice = Your choice: { $what }
change-basis = Ground: { $what }
change-basis-none = no ground stated
change-retention = How long it is kept

## Pages about problems
problems = Problems that the check finds
problems-error = error
problems-warning = warning
problems-stops = it stops publication.
problems-never-stops = it does not stop publication. It can be acknowledged in the file, with a reason.
problems-says = What it says
problems-why = Why
problems-help = What to do
