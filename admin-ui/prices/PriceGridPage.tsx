import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useGetList } from 'react-admin';
import { readCents, writeCents } from '../../rules/money.ts';
import type { AudienceRecord, SubcategoryRecord } from '../audience/audience-record.ts';
import { cellKey, type GridValues } from '../frame/grid/ValueGrid.tsx';
import { NotPermittedPage } from '../frame/NotPermittedPage.tsx';
import { PageSkeleton } from '../frame/PageSkeleton.tsx';
import { nameOf, pageOf } from '../frame/records/record-kind.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { PerformanceRow, Price } from '../performances/performance-record.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { useRight } from '../provider/session.ts';
import { usePrices, useSeatCategories } from '../stock/use-stock.ts';
import { GridEditor, GridPerformance } from './GridPage.tsx';

const all = { page: 1, perPage: 500 };

/** The rows of a price grid: every audience subcategory, under its category. */
function useTariffs() {
  const format = useFormat();
  const categories = useGetList<AudienceRecord>('audience-categories', {
    pagination: all,
    sort: { field: 'name', order: 'ASC' },
  });
  const subcategories = useGetList<SubcategoryRecord>('audience-subcategories', {
    pagination: all,
    sort: { field: 'name', order: 'ASC' },
  });
  if (categories.data === undefined || subcategories.data === undefined) return undefined;
  const found = subcategories.data;
  return categories.data.flatMap((category) =>
    found
      .filter(({ audienceCategoryId }) => audienceCategoryId === category.id)
      .map((tariff) => ({
        id: tariff.id,
        label: nameOf(tariff, format),
        group: nameOf(category, format),
      })),
  );
}

/** Cells that hold a price, in the order they are sent. */
function cellsOf(values: GridValues) {
  return Object.entries(values).flatMap(([key, typed]) => {
    const priceCents = typed.trim() === '' ? undefined : readCents(typed);
    const [audienceSubcategoryId = '', seatCategoryId = ''] = key.split(' ');
    return priceCents === undefined ? [] : [{ key, audienceSubcategoryId, seatCategoryId, priceCents }];
  });
}

function PriceGrid({ performance }: { performance: PerformanceRow }) {
  const text = useText();
  const format = useFormat();
  const provider = useDataProvider<PlacetDataProvider>();
  const queries = useQueryClient();
  const intend = useIntention();
  const rows = useTariffs();
  const prices = usePrices(performance.id);
  const categories = useSeatCategories(performance.venueId);
  const mark = format.locale === 'fr' ? ',' : '.';
  const typedOf = (grid: readonly Price[]): GridValues =>
    Object.fromEntries(
      grid.map((price) => [
        cellKey(price.audienceSubcategoryId, price.seatCategoryId),
        writeCents(price.priceCents, mark),
      ]),
    );
  const call = useMutation({
    mutationFn: (values: GridValues) => {
      const body = cellsOf(values).map(({ key: _, ...cell }) => cell);
      return intend(body, (key) =>
        provider.set(`/performances/${performance.id}/prices`, body, key, performance.version),
      );
    },
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['prices'] }),
        queries.invalidateQueries({ queryKey: ['performances'] }),
        queries.invalidateQueries({ queryKey: ['history'] }),
      ]),
  });
  if (rows === undefined || prices.data === undefined || categories.data === undefined)
    return <PageSkeleton />;
  const columns = categories.data.map((category) => ({
    id: category.id,
    label: nameOf(category, format),
    colour: category.colour,
  }));
  const noColumns = {
    said: text('settings.grid.noCategories'),
    to: pageOf('venues', performance.venueId),
    action: text('settings.grid.toVenue'),
  };
  const noRows = {
    said: text('settings.grid.noTariffs'),
    to: '/audience-categories',
    action: text('frame.page.audiences'),
  };
  return (
    <GridEditor
      performance={performance}
      title={text('settings.grid.prices')}
      intro={text('settings.grid.pricesIntro')}
      corner={text('settings.grid.tariff')}
      rows={rows}
      columns={columns}
      initial={typedOf(prices.data)}
      missing={columns.length === 0 ? noColumns : rows.length === 0 ? noRows : null}
      faultsOf={(values) =>
        Object.fromEntries(
          Object.entries(values)
            .filter(([, typed]) => typed.trim() !== '' && readCents(typed) === undefined)
            .map(([key]) => [key, text('settings.grid.invalidMoney')]),
        )
      }
      readOther={async (id) => typedOf(await provider.ask<Price[]>(`/performances/${id}/prices`))}
      save={async (values) => {
        await call.mutateAsync(values);
      }}
      cellAt={(values, path) => cellsOf(values)[Number(path.split('.')[0])]?.key}
      pending={call.isPending}
    />
  );
}

/** The price grid of a performance, to type into. */
export function PriceGridPage() {
  const may = useRight('catalogue.performances:modify');
  if (!may) return <NotPermittedPage />;
  return <GridPerformance render={(performance) => <PriceGrid performance={performance} />} />;
}
