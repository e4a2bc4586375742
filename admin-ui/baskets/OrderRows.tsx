import {
  Box,
  Link as MuiLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { Link } from 'react-router';
import { ToneChip } from '../frame/ToneChip.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { OrderStateChip } from './BasketStateChip.tsx';
import type { OrderRow } from './basket-record.ts';
import { ResumeButton } from './ResumeButton.tsx';

const wide = { display: { xs: 'none', md: 'table-cell' } };

/** Until when an order is to be paid; an order that is paid or cancelled waits for nothing. */
function PaymentDue({ order }: { order: OrderRow }) {
  const text = useText();
  const format = useFormat();
  if (order.state !== 'open' || order.paymentDueAt === null) return null;
  return (
    <>
      {format.instant(order.paymentDueAt)}{' '}
      {order.overdueAt !== null && <ToneChip tone="error" label={text('baskets.file.overdue')} />}
    </>
  );
}

/** Orders with what is left to pay, each with the way into its basket; `named`: with their contact and file. */
export function OrderRows({ orders, named = false }: { orders: readonly OrderRow[]; named?: boolean }) {
  const text = useText();
  const format = useFormat();
  return (
    <Table size="small" aria-label={text('baskets.file.orders')}>
      <TableHead>
        <TableRow>
          <TableCell>{text('baskets.file.order')}</TableCell>
          <TableCell sx={wide}>{text('baskets.file.dueAt')}</TableCell>
          <TableCell align="right" sx={wide}>
            {text('baskets.file.total')}
          </TableCell>
          <TableCell align="right">{text('baskets.file.due')}</TableCell>
          <TableCell />
        </TableRow>
      </TableHead>
      <TableBody>
        {orders.map((order) => (
          <TableRow key={order.id}>
            <TableCell component="th" scope="row">
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
                <span>{text('baskets.file.orderNumber', { number: order.number })}</span>
                <OrderStateChip state={order.state} />
                {order.insured && <ToneChip tone="info" label={text('optionActs.insured.mark')} />}
                {order.basketId !== null && <ToneChip tone="warning" label={text('baskets.resume.locked')} />}
              </Box>
              {named && (
                <Typography variant="body2" color="text.secondary" component="div">
                  {`${order.contactName} · `}
                  <MuiLink
                    component={Link}
                    to={`/booking-files/${order.bookingFileId}/show`}
                    underline="always"
                  >
                    {text('baskets.file.title', { number: order.bookingFileNumber })}
                  </MuiLink>
                </Typography>
              )}
              <Typography variant="body2" color="text.secondary" sx={{ display: { md: 'none' } }}>
                <PaymentDue order={order} />
              </Typography>
            </TableCell>
            <TableCell sx={wide}>
              <PaymentDue order={order} />
            </TableCell>
            <TableCell align="right" sx={wide}>
              {format.money(order.totalCents, order.currency)}
            </TableCell>
            <TableCell align="right">
              {format.money(Math.max(0, order.totalCents - order.paidCents), order.currency)}
            </TableCell>
            <TableCell align="right">
              <ResumeButton order={order} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
