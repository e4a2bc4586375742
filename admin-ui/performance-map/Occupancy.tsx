import { Box, Link as MuiLink, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { isContingentStock } from '../performances/performance-record.ts';
import { SeatSwatch } from '../seat-map/SeatSwatch.tsx';
import { useStock } from '../stock/use-stock.ts';
import { OccupancyBar } from './OccupancyBar.tsx';
import { type OccupancyRow, occupancyOf } from './occupancy-rows.ts';
import { type ExplainedNumber, explainedCounters, SourcesDialog } from './SourcesDialog.tsx';
import { stateLook } from './seat-states.ts';

function Row({ row, onExplain }: { row: OccupancyRow; onExplain: (number: ExplainedNumber) => void }) {
  const text = useText();
  const format = useFormat();
  const name = row.seatCategoryId === null ? text('performanceMap.occupancy.total') : row.name;
  return (
    <Box component="li" sx={{ py: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'baseline', mb: 0.5 }}>
        <Typography variant="subtitle2" component="span" sx={{ mr: 'auto' }}>
          {name}
        </Typography>
        <Typography variant="body2" component="span" sx={{ fontWeight: 650 }}>
          {row.free < 0
            ? text('performanceMap.occupancy.over', { count: format.number(-row.free) })
            : `${format.number(row.free)} ${text('performanceMap.occupancy.free')} `}
          {text('performanceMap.occupancy.of', { capacity: format.number(row.capacity) })}
        </Typography>
      </Box>
      <OccupancyBar row={row} height={12} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, mt: 0.5 }}>
        {explainedCounters.map((counter) => {
          const number = `${format.number(row[counter])} ${text(`performanceMap.occupancy.${counter}`)}`;
          return (
            <Box
              key={counter}
              component="span"
              sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center' }}
            >
              <SeatSwatch kind={stateLook(counter)} />
              {row[counter] === 0 ? (
                <Typography variant="body2" component="span">
                  {number}
                </Typography>
              ) : (
                <MuiLink
                  component="button"
                  type="button"
                  variant="body2"
                  onClick={() =>
                    onExplain({
                      performanceId: row.performanceId,
                      counter,
                      name,
                      number,
                      ...(row.seatCategoryId === null ? {} : { seatCategoryId: row.seatCategoryId }),
                    })
                  }
                  sx={{ minHeight: 24 }}
                >
                  {number}
                </MuiLink>
              )}
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}

/** How full a performance is: in all and by category, as bars with their figures; each figure says what makes it. */
export function Occupancy({ performanceId }: { performanceId: string }) {
  const text = useText();
  const { data = [] } = useStock(performanceId);
  const [asked, setAsked] = useState<ExplainedNumber | null>(null);
  const rows = occupancyOf(performanceId, data.filter(isContingentStock));
  if (rows.length === 0) return null;
  return (
    <Stack sx={{ px: 2, pb: 1 }}>
      <Box
        component="ul"
        aria-label={text('performanceMap.occupancy.title')}
        sx={{ m: 0, p: 0, listStyle: 'none' }}
      >
        {rows.map((row) => (
          <Row key={row.seatCategoryId ?? 'total'} row={row} onExplain={setAsked} />
        ))}
      </Box>
      {asked !== null && <SourcesDialog asked={asked} onClose={() => setAsked(null)} />}
    </Stack>
  );
}
