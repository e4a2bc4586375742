import { TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { ContingentStock, PerformanceRow } from '../performances/performance-record.ts';
import { ContingentField } from './ContingentField.tsx';
import type { SeatVerb } from './SeatVerbDialog.tsx';
import { useContingents } from './use-contingents.ts';
import { type StockVerbCall, useStockVerb } from './use-stock-verb.ts';

const said = { move: 'moved', block: 'blocked', unblock: 'unblocked' } as const;

/** How many places of a row a verb may take. */
export function mostFor(verb: SeatVerb, { free, capacity, held, blocked, ...row }: ContingentStock): number {
  if (verb === 'unblock') return blocked;
  // what is firm and what moves away is of the capacity: overbooking covers neither
  const taken = held + row.ordered + row.sold + blocked + row.allotted + row.recalling;
  return Math.max(0, Math.min(free, capacity - taken));
}

function callOf(
  verb: SeatVerb,
  { seatCategoryId, contingentId }: ContingentStock,
  form: { quantity: number; toContingentId: string; reason: string },
): StockVerbCall {
  const { quantity, toContingentId } = form;
  const reason = form.reason.trim();
  if (verb !== 'move') {
    const body = { seatCategoryId, contingentId, quantity, reason };
    return { verb: verb === 'block' ? 'block-seats' : 'unblock-seats', body };
  }
  const motive = reason === '' ? {} : { reason };
  const body = { seatCategoryId, fromContingentId: contingentId, toContingentId, quantity, ...motive };
  return { verb: 'move-seats', body };
}

/** A verb on a quantity of one contingent in one category: how many, where to or why. */
export function QuantityDialog({
  verb,
  row,
  performance,
  onClose,
}: {
  verb: SeatVerb;
  row: ContingentStock;
  performance: PerformanceRow;
  onClose: () => void;
}) {
  const text = useText();
  const format = useFormat();
  const notify = useNotify();
  const others = useContingents(performance).filter(({ id }) => id !== row.contingentId);
  const [typed, setTyped] = useState('');
  const [toContingentId, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const call = useStockVerb(performance.id);
  const most = mostFor(verb, row);
  const quantity = /^\d{1,7}$/.test(typed.trim()) ? Number(typed.trim()) : 0;
  const faults = {
    quantity: quantity < 1 || quantity > most,
    to: verb === 'move' && toContingentId === '',
    reason: verb !== 'move' && reason.trim() === '',
  };
  const submit = () => {
    setTried(true);
    if (faults.quantity || faults.to || faults.reason) return;
    call.mutate([callOf(verb, row, { quantity, toContingentId, reason })], {
      onSuccess: () => {
        const name = others.find(({ id }) => id === toContingentId)?.name ?? '';
        notify(text(`performanceMap.verb.${said[verb]}`, { smart_count: quantity, name }), {
          type: 'success',
        });
        onClose();
      },
    });
  };
  return (
    <ConfirmDialog
      open
      title={text('performanceMap.quantity.title', {
        verb: text(`performanceMap.verb.${verb}`),
        name: `${row.seatCategoryName} – ${row.contingentName}`,
      })}
      submit={text(`performanceMap.verb.${verb}`)}
      pending={call.isPending}
      onCancel={onClose}
      onSubmit={submit}
    >
      <TextField
        required
        label={text('performanceMap.quantity.field')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={tried && faults.quantity}
        helperText={text('performanceMap.quantity.most', { most: format.number(most) })}
        slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 7 } }}
      />
      {verb === 'move' && (
        <ContingentField
          label={text('performanceMap.verb.to')}
          value={toContingentId}
          choices={others}
          fault={tried && faults.to}
          onChange={setTo}
        />
      )}
      <TextField
        required={verb !== 'move'}
        label={text('performanceMap.verb.motive')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={tried && faults.reason}
        helperText={text(
          tried && faults.reason
            ? 'performanceMap.verb.missing'
            : verb === 'move'
              ? 'performanceMap.verb.motiveOptional'
              : 'performanceMap.verb.motiveHelp',
        )}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      {call.error !== null && <ProblemAlert failure={call.error} />}
    </ConfirmDialog>
  );
}
