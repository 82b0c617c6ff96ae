# Las páginas que acompañan a la política de privacidad.

# Página inicial.
start = Privacidad en { $name }
start-description = Las políticas de privacidad de { $name }, vigentes y archivadas, para personas y para programas.
start-lead = Aquí se explica qué hace { $name } con los datos personales: con palabras sencillas y en formatos que leen los programas.
start-policies = Políticas vigentes
start-read = Leer la política
start-since = Se aplica desde
start-version = Versión
start-hash = Huella
start-role = Para quién
start-role-controller = Para visitantes, clientes y todas las personas sobre cuyos datos decidimos
start-role-processor = Para los clientes por cuya cuenta tratamos datos y para las personas afectadas
start-more = Ver con más detalle
start-cookies-text = qué se guarda en su navegador y cómo rechazarlo o borrarlo
start-sub-processors-text = quién trabaja para nosotros, dónde y desde cuándo
start-record-text = cada actividad de tratamiento, tal como la ley exige registrarla
start-archive-text = todas las versiones publicadas y qué ha cambiado
start-compact = Cómo la valoran los navegadores: { $title }
start-compact-text = la política compacta token a token, con valoraciones y motivos
start-compact-before = Cómo valoraban los navegadores la versión anterior ({ $version })
start-changes-text = para las personas y línea por línea
start-try-text = pegue una política compacta, una cabecera o un archivo de política y vea su explicación y su valoración
start-find-text = pegue una carta, una tabla o una llamada y vea marcados los datos personales, con lo que respalda cada hallazgo
start-machine = Para programas
start-p3p = Archivo de referencia de P3P
start-policy-xml = Política P3P: { $title }
start-schema-xml = Esquema de datos P3P: { $title }
start-jsonld = Data Privacy Vocabulary (JSON-LD): { $title }
start-source = Texto fuente (TOML): { $title }
start-security = Dónde comunicar problemas de seguridad (security.txt)
start-gpc = Global Privacy Control

# Archivo.
archive = Todas las versiones
archive-description = Todas las versiones de todas las políticas que ha publicado { $name }.
archive-lead = Una versión publicada no cambia nunca. Su huella lo demuestra: cualquiera puede calcularla a partir del texto fuente.
archive-caption = Versiones de «{ $title }»
archive-version = Versión
archive-effective = Se aplica desde
archive-state = Estado
archive-hash = Huella (SHA-256)
archive-texts = Textos
archive-read = Política de privacidad
archive-source = Texto fuente
archive-compact = Política compacta
archive-changes = Qué ha cambiado
archive-state-current = vigente
archive-state-announced = anunciada
archive-state-past = anterior
archive-full = Texto fuente de la versión { $version }
archive-full-caption = El texto fuente es aquel del que se genera todo lo que hay aquí; para la huella cuenta cada byte.

# Cambios entre dos versiones.
changes = Qué ha cambiado: { $title }
changes-description = Qué ha cambiado para las personas entre las versiones { $before } y { $after }.
changes-lead = La versión { $after } comparada con la versión { $before }.
changes-effective = Se aplica a partir del { $date }.
changes-before = Antes
changes-after = Ahora
changes-none = Para las personas no ha cambiado nada.
changes-better = más protección
changes-worse = menos protección
changes-neutral = ni más ni menos
changes-notices = Las dos completas
changes-notice-before = Versión { $version }, antes
changes-notice-after = Versión { $version }, ahora
changes-lines = El texto fuente línea a línea

# Cookies.
cookies = Cookies y otro almacenamiento
cookies-description = Qué guarda { $name } en los navegadores y cómo rechazarlo o borrarlo.
cookies-lead = Aquí figura todo lo que nuestras páginas guardan en su navegador, qué es y cómo deshacerse de ello.
cookies-list = Qué guardamos
cookies-none = En su navegador no se guarda nada.
cookies-caption = Se guarda en el navegador: { $title }
cookies-name = Nombre
cookies-kind = Tipo
cookies-for = Para qué
cookies-lifetime = Cuánto tiempo
cookies-lifetime-session = hasta que se cierra el navegador
cookies-lifetime-tab = hasta que se cierra la pestaña
cookies-lifetime-stays = hasta que se borra
cookies-provider = Lo pone
cookies-provider-own = nosotros
cookies-data = Corresponde a
cookies-choice = Su elección
cookies-what = Qué es todo esto
cookies-what-cookie = Cookie
cookies-what-cookie-text = Un pequeño texto que un sitio pide a su navegador que guarde y que devuelva con cada petición. Una cookie de sesión termina al cerrar el navegador; una persistente permanece hasta un día fijado, en los navegadores actuales 400 días como máximo. Gracias a ella, el sitio sabe que dos peticiones proceden del mismo navegador: para una cesta o un inicio de sesión es necesario; para seguir a las personas de un sitio a otro, no.
cookies-what-local = Almacenamiento local, almacenamiento de sesión, base de datos del navegador
cookies-what-local-text = Almacenamiento que los scripts de un sitio llenan y leen. Nada de ello se envía por sí solo. El almacenamiento de sesión termina con la pestaña; el almacenamiento local y las bases de datos del navegador permanecen hasta que usted o el sitio los borran. Al borrar «las cookies y los datos de sitios» se borran también.
cookies-what-flash = Objeto Flash
cookies-what-flash-text = Un «objeto local compartido»: un archivo en el que Flash Player guardaba datos de un sitio, fuera del almacenamiento del navegador. Borrar las cookies no lo borraba, y lo compartían todos los navegadores del ordenador.
cookies-flash = Los objetos Flash antiguos, hoy
cookies-flash-text = Flash Player no funciona desde enero de 2021: Adobe lo abandonó y todos los navegadores lo eliminaron. Ningún sitio puede ya escribir, leer ni enviar objetos Flash. Puede que en su ordenador queden archivos de aquella época. No hacen nada, pero puede borrarlos:
cookies-flash-uninstall = Desinstale Flash Player si aún está instalado; el desinstalador de Adobe lo elimina.
cookies-flash-folder = Borre después la carpeta en la que están los objetos:
cookies-flash-windows = Windows
cookies-flash-mac = macOS
cookies-flash-linux = Linux
cookies-refuse = Cómo rechazarlo o borrarlo
cookies-refuse-text = En todos los navegadores puede ver lo que han guardado los sitios, borrarlo y rechazarlo desde el principio. Si lo rechaza todo, algunas cosas dejan de funcionar: no puede mantener la sesión iniciada, y una cesta olvida lo que contiene. Los nombres de los menús cambian de una versión a otra: si no encuentra alguno, escriba «cookies» en el buscador de los ajustes.
cookies-browser-firefox = Firefox
cookies-browser-firefox-delete = En Ajustes › Privacidad & Seguridad › Cookies y datos del sitio › Administrar datos… puede ver y borrar lo que ha guardado cada sitio.
cookies-browser-firefox-refuse = En Ajustes › Privacidad & Seguridad › Protección contra el rastreo mejorada › Personalizado › Cookies se decide qué se rechaza. Las cookies de otros sitios se mantienen separadas para cada sitio desde el principio.
cookies-browser-chrome = Chrome
cookies-browser-chrome-delete = En Configuración › Privacidad y seguridad › Cookies de terceros › Ver todos los datos y permisos de sitios puede ver y borrar lo que ha guardado cada sitio.
cookies-browser-chrome-refuse = En Configuración › Privacidad y seguridad › Cookies de terceros se rechazan las cookies de otros sitios. En Configuración de sitios › Configuración de contenido adicional › Datos de sitios en el dispositivo puede rechazarlas todas.
cookies-browser-safari = Safari
cookies-browser-safari-delete = En un Mac: Safari › Ajustes › Privacidad › Gestionar datos de sitios web… En un iPhone o iPad: Ajustes › Apps › Safari › Avanzado › Datos de sitios web.
cookies-browser-safari-refuse = Las cookies de otros sitios se rechazan desde el principio. En Ajustes › Avanzado › Bloquear todas las cookies se rechazan todas; en un iPhone o iPad, el interruptor está en los ajustes de Safari, en Avanzado.
cookies-browser-edge = Edge
cookies-browser-edge-delete = En Configuración › Privacidad, búsqueda y servicios › Cookies › Ver todas las cookies y datos del sitio puede ver y borrar lo que ha guardado cada sitio.
cookies-browser-edge-refuse = En Configuración › Privacidad, búsqueda y servicios › Cookies se decide si se rechazan las cookies de otros sitios o todas.
cookies-private = Para no dejar rastro desde el principio
cookies-private-text = En una ventana privada, todo lo que guardan los sitios desaparece al cerrarla.
cookies-delete-word = Borrar
cookies-refuse-word = Rechazar

# Subencargados.
sub-processors = Subencargados
sub-processors-description = Quién trata datos por cuenta de { $name }, dónde, para qué y desde cuándo.
sub-processors-none = Ninguna organización trata datos por cuenta nuestra.
sub-processors-for = Para «{ $title }»

# Registro de las actividades de tratamiento.
record = Registro de las actividades de tratamiento
record-description = El registro de las actividades de tratamiento de { $name }.
record-lead = El art. 30 RGPD obliga a las organizaciones a llevar un registro de lo que hacen con los datos personales. Este es el nuestro, generado a partir de las políticas vigentes.
record-controller = Como responsable (art. 30.1 RGPD): { $title }
record-processor = Como encargado (art. 30.2 RGPD): { $title }
record-entity-controller = Responsable del tratamiento
record-entity-processor = Encargado del tratamiento
record-contact = Contacto
record-controllers = Por cuenta de
record-version = Versión
record-purposes = Fines
record-categories-processing = Categorías de tratamientos
record-grounds = Base jurídica
record-subjects = Categorías de interesados
record-categories = Categorías de datos
record-recipients = Destinatarios
record-transfers = Transferencias a terceros países
record-transfers-none = ninguna
record-transfer = { $who } ({ $country }): { $ground }
record-transfer-none = no se indica fundamento
record-limits = Plazos de supresión
record-security = Medidas de seguridad
record-csv-policy = Política
record-csv-version = Versión
record-csv-role = Función
record-csv-activity = Actividad
record-csv-id = Declaración

# Qué ha cambiado, una frase por cambio.
change-access = Acceso a sus datos
change-entity = Quién es el responsable
change-contact = Se han actualizado los datos de contacto.
change-choices-yes = Ahora hay un lugar donde puede elegir.
change-choices-no = Ya no hay un lugar donde pueda elegir.
change-rights-yes = La política dice ahora cómo ejercer sus derechos.
change-rights-no = La política ya no dice cómo ejercer sus derechos.
change-authority-yes = Ahora se indica la autoridad de control.
change-authority-no = Ya no se indica la autoridad de control.
change-disputes = Vías para resolver conflictos
change-wording = { $count ->
    [one] Se ha reformulado un texto.
    [many] Se han reformulado { $count } de textos.
   *[other] Se han reformulado { $count } textos.
}
change-general = En general
change-statement-added = Este uso de datos es nuevo.
change-statement-removed = Este uso de datos ha terminado.
change-cookies = Cookies y otro almacenamiento
change-cookie-added = Nuevo en el navegador: { $name }
change-cookie-removed = Ya no está en el navegador: { $name }
change-cookie-lifetime = Cuánto tiempo permanece { $what }
change-places = Quién trabaja para nosotros, y dónde
change-sub-processor-added = Nuevo subencargado: { $name }, { $country }
change-sub-processor-removed = Ya no es subencargado: { $name }, { $country }
change-region-added = Ahora se guardan datos también aquí: { $name }, { $country }
change-region-removed = Ya no se guardan datos aquí: { $name }, { $country }
change-data-added = Ahora se recoge también: { $what }
change-data-removed = Ya no se recoge: { $what }
change-data-optional = Ahora puede omitirlo: { $what }
change-data-required = Ya no puede omitirlo: { $what }
change-purpose-added = Ahora se usa también para: { $what }. { $choice }
change-purpose-removed = Ya no se usa para: { $what }
change-recipient-added = Ahora también lo recibe: { $what }. { $choice }
change-recipient-removed = Ya no lo recibe: { $what }
change-recipient-country = Dónde están los destinatarios: { $what }
change-recipient-country-none = no se indica
change-choice = Su elección: { $what }
change-basis = Base jurídica: { $what }
change-basis-none = no se indica base jurídica
change-retention = Cuánto tiempo se conserva

## Páginas sobre los problemas
problems = Problemas que encuentra la comprobación
problems-error = error
problems-warning = advertencia
problems-stops = impide la publicación.
problems-never-stops = no impide la publicación. Se puede aceptar en el archivo, con un motivo.
problems-map-stops = el mapa de datos no puede usarse hasta que se corrija.
problems-map-never-stops = el mapa de datos puede usarse. Se puede aceptar en el archivo, con un motivo.
problems-says = Qué dice
problems-why = Por qué
problems-help = Qué hacer
