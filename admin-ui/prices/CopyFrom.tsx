import { Autocomplete, Box, TextField } from '@mui/material';
import { useState } from 'react';
import { useGetList, useNotify } from 'react-admin';
import type { GridValues } from '../frame/grid/ValueGrid.tsx';
import { useDebounced } from '../frame/use-debounced.ts';
import { useText } from '../messages/use-text.ts';
import type { PerformanceRow } from '../performances/performance-record.ts';
import { usePerformanceText } from '../performances/use-performance-text.ts';
import { problemOf } from '../provider/problem.ts';

/** Fills the cells from another performance of the same venue; nothing is saved by it. */
export function CopyFrom({
  performance,
  readOther,
  onCopied,
}: {
  performance: PerformanceRow;
  readOther: (performanceId: string) => Promise<GridValues>;
  onCopied: (values: GridValues) => void;
}) {
  const text = useText();
  const notify = useNotify();
  const performanceText = usePerformanceText();
  const [typed, setTyped] = useState('');
  const [reading, setReading] = useState(false);
  const q = useDebounced(typed);
  const { data = [], isFetching } = useGetList<PerformanceRow>('performances', {
    filter: { venueId: performance.venueId, ...(q === '' ? {} : { q }) },
    pagination: { page: 1, perPage: 30 },
    sort: { field: 'startsAt', order: 'DESC' },
  });
  const copy = async (other: PerformanceRow) => {
    setReading(true);
    try {
      const values = await readOther(other.id);
      const nothing = Object.keys(values).length === 0;
      notify(
        text(nothing ? 'settings.grid.copyNothing' : 'settings.grid.copied', {
          name: performanceText(other),
        }),
        { type: nothing ? 'warning' : 'info' },
      );
      onCopied(values);
    } catch (failure) {
      notify(problemOf(failure).title ?? text('frame.failure.unexpected'), { type: 'error' });
    } finally {
      setReading(false);
    }
  };
  return (
    <Box sx={{ maxWidth: 560 }}>
      <Autocomplete
        options={data.filter(({ id }) => id !== performance.id)}
        loading={isFetching || reading}
        disabled={reading}
        filterOptions={(options) => options}
        getOptionLabel={(other) => performanceText(other)}
        getOptionKey={({ id }) => id}
        isOptionEqualToValue={(option, current) => option.id === current.id}
        onInputChange={(_, input, reason) => setTyped(reason === 'input' ? input : '')}
        onChange={(_, other) => {
          if (other !== null) void copy(other);
        }}
        renderInput={(params) => (
          <TextField
            {...params}
            label={text('settings.grid.copy')}
            helperText={text('settings.grid.copyHelp')}
          />
        )}
      />
    </Box>
  );
}
