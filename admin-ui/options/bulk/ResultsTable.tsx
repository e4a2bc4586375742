import { Link as MuiLink, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { Link } from 'react-router';
import type { OptionKind } from '../../../rules/options/rights.ts';
import { useText } from '../../messages/use-text.ts';
import { doorOf } from '../option-record.ts';
import { ResultOutcome } from './ResultOutcome.tsx';
import type { BulkResult } from './use-portioned-run.ts';

/** What became of an option of a selection; without a number it was not found. */
export type ResultRow = {
  id: string;
  kind: OptionKind;
  number: number | null;
  contactName: string | null;
  result: BulkResult;
};

/** What became of options of a selection, each with the way to it. */
export function ResultsTable({ rows }: { rows: readonly ResultRow[] }) {
  const text = useText();
  return (
    <Table size="small" aria-label={text('bulk.results')}>
      <TableHead>
        <TableRow>
          <TableCell>{text('resources.options.fields.number')}</TableCell>
          <TableCell>{text('resources.options.fields.contactName')}</TableCell>
          <TableCell>{text('bulk.outcome')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ id, kind, number, contactName, result }) => (
          <TableRow key={id}>
            <TableCell sx={{ verticalAlign: 'top' }}>
              {number !== null && (
                <MuiLink component={Link} to={`${doorOf({ id, kind })}/show`} sx={{ fontWeight: 650 }}>
                  {number}
                </MuiLink>
              )}
            </TableCell>
            <TableCell sx={{ verticalAlign: 'top' }}>{contactName}</TableCell>
            <TableCell>
              <ResultOutcome result={result} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
