import EditIcon from '@mui/icons-material/EditOutlined';
import { Alert, AlertTitle, Box, Button } from '@mui/material';
import { Link } from 'react-router';
import { Facts, Section } from '../frame/Facts.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { RecordPage } from '../frame/RecordPage.tsx';
import { DeleteRecord } from '../frame/records/DeleteRecord.tsx';
import { RecordName } from '../frame/records/RecordName.tsx';
import { RecordColumns } from '../frame/records/RecordShow.tsx';
import { RecordTimeline } from '../frame/records/RecordTimeline.tsx';
import { useOrganisationName } from '../frame/use-organisation-name.ts';
import { When } from '../frame/When.tsx';
import { cityOf } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { RelatedOptions } from '../options/RelatedOptions.tsx';
import { Occupancy } from '../performance-map/Occupancy.tsx';
import { PlacesLink } from '../performance-map/PlacesLink.tsx';
import { useRight } from '../provider/session.ts';
import { StockTable } from '../stock/StockTable.tsx';
import { usePrices, useStock } from '../stock/use-stock.ts';
import { BookableChip } from './BookableChip.tsx';
import { PerformanceActions } from './PerformanceActions.tsx';
import { PerformancePrices } from './PerformancePrices.tsx';
import { isContingentStock, type PerformanceRow, performanceKind } from './performance-record.ts';

/** What a performance still lacks before an option can be placed on it. */
function NextSteps({ performance }: { performance: PerformanceRow }) {
  const text = useText();
  const mayReadStock = useRight('stock.stock:read');
  const { data: stock } = useStock(mayReadStock ? performance.id : null);
  const { data: prices } = usePrices(performance.id);
  const steps = [
    ...(stock !== undefined && !stock.some(isContingentStock)
      ? [text('settings.performance.nextStock')]
      : []),
    ...(prices?.length === 0 ? [text('settings.performance.nextPrices')] : []),
  ];
  if (steps.length === 0 || !performance.bookable) return null;
  return (
    <Alert severity="info">
      <AlertTitle>{text('settings.performance.next')}</AlertTitle>
      <Box component="ol" sx={{ m: 0, pl: 2.5 }}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </Box>
    </Alert>
  );
}

function StockSection({ performance }: { performance: PerformanceRow }) {
  const text = useText();
  const mayOpen = useRight('stock.stock:modify');
  const { data: stock } = useStock(performance.id);
  const opened = stock?.some(isContingentStock) ?? true;
  return (
    <Section
      title={text('screens.performance.show.stock')}
      action={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'end' }}>
          {mayOpen && (
            <Button
              component={Link}
              to={`/performances/${performance.id}/stock`}
              size="small"
              variant={opened ? 'text' : 'contained'}
            >
              {text(opened ? 'settings.performance.editStock' : 'settings.performance.openStock')}
            </Button>
          )}
          <PlacesLink performance={performance} />
        </Box>
      }
      flush
    >
      <Occupancy performanceId={performance.id} />
      <StockTable performanceId={performance.id} venueId={performance.venueId} />
    </Section>
  );
}

function PerformanceFacts({ performance }: { performance: PerformanceRow }) {
  const text = useText();
  const organisation = useOrganisationName(performance.organisationId);
  return (
    <Section title={text('screens.performance.show.facts')}>
      <Facts
        facts={[
          {
            label: text('resources.performances.fields.eventName'),
            value: <RecordName resource="events" id={performance.eventId} />,
          },
          { label: text('resources.performances.fields.eventCode'), value: performance.eventCode },
          {
            label: text('resources.performances.fields.venueName'),
            value: <RecordName resource="venues" id={performance.venueId} />,
          },
          {
            label: text('settings.field.configurationId'),
            value: <RecordName resource="logical-configurations" id={performance.configurationId} />,
          },
          {
            label: text('settings.field.activityId'),
            value: <RecordName resource="season-activities" id={performance.activityId} />,
          },
          {
            label: text('settings.field.state'),
            value: text(`settings.performanceState.${performance.state}`),
          },
          { label: text('resources.performances.fields.timeZone'), value: cityOf(performance.timeZone) },
          { label: text('resources.options.fields.organisationId'), value: organisation },
        ]}
      />
    </Section>
  );
}

function Actions({ performance }: { performance: PerformanceRow }) {
  const text = useText();
  const mayRequest = useRight('options.seats.requests:create');
  const mayEdit = useRight('catalogue.performances:modify');
  return (
    <>
      <DeleteRecord kind={performanceKind} record={performance} backTo="/performances" />
      {mayEdit && (
        <Button
          component={Link}
          to={`/performances/${performance.id}`}
          variant="outlined"
          startIcon={<EditIcon />}
        >
          {text('settings.common.edit')}
        </Button>
      )}
      <PerformanceActions performance={performance} />
      {mayRequest && performance.bookable && (
        <Button component={Link} to={`/options/create?performanceId=${performance.id}`} variant="contained">
          {text('screens.performance.show.request')}
        </Button>
      )}
    </>
  );
}

function PerformancePage({ performance }: { performance: PerformanceRow }) {
  const text = useText();
  const mayReadStock = useRight('stock.stock:read');
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
        actions={<Actions performance={performance} />}
      />
      <RecordColumns
        wide
        main={
          <>
            <NextSteps performance={performance} />
            {mayReadStock && <StockSection performance={performance} />}
            <RelatedOptions
              title={text('screens.performance.show.options')}
              empty={text('screens.performance.show.noOptions')}
              filter={{ performanceId: performance.id }}
              subject="contact"
            />
            <PerformancePrices performance={performance} />
          </>
        }
        aside={
          <>
            <PerformanceFacts performance={performance} />
            <RecordTimeline subject="performance" id={performance.id} />
          </>
        }
      />
    </>
  );
}

/** One performance: its stock, its options, its prices. */
export function PerformanceShow() {
  return (
    <RecordPage<PerformanceRow> render={(performance) => <PerformancePage performance={performance} />} />
  );
}
