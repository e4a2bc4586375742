import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  useMediaQuery,
  useTheme,
} from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useText } from '../messages/use-text.ts';

export type ConfirmDialogProps = {
  open: boolean;
  title: string;
  submit: string;
  /** What the way back is called, where it is not « Annuler ». */
  cancel?: string;
  pending: boolean;
  /** The dialog says why. */
  disabled?: boolean;
  destructive?: boolean;
  wide?: boolean;
  children: ReactNode;
  onCancel: () => void;
  onSubmit: () => void;
};

/** A question before something happens; nothing closes it while the answer is on its way. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    open,
    title,
    submit,
    cancel,
    pending,
    disabled = false,
    destructive = false,
    wide = false,
    children,
    onCancel,
    onSubmit,
  } = props;
  const text = useText();
  const titleId = useId();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('sm'));
  return (
    <Dialog
      open={open}
      onClose={pending ? undefined : onCancel}
      aria-labelledby={titleId}
      fullScreen={narrow && wide}
      maxWidth={wide ? 'md' : 'sm'}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (!pending && !disabled) onSubmit();
        }}
        style={{ display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1 }}
      >
        <DialogTitle id={titleId} variant="h2" sx={{ pb: 1 }}>
          {title}
        </DialogTitle>
        <DialogContent
          sx={{ flex: 1, display: 'flex', flexDirection: 'column', gap: 2, pt: '8px !important' }}
        >
          {children}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onCancel} disabled={pending} color="inherit">
            {cancel ?? text('frame.common.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={destructive ? 'error' : 'primary'}
            loading={pending}
            disabled={disabled}
            autoFocus={destructive === false && wide === false}
          >
            {submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
