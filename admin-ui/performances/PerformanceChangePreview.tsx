import { Alert, Box, Stack, Typography } from '@mui/material';
import type { OptionState } from '../../rules/options/life.ts';
import { seatGroups } from '../../rules/venues/seat-groups.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { OptionLink } from '../options/OptionLink.tsx';
import { StateChip } from '../options/StateChip.tsx';
import { ConfigurationFigures } from './ConfigurationFigures.tsx';
import { CountsTable } from './CountsTable.tsx';
import type { Preview, PreviewedOption } from './use-performance-change.ts';

function Figures({ preview }: { preview: Preview }) {
  const text = useText();
  const format = useFormat();
  const figures = [
    { key: 'letters', count: preview.letters },
    { key: 'printed', count: preview.printed },
    { key: 'orders', count: preview.configuration === null ? preview.orders : 0 },
    { key: 'placesBack', count: preview.placesBack },
    { key: 'parts', count: preview.parts },
    { key: 'postponed', count: preview.postponed },
    { key: 'broughtForward', count: preview.broughtForward },
  ] as const;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {figures
        .filter(({ count }) => count > 0)
        .map(({ key, count }) => (
          <li key={key}>{text(`performanceChange.shown.${key}`, { count: format.number(count) })}</li>
        ))}
    </Box>
  );
}

function States({ preview }: { preview: Preview }) {
  const text = useText();
  const ends = preview.states.some(({ before, after }) => before !== after);
  const outcome = (before: OptionState, after: OptionState) =>
    before === after ? text('performanceChange.shown.same') : <StateChip state={after} />;
  return (
    <CountsTable
      label={text('performanceChange.shown.states')}
      heads={[
        text('performanceChange.shown.state'),
        ...(ends ? [text('performanceChange.shown.after')] : []),
      ]}
      rows={preview.states.map(({ before, after, ...counts }) => ({
        key: `${before}/${after}`,
        cells: [<StateChip key="before" state={before} />, outcome(before, after)],
        ...counts,
      }))}
    />
  );
}

/** How a date goes on, where it does not stay. */
function useDateText(timeZone: string) {
  const text = useText();
  const format = useFormat();
  return (kind: 'due' | 'payment', { before, now, told }: PreviewedOption['due']): string[] => {
    const after = told?.dueAt ?? now;
    if (before === null || after === null || Date.parse(before) === Date.parse(after)) return [];
    const values = { from: format.instant(before, timeZone), to: format.instant(after, timeZone) };
    return [text(`performanceChange.shown.${told === null ? kind : (`${kind}Told` as const)}`, values)];
  };
}

/** What becomes of the places, where that is asked: which seats instead of which, or why they do not fit. */
function usePlacesText() {
  const text = useText();
  const format = useFormat();
  return ({ places }: PreviewedOption): string[] => {
    if (places === null || places.fate === 'none') return [];
    const { fate, unfit, seatsBefore, seatsAfter } = places;
    const told = (seats: typeof seatsBefore) =>
      seatGroups(format.locale, seats).join(format.locale === 'fr' ? ' ; ' : '; ');
    if (unfit !== null) {
      const values = { quantity: format.number(unfit.quantity), free: format.number(unfit.free) };
      return [text(`performanceChange.unfit.${unfit.code}`, values)];
    }
    const values = { from: told(seatsBefore), to: told(seatsAfter) };
    return [text(`performanceChange.becomes.${fate}`, values)];
  };
}

function OneOption({ option, timeZone }: { option: PreviewedOption; timeZone: string }) {
  const text = useText();
  const format = useFormat();
  const dates = useDateText(timeZone);
  const placesText = usePlacesText();
  const count = option.placedQuantity || option.requestedQuantity;
  const told = [
    text('performanceChange.shown.quantity', { count: format.number(count) }),
    ...(option.scope === null ? [] : [text(`performanceChange.shown.${option.scope}`)]),
    ...(option.scope === 'part' && option.placesBack > 0
      ? [text('performanceChange.shown.placesBack', { count: format.number(option.placesBack) })]
      : []),
    ...(option.orderNumber === null
      ? []
      : [text('performanceChange.shown.order', { number: option.orderNumber })]),
    ...(option.mailable || !option.letter ? [] : [text('performanceChange.shown.print')]),
    ...(option.elsewhere === 0
      ? []
      : [text('performanceChange.shown.elsewhere', { count: format.number(option.elsewhere) })]),
  ];
  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <OptionLink id={option.id} number={option.number} />
        <StateChip state={option.before} />
        <span>
          {option.structureName === null
            ? option.contactName
            : `${option.contactName} – ${option.structureName}`}
        </span>
      </Stack>
      <Typography variant="body2" color="text.secondary">
        {told.join(' · ')}
      </Typography>
      {[...placesText(option), ...dates('due', option.due), ...dates('payment', option.payment)].map(
        (line) => (
          <Typography key={line} variant="body2">
            {line}
          </Typography>
        ),
      )}
    </Box>
  );
}

/** Who a change concerns: counted first, then option by option. */
export function PerformanceChangePreview({ preview }: { preview: Preview }) {
  const text = useText();
  const format = useFormat();
  const { startsAt, timeZone, options, total, configuration } = preview;
  return (
    <Stack spacing={2} role="region" aria-label={text('performanceChange.shown.states')}>
      {preview.verb === 'move-performance' && (
        <Typography>
          {text('performanceChange.shown.dates', {
            from: format.performance(startsAt.before, timeZone),
            to: format.performance(startsAt.after, timeZone),
          })}
        </Typography>
      )}
      {configuration !== null && (
        <Typography>
          {text('performanceChange.shown.configurations', {
            from: configuration.from ?? text('performanceChange.shown.noConfiguration'),
            to: `${configuration.to.spaceName} – ${configuration.to.name}`,
          })}
        </Typography>
      )}
      {total === 0 ? (
        <>
          <Alert severity="info">{text('performanceChange.shown.none')}</Alert>
          {configuration !== null && <ConfigurationFigures configuration={configuration} />}
        </>
      ) : (
        <>
          <Figures preview={preview} />
          {(configuration === null || preview.placesBack > 0) && <States preview={preview} />}
          {configuration !== null && <ConfigurationFigures configuration={configuration} />}
          <details>
            <summary style={{ cursor: 'pointer' }}>
              {text('performanceChange.shown.list', { count: format.number(total) })}
            </summary>
            {options.length < total && (
              <Typography variant="body2" sx={{ mt: 1 }}>
                {text('performanceChange.shown.more', {
                  shown: format.number(options.length),
                  total: format.number(total),
                })}
              </Typography>
            )}
            <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
              {options.map((option) => (
                <OneOption key={option.id} option={option} timeZone={timeZone} />
              ))}
            </Box>
          </details>
        </>
      )}
    </Stack>
  );
}
