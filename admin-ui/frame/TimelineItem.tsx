import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** One thing that happened, as a dot on the line that joins it to what happened before. */
export function TimelineItem({ children }: { children: ReactNode }) {
  return (
    <Box
      component="li"
      sx={{
        position: 'relative',
        pl: 2.5,
        pb: 2,
        '&::before': {
          content: '""',
          position: 'absolute',
          left: 0,
          top: 7,
          width: 9,
          height: 9,
          borderRadius: '50%',
          bgcolor: 'primary.main',
        },
        '&:not(:last-child)::after': {
          content: '""',
          position: 'absolute',
          left: 4,
          top: 18,
          bottom: -5,
          width: '1px',
          bgcolor: 'divider',
        },
      }}
    >
      {children}
    </Box>
  );
}
