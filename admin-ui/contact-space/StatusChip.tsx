import Chip from '@mui/material/Chip';
import type { ContactStatus } from '../../rules/options/labels.ts';

type Tone = 'default' | 'info' | 'success' | 'warning' | 'error';

const tones: Readonly<Record<ContactStatus, Tone>> = {
  submitted: 'info',
  'in-progress': 'info',
  accepted: 'success',
  waiting: 'warning',
  refused: 'error',
  settled: 'success',
  lapsed: 'default',
  cancelled: 'default',
};

/** Where an option stands, in the contact's words. */
export function StatusChip({ status, text }: { status: ContactStatus; text: string }) {
  return (
    <Chip
      variant="outlined"
      color={tones[status]}
      label={text}
      sx={{ height: 'auto', '& .MuiChip-label': { whiteSpace: 'normal', py: 0.5 } }}
    />
  );
}
