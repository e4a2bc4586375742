import { Button, Stack } from '@mui/material';
import { useNotify } from 'react-admin';
import { Link, useNavigate } from 'react-router';
import { rightFor } from '../../rules/options/rights.ts';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import type { OrderRow } from './basket-record.ts';
import { useOrderAct } from './use-order-act.ts';

/** Loads an order into a basket and goes there; the way to its basket when it is in one. */
export function ResumeButton({ order, main = false }: { order: OrderRow; main?: boolean }) {
  const text = useText();
  const navigate = useNavigate();
  const notify = useNotify();
  const mayResume = useRight(rightFor('resume'));
  const call = useOrderAct<{ id: string }>(`/orders/${order.id}/resume`, order.version);
  if (order.basketId !== null) {
    return (
      <Button component={Link} to={`/baskets/${order.basketId}/show`} variant="outlined" size="small">
        {text('baskets.resume.toBasket')}
      </Button>
    );
  }
  if (!mayResume || order.state !== 'open') return null;
  const resume = () =>
    call.mutate(
      {},
      {
        onSuccess: ({ id }) => {
          notify(text('baskets.resume.done', { number: order.number }), { type: 'success' });
          void navigate(`/baskets/${id}/show`);
        },
      },
    );
  return (
    <Stack spacing={1} sx={{ alignItems: 'flex-start' }}>
      <Button
        variant={main ? 'contained' : 'outlined'}
        size={main ? 'medium' : 'small'}
        loading={call.isPending}
        onClick={resume}
        aria-label={text('baskets.resume.actOn', { number: order.number })}
      >
        {text('baskets.resume.act')}
      </Button>
      {call.error !== null && <ProblemAlert failure={call.error} />}
    </Stack>
  );
}
