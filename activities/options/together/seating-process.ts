import { placeAll } from '../../../rules/seating/mass-placement.ts';
import type { MassPlaced, MassUnplaced, MassWish } from '../../../rules/seating/mass-wish.ts';
import { type SeatMap, seatMap } from '../../../rules/seating/seat-map.ts';
import { type NamedSeat, namedSeat } from '../../../rules/stock/named-seat.ts';
import type { HallSeat } from '../../stock/hall.ts';
import type { FromSeating, SeatedOption, ToSeating } from './seating-messages.ts';

/** Options told in one message. */
const portion = 25;

const maps = new Map<string, SeatMap>();
const named = new Map<string, NamedSeat>();
const wishes: MassWish[] = [];
let told: { placed: readonly MassPlaced[]; unplaced: readonly MassUnplaced[]; filled: number; bound: number };
let at = 0;

/** Runs in a process of its own: is given halls and a list, seats the list, and hands the answer over by portions. */
function hear(message: ToSeating): void {
  switch (message.kind) {
    case 'hall':
      readHall(message.performanceId, message.seats);
      return;
    case 'wishes':
      wishes.push(...message.wishes);
      return;
    case 'place': {
      const { free, spare, limits } = message;
      told = placeAll({ maps, free, spare, limits }, wishes);
      tell();
      return;
    }
    case 'more':
      tell();
  }
}

function readHall(performanceId: string, text: string): void {
  const seats: HallSeat[] = JSON.parse(text);
  for (const seat of seats) named.set(seat.id, namedSeat(seat));
  const stateOf = ({ claimId }: HallSeat) => (claimId === null ? ('free' as const) : ('taken' as const));
  maps.set(performanceId, seatMap(seats.map((seat) => ({ ...seat, state: stateOf(seat) }))));
}

function tell(): void {
  const { placed, unplaced, filled, bound } = told;
  const part: FromSeating = {
    placed: placed.slice(at, at + portion).map(withSeats),
    unplaced: unplaced.slice(at, at + portion),
    filled,
    bound,
    last: at + portion >= Math.max(placed.length, unplaced.length),
  };
  at += portion;
  process.send?.(part);
}

function withSeats({ grants, ...option }: MassPlaced): SeatedOption {
  return {
    ...option,
    grants: grants.map(({ seatIds, ...grant }) => ({
      ...grant,
      seats: seatIds === null ? null : seatIds.flatMap((id) => named.get(id) ?? []),
    })),
  };
}

process.on('message', hear);
