import type { SvgIconComponent } from '@mui/icons-material';
import CalendarIcon from '@mui/icons-material/CalendarMonthOutlined';
import ChairIcon from '@mui/icons-material/EventSeatOutlined';
import PeopleIcon from '@mui/icons-material/GroupsOutlined';
import LetterIcon from '@mui/icons-material/MailOutlined';
import ListIcon from '@mui/icons-material/ReadMore';
import OrderIcon from '@mui/icons-material/ReceiptLongOutlined';
import EventIcon from '@mui/icons-material/TheaterComedyOutlined';
import SettingIcon from '@mui/icons-material/TuneOutlined';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDataProvider, useResourceDefinitions, useStore } from 'react-admin';
import { useNavigate } from 'react-router';
import { readSearch } from '../../rules/search/question.ts';
import { useDebounced } from '../frame/use-debounced.ts';
import { houseTimeZone, useFormat } from '../messages/use-format.ts';
import { type TextKey, useText } from '../messages/use-text.ts';
import { today } from '../performances/calendar-days.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { type Found, type FoundGroup, groupOf, pageOf, wordsOf } from './found.ts';
import { listPage } from './list-page.ts';
import type { Command } from './palette-events.ts';
import { useCommands, usePages } from './use-commands.ts';

/** One line of the palette. */
export type Item = { id: string; title: string; detail: string; icon: SvgIconComponent; choose: () => void };
export type ItemGroup = { id: string; label: TextKey; items: readonly Item[] };

/** As many answers of a kind are asked for; with as many, the whole list may have more. */
const mostOfKind = 5;

/** The lists that look for the same words. */
const lists: Readonly<Partial<Record<FoundGroup, string>>> = {
  options: '/options',
  contacts: '/contacts',
  performances: '/performances',
  letters: '/letters',
  events: '/events',
  operators: '/operators',
};

/** A record that was opened from the palette, as it was called then. */
type Recent = { page: string; group: FoundGroup; title: string; detail: string };

const mostRecent = 6;
const mostPages = 6;
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
      provider.ask<{ results: readonly Found[] }>(
        `/search?${new URLSearchParams({ q: asked, limit: String(mostOfKind) })}`,
      ),
    enabled: asked !== '' && asked.length <= 100,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  const go = (to: string) => {
    onClose();
    void navigate(to);
  };
  const itemOf = ({ id, label, within, icon, act }: Command): Item => ({
    id,
    title: text(label),
    detail: within === undefined ? '' : text(within),
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
  /** A day is no word of a list: its answers stand here only. */
  const isDay = readSearch(asked, today(houseTimeZone)).day !== null;
  const withAll = (group: FoundGroup, found: readonly Item[]): readonly Item[] => {
    const list = lists[group];
    if (list === undefined || isDay || found.length < mostOfKind) return found;
    const title = text('search.all', { group: text(`search.group.${group}`), q: asked });
    const choose = () => go(listPage(list, { q: asked }));
    return [...found, { id: `all ${group}`, title, detail: '', icon: ListIcon, choose }];
  };
  const fitting = (each: readonly Command[]) =>
    each
      .filter(({ label, words }) => has(`${text(label)} ${words === undefined ? '' : text(words)}`, q))
      .map(itemOf);
  const records = [...new Set(foundItems.map(({ group }) => group))].map(
    (group): ItemGroup => ({
      id: group,
      label: `search.group.${group}`,
      items: withAll(
        group,
        foundItems.filter((found) => found.group === group).map(({ item }) => item),
      ),
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
    {
      id: 'pages',
      label: 'search.group.pages',
      items: empty
        ? pages.filter(({ within }) => within === undefined).map(itemOf)
        : fitting(pages).slice(0, mostPages),
    },
    ...(empty ? [] : [...records, actions]),
  ];
  return {
    groups: groups.filter(({ items }) => items.length > 0),
    /** How many records were found, or at least found. */
    found: foundItems.length,
    more: records.some(({ items }) => items.length > mostOfKind),
    /** Whether what is shown answers what is typed. */
    settled: empty || (asked === q.trim() && !isFetching),
    error: empty ? null : error,
    forget: recent.length > 0 && empty ? forget : null,
  };
}
