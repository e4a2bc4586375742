/** A numbered seat with what its printed label is made of (`rules/venues/seat-label.ts`). Seats of a plan never change. */
export interface NamedSeat {
  id: string;
  zone: string;
  /** Empty: the zone has none. */
  block: string;
  rowLabel: string;
  number: string;
}

/** Of a seat, what names it. */
export function namedSeat({ id, zone, block, rowLabel, number }: NamedSeat): NamedSeat {
  return { id, zone, block, rowLabel, number };
}

/** Where a seat stands and its number, as values of a message that both languages tell. */
export function seatValues({ id, zone, block, rowLabel, number }: NamedSeat) {
  const where = [zone, block === zone ? '' : block, rowLabel].filter((part) => part !== '').join(' - ');
  return { seatId: id, where, number };
}
