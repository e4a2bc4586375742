import { MenuItem, TextField } from '@mui/material';
import { type ManagedMoment, managedMoments } from '../../../rules/options/life.ts';
import { useText } from '../../messages/use-text.ts';

/** Chooses a moment at which rules are asked; of the one that nothing asks at yet it says so. */
export function MomentSelect({
  value,
  onChange,
}: {
  value: ManagedMoment;
  onChange: (moment: ManagedMoment) => void;
}) {
  const text = useText();
  return (
    <TextField
      select
      fullWidth
      label={text('studio.dryRun.moment')}
      value={value}
      helperText={value === 'distribution' ? text('studio.dryRun.distribution') : undefined}
      onChange={(event) =>
        onChange(managedMoments.find((known) => known === event.target.value) ?? 'request')
      }
    >
      {managedMoments.map((each) => (
        <MenuItem key={each} value={each}>
          {text(`studio.moment.${each}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
