import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CellContext, cellReader } from '../../../rules/lists/cells.ts';
import { type ListColumn, listColumns } from '../../../rules/lists/columns.ts';
import { listNames } from '../../../rules/lists/list-names.ts';
import { wallClock } from '../../../rules/lists/wall-clock.ts';
import { listWords } from '../../../rules/lists/words/index.ts';

const context: CellContext = {
  locale: 'fr',
  words: listWords.fr,
  houseTimeZone: 'Europe/Paris',
  references: { season: new Map([['one', 'Saison 2026-2027']]) },
};
const read = (column: ListColumn, row: object, more: Partial<CellContext> = {}) =>
  cellReader([column], { ...context, ...more })(row)[0];

/** What a clock says, in the same fields that a person reads. */
function said(timeZone: string, instant: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return format.format(new Date(instant));
}

describe('the clock on the wall', () => {
  const zones = ['Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'];

  it('says what people there read, at any instant', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
        (timeZone, date) => {
          const instant = date.toISOString();
          const shown = new Date(wallClock(timeZone)(instant)).toISOString();
          expect(shown.slice(0, 19).replace('T', ' ')).toBe(said(timeZone, instant));
        },
      ),
    );
  });
});

describe('a cell', () => {
  it('stands on the clock of its row, else of the house', () => {
    const column = { name: 'startsAt', kind: 'instant' } as const;
    const startsAt = '2026-01-10T19:30:00.000Z';
    expect(read(column, { startsAt })).toBe(Date.parse('2026-01-10T20:30:00Z'));
    expect(read(column, { startsAt, timeZone: 'America/New_York' })).toBe(Date.parse('2026-01-10T14:30:00Z'));
  });

  it('is a word of the reader for a word of ours, and as it is for one without a label', () => {
    const column = { name: 'state', kind: 'choice', of: 'optionState' } as const;
    expect(read(column, { state: 'confirmed' })).toBe('Validée');
    expect(read(column, { state: 'confirmed' }, { words: listWords.en })).toBe('Validated');
    expect(read(column, { state: 'unheard' })).toBe('unheard');
  });

  it('is a name for an id, in the reader’s language where there are several', () => {
    const season = { name: 'seasonId', kind: 'reference', of: 'season' } as const;
    expect(read(season, { seasonId: 'one' })).toBe('Saison 2026-2027');
    expect(read(season, { seasonId: 'gone' })).toBeNull();
    const name = { name: 'name', kind: 'name' } as const;
    expect(read(name, { name: 'Scolaire', names: { en: 'School' } }, { locale: 'en' })).toBe('School');
    expect(read(name, { name: 'Scolaire', names: {} }, { locale: 'en' })).toBe('Scolaire');
  });

  it('is a list of days, none of them said so, and nothing where somebody else decides', () => {
    const column = { name: 'reminderDays', kind: 'days' } as const;
    expect(read(column, { reminderDays: [7, 2] })).toBe('7, 2');
    expect(read(column, { reminderDays: [] })).toBe('aucun');
    expect(read(column, { reminderDays: [] }, { words: listWords.en })).toBe('none');
    expect(read(column, { reminderDays: null })).toBeNull();
  });

  it('is nothing where the row says nothing', () => {
    for (const column of Object.values(listColumns).flat()) expect(read(column, {})).toBeNull();
  });
});

describe('the columns', () => {
  it.each(listNames)('of %s are each named once, in both languages', (list) => {
    const names = listColumns[list].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const words of Object.values(listWords)) {
      const headings = Object.values<string>(words.columns[list]);
      expect(headings).toHaveLength(names.length);
      expect(new Set(headings).size).toBe(headings.length);
    }
  });
});
