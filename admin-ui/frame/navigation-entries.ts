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
  rights: readonly Right[];
};
export type NavigationSection = { label: TextKey; entries: readonly NavigationEntry[] };

/** The menu, in the order of the work; an entry shows only to those who may read what is behind it. */
export const navigationSections: readonly NavigationSection[] = [
  {
    label: 'frame.nav.options',
    entries: [
      {
        to: '/option-requests',
        label: 'frame.page.requests',
        icon: InboxIcon,
        rights: ['options.requests:read'],
      },
      {
        to: '/options',
        label: 'frame.page.options',
        icon: ChairIcon,
        rights: ['options.requests:read', 'options.seats.placement:read'],
      },
      { to: '/letters', label: 'frame.page.letters', icon: LetterIcon, rights: ['letters.letters:read'] },
    ],
  },
  {
    label: 'frame.nav.programme',
    entries: [
      {
        to: '/performances',
        label: 'frame.page.performances',
        icon: CalendarIcon,
        rights: ['catalogue.performances:read'],
      },
      { to: '/stock', label: 'frame.page.stock', icon: StockIcon, rights: ['stock.stock:read'] },
    ],
  },
  {
    label: 'frame.nav.people',
    entries: [
      { to: '/contacts', label: 'frame.page.contacts', icon: PeopleIcon, rights: ['contacts.contacts:read'] },
    ],
  },
];
