import { Box, Typography } from '@mui/material';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { type PerformanceRow, performanceKind } from '../performances/performance-record.ts';
import type { TemplateOutcome } from './use-apply-template.ts';

/** Performance by performance: what changes, or why it cannot; what cannot comes first. */
export function OutcomeList({
  outcomes,
  performances,
  nameOf,
}: {
  outcomes: readonly TemplateOutcome[];
  performances: readonly PerformanceRow[];
  nameOf: (id: string) => string;
}) {
  const text = useText();
  const format = useFormat();
  const byId = new Map(performances.map((performance) => [performance.id, performance]));
  const refusedFirst = outcomes.toSorted(
    (one, other) => Number(one.reasons.length === 0) - Number(other.reasons.length === 0),
  );
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {refusedFirst.map(({ performanceId, changes, reasons }) => {
        const performance = byId.get(performanceId);
        return (
          <Box
            component="li"
            key={performanceId}
            sx={{ py: 1, borderBottom: 1, borderColor: 'divider', overflowWrap: 'anywhere' }}
          >
            <Typography sx={{ fontWeight: 650 }}>
              {performance === undefined ? '' : performanceKind.name(performance, format)}
            </Typography>
            {reasons.map((reason) => (
              <Typography key={reason} variant="body2" color="error">
                {reason}
              </Typography>
            ))}
            {reasons.length === 0 && changes.length === 0 && (
              <Typography variant="body2" color="text.secondary">
                {text('contingents.template.same')}
              </Typography>
            )}
            {reasons.length === 0 &&
              changes.map(({ seatCategoryId, contingentId, before, after }) => (
                <Typography key={`${seatCategoryId}/${contingentId}`} variant="body2">
                  {text('contingents.template.change', {
                    category: nameOf(seatCategoryId),
                    contingent: nameOf(contingentId),
                    before,
                    after,
                  })}
                </Typography>
              ))}
          </Box>
        );
      })}
    </Box>
  );
}
