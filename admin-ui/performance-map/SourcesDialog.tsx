import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Link as MuiLink,
  Table,
  TableBody,
  TableCell,
  TableRow,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useDataProvider } from 'react-admin';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { StockSourcesBody } from '../../api/stock/schema.ts';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { holderWords } from './holder-words.ts';

type StockSources = z.output<typeof StockSourcesBody>;

/** Counters that are made of options, blocks and sales. */
export const explainedCounters = ['held', 'ordered', 'sold', 'blocked'] as const;
export type ExplainedCounter = (typeof explainedCounters)[number];

/** A number that is explained: of a whole performance, a category, or a contingent of it. */
export type ExplainedNumber = {
  performanceId: string;
  counter: ExplainedCounter;
  /** What it counts: "Cat1 – Collectivités". */
  name: string;
  /** The number as it is shown: "34 posées". */
  number: string;
  seatCategoryId?: string;
  contingentId?: string;
};

function Sources({ answer }: { answer: StockSources }) {
  const text = useText();
  const format = useFormat();
  if (answer.total === 0) return <Typography>{text('performanceMap.sources.nothing')}</Typography>;
  return (
    <>
      <Typography color="text.secondary">
        {text('performanceMap.sources.sum', {
          quantity: format.number(answer.quantity),
          smart_count: answer.total,
        })}
      </Typography>
      <Table size="small">
        <TableBody>
          {answer.sources.map((source) => (
            <TableRow key={source.id}>
              <TableCell component="th" scope="row" sx={{ overflowWrap: 'anywhere' }}>
                {source.type === 'option' && source.number !== null ? (
                  <MuiLink component={Link} to={`/options/${source.id}/show`}>
                    {text('performanceMap.sources.option', { number: source.number })}
                  </MuiLink>
                ) : (
                  holderWords(text, source)
                )}
                {source.contactName !== null && (
                  <Typography variant="caption" component="div" color="text.secondary">
                    {source.contactName}
                  </Typography>
                )}
              </TableCell>
              <TableCell align="right">{format.number(source.quantity)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {answer.total > answer.sources.length && (
        <Typography variant="body2" color="text.secondary">
          {text('performanceMap.sources.capped', {
            shown: format.number(answer.sources.length),
            total: format.number(answer.total),
          })}
        </Typography>
      )}
    </>
  );
}

/** What makes a number: its options, blocks and sales, each with its part. */
export function SourcesDialog({ asked, onClose }: { asked: ExplainedNumber; onClose: () => void }) {
  const text = useText();
  const titleId = useId();
  const provider = useDataProvider<PlacetDataProvider>();
  const { performanceId, counter, seatCategoryId, contingentId } = asked;
  const query = new URLSearchParams({
    counter,
    ...(seatCategoryId === undefined ? {} : { seatCategoryId }),
    ...(contingentId === undefined ? {} : { contingentId }),
  }).toString();
  const { data, error } = useQuery({
    queryKey: ['stock-sources', performanceId, query],
    queryFn: () => provider.ask<StockSources>(`/performances/${performanceId}/stock-sources?${query}`),
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId} variant="h2">
        {text('performanceMap.sources.title', { name: asked.name, number: asked.number })}
      </DialogTitle>
      <DialogContent aria-busy={data === undefined && error === null} sx={{ minHeight: 80 }}>
        {error !== null && <ProblemAlert failure={error} />}
        {data !== undefined && <Sources answer={data} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {text('performanceMap.sources.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
