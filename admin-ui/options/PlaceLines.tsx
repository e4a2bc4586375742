import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import {
  type Price,
  type SeatCategory,
  type StockRow,
  tariffName,
} from '../performances/performance-record.ts';
import { freeIn } from '../stock/use-stock.ts';
import type { PlaceLine } from './place-form.ts';

const byDefault = '';

type LineProps = {
  line: PlaceLine;
  /** Already held by this option in the same category: these seats are free for it. */
  own: number;
  categories: readonly SeatCategory[];
  stock: readonly StockRow[];
  prices: readonly Price[];
  onChange: (line: PlaceLine) => void;
};

function FreeBeside({ line, own, stock }: Pick<LineProps, 'line' | 'own' | 'stock'>) {
  const text = useText();
  const format = useFormat();
  const free = freeIn(stock, line.seatCategoryId);
  if (free === null) return null;
  const short = line.quantity > free.most + own;
  const shares = free.contingents.length > 1 ? free.contingents : [];
  return (
    <Box>
      <Typography variant="body2" sx={{ fontWeight: 600, color: short ? 'error.main' : 'success.main' }}>
        {text('optionActs.dialog.free', { count: format.number(free.most) })}
      </Typography>
      {shares.map(({ id, name, free: left }) => (
        <Typography key={id} variant="caption" component="div" color="text.secondary">
          {text('screens.stock.share', { name, free: format.number(left) })}
        </Typography>
      ))}
      {short && (
        <Typography variant="caption" component="div" color="error">
          {text('optionActs.dialog.tooMany')}
        </Typography>
      )}
    </Box>
  );
}

function Line({ line, own, categories, stock, prices, onChange }: LineProps) {
  const text = useText();
  const format = useFormat();
  const category = categories.find(({ id }) => id === line.seatCategoryId);
  const grid = prices.filter(({ seatCategoryId }) => seatCategoryId === line.seatCategoryId);
  const tariffKnown = grid.some((price) => price.audienceSubcategoryId === line.audienceSubcategoryId);
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          sm: 'minmax(0, 1fr) 120px minmax(0, 1.3fr)',
          md: 'minmax(0, 1fr) 120px minmax(0, 1.3fr) 170px',
        },
        alignItems: 'start',
        py: 1.5,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <TextField
        select
        label={text('options.show.category')}
        value={category === undefined ? '' : line.seatCategoryId}
        onChange={(event) =>
          onChange({ ...line, seatCategoryId: event.target.value, audienceSubcategoryId: null })
        }
        helperText={text('optionActs.dialog.requested', { count: line.requestedQuantity })}
      >
        {categories.map((choice) => (
          <MenuItem key={choice.id} value={choice.id}>
            {format.name(choice)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        type="number"
        label={text('optionActs.dialog.quantity')}
        value={line.quantity}
        onChange={(event) =>
          onChange({ ...line, quantity: Math.max(0, Math.trunc(Number(event.target.value))) })
        }
        slotProps={{ htmlInput: { min: 0, max: 9999, inputMode: 'numeric' } }}
      />
      <TextField
        select
        label={text('options.show.tariff')}
        value={tariffKnown ? line.audienceSubcategoryId : byDefault}
        onChange={(event) =>
          onChange({
            ...line,
            audienceSubcategoryId: event.target.value === byDefault ? null : event.target.value,
          })
        }
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value={byDefault}>{text('optionActs.dialog.defaultTariff')}</MenuItem>
        {grid.map((price) => (
          <MenuItem key={price.audienceSubcategoryId} value={price.audienceSubcategoryId}>
            {`${tariffName(price)} – ${format.money(price.priceCents)}`}
          </MenuItem>
        ))}
      </TextField>
      <FreeBeside line={line} own={own} stock={stock} />
    </Box>
  );
}

/** The lines of a placement: category, quantity, price, and what is free beside. */
export function PlaceLines({
  lines,
  ownIn,
  onChange,
  ...rest
}: Omit<LineProps, 'line' | 'own' | 'onChange'> & {
  lines: readonly PlaceLine[];
  ownIn: (seatCategoryId: string) => number;
  onChange: (lines: PlaceLine[]) => void;
}) {
  return (
    <Box>
      {lines.map((line) => (
        <Line
          key={line.lineId}
          line={line}
          own={ownIn(line.seatCategoryId)}
          onChange={(changed) =>
            onChange(lines.map((other) => (other.lineId === line.lineId ? changed : other)))
          }
          {...rest}
        />
      ))}
    </Box>
  );
}
