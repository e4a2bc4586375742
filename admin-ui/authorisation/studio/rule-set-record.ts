import type { ImpactState } from '../../../rules/authorisation/impact.ts';
import type { ManagedRule } from '../../../rules/authorisation/managed-rule.ts';
import type { RuleSetState } from '../../../rules/authorisation/rule-set-life.ts';

/** A version of a house's own rules. */
export type RuleSetRecord = {
  id: string;
  organisationId: string;
  number: number;
  state: RuleSetState;
  note: string;
  edition: number;
  basedOnId: string | null;
  writtenAt: string;
  writtenByName: string | null;
  publishedAt: string | null;
  publishedByName: string | null;
  effectiveAt: string | null;
  supersededAt: string | null;
  ruleCount: number;
  inForce: boolean;
  version: number;
};

/** A rule of a version, with the name of what it is bound to. */
export type RuleRow = ManagedRule & { scopeName: string | null };

type Outcome = 'authorised' | 'warned' | 'refused';

/** How far the impact of a version is worked out, and what it says. */
export type ImpactRecord = {
  id: string;
  fresh: boolean;
  state: ImpactState;
  requests: number;
  total: number;
  done: number;
  counts: Readonly<
    Record<
      | 'requests'
      | 'options'
      | 'flippedRequests'
      | 'flippedOptions'
      | 'becomeRefused'
      | 'becomeWarned'
      | 'becomeAuthorised'
      | 'untold',
      number
    >
  >;
  flips: {
    id: string;
    of: 'request' | 'option';
    optionId: string | null;
    optionNumber: number | null;
    contactName: string;
    event: string;
    startsAt: string;
    timeZone: string;
    quantity: number;
    moment: ManagedRule['moments'][number];
    before: { outcome: Outcome; reasons: string[] };
    after: { outcome: Outcome; reasons: string[] };
  }[];
  endedAt: string | null;
};

/** What the rules in force say of a request, and what a version would. */
export type DryRunRecord = {
  moment: ManagedRule['moments'][number];
  quantity: number;
  performances: { id: string; startsAt: string; timeZone: string }[];
} & Readonly<
  Record<'inForce' | 'version', { outcome: Outcome; reasons: { message: string; rule: string | null }[] }>
>;

/** The rule without the name that is only shown. */
export function writtenRule({ scopeName: _scopeName, ...rule }: RuleRow): ManagedRule {
  return rule;
}
