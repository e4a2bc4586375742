import type { Reason } from '../messages/reason.ts';

/**
 * Why a request is refused, as its contact is told: what they can change, and nothing of how the house decides. Names of
 * rules, tables, profiles and channels stay inside; what has no words for a contact is "please reach us", once.
 */
export function reasonsForContact(reasons: readonly Reason[]): Reason[] {
  const told = new Map<string, Reason>();
  for (const reason of reasons) {
    const one = forContact(reason);
    const key = JSON.stringify(one);
    if (!told.has(key)) told.set(key, one);
  }
  return [...told.values()];
}

function forContact({ code, values }: Reason): Reason {
  const { seatCategory = null, minimum = null, startsAt = null, timeZone = null, passing = null } = values;
  switch (code) {
    case 'profile.minimum':
      return { code: 'online.minimum', values: { seatCategory, minimum } };
    case 'profile.notCovered':
      return { code: 'online.category', values: { seatCategory, startsAt, timeZone } };
    case 'performance.past':
    case 'performance.cancelled':
    case 'performance.notOpen':
      return { code: 'online.performance', values: { startsAt, timeZone } };
    case 'seatCategory.optionsNotAllowed':
      return { code: 'online.anyCategory', values: { seatCategory } };
    case 'limitation.option':
    case 'limitation.performance':
    case 'limitation.season':
      return { code: 'online.limit', values: { passing } };
    default:
      return { code: 'online.other', values: {} };
  }
}
