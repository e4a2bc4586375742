import AddIcon from '@mui/icons-material/Add';
import ThemeIcon from '@mui/icons-material/Contrast';
import ChairIcon from '@mui/icons-material/EventSeatOutlined';
import KeyboardIcon from '@mui/icons-material/KeyboardOutlined';
import SignOutIcon from '@mui/icons-material/Logout';
import PersonIcon from '@mui/icons-material/PersonAddAlt';
import LanguageIcon from '@mui/icons-material/Translate';
import { useLocaleState, useLogout, useTheme } from 'react-admin';
import { locales } from '../../rules/messages/locale.ts';
import type { NavigationEntry } from '../frame/navigation-entries.ts';
import { useNavigation } from '../frame/use-navigation.ts';
import type { TextKey } from '../messages/use-text.ts';
import { useSession } from '../provider/session.ts';
import { shippedViews } from '../views/shipped-views.ts';
import { listPage } from './list-page.ts';
import { type Command, openDoor, useAddedCommands } from './palette-events.ts';

/** Other words by which people look for a page. */
const pageWords: Readonly<Record<string, TextKey>> = {
  '/option-requests': 'search.pageWords.requests',
  '/options': 'search.pageWords.options',
  '/letters': 'search.pageWords.letters',
  '/performances': 'search.pageWords.performances',
  '/structures': 'search.pageWords.structures',
  '/individuals': 'search.pageWords.individuals',
  '/history': 'search.pageWords.history',
  '/health': 'search.pageWords.health',
};

/** The queues of a page: its list, under the conditions of a view that ships with it. */
function queuesOf({ to, label, icon, rights }: NavigationEntry): Command[] {
  return (shippedViews[to.slice(1)] ?? [])
    .filter(({ filter }) => Object.keys(filter).length > 0)
    .map((view) => ({
      id: `queue ${to} ${view.id}`,
      label: view.label,
      words: label,
      within: label,
      icon,
      rights,
      act: { to: listPage(to, view.filter, view.sort) },
    }));
}

/** The pages a person may go to, then their queues. */
export function usePages(): readonly Command[] {
  const entries = useNavigation().flatMap((section) => section.entries);
  const pages = entries.map(({ to, label, icon, rights }): Command => {
    const words = pageWords[to];
    return {
      id: `page ${to}`,
      label,
      icon,
      rights,
      act: { to },
      ...(words === undefined ? {} : { words }),
    };
  });
  return [...pages, ...entries.flatMap(queuesOf)];
}

/** What a person may do from anywhere. */
export function useCommands(): readonly Command[] {
  const rights = useSession()?.rights ?? [];
  const added = useAddedCommands();
  const logout = useLogout();
  const [theme, setTheme] = useTheme();
  const [locale, setLocale] = useLocaleState();
  const commands: readonly Command[] = [
    {
      id: 'request',
      label: 'search.command.request',
      icon: AddIcon,
      rights: ['options.seats.requests:create'],
      act: { to: '/options/create' },
    },
    {
      id: 'place',
      label: 'search.command.place',
      icon: ChairIcon,
      rights: ['options.seats.requests:create', 'options.seats.placement:create'],
      act: { to: '/options/create?direct=1' },
    },
    {
      id: 'contact',
      label: 'search.command.contact',
      icon: PersonIcon,
      rights: ['contacts.contacts:create'],
      act: { to: '/contacts/create' },
    },
    ...added,
    {
      id: 'theme',
      label: 'search.command.theme',
      icon: ThemeIcon,
      rights: [],
      act: { run: () => setTheme(theme === 'dark' ? 'light' : 'dark') },
    },
    {
      id: 'language',
      label: 'search.command.language',
      icon: LanguageIcon,
      rights: [],
      act: { run: () => setLocale(locales.find((other) => other !== locale) ?? 'fr') },
    },
    {
      id: 'keys',
      label: 'search.command.keys',
      icon: KeyboardIcon,
      rights: [],
      act: { run: () => openDoor('keys') },
    },
    {
      id: 'sign-out',
      label: 'search.command.signOut',
      icon: SignOutIcon,
      rights: [],
      act: { run: () => void logout() },
    },
  ];
  return commands.filter((command) => command.rights.every((right) => rights.includes(right)));
}
