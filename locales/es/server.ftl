# Las páginas propias del servidor: la que valora lo que se pega y las respuestas que dicen por qué no hay página.

# La página que explica y valora.
try = Explicar y valorar una política
try-description = Pegue una política compacta, una cabecera P3P o un archivo de política: se explica, se comprueba y se valora como lo hacen los navegadores.
try-lead = Pegue una política compacta, una cabecera P3P, una política P3P en XML o un archivo de política. Se explica palabra a palabra, se comprueba y se valora como lo hacen los navegadores. No se guarda ni se registra nada.
try-label = Política
try-help = Sirve lo que le muestre el navegador o un editor, con o sin comillas.
try-button = Explicar y valorar
try-preview = Mostrar como página
try-examples = O elija una de estas:
try-example-marketing = una tienda que escribe a sus clientes
try-example-careful = una tienda que pregunta antes
try-example-header = una cabecera con errores

# Qué se ha pegado.
try-kind-compact = Es una política compacta.
try-kind-p3p = Es P3P en XML.
try-kind-policy = Es un archivo de política.
try-kind-site = Es un archivo de sitio: dice dónde están las políticas y no contiene ninguna.
try-empty = No se ha pegado nada. Un navegador lo trataría como si no hubiera política.

# Qué se ha encontrado.
try-found = Qué se ha encontrado
try-found-none = No se ha encontrado ningún error.
try-found-errors = { $n ->
    [one] { $n } error: la política no se publicaría.
    [many] { $n } de errores: la política no se publicaría.
   *[other] { $n } errores: la política no se publicaría.
}
try-found-warnings = { $n ->
    [one] { $n } advertencia: no impide la publicación.
    [many] { $n } de advertencias: no impiden la publicación.
   *[other] { $n } advertencias: no impiden la publicación.
}
try-found-more = { $n ->
    [one] Hay { $n } más que no se muestra.
    [many] Hay { $n } más que no se muestran.
   *[other] Hay { $n } más que no se muestran.
}
try-severity-error = error
try-severity-warning = advertencia
try-severity-acknowledged = advertencia aceptada
try-line = línea { $line }, columna { $column }
try-whole = todo el texto

# En qué resulta.
try-compact = La política compacta
try-compact-of = La política compacta de «{ $name }»
try-compact-derived = En pocas palabras, para los navegadores:

# Respuestas sin página.
refusal-instead = Qué hay:
refusal-not-found-title = Aquí no hay ninguna página
refusal-not-found-text = Puede que la dirección esté mal escrita o que la página tenga ahora otro nombre. Las versiones publicadas de las políticas no desaparecen nunca: búsquelas en «Todas las versiones».
refusal-method-title = Esta página solo se puede leer
refusal-method-text = Lo que se ha enviado no se puede hacer con esta dirección.
refusal-not-acceptable-title = En ningún idioma que usted acepte
refusal-not-acceptable-text = Su navegador rechaza todos los idiomas en los que existe esta página. Aun así, puede elegir uno:
refusal-timeout-title = Ha tardado demasiado
refusal-timeout-text = La petición no ha llegado a tiempo. Envíela de nuevo, por favor.
refusal-too-large-title = Es demasiado largo
refusal-too-large-text = De una política se leen como máximo 256 kilobytes, y de un texto en el que se buscan datos personales, como máximo un megabyte. Quizá se haya enviado otra cosa.
refusal-media-type-title = Este formato no se lee aquí
refusal-media-type-text = La petición debe ser un formulario, o JSON donde lo pida la interfaz para programas.
refusal-no-text-title = Este archivo no contiene texto
refusal-no-text-text = Está comprimido o en un formato que aquí no se lee. Guarde una hoja de cálculo como CSV o un documento como texto sin formato y envíe eso.
refusal-input-title = Falta algo
refusal-input-text = La petición se ha podido leer, pero una parte falta o no se puede usar.
refusal-bad-request-title = Esta petición no se puede leer
refusal-bad-request-text = No es lo que espera esta dirección.
refusal-internal-title = Algo ha fallado por nuestra parte
refusal-internal-text = Ha quedado anotado y usted no ha hecho nada mal. Inténtelo de nuevo más tarde, por favor.
