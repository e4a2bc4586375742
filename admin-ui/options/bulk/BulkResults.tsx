import { Link as MuiLink, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { Link } from 'react-router';
import { ScrollBox } from '../../frame/ScrollBox.tsx';
import { useText } from '../../messages/use-text.ts';
import type { OptionRow } from '../option-record.ts';
import { ResultOutcome } from './ResultOutcome.tsx';
import type { BulkResult } from './use-portioned-run.ts';

/** What became of each option, the failures first, each with a link to look into it. */
export function BulkResults({
  options,
  results,
}: {
  options: readonly OptionRow[];
  results: ReadonlyMap<string, BulkResult>;
}) {
  const text = useText();
  const rows = options.flatMap((option) => {
    const result = results.get(option.id);
    return result === undefined ? [] : [{ option, result }];
  });
  const sorted = rows.toSorted((one, other) => Number(one.result.ok) - Number(other.result.ok));
  return (
    <ScrollBox label={text('bulk.results')}>
      <Table size="small" aria-label={text('bulk.results')}>
        <TableHead>
          <TableRow>
            <TableCell>{text('resources.options.fields.number')}</TableCell>
            <TableCell>{text('resources.options.fields.contactName')}</TableCell>
            <TableCell>{text('bulk.outcome')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {sorted.map(({ option, result }) => (
            <TableRow key={option.id}>
              <TableCell sx={{ verticalAlign: 'top' }}>
                <MuiLink component={Link} to={`/options/${option.id}/show`} sx={{ fontWeight: 650 }}>
                  {option.number}
                </MuiLink>
              </TableCell>
              <TableCell sx={{ verticalAlign: 'top' }}>{option.contactName}</TableCell>
              <TableCell>
                <ResultOutcome result={result} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ScrollBox>
  );
}
