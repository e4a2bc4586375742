import { compareInstants } from '../options/calendar.ts';
import type { Limit, LimitationFacts } from './limitations.ts';
import { type AskedFacts, placeSheet, weekdays } from './place-facts.ts';
import type { ProfileFacts } from './profiles.ts';

/**
 * What the rules may know, gathered once per decision inside the verb's transaction. Facts that a concurrent verb of
 * the same contact could change are read after its lock.
 */
export type AuthorisationFacts = {
  /** The one clock of the verb. */
  now: string;
  /** `productOptionsAllowed` is asked of options on products only; left out, nothing speaks against one. */
  season: { name: string; open: boolean; productOptionsAllowed?: boolean };
  activity: { name: string; seatOptionsAllowed: boolean };
  /** The structure the option is for; null for an individual on their own account. */
  structure: { name: string; acceptance: 'pending' | 'accepted' | 'refused' | 'suspended' } | null;
  /** `collides` as answered by `confirmationDueAt`; false at request and confirmation. */
  notice: { hours: number; collides: boolean };
  /** Every performance concerned: the choices at request, those granted at placement and confirmation. */
  performances: readonly {
    id: string;
    startsAt: string;
    timeZone: string;
    state: 'open' | 'closed' | 'cancelled';
  }[];
  /** Every seat category concerned. */
  seatCategories: readonly { id: string; name: string; optionAllowed: boolean }[];
  /** Every limitation table that applies, for each performance; none at confirmation. */
  limitations: readonly LimitationFacts[];
  /** The option profiles, for each performance and seat category asked for; at request only. */
  profiles: readonly ProfileFacts[];
  /** What managers' own rules read beside the rest, place by place; null where none can be asked. */
  asked: AskedFacts | null;
};

export type FactValue = string | number | boolean | null;

/** What a rule is about (design section 5); it decides which facts it may read. */
export const ruleScopes = [
  'season',
  'activity',
  'structure',
  'notice',
  'performance',
  'seat-category',
  'collectivity-type',
  'option-profile',
] as const;
/** Managers' own rules are about a place, whatever they are bound to. */
export type RuleScope = (typeof ruleScopes)[number] | 'place';

/**
 * What a run of the rules is about: the option as a whole, one of its performances, one of its seat categories, a
 * limitation table at one of its performances, the profiles for a seat category at one of them; and for managers' own
 * rules a seat category at a performance, with everything known of both.
 */
export type FactSubject = 'option' | 'performance' | 'seat-category' | 'limitation' | 'profile' | 'place';

/** Every fact a rule may name: its type, and the subject it belongs to. */
export const factDefinitions = {
  'season.name': { type: 'string', subject: 'option' },
  'season.open': { type: 'boolean', subject: 'option' },
  'season.productOptionsAllowed': { type: 'boolean', subject: 'option' },
  'activity.name': { type: 'string', subject: 'option' },
  'activity.seatOptionsAllowed': { type: 'boolean', subject: 'option' },
  'structure.name': { type: 'string', subject: 'option' },
  'structure.acceptance': { type: 'string', subject: 'option' },
  'notice.hours': { type: 'number', subject: 'option' },
  'notice.collides': { type: 'boolean', subject: 'option' },
  'performance.startsAt': { type: 'string', subject: 'performance' },
  'performance.timeZone': { type: 'string', subject: 'performance' },
  'performance.state': { type: 'string', subject: 'performance' },
  'performance.past': { type: 'boolean', subject: 'performance' },
  'seatCategory.name': { type: 'string', subject: 'seat-category' },
  'seatCategory.optionAllowed': { type: 'boolean', subject: 'seat-category' },
  'limitation.table': { type: 'string', subject: 'limitation' },
  'limitation.collectivityType': { type: 'string', subject: 'limitation' },
  'limitation.season': { type: 'string', subject: 'limitation' },
  'limitation.startsAt': { type: 'string', subject: 'limitation' },
  'limitation.timeZone': { type: 'string', subject: 'limitation' },
  'limitation.asked': { type: 'number', subject: 'limitation' },
  'limitation.optionMaximum': { type: 'number', subject: 'limitation' },
  'limitation.optionExcess': { type: 'number', subject: 'limitation' },
  'limitation.optionPassing': { type: 'number', subject: 'limitation' },
  'limitation.performanceMaximum': { type: 'number', subject: 'limitation' },
  'limitation.performanceHeld': { type: 'number', subject: 'limitation' },
  'limitation.performanceRequested': { type: 'number', subject: 'limitation' },
  'limitation.performanceExcess': { type: 'number', subject: 'limitation' },
  'limitation.performancePassing': { type: 'number', subject: 'limitation' },
  'limitation.seasonMaximum': { type: 'number', subject: 'limitation' },
  'limitation.seasonHeld': { type: 'number', subject: 'limitation' },
  'limitation.seasonRequested': { type: 'number', subject: 'limitation' },
  'limitation.seasonExcess': { type: 'number', subject: 'limitation' },
  'limitation.seasonPassing': { type: 'number', subject: 'limitation' },
  'profile.channel': { type: 'string', subject: 'profile' },
  'profile.startsAt': { type: 'string', subject: 'profile' },
  'profile.timeZone': { type: 'string', subject: 'profile' },
  'profile.seatCategory': { type: 'string', subject: 'profile' },
  'profile.valid': { type: 'number', subject: 'profile' },
  'profile.covering': { type: 'number', subject: 'profile' },
  'profile.asked': { type: 'number', subject: 'profile' },
  'profile.minimum': { type: 'number', subject: 'profile' },
  'profile.missing': { type: 'number', subject: 'profile' },
  'option.places': { type: 'number', subject: 'place' },
  'place.quantity': { type: 'number', subject: 'place' },
  'place.free': { type: 'number', subject: 'place' },
  'place.seatCategory': { type: 'string', subject: 'place' },
  'place.event': { type: 'string', subject: 'place' },
  'place.date': { type: 'string', subject: 'place' },
  'place.weekday': { type: 'string', subject: 'place', choices: weekdays },
  'place.hour': { type: 'number', subject: 'place' },
  'place.daysAhead': { type: 'number', subject: 'place' },
  'contact.kind': { type: 'string', subject: 'place', choices: ['individual', 'structure'] },
  'contact.collectivityType': { type: 'string', subject: 'place' },
  'contact.performanceHeld': { type: 'number', subject: 'place' },
  'contact.performanceRequested': { type: 'number', subject: 'place' },
  'contact.performanceTotal': { type: 'number', subject: 'place' },
  'contact.seasonHeld': { type: 'number', subject: 'place' },
  'contact.seasonRequested': { type: 'number', subject: 'place' },
  'contact.seasonTotal': { type: 'number', subject: 'place' },
  'channel.name': { type: 'string', subject: 'place' },
} as const satisfies Record<
  string,
  { type: 'string' | 'number' | 'boolean'; subject: FactSubject; choices?: readonly string[] }
>;

export type FactName = keyof typeof factDefinitions;

/** The facts of one run, by name. */
export type FactSheet = { subject: FactSubject; subjectId: string | null; facts: Record<string, FactValue> };

/** Which run evaluates the rules of a scope. */
export function subjectOf(scope: RuleScope): FactSubject {
  switch (scope) {
    case 'performance':
    case 'seat-category':
    case 'place':
      return scope;
    case 'collectivity-type':
      return 'limitation';
    case 'option-profile':
      return 'profile';
    case 'season':
    case 'activity':
    case 'structure':
    case 'notice':
      return 'option';
  }
}

/** True when `text` names a fact. */
export function isFactName(text: string): text is FactName {
  return Object.hasOwn(factDefinitions, text);
}

/** The facts laid out flat, one sheet per run: the option, then each of what else there are facts about. */
export function factSheets(facts: AuthorisationFacts): FactSheet[] {
  const option = optionFacts(facts);
  return [
    { subject: 'option', subjectId: null, facts: option },
    ...facts.performances.map((performance) => ({
      subject: 'performance' as const,
      subjectId: performance.id,
      facts: {
        ...option,
        'performance.startsAt': performance.startsAt,
        'performance.timeZone': performance.timeZone,
        'performance.state': performance.state,
        'performance.past': compareInstants(performance.startsAt, facts.now) <= 0,
      },
    })),
    ...facts.seatCategories.map((category) => ({
      subject: 'seat-category' as const,
      subjectId: category.id,
      facts: {
        ...option,
        'seatCategory.name': category.name,
        'seatCategory.optionAllowed': category.optionAllowed,
      },
    })),
    ...facts.limitations.map((limitation) => ({
      subject: 'limitation' as const,
      subjectId: limitation.tableId,
      facts: { ...option, ...limitationSheet(limitation) },
    })),
    ...facts.profiles.map((profile) => ({
      subject: 'profile' as const,
      subjectId: profile.seatCategory.id,
      facts: { ...option, ...profileSheet(profile) },
    })),
  ];
}

/** The sheets managers' own rules are asked about: each seat category at each performance, with where it stands. */
export function placeSheets(facts: AuthorisationFacts): PlaceSheet[] {
  const { asked } = facts;
  if (asked === null) return [];
  const option = optionFacts(facts);
  return asked.places.map((place) => {
    const { performance, seatCategory, profileIds } = place;
    const { typeId } = asked.contact;
    return {
      subject: 'place',
      subjectId: `${performance.id}/${seatCategory.id}`,
      facts: { ...option, ...placeSheet(asked, place, facts.now) },
      within: [
        'all',
        `season:${performance.seasonId}`,
        `activity:${performance.activityId}`,
        `seat-category:${seatCategory.id}`,
        ...(typeId === null ? [] : [`collectivity-type:${typeId}`]),
        ...profileIds.map((id) => `option-profile:${id}`),
      ],
    };
  });
}

/** A sheet about a place, and the keys of the scopes it falls into (`scopeKey`). */
export type PlaceSheet = FactSheet & { readonly within: readonly string[] };

function limitationSheet(facts: LimitationFacts): Record<string, FactValue> {
  return {
    'limitation.table': facts.table,
    'limitation.collectivityType': facts.collectivityType,
    'limitation.season': facts.season,
    'limitation.startsAt': facts.performance.startsAt,
    'limitation.timeZone': facts.performance.timeZone,
    'limitation.asked': facts.asked,
    ...limitSheet('option', facts.perOption),
    ...limitSheet('performance', facts.perPerformance),
    ...limitSheet('season', facts.perSeason),
  };
}

function limitSheet(of: 'option' | 'performance' | 'season', limit: Limit): Record<string, FactValue> {
  return {
    [`limitation.${of}Maximum`]: limit.maximum,
    [`limitation.${of}Held`]: limit.held,
    [`limitation.${of}Requested`]: limit.requested,
    [`limitation.${of}Excess`]: limit.excess,
    [`limitation.${of}Passing`]: limit.passing,
  };
}

function profileSheet(facts: ProfileFacts): Record<string, FactValue> {
  return {
    'profile.channel': facts.channel,
    'profile.startsAt': facts.performance.startsAt,
    'profile.timeZone': facts.performance.timeZone,
    'profile.seatCategory': facts.seatCategory.name,
    'profile.valid': facts.valid,
    'profile.covering': facts.covering,
    'profile.asked': facts.asked,
    'profile.minimum': facts.minimum,
    'profile.missing': facts.missing,
  };
}

function optionFacts(facts: AuthorisationFacts): Record<string, FactValue> {
  return {
    'season.name': facts.season.name,
    'season.open': facts.season.open,
    'season.productOptionsAllowed': facts.season.productOptionsAllowed ?? true,
    'activity.name': facts.activity.name,
    'activity.seatOptionsAllowed': facts.activity.seatOptionsAllowed,
    'structure.name': facts.structure?.name ?? null,
    'structure.acceptance': facts.structure?.acceptance ?? null,
    'notice.hours': facts.notice.hours,
    'notice.collides': facts.notice.collides,
  };
}
