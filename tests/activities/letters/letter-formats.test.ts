import { describe, expect, it } from '@jest/globals';
import { manyLines, oneLine, shortened } from '../../../activities/letters/clean-text.ts';
import {
  formatDay,
  formatLimit,
  formatMoment,
  formatMoney,
} from '../../../activities/letters/letter-formats.ts';
import { en, fr } from '../../../activities/letters/words/typeset.ts';

describe('dates of letters', () => {
  it('says when a performance starts as a theatre announces it, where it plays', () => {
    const startsAt = '2016-01-10T19:00:00.000Z';
    expect(formatMoment('fr', startsAt, 'Europe/Paris')).toBe('dimanche 10 janvier 2016 à 20:00');
    expect(formatMoment('en', startsAt, 'Europe/Paris')).toBe('Sunday 10 January 2016 at 20:00');
    expect(formatMoment('fr', startsAt, 'Asia/Seoul')).toBe('lundi 11 janvier 2016 à 04:00');
    expect(formatMoment('en', startsAt, 'America/New_York')).toBe('Sunday 10 January 2016 at 14:00');
  });

  it('keeps the local hour on both sides of a change of clock', () => {
    expect(formatMoment('fr', '2026-03-28T19:30:00.000Z', 'Europe/Paris')).toBe(
      'samedi 28 mars 2026 à 20:30',
    );
    expect(formatMoment('fr', '2026-03-29T18:30:00.000Z', 'Europe/Paris')).toBe(
      'dimanche 29 mars 2026 à 20:30',
    );
  });

  it('writes the first of the month as French does', () => {
    expect(formatDay('fr', '2016-02-01T12:00:00.000Z', 'Europe/Paris')).toBe('1er février 2016');
    expect(formatDay('fr', '2016-02-11T12:00:00.000Z', 'Europe/Paris')).toBe('11 février 2016');
    expect(formatDay('en', '2016-02-01T12:00:00.000Z', 'Europe/Paris')).toBe('1 February 2016');
  });

  it('leaves out the hour of a limit at midnight: before the day says it', () => {
    expect(formatLimit('fr', '2016-01-02T23:00:00.000Z', 'Europe/Paris')).toBe('dimanche 3 janvier 2016');
    expect(formatLimit('fr', '2016-01-02T22:59:00.000Z', 'Europe/Paris')).toBe(
      'samedi 2 janvier 2016 à 23:59',
    );
  });

  it('refuses what is no instant or no time zone', () => {
    expect(() => formatDay('fr', 'demain', 'Europe/Paris')).toThrow(RangeError);
    expect(() => formatDay('fr', '2016-01-02T23:00:00.000Z', 'Europe/Nulle-Part')).toThrow(RangeError);
  });
});

describe('amounts of letters', () => {
  it('writes cents as money whose spaces never break', () => {
    expect(formatMoney('fr', 123_250, 'EUR')).toBe('1\u202F232,50\u00A0€');
    expect(formatMoney('en', 123_250, 'EUR')).toBe('€1,232.50');
    expect(formatMoney('fr', 0, 'EUR')).toBe('0,00\u00A0€');
    expect(formatMoney('en', 5, 'EUR')).toBe('€0.05');
  });

  it('never rounds hundredths away, whatever the currency', () => {
    expect(formatMoney('en', 1_250_050, 'KRW')).toBe('₩12,500.50');
  });
});

describe('the words around values', () => {
  it('sets French prose and leaves the values as they are', () => {
    expect(fr`L'option n° ${21} : « ${"L'Avare ; ou"} » ?`).toBe(
      "L’option n°\u00A021\u00A0: «\u00A0L'Avare ; ou\u00A0»\u202F?",
    );
    expect(en`It's option no. ${21}`).toBe('It’s option no.\u00A021');
  });

  it('keeps one line of a value, without controls or marks that turn the reading', () => {
    expect(oneLine(' Les\r\nTilleuls\t \u0000\u202Eeuq\u202C \uD800')).toBe('Les Tilleuls euq \uFFFD');
    expect(manyLines('complet\r\n\r\n \n désolés')).toEqual(['complet', 'désolés']);
    expect(manyLines(null)).toEqual([]);
  });

  it('shortens between characters, never inside one', () => {
    expect(shortened('été', 3)).toBe('été');
    expect(shortened('e\u0301te\u0301s', 3)).toBe('e\u0301t…');
    expect(shortened('👩🏽‍🎤👩🏽‍🎤👩🏽‍🎤', 2)).toBe('👩🏽‍🎤…');
  });
});
