import type { ShippedTexts } from './shipped-texts.ts';

const settle = 'póngase en contacto con nosotros y lo arreglaremos.';
const nothingDue = 'No hay nada que pagar por esta opción';
const together = 'si este plazo le resulta difícil, avísenos y buscaremos juntos una solución.';
const unchanged =
  'No cambian ni la categoría ni el precio. Si este cambio no le conviene, díganoslo y buscaremos juntos una solución.';

/** The Spanish texts of the letters, as they are shipped. */
export const spanishTexts: ShippedTexts = {
  acknowledgement: {
    subject: 'Su solicitud de opción n.º {{optionNumber}} – {{shortEvent}}',
    title: 'Su solicitud de opción n.º {{optionNumber}}',
    preview: 'Hemos recibido su solicitud',
    opening: `El {{requestedOn}} recibimos su solicitud de opción n.º {{optionNumber}}: {{places}} para {{occasion}}. Se la agradecemos.

La estamos estudiando y le escribiremos en cuanto se haya tomado una decisión. Todavía no hay localidades reservadas a su nombre.`,
    placesHeading: 'Su solicitud',
  },
  placement: {
    subject: 'Su opción n.º {{optionNumber}} está registrada – {{shortEvent}}',
    title: 'Su opción n.º {{optionNumber}} está registrada',
    preview: '{{places}}{{#if answerLimit}}, por confirmar antes del {{answerLimit}}{{/if}}',
    opening: `Con su opción n.º {{optionNumber}} le reservamos {{places}} para {{occasion}}.

{{#if answerLimit}}Le rogamos que nos responda antes del {{answerLimit}}. Pasada esa fecha, las localidades podrían volver a la venta; ${together}{{/if}}`,
    placesHeading: 'Sus localidades',
    showsPrices: true,
    callout: '{{#if answerLimit}}Por confirmar antes del {{answerLimit}}{{/if}}',
    closing: 'No hay nada que pagar antes de nuestra confirmación.',
  },
  waiting: {
    subject: 'Su opción n.º {{optionNumber}} está en lista de espera – {{shortEvent}}',
    title: 'Su opción n.º {{optionNumber}} está en lista de espera',
    preview: 'Le escribiremos si quedan localidades libres',
    opening: `Nos pidió {{places}} para {{occasion}}. Por ahora no hemos podido asignárselas: su opción n.º {{optionNumber}} está en la lista de espera de esta función.

Si quedan localidades libres, le escribiremos. Mientras tanto no hay localidades reservadas a su nombre y no tiene que hacer nada.`,
    placesHeading: 'Su solicitud',
    closing:
      'Si prefiere no esperar, o si le conviene otra fecha, díganoslo y veremos con usted lo que hay disponible.',
  },
  confirmation: {
    subject: 'Confirmación de su opción n.º {{optionNumber}} – {{shortEvent}}',
    title: 'Confirmación de su opción n.º {{optionNumber}}',
    preview:
      '{{places}}, {{#if paymentLimit}}por pagar antes del {{paymentLimit}}{{else}}{{performance}}{{/if}}',
    opening: `Nos complace confirmarle su opción n.º {{optionNumber}}: {{places}} para {{occasion}}.

{{#if nothingToPay}}
Estas localidades forman parte de su pedido n.º {{orderNumber}}; no hay nada que pagar.
{{else}}{{#if orderTotal}}
{{#if orderHoldsMore}}Estas localidades se añaden a su pedido n.º {{orderNumber}}, que asciende ahora a {{orderTotal}}{{else}}Su pedido n.º {{orderNumber}} asciende a {{orderTotal}}{{/if}}{{#if paymentLimit}}, por pagar antes del {{paymentLimit}}. Pasada esa fecha, las localidades podrían volver a la venta; ${together}{{else}}.{{/if}}

Al pagar, indique por favor el número de pedido {{orderNumber}} y el número de opción {{optionNumber}}. Emitiremos sus entradas en cuanto recibamos el pago.
{{/if}}{{/if}}`,
    placesHeading: 'Sus localidades',
    showsPrices: true,
    callout:
      '{{#if paymentLimit}}{{#if orderHoldsMore}}Pedido n.º {{orderNumber}}, por pagar antes del {{paymentLimit}}{{else}}Por pagar antes del {{paymentLimit}}{{/if}}{{/if}}',
    calloutFigure: '{{#if paymentLimit}}{{orderTotal}}{{/if}}',
    closing: 'Esta confirmación no es una entrada.',
  },
  reminder: {
    subject: 'Recordatorio: su opción n.º {{optionNumber}} – {{shortEvent}}',
    title: 'Recordatorio: su opción n.º {{optionNumber}}',
    preview:
      '{{#if paymentLimit}}Por pagar antes del {{paymentLimit}}{{else}}{{#if answerLimit}}Por confirmar antes del {{answerLimit}}{{/if}}{{/if}}',
    opening: `Le recordamos su opción n.º {{optionNumber}}: {{places}} para {{occasion}}.

{{#if paymentLimit}}
Su pedido n.º {{orderNumber}}, que asciende a {{orderTotal}}, debe pagarse antes del {{paymentLimit}}.
{{else}}{{#if answerLimit}}
Le rogamos que nos responda antes del {{answerLimit}}.
{{/if}}{{/if}}

Pasada esa fecha, las localidades podrían volver a la venta; ${together}`,
    placesHeading: 'Sus localidades',
    showsPrices: true,
    callout:
      '{{#if paymentLimit}}Por pagar antes del {{paymentLimit}}{{else}}{{#if answerLimit}}Por confirmar antes del {{answerLimit}}{{/if}}{{/if}}',
    calloutFigure: '{{#if paymentLimit}}{{orderTotal}}{{/if}}',
    closing: 'Si entretanto hemos recibido su respuesta o su pago, no tenga en cuenta este recordatorio.',
  },
  refusal: {
    subject: 'Respuesta a su solicitud de opción n.º {{optionNumber}} – {{shortEvent}}',
    title: 'Su solicitud de opción n.º {{optionNumber}}',
    preview: 'Nuestra respuesta a su solicitud para «{{shortEvent}}»',
    opening: `Le agradecemos su solicitud de {{places}} para {{occasion}}, y su interés por nuestra programación.

Nos habría gustado recibirle. Lamentablemente, no podemos atender esta solicitud{{#if reason}}, por el motivo que se indica{{/if}}.`,
    placesHeading: 'Su solicitud',
    closing:
      'Nos alegraría recibirle en otra ocasión: consúltenos y veremos con usted otra fecha u otra categoría de localidades.',
  },
  correction: {
    subject: 'Rectificación sobre su opción n.º {{optionNumber}} – {{shortEvent}}',
    title: 'Rectificación: su opción n.º {{optionNumber}}',
    preview: 'Nuestra carta anterior ya no es válida',
    opening: `{{#if correctsConfirmation}}Nuestra carta del {{formerLetterDate}}, que confirmaba su opción n.º {{optionNumber}},{{else}}{{#if correctsRefusal}}Nuestra carta del {{formerLetterDate}}, que rechazaba su solicitud de opción n.º {{optionNumber}},{{else}}{{#if formerLetterDate}}Nuestra carta del {{formerLetterDate}}{{else}}Nuestra carta anterior{{/if}} sobre su opción n.º {{optionNumber}}{{/if}}{{/if}} ya no es válida. Le rogamos que no la tenga en cuenta y que disculpe este cambio.

Su solicitud de {{places}} para {{occasion}} se está estudiando de nuevo. Le escribiremos en cuanto se haya tomado una decisión.`,
    placesHeading: 'Localidades afectadas',
    callout: `{{#if correctsConfirmation}}${nothingDue}{{/if}}`,
    closing: `{{#if correctsConfirmation}}Si ya ha pagado el pedido anunciado en esa carta, ${settle}{{/if}}`,
  },
  lapse: {
    subject: 'Su opción n.º {{optionNumber}} ha caducado – {{shortEvent}}',
    title: 'Su opción n.º {{optionNumber}} ha caducado',
    preview: 'Las localidades ya no están reservadas a su nombre',
    opening: `Su opción n.º {{optionNumber}}, de {{places}} para {{occasion}}, ya no es válida{{#if reason}}, por el motivo que se indica{{/if}}: las localidades ya no están reservadas a su nombre.`,
    placesHeading: 'Localidades afectadas',
    callout: nothingDue,
    closing: `{{#if orderNumber}}Si ya ha pagado el pedido n.º {{orderNumber}}, ${settle}{{/if}}

Si estas localidades le siguen interesando, díganoslo y veremos con usted lo que queda disponible.`,
  },
  'performance-moved': {
    subject: 'Cambio de fecha – opción n.º {{optionNumber}} – {{shortEvent}}',
    title: 'Cambio de fecha: su opción n.º {{optionNumber}}',
    preview: 'Nueva fecha: {{performance}}',
    opening: `La función de «{{event}}» prevista el {{formerDate}} cambia de fecha. Tendrá lugar el {{performance}} ({{venue}}).

Su solicitud de {{places}} sigue a la función en su nueva fecha; no tiene que hacer nada para mantenerla.

{{#if newPaymentLimit}}
Su pedido debe pagarse ahora antes del {{newPaymentLimit}}.
{{else}}{{#if newAnswerLimit}}
Le rogamos ahora que nos responda antes del {{newAnswerLimit}}.
{{/if}}{{/if}}`,
    placesHeading: 'Localidades afectadas',
    callout: 'Nueva fecha: {{performance}}',
    closing: 'Si la nueva fecha no le conviene, díganoslo y buscaremos juntos una solución.',
  },
  'performance-cancelled': {
    subject: 'Función cancelada – opción n.º {{optionNumber}} – {{shortEvent}}',
    title: 'Función cancelada: su opción n.º {{optionNumber}}',
    preview: 'La función del {{performance}} no tendrá lugar',
    opening: `Lamentamos comunicarle que la función de «{{event}}» del {{performance}} ({{venue}}) no tendrá lugar{{#if reason}}, por el motivo que se indica{{/if}}.

{{#if optionStands}}En consecuencia, queda anulado lo que su opción n.º {{optionNumber}} incluía para esta función ({{places}}). El resto de su opción n.º {{optionNumber}} se mantiene; no tiene que hacer nada.{{else}}En consecuencia, su opción n.º {{optionNumber}}, de {{places}}, queda anulada.{{/if}}`,
    placesHeading: 'Localidades afectadas',
    callout: `{{#unless optionStands}}${nothingDue}{{/unless}}`,
    closing: `{{#if orderNumber}}Si ya ha pagado el pedido n.º {{orderNumber}}, ${settle}{{/if}}

Nos alegraría recibirle en otra fecha: consúltenos.`,
  },
  'configuration-changed': {
    subject: 'Cambio en la sala – opción n.º {{optionNumber}} – {{shortEvent}}',
    title: 'Cambio en la sala: su opción n.º {{optionNumber}}',
    preview: '{{#if seatsNumbered}}Sus nuevos asientos{{else}}La sala se dispone de otro modo{{/if}}',
    opening: `La sala se dispondrá de otro modo para «{{event}}», el {{performance}} ({{venue}}).

{{#if formerSeats}}Usted tenía: {{formerSeats}}.{{/if}}

{{#if seatsNumbered}}
{{#if formerSeats}}Sus localidades ({{placesCount}}) son ahora las que se indican.{{else}}Sus localidades ({{placesCount}}) son ahora numeradas: encontrará sus asientos más abajo.{{/if}}
{{else}}{{#if seatsCounted}}
Sus localidades ({{placesCount}}) siguen reservadas, pero ya no son numeradas.
{{else}}
Su solicitud de {{places}} sigue registrada; no tiene que hacer nada. Lo que había pedido ya no existe de esa forma: le responderemos teniendo en cuenta la nueva disposición.
{{/if}}{{/if}}`,
    placesHeading:
      '{{#if seatsNumbered}}Sus localidades{{else}}{{#if seatsCounted}}Sus localidades{{else}}Su solicitud{{/if}}{{/if}}',
    closing: `{{#if seatsNumbered}}${unchanged}{{else}}{{#if seatsCounted}}${unchanged}{{/if}}{{/if}}`,
  },
};
