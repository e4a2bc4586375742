import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  Typography,
  useMediaQuery,
  useTheme,
} from '@mui/material';
import { useId, useState } from 'react';
import { useText } from '../../messages/use-text.ts';
import { ConflictField, type ShownRow } from './ConflictField.tsx';
import { firstChoice, type Side } from './sides.ts';
import { type Subject, useLastChange } from './use-last-change.ts';

export type ConflictDialogProps = {
  subject: Subject;
  rows: readonly ShownRow[];
  pending: boolean;
  /** Why the record can no longer be changed; null while it can. */
  closed?: string | null;
  /** Saves again, on top of their version, with one side chosen for each field. */
  onSettle: (choice: (name: string) => Side) => void;
  onTakeTheirs: () => void;
  /** Back to the form as it was typed. */
  onBack: () => void;
};

/**
 * Two people changed one record: both versions side by side, what each changed, who and when. Field by field, or all of
 * one side; nothing is saved before one has chosen.
 */
export function ConflictDialog(props: ConflictDialogProps) {
  const { subject, rows, pending, closed = null, onSettle, onTakeTheirs, onBack } = props;
  const text = useText();
  const who = useLastChange(subject);
  const titleId = useId();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('sm'));
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const sideOf = (row: ShownRow): Side => chosen[row.name] ?? firstChoice(row);
  const settle = () => {
    const sides = new Map(rows.map((row) => [row.name, sideOf(row)]));
    onSettle((name) => sides.get(name) ?? 'mine');
  };
  return (
    <Dialog
      open
      onClose={pending ? undefined : onBack}
      aria-labelledby={titleId}
      fullScreen={narrow}
      maxWidth="md"
    >
      <DialogTitle id={titleId} variant="h2" sx={{ pb: 1 }}>
        {text('conflict.title')}
      </DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        <Typography>
          {who} {text('conflict.nothingLost')}
        </Typography>
        {closed !== null && (
          <Alert severity="warning">
            {text('conflict.closed')} {closed}
          </Alert>
        )}
        {closed === null && (
          <Typography color="text.secondary">
            {text(rows.length === 0 ? 'conflict.same' : 'conflict.choose')}
          </Typography>
        )}
        <Stack spacing={2.5}>
          {rows.map((row) => (
            <ConflictField
              key={row.name}
              row={row}
              chosen={sideOf(row)}
              onChoose={(side) => setChosen({ ...chosen, [row.name]: side })}
            />
          ))}
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2, flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={onBack} disabled={pending} color="inherit">
          {text('conflict.back')}
        </Button>
        <Box sx={{ flex: 1 }} />
        <Button onClick={onTakeTheirs} disabled={pending} variant="outlined">
          {text('conflict.takeTheirs')}
        </Button>
        {closed === null && rows.length > 0 && (
          <Button onClick={() => onSettle(() => 'mine')} disabled={pending} variant="outlined">
            {text('conflict.putMine')}
          </Button>
        )}
        {closed === null && (
          <Button onClick={settle} loading={pending} variant="contained" autoFocus>
            {text('conflict.save')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
