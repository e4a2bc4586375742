import {
  Button,
  FormControl,
  FormControlLabel,
  FormLabel,
  Paper,
  Radio,
  RadioGroup,
  Stack,
  TextField,
} from '@mui/material';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { EmptyState } from '../frame/EmptyState.tsx';
import { Section } from '../frame/Facts.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { PageSkeleton } from '../frame/PageSkeleton.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import type { OrderRow } from './basket-record.ts';
import { OrderRows } from './OrderRows.tsx';

type By = 'bookingFileNumber' | 'contactNumber';

/** The orders that are open under a number. */
function Found({ by, number }: { by: By; number: number }) {
  const text = useText();
  const { data, error, isPending } = useGetList<OrderRow>('orders', {
    filter: { [by]: number, state: 'open' },
    pagination: { page: 1, perPage: 50 },
    sort: { field: 'createdAt', order: 'DESC' },
  });
  if (error !== null) return <ProblemAlert failure={error} />;
  if (isPending) return <PageSkeleton />;
  if (data === undefined || data.length === 0) {
    return (
      <Paper variant="outlined" role="status">
        <EmptyState title={text('baskets.resume.none')} body={text('baskets.resume.noneBody')} />
      </Paper>
    );
  }
  return (
    <Section title={text('baskets.resume.found')} flush>
      <OrderRows orders={data} named />
    </Section>
  );
}

/** Straight into the basket: an order by the number of its file or of its contact (seed 004 "Reprise d'option"). */
export function ResumePage() {
  const text = useText();
  const [by, setBy] = useState<By>('bookingFileNumber');
  const [typed, setTyped] = useState('');
  const [invalid, setInvalid] = useState(false);
  const [asked, setAsked] = useState<{ by: By; number: number } | null>(null);
  const submit = () => {
    const number = Number(typed.replaceAll(/\s/g, ''));
    const right = Number.isSafeInteger(number) && number > 0;
    setInvalid(!right);
    setAsked(right ? { by, number } : null);
  };
  return (
    <>
      <PageHeader title={text('baskets.resume.page')} subtitle={text('baskets.resume.intro')} />
      <Stack spacing={2}>
        <Paper
          variant="outlined"
          component="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
          sx={{ p: 2 }}
        >
          <Stack spacing={2} sx={{ alignItems: 'flex-start' }}>
            <FormControl>
              <FormLabel id="resume-by">{text('baskets.resume.by')}</FormLabel>
              <RadioGroup
                row
                aria-labelledby="resume-by"
                value={by}
                onChange={(_event, value) =>
                  setBy(value === 'contactNumber' ? 'contactNumber' : 'bookingFileNumber')
                }
              >
                <FormControlLabel
                  value="bookingFileNumber"
                  control={<Radio />}
                  label={text('baskets.resume.byFile')}
                />
                <FormControlLabel
                  value="contactNumber"
                  control={<Radio />}
                  label={text('baskets.resume.byContact')}
                />
              </RadioGroup>
            </FormControl>
            <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'flex-start' }}>
              <TextField
                label={text(by === 'contactNumber' ? 'baskets.resume.byContact' : 'baskets.resume.byFile')}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                error={invalid}
                helperText={invalid ? text('baskets.resume.invalid') : ' '}
                slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 12 } }}
                autoFocus
              />
              <Button type="submit" variant="contained" sx={{ mt: 0.5 }}>
                {text('baskets.resume.search')}
              </Button>
            </Stack>
          </Stack>
        </Paper>
        {asked !== null && <Found {...asked} />}
      </Stack>
    </>
  );
}
