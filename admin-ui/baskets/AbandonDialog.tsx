import { Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import type { BasketRecord } from './basket-record.ts';
import { useOrderAct } from './use-order-act.ts';

/** Asks before a basket is abandoned. */
export function AbandonDialog({ basket, onClose }: { basket: BasketRecord; onClose: () => void }) {
  const text = useText();
  const notify = useNotify();
  const call = useOrderAct<{ id: string }>(`/baskets/${basket.id}/abandon`, basket.version);
  const submit = () =>
    call.mutate(
      {},
      {
        onSuccess: () => {
          notify(text('baskets.basket.abandonResult'), { type: 'success' });
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      open
      title={text('baskets.basket.abandonTitle')}
      submit={text('baskets.basket.abandon')}
      pending={call.isPending}
      destructive
      onCancel={onClose}
      onSubmit={submit}
    >
      <Typography>{text('baskets.basket.abandonBody')}</Typography>
      {call.error !== null && <ProblemAlert failure={call.error} />}
    </ConfirmDialog>
  );
}
