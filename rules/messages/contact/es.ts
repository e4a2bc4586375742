import type { ContactTexts } from './contact-texts.ts';

/** What the house says to contacts in Spanish. */
export const es: ContactTexts = {
  problems: {
    'request.invalid': {
      title: 'Solicitud incorrecta',
      detail: 'Faltan datos o no son válidos. Se indican los campos afectados.',
    },
    'request.unauthenticated': {
      title: 'Es necesario identificarse',
      detail: 'Identifíquese para continuar.',
    },
    'request.notFound': { title: 'No encontrado', detail: 'Este elemento no existe o no está a su alcance.' },
    'request.tooLarge': {
      title: 'Solicitud demasiado grande',
      detail: 'La solicitud supera el tamaño admitido.',
    },
    'record.version': {
      title: 'Modificado entretanto',
      detail: 'Este elemento se ha modificado desde que lo abrió. Vuelva a cargarlo y empiece de nuevo.',
    },
    'idempotency.mismatch': {
      title: 'Clave ya utilizada',
      detail: 'Esta clave ya se ha utilizado para otra solicitud.',
    },
    'idempotency.inFlight': {
      title: 'Solicitud en curso',
      detail: 'La misma solicitud se está tramitando. Inténtelo de nuevo en un momento.',
    },
    'rate.limited': {
      title: 'Demasiados intentos',
      detail: 'Demasiados intentos. Inténtelo de nuevo dentro de {seconds} {seconds?segundo|segundos}.',
    },
    'access.link': {
      title: 'Este enlace ya no abre nada',
      detail: 'Ya se ha utilizado, o han pasado más de 30 minutos. Pida uno nuevo.',
    },
    'option.treated': {
      title: 'Solicitud ya en trámite',
      detail:
        'Su solicitud se está tramitando: ya no puede modificarse ni retirarse en línea. Póngase en contacto con nosotros.',
    },
    'online.refused': { title: 'Solicitud imposible', detail: 'Su solicitud no se ha enviado.' },
    'server.unavailable': {
      title: 'Servicio no disponible por el momento',
      detail: 'El servicio no responde en este momento. Inténtelo de nuevo en un momento.',
    },
    'server.error': {
      title: 'Error inesperado',
      detail: 'Se ha producido un error inesperado. No se ha modificado nada.',
    },
  },
  reasons: {
    'online.minimum': 'Solicite al menos {minimum} {minimum?localidad|localidades} en {seatCategory}.',
    'online.category':
      'La categoría {seatCategory} no puede solicitarse en línea para la función del {startsAt:instant}.',
    'online.anyCategory': 'La categoría {seatCategory} no puede solicitarse como opción.',
    'online.performance': 'La función del {startsAt:instant} ya no admite solicitudes.',
    'online.limit': 'Son más localidades de las que puede solicitar[ (posible: {passing} como máximo)].',
    'online.other': 'Esta solicitud no puede admitirse en línea. Póngase en contacto con nosotros.',
  },
  fields: {
    'field.required': 'Este campo es obligatorio.',
    'field.unknown': 'Este campo no existe.',
    'field.type': 'El valor no es del tipo esperado.',
    'field.format': 'El valor no tiene la forma esperada.',
    'field.tooShort': 'El valor es demasiado corto.',
    'field.tooLong': 'El valor es demasiado largo.',
    'field.tooSmall': 'El valor es demasiado pequeño.',
    'field.tooLarge': 'El valor es demasiado grande.',
    'field.choice': 'El valor no está entre los posibles.',
    'field.reference': 'El elemento indicado no existe.',
    'field.duplicate': 'Este elemento se nombra dos veces.',
    'field.invalid': 'El valor no es válido.',
  },
  statuses: {
    submitted: 'Enviada',
    'in-progress': 'En trámite',
    accepted: 'Aceptada[ – por pagar antes del {dueAt}]',
    waiting: 'En lista de espera',
    refused: 'Rechazada',
    settled: 'Pagada',
    lapsed: 'Caducada',
    cancelled: 'Anulada',
  },
};
