/**
 * The columns of every list that people take away as a file: what stands in each, in the order of the file. The words
 * for them are in `words/`. `name` is the field of the list's row, and of the console's table where it shows it.
 */

import type { ListName } from './list-names.ts';
import { optionColumns, productOptionColumns } from './option-columns.ts';
import { orderColumns } from './order-columns.ts';
import { settingColumns } from './setting-columns.ts';

/** Choices whose values are words of ours, and have labels. */
export type ChoiceName =
  | 'optionState'
  | 'optionOrigin'
  | 'letterKind'
  | 'letterState'
  | 'contactKind'
  | 'structureType'
  | 'acceptance'
  | 'language'
  | 'linkKind'
  | 'orderState'
  | 'basketState'
  | 'paymentMeans'
  | 'performanceState'
  | 'endPolicy'
  | 'dueDays'
  | 'publicHolidays'
  | 'weekendShift'
  | 'overbookingBasis'
  | 'productKind'
  | 'channelKind'
  | 'profileKind'
  | 'settingState'
  | 'ruleSetState'
  | 'historyVerb'
  | 'subjectType';

/** Small tables whose records are told by name where a row only has their id. */
export type ReferenceName =
  | 'organisation'
  | 'season'
  | 'season_activity'
  | 'product_family'
  | 'collectivity_type'
  | 'audience_category';

/** What stands in a column. Instants are told on the clock of the row's `timeZone`, else of the house. */
export type ListColumn =
  | { name: string; kind: 'text' | 'name' | 'integer' | 'instant' | 'day' | 'flag' | 'lines' | 'json' }
  /** Numbers of days; an empty list is told as none. */
  | { name: string; kind: 'days' }
  /** Why a letter did not arrive: a code, told in words. */
  | { name: string; kind: 'failure' }
  /** Integer cents, told as a decimal number. */
  | { name: string; kind: 'money' }
  | { name: string; kind: 'choice'; of: ChoiceName }
  /** The name behind the id. */
  | { name: string; kind: 'reference'; of: ReferenceName };

const text = <N extends string>(name: N) => ({ name, kind: 'text' }) as const;
/** A name that may be kept in several languages. */
const named = <N extends string>(name: N) => ({ name, kind: 'name' }) as const;
const integer = <N extends string>(name: N) => ({ name, kind: 'integer' }) as const;
const instant = <N extends string>(name: N) => ({ name, kind: 'instant' }) as const;
const day = <N extends string>(name: N) => ({ name, kind: 'day' }) as const;
const money = <N extends string>(name: N) => ({ name, kind: 'money' }) as const;
const failure = <N extends string>(name: N) => ({ name, kind: 'failure' }) as const;
const flag = <N extends string>(name: N) => ({ name, kind: 'flag' }) as const;
const lines = <N extends string>(name: N) => ({ name, kind: 'lines' }) as const;
const json = <N extends string>(name: N) => ({ name, kind: 'json' }) as const;
const choice = <N extends string, C extends ChoiceName>(name: N, of: C) =>
  ({ name, kind: 'choice', of }) as const;
const reference = <N extends string, R extends ReferenceName>(name: N, of: R) =>
  ({ name, kind: 'reference', of }) as const;

const organisation = reference('organisationId', 'organisation');

const ofPerformance = [instant('startsAt'), text('eventCode'), text('eventName'), text('venueName')] as const;

export const listColumns = {
  options: optionColumns,
  'product-options': productOptionColumns,
  ...orderColumns,
  letters: [
    integer('number'),
    choice('kind', 'letterKind'),
    choice('state', 'letterState'),
    text('to'),
    integer('contactNumber'),
    text('contactName'),
    integer('optionNumber'),
    integer('orderNumber'),
    text('eventName'),
    text('subject'),
    instant('createdAt'),
    instant('sentAt'),
    failure('failure'),
    text('messageId'),
    organisation,
  ],
  contacts: [
    integer('number'),
    choice('kind', 'contactKind'),
    text('name'),
    text('structureName'),
    text('email'),
    text('phone'),
    text('mobile'),
    lines('addressLines'),
    text('postcode'),
    text('city'),
    text('country'),
    choice('locale', 'language'),
    choice('structureType', 'structureType'),
    choice('acceptance', 'acceptance'),
    reference('collectivityTypeId', 'collectivity_type'),
    reference('audienceCategoryId', 'audience_category'),
    text('reference'),
    money('creditCents'),
    text('noLettersReason'),
    text('remark'),
    instant('createdAt'),
  ],
  'contact-links': [
    choice('kind', 'linkKind'),
    text('individualName'),
    text('structureName'),
    day('startsOn'),
    day('endsOn'),
  ],
  'collectivity-types': [text('code'), named('name'), reference('audienceCategoryId', 'audience_category')],
  performances: [
    ...ofPerformance,
    reference('seasonId', 'season'),
    reference('activityId', 'season_activity'),
    choice('state', 'performanceState'),
    flag('bookable'),
    text('configurationName'),
    text('externalId'),
    text('timeZone'),
    organisation,
  ],
  'performance-gauges': [
    ...ofPerformance,
    choice('state', 'performanceState'),
    integer('capacity'),
    integer('free'),
    integer('held'),
    integer('ordered'),
    integer('sold'),
    integer('blocked'),
    integer('allotted'),
    text('timeZone'),
    organisation,
  ],
  events: [
    text('code'),
    named('name'),
    reference('seasonId', 'season'),
    reference('activityId', 'season_activity'),
    reference('familyId', 'product_family'),
    text('externalId'),
    organisation,
  ],
  ...settingColumns,
  'product-families': [text('code'), named('name')],
  products: [
    text('code'),
    named('name'),
    choice('kind', 'productKind'),
    reference('familyId', 'product_family'),
    text('seasonName'),
    reference('activityId', 'season_activity'),
    integer('capacity'),
    flag('active'),
    flag('optionsAllowed'),
    organisation,
  ],
  'audience-categories': [text('code'), named('name')],
  'audience-subcategories': [
    text('code'),
    named('name'),
    text('audienceCategoryName'),
    flag('optionDefault'),
  ],
  venues: [text('code'), text('name'), lines('addressLines'), text('timeZone'), organisation],
  'seat-categories': [
    text('venueName'),
    integer('rank'),
    text('code'),
    named('name'),
    flag('optionAllowed'),
    organisation,
  ],
  contingents: [text('code'), named('name'), flag('external'), organisation],
  'contingent-templates': [
    text('code'),
    text('name'),
    text('venueName'),
    text('configurationName'),
    text('restContingentName'),
    organisation,
  ],
  'release-plans': [
    text('name'),
    text('targetName'),
    text('fromContingentName'),
    text('toContingentName'),
    text('seatCategoryName'),
    flag('active'),
    organisation,
  ],
  'contingent-releases': [
    instant('releasedAt'),
    instant('startsAt'),
    text('eventCode'),
    text('eventName'),
    text('fromContingentName'),
    text('toContingentName'),
    integer('quantity'),
    text('planName'),
    integer('daysBefore'),
    text('actorName'),
    instant('takenBackAt'),
    integer('takenBackQuantity'),
    text('takenBackBy'),
    organisation,
  ],
  'limitation-tables': [
    text('code'),
    text('name'),
    reference('familyId', 'product_family'),
    integer('maximumPerOption'),
    integer('maximumPerPerformance'),
    integer('maximumPerSeason'),
    choice('state', 'settingState'),
    organisation,
  ],
  'option-profiles': [
    text('code'),
    named('name'),
    choice('kind', 'profileKind'),
    day('startsOn'),
    day('endsOn'),
    day('paymentOn'),
    integer('minimumQuantity'),
    choice('state', 'settingState'),
    organisation,
  ],
  'rule-sets': [
    integer('number'),
    choice('state', 'ruleSetState'),
    text('note'),
    integer('ruleCount'),
    instant('effectiveAt'),
    instant('supersededAt'),
    instant('writtenAt'),
    text('writtenByName'),
    instant('publishedAt'),
    text('publishedByName'),
    organisation,
  ],
  operators: [text('name'), text('email'), choice('locale', 'language'), flag('disabled')],
  roles: [text('code'), named('name')],
  history: [
    instant('at'),
    text('actorName'),
    choice('verb', 'historyVerb'),
    choice('subjectType', 'subjectType'),
    text('subjectId'),
    text('reason'),
    json('before'),
    json('after'),
    text('ruleVersion'),
    organisation,
  ],
} as const satisfies Readonly<Record<ListName, readonly ListColumn[]>>;

/** The words of one language for columns and choices. */
export interface ListWords {
  /** The name of the file and of its sheet. */
  lists: Readonly<Record<ListName, string>>;
  columns: { readonly [L in ListName]: Readonly<Record<(typeof listColumns)[L][number]['name'], string>> };
  /** Values without a label are told as they are. */
  choices: Readonly<Record<ChoiceName, Readonly<Record<string, string>>>>;
  yes: string;
  no: string;
  /** An empty list. */
  none: string;
}
