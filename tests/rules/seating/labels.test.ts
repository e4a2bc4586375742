import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { locales } from '../../../rules/messages/locale.ts';
import { seatReasonLabels, tellSeatReason } from '../../../rules/seating/labels.ts';
import { propose } from '../../../rules/seating/proposals.ts';
import { seatReasonCodes } from '../../../rules/seating/reasons.ts';
import { seatMap } from '../../../rules/seating/seat-map.ts';
import { must } from '../support/must.ts';
import { settings, smallHall, wishFor } from './support/halls.ts';

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].toSorted();

describe('the reasons of the seat engine', () => {
  it.each(seatReasonCodes)('%s is a sentence with the same values in both languages', (code) => {
    const [french, english] = locales.map((locale) => seatReasonLabels[locale][code]);
    expect(placeholders(french!)).toEqual(placeholders(english!));
    for (const text of [french, english]) {
      expect(text).toMatch(/^[^\s].*[.]$/u);
      expect(text).not.toContain("'");
    }
  });

  it('are told with all their values', () => {
    const wish = fc.record({
      users: fc.integer({ min: 0, max: 2 }),
      companions: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(
        smallHall,
        wishFor(['tonight', 'tomorrow']),
        wish,
        settings,
        (seats, plain, wheelchair, channel) => {
          const quantity = plain.quantity + wheelchair.users + wheelchair.companions;
          const asked = { ...plain, quantity, wheelchair };
          const { proposals, left } = propose(new Map([['tonight', seatMap(seats)]]), asked, channel, 3);
          const reasons = [...proposals, ...left].flatMap((each) => each.reasons);
          must(reasons.length > 0, 'something is said');
          for (const reason of reasons) {
            for (const locale of locales) {
              must(!tellSeatReason(locale, reason).message.includes('—'), `${reason.code} has its values`);
            }
          }
        },
      ),
    );
  });
});
