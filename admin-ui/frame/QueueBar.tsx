import { Box, ButtonBase, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useGetList } from 'react-admin';
import { useFormat } from '../messages/use-format.ts';

/** One queue of a list: what it is called, what waits in it, and whether that presses. */
export function QueueButton({
  label,
  count,
  tone,
  active,
  onOpen,
}: {
  label: string;
  count: string;
  /** The colour of a count that presses; null where nothing does. */
  tone: 'error' | 'warning' | null;
  active: boolean;
  onOpen: () => void;
}) {
  return (
    <ButtonBase
      aria-pressed={active}
      onClick={onOpen}
      sx={{
        flex: 'none',
        px: 1.75,
        py: 1,
        gap: 1,
        borderRadius: 2,
        border: 1,
        borderColor: active ? 'primary.main' : 'divider',
        bgcolor: 'background.paper',
        color: active ? 'primary.main' : 'text.primary',
        '&:hover': { borderColor: 'primary.main' },
      }}
    >
      <Typography component="span" variant="body2" sx={{ fontWeight: active ? 650 : 500 }}>
        {label}
      </Typography>
      <Typography
        component="span"
        variant="body2"
        sx={{
          fontWeight: 700,
          minWidth: 20,
          textAlign: 'right',
          color: tone === null ? undefined : `${tone}.main`,
        }}
      >
        {count}
      </Typography>
    </ButtonBase>
  );
}

/** The queues of a list side by side; on a narrow screen the hand moves them. */
export function QueueBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box
      role="group"
      aria-label={label}
      sx={{ display: 'flex', gap: 1, mb: 2, overflowX: 'auto', p: '3px', m: '-3px', pb: 2 }}
    >
      {children}
    </Box>
  );
}

/** How many records a filter finds, as it is told, and whether there are any. */
export function useQueueTotal(resource: string, filter: object): { count: string; any: boolean } {
  const format = useFormat();
  const { total, meta } = useGetList(resource, {
    filter,
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'id', order: 'ASC' },
  });
  return {
    count: total === undefined ? '…' : `${meta?.capped === true ? '> ' : ''}${format.number(total)}`,
    any: total !== undefined && total > 0,
  };
}
