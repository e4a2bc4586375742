/**
 * The life of a version of a house's own rules (design section 5): draft -> simulated -> published -> superseded.
 * Rolling back is no way back: it is a new version with old rules.
 */
export const ruleSetStates = ['draft', 'simulated', 'published', 'superseded'] as const;
export type RuleSetState = (typeof ruleSetStates)[number];

/** `simulated` comes from the end of an impact, `superseded` from the next version's date; the rest is people's. */
export type RuleSetVerb = 'write' | 'delete' | 'simulate' | 'publish' | 'supersede' | 'copy' | 'roll-back';

type Life = Readonly<Record<RuleSetState, Partial<Readonly<Record<RuleSetVerb, RuleSetState | 'gone'>>>>>;

const life: Life = {
  draft: { write: 'draft', delete: 'gone', simulate: 'simulated', copy: 'draft' },
  simulated: {
    write: 'draft',
    delete: 'gone',
    simulate: 'simulated',
    publish: 'published',
    copy: 'simulated',
  },
  published: { supersede: 'superseded', copy: 'published', 'roll-back': 'published' },
  superseded: { supersede: 'superseded', copy: 'superseded', 'roll-back': 'superseded' },
};

/** The state a verb leads to; null when it is not possible. `copy` and `roll-back` make another version. */
export function afterRuleSetVerb(state: RuleSetState, verb: RuleSetVerb): RuleSetState | 'gone' | null {
  return life[state][verb] ?? null;
}
