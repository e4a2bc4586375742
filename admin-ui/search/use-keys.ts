import { useEffect } from 'react';
import { useResourceDefinitions } from 'react-admin';
import { useLocation, useNavigate } from 'react-router';
import { useNavigation } from '../frame/use-navigation.ts';
import { useRight } from '../provider/session.ts';
import { openDoor } from './palette-events.ts';

/** How long `g` waits for its letter. */
const patienceMs = 1_500;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, [role="textbox"]') !== null;
}

/** A dialog, a menu or a list of choices has the keyboard to itself; one that only waits to be shown has not. */
function isElsewhere(): boolean {
  const takers = document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]');
  return [...takers].some((taker) => taker.checkVisibility({ visibilityProperty: true }));
}

function isPaletteKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'k';
}

/** A key by itself, pressed where nothing else wants it. */
function isPlainKey({ ctrlKey, metaKey, altKey, defaultPrevented, target }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented) return false;
  return !isTyping(target) && !isElsewhere();
}

/** The links by which the rows of a list are opened: the first of each row or card. */
function rowLinks(): HTMLElement[] {
  const rows = document.querySelectorAll('main tbody tr, main ul > li');
  return [...rows].flatMap((row) => {
    const link = row.querySelector('a[href]');
    return link instanceof HTMLElement ? [link] : [];
  });
}

function moveInList(step: 1 | -1): void {
  const links = rowLinks();
  const row = document.activeElement?.closest('tr, li');
  const at = links.findIndex((link) => row?.contains(link) === true);
  const next = at === -1 ? links[0] : links[at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function focusFilter(): boolean {
  const field = document.querySelector('main input[name="q"], main input[type="search"]');
  if (!(field instanceof HTMLInputElement)) return false;
  field.focus();
  field.select();
  return true;
}

/** The form that `n` opens: a new record of the page's kind, else a new request. */
function useCreatePage(): string | null {
  const definitions = useResourceDefinitions();
  const { pathname } = useLocation();
  const mayRequest = useRight('options.seats.requests:create');
  const kind = pathname.split('/')[1] ?? '';
  if (kind !== 'options' && definitions[kind]?.hasCreate === true) return `/${kind}/create`;
  return mayRequest ? '/options/create' : null;
}

/** The keys of the console: never while a person types, and not while a dialog or a menu has the keyboard. */
export function useKeys(): void {
  const navigate = useNavigate();
  const sections = useNavigation();
  const createPage = useCreatePage();
  useEffect(() => {
    let goSince = Number.NEGATIVE_INFINITY;
    const go = (letter: string): boolean => {
      const entry = sections.flatMap(({ entries }) => entries).find((each) => each.letter === letter);
      if (entry !== undefined) void navigate(entry.to);
      return entry !== undefined;
    };
    const done = (key: string): boolean => {
      switch (key) {
        case '?':
          openDoor('keys');
          return true;
        case '/':
          return focusFilter();
        case 'n':
          if (createPage !== null) void navigate(createPage);
          return createPage !== null;
        case 'j':
          moveInList(1);
          return true;
        case 'k':
          moveInList(-1);
          return true;
        default:
          return false;
      }
    };
    const onKey = (event: KeyboardEvent) => {
      if (isPaletteKey(event)) {
        event.preventDefault();
        openDoor('palette');
        return;
      }
      if (!isPlainKey(event)) return;
      const going = event.timeStamp - goSince < patienceMs;
      goSince = event.key === 'g' && !going ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (going ? go(event.key) : done(event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, sections, createPage]);
}
