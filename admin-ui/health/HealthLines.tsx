import GoodIcon from '@mui/icons-material/CheckCircleOutlined';
import BrokenIcon from '@mui/icons-material/ErrorOutline';
import LookIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { HealthState } from '../../rules/health/judge.ts';
import { type Tone, ToneChip } from '../frame/ToneChip.tsx';
import { useText } from '../messages/use-text.ts';
import type { HealthLine, Part } from './health-record.ts';

export const healthTones: Readonly<Record<HealthState, Tone>> = {
  good: 'success',
  look: 'warning',
  broken: 'error',
};

const icons = { good: GoodIcon, look: LookIcon, broken: BrokenIcon } as const;
const colours = { good: 'success', look: 'warning', broken: 'error' } as const;

/** The parts of the system, a line each: how it is, in words, and what to do. */
export function HealthLines({
  lines,
  action,
}: {
  lines: readonly HealthLine[];
  /** What may be done about a part. */
  action: (part: Part) => ReactNode;
}) {
  const text = useText();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {lines.map(({ part, state, said, todo }) => {
        const Icon = icons[state];
        return (
          <Box
            component="li"
            key={part}
            sx={{
              display: 'grid',
              gridTemplateColumns: {
                xs: '28px minmax(0, 1fr) auto',
                sm: '28px minmax(0, 1fr) auto auto',
              },
              columnGap: 1.5,
              rowGap: 0.75,
              alignItems: 'center',
              py: 1.25,
              px: 2,
              minHeight: 64,
              '&:not(:last-child)': { borderBottom: 1, borderColor: 'divider' },
            }}
          >
            <Icon color={colours[state]} aria-hidden="true" />
            <Box>
              <Typography variant="subtitle2" component="h3">
                {text(`health.${part}.name`)}
              </Typography>
              <Typography variant="body2" color="text.secondary">
                {said.join(' ')}
              </Typography>
              {todo !== null && (
                <Typography variant="body2">{text('health.todo', { what: todo })}</Typography>
              )}
            </Box>
            <Box sx={{ gridColumn: { xs: 2, sm: 3 }, gridRow: { xs: 2, sm: 1 } }}>{action(part)}</Box>
            <Box sx={{ gridColumn: { xs: 3, sm: 4 }, gridRow: 1, minWidth: { sm: 84 }, textAlign: 'right' }}>
              <ToneChip tone={healthTones[state]} label={text(`health.state.${state}`)} />
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
