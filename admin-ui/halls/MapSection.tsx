import { Typography } from '@mui/material';
import { lazy, Suspense } from 'react';
import { Section } from '../frame/Facts.tsx';
import { useText } from '../messages/use-text.ts';
import type { ConfigurationRecord } from './hall-record.ts';

const PlanMap = lazy(async () => ({ default: (await import('./PlanMap.tsx')).PlanMap }));
const ConfigurationMap = lazy(async () => ({
  default: (await import('./ConfigurationMap.tsx')).ConfigurationMap,
}));

function Waiting() {
  const text = useText();
  return <Typography aria-busy="true">{text('seatMap.loading')}</Typography>;
}

/** The map of a plan, or of a configuration; fetched when it is first looked at. */
export function MapSection(shown: { planId: string } | { configuration: ConfigurationRecord }) {
  const text = useText();
  return (
    <Section title={text('seatMap.title')}>
      <Suspense fallback={<Waiting />}>
        {'planId' in shown ? <PlanMap {...shown} /> : <ConfigurationMap {...shown} />}
      </Suspense>
    </Section>
  );
}
