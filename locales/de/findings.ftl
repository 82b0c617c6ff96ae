# Was an einer Datenkarte nicht stimmt oder fehlt. Jeder Satz steht nach der Stelle, um die es geht; danach kommt, was zu tun ist.

finding-reads-rows = { $n ->
    [one] die eine Zeile von `{ $table }`
   *[other] alle { $rows } Zeilen von `{ $table }`
}
finding-reads-whole = die ganze Tabelle `{ $table }`
finding-nobodys-data = enthält personenbezogene Daten ({ $kind } in { $count } von { $of } angesehenen Werten), aber die Zeilen von `{ $table }` gehören niemandem: Kein Antrag findet sie
finding-nobodys-data-help = eine Kante von `{ $table }` zur Tabelle der Menschen ergänzen, deren Daten es sind, oder die Spalte mit `erase = "keep"` aufführen, wenn sie niemanden betrifft
finding-unlisted-column = enthält personenbezogene Daten ({ $kind } in { $count } von { $of } angesehenen Werten) und fehlt in der Karte; Zeilen von `{ $table }` können aber ohne ihre Person bleiben: Die Spalte bliebe, wie sie ist
finding-unlisted-column-help = die Spalte mit dem aufführen, was aus ihr wird, oder sie in `about` der Kante zu der Person nennen, über die sie etwas sagt
finding-unnamed-column = enthält personenbezogene Daten ({ $kind } in { $count } von { $of } angesehenen Werten) und fehlt in der Karte: Die Spalte geht mit ihrer Zeile, aber Kopien können nicht sagen, was sie ist
finding-unnamed-column-help = die Spalte mit ihrem `data` aufführen
finding-unreadable = das Konto darf `{ $table }` nicht oder nicht in allen Zeilen lesen: Kein Antrag kann beantwortet werden, und sonst wurde hier nichts geprüft
finding-unreadable-help = ihm das Recht geben, die Tabelle zu lesen; wo Row-Level Security Zeilen verbirgt, auch `BYPASSRLS`
finding-unswept = das Konto darf `{ $table }` nicht oder nicht in allen Zeilen lesen, und die Karte nennt die Tabelle nicht: Ein Durchlauf durch die Speicher liest alle Tabellen, also kann keine Löschung abgeschlossen werden, die mit einem solchen Durchlauf endet
finding-unswept-help = ihm das Recht geben, die Tabelle zu lesen; wo Row-Level Security Zeilen verbirgt, auch `BYPASSRLS`
finding-no-right = das Konto darf nicht alle Zeilen von `{ $table }` löschen oder ändern: Anträge warten, bis jemand das von Hand tut
finding-no-right-help = ihm das Recht geben, oder `read-only = true` sagen und in `by-hand`, wen man fragt
finding-old-versions = der Bucket bewahrt alte Versionen von `{ $table }` auf, und das Konto darf sie nicht auflisten oder löschen: Was eine Löschung entfernt, bleibt darin, bis ein Mensch sie löscht
finding-old-versions-help = ihm `s3:ListBucketVersions` und `s3:DeleteObjectVersion` geben
finding-unasked = was das Konto mit `{ $table }` darf, ließ sich nicht ganz erfragen, ohne etwas zu ändern: Was es nicht darf, merkt ein Antrag beim Versuch und überlässt es einem Menschen
finding-unasked-help = nichts zu tun, wenn das Konto die Rechte hat, die `docs/stores.md` aufführt
finding-by-hand = der Speicher löscht keine Zeilen von `{ $table }`: Anträge warten, bis jemand das von Hand tut
finding-by-hand-help = in `by-hand` des Speichers sagen, wen man fragt oder wie es geht
finding-nobody-found = ist eine Tabelle mit Menschen, aber nichts sagt, woran man eine Person erkennt: Niemand ist darin zu finden
finding-nobody-found-help = `known-by` mit den Spalten der E-Mail-Adresse, Telefonnummer oder Kundennummer ergänzen
finding-slow-identity = Menschen werden daran ohne Index gefunden: Jeder Antrag liest { $reads }
finding-slow-identity-help = einen Index auf `{ $table }` ({ $columns }) anlegen
finding-unread-values = { $count } von { $of } Werten lassen sich nicht als { $fact ->
    [email] E-Mail-Adressen
    [phone] Telefonnummern
    [born] Geburtstage
   *[postal-code] Postleitzahlen
} lesen: Wer nur durch sie bekannt ist, wird nicht gefunden
finding-unread-values-help = in jedes Feld einen einzigen Wert schreiben, { $fact ->
    [email] eine Adresse und nichts sonst
    [phone] wie `+493023125001`, dahinter höchstens eine Durchwahl
    [born] wie `1980-05-31`
   *[postal-code] aus 2 bis 10 Buchstaben und Ziffern
}; weitere Werte und Bemerkungen gehören in andere Spalten
finding-rows-without-id = ist in { $count } von { $of } Zeilen leer: Daran erkennt man Zeilen in Dateien wieder, deshalb wird der Antrag von jemandem ohne Nummer abgelehnt
finding-rows-without-id-help = jeder Zeile von `{ $table }` die Nummer ihrer Person geben
finding-shared-ids = { $count } von { $of } Zeilen haben die Nummer anderer Zeilen und sonst nichts mit ihnen gemeinsam, woran man Menschen erkennt: Sie gelten als eine Person und gehen zusammen
finding-shared-ids-help = jeder Person eine eigene Nummer geben; wo alle Zeilen mit einer Nummer derselben Person gehören, ist nichts zu tun
finding-missing-columns = steht in der Karte, aber keine der angesehenen Dateien hat sie: Was die Karte von ihr sagt, bleibt ohne Wirkung, und durch sie wird niemand und nichts gefunden
finding-missing-columns-help = sie so nennen, wie sie in den Dateien heißt, mit denselben Großbuchstaben und Leerzeichen, oder aus der Karte entfernen
finding-inexact = die Karte sagt `exact`, doch { $count } von { $of } Werten sind anders geschrieben: Ein Index findet ihre Menschen nicht
finding-inexact-help = alle gleich schreiben (Nummern als +4930…, Adressen in Kleinbuchstaben) oder `exact` entfernen
finding-no-country = { $count } von { $of } Nummern haben keine Ländervorwahl, und die Karte sagt nicht, aus welchem Land sie sind: Sie gelten als Nummern aus dem Land der Richtlinie, { $country }
finding-no-country-help = in `known-by` `country = "{ $country }"` angeben, oder welches Land es ist
finding-many-spellings = Menschen werden in jeder Schreibweise gesucht: Jeder Antrag liest die ganze Tabelle ({ $count } von { $of } Werten sind ungewöhnlich geschrieben)
finding-many-spellings-help = eine Spalte führen, in der alle gleich geschrieben sind, und von ihr `exact = true` sagen
finding-slow-edge = der Weg von `{ $source }` nach `{ $table }` hat keinen Index: Jeder Antrag liest { $reads }
finding-slow-edge-help = einen Index auf `{ $table }` ({ $columns }) anlegen
finding-slow-return = Zeilen von `{ $source }` können mehreren Menschen gehören, und der Weg zurück zu ihnen hat keinen Index: Jeder Antrag liest { $reads }
finding-slow-return-help = einen Index auf `{ $table }` ({ $columns }) anlegen
finding-loses-case = unterscheidet Groß- und Kleinbuchstaben, aber worauf es sich bezieht, in `{ $source }`, nicht: Gefunden werden Zeilen in der dortigen Schreibweise und in Kleinbuchstaben, in keiner anderen
finding-loses-case-help = beiden Spalten denselben Typ (`citext`) oder dieselbe Vergleichsregel (`COLLATE NOCASE`) geben, oder solche Werte nur in Kleinbuchstaben schreiben
finding-slow-reference = verweist ohne Index auf `{ $parent }`: Für jede Zeile von `{ $parent }`, die geht, liest der Speicher { $reads }
finding-slow-reference-help = einen Index auf `{ $table }` ({ $columns }) anlegen
finding-left-behind = verweist auf `{ $parent }`, deren Zeilen Menschen gehören, aber keine Kante sagt, wem die Zeilen von `{ $table }` gehören: Sie bleiben mit leerem Verweis, wenn Menschen gehen
finding-left-behind-help = eine Kante für ({ $columns }) ergänzen; gehören die Zeilen niemandem, sagt das eine Kante `accessed-by`
finding-blocks-erasure = muss auf `{ $parent }` verweisen, und keine Kante sagt, wem die Zeilen von `{ $table }` gehören: Solange sie darauf verweisen, können Zeilen von `{ $parent }` nur geleert, nie gelöscht werden
finding-blocks-erasure-help = eine Kante für ({ $columns }) ergänzen oder erlauben, dass die Spalten leer sind
finding-holds-back = muss auf `{ $parent }` verweisen, aber wem ihre Zeilen gehören, sagen andere Kanten: Eine Zeile von `{ $parent }`, auf die die Zeile einer anderen Person verweist, wird geleert statt gelöscht
finding-holds-back-help = eine Kante für ({ $columns }) ergänzen, wenn die Zeilen denselben Menschen gehören, oder erlauben, dass die Spalten leer sind
finding-undeclared-reference = seine Werte benennen Zeilen von `{ $parent }` ({ $count } von { $of } versuchten finden sich dort); kein Fremdschlüssel erklärt das, und keine Kante deckt es ab: Gehen jene Zeilen, bleiben die von `{ $table }` und benennen sie weiterhin
finding-undeclared-reference-help = eine Kante für ({ $columns }) ergänzen; benennt die Spalte niemandes Zeilen, sie mit dem aufführen, was aus ihr wird (`erase`)
finding-named-files = seine Werte sind Pfade von Dateien aus `{ $parent }` ({ $count } von { $of } versuchten finden sich dort), und keine Kante sagt, wem diese gehören: Sie bleiben, wenn die Zeilen von `{ $table }` gehen
finding-named-files-help = eine Kante `owned-by` bei `{ $parent }` ergänzen, die über ({ $columns }) führt
finding-nameless-rows = nichts benennt die Zeilen von `{ $table }`: Die Tabelle hat keinen Schlüssel, und ihre Spalten belegen die Namen `rowid`, `_rowid_` und `oid`, deshalb kann kein Antrag ihre Zeilen auseinanderhalten
finding-nameless-rows-help = `{ $table }` einen Primärschlüssel geben oder eine dieser Spalten umbenennen
finding-too-wide = `{ $table }` hat mehr Spalten, als SQLite auf einmal herausgibt (2.000 mit dem, was eine Zeile benennt): Sie lässt sich nicht lesen, weder für Anträge noch beim Durchsuchen
finding-too-wide-help = `{ $table }` auf mehrere Tabellen aufteilen
finding-reusable-keys = verweist auf `{ $parent }` mit deren Nummer und ohne Fremdschlüssel: Ist eine Zeile dort gelöscht, gibt SQLite ihre Nummer einer neuen, und Zeilen von `{ $table }`, die bleiben mussten (`keep`, eine Löschsperre), gehören dann zu dieser
finding-reusable-keys-help = die Nummer in `{ $parent }` als `INTEGER PRIMARY KEY AUTOINCREMENT` erklären: Dann wird keine zweimal vergeben; oder innerhalb einer Datenbank einen Fremdschlüssel für ({ $columns }): Dann bleibt die Nummer vergeben, solange die Zeile aufbewahrt wird
finding-unfit-reference = hat einen Fremdschlüssel auf `{ $parent }`, den SQLite nicht prüfen kann, denn diese Tabelle gibt es nicht, oder die Spalten, auf die er verweist, sind nicht eindeutig: Zeilen lassen sich weder löschen noch ändern
finding-unfit-reference-help = einen eindeutigen Index auf genau die Spalten von `{ $parent }` anlegen, auf die er verweist, die Tabelle anlegen oder den Fremdschlüssel entfernen
finding-inherited-rows = Tabellen erben von `{ $table }` ({ $names }): Wer sie abfragt, sieht deren Zeilen unter den ihren, und Anträge würden sie übergehen; deshalb wird keiner beantwortet
finding-inherited-rows-help = diese Tabellen als eigene Tabellen in der Karte aufführen oder die Vererbung beenden (`ALTER TABLE … NO INHERIT`)
finding-files-of-two = { $n ->
    [one] 1 Datei steht in zwei Tabellen der Karte ({ $names }): Ein Antrag, der zu ihr kommt, scheitert
   *[other] { $count } Dateien stehen in zwei Tabellen der Karte ({ $names }): Ein Antrag, der zu einer von ihnen kommt, scheitert
}
finding-files-of-two-help = die Muster so ändern, dass jede Datei in einer einzigen Tabelle steht
finding-dangling-references = { $count } von { $of } geprüften Verweisen führen ins Leere: Keine Zeile von { $tables } hat ihre Werte, deshalb gehören die Zeilen von `{ $table }` mit ihnen über diese Kante niemandem
finding-dangling-references-help = vergleichen, wie beide Enden denselben Wert schreiben (Typen von Zahlen, Leerzeichen, Nullen, Präfixe), und ob die Kante die richtigen Spalten nennt; Zeilen, deren Eigentümer fort ist, von Hand löschen
finding-missing-files = { $count } von { $of } geprüften Pfaden nennen keine Datei von { $tables }: Eine Datei, die dort unter anderem Namen liegt, wird für niemanden gefunden
finding-missing-files-help = den Pfad vom Ordner an so schreiben, wie die Datei dort heißt; wo die Dateien fort sind, ist nichts zu tun
finding-ownerless-rows = { $count } von { $of } angesehenen Zeilen gehören niemandem: { $columns } sind darin leer oder führen nach ihrer Bedingung nirgendwohin, so dass kein Antrag sie findet
finding-ownerless-rows-help = eine Kante über eine andere Spalte ergänzen oder sicherstellen, dass solche Zeilen über niemanden etwas sagen
finding-loses-owner = der Speicher leert sie, wenn eine Zeile von `{ $parent }` geht (ON DELETE SET NULL): Wird diese Zeile ohne dieses Programm gelöscht, so bleiben Zeilen von `{ $table }`, die niemandem mehr gehören
finding-loses-owner-help = den Speicher stattdessen ablehnen lassen (ON DELETE RESTRICT)
finding-takes-others = der Speicher löscht Zeilen von `{ $table }` mit einer Zeile von `{ $parent }` (ON DELETE CASCADE), obwohl sie anderen oder niemandem gehören können: Wird diese Zeile ohne dieses Programm gelöscht, so gehen sie mit
finding-takes-others-help = den Speicher stattdessen ablehnen lassen (ON DELETE RESTRICT) oder die Kante ergänzen, wenn die Zeilen mitgehen sollen
finding-carries-others = bleibt, wie sie ist, wenn jemand gelöscht wird, dessen Zeile von `{ $table }` bleibt: Mit ihr würde der Speicher Zeilen von `{ $child }` ändern (ON UPDATE), die anderen gehören können und die kein Plan zählt
finding-carries-others-help = den Speicher ablehnen lassen (ON UPDATE NO ACTION) oder auf eine Nummer der Zeile verweisen; die Spalte mit `erase = "keep"` aufführen, wenn sie über niemanden etwas sagt
finding-circle = { $tables } verweisen im Kreis aufeinander, mit Verweisen, die nie leer sind: Ihre Zeilen können nur zusammen gehen
finding-circle-help = nichts, solange der Speicher diese Verweise am Ende einer Transaktion prüft
finding-closed-circle = { $tables } verweisen im Kreis aufeinander, mit Verweisen, die nie leer sind, und der Speicher prüft sie sofort: Ihre Zeilen können nicht gehen
finding-closed-circle-help = einen der Verweise aufschiebbar machen (DEFERRABLE) oder erlauben, dass seine Spalten leer sind
finding-triggers = hat Trigger oder Regeln der Datenbank ({ $names }): Sie laufen, wenn eine Löschung hier Zeilen ändert oder entfernt, und kein Plan sagt, was sie anderswohin schreiben, etwa Kopien in ein Protokoll
finding-triggers-help = nachsehen, was sie schreiben, und dafür sorgen, dass sie keine personenbezogenen Daten kopieren und nichts von anderen ändern; solche Kopien findet nur, wer alle Speicher ganz liest (`abide requests work --sweep`, `abide serve --edit`)
finding-neutral-value = würde geleert, wo eine Zeile von `{ $table }` ohne ihre Person bleibt, darf aber nicht leer sein: Sie bekommt einen neutralen Wert (leerer Text, Null)
finding-neutral-value-help = in `erase` sagen, was aus ihr wird, oder erlauben, dass die Spalte leer ist
finding-no-neutral-value = muss einen anderen Wert bekommen, wo eine Zeile von `{ $table }` ohne ihre Person bleibt, aber von seinem Typ (`{ $type }`) ist kein Wert bekannt, der nichts aussagt: Der Speicher würde es ablehnen, und jemand müsste es von Hand tun
finding-no-neutral-value-help = `erase = "keep"` angeben, wenn der Wert ohne den Rest nichts aussagt, oder erlauben, dass die Spalte leer ist
finding-refused-by-rule = eine Löschung würde hier schreiben, was die Regel `{ $rule }` des Speichers nicht zulässt ({ $count } von { $of } Zeilen, die probiert wurden): Sie würde nichts ändern, und jemand müsste es von Hand tun
finding-refused-by-rule-help = die Regel so ändern, dass sie zulässt, was geschrieben würde, oder mit `erase` sagen, was sie zulässt: `unique`, `month`, `redact`, oder `keep`, wenn es nichts verrät; oder die Spalte leer sein lassen
finding-untried-rule = es ließ sich nicht sagen, ob Regeln des Speichers ({ $names }) zulassen, was eine Löschung hier schreiben würde
finding-untried-rule-help = eine Löschung an einer Kopie des Speichers probieren, oder die Regeln mit dem vergleichen, was die Karte unter `erase` sagt
finding-no-policy = die Datenschutzerklärung `{ $policy }` liegt nicht vor: Was ihre Aussagen über diesen Speicher sagen, wurde nicht geprüft
finding-no-policy-help = in der Karte eine Datenschutzerklärung der Website nennen
finding-no-statement = enthält Daten von Menschen, nennt aber keine Aussage der Datenschutzerklärung: Nichts sagt, warum und wie lange sie aufbewahrt werden
finding-no-statement-help = `statement` bei der Tabelle oder bei jeder ihrer Spalten ergänzen
finding-undeclared-data = enthält `{ $data }`, was die Aussage `{ $statement }` nicht aufführt
finding-undeclared-data-help = `{ $data }` bei den Daten der Aussage ergänzen oder die Aussage nennen, die es aufführt
finding-other-statement = enthält personenbezogene Daten ({ $kind } in { $count } von { $of } angesehenen Werten) der Kategorie `{ $category }`; die Aussage `{ $statement }` führt sie nicht auf, andere aber schon
finding-other-statement-help = die Aussage nennen, unter die die Spalte fällt, oder die Daten in dieser ergänzen
finding-undeclared-category = enthält personenbezogene Daten ({ $kind } in { $count } von { $of } angesehenen Werten) der Kategorie `{ $category }`, die keine Aussage der Datenschutzerklärung aufführt
finding-undeclared-category-help = die Daten in einer Aussage der Datenschutzerklärung aufführen oder sie nicht mehr aufbewahren
finding-overdue = { $count } von { $of } Zeilen sind älter, als die Aussage `{ $statement }` erlaubt ({ $period }): Die älteste ist vom { $oldest }
finding-overdue-help = sie löschen oder anonymisieren, und das regelmäßig tun lassen
finding-kept-forever = Zeilen von `{ $table }` werden für `{ $statement }` aufbewahrt, aber keine Spalte sagt, von welchem Tag an die Frist zählt: Sie würden für immer aufbewahrt
finding-kept-forever-help = `{ $key }` mit der Spalte des Tages ergänzen, von dem an die Frist zählt
finding-no-age = ihre Aussage `{ $statement }` nennt eine Frist ({ $period }), aber keine Spalte sagt, von welchem Tag an sie zählt: Ihr Alter wurde nicht geprüft
finding-no-age-help = `{ $key }` mit dieser Spalte ergänzen, falls es sie gibt
finding-uncovered-files = { $n ->
    [one] enthält eine Datei, die zu keiner Tabelle der Karte gehört ({ $names })
   *[other] enthält { $count } Dateien, die zu keiner Tabelle der Karte gehören ({ $names })
}: Kein Antrag findet, was darin steht
finding-uncovered-files-help = sie als Tabellen aufführen (`abide map discover` schlägt welche vor) oder woanders aufheben, wenn sie niemanden betreffen
finding-stored-views = enthält materialisierte Sichten ({ $names }): Das sind Kopien, und sie behalten Gelöschtes, bis sie aufgefrischt werden
finding-stored-views-help = das Konto sie nach Löschungen auffrischen lassen (sie müssen ihm gehören, oder es braucht `MAINTAIN` darauf) oder es regelmäßig tun lassen
finding-foreign-tables = enthält Fremdtabellen ({ $names }): Ihre Zeilen liegen auf einem anderen Server, und kein Antrag findet sie
finding-foreign-tables-help = diesen Server als eigenen Speicher aufführen, wenn er Daten von Menschen enthält
finding-large-objects = enthält { $n ->
    [one] { $count } großes Objekt
   *[other] { $count } große Objekte
} von PostgreSQL{ $named ->
    [0] {""}
   *[other] , die Zeilen mit ihrer Nummer nennen ({ $names })
}: Sie stehen in keiner Tabelle, deshalb enthält keine Kopie ihren Inhalt, keine Durchsuchung liest sie, und sie bleiben, wenn die Zeilen gelöscht werden
finding-large-objects-help = den Inhalt in Spalten vom Typ `bytea` oder `text` aufheben; bis dahin sie durch einen Trigger mit ihren Zeilen entfernen (`lo_manage`) oder von Hand (`vacuumlo`)
finding-word-indexes = enthält Volltextindexe ohne ihren Text ({ $names }): Die Wörter gelöschter Menschen bleiben darin, und keine Durchsuchung kann sie lesen
finding-word-indexes-help = sie nach Löschungen neu aufbauen oder mit ihrem Text führen (ohne `content=''`), damit Zeilen gefunden und gelöscht werden können
finding-no-backups = die Karte sagt nicht, wie lange Sicherungen dieses Speichers aufgehoben werden: Abgeschlossene Anträge und Briefe nennen keinen Tag, an dem Gelöschtes auch dort verschwunden ist
finding-no-backups-help = das unter `[store]` in `backups` sagen (etwa `30 days`), und zwar so, dass es auch aufgehobene Protokolle der Datenbank abdeckt
