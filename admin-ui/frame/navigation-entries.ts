import type { SvgIconComponent } from '@mui/icons-material';
import OrganisationIcon from '@mui/icons-material/AccountBalanceOutlined';
import OperatorIcon from '@mui/icons-material/BadgeOutlined';
import CalendarIcon from '@mui/icons-material/CalendarMonthOutlined';
import FamilyIcon from '@mui/icons-material/CategoryOutlined';
import BulkIcon from '@mui/icons-material/ChecklistOutlined';
import TemplateIcon from '@mui/icons-material/ContentCopyOutlined';
import SeasonIcon from '@mui/icons-material/DateRangeOutlined';
import CollectivityIcon from '@mui/icons-material/Diversity3Outlined';
import ContingentIcon from '@mui/icons-material/DonutSmallOutlined';
import LetterTextIcon from '@mui/icons-material/DraftsOutlined';
import PlanIcon from '@mui/icons-material/EventRepeatOutlined';
import ChairIcon from '@mui/icons-material/EventSeatOutlined';
import FileIcon from '@mui/icons-material/FolderOpenOutlined';
import GavelIcon from '@mui/icons-material/GavelOutlined';
import PeopleIcon from '@mui/icons-material/GroupsOutlined';
import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import StockIcon from '@mui/icons-material/Inventory2Outlined';
import RoleIcon from '@mui/icons-material/KeyOutlined';
import ChannelIcon from '@mui/icons-material/LanOutlined';
import SignInIcon from '@mui/icons-material/LoginOutlined';
import LetterIcon from '@mui/icons-material/MailOutlined';
import HealthIcon from '@mui/icons-material/MonitorHeartOutlined';
import InboxIcon from '@mui/icons-material/MoveToInboxOutlined';
import ReleaseIcon from '@mui/icons-material/OutboxOutlined';
import PersonIcon from '@mui/icons-material/PersonOutlined';
import VenueIcon from '@mui/icons-material/PlaceOutlined';
import LimitationIcon from '@mui/icons-material/ProductionQuantityLimitsOutlined';
import ProfileIcon from '@mui/icons-material/RuleOutlined';
import AudienceIcon from '@mui/icons-material/SellOutlined';
import BasketIcon from '@mui/icons-material/ShoppingBasketOutlined';
import ResumeIcon from '@mui/icons-material/ShoppingCartCheckoutOutlined';
import EventIcon from '@mui/icons-material/TheaterComedyOutlined';
import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import type { Right } from '../../rules/options/rights.ts';
import type { TextKey } from '../messages/use-text.ts';

export type NavigationEntry = {
  to: string;
  label: TextKey;
  icon: SvgIconComponent;
  /** All of them are needed to see it. */
  rights: readonly Right[];
  /** Or this one alone. */
  orElse?: Right;
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
        rights: ['options.seats.requests:read'],
        letter: 'd',
      },
      {
        to: '/options',
        label: 'frame.page.options',
        icon: ChairIcon,
        rights: ['options.seats.requests:read', 'options.seats.placement:read'],
        letter: 'o',
      },
      {
        to: '/product-options',
        label: 'frame.page.productOptions',
        icon: FamilyIcon,
        rights: ['options.products.requests:read'],
      },
      {
        to: '/bulk-runs',
        label: 'frame.page.bulkRuns',
        icon: BulkIcon,
        rights: ['options.seats.requests:read', 'options.seats.placement:read'],
        orElse: 'options.products.requests:read',
      },
      {
        to: '/booking-files',
        label: 'frame.page.bookingFiles',
        icon: FileIcon,
        rights: ['orders.orders:read'],
        letter: 'f',
      },
      {
        to: '/resume',
        label: 'frame.page.resume',
        icon: ResumeIcon,
        rights: ['orders.orders:read', 'options.seats.resumption:execute'],
        letter: 'r',
      },
      {
        to: '/baskets',
        label: 'frame.page.baskets',
        icon: BasketIcon,
        rights: ['orders.orders:read'],
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
      {
        to: '/contingents',
        label: 'frame.page.contingents',
        icon: ContingentIcon,
        rights: ['stock.contingents:read'],
      },
      {
        to: '/contingent-templates',
        label: 'frame.page.contingentTemplates',
        icon: TemplateIcon,
        rights: ['stock.contingents:read'],
      },
      {
        to: '/release-plans',
        label: 'frame.page.releasePlans',
        icon: PlanIcon,
        rights: ['stock.contingents:read'],
      },
      {
        to: '/contingent-releases',
        label: 'frame.page.releases',
        icon: ReleaseIcon,
        rights: ['stock.stock:read'],
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
      { to: '/events', label: 'frame.page.events', icon: EventIcon, rights: ['catalogue.events:read'] },
      { to: '/seasons', label: 'frame.page.seasons', icon: SeasonIcon, rights: ['catalogue.seasons:read'] },
      {
        to: '/products',
        label: 'frame.page.products',
        icon: FamilyIcon,
        rights: ['catalogue.events:read'],
      },
      {
        to: '/product-families',
        label: 'frame.page.families',
        icon: FamilyIcon,
        rights: ['catalogue.events:read'],
      },
      {
        to: '/audience-categories',
        label: 'frame.page.audiences',
        icon: AudienceIcon,
        rights: ['catalogue.audiences:read'],
      },
    ],
  },
  {
    id: 'people',
    label: 'frame.nav.people',
    entries: [
      {
        to: '/structures',
        label: 'frame.page.structures',
        icon: PeopleIcon,
        rights: ['contacts.contacts:read'],
        letter: 'c',
      },
      {
        to: '/individuals',
        label: 'frame.page.individuals',
        icon: PersonIcon,
        rights: ['contacts.contacts:read'],
        letter: 'i',
      },
      {
        to: '/contact-import',
        label: 'frame.page.contactImport',
        icon: UploadIcon,
        rights: ['contacts.imports:execute'],
      },
      {
        to: '/collectivity-types',
        label: 'frame.page.collectivityTypes',
        icon: CollectivityIcon,
        rights: ['contacts.collectivity-types:read'],
      },
    ],
  },
  {
    id: 'rules',
    label: 'frame.nav.rules',
    entries: [
      {
        to: '/rule-sets',
        label: 'frame.page.ruleSets',
        icon: GavelIcon,
        rights: ['authorisation.rules:read'],
      },
      {
        to: '/limitation-tables',
        label: 'frame.page.limitations',
        icon: LimitationIcon,
        rights: ['authorisation.limitation-tables:read'],
      },
      {
        to: '/option-profiles',
        label: 'frame.page.profiles',
        icon: ProfileIcon,
        rights: ['authorisation.option-profiles:read'],
      },
    ],
  },
  {
    id: 'settings',
    label: 'frame.nav.settings',
    entries: [
      { to: '/venues', label: 'frame.page.venues', icon: VenueIcon, rights: ['venues.venues:read'] },
      {
        to: '/sales-channels',
        label: 'frame.page.channels',
        icon: ChannelIcon,
        rights: ['channels.channels:read'],
      },
      {
        to: '/letter-texts',
        label: 'frame.page.letterTexts',
        icon: LetterTextIcon,
        rights: ['letters.templates:read'],
      },
      {
        to: '/organisations',
        label: 'frame.page.organisations',
        icon: OrganisationIcon,
        rights: ['organisation.organisations:read'],
      },
      {
        to: '/operators',
        label: 'frame.page.operators',
        icon: OperatorIcon,
        rights: ['organisation.operators:read'],
      },
      { to: '/roles', label: 'frame.page.roles', icon: RoleIcon, rights: ['organisation.roles:read'] },
      {
        to: '/sign-in-settings',
        label: 'frame.page.signInSettings',
        icon: SignInIcon,
        rights: ['organisation.roles:read'],
      },
      {
        to: '/history',
        label: 'frame.page.history',
        icon: HistoryIcon,
        rights: ['history.history:read'],
        letter: 'h',
      },
      {
        to: '/health',
        label: 'frame.page.health',
        icon: HealthIcon,
        rights: ['letters.mail-hold:read'],
        letter: 'e',
      },
    ],
  },
];
