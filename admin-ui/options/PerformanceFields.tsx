import CloseIcon from '@mui/icons-material/Close';
import { Button, IconButton, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useEffect } from 'react';
import { AutocompleteInput, ReferenceInput, required, useGetList, useGetOne } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { useNow } from '../frame/use-now.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { PerformanceRow } from '../performances/performance-record.ts';
import { usePerformanceText } from '../performances/use-performance-text.ts';
import { maxFallbacks, type RequestForm } from './request-form.ts';

const isRequired = required('frame.common.required');
const hour = 3_600_000;

/** The filter for what is still to come, kept still within the hour so that lists are not read again all the time. */
function useComing(): { startsAt_gte: string } {
  return { startsAt_gte: new Date(Math.floor(useNow() / hour) * hour).toISOString() };
}

/** The other coming dates of the event of the first choice. */
function useFallbackDates(performanceId: string | null): PerformanceRow[] {
  const coming = useComing();
  const { data: first } = useGetOne<PerformanceRow>(
    'performances',
    { id: performanceId ?? '' },
    { enabled: performanceId !== null && performanceId !== '' },
  );
  const { data = [] } = useGetList<PerformanceRow>(
    'performances',
    {
      filter: { eventId: first?.eventId, ...coming },
      pagination: { page: 1, perPage: 100 },
      sort: { field: 'startsAt', order: 'ASC' },
    },
    { enabled: first !== undefined },
  );
  return first === undefined ? [] : data.filter(({ id, state }) => id !== first.id && state !== 'cancelled');
}

function Fallbacks() {
  const text = useText();
  const format = useFormat();
  const { setValue } = useFormContext<RequestForm>();
  const performanceId = useWatch<RequestForm, 'performanceId'>({ name: 'performanceId' });
  const chosen = useWatch<RequestForm, 'fallbackPerformanceIds'>({ name: 'fallbackPerformanceIds' });
  const dates = useFallbackDates(performanceId);
  const set = (ids: string[]) => setValue('fallbackPerformanceIds', ids, { shouldDirty: true });
  useEffect(() => {
    const still = chosen.filter(
      (id) => id !== performanceId && (dates.length === 0 || dates.some((date) => date.id === id)),
    );
    if (still.length !== chosen.length) setValue('fallbackPerformanceIds', still, { shouldDirty: true });
  }, [chosen, dates, performanceId, setValue]);
  if (performanceId === null || performanceId === '') return null;
  const left = dates.filter(({ id }) => !chosen.includes(id));
  return (
    <Stack spacing={1.25}>
      <Typography variant="body2" color="text.secondary">
        {text(dates.length === 0 ? 'options.form.noFallback' : 'options.form.fallbackHelp')}
      </Typography>
      {chosen.map((id, index) => (
        <Stack key={id} direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          <TextField
            select
            fullWidth
            label={text('options.show.fallback', { rank: index + 1 })}
            value={dates.some((date) => date.id === id) ? id : ''}
            onChange={(event) => set(chosen.map((other) => (other === id ? event.target.value : other)))}
          >
            {dates
              .filter((date) => date.id === id || !chosen.includes(date.id))
              .map((date) => (
                <MenuItem key={date.id} value={date.id}>
                  {`${format.performance(date.startsAt, date.timeZone)} – ${date.venueName}`}
                </MenuItem>
              ))}
          </TextField>
          <IconButton
            aria-label={text('options.form.removeFallback', { rank: index + 1 })}
            onClick={() => set(chosen.filter((other) => other !== id))}
          >
            <CloseIcon fontSize="small" />
          </IconButton>
        </Stack>
      ))}
      {chosen.length < maxFallbacks && left[0] !== undefined && (
        <Button
          size="small"
          sx={{ alignSelf: 'flex-start' }}
          onClick={() => set([...chosen, ...left.slice(0, 1).map(({ id }) => id)])}
        >
          {text('options.form.addFallback')}
        </Button>
      )}
    </Stack>
  );
}

/** The performance asked for, among those to come, and up to three fallback dates of the same event. */
export function PerformanceFields({ withFallbacks }: { withFallbacks: boolean }) {
  const text = useText();
  const performanceText = usePerformanceText();
  const coming = useComing();
  const organisation = useOrganisationFilter();
  return (
    <Stack spacing={2}>
      <ReferenceInput
        source="performanceId"
        reference="performances"
        filter={{ ...coming, ...organisation }}
        sort={{ field: 'startsAt', order: 'ASC' }}
        perPage={30}
      >
        <AutocompleteInput
          label={text('options.form.performance')}
          optionText={performanceText}
          filterToQuery={(q: string) => ({ q })}
          helperText={text('options.form.performanceHelp')}
          validate={isRequired}
          fullWidth
        />
      </ReferenceInput>
      {withFallbacks && <Fallbacks />}
    </Stack>
  );
}
