import { Alert, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useDataProvider, useGetOne, useNotify } from 'react-admin';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { MapColumns } from '../halls/MapColumns.tsx';
import { useText } from '../messages/use-text.ts';
import { isWholeOption, type OptionRecord, type OptionRow } from '../options/option-record.ts';
import { isOutsideChoices } from '../options/place-form.ts';
import { useOptionVerb } from '../options/use-option-verb.ts';
import { isWarning } from '../options/VerbOutcome.tsx';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { problemOf } from '../provider/problem.ts';
import { SeatMap, type SeatMapProps } from '../seat-map/SeatMap.tsx';
import type { SeatColumns } from '../seat-map/seat-geometry.ts';
import { PlacingPanel } from './PlacingPanel.tsx';
import { firstPick, type LineProposals, type Pick, seatsOfPick, seatsToHave } from './place-picks.ts';
import { stockAt } from './seat-states.ts';
import type { PerformanceSeats } from './use-performance-seats.ts';
import { useRefreshSeats } from './use-stock-verb.ts';

type DeskProps = {
  performanceId: string;
  plan: SeatColumns;
  told: PerformanceSeats;
  map: Omit<SeatMapProps, 'selection' | 'onSelect' | 'ghosts'>;
  onLeave: () => void;
};

/** Ways to seat each line on this performance; asked anew whenever the option or a seat may have changed hands. */
function useProposals(option: OptionRecord, performanceId: string) {
  const provider = useDataProvider<PlacetDataProvider>();
  return useQuery({
    queryKey: ['seat-proposals', option.id, performanceId, option.version],
    queryFn: () =>
      provider.act<LineProposals[]>(
        `/options/${option.id}/seat-proposals`,
        { performanceId, k: 3 },
        crypto.randomUUID(),
      ),
    staleTime: Number.POSITIVE_INFINITY, // proposals do not change under one's eyes; a lost race asks anew
  });
}

function Choosing({
  option,
  lines,
  performanceId,
  plan,
  told,
  map,
  onLeave,
}: DeskProps & { option: OptionRecord; lines: readonly LineProposals[] }) {
  const text = useText();
  const notify = useNotify();
  const refresh = useRefreshSeats();
  const call = useOptionVerb(option, 'place');
  const [picks, setPicks] = useState<ReadonlyMap<string, Pick>>(new Map());
  const [lineId, setLineId] = useState(lines[0]?.lineId ?? '');
  const [reason, setReason] = useState('');
  const [override, setOverride] = useState('');
  const [lost, setLost] = useState(false);
  const seatAt = useMemo(() => new Map(plan.seats.id.map((id, at) => [id, at])), [plan]);
  const active = lines.find((line) => line.lineId === lineId) ?? lines[0];
  const pickOf = (line: LineProposals) => picks.get(line.lineId) ?? firstPick(line);
  const seatsOf = (line: LineProposals) => seatsOfPick(line, pickOf(line), seatAt);
  const pick = active === undefined ? null : pickOf(active);
  const shown = pick !== null && 'proposal' in pick ? pick.proposal : -1;
  const ghosts = useMemo(
    () =>
      (active?.proposals ?? []).map((_, at) => ({
        id: String(at),
        label: String(at + 1),
        seats: active === undefined ? [] : seatsOfPick(active, { proposal: at }, seatAt),
        chosen: at === shown,
      })),
    [active, seatAt, shown],
  );
  if (active === undefined || pick === null) return null;
  const choose = (next: Pick) => {
    call.reset();
    setPicks(new Map([...picks, [active.lineId, next]]));
  };
  const onSelect = (next: ReadonlySet<number>) => {
    const [only] = next;
    const ghost =
      next.size === 1 ? ghosts.find(({ seats }) => seats.some((seat) => seat === only)) : undefined;
    if ('proposal' in pick && ghost !== undefined) return choose({ proposal: Number(ghost.id) });
    const line = option.lines.find(({ id }) => id === active.lineId);
    const seatCategoryId = line?.seatCategoryId ?? active.seatCategoryId;
    const wish = { optionId: option.id, seatCategoryId, upgrade: option.acceptsUpgrade };
    return choose({ seats: new Set(seatsToHave(told, next, wish)) });
  };
  const outside = isOutsideChoices(option, performanceId);
  const ready =
    lines.some((line) => seatsOf(line).length > 0) &&
    lines.every((line) => seatsOf(line).length <= line.quantity) &&
    (!outside || reason.trim() !== '');
  const submit = () => {
    const granted = lines.map((line) => {
      const seats = seatsOf(line);
      return {
        lineId: line.lineId,
        quantity: seats.length,
        seatCategoryId: stockAt(told, seats[0] ?? -1)?.seatCategoryId ?? line.seatCategoryId,
        seatIds: seats.flatMap((seat) => plan.seats.id[seat] ?? []),
      };
    });
    const motive = override.trim();
    const body = {
      performanceId,
      lines: granted,
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      ...(isWarning(call.error) && motive !== '' ? { override: { reason: motive } } : {}),
    };
    setLost(false);
    call.mutate(body, {
      onSuccess: async ({ number }) => {
        const count = granted.reduce((sum, { quantity }) => sum + quantity, 0);
        notify(text('performanceMap.placing.done', { number: number ?? option.number, count }), {
          type: 'success',
        });
        onLeave();
        await refresh();
      },
      onError: async (failure) => {
        await refresh();
        if (problemOf(failure).code !== 'stock.insufficient') return;
        setPicks(new Map());
        setLost(true);
      },
    });
  };
  return (
    <MapColumns
      map={<SeatMap {...map} selection={new Set(seatsOf(active))} onSelect={onSelect} ghosts={ghosts} />}
      aside={
        <PlacingPanel
          option={option}
          lines={lines}
          active={active}
          onLine={setLineId}
          pick={pick}
          onPick={choose}
          count={seatsOf(active).length}
          outside={outside}
          reason={reason}
          onReason={setReason}
          lost={lost}
          failure={call.error}
          override={override}
          onOverride={setOverride}
          pending={call.isPending}
          ready={ready}
          onSubmit={submit}
          onLeave={onLeave}
        />
      }
    />
  );
}

function Proposing({ option, ...desk }: DeskProps & { option: OptionRecord }) {
  const text = useText();
  const { data, error } = useProposals(option, desk.performanceId);
  const place = option.allowedActions.find(({ verb }) => verb === 'place');
  if (place?.allowed !== true) {
    const why = place?.reasons.map(({ message }) => message).join(' ') ?? '';
    return (
      <Alert
        severity="warning"
        action={
          <Button color="inherit" size="small" onClick={desk.onLeave}>
            {text('performanceMap.placing.leave')}
          </Button>
        }
      >
        {text('performanceMap.placing.forbidden', { reason: why })}
      </Alert>
    );
  }
  if (error !== null) return <ProblemAlert failure={error} />;
  if (data === undefined)
    return <Typography aria-busy="true">{text('performanceMap.placing.looking')}</Typography>;
  return <Choosing option={option} lines={data} {...desk} />;
}

/** Places an option from the map: the best ways as ghosts, each with its reasons; one is chosen, or seats of one's own. */
export function PlacingDesk({ optionId, ...desk }: DeskProps & { optionId: string }) {
  const text = useText();
  const { data, error } = useGetOne<OptionRow | OptionRecord>(
    'options',
    { id: optionId },
    { staleTime: 0 }, // what a list knows of it is not the whole option
  );
  if (error !== null) return <ProblemAlert failure={error} />;
  if (data === undefined || !isWholeOption(data))
    return <Typography aria-busy="true">{text('performanceMap.placing.looking')}</Typography>;
  return <Proposing option={data} {...desk} />;
}
