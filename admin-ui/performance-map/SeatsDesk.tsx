import BlockIcon from '@mui/icons-material/Block';
import UnblockIcon from '@mui/icons-material/LockOpenOutlined';
import MoveIcon from '@mui/icons-material/SwapHoriz';
import { Button, Paper, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'react-admin';
import { useSearchParams } from 'react-router';
import { rightFor } from '../../rules/options/rights.ts';
import { MapColumns } from '../halls/MapColumns.tsx';
import { useText } from '../messages/use-text.ts';
import type { PerformanceRow } from '../performances/performance-record.ts';
import { useRight } from '../provider/session.ts';
import { MarkLegend } from '../seat-map/MarkLegend.tsx';
import { SeatLegend } from '../seat-map/SeatLegend.tsx';
import { SeatMap } from '../seat-map/SeatMap.tsx';
import { SelectionSummary } from '../seat-map/SelectionSummary.tsx';
import type { SeatColumns } from '../seat-map/seat-geometry.ts';
import { seatStateWords } from './holder-words.ts';
import { PlacingDesk } from './PlacingDesk.tsx';
import { SeatFacts } from './SeatFacts.tsx';
import { type SeatVerb, SeatVerbDialog } from './SeatVerbDialog.tsx';
import { StockCounts } from './StockCounts.tsx';
import { colourSeats, type MapView, mapViews, stateAt } from './seat-states.ts';
import type { PerformanceSeats } from './use-performance-seats.ts';
import { WaitingRequests } from './WaitingRequests.tsx';

const nothing: ReadonlySet<number> = new Set();

const verbs = [
  { verb: 'move', icon: <MoveIcon /> },
  { verb: 'block', icon: <BlockIcon /> },
  { verb: 'unblock', icon: <UnblockIcon /> },
] as const;

function ViewSwitch({ view, onView }: { view: MapView; onView: (view: MapView) => void }) {
  const text = useText();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={view}
      aria-label={text('performanceMap.view.label')}
      onChange={(_, next: MapView | null) => next !== null && onView(next)}
      sx={{ flexWrap: 'wrap' }}
    >
      {mapViews.map((each) => (
        <ToggleButton key={each} value={each} sx={{ px: 1.25 }}>
          {text(`performanceMap.view.${each}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** The verbs on a selection, within reach of a thumb. */
function SelectionVerbs({ onVerb }: { onVerb: (verb: SeatVerb) => void }) {
  const text = useText();
  return (
    <Paper
      variant="outlined"
      role="group"
      aria-label={text('performanceMap.verb.group')}
      sx={{ position: 'sticky', bottom: 8, zIndex: 2, display: 'flex', flexWrap: 'wrap', gap: 1, p: 1 }}
    >
      {verbs.map(({ verb, icon }) => (
        <Button key={verb} variant="outlined" startIcon={icon} onClick={() => onVerb(verb)}>
          {text(`performanceMap.verb.${verb}`)}
        </Button>
      ))}
    </Paper>
  );
}

/** The map of a performance whose seats are open: who has which, and what may be done with them. */
export function SeatsDesk({
  performance,
  plan,
  told,
}: {
  performance: PerformanceRow;
  plan: SeatColumns;
  told: PerformanceSeats;
}) {
  const text = useText();
  const [view, setView] = useStore<MapView>('performance-map.view', 'state');
  const [params, setParams] = useSearchParams();
  const [selection, setSelection] = useState(nothing);
  const [active, setActive] = useState<number | null>(null);
  const [verb, setVerb] = useState<SeatVerb | null>(null);
  const mayChange = useRight('stock.stock:modify');
  const mayPlace = useRight(rightFor('place'));
  const { kinds, colouring } = useMemo(
    () => colourSeats(told, view, (state) => text(`performanceMap.state.${state}`)),
    [told, view, text],
  );
  const says = useCallback((seat: number) => seatStateWords(text, told, seat), [text, told]);
  const none = text('performanceMap.none');
  const placing = mayPlace ? params.get('option') : null;
  const map = { plan, kinds, colouring, none, says, onActive: setActive };
  const choose = (next: ReadonlySet<number>) =>
    setSelection(new Set([...next].filter((seat) => stateAt(told, seat) !== null)));
  const legend = (
    <>
      <SeatLegend kinds={kinds} colouring={colouring} none={none} />
      {view !== 'state' && (
        <Typography variant="body2" color="text.secondary">
          {text('performanceMap.shapes')}
        </Typography>
      )}
      <MarkLegend plan={plan} />
    </>
  );
  if (placing !== null)
    return (
      <>
        <ViewSwitch view={view} onView={setView} />
        <PlacingDesk
          key={placing}
          optionId={placing}
          performanceId={performance.id}
          plan={plan}
          told={told}
          map={map}
          onLeave={() => setParams({})}
        />
        {legend}
      </>
    );
  return (
    <>
      <MapColumns
        map={
          <>
            <ViewSwitch view={view} onView={setView} />
            <SeatMap {...map} selection={selection} {...(mayChange ? { onSelect: choose } : {})} />
            {mayChange && (
              <SelectionSummary
                kinds={kinds}
                colouring={colouring}
                none={none}
                selection={selection}
                onClear={() => setSelection(nothing)}
              />
            )}
            {selection.size > 0 && <SelectionVerbs onVerb={setVerb} />}
          </>
        }
        aside={
          <>
            {legend}
            <SeatFacts plan={plan} told={told} seat={active} />
            <StockCounts performanceId={performance.id} />
            {mayPlace && (
              <WaitingRequests
                performanceId={performance.id}
                onPlace={(option) => {
                  setSelection(nothing);
                  setParams({ option });
                }}
              />
            )}
          </>
        }
      />
      {verb !== null && (
        <SeatVerbDialog
          verb={verb}
          performance={performance}
          plan={plan}
          told={told}
          selection={selection}
          onSelect={setSelection}
          onClose={() => setVerb(null)}
        />
      )}
    </>
  );
}
