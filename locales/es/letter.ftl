# Lo que se comunica a las personas sobre su solicitud: que tarda más, que se deniega o qué se ha hecho (art. 12 del RGPD). La carta se dirige a la persona; lo que la rodea, a quien tramita las solicitudes.

letter-title-done = Respuesta a su solicitud
letter-title-refused = Su solicitud se deniega
letter-title-extended = Su solicitud necesita más tiempo
letter-title-withdrawn = Su solicitud está cerrada
letter-from = De
letter-to = Para
letter-date = Fecha
letter-asked = Usted solicitó
letter-received = Recibida el
letter-number = Nuestra referencia
letter-asked-access = el acceso a sus datos y una copia de ellos
letter-asked-portability = sus datos, para llevárselos
letter-asked-rectification = la rectificación de sus datos
letter-asked-erasure = la supresión de sus datos
letter-asked-restriction = la limitación: que sus datos solo se conserven
letter-asked-objection = que cesen los usos de sus datos a los que se opone
letter-asked-withdrawal = la retirada de su consentimiento
letter-greeting = Estimada señora, estimado señor:
letter-close = Atentamente,

# Denegada.
letter-refused = Por qué no damos curso a su solicitud
letter-refused-lead = Hemos examinado su solicitud y no le damos curso. Le comunicamos el motivo ({ $article }):
letter-ground-unidentified = Con lo que nos ha indicado no podemos determinar qué datos son suyos ({ $article }).
letter-ground-unfounded = La solicitud es manifiestamente infundada ({ $article }).
letter-ground-excessive = La solicitud es excesiva, en particular porque repite otras anteriores ({ $article }).
letter-ground-exempt = La ley prevé una excepción a este derecho, y aquí se aplica ({ $article }).
letter-more-unidentified = Si nos indica algo más que permita reconocerle, volveremos a buscar.
letter-article-reasons = art. 12.4 { $law }
letter-article-unidentified = arts. 11.2 y 12.2 { $law }
letter-article-unfounded = art. 12.5 { $law }
letter-article-excessive = art. 12.5 { $law }
letter-article-exempt-access = arts. 15.4 y 23 { $law }
letter-article-exempt-portability = arts. 20.3, 20.4 y 23 { $law }
letter-article-exempt-rectification = art. 23 { $law }
letter-article-exempt-erasure = arts. 17.3 y 23 { $law }
letter-article-exempt-restriction = art. 23 { $law }
letter-article-exempt-objection = arts. 21.1 y 23 { $law }

# Prorrogada.
letter-extended = Por qué tarda más
letter-extended-lead = No podemos responder a su solicitud en el plazo habitual. Tendrá nuestra respuesta el { $day } a más tardar ({ $article }).
letter-extended-reason = El motivo:
letter-article-extended = art. 12.3 { $law }
letter-article-extended-uk = art. 12A { $law }

letter-withdrawn = Usted ha retirado su solicitud y la hemos cerrado. No se ha hecho nada con sus datos por ella. Puede presentar otra en cualquier momento.

# Atendida.
letter-done = Qué hemos hecho
letter-late = Debería haber recibido nuestra respuesta a más tardar el { $day } ({ $article }). Llega tarde, y le pedimos disculpas por ello.
letter-none = Hemos buscado datos sobre usted con todo lo que nos indicó y no hemos encontrado ninguno.
letter-none-own = Lo que conservamos de esta solicitud y de otras anteriores suyas acompaña a esta carta en un fichero ZIP.
letter-none-portability = Puede llevarse lo que usted nos facilitó con su consentimiento o para un contrato. No tenemos datos suyos de ese tipo.
letter-erased = { $n ->
    [one] Hemos suprimido { $rows } registro sobre usted.
   *[other] Hemos suprimido { $rows } registros sobre usted.
}
letter-erased-nothing = No había nada que pudiéramos suprimir ahora: lo que tenemos debe conservarse todavía o se refiere también a otras personas.
letter-changed = { $n ->
    [one] { $rows } registro debe permanecer o se refiere también a otras personas: hemos quitado de él lo que se refería a usted.
   *[other] { $rows } registros deben permanecer o se refieren también a otras personas: hemos quitado de ellos lo que se refería a usted.
}
letter-unknown = { $n ->
    [one] Es posible que se haya suprimido { $rows } registro más; ya no pudo comprobarse.
   *[other] Es posible que se hayan suprimido { $rows } registros más; ya no pudo comprobarse.
}
letter-true = Después hemos vuelto a leer los datos: lo que había que suprimir ya no está.
letter-swept = También hemos buscado, en todas las bases de datos y todos los archivos registrados, indicios que solo permitieran reconocerle a usted, y no hemos encontrado ninguno.
letter-swept-versions = También hemos buscado, en todas las bases de datos y todos los archivos registrados, indicios que solo permitieran reconocerle a usted. Solo pueden quedar en versiones antiguas de archivos que todavía no podemos eliminar.
letter-swept-but = También hemos buscado, en todas las bases de datos y todos los archivos registrados, indicios que solo permitieran reconocerle a usted. Ya no están más que en lo que permanece.
letter-swept-but-versions = Además, hemos buscado, en todas las bases de datos y todos los archivos registrados, indicios que solo permitieran reconocerle a usted. Ya no están más que en lo que permanece y en versiones antiguas de archivos que aún no podemos borrar.
letter-short = { $n ->
    [one] No hemos buscado { $rows } dato de menos de cinco caracteres, como un número corto, porque aparecería en todas partes.
   *[other] No hemos buscado { $rows } datos de menos de cinco caracteres, como números cortos, porque aparecerían en todas partes.
}
letter-files = También hemos examinado los demás archivos de los mismos lugares, en la medida en que son texto.
letter-unread = { $n ->
    [one] { $rows } archivo no se ha podido examinar, por ejemplo porque es una grabación o una imagen, o porque no se puede abrir.
   *[other] { $rows } archivos no se han podido examinar, por ejemplo porque son grabaciones o imágenes, o porque no se pueden abrir.
}
letter-unread-inside = { $n ->
    [one] { $rows } parte de nuestras bases de datos no se ha podido examinar. Todavía puede haber en ella datos sobre usted.
   *[other] { $rows } partes de nuestras bases de datos no se han podido examinar. Todavía puede haber en ellas datos sobre usted.
}
letter-accepted = Al volver a leer los datos, algo no estaba como se había previsto. Una persona lo ha examinado y ha decidido que se queda. Si nos pregunta, le diremos más.
letter-corrected = { $n ->
    [one] Hemos rectificado { $rows } registro.
   *[other] Hemos rectificado { $rows } registros.
}
letter-corrected-true = Después hemos vuelto a leer los datos: están como usted pidió.
letter-corrected-nothing = Hemos examinado los datos que tenemos sobre usted. Lo que quiere que se rectifique no está entre ellos, así que no hemos cambiado nada.
letter-copy-access = La copia de sus datos acompaña a esta carta en un fichero ZIP. Abra primero la página «index.html» que contiene: dice qué hay, qué falta y por qué.
letter-copy-portability = Sus datos acompañan a esta carta en un fichero ZIP, en formatos que otros programas pueden leer. Abra primero la página «index.html» que contiene: dice qué hay, qué falta y por qué.
letter-chosen-restriction = Desde el { $day } solo conservamos sus datos; cualquier otro uso se deniega. Le avisaremos antes de que eso termine ({ $article }).
letter-chosen-objection = Desde el { $day } ya no usamos sus datos para aquello a lo que se opuso: { $purposes } ({ $article }).
letter-chosen-objection-all = Desde el { $day } ya no usamos sus datos para nada a lo que usted pueda oponerse ({ $article }).
letter-chosen-withdrawal = Desde el { $day } su consentimiento ya no vale para: { $purposes }. Lo hecho hasta entonces sigue siendo lícito ({ $article }).
letter-chosen-withdrawal-all = Desde el { $day } ya no vale ninguno de sus consentimientos. Lo hecho hasta entonces sigue siendo lícito ({ $article }).
letter-chosen-gone = Lo que eligió con esta solicitud ya no vale, o una solicitud posterior suya ocupó su lugar.
letter-chosen-nobody = Anotamos el { $day } lo que eligió: si nos llegan datos que podamos atribuirle por lo que nos indicó, vale también para ellos. Si es posible que le conozcamos por otra dirección u otro número, díganoslo.
letter-article-chosen-restriction = art. 18 { $law }
letter-article-chosen-objection = art. 21 { $law }
letter-article-chosen-withdrawal = art. 7.3 { $law }

# Lo que permanece.
letter-stays = Qué permanece y por qué
letter-stays-lead = Todavía no suprimimos lo siguiente, porque debe conservarse:
letter-stays-caption = Datos que aún se conservan
letter-held = Datos necesarios para reclamaciones
letter-held-why = formulación, ejercicio o defensa de reclamaciones (RGPD, art. 17.3, letra e)
letter-what = Qué
letter-records = Registros
letter-until = Hasta
letter-until-open = aún no se conoce el día
letter-why = Por qué
letter-shared = { $n ->
    [one] { $rows } registro se refiere también a otras personas y no dice nada solo de usted. Permanece.
   *[other] { $rows } registros se refieren también a otras personas y no dicen nada solo de usted. Permanecen.
}
letter-shared-recordings = { $n ->
    [one] { $rows } grabación en la que puede oírse su voz permanece, porque se refiere también a las demás personas de la llamada.
   *[other] { $rows } grabaciones en las que puede oírse su voz permanecen, porque se refieren también a las demás personas de las llamadas.
}
letter-backups = En las copias de seguridad y los registros técnicos, lo suprimido puede permanecer hasta el { $day }. Entonces habrá desaparecido también de ahí.
letter-backups-open = En las copias de seguridad y los registros técnicos, lo suprimido puede permanecer hasta que se sobrescriban.
letter-traces = En el espacio libre de los archivos de nuestras bases de datos pueden quedar rastros de lo suprimido hasta que otros datos se escriban encima.
letter-own-proof = También sus solicitudes anteriores permanecen algún tiempo, como prueba de cómo las respondimos.
letter-own-chosen = Lo que decidió antes, por ejemplo oponerse a las ofertas, lo conservamos mientras tengamos que respetarlo.
letter-own-marks = Si sus datos vuelven a llegarnos, queremos notarlo. Por eso guardamos hasta el { $day } una marca cifrada. No dice a nadie quién es usted.
letter-own-request = Conservamos esta solicitud y nuestra respuesta hasta el { $day }, para poder demostrarla ({ $article }).
letter-own-request-open = Conservamos esta solicitud y nuestra respuesta durante { $period } después de la respuesta, para poder demostrarla ({ $article }).
letter-article-proof = art. 5.2 { $law }

# A quién más se avisa.
letter-recipients = A quién más se avisa
letter-recipients-told = Se ha avisado a estos destinatarios de sus datos de lo que hemos hecho ({ $article }):
letter-recipients-untold = Aún hay que avisar a estos destinatarios de sus datos ({ $article }):
letter-article-recipients = art. 19 { $law }

# Si no está de acuerdo.
letter-complaint = Si no está de acuerdo
letter-complaint-us = Puede escribirnos y una persona volverá a examinarlo:
letter-complaint-authority = Puede presentar una reclamación ante la autoridad de control ({ $article }).
letter-complaint-list = Las direcciones de todas las autoridades de la Unión Europea y del Espacio Económico Europeo:
letter-court-eea = También puede acudir a los tribunales: donde estamos establecidos o donde usted vive ({ $article }).
letter-court = También puede acudir a los tribunales ({ $article }).
letter-article-court = art. 79 { $law }

# Alrededor de la carta, para quien tramita las solicitudes.
letter-page = Carta a la persona
letter-page-text = En el idioma de la persona. Abide no envía nada: imprímala, o descárguela y envíela usted.
letter-page-days = Lo que escribió sobre la denegación se conserva 30 días después del cierre, para que la carta pueda entregarse.
letter-gone = Lo que escribió sobre la denegación se conservó 30 días y está borrado. Ya no hay carta.
letter-show = Leer la carta
letter-name = Nombre y dirección
letter-name-help = Solo figuran en la carta y no se guardan.
letter-name-do = Ponerlos en la carta
letter-why-late = Por qué la respuesta llega tarde
letter-why-late-help = La persona debería conocer el motivo. Solo figura en la carta y no se guarda.
letter-download = Descargar como página (HTML)
letter-preview = Vista previa de la carta
letter-preview-text = Todavía no ha ocurrido nada. Esto es lo que recibe la persona si deniega la solicitud.
letter-preview-extension = Todavía no ha ocurrido nada. Esto es lo que recibe la persona si prorroga el plazo. La ley lo permite una vez.
letter-preview-do = Ver antes la carta
requests-duty-told = Hay que avisar de lo hecho a: { $names }
requests-duty-told-more = Hay que avisar de lo hecho a: { $names } y otros { $n }
requests-duty-open = pendiente
