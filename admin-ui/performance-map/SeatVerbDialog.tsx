import { Alert, Button, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { PerformanceRow } from '../performances/performance-record.ts';
import type { SeatColumns } from '../seat-map/seat-geometry.ts';
import { ContingentField } from './ContingentField.tsx';
import { planSeatLabel } from './holder-words.ts';
import { seatsByStock, seatsInState } from './seat-states.ts';
import { useContingents } from './use-contingents.ts';
import type { PerformanceSeats } from './use-performance-seats.ts';
import { type StockVerbCall, useStockVerb } from './use-stock-verb.ts';

/** What may be done with selected seats. */
export type SeatVerb = 'move' | 'block' | 'unblock';

const said = { move: 'moved', block: 'blocked', unblock: 'unblocked' } as const;

type Answers = { contingentId: string; reason: string };

/** The requests of a verb: moving takes the seats of one category and one contingent at a time. */
function callsOf(
  verb: SeatVerb,
  plan: SeatColumns,
  told: PerformanceSeats,
  selection: ReadonlySet<number>,
  { contingentId, reason }: Answers,
): StockVerbCall[] {
  const motive = reason.trim();
  if (verb !== 'move') {
    const seatIds = [...selection].flatMap((seat) => plan.seats.id[seat] ?? []);
    return [{ verb: verb === 'block' ? 'block-seats' : 'unblock-seats', body: { seatIds, reason: motive } }];
  }
  return seatsByStock(plan, told, selection)
    .filter(({ row }) => row.contingentId !== contingentId)
    .map(({ row, seatIds }) => ({
      verb: 'move-seats',
      body: {
        seatCategoryId: row.seatCategoryId,
        fromContingentId: row.contingentId,
        toContingentId: contingentId,
        seatIds,
        ...(motive === '' ? {} : { reason: motive }),
      },
    }));
}

function seatsOf(call: StockVerbCall | undefined): readonly string[] {
  const seatIds = call?.body.seatIds;
  return Array.isArray(seatIds) ? seatIds.filter((id) => typeof id === 'string') : [];
}

/** Asks what a verb on selected seats needs, does it, and says in words which seats are at fault when it is refused. */
export function SeatVerbDialog({
  verb,
  performance,
  plan,
  told,
  selection,
  onSelect,
  onClose,
}: {
  verb: SeatVerb;
  performance: PerformanceRow;
  plan: SeatColumns;
  told: PerformanceSeats;
  selection: ReadonlySet<number>;
  onSelect: (selection: ReadonlySet<number>) => void;
  onClose: () => void;
}) {
  const text = useText();
  const format = useFormat();
  const notify = useNotify();
  const contingents = useContingents(performance);
  const [answers, setAnswers] = useState<Answers>({ contingentId: '', reason: '' });
  const [tried, setTried] = useState(false);
  const [parts, setParts] = useState<readonly StockVerbCall[]>([]);
  const call = useStockVerb(performance.id, (done) => setParts((before) => [...before, done]));
  const states = verb === 'unblock' ? (['blocked'] as const) : (['free'] as const);
  const fit = seatsInState(told, selection, states);
  const unfit = selection.size - fit.length;
  const calls = callsOf(verb, plan, told, selection, answers);
  const already = verb === 'move' && answers.contingentId !== '' && calls.length === 0;
  const lacking = verb === 'move' ? answers.contingentId === '' : answers.reason.trim() === '';
  const moved = parts.flatMap(seatsOf).length;
  const submit = () => {
    setTried(true);
    setParts([]);
    if (lacking || already) return;
    call.mutate(calls, {
      onSuccess: () => {
        const name = contingents.find(({ id }) => id === answers.contingentId)?.name ?? '';
        const count = calls.flatMap(seatsOf).length;
        notify(text(`performanceMap.verb.${said[verb]}`, { smart_count: count, name }), { type: 'success' });
        onSelect(new Set());
        onClose();
      },
    });
  };
  const seatAtPath = (path: string) => {
    const at = /^seatIds\.(\d+)$/.exec(path)?.[1];
    const id = at === undefined ? undefined : seatsOf(calls[parts.length])[Number(at)];
    const seat = id === undefined ? -1 : plan.seats.id.indexOf(id);
    return seat < 0 ? undefined : planSeatLabel(format.locale, plan, seat);
  };
  return (
    <ConfirmDialog
      open
      title={text(`performanceMap.verb.title.${verb}`, { smart_count: selection.size })}
      submit={text(`performanceMap.verb.${verb}`)}
      pending={call.isPending}
      onCancel={onClose}
      onSubmit={submit}
    >
      {unfit > 0 && (
        <Alert
          severity="warning"
          action={
            fit.length > 0 && (
              <Button color="inherit" size="small" onClick={() => onSelect(new Set(fit))}>
                {text(
                  verb === 'unblock' ? 'performanceMap.verb.onlyBlocked' : 'performanceMap.verb.onlyFree',
                )}
              </Button>
            )
          }
        >
          {text(verb === 'unblock' ? 'performanceMap.verb.notBlocked' : 'performanceMap.verb.notFree', {
            smart_count: unfit,
          })}
        </Alert>
      )}
      {verb === 'move' && (
        <ContingentField
          label={text('performanceMap.verb.to')}
          value={answers.contingentId}
          choices={contingents}
          fault={tried && lacking}
          onChange={(contingentId) => setAnswers({ ...answers, contingentId })}
        />
      )}
      <TextField
        label={text('performanceMap.verb.motive')}
        value={answers.reason}
        onChange={(event) => setAnswers({ ...answers, reason: event.target.value })}
        required={verb !== 'move'}
        error={tried && verb !== 'move' && lacking}
        helperText={text(
          tried && verb !== 'move' && lacking
            ? 'performanceMap.verb.missing'
            : verb === 'move'
              ? 'performanceMap.verb.motiveOptional'
              : 'performanceMap.verb.motiveHelp',
        )}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      {already && <Alert severity="info">{text('performanceMap.verb.already')}</Alert>}
      {call.error !== null && <ProblemAlert failure={call.error} fieldName={seatAtPath} />}
      {call.error !== null && moved > 0 && (
        <Alert severity="info">{text('performanceMap.verb.partly', { smart_count: moved })}</Alert>
      )}
    </ConfirmDialog>
  );
}
