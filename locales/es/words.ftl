# Las listas de palabras de P3P y del RGPD, un mensaje por palabra.

access-nonident = No se recogen datos que identifiquen a una persona, así que no hay nada a lo que dar acceso.
access-all = Puede ver todos los datos que se conservan sobre usted.
access-contact-and-other = Puede ver sus datos de contacto y parte de los demás datos que se conservan sobre usted.
access-ident-contact = Puede ver sus datos de contacto.
access-other-ident = Puede ver parte de los datos que se conservan sobre usted, pero no sus datos de contacto.
access-none = La organización no da acceso a los datos que conserva.

purpose-current = prestación de lo solicitado: la página, el servicio, el pedido
purpose-admin = funcionamiento y seguridad del sitio y del servicio
purpose-develop = mejora del sitio, del servicio y de los productos
purpose-tailoring = adaptación de las páginas durante una sola visita, sin recordarla después
purpose-pseudo-analysis = análisis de intereses y hábitos bajo un seudónimo
purpose-pseudo-decision = decisión, bajo un seudónimo, de lo que se muestra
purpose-individual-analysis = análisis de los intereses y hábitos de una persona identificada
purpose-individual-decision = decisiones sobre una persona identificada
purpose-contact = envío de ofertas por correo postal, correo electrónico o mensaje
purpose-historical = conservación de documentos con fines históricos
purpose-telemarketing = llamadas telefónicas con ofertas
purpose-other-purpose = otra finalidad

purpose-current-short = prestación de lo solicitado
purpose-admin-short = funcionamiento y seguridad del servicio
purpose-develop-short = mejora del servicio
purpose-tailoring-short = adaptación de las páginas durante una visita
purpose-pseudo-analysis-short = análisis bajo un seudónimo
purpose-pseudo-decision-short = decisiones bajo un seudónimo
purpose-individual-analysis-short = análisis de los hábitos de personas identificadas
purpose-individual-decision-short = decisiones sobre personas identificadas
purpose-contact-short = envío de ofertas
purpose-historical-short = conservación con fines históricos
purpose-telemarketing-short = llamadas con ofertas
purpose-other-purpose-short = otra finalidad

recipient-ours = nosotros mismos y los proveedores sujetos a nuestras instrucciones
recipient-delivery = servicios de reparto, que pueden usar los datos también para fines propios
recipient-same = organizaciones que tratan los datos igual que nosotros
recipient-unrelated = organizaciones que no sabemos cómo tratan los datos
recipient-public = el público
recipient-other-recipient = organizaciones que tratan los datos de otro modo, pero responden ante nosotros

recipient-ours-short = nosotros mismos
recipient-delivery-short = servicios de reparto
recipient-same-short = socios con las mismas reglas
recipient-unrelated-short = organizaciones sobre las que no tenemos control
recipient-public-short = el público
recipient-other-recipient-short = socios con otras reglas

retention-no-retention = No se conservan: desaparecen al terminar la visita o la llamada.
retention-stated-purpose = Solo mientras la finalidad lo exija; después se borran.
retention-legal-requirement = Mientras la ley lo exija; después se borran.
retention-business-practices = Según nuestro propio calendario de borrado.
retention-indefinitely = Sin límite fijado.

category-physical = direcciones postales, números de teléfono y nombres
category-online = direcciones de correo electrónico y otros contactos en línea
category-uniqueid = identificadores, como números de cuenta y de cookie
category-purchase = compras y pagos realizados
category-financial = datos bancarios y de tarjetas
category-computer = datos del dispositivo y del navegador
category-navigation = páginas visitadas y enlaces seguidos
category-interactive = datos introducidos y búsquedas
category-demographic = circunstancias personales, como edad, sexo o ingresos
category-content = contenido de llamadas y mensajes
category-state = marcas que reconocen una visita o una sesión
category-political = afiliación política, religiosa o sindical
category-health = salud
category-preference = gustos y preferencias
category-location = lugar en el que se encuentra una persona
category-government = números de identificación oficiales
category-other-category = otros datos

redress-correct = se corrigen los errores
redress-money = se indemnizan los daños
redress-law = lo que disponga la ley

resolution-service = nuestro servicio de atención al cliente
resolution-independent = un organismo independiente
resolution-court = un tribunal
resolution-law = una autoridad

choice-always = Esto ocurre en todo caso.
choice-opt-out = Esto ocurre salvo que usted lo rechace.
choice-opt-in = Esto ocurre solo si usted acepta antes.
# Lo mismo para una política que habla a los clientes: eligen las personas afectadas.
choice-opt-out-people = Esto ocurre salvo que la persona lo rechace.
choice-opt-in-people = Esto ocurre solo si la persona acepta antes.
choice-opt-out-people-word = la persona puede rechazarlo
choice-opt-in-people-word = solo si la persona acepta
choice-always-word = en todo caso
choice-opt-out-word = puede rechazarlo
choice-opt-in-word = solo si acepta

basis-consent = consentimiento
basis-contract = contrato
basis-legal-obligation = obligación legal
basis-vital-interests = protección de intereses vitales
basis-public-task = misión de interés público
basis-legitimate-interests = intereses legítimos
basis-consent-article = art. 6.1.a { $law }
basis-contract-article = art. 6.1.b { $law }
basis-legal-obligation-article = art. 6.1.c { $law }
basis-vital-interests-article = art. 6.1.d { $law }
basis-public-task-article = art. 6.1.e { $law }
basis-legitimate-interests-article = art. 6.1.f { $law }

storage-cookie = cookie
storage-flash = objeto Flash
storage-local-storage = almacenamiento local
storage-session-storage = almacenamiento de sesión
storage-indexed-db = base de datos del navegador

subject-visitor = visitantes del sitio
subject-customer = clientes
subject-caller = personas que llaman o reciben llamadas
subject-contact = contactos de una agenda
subject-agent = personas que atienden llamadas
subject-employee = miembros del personal
subject-applicant = candidatos a un empleo

source-person = facilitados por la persona
source-observed = generados durante el uso
source-derived = deducidos de otros datos
source-customer = introducidos por un cliente
source-third-party = de otra organización
source-public = de fuentes públicas

keeps-since-collection = { $period } desde el día en que se recogieron los datos
keeps-since-last-use = { $period } desde el día en que se usaron los datos por última vez
keeps-since-contract-end = { $period } desde el fin del contrato o de la cuenta
keeps-since-year-end = { $period } desde el fin del año natural

ground-adequacy = decisión de adecuación
ground-standard-clauses = cláusulas contractuales tipo
ground-binding-corporate-rules = normas corporativas vinculantes
ground-code-of-conduct = código de conducta aprobado
ground-certification = certificación aprobada
ground-explicit-consent = consentimiento explícito
ground-contract-necessity = necesidad para un contrato con la persona

special-explicit-consent = consentimiento explícito
special-employment = derecho laboral y de la seguridad social
special-vital-interests = protección de intereses vitales
special-non-profit = pertenencia a una entidad sin ánimo de lucro
special-made-public = datos que la propia persona ha hecho públicos
special-legal-claims = ejercicio o defensa de reclamaciones
special-public-interest = interés público esencial
special-health-care = asistencia sanitaria
special-public-health = salud pública
special-research = archivo, investigación y estadística

role-controller = responsable del tratamiento
role-processor = encargado del tratamiento

law-eu = RGPD
law-uk = RGPD del Reino Unido
