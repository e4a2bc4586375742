import UndoIcon from '@mui/icons-material/Undo';
import { Button, Paper, Typography } from '@mui/material';
import { useText } from '../messages/use-text.ts';

/** What was painted and is not saved yet: how much, take it back, save it. */
export function UnsavedPaints({
  changed,
  pending,
  onUndo,
  onDiscard,
  onSave,
}: {
  changed: number;
  pending: boolean;
  onUndo: () => void;
  onDiscard: () => void;
  onSave: () => void;
}) {
  const text = useText();
  return (
    <Paper
      variant="outlined"
      sx={{
        px: 1.5,
        py: 1,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        borderColor: 'warning.main',
      }}
    >
      <Typography variant="subtitle2" component="span" sx={{ flex: '1 1 220px' }}>
        {text('seatMap.paint.unsaved', { smart_count: changed })}
      </Typography>
      <Button size="small" startIcon={<UndoIcon />} onClick={onUndo} disabled={pending}>
        {text('seatMap.paint.undo')}
      </Button>
      <Button size="small" color="inherit" onClick={onDiscard} disabled={pending}>
        {text('seatMap.paint.discard')}
      </Button>
      <Button variant="contained" onClick={onSave} loading={pending} disabled={changed === 0}>
        {text('seatMap.paint.save')}
      </Button>
    </Paper>
  );
}
