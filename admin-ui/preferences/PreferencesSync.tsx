import { useEffect } from 'react';
import { useSession } from '../provider/session.ts';
import type { PreferencesStore } from './preferences-store.ts';

/** Brings the preferences of who signed in from the server; without an answer the local copy serves. */
export function PreferencesSync({ store }: { store: PreferencesStore }) {
  const operatorId = useSession()?.operator.id;
  useEffect(() => {
    if (operatorId !== undefined) store.adopt(operatorId).catch(() => undefined);
  }, [operatorId, store]);
  return null;
}
