import { Alert, MenuItem, TextField, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import type { ConfigurationRecord } from '../halls/hall-record.ts';
import { cityOf, useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { VenueInstantField } from '../options/VenueInstantField.tsx';
import type { PerformanceRow } from './performance-record.ts';
import type { ChangeVerb, ChangeWish } from './use-performance-change.ts';

/** The words of each verb. */
export const changeWords = {
  'move-performance': 'move',
  'change-configuration': 'configuration',
  'cancel-performance': 'cancel',
} as const satisfies Record<ChangeVerb, string>;

type FormProps = {
  performance: PerformanceRow;
  verb: ChangeVerb;
  wish: ChangeWish;
  missing: boolean;
  onChange: (wish: ChangeWish) => void;
};

/** The other configurations of the venue that a performance may take. */
function ConfigurationChoice({ performance, wish, missing, onChange }: FormProps) {
  const text = useText();
  const format = useFormat();
  const { data = [], isPending } = useGetList<ConfigurationRecord & { spaceName: string }>(
    'logical-configurations',
    {
      filter: { venueId: performance.venueId, state: 'valid' },
      sort: { field: 'name', order: 'ASC' },
      pagination: { page: 1, perPage: 200 },
    },
  );
  const others = data.filter(({ id }) => id !== performance.configurationId);
  const lacks = missing && wish.configurationId === null;
  if (!isPending && others.length === 0)
    return (
      <Alert severity="info">
        {text('performanceChange.configuration.noOther', { venue: performance.venueName })}
      </Alert>
    );
  const told = ({ name, spaceName, numbered, planRevision, capacity }: (typeof others)[number]) =>
    [
      `${spaceName} – ${name}`,
      numbered
        ? text('performanceChange.configuration.numbered', { revision: planRevision ?? 1 })
        : text('performanceChange.configuration.counted'),
      text('performanceChange.configuration.capacity', { count: format.number(capacity) }),
    ].join(' · ');
  return (
    <TextField
      select
      required
      label={text('performanceChange.configuration.choice')}
      error={lacks}
      helperText={text(
        lacks
          ? 'performanceChange.configuration.choiceMissing'
          : 'performanceChange.configuration.choiceHelp',
      )}
      value={wish.configurationId ?? ''}
      disabled={isPending}
      onChange={(event) => onChange({ ...wish, configurationId: event.target.value })}
      slotProps={{ select: { SelectDisplayProps: { style: { whiteSpace: 'normal' } } } }}
    >
      {others.map((each) => (
        <MenuItem key={each.id} value={String(each.id)} sx={{ whiteSpace: 'normal' }}>
          {told(each)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function StartChoice({ performance, wish, missing, onChange }: FormProps) {
  const text = useText();
  const lacks = missing && wish.startsAt === null;
  return (
    <VenueInstantField
      label={text('performanceChange.move.startsAt')}
      help={
        lacks
          ? text('performanceChange.move.startsAtMissing')
          : `${text('frame.common.localTime', { city: cityOf(performance.timeZone) })}.`
      }
      error={lacks}
      value={wish.startsAt}
      timeZone={performance.timeZone}
      onChange={(startsAt) => onChange({ ...wish, startsAt })}
    />
  );
}

/** What is asked before anybody is told who is affected: to what, and why. */
export function PerformanceChangeForm(props: FormProps) {
  const { verb, wish, missing, onChange } = props;
  const text = useText();
  const words = changeWords[verb];
  const told = verb === 'cancel-performance';
  const lacks = missing && told;
  return (
    <>
      <Typography>{text(`performanceChange.${words}.body`)}</Typography>
      <Typography color="text.secondary">{text(`performanceChange.${words}.letters`)}</Typography>
      {verb === 'move-performance' && <StartChoice {...props} />}
      {verb === 'change-configuration' && <ConfigurationChoice {...props} />}
      <TextField
        label={text(`performanceChange.${words}.reason`)}
        helperText={text(
          lacks ? 'performanceChange.cancel.reasonMissing' : `performanceChange.${words}.reasonHelp`,
        )}
        error={lacks}
        required={told}
        value={wish.reason}
        onChange={(event) => onChange({ ...wish, reason: event.target.value })}
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
    </>
  );
}
