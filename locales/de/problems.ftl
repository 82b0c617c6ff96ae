# Jedes Problem: was es ist, was gesagt wird, was zu tun ist, warum. Englisch stehen sie in crates/policy/src/codes.rs.
#
# Meldungen beginnen klein und enden ohne Punkt; was zu tun ist, steht im Infinitiv; das Warum sind ganze Sätze. Die Lücken
# füllen Wendungen aus phrases.ftl im Nominativ: Die Sätze sind so gebaut, dass keine gebeugt werden muss.

problem-file-size = die Datei hat { $size } Bytes, gelesen werden aber höchstens { $max }
    .title = die Datei ist zu groß
    .help = aufteilen, oder entfernen, was nicht in eine Erklärung gehört
    .why = Eine Grenze verhindert, dass eine fehlerhafte oder bösartige Datei den Speicher aufbraucht.

problem-file-encoding = die Datei ist kein UTF-8-Text: Byte { $offset } ist nicht lesbar
    .title = die Datei ist nicht UTF-8
    .help = noch einmal als UTF-8 speichern (so heißt es in den meisten Editoren)
    .why = Namen und Texte in fünf Sprachen brauchen eine gemeinsame Kodierung; UTF-8 ist die einzige, die TOML und Abide lesen.

problem-file-name = die Datei `{ $file }` { $problem }
    .title = eine in der Site-Datei genannte Datei ist nicht verwendbar
    .help = eine Erklärungsdatei im Ordner der Site nennen
    .why = Die Site-Datei führt die Erklärungsdateien auf, die veröffentlicht werden; jede muss es in ihrem Ordner geben.

problem-toml-syntax = { $message }
    .title = kein gültiges TOML
    .help = { "" }
    .why = Die Datei ließ sich hier nicht als TOML lesen. Was nach dem Fehler steht, wurde trotzdem geprüft, soweit es möglich war.

problem-key-unknown = { $table } kennt keinen Schlüssel `{ $key }`
    .title = ein unbekannter Schlüssel
    .help = entfernen, oder im Schema nachsehen, welche Schlüssel { $table } kennt
    .why = Ein Schlüssel, den niemand liest, ist ein Versprechen, das niemand hält: Nichts in der Datei darf stillschweigend verloren gehen.

problem-key-missing = { $table } braucht `{ $key }`
    .title = ein nötiger Schlüssel fehlt
    .help = `{ $key } = …` ergänzen: { $doc }
    .why = Ohne ihn lässt sich die Erklärung nicht veröffentlichen, oder sie ließe Menschen ohne eine Antwort, die ihnen zusteht.

problem-value-type = bei `{ $key }` erwartet: { $expected }; gefunden: { $found }
    .title = ein Wert der falschen Art
    .help = { "" }
    .why = Jeder Schlüssel nimmt eine Art von Wert an; das Schema führt sie auf.

problem-value-word = { $kind }: `{ $value }` steht nicht in der Liste
    .title = ein Wort, das nicht in der Liste steht
    .help = möglich sind: { $words }
    .why = Zwecke, Empfänger, Datenkategorien und Ähnliches sind geschlossene Listen, damit alle, die sie lesen, Menschen wie Programme, dasselbe verstehen.

problem-value-format = `{ $value }` passt nicht, erwartet wird { $expected }: { $hint }
    .title = ein Wert, der sich nicht lesen lässt
    .help = { "" }
    .why = Der Wert hat nicht die Form, die dieser Schlüssel braucht.

problem-value-empty = `{ $key }` ist leer
    .title = ein leerer Wert
    .help = einen Wert schreiben oder den Schlüssel entfernen
    .why = Ein leerer Wert sagt nichts und würde als nichts veröffentlicht.

problem-value-control = `{ $key }` enthält ein Steuerzeichen
    .title = Steuerzeichen in einem Text
    .help = entfernen; Zeilenumbrüche sind nur in längeren Texten erlaubt
    .why = Steuerzeichen können Kopfzeilen, Tabellen und Seiten beschädigen, in denen der Text veröffentlicht wird.

problem-value-length = `{ $key }` hat { $length } Zeichen, veröffentlicht werden höchstens { $max }
    .title = ein zu langer Text
    .help = kürzen
    .why = Grenzen halten Seiten lesbar und Kopfzeilen so kurz, dass Server sie annehmen.

problem-id-duplicate = { $kind } `{ $id }` gibt es zweimal
    .title = zwei Dinge mit einem Namen
    .help = einem von beiden einen anderen Namen geben
    .why = Entscheidungen, Befunde und andere Teile der Datei verweisen mit Namen auf die Dinge; ein Name darf nur eines bedeuten.

problem-reference-unknown = { $kind } `{ $id }` gibt es nicht
    .title = ein Name, den nichts trägt
    .help = festlegen, was so heißt, oder den Namen berichtigen
    .why = Die Datei verweist auf etwas, das sie nicht festlegt.

problem-region-unknown = `{ $region }` ist keine Region von { $country }
    .title = eine Region, die das Land nicht hat
    .help = eine von: { $known }; oder weglassen
    .why = Die Feiertage der Region verschieben den letzten Tag, bis zu dem ein Antrag beantwortet sein muss. Die einer Region, die es nicht gibt, lassen sich nicht zählen; das Land ist das, dessen Recht für die erste Erklärung der Site gilt.
problem-zone-unknown = `{ $zone }` ist keine Zeitzone
    .title = eine Zeitzone, die niemand kennt
    .help = schreiben Sie sie wie die tz-Datenbank, etwa `America/New_York`; oder weglassen
    .why = Ob ein Antrag heute eingegangen ist, wie viele Tage bleiben und wann er überfällig ist, hängt davon ab, wo Mitternacht ist. Mit einer falsch geschriebenen Zone würde stillschweigend nach anderen Uhren gezählt.
problem-text-language = { $place } fehlt in { $languages }
    .title = ein Text fehlt in einer zugesagten Sprache
    .help = ihn schreiben, oder die Sprache aus `languages` nehmen; bis dahin wird die Erklärung in dieser Sprache nicht veröffentlicht
    .why = Eine Erklärung erscheint in einer Sprache nur, wenn es jeden Text der Organisation darin gibt; eine halbe Übersetzung ließe Menschen raten.

problem-text-count = der Text spricht von { $said } { $what }, vorhanden sind aber { $counted }
    .title = eine Zahl in einem Text weicht von der Datei ab
    .help = den Text oder die Datei berichtigen
    .why = Menschen verlassen sich auf den Text. Widerspricht eine Zahl darin dem Rest der Erklärung, ist eines von beiden unwahr.

problem-text-purpose = laut Text { $said } { $purpose }, aber { $fact }
    .title = ein Zweck in einem Text weicht von den Aussagen ab
    .help = den Text oder die Aussagen berichtigen
    .why = Menschen verlassen sich auf den Text. Bestreitet er einen Zweck, den eine Aussage nennt, oder umgekehrt, ist eines von beiden unwahr.

problem-policy-name-missing = die Erklärung hat keinen Namen
    .title = eine Erklärung ohne Namen
    .help = `name="…"` ergänzen
    .why = Eine Verweisdatei und andere Erklärungen derselben Datei verweisen mit dem Namen auf sie (P3P 1.0 § 3.2.2).

problem-policy-name-dup = der Name `{ $name }` ist zweimal vergeben
    .title = zwei Erklärungen mit einem Namen
    .help = jeder Erklärung einen eigenen Namen geben
    .why = Ein Verweis auf den Namen wäre mehrdeutig (P3P 1.0 § 3.2.2).

problem-policy-discuri-missing = die Erklärung sagt nicht, wo Menschen sie lesen können
    .title = keine Adresse der Erklärung für Menschen
    .help = `discuri="https://…"` ergänzen
    .why = Jede P3P-Erklärung verweist auf ihren Text für Menschen (P3P 1.0 § 3.2.2).

problem-policy-opturi-missing = { $place } bietet { $choice }, aber die Erklärung nennt keine Adresse, unter der Menschen wählen
    .title = Wahlmöglichkeiten ohne einen Ort zum Wählen
    .help = die Adresse ergänzen: `choices = "https://…"` unter `[policy]` (`opturi` in P3P)
    .why = Ein Opt-in oder Opt-out, das niemand erreicht, ist keines (P3P 1.0 § 3.2.2, Art. 7 Abs. 3 DSGVO).

problem-policy-discuri-relative = `{ $value }` ist keine vollständige Web-Adresse
    .title = eine unvollständige Adresse
    .help = mit `https://` und Host schreiben
    .why = User-Agents zeigen die Adresse abseits der Seite, auf der sie gefunden wurde.

problem-entity-missing = die Erklärung sagt nicht, wer verantwortlich ist
    .title = keine Organisation
    .help = ENTITY mit Namen und Kontakt ergänzen
    .why = Menschen müssen wissen, mit wem sie es zu tun haben (P3P 1.0 § 3.2.4, Art. 13 Abs. 1 Buchst. a DSGVO).

problem-entity-noname = die Organisation hat keinen Namen
    .title = die Organisation hat keinen Namen
    .help = ihren rechtlichen Namen ergänzen
    .why = Menschen müssen wissen, mit wem sie es zu tun haben (P3P 1.0 § 3.2.4, Art. 13 Abs. 1 Buchst. a DSGVO).

problem-entity-nocontact = die Organisation hat weder Anschrift noch Telefonnummer, E-Mail- oder Web-Adresse
    .title = die Organisation ist nicht erreichbar
    .help = mindestens einen Weg ergänzen, sie zu erreichen
    .why = Ein Name, unter dem niemand zu erreichen ist, hilft niemandem (P3P 1.0 § 3.2.4, Art. 13 Abs. 1 Buchst. a DSGVO).

problem-entity-badref = `{ $name }` kann keine Organisation beschreiben
    .title = eine Organisation, nicht mit Geschäftsdaten beschrieben
    .help = Elemente aus `business.*` verwenden
    .why = Die Organisation wird nur mit Elementen des Satzes `business` beschrieben (P3P 1.0 § 3.2.4).

problem-access-missing = die Erklärung sagt nicht, welche Einsicht Menschen haben
    .title = nichts zur Einsicht gesagt
    .help = eines davon ergänzen: { $words }
    .why = Jede Erklärung nennt genau eine Art der Einsicht (P3P 1.0 § 3.2.5).

problem-access-multiple = die Erklärung nennt mehr als eine Art der Einsicht
    .title = mehrere Arten der Einsicht
    .help = eine behalten
    .why = Jede Erklärung nennt genau eine Art der Einsicht (P3P 1.0 § 3.2.5).

problem-access-nonident-conflict = die Einsicht ist `nonident`, aber { $statement } erhebt { $categories }
    .title = keine Einsicht, obwohl Menschen zu erkennen sind
    .help = sagen, welche Einsicht Menschen haben: `access = "{ $proposal }"`
    .why = `nonident` behauptet, dass keine Daten erhoben werden, die Menschen erkennen lassen. Kontaktdaten lassen Menschen erkennen, und diese haben ein Recht auf Auskunft darüber (P3P 1.0 § 3.2.5, Art. 15 DSGVO).

problem-access-none-law = die Einsicht ist `none`, aber { $statement } erhebt personenbezogene Daten
    .title = keine Einsicht, obwohl das Gesetz sie gibt
    .help = sagen, welche Einsicht Menschen haben: `access = "{ $proposal }"`
    .why = Wo die DSGVO gilt, haben Menschen ein Recht auf Auskunft, das eine Erklärung nicht ausschließen kann (Art. 15).

problem-disputes-none = die Erklärung nennt keinen Weg, einen Streit beizulegen
    .title = kein Weg, einen Streit beizulegen
    .help = `[[dispute]]` ergänzen: Kundendienst, Behörde oder anwendbares Recht
    .why = Menschen sollen wissen, an wen sie sich wenden können, wenn ein Versprechen nicht gehalten wurde (P3P 1.0 § 3.2.6).

problem-disputes-service = der Eintrag zur Streitbeilegung sagt nicht, wohin man sich wendet
    .title = ein Eintrag zur Streitbeilegung ohne Adresse
    .help = `service="https://…"` ergänzen
    .why = Das Attribut `service` ist Pflicht (P3P 1.0 § 3.2.6).

problem-disputes-type = `{ $value }` ist keine Art der Streitbeilegung
    .title = ein Eintrag zur Streitbeilegung von unbekannter Art
    .help = möglich sind: { $words }
    .why = Die Art der Streitbeilegung ist Pflicht, und ihre Liste ist geschlossen (P3P 1.0 § 3.2.6).

problem-disputes-remedies-none = { $place } sagt nicht, was angeboten wird
    .title = ein Eintrag zur Streitbeilegung ohne Abhilfe
    .help = `remedies` ergänzen: `correct`, `money`, `law`
    .why = Jeder Weg, einen Streit beizulegen, soll sagen, wozu er führt (P3P 1.0 § 3.2.7).

problem-statement-none = die Erklärung enthält keine Aussagen und behauptet damit, dass gar keine Daten erhoben werden
    .title = eine Erklärung ohne Aussagen
    .help = `[[statement]]` für jede Gruppe von Daten ergänzen, falls Daten erhoben werden
    .why = Eine Erklärung ohne Aussagen verspricht, dass nichts erhoben wird. Schon ein gewöhnliches Zugriffsprotokoll bricht dieses Versprechen (P3P 1.0 § 3.3).

problem-statement-purpose-missing = { $statement } sagt nicht, wofür die Daten sind
    .title = eine Aussage ohne Zweck
    .help = mindestens einen Zweck ergänzen
    .why = Jede Aussage nennt Zwecke, Empfänger, Speicherdauer und Daten (P3P 1.0 § 3.3.1, Art. 13 Abs. 1 Buchst. c DSGVO).

problem-statement-recipient-missing = { $statement } sagt nicht, wer die Daten erhält
    .title = eine Aussage ohne Empfänger
    .help = mindestens einen Empfänger ergänzen, `ours` für die eigene Organisation
    .why = Jede Aussage nennt Zwecke, Empfänger, Speicherdauer und Daten (P3P 1.0 § 3.3.1, Art. 13 Abs. 1 Buchst. e DSGVO).

problem-statement-retention-missing = { $statement } sagt nicht, wie lange die Daten bleiben
    .title = eine Aussage ohne Speicherdauer
    .help = eine Art der Speicherdauer ergänzen
    .why = Jede Aussage nennt Zwecke, Empfänger, Speicherdauer und Daten (P3P 1.0 § 3.3.1, Art. 13 Abs. 2 Buchst. a DSGVO).

problem-statement-data-missing = { $statement } sagt nicht, um welche Daten es geht
    .title = eine Aussage ohne Daten
    .help = mindestens ein Datenelement ergänzen
    .why = Jede Aussage nennt Zwecke, Empfänger, Speicherdauer und Daten (P3P 1.0 § 3.3.1).

problem-statement-nonident-conflict = { $statement } behauptet Anonymität, aber die Daten gehören zu den Kategorien { $categories }
    .title = anonyme Daten, die Menschen erkennen lassen
    .help = diese Daten entfernen, oder `{ $claim }` nicht behaupten
    .why = Daten mit Kontaktangaben, Bankdaten oder amtlichen Kennungen lassen Menschen erkennen; sie anonym zu nennen ist unwahr (P3P 1.0 § 3.3.3, Erwägungsgrund 26 DSGVO).

problem-statement-nonident-unique = { $statement } behauptet Anonymität, aber { $data } enthält eine eindeutige Kennung
    .title = anonyme Daten mit einer eindeutigen Kennung
    .help = sagen, wie die Kennung vor dem Speichern gekürzt wird, und die Warnung quittieren, oder `{ $claim }` nicht behaupten
    .why = Mit einer eindeutigen Kennung lassen sich einzelne Menschen unterscheiden und verfolgen; das ist nicht anonym (Erwägungsgrund 26 DSGVO).

problem-purpose-required-forbidden = `{ $word }` lässt keine Wahl zu
    .title = eine Wahl, wo keine sein kann
    .help = entfernen: `{ $word } = "always"`
    .why = Auszuführen, worum gebeten wurde, und selbst Empfänger zu sein, steht im Vokabular von P3P nicht zur Wahl (P3P 1.0 § 3.3.4, § 3.3.5).

problem-purpose-required-value = `{ $value }` ist keine Wahl
    .title = eine unbekannte Wahl
    .help = möglich sind: { $words }
    .why = P3P kennt drei Werte von `required` (P3P 1.0 § 3.3.4).

problem-purpose-other-text = { $statement } nennt `other-purpose`, ohne zu sagen, welchen Zweck
    .title = ein anderer Zweck ohne Erläuterung
    .help = eine Beschreibung ergänzen
    .why = Ein Zweck, der nicht in der Liste steht, muss in Worten erläutert werden (P3P 1.0 § 3.3.4).

problem-category-other-text = `{ $data }` nennt `other-category`, ohne zu sagen, welche Kategorie
    .title = eine andere Kategorie ohne Erläuterung
    .help = einen Text für `other-category` ergänzen
    .why = Eine Kategorie, die nicht in der Liste steht, muss in Worten erläutert werden (P3P 1.0 § 3.4).

problem-retention-timetable = { $statement } bewahrt Daten auf, ohne die Regel zu nennen (Anlass: { $kind })
    .title = kein Löschplan
    .help = `period` angeben, oder das Gesetz oder die Praxis als `reason`
    .why = Richtet sich die Speicherdauer nach einem Gesetz, einer Geschäftspraxis oder einem historischen Zweck, muss die Erklärung für Menschen den Löschplan nennen (P3P 1.0 § 3.3.6, Art. 13 Abs. 2 Buchst. a DSGVO).

problem-retention-period-missing = { $statement } bewahrt personenbezogene Daten auf, ohne eine Dauer zu nennen
    .title = keine wirkliche Dauer
    .help = `period = "30 days"` oder eine andere wirkliche Dauer ergänzen, oder die Kriterien als `reason`
    .why = Menschen müssen erfahren, wie lange oder nach welchen Kriterien (Art. 13 Abs. 2 Buchst. a DSGVO); Speicherung ohne Grenze widerspricht Art. 5 Abs. 1 Buchst. e.

problem-retention-period-kind = { $statement } nennt als Speicherdauer `{ $kind }` und `{ $period }`: { $reason }
    .title = eine Dauer, die ihrer Art widerspricht
    .help = die Art oder die Dauer ändern
    .why = Die Art lesen Programme, die Dauer lesen Menschen; beide müssen dasselbe sagen (P3P 1.0 § 3.3.6).

problem-retention-indefinite = { $statement } bewahrt personenbezogene Daten unbefristet auf
    .title = personenbezogene Daten ohne Ende
    .help = eine Dauer angeben, oder `anonymous = true`, wenn nichts Personenbezogenes bleibt
    .why = Personenbezogene Daten ohne Grenze aufzubewahren widerspricht der Speicherbegrenzung (Art. 5 Abs. 1 Buchst. e DSGVO).

problem-data-ref-unknown = das Datenelement `{ $name }` gibt es nicht
    .title = ein unbekanntes Datenelement
    .help = eines aus dem Grundschema verwenden oder es mit `[[data]]` festlegen
    .why = Aussagen benennen Daten nach dem Grundschema oder mit eigenen Elementen der Organisation (P3P 1.0 § 3.3.7, § 5).

problem-data-ref-syntax = { $message }
    .title = kein Name eines Datenelements
    .help = { "" }
    .why = Die Namen von Datenelementen sind durch Punkte gegliedert, etwa `user.home-info.postal` (P3P 1.0 § 5.2).

problem-data-duplicate = `{ $name }` steht zweimal in { $statement }
    .title = dieselben Daten zweimal
    .help = eines entfernen
    .why = Es zweimal zu sagen bringt nichts Neues und verbirgt, was gilt.

problem-data-category-missing = für `{ $name }` müssen die Kategorien genannt werden
    .title = Daten ohne Kategorie
    .help = `categories` ergänzen, zum Beispiel `["uniqueid", "state"]`
    .why = Dieses Element kann alles Mögliche enthalten, deshalb muss die Erklärung sagen, was es enthält (P3P 1.0 § 5.7).

problem-data-category-forbidden = `{ $name }` hat feste Kategorien: { $categories }
    .title = Kategorien, die das Schema festlegt
    .help = `categories` hier entfernen
    .why = Das Schema legt die Kategorien dieses Elements fest; eine Erklärung kann sie nicht ändern (P3P 1.0 § 5.7).

problem-data-value-misplaced = `{ $name }` trägt einen Wert
    .title = ein Wert, wo keiner sein kann
    .help = den Text entfernen; nur die Daten der Organisation tragen Werte
    .why = Eine Erklärung sagt, welche Daten erhoben werden, nie wessen (P3P 1.0 § 3.3.7).

problem-data-redefined = `{ $name }` ist ein Element des Grundschemas
    .title = ein eigenes Element, das es schon gibt
    .help = einen anderen Namen wählen
    .why = Die Elemente des Grundschemas und ihre Kategorien stehen fest (P3P 1.0 § 5.6).

problem-data-unused = `{ $name }` ist festgelegt, aber keine Aussage erhebt es
    .title = ein eigenes Element, das keine Aussage nennt
    .help = in einer Aussage nennen oder entfernen
    .why = Entweder werden die Daten erhoben, dann muss eine Aussage es sagen, oder die Festlegung ist übrig geblieben.

problem-dup-purpose = `{ $word }` steht zweimal in { $statement }
    .title = ein Zweck zweimal
    .help = einen entfernen
    .why = Zwei Einträge können sich in ihrer Wahl widersprechen (P3P 1.0 § 3.3.4).

problem-dup-recipient = `{ $word }` steht zweimal in { $statement }
    .title = ein Empfänger zweimal
    .help = einen entfernen
    .why = Zwei Einträge können sich in ihrer Wahl widersprechen (P3P 1.0 § 3.3.5).

problem-dup-category = `{ $word }` steht zweimal da
    .title = eine Kategorie zweimal
    .help = eine entfernen
    .why = Es zweimal zu sagen bringt nichts Neues (P3P 1.0 § 3.4).

problem-basis-missing = { $statement } nennt keine Rechtsgrundlage dafür, personenbezogene Daten für { $purposes } zu nutzen
    .title = keine Rechtsgrundlage
    .help = `basis` ergänzen, zum Beispiel `basis = "contract"`
    .why = Menschen müssen die Rechtsgrundlage jedes Zwecks erfahren (Art. 6, Art. 13 Abs. 1 Buchst. c DSGVO).

problem-basis-consent-choice = { $statement } stützt `{ $purpose }` auf eine Einwilligung, aber die Wahl ist `{ $choice }`
    .title = Einwilligung ohne Opt-in
    .help = `{ $purpose } = "opt-in"` schreiben oder eine andere Rechtsgrundlage wählen
    .why = Eine Einwilligung ist eine freiwillige Handlung vor der Nutzung: Schweigen oder ein bereits angekreuztes Kästchen ist keine (Art. 4 Nr. 11, Art. 7, Erwägungsgrund 32 DSGVO).

problem-basis-consent-current = { $statement } stützt `current` auf eine Einwilligung, aber `current` kennt keine Wahl
    .title = Einwilligung, wo es keine Wahl geben kann
    .help = eine andere Rechtsgrundlage wählen, etwa `contract`, oder mit einem anderen Zweck sagen, worin eingewilligt wird
    .why = Eine Einwilligung braucht eine Wahl (Art. 4 Nr. 11, Art. 7 DSGVO), und für das, worum jemand gebeten hat, sieht das Vokabular von P3P keine vor (P3P 1.0 §3.3.4).

problem-basis-interests-missing = { $statement } stützt sich auf berechtigte Interessen, ohne sie zu nennen
    .title = berechtigte Interessen nicht genannt
    .help = `interests` ergänzen
    .why = Menschen müssen erfahren, welche Interessen verfolgt werden (Art. 13 Abs. 1 Buchst. d DSGVO).

problem-basis-special-missing = { $statement } nutzt { $categories } ohne Grundlage für besondere Kategorien
    .title = besondere Kategorien ohne Grundlage
    .help = `special-ground` ergänzen, zum Beispiel `"explicit-consent"`
    .why = Gesundheitsdaten und Daten zu Politik, Religion oder Mitgliedschaften dürfen nur auf einer Grundlage des Art. 9 Abs. 2 DSGVO genutzt werden.

problem-consent-marketing = { $statement } nutzt Kontaktdaten für `{ $purpose }` ohne Wahl
    .title = Werbung ohne Wahl
    .help = `opt-in` daraus machen; `opt-out` genügt nur für eigene ähnliche Produkte bei Bestandskunden
    .why = Unverlangte Werbung braucht eine vorherige Einwilligung, mit einer engen Ausnahme für Bestandskunden, und Menschen können ihr immer widersprechen (Art. 13 Richtlinie 2002/58/EG, Art. 21 Abs. 2 und 3 DSGVO).

problem-consent-storage = { $statement } nutzt { $storage } für { $purposes } ohne Einwilligung
    .title = Speicherung im Browser ohne Einwilligung
    .help = diese Zwecke zu `opt-in` machen
    .why = Was für den gewünschten Dienst nicht unbedingt erforderlich ist, darf nur mit vorheriger Einwilligung im Browser gespeichert oder daraus gelesen werden (Art. 5 Abs. 3 Richtlinie 2002/58/EG).

problem-objection-basis = { $statement } bietet für `{ $purpose }` ein Opt-out, aber die Rechtsgrundlage ist `{ $basis }`
    .title = Opt-out ohne die passende Rechtsgrundlage
    .help = die Rechtsgrundlage prüfen; zu einem Opt-out gehört meist `legitimate-interests`
    .why = Das Widerspruchsrecht gehört zu berechtigten Interessen und öffentlichen Aufgaben (Art. 21 DSGVO); auf anderer Grundlage verspricht ein Opt-out, was sie nicht gibt.

problem-decision-automated-missing = { $statement } sieht Entscheidungen über Menschen vor, ohne sie zu erläutern
    .title = automatisierte Entscheidungen nicht erläutert
    .help = `automated-decision` ergänzen: die Logik, die Tragweite, die Folgen
    .why = Menschen müssen die Logik und die Folgen automatisierter Entscheidungen erfahren (Art. 13 Abs. 2 Buchst. f, Art. 22 DSGVO).

problem-subject-missing = { $statement } sagt nicht, wessen Daten es sind
    .title = wessen Daten es sind
    .help = `subjects` ergänzen
    .why = Das Verzeichnis von Verarbeitungstätigkeiten führt die Kategorien betroffener Personen auf (Art. 30 Abs. 1 Buchst. c DSGVO).

problem-source-missing = { $statement } sagt nicht, woher die Daten stammen
    .title = woher Daten stammen
    .help = `sources` ergänzen
    .why = Menschen müssen die Herkunft der Daten erfahren, die sie nicht selbst angegeben haben (Art. 14 Abs. 2 Buchst. f DSGVO).

problem-obligation-missing = { $statement } beruht auf einem Vertrag oder Gesetz, ohne zu sagen, ob Menschen die Daten angeben müssen
    .title = ob Menschen die Daten angeben müssen
    .help = `obligation` ergänzen: ob die Angabe nötig ist und was folgt, wenn sie fehlt
    .why = Menschen müssen es erfahren (Art. 13 Abs. 2 Buchst. e DSGVO).

problem-rights-missing = die Erklärung sagt nicht, wie Menschen ihre Rechte ausüben
    .title = wie Menschen ihre Rechte ausüben
    .help = `[rights]` mit einer Web- oder E-Mail-Adresse ergänzen
    .why = Menschen müssen ihre Rechte erfahren, und sie auszuüben muss leicht sein (Art. 12 Abs. 2, Art. 13 Abs. 2 Buchst. b DSGVO).

problem-authority-missing = die Erklärung nennt die Aufsichtsbehörde nicht
    .title = keine Aufsichtsbehörde
    .help = `[authority]` ergänzen
    .why = Menschen müssen erfahren, dass sie sich bei einer Aufsichtsbehörde beschweren können (Art. 13 Abs. 2 Buchst. d DSGVO).

problem-security-missing = die Erklärung nennt keine Schutzmaßnahmen
    .title = keine Schutzmaßnahmen
    .help = `[security]` mit `measures` ergänzen
    .why = Das Verzeichnis von Verarbeitungstätigkeiten beschreibt, wenn möglich, die technischen und organisatorischen Maßnahmen (Art. 30 Abs. 1 Buchst. g, Abs. 2 Buchst. d, Art. 32 DSGVO).

problem-representative-missing = die Organisation ist in { $country } niedergelassen, für { $area } ein Drittland, und nennt keinen Vertreter
    .title = kein Vertreter
    .help = `[entity.representative]` ergänzen, falls sich das Angebot auch auf { $area } richtet
    .why = Wer als Verantwortlicher oder Auftragsverarbeiter außerhalb sitzt und sich an Menschen innerhalb wendet, benennt einen Vertreter (Art. 27 DSGVO).

problem-processing-missing = die Erklärung ist die eines Auftragsverarbeiters, sagt aber nichts über die Verarbeitung für Kunden
    .title = was ein Auftragsverarbeiter seinen Kunden schuldet
    .help = `[processing]` ergänzen
    .why = Der Vertrag zwischen Verantwortlichem und Auftragsverarbeiter regelt Weisungen, Unterstützung, Löschung und Überprüfungen (Art. 28 Abs. 3 DSGVO).

problem-processing-role = die Erklärung ist die eines Verantwortlichen, enthält aber `[processing]`
    .title = ein Verantwortlicher mit den Pflichten eines Auftragsverarbeiters
    .help = entfernen, oder `role = "processor"` schreiben
    .why = Art. 28 DSGVO handelt von denen, die im Auftrag anderer verarbeiten.

problem-transfer-ground-missing = { $place } ({ $country }) liegt für { $area } in einem Drittland, und es ist keine Grundlage der Übermittlung genannt
    .title = eine Übermittlung ohne Grundlage
    .help = `transfer.ground = "standard-clauses"` mit `transfer.document` oder eine andere Grundlage ergänzen
    .why = Personenbezogene Daten dürfen nur auf einer Grundlage des Kapitels V der DSGVO in ein Drittland übermittelt werden, und Menschen müssen erfahren, auf welcher (Art. 13 Abs. 1 Buchst. f, Art. 44–49).

problem-transfer-adequacy-none = { $place } stützt sich auf einen Angemessenheitsbeschluss, aber für { $area } gibt es am { $date } keinen zu { $country }
    .title = Angemessenheit, wo es keine gibt
    .help = eine andere Grundlage wählen
    .why = Eine Übermittlung auf der Grundlage der Angemessenheit braucht einen geltenden Beschluss (Art. 45 DSGVO).

problem-region-missing = die Erklärung sagt nicht, wo Daten gespeichert sind
    .title = wo Daten gespeichert sind
    .help = `[[region]]` mit ihrem Land ergänzen
    .why = Menschen sollen von Übermittlungen erfahren, und Kunden wählen eine Region; beide müssen wissen, wo Daten sind.

problem-cookie-none = { $statement } umfasst `{ $data }`, aber kein `[[cookie]]` gehört dazu
    .title = eine Aussage über Cookies ohne Cookies
    .help = jedes Cookie und jeden anderen Speicher aufführen, oder die Daten entfernen
    .why = Menschen sollen erfahren, welche Cookies es gibt und wie lange sie bleiben (Art. 5 Abs. 3 Richtlinie 2002/58/EG; EuGH C-673/17).

problem-cookie-data = das Cookie `{ $cookie }` gehört zu { $statement }, aber dort fehlt `{ $data }`
    .title = ein Cookie, dessen Aussage keine Cookies erwähnt
    .help = die Daten in dieser Aussage nennen oder eine andere Aussage wählen
    .why = Die Aussage, zu der ein Cookie gehört, muss nennen, was es speichert.

problem-cookie-lifetime = das Cookie `{ $cookie }` bleibt `{ $lifetime }`, aber { $statement } bewahrt Daten nur `{ $period }` auf
    .title = ein Cookie, das länger bleibt als die Daten seiner Aussage
    .help = die Lebensdauer des Cookies verkürzen oder die Dauer verlängern
    .why = Was das Cookie enthält, gehört zu den Daten seiner Aussage und darf nicht länger bleiben.

problem-sub-processor-change = die Erklärung nennt Unterauftragsverarbeiter, sagt aber nicht, wie lange vor einem Wechsel Kunden davon erfahren
    .title = keine Ankündigung vor dem Wechsel von Unterauftragsverarbeitern
    .help = `change-notice = "30 days"` unter `[processing]` ergänzen
    .why = Ein Auftragsverarbeiter informiert den Verantwortlichen über beabsichtigte Änderungen, damit dieser Einspruch erheben kann (Art. 28 Abs. 2 DSGVO).

problem-acknowledge-unused = `{ $at }` löst `{ $code }` nicht aus
    .title = eine Quittierung ohne Anlass
    .help = die Quittierung entfernen
    .why = Übrig gebliebene Quittierungen würden das Problem verbergen, wenn es wiederkäme.

problem-acknowledge-code = `{ $code }` lässt sich nicht quittieren: { $reason }
    .title = eine Quittierung, die nicht möglich ist
    .help = den Code berichtigen oder das Problem beheben
    .why = Nur Warnungen lassen sich quittieren; ein Fehler hält die Veröffentlichung auf, bis er behoben ist.

problem-version-changed = Fassung `{ $version }` von `{ $name }` ist schon mit einem anderen Text veröffentlicht
    .title = eine veröffentlichte Fassung wurde geändert
    .help = dem geänderten Text eine neue `version` geben; bis dahin ist er ein Entwurf
    .why = Eine veröffentlichte Fassung ändert sich nie, damit sich alle auf das verlassen können, was damals versprochen wurde.

problem-version-order = Fassung `{ $version }` gilt ab { $date }, früher als die schon veröffentlichte Fassung `{ $earlier }`
    .title = eine Fassung außer der Reihe
    .help = `effective` prüfen
    .why = Eine spätere Fassung, die früher gilt, würde die Vergangenheit ändern.

problem-ext-mandatory-unknown = eine EXTENSION, die nicht optional ist, wird nicht verstanden
    .title = eine verbindliche Erweiterung
    .help = optional machen oder entfernen
    .why = Eine Erklärung mit einer verbindlichen Erweiterung, die ein User-Agent nicht kennt, ist nicht verwendbar (P3P 1.0 § 3.5).

problem-xml-wellformed = { $message }
    .title = kein wohlgeformtes XML
    .help = { "" }
    .why = Die Datei ließ sich an dieser Stelle nicht als XML lesen.

problem-xml-entity = Dokumenttypen und Entitäten werden abgelehnt
    .title = ein Dokumenttyp oder eine Entität
    .help = DOCTYPE entfernen; die Zeichen selbst schreiben
    .why = Das Auflösen von Entitäten und externe Entitäten sind ein Weg, lesende Programme anzugreifen; keine P3P-Datei braucht sie.

problem-xml-limit = das Dokument { $what }: höchstens { $max }
    .title = über einer Grenze
    .help = verkleinern
    .why = Eine Grenze verhindert, dass eine fehlerhafte oder bösartige Datei den Speicher aufbraucht.

problem-ns-unknown = das Wurzelelement `{ $element }` gehört nicht zu P3P
    .title = kein P3P-Dokument
    .help = META, POLICIES, POLICY oder DATASCHEMA im Namensraum `http://www.w3.org/2002/01/P3Pv1` verwenden
    .why = Der Namensraum sagt, in welcher Sprache das Dokument geschrieben ist (P3P 1.0 § 3.1).

problem-struct-order = `{ $element }` kann nicht nach `{ $after }` stehen
    .title = Elemente in der falschen Reihenfolge
    .help = nach oben verschieben
    .why = Die Reihenfolge der Elemente steht fest (P3P 1.0 § 3).

problem-struct-unknown = `{ $element }` ist in `{ $parent }` nicht bekannt
    .title = ein unbekanntes Element
    .help = entfernen oder in eine EXTENSION setzen
    .why = Was P3P nicht kennt, gehört in eine EXTENSION (P3P 1.0 § 3.5).

problem-struct-duplicate = `{ $element }` darf in `{ $parent }` nur einmal stehen
    .title = ein Element zweimal
    .help = eines entfernen
    .why = Steht dasselbe Element zweimal da, bleibt offen, welches gilt.

problem-struct-missing = `{ $parent }` braucht `{ $element }`
    .title = ein nötiges Element fehlt
    .help = ergänzen
    .why = Ohne dieses Element ist das Dokument unvollständig.

problem-attr-missing = `{ $element }` braucht `{ $attribute }`
    .title = ein nötiges Attribut fehlt
    .help = ergänzen
    .why = Ohne dieses Attribut sagt das Element nichts.

problem-attr-unknown = `{ $element }` hat kein Attribut `{ $attribute }`
    .title = ein unbekanntes Attribut
    .help = entfernen
    .why = User-Agents beachten nicht, was sie nicht kennen; ein falsch geschriebenes Attribut geht verloren.

problem-attr-value = `{ $value }` ist kein Wert von `{ $attribute }`
    .title = ein Attribut mit einem falschen Wert
    .help = { $expected }
    .why = Der Wert hat nicht die Form, die die Spezifikation vorgibt.

problem-prf-about-missing = POLICY-REF sagt nicht, um welche Erklärung es geht
    .title = ein Verweis ohne Erklärung
    .help = `about="…#name"` ergänzen
    .why = Ohne dieses Attribut wird auf nichts verwiesen (P3P 1.0 § 2.3.2.4).

problem-prf-policy-unresolved = keine Erklärung in dieser Datei heißt `{ $name }`
    .title = ein Verweis auf eine Erklärung, die es nicht gibt
    .help = `about` berichtigen oder die Erklärung ergänzen
    .why = Ein User-Agent fände keine Erklärung (P3P 1.0 § 2.3.2.4).

problem-prf-exclude-noinclude = EXCLUDE ohne INCLUDE schließt nichts aus
    .title = ein Ausschluss von nichts
    .help = INCLUDE ergänzen
    .why = Ausschlüsse nehmen nur etwas von dem weg, was eingeschlossen ist (P3P 1.0 § 2.3.2.5).

problem-prf-pattern-nonlocal = `{ $pattern }` ist kein Pfad auf diesem Host
    .title = ein Muster für einen anderen Host
    .help = einen Pfad schreiben, der mit `/` beginnt
    .why = Eine Verweisdatei spricht nur für ihren eigenen Host (P3P 1.0 § 2.3.2.5).

problem-prf-cookie-nothing = die Erklärung `{ $policy }` erwähnt Cookies, aber kein COOKIE-INCLUDE erfasst sie
    .title = Cookies, die kein Verweis erfasst
    .help = `<COOKIE-INCLUDE name="*" value="*" domain="*" path="*"/>` ergänzen
    .why = Eine Erklärung gilt für ein Cookie nur, wenn ein COOKIE-INCLUDE es sagt (P3P 1.0 § 2.3.2.7).

problem-prf-expiry-short = die Gültigkeit beträgt { $seconds } Sekunden, weniger als einen Tag
    .title = eine Gültigkeit unter einem Tag
    .help = auf 86400 oder mehr setzen
    .why = Eine Erklärung bleibt mindestens einen Tag gültig (P3P 1.0 § 2.3.2.3).

problem-prf-expiry-both = EXPIRY hat sowohl `date` als auch `max-age`
    .title = zwei Arten von Gültigkeit
    .help = eine behalten
    .why = Beide können sich widersprechen (P3P 1.0 § 2.3.2.3).

problem-prf-expiry-neither = EXPIRY hat weder `date` noch `max-age`
    .title = eine Gültigkeit, die nichts sagt
    .help = eines von beiden ergänzen
    .why = Ein leeres EXPIRY sagt nichts (P3P 1.0 § 2.3.2.3).

problem-prf-nothing = POLICY-REF hat weder INCLUDE noch COOKIE-INCLUDE
    .title = ein Verweis, der für nichts gilt
    .help = INCLUDE ergänzen
    .why = Ohne eines davon gilt er für nichts (P3P 1.0 § 2.3.2.5).

problem-cp-token-unknown = `{ $token }` ist kein Token von Kurzfassungen
    .title = ein unbekanntes Token
    .help = { "" }
    .why = User-Agents beachten nicht, was sie nicht kennen (P3P 1.0 § 4.2); ein strenger behandelt die ganze Kurzfassung als nicht vorhanden (P3P 1.1 § 6.4).

problem-cp-token-case = bei `{ $token }` stimmt die Groß- und Kleinschreibung nicht
    .title = ein Token in falscher Groß- und Kleinschreibung
    .help = { "" }
    .why = Bei Token zählt die Groß- und Kleinschreibung: Browser sehen dieses nicht (P3P 1.0 § 4.2).

problem-cp-token-draft = `{ $token }` stammt aus einem Entwurf von P3P
    .title = ein Token aus einem Entwurf
    .help = `TAI` oder einen anderen Zweck verwenden
    .why = In der Empfehlung fehlt es; ob es zählt, ist von Browser zu Browser verschieden.

problem-cp-token-duplicate = `{ $token }` steht zweimal da
    .title = ein Token zweimal
    .help = einmal sagen
    .why = Es noch einmal zu sagen macht nur jede Antwort länger (P3P 1.0 § 4.5).

problem-cp-test = `TST` kennzeichnet die Erklärung als Beispiel
    .title = eine Erklärung, die nur ein Test ist
    .help = `TST` entfernen, wenn die Erklärung gelten soll
    .why = User-Agents dürfen eine Test-Erklärung nicht beachten: Cookies werden behandelt, als gäbe es keine Erklärung (P3P 1.0 § 3.2.3).

problem-cp-suffix-forbidden = `{ $token }` trägt eine Endung, die die Grammatik dafür nicht vorsieht
    .title = eine Endung, wo keine sein kann
    .help = { "" }
    .why = Manche Editoren schrieben sie immer, und Browser nehmen sie an; die Grammatik kennt sie nicht (P3P 1.0 § 4.2).

problem-cp-missing-access = die Kurzfassung sagt nichts zur Einsicht
    .title = kein Token zur Einsicht
    .help = eines ergänzen: NOI, ALL, CAO, IDC, OTI, NON
    .why = Zu einer vollständigen Kurzfassung gehört es (P3P 1.0 § 4.2).

problem-cp-missing-purpose = die Kurzfassung nennt keinen Zweck
    .title = kein Token für einen Zweck
    .help = die Zwecke ergänzen
    .why = Zu einer vollständigen Kurzfassung gehört mindestens einer (P3P 1.0 § 4.2).

problem-cp-missing-recipient = die Kurzfassung nennt keinen Empfänger
    .title = kein Token für einen Empfänger
    .help = die Empfänger ergänzen
    .why = Zu einer vollständigen Kurzfassung gehört mindestens einer (P3P 1.0 § 4.2).

problem-cp-missing-retention = die Kurzfassung nennt keine Speicherdauer
    .title = kein Token für eine Speicherdauer
    .help = die Art der Speicherdauer ergänzen
    .why = Zu einer vollständigen Kurzfassung gehört mindestens eine (P3P 1.0 § 4.2).

problem-cp-missing-category = die Kurzfassung nennt keine Datenkategorie
    .title = kein Token für eine Datenkategorie
    .help = die Datenkategorien ergänzen
    .why = Zu einer vollständigen Kurzfassung gehört mindestens eine (P3P 1.0 § 4.2).

problem-cp-conflict = `{ $first }` und `{ $second }` widersprechen sich
    .title = Token, die sich widersprechen
    .help = behalten, was wahr ist
    .why = Wer es liest, kann nicht wissen, welches gilt (P3P 1.0 § 4.2).

problem-cp-delimiter = Token sind durch etwas anderes als ein einzelnes Leerzeichen getrennt
    .title = ein falsches Trennzeichen
    .help = Token durch je ein Leerzeichen trennen
    .why = Das Leerzeichen ist das einzige Trennzeichen (P3P 1.0 § 4.1).

problem-cp-quote = der Wert von CP steht nicht in doppelten Anführungszeichen
    .title = falsche oder fehlende Anführungszeichen
    .help = `CP="…"` schreiben
    .why = Die Grammatik verlangt doppelte Anführungszeichen; manche User-Agents sehen sonst nichts (P3P 1.0 § 4.1).

problem-cp-newline = die Kopfzeile ist über mehrere Zeilen umbrochen
    .title = ein Zeilenumbruch in einer Kopfzeile
    .help = in eine einzige Zeile schreiben
    .why = Umbrochene Kopfzeilen lehnen heutige Server und Proxys ab.

problem-cp-empty = die Kurzfassung ist leer
    .title = eine leere Kurzfassung
    .help = die Kopfzeile weglassen oder eine Kurzfassung schreiben
    .why = Eine leere Kurzfassung verspricht nichts; Browser behandeln sie als nicht vorhanden.

problem-cp-mismatch = die Kurzfassung weicht von der Erklärung ab, die sie zusammenfasst: { $difference }
    .title = nicht, was die Erklärung sagt
    .help = die abgeleitete senden: `{ $derived }`
    .why = Eine Kurzfassung ist eine Zusammenfassung; wo sie weniger sagt als die Erklärung, führt sie Menschen in die Irre (P3P 1.0 § 4.5).

problem-map-place-both = der Datenspeicher hat sowohl `place` als auch `place-from`
    .title = ein Datenspeicher an zwei Orten
    .help = eines behalten
    .why = Beide können sich widersprechen, und Anträge müssen im richtigen Datenspeicher ausgeführt werden.

problem-map-place-secret = `place` enthält ein Passwort
    .title = ein Passwort in einer Datenkarte
    .help = die ganze Adresse in eine Umgebungsvariable schreiben und diese nennen: `place-from = "ABIDE_STORE"`; und das Passwort ändern, denn Dateien werden kopiert
    .why = Datenkarten werden von vielen gelesen und in der Versionsverwaltung aufbewahrt. Ein Passwort darin öffnet den ganzen Datenspeicher (Art. 32 DSGVO).

problem-map-known-by-person = `{ $table }` sagt, woran Menschen erkannt werden, aber ihre Zeilen sind keine Menschen
    .title = Merkmale von Menschen in einer Tabelle anderer Dinge
    .help = mit `person` sagen, welche Menschen es sind, oder `known-by` zur Tabelle der Menschen setzen
    .why = Ein Mensch wird an einem Merkmal in einer Zeile gefunden, die ein Mensch ist. Bei einer anderen Zeile wüsste niemand, wem sie gehört.

problem-map-known-by-weak = nichts in `known-by` von `{ $table }` unterscheidet einen Menschen von allen anderen
    .title = Menschen, die niemand finden kann
    .help = `email`, `phone` oder `id` ergänzen, oder `name` mit einem zweiten Merkmal
    .why = Namen, Geburtsdaten und Postleitzahlen haben viele gemeinsam. Der Antrag eines Menschen, der nicht gefunden wird, kann nicht beantwortet werden (Art. 11, Art. 12 Abs. 2 DSGVO).

problem-map-known-by-country = `country` sagt, wie Telefonnummern geschrieben sind, und `{ $fact }` ist keine
    .title = ein Land, wo keines stehen kann
    .help = es entfernen
    .why = Nur Telefonnummern werden in jedem Land anders geschrieben; anderswo ginge die Angabe verloren.
problem-map-known-by-exact = `exact` sagt, dass Nummern und Adressen alle gleich geschrieben sind, und `{ $fact }` ist keines von beiden
    .title = `exact`, wo es nichts sagt
    .help = es entfernen
    .why = Kennungen werden verglichen, wie sie sind, und Namen immer in jeder Schreibweise gesucht; `exact` würde nichts ändern.

problem-map-repeated = `{ $name }` steht zweimal in `{ $list }`
    .title = zweimal dasselbe in einer Liste
    .help = eines entfernen
    .why = Es zweimal zu sagen bringt nichts Neues und verbirgt, was stattdessen gemeint war.

problem-map-statement-missing = `{ $table }` enthält personenbezogene Daten, aber keine Aussage deckt { $columns }
    .title = Daten, die keine Aussage deckt
    .help = die Aussage der Erklärung mit `statement` nennen, bei der Tabelle oder bei der Spalte
    .why = Zwecke, Empfänger und Dauer stehen in der Aussage. Ohne sie kann niemand sagen, wozu die Daten da sind (Art. 15 Abs. 1 DSGVO).

problem-map-edge-columns = Spalten, die auf `{ $of }` verweisen: { $columns }; in `of-columns` stehen aber { $others }
    .title = ein Verweis mit zu wenigen oder zu vielen Spalten
    .help = dort so viele Spalten nennen wie hier, in derselben Reihenfolge
    .why = Jede Spalte hier wird mit der an derselben Stelle dort verglichen; eine ohne Gegenstück bliebe unbeachtet, und Zeilen anderer Menschen würden gefunden.

problem-map-edge-store = `of-store` nennt diesen Datenspeicher, `{ $store }`
    .title = ein Verweis auf einen anderen Datenspeicher, der dieser ist
    .help = `of-store` weglassen: ohne es ist die Tabelle eine dieses Datenspeichers
    .why = `of-store` sagt, dass in einem anderen Datenspeicher gesucht wird; das ist langsamer und geht nicht in einer Transaktion.

problem-map-edge-keep = die Kante löscht Zeilen von `{ $table }`, aber nach `keep` bleiben sie, solange `{ $statement }` sie braucht
    .title = Zeilen, die bleiben müssen und gehen sollen
    .help = `erase` aus der Kante oder `keep` aus der Tabelle entfernen, oder `erase = "anonymize"` schreiben
    .why = Eine Aufbewahrungspflicht geht der Löschung vor (Art. 17 Abs. 3 Buchst. b DSGVO): Die Zeilen bleiben bis zu ihrem Ende, was auch immer die Kante sagt.

problem-map-edge-access = `erase` sagt bei einer Kante der Art `{ $kind }` nichts: die Zeile gehört der Person nicht
    .title = Löschung von Zeilen, die der Person nicht gehören
    .help = es entfernen, oder `kind = "{ $owning }"` schreiben
    .why = Wer eine Zeile nur sehen darf, dem gehört sie nicht; wird er gelöscht, entscheidet das nicht über die Zeile.

problem-map-edge-caller = `caller` sagt hier nichts: Es steht an einer Kante der Art `owned-by` zu einer Tabelle von Menschen
    .title = wer anrief, wo niemand angerufen haben kann
    .help = es an die Kante `owned-by` zu dem Menschen setzen, der anrief, oder es entfernen
    .why = Nur Menschen rufen an. An jeder anderen Kante würden Kopien nichts davon sagen, und niemand sähe, warum.

problem-map-data-undeclared = die Spalte `{ $column }` enthält `{ $data }`, aber { $statement } führt das nicht auf
    .title = Daten, die ihre Aussage nicht aufführt
    .help = es in `data` der Aussage ergänzen, die Aussage nennen, die es aufführt, oder es nicht mehr erheben
    .why = Was gespeichert ist und was den Menschen gesagt wurde, läuft auseinander: Von diesen Daten wissen sie nichts (Art. 5 Abs. 1 Buchst. a, Art. 13, 14 DSGVO).

problem-map-keep-period = Zeilen von `{ $table }` bleiben, obwohl ihr Mensch gelöscht ist, aber { $statement } nennt keine Dauer
    .title = Zeilen, die ohne Ende bleiben
    .help = dort bei `retention` eine Dauer `period` ergänzen
    .why = Wer Löschung verlangt, muss erfahren, was bleibt und bis wann, und dann muss es gehen (Art. 12 Abs. 4, Art. 17 Abs. 3 Buchst. b DSGVO).

problem-map-person-statement = die Menschen in `{ $table }` sind von der Art `{ $person }`, aber keine der Aussagen dieser Tabelle gilt ihnen
    .title = Menschen, denen keine Aussage gilt
    .help = `{ $person }` in `subjects` der Aussage ergänzen, oder `person` oder `statement` berichtigen
    .why = Die Erklärung sagt, wessen Daten jede Aussage umfasst; Entscheidungen über die Daten dieser Menschen fielen ablehnend aus (Art. 30 Abs. 1 Buchst. c DSGVO).

problem-map-region = der Datenspeicher liegt in der Region `{ $region }`, aber { $statement } nennt sie nicht
    .title = Daten außerhalb ihrer Regionen
    .help = `region` des Datenspeichers berichtigen, oder sie in `regions` der Aussage ergänzen
    .why = Den Menschen wurde gesagt, wo ihre Daten liegen; eine Region, die die Aussage nicht nennt, ist für manche ein anderes Land (Art. 13 Abs. 1 Buchst. f DSGVO).

problem-import-lost = { $what } lässt sich nicht in eine Erklärungsdatei übernehmen
    .title = etwas, das sich nicht übernehmen lässt
    .help = das Original daneben aufbewahren, oder dasselbe mit anderen Worten sagen
    .why = Wird eine Erklärung importiert, fällt nichts stillschweigend weg, was darin stand: Wofür eine Erklärungsdatei keine Wörter hat, wird aufgeführt.

problem-import-filled = in der importierten Erklärung fehlt: { $what }; eingesetzt wurde `{ $value }`
    .title = etwas, das die importierte Erklärung nicht sagt
    .help = prüfen
    .why = Eine Erklärungsdatei braucht Angaben, für die P3P keine Wörter hat oder die in dieser Erklärung fehlten. Was dafür eingesetzt wurde, ist eine Vermutung, bis jemand es prüft.

problem-import-changed = { $what } wird als `{ $value }` geschrieben
    .title = etwas, das anders geschrieben wird
    .help = prüfen, ob es noch dasselbe bedeutet
    .why = Erklärungsdateien haben eigene Formate für Namen, Adressen und Texte; was nicht passte, wurde angepasst.
