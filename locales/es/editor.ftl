# El editor de la política, en el navegador. Habla a quienes velan por la privacidad, no a programadores: palabras
# sencillas, sin jerga que la ley no necesite, sin signos de exclamación.

editor-title = Editar { $file }
editor-tools = Qué puede hacer
editor-show = Mostrar
editor-show-main = Mostrar en el centro
editor-show-side = Mostrar al lado
editor-pane-outline = Esquema
editor-pane-form = Formulario
editor-pane-source = Texto fuente
editor-pane-result = Resultado
editor-pane-notice = Política de privacidad
editor-pane-compact = Política compacta
editor-pane-verdict = Valoraciones
editor-pane-problems = Problemas

editor-undo = Deshacer
editor-redo = Rehacer
editor-history = Historial
editor-history-help = Cada paso desde que se abrió esta página. Al volver atrás no se pierde nada: puede avanzar de nuevo.
editor-check = Comprobar
editor-diff = Mostrar diferencias
editor-save = Guardar…
editor-save-now = Guardar en el archivo
editor-go-on = Seguir editando
editor-close = Cerrar
editor-without-script = Esta página funciona sin scripts: cambie el texto fuente y después compruébelo, compárelo o guárdelo. Si permite los scripts, tiene además formularios, la posibilidad de deshacer y una vista previa inmediata.

# La lista de archivos.
editor-list = Editar políticas
editor-list-lead = Estos son los archivos de política de este sitio. Cada versión es un archivo; una versión publicada no cambia nunca, así que los cambios van en una nueva.
editor-list-file = Archivo
editor-list-version = Versión
editor-list-effective = Se aplica desde
editor-list-state = Estado
editor-list-problems = Problemas
editor-new = Versión nueva
editor-new-text = Copia la versión más reciente en un archivo nuevo, con los comentarios que contiene. Después usted cambia la copia.
editor-new-version = Nombre de la versión
editor-new-version-help = Letras minúsculas, cifras, puntos y guiones, como 3 o 2027-01.
editor-new-effective = Se aplica desde
editor-new-do = Crear la versión nueva
editor-new-exists = Ya existe esa versión
editor-new-exists-text = Elija otro nombre para la versión nueva. No se ha cambiado nada.
editor-new-invalid = La versión no se puede crear
editor-new-invalid-text = El nombre admite letras minúsculas, cifras, puntos y guiones; la fecha debe existir, y ni el archivo de sitio ni la versión más reciente pueden tener errores de sintaxis. No se ha cambiado nada.
editor-new-failed = La versión no se ha creado
editor-new-failed-text = No se ha podido escribir el archivo. Compruebe que se puede escribir en la carpeta y que hay espacio, e inténtelo de nuevo.
editor-publish = Publicar
editor-publish-text = Publica todas las versiones que no tienen errores y aún no están publicadas. Desde entonces su texto no cambia nunca: queda archivado, y las decisiones se remiten a él. Lo mismo ocurre cuando se vuelve a iniciar el servidor.
editor-publish-do = Publicar versiones nuevas
editor-published = Se ha publicado
editor-published-new = Nuevas y definitivas desde ahora: { $versions }.
editor-published-nothing = No había nada nuevo que publicar
editor-published-nothing-text = Todas las versiones sin errores ya están publicadas.
editor-published-not = No se ha publicado nada
editor-published-errors = Hay errores en { $files }. Corríjalos primero; lo publicado antes se mantiene.
editor-published-failed = No se ha podido publicar
editor-published-failed-text = El motivo figura en el registro del servidor. Lo publicado antes se mantiene.

# Quién puede editar.
editor-stranger = Para editar necesita la dirección del terminal
editor-stranger-text = La dirección que se mostró al iniciar el servidor abre el editor, una sola vez y en un solo navegador. Vuelva a iniciar el servidor con --edit para obtener otra.

# Si una versión está publicada.
editor-state-published = Publicada
editor-state-published-text = Este texto está publicado y es definitivo. Los cambios necesitan una versión nueva.
editor-state-changed = Difiere de lo publicado
editor-state-changed-text = Esta versión está publicada con otro texto, y eso no cambia. Guarde sus cambios como versión nueva: use «Versión nueva» en la lista de políticas.
editor-state-errors = Borrador con errores
editor-state-errors-text = Se puede guardar, pero no se publicará hasta que se corrijan los errores.
editor-state-draft = Borrador
editor-state-draft-text = Se puede guardar y cambiar libremente. Será definitivo cuando se publique.

# Guardar.
editor-saved = Guardado
editor-saved-text = Se ha guardado en el archivo. Se publica al pulsar «Publicar versiones nuevas» en la lista de políticas o cuando se vuelve a iniciar el servidor.
editor-saved-errors = Se ha guardado en el archivo como borrador. No se publicará hasta que se corrijan sus errores.
editor-save-conflict = No se ha guardado: el archivo ha cambiado
editor-save-conflict-text = Alguien o algún programa ha cambiado el archivo desde que usted lo abrió. Su texto sigue aquí. Compare los dos antes de guardar de nuevo.
editor-save-long = No se ha guardado: el texto es demasiado largo
editor-save-long-text = Un archivo de política puede tener un megabyte como máximo.
editor-save-failed = No se ha guardado
editor-save-failed-text = No se ha podido escribir el archivo. Compruebe que se puede escribir en él y que hay espacio en el disco. Su texto sigue aquí.

# Diferencias.
editor-diff-title = Qué cambia al guardar
editor-diff-none = No ha cambiado nada: el archivo ya tiene este texto.
editor-diff-people = Para las personas
editor-diff-people-none = Para las personas no cambia nada.
editor-diff-unreadable = Uno de los dos textos tiene un error de sintaxis, así que solo se pueden comparar las líneas.
editor-diff-lines = En el archivo

# Problemas.
editor-problems-none = Ningún problema
editor-problems-count = { $errors ->
    [0] Ningún error
    [one] { $errors } error
    [many] { $errors } de errores
   *[other] { $errors } errores
}, { $warnings ->
    [0] ninguna advertencia
    [one] { $warnings } advertencia
    [many] { $warnings } de advertencias
   *[other] { $warnings } advertencias
}
editor-problems-more = { $n ->
    [one] Hay { $n } más que no se muestra.
   *[other] Hay { $n } más que no se muestran.
}
editor-count-errors = { $n ->
    [one] { $n } error
    [many] { $n } de errores
   *[other] { $n } errores
}
editor-count-warnings = { $n ->
    [one] { $n } advertencia
    [many] { $n } de advertencias
   *[other] { $n } advertencias
}
editor-severity-error = Error
editor-severity-warning = Advertencia
editor-severity-acknowledged = Se deja como está
editor-line = Línea { $line }
editor-fix = Corregirlo
editor-stay = Dejarlo como está, con un motivo
editor-stays-because = Motivo:
editor-why = Por qué importa
editor-new-window = en una ventana nueva

# El formulario.
editor-form-languages = Mostrar los textos en
editor-form-languages-all = todos los idiomas
editor-form-none = El texto fuente tiene un error de sintaxis. Corríjalo allí y el formulario volverá. La lista de problemas indica el lugar.
editor-required = necesario
editor-not-said = No se dice
editor-unknown-word = { $word } (desconocido)
editor-nothing-to-choose = Todavía no hay nada que elegir.
editor-choice-none = No se usa
editor-choice-always = En todo caso
editor-choice-opt-out = Se puede rechazar
editor-choice-opt-in = Solo si se acepta
editor-grid-more = Base jurídica y detalles
editor-group-absent = No se dice nada; ábralo para rellenarlo
editor-remove = Quitar
editor-remove-section = Quitar todo esto
editor-add-do = Añadir
editor-add-another = Otro más
editor-add-text = Añadir un texto
editor-add-element = Elemento de datos
editor-add-element-value = Texto
editor-broken = El archivo tiene aquí algo que un formulario no puede mostrar.
editor-show-source = Mostrar en el texto fuente
editor-period-amount = Cuánto
editor-period-unit = Unidad
editor-unit-hours = horas
editor-unit-days = días
editor-unit-weeks = semanas
editor-unit-months = meses
editor-unit-years = años
editor-since-collection = desde el día en que se recogieron los datos
editor-since-last-use = desde el día en que se usaron los datos por última vez
editor-since-contract-end = desde el fin del contrato o de la cuenta
editor-since-year-end = desde el fin del año natural

# El texto fuente.
editor-source-label = Texto fuente
editor-source-help = Este es el archivo mismo. Con la tecla Tab se sale de él.

# La vista previa.
editor-preview-language = Idioma
editor-preview-none = Todavía no hay política de privacidad que mostrar: en ningún idioma están todos los textos. La lista de problemas indica los que faltan.
editor-preview-incomplete = No se publica porque faltan textos:
editor-notice-title = Vista previa de la política de privacidad
editor-remedy-apply = Aplicar al borrador
editor-remedy-by-hand = Esto no puede hacerse aquí por usted.
editor-remedy-or = O solo con posibilidades de elección:

# Pasos del historial.
editor-did-set = Cambio: { $what }
editor-did-remove = Se ha quitado: { $what }
editor-did-add = Se ha añadido a: { $what }
editor-did-fix = Se ha corregido: { $what }
editor-did-acknowledge = Se deja como está: { $code }
editor-did-remedy = Se ha aplicado: { $what }
editor-refused-syntax = El texto fuente tiene un error de sintaxis: corríjalo allí primero.
editor-refused-place = El formulario no puede cambiar esto: { $place }. Cámbielo en el texto fuente.
editor-refused-exists = Ya hay algo llamado «{ $name }». Elija otro nombre.
editor-refused-value = «{ $value }» no es adecuado para este campo.
editor-refused-gone = Esto ya está resuelto.

# Lo que dicen los scripts.
editor-js-restored = Se han recuperado los cambios que no había guardado.
editor-js-discard = Descartarlos
editor-js-conflict = El archivo ha cambiado desde que hizo los cambios que no guardó. Se han recuperado; compare antes de guardar.
editor-js-failed = No ha funcionado. Su texto sigue aquí; inténtelo de nuevo.
editor-js-offline = El servidor no responde. Su texto sigue aquí; ¿está el servidor en marcha?
editor-js-unsaved = Sin guardar
editor-js-saved = Guardado
editor-js-typed = Escrito en el texto fuente
editor-js-opened = Abierto
editor-js-line = Línea
editor-js-undone = Deshecho:
editor-js-redone = Rehecho:
editor-js-back-to = Volver a este paso
editor-js-now = ahora
editor-js-no-changes = No hay nada que guardar: el archivo ya tiene este texto.
editor-js-reload = Mostrar en su lugar el texto del archivo
editor-js-no-source-place = Esto aún no está en el archivo.

# Teclas.
editor-keys = Teclado
editor-key-ctrl = Ctrl
editor-key-shift = Mayús
editor-key-save = Mostrar las diferencias y guardar
editor-key-undo = Deshacer
editor-key-redo = Rehacer
editor-key-next = Ir al problema siguiente (con Mayús: al anterior)

# Las partes de un archivo de política.
editor-part-policy = La política en su conjunto
editor-part-policy-help = Qué política y qué versión es, y qué vale para toda ella.
editor-part-entity = Quién es el responsable
editor-part-entity-help = La organización que responde de los datos (art. 13.1.a RGPD).
editor-part-authority = Autoridad de control
editor-part-authority-help = La autoridad ante la que las personas pueden reclamar (art. 13.2.d RGPD).
editor-part-rights = Cómo ejercen las personas sus derechos
editor-part-rights-help = Dónde piden las personas ver, corregir o borrar sus datos (art. 12.2 RGPD).
editor-part-security = Medidas de seguridad
editor-part-security-help = Medidas técnicas y organizativas (art. 32 RGPD), cada una en una frase.
editor-part-processing = Obligaciones con los clientes
editor-part-processing-help = Lo que un encargado debe a los clientes por cuya cuenta actúa (art. 28 RGPD). Solo para la política de un encargado.
editor-part-dispute = Conflictos
editor-part-dispute-help = Cómo se resuelve un conflicto sobre esta política.
editor-part-region = Lugares de almacenamiento
editor-part-region-help = Dónde se guardan los datos.
editor-part-data = Tipos de datos propios
editor-part-data-help = Tipos de datos para los que la norma no tiene nombre.
editor-part-statement = Usos de datos
editor-part-statement-help = Un uso de datos de principio a fin: qué datos, para qué, quién los recibe, cuánto tiempo se conservan.
editor-part-cookie = Cookies y almacenamiento
editor-part-cookie-help = Lo que el sitio guarda en los navegadores de las personas.
editor-part-sub-processor = Subencargados
editor-part-sub-processor-help = Organizaciones que tratan datos por cuenta suya, obligadas por contrato.
editor-part-acknowledge = Advertencias respondidas
editor-part-acknowledge-help = Advertencias que ha leído y deja como están, cada una con su motivo.
editor-one-statement = Uso de datos
editor-one-cookie = Cookie o almacenamiento
editor-one-data = Tipo de datos propio
editor-one-region = Lugar de almacenamiento
editor-one-sub-processor = Subencargado
editor-one-dispute = Conflicto
editor-one-acknowledge = Advertencia respondida
editor-add-statement = Añadir un uso de datos
editor-add-cookie = Añadir una cookie
editor-add-data = Añadir un tipo de datos
editor-add-region = Añadir un lugar
editor-add-sub-processor = Añadir un subencargado
editor-add-dispute = Añadir una vía para resolver conflictos
editor-add-acknowledge = Añadir una respuesta a una advertencia
editor-add-name = Nombre corto
editor-add-name-help = Para este archivo y para los enlaces: letras minúsculas, cifras y guiones, como access-log. Las personas ven el título.
editor-add-name-cookie = Nombre de la cookie
editor-add-name-cookie-help = Tal como lo muestra el navegador; un asterisco vale por cualquier carácter.
editor-add-name-data = Nombre
editor-add-name-data-help = Letras, cifras y guiones, unidos por puntos, como call.quality. Las personas ven el título.

# Los campos: una etiqueta y de qué se trata.
editor-field-policy-name = Nombre corto
editor-field-policy-name-help = Qué política de la organización es, como site o service. Es el mismo en todas las versiones.
editor-field-policy-version = Versión
editor-field-policy-version-help = Su nombre no se vuelve a usar nunca para otro texto.
editor-field-policy-effective = Se aplica desde
editor-field-policy-effective-help = El primer día en que se aplica.
editor-field-policy-role = Función
editor-field-policy-role-help = Un responsable decide para qué y cómo se usan los datos; un encargado actúa por cuenta de clientes que deciden. Si no se dice, responsable.
editor-field-policy-languages = Idiomas
editor-field-policy-languages-help = Un idioma se publica cuando existen en él todos los textos.
editor-field-policy-title = Título
editor-field-policy-title-help = Lo que las personas leen al principio de la política de privacidad.
editor-field-policy-introduction = Introducción
editor-field-policy-introduction-help = Una o dos frases antes de todo lo demás.
editor-field-policy-notice = Dirección de la política de privacidad
editor-field-policy-notice-help = Dónde leen las personas esta política en la web.
editor-field-policy-choices = Dirección para elegir
editor-field-policy-choices-help = Dónde aceptan o rechazan las personas. Es necesaria en cuanto pueden elegir algo.
editor-field-policy-access = Acceso
editor-field-policy-access-help = Qué pueden ver las personas de los datos que se conservan sobre ellas.
editor-field-policy-jurisdiction = País cuya ley se aplica
editor-field-policy-jurisdiction-help = Sus dos letras, como DE.
editor-field-policy-test = Es solo una prueba
editor-field-policy-test-help = Los navegadores no tienen entonces en cuenta la política, y esta dice que no promete nada.
editor-field-policy-max-age = Válida durante (segundos)
editor-field-policy-max-age-help = Cuánto tiempo puede fiarse un navegador de la política antes de volver a preguntar; si no se dice, un día.
editor-field-policy-expires = Válida hasta
editor-field-policy-expires-help = El día hasta el que un navegador puede fiarse de la política, en lugar de los segundos.

editor-field-entity-name = Denominación legal
editor-field-entity-name-help = Tal como figura en el registro mercantil.
editor-field-entity-street = Calle y número
editor-field-entity-street-help = De su sede.
editor-field-entity-postal-code = Código postal
editor-field-entity-postal-code-help = Tal como se escribe en las cartas.
editor-field-entity-city = Localidad
editor-field-entity-city-help = Tal como se escribe en las cartas.
editor-field-entity-region = Estado o provincia
editor-field-entity-region-help = Donde forma parte de la dirección.
editor-field-entity-country = País
editor-field-entity-country-help = Sus dos letras, como DE.
editor-field-entity-email = Correo electrónico
editor-field-entity-email-help = Para preguntas sobre privacidad.
editor-field-entity-phone = Teléfono
editor-field-entity-phone-help = Tal como se marca.
editor-field-entity-web = Sitio web
editor-field-entity-web-help = La dirección completa, empezando por https.
editor-field-entity-representative = Representante
editor-field-entity-representative-help = Para organizaciones de fuera de la Unión o del Reino Unido (art. 27 RGPD).
editor-field-entity-officer = Delegado de protección de datos
editor-field-entity-officer-help = Obligatorio para muchas organizaciones (art. 37 RGPD).
editor-field-entity-other = Otros datos
editor-field-entity-other-help = Lo demás que las personas deban saber de la organización, con los nombres de P3P, como business.contact-info.telecom.fax.number.

editor-field-contact-name = Nombre
editor-field-contact-name-help = Una persona o un cargo.
editor-field-contact-address = Dirección
editor-field-contact-address-help = En una sola línea.
editor-field-contact-email = Correo electrónico
editor-field-contact-email-help = Adónde escribir.
editor-field-contact-phone = Teléfono
editor-field-contact-phone-help = Tal como se marca.

editor-field-authority-name = Nombre
editor-field-authority-name-help = Completo.
editor-field-authority-web = Sitio web
editor-field-authority-web-help = Mejor, la página para presentar reclamaciones.
editor-field-authority-email = Correo electrónico
editor-field-authority-email-help = Adónde se pueden enviar las reclamaciones.

editor-field-rights-web = Página
editor-field-rights-web-help = Dónde inician sesión las personas para resolverlo por sí mismas.
editor-field-rights-email = Correo electrónico
editor-field-rights-email-help = Adónde escriben las personas.
editor-field-rights-note = Observación
editor-field-rights-note-help = Qué más deben saber las personas sobre ello.

editor-field-security-measures = Medidas
editor-field-security-measures-help = Un texto para cada una. Diga lo que protege a las personas, no lo que ayudaría a los atacantes.

editor-field-processing-controllers = Por cuenta de quién
editor-field-processing-controllers-help = Por cuenta de qué clientes se tratan datos.
editor-field-processing-instructions = Instrucciones
editor-field-processing-instructions-help = Cómo le dicen los clientes qué debe hacer (art. 28.3.a).
editor-field-processing-assistance = Ayuda con las solicitudes
editor-field-processing-assistance-help = Cómo ayuda a los clientes a responder a las solicitudes de las personas (art. 28.3.e).
editor-field-processing-end = Al terminar el contrato
editor-field-processing-end-help = Qué ocurre entonces con los datos (art. 28.3.g).
editor-field-processing-audit = Auditorías
editor-field-processing-audit-help = Cómo pueden auditarle los clientes (art. 28.3.h).
editor-field-processing-contract = Contrato
editor-field-processing-contract-help = La dirección del contrato de encargo del tratamiento.
editor-field-processing-change-notice = Aviso de cambios
editor-field-processing-change-notice-help = Con cuánta antelación se avisa a los clientes de un cambio de subencargados (art. 28.2).

editor-field-dispute-resolution = Vía
editor-field-dispute-resolution-help = Quién resuelve el conflicto.
editor-field-dispute-service = Dirección
editor-field-dispute-service-help = La página web del servicio de atención al cliente, del organismo, del tribunal o de la ley.
editor-field-dispute-verification = Prueba de la adhesión
editor-field-dispute-verification-help = El número o la dirección de un certificado.
editor-field-dispute-title = Título
editor-field-dispute-title-help = Un nombre o una descripción breve.
editor-field-dispute-description = Descripción
editor-field-dispute-description-help = Qué pueden esperar las personas.
editor-field-dispute-remedies = Qué se ofrece
editor-field-dispute-remedies-help = Qué ocurre si se incumple una promesa de esta política.
editor-field-dispute-image = Logotipo
editor-field-dispute-image-help = Del organismo que resuelve el conflicto.
editor-field-image-source = Dirección
editor-field-image-source-help = Dónde está la imagen.
editor-field-image-alt = En palabras
editor-field-image-alt-help = Qué muestra la imagen, para quienes no la ven.
editor-field-image-width = Ancho
editor-field-image-width-help = En píxeles.
editor-field-image-height = Alto
editor-field-image-height-help = En píxeles.

editor-field-region-id = Nombre corto
editor-field-region-id-help = El nombre en este archivo. Si lo cambia, cambia en todos los lugares que se refieren a él.
editor-field-region-title = Título
editor-field-region-title-help = Lo que leen las personas.
editor-field-region-country = País
editor-field-region-country-help = Dónde están los servidores: sus dos letras.
editor-field-region-serves = Atiende a
editor-field-region-serves-help = Los países de las personas cuyos datos se guardan aquí; todos, si no se nombra ninguno.
editor-field-region-transfer = Fundamento de la transferencia
editor-field-region-transfer-help = Necesario si el país está fuera de su ámbito jurídico y no hay decisión de adecuación (art. 44 a 49 RGPD).
editor-field-transfer-ground = Fundamento
editor-field-transfer-ground-help = Lo que permite la transferencia.
editor-field-transfer-document = Documento
editor-field-transfer-document-help = Dónde pueden leerlo las personas (art. 13.1.f).

editor-field-data-ref = Nombre
editor-field-data-ref-help = El nombre en este archivo. Si lo cambia, cambia en todos los lugares que se refieren a él.
editor-field-data-title = Título
editor-field-data-title-help = Lo que leen las personas.
editor-field-data-categories = Categorías
editor-field-data-categories-help = Qué tipo de datos son. Si no se marca ninguna, lo dice cada uso de los datos.
editor-field-data-other-category = Otra categoría
editor-field-data-other-category-help = Qué significa aquí «otros datos».
editor-field-data-description = Descripción
editor-field-data-description-help = Qué contiene, en una frase.

editor-field-statement-id = Nombre corto
editor-field-statement-id-help = El nombre en este archivo; las decisiones se remiten a él. Si lo cambia, cambia en todos los lugares que se refieren a él.
editor-field-statement-title = Título
editor-field-statement-title-help = Lo que leen las personas.
editor-field-statement-why = Por qué
editor-field-statement-why-help = El motivo en palabras sencillas, tal como se lo diría a un visitante.
editor-field-statement-non-identifiable = Estos datos no permiten identificar a nadie
editor-field-statement-non-identifiable-help = Márquelo solo si es cierto incluso para usted: ningún número, dirección o cookie conduce a una persona.
editor-field-statement-subjects = De quién son los datos
editor-field-statement-subjects-help = De qué tipos de personas se trata.
editor-field-statement-sources = De dónde proceden
editor-field-statement-sources-help = De dónde proceden los datos (art. 14.2.f RGPD).
editor-field-statement-data = Qué datos
editor-field-statement-data-help = Escriba una palabra y elija de la lista, por ejemplo dynamic.cookies.
editor-field-statement-purposes = Para qué
editor-field-statement-purposes-help = Para cada finalidad: si ocurre en todo caso o si las personas pueden elegir.
editor-field-statement-recipients = Quién los recibe
editor-field-statement-recipients-help = Para cada destinatario: si los recibe en todo caso o si las personas pueden elegir.
editor-field-statement-retention = Cuánto tiempo se conservan
editor-field-statement-retention-help = Cuándo se borran los datos (art. 13.2.a RGPD).
editor-field-statement-basis = Base jurídica
editor-field-statement-basis-help = La base de todas las finalidades que no indican la suya (art. 6.1 RGPD).
editor-field-statement-interests = Intereses legítimos
editor-field-statement-interests-help = Qué intereses persigue, si son la base (art. 13.1.d RGPD).
editor-field-statement-obligation = ¿Es obligatorio facilitarlos?
editor-field-statement-obligation-help = Y qué ocurre si las personas no los facilitan (art. 13.2.e RGPD).
editor-field-statement-automated-decision = Decisiones automatizadas
editor-field-statement-automated-decision-help = Con qué lógica decide una máquina y qué supone para las personas (art. 13.2.f RGPD).
editor-field-statement-special-ground = Fundamento para categorías especiales
editor-field-statement-special-ground-help = Por qué pueden usarse datos sobre salud, creencias y similares (art. 9.2 RGPD).
editor-field-statement-regions = Dónde se guardan
editor-field-statement-regions-help = En todos los lugares de esta política, si no se marca ninguno.

editor-field-data-entry-ref = Datos
editor-field-data-entry-ref-help = Escriba una palabra y elija de la lista.
editor-field-data-entry-categories = Categorías
editor-field-data-entry-categories-help = Solo para datos que no tienen categorías propias, como las cookies.
editor-field-data-entry-other-category = Otra categoría
editor-field-data-entry-other-category-help = Qué significa aquí «otros datos».
editor-field-data-entry-optional = Las personas pueden omitirlo
editor-field-data-entry-optional-help = Si lo hacen, no tiene consecuencias.

editor-field-purpose-choice = Elección
editor-field-purpose-choice-help = Si las personas pueden elegir.
editor-field-purpose-basis = Base jurídica
editor-field-purpose-basis-help = La base de esta finalidad (art. 6.1 RGPD).
editor-field-purpose-description = Con sus palabras
editor-field-purpose-description-help = Qué significa aquí la finalidad. Necesario para «otra finalidad».
editor-field-recipient-choice = Elección
editor-field-recipient-choice-help = Si las personas pueden elegir.
editor-field-recipient-who = Quiénes son
editor-field-recipient-who-help = Un texto para cada uno.
editor-field-recipient-country = País
editor-field-recipient-country-help = Solo es necesario si es otro país: sus dos letras.
editor-field-recipient-transfer = Fundamento de la transferencia
editor-field-recipient-transfer-help = Necesario si el país está fuera de su ámbito jurídico y no hay decisión de adecuación (art. 44 a 49 RGPD).

editor-field-retention-kind = Tipo
editor-field-retention-kind-help = Qué determina cuánto tiempo se conservan los datos.
editor-field-retention-period = Plazo
editor-field-retention-period-help = La duración real.
editor-field-retention-since = Se cuenta
editor-field-retention-since-help = Si no se dice, desde el día en que se recogieron los datos.
editor-field-retention-anonymous = Lo que se conserva no dice nada sobre ninguna persona
editor-field-retention-anonymous-help = Después del plazo, o desde el principio, solo quedan datos anónimos.
editor-field-retention-reason = Lo determina
editor-field-retention-reason-help = La ley, la práctica o los criterios en que se basa el plazo.

editor-field-cookie-name = Nombre
editor-field-cookie-name-help = Tal como lo muestra el navegador; un asterisco vale por cualquier carácter.
editor-field-cookie-storage = Tipo de almacenamiento
editor-field-cookie-storage-help = Si no se dice, una cookie.
editor-field-cookie-statement = Corresponde a
editor-field-cookie-statement-help = El uso de datos al que sirve.
editor-field-cookie-title = Para qué sirve
editor-field-cookie-title-help = Lo que leen las personas en la tabla de cookies.
editor-field-cookie-lifetime = Duración
editor-field-cookie-lifetime-help = Si no se dice, hasta que se cierra el navegador.
editor-field-cookie-provider = La pone
editor-field-cookie-provider-help = Quién la pone, si no es su organización.
editor-field-cookie-path = Ruta
editor-field-cookie-path-help = La parte del sitio a la que está limitada, como /shop/*.
editor-field-cookie-domain = Dominio
editor-field-cookie-domain-help = Al que está limitada, como *.example.com.

editor-field-sub-processor-id = Nombre corto
editor-field-sub-processor-id-help = El nombre en este archivo.
editor-field-sub-processor-name = Denominación legal
editor-field-sub-processor-name-help = Tal como figura en el contrato.
editor-field-sub-processor-task = Tarea
editor-field-sub-processor-task-help = Qué hace para usted.
editor-field-sub-processor-country = País
editor-field-sub-processor-country-help = Dónde trata los datos: sus dos letras.
editor-field-sub-processor-statements = Ve los datos de
editor-field-sub-processor-statements-help = Los usos cuyos datos trata.
editor-field-sub-processor-transfer = Fundamento de la transferencia
editor-field-sub-processor-transfer-help = Necesario si el país está fuera de su ámbito jurídico y no hay decisión de adecuación (art. 44 a 49 RGPD).
editor-field-sub-processor-since = Desde
editor-field-sub-processor-since-help = Desde cuándo trabaja para usted, o a partir de cuándo si está anunciado.

editor-field-acknowledge-code = Advertencia
editor-field-acknowledge-code-help = El código de la advertencia.
editor-field-acknowledge-at = Dónde
editor-field-acknowledge-at-help = El lugar del que se trata, como statement.access-log; si no se dice, en todas partes.
editor-field-acknowledge-reason = Motivo
editor-field-acknowledge-reason-help = Por qué se deja como está. Lo leerán los auditores.
