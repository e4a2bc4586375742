import CopyIcon from '@mui/icons-material/ContentCopy';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId } from 'react';
import { useNotify } from 'react-admin';
import { useText } from '../messages/use-text.ts';

/** Shows a new password, once: closing it is the last anybody sees of it. */
export function PasswordDialog({
  name,
  password,
  onClose,
}: {
  name: string;
  password: string;
  onClose: () => void;
}) {
  const text = useText();
  const notify = useNotify();
  const titleId = useId();
  const copy = async () => {
    await navigator.clipboard.writeText(password);
    notify(text('settings.operator.copied'), { type: 'info' });
  };
  return (
    <Dialog open aria-labelledby={titleId}>
      <DialogTitle id={titleId} variant="h2">
        {text('settings.operator.passwordTitle', { name })}
      </DialogTitle>
      <DialogContent>
        <Alert severity="warning">{text('settings.operator.passwordOnce')}</Alert>
        <Box
          component="output"
          sx={{
            display: 'block',
            mt: 2,
            p: 1.5,
            borderRadius: 1,
            bgcolor: 'background.default',
            fontFamily: 'monospace',
            fontSize: '1.125rem',
            overflowWrap: 'anywhere',
          }}
        >
          {password}
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button startIcon={<CopyIcon />} onClick={() => void copy()}>
          {text('settings.operator.copy')}
        </Button>
        <Button variant="contained" onClick={onClose}>
          {text('settings.operator.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
