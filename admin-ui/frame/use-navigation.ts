import { useSession } from '../provider/session.ts';
import { type NavigationEntry, type NavigationSection, navigationSections } from './navigation-entries.ts';

/** The menu of the person at the screen: only what they may read, and no section without an entry. */
export function useNavigation(): readonly NavigationSection[] {
  const held = useSession()?.rights ?? [];
  const mayGo = ({ rights, orElse }: NavigationEntry) =>
    rights.every((right) => held.includes(right)) || (orElse !== undefined && held.includes(orElse));
  return navigationSections
    .map((section) => ({
      ...section,
      entries: section.entries.filter(mayGo),
    }))
    .filter((section) => section.entries.length > 0);
}

/** Whether a page belongs to an entry: it is the page, or lies below it. */
export function isBelow(pathname: string, { to }: NavigationEntry): boolean {
  return pathname === to || pathname.startsWith(`${to}/`);
}
