import {
  FormControl,
  FormControlLabel,
  FormHelperText,
  FormLabel,
  MenuItem,
  Radio,
  RadioGroup,
  TextField,
} from '@mui/material';
import { useId } from 'react';
import { useGetList } from 'react-admin';
import type { BookingFileRow } from '../baskets/basket-record.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import type { OptionRecord } from './option-record.ts';

/** Which file a validation goes into: a new one, or the option's own (null), or an open one of the contact (its id, empty until chosen). */
export type FileChoice = string | null;

/** Whether no file was chosen where one was asked for. */
export function isFileMissing(choice: FileChoice): boolean {
  return choice === '';
}

/** *Nouveau dossier: oui / non* (seed 004): when no, an open file of the contact is chosen before the validation. */
export function FileField({
  option,
  choice,
  missing,
  onChange,
}: {
  option: OptionRecord;
  choice: FileChoice;
  /** It was asked for and is not there. */
  missing: boolean;
  onChange: (choice: FileChoice) => void;
}) {
  const text = useText();
  const format = useFormat();
  const labelId = useId();
  const mayRead = useRight('orders.orders:read');
  const { data = [] } = useGetList<BookingFileRow>(
    'booking-files',
    {
      filter: { contactId: option.contactId, organisationId: option.organisationId, state: 'open' },
      pagination: { page: 1, perPage: 100 },
      sort: { field: 'createdAt', order: 'DESC' },
    },
    { enabled: mayRead },
  );
  if (!mayRead) return null;
  const others = data.filter(({ id }) => id !== option.bookingFileId);
  const own = option.bookingFileNumber;
  return (
    <FormControl error={missing}>
      <FormLabel id={labelId}>{text('optionActs.file.isNew')}</FormLabel>
      <RadioGroup
        aria-labelledby={labelId}
        value={choice === null ? 'own' : 'other'}
        onChange={(_event, value) => onChange(value === 'own' ? null : (others[0]?.id ?? ''))}
      >
        <FormControlLabel
          value="own"
          control={<Radio />}
          label={own === null ? text('optionActs.file.yes') : text('optionActs.file.own', { number: own })}
        />
        <FormControlLabel
          value="other"
          control={<Radio />}
          disabled={others.length === 0}
          label={text('optionActs.file.no')}
        />
      </RadioGroup>
      {others.length === 0 && <FormHelperText sx={{ mx: 0 }}>{text('optionActs.file.none')}</FormHelperText>}
      {choice !== null && (
        <TextField
          select
          size="small"
          label={text('optionActs.file.choose')}
          value={choice}
          error={missing}
          helperText={missing ? text('optionActs.file.missing') : undefined}
          onChange={(event) => onChange(event.target.value)}
          sx={{ mt: 1 }}
        >
          {others.map(({ id, number, totalCents, currency }) => (
            <MenuItem key={id} value={id}>
              {text('optionActs.file.option', { number, amount: format.money(totalCents, currency) })}
            </MenuItem>
          ))}
        </TextField>
      )}
    </FormControl>
  );
}
