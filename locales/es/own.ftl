# Qué contienen las tablas propias de Abide, columna por columna, y por cuánto tiempo: para quien atiende las solicitudes y en la copia de quien preguntó.

own-store = El propio Abide
own-tables-title = Lo que conserva el propio Abide
own-tables-lead = Para responder a las solicitudes y demostrar cómo se respondieron, Abide lleva tablas propias. Lo que las personas saben de ellas y reciben de ellas se desprende de lo que dice aquí.
own-column = Columna
own-category = Categoría
own-category-none = ninguna
own-purpose = Para qué
own-retention = Cuánto tiempo
own-subject = Se encuentra por
own-rows-asker = Las filas son de quien presentó la solicitud. Se encuentran por:
own-rows-nobody = Las filas no son de nadie: tratan de la organización.
own-whose-staff = alguien de la organización

own-kept-versions = mientras existan los registros: otros confían en las versiones publicadas
own-kept-request = { $period } después del cierre; luego se elimina
own-kept-letter = 30 días después del cierre, para que pueda entregarse; luego se elimina
own-kept-answer = hasta el cierre; mientras un bloqueo legal conserve algo, hasta que termine
own-kept-mark = hasta el día de la columna «until»; luego se elimina
own-kept-choice = mientras valga la elección: hasta el día de la columna «until», si lo hay
own-kept-hold = mientras el bloqueo esté vigente y después, como prueba de por qué se conservó algo, tanto tiempo como las solicitudes cerradas

own-table-policy_version = políticas publicadas
own-column-policy_version-seq = en qué orden se registraron las versiones
own-column-policy_version-name = a qué política pertenece la versión
own-column-policy_version-version = cómo citan la versión las decisiones y los documentos
own-column-policy_version-effective = el primer día en que se aplica la versión
own-column-policy_version-sha256 = demuestra que el texto guardado es el publicado
own-column-policy_version-source = el texto publicado, byte por byte; nombra a quien la organización publicó como contacto, por ejemplo su delegado de protección de datos
own-column-policy_version-recorded_at = desde cuándo es pública la versión

own-table-request = solicitudes
own-column-request-id = cómo citan la solicitud la persona, el historial y los almacenes
own-column-request-kind = qué pide la persona
own-column-request-jurisdiction = qué derecho fija el plazo
own-column-request-language = en qué idioma se responde a la persona
own-column-request-policy = la versión de la política según la cual se responde a la solicitud
own-column-request-subject = los datos con que la persona se identificó y, mientras se lleva a cabo una supresión, aquello por lo que se la conoce en los almacenes y las filas de las que alguien debe ocuparse a mano: para encontrar lo que se conserva sobre ella
own-column-request-received = desde qué día cuenta el plazo
own-column-request-due = hasta qué día hay que responder a la persona
own-column-request-extended_to = que se prorrogó el plazo, y hasta qué día
own-column-request-extension_reason = por qué se prorrogó, tal como se dijo a la persona
own-column-request-paused_since = desde qué día está suspendido el plazo
own-column-request-paused_days = cuántos días estuvo suspendido antes
own-column-request-state = hasta dónde ha llegado la solicitud
own-column-request-waits = qué espera
own-column-request-refusal = el código del motivo por el que se denegó
own-column-request-refusal_text = qué se dijo a la persona sobre la denegación
own-column-request-version = distingue a dos que cambian la solicitud a la vez
own-column-request-event_count = numera el historial
own-column-request-plan_count = numera los planes
own-column-request-lease_owner = quién tiene la solicitud en este momento
own-column-request-lease_until = hasta cuándo la tiene
own-column-request-created_at = cuándo se añadió la solicitud
own-column-request-updated_at = cuándo se cambió por última vez
own-column-request-closed_at = cuándo se resolvió, se denegó o se retiró; desde entonces cuenta su conservación

own-table-request_identity = de quién es cada solicitud
own-column-request_identity-request = qué solicitud era de la persona
own-column-request_identity-hash = un dato de la persona como huella con clave secreta, por la que se encuentran sus solicitudes
own-column-request_identity-key_id = con qué clave, para que las claves puedan cambiarse
own-column-request_identity-fact = de qué dato es la huella

own-table-request_event = historial de solicitudes
own-column-request_event-request = con qué solicitud ocurrió
own-column-request_event-seq = en qué orden ocurrió
own-column-request_event-at = cuándo ocurrió
own-column-request_event-actor = quién de la organización, o qué proceso, lo hizo: para dar cuenta de cómo se trató la solicitud
own-column-request_event-what = qué ocurrió, en una palabra
own-column-request_event-detail = los detalles, sin nada sobre la persona

own-table-plan = planes
own-column-plan-request = para qué solicitud es el plan
own-column-plan-seq = qué plan de la solicitud
own-column-plan-made_at = cuándo se hizo
own-column-plan-fingerprint = demuestra que los datos siguen como cuando se hizo el plan
own-column-plan-document = qué hay que hacer, cuántas veces, qué queda y por qué; claves de filas donde nada más dice cuáles son
own-column-plan-approved_by = quién de la organización lo aprobó
own-column-plan-approved_at = cuándo se aprobó

own-table-step = pasos de los planes
own-column-step-request = para qué solicitud es el paso
own-column-step-plan = de qué plan
own-column-step-seq = su lugar en el plan
own-column-step-store = en qué almacén
own-column-step-what = qué se hace
own-column-step-state = hasta dónde ha llegado
own-column-step-counts = cuántas filas y archivos se eliminaron, se cambiaron o se conservaron
own-column-step-started_at = cuándo empezó
own-column-step-ended_at = cuándo terminó

own-table-recipient_notice = avisos a destinatarios
own-column-recipient_notice-request = por qué solicitud hay que avisar al destinatario
own-column-recipient_notice-recipient = qué destinatario
own-column-recipient_notice-told_at = cuándo se le avisó
own-column-recipient_notice-told_by = quién de la organización le avisó

own-table-reminder = trabajo a mano
own-column-reminder-request = para qué solicitud hay que hacer algo a mano
own-column-reminder-store = en qué almacén
own-column-reminder-code = qué hay que hacer, como código de una instrucción
own-column-reminder-due = hasta qué día
own-column-reminder-done_at = cuándo se hizo

own-table-suppression = marcas de supresión
own-column-suppression-hash = hace visible que una importación posterior contiene a una persona suprimida
own-column-suppression-key_id = con qué clave, para que las claves puedan cambiarse
own-column-suppression-fact = de qué dato es la huella
own-column-suppression-request = por qué solicitud se suprimió a la persona
own-column-suppression-basis = con qué base jurídica se conserva la huella
own-column-suppression-since = desde cuándo está suprimida la persona
own-column-suppression-until = el último día en que se conserva la huella

own-table-choice = elecciones
own-column-choice-hash = encuentra lo que eligió una persona, para que las decisiones lo respeten
own-column-choice-key_id = con qué clave, para que las claves puedan cambiarse
own-column-choice-kind = si se opuso, limitó el tratamiento o retiró un consentimiento
own-column-choice-purpose = para qué fin
own-column-choice-since = desde qué día vale
own-column-choice-until = hasta qué día, si termina
own-column-choice-request = con qué solicitud se eligió

own-table-legal_hold = bloqueos legales
own-column-legal_hold-id = cómo se cita el bloqueo
own-column-legal_hold-hash = encuentra a la persona cuyos datos están bloqueados, para que no se supriman mientras los necesite una reclamación
own-column-legal_hold-key_id = con qué clave, para poder cambiar de clave
own-column-legal_hold-fact = de qué dato procede la huella
own-column-legal_hold-reason = para qué reclamación están bloqueados los datos
own-column-legal_hold-covers = qué tablas o apartados de la política abarca; todo, si no se indica ninguno
own-column-legal_hold-until = el último día del bloqueo, si se conoce
own-column-legal_hold-placed_by = quién de la organización lo puso: para rendir cuentas de lo que se conservó
own-column-legal_hold-placed_at = cuándo se puso
own-column-legal_hold-lifted_by = quién de la organización lo levantó
own-column-legal_hold-lifted_at = cuándo se levantó
