import type { LetterLanguage } from '../letters/letter-language.ts';
import type { PlanSeat } from './plan-seat.ts';
import { seatLabel } from './seat-label.ts';

interface SeatWords {
  seat: string;
  seats: string;
  to: string;
  and: string;
  odd: string;
  even: string;
}

const words: Readonly<Record<LetterLanguage, SeatWords>> = {
  fr: { seat: 'Place', seats: 'Places', to: 'à', and: 'et', odd: 'impaires', even: 'paires' },
  en: { seat: 'Seat', seats: 'Seats', to: 'to', and: 'and', odd: 'odd', even: 'even' },
  de: { seat: 'Platz', seats: 'Plätze', to: 'bis', and: 'und', odd: 'ungerade', even: 'gerade' },
  es: { seat: 'Asiento', seats: 'Asientos', to: 'a', and: 'y', odd: 'impares', even: 'pares' },
  it: { seat: 'Posto', seats: 'Posti', to: 'a', and: 'e', odd: 'dispari', even: 'pari' },
};

type LabelledSeat = Pick<PlanSeat, 'zone' | 'block' | 'rowLabel' | 'number'>;

/**
 * Seats told row by row, as one says them: `PLATEA - Rang F - Places 12 à 18`. Neighbours in the numbering are told by
 * their first and last; where odd and even numbers run apart, `Places 11 à 17 impaires`. What is no number stands alone.
 */
export function seatGroups(locale: LetterLanguage, seats: readonly LabelledSeat[]): string[] {
  const rows = Map.groupBy(seats, ({ zone, block, rowLabel }) => JSON.stringify([zone, block, rowLabel]));
  return [...rows.values()].flatMap((row) => {
    const [first] = row;
    if (first === undefined) return [];
    if (row.length === 1) return [seatLabel(locale, first)];
    const { seat } = words[locale];
    const where = seatLabel(locale, { ...first, number: '' }).slice(0, -`${seat} `.length);
    return [
      `${where}${numbersTold(
        locale,
        row.map(({ number }) => number),
      )}`,
    ];
  });
}

function numbersTold(locale: LetterLanguage, labels: readonly string[]): string {
  const { seats, and } = words[locale];
  const numbers = labels
    .filter(isNumber)
    .map(Number)
    .toSorted((one, other) => one - other);
  const step = new Set(numbers.map((number) => number % 2)).size === 1 ? 2 : 1;
  const parts = [
    ...runsOf(numbers, step).flatMap((run) => runTold(locale, run, step)),
    ...labels.filter((label) => !isNumber(label)),
  ];
  const last = parts.at(-1) ?? '';
  const list = parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${and} ${last}`;
  return `${seats} ${list}`;
}

function isNumber(label: string): boolean {
  return /^\d{1,6}$/.test(label);
}

/** Numbers that follow each other in this step. */
function runsOf(numbers: readonly number[], step: number): number[][] {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === number - step) run.push(number);
    else runs.push([number]);
  }
  return runs;
}

/** A run by its ends, from three seats on; a shorter one number by number. */
function runTold(locale: LetterLanguage, run: readonly number[], step: number): string[] {
  const { to, odd, even } = words[locale];
  const [first = 0] = run;
  if (run.length < 3) return run.map(String);
  const parity = step === 1 ? '' : ` ${first % 2 === 1 ? odd : even}`;
  return [`${first} ${to} ${run.at(-1)}${parity}`];
}
