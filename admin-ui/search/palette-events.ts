import type { SvgIconComponent } from '@mui/icons-material';
import { useSyncExternalStore } from 'react';
import type { Right } from '../../rules/options/rights.ts';
import type { TextKey } from '../messages/use-text.ts';

/** Something the palette can do or where it can go. */
export type Command = {
  /** Unlike any other, such as `contacts.import`. */
  id: string;
  label: TextKey;
  icon: SvgIconComponent;
  /** Other words it is found by. */
  words?: TextKey;
  /** What it stands in, said beside it. */
  within?: TextKey;
  /** All of them are needed to see it. */
  rights: readonly Right[];
  /** A page of the console to go to, or something to do. */
  act: { to: string } | { run: () => void };
};

/** What opens over any page. */
export type Door = 'palette' | 'keys';

const opened = 'placet:open';

/** Opens the search palette, or the sheet of keys, from anywhere. */
export function openDoor(door: Door): void {
  window.dispatchEvent(new CustomEvent<Door>(opened, { detail: door }));
}

/** Hears when the palette or the sheet of keys is asked for; answers how to stop hearing. */
export function onDoor(hear: (door: Door) => void): () => void {
  const listener = (event: Event) => {
    if (event instanceof CustomEvent) hear(event.detail === 'keys' ? 'keys' : 'palette');
  };
  window.addEventListener(opened, listener);
  return () => window.removeEventListener(opened, listener);
}

const listeners = new Set<() => void>();
let added: readonly Command[] = [];

/** Gives the palette a command of a screen's own, until the answer is called. */
export function addCommand(command: Command): () => void {
  const tell = (commands: readonly Command[]) => {
    added = commands;
    for (const listener of listeners) listener();
  };
  tell([...added.filter(({ id }) => id !== command.id), command]);
  return () => tell(added.filter((each) => each !== command));
}

/** The commands that screens added. */
export function useAddedCommands(): readonly Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => added,
  );
}
