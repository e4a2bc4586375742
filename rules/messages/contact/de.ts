import type { ContactTexts } from './contact-texts.ts';

/** What the house says to contacts in German. */
export const de: ContactTexts = {
  problems: {
    'request.invalid': {
      title: 'Fehlerhafte Anfrage',
      detail: 'Einige Angaben fehlen oder sind ungültig. Die betroffenen Felder sind angegeben.',
    },
    'request.unauthenticated': {
      title: 'Anmeldung erforderlich',
      detail: 'Melden Sie sich an, um fortzufahren.',
    },
    'request.notFound': {
      title: 'Nicht gefunden',
      detail: 'Dieses Element gibt es nicht oder nicht für Sie.',
    },
    'request.tooLarge': {
      title: 'Zu große Anfrage',
      detail: 'Die Anfrage überschreitet die zulässige Größe.',
    },
    'record.version': {
      title: 'Inzwischen geändert',
      detail:
        'Dies wurde geändert, seit Sie es geöffnet haben. Laden Sie es neu und beginnen Sie noch einmal.',
    },
    'idempotency.mismatch': {
      title: 'Schlüssel bereits verwendet',
      detail: 'Dieser Schlüssel wurde schon für eine andere Anfrage verwendet.',
    },
    'idempotency.inFlight': {
      title: 'Anfrage läuft bereits',
      detail: 'Dieselbe Anfrage wird gerade bearbeitet. Versuchen Sie es gleich noch einmal.',
    },
    'rate.limited': {
      title: 'Zu viele Versuche',
      detail: 'Zu viele Versuche. Versuchen Sie es in {seconds} {seconds?Sekunde|Sekunden} noch einmal.',
    },
    'access.link': {
      title: 'Dieser Link öffnet nichts mehr',
      detail:
        'Er wurde schon benutzt, oder es sind mehr als 30 Minuten vergangen. Fordern Sie einen neuen an.',
    },
    'option.treated': {
      title: 'Anfrage bereits in Bearbeitung',
      detail:
        'Ihre Anfrage wird bearbeitet: Sie kann online nicht mehr geändert oder zurückgezogen werden. Bitte wenden Sie sich an uns.',
    },
    'online.refused': { title: 'Anfrage nicht möglich', detail: 'Ihre Anfrage wurde nicht übermittelt.' },
    'server.unavailable': {
      title: 'Zurzeit nicht verfügbar',
      detail: 'Der Dienst antwortet gerade nicht. Versuchen Sie es gleich noch einmal.',
    },
    'server.error': {
      title: 'Unerwarteter Fehler',
      detail: 'Ein unerwarteter Fehler ist aufgetreten. Es wurde nichts geändert.',
    },
  },
  reasons: {
    'online.minimum': 'Fragen Sie mindestens {minimum} {minimum?Platz|Plätze} in {seatCategory} an.',
    'online.category':
      'Die Kategorie {seatCategory} kann für die Vorstellung vom {startsAt:instant} nicht online angefragt werden.',
    'online.anyCategory': 'Die Kategorie {seatCategory} kann nicht als Option angefragt werden.',
    'online.performance': 'Für die Vorstellung vom {startsAt:instant} werden keine Anfragen mehr angenommen.',
    'online.limit': 'Das sind mehr Plätze, als Sie anfragen können[ (möglich: höchstens {passing})].',
    'online.other': 'Diese Anfrage kann online nicht angenommen werden. Bitte wenden Sie sich an uns.',
  },
  fields: {
    'field.required': 'Dieses Feld ist erforderlich.',
    'field.unknown': 'Dieses Feld gibt es nicht.',
    'field.type': 'Der Wert ist nicht von der erwarteten Art.',
    'field.format': 'Der Wert hat nicht die erwartete Form.',
    'field.tooShort': 'Der Wert ist zu kurz.',
    'field.tooLong': 'Der Wert ist zu lang.',
    'field.tooSmall': 'Der Wert ist zu klein.',
    'field.tooLarge': 'Der Wert ist zu groß.',
    'field.choice': 'Der Wert gehört nicht zu den möglichen.',
    'field.reference': 'Das genannte Element gibt es nicht.',
    'field.duplicate': 'Dieses Element ist zweimal genannt.',
    'field.invalid': 'Der Wert ist ungültig.',
  },
  statuses: {
    submitted: 'Übermittelt',
    'in-progress': 'In Bearbeitung',
    accepted: 'Angenommen[ – zu bezahlen vor {dueAt}]',
    waiting: 'Auf der Warteliste',
    refused: 'Abgelehnt',
    settled: 'Bezahlt',
    lapsed: 'Verfallen',
    cancelled: 'Storniert',
  },
};
