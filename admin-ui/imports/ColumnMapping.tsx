import {
  Box,
  FormControlLabel,
  FormLabel,
  MenuItem,
  Paper,
  Radio,
  RadioGroup,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { useId } from 'react';
import { useText } from '../messages/use-text.ts';
import { type FileColumns, fieldChoices, type ImportField } from './import-record.ts';
import type { ColumnChoice } from './use-contact-import.ts';

const none = '';
const kinds = ['individual', 'structure'] as const;

/** The title of a column, or its place when it has none. */
export function useColumnTitle(): (title: string, index: number) => string {
  const text = useText();
  return (title, index) => (title === '' ? text('imports.columns.untitled', { number: index + 1 }) : title);
}

/** What is wrong with a mapping, if anything. */
export function mappingFault({ mapping }: ColumnChoice): 'needName' | 'twice' | null {
  const named = mapping.filter((field) => field !== null);
  if (new Set(named).size < named.length) return 'twice';
  return named.includes('name') ? null : 'needName';
}

function FieldSelect({
  label,
  value,
  twice,
  onChange,
}: {
  label: string;
  value: ImportField | null;
  twice: boolean;
  onChange: (field: ImportField | null) => void;
}) {
  const text = useText();
  return (
    <TextField
      select
      fullWidth
      value={value ?? none}
      error={twice}
      helperText={twice ? text('imports.columns.twice') : undefined}
      onChange={(event) => onChange(fieldChoices.find((field) => field === event.target.value) ?? null)}
      slotProps={{ select: { displayEmpty: true }, htmlInput: { 'aria-label': label } }}
      sx={{ minWidth: 170 }}
    >
      <MenuItem value={none}>
        <em>{text('imports.columns.none')}</em>
      </MenuItem>
      {fieldChoices.map((field) => (
        <MenuItem key={field} value={field}>
          {text(`imports.field.${field}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Which field each column holds, beside a few of its values. */
export function ColumnMapping({
  columns,
  choice,
  onChange,
}: {
  columns: FileColumns['columns'];
  choice: ColumnChoice;
  onChange: (choice: ColumnChoice) => void;
}) {
  const text = useText();
  const titleOf = useColumnTitle();
  const kindId = useId();
  const { mapping } = choice;
  return (
    <>
      <Typography>{text('imports.columns.intro')}</Typography>
      <Paper variant="outlined" sx={{ overflowX: 'auto' }}>
        <Table size="small" aria-label={text('imports.steps.columns')}>
          <TableHead>
            <TableRow>
              <TableCell>{text('imports.columns.column')}</TableCell>
              <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
                {text('imports.columns.samples')}
              </TableCell>
              <TableCell>{text('imports.columns.field')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {columns.map(({ title, samples }, index) => {
              const field = mapping[index] ?? null;
              const name = titleOf(title, index);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place; titles may repeat
                <TableRow key={index}>
                  <TableCell component="th" scope="row" sx={{ fontWeight: 600 }}>
                    {name}
                    <Typography
                      variant="body2"
                      color="text.secondary"
                      sx={{ display: { sm: 'none' }, overflowWrap: 'anywhere' }}
                    >
                      {samples[0]}
                    </Typography>
                  </TableCell>
                  <TableCell
                    sx={{ color: 'text.secondary', display: { xs: 'none', sm: 'table-cell' }, maxWidth: 420 }}
                  >
                    <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
                      {samples.join(' · ')}
                    </Box>
                  </TableCell>
                  <TableCell>
                    <FieldSelect
                      label={text('imports.columns.fieldOf', { column: name })}
                      value={field}
                      twice={field !== null && mapping.indexOf(field) !== index}
                      onChange={(chosen) => onChange({ ...choice, mapping: mapping.with(index, chosen) })}
                    />
                  </TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </Paper>
      <div>
        <FormLabel id={kindId}>{text('imports.columns.kind')}</FormLabel>
        <RadioGroup row aria-labelledby={kindId} value={choice.kind}>
          {kinds.map((kind) => (
            <FormControlLabel
              key={kind}
              value={kind}
              control={<Radio size="small" />}
              label={text(`imports.columns.kinds.${kind}`)}
              onChange={() => onChange({ ...choice, kind })}
            />
          ))}
        </RadioGroup>
      </div>
    </>
  );
}
