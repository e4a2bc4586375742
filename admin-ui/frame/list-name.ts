import { createContext, useContext } from 'react';
import { useResourceContext } from 'react-admin';

/** The name of a list that shares its resource with another one; null where the resource's own name serves. */
export const ListNameContext = createContext<string | null>(null);

/** Under which name a list keeps its preferences and its shipped views. */
export function useListName(): string {
  const name = useContext(ListNameContext);
  const resource = useResourceContext();
  return name ?? resource ?? '';
}
