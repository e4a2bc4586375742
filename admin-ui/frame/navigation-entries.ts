import type { SvgIconComponent } from '@mui/icons-material';
import CalendarIcon from '@mui/icons-material/CalendarMonthOutlined';
import ChairIcon from '@mui/icons-material/EventSeatOutlined';
import PeopleIcon from '@mui/icons-material/GroupsOutlined';
import StockIcon from '@mui/icons-material/Inventory2Outlined';
import LetterIcon from '@mui/icons-material/MailOutlined';
import InboxIcon from '@mui/icons-material/MoveToInboxOutlined';
import type { Right } from '../../rules/options/rights.ts';
import type { TextKey } from '../messages/use-text.ts';

export type NavigationEntry = {
  to: string;
  label: TextKey;
  icon: SvgIconComponent;
  /** All of them are needed to see it. */
  rights: readonly Right[];
  /** The letter that, after `g`, goes there. One letter, one entry. */
  letter?: string;
};

export type NavigationSection = {
  id: 'options' | 'stock' | 'accounts' | 'distributors' | 'programme' | 'people' | 'rules' | 'settings';
  label: TextKey;
  entries: readonly NavigationEntry[];
};

/**
 * The menu, in the order of the work. A section stands here with its first screen; an entry shows only to those who may
 * read what is behind it.
 */
export const navigationSections: readonly NavigationSection[] = [
  {
    id: 'options',
    label: 'frame.nav.options',
    entries: [
      {
        to: '/option-requests',
        label: 'frame.page.requests',
        icon: InboxIcon,
        rights: ['options.requests:read'],
        letter: 'd',
      },
      {
        to: '/options',
        label: 'frame.page.options',
        icon: ChairIcon,
        rights: ['options.requests:read', 'options.seats.placement:read'],
        letter: 'o',
      },
      {
        to: '/letters',
        label: 'frame.page.letters',
        icon: LetterIcon,
        rights: ['letters.letters:read'],
        letter: 'l',
      },
    ],
  },
  {
    id: 'stock',
    label: 'frame.nav.stock',
    entries: [
      {
        to: '/stock',
        label: 'frame.page.stock',
        icon: StockIcon,
        rights: ['stock.stock:read'],
        letter: 's',
      },
    ],
  },
  {
    id: 'programme',
    label: 'frame.nav.programme',
    entries: [
      {
        to: '/performances',
        label: 'frame.page.performances',
        icon: CalendarIcon,
        rights: ['catalogue.performances:read'],
        letter: 'p',
      },
    ],
  },
  {
    id: 'people',
    label: 'frame.nav.people',
    entries: [
      {
        to: '/contacts',
        label: 'frame.page.contacts',
        icon: PeopleIcon,
        rights: ['contacts.contacts:read'],
        letter: 'c',
      },
    ],
  },
  {
    id: 'rules',
    label: 'frame.nav.rules',
    entries: [],
  },
  {
    id: 'settings',
    label: 'frame.nav.settings',
    entries: [],
  },
];
