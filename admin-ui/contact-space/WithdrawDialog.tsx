import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useWords } from './words/use-words.ts';

/** Asks once more before a request is withdrawn. */
export function WithdrawDialog({
  number,
  open,
  busy,
  onKeep,
  onWithdraw,
}: {
  number: number;
  open: boolean;
  busy: boolean;
  onKeep: () => void;
  onWithdraw: () => void;
}) {
  const { words } = useWords();
  return (
    <Dialog open={open} onClose={onKeep} aria-labelledby="withdraw-title">
      <DialogTitle id="withdraw-title">{words.option.confirmTitle(number)}</DialogTitle>
      <DialogContent>{words.option.confirmBody}</DialogContent>
      <DialogActions>
        <Button onClick={onKeep} autoFocus>
          {words.option.keep}
        </Button>
        <Button color="error" variant="contained" loading={busy} onClick={onWithdraw}>
          {words.option.confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
