import { useEffect, useRef } from 'react';
import {
  ListBase,
  type ListBaseProps,
  type RaRecord,
  useGetMany,
  useListContext,
  useRemoveFromStore,
  useStore,
} from 'react-admin';
import { shippedViews } from '../views/shipped-views.ts';
import { type SavedView, type View, viewOf } from '../views/view-record.ts';
import { ListNameContext } from './list-name.ts';
import { PageSkeleton } from './PageSkeleton.tsx';

export type ListFrameProps<R extends RaRecord> = Omit<
  ListBaseProps<R>,
  'storeKey' | 'perPage' | 'resource'
> & {
  resource: string;
  /** Tells lists of one resource apart; usually the resource's own name. */
  name?: string;
};

/** The view the list opens with: shipped, or kept; undefined while it is being asked for. */
function useDefaultView(name: string): View | null | undefined {
  const [id] = useStore<string | null>(`list.${name}.defaultView`, null);
  const shipped = shippedViews[name]?.find((view) => view.id === id);
  const isKept = id !== null && shipped === undefined;
  const { data, isPending } = useGetMany<SavedView>(
    'saved-views',
    { ids: isKept ? [id] : [] },
    { enabled: isKept },
  );
  if (!isKept) return shipped ?? null;
  if (isPending) return undefined;
  const [saved] = data ?? [];
  return saved === undefined ? null : viewOf(saved);
}

/** Where a list stood is not kept when nothing was there, such as in a queue that is done with: it opens anew. */
function ForgetEmpty({ storeKey }: { storeKey: string }) {
  const { total } = useListContext();
  const forget = useRemoveFromStore(storeKey);
  const leave = useRef<(() => void) | null>(null);
  leave.current = () => {
    if (total === 0) forget();
  };
  useEffect(() => () => leave.current?.(), []);
  return null;
}

/**
 * A list as its reader likes it: it opens with their default view and as many rows as they chose, and forgets where it
 * stood with the page. Everything else is react-admin's `ListBase`.
 */
export function ListFrame<R extends RaRecord>({ name, children, ...props }: ListFrameProps<R>) {
  const listName = name ?? props.resource;
  const [rowsPerPage] = useStore<number>(`list.${listName}.rowsPerPage`, 25);
  const storeKey = `${listName}.listParams`;
  const view = useDefaultView(listName);
  if (view === undefined) return <PageSkeleton />;
  const opening =
    view === null
      ? {}
      : { filterDefaultValues: view.filter, ...(view.sort === null ? {} : { sort: view.sort }) };
  return (
    <ListNameContext value={listName}>
      <ListBase<R> {...props} {...opening} perPage={rowsPerPage} storeKey={storeKey}>
        {children}
        <ForgetEmpty storeKey={storeKey} />
      </ListBase>
    </ListNameContext>
  );
}
