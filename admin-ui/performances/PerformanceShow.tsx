import { Button, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { Link } from 'react-router';
import { Facts, Section } from '../frame/Facts.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { RecordPage } from '../frame/RecordPage.tsx';
import { useOrganisationName } from '../frame/use-organisation-name.ts';
import { When } from '../frame/When.tsx';
import { cityOf, useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { RelatedOptions } from '../options/RelatedOptions.tsx';
import { useRight } from '../provider/session.ts';
import { StockTable } from '../stock/StockTable.tsx';
import { usePrices, useSeatCategories } from '../stock/use-stock.ts';
import { BookableChip } from './PerformanceList.tsx';
import type { PerformanceRow } from './performance-record.ts';

function Prices({ performance }: { performance: PerformanceRow }) {
  const text = useText();
  const format = useFormat();
  const { data: prices = [], isSuccess } = usePrices(performance.id);
  const { data: categories = [] } = useSeatCategories(performance.venueId);
  if (!isSuccess) return null;
  const tariffs = [...new Map(prices.map((price) => [price.audienceSubcategoryId, price])).values()];
  const priced = categories.filter(({ id }) => prices.some((price) => price.seatCategoryId === id));
  return (
    <Section title={text('screens.performance.show.prices')} flush>
      {prices.length === 0 ? (
        <Typography color="text.secondary" sx={{ px: 2, pb: 2 }}>
          {text('screens.performance.show.noPrices')}
        </Typography>
      ) : (
        <Table size="small" aria-label={text('screens.performance.show.prices')}>
          <TableHead>
            <TableRow>
              <TableCell>{text('screens.stock.category')}</TableCell>
              {tariffs.map((tariff) => (
                <TableCell key={tariff.audienceSubcategoryId} align="right">
                  {tariff.audienceSubcategoryName}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {priced.map((category) => (
              <TableRow key={category.id}>
                <TableCell component="th" scope="row">
                  {category.name ?? category.code}
                </TableCell>
                {tariffs.map(({ audienceSubcategoryId }) => {
                  const price = prices.find(
                    (row) =>
                      row.seatCategoryId === category.id &&
                      row.audienceSubcategoryId === audienceSubcategoryId,
                  );
                  return (
                    <TableCell key={audienceSubcategoryId} align="right">
                      {price === undefined ? '—' : format.money(price.priceCents)}
                    </TableCell>
                  );
                })}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}

function PerformancePage({ performance }: { performance: PerformanceRow }) {
  const text = useText();
  const mayRequest = useRight('options.requests:create');
  const mayReadStock = useRight('stock.stock:read');
  const organisation = useOrganisationName(performance.organisationId);
  return (
    <>
      <PageHeader
        title={performance.eventName}
        crumbs={[{ label: text('frame.page.performances'), to: '/performances' }]}
        mark={<BookableChip performance={performance} />}
        subtitle={
          <>
            <When startsAt={performance.startsAt} timeZone={performance.timeZone} />
            {` · ${performance.venueName}`}
          </>
        }
        actions={
          mayRequest &&
          performance.bookable && (
            <Button
              component={Link}
              to={`/options/create?performanceId=${performance.id}`}
              variant="contained"
            >
              {text('screens.performance.show.request')}
            </Button>
          )
        }
      />
      <Stack spacing={2}>
        {mayReadStock && (
          <Section title={text('screens.performance.show.stock')} flush>
            <StockTable performanceId={performance.id} venueId={performance.venueId} />
          </Section>
        )}
        <RelatedOptions
          title={text('screens.performance.show.options')}
          empty={text('screens.performance.show.noOptions')}
          filter={{ performanceId: performance.id }}
          subject="contact"
        />
        <Prices performance={performance} />
        <Section title={text('screens.performance.show.facts')}>
          <Facts
            facts={[
              { label: text('resources.performances.fields.eventCode'), value: performance.eventCode },
              { label: text('resources.performances.fields.venueName'), value: performance.venueName },
              { label: text('resources.performances.fields.timeZone'), value: cityOf(performance.timeZone) },
              { label: text('resources.options.fields.organisationId'), value: organisation },
            ]}
          />
        </Section>
      </Stack>
    </>
  );
}

/** One performance: its stock, its options, its prices. */
export function PerformanceShow() {
  return (
    <RecordPage<PerformanceRow> render={(performance) => <PerformancePage performance={performance} />} />
  );
}
