# Cada problema: qué es, qué se dice, qué hacer y por qué.

problem-file-size = el archivo tiene { $size } bytes, pero se leen como máximo { $max }
    .title = el archivo es demasiado grande
    .help = divídalo o quite lo que no sea propio de una política
    .why = Un límite evita que un archivo equivocado o malintencionado agote la memoria.

problem-file-encoding = el archivo no es texto UTF-8: el byte { $offset } no se puede leer
    .title = el archivo no está en UTF-8
    .help = guárdelo de nuevo como UTF-8 (la mayoría de los editores lo llaman así)
    .why = Los nombres y textos en cinco idiomas necesitan una sola codificación; UTF-8 es la única que leen TOML y Abide.

problem-file-name = el archivo `{ $file }` { $problem }
    .title = un archivo nombrado en el archivo de sitio no se puede usar
    .help = nombre un archivo de política dentro de la carpeta del sitio
    .why = El archivo de sitio enumera los archivos de política que se publican; cada uno debe existir dentro de su carpeta.

problem-toml-syntax = { $message }
    .title = no es TOML válido
    .help = { "" }
    .why = El archivo no se pudo leer aquí como TOML. Lo que sigue al error se ha comprobado igualmente donde era posible.

problem-key-unknown = no se conoce `{ $key }` en { $table }
    .title = una clave desconocida
    .help = quite la clave, o consulte en el esquema qué claves admite { $table }
    .why = Una clave que nadie lee es una promesa que nadie cumple: nada de lo que hay en el archivo puede perderse en silencio.

problem-key-missing = falta `{ $key }` en { $table }
    .title = falta una clave necesaria
    .help = añada `{ $key } = …`: { $doc }
    .why = Sin ella la política no se puede publicar o dejaría a las personas sin una respuesta a la que tienen derecho.

problem-value-type = `{ $key }` debe ser { $expected }, no { $found }
    .title = un valor de tipo incorrecto
    .help = { "" }
    .why = Cada clave admite un tipo de valor; el esquema los enumera.

problem-value-word = `{ $value }` no vale como { $kind }
    .title = una palabra que no está en la lista
    .help = una de estas: { $words }
    .why = Las finalidades, los destinatarios, las categorías y demás son listas cerradas, para que todo el que lea, persona o programa, entienda lo mismo.

problem-value-format = `{ $value }` no es { $expected }: { $hint }
    .title = un valor que no se puede leer
    .help = { "" }
    .why = El valor no tiene la forma que necesita esta clave.

problem-value-empty = `{ $key }` no tiene contenido
    .title = un valor vacío
    .help = escriba el valor o quite la clave
    .why = Un valor vacío no dice nada y se publicaría como nada.

problem-value-control = `{ $key }` contiene un carácter de control
    .title = caracteres de control en un texto
    .help = quite ese carácter; los saltos de línea solo se admiten en los textos más largos
    .why = Los caracteres de control pueden romper las cabeceras, tablas y páginas en las que se publica el texto.

problem-value-length = `{ $key }` tiene { $length } caracteres; se publican como máximo { $max }
    .title = un texto demasiado largo
    .help = abrevie el texto
    .why = Los límites mantienen legibles las páginas y las cabeceras dentro de lo que aceptan los servidores.

problem-id-duplicate = aparece dos veces: { $kind } `{ $id }`
    .title = dos cosas con el mismo nombre
    .help = dé otro nombre a una de las dos
    .why = Las decisiones, los diagnósticos y otras partes del archivo se refieren a las cosas por su nombre; un nombre debe significar una sola cosa.

problem-reference-unknown = no hay { $kind } con el nombre `{ $id }`
    .title = un nombre que no tiene nada
    .help = defina lo que falta o corrija el nombre
    .why = El archivo se refiere a algo que no define.

problem-region-unknown = `{ $region }` no es una región de { $country }
    .title = una región que el país no tiene
    .help = una de: { $known }; o quítela
    .why = Los días festivos de la región aplazan el último día para responder a una solicitud. Los de una región que no existe no se pueden contar; el país es aquel cuyo derecho rige la primera política del sitio.
problem-zone-unknown = `{ $zone }` no es una zona horaria
    .title = una zona horaria que nadie conoce
    .help = escríbala como la base de datos tz, por ejemplo `America/New_York`; o quítela
    .why = La medianoche no llega a todas partes a la vez, y de ella dependen el día de recepción, los días que quedan y cuándo se agota el plazo. Con una zona mal escrita se contaría, sin avisar, según otros relojes.
problem-text-language = falta { $place } en { $languages }
    .title = falta un texto en un idioma prometido
    .help = escriba el texto o quite el idioma de `languages`: hasta entonces la política no se publica en ese idioma
    .why = Una política solo aparece en un idioma si existen en él todos los textos de la organización; media traducción dejaría a las personas adivinando.

problem-text-count = el texto dice { $said } { $what }, pero hay { $counted }
    .title = un número de un texto no coincide con el archivo
    .help = corrija el texto o el archivo
    .why = Las personas confían en el texto. Si el resto de la política contradice un número, uno de los dos no es cierto.

problem-text-purpose = el texto { $said } { $purpose }, pero { $fact }
    .title = una finalidad de un texto no coincide con las declaraciones
    .help = corrija el texto o las declaraciones
    .why = Las personas confían en el texto. Si una finalidad se niega en el texto y figura en una declaración, o al revés, uno de los dos no es cierto.

problem-policy-name-missing = la política no tiene nombre
    .title = una política sin nombre
    .help = añada `name="…"`
    .why = Un archivo de referencia y otras políticas del mismo archivo se refieren a ella por su nombre (P3P 1.0, § 3.2.2).

problem-policy-name-dup = el nombre `{ $name }` se usa dos veces
    .title = dos políticas con el mismo nombre
    .help = dé a cada política un nombre propio
    .why = Una referencia al nombre sería ambigua (P3P 1.0, § 3.2.2).

problem-policy-discuri-missing = la política no dice dónde pueden leerla las personas
    .title = falta la dirección de la política para las personas
    .help = añada `discuri="https://…"`
    .why = Toda política P3P remite a su texto para personas (P3P 1.0, § 3.2.2).

problem-policy-opturi-missing = { $place }: se ofrece { $choice }, pero la política no tiene una dirección donde elegir
    .title = posibilidades de elección sin lugar donde elegir
    .help = añada la dirección: `choices = "https://…"` en `[policy]` (`opturi` en P3P)
    .why = Poder aceptar o rechazar no vale nada si nadie llega al lugar donde se hace (P3P 1.0, § 3.2.2; art. 7.3 RGPD).

problem-policy-discuri-relative = `{ $value }` no es una dirección web completa
    .title = una dirección que no es absoluta
    .help = escriba la dirección con `https://` y el host
    .why = Los agentes de usuario muestran la dirección fuera de la página en la que se encontró.

problem-entity-missing = la política no dice quién es el responsable
    .title = falta la entidad
    .help = añada un elemento ENTITY con nombre y contacto
    .why = Las personas deben saber con quién tratan (P3P 1.0, § 3.2.4; art. 13.1.a RGPD).

problem-entity-noname = la entidad no tiene nombre
    .title = la entidad no tiene nombre
    .help = añada su denominación legal
    .why = Las personas deben saber con quién tratan (P3P 1.0, § 3.2.4; art. 13.1.a RGPD).

problem-entity-nocontact = la entidad no tiene dirección postal, teléfono, correo electrónico ni dirección web
    .title = no hay forma de contactar con la entidad
    .help = añada al menos una forma de contacto
    .why = Un nombre sin forma de contacto no ayuda a nadie (P3P 1.0, § 3.2.4; art. 13.1.a RGPD).

problem-entity-badref = `{ $name }` no puede describir una entidad
    .title = una entidad descrita con datos que no son de empresa
    .help = use elementos de `business.*`
    .why = La entidad se describe solo con elementos del conjunto business (P3P 1.0, § 3.2.4).

problem-access-missing = la política no dice qué acceso tienen las personas
    .title = no se dice nada sobre el acceso
    .help = añada uno de estos: { $words }
    .why = Toda política indica exactamente un tipo de acceso (P3P 1.0, § 3.2.5).

problem-access-multiple = la política indica más de un tipo de acceso
    .title = varios tipos de acceso
    .help = deje solo uno
    .why = Toda política indica exactamente un tipo de acceso (P3P 1.0, § 3.2.5).

problem-access-nonident-conflict = el acceso es `nonident`, pero se recogen datos de { $categories } ({ $statement })
    .title = sin acceso, aunque se puede identificar a las personas
    .help = indique qué acceso tienen las personas: `access = "{ $proposal }"`
    .why = `nonident` afirma que no se recogen datos identificables. Los datos de contacto identifican a las personas, que tienen derecho a acceder a ellos (P3P 1.0, § 3.2.5; art. 15 RGPD).

problem-access-none-law = el acceso es `none`, pero se recogen datos sobre personas ({ $statement })
    .title = sin acceso, aunque la ley lo concede
    .help = indique qué acceso tienen las personas: `access = "{ $proposal }"`
    .why = Donde se aplica el RGPD, las personas tienen un derecho de acceso que una política no puede excluir (art. 15).

problem-disputes-none = la política no indica ninguna vía para resolver conflictos
    .title = ninguna vía para resolver conflictos
    .help = añada un `[[dispute]]`: el servicio de atención al cliente, una autoridad o la ley aplicable
    .why = Las personas deben saber a quién dirigirse si no se cumple una promesa (P3P 1.0, § 3.2.6).

problem-disputes-service = la entrada sobre conflictos no dice a quién dirigirse
    .title = una entrada sobre conflictos sin lugar al que dirigirse
    .help = añada `service="https://…"`
    .why = El atributo service es obligatorio (P3P 1.0, § 3.2.6).

problem-disputes-type = `{ $value }` no vale como vía de resolución de conflictos
    .title = una entrada sobre conflictos de tipo desconocido
    .help = una de estas: { $words }
    .why = La vía de resolución es obligatoria y procede de una lista cerrada (P3P 1.0, § 3.2.6).

problem-disputes-remedies-none = { $place }: no se dice qué se ofrece
    .title = una entrada sobre conflictos sin reparaciones
    .help = añada `remedies`: correct, money, law
    .why = Cada vía para resolver conflictos debe decir a qué conduce (P3P 1.0, § 3.2.7).

problem-statement-none = la política no tiene declaraciones: afirma que no se recoge ningún dato
    .title = una política sin declaraciones
    .help = si se recogen datos, añada un `[[statement]]` por cada grupo de datos
    .why = Una política sin declaraciones promete que no se recoge nada. Hasta un simple registro de acceso incumple esa promesa (P3P 1.0, § 3.3).

problem-statement-purpose-missing = { $statement }: no se dice para qué son los datos
    .title = una declaración sin finalidad
    .help = añada al menos una finalidad
    .why = Cada declaración indica finalidades, destinatarios, conservación y datos (P3P 1.0, § 3.3.1; art. 13.1.c RGPD).

problem-statement-recipient-missing = { $statement }: no se dice quién recibe los datos
    .title = una declaración sin destinatario
    .help = añada al menos un destinatario; `ours` para usted mismo
    .why = Cada declaración indica finalidades, destinatarios, conservación y datos (P3P 1.0, § 3.3.1; art. 13.1.e RGPD).

problem-statement-retention-missing = { $statement }: no se dice cuánto tiempo se conservan los datos
    .title = una declaración sin conservación
    .help = añada un tipo de conservación
    .why = Cada declaración indica finalidades, destinatarios, conservación y datos (P3P 1.0, § 3.3.1; art. 13.2.a RGPD).

problem-statement-data-missing = { $statement }: no se dice de qué datos se trata
    .title = una declaración sin datos
    .help = añada al menos un elemento de datos
    .why = Cada declaración indica finalidades, destinatarios, conservación y datos (P3P 1.0, § 3.3.1).

problem-statement-nonident-conflict = { $statement }: se afirma que es anónima, pero sus datos tienen las categorías { $categories }
    .title = datos anónimos que identifican
    .help = quite esos datos o no afirme `{ $claim }`
    .why = Los datos de contacto, los financieros y los identificadores oficiales identifican a las personas; llamarlos anónimos no es cierto (P3P 1.0, § 3.3.3; considerando 26 RGPD).

problem-statement-nonident-unique = { $statement }: se afirma que es anónima, pero { $data } lleva un identificador único
    .title = datos anónimos con un identificador único
    .help = diga cómo se elimina el identificador antes de conservar los datos y acepte esta advertencia, o no afirme `{ $claim }`
    .why = Un identificador único permite distinguir y seguir a cada persona, y eso no es anónimo (considerando 26 RGPD).

problem-purpose-required-forbidden = `{ $word }` no admite elección
    .title = una elección donde no puede haberla
    .help = quite la elección: `{ $word } = "always"`
    .why = En el vocabulario de P3P, prestar lo que la persona ha pedido y ser uno mismo el destinatario no admiten elección (P3P 1.0, § 3.3.4 y 3.3.5).

problem-purpose-required-value = `{ $value }` no vale como elección
    .title = una elección desconocida
    .help = una de estas: { $words }
    .why = P3P conoce tres valores de `required` (P3P 1.0, § 3.3.4).

problem-purpose-other-text = { $statement }: figura `other-purpose`, pero no se dice cuál es
    .title = otra finalidad sin explicar
    .help = añada una descripción
    .why = Una finalidad que no está en la lista debe explicarse con palabras (P3P 1.0, § 3.3.4).

problem-category-other-text = `{ $data }` tiene `other-category`, pero no se dice cuál es
    .title = otra categoría sin explicar
    .help = añada el texto de `other-category`
    .why = Una categoría que no está en la lista debe explicarse con palabras (P3P 1.0, § 3.4).

problem-retention-timetable = { $statement }: los datos se conservan por { $kind }, pero no se dice la regla
    .title = falta el calendario de destrucción
    .help = indique un `period`, o la ley o práctica como `reason`
    .why = Cuando la conservación responde a una ley, a una práctica de la empresa o a fines históricos, la política para personas debe dar el calendario (P3P 1.0, § 3.3.6; art. 13.2.a RGPD).

problem-retention-period-missing = { $statement }: se conservan datos sobre personas sin plazo
    .title = ningún plazo real
    .help = añada `period = "30 days"` u otro plazo real, o los criterios como `reason`
    .why = Hay que decir a las personas cuánto tiempo o según qué criterios (art. 13.2.a RGPD); conservar sin límite contradice el art. 5.1.e.

problem-retention-period-kind = { $statement }: la conservación es `{ $kind }` y el plazo, `{ $period }`: { $reason }
    .title = un plazo que contradice su tipo
    .help = cambie el tipo o el plazo
    .why = El tipo es lo que leen los programas; el plazo, lo que leen las personas: deben decir lo mismo (P3P 1.0, § 3.3.6).

problem-retention-indefinite = { $statement }: se conservan datos sobre personas indefinidamente
    .title = datos personales sin final
    .help = indique un plazo, o escriba `anonymous = true` si no queda nada personal
    .why = Conservar datos personales sin límite contradice la limitación del plazo de conservación (art. 5.1.e RGPD).

problem-data-ref-unknown = no existe el elemento de datos `{ $name }`
    .title = un elemento de datos desconocido
    .help = use uno del esquema básico, o defínalo con `[[data]]`
    .why = Las declaraciones nombran los datos según el esquema básico o con elementos propios de la organización (P3P 1.0, § 3.3.7 y 5).

problem-data-ref-syntax = { $message }
    .title = no es el nombre de un elemento de datos
    .help = { "" }
    .why = Los elementos de datos tienen nombres con puntos, como `user.home-info.postal` (P3P 1.0, § 5.2).

problem-data-duplicate = `{ $name }` se nombra dos veces ({ $statement })
    .title = los mismos datos dos veces
    .help = quite uno
    .why = Decirlo dos veces no añade nada y oculta cuál de los dos cuenta.

problem-data-category-missing = hay que decir las categorías de `{ $name }`
    .title = datos sin categoría
    .help = añada `categories`, por ejemplo `["uniqueid", "state"]`
    .why = Este elemento puede contener cualquier cosa, así que la política debe decir qué contiene (P3P 1.0, § 5.7).

problem-data-category-forbidden = `{ $name }` tiene categorías fijas: { $categories }
    .title = categorías que fija el esquema
    .help = quite `categories` aquí
    .why = El esquema fija las categorías de este elemento; una política no puede cambiarlas (P3P 1.0, § 5.7).

problem-data-value-misplaced = `{ $name }` lleva un valor
    .title = un valor donde no puede haberlo
    .help = quite el texto; solo los datos de la entidad llevan valores
    .why = Una política dice qué datos se recogen, nunca los de quién (P3P 1.0, § 3.3.7).

problem-data-redefined = `{ $name }` es un elemento del esquema básico
    .title = un elemento propio que ya existe
    .help = elija otro nombre
    .why = Los elementos del esquema básico y sus categorías son fijos (P3P 1.0, § 5.6).

problem-data-unused = `{ $name }` está definido, pero ninguna declaración lo recoge
    .title = un elemento propio que ninguna declaración nombra
    .help = nómbrelo en una declaración o quítelo
    .why = O los datos se recogen, y entonces una declaración debe decirlo, o la definición ha quedado olvidada.

problem-dup-purpose = `{ $word }` aparece dos veces ({ $statement })
    .title = una finalidad dos veces
    .help = quite una
    .why = Dos entradas pueden contradecirse en la elección que ofrecen (P3P 1.0, § 3.3.4).

problem-dup-recipient = `{ $word }` aparece dos veces ({ $statement })
    .title = un destinatario dos veces
    .help = quite uno
    .why = Dos entradas pueden contradecirse en la elección que ofrecen (P3P 1.0, § 3.3.5).

problem-dup-category = `{ $word }` aparece dos veces
    .title = una categoría dos veces
    .help = quite una
    .why = Decirlo dos veces no añade nada (P3P 1.0, § 3.4).

problem-basis-missing = { $statement }: no se dice con qué base jurídica se usan datos sobre personas para { $purposes }
    .title = falta la base jurídica
    .help = añada `basis`, por ejemplo `basis = "contract"`
    .why = Hay que decir a las personas la base jurídica de cada finalidad (art. 6 y 13.1.c RGPD).

problem-basis-consent-choice = { $statement }: el uso para `{ $purpose }` se basa en el consentimiento, pero la elección es `{ $choice }`
    .title = consentimiento sin aceptación previa
    .help = escriba `{ $purpose } = "opt-in"` o elija otra base
    .why = El consentimiento es un acto libre anterior al uso: ni el silencio ni una casilla ya marcada lo son (art. 4.11 y 7, considerando 32 RGPD).

problem-basis-consent-current = { $statement }: el uso para `current` se basa en el consentimiento, pero `current` no admite elección
    .title = consentimiento donde no puede haber elección
    .help = elija otra base, como `contract`, o indique con otra finalidad a qué se consiente
    .why = El consentimiento necesita una elección (art. 4.11 y 7 RGPD), y el vocabulario de P3P no la prevé para lo que la persona ha pedido (P3P 1.0 §3.3.4).

problem-basis-interests-missing = { $statement }: se invocan intereses legítimos sin nombrarlos
    .title = intereses legítimos sin nombrar
    .help = añada `interests`
    .why = Hay que decir a las personas qué intereses se persiguen (art. 13.1.d RGPD).

problem-basis-special-missing = { $statement }: se usan datos de { $categories } sin fundamento para categorías especiales
    .title = categorías especiales sin fundamento
    .help = añada `special-ground`, por ejemplo `"explicit-consent"`
    .why = Los datos sobre salud y los datos sobre política, religión o afiliación solo pueden usarse con un fundamento del art. 9.2 RGPD.

problem-consent-marketing = { $statement }: se usan datos de contacto para `{ $purpose }` sin posibilidad de elegir
    .title = publicidad sin posibilidad de elegir
    .help = use `opt-in`; `opt-out` solo basta para productos propios similares dirigidos a quienes ya son clientes
    .why = La publicidad no solicitada exige consentimiento previo, con una excepción limitada para quienes ya son clientes, y las personas siempre pueden oponerse (art. 13 de la Directiva 2002/58/CE; art. 21.2 y 21.3 RGPD).

problem-consent-storage = { $statement }: hay { $storage } para { $purposes } sin consentimiento
    .title = almacenamiento en el navegador sin consentimiento
    .help = ponga estas finalidades en `opt-in`
    .why = Guardar en un navegador, o leer de él, lo que no es estrictamente necesario para el servicio solicitado exige consentimiento previo (art. 5.3 de la Directiva 2002/58/CE).

problem-objection-basis = { $statement }: se ofrece rechazar `{ $purpose }`, pero su base es { $basis }
    .title = posibilidad de rechazo sin la base que le corresponde
    .help = revise la base: la posibilidad de rechazo suele acompañar a `legitimate-interests`
    .why = El derecho de oposición corresponde a los intereses legítimos y a las misiones de interés público (art. 21 RGPD); con otras bases, ofrecer el rechazo promete lo que la base no da.

problem-decision-automated-missing = { $statement }: se toman decisiones sobre personas sin explicarlo
    .title = decisiones automatizadas sin explicar
    .help = añada `automated-decision`: la lógica, la importancia, las consecuencias
    .why = Hay que decir a las personas la lógica y las consecuencias de las decisiones automatizadas (art. 13.2.f y 22 RGPD).

problem-subject-missing = { $statement }: no se dice de quién son los datos
    .title = de quién son los datos
    .help = añada `subjects`
    .why = El registro de las actividades de tratamiento enumera las categorías de interesados (art. 30.1.c RGPD).

problem-source-missing = { $statement }: no se dice de dónde proceden los datos
    .title = de dónde proceden los datos
    .help = añada `sources`
    .why = Hay que decir a las personas de dónde proceden los datos que no han facilitado ellas mismas (art. 14.2.f RGPD).

problem-obligation-missing = { $statement }: se basa en un contrato o en una ley, pero no se dice si las personas deben facilitar los datos
    .title = si las personas deben facilitar los datos
    .help = añada `obligation`: si son necesarios y qué ocurre si no se facilitan
    .why = Hay que decírselo a las personas (art. 13.2.e RGPD).

problem-rights-missing = la política no dice cómo ejercen las personas sus derechos
    .title = cómo ejercen las personas sus derechos
    .help = añada `[rights]` con una dirección web o de correo electrónico
    .why = Hay que decir a las personas qué derechos tienen, y ejercerlos debe ser fácil (art. 12.2 y 13.2.b RGPD).

problem-authority-missing = la política no nombra la autoridad de control
    .title = falta la autoridad de control
    .help = añada `[authority]`
    .why = Hay que decir a las personas que pueden reclamar ante una autoridad de control (art. 13.2.d RGPD).

problem-security-missing = la política no nombra medidas de seguridad
    .title = faltan las medidas de seguridad
    .help = añada `[security]` con `measures`
    .why = El registro de las actividades de tratamiento describe, cuando es posible, las medidas técnicas y organizativas (art. 30.1.g, 30.2.d y 32 RGPD).

problem-representative-missing = la entidad está establecida en { $country }, no en { $area }, y no nombra representante
    .title = falta el representante
    .help = añada `[entity.representative]` si se dirige a personas en { $area }
    .why = Un responsable o encargado establecido fuera que se dirige a personas de dentro designa un representante (art. 27 RGPD).

problem-processing-missing = la política es de un encargado, pero no dice nada del tratamiento por cuenta de los clientes
    .title = lo que un encargado debe a sus clientes
    .help = añada `[processing]`
    .why = El contrato entre responsable y encargado regula instrucciones, asistencia, supresión y auditorías (art. 28.3 RGPD).

problem-processing-role = la política es de un responsable, pero tiene `[processing]`
    .title = un responsable con las obligaciones de un encargado
    .help = quite esa tabla, o escriba `role = "processor"`
    .why = El art. 28 se refiere a quienes tratan datos por cuenta de otros.

problem-transfer-ground-missing = { $place }: está en { $country }, tercer país para { $area }, y no se nombra ningún fundamento de la transferencia
    .title = una transferencia sin fundamento
    .help = añada `transfer.ground = "standard-clauses"` con su `transfer.document`, u otro fundamento
    .why = Los datos personales solo pueden ir a un tercer país con un fundamento del capítulo V del RGPD, y hay que decir a las personas cuál es (art. 13.1.f y 44 a 49).

problem-transfer-adequacy-none = { $place }: se invoca una decisión de adecuación, pero no hay ninguna en { $area } para { $country } a fecha { $date }
    .title = adecuación donde no la hay
    .help = elija otro fundamento
    .why = Una transferencia basada en la adecuación necesita una decisión en vigor (art. 45 RGPD).

problem-region-missing = la política no dice dónde se guardan los datos
    .title = dónde se guardan los datos
    .help = añada un `[[region]]` con su país
    .why = Hay que informar a las personas de las transferencias, y los clientes eligen una región; para ambas cosas hay que saber dónde están los datos.

problem-cookie-none = { $statement }: incluye `{ $data }`, pero no le corresponde ningún `[[cookie]]`
    .title = una declaración sobre cookies sin cookies
    .help = enumere cada cookie u otro almacenamiento, o quite los datos
    .why = Hay que decir a las personas qué cookies hay y cuánto tiempo permanecen (art. 5.3 de la Directiva 2002/58/CE; TJUE, C-673/17).

problem-cookie-data = la cookie `{ $cookie }` corresponde a una declaración que no nombra `{ $data }` ({ $statement })
    .title = una cookie cuya declaración no menciona cookies
    .help = nombre los datos en esa declaración o elija otra declaración
    .why = La declaración que ampara una cookie debe decir lo que esta guarda.

problem-cookie-lifetime = la cookie `{ $cookie }` permanece `{ $lifetime }`, pero los datos se conservan `{ $period }` ({ $statement })
    .title = una cookie que dura más que su declaración
    .help = acorte la vida de la cookie o alargue el plazo
    .why = Lo que contiene la cookie son datos de su declaración y no puede permanecer más tiempo.

problem-sub-processor-change = la política tiene subencargados, pero no dice con cuánta antelación se avisa a los clientes de un cambio
    .title = ningún aviso antes de cambiar de subencargados
    .help = añada `change-notice = "30 days"` en `[processing]`
    .why = Un encargado informa al responsable de los cambios previstos para que pueda oponerse (art. 28.2 RGPD).

problem-acknowledge-unused = nada en `{ $at }` da lugar a `{ $code }`
    .title = se acepta una advertencia que no existe
    .help = quite esa aceptación
    .why = Una aceptación olvidada ocultaría el problema si volviera.

problem-acknowledge-code = `{ $code }` no se puede aceptar: { $reason }
    .title = se acepta lo que no se puede aceptar
    .help = corrija el código o resuelva el problema
    .why = Solo se pueden aceptar las advertencias; un error impide la publicación hasta que se resuelve.

problem-version-changed = la versión `{ $version }` de `{ $name }` ya está publicada con otro texto
    .title = se ha cambiado una versión publicada
    .help = dé al texto cambiado una `version` nueva: hasta entonces es un borrador
    .why = Una versión publicada no cambia nunca, para que todos puedan confiar en lo que se prometió en su momento.

problem-version-order = la versión `{ $version }` entra en vigor el { $date }, antes que la versión `{ $earlier }`, que ya está publicada
    .title = una versión fuera de orden
    .help = revise `effective`
    .why = Una versión posterior que entrara en vigor antes cambiaría el pasado.

problem-ext-mandatory-unknown = hay un elemento EXTENSION no opcional que no se entiende
    .title = una extensión obligatoria
    .help = haga que sea opcional o quite la extensión
    .why = Una política con una extensión obligatoria que un agente de usuario no conoce no se puede usar (P3P 1.0, § 3.5).

problem-xml-wellformed = { $message }
    .title = no es XML bien formado
    .help = { "" }
    .why = El archivo no se pudo leer como XML en este punto.

problem-xml-entity = no se admiten tipos de documento ni entidades
    .title = un tipo de documento o una entidad
    .help = quite el DOCTYPE; escriba los propios caracteres
    .why = La expansión de entidades y las entidades externas son una vía para atacar a los lectores; ningún archivo P3P las necesita.

problem-xml-limit = el documento { $what }: como máximo { $max }
    .title = por encima de un límite
    .help = reduzca el documento
    .why = Los límites evitan que un archivo equivocado o malintencionado agote la memoria.

problem-ns-unknown = el elemento raíz `{ $element }` no es de P3P
    .title = no es un documento P3P
    .help = use META, POLICIES, POLICY o DATASCHEMA en el espacio de nombres `http://www.w3.org/2002/01/P3Pv1`
    .why = El espacio de nombres dice en qué lenguaje está escrito el documento (P3P 1.0, § 3.1).

problem-struct-order = `{ $element }` no puede ir después de `{ $after }`
    .title = elementos en orden incorrecto
    .help = muévalo hacia arriba
    .why = El orden de los elementos es fijo (P3P 1.0, § 3).

problem-struct-unknown = no se conoce `{ $element }` en `{ $parent }`
    .title = un elemento desconocido
    .help = quítelo o póngalo en un elemento EXTENSION
    .why = Lo que P3P no conoce va en un elemento EXTENSION (P3P 1.0, § 3.5).

problem-struct-duplicate = `{ $element }` solo puede aparecer una vez en `{ $parent }`
    .title = un elemento dos veces
    .help = quite uno
    .why = Si el mismo elemento aparece dos veces, no se sabe cuál cuenta.

problem-struct-missing = falta `{ $element }` en `{ $parent }`
    .title = falta un elemento necesario
    .help = añádalo
    .why = Sin él el documento está incompleto.

problem-attr-missing = falta `{ $attribute }` en `{ $element }`
    .title = falta un atributo necesario
    .help = añádalo
    .why = Sin él el elemento no dice nada.

problem-attr-unknown = `{ $element }` no tiene ningún atributo `{ $attribute }`
    .title = un atributo desconocido
    .help = quítelo
    .why = Los agentes de usuario no tienen en cuenta lo que no conocen; un atributo mal escrito se pierde.

problem-attr-value = `{ $value }` no es un valor de `{ $attribute }`
    .title = un atributo con un valor incorrecto
    .help = { $expected }
    .why = El valor no tiene la forma que da la especificación.

problem-prf-about-missing = el elemento POLICY-REF no dice a qué política se refiere
    .title = una referencia sin política
    .help = añada `about="…#name"`
    .why = Sin él no se hace referencia a nada (P3P 1.0, § 2.3.2.4).

problem-prf-policy-unresolved = ninguna política de este archivo se llama `{ $name }`
    .title = una referencia a una política que no existe
    .help = corrija `about` o añada la política
    .why = Un agente de usuario no encontraría ninguna política (P3P 1.0, § 2.3.2.4).

problem-prf-exclude-noinclude = EXCLUDE sin INCLUDE no excluye nada
    .title = una exclusión de nada
    .help = añada un INCLUDE
    .why = Las exclusiones solo restan de lo que está incluido (P3P 1.0, § 2.3.2.5).

problem-prf-pattern-nonlocal = `{ $pattern }` no es una ruta de este host
    .title = un patrón para otro host
    .help = escriba una ruta que empiece por `/`
    .why = Un archivo de referencia solo habla de su propio host (P3P 1.0, § 2.3.2.5).

problem-prf-cookie-nothing = la política `{ $policy }` menciona cookies, pero ningún COOKIE-INCLUDE las abarca
    .title = cookies que ninguna referencia abarca
    .help = añada `<COOKIE-INCLUDE name="*" value="*" domain="*" path="*"/>`
    .why = Una política solo abarca una cookie si un COOKIE-INCLUDE lo dice (P3P 1.0, § 2.3.2.7).

problem-prf-expiry-short = la caducidad es de { $seconds } segundos, menos de un día
    .title = una caducidad inferior a un día
    .help = ponga 86400 o más
    .why = Una política es válida al menos un día (P3P 1.0, § 2.3.2.3).

problem-prf-expiry-both = EXPIRY tiene a la vez `date` y `max-age`
    .title = dos tipos de caducidad
    .help = deje solo uno
    .why = Los dos pueden contradecirse (P3P 1.0, § 2.3.2.3).

problem-prf-expiry-neither = EXPIRY no tiene ni `date` ni `max-age`
    .title = una caducidad que no dice nada
    .help = añada uno de los dos
    .why = Una caducidad vacía no dice nada (P3P 1.0, § 2.3.2.3).

problem-prf-nothing = el elemento POLICY-REF no tiene ni INCLUDE ni COOKIE-INCLUDE
    .title = una referencia que no se aplica a nada
    .help = añada un INCLUDE
    .why = Sin uno de ellos no se aplica a nada (P3P 1.0, § 2.3.2.5).

problem-cp-token-unknown = `{ $token }` no es un token de las políticas compactas
    .title = un token desconocido
    .help = { "" }
    .why = Los agentes de usuario no tienen en cuenta lo que no conocen (P3P 1.0, § 4.2); uno estricto trata la política entera como inexistente (P3P 1.1, § 6.4).

problem-cp-token-case = `{ $token }` está escrito con mayúsculas o minúsculas incorrectas
    .title = un token con mayúsculas o minúsculas incorrectas
    .help = { "" }
    .why = Los tokens distinguen mayúsculas y minúsculas: los navegadores no ven este (P3P 1.0, § 4.2).

problem-cp-token-draft = `{ $token }` procede de un borrador de P3P
    .title = un token de un borrador
    .help = use `TAI` u otra finalidad
    .why = No figura en la recomendación; unos navegadores lo cuentan y otros no.

problem-cp-token-duplicate = `{ $token }` se dice dos veces
    .title = un token dicho dos veces
    .help = dígalo una sola vez
    .why = Repetirlo solo añade longitud a cada respuesta (P3P 1.0, § 4.5).

problem-cp-test = `TST` marca la política como ejemplo
    .title = una política que es solo una prueba
    .help = quite `TST` cuando la política vaya en serio
    .why = Los agentes de usuario no deben tener en cuenta una política de prueba: las cookies se tratan como si no hubiera ninguna (P3P 1.0, § 3.2.3).

problem-cp-suffix-forbidden = `{ $token }` lleva un sufijo que la gramática no le da
    .title = un sufijo donde no puede haberlo
    .help = { "" }
    .why = Algunos editores lo escribían siempre, y los navegadores lo aceptan; la gramática no lo prevé (P3P 1.0, § 4.2).

problem-cp-missing-access = la política compacta no dice nada sobre el acceso
    .title = falta el token de acceso
    .help = añada uno de estos: NOI, ALL, CAO, IDC, OTI, NON
    .why = Una política compacta completa lo tiene (P3P 1.0, § 4.2).

problem-cp-missing-purpose = la política compacta no dice ninguna finalidad
    .title = falta un token de finalidad
    .help = añada las finalidades
    .why = Una política compacta completa tiene al menos una (P3P 1.0, § 4.2).

problem-cp-missing-recipient = la política compacta no dice ningún destinatario
    .title = falta un token de destinatario
    .help = añada los destinatarios
    .why = Una política compacta completa tiene al menos uno (P3P 1.0, § 4.2).

problem-cp-missing-retention = la política compacta no dice nada sobre la conservación
    .title = falta un token de conservación
    .help = añada el tipo de conservación
    .why = Una política compacta completa tiene al menos uno (P3P 1.0, § 4.2).

problem-cp-missing-category = la política compacta no dice ninguna categoría de datos
    .title = falta un token de categoría
    .help = añada las categorías
    .why = Una política compacta completa tiene al menos una (P3P 1.0, § 4.2).

problem-cp-conflict = `{ $first }` y `{ $second }` se contradicen
    .title = tokens que se contradicen
    .help = deje el que sea cierto
    .why = Quien lea no puede saber cuál de los dos vale (P3P 1.0, § 4.2).

problem-cp-delimiter = los tokens están separados por algo distinto de un solo espacio
    .title = un separador incorrecto
    .help = separe los tokens con un solo espacio
    .why = El espacio es el único separador (P3P 1.0, § 4.1).

problem-cp-quote = el valor de CP no está entre comillas dobles
    .title = comillas incorrectas o ausentes
    .help = escriba `CP="…"`
    .why = La gramática exige comillas dobles; sin ellas, algunos agentes de usuario no ven nada (P3P 1.0, § 4.1).

problem-cp-newline = la cabecera está partida en varias líneas
    .title = un salto de línea en una cabecera
    .help = escriba la cabecera en una sola línea
    .why = Los servidores y proxies actuales rechazan las cabeceras partidas.

problem-cp-empty = la política compacta está vacía
    .title = una política compacta vacía
    .help = suprima la cabecera o escriba una política
    .why = Una política vacía no promete nada; los navegadores la tratan como inexistente.

problem-cp-mismatch = la política compacta difiere de la política que resume: { $difference }
    .title = no es lo que dice la política
    .help = envíe la derivada: `{ $derived }`
    .why = Una política compacta es un resumen; si dice menos que la política, induce a error a las personas (P3P 1.0, § 4.5).

problem-map-place-both = el almacén tiene a la vez `place` y `place-from`
    .title = un almacén en dos lugares
    .help = deje solo uno
    .why = Los dos pueden contradecirse, y las solicitudes deben cumplirse en el almacén correcto.

problem-map-place-secret = `place` contiene una contraseña
    .title = una contraseña en un mapa de datos
    .help = ponga la dirección entera en una variable de entorno y nombre esta: `place-from = "ABIDE_STORE"`; y cambie la contraseña, porque los archivos se copian
    .why = Los mapas de datos los lee mucha gente y se guardan con sus versiones. Una contraseña en ellos abre todo el almacén (art. 32 RGPD).

problem-map-known-by-person = `{ $table }` dice por qué se conoce a las personas, pero sus filas no son personas
    .title = datos sobre personas en una tabla de otras cosas
    .help = diga con `person` de qué personas se trata, o ponga `known-by` en la tabla de las personas
    .why = A una persona se la encuentra por un dato en una fila que es una persona. En otra fila nadie sabría de quién es.

problem-map-known-by-weak = nada en `known-by` de `{ $table }` distingue a una persona de todas las demás
    .title = personas que nadie puede encontrar
    .help = añada `email`, `phone` o `id`, o `name` con un segundo dato
    .why = Nombres, fechas de nacimiento y códigos postales se comparten. La solicitud de una persona que no se encuentra no puede responderse (art. 11 y 12.2 RGPD).

problem-map-known-by-country = `country` dice cómo se escriben los números de teléfono, y `{ $fact }` no lo es
    .title = un país donde no puede haberlo
    .help = quítelo
    .why = Solo los números de teléfono se escriben de otro modo en cada país; en otro lugar la indicación se perdería.
problem-map-known-by-exact = `exact` dice que los números y las direcciones se escriben todos del mismo modo, y `{ $fact }` no es ni lo uno ni lo otro
    .title = `exact` donde no dice nada
    .help = quítelo
    .why = Los identificadores se comparan tal cual y los nombres se buscan siempre en cualquier grafía; `exact` no cambiaría nada.

problem-map-repeated = `{ $name }` aparece dos veces en `{ $list }`
    .title = dos veces lo mismo en una lista
    .help = quite uno
    .why = Decirlo dos veces no añade nada y oculta lo que se quería decir.

problem-map-statement-missing = `{ $table }` contiene datos personales, pero ninguna declaración abarca { $columns }
    .title = datos que ninguna declaración abarca
    .help = nombre la declaración de la política con `statement`, en la tabla o en la columna
    .why = Finalidades, destinatarios y plazos están en la declaración. Sin ella nadie puede decir a la persona para qué se tienen los datos (art. 15.1 RGPD).

problem-map-edge-columns = columnas que remiten a `{ $of }`: { $columns }, pero `of-columns` nombra { $others }
    .title = una referencia con pocas o demasiadas columnas
    .help = nombre allí tantas columnas como aquí, en el mismo orden
    .why = Cada columna de aquí se compara con la del mismo lugar de allí; una sin pareja se pasaría por alto, y se encontrarían filas de otras personas.

problem-map-edge-store = `of-store` nombra este mismo almacén, `{ $store }`
    .title = una referencia a otro almacén que es este
    .help = omita `of-store`: sin él la tabla es de este almacén
    .why = `of-store` dice que se busca en otro almacén, lo que es más lento y no puede hacerse en una transacción.

problem-map-edge-keep = la relación borra filas de `{ $table }`, pero según `keep` permanecen mientras `{ $statement }` las necesite
    .title = filas que deben quedarse e irse
    .help = quite `erase` de la relación o `keep` de la tabla, o escriba `erase = "anonymize"`
    .why = Una obligación de conservar prevalece sobre la supresión (art. 17.3.b RGPD): las filas quedan hasta su fin, diga lo que diga la relación.

problem-map-edge-access = `erase` no dice nada en una relación de la clase `{ $kind }`: la fila no es de la persona
    .title = supresión de filas que no son de la persona
    .help = quítelo, o escriba `kind = "{ $owning }"`
    .why = Quien solo puede ver una fila no es su dueño; suprimir a esa persona no decide sobre la fila.

problem-map-edge-caller = `caller` no dice nada aquí: su lugar es una relación `owned-by` a una tabla de personas
    .title = quién llamó, donde nadie puede haber llamado
    .help = póngalo en la relación `owned-by` a la persona que llamó, o quítelo
    .why = Solo una persona llama. En cualquier otra relación las copias no dirían nada de ello, y nadie vería por qué.

problem-map-data-undeclared = la columna `{ $column }` contiene `{ $data }`, y eso no se declara ({ $statement })
    .title = datos que su declaración no menciona
    .help = añádalo a `data` de la declaración, nombre la declaración que lo menciona, o deje de recogerlo
    .why = Lo que se guarda y lo que se dijo a las personas se separan: no se les informó de estos datos (art. 5.1.a, 13 y 14 RGPD).

problem-map-keep-period = filas de `{ $table }` permanecen aunque se suprima a su persona, pero no hay plazo ({ $statement })
    .title = filas que se quedan sin fin
    .help = dé a su `retention` un plazo `period`
    .why = Quien pide la supresión debe saber qué queda y hasta cuándo, y entonces debe desaparecer (art. 12.4 y 17.3.b RGPD).

problem-map-person-statement = las personas de `{ $table }` son de la clase `{ $person }`, pero ninguna declaración de esta tabla trata de ellas
    .title = personas de las que ninguna declaración trata
    .help = añada `{ $person }` a `subjects` de la declaración, o corrija `person` o `statement`
    .why = La política dice de quién son los datos de cada declaración; las decisiones sobre los datos de estas personas serían negativas (art. 30.1.c RGPD).

problem-map-region = el almacén está en la región `{ $region }`, que no se nombra ({ $statement })
    .title = datos fuera de sus regiones
    .help = corrija `region` del almacén, o añádala a `regions` de la declaración
    .why = Se dijo a las personas dónde se guardan sus datos; una región que la declaración no nombra es para algunas otro país (art. 13.1.f RGPD).

problem-import-lost = no se puede trasladar a un archivo de política: { $what }
    .title = algo que no se puede trasladar
    .help = conserve el original al lado o diga lo mismo con otras palabras
    .why = Al importar una política no se omite en silencio nada de lo que decía: se enumera aquello para lo que un archivo de política no tiene palabras.

problem-import-filled = la política importada no dice { $what }: se ha puesto `{ $value }`
    .title = algo que la política importada no decía
    .help = compruebe el valor
    .why = Un archivo de política necesita cosas para las que P3P no tiene palabras o que esta política omitía. Lo que se ha puesto en su lugar es una suposición hasta que alguien lo compruebe.

problem-import-changed = { $what } se escribe ahora como `{ $value }`
    .title = algo que se escribe de otra manera
    .help = compruebe que sigue significando lo mismo
    .why = Los archivos de política tienen formatos propios para nombres, direcciones y textos; lo que no encajaba se ha adaptado.
