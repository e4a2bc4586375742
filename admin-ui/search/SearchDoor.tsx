import { type ComponentType, useEffect, useState } from 'react';
import { useNotify } from 'react-admin';
import { useText } from '../messages/use-text.ts';
import { type Door, onDoor } from './palette-events.ts';
import { useKeys } from './use-keys.ts';

type Opened = ComponentType<{ onClose: () => void }>;

const doors: Readonly<Record<Door, () => Promise<Opened>>> = {
  palette: async () => (await import('./Palette.tsx')).Palette,
  keys: async () => (await import('./KeysSheet.tsx')).KeysSheet,
};

/** Listens for the keys, and shows the palette or the sheet of keys, each fetched when first asked for. */
export function SearchDoor() {
  const text = useText();
  const notify = useNotify();
  const [shown, setShown] = useState<{ Part: Opened } | null>(null);
  useKeys();
  useEffect(
    () =>
      onDoor((door) => {
        doors[door]().then(
          (Part) => setShown({ Part }),
          () => notify(text('frame.failure.load'), { type: 'error' }),
        );
      }),
    [notify, text],
  );
  return shown === null ? null : <shown.Part onClose={() => setShown(null)} />;
}
