# La política compacta explicada token a token, y cómo la valoran los agentes de usuario.

compact = Cómo la valoran los navegadores
compact-description = La política compacta de «{ $title }», explicada token a token, y cómo la valoran los agentes de usuario.
compact-kicker = Política compacta de «{ $title }»
compact-lead = Una política compacta resume una política en palabras de tres letras. El sitio la envía con sus cookies para que el navegador pueda decidir al instante.
compact-caveat = Estas valoraciones imitan a los navegadores según las descripciones publicadas. No sustituyen una prueba en un navegador real. Los navegadores actuales ya no leen P3P: deciden según los atributos de la cookie, según quién la pide y según cuánto tiempo quiere quedarse.
compact-tokens = Token a token
compact-tokens-label = Tokens de la política compacta; cada uno abre su significado
compact-tokens-hint = Abra un token para leer lo que dice.
compact-header = La cabecera tal como se envía
compact-table = Todos los tokens en una tabla
compact-token = Token
compact-kind = Tipo
compact-meaning = Significado
compact-none = La política no necesita una política compacta.
compact-verdicts = Valoraciones
compact-agent = { $name }
compact-agent-caption = Qué hace { $name } con una cookie
compact-agent-default = Si no se cambiaba, regía el nivel «{ $level }».
compact-satisfactory = satisfactoria
compact-unsatisfactory = no satisfactoria
compact-cell-hint = Abra una celda para leer el motivo.
compact-why = Por qué
compact-why-text = { $categories }. Estos datos identifican a las personas y, sin que ellas puedan elegir, se destinan a estas finalidades o destinatarios: { $uses }.
compact-why-fine = No se usan datos que identifiquen a las personas sin que ellas puedan elegir.
compact-why-invalid = La política no cuenta, porque falta, es una prueba o no es válida.
compact-corner = De quién, qué cookie
compact-remedy = Qué lo cambiaría
compact-remedy-text = Los cambios mínimos en la política con los que se acepta la cookie, cada uno comprobado con una nueva valoración:
compact-remedy-none = No hace falta cambiar nada, y donde se bloquean todas las cookies nada ayudaría.
compact-remedy-caption = Cambios mínimos para { $name }
compact-remedy-where = Se acepta entonces
compact-remedy-changes = Cambio
compact-remedy-alternative = Solo con posibilidades de elección: { $changes }
compact-place = { $level }: { $rows }
compact-place-all = { $level }: todas las cookies
compact-advice-opt-out = Si las personas pudieran rechazarlo ({ $uses }), las cookies se aceptarían también en: { $places }.
compact-advice-opt-in = Solo si las personas tuvieran que aceptar antes ({ $uses }), también en: { $places }.

kind-access = acceso
kind-disputes = conflictos
kind-remedy = reparación
kind-non-identifiable = identidad
kind-purpose = finalidad
kind-recipient = destinatario
kind-retention = conservación
kind-category = datos
kind-test = prueba
kind-unknown = desconocido

# Lo que dice un token: frases.
token-remedy = Si se incumple una promesa: { $what }.
token-use = { $what }. { $choice }
token-category = Se recogen: { $what }.
token-disputes = Se indica una vía para resolver conflictos.
token-non-identifiable = Los datos no identifican a nadie, o se han anonimizado.
token-test = Esta política es una prueba y no debe tenerse en cuenta.
token-unknown = No es una palabra de P3P; los navegadores no la tienen en cuenta.
token-customization = Personalización: una finalidad de los borradores de P3P que no figura en el texto final. { $choice }
use-customization = personalización (de los borradores de P3P)

deviation-unknown = no es un token de P3P
deviation-case = mayúsculas o minúsculas incorrectas
deviation-suffix = lleva un sufijo que la gramática no conoce, pero que escribían los editores de la época
deviation-draft = procede de un borrador de P3P

context-first-party = propia
context-third-party = de terceros
cookie-persistent = persistente
cookie-session = de sesión
compact-row = { $context }, { $cookie }

level-low = Baja
level-medium = Media
level-medium-high = Media alta
level-high = Alta
level-accept-all = Aceptar todas las cookies
level-block-all = Bloquear todas las cookies
level-default = Predeterminado

action-accept = aceptada
action-session = solo durante la sesión
action-leash = solo como propia
action-block = bloqueada
action-prompt = se pregunta al usuario

reason-satisfactory = La política es satisfactoria en este nivel.
reason-optout_missing_some = No todos esos usos se pueden rechazar.
reason-no_optout = No se ofrece ninguna posibilidad de rechazo.
reason-optin_not_required = No todos esos usos exigen aceptación previa.
reason-no_policy = No hay política compacta.
reason-test_policy = La política compacta dice que es una prueba y que no debe tenerse en cuenta.
reason-invalid_policy = La política compacta no es válida y cuenta como inexistente.
reason-accept_all = Este nivel acepta todas las cookies.
reason-block_all = Este nivel bloquea todas las cookies.
reason-site_rule = El usuario ha decidido sobre este sitio.
reason-zone = Decide la zona de seguridad del sitio, no el nivel.
reason-legacy = La cookie es anterior al navegador.
reason-optout_cookie = La cookie es anterior al navegador y registra un rechazo.
reason-no_consent = Se usan datos identificativos sin consentimiento.
reason-implicit_consent = Se usan datos identificativos salvo que la persona lo rechace.
reason-explicit_consent = Solo se usan datos identificativos si la persona acepta.
reason-no_identifying_data = No se recogen datos identificativos.
reason-flagged = { $reason } El navegador muestra un aviso.

change-opt-out = permitir el rechazo: { $what }
change-opt-in = preguntar antes: { $what }
change-drop = dejar de recoger: { $what }
change-add-policy = publicar una política compacta
change-drop-test = decir que la política va en serio: quitar TST
change-drop-unknown = quitar los tokens que no son de P3P
