import {
  Box,
  Button,
  ButtonBase,
  Link as MuiLink,
  Paper,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router';
import { ScrollBox } from '../frame/ScrollBox.tsx';
import { type Tone, ToneChip } from '../frame/ToneChip.tsx';
import { usePortions } from '../frame/use-portions.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { type ImportRow, isFieldWord, isInQueue, type RowQueue, rowQueues } from './import-record.ts';

const tones: Readonly<Record<ImportRow['outcome'], Tone>> = {
  created: 'success',
  updated: 'info',
  unchanged: 'neutral',
  rejected: 'error',
};

function Duplicate({
  of: { because, contactId, number, line, name },
}: {
  of: ImportRow['duplicates'][number];
}) {
  const text = useText();
  const who =
    number === null
      ? text('imports.rows.atLine', { name, line: line ?? 0 })
      : text('imports.rows.contact', { name, number });
  return (
    <Typography variant="body2" color="warning.main">
      {`${text(`imports.rows.duplicate.${because}`)} `}
      {contactId === null ? (
        who
      ) : (
        <MuiLink
          component={Link}
          to={`/contacts/${contactId}/show`}
          target="_blank"
          color="inherit"
          underline="always"
        >
          {who}
        </MuiLink>
      )}
    </Typography>
  );
}

/** On a telephone the name stands above the details. */
const wideOnly = { display: { xs: 'none', sm: 'table-cell' } };

function Name({ row: { contactId, name } }: { row: ImportRow }) {
  if (contactId === null) return name || '—';
  return (
    <MuiLink component={Link} to={`/contacts/${contactId}/show`}>
      {name}
    </MuiLink>
  );
}

function Notes({ row }: { row: ImportRow }) {
  const text = useText();
  const fields = row.fields.filter(isFieldWord).map((field) => text(`imports.field.${field}`));
  return (
    <>
      {row.reasons.map(({ message }) => (
        <Typography key={message} variant="body2" color="error">
          {message}
        </Typography>
      ))}
      {row.remarks.map(({ message }) => (
        <Typography key={message} variant="body2" color="text.secondary">
          {message}
        </Typography>
      ))}
      {row.duplicates.map((duplicate) => (
        <Duplicate key={`${duplicate.because} ${duplicate.number} ${duplicate.line}`} of={duplicate} />
      ))}
      {row.outcome === 'updated' && (
        <Typography variant="body2">{text('imports.rows.fields', { fields: fields.join(', ') })}</Typography>
      )}
    </>
  );
}

function Queues({
  rows,
  queue,
  words,
  onChoose,
}: {
  rows: readonly ImportRow[];
  queue: RowQueue;
  words: 'would' | 'outcome';
  onChoose: (queue: RowQueue) => void;
}) {
  const text = useText();
  const format = useFormat();
  return (
    <Box
      role="group"
      aria-label={text('imports.rows.filter')}
      sx={{ display: 'flex', gap: 1, overflowX: 'auto', p: '3px', m: '-3px' }}
    >
      {rowQueues.map((name) => (
        <ButtonBase
          key={name}
          aria-pressed={queue === name}
          onClick={() => onChoose(name)}
          sx={{
            flex: 'none',
            px: 1.5,
            py: 0.75,
            gap: 1,
            borderRadius: 2,
            border: 1,
            borderColor: queue === name ? 'primary.main' : 'divider',
            color: queue === name ? 'primary.main' : 'text.primary',
            bgcolor: 'background.paper',
          }}
        >
          <Typography component="span" variant="body2">
            {text(`imports.${words}.${name}`)}
          </Typography>
          <Typography component="span" variant="body2" sx={{ fontWeight: 700 }}>
            {format.number(rows.filter((row) => isInQueue(row, name)).length)}
          </Typography>
        </ButtonBase>
      ))}
    </Box>
  );
}

/** What each row does or did, by queue, those that want to be looked at first. */
export function ImportRows({ rows, words }: { rows: readonly ImportRow[]; words: 'would' | 'outcome' }) {
  const text = useText();
  const [queue, setQueue] = useState<RowQueue>(() =>
    rows.some((row) => isInQueue(row, 'attention')) ? 'attention' : 'all',
  );
  const chosen = rows.filter((row) => isInQueue(row, queue));
  const { shown, next, showMore, startAgain } = usePortions(chosen.length);
  return (
    <>
      <Queues
        rows={rows}
        queue={queue}
        words={words}
        onChoose={(name) => {
          setQueue(name);
          startAgain();
        }}
      />
      <Paper variant="outlined">
        {chosen.length === 0 ? (
          <Typography color="text.secondary" sx={{ p: 2 }}>
            {text('imports.rows.none')}
          </Typography>
        ) : (
          <ScrollBox label={text('imports.rows.caption')}>
            <Table size="small" aria-label={text('imports.rows.caption')}>
              <TableHead>
                <TableRow>
                  <TableCell align="right">{text('imports.rows.line')}</TableCell>
                  <TableCell>{text('imports.rows.outcome')}</TableCell>
                  <TableCell sx={wideOnly}>{text('imports.rows.name')}</TableCell>
                  <TableCell>{text('imports.rows.notes')}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {chosen.slice(0, shown).map((row) => (
                  <TableRow key={row.line} sx={{ '& td': { verticalAlign: 'top' } }}>
                    <TableCell align="right">{row.line}</TableCell>
                    <TableCell>
                      <ToneChip label={text(`imports.${words}.${row.outcome}`)} tone={tones[row.outcome]} />
                    </TableCell>
                    <TableCell sx={wideOnly}>
                      <Name row={row} />
                    </TableCell>
                    <TableCell sx={{ minWidth: { sm: 220 }, overflowWrap: 'anywhere' }}>
                      <Box sx={{ display: { sm: 'none' }, fontWeight: 600 }}>
                        <Name row={row} />
                      </Box>
                      <Notes row={row} />
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </ScrollBox>
        )}
        {next > 0 && (
          <Box sx={{ p: 1.5, textAlign: 'center' }}>
            <Button onClick={showMore}>{text('imports.rows.more', { count: next })}</Button>
          </Box>
        )}
      </Paper>
    </>
  );
}
