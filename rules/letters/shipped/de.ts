import type { ShippedTexts } from './shipped-texts.ts';

const settle = 'wenden Sie sich bitte an uns: Wir bringen das in Ordnung.';
const nothingDue = 'Für diese Option ist nichts zu bezahlen';
const together =
  'Sollte Ihnen diese Frist Schwierigkeiten bereiten, sagen Sie uns bitte Bescheid: Wir suchen gemeinsam eine Lösung.';
const unchanged =
  'Kategorie und Preis ändern sich nicht. Sollte Ihnen diese Änderung nicht zusagen, sagen Sie uns bitte Bescheid: Wir suchen gemeinsam eine Lösung.';

/** The German texts of the letters, as they are shipped. */
export const germanTexts: ShippedTexts = {
  acknowledgement: {
    subject: 'Ihre Optionsanfrage Nr. {{optionNumber}} – {{shortEvent}}',
    title: 'Ihre Optionsanfrage Nr. {{optionNumber}}',
    preview: 'Wir haben Ihre Anfrage erhalten',
    opening: `am {{requestedOn}} haben wir Ihre Optionsanfrage Nr. {{optionNumber}} erhalten: {{places}} für {{occasion}}. Wir danken Ihnen dafür.

Wir prüfen sie und schreiben Ihnen, sobald eine Entscheidung gefallen ist. Noch sind keine Plätze für Sie reserviert.`,
    placesHeading: 'Ihre Anfrage',
  },
  placement: {
    subject: 'Ihre Option Nr. {{optionNumber}} ist vorgemerkt – {{shortEvent}}',
    title: 'Ihre Option Nr. {{optionNumber}} ist vorgemerkt',
    preview: '{{places}}{{#if answerLimit}}, zu bestätigen vor {{answerLimit}}{{/if}}',
    opening: `unter Ihrer Option Nr. {{optionNumber}} halten wir {{places}} für {{occasion}} für Sie bereit.

{{#if answerLimit}}Wir bitten Sie um Ihre Antwort vor {{answerLimit}}. Nach diesem Zeitpunkt können die Plätze wieder in den Verkauf gehen. ${together}{{/if}}`,
    placesHeading: 'Ihre Plätze',
    showsPrices: true,
    callout: '{{#if answerLimit}}Zu bestätigen vor {{answerLimit}}{{/if}}',
    closing: 'Vor unserer Bestätigung ist nichts zu bezahlen.',
  },
  waiting: {
    subject: 'Ihre Option Nr. {{optionNumber}} steht auf der Warteliste – {{shortEvent}}',
    title: 'Ihre Option Nr. {{optionNumber}} steht auf der Warteliste',
    preview: 'Wir schreiben Ihnen, falls Plätze frei werden',
    opening: `Sie haben uns um {{places}} für {{occasion}} gebeten. Derzeit können wir sie Ihnen leider nicht zuteilen: Ihre Option Nr. {{optionNumber}} steht auf der Warteliste dieser Vorstellung.

Falls Plätze frei werden, schreiben wir Ihnen. Bis dahin sind keine Plätze für Sie reserviert, und Sie brauchen nichts zu tun.`,
    placesHeading: 'Ihre Anfrage',
    closing:
      'Wenn Sie nicht länger warten möchten oder Ihnen ein anderer Termin passt, sagen Sie uns bitte Bescheid: Gern sehen wir mit Ihnen nach, was verfügbar ist.',
  },
  confirmation: {
    subject: 'Bestätigung Ihrer Option Nr. {{optionNumber}} – {{shortEvent}}',
    title: 'Bestätigung Ihrer Option Nr. {{optionNumber}}',
    preview: '{{places}}, {{#if paymentLimit}}zu bezahlen vor {{paymentLimit}}{{else}}{{performance}}{{/if}}',
    opening: `wir freuen uns, Ihnen Ihre Option Nr. {{optionNumber}} zu bestätigen: {{places}} für {{occasion}}.

{{#if nothingToPay}}
Diese Plätze gehören zu Ihrer Bestellung Nr. {{orderNumber}}; es ist nichts zu bezahlen.
{{else}}{{#if orderTotal}}
{{#if orderHoldsMore}}Diese Plätze kommen zu Ihrer Bestellung Nr. {{orderNumber}} hinzu, die nun {{orderTotal}} beträgt{{else}}Ihre Bestellung Nr. {{orderNumber}} beträgt {{orderTotal}}{{/if}}.{{#if paymentLimit}} Bitte bezahlen Sie vor {{paymentLimit}}. Nach diesem Zeitpunkt können die Plätze wieder in den Verkauf gehen. ${together}{{/if}}

Bitte nennen Sie bei der Bezahlung die Bestellnummer {{orderNumber}} und die Optionsnummer {{optionNumber}}. Ihre Karten werden ausgestellt, sobald die Zahlung bei uns eingegangen ist.
{{/if}}{{/if}}`,
    placesHeading: 'Ihre Plätze',
    showsPrices: true,
    callout:
      '{{#if paymentLimit}}{{#if orderHoldsMore}}Bestellung Nr. {{orderNumber}}, zu bezahlen vor {{paymentLimit}}{{else}}Zu bezahlen vor {{paymentLimit}}{{/if}}{{/if}}',
    calloutFigure: '{{#if paymentLimit}}{{orderTotal}}{{/if}}',
    closing: 'Diese Bestätigung ist keine Eintrittskarte.',
  },
  reminder: {
    subject: 'Erinnerung: Ihre Option Nr. {{optionNumber}} – {{shortEvent}}',
    title: 'Erinnerung: Ihre Option Nr. {{optionNumber}}',
    preview:
      '{{#if paymentLimit}}Zu bezahlen vor {{paymentLimit}}{{else}}{{#if answerLimit}}Zu bestätigen vor {{answerLimit}}{{/if}}{{/if}}',
    opening: `wir erinnern Sie an Ihre Option Nr. {{optionNumber}}: {{places}} für {{occasion}}.

{{#if paymentLimit}}
Ihre Bestellung Nr. {{orderNumber}} über {{orderTotal}} ist vor {{paymentLimit}} zu bezahlen.
{{else}}{{#if answerLimit}}
Wir bitten Sie um Ihre Antwort vor {{answerLimit}}.
{{/if}}{{/if}}

Nach diesem Zeitpunkt können die Plätze wieder in den Verkauf gehen. ${together}`,
    placesHeading: 'Ihre Plätze',
    showsPrices: true,
    callout:
      '{{#if paymentLimit}}Zu bezahlen vor {{paymentLimit}}{{else}}{{#if answerLimit}}Zu bestätigen vor {{answerLimit}}{{/if}}{{/if}}',
    calloutFigure: '{{#if paymentLimit}}{{orderTotal}}{{/if}}',
    closing:
      'Sollte uns Ihre Antwort oder Ihre Zahlung inzwischen erreicht haben, betrachten Sie diese Erinnerung bitte als gegenstandslos.',
  },
  refusal: {
    subject: 'Antwort auf Ihre Optionsanfrage Nr. {{optionNumber}} – {{shortEvent}}',
    title: 'Ihre Optionsanfrage Nr. {{optionNumber}}',
    preview: 'Unsere Antwort auf Ihre Anfrage zu „{{shortEvent}}“',
    opening: `vielen Dank für Ihre Anfrage über {{places}} für {{occasion}} und für Ihr Interesse an unserem Programm.

Wir hätten Sie gern bei uns begrüßt. Leider können wir diese Anfrage nicht erfüllen{{#if reason}}; der Grund ist unten angegeben{{/if}}.`,
    placesHeading: 'Ihre Anfrage',
    closing:
      'Wir würden uns freuen, Sie bei anderer Gelegenheit zu begrüßen. Sprechen Sie uns an: Gern suchen wir mit Ihnen einen anderen Termin oder eine andere Platzkategorie.',
  },
  correction: {
    subject: 'Berichtigung zu Ihrer Option Nr. {{optionNumber}} – {{shortEvent}}',
    title: 'Berichtigung: Ihre Option Nr. {{optionNumber}}',
    preview: 'Unser früheres Schreiben gilt nicht mehr',
    opening: `{{#if correctsConfirmation}}unser Schreiben vom {{formerLetterDate}}, das Ihre Option Nr. {{optionNumber}} bestätigte,{{else}}{{#if correctsRefusal}}unser Schreiben vom {{formerLetterDate}}, das Ihre Optionsanfrage Nr. {{optionNumber}} ablehnte,{{else}}{{#if formerLetterDate}}unser Schreiben vom {{formerLetterDate}}{{else}}unser früheres Schreiben{{/if}} zu Ihrer Option Nr. {{optionNumber}}{{/if}}{{/if}} gilt nicht mehr. Bitte betrachten Sie es als gegenstandslos und entschuldigen Sie diese Änderung.

Ihre Anfrage über {{places}} für {{occasion}} wird erneut bearbeitet. Wir schreiben Ihnen, sobald eine Entscheidung gefallen ist.`,
    placesHeading: 'Betroffene Plätze',
    callout: `{{#if correctsConfirmation}}${nothingDue}{{/if}}`,
    closing: `{{#if correctsConfirmation}}Falls Sie die in jenem Schreiben genannte Bestellung bereits bezahlt haben, ${settle}{{/if}}`,
  },
  lapse: {
    subject: 'Ihre Option Nr. {{optionNumber}} ist verfallen – {{shortEvent}}',
    title: 'Ihre Option Nr. {{optionNumber}} ist verfallen',
    preview: 'Die Plätze sind nicht mehr für Sie reserviert',
    opening: `Ihre Option Nr. {{optionNumber}} über {{places}} für {{occasion}} gilt nicht mehr{{#if reason}} (der Grund ist unten angegeben){{/if}}: Die Plätze sind nicht mehr für Sie reserviert.`,
    placesHeading: 'Betroffene Plätze',
    callout: nothingDue,
    closing: `{{#if orderNumber}}Falls Sie die Bestellung Nr. {{orderNumber}} bereits bezahlt haben, ${settle}{{/if}}

Wenn Sie weiterhin an diesen Plätzen interessiert sind, sagen Sie uns bitte Bescheid: Wir sehen mit Ihnen nach, was noch verfügbar ist.`,
  },
  'performance-moved': {
    subject: 'Terminänderung – Option Nr. {{optionNumber}} – {{shortEvent}}',
    title: 'Terminänderung: Ihre Option Nr. {{optionNumber}}',
    preview: 'Neuer Termin: {{performance}}',
    opening: `die für {{formerDate}} vorgesehene Vorstellung von „{{event}}“ wird verlegt. Neuer Termin: {{performance}} ({{venue}}).

Ihre Anfrage über {{places}} gilt für den neuen Termin; Sie brauchen nichts zu tun, um sie aufrechtzuerhalten.

{{#if newPaymentLimit}}
Ihre Bestellung ist nun vor {{newPaymentLimit}} zu bezahlen.
{{else}}{{#if newAnswerLimit}}
Wir bitten Sie nun um Ihre Antwort vor {{newAnswerLimit}}.
{{/if}}{{/if}}`,
    placesHeading: 'Betroffene Plätze',
    callout: 'Neuer Termin: {{performance}}',
    closing:
      'Sollte Ihnen der neue Termin nicht passen, sagen Sie uns bitte Bescheid: Wir suchen gemeinsam eine Lösung.',
  },
  'performance-cancelled': {
    subject: 'Vorstellung abgesagt – Option Nr. {{optionNumber}} – {{shortEvent}}',
    title: 'Vorstellung abgesagt: Ihre Option Nr. {{optionNumber}}',
    preview: 'Abgesagt: {{performance}}',
    opening: `zu unserem Bedauern findet die Vorstellung von „{{event}}“ ({{performance}}, {{venue}}) nicht statt{{#if reason}}; der Grund ist unten angegeben{{/if}}.

{{#if optionStands}}In Ihrer Option Nr. {{optionNumber}} entfällt daher, was diese Vorstellung betraf ({{places}}). Der Rest Ihrer Option Nr. {{optionNumber}} bleibt bestehen; Sie brauchen nichts zu tun.{{else}}Ihre Option Nr. {{optionNumber}} über {{places}} wird daher aufgehoben.{{/if}}`,
    placesHeading: 'Betroffene Plätze',
    callout: `{{#unless optionStands}}${nothingDue}{{/unless}}`,
    closing: `{{#if orderNumber}}Falls Sie die Bestellung Nr. {{orderNumber}} bereits bezahlt haben, ${settle}{{/if}}

Wir würden uns freuen, Sie zu einem anderen Termin zu begrüßen: Sprechen Sie uns an.`,
  },
  'configuration-changed': {
    subject: 'Änderung im Saal – Option Nr. {{optionNumber}} – {{shortEvent}}',
    title: 'Änderung im Saal: Ihre Option Nr. {{optionNumber}}',
    preview: '{{#if seatsNumbered}}Ihre neuen Sitze{{else}}Der Saal wird anders bestuhlt{{/if}}',
    opening: `der Saal wird für „{{event}}“ ({{performance}}, {{venue}}) anders bestuhlt.

{{#if formerSeats}}Sie hatten: {{formerSeats}}.{{/if}}

{{#if seatsNumbered}}
{{#if formerSeats}}Ihre Plätze ({{placesCount}}) sind nun die unten angegebenen.{{else}}Ihre Plätze ({{placesCount}}) sind nun nummeriert: Sie finden Ihre Sitze unten.{{/if}}
{{else}}{{#if seatsCounted}}
Ihre Plätze ({{placesCount}}) bleiben Ihnen erhalten, sind aber nicht mehr nummeriert.
{{else}}
Ihre Anfrage über {{places}} bleibt bestehen; Sie brauchen nichts zu tun. Was Sie angefragt hatten, gibt es in dieser Form nicht mehr: Wir antworten Ihnen unter Berücksichtigung der neuen Bestuhlung.
{{/if}}{{/if}}`,
    placesHeading:
      '{{#if seatsNumbered}}Ihre Plätze{{else}}{{#if seatsCounted}}Ihre Plätze{{else}}Ihre Anfrage{{/if}}{{/if}}',
    closing: `{{#if seatsNumbered}}${unchanged}{{else}}{{#if seatsCounted}}${unchanged}{{/if}}{{/if}}`,
  },
};
