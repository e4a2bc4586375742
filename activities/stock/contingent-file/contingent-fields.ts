import { plainText } from '../../contacts/importing/plain-text.ts';

/** The columns of a file of contingents, in the order in which they are exported. */
export const contingentFields = [
  'event',
  'date',
  'time',
  'category',
  'contingent',
  'capacity',
  'seat',
] as const;
export type ContingentField = (typeof contingentFields)[number];

/** The titles each column is known by, in `plainText`. */
const titles: Readonly<Record<ContingentField, readonly string[]>> = {
  event: ['event', 'event code', 'evenement', 'code evenement', 'manifestation'],
  date: ['date', 'day', 'jour'],
  time: ['time', 'heure'],
  category: ['category', 'seat category', 'categorie', 'categorie de place'],
  contingent: ['contingent', 'code contingent', 'contingent code'],
  capacity: ['capacity', 'capacite', 'jauge', 'quota'],
  seat: ['seat', 'seat guid', 'place', 'guid', 'reference de place'],
};

const needed: readonly ContingentField[] = ['event', 'date', 'time', 'contingent'];

/** Where each field stands in the rows; null when a needed one is missing, or one stands twice. */
export function recogniseContingents(
  columns: readonly string[],
): ReadonlyMap<ContingentField, number> | null {
  const found = new Map<ContingentField, number>();
  for (const [index, title] of columns.entries()) {
    const plain = plainText(title);
    const field = contingentFields.find((each) => titles[each].includes(plain));
    if (field === undefined) continue;
    if (found.has(field)) return null;
    found.set(field, index);
  }
  const whole = needed.every((field) => found.has(field)) && (found.has('capacity') || found.has('seat'));
  return whole ? found : null;
}
