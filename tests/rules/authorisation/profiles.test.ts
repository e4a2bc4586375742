import { describe, expect, it } from '@jest/globals';
import { decideAuthorisation } from '../../../rules/authorisation/decide.ts';
import {
  type OptionProfile,
  paymentDay,
  profileFacts,
  profilesUsed,
} from '../../../rules/authorisation/profiles.ts';
import { tellReason } from '../../../rules/messages/format.ts';
import { ruleMoments } from '../../../rules/options/life.ts';
import { openFacts } from './support/open-facts.ts';

const now = '2014-01-15T12:00:00.000Z';

/** The seed's own profile, with what a test sets; what is left out it covers all. */
function option(more: Partial<OptionProfile> = {}): OptionProfile {
  return {
    id: 'option',
    name: 'Option',
    startsOn: '2013-10-08',
    endsOn: '2015-02-28',
    paymentOn: null,
    minimumQuantity: 5,
    eventIds: [],
    performanceIds: [],
    seatCategoryIds: [],
    ...more,
  };
}

function soiree(...profiles: OptionProfile[]) {
  return {
    performanceId: 'soiree',
    eventId: 'cerisaie',
    startsAt: '2016-01-10T19:00:00.000Z',
    timeZone: 'Europe/Paris',
    channelName: 'Internet entreprises',
    profiles,
    categories: [{ id: 'cat1', name: 'Catégorie 1' }],
  };
}

const asks = (quantity: number) => [{ seatCategoryId: 'cat1', quantity }];

async function reasons(profiles: OptionProfile[], quantity = 5, at = now) {
  const facts = profileFacts([soiree(...profiles)], asks(quantity), at);
  return (await decideAuthorisation({ ...openFacts, profiles: facts }, 'request')).reasons;
}
const codes = async (profiles: OptionProfile[], quantity?: number, at?: string) =>
  (await reasons(profiles, quantity, at)).map((reason) => reason.code);

describe('option profiles', () => {
  it('none for the channel: refused, with its reason', async () => {
    const [reason] = await reasons([]);
    expect(reason).toEqual({ code: 'profile.none', values: { channel: 'Internet entreprises' } });
    expect(tellReason('fr', reason!).message).toBe(
      'La filière « Internet entreprises » n’a aucun profil d’option en cours de validité.',
    );
  });

  it('ask for a minimum in each seat category: n - 1 is refused, n and n + 1 pass', async () => {
    expect(await codes([option()], 4)).toEqual(['profile.minimum']);
    expect(await codes([option()], 5)).toEqual([]);
    expect(await codes([option()], 6)).toEqual([]);
    const [reason] = await reasons([option()], 4);
    expect(tellReason('fr', reason!).message).toBe(
      'Catégorie « Catégorie 1 » : au minimum 5 places par demande ; celle-ci en compte 4.',
    );
  });

  it('count two lines of one category together', async () => {
    const facts = profileFacts([soiree(option())], [...asks(2), ...asks(3)], now);
    expect(facts).toHaveLength(1);
    expect(facts[0]).toMatchObject({ asked: 5, missing: 0 });
  });

  it('are valid from the first to the last day, whole, on the venue’s clock', async () => {
    expect(await codes([option()], 5, '2013-10-07T21:59:59.999Z')).toEqual(['profile.none']);
    expect(await codes([option()], 5, '2013-10-07T22:00:00.000Z')).toEqual([]);
    expect(await codes([option()], 5, '2015-02-28T22:59:59.999Z')).toEqual([]);
    expect(await codes([option()], 5, '2015-02-28T23:00:00.000Z')).toEqual(['profile.none']);
    expect(await codes([option({ startsOn: null, endsOn: null })], 5, '2035-01-01T00:00:00.000Z')).toEqual(
      [],
    );
  });

  it.each([
    ['another event', { eventIds: ['vagues'] }],
    ['another performance', { performanceIds: ['matinee'] }],
    ['another seat category', { seatCategoryIds: ['cat2'] }],
  ])('that cover %s do not help', async (_what, more) => {
    expect(await codes([option(more)])).toEqual(['profile.notCovered']);
    expect(await codes([option(more), option()])).toEqual([]);
  });

  it('that name the event, the performance and the category cover them', async () => {
    const named = { eventIds: ['cerisaie'], performanceIds: ['soiree'], seatCategoryIds: ['cat1'] };
    expect(await codes([option(named)])).toEqual([]);
  });

  it('add up: the lowest minimum counts', async () => {
    expect(await codes([option(), option({ id: 'petit', minimumQuantity: 2 })], 2)).toEqual([]);
    expect(await codes([option(), option({ id: 'petit', minimumQuantity: 2 })], 1)).toEqual([
      'profile.minimum',
    ]);
  });

  it('count at request only', async () => {
    const facts = { ...openFacts, profiles: profileFacts([soiree()], asks(5), now) };
    const outcomes = ruleMoments.map(async (moment) => (await decideAuthorisation(facts, moment)).outcome);
    expect(await Promise.all(outcomes)).toEqual(['refused', 'authorised', 'authorised']);
  });

  it('give the request the earliest payment date of those it is made under', () => {
    const used = (quantity: number) =>
      profilesUsed(
        soiree(
          option({ id: 'a', paymentOn: '2014-03-01' }),
          option({ id: 'b', paymentOn: '2014-02-01', minimumQuantity: 10 }),
          option({ id: 'c', paymentOn: '2014-01-20', seatCategoryIds: ['cat2'] }),
          option({ id: 'd' }),
        ),
        asks(quantity),
        now,
      );
    expect(used(5).map(({ id }) => id)).toEqual(['a', 'd']);
    expect(paymentDay(used(5))).toBe('2014-03-01');
    expect(paymentDay(used(10))).toBe('2014-02-01');
    expect(paymentDay([option()])).toBeNull();
  });
});
