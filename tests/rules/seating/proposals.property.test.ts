import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { propose } from '../../../rules/seating/proposals.ts';
import { seatMap } from '../../../rules/seating/seat-map.ts';
import { must } from '../support/must.ts';
import { allWays, bestOf, compare, isBeside, leftAlone, subsets } from './support/exhaustive.ts';
import { runs, settings, smallHall, strict, wishFor } from './support/halls.ts';

const dates = ['first', 'second'];
const always = { ...strict, isolatedSeatsAlwaysAllowed: true };
const asked = fc.tuple(smallHall, smallHall, wishFor(dates), settings);

describe('the seat engine against every way there is', () => {
  it('is never worse than the best on its stated score, for each of the best four ways', () => {
    fc.assert(
      fc.property(asked, ([first, second, wish, channel]) => {
        const maps = new Map([
          ['first', seatMap(first)],
          ['second', seatMap(second)],
        ]);
        const all = allWays(maps, wish, channel);
        const best = bestOf(all);
        const { proposals, left } = propose(maps, wish, channel, 4);
        must(
          proposals.length === Math.min(4, best.length),
          'as many proposals as there are ways, up to four',
        );
        for (const [place, { performanceId, seatIds, score }] of proposals.entries()) {
          const same = all
            .flat()
            .find((way) => way.performanceId === performanceId && way.seatIds.join() === seatIds.join());
          must(same !== undefined, 'seats the wish may have');
          must(compare(score, same!.score) === 0, 'the score is that of the seats');
          must(compare(score, best[place]!.score) === 0, `nothing better in place ${place}`);
        }
        must(
          left.length === (best.length === 0 ? dates.length : 0),
          'what is left, when nothing is proposed',
        );
      }),
      runs(400),
    );
  });

  it('never leaves a seat alone where the date has a solution that does not, unless always allowed', () => {
    fc.assert(
      fc.property(smallHall, wishFor(['tonight']), settings, (seats, wish, channel) => {
        const maps = new Map([['tonight', seatMap(seats)]]);
        const ways = allWays(maps, wish, channel).flat();
        const possible = ways.some(({ score }) => score.isolated === 0);
        for (const { score } of propose(maps, wish, channel, 3).proposals) {
          if (!channel.isolatedSeatsAlwaysAllowed)
            must(!possible || score.isolated === 0, 'no seat left alone');
        }
      }),
      runs(300),
    );
  });

  it('answers the same whatever the order of the seats', () => {
    const shuffled = smallHall.chain((seats) =>
      fc.tuple(fc.constant(seats), fc.shuffledSubarray(seats, { minLength: seats.length })),
    );
    fc.assert(
      fc.property(shuffled, wishFor(['tonight']), settings, ([seats, other], wish, channel) => {
        const ask = (map: typeof seats) => propose(new Map([['tonight', seatMap(map)]]), wish, channel, 3);
        must(JSON.stringify(ask(seats)) === JSON.stringify(ask(other)), 'the same proposals');
      }),
    );
  });

  it('seats as many companions beside their wheelchair user as there can be, and nobody else in a bay', () => {
    const party = fc.record({
      users: fc.integer({ min: 1, max: 2 }),
      companions: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(smallHall, wishFor(['tonight']), party, (seats, plain, wheelchair) => {
        const wish = {
          ...plain,
          quantity: plain.quantity + wheelchair.users + wheelchair.companions,
          acceptsUpgrade: false,
          wheelchair,
        };
        const map = seatMap(seats);
        const open = seats.filter(
          (seat) =>
            seat.state === 'free' &&
            seat.seatCategoryId === wish.seatCategoryId &&
            wish.contingentIds.includes(seat.contingentId),
        );
        const bays = subsets(
          open.filter((seat) => seat.wheelchair),
          wheelchair.users,
        );
        const others = open.filter(
          (seat) => !seat.wheelchair && (!seat.companion || wheelchair.companions > 0),
        );
        const possible = bays.length > 0 && others.length >= wish.quantity - wheelchair.users;
        const [best] = propose(new Map([['tonight', map]]), wish, always, 1).proposals;
        must(possible === (best !== undefined), 'a proposal where there is room');
        if (best === undefined) return;
        const most = Math.max(
          ...bays.map(
            (each) =>
              others.filter((seat) => seat.companion && each.some((bay) => isBeside(bay, seat))).length,
          ),
        );
        must(best.companionSeatIds.length === Math.min(most, wheelchair.companions), 'companions beside');
        must(
          best.score.companionsApart === wheelchair.companions - best.companionSeatIds.length,
          'and counted',
        );
        const taken = open.filter(({ id }) => best.seatIds.includes(id));
        must(
          new Set(best.seatIds).size === wish.quantity && taken.length === wish.quantity,
          'the whole group',
        );
        must(
          taken
            .filter((seat) => seat.wheelchair)
            .map(({ id }) => id)
            .toSorted()
            .join() === best.wheelchairSeatIds.toSorted().join(),
          'only wheelchair users in bays',
        );
      }),
      runs(300),
    );
  });

  it('leaves no seat alone beside a wheelchair user either', () => {
    const party = fc.record({
      users: fc.integer({ min: 1, max: 2 }),
      companions: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(smallHall, wishFor(['tonight']), party, (seats, plain, wheelchair) => {
        const wish = {
          ...plain,
          quantity: plain.quantity + wheelchair.users + wheelchair.companions,
          wheelchair,
        };
        for (const { seatIds, score } of propose(new Map([['tonight', seatMap(seats)]]), wish, strict, 3)
          .proposals) {
          const taken = new Set(seats.filter(({ id }) => seatIds.includes(id)));
          const alone = leftAlone(seats, taken, false).filter(
            (seat) => !(seat.companion && wheelchair.companions > 0),
          );
          must(score.isolated === 0 && alone.length === 0, 'no seat left alone');
        }
      }),
      runs(300),
    );
  });
});
