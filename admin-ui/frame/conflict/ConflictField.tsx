import { Box, FormControlLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { useId } from 'react';
import { useText } from '../../messages/use-text.ts';
import { ToneChip } from '../ToneChip.tsx';
import type { Side, SideRow } from './sides.ts';

/** A row of a conflict as a person reads it. */
export type ShownRow = SideRow & { label: string; mineText: string; theirsText: string };

function Value({ side, value, chosen }: { side: Side; value: string; chosen: boolean }) {
  const text = useText();
  return (
    <FormControlLabel
      value={side}
      control={<Radio size="small" sx={{ alignSelf: 'flex-start', mt: -0.25 }} />}
      label={
        <Box component="span" sx={{ display: 'block' }}>
          <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block' }}>
            {text(`conflict.${side}`)}
          </Typography>
          <Box component="span" sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            {value === '' ? <em>{text('conflict.empty')}</em> : value}
          </Box>
        </Box>
      }
      sx={{
        m: 0,
        p: 1,
        alignItems: 'flex-start',
        border: 1,
        borderRadius: 1.5,
        borderColor: chosen ? 'primary.main' : 'divider',
        bgcolor: chosen ? 'action.selected' : undefined,
      }}
    />
  );
}

/** One field on which two versions differ: mine and theirs side by side, one of them chosen. */
export function ConflictField({
  row,
  chosen,
  onChoose,
}: {
  row: ShownRow;
  chosen: Side;
  onChoose: (side: Side) => void;
}) {
  const text = useText();
  const labelId = useId();
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 0.75 }}>
        <Typography id={labelId} variant="subtitle2" component="h3">
          {row.label}
        </Typography>
        <ToneChip
          tone={row.changedBy === 'both' ? 'warning' : 'info'}
          label={text(`conflict.changedBy.${row.changedBy}`)}
        />
      </Box>
      <RadioGroup
        aria-labelledby={labelId}
        value={chosen}
        onChange={(event) => onChoose(event.target.value === 'mine' ? 'mine' : 'theirs')}
        sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}
      >
        <Value side="mine" value={row.mineText} chosen={chosen === 'mine'} />
        <Value side="theirs" value={row.theirsText} chosen={chosen === 'theirs'} />
      </RadioGroup>
    </Box>
  );
}
