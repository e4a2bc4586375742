import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** What a page says when it has nothing to show: why, and what to do. */
export function EmptyState({ title, body, action }: { title: string; body: string; action?: ReactNode }) {
  return (
    <Box sx={{ textAlign: 'center', px: 3, py: { xs: 5, md: 8 }, maxWidth: 520, mx: 'auto' }}>
      <Typography variant="h2" component="p" gutterBottom>
        {title}
      </Typography>
      <Typography color="text.secondary" sx={{ mb: action === undefined ? 0 : 2.5 }}>
        {body}
      </Typography>
      {action}
    </Box>
  );
}
