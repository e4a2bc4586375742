import {
  Box,
  Button,
  Paper,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { ScrollBox } from '../frame/ScrollBox.tsx';
import { usePortions } from '../frame/use-portions.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { ContingentImportAnswer } from './use-contingent-import.ts';

/** What is at fault in a file, by line and column. */
export function FaultTable({ faults, more }: Pick<ContingentImportAnswer, 'faults' | 'more'>) {
  const text = useText();
  const format = useFormat();
  const { shown, next, showMore } = usePortions(faults.length);
  if (faults.length === 0) return null;
  const caption = text('contingents.file.faults');
  return (
    <Paper variant="outlined">
      <ScrollBox label={caption}>
        <Table size="small" aria-label={caption}>
          <TableHead>
            <TableRow>
              <TableCell align="right">{text('contingents.file.line')}</TableCell>
              <TableCell>{text('contingents.file.column')}</TableCell>
              <TableCell>{text('contingents.file.fault')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {faults.slice(0, shown).map(({ line, column, code, message }) => (
              <TableRow key={`${line} ${column} ${code}`}>
                <TableCell align="right">{format.number(line)}</TableCell>
                <TableCell>{text(`contingents.file.columns.${column}`)}</TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>{message}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </ScrollBox>
      {next > 0 && (
        <Box sx={{ p: 1.5, textAlign: 'center' }}>
          <Button onClick={showMore}>{text('contingents.file.showMore', { smart_count: next })}</Button>
        </Box>
      )}
      {next === 0 && more > 0 && (
        <Typography color="text.secondary" sx={{ p: 1.5 }}>
          {text('contingents.file.notTold', { smart_count: more })}
        </Typography>
      )}
    </Paper>
  );
}
