import { Button, Stack } from '@mui/material';
import { Link } from 'react-router';
import { Facts, Section } from '../frame/Facts.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { RecordPage } from '../frame/RecordPage.tsx';
import { useOrganisationName } from '../frame/use-organisation-name.ts';
import { When } from '../frame/When.tsx';
import { cityOf } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { RelatedOptions } from '../options/RelatedOptions.tsx';
import { useRight } from '../provider/session.ts';
import { StockTable } from '../stock/StockTable.tsx';
import { BookableChip } from './BookableChip.tsx';
import { PerformancePrices } from './PerformancePrices.tsx';
import type { PerformanceRow } from './performance-record.ts';

function PerformancePage({ performance }: { performance: PerformanceRow }) {
  const text = useText();
  const mayRequest = useRight('options.requests:create');
  const mayReadStock = useRight('stock.stock:read');
  const organisation = useOrganisationName(performance.organisationId);
  return (
    <>
      <PageHeader
        title={performance.eventName}
        crumbs={[{ label: text('frame.page.performances'), to: '/performances' }]}
        mark={<BookableChip performance={performance} />}
        subtitle={
          <>
            <When startsAt={performance.startsAt} timeZone={performance.timeZone} />
            {` · ${performance.venueName}`}
          </>
        }
        actions={
          mayRequest &&
          performance.bookable && (
            <Button
              component={Link}
              to={`/options/create?performanceId=${performance.id}`}
              variant="contained"
            >
              {text('screens.performance.show.request')}
            </Button>
          )
        }
      />
      <Stack spacing={2}>
        {mayReadStock && (
          <Section title={text('screens.performance.show.stock')} flush>
            <StockTable performanceId={performance.id} venueId={performance.venueId} />
          </Section>
        )}
        <RelatedOptions
          title={text('screens.performance.show.options')}
          empty={text('screens.performance.show.noOptions')}
          filter={{ performanceId: performance.id }}
          subject="contact"
        />
        <PerformancePrices performance={performance} />
        <Section title={text('screens.performance.show.facts')}>
          <Facts
            facts={[
              { label: text('resources.performances.fields.eventCode'), value: performance.eventCode },
              { label: text('resources.performances.fields.venueName'), value: performance.venueName },
              { label: text('resources.performances.fields.timeZone'), value: cityOf(performance.timeZone) },
              { label: text('resources.options.fields.organisationId'), value: organisation },
            ]}
          />
        </Section>
      </Stack>
    </>
  );
}

/** One performance: its stock, its options, its prices. */
export function PerformanceShow() {
  return (
    <RecordPage<PerformanceRow> render={(performance) => <PerformancePage performance={performance} />} />
  );
}
