import type { Locale } from '../messages/locale.ts';
import type { PlanSeat } from './plan-seat.ts';

const words = { fr: { row: 'Rang', seat: 'Place' }, en: { row: 'Row', seat: 'Seat' } };

/**
 * The printed label of a seat: `PLATEA - Rang 3 - Place 15`. What a seat does not have is left out; a row that has a name
 * of its own is called by it: `PREMIER BALCON - JARDIN - Loge 2 - Place 5`.
 */
export function seatLabel(
  locale: Locale,
  { zone, block, rowLabel, number }: Pick<PlanSeat, 'zone' | 'block' | 'rowLabel' | 'number'>,
): string {
  const { row, seat } = words[locale];
  const parts = [
    zone,
    block === zone ? '' : block,
    /^$|\s/.test(rowLabel) ? rowLabel : `${row} ${rowLabel}`,
    `${seat} ${number}`,
  ];
  return parts.filter((part) => part !== '').join(' - ');
}
