import type { ContactTexts } from './contact-texts.ts';

/** What the house says to contacts in Italian. */
export const it: ContactTexts = {
  problems: {
    'request.invalid': {
      title: 'Richiesta non corretta',
      detail: 'Alcuni dati mancano o non sono validi. I campi interessati sono indicati.',
    },
    'request.unauthenticated': { title: 'Accesso necessario', detail: 'Acceda per continuare.' },
    'request.notFound': {
      title: 'Non trovato',
      detail: 'Questo elemento non esiste o non è alla sua portata.',
    },
    'request.tooLarge': {
      title: 'Richiesta troppo grande',
      detail: 'La richiesta supera la dimensione ammessa.',
    },
    'record.version': {
      title: 'Modificato nel frattempo',
      detail: 'Questo elemento è stato modificato dopo che lo ha aperto. Lo ricarichi e ricominci.',
    },
    'idempotency.mismatch': {
      title: 'Chiave già utilizzata',
      detail: 'Questa chiave è già stata utilizzata per un’altra richiesta.',
    },
    'idempotency.inFlight': {
      title: 'Richiesta in corso',
      detail: 'La stessa richiesta è in corso di elaborazione. Riprovi tra un momento.',
    },
    'rate.limited': {
      title: 'Troppi tentativi',
      detail: 'Troppi tentativi. Riprovi tra {seconds} {seconds?secondo|secondi}.',
    },
    'access.link': {
      title: 'Questo link non apre più nulla',
      detail: 'È già stato utilizzato, oppure sono passati più di 30 minuti. Ne chieda uno nuovo.',
    },
    'option.treated': {
      title: 'Richiesta già presa in carico',
      detail:
        'La sua richiesta è in lavorazione: non può più essere modificata né ritirata online. La preghiamo di contattarci.',
    },
    'online.refused': { title: 'Richiesta non possibile', detail: 'La sua richiesta non è stata inviata.' },
    'server.unavailable': {
      title: 'Servizio momentaneamente non disponibile',
      detail: 'Il servizio al momento non risponde. Riprovi tra poco.',
    },
    'server.error': {
      title: 'Errore imprevisto',
      detail: 'Si è verificato un errore imprevisto. Nulla è stato modificato.',
    },
  },
  reasons: {
    'online.minimum': 'Chieda almeno {minimum} {minimum?posto|posti} in {seatCategory}.',
    'online.category':
      'La categoria {seatCategory} non si può chiedere online per la rappresentazione del {startsAt:instant}.',
    'online.anyCategory': 'La categoria {seatCategory} non si può chiedere come opzione.',
    'online.performance': 'La rappresentazione del {startsAt:instant} non accetta più richieste.',
    'online.limit': 'Sono più posti di quanti ne possa chiedere[ (possibili: {passing} al massimo)].',
    'online.other': 'Questa richiesta non può essere accettata online. La preghiamo di contattarci.',
  },
  fields: {
    'field.required': 'Questo campo è obbligatorio.',
    'field.unknown': 'Questo campo non esiste.',
    'field.type': 'Il valore non è del tipo atteso.',
    'field.format': 'Il valore non ha la forma attesa.',
    'field.tooShort': 'Il valore è troppo corto.',
    'field.tooLong': 'Il valore è troppo lungo.',
    'field.tooSmall': 'Il valore è troppo piccolo.',
    'field.tooLarge': 'Il valore è troppo grande.',
    'field.choice': 'Il valore non è tra quelli possibili.',
    'field.reference': 'L’elemento indicato non esiste.',
    'field.duplicate': 'Questo elemento è nominato due volte.',
    'field.invalid': 'Il valore non è valido.',
  },
  statuses: {
    submitted: 'Inviata',
    'in-progress': 'In lavorazione',
    accepted: 'Accettata[ – da pagare prima del {dueAt}]',
    waiting: 'In lista d’attesa',
    refused: 'Respinta',
    settled: 'Pagata',
    lapsed: 'Scaduta',
    cancelled: 'Annullata',
  },
};
