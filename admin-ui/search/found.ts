import type { z } from 'zod';
import type { FoundBody } from '../../api/search/schema.ts';
import { optionStates } from '../../rules/options/life.ts';
import type { Format } from '../messages/use-format.ts';
import type { Text } from '../messages/use-text.ts';

/** Something the search found. */
export type Found = z.output<typeof FoundBody>;

/** Kinds with a group of their own; every other kind stands among the settings. */
const groupKinds = [
  'options',
  'contacts',
  'performances',
  'orders',
  'letters',
  'events',
  'operators',
] as const;
export type FoundGroup = (typeof groupKinds)[number] | 'settings';

const settingKinds = [
  'seasons',
  'season-activities',
  'product-families',
  'venues',
  'seat-categories',
  'contingents',
  'collectivity-types',
  'audience-categories',
  'audience-subcategories',
  'sales-channels',
  'organisations',
  'roles',
  'option-profiles',
  'limitation-tables',
] as const;

const letterKinds = [
  'acknowledgement',
  'placement',
  'waiting',
  'confirmation',
  'reminder',
  'refusal',
  'correction',
  'lapse',
  'offer',
  'performance-moved',
  'performance-cancelled',
  'configuration-changed',
  'access',
] as const;

export function groupOf({ kind }: Found): FoundGroup {
  return groupKinds.find((known) => known === kind) ?? 'settings';
}

function performanceWords({ mark, at, timeZone, detail }: Found, text: Text, format: Format) {
  return [
    mark === 'cancelled' ? text('screens.performance.list.cancelled') : null,
    at === null || timeZone === null ? null : format.performance(at, timeZone),
    detail,
  ];
}

/** A version of the rules goes by its number; what it is about, and whether it counts, tell it from the others. */
function ruleSetWords({ number, title, detail, mark }: Found, text: Text) {
  return {
    title: text('search.ruleSet', { number: number ?? 0 }),
    parts: [mark === 'inForce' ? text('search.inForce') : null, title === '' ? null : title, detail],
  };
}

/** What a record is called in one line, and the line that tells it from its neighbours. */
export function wordsOf(found: Found, text: Text, format: Format): { title: string; detail: string } {
  const { kind, number, title, detail, mark, at, timeZone } = found;
  const numbered = number === null ? title : `${text('search.numbered', { number })} · ${title}`;
  const parts = (...each: readonly (string | null)[]) => each.filter((part) => part !== null).join(' · ');
  switch (groupOf(found)) {
    case 'options': {
      const state = optionStates.find((known) => known === mark);
      const when = at === null || timeZone === null ? null : format.performance(at, timeZone);
      const label = state === undefined ? null : format.labels.states[state];
      return { title: numbered, detail: parts(label, detail, when) };
    }
    case 'contacts':
      return { title, detail: parts(number === null ? null : text('search.numbered', { number }), detail) };
    case 'performances':
      return { title, detail: parts(...performanceWords(found, text, format)) };
    case 'letters': {
      const letter = letterKinds.find((known) => known === mark);
      const label = letter === undefined ? null : text(`screens.letter.kind.${letter}`);
      return { title: numbered, detail: parts(label, at === null ? null : format.instant(at)) };
    }
    case 'settings': {
      if (kind === 'rule-sets') {
        const words = ruleSetWords(found, text);
        return { title: words.title, detail: parts(...words.parts) };
      }
      const setting = settingKinds.find((known) => known === kind);
      return { title, detail: parts(setting === undefined ? null : text(`search.kind.${setting}`), detail) };
    }
    default:
      return { title: numbered, detail: detail ?? '' };
  }
}

type Screens = Readonly<Record<string, { hasShow?: boolean; hasEdit?: boolean } | undefined>>;

/** Where a record is shown; null while it has no screen. An order without a page opens on its first option. */
export function pageOf({ kind, id, optionId }: Found, screens: Screens): string | null {
  const screen = screens[kind];
  if (screen?.hasShow === true) return `/${kind}/${id}/show`;
  if (screen?.hasEdit === true) return `/${kind}/${id}`;
  return kind === 'orders' && optionId !== null ? `/options/${optionId}/show` : null;
}
