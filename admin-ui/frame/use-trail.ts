import { useLocation } from 'react-router';
import { useText } from '../messages/use-text.ts';
import { isBelow, useNavigation } from './use-navigation.ts';

/** A page above the one shown. */
export type Crumb = { label: string; to: string };

/** A step of the way to a page; a section of the menu has no page of its own. */
type Step = { label: string; to: string | null };

/** The way to the page one is on: the section of the menu, its entry, and what the page itself names. */
export function useTrail(crumbs: readonly Crumb[]): readonly Step[] {
  const text = useText();
  const { pathname } = useLocation();
  const sections = useNavigation();
  const first = crumbs[0]?.to ?? pathname;
  const section = sections.find(({ entries }) => entries.some((entry) => isBelow(first, entry)));
  if (section === undefined) return crumbs;
  const entry = section.entries.find((each) => isBelow(first, each));
  const named = entry === undefined || entry.to === pathname || crumbs.some(({ to }) => to === entry.to);
  return [
    { label: text(section.label), to: null },
    ...(named || entry === undefined ? [] : [{ label: text(entry.label), to: entry.to }]),
    ...crumbs,
  ];
}
