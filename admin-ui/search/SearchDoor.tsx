import { lazy, Suspense, useEffect, useState } from 'react';
import { onDoor } from './palette-events.ts';
import { useKeys } from './use-keys.ts';

const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }));
const KeysSheet = lazy(async () => ({ default: (await import('./KeysSheet.tsx')).KeysSheet }));

/** Listens for the keys, and shows the palette or the sheet of keys, each fetched when first asked for. */
export function SearchDoor() {
  const [shown, setShown] = useState<'palette' | 'keys' | null>(null);
  const close = () => setShown(null);
  useKeys();
  useEffect(() => onDoor(setShown), []);
  return (
    <Suspense fallback={null}>
      {shown === 'palette' && <Palette onClose={close} />}
      {shown === 'keys' && <KeysSheet onClose={close} />}
    </Suspense>
  );
}
