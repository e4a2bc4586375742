import { compareInstants } from '../options/calendar.ts';

/**
 * What the rules may know, gathered once per decision inside the verb's transaction. Facts that a concurrent verb of
 * the same contact could change are read after its lock.
 */
export type AuthorisationFacts = {
  /** The one clock of the verb. */
  now: string;
  season: { name: string; open: boolean };
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
] as const;
export type RuleScope = (typeof ruleScopes)[number];

/** What a run of the rules is about: the option as a whole, one of its performances, one of its seat categories. */
export type FactSubject = 'option' | 'performance' | 'seat-category';

/** Every fact a rule may name: its type, and the subject it belongs to. */
export const factDefinitions = {
  'season.name': { type: 'string', subject: 'option' },
  'season.open': { type: 'boolean', subject: 'option' },
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
} as const satisfies Record<string, { type: 'string' | 'number' | 'boolean'; subject: FactSubject }>;

export type FactName = keyof typeof factDefinitions;

/** The facts of one run, by name. */
export type FactSheet = { subject: FactSubject; subjectId: string | null; facts: Record<string, FactValue> };

/** Which run evaluates the rules of a scope. */
export function subjectOf(scope: RuleScope): FactSubject {
  return scope === 'performance' || scope === 'seat-category' ? scope : 'option';
}

/** True when `text` names a fact. */
export function isFactName(text: string): text is FactName {
  return Object.hasOwn(factDefinitions, text);
}

/** The facts laid out flat, one sheet per run: the option, then each performance, then each seat category. */
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
  ];
}

function optionFacts(facts: AuthorisationFacts): Record<string, FactValue> {
  return {
    'season.name': facts.season.name,
    'season.open': facts.season.open,
    'activity.name': facts.activity.name,
    'activity.seatOptionsAllowed': facts.activity.seatOptionsAllowed,
    'structure.name': facts.structure?.name ?? null,
    'structure.acceptance': facts.structure?.acceptance ?? null,
    'notice.hours': facts.notice.hours,
    'notice.collides': facts.notice.collides,
  };
}
