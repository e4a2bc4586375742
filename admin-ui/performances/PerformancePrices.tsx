import { Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { Link } from 'react-router';
import { Section } from '../frame/Facts.tsx';
import { fixedFirstColumn } from '../frame/fixed-first-column.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { SpreadPrices } from '../prices/SpreadPrices.tsx';
import { useRight } from '../provider/session.ts';
import { usePrices, useSeatCategories } from '../stock/use-stock.ts';
import { type PerformanceRow, type Price, type SeatCategory, tariffName } from './performance-record.ts';

function Grid({ prices, categories }: { prices: readonly Price[]; categories: readonly SeatCategory[] }) {
  const text = useText();
  const format = useFormat();
  const tariffs = [...new Map(prices.map((price) => [price.audienceSubcategoryId, price])).values()];
  const priceOf = (seatCategoryId: string, audienceSubcategoryId: string) =>
    prices.find(
      (price) =>
        price.seatCategoryId === seatCategoryId && price.audienceSubcategoryId === audienceSubcategoryId,
    );
  return (
    <Table size="small" aria-label={text('screens.performance.show.prices')} sx={fixedFirstColumn}>
      <TableHead>
        <TableRow>
          <TableCell>{text('options.show.tariff')}</TableCell>
          {categories.map((category) => (
            <TableCell key={category.id} align="right">
              {format.name(category)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {tariffs.map((tariff) => (
          <TableRow key={tariff.audienceSubcategoryId}>
            <TableCell component="th" scope="row">
              {tariffName(tariff)}
            </TableCell>
            {categories.map(({ id }) => {
              const price = priceOf(id, tariff.audienceSubcategoryId);
              return (
                <TableCell key={id} align="right" sx={{ whiteSpace: 'nowrap' }}>
                  {price === undefined ? '—' : format.money(price.priceCents)}
                </TableCell>
              );
            })}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** The price grid of a performance: price categories down, seat categories across. */
export function PerformancePrices({ performance }: { performance: PerformanceRow }) {
  const text = useText();
  const mayChange = useRight('catalogue.performances:modify');
  const { data: prices = [], isSuccess } = usePrices(performance.id);
  const { data: categories = [] } = useSeatCategories(performance.venueId);
  if (!isSuccess) return null;
  const priced = categories.filter(({ id }) => prices.some((price) => price.seatCategoryId === id));
  return (
    <Section
      title={text('screens.performance.show.prices')}
      action={
        mayChange && (
          <span>
            {prices.length > 0 && <SpreadPrices performance={performance} prices={prices} />}
            <Button
              component={Link}
              to={`/performances/${performance.id}/prices`}
              size="small"
              variant={prices.length === 0 ? 'contained' : 'text'}
            >
              {text('settings.performance.editPrices')}
            </Button>
          </span>
        )
      }
      flush
    >
      {prices.length === 0 ? (
        <Typography color="text.secondary" sx={{ px: 2, pb: 2 }}>
          {text('screens.performance.show.noPrices')}
        </Typography>
      ) : (
        <Grid prices={prices} categories={priced} />
      )}
    </Section>
  );
}
