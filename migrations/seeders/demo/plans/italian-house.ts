import type { SeatPlanDraft } from '../../../../rules/venues/plan-seat.ts';
import { planOf, type SketchRow, type SketchSeat, stage } from './plan-sketch.ts';

const middle = 1_600;
const seatWidth = 52;
const rowDepth = 90;
/** Half the width of an aisle, besides half a seat. */
const halfAisle = 60;

/** A seat of a row by its distance from the middle of the house, 0 being the nearest. */
type About = (
  fromMiddle: number,
) => Pick<SketchSeat, 'category'> & Partial<Pick<SketchSeat, 'wheelchair' | 'companion' | 'restrictedView'>>;

interface Face {
  half: number;
  y: number;
  /** The middle is an aisle: 1 and 2 do not sit together. */
  middleAisle?: boolean;
  /** An aisle on both sides, before the seats at this distance. */
  sideAisle?: number;
  about: About;
}

/** A row across the house: odd numbers run from the middle to the left (jardin), even ones to the right (cour). */
function across({ half, y, middleAisle = false, sideAisle, about }: Face): SketchSeat[] {
  const at = (fromMiddle: number) =>
    seatWidth * (fromMiddle + 0.5) +
    (middleAisle ? halfAisle : 0) +
    (sideAisle !== undefined && fromMiddle >= sideAisle ? 2 * halfAisle : 0);
  const curve = (distance: number) => y - distance ** 2 / 4_000; // the ends come nearer to the stage
  const distances = Array.from({ length: half }, (_, index) => index);
  const left = distances.toReversed().map(
    (each): SketchSeat => ({
      ...about(each),
      number: `${2 * each + 1}`,
      x: middle - at(each),
      y: curve(at(each)),
      gapBefore: sideAisle !== undefined && each === sideAisle - 1,
    }),
  );
  const right = distances.map(
    (each): SketchSeat => ({
      ...about(each),
      number: `${2 * each + 2}`,
      x: middle + at(each),
      y: curve(at(each)),
      gapBefore: (each === 0 && middleAisle) || each === sideAisle,
    }),
  );
  return [...left, ...right];
}

/** A row along a side, from the stage to the back: the numbers go on from the back towards the stage. */
function along(side: 'JARDIN' | 'COUR', out: number, y: number, seats: number, first: number, about: About) {
  return Array.from({ length: seats }, (_, index): SketchSeat => {
    const fromBack = seats - 1 - index;
    return {
      ...about(fromBack),
      number: `${2 * (first + fromBack) + (side === 'JARDIN' ? 1 : 2)}`,
      x: middle + (side === 'JARDIN' ? -out : out),
      y: y + index * seatWidth,
    };
  });
}

function stalls(): SketchRow[] {
  const zone = 'PLATEA';
  return Array.from({ length: 14 }, (_, index) => {
    const row = index + 1;
    const half = Math.min(13, 9 + Math.floor(row / 3));
    const wheels = row === 13 ? 'PMR2' : row === 14 ? 'PMR1' : null;
    const about: About = (fromMiddle) => {
      if (wheels !== null && fromMiddle >= 11) return { category: wheels, wheelchair: true };
      if (wheels !== null && fromMiddle === 10) return { category: wheels, companion: true };
      if (row >= 3 && row <= 8 && fromMiddle < 6) return { category: 'CARRE-OR' };
      return { category: row <= 11 ? 'CAT1' : 'CAT2' };
    };
    return {
      zone,
      label: `${row}`,
      seats: across({ half, y: 700 + index * rowDepth, middleAisle: true, about }),
    };
  });
}

/** The first balcony: four rows without an aisle, and eight boxes of five on each side. */
function firstBalcony(): SketchRow[] {
  const zone = 'PREMIER BALCON';
  const face = [12, 13, 14, 15].map((half, index): SketchRow => {
    const about: About = () => ({ category: index < 2 ? 'CAT1' : 'CAT2' });
    return {
      zone,
      block: 'FACE',
      label: `${index + 1}`,
      seats: across({ half, y: 2_150 + index * rowDepth, about }),
    };
  });
  const boxes = sides.flatMap((block) =>
    Array.from({ length: 8 }, (_, box): SketchRow => {
      const nearStage = box < 2;
      const about: About = (fromBack) =>
        nearStage || fromBack > 3
          ? { category: 'VISIB', restrictedView: true }
          : { category: box < 5 ? 'CAT3' : 'CAT2' };
      return {
        zone,
        block,
        label: `Loge ${8 - box}`,
        seats: along(block, 1_000, 620 + box * (5 * seatWidth + 10) * 0.7, 5, 0, about).map(
          (seat, index) => ({
            ...seat,
            // a box is two seats deep: three at its rail, two behind
            x: middle + (block === 'JARDIN' ? -1 : 1) * (index < 3 ? 950 : 1_010),
            y: 620 + box * 190 + (index < 3 ? index * seatWidth : (index - 2.5) * seatWidth),
          }),
        ),
      };
    }),
  );
  return [...face, ...boxes];
}

/** The second balcony: five rows in three parts, and two rows along each side. */
function secondBalcony(): SketchRow[] {
  const zone = 'SECOND BALCON';
  const face = [12, 12, 13, 13, 14].map((half, index): SketchRow => {
    const about: About = () => ({ category: index < 3 ? 'CAT2' : 'CAT3' });
    const seats = across({ half, y: 2_700 + index * rowDepth, sideAisle: 7, about });
    return { zone, block: 'FACE', label: `${index + 1}`, seats };
  });
  return [...face, ...sides.flatMap((block) => [0, 1].map((row) => sideRow(zone, block, row, 1_130, 14)))];
}

/** The gallery under the roof: six benches, one row along each side. */
function paradise(): SketchRow[] {
  const zone = 'PARADIS';
  const face = [14, 14, 15, 15, 16, 16].map((half, index): SketchRow => {
    const about: About = (fromMiddle) =>
      fromMiddle === 8 && index > 3 ? { category: 'VISIB', restrictedView: true } : { category: 'CAT3' };
    return {
      zone,
      block: 'FACE',
      label: `${index + 1}`,
      seats: across({ half, y: 3_350 + index * rowDepth, about }),
    };
  });
  return [...face, ...sides.map((block) => sideRow(zone, block, 0, 1_330, 18))];
}

const sides = ['JARDIN', 'COUR'] as const;

/** Of a side row, the seats near the stage see less of it, and so do those behind them. */
function sideRow(
  zone: string,
  block: (typeof sides)[number],
  row: number,
  out: number,
  seats: number,
): SketchRow {
  const about: About = (fromBack) =>
    row > 0 || fromBack >= 8 ? { category: 'VISIB', restrictedView: true } : { category: 'CAT3' };
  return {
    zone,
    block,
    label: `${row + 1}`,
    seats: along(block, out + row * rowDepth, 1_050, seats, 0, about),
  };
}

/**
 * A house in the Italian manner, 900 seats on four levels: odd numbers run out from the middle to the left, even ones
 * to the right. In the stalls the middle is an aisle, in the balconies 1 and 2 sit together.
 */
export function italianHouse(): SeatPlanDraft {
  return planOf({
    name: 'Grande salle',
    width: 2 * middle,
    height: 4_000,
    categories: [
      { name: 'CARRE-OR', colour: '#8d6e00' },
      { name: 'CAT1', colour: '#b71c1c' },
      { name: 'CAT2', colour: '#1255a0' },
      { name: 'CAT3', colour: '#2e7d32' },
      { name: 'VISIB', colour: '#6a1b9a' },
      { name: 'PMR1', colour: '#455a64' },
      { name: 'PMR2', colour: '#455a64' },
    ],
    areas: [stage('PLATEA', middle, 150, 1_200, 320)],
    rows: [...stalls(), ...firstBalcony(), ...secondBalcony(), ...paradise()],
  });
}
