import { MenuItem, TextField } from '@mui/material';
import { useGetMany, useGetOne } from 'react-admin';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { PerformanceRow } from '../performances/performance-record.ts';
import type { ProductRecord } from './product-record.ts';

/** A line of a product as far as where it may be had is concerned. */
type ChoosableLine = { name: string; productId: string | null; performanceIds: readonly string[] };

type Place = { id: string; label: string };

/** Where a line may be had: performances, or the slots of the visit it is of. */
function useLinePlaces(line: ChoosableLine): readonly Place[] {
  const format = useFormat();
  const of = line.productId ?? '';
  const { data: visit } = useGetOne<ProductRecord>('products', { id: of }, { enabled: of !== '' });
  const { data: performances = [] } = useGetMany<PerformanceRow>('performances', {
    ids: [...line.performanceIds],
  });
  const slots = (visit?.slots ?? []).flatMap((slot) =>
    slot.id === undefined
      ? []
      : [
          {
            id: slot.id,
            label: [format.performance(slot.startsAt, slot.timeZone ?? 'Europe/Paris'), slot.guide]
              .filter((part) => part !== null)
              .join(' – '),
          },
        ],
  );
  const played = performances.flatMap((each) =>
    each === undefined
      ? []
      : [{ id: each.id, label: `${each.eventName} – ${format.performance(each.startsAt, each.timeZone)}` }],
  );
  return of === '' ? played : slots;
}

/** Which of its performances or slots a line is taken at; nothing to choose where there is one. */
export function LineChoice(props: {
  line: ChoosableLine;
  value: string | null;
  /** Places that are not offered. */
  except?: readonly string[];
  onChange: (performanceId: string) => void;
}) {
  const text = useText();
  const places = useLinePlaces(props.line);
  if (places.length < 2) return null;
  return (
    <TextField
      select
      required
      size="small"
      label={`${text('products.option.where')} – ${props.line.name}`}
      value={places.some(({ id }) => id === props.value) ? props.value : ''}
      onChange={({ target }) => props.onChange(target.value ?? '')}
      fullWidth
      sx={{ '& .MuiSelect-select': { whiteSpace: 'normal' } }} // its date is never cut off
    >
      {places.map(({ id, label }) => (
        <MenuItem
          key={id}
          value={id}
          disabled={props.except?.includes(id) === true}
          sx={{ whiteSpace: 'normal' }}
        >
          {label}
        </MenuItem>
      ))}
    </TextField>
  );
}
