import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useGetList } from 'react-admin';
import { cellKey, type GridValues } from '../frame/grid/ValueGrid.tsx';
import { NotPermittedPage } from '../frame/NotPermittedPage.tsx';
import { PageSkeleton } from '../frame/PageSkeleton.tsx';
import { nameOf, pageOf, type SettingRecord } from '../frame/records/record-kind.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import {
  type ContingentStock,
  isContingentStock,
  type PerformanceRow,
  type StockRow,
} from '../performances/performance-record.ts';
import { GridEditor, GridPerformance } from '../prices/GridPage.tsx';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { useRight } from '../provider/session.ts';
import { useSeatCategories, useStock } from './use-stock.ts';

const most = 1_000_000;

/** A number of places as it is typed; undefined for anything else. */
function readPlaces(typed: string): number | undefined {
  const plain = typed.replaceAll(/[\s\u00a0\u202f]/g, '');
  return /^\d{1,7}$/.test(plain) && Number(plain) <= most ? Number(plain) : undefined;
}

function typedOf(rows: readonly StockRow[]): GridValues {
  return Object.fromEntries(
    rows
      .filter(isContingentStock)
      .map((row) => [cellKey(row.contingentId, row.seatCategoryId), String(row.capacity)]),
  );
}

function takenOf(row: ContingentStock): number {
  return row.held + row.ordered + row.sold + row.blocked + row.allotted + row.recalling;
}

function cellsOf(values: GridValues) {
  return Object.entries(values).flatMap(([key, typed]) => {
    const capacity = typed.trim() === '' ? undefined : readPlaces(typed);
    const [contingentId = '', seatCategoryId = ''] = key.split(' ');
    return capacity === undefined ? [] : [{ key, contingentId, seatCategoryId, capacity }];
  });
}

function StockGrid({ performance }: { performance: PerformanceRow }) {
  const text = useText();
  const format = useFormat();
  const provider = useDataProvider<PlacetDataProvider>();
  const queries = useQueryClient();
  const intend = useIntention();
  const stock = useStock(performance.id);
  const categories = useSeatCategories(performance.venueId);
  const contingents = useGetList<SettingRecord & { organisationId: string | null }>('contingents', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'name', order: 'ASC' },
  });
  const call = useMutation({
    mutationFn: (values: GridValues) => {
      const body = cellsOf(values).map(({ key: _, ...cell }) => cell);
      return intend(body, (key) =>
        provider.set(`/performances/${performance.id}/stock`, body, key, performance.version),
      );
    },
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['stock'] }),
        queries.invalidateQueries({ queryKey: ['performances'] }),
        queries.invalidateQueries({ queryKey: ['performance-gauges'] }),
        queries.invalidateQueries({ queryKey: ['history'] }),
      ]),
  });
  if (stock.data === undefined || categories.data === undefined || contingents.data === undefined)
    return <PageSkeleton />;
  const columns = categories.data.map((category) => ({
    id: category.id,
    label: nameOf(category, format),
    colour: category.colour,
  }));
  const rows = contingents.data
    .filter(({ organisationId }) => organisationId === null || organisationId === performance.organisationId)
    .map((contingent) => ({ id: contingent.id, label: nameOf(contingent, format) }));
  const initial = typedOf(stock.data);
  const taken = new Map(
    stock.data
      .filter(isContingentStock)
      .map((row) => [cellKey(row.contingentId, row.seatCategoryId), takenOf(row)]),
  );
  const faultOf = (key: string, typed: string): string | null => {
    if (typed.trim() === '') return key in initial ? text('settings.grid.keepsOpen') : null;
    return readPlaces(typed) === undefined ? text('settings.grid.invalidCount') : null;
  };
  const noColumns = {
    said: text('settings.grid.noCategories'),
    to: pageOf('venues', performance.venueId),
    action: text('settings.grid.toVenue'),
  };
  const noRows = {
    said: text('settings.grid.noContingents'),
    to: '/contingents',
    action: text('frame.page.contingents'),
  };
  return (
    <GridEditor
      performance={performance}
      title={text('settings.grid.stock')}
      intro={text('settings.grid.stockIntro')}
      corner={text('settings.grid.contingent')}
      rows={rows}
      columns={columns}
      initial={initial}
      missing={columns.length === 0 ? noColumns : rows.length === 0 ? noRows : null}
      faultsOf={(values) =>
        Object.fromEntries(
          Object.entries(values).flatMap(([key, typed]) => {
            const said = faultOf(key, typed);
            return said === null ? [] : [[key, said]];
          }),
        )
      }
      notesOf={(values) =>
        Object.fromEntries(
          cellsOf(values).flatMap(({ key, capacity }) => {
            const already = taken.get(key) ?? 0;
            return already <= capacity
              ? []
              : [[key, text('settings.grid.overTaken', { taken: format.number(already) })]];
          }),
        )
      }
      totals={(values, columnId) =>
        format.number(
          cellsOf(values)
            .filter(({ seatCategoryId }) => seatCategoryId === columnId)
            .reduce((sum, { capacity }) => sum + capacity, 0),
        )
      }
      readOther={async (id) => typedOf(await provider.ask<StockRow[]>(`/performances/${id}/stock`))}
      save={async (values) => {
        await call.mutateAsync(values);
      }}
      cellAt={(values, path) => cellsOf(values)[Number(path.split('.')[0])]?.key}
      pending={call.isPending}
    />
  );
}

/** How many places a performance has, by category and contingent, to type into. */
export function StockSetUpPage() {
  const may = useRight('stock.stock:modify');
  if (!may) return <NotPermittedPage />;
  return <GridPerformance render={(performance) => <StockGrid performance={performance} />} />;
}
