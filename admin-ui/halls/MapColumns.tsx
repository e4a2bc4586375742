import { Box, Stack } from '@mui/material';
import type { ReactNode } from 'react';

/** A map with what explains it on its right; under it when narrow. */
export function MapColumns({ map, aside }: { map: ReactNode; aside: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        columnGap: 3,
        rowGap: 1.5,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 300px' },
      }}
    >
      <Stack spacing={1}>{map}</Stack>
      <Stack spacing={2}>{aside}</Stack>
    </Box>
  );
}
