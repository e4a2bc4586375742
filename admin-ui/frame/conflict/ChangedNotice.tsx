import {
  Alert,
  AlertTitle,
  Box,
  Button,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
} from '@mui/material';
import { useText } from '../../messages/use-text.ts';
import { useSeen } from '../use-seen.ts';
import { type Subject, useLastChange } from './use-last-change.ts';

/** A fact as the person saw it and as it is now, in words. */
export type ChangedFact = { label: string; seen: string; now: string };

export type ChangedNoticeProps = {
  subject: Subject;
  facts: readonly ChangedFact[];
  /** What the person was about to do, when it may still be done. */
  again: { verb: string; onAgain: () => void } | null;
  onClose: () => void;
};

/** Somebody changed the record while a person was deciding: what they saw beside what is so now, who did it, and on. */
export function ChangedNotice({ subject, facts, again, onClose }: ChangedNoticeProps) {
  const text = useText();
  const who = useLastChange(subject);
  const notice = useSeen<HTMLDivElement>(subject.id);
  const shown = (value: string) => (value === '' ? <em>{text('conflict.empty')}</em> : value);
  return (
    <Alert
      ref={notice}
      severity="warning"
      role="alert"
      sx={{ mb: 2, scrollMarginTop: 72, '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}
    >
      <AlertTitle>{text('conflict.title')}</AlertTitle>
      {who}
      {facts.length === 0 ? (
        <Box sx={{ mt: 1 }}>{text('conflict.noDifference')}</Box>
      ) : (
        <Table
          size="small"
          sx={{ mt: 1, maxWidth: 720, '& td, & th': { color: 'inherit', px: 1, whiteSpace: 'pre-line' } }}
        >
          <TableHead>
            <TableRow>
              <TableCell />
              <TableCell>{text('conflict.seen')}</TableCell>
              <TableCell>{text('conflict.now')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {facts.map(({ label, seen, now }) => (
              <TableRow key={label}>
                <TableCell component="th" scope="row">
                  {label}
                </TableCell>
                <TableCell>{shown(seen)}</TableCell>
                <TableCell sx={{ fontWeight: 650 }}>{shown(now)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
        {again !== null && (
          <Button onClick={again.onAgain} variant="outlined" color="inherit" size="small">
            {text('conflict.again', { verb: again.verb })}
          </Button>
        )}
        <Button onClick={onClose} color="inherit" size="small">
          {text('conflict.close')}
        </Button>
      </Box>
    </Alert>
  );
}
