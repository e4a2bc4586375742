import { describe, expect, it } from '@jest/globals';
import { letterLanguages } from '../../../rules/letters/letter-language.ts';
import {
  contactFieldCodes,
  contactProblemCodes,
  contactReasonCodes,
} from '../../../rules/messages/contact/contact-texts.ts';
import {
  contactMessage,
  contactProblemTitle,
  contactStatusText,
  contactTexts,
  tellContactReason,
} from '../../../rules/messages/contact/tell-contact.ts';
import { formatDate } from '../../../rules/messages/figures.ts';
import { catalogues, fill } from '../../../rules/messages/format.ts';
import { optionLabels } from '../../../rules/options/labels.ts';

const placeholders = (text: string) =>
  [...text.matchAll(/\{\w+(?::\w+)?[?}]/g)].map(([found]) => found).toSorted();

/** Ordinary spaces instead of those that never break. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('what contacts are told in languages of theirs', () => {
  it.each(Object.entries(contactTexts))('takes in %s the values it takes in English', (_language, texts) => {
    const { problems, reasons, fields } = catalogues.en;
    for (const code of contactProblemCodes)
      expect(placeholders(texts.problems[code].detail)).toEqual(placeholders(problems[code].detail));
    for (const code of contactReasonCodes)
      expect(placeholders(texts.reasons[code])).toEqual(placeholders(reasons[code]));
    for (const code of contactFieldCodes)
      expect(placeholders(texts.fields[code])).toEqual(placeholders(fields[code]));
    expect(placeholders(texts.statuses.accepted)).toEqual(
      placeholders(optionLabels.en.contactStatuses.accepted),
    );
  });

  it.each(Object.entries(contactTexts))(
    'is whole sentences in %s, and titles without a point',
    (_l, texts) => {
      const sentences = [
        ...Object.values(texts.problems).map(({ detail }) => detail),
        ...Object.values(texts.reasons),
        ...Object.values(texts.fields),
      ];
      for (const sentence of sentences) expect(sentence).toMatch(/^[^\s'].*[.]$/u);
      for (const { title } of Object.values(texts.problems)) expect(title).toMatch(/^[^\s.].*[^.\s]$/u);
    },
  );

  it('is told with its values, in the writing of the language', () => {
    const values = { seatCategory: 'Parkett', minimum: 1, startsAt: '2016-01-10T19:00:00.000Z' };
    const zoned = { ...values, timeZone: 'Europe/Paris' };
    expect(contactMessage('de', 'online.minimum', zoned)).toBe(
      'Fragen Sie mindestens 1 Platz in Parkett an.',
    );
    expect(contactMessage('it', 'online.minimum', { ...zoned, minimum: 5 })).toBe(
      'Chieda almeno 5 posti in Parkett.',
    );
    expect(contactMessage('es', 'online.performance', zoned)).toBe(
      'La función del 10/01/2016, 20:00 ya no admite solicitudes.',
    );
    expect(tellContactReason('de', { code: 'online.limit', values: { passing: null } }).message).toBe(
      'Das sind mehr Plätze, als Sie anfragen können.',
    );
    expect(contactProblemTitle('it', 'access.link')).toBe('Questo link non apre più nulla');
    expect(plain(fill('de', '{sum:money} {n}', { sum: 123_456, currency: 'EUR', n: 1234.5 }))).toBe(
      '1.234,56 € 1.234,5',
    );
    expect(formatDate('de', values.startsAt, 'Europe/Paris')).toBe('Sonntag, 10. Januar 2016');
    expect(formatDate('it', '2016-01-01T19:00:00.000Z', 'Europe/Paris')).toBe('venerdì 1º gennaio 2016');
  });

  it('falls back to English where a contact has no words of their own, and is the house’s in its languages', () => {
    expect(contactMessage('de', 'order.insured')).toBe(contactMessage('en', 'order.insured'));
    expect(contactProblemTitle('es', 'order.insured')).toBe('Insured order');
    expect(contactMessage('fr', 'online.other')).toBe(catalogues.fr.reasons['online.other']);
    expect(fill('de', '{yes} {state:state}', { yes: true, state: 'placed' })).toBe('yes Placed');
  });

  it('says where an option stands, and until when it is to be paid only where there is a date', () => {
    const told = (dueAt: string | null) =>
      letterLanguages.map((language) => contactStatusText(language, 'accepted', { dueAt }));
    expect(told(null)).toEqual(['Acceptée', 'Accepted', 'Angenommen', 'Aceptada', 'Accettata']);
    expect(told('10/01')[2]).toBe('Angenommen – zu bezahlen vor 10/01');
  });
});
