import { describe, expect, it } from '@jest/globals';
import { fieldCodes, isMessageCode, problemCodes, reasonCodes } from '../../../rules/messages/codes.ts';
import { formatDate, formatInstant, formatMoney, formatNumber } from '../../../rules/messages/figures.ts';
import { catalogues, fill, message, problemTitle, tellReason } from '../../../rules/messages/format.ts';
import { isLocale, locales } from '../../../rules/messages/locale.ts';
import { tellRemedies } from '../../../rules/messages/remedies.ts';

const codes = [...problemCodes, ...reasonCodes, ...fieldCodes];

/** Ordinary spaces instead of the narrow ones French typography puts into numbers. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+(?::\w+)?)\}/g)].map(([, name]) => name).toSorted();

describe('the catalogue', () => {
  it.each(codes)('%s reads the same values in French and in English', (code) => {
    const texts = locales.map((locale) => {
      const { problems, reasons, fields } = catalogues[locale];
      const all: Record<string, string | { detail: string }> = { ...problems, ...reasons, ...fields };
      const text = all[code]!;
      return typeof text === 'string' ? text : text.detail;
    });
    expect(placeholders(texts[0]!)).toEqual(placeholders(texts[1]!));
    const quotes = texts[0] === '{text:told}'; // a rule of the house speaks for itself
    for (const text of texts) expect(text).toMatch(quotes ? /told/ : /^[^\s].*[.]$/u);
    for (const text of texts) expect(text).not.toContain("'");
  });

  it.each(problemCodes)('%s has a title in both languages', (code) => {
    for (const locale of locales) expect(problemTitle(locale, code)).toMatch(/^[^\s.].*[^.\s]$/u);
  });

  it('uses no placeholder of a kind nobody formats', () => {
    const kinds = new Set(
      locales
        .flatMap((locale) => JSON.stringify(catalogues[locale]).match(/\{\w+:\w+\}/g) ?? [])
        .map((each) => each.replace(/.*:|\}/g, '')),
    );
    expect(
      [...kinds].filter(
        (kind) => !['instant', 'date', 'money', 'state', 'verb', 'when', 'told'].includes(kind),
      ),
    ).toEqual([]);
  });

  it('has each code once', () => {
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every(isMessageCode)).toBe(true);
    expect(isMessageCode('toString')).toBe(false);
    expect(isLocale('fr')).toBe(true);
    expect(isLocale('de')).toBe(false);
  });
});

describe('a message', () => {
  const startsAt = '2016-01-10T19:00:00.000Z';

  it('tells what must be true before a verb is possible', () => {
    const told = (locale: 'fr' | 'en', verb: string, moving = false) =>
      message(locale, 'option.state', { state: 'placed', verb, moving });
    expect(told('fr', 'confirm-refusal')).toBe('Possible seulement quand un refus est en cours.');
    expect(told('en', 'confirm-refusal')).toBe('Possible only while a refusal is pending.');
    expect(told('fr', 'cancel-confirmation')).toBe(
      'Possible seulement quand l’option est validée ou refusée.',
    );
    expect(told('fr', 'place')).toBe('Possible seulement quand l’option est demandée, posée ou en attente.');
    expect(told('fr', 'place', true)).toBe('Possible seulement quand l’option est demandée ou en attente.');
    expect(told('en', 'withdraw')).toBe(
      'Possible only while the option is requested, placed, on the waiting list or offered, or a refusal is pending.',
    );
  });

  it('tells an instant on the venue’s clock', () => {
    expect(message('fr', 'performance.past', { startsAt, timeZone: 'Europe/Paris' })).toContain(
      '10/01/2016 20:00',
    );
    expect(message('en', 'performance.past', { startsAt, timeZone: 'Asia/Seoul' })).toContain(
      '11/01/2016, 04:00',
    );
    expect(message('fr', 'performance.past', { startsAt })).toContain('19:00 UTC');
  });

  it('writes numbers, booleans and what is missing', () => {
    expect(plain(message('fr', 'list.range', { maximum: 1000, reach: 10_000 }))).toContain(
      'au plus 1 000 lignes',
    );
    expect(message('en', 'list.range', { maximum: 1000, reach: 10_000 })).toContain('at most 1,000 rows');
    expect(message('en', 'rate.limited')).toBe('Too many attempts. Try again in — seconds.');
    expect(fill('fr', '{a} {b} {c}', { a: true, b: false, c: null })).toBe('oui non —');
    expect(fill('en', '{a} {b}', { a: true, b: 'x' })).toBe('yes x');
    expect(fill('en', '{v:verb}', { v: 'unheard-of' })).toBe('unheard-of');
  });

  it('does not read placeholders inside values', () => {
    expect(fill('en', '{a}', { a: '{b}', b: 'no' })).toBe('{b}');
  });

  it('says one place and several places, each language by its own rules', () => {
    const places = '{n} {n?place libre|places libres}';
    const told = (locale: 'fr' | 'en') => [0, 1, 1.5, 2, 60].map((n) => plain(fill(locale, places, { n })));
    expect(told('fr')).toEqual([
      '0 place libre',
      '1 place libre',
      '1,5 place libre',
      '2 places libres',
      '60 places libres',
    ]);
    expect(told('en').map((each) => each.endsWith('places libres'))).toEqual([true, false, true, true, true]);
    expect(fill('fr', places, {})).toBe('— places libres');
    expect(fill('fr', 'rien[, {n} {n?place|places}]', { n: 0 })).toBe('rien');
    expect(fill('en', '{a}', { a: '{n?one|many}', n: 1 })).toBe('{n?one|many}');
  });

  it('counts one place of a limit, of a minimum and of what would pass as one', () => {
    const type = { collectivityType: 'Scolaire', season: '2016', startsAt, timeZone: 'Europe/Paris' };
    const limit = { ...type, limit: 1, held: 0, requested: 0, asked: 2, passing: 1 };
    expect(plain(message('fr', 'limitation.performance', limit))).toBe(
      'Les contacts de type « Scolaire » peuvent détenir 1 place par séance ; pour celle du 10/01/2016 20:00, ce contact en détient 0 et en demande 2 (possible : 1 au plus).',
    );
    expect(message('en', 'limitation.option', limit)).toContain('may have 1 place per option');
    const line = { seatCategory: 'A', requested: 1, free: 0 };
    expect(plain(message('fr', 'stock.line', line))).toBe('Catégorie « A » : 1 place voulue, 0 libre.');
    expect(message('en', 'rate.limited', { seconds: 1 })).toBe('Too many attempts. Try again in 1 second.');
    const found = (quantity: number) => ({ quantity, dates: [], allowedBy: [] });
    expect([1, 12].map((each) => plain(tellRemedies('fr', found(each)).passing ?? ''))).toEqual([
      '1 place',
      '12 places',
    ]);
  });

  it('names in the reader’s language the roles that could allow it', () => {
    const allowedBy = [
      { name: 'Responsable', names: { en: 'Manager' } },
      { name: 'Administration', names: { en: null } },
    ];
    const told = (locale: 'fr' | 'en') =>
      tellRemedies(locale, { quantity: null, dates: [], allowedBy }).allowedBy;
    expect([told('fr'), told('en')]).toEqual(['Responsable ou Administration', 'Manager or Administration']);
  });

  it('chooses words only by values that the text tells', () => {
    const untold = locales.flatMap((locale) =>
      [...JSON.stringify(catalogues[locale]).matchAll(/"[^"]*\{(\w+)\?[^"]*"/g)].filter(
        ([text, name]) => !text.includes(`{${name}}`),
      ),
    );
    expect(untold).toEqual([]);
  });

  it('writes money with its currency', () => {
    expect(plain(fill('fr', '{sum:money}', { sum: 123_456, currency: 'EUR' }))).toBe('1 234,56 €');
    expect(fill('en', '{sum:money}', { sum: 123_456, currency: 'USD' })).toBe('US$1,234.56');
  });

  it('writes a whole reason', () => {
    expect(tellReason('en', { code: 'season.notOpen', values: { season: '2026' } })).toEqual({
      code: 'season.notOpen',
      message: 'The season “2026” is not open.',
      values: { season: '2026' },
    });
  });
});

describe('formats', () => {
  it('follow the language and the zone, not the machine', () => {
    expect(plain(formatMoney('fr', 46_550, 'EUR'))).toBe('465,50 €');
    expect(formatMoney('en', 46_550, 'EUR')).toBe('€465.50');
    expect(plain(formatNumber('fr', 1234.5))).toBe('1 234,5');
    expect(formatDate('fr', '2015-08-02T21:59:59.999Z', 'Europe/Paris')).toBe('dimanche 2 août 2015');
    expect(formatDate('en', '2015-08-02T21:59:59.999Z', 'Asia/Seoul')).toMatch(/^Monday,? 3 August 2015$/);
    expect(formatInstant('fr', '2015-08-02T22:00:00.000Z', 'Europe/Paris')).toBe('03/08/2015 00:00');
  });
});
