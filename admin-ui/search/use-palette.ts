import type { SvgIconComponent } from '@mui/icons-material';
import CalendarIcon from '@mui/icons-material/CalendarMonthOutlined';
import ChairIcon from '@mui/icons-material/EventSeatOutlined';
import PeopleIcon from '@mui/icons-material/GroupsOutlined';
import LetterIcon from '@mui/icons-material/MailOutlined';
import OrderIcon from '@mui/icons-material/ReceiptLongOutlined';
import EventIcon from '@mui/icons-material/TheaterComedyOutlined';
import SettingIcon from '@mui/icons-material/TuneOutlined';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDataProvider, useResourceDefinitions, useStore } from 'react-admin';
import { useNavigate } from 'react-router';
import { useDebounced } from '../frame/use-debounced.ts';
import { useFormat } from '../messages/use-format.ts';
import { type TextKey, useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { type Found, type FoundGroup, groupOf, pageOf, wordsOf } from './found.ts';
import type { Command } from './palette-events.ts';
import { useCommands, usePages } from './use-commands.ts';

/** One line of the palette. */
export type Item = { id: string; title: string; detail: string; icon: SvgIconComponent; choose: () => void };
export type ItemGroup = { id: string; label: TextKey; items: readonly Item[] };

/** A record that was opened from the palette, as it was called then. */
type Recent = { page: string; group: FoundGroup; title: string; detail: string };

const mostRecent = 6;
const mostCommands = 4;

const icons: Readonly<Record<FoundGroup, SvgIconComponent>> = {
  options: ChairIcon,
  contacts: PeopleIcon,
  performances: CalendarIcon,
  orders: OrderIcon,
  letters: LetterIcon,
  events: EventIcon,
  operators: PeopleIcon,
  settings: SettingIcon,
};

/** In small letters and without accents. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '');
}

function has(label: string, q: string): boolean {
  const words = plain(label).split(/[\s’'-]+/);
  return plain(q)
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** The records opened from the palette, the latest first; kept until one signs out. */
function useRecent() {
  const [recent, setRecent] = useStore<readonly Recent[]>('palette.recent', []);
  const remember = (one: Recent) =>
    setRecent([one, ...recent.filter(({ page }) => page !== one.page)].slice(0, mostRecent));
  return { recent, remember, forget: () => setRecent([]) };
}

/** What the palette shows for what was typed: pages and commands that fit, then the records that were found. */
export function usePalette(q: string, onClose: () => void) {
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const screens = useResourceDefinitions();
  const provider = useDataProvider<PlacetDataProvider>();
  const pages = usePages();
  const commands = useCommands();
  const { recent, remember, forget } = useRecent();
  const asked = useDebounced(q.trim(), 150);
  const { data, error, isFetching } = useQuery({
    queryKey: ['search', asked],
    queryFn: () =>
      provider.ask<{ results: readonly Found[] }>(`/search?${new URLSearchParams({ q: asked, limit: '5' })}`),
    enabled: asked !== '' && asked.length <= 100,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  const go = (to: string) => {
    onClose();
    void navigate(to);
  };
  const itemOf = ({ id, label, icon, act }: Command): Item => ({
    id,
    title: text(label),
    detail: '',
    icon,
    choose: () => {
      if ('to' in act) return go(act.to);
      onClose();
      act.run();
    },
  });
  const foundItems = (data?.results ?? []).flatMap((found): { group: FoundGroup; item: Item }[] => {
    const page = pageOf(found, screens);
    if (page === null) return [];
    const group = groupOf(found);
    const { title, detail } = wordsOf(found, text, format);
    const choose = () => {
      remember({ page, group, title, detail });
      go(page);
    };
    return [{ group, item: { id: `${found.kind} ${found.id}`, title, detail, icon: icons[group], choose } }];
  });
  const fitting = (each: readonly Command[]) =>
    each.map(itemOf).filter(({ title }) => q.trim() === '' || has(title, q));
  const records = [...new Set(foundItems.map(({ group }) => group))].map(
    (group): ItemGroup => ({
      id: group,
      label: `search.group.${group}`,
      items: foundItems.filter((found) => found.group === group).map(({ item }) => item),
    }),
  );
  const recents: ItemGroup = {
    id: 'recent',
    label: 'search.group.recent',
    items: recent.map(({ page, group, title, detail }) => ({
      id: `recent ${page}`,
      title,
      detail,
      icon: icons[group],
      choose: () => go(page),
    })),
  };
  const empty = q.trim() === '';
  const limit = empty ? Number.POSITIVE_INFINITY : mostCommands;
  const actions: ItemGroup = {
    id: 'commands',
    label: 'search.group.commands',
    items: fitting(commands).slice(0, limit),
  };
  const groups: readonly ItemGroup[] = [
    ...(empty ? [recents, actions] : []),
    { id: 'pages', label: 'search.group.pages', items: fitting(pages).slice(0, limit) },
    ...(empty ? [] : [...records, actions]),
  ];
  return {
    groups: groups.filter(({ items }) => items.length > 0),
    /** Whether what is shown answers what is typed. */
    settled: empty || (asked === q.trim() && !isFetching),
    error: empty ? null : error,
    forget: recent.length > 0 && empty ? forget : null,
  };
}
