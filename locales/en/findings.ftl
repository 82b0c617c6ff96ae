# What is wrong or missing in a data map. Each sentence stands after the place that it is about; what to do comes after it.

finding-reads-rows = { $n ->
    [one] the one row of `{ $table }`
   *[other] all { $rows } rows of `{ $table }`
}
finding-reads-whole = the whole of `{ $table }`
finding-nobodys-data = holds personal data ({ $kind } in { $count } of { $of } sampled values), but no person owns the rows of `{ $table }`: no request finds them
finding-nobodys-data-help = add an edge from `{ $table }` to the table of the people whose data it is, or list the column with `erase = "keep"` if it is nobody's
finding-unlisted-column = holds personal data ({ $kind } in { $count } of { $of } sampled values) and is not in the map, and rows of `{ $table }` may stay without their person: it would stay as it is
finding-unlisted-column-help = list the column with what becomes of it, or name it in `about` of the edge to the person that it tells about
finding-unnamed-column = holds personal data ({ $kind } in { $count } of { $of } sampled values) and is not in the map: it goes with its row, but exports cannot say what it is
finding-unnamed-column-help = list the column with its `data`
finding-unreadable = the account may not read `{ $table }`, or not all of its rows: no request can be answered, and nothing else was checked here
finding-unreadable-help = grant it the right to read the table; where row-level security hides rows, also `BYPASSRLS`
finding-unswept = the account may not read `{ $table }`, or not all of its rows, and the map does not name it: a sweep reads all tables, so no erasure that ends with a sweep can be closed
finding-unswept-help = grant it the right to read the table; where row-level security hides rows, also `BYPASSRLS`
finding-no-right = the account may not delete or change all rows of `{ $table }`: requests wait for a person who does it by hand
finding-no-right-help = grant it the right, or say `read-only = true` and, in `by-hand`, whom to ask
finding-old-versions = the bucket keeps old versions of `{ $table }`, and the account may not list or delete them: what an erasure removes stays in them until a person deletes them
finding-old-versions-help = grant it `s3:ListBucketVersions` and `s3:DeleteObjectVersion`
finding-unasked = what the account may do with `{ $table }` could not be asked in full without changing something: what it may not, a request finds out when it tries, and leaves it to a person
finding-unasked-help = nothing needs to be done if the account has the rights that `docs/stores.md` lists
finding-by-hand = the store does not delete rows of `{ $table }`: requests wait for a person who does it by hand
finding-by-hand-help = say in `by-hand` of the store whom to ask, or how it is done
finding-nobody-found = is a table of people, but nothing tells by what a person is known: nobody can be found in it
finding-nobody-found-help = add `known-by` with the columns of e-mail address, telephone number or customer number
finding-slow-identity = people are found by it without an index: each request reads { $reads }
finding-slow-identity-help = make an index on `{ $table }` ({ $columns })
finding-unread-values = { $count } of { $of } values cannot be read as { $fact ->
    [email] e-mail addresses
    [phone] telephone numbers
    [born] days of birth
   *[postal-code] postal codes
}: whoever is known by them alone is not found
finding-unread-values-help = write one value in each field, { $fact ->
    [email] an address and nothing else
    [phone] as `+493023125001`, with nothing but an extension behind it
    [born] as `1980-05-31`
   *[postal-code] of 2 to 10 letters and digits
}; keep further ones, and remarks, in other columns
finding-rows-without-id = is empty in { $count } of { $of } rows: rows in files are remembered by it, so a request of whoever has none is refused
finding-rows-without-id-help = give each row of `{ $table }` the id of its person
finding-shared-ids = { $count } of { $of } rows have the id of other rows, and nothing else in common with them by which people are known: they are taken for one person, and go together
finding-shared-ids-help = give each person an id of their own; nothing needs to be done where all rows with an id are one person's
finding-missing-columns = is named by the map, and none of the files that were looked at has it: what the map says of it counts for nothing, and by it nobody and nothing is found
finding-missing-columns-help = name it as the files do, with the same capitals and blanks, or take it out of the map
finding-inexact = the map says `exact`, but { $count } of { $of } values are written in another way: an index does not find their people
finding-inexact-help = write them all in one way (numbers as +4930…, addresses in small letters), or remove `exact`
finding-no-country = { $count } of { $of } numbers have no country code, and the map does not say of which country they are: they are taken for numbers of the policy’s country, { $country }
finding-no-country-help = say `country = "{ $country }"` in `known-by`, or which country it is
finding-many-spellings = people are looked for in every spelling: each request reads the whole table ({ $count } of { $of } values are written in an unusual way)
finding-many-spellings-help = keep a column in which all are written in one way, and say `exact = true` of it
finding-slow-edge = the way from `{ $source }` to `{ $table }` has no index: each request reads { $reads }
finding-slow-edge-help = make an index on `{ $table }` ({ $columns })
finding-slow-return = rows of `{ $source }` may belong to several people, and the way back to them has no index: each request reads { $reads }
finding-slow-return-help = make an index on `{ $table }` ({ $columns })
finding-loses-case = is compared with capitals and small letters, but what it refers to in `{ $source }` without: rows are found as it is written there and in small letters, and in no other spelling
finding-loses-case-help = give both columns the same type (`citext`) or the same rule (`COLLATE NOCASE`), or write such values in small letters only
finding-slow-reference = refers to `{ $parent }` without an index: for each row of `{ $parent }` that goes, the store reads { $reads }
finding-slow-reference-help = make an index on `{ $table }` ({ $columns })
finding-left-behind = refers to `{ $parent }`, whose rows are people's, but no edge says whose the rows of `{ $table }` are: they stay when people go, with an empty reference
finding-left-behind-help = add an edge for ({ $columns }); if the rows are nobody's, an `accessed-by` edge says so
finding-blocks-erasure = must refer to `{ $parent }`, and no edge says whose the rows of `{ $table }` are: rows of `{ $parent }` can only be emptied, never deleted, while these refer to them
finding-blocks-erasure-help = add an edge for ({ $columns }), or let the columns be empty
finding-holds-back = must refer to `{ $parent }`, but its rows are given to people by other edges: a row of `{ $parent }` to which another person's row refers is emptied instead of deleted
finding-holds-back-help = add an edge for ({ $columns }) if the rows belong to the same people, or let the columns be empty
finding-undeclared-reference = its values name rows of `{ $parent }` ({ $count } of { $of } that were tried are found there); no foreign key declares it and no edge covers it: when those rows go, the rows of `{ $table }` stay and go on naming them
finding-undeclared-reference-help = add an edge for ({ $columns }); if the column names nobody's rows, list it with what becomes of it (`erase`)
finding-named-files = its values are the paths of files of `{ $parent }` ({ $count } of { $of } that were tried are found there), and no edge says whose those are: they stay when the rows of `{ $table }` go
finding-named-files-help = add an `owned-by` edge to `{ $parent }` that goes by ({ $columns })
finding-nameless-rows = nothing names the rows of `{ $table }`: it has no key, and its columns took the names `rowid`, `_rowid_` and `oid`, so no request can tell its rows apart
finding-nameless-rows-help = give `{ $table }` a primary key, or rename one of these columns
finding-too-wide = `{ $table }` has more columns than SQLite hands over at once (2,000 with what names a row): it cannot be read, neither for requests nor by a sweep
finding-too-wide-help = split `{ $table }` into several tables
finding-reusable-keys = refers to `{ $parent }` by its number and without a foreign key: once a row there is gone, SQLite gives its number to a new one, and rows of `{ $table }` that had to stay (`keep`, a legal hold) then belong with that one
finding-reusable-keys-help = declare the number in `{ $parent }` as `INTEGER PRIMARY KEY AUTOINCREMENT`: then none is given twice; or, within one database, a foreign key for ({ $columns }): then the number stays with the row that is kept
finding-unfit-reference = has a foreign key to `{ $parent }` that SQLite cannot check, for that table is not there, or the columns to which it refers are not unique: rows cannot go or change
finding-unfit-reference-help = make a unique index on exactly the columns of `{ $parent }` to which it refers, create the table, or take the foreign key out
finding-inherited-rows = tables inherit from `{ $table }` ({ $names }): whoever asks it sees their rows among its own, and requests would pass them over, so none is answered
finding-inherited-rows-help = list these tables in the map as tables of their own, or end the inheritance (`ALTER TABLE … NO INHERIT`)
finding-files-of-two = { $n ->
    [one] 1 file is in two tables of the map ({ $names }): a request that comes to it fails
   *[other] { $count } files are in two tables of the map ({ $names }): a request that comes to one of them fails
}
finding-files-of-two-help = change the globs so that each file is in one table
finding-dangling-references = { $count } of { $of } references that were tried lead nowhere: no row of { $tables } has their values, so the rows of `{ $table }` with them are nobody’s by this edge
finding-dangling-references-help = compare how both ends write the same value (types of numbers, blanks, zeros, prefixes), and whether the edge names the right columns; rows whose owner is gone delete by hand
finding-missing-files = { $count } of { $of } paths that were tried name no file of { $tables }: a file that lies there under another name is found for nobody
finding-missing-files-help = write the path from the folder on as the file is called there; where the files are gone, nothing needs to be done
finding-ownerless-rows = { $count } of { $of } sampled rows belong to nobody: in them { $columns } are empty or lead nowhere by their condition, so that no request finds them
finding-ownerless-rows-help = add an edge by another column, or make sure that such rows tell about nobody
finding-loses-owner = the store empties it when a row of `{ $parent }` goes (ON DELETE SET NULL): whatever deletes that row without this program leaves rows of `{ $table }` that nobody owns any more
finding-loses-owner-help = let the store refuse instead (ON DELETE RESTRICT)
finding-takes-others = the store deletes rows of `{ $table }` with a row of `{ $parent }` (ON DELETE CASCADE), although they may be other people's or nobody's: whatever deletes that row without this program takes them along
finding-takes-others-help = let the store refuse instead (ON DELETE RESTRICT), or add the edge if the rows go with their parent
finding-carries-others = stays as it is when somebody is erased whose row of `{ $table }` stays: with it the store would change rows of `{ $child }` (ON UPDATE), which may be other people’s and which no plan counts
finding-carries-others-help = let the reference refuse (ON UPDATE NO ACTION) or refer to a number of the row; list the column with `erase = "keep"` if it tells of nobody
finding-circle = { $tables } refer to each other in a circle by references that are never empty: their rows can only go together
finding-circle-help = nothing, as long as the store checks these references at the end of a transaction
finding-closed-circle = { $tables } refer to each other in a circle by references that are never empty, and the store checks them at once: their rows cannot go
finding-closed-circle-help = make one of the references deferrable, or let its columns be empty
finding-triggers = has triggers or rules of the store ({ $names }): they run when an erasure changes or deletes rows here, and no plan tells what they write elsewhere, such as copies in a log
finding-triggers-help = look at what they write, and let them copy no personal data and change nothing of others; such copies are found only when all stores are read whole (`abide requests work --sweep`, `abide serve --edit`)
finding-neutral-value = would be emptied where a row of `{ $table }` stays without its person, but may not be empty: it gets a neutral value (an empty text, zero)
finding-neutral-value-help = say in `erase` what becomes of it, or let the column be empty
finding-no-neutral-value = must hold another value where a row of `{ $table }` stays without its person, but of its type (`{ $type }`) no value is known that would tell nothing: the store would refuse, and somebody would have to do it by hand
finding-no-neutral-value-help = say `erase = "keep"` if it tells nothing without the rest, or let the column be empty
finding-refused-by-rule = an erasure would write here what the rule `{ $rule }` of the store refuses ({ $count } of { $of } rows that were tried): it would change nothing, and a person would have to do it
finding-refused-by-rule-help = let the rule allow what would be written, or say with `erase` what it allows: `unique`, `month`, `redact`, or `keep` if that tells nothing; or let the column be empty
finding-untried-rule = it could not be told whether rules of the store ({ $names }) refuse what an erasure would write here
finding-untried-rule-help = try an erasure on a copy of the store, or compare the rules with what the map says under `erase`
finding-no-policy = the policy `{ $policy }` is not at hand: what its statements say about this store was not checked
finding-no-policy-help = name a policy of the site in the map
finding-no-statement = holds people's data, but names no statement of the policy: nothing says why it is kept, and how long
finding-no-statement-help = add `statement` to the table or to each of its columns
finding-undeclared-data = holds `{ $data }`, which the statement `{ $statement }` does not declare
finding-undeclared-data-help = add `{ $data }` to the statement's data, or name the statement that declares it
finding-other-statement = holds personal data ({ $kind } in { $count } of { $of } sampled values) of the category `{ $category }`, which the statement `{ $statement }` does not declare, though others do
finding-other-statement-help = name the statement that covers the column, or add the data to this one
finding-undeclared-category = holds personal data ({ $kind } in { $count } of { $of } sampled values) of the category `{ $category }`, which no statement of the policy declares
finding-undeclared-category-help = declare the data in a statement of the policy, or stop keeping it
finding-overdue = { $count } of { $of } rows are older than the statement `{ $statement }` allows ({ $period }): the oldest is of { $oldest }
finding-overdue-help = delete or anonymize them, and have it done regularly
finding-kept-forever = rows of `{ $table }` are kept for `{ $statement }`, but no column tells the day from which the period counts: they would be kept forever
finding-kept-forever-help = add `{ $key }` with the column of the day from which the period counts
finding-no-age = its statement `{ $statement }` allows { $period }, but no column tells the day from which that counts: its age was not checked
finding-no-age-help = add `{ $key }` with that column, if there is one
finding-uncovered-files = { $n ->
    [one] holds one file that no table of the map has ({ $names })
   *[other] holds { $count } files that no table of the map has ({ $names })
}: no request finds what is in them
finding-uncovered-files-help = list them as tables (`abide map discover` proposes some), or keep them elsewhere if they are nobody's
finding-stored-views = holds materialized views ({ $names }): they are copies, and keep what was erased until they are refreshed
finding-stored-views-help = let the account refresh them after erasures (it must own them, or have `MAINTAIN` on them), or have it done regularly
finding-foreign-tables = holds foreign tables ({ $names }): their rows lie on another server, and no request finds them
finding-foreign-tables-help = list that server as a store of its own if it holds people's data
finding-large-objects = holds { $n ->
    [one] { $count } large object
   *[other] { $count } large objects
} of PostgreSQL{ $named ->
    [0] {""}
   *[other] , which rows name by number ({ $names })
}: they are in no table, so no copy has what is in them, no sweep reads them, and they stay when the rows go
finding-large-objects-help = keep the content in columns of type `bytea` or `text`; until then let a trigger remove them with their rows (`lo_manage`), or remove them by hand (`vacuumlo`)
finding-word-indexes = holds full-text indexes without their text ({ $names }): the words of who was erased stay in them, and no sweep can read them
finding-word-indexes-help = make them again after erasures, or with their text (without `content=''`), so that rows can be found and go
finding-no-backups = the map does not say how long backups of this store last: closed requests and letters name no day on which what was erased is gone from there too
finding-no-backups-help = say it in `backups` under `[store]` (such as `30 days`), and let it cover the database’s logs too where they are kept
