import type { ShippedTexts } from './shipped-texts.ts';

const settle = 'ci contatti: provvederemo.';
const nothingDue = 'Per questa opzione non è dovuto alcun pagamento';
const together = 'se questo termine le crea difficoltà, ci avvisi: cercheremo insieme una soluzione.';
const unchanged =
  'Non cambiano né la categoria né il prezzo. Se questo cambiamento non le va bene, ce lo dica: cercheremo insieme una soluzione.';

/** The Italian texts of the letters, as they are shipped. */
export const italianTexts: ShippedTexts = {
  acknowledgement: {
    subject: 'La sua richiesta di opzione n. {{optionNumber}} – {{shortEvent}}',
    title: 'La sua richiesta di opzione n. {{optionNumber}}',
    preview: 'Abbiamo ricevuto la sua richiesta',
    opening: `In data {{requestedOn}} abbiamo ricevuto la sua richiesta di opzione n. {{optionNumber}}: {{places}} per {{occasion}}. La ringraziamo.

La stiamo esaminando e le scriveremo non appena sarà stata presa una decisione. Nessun posto è ancora riservato a suo nome.`,
    placesHeading: 'La sua richiesta',
  },
  placement: {
    subject: 'La sua opzione n. {{optionNumber}} è registrata – {{shortEvent}}',
    title: 'La sua opzione n. {{optionNumber}} è registrata',
    preview: '{{places}}{{#if answerLimit}}, da confermare prima di {{answerLimit}}{{/if}}',
    opening: `Con la sua opzione n. {{optionNumber}} le riserviamo {{places}} per {{occasion}}.

{{#if answerLimit}}Le chiediamo una risposta prima di {{answerLimit}}. Oltre tale termine i posti potranno essere rimessi in vendita; ${together}{{/if}}`,
    placesHeading: 'I suoi posti',
    showsPrices: true,
    callout: '{{#if answerLimit}}Da confermare prima di {{answerLimit}}{{/if}}',
    closing: 'Prima della nostra conferma non è dovuto alcun pagamento.',
  },
  waiting: {
    subject: "La sua opzione n. {{optionNumber}} è in lista d'attesa – {{shortEvent}}",
    title: "La sua opzione n. {{optionNumber}} è in lista d'attesa",
    preview: 'Le scriveremo se si libereranno dei posti',
    opening: `Ci ha chiesto {{places}} per {{occasion}}. Per ora non abbiamo potuto assegnarglieli: la sua opzione n. {{optionNumber}} è nella lista d'attesa di questa rappresentazione.

Se si libereranno dei posti, le scriveremo. Fino ad allora nessun posto è riservato a suo nome e non deve fare nulla.`,
    placesHeading: 'La sua richiesta',
    closing:
      "Se preferisce non aspettare, o se le va bene un'altra data, ce lo dica: vedremo volentieri con lei che cosa è disponibile.",
  },
  confirmation: {
    subject: 'Conferma della sua opzione n. {{optionNumber}} – {{shortEvent}}',
    title: 'Conferma della sua opzione n. {{optionNumber}}',
    preview:
      '{{places}}, {{#if paymentLimit}}da pagare prima di {{paymentLimit}}{{else}}{{performance}}{{/if}}',
    opening: `Siamo lieti di confermarle la sua opzione n. {{optionNumber}}: {{places}} per {{occasion}}.

{{#if nothingToPay}}
Questi posti fanno parte del suo ordine n. {{orderNumber}}; non è dovuto alcun pagamento.
{{else}}{{#if orderTotal}}
{{#if orderHoldsMore}}Questi posti si aggiungono al suo ordine n. {{orderNumber}}, che ammonta ora a {{orderTotal}}{{else}}Il suo ordine n. {{orderNumber}} ammonta a {{orderTotal}}{{/if}}{{#if paymentLimit}}, da pagare prima di {{paymentLimit}}. Oltre tale termine i posti potranno essere rimessi in vendita; ${together}{{else}}.{{/if}}

Al momento del pagamento la preghiamo di indicare il numero d'ordine {{orderNumber}} e il numero di opzione {{optionNumber}}. I biglietti saranno emessi non appena ricevuto il pagamento.
{{/if}}{{/if}}`,
    placesHeading: 'I suoi posti',
    showsPrices: true,
    callout:
      '{{#if paymentLimit}}{{#if orderHoldsMore}}Ordine n. {{orderNumber}}, da pagare prima di {{paymentLimit}}{{else}}Da pagare prima di {{paymentLimit}}{{/if}}{{/if}}',
    calloutFigure: '{{#if paymentLimit}}{{orderTotal}}{{/if}}',
    closing: 'Questa conferma non è un biglietto.',
  },
  reminder: {
    subject: 'Promemoria: la sua opzione n. {{optionNumber}} – {{shortEvent}}',
    title: 'Promemoria: la sua opzione n. {{optionNumber}}',
    preview:
      '{{#if paymentLimit}}Da pagare prima di {{paymentLimit}}{{else}}{{#if answerLimit}}Da confermare prima di {{answerLimit}}{{/if}}{{/if}}',
    opening: `Le ricordiamo la sua opzione n. {{optionNumber}}: {{places}} per {{occasion}}.

{{#if paymentLimit}}
Il suo ordine n. {{orderNumber}}, che ammonta a {{orderTotal}}, è da pagare prima di {{paymentLimit}}.
{{else}}{{#if answerLimit}}
Le chiediamo una risposta prima di {{answerLimit}}.
{{/if}}{{/if}}

Oltre tale termine i posti potranno essere rimessi in vendita; ${together}`,
    placesHeading: 'I suoi posti',
    showsPrices: true,
    callout:
      '{{#if paymentLimit}}Da pagare prima di {{paymentLimit}}{{else}}{{#if answerLimit}}Da confermare prima di {{answerLimit}}{{/if}}{{/if}}',
    calloutFigure: '{{#if paymentLimit}}{{orderTotal}}{{/if}}',
    closing:
      'Se nel frattempo abbiamo ricevuto la sua risposta o il suo pagamento, non tenga conto di questo promemoria.',
  },
  refusal: {
    subject: 'Risposta alla sua richiesta di opzione n. {{optionNumber}} – {{shortEvent}}',
    title: 'La sua richiesta di opzione n. {{optionNumber}}',
    preview: 'La nostra risposta alla sua richiesta per «{{shortEvent}}»',
    opening: `La ringraziamo per la sua richiesta di {{places}} per {{occasion}}, e per l'interesse verso la nostra programmazione.

Avremmo avuto piacere di accoglierla. Purtroppo non possiamo dare seguito a questa richiesta{{#if reason}}, per il motivo indicato{{/if}}.`,
    placesHeading: 'La sua richiesta',
    closing:
      "Saremmo lieti di accoglierla in un'altra occasione: ci contatti, valuteremo volentieri con lei un'altra data o un'altra categoria di posti.",
  },
  correction: {
    subject: 'Rettifica della sua opzione n. {{optionNumber}} – {{shortEvent}}',
    title: 'Rettifica: la sua opzione n. {{optionNumber}}',
    preview: 'La nostra lettera precedente non è più valida',
    opening: `{{#if correctsConfirmation}}La nostra lettera del {{formerLetterDate}}, che confermava la sua opzione n. {{optionNumber}},{{else}}{{#if correctsRefusal}}La nostra lettera del {{formerLetterDate}}, che respingeva la sua richiesta di opzione n. {{optionNumber}},{{else}}{{#if formerLetterDate}}La nostra lettera del {{formerLetterDate}}{{else}}La nostra lettera precedente{{/if}} sulla sua opzione n. {{optionNumber}}{{/if}}{{/if}} non è più valida. La preghiamo di non tenerne conto e di scusarci per questo cambiamento.

La sua richiesta di {{places}} per {{occasion}} è di nuovo in esame. Le scriveremo non appena sarà stata presa una decisione.`,
    placesHeading: 'Posti interessati',
    callout: `{{#if correctsConfirmation}}${nothingDue}{{/if}}`,
    closing: `{{#if correctsConfirmation}}Se ha già pagato l'ordine annunciato in quella lettera, ${settle}{{/if}}`,
  },
  lapse: {
    subject: 'La sua opzione n. {{optionNumber}} è scaduta – {{shortEvent}}',
    title: 'La sua opzione n. {{optionNumber}} è scaduta',
    preview: 'I posti non sono più riservati a suo nome',
    opening: `La sua opzione n. {{optionNumber}}, per {{places}} per {{occasion}}, non è più valida{{#if reason}}, per il motivo indicato{{/if}}: i posti non sono più riservati a suo nome.`,
    placesHeading: 'Posti interessati',
    callout: nothingDue,
    closing: `{{#if orderNumber}}Se ha già pagato l'ordine n. {{orderNumber}}, ${settle}{{/if}}

Se questi posti le interessano ancora, ce lo dica: vedremo con lei che cosa resta disponibile.`,
  },
  'performance-moved': {
    subject: 'Cambio di data – opzione n. {{optionNumber}} – {{shortEvent}}',
    title: 'Cambio di data: la sua opzione n. {{optionNumber}}',
    preview: 'Nuova data: {{performance}}',
    opening: `La rappresentazione di «{{event}}» prevista per {{formerDate}} è spostata. Nuova data: {{performance}} ({{venue}}).

La sua richiesta di {{places}} segue la rappresentazione alla nuova data; non deve fare nulla per mantenerla.

{{#if newPaymentLimit}}
Il suo ordine è ora da pagare prima di {{newPaymentLimit}}.
{{else}}{{#if newAnswerLimit}}
Le chiediamo ora una risposta prima di {{newAnswerLimit}}.
{{/if}}{{/if}}`,
    placesHeading: 'Posti interessati',
    callout: 'Nuova data: {{performance}}',
    closing: 'Se la nuova data non le va bene, ce lo dica: cercheremo insieme una soluzione.',
  },
  'performance-cancelled': {
    subject: 'Rappresentazione annullata – opzione n. {{optionNumber}} – {{shortEvent}}',
    title: 'Rappresentazione annullata: la sua opzione n. {{optionNumber}}',
    preview: 'Annullata: {{performance}}',
    opening: `Siamo spiacenti di comunicarle che la rappresentazione di «{{event}}» ({{performance}}, {{venue}}) non avrà luogo{{#if reason}}, per il motivo indicato{{/if}}.

{{#if optionStands}}Di conseguenza è annullato ciò che la sua opzione n. {{optionNumber}} comprendeva per questa rappresentazione ({{places}}). Il resto della sua opzione n. {{optionNumber}} resta valido; non deve fare nulla.{{else}}Di conseguenza la sua opzione n. {{optionNumber}}, per {{places}}, è annullata.{{/if}}`,
    placesHeading: 'Posti interessati',
    callout: `{{#unless optionStands}}${nothingDue}{{/unless}}`,
    closing: `{{#if orderNumber}}Se ha già pagato l'ordine n. {{orderNumber}}, ${settle}{{/if}}

Saremmo lieti di accoglierla in un'altra data: ci contatti.`,
  },
  'configuration-changed': {
    subject: 'Cambiamento in sala – opzione n. {{optionNumber}} – {{shortEvent}}',
    title: 'Cambiamento in sala: la sua opzione n. {{optionNumber}}',
    preview: '{{#if seatsNumbered}}I suoi nuovi posti{{else}}La sala è disposta diversamente{{/if}}',
    opening: `La sala sarà disposta diversamente per «{{event}}» ({{performance}}, {{venue}}).

{{#if formerSeats}}Lei aveva: {{formerSeats}}.{{/if}}

{{#if seatsNumbered}}
{{#if formerSeats}}I suoi posti ({{placesCount}}) sono ora quelli indicati.{{else}}I suoi posti ({{placesCount}}) sono ora numerati: li trova qui sotto.{{/if}}
{{else}}{{#if seatsCounted}}
I suoi posti ({{placesCount}}) restano riservati, ma non sono più numerati.
{{else}}
La sua richiesta di {{places}} resta registrata; non deve fare nulla. Ciò che aveva chiesto non esiste più in quella forma: le risponderemo tenendo conto della nuova disposizione.
{{/if}}{{/if}}`,
    placesHeading:
      '{{#if seatsNumbered}}I suoi posti{{else}}{{#if seatsCounted}}I suoi posti{{else}}La sua richiesta{{/if}}{{/if}}',
    closing: `{{#if seatsNumbered}}${unchanged}{{else}}{{#if seatsCounted}}${unchanged}{{/if}}{{/if}}`,
  },
};
