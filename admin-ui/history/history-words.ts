import { type OptionVerb, optionVerbs } from '../../rules/options/life.ts';
import { failureText, isFailureCode } from '../letters/failure-text.ts';
import { currentLocale } from '../messages/locale.ts';
import type { Format } from '../messages/use-format.ts';
import type { Text } from '../messages/use-text.ts';
import { doneKey } from '../options/done-key.ts';
import type { HistoryRow } from '../options/history-row.ts';

/** Verbs beside those of options. */
const otherVerbs = [
  'create',
  'change',
  'delete',
  'end',
  'accept',
  'send',
  'resend',
  'hold-mail',
  'release-mail',
  'import-programme',
  'import-contacts',
  'import-seat-plan',
  'paint-seats',
  'set-prices',
  'price',
  'resize',
  'open-seats',
  'block-seats',
  'unblock-seats',
  'move-seats',
  'record-external-sale',
  'cancel-external-sale',
  'apply-template',
  'release-places',
  'take-back-release',
  'grant-role',
  'withdraw-role',
  'sign-in',
  'end-sessions',
  'enrol-second-factor',
  'remove-second-factor',
  'reset-second-factor',
  'make-recovery-codes',
  'link-identity',
  'unlink-identity',
  'simulate',
  'publish',
  'roll-back',
  'performance-moved',
  'move-performance',
  'cancel-performance',
  'change-configuration',
  'bring-forward',
  'test-letter',
  'restore-shipped',
  'suppress-letters',
  'resume-letters',
  'bounce',
  'remind',
  'flag-overdue',
  'extend',
  'resume',
  'pay-by-hand',
  'abandon',
  'link-twin',
  'unlink-twin',
] as const;

/** Kinds of records that have a history. */
const subjectTypes = [
  'option',
  'order',
  'contact',
  'contact-link',
  'letter',
  'letter-template',
  'mail',
  'performance',
  'event',
  'season',
  'season-activity',
  'product-family',
  'product',
  'venue',
  'space',
  'seat-plan',
  'logical-configuration',
  'seat-category',
  'contingent',
  'contingent-template',
  'release-plan',
  'sales-channel',
  'limitation-table',
  'rule-set',
  'option-profile',
  'audience-category',
  'audience-subcategory',
  'collectivity-type',
  'organisation',
  'institution',
  'operator',
  'role',
  'saved-view',
  'sign-in-setting',
] as const;

type Choice = { id: string; name: string };

/** What was done, in plain words. */
export function verbText(row: HistoryRow, text: Text): string {
  if (row.subjectType === 'option') return text(doneKey(row));
  const known = otherVerbs.find((verb) => verb === row.verb);
  return text(`history.verb.${known ?? 'other'}`);
}

/** Why it was done: the motive, or of a letter the failure in plain words. */
export function reasonText({ reason, subjectType }: HistoryRow): string {
  if (reason === null || subjectType !== 'letter') return reason ?? '';
  return isFailureCode(reason) ? (failureText({ failure: reason, to: null }, currentLocale()) ?? '') : reason;
}

/** What a kind of record is called. */
export function subjectText(type: string, text: Text): string {
  return text(`history.subject.${subjectTypes.find((known) => known === type) ?? 'other'}`);
}

/** Every verb to filter by: those of options under the name of their button, in the order of their life, then the others. */
export function verbChoices(text: Text, { labels }: Format): Choice[] {
  const others: readonly string[] = otherVerbs;
  const ofOptions = optionVerbs.filter((verb: OptionVerb) => !others.includes(verb));
  return [
    ...ofOptions.map((id) => ({ id, name: labels.verbs[id] })),
    ...otherVerbs.map((id) => ({ id, name: text(`history.verb.${id}`) })),
  ];
}

/** Every kind of record to filter by. */
export function subjectChoices(text: Text): Choice[] {
  return subjectTypes.map((id) => ({ id, name: text(`history.subject.${id}`) }));
}

/** The resource under which a kind of record has its page. */
const resources: Readonly<Record<string, string>> = {
  option: 'options',
  contact: 'contacts',
  letter: 'letters',
  performance: 'performances',
  event: 'events',
  season: 'seasons',
  'season-activity': 'season-activities',
  'product-family': 'product-families',
  venue: 'venues',
  space: 'spaces',
  'seat-plan': 'seat-plans',
  'logical-configuration': 'logical-configurations',
  'seat-category': 'seat-categories',
  contingent: 'contingents',
  'contingent-template': 'contingent-templates',
  'release-plan': 'release-plans',
  'sales-channel': 'sales-channels',
  'audience-category': 'audience-categories',
  'audience-subcategory': 'audience-subcategories',
  'collectivity-type': 'collectivity-types',
  organisation: 'organisations',
  operator: 'operators',
  role: 'roles',
};

type Screens = Readonly<Record<string, { hasShow?: boolean; hasEdit?: boolean } | undefined>>;

/** Where the record of a line is shown; null when it has no page, or is no more. */
export function subjectPage({ subjectType, subjectId, verb }: HistoryRow, screens: Screens): string | null {
  const resource = resources[subjectType];
  if (resource === undefined || verb === 'delete') return null;
  if (screens[resource]?.hasShow === true) return `/${resource}/${subjectId}/show`;
  return screens[resource]?.hasEdit === true ? `/${resource}/${subjectId}` : null;
}
