import { Typography } from '@mui/material';
import { useState } from 'react';
import { useGetOne, useNotify } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import type { ConfigurationRecord } from '../halls/hall-record.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { isContingentStock, type PerformanceRow } from '../performances/performance-record.ts';
import { useStock } from '../stock/use-stock.ts';
import { ContingentField } from './ContingentField.tsx';
import { useContingents } from './use-contingents.ts';
import { useStockVerb } from './use-stock-verb.ts';

/** Opens the numbered seats of a performance: in which contingent they count, for all or category by category. */
export function OpenSeatsDialog({
  performance,
  onClose,
}: {
  performance: PerformanceRow;
  onClose: () => void;
}) {
  const text = useText();
  const format = useFormat();
  const notify = useNotify();
  const contingents = useContingents(performance);
  const { data: stock } = useStock(performance.id);
  const { data: configuration } = useGetOne<ConfigurationRecord>(
    'logical-configurations',
    { id: performance.configurationId ?? '' },
    { enabled: performance.configurationId !== null },
  );
  const [contingentId, setContingentId] = useState('');
  const [others, setOthers] = useState<ReadonlyMap<string, string>>(new Map());
  const [tried, setTried] = useState(false);
  const call = useStockVerb(performance.id);
  const dealt = stock?.some(isContingentStock) ?? false;
  const submit = () => {
    setTried(true);
    if (!dealt && contingentId === '') return;
    const categories = [...others].flatMap(([seatCategoryId, id]) =>
      id === '' ? [] : [{ seatCategoryId, contingentId: id }],
    );
    const body = dealt ? {} : { contingentId, ...(categories.length === 0 ? {} : { categories }) };
    call.mutate([{ verb: 'open-seats', body, version: performance.version }], {
      onSuccess: () => {
        notify(text('performanceMap.open.done'), { type: 'success' });
        onClose();
      },
    });
  };
  return (
    <ConfirmDialog
      open
      title={text('performanceMap.open.title')}
      submit={text('performanceMap.open.act')}
      pending={call.isPending || stock === undefined}
      onCancel={onClose}
      onSubmit={submit}
    >
      <Typography color="text.secondary">
        {text(dealt ? 'performanceMap.open.dealt' : 'performanceMap.open.explain')}
      </Typography>
      {!dealt && (
        <>
          <ContingentField
            label={text('performanceMap.open.all')}
            value={contingentId}
            choices={contingents}
            fault={tried && contingentId === ''}
            onChange={setContingentId}
          />
          {(configuration?.categories ?? []).map((category) => (
            <ContingentField
              key={category.seatCategoryId}
              label={text('performanceMap.open.other', { name: format.name(category) })}
              value={others.get(category.seatCategoryId) ?? ''}
              choices={contingents}
              none={text('performanceMap.open.same')}
              onChange={(id) => setOthers(new Map([...others, [category.seatCategoryId, id]]))}
            />
          ))}
        </>
      )}
      {call.error !== null && <ProblemAlert failure={call.error} />}
    </ConfirmDialog>
  );
}
