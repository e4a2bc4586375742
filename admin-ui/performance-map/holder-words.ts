import type { Locale } from '../../rules/messages/locale.ts';
import { seatLabel } from '../../rules/venues/seat-label.ts';
import type { Text } from '../messages/use-text.ts';
import type { MapPlan } from '../seat-map/seat-geometry.ts';
import { holderAt, type SeatHolder, stateAt, stockAt } from './seat-states.ts';
import type { PerformanceSeats } from './use-performance-seats.ts';

/** Who holds places, in a few words: "option 41", "blocage : Régie". */
export function holderWords(text: Text, { type, number, reason }: Omit<SeatHolder, 'state'>): string {
  switch (type) {
    case 'option':
      return number === null
        ? text('performanceMap.holder.someOption')
        : text('performanceMap.holder.option', { number });
    case 'block':
      return reason === null
        ? text('performanceMap.holder.someBlock')
        : text('performanceMap.holder.block', { reason });
    case 'distributor-sale':
      return text('performanceMap.holder.distributorSale');
    case 'external-sale':
      return text('performanceMap.holder.externalSale');
    default:
      return text(`performanceMap.holder.${type}`);
  }
}

/** What is said of a seat after its label: its state, who has it, its category and contingent. */
export function seatStateWords(text: Text, told: PerformanceSeats, seat: number): string {
  const state = stateAt(told, seat);
  const stock = stockAt(told, seat);
  if (state === null || stock === undefined) return text('performanceMap.none');
  const holder = holderAt(told, seat);
  const parts = [
    text(`performanceMap.state.${state}`),
    holder === undefined ? '' : holderWords(text, holder),
    holder?.contactName ?? '',
    stock.seatCategoryName,
    stock.contingentName,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** The printed label of a seat of a plan. */
export function planSeatLabel(locale: Locale, { rows, seats }: MapPlan, seat: number): string {
  const row = rows[seats.row[seat] ?? -1];
  return seatLabel(locale, {
    zone: row?.zone ?? '',
    block: row?.block ?? '',
    rowLabel: row?.label ?? '',
    number: seats.number[seat] ?? '',
  });
}
