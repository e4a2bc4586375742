import type { LetterLanguage } from '../letters/letter-language.ts';
import type { PlanSeat } from './plan-seat.ts';

const words: Readonly<Record<LetterLanguage, { row: string; seat: string }>> = {
  fr: { row: 'Rang', seat: 'Place' },
  en: { row: 'Row', seat: 'Seat' },
  de: { row: 'Reihe', seat: 'Platz' },
  es: { row: 'Fila', seat: 'Asiento' },
  it: { row: 'Fila', seat: 'Posto' },
};

/**
 * The printed label of a seat: `PLATEA - Rang 3 - Place 15`. What a seat does not have is left out; a row that has a name
 * of its own is called by it: `PREMIER BALCON - JARDIN - Loge 2 - Place 5`.
 */
export function seatLabel(
  locale: LetterLanguage,
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
