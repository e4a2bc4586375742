import { Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** The first line of a card: what the record is known by, and its state. */
export function CardHead({ title, chip }: { title: ReactNode; chip: ReactNode }) {
  return (
    <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', gap: 1 }}>
      <Typography sx={{ fontWeight: 650, color: 'primary.main' }}>{title}</Typography>
      {chip}
    </Stack>
  );
}
