import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { z } from 'zod';
import type { ExplainedNumberBody } from '../../api/stock/schema.ts';
import { Section } from '../frame/Facts.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { isContingentStock } from '../performances/performance-record.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useSourceWords } from './use-source-words.ts';
import { useStock } from './use-stock.ts';

type Explained = z.output<typeof ExplainedNumberBody>;

/** What every number of a performance's stock is made of: « Posées 34 = demandes 12 (20), 15 (14) ». */
export function StockSources({ performanceId }: { performanceId: string }) {
  const text = useText();
  const format = useFormat();
  const words = useSourceWords();
  const provider = useDataProvider<PlacetDataProvider>();
  const { data: stock = [] } = useStock(performanceId);
  const { data = [] } = useQuery({
    queryKey: ['stock', performanceId, 'sources'],
    queryFn: () => provider.ask<Explained[]>(`/performances/${performanceId}/stock-numbers`),
  });
  if (data.length === 0) return null;
  const rows = stock.filter(isContingentStock);
  return (
    <Section title={text('screens.stock.sources.title')}>
      {rows.map((row) => {
        const own = data.filter(
          (each) => each.contingentId === row.contingentId && each.seatCategoryId === row.seatCategoryId,
        );
        if (own.length === 0) return null;
        return (
          <Box key={`${row.contingentId} ${row.seatCategoryId}`} sx={{ mb: 1 }}>
            <Typography
              variant="subtitle2"
              component="h3"
            >{`${row.seatCategoryName} · ${row.contingentName}`}</Typography>
            {own.map(({ counter, total, sources, more }) => (
              <Typography key={counter} variant="body2">
                {`${words.counter(counter)} ${format.number(total)} = ${sources
                  .map((each) => `${words.source(each)} (${format.number(each.quantity)})`)
                  .join(', ')}${more === 0 ? '' : text('screens.stock.sources.more', { smart_count: more })}`}
              </Typography>
            ))}
          </Box>
        );
      })}
    </Section>
  );
}
