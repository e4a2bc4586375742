import CloseIcon from '@mui/icons-material/Close';
import { Autocomplete, IconButton, MenuItem, Paper, Stack, TextField } from '@mui/material';
import { useGetList, useGetMany } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { type LineRole, lineRoles, roundings } from '../../rules/catalogue/product-kinds.ts';
import { useCategories } from '../contingents/use-names.ts';
import { useNameText } from '../frame/records/use-record-text.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { PerformanceRow } from '../performances/performance-record.ts';
import { PricesField } from './PricesField.tsx';
import type { ProductLine, ProductRecord } from './product-record.ts';

const page = { page: 1, perPage: 200 };

/** Where the places of a line are had: performances of the season, one of which is chosen, in a category of their venue. */
function Seats({ line, onChange }: { line: ProductLine; onChange: (line: ProductLine) => void }) {
  const text = useText();
  const format = useFormat();
  const nameText = useNameText();
  const seasonId = useWatch<ProductRecord, 'seasonId'>({ name: 'seasonId' }) ?? '';
  const { data: coming = [] } = useGetList<PerformanceRow>(
    'performances',
    { filter: { seasonId, state: 'open' }, pagination: page, sort: { field: 'startsAt', order: 'ASC' } },
    { enabled: seasonId !== '' },
  );
  const { data: chosen = [] } = useGetMany<PerformanceRow>('performances', { ids: line.performanceIds });
  const known = chosen.filter((each) => each !== undefined);
  const venueId = known[0]?.venueId ?? '';
  const categories = useCategories(venueId);
  const choices = [...coming, ...known.filter(({ id }) => !coming.some((each) => each.id === id))];
  const told = (each: PerformanceRow) =>
    `${each.eventName} – ${format.performance(each.startsAt, each.timeZone)}`;
  return (
    <>
      <Autocomplete
        multiple
        options={choices}
        value={choices.filter(({ id }) => line.performanceIds.includes(id))}
        getOptionLabel={told}
        getOptionKey={({ id }) => id}
        isOptionEqualToValue={(one, other) => one.id === other.id}
        onChange={(_event, next) => onChange({ ...line, performanceIds: next.map(({ id }) => id) })}
        renderInput={(input) => (
          <TextField
            {...input}
            label={text('products.performances')}
            helperText={text('products.choiceHelp')}
          />
        )}
        sx={{ flex: 2, minWidth: 0 }}
      />
      <TextField
        select
        label={text('products.category')}
        value={categories.some(({ id }) => id === line.seatCategoryId) ? (line.seatCategoryId ?? '') : ''}
        onChange={({ target }) => onChange({ ...line, seatCategoryId: target.value })}
        sx={{ flex: 1 }}
      >
        {categories.map((category) => (
          <MenuItem key={category.id} value={category.id}>
            {nameText(category)}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}

/** How many come: places per unit, or once per so many units. */
function Amount({ line, onChange }: { line: ProductLine; onChange: (line: ProductLine) => void }) {
  const text = useText();
  const whole = (typed: string) => Math.max(1, Math.trunc(Number(typed)));
  return (
    <>
      <TextField
        type="number"
        label={text('products.quantity')}
        value={line.quantity}
        onChange={({ target }) => onChange({ ...line, quantity: whole(target.value) })}
        slotProps={{ htmlInput: { min: 1 } }}
        sx={{ width: { sm: 110 } }}
      />
      {line.role === 'companion' && (
        <>
          <TextField
            type="number"
            label={text('products.per')}
            value={line.per ?? 1}
            onChange={({ target }) => onChange({ ...line, per: whole(target.value) })}
            slotProps={{ htmlInput: { min: 1 } }}
            sx={{ width: { sm: 110 } }}
          />
          <TextField
            select
            label={text('products.rounding')}
            value={line.rounding ?? 'up'}
            onChange={({ target }) =>
              onChange({ ...line, rounding: target.value === 'down' ? 'down' : 'up' })
            }
            sx={{ width: { sm: 160 } }}
          >
            {roundings.map((rounding) => (
              <MenuItem key={rounding} value={rounding}>
                {text(`products.roundings.${rounding}`)}
              </MenuItem>
            ))}
          </TextField>
        </>
      )}
    </>
  );
}

/** One line of a product: what it is, where it is had, how many, at what price. */
export function LineField(props: {
  line: ProductLine;
  number: number;
  onChange: (line: ProductLine) => void;
  onRemove: () => void;
}) {
  const text = useText();
  const nameText = useNameText();
  const { line, number, onChange } = props;
  const seasonId = useWatch<ProductRecord, 'seasonId'>({ name: 'seasonId' }) ?? '';
  const self = useWatch<ProductRecord, 'id'>({ name: 'id' });
  const { data: products = [] } = useGetList<ProductRecord>(
    'products',
    {
      filter: { seasonId, kind: ['article', 'service', 'visit'] },
      pagination: page,
      sort: { field: 'name', order: 'ASC' },
    },
    { enabled: seasonId !== '' },
  );
  const others = products.filter(({ id }) => id !== self);
  const row = { xs: 'column', sm: 'row' } as const;
  const withRole = (role: LineRole): ProductLine =>
    role === 'companion'
      ? { ...line, role, per: line.per ?? 10, rounding: line.rounding ?? 'up' }
      : { ...line, role, per: null, rounding: null };
  return (
    <Paper
      variant="outlined"
      role="group"
      aria-label={text('products.line', { number })}
      sx={{ p: 1.5, width: '100%' }}
    >
      <Stack spacing={1.5}>
        <Stack direction={row} useFlexGap sx={{ gap: 1, flexWrap: 'wrap' }}>
          <TextField
            label={text('products.lineName')}
            required
            value={line.name}
            onChange={({ target }) => onChange({ ...line, name: target.value })}
            sx={{ flex: 1, minWidth: 200 }}
          />
          <TextField
            select
            label={text('products.role')}
            value={line.role}
            onChange={({ target }) =>
              onChange(withRole(lineRoles.find((role) => role === target.value) ?? 'mandatory'))
            }
            sx={{ width: { sm: 190 } }}
          >
            {lineRoles.map((role) => (
              <MenuItem key={role} value={role}>
                {text(`products.roles.${role}`)}
              </MenuItem>
            ))}
          </TextField>
          <Amount line={line} onChange={onChange} />
          <IconButton
            aria-label={text('products.removeLine', { number })}
            onClick={props.onRemove}
            sx={{ alignSelf: 'center' }}
          >
            <CloseIcon fontSize="small" />
          </IconButton>
        </Stack>
        <Stack direction={row} spacing={1}>
          <TextField
            select
            label={text('products.what')}
            value={line.productId ?? ''}
            onChange={({ target }) =>
              onChange({
                ...line,
                productId: target.value === '' ? null : target.value,
                ...(target.value === '' ? {} : { performanceIds: [], seatCategoryId: null }),
              })
            }
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            sx={{ flex: 1, minWidth: 0 }}
          >
            <MenuItem value="">{text('products.seats')}</MenuItem>
            {others.map((product) => (
              <MenuItem key={product.id} value={product.id}>
                {nameText(product)}
              </MenuItem>
            ))}
          </TextField>
          {line.productId === null && <Seats line={line} onChange={onChange} />}
        </Stack>
        <PricesField
          label={line.name === '' ? text('products.line', { number }) : line.name}
          prices={line.prices}
          onChange={(prices) => onChange({ ...line, prices })}
        />
      </Stack>
    </Paper>
  );
}
