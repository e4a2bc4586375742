import { describe, expect, it } from '@jest/globals';
import { tellSeatReason } from '../../../rules/seating/labels.ts';
import { propose } from '../../../rules/seating/proposals.ts';
import { type Seat, seatMap } from '../../../rules/seating/seat-map.ts';
import type { SeatSettings, SeatWish } from '../../../rules/seating/wish.ts';
import { drawn, strict, wishOf } from './support/halls.ts';

const always: SeatSettings = { ...strict, isolatedSeatsAlwaysAllowed: true };

function ask(hall: readonly string[] | Seat[], wish: SeatWish, settings = strict, k = 1) {
  const seats = hall.flatMap((row) => (typeof row === 'string' ? [] : [row]));
  const lines = hall.flatMap((row) => (typeof row === 'string' ? [row] : []));
  return propose(new Map([['tonight', seatMap([...drawn(lines), ...seats])]]), wish, settings, k);
}

/** Seats of each proposal. */
function seatsOf(...question: Parameters<typeof ask>): string[] {
  return ask(...question).proposals.map(({ seatIds }) => seatIds.join(' '));
}

function told(...question: Parameters<typeof ask>): string[][] {
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
  return ask(...question).proposals.map(({ reasons }) =>
    reasons.map((reason) => plain(tellSeatReason('fr', reason).message)),
  );
}

describe('a group', () => {
  it('sits together in a row, in the middle of the front', () => {
    expect(seatsOf(['........', '........'], wishOf(4))).toEqual(['A3 A4 A5 A6']);
  });

  it('sits together further back rather than in two parts in front', () => {
    expect(seatsOf(['..xx..', '.....x'], wishOf(5))).toEqual(['B1 B2 B3 B4 B5']);
  });

  it('sits in the fewest rows one behind the other where no row holds it', () => {
    expect(seatsOf(['....', '....', '....'], wishOf(8))).toEqual(['A1 A2 A3 A4 B1 B2 B3 B4']);
  });

  it('sits one behind the other, not on both sides of the hall', () => {
    expect(seatsOf(['..xxxxx', 'xxxxx..', 'xxxxx..'], wishOf(4))).toEqual(['B6 B7 C6 C7']);
    expect(seatsOf(['..xxx..', 'xxxxx..'], wishOf(6))).toEqual(['A1 A2 A6 A7 B6 B7']);
    expect(seatsOf(['..xxxx..', '...xxxxx'], wishOf(5))).toEqual(['A1 A2 B1 B2 B3']);
  });

  it('sits in rows that follow one another rather than in fewer parts far away', () => {
    expect(seatsOf(['xxxx....', 'xx..xxxx', 'xx..xxxx', 'xxxx....'], wishOf(6))).toEqual([
      'A5 A6 A7 A8 B3 B4',
    ]);
  });

  it('sits apart where nothing else is left, and is told so', () => {
    const hall = ['..xx', 'xxxx', '..xx'];
    expect(seatsOf(hall, wishOf(4))).toEqual(['A1 A2 C1 C2']);
    expect(told(hall, wishOf(4))[0]).toContain('Le groupe est sur 2 rangs séparés, en 2 parties.');
  });

  it('leaves nobody of the group on their own where two can sit side by side', () => {
    expect(seatsOf(['....x', '...xx'], wishOf(5))).toEqual(['A1 A2 B1 B2 B3']);
  });

  it('is split by an aisle, a gap and a missing seat', () => {
    expect(seatsOf(['.. ..', '.._..', '....'], wishOf(4))).toEqual(['C1 C2 C3 C4']);
  });

  it('sits beside whom it stands beside, whatever is printed on the seats', () => {
    const printed = [7, 5, 3, 1, 2, 4, 6, 10];
    const row = drawn(['x......x']).map((seat, place) => ({ ...seat, id: `n° ${printed[place]}` }));
    expect(seatsOf(row, wishOf(6))).toEqual(['n° 5 n° 3 n° 1 n° 2 n° 4 n° 6']);
  });

  it('keeps to the contingents of the channel and the category asked for', () => {
    expect(seatsOf(['....', 'oooo', 'UUUU'], wishOf(5))).toEqual([]);
    expect(seatsOf(['..oo', '....'], wishOf(4))).toEqual(['B1 B2 B3 B4']);
    expect(seatsOf(['..oo', '....'], wishOf(4, { contingentIds: ['public', 'others'] }))).toEqual([
      'A1 A2 A3 A4',
    ]);
  });

  it('avoids seats with a restricted view', () => {
    expect(seatsOf(['.vv.', '..xx'], wishOf(2))).toEqual(['B1 B2']);
  });

  it('gets several ways, each in other rows, each with why it comes after the one before', () => {
    expect(told(['....', 'xx..', 'x.x.'], wishOf(2), strict, 3).map((reasons) => reasons.at(-1))).toEqual([
      'C’est la meilleure proposition.',
      'Après la précédente : plus loin du meilleur point (2 contre 1).',
      'Après la précédente : le groupe est en davantage de parties (2 contre 1).',
    ]);
  });
});

describe('a seat left alone', () => {
  const hall = ['.....', '...', '...'];

  it('is never made while it is forbidden: the group moves or splits', () => {
    expect(seatsOf(['.....', '....'], wishOf(4))).toEqual(['B1 B2 B3 B4']);
    expect(ask(hall, wishOf(4)).proposals[0]!.score.isolated).toBe(0);
  });

  it('is said to be the only way when there is no other, and nothing is proposed', () => {
    const answer = ask(['.....'], wishOf(4));
    expect(answer.proposals).toEqual([]);
    expect(answer.left.flatMap(({ reasons }) => reasons)).toEqual([
      { code: 'left.fewer', values: { free: 5, together: 5, most: 3 } },
      { code: 'left.isolating', values: {} },
    ]);
  });

  it('is made below the trigger, and only where nothing else is possible', () => {
    const below = { ...strict, isolatedSeatTrigger: 6 };
    expect(seatsOf(['.....'], wishOf(4), below)).toEqual(['A2 A3 A4 A5']);
    expect(seatsOf(['.....', 'xx.x'], wishOf(4), { ...below, isolatedSeatTrigger: 7 })).toEqual([
      'A3 A4 A5 B3',
    ]);
    expect(seatsOf(['.....', '..xx'], wishOf(4), { ...strict, isolatedSeatTrigger: 8 })).toEqual([
      'A1 A2 B1 B2',
    ]);
    expect(
      ask(['.....', '....'], wishOf(4), { ...strict, isolatedSeatTrigger: 100 }).proposals[0]!.seatIds,
    ).toEqual(['B1', 'B2', 'B3', 'B4']);
    expect(told(['.....'], wishOf(4), below)[0]).toContain(
      'Sièges isolés : 1, faute d’autre solution ; il reste 5 places, moins que le trigger de 6.',
    );
  });

  it('counts less than sitting together where the channel always permits it', () => {
    expect(seatsOf(['.....', '.x.', '.x.'], wishOf(4), always)).toEqual(['A2 A3 A4 A5']);
    expect(seatsOf(['.....', '....'], wishOf(4), always)).toEqual(['B1 B2 B3 B4']);
  });

  it('may belong to another contingent: it is left alone all the same', () => {
    expect(seatsOf(['o..x', '..xx'], wishOf(2))).toEqual(['B1 B2']);
  });

  it('does not count when it was alone before', () => {
    expect(seatsOf(['.x..'], wishOf(2))).toEqual(['A3 A4']);
  });
});

describe('an upgrade and a fallback date', () => {
  const hall = ['UUUU', '..xx'];

  it('are for want of what was asked for', () => {
    expect(seatsOf(hall, wishOf(2, { acceptsUpgrade: true }))).toEqual(['B1 B2']);
    expect(seatsOf(hall, wishOf(4))).toEqual([]);
    expect(seatsOf(hall, wishOf(4, { acceptsUpgrade: true }))).toEqual(['A1 A2 A3 A4']);
    expect(told(hall, wishOf(4, { acceptsUpgrade: true }))[0]).toContain(
      'Surclassement dans la catégorie immédiatement supérieure.',
    );
  });

  it('takes part of the group up where neither category holds it', () => {
    const mixed = ask(hall, wishOf(6, { acceptsUpgrade: true })).proposals[0]!;
    expect([mixed.score.category, mixed.seatIds.length]).toEqual([2, 6]);
  });

  it('goes one category up and not two', () => {
    const best = drawn(['UUUU']).map((seat) => ({ ...seat, seatCategoryId: 'best', categoryRank: 0 }));
    const rest = drawn(['xxxx', 'UU', '..']).map((seat) => ({ ...seat, rowOrder: seat.rowOrder + 1 }));
    expect(seatsOf([...best, ...rest], wishOf(4, { acceptsUpgrade: true })).length).toBe(1);
    expect(seatsOf([...best, ...rest], wishOf(5, { acceptsUpgrade: true }))).toEqual([]);
  });

  it('names the date of each proposal, in the order of the choices', () => {
    const maps = new Map([
      ['friday', seatMap(drawn(['..x']))],
      ['saturday', seatMap(drawn(['....', '....']))],
    ]);
    const wish = { ...wishOf(2), performanceIds: ['friday', 'sunday', 'saturday'] };
    const { proposals } = propose(maps, wish, strict, 3);
    expect(proposals.map(({ performanceId, score }) => [performanceId, score.choice])).toEqual([
      ['friday', 0],
      ['saturday', 2],
      ['saturday', 2],
    ]);
    const none = propose(maps, { ...wish, quantity: 20 }, strict, 3);
    expect(none.left.map(({ performanceId, reasons }) => [performanceId, reasons[0]!.code])).toEqual([
      ['friday', 'left.fewer'],
      ['sunday', 'left.unknown'],
      ['saturday', 'left.fewer'],
    ]);
  });

  it('answers a group beyond all measure at once', () => {
    const { left } = ask(['..'], wishOf(501));
    expect(left[0]!.reasons).toEqual([{ code: 'left.tooLarge', values: { limit: 500 } }]);
  });
});

describe('wheelchair users', () => {
  const hall = ['.......', 'wc..cwx', '.......'];
  const wheelchair = (users: number, companions: number) => ({ wheelchair: { users, companions } });

  it('get bays, with their companions beside them and the others near', () => {
    const [best] = ask(hall, wishOf(4, wheelchair(1, 1))).proposals;
    expect(best!.wheelchairSeatIds).toEqual(['B1']);
    expect(best!.companionSeatIds).toEqual(['B2']);
    expect(best!.seatIds).toEqual(['B1', 'B2', 'B3', 'B4']);
  });

  it('leave their bays and companions’ seats free for others of their kind', () => {
    expect(seatsOf(['wcwc', '....'], wishOf(4))).toEqual(['B1 B2 B3 B4']);
    expect(seatsOf(['wcwc'], wishOf(2))).toEqual([]);
    const released = { ...strict, accessibleSeatsReleased: true };
    expect(seatsOf(['wc'], wishOf(2), released)).toEqual(['A1 A2']);
  });

  it('are told how many bays there are', () => {
    expect(ask(['wc..'], wishOf(3, wheelchair(2, 1))).left[0]!.reasons).toEqual([
      { code: 'left.bays', values: { free: 1, users: 2 } },
    ]);
  });

  it('prefer bays with a companion’s seat beside; who finds none sits as near as may be', () => {
    expect(ask(['w.wc', '....'], wishOf(2, wheelchair(1, 1))).proposals[0]!.seatIds).toEqual(['A3', 'A4']);
    const [alone] = ask(['wx..', '....'], wishOf(3, wheelchair(1, 2)), always).proposals;
    expect([alone!.wheelchairSeatIds, alone!.score.companionsApart]).toEqual([['A1'], 2]);
  });

  it('may have bays in a category of their own', () => {
    const seats = drawn(['....', 'wc..']).map((seat) =>
      seat.wheelchair || seat.companion ? { ...seat, seatCategoryId: 'bays', categoryRank: 5 } : seat,
    );
    const wish = wishOf(4, { wheelchair: { users: 1, companions: 1, seatCategoryIds: ['bays'] } });
    expect(seatsOf(seats, wish)).toEqual(['B1 B2 B3 B4']);
  });
});
