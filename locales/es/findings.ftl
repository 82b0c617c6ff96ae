# Qué está mal o falta en un mapa de datos. Cada frase va tras el lugar del que trata; después va lo que hay que hacer.

finding-reads-rows = { $n ->
    [one] la única fila de `{ $table }`
   *[other] las { $rows } filas de `{ $table }`
}
finding-reads-whole = toda la tabla `{ $table }`
finding-nobodys-data = contiene datos personales ({ $kind } en { $count } de { $of } valores examinados), pero las filas de `{ $table }` no son de nadie: ninguna solicitud las encuentra
finding-nobodys-data-help = añada una relación de `{ $table }` a la tabla de las personas de quienes son los datos, o ponga la columna con `erase = "keep"` si no son de nadie
finding-unlisted-column = contiene datos personales ({ $kind } en { $count } de { $of } valores examinados) y no está en el mapa; como las filas de `{ $table }` pueden quedar sin su persona, la columna quedaría tal cual
finding-unlisted-column-help = ponga la columna con lo que se hace de ella, o nómbrela en `about` de la relación con la persona de la que habla
finding-unnamed-column = contiene datos personales ({ $kind } en { $count } de { $of } valores examinados) y no está en el mapa: se va con su fila, pero las copias no pueden decir qué es
finding-unnamed-column-help = ponga la columna con su `data`
finding-unreadable = la cuenta no puede leer `{ $table }`, o no todas sus filas: no se puede responder a ninguna solicitud, y aquí no se comprobó nada más
finding-unreadable-help = dele permiso para leer la tabla; donde la seguridad por filas oculta algunas, también `BYPASSRLS`
finding-unswept = la cuenta no puede leer `{ $table }`, o no todas sus filas, y el mapa no la nombra: la búsqueda final recorre todas las tablas, así que no se puede cerrar ninguna supresión que termine con ella
finding-unswept-help = dele permiso para leer la tabla; donde la seguridad por filas oculta algunas, también `BYPASSRLS`
finding-no-right = la cuenta no puede eliminar o cambiar todas las filas de `{ $table }`: las solicitudes esperan a que alguien lo haga a mano
finding-no-right-help = dele el permiso, o ponga `read-only = true` y diga en `by-hand` a quién acudir
finding-old-versions = el bucket conserva versiones antiguas de `{ $table }`, y la cuenta no puede listarlas o borrarlas: lo que una supresión quita sigue en ellas hasta que alguien las borre
finding-old-versions-help = dele `s3:ListBucketVersions` y `s3:DeleteObjectVersion`
finding-unasked = lo que la cuenta puede hacer con `{ $table }` no se pudo preguntar del todo sin cambiar algo: lo que no puede, una solicitud lo ve al intentarlo y lo deja a una persona
finding-unasked-help = no hay que hacer nada si la cuenta tiene los permisos que indica `docs/stores.md`
finding-by-hand = el almacén no elimina filas de `{ $table }`: las solicitudes esperan a que alguien lo haga a mano
finding-by-hand-help = diga en `by-hand` del almacén a quién acudir o cómo se hace
finding-nobody-found = es una tabla de personas, pero nada dice por qué se las conoce: no se puede encontrar a nadie en ella
finding-nobody-found-help = añada `known-by` con las columnas del correo electrónico, el teléfono o el número de cliente
finding-slow-identity = por ella se busca a personas sin índice: cada solicitud lee { $reads }
finding-slow-identity-help = cree un índice en `{ $table }` ({ $columns })
finding-unread-values = { $count } de { $of } valores no se pueden leer como { $fact ->
    [email] direcciones de correo electrónico
    [phone] números de teléfono
    [born] fechas de nacimiento
   *[postal-code] códigos postales
}: no se encuentra a quien solo se conoce por ellos
finding-unread-values-help = escriba un solo valor en cada campo, { $fact ->
    [email] una dirección y nada más
    [phone] como `+493023125001`, seguido como mucho de una extensión
    [born] como `1980-05-31`
   *[postal-code] de 2 a 10 letras y cifras
}; ponga los demás valores y las observaciones en otras columnas
finding-rows-without-id = está vacía en { $count } de { $of } filas: por ella se reconocen las filas de los archivos, de modo que se rechaza la solicitud de quien no tiene número
finding-rows-without-id-help = dé a cada fila de `{ $table }` el número de su persona
finding-shared-ids = { $count } de { $of } filas llevan el número de otras filas y no tienen con ellas nada más en común por lo que se conozca a una persona: se toman por una sola persona y se van juntas
finding-shared-ids-help = dé a cada persona un número propio; si todas las filas con un número son de la misma persona, no hay nada que hacer
finding-missing-columns = figura en el mapa, pero ninguno de los archivos examinados la tiene: lo que el mapa dice de ella no surte efecto, y por ella no se encuentra a nadie ni nada
finding-missing-columns-help = nómbrela como se llama en los archivos, con las mismas mayúsculas y espacios, o quítela del mapa
finding-inexact = el mapa dice `exact`, pero { $count } de { $of } valores se escriben de otro modo: un índice no encuentra a sus personas
finding-inexact-help = escríbalos todos del mismo modo (números como +4930…, direcciones en minúsculas) o quite `exact`
finding-no-country = { $count } de { $of } números no llevan prefijo de país, y el mapa no dice de qué país son: se toman por números del país de la política, { $country }
finding-no-country-help = indique `country = "{ $country }"` en `known-by`, o el país que sea
finding-many-spellings = se busca a las personas en cualquier grafía: cada solicitud lee la tabla entera ({ $count } de { $of } valores tienen una grafía inusual)
finding-many-spellings-help = lleve una columna en que todos se escriban del mismo modo y diga de ella `exact = true`
finding-slow-edge = el camino de `{ $source }` a `{ $table }` no tiene índice: cada solicitud lee { $reads }
finding-slow-edge-help = cree un índice en `{ $table }` ({ $columns })
finding-slow-return = las filas de `{ $source }` pueden ser de varias personas, y el camino de vuelta a ellas no tiene índice: cada solicitud lee { $reads }
finding-slow-return-help = cree un índice en `{ $table }` ({ $columns })
finding-loses-case = distingue mayúsculas y minúsculas, pero aquello a lo que se refiere en `{ $source }` no: las filas se encuentran como se escribe allí y en minúsculas, de ninguna otra forma
finding-loses-case-help = dé a ambas columnas el mismo tipo (`citext`) o la misma regla de comparación (`COLLATE NOCASE`), o escriba esos valores solo en minúsculas
finding-slow-reference = remite a `{ $parent }` sin índice: por cada fila de `{ $parent }` que se va, el almacén lee { $reads }
finding-slow-reference-help = cree un índice en `{ $table }` ({ $columns })
finding-left-behind = remite a `{ $parent }`, cuyas filas son de personas, pero ninguna relación dice de quién son las de `{ $table }`: quedan cuando las personas se van, con una referencia vacía
finding-left-behind-help = añada una relación para ({ $columns }); si las filas no son de nadie, lo dice una relación `accessed-by`
finding-blocks-erasure = debe remitir a `{ $parent }`, y ninguna relación dice de quién son las filas de `{ $table }`: mientras remitan a ellas, las de `{ $parent }` solo pueden vaciarse, nunca borrarse
finding-blocks-erasure-help = añada una relación para ({ $columns }), o permita que las columnas estén vacías
finding-holds-back = debe remitir a `{ $parent }`, pero otras relaciones dicen de quién son sus filas: una fila de `{ $parent }` a la que remite la de otra persona se vacía en vez de borrarse
finding-holds-back-help = añada una relación para ({ $columns }) si las filas son de las mismas personas, o permita que las columnas estén vacías
finding-undeclared-reference = sus valores designan filas de `{ $parent }` ({ $count } de { $of } probados están allí); ninguna clave externa lo declara y ninguna relación lo cubre: cuando esas filas se van, las de `{ $table }` quedan y siguen designándolas
finding-undeclared-reference-help = añada una relación para ({ $columns }); si la columna no designa filas de nadie, indíquela con lo que será de ella (`erase`)
finding-named-files = sus valores son rutas de archivos de `{ $parent }` ({ $count } de { $of } probados están allí), y ninguna relación dice de quién son: quedan cuando se van las filas de `{ $table }`
finding-named-files-help = añada a `{ $parent }` una relación `owned-by` que vaya por ({ $columns })
finding-nameless-rows = nada nombra las filas de `{ $table }`: no tiene clave, y sus columnas tomaron los nombres `rowid`, `_rowid_` y `oid`, de modo que ninguna solicitud puede distinguir sus filas
finding-nameless-rows-help = dé a `{ $table }` una clave primaria, o cambie el nombre de una de esas columnas
finding-too-wide = `{ $table }` tiene más columnas de las que SQLite entrega a la vez (2000 con lo que nombra una fila): no se puede leer, ni para las solicitudes ni en un examen
finding-too-wide-help = reparta `{ $table }` en varias tablas
finding-reusable-keys = remite a `{ $parent }` por su número y sin clave externa: en cuanto se suprime una fila de allí, SQLite da su número a una nueva, y las filas de `{ $table }` que debían quedar (`keep`, un bloqueo legal) van entonces con esta
finding-reusable-keys-help = declare el número en `{ $parent }` como `INTEGER PRIMARY KEY AUTOINCREMENT`: así ninguno se da dos veces; o, dentro de una misma base de datos, una clave externa para ({ $columns }): así el número sigue ocupado mientras se conserve la fila
finding-unfit-reference = tiene una clave foránea a `{ $parent }` que SQLite no puede comprobar, porque esa tabla no existe o las columnas a las que remite no son únicas: las filas no pueden irse ni cambiar
finding-unfit-reference-help = cree un índice único exactamente sobre las columnas de `{ $parent }` a las que remite, cree la tabla o quite la clave foránea
finding-inherited-rows = hay tablas que heredan de `{ $table }` ({ $names }): quien la consulta ve las filas de estas entre las suyas, y las solicitudes las pasarían por alto; por eso no se responde a ninguna
finding-inherited-rows-help = ponga esas tablas en el mapa como tablas propias, o termine la herencia (`ALTER TABLE … NO INHERIT`)
finding-files-of-two = { $n ->
    [one] { $count } archivo está en dos tablas del mapa ({ $names }): una solicitud que llega a él falla
   *[other] { $count } archivos están en dos tablas del mapa ({ $names }): una solicitud que llega a uno de ellos falla
}
finding-files-of-two-help = cambie los patrones para que cada archivo esté en una sola tabla
finding-dangling-references = { $count } de { $of } referencias que se probaron no llevan a ninguna parte: ninguna fila de { $tables } tiene sus valores, de modo que las filas de `{ $table }` que las llevan no son de nadie por esta relación
finding-dangling-references-help = compare cómo escriben ambos extremos el mismo valor (tipos de números, espacios, ceros, prefijos) y si la relación nombra las columnas correctas; borre a mano las filas cuyo dueño ya no está
finding-missing-files = { $count } de { $of } rutas que se probaron no nombran ningún archivo de { $tables }: un archivo que esté allí con otro nombre no se encuentra para nadie
finding-missing-files-help = escriba la ruta a partir de la carpeta tal como se llama allí el archivo; si los archivos ya no existen, no hay nada que hacer
finding-ownerless-rows = { $count } de { $of } filas examinadas no son de nadie: en ellas { $columns } están vacías o no llevan a ninguna parte según su condición, así que ninguna solicitud las encuentra
finding-ownerless-rows-help = añada una relación por otra columna, o asegúrese de que tales filas no hablan de nadie
finding-loses-owner = el almacén la vacía cuando se va una fila de `{ $parent }` (ON DELETE SET NULL): si esa fila se borra sin este programa, quedan filas de `{ $table }` que ya no son de nadie
finding-loses-owner-help = haga que el almacén lo rechace (ON DELETE RESTRICT)
finding-takes-others = el almacén borra filas de `{ $table }` con una fila de `{ $parent }` (ON DELETE CASCADE), aunque pueden ser de otras personas o de nadie: si esa fila se borra sin este programa, se van con ella
finding-takes-others-help = haga que el almacén lo rechace (ON DELETE RESTRICT), o añada la relación si las filas deben irse con la otra
finding-carries-others = queda tal cual cuando se suprime a una persona cuya fila de `{ $table }` se queda: con ella, el almacén cambiaría filas de `{ $child }` (ON UPDATE), que pueden ser de otras personas y que ningún plan cuenta
finding-carries-others-help = haga que el almacén lo rechace (ON UPDATE NO ACTION) o remita a un número de la fila; ponga la columna con `erase = "keep"` si no dice nada de nadie
finding-circle = { $tables } remiten unas a otras en círculo por referencias que nunca están vacías: sus filas solo pueden irse juntas
finding-circle-help = nada, mientras el almacén compruebe estas referencias al final de una transacción
finding-closed-circle = { $tables } remiten unas a otras en círculo por referencias que nunca están vacías, y el almacén las comprueba al momento: sus filas no pueden irse
finding-closed-circle-help = haga diferible una de las referencias (DEFERRABLE), o permita que sus columnas estén vacías
finding-triggers = tiene disparadores o reglas de la base de datos ({ $names }): actúan cuando una supresión cambia o borra filas aquí, y ningún plan dice qué escriben en otro sitio, por ejemplo copias en un registro
finding-triggers-help = mire qué escriben y procure que no copien datos personales ni cambien nada de otros; esas copias solo se encuentran leyendo por completo todos los almacenes (`abide requests work --sweep`, `abide serve --edit`)
finding-neutral-value = se vaciaría donde una fila de `{ $table }` queda sin su persona, pero no puede estar vacía: recibe un valor neutro (un texto vacío, cero)
finding-neutral-value-help = diga en `erase` qué se hace de ella, o permita que la columna esté vacía
finding-no-neutral-value = debe recibir otro valor donde una fila de `{ $table }` queda sin su persona, pero de su tipo (`{ $type }`) no se conoce ninguno que no diga nada: el almacén lo rechazaría, y alguien tendría que hacerlo a mano
finding-no-neutral-value-help = diga `erase = "keep"` si no dice nada sin el resto, o permita que la columna esté vacía
finding-refused-by-rule = una supresión escribiría aquí lo que la regla `{ $rule }` del almacén no admite ({ $count } de { $of } filas probadas): no cambiaría nada, y tendría que hacerlo una persona
finding-refused-by-rule-help = haga que la regla admita lo que se escribiría, o diga con `erase` lo que admite: `unique`, `month`, `redact`, o `keep` si eso no dice nada; o permita que la columna esté vacía
finding-untried-rule = no se pudo saber si las reglas del almacén ({ $names }) admiten lo que una supresión escribiría aquí
finding-untried-rule-help = pruebe una supresión en una copia del almacén, o compare las reglas con lo que el mapa dice en `erase`
finding-no-policy = la política `{ $policy }` no está disponible: no se comprobó lo que sus declaraciones dicen de este almacén
finding-no-policy-help = nombre en el mapa una política del sitio
finding-no-statement = contiene datos de personas, pero no nombra ninguna declaración de la política: nada dice por qué se conservan ni cuánto tiempo
finding-no-statement-help = añada `statement` a la tabla o a cada una de sus columnas
finding-undeclared-data = contiene `{ $data }`, que la declaración `{ $statement }` no menciona
finding-undeclared-data-help = añada `{ $data }` a los datos de la declaración, o nombre la declaración que lo menciona
finding-other-statement = contiene datos personales ({ $kind } en { $count } de { $of } valores examinados) de la categoría `{ $category }`, que la declaración `{ $statement }` no menciona, aunque otras sí
finding-other-statement-help = nombre la declaración que abarca la columna, o añada los datos a esta
finding-undeclared-category = contiene datos personales ({ $kind } en { $count } de { $of } valores examinados) de la categoría `{ $category }`, que ninguna declaración de la política menciona
finding-undeclared-category-help = mencione los datos en una declaración de la política, o deje de conservarlos
finding-overdue = { $count } de { $of } filas son más antiguas de lo que permite la declaración `{ $statement }` ({ $period }): la más antigua es del { $oldest }
finding-overdue-help = bórrelas o anonimícelas, y hágalo con regularidad
finding-kept-forever = las filas de `{ $table }` se conservan por `{ $statement }`, pero ninguna columna dice desde qué día cuenta el plazo: se conservarían para siempre
finding-kept-forever-help = añada `{ $key }` con la columna del día desde el que cuenta el plazo
finding-no-age = su declaración `{ $statement }` fija un plazo ({ $period }), pero ninguna columna dice desde qué día cuenta: no se comprobó su antigüedad
finding-no-age-help = añada `{ $key }` con esa columna, si la hay
finding-uncovered-files = { $n ->
    [one] contiene un archivo que no es de ninguna tabla del mapa ({ $names })
   *[other] contiene { $count } archivos que no son de ninguna tabla del mapa ({ $names })
}: ninguna solicitud encuentra lo que hay en ellos
finding-uncovered-files-help = póngalos como tablas (`abide map discover` propone algunas), o guárdelos en otro sitio si no son de nadie
finding-stored-views = contiene vistas materializadas ({ $names }): son copias, y guardan lo suprimido hasta que se refrescan
finding-stored-views-help = deje que la cuenta las refresque tras las supresiones (deben ser suyas, o necesita `MAINTAIN`), o haga que se refresquen con regularidad
finding-foreign-tables = contiene tablas foráneas ({ $names }): sus filas están en otro servidor, y ninguna solicitud las encuentra
finding-foreign-tables-help = ponga ese servidor como un almacén propio si contiene datos de personas
finding-large-objects = contiene { $n ->
    [one] { $count } objeto grande
   *[other] { $count } objetos grandes
} de PostgreSQL{ $named ->
    [0] {""}
   *[other] , que las filas nombran por su número ({ $names })
}: no están en ninguna tabla, de modo que ninguna copia tiene su contenido, ningún examen los lee y se quedan cuando se van las filas
finding-large-objects-help = guarde el contenido en columnas de tipo `bytea` o `text`; hasta entonces, haga que un disparador los elimine con sus filas (`lo_manage`), o elimínelos a mano (`vacuumlo`)
finding-word-indexes = contiene índices de texto completo sin su texto ({ $names }): las palabras de quien fue suprimido se quedan en ellos, y ningún examen puede leerlas
finding-word-indexes-help = vuelva a crearlos tras las supresiones, o llévelos con su texto (sin `content=''`), para que las filas se encuentren y puedan irse
finding-no-backups = el mapa no dice cuánto duran las copias de seguridad de este almacén: ni las solicitudes cerradas ni las cartas nombran un día en que lo suprimido habrá desaparecido también de ahí
finding-no-backups-help = dígalo en `backups` bajo `[store]` (por ejemplo `30 days`), de modo que cubra también los registros de la base de datos si se guardan
