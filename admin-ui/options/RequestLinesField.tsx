import { Alert, Box, MenuItem, Skeleton, Stack, TextField, Typography } from '@mui/material';
import { useGetOne } from 'react-admin';
import { useController, useWatch } from 'react-hook-form';
import { ColourDot } from '../frame/ColourDot.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import {
  type PerformanceRow,
  type Price,
  type SeatCategory,
  type StockRow,
  tariffName,
} from '../performances/performance-record.ts';
import { freeIn, usePrices, useSeatCategories, useStock } from '../stock/use-stock.ts';
import { noLine, type RequestForm, type RequestLine, requestedIn } from './request-form.ts';

const unspecified = '';

function wholeNumber(typed: string): number {
  return Math.min(9_999, Math.max(0, Math.trunc(Number(typed)) || 0));
}

function CategoryFields({
  name,
  line,
  prices,
  onChange,
}: {
  name: string;
  line: RequestLine;
  prices: readonly Price[];
  onChange: (line: RequestLine) => void;
}) {
  const text = useText();
  const format = useFormat();
  return (
    <>
      <TextField
        type="number"
        label={text('options.form.number')}
        value={line.quantity === 0 ? '' : line.quantity}
        onChange={(event) => onChange({ ...line, quantity: wholeNumber(event.target.value) })}
        slotProps={{
          htmlInput: {
            min: 0,
            inputMode: 'numeric',
            'aria-label': text('options.form.quantity', { category: name }),
          },
        }}
      />
      <TextField
        type="number"
        label={text('options.form.minimum')}
        value={line.minimum ?? ''}
        disabled={line.quantity === 0}
        onChange={(event) =>
          onChange({ ...line, minimum: event.target.value === '' ? null : wholeNumber(event.target.value) })
        }
        slotProps={{
          htmlInput: {
            min: 1,
            max: line.quantity,
            inputMode: 'numeric',
            'aria-label': text('options.form.minimumIn', { category: name }),
          },
        }}
      />
      <TextField
        select
        label={text('options.show.tariff')}
        value={line.audienceSubcategoryId ?? unspecified}
        disabled={line.quantity === 0}
        onChange={(event) =>
          onChange({
            ...line,
            audienceSubcategoryId: event.target.value === unspecified ? null : event.target.value,
          })
        }
        slotProps={{
          select: {
            displayEmpty: true,
            SelectDisplayProps: { 'aria-label': text('options.form.tariffIn', { category: name }) },
          },
          inputLabel: { shrink: true },
        }}
        sx={{ gridColumn: { xs: '1 / -1', md: 'auto' } }}
      >
        <MenuItem value={unspecified}>{text('optionActs.dialog.defaultTariff')}</MenuItem>
        {prices.map((price) => (
          <MenuItem key={price.audienceSubcategoryId} value={price.audienceSubcategoryId}>
            {`${tariffName(price)} – ${format.money(price.priceCents)}`}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}

function Category({
  category,
  line,
  stock,
  prices,
  onChange,
}: {
  category: SeatCategory;
  line: RequestLine;
  stock: readonly StockRow[];
  prices: readonly Price[];
  onChange: (line: RequestLine) => void;
}) {
  const text = useText();
  const format = useFormat();
  const name = format.name(category);
  const free = freeIn(stock, category.id);
  const open = category.optionAllowed;
  const grid = prices.filter(({ seatCategoryId }) => seatCategoryId === category.id);
  const short = free !== null && line.quantity > free.most;
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gap: 1.25,
        alignItems: 'center',
        gridTemplateColumns: { xs: '1fr 1fr', md: 'minmax(160px, 1.4fr) 110px 110px minmax(170px, 1fr)' },
        py: 1.25,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ gridColumn: { xs: '1 / -1', md: 'auto' } }}>
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          <ColourDot colour={category.colour} />
          <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
        </Stack>
        <Typography variant="body2" sx={{ color: short ? 'error.main' : 'text.secondary' }}>
          {open
            ? text('optionActs.dialog.free', { count: free === null ? '—' : format.number(free.most) })
            : text('options.form.notAllowed')}
        </Typography>
      </Box>
      {open && <CategoryFields name={name} line={line} prices={grid} onChange={onChange} />}
    </Box>
  );
}

function useCategories(performanceId: string | null) {
  const id = performanceId === '' ? null : performanceId;
  const { data: performance } = useGetOne<PerformanceRow>(
    'performances',
    { id: id ?? '' },
    { enabled: id !== null },
  );
  const { data: categories = [], isPending } = useSeatCategories(performance?.venueId);
  const stock = useStock(id);
  const { data: prices = [] } = usePrices(id);
  const rows = stock.data ?? [];
  return {
    isPending: id !== null && (isPending || stock.isPending),
    stock: rows,
    prices,
    categories: categories.filter((category) => rows.some((row) => row.seatCategoryId === category.id)),
  };
}

/** How many places in which category, with what is free beside each. */
export function RequestLinesField({ missing }: { missing: boolean }) {
  const text = useText();
  const format = useFormat();
  const performanceId = useWatch<RequestForm, 'performanceId'>({ name: 'performanceId' });
  const { field } = useController<RequestForm, 'lines'>({ name: 'lines' });
  const { categories, stock, prices, isPending } = useCategories(performanceId);
  if (performanceId === null || performanceId === '') {
    return <Typography color="text.secondary">{text('options.form.choosePerformance')}</Typography>;
  }
  if (isPending) return <Skeleton variant="rounded" height={140} />;
  if (categories.length === 0) return <Alert severity="info">{text('options.form.noCategories')}</Alert>;
  const total = requestedIn(field.value);
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {categories.map((category) => (
          <Category
            key={category.id}
            category={category}
            line={field.value[category.id] ?? noLine}
            stock={stock}
            prices={prices}
            onChange={(line) => field.onChange({ ...field.value, [category.id]: line })}
          />
        ))}
      </Box>
      <Typography sx={{ fontWeight: 650, pt: 1.5, borderTop: 1, borderColor: 'divider' }} aria-live="polite">
        {text('options.form.total', { smart_count: total, count: format.number(total) })}
      </Typography>
      {missing && total === 0 && (
        <Alert severity="error" role="alert" sx={{ mt: 1.5 }}>
          {text('options.form.noLine')}
        </Alert>
      )}
    </>
  );
}
