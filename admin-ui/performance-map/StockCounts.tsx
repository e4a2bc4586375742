import { Box, Link as MuiLink, Typography } from '@mui/material';
import { useState } from 'react';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { type ContingentStock, isContingentStock } from '../performances/performance-record.ts';
import { SeatSwatch } from '../seat-map/SeatSwatch.tsx';
import { useStock } from '../stock/use-stock.ts';
import {
  type ExplainedCounter,
  type ExplainedNumber,
  explainedCounters,
  SourcesDialog,
} from './SourcesDialog.tsx';
import { stateLook } from './seat-states.ts';
import { pollMs } from './use-performance-seats.ts';

/** One counter of a row, with the way to what makes it. */
function Counter({
  row,
  counter,
  onExplain,
}: {
  row: ContingentStock & { performanceId: string };
  counter: ExplainedCounter;
  onExplain: (number: ExplainedNumber) => void;
}) {
  const text = useText();
  const format = useFormat();
  const number = `${format.number(row[counter])} ${text(`performanceMap.occupancy.${counter}`)}`;
  const { performanceId, seatCategoryId, contingentId } = row;
  const name = `${row.seatCategoryName} – ${row.contingentName}`;
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center' }}>
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
          onClick={() => onExplain({ performanceId, counter, name, number, seatCategoryId, contingentId })}
          sx={{ minHeight: 24 }}
        >
          {number}
        </MuiLink>
      )}
    </Box>
  );
}

/** The counters of a performance by category and contingent, beside the map; each number says what it is made of. */
export function StockCounts({ performanceId }: { performanceId: string }) {
  const text = useText();
  const format = useFormat();
  const { data = [] } = useStock(performanceId, pollMs);
  const [asked, setAsked] = useState<ExplainedNumber | null>(null);
  const open = data.filter(isContingentStock);
  const title = text('performanceMap.counts');
  return (
    <Box>
      <Typography variant="subtitle2" component="h3">
        {title}
      </Typography>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ m: 0 }}>
        {text('performanceMap.countsHelp')}
      </Typography>
      <Box component="ul" aria-label={title} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {open.map((row) => (
          <Box
            key={`${row.seatCategoryId} ${row.contingentId}`}
            component="li"
            sx={{ py: 0.75, borderBottom: 1, borderColor: 'divider' }}
          >
            <Typography variant="body2" component="div" sx={{ fontWeight: 650 }}>
              {`${row.seatCategoryName} – ${row.contingentName}`}
            </Typography>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
              <Typography variant="body2" component="span">
                {row.free < 0
                  ? text('screens.stock.over', { count: format.number(-row.free) })
                  : `${format.number(row.free)} ${text('performanceMap.occupancy.free')}`}
              </Typography>
              {explainedCounters.map((counter) => (
                <Counter
                  key={counter}
                  row={{ ...row, performanceId }}
                  counter={counter}
                  onExplain={setAsked}
                />
              ))}
            </Box>
          </Box>
        ))}
      </Box>
      {asked !== null && <SourcesDialog asked={asked} onClose={() => setAsked(null)} />}
    </Box>
  );
}
