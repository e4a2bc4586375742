import { Box, MenuItem, TextField } from '@mui/material';
import { useListContext } from 'react-admin';
import { type ProgressAxis, progressAxes, statesIn } from '../../rules/options/labels.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { useWithResumed } from './use-resumed-filter.ts';

/** The *Statut pose* that a choice of states stands for; empty when it is another choice. */
function progressOf(states: unknown): ProgressAxis | '' {
  if (!Array.isArray(states)) return '';
  const chosen = [...states].sort().join();
  return progressAxes.find((progress) => statesIn(progress).sort().join() === chosen) ?? '';
}

/** *Statut pose*, which chooses its states, and whether resumed options are listed. */
export function ProgressFilters() {
  const text = useText();
  const { labels } = useFormat();
  const { filterValues, setFilters } = useListContext();
  const [withResumed, setWithResumed] = useWithResumed();
  const { state, ...rest } = filterValues;
  const choose = (value: string) => {
    const progress = progressAxes.find((known) => known === value);
    setFilters(progress === undefined ? rest : { ...rest, state: statesIn(progress) });
  };
  return (
    <>
      <Box sx={{ width: { md: 180 } }}>
        <TextField
          select
          label={text('options.filter.progress')}
          value={progressOf(state)}
          onChange={(event) => choose(event.target.value)}
          fullWidth
        >
          <MenuItem value="">{text('options.filter.all')}</MenuItem>
          {progressAxes.map((progress) => (
            <MenuItem key={progress} value={progress}>
              {labels.progress[progress]}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <Box sx={{ width: { md: 180 } }}>
        <TextField
          select
          label={text('options.filter.resumed')}
          value={withResumed ? 'with' : 'without'}
          onChange={(event) => setWithResumed(event.target.value === 'with')}
          fullWidth
        >
          <MenuItem value="without">{text('options.filter.without')}</MenuItem>
          <MenuItem value="with">{text('options.filter.with')}</MenuItem>
        </TextField>
      </Box>
    </>
  );
}
