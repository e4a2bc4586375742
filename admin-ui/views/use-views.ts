import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useGetList, useListContext, useStore } from 'react-admin';
import { useListName } from '../frame/list-name.ts';
import { type ShippedView, shippedViews } from './shipped-views.ts';
import { conditionsSet, type SavedView, shows, type View, viewOf } from './view-record.ts';

/** What a view is saved as. */
export type ViewDraft = Pick<SavedView, 'name' | 'shared'>;

/** What stands in files is not needed until somebody keeps a view, or takes a file. */
const viewColumns = () => import('./view-columns.ts');

const noShipped: readonly ShippedView[] = [];

/** The views of the list one looks at, and what may be done with them. */
export function useViews() {
  const name = useListName();
  const { resource, filterValues, sort, setFilters, setSort } = useListContext();
  const [hidden = [], setHidden] = useStore<readonly string[]>(`${resource}.datatable`, []);
  const [defaultId, setDefaultId] = useStore<string | null>(`list.${name}.defaultView`, null);
  const dataProvider = useDataProvider();
  const queryClient = useQueryClient();
  const { data: saved = [] } = useGetList<SavedView>('saved-views', {
    filter: { resource },
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'name', order: 'ASC' },
  });
  const shipped = shippedViews[name] ?? noShipped;
  const views = [...shipped, ...saved.map(viewOf)];
  const current = views.filter((view) => shows(view, filterValues, sort));
  const known = () => queryClient.invalidateQueries({ queryKey: ['saved-views'] });
  const selection = async () => {
    const { columnsShown } = await viewColumns();
    return {
      filter: conditionsSet(filterValues),
      sort: [sort.field, sort.order],
      columns: columnsShown(resource, hidden),
    };
  };
  const showColumns = async (shown: readonly string[]) => {
    const { columnsHidden } = await viewColumns();
    setHidden(columnsHidden(resource, shown));
  };
  return {
    shipped,
    own: saved.filter(({ mine }) => mine),
    others: saved.filter(({ mine }) => !mine),
    /** The view that is shown, a kept one before a shipped one. */
    current: current.find((view) => view.saved !== null) ?? current[0] ?? null,
    defaultId,
    setDefaultId,
    /** Asks what colleagues have shared since. */
    known,
    apply: (view: View) => {
      setFilters({ ...view.filter });
      if (view.sort !== null) setSort(view.sort);
      if (view.columns !== null) void showColumns(view.columns);
    },
    save: async (draft: ViewDraft): Promise<SavedView> => {
      const { data } = await dataProvider.create<SavedView>('saved-views', {
        data: { resource, ...draft, ...(await selection()) },
      });
      await known();
      return data;
    },
    /** With `redefined`, the view becomes what the list shows now. */
    change: async (view: SavedView, draft: ViewDraft, redefined: boolean): Promise<void> => {
      await dataProvider.update('saved-views', {
        id: view.id,
        data: { ...draft, ...(redefined ? await selection() : {}) },
        previousData: view,
      });
      await known();
    },
    remove: async (view: SavedView): Promise<void> => {
      await dataProvider.delete('saved-views', { id: view.id, previousData: view });
      if (defaultId === view.id) setDefaultId(null);
      await known();
    },
  };
}

export type Views = ReturnType<typeof useViews>;
