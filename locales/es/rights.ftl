# Lo que recibe quien pide sus datos: la página del archivo y las palabras de sus ficheros. Se dirige a la persona.

export-title = Sus datos
export-title-portability = Sus datos, para llevárselos
export-lead = Estos son los datos que { $name } tiene sobre usted, tal como estaban el { $date }. Esta página explica qué son; los datos mismos están en los ficheros adjuntos.
export-lead-portability = Estos son los datos que usted facilitó a { $name }, tal como estaban el { $date }, en formatos que otros programas pueden leer. Puede entregarlos a quien quiera.
export-data = Qué hay aquí
export-none = No se han encontrado datos sobre usted.
export-caption = { $count ->
    [one] Un registro sobre usted
   *[other] { $count } registros sobre usted
}
export-what = Qué
export-records = Registros
export-until = Se conserva hasta
export-files = Ficheros
export-conversations = { $count ->
    [one] Hay una conversación en la carpeta «conversations».
   *[other] Hay { $count } conversaciones en la carpeta «conversations».
}
export-recordings = { $count ->
    [one] Hay una grabación en la carpeta «recordings».
   *[other] Hay { $count } grabaciones en la carpeta «recordings».
}
export-overdue = { $count ->
    [one] En un registro ya ha pasado el día hasta el que debía conservarse. Pregúntenos por qué sigue aquí.
   *[other] En { $count } registros ya ha pasado el día hasta el que debían conservarse. Pregúntenos por qué siguen aquí.
}
export-left-out = Qué falta y por qué
export-left-out-none = No se ha omitido nada.
export-left-out-lead = La copia de sus datos no debe perjudicar los derechos de otras personas. Por eso no está aquí, o no ha podido incluirse, lo siguiente:
export-left-out-values = { $count ->
    [one] Un valor que se refiere o puede referirse a otra persona. En su lugar figura «[se refiere a otra persona]».
   *[other] { $count } valores que se refieren o pueden referirse a otras personas. En su lugar figura «[se refiere a otra persona]».
}
export-left-out-places = { $count ->
    [one] El nombre, número o dirección de otra persona en un lugar de un texto. Allí figura «[…]».
   *[other] Nombres, números y direcciones de otras personas en { $count } lugares de los textos. Allí figura «[…]».
}
export-left-out-recordings = { $count ->
    [one] Una grabación: en ella también se oye a otra persona, o ya no existe.
   *[other] { $count } grabaciones: en ellas también se oye a otra persona, o ya no existen.
}
export-left-out-conversations = { $count ->
    [one] Una conversación de la que no se pudo quitar a las demás personas.
   *[other] { $count } conversaciones de las que no se pudo quitar a las demás personas.
}
export-left-out-records = { $count ->
    [one] Un registro que usted no nos facilitó con su consentimiento o para un contrato. Lo recibirá si pide una copia de todo.
   *[other] { $count } registros que usted no nos facilitó con su consentimiento o para un contrato. Los recibirá si pide una copia de todo.
}
export-left-out-ask = Si cree que falta algo que le corresponde, díganoslo: lo revisará una persona.
export-how = Cómo leer los ficheros
export-how-csv = Para personas: los abre una hoja de cálculo. Delante de un texto que esta tomaría por una fórmula hay un apóstrofo. El separador es el que esos programas esperan en su idioma.
export-how-json = Para programas: cada valor tal como está guardado. Lo describe un fichero contiguo que termina en «.schema.json».
export-how-vcon = Conversaciones en un formato de texto abierto que leen los programas de llamadas y mensajes.
export-how-manifest = enumera todos los ficheros con sus sumas de comprobación.
export-policy = Lo que sigue procede de nuestra política vigente ({ $version }), en lo que atañe a estos datos. El texto completo:
export-omitted = [se refiere a otra persona]
export-kept-until = Se conserva hasta
export-own-lead = Para responder a sus solicitudes y poder demostrarlo (arts. 5.2 y 12 del RGPD), conservamos lo que pidió, qué se hizo y lo que eligió. Que se suprimieron los datos de alguien se conserva como una marca que no dice a nadie quién era. Los archivos que terminan en «.schema.json» dicen de cada columna para qué sirve y cuánto tiempo se conserva.
export-own = Sus solicitudes
export-own-caption = { $count ->
    [one] Una entrada sobre sus solicitudes
   *[other] { $count } entradas sobre sus solicitudes
}
export-seen = En lo que usted ha trabajado
export-seen-lead = Estos registros no tratan de usted. Los escribió, trabajó en ellos o puede verlos por su tarea. Lo que dicen de otras personas es de ellas y no figura aquí.
export-seen-caption = { $count ->
    [one] Un registro que usted puede ver
   *[other] { $count } registros que usted puede ver
}
export-other = Otros datos
export-column-moment = Fecha u hora
export-column-duration = Duración en segundos
export-column-link = Referencia a un registro
export-column-key = Número del registro
export-column-truth = Sí o no
export-column-number = Cifra
export-column-detail = Dato
export-own-requests = Lo que usted nos ha pedido
export-own-asked = Solicitud
export-own-received = Recibida el
export-own-due = Respuesta antes del final del
export-own-state = Estado
export-own-waits-you = su respuesta
export-own-waits-us = nosotros
export-own-in-file = véase { $name }
export-own-event-plan-made = Se ha elaborado un plan
export-own-event-step-done = Se ha realizado un paso
export-own-event-several-people = Se han encontrado varias personas
export-own-event-person-changed = Una fila es ahora de otra persona
export-own-event-cleaned = Se han limpiado de un almacén las filas borradas
export-own-event-hand-needed = Algo debe hacerse a mano
export-own-event-told = Se avisó a un destinatario
export-own-event-not-told = Al final no se avisó a un destinatario
export-own-event-corrected = Se corrigió lo que se había anotado mal
export-own-event-handed-out = Se entregó la copia
