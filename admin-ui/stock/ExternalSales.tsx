import { Button, List, ListItem, ListItemText, MenuItem, TextField, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { z } from 'zod';
import type { ExternalSaleRowBody } from '../../api/stock/schema.ts';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { Section } from '../frame/Facts.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { type ContingentStock, isContingentStock } from '../performances/performance-record.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { useRight } from '../provider/session.ts';
import { useStock } from './use-stock.ts';

type Sale = z.output<typeof ExternalSaleRowBody>;

const keyOf = (row: ContingentStock) => `${row.contingentId} ${row.seatCategoryId}`;

/** What changes the stock of a performance, and what is asked again after it. */
function useStockChange(performanceId: string, door: string, done: () => void) {
  const provider = useDataProvider<PlacetDataProvider>();
  const queries = useQueryClient();
  const intend = useIntention();
  return useMutation({
    mutationFn: (body: object) =>
      intend({ door, ...body }, (key) => provider.act(`/performances/${performanceId}/${door}`, body, key)),
    onSuccess: async () => {
      done();
      await Promise.all(
        ['stock', 'external-sales', 'performance-gauges', 'history'].map((name) =>
          queries.invalidateQueries({ queryKey: [name] }),
        ),
      );
    },
  });
}

function RecordDialog({ performanceId, onClose }: { performanceId: string; onClose: () => void }) {
  const text = useText();
  const { data = [] } = useStock(performanceId);
  const rows = data.filter(isContingentStock);
  const [where, setWhere] = useState('');
  const [quantity, setQuantity] = useState('');
  const [seller, setSeller] = useState('');
  const [reference, setReference] = useState('');
  const [reason, setReason] = useState('');
  const change = useStockChange(performanceId, 'record-external-sale', onClose);
  const row = rows.find((each) => keyOf(each) === where) ?? rows[0];
  const words = [
    ['seller', seller, setSeller],
    ['reference', reference, setReference],
    ['reason', reason, setReason],
  ] as const;
  return (
    <ConfirmDialog
      open
      wide
      title={text('screens.stock.external.record')}
      submit={text('screens.stock.external.submit')}
      pending={change.isPending}
      onCancel={onClose}
      onSubmit={() =>
        change.mutate({
          seller,
          reference,
          reason,
          seatCategoryId: row?.seatCategoryId,
          contingentId: row?.contingentId,
          quantity: Number(quantity),
        })
      }
    >
      <Typography color="text.secondary">{text('screens.stock.external.help')}</Typography>
      {change.error !== null && <ProblemAlert failure={change.error} />}
      <TextField
        select
        label={text('screens.stock.external.where')}
        value={row === undefined ? '' : keyOf(row)}
        onChange={(event) => setWhere(event.target.value)}
      >
        {rows.map((each) => (
          <MenuItem key={keyOf(each)} value={keyOf(each)}>
            {`${each.seatCategoryName} · ${each.contingentName}`}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={text('screens.stock.external.quantity')}
        value={quantity}
        onChange={(event) => setQuantity(event.target.value)}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        required
      />
      {words.map(([name, value, set]) => (
        <TextField
          key={name}
          label={text(`screens.stock.external.${name}`)}
          value={value}
          onChange={(event) => set(event.target.value)}
          required
        />
      ))}
    </ConfirmDialog>
  );
}

function CancelDialog({
  performanceId,
  sale,
  onClose,
}: {
  performanceId: string;
  sale: Sale;
  onClose: () => void;
}) {
  const text = useText();
  const [reason, setReason] = useState('');
  const change = useStockChange(performanceId, `external-sales/${sale.id}/cancel`, onClose);
  return (
    <ConfirmDialog
      open
      destructive
      title={text('screens.stock.external.cancelTitle', { reference: sale.reference })}
      submit={text('screens.stock.external.cancelSubmit')}
      pending={change.isPending}
      onCancel={onClose}
      onSubmit={() => change.mutate({ reason })}
    >
      <Typography>{text('screens.stock.external.cancelHelp', { smart_count: sale.quantity })}</Typography>
      {change.error !== null && <ProblemAlert failure={change.error} />}
      <TextField
        label={text('screens.stock.external.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        required
      />
    </ConfirmDialog>
  );
}

function SaleLine({ sale, mayCancel, onCancel }: { sale: Sale; mayCancel: boolean; onCancel: () => void }) {
  const text = useText();
  const format = useFormat();
  const over = sale.incident?.over.reduce((sum, { by }) => sum + by, 0) ?? 0;
  const seats = sale.incident?.seats ?? [];
  const incident = [
    over === 0 ? [] : [text('screens.stock.external.over', { smart_count: over })],
    seats.length === 0
      ? []
      : [
          text('screens.stock.external.seats', {
            seats: seats.map(({ rowLabel, number }) => `${rowLabel} ${number}`).join(', '),
          }),
        ],
  ].flat();
  const cancelled = sale.cancelledAt;
  return (
    <ListItem
      divider
      secondaryAction={
        mayCancel && cancelled === null ? (
          <Button size="small" color="inherit" onClick={onCancel}>
            {text('screens.stock.external.cancel')}
          </Button>
        ) : undefined
      }
    >
      <ListItemText
        primary={text('screens.stock.external.line', {
          smart_count: sale.quantity,
          seller: sale.seller,
          reference: sale.reference,
        })}
        secondary={[
          format.instant(sale.recordedAt),
          ...(cancelled === null
            ? incident
            : [text('screens.stock.external.cancelled', { at: format.instant(cancelled) })]),
        ].join(' · ')}
        slotProps={{
          primary: { sx: { pr: 8, textDecoration: cancelled === null ? undefined : 'line-through' } },
          secondary: {
            sx: { pr: 8, color: cancelled === null && incident.length > 0 ? 'error.main' : undefined },
          },
        }}
      />
    </ListItem>
  );
}

/** Sales made elsewhere: those that were recorded for a performance, recording one, and taking one back. */
export function ExternalSales({ performanceId }: { performanceId: string }) {
  const text = useText();
  const provider = useDataProvider<PlacetDataProvider>();
  const may = useRight('stock.stock:modify');
  const [recording, setRecording] = useState(false);
  const [cancelling, setCancelling] = useState<Sale | null>(null);
  const { data: sales = [], error } = useQuery({
    queryKey: ['external-sales', performanceId],
    queryFn: () => provider.ask<Sale[]>(`/performances/${performanceId}/external-sales`),
  });
  if (sales.length === 0 && !may) return null;
  return (
    <Section
      title={text('screens.stock.external.title')}
      action={
        may && (
          <Button size="small" onClick={() => setRecording(true)}>
            {text('screens.stock.external.record')}
          </Button>
        )
      }
    >
      {error !== null && <ProblemAlert failure={error} />}
      {sales.length === 0 ? (
        <Typography color="text.secondary">{text('screens.stock.external.none')}</Typography>
      ) : (
        <List dense disablePadding>
          {sales.map((sale) => (
            <SaleLine key={sale.id} sale={sale} mayCancel={may} onCancel={() => setCancelling(sale)} />
          ))}
        </List>
      )}
      {recording && <RecordDialog performanceId={performanceId} onClose={() => setRecording(false)} />}
      {cancelling !== null && (
        <CancelDialog performanceId={performanceId} sale={cancelling} onClose={() => setCancelling(null)} />
      )}
    </Section>
  );
}
