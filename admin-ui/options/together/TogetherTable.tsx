import {
  Box,
  Button,
  Chip,
  Link as MuiLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
  useMediaQuery,
  useTheme,
} from '@mui/material';
import { Link } from 'react-router';
import { ScrollBox } from '../../frame/ScrollBox.tsx';
import { usePortions } from '../../frame/use-portions.ts';
import { When } from '../../frame/When.tsx';
import { unbroken } from '../../messages/unbroken.ts';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import { ResultOutcome } from '../bulk/ResultOutcome.tsx';
import type { BulkResult } from '../bulk/use-portioned-run.ts';
import type { TogetherItem, TogetherPreview } from './together-preview.ts';

type Performances = ReadonlyMap<string, TogetherPreview['performances'][number]>;

/** Rows of seats told of one option; of a large group the rest is counted. */
const mostRows = 5;

function Where({
  item: { placement },
  result,
  performances,
}: {
  item: TogetherItem;
  result: BulkResult | undefined;
  performances: Performances;
}) {
  const text = useText();
  if (placement === null) return null;
  const performance = performances.get(placement.performanceId);
  const isProposed = result === undefined || (result.ok && result.elsewhere !== true);
  const rows = isProposed ? placement.seatRows : [];
  const further = rows.length - mostRows;
  return (
    <>
      {performance !== undefined && (
        <Typography variant="body2" component="div">
          {performance.eventName}, <When startsAt={performance.startsAt} timeZone={performance.timeZone} />
        </Typography>
      )}
      {rows.slice(0, mostRows).map((row) => (
        <Typography key={row} variant="body2">
          {row}
        </Typography>
      ))}
      {further > 0 && (
        <Typography variant="body2">{text('together.moreRows', { smart_count: further })}</Typography>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 0.25, '&:empty': { display: 'none' } }}>
        {placement.choice > 0 && (
          <Chip size="small" label={text('together.fallback', { rank: placement.choice })} />
        )}
        {placement.upgraded && <Chip size="small" color="info" label={text('together.upgraded')} />}
      </Box>
    </>
  );
}

function Why({ item, performances }: { item: TogetherItem; performances: Performances }) {
  const text = useText();
  const format = useFormat();
  if (item.placement !== null) {
    return (
      <Typography variant="body2" color="text.secondary">
        {unbroken(item.placement.reasons.map(({ message }) => message).join(' '))}
      </Typography>
    );
  }
  return item.obstacles.map(({ performanceId, reasons }) => {
    const performance = performances.get(performanceId ?? '');
    const date = performance === undefined ? '' : format.instant(performance.startsAt, performance.timeZone);
    return (
      <Typography key={performanceId ?? ''} variant="body2" color="error">
        {date !== '' && `${text('together.onDate', { date })} `}
        {unbroken(reasons.map(({ message }) => message).join(' '))}
      </Typography>
    );
  });
}

/** What needs a look comes first: failures, then what has no solution. */
function urgency(item: TogetherItem, result: BulkResult | undefined): number {
  if (result !== undefined) return result.ok ? 2 : 0;
  return item.placement === null ? 1 : 2;
}

/** Each option of a list: where it would be placed and why, or why not; once done, what became of it. */
export function TogetherTable({
  preview,
  results,
}: {
  preview: TogetherPreview;
  results: ReadonlyMap<string, BulkResult>;
}) {
  const text = useText();
  const format = useFormat();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('sm'));
  const performances: Performances = new Map(preview.performances.map((each) => [each.id, each]));
  const sorted = preview.items.toSorted(
    (one, other) => urgency(one, results.get(one.id)) - urgency(other, results.get(other.id)),
  );
  const { shown, hidden, showMore } = usePortions(sorted.length);
  return (
    <>
      <ScrollBox label={text('together.items')}>
        <Table size="small" aria-label={text('together.items')} sx={{ '& td': { verticalAlign: 'top' } }}>
          <TableHead>
            <TableRow>
              <TableCell>{text('resources.options.fields.number')}</TableCell>
              <TableCell>{text('resources.options.fields.contactName')}</TableCell>
              <TableCell align="right">{text('together.quantity')}</TableCell>
              <TableCell sx={{ minWidth: { sm: 190 } }}>{text('together.where')}</TableCell>
              {!narrow && <TableCell sx={{ minWidth: 220 }}>{text('together.why')}</TableCell>}
            </TableRow>
          </TableHead>
          <TableBody>
            {sorted.slice(0, shown).map((item) => {
              const result = results.get(item.id);
              const why =
                result === undefined ? (
                  <Why item={item} performances={performances} />
                ) : (
                  <ResultOutcome result={result} />
                );
              return (
                <TableRow key={item.id}>
                  <TableCell>
                    {item.number === null ? (
                      '—'
                    ) : (
                      <MuiLink component={Link} to={`/options/${item.id}/show`} sx={{ fontWeight: 650 }}>
                        {item.number}
                      </MuiLink>
                    )}
                  </TableCell>
                  <TableCell>{item.contactName ?? text('together.outOfReach')}</TableCell>
                  <TableCell align="right">{format.number(item.quantity)}</TableCell>
                  <TableCell>
                    <Where item={item} result={result} performances={performances} />
                    {narrow && why}
                  </TableCell>
                  {!narrow && <TableCell>{why}</TableCell>}
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </ScrollBox>
      {hidden > 0 && (
        <Button onClick={showMore} sx={{ alignSelf: 'center' }}>
          {text('together.more', { count: format.number(hidden) })}
        </Button>
      )}
    </>
  );
}
