"""Spanish."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "nth": "tercera vez|cuarta vez|quinta vez|decima vez|enesima vez",
    "write": "escribo|pregunto|llamo|pido|explico|tengo que|contacto|que lo digo",
    "worst": "peor|peores",
    "ever": "de mi vida|de la historia|que he visto|que he tenido|del mundo|jamas",
    "hurry": "necesito|necesitamos|quiero",
    "today": "respuesta hoy|solucion hoy|hoy una respuesta|para hoy|antes de esta noche",
    "introduce": "implantar|implantarlo|implementar|implementarlo|desplegar|desplegarlo",
    "offer": "oferta por|oferta para|oferta de|presupuesto para|presupuesto de",
    "sites": "hoteles|tiendas|sucursales|restaurantes|oficinas|empleados|locales|clinicas",
    "buy": "necesitamos|necesito|queremos|quiero|pedir|comprar|encargar|buscamos",
    "price_of": "precio para|precio de|precios para|oferta para|presupuesto de",
    "for_our": "para nuestra|para nuestro|para nuestros|para nuestras|para mi|para la|para todas",
    "new": "nueva|nuevo|toda|todo",
    "our": "nuestra|nuestro|mi",
    "firm": "oficina|oficinas|hotel|empresa|negocio|escuela|colegio|restaurante|clínica|equipo|empleados|personal|"
    "plantilla|sucursales|tiendas",
    "heads": "empleados|usuarios|puestos|escritorios|habitaciones|coches|furgonetas|teléfonos|líneas|licencias|"
    "personas|tiendas|sucursales",
    "help": "ayuda de|asistencia de|apoyo de|atencion de",
    "available": "disponible|disponibles|libre|en linea",
    "phone": "por telefono|al telefono|en linea",
    "talked": "hable con|habia hablado|he hablado|hablamos",
    "anyone": "alguien",
    "reach_me": "contactar|contactarme|contacte|llamarme|llame|comunicarse conmigo|me llame|me contacte",
    "team": "equipo|soporte|su equipo|la empresa|servicio|personal",
    "who": "con quien|a quien|quien puede",
    "aid": "agente|ayuda|asistencia|soporte|atencion|apoyo|asesor|representante|operador|persona|contacto|servicio|ejecutivo",
    "real": "humano|humana|real|reales|en vivo|personalizada|de verdad",
    "talk": "comuniquen|comuniquenme|comunicarme|platicar|platico|comunicas|comunica|comunicar|comunicarme|conversar|charlar|atender|atienda|atiendan|derivame|derívame|deriva|derivar|enlazame|enlázame|enlace|transfiereme|transfiérame|transfiere|pasame|pásame|páseme|conectame|conéctame|conécteme|chatear|hablo|habla|hablarle|hablar|hablo|habla|hable|hablame|charlar|conversar|contactar|contacte|contacta|contacto|comunicar|comunicarme|comunicame|"
    "comuniqueme|pasame|paseme|pasenme|pasar|conectar|conectame|conecteme|transferir|transfiere|transfiereme|transfierame|"
    "ponme|pongame|ponerme|derivar|derivame|chatear|atienda|atender|llamar a|ayuda de|escalar|dame|atiendame",
    "person": "humano|humana|humanos|persona|personas|alguien|agente|agentes|representante|operador|operadora|asesor|asesora|ejecutivo|"
    "ejecutiva|gerente|encargado|encargada|supervisor|supervisora|responsable|empleado|empleada|jefe|servicio al cliente|"
    "atencion al cliente|soporte|equipo|recepcion|departamento|especialista|tecnico|ventas|comercial|alguno de ustedes",
    "human": "humano|humana|persona|agente|representante|operador|operadora|asesor|asesora|ejecutivo|ejecutiva|gerente|supervisor|"
    "encargado|servicio al cliente|atencion al cliente|servicio humano|ayuda humana|atencion humana|agente humano|personas reales|"
    "alguien real|alguien mas|otra persona|soporte humano|chat en vivo",
    "small": "a al con un una el la los las su tu de del verdadero verdadera real reales vivo por favor que me algun alguna alguno otro otra "
    "mismo ya ahora directamente unos unas vuestro vuestra servicio manual",
    "stop": "sobre pero bot robot maquina dinero pago pedido para",
    "want": "quiero|quisiera|necesito|deseo|dame|deme|denme|hay|prefiero|exijo|me gustaria|puedo tener|solicito|pido|busco|tienen|pasame|"
    "paseme|ponme con|ponganme|me pueden dar|me puede dar",
    "dont": "no|nunca|tampoco|sin",
    "dont_want": "no necesito|no quiero|no hace falta|no preciso|no deseo|no me hace falta|no busco|sin",
    "bot": "bot|robot|maquina|maquinas|robots|bots|chatbot|contestadora|ia",
    "are_you": "eres|es usted|usted es|sos|esto es|es esto|estoy hablando con|hablo con|son ustedes|seras|es un|es una|si eres",
    "no": "no|realmente|acaso",
    "ask_hours": "a que hora|que horario|cual es el horario|horario de|horarios de|cual es el telefono|que dias",
    "someone": "alguien|alguien puede|podria alguien|puede alguien|podrian|pueden|puedes|puede|que alguien|por favor|me pueden|me puede|me podrian|quiero que",
    "call_me": "llamarme|llamen|me llame|me llamen|llameme|llamenme|llamar por telefono|me contacte|me contacten|contactarme|devolverme la llamada|me llamas|llamame",
    "count": "1|2|3|4|5|6|7|8|dos|tres|cuatro|cinco|seis|por|cada|para una",
    "other_trade": "primera|tercera|misma|otra",
    "human_noun": "inmobiliario|de viajes|en la mesa|por habitacion|de seguros|juridica|fisica|de bolsa|mayor",
}

PHRASES = {
    "whether_bot": """
        quién eres | quién es usted | con quién hablo | estoy hablando con un <bot> | hablo con un <bot>
        eres un <bot> o una <human> | eres real
    """,
    "ask": """
        carne y hueso | tratarlo con ~ <person> | verlo con ~ <person> | resolverlo con ~ <person>
        que un humano | que una persona | que un asesor | que un agente
        que me llamen | que me llamaran | que me llame alguien | que me atienda | me puede atender | que me atiendan | me atienda una persona | hay alguien | alguien ahi | alguien que me ayude | me pueden llamar | me podrian llamar | devuelvanme la llamada | comuniqueme con | comunicame con | me comunica con | paseme con | pasame con | pasame un | quiero que me atienda | hablar con alguien | ablar con ~ <person> | kiero <talk>
        persona real | humano real | agente humano | persona de verdad | ser humano | ayuda humana | servicio humano | atencion humana
        alguien con quien <talk> | persona con la que ~ <talk> | quiero que me llamen | pueden llamarme | me pueden llamar | me puede llamar
        me podrian llamar | llamenme | que alguien me llame | alguien me puede llamar | hay alguien ahi | hay alguien | no quiero ~ <bot>
        no quiero hablar con <bot> | hablar con alguien | con su jefe | con su superior | con tu jefe | con un superior | pasame con
        paseme con | comuniqueme con | comunicame con | ponme con | pongame con | servicio al cliente manual | quiero un humano
        contacte con el <person> | a un humano | transferirme | conectarme con | transfiereme | prefiero una persona | estoy harto ~ bot
    """,
    "veil": "transferir ~ a otra persona|boleto ~ persona|entrada ~ a otra persona|pasar ~ a otra persona|estoy hablando con - <person> | hablo con - <person> | hablar sobre | hablar de | <are_you> un humano | personas para | dos personas | "
    "para # personas | dinero a alguien | numero de personas | una persona mas | agente inmobiliario | hay alguien mas en la reserva | quien es el agente",
    "cry": "soporte|soporte humano|atencion al cliente|asesor|ejecutivo|encargado|jefe|humano|humana|agente|persona|representante|operador|operadora|asesor|asesora|servicio al cliente|atencion al cliente|gerente|supervisor|alguien|"
    "ejecutivo|persona real|soporte|ayuda humana|encargado",
    "polite": "un|una|por favor|con|algun|alguna|por favor|porfa|porfavor|ya|ahora|un|una|hola|quiero|necesito|urgente|inmediatamente|el|la|real|si|no|con|ok",
    "yes": "si|si por favor|claro|vale|ok|de acuerdo|por favor|esta bien|bueno|por supuesto|dale|si gracias",
    "no": "no|no gracias|todavia no|ahora no|no hace falta",
    "opening": "tengo una pregunta|tengo una duda|una pregunta|una duda|tengo una consulta|me puedes ayudar|me puede ayudar|puedes ayudarme|puede ayudarme|necesito ayuda|tengo un problema",
    "hello": "hola|buenos dias|buenas tardes|buenas noches|buenas|que tal|como estas|saludos|hey",
    "thanks": "gracias|muchas gracias|mil gracias|perfecto|genial|muy amable|te lo agradezco|estupendo|excelente|por la ayuda|por tu ayuda|muy util|"
    "ha sido genial|entendido|bueno saberlo",
    "bye": "adios|hasta luego|chao|chau|hasta pronto|nos vemos|que tengas un buen dia|eso es todo",
    "subject:refund": "reembols* | devolucion de dinero | devolucion del dinero | devolver el dinero | devoluciones",
    "action:refund": """
        quiero - reembolso | quiero - dinero | devuelvanme | devuelveme | devolverme el dinero | mi reembolso | mi dinero | necesito - reembolso
        exijo - reembolso | solicito - reembolso | reembolsenme | reembolsame | donde esta mi reembolso | me devuelvan | me devuelvan el dinero
        me reembolsen | pido - reembolso | quiero - devolucion | no he recibido ~ reembolso
    """,
    "subject:complaint": "queja* | quejar* | reclamacion* | reclamo*",
    "action:complaint": """
        quiero quejarme | presentar una queja | poner una queja | poner una reclamacion | presentar una reclamacion | mi queja | mi reclamo
        hoja de reclamaciones | es inaceptable | pesimo servicio | peor servicio | verguenza | una queja formal | tengo una queja
        quiero reclamar | quiero hacer un reclamo | mal trato | me trataron mal | fue grosero
    """,
    "subject:legal": "legal* | abogado* | demanda | juridic* | tribunal* | terminos y condiciones",
    "action:legal": "mi abogado | mi abogada | voy a demandar | los voy a demandar | demandarlos | denunciar | denuncia | acciones legales | accion legal | "
    "ir a juicio | tribunales | proteccion al consumidor | defensa del consumidor | profeco | demandare | medidas legales",
    "subject:medical": "medic* | dosis | receta | efectos secundarios | embaraz* | alergi*",
    "action:medical": "reaccion alergica | dolor en el pecho | no puedo respirar | me siento mal | me enferme | sobredosis | suicid* | mis sintomas | mi medico | "
    "debo tomar | puedo tomar | me salio un sarpullido | intoxicacion | estoy sangrando | mi receta | mi medicacion | durante el embarazo | lesion*",
    "subject:billing_dispute": "cobro* | cargo* | factura* | cobran | tarifa*",
    "action:billing_dispute": """
        cobraron dos veces | cobrado dos veces | cobro doble | doble cobro | cargo duplicado | cobro duplicado | me cobraron | me han cobrado
        cargo no reconocido | no reconozco | cargo que no | cobro indebido | cobraron de mas | cobrado de mas | importe incorrecto
        factura incorrecta | factura esta mal | disputar | dos cargos | cargo no autorizado | me siguen cobrando | me estan cobrando | impugnar
        por que me cobra* | pague dos veces | error en ~ factura
    """,
    "subject:cancellation": "cancelar* | cancelación | cancelo | cancela | cancele | cancelen | dar de baja | darme de baja | anular | anulacion | baja",
    "action:cancellation": """
        quiero cancelar | necesito cancelar | deseo cancelar | cancelar mi | cancelen | cancela mi | cancele mi | darme de baja | quiero la baja
        anular mi | quiero anular | cancelar el contrato | cerrar mi cuenta | quiero dar de baja | cancelar este | cancelar la suscripcion
        dar de baja mi | no me deja cancelar | ya cancele
    """,
    "subject:discount": "descuent* | cupon* | rebaja* | promocion* | codigo promocional",
    "action:discount": "dame - descuento | quiero - descuento | deme - descuento | mejor precio | bajar el precio | mi cupon | mi descuento | cupon no funciona | "
    "codigo no funciona | compensacion | me pueden hacer - descuento | hagame - descuento | me haces - descuento | un precio especial | necesito - descuento",
    "subject:account_ownership": "titular* | titularidad | propietario de la cuenta",
    "action:account_ownership": "cambiar - titular | cambio de titular | transferir - cuenta | a mi nombre | fallecio | fallecido | murio | herencia | poder notarial | "
    "en nombre de | a nombre de mi | perdi el acceso a mi correo | traspasar | cambiar - titularidad",
    "subject:privacy": "privacidad | datos personales | proteccion de datos | rgpd | gdpr",
    "action:privacy": "borrar mis datos | eliminar mis datos | borren mis datos | eliminen mis datos | borrar mi cuenta | eliminar mi cuenta | copia de mis datos | "
    "que datos tienen de mi | derecho al olvido | compartieron mis datos | retirar mi consentimiento | derecho de acceso | mis datos personales sean",
    "subject:security": "segur* | phishing | hacke* | cifrado",
    "action:security": "hackearon | me hackearon | hackeada | hackeado | alguien entro | robaron | robado | robada | fraude | estafa* | acceso no autorizado | "
    "actividad sospechosa | bloquear mi tarjeta | bloqueen mi | filtracion de datos | suplantacion | no fui yo | alguien uso mi | bloquear mi cuenta",
    "about": """
        que es | cual es | cuales son | cuanto tiempo | cuanto tarda* | cuanto | cuanta | cuantos | como puedo | como se | como funciona* | como hago | donde
        politica* | condiciones | reglas | ofrecen | tienen | hay | que pasa si | cuando | informacion | me explicas | explicar | se puede | aceptan | como es | es seguro
        hacen | dan
    """,
    "may": "puedo | podria | es posible | tengo derecho | se puede | debo | me pueden",
    "mine": "mi | mis | este pedido | me cobraron | quiero | necesito | he pagado | compre | pague | ahora | ya | inmediatamente | roto | danado | excepcion | todavia",
    "how_to": "como puedo | como hago para | como se | donde puedo | cuanto tarda* | que pasa si | cual es | cuales son | ofrecen | tienen | politica* | como solicito",
    "declined": "no quiero | no necesito | no busco | no quiero",
    "distress:strong": "sinverguenza* | mentiros* | vayanse al | son unos ladrones | "
    "mierda | puta | joder | estoy furioso | estoy furiosa | indignado | indignada | harto | harta | estafadores | ladrones | verguenza | "
    "inutil* | idiota* | estupid* | pesimo | una porqueria | desesperado | desesperada | nunca mas | me tienen | vergonzoso | asco | imbecil*",
    "distress:mild": "pesadilla | pierdo la paciencia | "
    "no me gusta nada | bastante decepcion* | tan complicado | que desastre | "
    "molest* | frustra* | decepcion* | enojad* | enfadad* | ridiculo | terrible | horrible | perdida de tiempo | sigo esperando | mal servicio | fatal | confundid* | no ayuda",
    "unhurried": "no es urgente | nada urgente | sin prisa | no urge",
    "urgency": "esta caida | estamos caidos | no puede esperar | volamos esta noche | viajamos hoy | salimos esta noche | clientes esperando | "
    "urgente* | emergencia | cuanto antes | lo antes posible | inmediatamente | ahora mismo | no puedo entrar | no puedo acceder | bloqueado | bloqueada | "
    "no funciona nada | caido | hoy mismo | cobraron dos veces | robado | ya mismo",
    "buying": "cotizacion | presupuesto para | cotizar | pedido grande | por volumen | al por mayor | plan empresarial | para mi empresa | para nuestra empresa | enterprise | "
    "una demo | # licencias | # usuarios | # unidades | hablar con ventas | con un comercial",
    "still": "sigue | siguen | todavia | aun",
    "stuck": "no funciona | no funciono | no me sirve | no sirve | sigue sin | ya lo intente | ya intente | ya lo hice | no me ayuda | no ayuda | misma respuesta | lo mismo | "
    "no es lo que pregunte | no entiendes | no me entiendes | ya lo dijiste | eso no | no resolvio | todavia no | sigue igual | ya probe",
    "secret": "mi contrasena es | contrasena es | mi clave es | mi pin es | la clave es | mi password es",
    "identity": "mi dni | numero de pasaporte | mi pasaporte | mi cedula | mi nie | numero de seguridad social | foto de mi dni",
    "health": "estoy embarazada | soy diabetic* | tengo diabetes | tengo cancer | mi diagnostico | mi enfermedad | discapacidad | mi depresion",
}

LEXICON = Lexicon(
    language="es",
    groups=GROUPS,
    phrases=PHRASES,
    keys="humano persona agente representante hablar alguien reembolso cancelar operador asesor",
    known="personal hablas urgente gente humana humanos personas agentes cancela hablan pesona",
)
