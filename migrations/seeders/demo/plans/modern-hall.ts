import type { SeatPlanDraft } from '../../../../rules/venues/plan-seat.ts';
import { planOf, type SketchRow, type SketchSeat, stage } from './plan-sketch.ts';

const middle = 2_000;
const seatWidth = 52;
const rowDepth = 95;
const aisle = 110;
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Rows of the stalls where the sound desk stands: ten numbers are missing in the middle. */
const deskRows = [18, 19, 20];
/** The row behind the cross aisle: wheelchairs at both ends, a companion beside each. */
const wheelRow = 13;

/** A place of a row that is as wide as `seats` numbers, with an aisle after a quarter and after three quarters. */
function row(seats: number, y: number, category: string, taken: (number: number) => boolean): SketchSeat[] {
  const [first, second] = [Math.round(seats / 4), Math.round((seats * 3) / 4)];
  const width = seats * seatWidth + 2 * aisle;
  const found: SketchSeat[] = [];
  let before = 0;
  for (let number = 1; number <= seats; number += 1) {
    if (taken(number)) continue;
    const aisles = (number > first ? 1 : 0) + (number > second ? 1 : 0);
    const x = middle - width / 2 + (number - 0.5) * seatWidth + aisles * aisle;
    const passed = [first, second].some((last) => before <= last && number > last);
    const gapBefore = before > 0 && (passed || number > before + 1);
    found.push({ number: `${number}`, x, y: y - (x - middle) ** 2 / 12_000, category, gapBefore });
    before = number;
  }
  return found;
}

/** Of every three numbers at the ends a wheelchair takes two, its companion the third. */
function wheelchairs(seats: number, y: number): SketchSeat[] {
  const fromEnd = (number: number) => Math.min(number - 1, seats - number);
  const bay = (number: number) => fromEnd(number) < 12;
  return row(seats, y, 'PARTERRE', (number) => bay(number) && fromEnd(number) % 3 === 0).map(
    (seat, index, all) => {
      const number = Number(seat.number);
      const wheelchair = bay(number) && fromEnd(number) % 3 === 1;
      const companion = bay(number) && fromEnd(number) % 3 === 2;
      const before = Number(all[index - 1]?.number ?? number - 1);
      // the room a wheelchair takes is no gap
      const wide = number - before === 2 && (bay(number) || bay(before));
      const gapBefore = seat.gapBefore === true && !(wide && !crossesAisle(seats, before, number));
      return { ...seat, gapBefore, wheelchair, companion };
    },
  );
}

function crossesAisle(seats: number, before: number, number: number): boolean {
  return [seats / 4, (seats * 3) / 4].map(Math.round).some((last) => before <= last && number > last);
}

function stalls(): SketchRow[] {
  return Array.from({ length: 26 }, (_, index): SketchRow => {
    const seats = Math.min(56, 40 + index);
    const y = 900 + index * rowDepth + (index >= wheelRow ? 150 : 0);
    const half = Math.floor(seats / 2);
    const desk = (number: number) => deskRows.includes(index) && number > half - 5 && number <= half + 5;
    return {
      zone: 'PARTERRE',
      label: letters[index] ?? (letters[index - letters.length] ?? '').repeat(2),
      seats: index === wheelRow ? wheelchairs(seats, y) : row(seats, y, 'PARTERRE', desk),
    };
  });
}

function balcony(): SketchRow[] {
  return Array.from({ length: 14 }, (_, index): SketchRow => {
    const seats = index < 8 ? 50 : 54;
    return {
      zone: 'BALCON',
      label: letters[index] ?? '',
      seats: row(seats, 3_750 + index * rowDepth, 'BALCON', () => false),
    };
  });
}

/**
 * A modern hall of 2,006 seats: rows split by two aisles, numbers from left to right, wheelchair bays behind the cross
 * aisle, and a sound desk that takes ten seats out of three rows.
 */
export function modernHall(): SeatPlanDraft {
  return planOf({
    name: 'Auditorium',
    width: 2 * middle,
    height: 5_200,
    categories: [
      { name: 'PARTERRE', colour: '#b71c1c' },
      { name: 'BALCON', colour: '#1255a0' },
    ],
    areas: [stage('PARTERRE', middle, 150, 1_800, 450)],
    rows: [...stalls(), ...balcony()],
  });
}
