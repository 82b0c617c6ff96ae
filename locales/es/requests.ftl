# Las solicitudes y el mapa de datos, en el navegador: palabras llanas, y botones que dicen lo que ocurre.

requests-title = Solicitudes
requests-lead = Lo que las personas piden sobre sus datos, lo que se ha previsto y hasta cuándo hay que responder. Lo que vence antes va primero.
requests-closed = Ahora no se puede responder a las solicitudes
requests-opening = Se están abriendo los almacenes. Esta página se recarga sola.
requests-no-stores = Este sitio aún no nombra ningún almacén. Escriba un mapa para cada uno y cite sus archivos en «stores» del archivo del sitio.
requests-maps-wrong = El mapa de datos tiene errores y no sirve para encontrar a nadie. Corríjalo e inténtelo de nuevo.
requests-region-wrong = La región indicada en el archivo del sitio no existe en el país, por lo que no se puede calcular el último día de una solicitud. Corríjala e inténtelo de nuevo.
requests-zone-wrong = La zona horaria del archivo del sitio no existe, así que nadie sabe cuándo empieza un día. Corríjala e inténtelo de nuevo.
requests-store-closed = No se puede abrir un almacén. Todo lo demás se sirve; las solicitudes esperan hasta que esté.
requests-key-wrong = No se puede leer la clave secreta con que se reconoce más tarde a quienes se suprimió.
requests-key-missing = Falta una clave secreta con la que se reconoce a quienes se suprimió o se opusieron. Recupere su archivo en «.abide» de una copia. Si se perdió para siempre, «abide requests new-key --lost» renuncia a lo que depende de ella.
requests-site-wrong = No se pueden leer los archivos del sitio.
requests-try-again = Abrir de nuevo los almacenes
requests-stopped = Una solicitud no avanzó
requests-stopped-text = El proceso se detuvo por este motivo. Lo intenta de nuevo en menos de un minuto.
requests-duties = Por hacer a mano
requests-duties-more = { $n } más
requests-duty = En el almacén «{ $store }», a más tardar el { $day }:
requests-duty-versions = Eliminar las versiones antiguas en el almacén «{ $store }», a más tardar el { $day }:
requests-duty-cleaned = Hacer limpiar el almacén «{ $store }», a más tardar el { $day }:
requests-duty-hold = Mirar si ha terminado el bloqueo legal en el almacén «{ $store }», a más tardar el { $day }:
requests-duty-handing-out = Mirar la copia preparada, entregarla y anotarlo, a más tardar el { $day }:
requests-duty-late = con retraso
requests-duty-today = vence hoy
requests-list = La cola
requests-find = Buscar una solicitud
requests-find-do = Buscar
requests-find-help = Por su número, por lo que muestra la cola o por lo que indicó la persona. Las cerradas, por su número o por un correo electrónico, un teléfono o un número de cliente completos. Lo que escriba no figura en ninguna dirección ni en ningún registro.
requests-found = { $n ->
    [0] No se encontró ninguna solicitud.
    [one] Se encontró { $rows } solicitud.
   *[other] Se encontraron { $rows } solicitudes.
}
requests-found-more = Se encontraron más de { $rows } solicitudes; se muestran las primeras. Escriba algo más.
requests-state = Estado
requests-open = Todas las abiertas
requests-all-closed = Todas las cerradas
requests-kind = Tipo
requests-any = Cualquier tipo
requests-sort = Primero va
requests-sort-due = Lo que vence antes
requests-received = Recibida
requests-filter = Mostrar estas
requests-none-filtered = No hay ninguna solicitud así.
requests-show-open = Mostrar todas las abiertas
requests-none = No hay solicitudes abiertas. Así se responde a una:
requests-teach-open = Abra abajo una solicitud: qué se pide y por qué datos se conoce a la persona. En la línea de órdenes es «abide rights».
requests-teach-plan = Se buscan en los almacenes. Un plan muestra qué filas se van, cambian o quedan, y por qué. Si puede tratarse de varias personas, usted elige.
requests-teach-approve = Usted lee el plan y lo aprueba. Solo entonces cambia algo, y después se comprueba.
requests-id = Solicitud
requests-who = Persona
requests-deadline = Plazo
requests-waits = Espera
requests-next = Página siguiente
requests-first = Primera página
requests-shown = { $first }–{ $last } de { $total }
requests-shown-more = { $first }–{ $last } de más de { $total }
requests-shown-somewhere = { $rows } de más de { $total }
requests-new = Nueva solicitud
requests-new-form = Abrir una solicitud
requests-new-kind = Qué se pide
requests-new-who = De quién se trata
requests-new-who-help = Basta uno: correo electrónico, número de teléfono o número de cliente. Un nombre necesita además fecha de nacimiento o código postal.
requests-new-country = País
requests-new-country-help = Su ley fija el plazo. Los teléfonos sin prefijo se leen como números de este país.
requests-new-language = Idioma de la respuesta
requests-new-received = Recibida el
requests-new-set = Qué hay que rectificar (en una rectificación)
requests-new-column = Campo
requests-new-value = Valor correcto
requests-new-purposes = Para qué fines (en una oposición o retirada)
requests-new-purposes-help = Sin elegir, una oposición vale para todo uso por interés legítimo o misión pública y para toda mercadotecnia directa; una retirada vale para todo consentimiento.
requests-new-do = Abrir la solicitud

# Por qué no se hizo algo.
requests-not-done = No se ha hecho nada
requests-wrong-title = Error: { $title }
requests-changed = La solicitud ha cambiado desde que abrió esta página. Abajo ve cómo está ahora; decida de nuevo.
requests-hold-wrong = El bloqueo no se puso: necesita un motivo, un último día que no haya pasado y un dato que nadie más tenga.
requests-hold-gone = Ese bloqueo no existe o ya se levantó.
requests-handed-when = La copia no pudo entregarse ese día: indique uno entre el día en que se hizo y hoy.
requests-handed-how = Diga por qué medio se entregó la copia.
requests-failed = No se entendió este formulario. Recargue la página.
requests-kind-missing = Diga qué se pide.
requests-country-missing = Elija el país cuya ley fija el plazo.
requests-wrong-received = El día de recepción debe estar entre el 25 de mayo de 2018 y hoy.
requests-wrong-set = Diga qué campo está mal y un valor que pueda contener.
requests-unfit-column = «{ $field }» no es un campo de las filas propias de la persona que se pueda cambiar.
requests-unfit-twice = «{ $field }» aparece dos veces. Dé un solo valor.
requests-unfit-empty = «{ $field }» no puede quedar vacío. Dé el valor correcto.
requests-unfit-long = El valor para «{ $field }» es demasiado largo. Escriba { $most } caracteres como máximo.
requests-unfit-much = Los valores juntos son demasiado largos. Escriba { $most } bytes como máximo, y el resto en otra solicitud.
requests-unfit-integer = «{ $field }» admite un número entero.
requests-unfit-number = «{ $field }» admite un número, por ejemplo 12.50.
requests-unfit-text = «{ $field }» admite { $most } caracteres como máximo.
requests-unfit-date = «{ $field }» admite un día, escrito como 1980-05-31.
requests-unfit-moment = «{ $field }» admite un momento, escrito como 2026-11-27 12:00:00.
requests-unfit-truth = «{ $field }» admite true o false.
requests-unfit-json = «{ $field }» admite JSON.
requests-unfit-bytes = «{ $field }» contiene bytes, que aquí no se pueden escribir.
requests-unfit-uuid = «{ $field }» admite un UUID.
requests-unfit-other = «{ $field }» es del tipo «{ $native }», que no tiene ese valor.
requests-unfit-otherwise = «{ $field }» es del tipo «{ $native }» y contendría «{ $stands }», que no es lo escrito. Escríbalo así si es lo correcto, o dé un valor que el tipo admita entero.
requests-unfit-fact = A las personas se las reconoce por «{ $field }». { $why }
requests-count-wrong = El número escrito no es el de las filas. No se aprobó nada.
requests-choose-one = Elija al menos una persona, o diga que no es ninguna.
requests-reason-missing = Elija un motivo y escriba lo que se dice a la persona.
requests-begun = Ya se ha hecho algo. La solicitud ya no puede rechazarse ni retirarse.
requests-nothing-done = Todavía no se ha hecho nada por esta solicitud, así que aún no hay nada de lo que avisar a los destinatarios.
requests-no-exemption = Un consentimiento puede retirarse siempre, y siempre cabe oponerse a la mercadotecnia directa. Ninguna excepción permite rechazarlo.
requests-not-now = El estado de la solicitud no lo permite.
requests-store-away = Un almacén no respondió. Inténtelo de nuevo.
requests-wrong-email = No es una dirección de correo electrónico.
requests-wrong-phone = No se puede leer este número de teléfono. Escríbalo con el prefijo del país.
requests-wrong-name = El nombre no tiene letras.
requests-wrong-born = No es una fecha de nacimiento. Escriba año, mes y día: 1980-05-31.
requests-wrong-postal-code = No es un código postal.
requests-wrong-value = «{ $field }» está vacío, supera los { $n } bytes de texto o tiene caracteres que no se pueden leer.
requests-wrong-facts = Hay demasiados datos sobre la persona. Indique como máximo 16.
requests-wrong-shared = Esto no señala a una sola persona. Dé un correo, un teléfono o número de cliente, o un nombre con fecha de nacimiento o código postal.
requests-clock-late = El plazo ha pasado y ya no puede prorrogarse. Responda sin demora y diga por qué llega tarde.
requests-clock-twice = El plazo ya se prorrogó. La ley lo permite una vez.
requests-clock-reason = Dé el motivo que se dice a la persona.
requests-clock-until = Indique un último día posterior al actual.

# Plazos.
deadline-today = vence hoy
deadline-left = { $n ->
    [one] queda { $n } día
   *[other] quedan { $n } días
}
deadline-late = { $n ->
    [one] { $n } día de retraso
   *[other] { $n } días de retraso
}
deadline-paused = suspendido, { $left }
deadline-extended = prorrogado, { $left }
deadline-day = responder a más tardar el { $day }
deadline-holidays = Días festivos considerados: { $place }{ $n ->
    [0] {""}
    [one] {" "}y un día indicado por el sitio
   *[other] {" "}y { $n } días indicados por el sitio
}
deadline-put-off = Aplazado por días festivos: { $days }
deadline-unknown-holidays = No se conocen días festivos de este lugar: solo cuentan los fines de semana, así que el plazo indicado puede vencer antes que el real.
deadline-regional-holidays = Solo se cuentan los días festivos nacionales ({ $country }). Si se aplica un festivo regional, el plazo real puede vencer un día después.
deadline-region = Contar también los festivos de una región
deadline-region-text = Indique la región en «region» del archivo del sitio.
deadline-unknown-region = No se conocen días festivos propios de la región, solo los del país, así que el plazo indicado puede vencer antes que el real. Indique sus días del año en el archivo del sitio.
deadline-kept = en plazo
deadline-was = vencía el { $day }
deadline-source-gdpr-month = Art. 12.3 RGPD: un mes desde la recepción
deadline-source-eu-end = Reglamento (CEE, Euratom) n.º 1182/71, art. 3: misma fecha del último mes o su último día; día hábil siguiente
deadline-source-uk-month = UK GDPR, art. 12A, en vigor desde el 5 de febrero de 2026: un mes desde lo último de recepción, identidad o tasa
deadline-source-uk-end = ICO, derecho de acceso: misma fecha o último día del mes; día hábil siguiente
deadline-source-ch-days = LPD suiza, art. 25.7, y su ordenanza, art. 18.1: 30 días desde la recepción
deadline-source-ch-end = Código de Obligaciones suizo, arts. 77 y 78, y SR 173.110.3: el día de la recepción no cuenta; día hábil siguiente
deadline-source-gdpr-extension = Art. 12.3 RGPD: dos meses más, comunicados con sus motivos en el plazo de un mes
deadline-source-uk-extension = UK GDPR, art. 12A: dos meses más, comunicados con sus motivos en el plazo de un mes
deadline-source-ch-extension = Ordenanza suiza de protección de datos, art. 18.2: hasta el día que se comunica a la persona dentro de los 30 días
deadline-source-gdpr-pause = Art. 12.6 RGPD, Directrices 01/2022 del CEPD: suspendido mientras duren dudas razonables sobre la identidad
deadline-source-uk-pause-clarification = UK GDPR, art. 12A: no cuentan los días desde que se pregunta qué se quiere hasta la respuesta
deadline-source-uk-pause-start = UK GDPR, art. 12A: el plazo empieza cuando han llegado la identidad o la tasa
deadline-unknown-law = Abide no conoce el derecho de este país. Cuenta el plazo más corto de las leyes que conoce, sin esperar a un día hábil. Infórmese de lo que rige allí.

# Palabras.
request-kind-access = Acceso
request-kind-portability = Portabilidad
request-kind-rectification = Rectificación
request-kind-erasure = Supresión
request-kind-restriction = Limitación
request-kind-objection = Oposición
request-kind-withdrawal = Retirada del consentimiento
request-state-received = recibida
request-state-identified = persona conocida
request-state-planned = planificada
request-state-approved = aprobada
request-state-running = en ejecución
request-state-verifying = en comprobación
request-state-waiting = en espera
request-state-done = hecha
request-state-refused = rechazada
request-state-withdrawn = retirada
request-waits-identity = quién es
request-waits-identity-text = Espera hasta que se sepa de quién se trata.
request-waits-clarification = la respuesta de la persona
request-waits-clarification-text = Se preguntó a la persona qué quiere exactamente.
request-waits-approval = su aprobación
request-waits-approval-text = El plan espera su aprobación. No ha cambiado nada.
request-waits-approval-rest-text = { $n ->
    [one] El plan espera su aprobación. Es para el resto: { $rows } fila ya está suprimida o cambiada.
   *[other] El plan espera su aprobación. Es para el resto: { $rows } filas ya están suprimidas o cambiadas.
}
request-waits-approval-cut-text = El plan espera su aprobación. Otro anterior se interrumpió durante su ejecución.
request-waits-plan = un plan nuevo
request-waits-plan-text = Los datos cambiaron después del plan. Hace falta otro.
request-waits-store = un almacén
request-waits-store-text = Un almacén no responde. Se intenta cada minuto.
request-waits-unread-text = La cuenta de Abide no puede leer { $tables }, o no todas las filas. La última búsqueda en todos los almacenes lo necesita. Dele permiso de lectura; se intenta cada minuto.
request-waits-hand = trabajo a mano
request-waits-hand-text = Lo que queda, Abide no puede hacerlo solo. Alguien debe hacerlo a mano.
request-waits-residue = su decisión
request-waits-residue-text = Al releer se vio que algo no está como se planeó. Alguien debe decidir sobre ello.
request-waits-handing-out = la entrega
request-waits-handing-out-text = La copia está preparada. Alguien debe mirarla, entregarla y anotarlo. Hasta entonces la solicitud no está respondida y el plazo corre.
request-waits-turn = su turno
request-waits-worker = nada, está en curso
request-waits-turn-text = El servidor trabaja en ella.
request-waits-hour = las { $time } (UTC)
request-waits-hour-text = El servidor la llevará a cabo a las { $time } (UTC), junto con las demás supresiones del día.
request-waits-hour-verifying-text = Lo que había que suprimir está suprimido. A las { $time } (UTC) el servidor recorre todos los almacenes por las supresiones del día; solo entonces se da por hecha.
fact-email = Correo electrónico
fact-phone = Número de teléfono
fact-id = Número de cliente
fact-name = Nombre
fact-born = Fecha de nacimiento
fact-postal-code = Código postal
refusal-reason-unidentified = No se puede identificar a la persona (art. 11.2 y 12.2)
refusal-reason-unfounded = Manifiestamente infundada (art. 12.5)
refusal-reason-excessive = Excesiva, en particular repetida (art. 12.5)
refusal-reason-exempt = Una ley exceptúa de este derecho

# Lo que está en curso.
work-title = En curso ahora
work-finding = Buscando las filas de { $n ->
    [one] una persona
   *[other] { $requests } personas
} en el almacén «{ $store }»
work-erasing = Suprimiendo en el almacén «{ $store }», para { $n ->
    [one] una solicitud
   *[other] { $requests } solicitudes
}
work-reading-back = Releyendo lo hecho para { $n ->
    [one] una solicitud
   *[other] { $requests } solicitudes
}
work-sweeping = Leyendo enteros todos los almacenes en busca de valores que solo tenían las personas suprimidas, para { $n ->
    [one] una solicitud
   *[other] { $requests } solicitudes
}
work-closing = Cerrando { $n ->
    [one] una solicitud
   *[other] { $requests } solicitudes
}
work-cleaning = Retirando lo suprimido de los archivos del almacén «{ $store }»
work-far-requests = { $done } de { $n ->
    [one] una solicitud
   *[other] { $of } solicitudes
}
work-far-rows = { $done } de { $n ->
    [one] una fila
   *[other] { $of } filas
}
work-far-tables = { $done } de { $n ->
    [one] una tabla
   *[other] { $of } tablas
}
work-table = En la tabla «{ $table }»
work-table-rows = En la tabla «{ $table }», { $n ->
    [one] una fila leída
   *[other] { $rows } filas leídas
}
work-rate = { $many } por segundo
work-rate-one = una cada { $time }
work-left = { $rate }, quedan unos { $time }
work-since = desde hace { $time }
work-seconds = { $n } s
work-minutes = { $n } min
work-hours = { $hours } h { $n } min
work-live = Seguirlo en directo
work-still = Dejar de seguirlo, para abrir una solicitud

# Una solicitud.
request-title = { $kind } · { $id }
request-moment = { $day } a las { $time } { $zone }
request-by-browser = aquí, en el navegador
request-by-server = el servidor
name-said = Usted actúa como { $name }.
name-none = No se ha indicado ningún nombre para esta sesión.
name-unnamed = No se ha indicado ningún nombre para esta sesión: en el historial solo pondrá «aquí, en el navegador».
name-give = Indicar su nombre
name-label = Su nombre
name-help = Aparece en el historial junto a lo que usted aprueba, rechaza o marca, mientras este navegador esté abierto. Sin nombre, allí pone «aquí, en el navegador». Deje el campo vacío para retirarlo.
name-do = Recordar el nombre
request-forgotten = olvidada
request-stated = Lo que se indicó
request-again = Ya se ha pedido lo mismo
request-again-text = Una solicitud abierta del mismo tipo indica la misma dirección o el mismo número. Si es la misma solicitud, retire una de las dos.
request-beside = La misma dirección o el mismo número figura en otras solicitudes abiertas
request-live = Esta página se recarga cada dos segundos.
request-still = Detenerla para decidir
request-people = ¿De quién se trata?
request-people-none = No se encontró a nadie con lo que se indicó.
request-people-text = Según lo indicado, puede tratarse de cualquiera de estas personas. Pregunte si no está seguro.
request-people-by = hallada por
request-people-several = Elija varias si son una misma persona.
request-settle = Es esta persona
request-nobody = Ninguna de ellas
request-hand-title = A mano
request-hand-hold-first = Sobre esta persona hay un bloqueo legal. No suprima ni cambie nada de lo que abarca antes de que termine, aunque figure aquí.
request-hand = { $kind } en el almacén «{ $store }», a más tardar el { $day }
request-hand-versions = Versiones antiguas de lo suprimido en el almacén «{ $store }»: por eliminar a más tardar el { $day }
request-hand-versions-text = Abide no puede eliminarlas o no ha podido leerlas: un bloqueo las retiene todavía, su cuenta no tiene permiso, el almacén es de solo lectura o están dañadas. En un bucket, elimine todas las versiones anteriores y los marcadores de borrado de los objetos que «.abide-journal» enumera en «kept», o espere a que termine el bloqueo. Si no enumera ninguno, revise las versiones anteriores de todos los objetos de este almacén. En una carpeta en disco, elimine los demás nombres (enlaces duros) con los que se conservan los archivos.
request-hand-cleaned = Filas suprimidas en el almacén «{ $store }»: para quitar del todo, a más tardar el { $day }
request-hand-cleaned-text = Abide lo intenta por sí mismo, tras cada lote de supresiones y una vez al día. No lo consigue mientras siga abierta una transacción que empezó antes de la supresión, o si su cuenta no tiene permiso. Pida entonces al propietario de las tablas que ejecute VACUUM en las tablas del mapa y que refresque las vistas materializadas hechas con ellas.
request-hand-residue = Valores hallados en el almacén «{ $store }»: para quitar a mano, a más tardar el { $day }
request-hand-residue-text = Según el mapa de datos, estas filas y estos archivos no son de la persona; por eso Abide los deja como están. Quite a mano lo que dicen de la persona, retire los archivos que nadie necesita, o indique en el mapa de quién son. Después se vuelven a recorrer todos los almacenes.
request-hand-hold = Un bloqueo legal conserva filas en el almacén «{ $store }»: mirar el { $day } si ha terminado
request-hand-hold-text = En cuanto termine el bloqueo, retome la solicitud: se abre una nueva para la misma persona y su plan dice qué se suprime ahora.
request-take-up = Retomar la solicitud
request-hand-open = pendiente
request-hand-done = Está hecho
request-hand-done-at = hecho el { $at }
request-store-back = Probar ahora el almacén
request-residue = Después se hallaron valores
request-residue-text = Mire lo que se halló en los almacenes. Si no dice nada de la persona, o debe conservarse, puede quedar. Lo que deba irse se va con un plan nuevo, o a mano si el mapa de datos no lleva hasta allí.
request-residue-stays = Puede quedar
request-residue-goes = También se va, con un plan nuevo
request-unmet = Algo no está como debería
request-unmet-text = Al releer, lo hecho no estaba: alguien lo cambió o lo quitó entretanto.
request-unmet-stays = Puede quedar así
request-unmet-goes = Hacerlo de nuevo, con un plan nuevo
residue-where = Hallado:
residue-row = una fila de «{ $place }» que no debería estar
residue-new = una fila de «{ $place }» que llegó entretanto
residue-unchanged = en «{ $place }», un valor que no es el que debía ser
residue-value = { $n ->
    [one] un valor de la persona en { $rows } fila de «{ $place }»
   *[other] un valor de la persona en { $rows } filas de «{ $place }»
}
residue-view = { $n ->
    [one] un valor de la persona en { $rows } fila de la vista materializada «{ $place }»: refrésquela (REFRESH MATERIALIZED VIEW) cuando el valor ya no esté en su origen
   *[other] un valor de la persona en { $rows } filas de la vista materializada «{ $place }»: refrésquela (REFRESH MATERIALIZED VIEW) cuando el valor ya no esté en su origen
}
residue-file = { $n ->
    [one] un valor de la persona en { $rows } archivo de «{ $place }», en su texto o en su nombre
   *[other] un valor de la persona en { $rows } archivos de «{ $place }», en su texto o en su nombre
}
residue-differs = un almacén que ya no está como se dejó
request-archive = La copia para la persona
request-archive-text = Está en la carpeta del sitio, en .abide/exports, hasta 30 días después de entregarse; luego se suprime.
request-archive-get = Descargar la copia (ZIP, { $size })
request-handing = La copia está preparada: mirarla, entregarla, anotarlo
request-handing-text = Descárguela y mírela: debe ser la de esta persona, y no debería hablar de otras. Entréguela después a la persona, con la carta. Si es la de otra persona, corrija abajo lo que se anotó mal, o pregunte a la persona quién es.
request-handing-gone = La copia ya no está aquí. Si se entregó, anótelo; si no, haga que se haga de nuevo.
request-handing-day = Entregada el
request-handing-way = Por qué medio
way-post = por correo postal
way-email = por correo electrónico
way-download = para descargar, por un enlace o un portal
way-in-person = en mano
way-other = por otro medio
request-handing-end = Entonces la solicitud se cierra y se olvida de quién se trataba. No se puede deshacer.
request-handing-do = Se ha entregado
request-copy-again = Hacer la copia de nuevo
request-copy-again-text = Si los datos han cambiado desde entonces, o se corrigió el mapa de datos: esta copia se descarta y un nuevo plan espera su aprobación. El plazo sigue igual.
request-copy-again-do = Descartarla y planear de nuevo
request-recipients = A quién hay que avisar
request-recipients-text = Los destinatarios de los datos deben saber lo que se hizo (art. 19 RGPD). Marque a quién ha avisado.
request-recipients-later = Habrá que avisar a estos destinatarios una vez ejecutada la solicitud (art. 19 RGPD).
request-told = avisado: { $by }, { $at }
request-tell = Le he avisado
request-untell = No avisado: marcado por error
request-more = Qué más puede hacer
request-answered = La persona ha respondido
request-ask = Preguntar a la persona
request-ask-text = Pregunte a la persona con sus palabras y anote aquí que ha preguntado. Donde la ley lo permite, el plazo se detiene hasta la respuesta.
request-ask-identity = He preguntado quién es
request-ask-clarification = He preguntado qué quiere exactamente
request-correct = Algo se anotó mal
request-correct-text = Corrija lo que se indicó. Se busca de nuevo a la persona, y un plan ya hecho o aprobado queda sin efecto. El historial dice qué datos estaban mal, no cuáles eran.
request-correct-do = Corregir y buscar de nuevo
request-extend = Prorrogar el plazo
request-extend-text = La ley lo permite una vez, si la solicitud es compleja. Hay que decírselo a la persona antes del vencimiento, con el motivo.
request-reason = Motivo que se dice a la persona
request-extend-until = Nuevo último día
request-extend-do = Prorrogar el plazo
request-refuse = Rechazar la solicitud
request-refuse-text = Hay que decir a la persona por qué, y que puede reclamar ante la autoridad o acudir a un tribunal (art. 12.4 RGPD).
request-refuse-reason = Motivo
request-refuse-told = Lo que se dice a la persona
request-refuse-do = Rechazar la solicitud
request-take-back = La persona la retira
request-take-back-text = La solicitud se cierra y se olvida de quién se trataba.
request-take-back-do = Cerrar como retirada
request-lift-restriction = Levantar la limitación
request-lift-restriction-text = Hay que informar a la persona antes de que termine la limitación (RGPD, art. 18.3). Desde hoy puede volver a hacerse con sus datos lo que la política permite.
request-lift-restriction-do = He informado a la persona: levantarla
request-lift-objection = La persona retira la oposición
request-lift-objection-text = Desde hoy puede volver a hacerse con sus datos lo que la política permite.
request-lift-objection-do = Poner fin a la oposición
request-lift-withdrawal = La persona vuelve a consentir
request-lift-withdrawal-text = Desde hoy vuelve a contar el consentimiento que dé la persona. Guarde la prueba de cuándo y cómo lo dio (RGPD, art. 7.1).
request-lift-withdrawal-do = Volver a contar el consentimiento
request-facts = La solicitud
request-closed = Cerrada
request-policy = Respondida según la política
request-wishes = Por rectificar
request-characters = { $n ->
    [one] ({ $rows } carácter)
   *[other] ({ $rows } caracteres)
}
request-recordings = Grabaciones
request-recordings-shared = también aquellas en las que se oye a otras personas
request-extended = Prorrogado hasta el
request-history = Qué ocurrió
request-event-received = Recibida
request-event-identity-settled = Se aclaró de quién se trata
request-event-nobody = No se encontró a nadie con lo indicado
request-event-several-people = { $n ->
    [one] Puede tratarse de { $n } persona
   *[other] Puede tratarse de { $n } personas
}
request-event-asked = Se preguntó a la persona
request-event-answered = La persona respondió
request-event-plan-made = Plan elaborado: { $delete } por suprimir, { $change } por cambiar
request-event-plan-made-copy = Plan elaborado: { $n ->
    [one] { $copy } fila por copiar
   *[other] { $copy } filas por copiar
}, { $m ->
    [one] { $recordings } grabación
   *[other] { $recordings } grabaciones
}
request-event-plan-made-correct = Plan elaborado: { $rows } por rectificar
request-event-plan-made-choice = Plan elaborado
request-event-approved = Plan aprobado
request-event-approved-shared = Plan aprobado, con grabaciones en las que se oye a otras personas
request-event-refused = Rechazada
request-event-taken-back = Retirada por la persona
request-event-extended = Plazo prorrogado
request-event-started = Empezó la ejecución
request-event-step-done = Hecho en el almacén «{ $store }»
request-event-chosen = La elección vale desde ahora
request-event-lifted = La elección ya no vale
request-event-data-changed = Los datos ya no eran los del plan; no se hizo nada más
request-event-failed = No se pudo continuar: { $why }
request-event-store-away = Un almacén no respondió
request-event-store-unread = No se puede leer una tabla: { $tables }
request-event-store-back = Se prueba de nuevo el almacén
request-event-hand-needed = El almacén «{ $store }» necesita trabajo a mano
request-event-hand-needed-why = El almacén «{ $store }» necesita trabajo a mano: { $why }
request-event-hand-needed-again = Se miró en el almacén «{ $store }»: todavía no está todo hecho a mano
request-event-hand-done = Hecho a mano
request-event-looked-again = Se mira de nuevo qué queda por hacer a mano: se puso o se levantó un bloqueo legal
request-event-cleaned = Se limpió el almacén «{ $store }» de filas suprimidas
request-event-residue-found = Al releer se vio que algo no está como se planeó
request-event-residue-settled = Se decidió qué se hace con ello
request-event-told = Avisado: { $recipient }
request-event-not-told = Al final no avisado: { $recipient }; marcado por error
request-event-corrected = Se corrigió lo que se anotó mal: { $facts }
request-event-person-changed = La fila que era suya ya no contiene nada por lo que se reconocía a la persona: puede ser ahora de otra. Hay que decir de nuevo de quién se trata
request-event-copy-ready = La copia está preparada
request-event-copy-again = La copia se descartó, para hacerla de nuevo
request-event-handed-out = Copia entregada el { $day }, { $way }
request-event-done = Hecha y comprobada
request-event-forgotten = Se olvidó de quién se trataba
request-event-hold-placed = Los datos de la persona se bloquearon por una reclamación
request-event-hold-lifted = Se levantó un bloqueo de los datos de la persona
request-event-taken-up = El bloqueo ha terminado: la solicitud se retomó como una nueva
request-event-recounted = El último día se volvió a calcular con otros días festivos
request-event-recounted-moved = Los días festivos del sitio han cambiado ({ $place }): el último día era el { $from } y ahora es el { $day }
request-event-recounted-same = Los días festivos del sitio han cambiado ({ $place }): el último día sigue siendo el { $day }

# El plan.
step-pending = por hacer
step-running = en curso
step-done = hecho
step-failed = fallido
plan-title = Plan
plan-chosen = Persona elegida:
plan-delete = Suprimidas
plan-change = Cambiadas
plan-keep = Conservadas
plan-share = Compartidas
plan-seen = Solo vistas
plan-copy = Filas copiadas
plan-recordings = Grabaciones copiadas
plan-correct = Rectificadas
plan-table = Tabla
plan-why = Por qué
plan-made = Elaborado el
plan-approved = aprobado: { $by }, { $at }
plan-before = Comparado con el plan anterior
plan-before-same = Los números son iguales; han cambiado algunas filas.
plan-differs = { $what }: antes { $before }, ahora { $after }
plan-nothing = Ninguna fila de la persona contiene aquello de lo que trata esta solicitud, así que no hay nada que hacer.
plan-nobody-found = Con lo que indicó la persona no se encontró a nadie.
plan-nobody = Compruebe si hay un error al teclear. Si no, no hay nada que hacer, y se dice a la persona que no se encontraron datos.
plan-nobody-copy = Compruebe si hay un error al teclear. Si no, se dice a la persona que no se encontraron datos; la copia solo contiene lo que Abide guarda de esta solicitud y de las anteriores.
plan-nobody-choices = Compruebe si hay un error al teclear, o pida a la persona otra dirección u otro número: lo que elige se anota con lo que indicó y no cambia nada en los datos que se conocen por otra cosa. Se dice a la persona que no se encontraron datos.
plan-choices = Qué puede hacerse con los datos
plan-store-empty = En este almacén no cambia nada.
plan-nothing-right = No se encontró ninguna fila de esta persona que tenga estos campos: no hay nada que rectificar.
plan-export = La copia
plan-export-access = Se escribe un archivo ZIP. También contiene lo que el propio Abide guarda de la persona.
plan-export-portability = Se escribe un archivo ZIP con datos legibles por máquina.
plan-field = Campo
plan-was = Antes
plan-will = Después
plan-value-empty = (vacío)
plan-correct-asked = la persona dice que es inexacto
plan-correct-same = decía lo mismo que «{ $of }»
plan-correct-tied = la fila es de la persona por el valor de «{ $of }»
plan-left-title = Lo que se rige por un valor antiguo y no se rectifica
plan-left-text = Mírelo antes de aprobar: después, nada lleva de la persona a estas filas por este valor.
plan-left = { $n ->
    [one] «{ $field }», { $rows } fila, se rige por «{ $of }»: { $why }
   *[other] «{ $field }», { $rows } filas, se rigen por «{ $of }»: { $why }
}
plan-left-others = por este valor es también de otras personas
plan-left-taken = por el valor nuevo sería también de otras personas
plan-left-kept = debe quedar como está durante un tiempo
plan-left-fixed = la base de datos ata el valor; alguien tiene que rectificarlo a mano
plan-left-unfit = en el campo no cabe el valor nuevo; alguien tiene que rectificarlo a mano
plan-left-cleared = no hay valor nuevo
plan-hand = A mano: { $why }. Alguien lo hace y Abide lo comprueba.
plan-hand-tables = A mano: { $why } ({ $tables }). Alguien lo hace y Abide lo comprueba.
hand-why-read-only = según el mapa de datos, Abide no cambia nada aquí
hand-why-cannot = este almacén no puede hacerlo
hand-why-may-not = la cuenta de Abide no tiene permiso
hand-why-refused = el almacén lo rechazó
hand-why-cut-off = ya nada lleva a estas filas
hand-delete = { $n ->
    [one] Eliminar { $rows } fila de «{ $table }».
   *[other] Eliminar { $rows } filas de «{ $table }».
}
hand-change = { $n ->
    [one] Cambiar { $rows } fila de «{ $table }»: { $columns }.
   *[other] Cambiar { $rows } filas de «{ $table }»: { $columns }.
}
hand-column-empty = vaciar «{ $column }»
hand-column-unique = escribir en «{ $column }» otra cosa que no diga nada
hand-column-month = escribir en «{ $column }» el primer día de su mes
hand-column-redact = quitar de «{ $column }» lo que dice de la persona
hand-column-correct = escribir en «{ $column }» lo que pide la solicitud
hand-ask = A quién acudir o cómo se hace: { $how }
hand-again = Abide ha mirado y todavía no está todo hecho. Queda:
hand-left = { $n ->
    [one] { $rows } fila de «{ $table }»
   *[other] { $rows } filas de «{ $table }»
}
hand-rows = Las filas
hand-rows-none = Las filas no se enumeran: ninguna clave las nombra de forma duradera, o son demasiadas. El mapa de datos dice cómo se encuentran.
hand-after = Diga aquí cuándo está hecho: Abide mira si es cierto y, si no, vuelve a pedirlo.
plan-choices-restriction = Desde ahora los datos solo se conservan: se rechaza cualquier otro uso.
plan-choices-objection = Desde ahora se rechazan los usos para estos fines: { $purposes }.
plan-choices-withdrawal = Desde ahora ningún consentimiento es válido para estos fines: { $purposes }.
plan-all-purposes = todos los fines que abarca el derecho
plan-all-purposes-named = todos los fines que abarca el derecho; según la política de hoy: { $purposes }
plan-all-purposes-none = todos los fines que abarca el derecho; según la política de hoy, ninguno
plan-gone-person = { $n ->
    [one] { $rows } suprimida: es la fila de la propia persona
   *[other] { $rows } suprimidas: son las filas de la propia persona
}
plan-gone-edge = { $n ->
    [one] { $rows } suprimida: por «{ $column }» pertenece a una fila de «{ $table }» que es de la persona, y según el mapa esas filas se suprimen
   *[other] { $rows } suprimidas: por «{ $column }» pertenecen a filas de «{ $table }» que son de la persona, y según el mapa esas filas se suprimen
}
plan-gone-over = el plazo durante el que «{ $statement }» conservaba esas filas ha terminado
plan-columns = Columnas que cambian: { $columns }
plan-column-empty = «{ $column }» (se vacía)
plan-column-unique = «{ $column }» (otro valor, que no dice nada)
plan-column-month = «{ $column }» (primer día del mes)
plan-column-redact = «{ $column }» (se quita lo que dice de la persona)
plan-statement = Declaración de la política: «{ $statement }»
plan-why-others = { $n ->
    [one] { $rows } cambiada: es también de otros y queda para ellos, sin esta persona
   *[other] { $rows } cambiadas: son también de otros y quedan para ellos, sin esta persona
}
plan-why-rule = { $n ->
    [one] { $rows } cambiada: el mapa dice que una fila así queda sin su persona
   *[other] { $rows } cambiadas: el mapa dice que esas filas quedan sin su persona
}
plan-why-referred = { $n ->
    [one] { $rows } cambiada: otras filas que quedan remiten a ella
   *[other] { $rows } cambiadas: otras filas que quedan remiten a ellas
}
plan-why-lets-go = { $n ->
    [one] { $rows } cambiada: solo suelta filas que se suprimen
   *[other] { $rows } cambiadas: solo sueltan filas que se suprimen
}
plan-why-share = { $n ->
    [one] { $rows } compartida: es también de otros y no dice nada de esta sola persona
   *[other] { $rows } compartidas: son también de otros y no dicen nada de esta sola persona
}
plan-why-recordings = { $n ->
    [one] { $rows } compartida: una grabación en la que puede oírse a esta persona; permanece por las demás personas de la llamada
   *[other] { $rows } compartidas: grabaciones en las que puede oírse a esta persona; permanecen por las demás personas de las llamadas
}
plan-why-seen = { $n ->
    [one] { $rows } solo vista: no es de esta persona
   *[other] { $rows } solo vistas: no son de esta persona
}
plan-why-keep = { $n ->
    [one] { $rows } conservada hasta el { $until }: { $statement }
   *[other] { $rows } conservadas hasta el { $until }: { $statement }
}
plan-why-keep-term = { $n ->
    [one] { $rows } conservada durante { $term }: { $statement }
   *[other] { $rows } conservadas durante { $term }: { $statement }
}
plan-why-keep-open = { $n ->
    [one] { $rows } conservada: { $statement }
   *[other] { $rows } conservadas: { $statement }
}
plan-tells = { $n ->
    [one] { $rows } que queda seguirá hablando de la persona: en «{ $column }», que el mapa no nombra, hay un valor por el que no se conoce a nadie más. Se encontrará después del paso, y alguien tendrá que decidir. Para evitarlo, nombre la columna en el mapa antes de aprobar: erase = "redact" quita a la persona del texto, "empty" la vacía, "keep" la deja como está
   *[other] { $rows } que quedan seguirán hablando de la persona: en «{ $column }», que el mapa no nombra, hay valores por los que no se conoce a nadie más. Se encontrarán después del paso, y alguien tendrá que decidir. Para evitarlo, nombre la columna en el mapa antes de aprobar: erase = "redact" quita a la persona del texto, "empty" la vacía, "keep" la deja como está
}
plan-keys = { $n ->
    [one] { $rows } que queda seguirá hablando de la persona: «{ $column }» es una clave o remite a una, y no puede cambiar mientras algo remita a ella. Se encontrará después del paso, y alguien tendrá que decidir: dar a mano otra clave al registro en el almacén o dejarlo como está
   *[other] { $rows } que quedan seguirán hablando de la persona: «{ $column }» es una clave o remite a una, y no puede cambiar mientras algo remita a ella. Se encontrarán después del paso, y alguien tendrá que decidir: dar a mano otra clave a los registros en el almacén o dejarlos como están
}
plan-stays = { $n ->
    [one] { $rows } de la propia persona que queda conserva lo que hay en «{ $column }»: el mapa no nombra la columna, y no puede estar vacía. Si habla de la persona, como una calle o una fecha de nacimiento, nómbrela en el mapa antes de aprobar
   *[other] { $rows } de la propia persona que quedan conservan lo que hay en «{ $column }»: el mapa no nombra la columna, y no puede estar vacía. Si habla de la persona, como una calle o una fecha de nacimiento, nómbrela en el mapa antes de aprobar
}
plan-why-nothing = { $rows } quedan sin la persona: nada de lo que el mapa nombra en ellas y que puede cambiar habla de nadie, así que nada cambia en ellas
plan-why-asked = { $n ->
    [one] { $rows } rectificada: la persona dice que es inexacta
   *[other] { $rows } rectificadas: la persona dice que son inexactas
}
plan-why-tied = { $n ->
    [one] { $rows } rectificada: es de la persona por el valor inexacto
   *[other] { $rows } rectificadas: son de la persona por el valor inexacto
}
plan-why-right = { $n ->
    [one] { $rows } ya está como la persona desea
   *[other] { $rows } ya están como la persona desea
}
plan-why-voices = { $n ->
    [one] En { $rows } grabación se oye a otras personas: solo se copia si lo dice alguien que lo ha ponderado
   *[other] En { $rows } grabaciones se oye a otras personas: solo se copian si lo dice alguien que lo ha ponderado
}
plan-why-voices-left = { $n ->
    [one] En { $rows } grabación se oye a otras personas: no se copia
   *[other] En { $rows } grabaciones se oye a otras personas: no se copian
}
plan-why-voices-shared = { $n ->
    [one] En { $rows } grabación se oye a otras personas: se copia de todos modos, como decidió alguien que lo ha ponderado
   *[other] En { $rows } grabaciones se oye a otras personas: se copian de todos modos, como decidió alguien que lo ha ponderado
}
plan-why-sound = { $n ->
    [one] { $rows } fila dice de una grabación qué archivo es, su tamaño y su tipo: el sonido mismo cuenta como grabación
   *[other] { $rows } filas dicen de grabaciones qué archivos son, su tamaño y su tipo: el sonido mismo cuenta como grabación
}
plan-why-omit = { $n ->
    [one] { $rows } omitida: la persona no la facilitó por consentimiento o contrato
   *[other] { $rows } omitidas: la persona no las facilitó por consentimiento o contrato
}
plan-keeps-law = { $statement }, exigido por la ley: { $law }
plan-keeps-law-unnamed = { $statement }, exigido por la ley
plan-keeps-hold = bloqueo legal: { $reason }
plan-keeps-hold-others = bloqueo legal sobre otra persona a la que también pertenecen estas filas
approve-nothing = Cerrar: no hay nada que suprimir
approve-held = Cerrar: por ahora se conserva todo
approve-erase = { $n ->
    [one] Suprimir { $rows } fila
   *[other] Suprimir { $rows } filas
}
approve-erase-change = { $n ->
    [one] Suprimir { $rows } fila, cambiar { $change }
   *[other] Suprimir { $rows } filas, cambiar { $change }
}
approve-rectify = { $n ->
    [one] Rectificar { $rows } fila
   *[other] Rectificar { $rows } filas
}
approve-rectify-nothing = Cerrar: no hay nada que rectificar
approve-access = Hacer la copia
approve-portability = Hacer la copia para llevar
approve-voices = Entregar también grabaciones en las que se oye a otras personas
approve-voices-help = Solo si no les perjudica: usted lo ha ponderado (RGPD, art. 15.4). Si no, la copia tiene las grabaciones que son solo de la persona.
approve-restriction = Limitar desde ahora
approve-objection = Rechazar estos usos desde ahora
approve-withdrawal = Anotar la retirada
approve-type = No se puede deshacer. Escriba cuántas filas se suprimen o cambian: { $rows }

# El resultado de una solicitud cerrada.
result-title = Resultado
result-true = Releído: lo que debía suprimirse ya no está.
result-nobody = Con lo que indicó la persona no se encontró a nadie, y no se hizo nada. La carta dice que no se encontraron datos.
result-swept = Se han leído por completo todas las tablas y, en la medida en que son texto, todos los archivos que nombra el mapa de datos: no queda ningún valor por el que se conociera solo a esta persona.
result-swept-versions = Se han leído por completo todas las tablas y, en la medida en que son texto, todos los archivos que nombra el mapa de datos: salvo en versiones antiguas que se conservan (véase más abajo), no queda ningún valor por el que se conociera solo a esta persona.
result-swept-but = Se han leído por completo todas las tablas y, en la medida en que son texto, todos los archivos que nombra el mapa de datos: los valores por los que se conocía solo a esta persona ya no están más que en lo que permanece.
result-swept-but-versions = Se han leído por completo todas las tablas y, en la medida en que son texto, todos los archivos que nombra el mapa de datos: los valores por los que se conocía solo a esta persona ya no están más que en lo que permanece y en versiones antiguas que se conservan (véase más abajo).
result-short = { $n ->
    [one] { $rows } valor de la persona tiene menos de cinco caracteres: no se ha buscado, porque aparecería en todas partes.
   *[other] { $rows } valores de la persona tienen menos de cinco caracteres: no se han buscado, porque aparecerían en todas partes.
}
result-files = También se han leído los archivos que no están en ninguna tabla del mapa de datos, en la medida en que son texto: ni en ellos ni en sus nombres hay un valor así.
result-unread = { $n ->
    [one] { $rows } archivo no se ha podido leer como texto y por eso no se ha examinado: { $kinds }.
   *[other] { $rows } archivos no se han podido leer como texto y por eso no se han examinado: { $kinds }.
}
result-unread-large-object = { $n ->
    [one] No se ha examinado { $rows } objeto grande de PostgreSQL: esos objetos no están en ninguna tabla y se quedan cuando se van las filas que los nombran.
   *[other] No se han examinado { $rows } objetos grandes de PostgreSQL: esos objetos no están en ninguna tabla y se quedan cuando se van las filas que los nombran.
}
result-unread-foreign-table = { $n ->
    [one] No se ha examinado { $rows } tabla foránea de PostgreSQL: sus filas están en otro servidor. Si contienen datos de personas, ponga ese servidor como un almacén propio.
   *[other] No se han examinado { $rows } tablas foráneas de PostgreSQL: sus filas están en otro servidor. Si contienen datos de personas, ponga ese servidor como un almacén propio.
}
result-unread-word-index = { $n ->
    [one] No se ha examinado { $rows } índice de texto completo sin su texto: sus palabras no se pueden leer, y las de las filas suprimidas se quedan en él hasta que se vuelva a crear.
   *[other] No se han examinado { $rows } índices de texto completo sin su texto: sus palabras no se pueden leer, y las de las filas suprimidas se quedan en ellos hasta que se vuelvan a crear.
}
unread-audio = grabaciones
unread-video = vídeos
unread-picture = imágenes
unread-document = documentos como PDF
unread-packed = archivos comprimidos
unread-database = bases de datos
unread-link = enlaces que llevan a otro sitio
unread-forbidden = lo que la cuenta no puede leer
unread-name = nombres que no se admiten
unread-other = otros formatos
result-not-swept = No se han leído por completo los almacenes: pueden quedar valores de esta persona donde el mapa de datos no lleva.
result-by-hand = { $n ->
    [one] { $rows } de estas filas se hizo a mano, y también se comprobó.
   *[other] { $rows } de estas filas se hicieron a mano, y también se comprobaron.
}
result-accepted = Releído: algo no estaba como se había previsto, y alguien decidió que se queda.
result-unknown = { $n ->
    [one] { $rows } fila más pudo suprimirse en un paso interrumpido: los datos cambiaron antes de que nadie pudiera mirar.
   *[other] { $rows } filas más pudieron suprimirse en un paso interrumpido: los datos cambiaron antes de que nadie pudiera mirar.
}
result-stays = Qué queda
result-rows = Filas
result-until = Hasta el
result-no-day = no se conoce el día
result-shared = son también de otros y no dicen nada de esta sola persona
result-recordings = grabaciones en las que puede oírse a esta persona; permanecen por las demás personas de las llamadas
result-until-others = mientras sean de los demás
result-own-request = Esta solicitud queda con su historia hasta el { $day }, como prueba de cómo se respondió.
result-own-marks = Las marcas por las que se reconoce a la persona si se importa otra vez quedan hasta el { $day }.
result-own-copies = { $n ->
    [one] También se suprimió { $rows } copia de una solicitud anterior.
   *[other] También se suprimieron { $rows } copias de solicitudes anteriores.
}
result-own-ready = { $n ->
    [one] { $rows } copia está lista y aún no se ha entregado: contiene lo que se suprimió. Retire su solicitud o entréguela; entonces desaparece a los 30 días.
   *[other] { $rows } copias están listas y aún no se han entregado: contienen lo que se suprimió. Retire sus solicitudes o entréguelas; entonces desaparecen a los 30 días.
}
result-disks = En los discos de los almacenes
result-disk-nothing = Nada suprimido queda en sus archivos.
result-disk-until-reused = Hay restos de filas suprimidas en el espacio libre de sus archivos hasta que lo sobrescriba.
result-disk-until-cleaned = Hay filas suprimidas, muertas, en sus tablas o en vistas hechas con ellas, hasta que se limpie.
result-disk-versions = Las versiones antiguas quedan hasta que alguien las quite.
result-disk-locked = Las versiones antiguas están bloqueadas; el bloqueo termina el { $day }.
result-gone-by = Desaparece de registros y copias de seguridad a más tardar el { $day }.
result-gone-by-unknown = El mapa no dice cuánto duran las copias de seguridad.
result-gone-by-cleaned = Aún no se sabe cuándo las habrán olvidado los registros y las copias de seguridad: eso cuenta desde la limpieza.
result-corrected = { $n ->
    [one] Se rectificó { $rows } fila, en: { $columns }
   *[other] Se rectificaron { $rows } filas, en: { $columns }
}
result-corrected-true = Releído: los datos están como quería la persona.
result-corrected-nothing = No había nada que rectificar: la persona no tiene ninguna fila con { $columns }.
result-choices-restriction = Desde el { $day } los datos solo se conservan: se rechaza cualquier otro uso.
result-choices-objection = Desde el { $day } se rechazan los usos para estos fines: { $purposes }.
result-choices-withdrawal = Desde el { $day } ningún consentimiento es válido para estos fines: { $purposes }.
result-choices-gone = Lo elegido ya no vale, o una solicitud posterior ocupó su lugar.
result-choices-nobody = Con lo que indicó la persona no se encontró a nadie. Lo que eligió está anotado desde el { $day } y vale para quien se conozca así más adelante. La carta dice que no se encontraron datos.
result-copy-gone = La copia ya no está aquí: las copias se suprimen 30 días después de entregarse, o cuando se suprime a la persona.
result-handed = La copia se entregó el { $day }, { $way }.
result-taken-back = La persona retiró la solicitud.

# Lo que las tablas propias de Abide tienen de una persona.
own-title = En las tablas propias de Abide
own-open = { $n ->
    [one] { $rows } solicitud que sigue abierta
   *[other] { $rows } solicitudes que siguen abiertas
}
own-proof = { $n ->
    [one] { $rows } solicitud cerrada, conservada como prueba de cómo se respondió
   *[other] { $rows } solicitudes cerradas, conservadas como prueba de cómo se respondieron
}
own-erased = { $n ->
    [one] { $rows } marca de una supresión
   *[other] { $rows } marcas de una supresión
}
own-chosen = { $n ->
    [one] { $rows } elección que se respeta mientras sea válida
   *[other] { $rows } elecciones que se siguen mientras valen
}
own-held = { $n ->
    [one] { $rows } bloqueo legal, conservado como prueba de por qué quedaron datos
   *[other] { $rows } bloqueos legales, conservados como prueba de por qué quedaron datos
}
own-until = { $what } (hasta el { $day })

# Bloqueos legales: lo que no debe suprimirse porque una reclamación lo necesita.
holds-title = Bloqueos legales
holds-text = Lo bloqueado no se suprime (art. 17.3.e del RGPD): una reclamación puede necesitarlo como prueba. Todo lo demás se suprime.
holds-until = hasta el { $day }
holds-open = hasta que se levante
holds-ended = terminó el { $day }
holds-lifted = levantado: { $by }, { $at }
holds-placed = puesto: { $by }, { $at }
holds-everything = todo sobre la persona
holds-covers = solo { $what }
holds-lift = Levantar el bloqueo
holds-place = Poner un bloqueo legal
holds-place-text = Un plan que espera aprobación se hace de nuevo; uno que se está ejecutando se detiene antes del almacén siguiente.
holds-reason = Para qué reclamación
holds-reason-help = Sin datos personales. La persona lo ve en la copia de sus datos.
holds-last = Último día; vacío si no se conoce
holds-tables = Solo estas tablas; todo si no se elige ninguna
holds-do = Poner el bloqueo

# El mapa de datos.
map-title = Mapa de datos
map-lead = Dónde están los datos sobre personas, de quién son y por qué regla, y adónde van.
map-wrong = Qué está mal
map-drawn = Dibujado
map-drawn-text = A la izquierda están las personas. Las flechas llevan a las filas que les pertenecen, y hacia fuera a regiones y destinatarios. Lo mismo está en las tablas de abajo.
map-scroll = El dibujo es más ancho que esta ventana: desplácelo hacia la derecha para ver las regiones y los destinatarios.
map-key-people = tabla de personas
map-key-table = tabla
map-key-outside = región o destinatario
map-key-wrong = algo está mal
map-key-owns = pertenece a la persona
map-key-sees = la persona puede verlo
map-rules = Como tabla
map-alone = Ninguna regla lleva a o sale de:
map-to = Filas de
map-rule = Regla
map-from = De quién es
map-columns = Por columnas
map-when = Si
map-erase = En la supresión
map-erase-delete = suprimidas
map-erase-anonymize = anonimizadas
map-erase-none = nada
map-kept = conservadas un tiempo
map-kept-in = está en
map-receives = recibe: { $what }
map-nobody = Las filas de «{ $table }» no son de nadie: no se encuentran cuando alguien pide sus datos. Añada una relación o quite la tabla del mapa.
map-no-people = Ninguna tabla del mapa tiene personas, así que no se puede encontrar a nadie. Nombre la tabla cuyas filas son personas.
map-flows = Adónde van los datos
map-store = Almacén
map-goes-to = Va a
map-files = Archivos del mapa:
edge-owned-by = pertenece a
edge-owns = poseída con
edge-accessed-by = vista por
edge-accesses = vista con
map-check = Comparar con los almacenes
map-check-text = Se leen las primeras filas de cada tabla y se comparan con el mapa y la política. No cambia nada ni se muestra ningún valor.
map-check-do = Revisar los almacenes
map-check-clean = Lo que se miró encaja con el mapa y la política.
