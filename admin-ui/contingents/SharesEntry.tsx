import AddIcon from '@mui/icons-material/Add';
import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useFormContext, useWatch } from 'react-hook-form';
import type { TemplateShare } from '../../rules/stock/plan-template.ts';
import type { SettingRecord } from '../frame/records/record-kind.ts';
import { useFieldLabel, useNameText } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';
import type { TemplateRecord } from './template-record.ts';
import { useCategories, useContingents } from './use-names.ts';

type Unit = 'places' | 'percent';

const newShare: TemplateShare = {
  seatCategoryId: '',
  contingentId: '',
  quantity: 0,
  percent: null,
  seatIds: null,
};

/** An amount of one kind is none of the others. */
function amountOf(unit: Unit, amount: number): Pick<TemplateShare, 'quantity' | 'percent' | 'seatIds'> {
  const none = { quantity: null, percent: null, seatIds: null };
  return unit === 'places' ? { ...none, quantity: amount } : { ...none, percent: amount };
}

function Amount({ share, onChange }: { share: TemplateShare; onChange: (share: TemplateShare) => void }) {
  const text = useText();
  const unit: Unit = share.percent === null ? 'places' : 'percent';
  const amount = share.quantity ?? share.percent ?? 0;
  if (share.seatIds !== null)
    return (
      <Typography sx={{ flex: 1, alignSelf: 'center' }}>
        {`${share.seatIds.length} ${text('contingents.unit.seats')}`}
      </Typography>
    );
  return (
    <>
      <TextField
        type="number"
        size="small"
        label={text('contingents.template.amount')}
        value={amount}
        onChange={({ target }) =>
          onChange({ ...share, ...amountOf(unit, Math.max(0, Math.trunc(Number(target.value)))) })
        }
        slotProps={{ htmlInput: { min: 0, max: unit === 'percent' ? 100 : 1_000_000 } }}
        sx={{ width: { xs: 'auto', sm: 110 }, flex: { xs: 1, sm: 'none' } }}
      />
      <TextField
        select
        size="small"
        label={text('contingents.template.unit')}
        value={unit}
        onChange={({ target }) =>
          onChange({ ...share, ...amountOf(target.value === 'percent' ? 'percent' : 'places', amount) })
        }
        sx={{ width: 110 }}
      >
        <MenuItem value="places">{text('contingents.unit.places')}</MenuItem>
        <MenuItem value="percent">{text('contingents.unit.percent')}</MenuItem>
      </TextField>
    </>
  );
}

function Choice(props: {
  label: string;
  value: string;
  choices: readonly SettingRecord[];
  onChange: (id: string) => void;
}) {
  const nameText = useNameText();
  const known = props.choices.some(({ id }) => id === props.value);
  return (
    <TextField
      select
      size="small"
      required
      label={props.label}
      value={known ? props.value : ''}
      onChange={({ target }) => props.onChange(target.value)}
      sx={{ flex: 1, minWidth: 0 }}
    >
      {props.choices.map((choice) => (
        <MenuItem key={choice.id} value={choice.id}>
          {nameText(choice)}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** What each contingent has of each category: added, changed, taken out. Seats that are named on the plan are told, and kept. */
export function SharesEntry() {
  const text = useText();
  const label = useFieldLabel();
  const { setValue } = useFormContext<TemplateRecord>();
  const shares = useWatch<TemplateRecord, 'shares'>({ name: 'shares' }) ?? [];
  const venueId = useWatch<TemplateRecord, 'venueId'>({ name: 'venueId' }) ?? '';
  const rest = useWatch<TemplateRecord, 'restContingentId'>({ name: 'restContingentId' }) ?? '';
  const categories = useCategories(venueId);
  const contingents = useContingents().filter(({ id }) => id !== rest);
  const set = (next: readonly TemplateShare[]) => setValue('shares', [...next], { shouldDirty: true });
  const change = (at: number) => (share: TemplateShare) =>
    set(shares.map((each, position) => (position === at ? share : each)));
  return (
    <Box role="group" aria-label={label('shares')}>
      <Stack spacing={1.5}>
        {shares.map((share, at) => (
          <Stack
            // biome-ignore lint/suspicious/noArrayIndexKey: a share has no name of its own, and none is reordered
            key={at}
            direction={{ xs: 'column', sm: 'row' }}
            spacing={1}
            role="group"
            aria-label={text('contingents.template.share', { number: at + 1 })}
          >
            <Choice
              label={label('seatCategoryId')}
              value={share.seatCategoryId}
              choices={categories}
              onChange={(seatCategoryId) => change(at)({ ...share, seatCategoryId })}
            />
            <Choice
              label={text('screens.stock.contingent')}
              value={share.contingentId}
              choices={contingents}
              onChange={(contingentId) => change(at)({ ...share, contingentId })}
            />
            <Stack direction="row" spacing={1}>
              <Amount share={share} onChange={change(at)} />
              <IconButton
                aria-label={text('contingents.template.removeShare', { number: at + 1 })}
                onClick={() => set(shares.filter((_share, position) => position !== at))}
              >
                <CloseIcon fontSize="small" />
              </IconButton>
            </Stack>
          </Stack>
        ))}
      </Stack>
      <Button startIcon={<AddIcon />} onClick={() => set([...shares, newShare])} sx={{ mt: 1.5 }}>
        {text('contingents.template.addShare')}
      </Button>
    </Box>
  );
}
