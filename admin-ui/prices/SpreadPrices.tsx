import { Button, Checkbox, FormControlLabel, FormGroup, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useGetList } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useNow } from '../frame/use-now.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { PerformanceRow, Price } from '../performances/performance-record.ts';
import { comingFrom } from '../performances/upcoming.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';

type Outcome = { id: string; failure: unknown };

/** Gives the other coming performances of the event in the same venue the same grid, one by one. */
function useSpread(prices: readonly Price[]) {
  const provider = useDataProvider<PlacetDataProvider>();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (chosen: readonly PerformanceRow[]) => {
      const body = prices.map(({ seatCategoryId, audienceSubcategoryId, priceCents }) => ({
        seatCategoryId,
        audienceSubcategoryId,
        priceCents,
      }));
      const outcomes: Outcome[] = [];
      for (const { id, version } of chosen) {
        const failure = await provider
          .set(`/performances/${id}/prices`, body, crypto.randomUUID(), version)
          .then(() => null)
          .catch((problem: unknown) => problem);
        outcomes.push({ id, failure });
      }
      return outcomes;
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['prices'] }),
        queries.invalidateQueries({ queryKey: ['performances'] }),
      ]),
  });
}

function Choice({
  performance,
  prices,
  onClose,
}: {
  performance: PerformanceRow;
  prices: readonly Price[];
  onClose: () => void;
}) {
  const text = useText();
  const format = useFormat();
  const spread = useSpread(prices);
  const { eventId, venueId } = performance;
  const { data = [], isPending } = useGetList<PerformanceRow>('performances', {
    filter: { eventId, venueId, ...comingFrom(useNow()) },
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'startsAt', order: 'ASC' },
  });
  const others = data.filter(({ id }) => id !== performance.id);
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = others.filter(({ id }) => !left.includes(id));
  const outcomes = spread.data;
  const outcomeOf = (id: string) => outcomes?.find((outcome) => outcome.id === id);
  const failed = outcomes?.filter(({ failure }) => failure !== null) ?? [];
  return (
    <ConfirmDialog
      open
      title={text('settings.grid.spread')}
      submit={text(outcomes === undefined ? 'settings.grid.spreadSubmit' : 'settings.grid.close')}
      pending={spread.isPending}
      wide
      onCancel={onClose}
      onSubmit={() => {
        if (outcomes === undefined && chosen.length > 0) spread.mutate(chosen);
        else onClose();
      }}
    >
      <Typography>{text('settings.grid.spreadHelp')}</Typography>
      {!isPending && others.length === 0 && (
        <Typography color="text.secondary">{text('settings.grid.spreadNone')}</Typography>
      )}
      <FormGroup>
        {others.map(({ id, startsAt, timeZone }) => {
          const outcome = outcomeOf(id);
          return (
            <FormControlLabel
              key={id}
              control={
                <Checkbox
                  size="small"
                  checked={!left.includes(id)}
                  disabled={outcomes !== undefined || spread.isPending}
                  onChange={(_, checked) =>
                    setLeft(checked ? left.filter((other) => other !== id) : [...left, id])
                  }
                />
              }
              label={[
                format.performance(startsAt, timeZone),
                ...(outcome?.failure === null ? [text('settings.grid.spreadDone')] : []),
              ].join(' – ')}
            />
          );
        })}
      </FormGroup>
      {failed.map(({ id, failure }) => (
        <ProblemAlert key={id} failure={failure} />
      ))}
    </ConfirmDialog>
  );
}

/** Offers to give a grid to the other dates of an event. */
export function SpreadPrices({
  performance,
  prices,
}: {
  performance: PerformanceRow;
  prices: readonly Price[];
}) {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {text('settings.grid.spread')}
      </Button>
      {open && <Choice performance={performance} prices={prices} onClose={() => setOpen(false)} />}
    </>
  );
}
