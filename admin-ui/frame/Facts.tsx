import { Box, Paper, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { ScrollBox } from './ScrollBox.tsx';

export type Fact = { label: string; value: ReactNode };

/** Facts about a record, as pairs; those without a value are left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const known = facts.filter(
    ({ value }) => value !== null && value !== undefined && value !== false && value !== '',
  );
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 150px), 1fr))',
        columnGap: 3,
        rowGap: 1.75,
      }}
    >
      {known.map(({ label, value }) => (
        <Box key={label} sx={{ minWidth: 0 }}>
          <Typography component="dt" variant="body2" color="text.secondary">
            {label}
          </Typography>
          <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            {value}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

/** A part of a page with its own heading. */
export function Section({
  title,
  action,
  children,
  flush = false,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
  /** Without inner margin, for tables. */
  flush?: boolean;
}) {
  const titleId = useId();
  return (
    <Paper component="section" variant="outlined" aria-labelledby={titleId} sx={{ overflow: 'clip' }}>
      <Box
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          alignItems: 'center',
          gap: 1,
          px: 2,
          pt: 1.5,
          pb: flush ? 1 : 0.5,
          minHeight: 44,
        }}
      >
        <Typography id={titleId} variant="h2">
          {title}
        </Typography>
        {action}
      </Box>
      {flush ? (
        <Box sx={{ '& tbody:last-child tr:last-child > *': { borderBottom: 0 } }}>
          <ScrollBox label={title}>{children}</ScrollBox>
        </Box>
      ) : (
        <Box sx={{ px: 2, pb: 2, pt: 0.5 }}>{children}</Box>
      )}
    </Paper>
  );
}
