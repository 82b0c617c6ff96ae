# Lo que busca datos personales: la página donde se pega un texto y se ve marcado, el nombre de los hallazgos y lo que los respalda.

# La página.
find = Encontrar datos personales en un texto
find-description = Pegue una carta, una tabla o una llamada: se marcan los datos personales, cada uno con lo que lo respalda y con la categoría que una política debe declarar.
find-lead = Pegue una carta, un registro, una tabla o una llamada, o elija un archivo. Se marca todo lo que apunta a personas, con lo que respalda cada hallazgo y la categoría que una política debe declarar. Nada de ello se guarda ni se registra.
find-label = Texto
find-help = Texto sin formato, CSV, JSON, vCon, WebVTT o un mensaje de correo, hasta un megabyte.
find-file = O un archivo
find-sure = Mostrar los hallazgos
find-sure-doubtful = al menos concebibles
find-sure-possible = al menos posibles
find-sure-strong = casi seguros
find-button = Encontrar datos personales
find-examples = O tome uno de estos:
find-example-letter = una carta
find-example-table = una tabla
find-example-call = una llamada
find-sample-letter =
    Estimada señora Villarejo:

    Gracias por su llamada del 14/03/2026. Hemos anotado su nuevo número, teléfono +44 20 7946 0958, y en adelante le
    escribiremos a leocadia.villarejo@example.org.
    La devolución se abonará en el IBAN ES91 2100 0418 4502 0005 1332; la tarjeta 4111 1111 1111 1111 ya no recibirá
    cargos.

    Un cordial saludo
find-sample-table =
    cliente;teléfono;correo;importe
    Leocadia Villarejo;+44 20 7946 0958;leocadia@example.org;19,90
    Anselmo Bermejo;+44 20 7946 0123;anselmo@example.net;240,00
    Casilda Montoya;+44 20 7946 0417;;12,50
    Baldomero Sanz;+44 20 7946 0666;baldomero@example.com;8,00
    Jacinta Olmedo;+44 20 7946 0802;jacinta@example.org;77,25
find-sample-call =
    WEBVTT

    00:00.000 --> 00:04.000
    <v Agente>Buenos días, atención al cliente, ¿en qué puedo ayudarle?

    00:04.000 --> 00:11.000
    <v Clienta>Mi número de teléfono es el +44 20 7946 0958 y mi correo es leocadia@example.org.

# Lo que se ha encontrado.
find-found = Lo que se ha encontrado
find-empty = No hay texto que examinar.
find-none = No se ha encontrado nada que apunte a una persona.
find-some = { $n ->
    [one] Un hallazgo.
   *[other] { $kinds ->
        [one] { $n } hallazgos de un solo tipo.
       *[other] { $n } hallazgos de { $kinds } tipos.
    }
}
find-read-text = Leído como texto sin formato.
find-read-csv = Leído como tabla.
find-read-json = Leído como JSON.
find-read-email = Leído como mensaje de correo.
find-read-call = Leído como llamada.
find-read-log = Leído como registro de un servidor web, con lo que codifican sus direcciones descodificado.
find-read-office = Leído como parte de un documento ofimático.
find-left-out = El texto se muestra hasta sus { $n } primeros hallazgos o hasta donde cabe en una página. El archivo JSON Lines contiene todos los hallazgos.
find-legend = Los tipos encontrados
find-kind = Tipo
find-count = Hallazgos
find-category = En la política
find-jsonl = Guardar los hallazgos como JSON Lines
find-marked = El texto
find-evidence = Lo que los respalda
find-evidence-help = Elija un hallazgo en el texto o aquí para ver lo que lo respalda.
find-back = Mostrar en el texto
find-form = Forma
find-normal = En escritura única
find-why = Por qué
find-declare = Una declaración de la política debe incluir: { $category }
find-place = Dónde
find-line = línea { $line }, columna { $column }
find-column = Columna { $n }
find-column-kind = { $n } % { $kind }
find-misses = { $n ->
    [one] Parecía un dato personal y no se ha notificado: 1
   *[other] Parecían datos personales y no se han notificado: { $n }
}
find-misses-more = { $n ->
    [one] No se muestra { $n } más.
   *[other] No se muestran { $n } más.
}
find-miss = parecía: { $kind }. No se ha notificado porque { $why }.

# Cuán seguro es un hallazgo.
sure = { $words } ({ $n } %)
sure-certain = seguro
sure-strong = casi seguro
sure-likely = probable
sure-possible = posible
sure-doubtful = dudoso

# Lo que respalda un hallazgo, una frase cada vez.
evidence-pattern = está escrito en la forma «{ $name }»
evidence-pattern-iban = está escrito como un número de cuenta internacional
evidence-pattern-local-domain = tiene un nombre, una arroba y un dominio que puede existir
evidence-pattern-mask = parte de sus cifras está oculta
evidence-pattern-card-expiry = es un mes y un año como los que muestran las tarjetas
evidence-pattern-card-expiry-code = es un mes y un año como los que muestran las tarjetas, con un código
evidence-pattern-street = tiene una calle y un número
evidence-pattern-country-number = tras un signo más figuran el país y el número
evidence-pattern-00country-number = tras dos ceros figuran el país y el número
evidence-pattern-3-3-4-digits = son diez cifras en los grupos de Norteamérica
evidence-pattern-number-x-extension = es un número con extensión
evidence-pattern-0area-number = tras un cero figuran el prefijo y el número
evidence-pattern-digits-in-groups = son cifras en grupos
evidence-pattern-street-number--postcode-town = tiene una calle y un número, o un código postal y una localidad
evidence-pattern-unit = nombra un piso, una planta o un edificio
evidence-pattern-post-box = es un apartado de correos
evidence-pattern-postcode-town = es un código postal con una localidad
evidence-pattern-dotted-decimal = son cuatro números hasta 255 separados por puntos
evidence-pattern-hexadecimal-groups = son grupos de cifras hexadecimales separados por dos puntos
evidence-pattern-hexadecimal-pairs = son seis pares de cifras hexadecimales
evidence-pattern-label = una etiqueta lo anuncia
evidence-pattern-private-key = es una clave privada entre sus marcas
evidence-check = la comprobación de «{ $name }» se cumple
evidence-check-luhn = el dígito de control es correcto (Luhn)
evidence-check-mod-97 = los dígitos de control son correctos (módulo 97)
evidence-check-country = empieza por un país y tiene la longitud de ese país
evidence-check-issuer-range = sus primeras cifras pertenecen a una red de tarjetas
evidence-check-numbering-plan = el plan de numeración del país tiene números así
evidence-check-tracking = el dígito de control del número de seguimiento es correcto
evidence-check-vin = el dígito de control del número de bastidor es correcto
evidence-dictionary = figura en la lista «{ $name }»
evidence-dictionary-places = figura en la lista de lugares
evidence-dictionary-professions = figura en la lista de profesiones
evidence-dictionary-titles = figura en la lista de títulos
evidence-context-before = la palabra «{ $word }» está delante
evidence-context-after = la palabra «{ $word }» está detrás
evidence-model = el modelo de lengua lo reconoce así, con un margen del { $n } %
evidence-seen = lo mismo aparece en otra parte del texto, donde el contexto lo aclara
evidence-spoken = está dictado: hay palabras en lugar de cifras y signos
evidence-column = la mayoría de los valores de la columna son de este tipo: { $kind }
evidence-rule = una regla de la organización lo nombra: «{ $name }»

# Por qué algo no se ha notificado; sigue a «porque».
miss-age-of-thing = es la edad de una cosa, no de una persona
miss-amount = es un importe o una cantidad
miss-check-digit = el dígito de control es incorrecto
miss-context = nada a su alrededor dice qué es
miss-country = ese código de país no existe
miss-domain = el dominio no puede existir
miss-language = es el nombre de un idioma
miss-length = es demasiado largo o demasiado corto
miss-no-person = no apunta a ninguna persona
miss-phone-context = nada a su alrededor dice que sea un número de teléfono
miss-phone-other = es un número de otro tipo
miss-placeholder = es un texto de relleno
miss-plain-word = es una palabra corriente
miss-range = queda fuera de lo asignado
miss-spoken-count = se dictan demasiadas cifras o demasiado pocas
miss-version = es un número de versión

# Los tipos de datos personales.
personal-person = nombre de una persona
personal-address = dirección postal
personal-loc = lugar
personal-org = organización
personal-email = dirección de correo electrónico
personal-phone = número de teléfono
personal-date = fecha
personal-date-of-birth = fecha de nacimiento
personal-age = edad
personal-ip = dirección IP
personal-mac = dirección de tarjeta de red
personal-url = dirección web
personal-user = nombre de usuario
personal-id = número de cliente, contrato o expediente
personal-natid = número de identificación oficial
personal-iban = IBAN
personal-bic = identificador de banco (BIC)
personal-account = número de cuenta bancaria
personal-card = número de tarjeta de pago
personal-cvv = código de verificación de tarjeta
personal-expiry = caducidad de tarjeta
personal-plate = número de vehículo
personal-title = título o profesión
personal-nrp = nacionalidad, religión o grupo político
personal-union = afiliación sindical
personal-health = datos de salud
personal-sexuality = vida u orientación sexual
personal-biometric = datos biométricos
personal-genetic = datos genéticos
personal-device = identificador de dispositivo
personal-cookie = identificador de cookie o sesión
personal-geo = coordenadas
personal-sip = dirección SIP
personal-secret = contraseña o clave
personal-other = otros datos personales
