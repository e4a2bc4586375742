import { Button } from '@mui/material';
import { Link } from 'react-router';
import { type Fact, Section } from '../frame/Facts.tsx';
import { RecordName } from '../frame/records/RecordName.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';
import { EventPerformances } from '../performances/EventPerformances.tsx';
import { useRight } from '../provider/session.ts';
import { type EventRecord, eventKind } from './event-record.ts';

function useFacts(event: EventRecord): readonly Fact[] {
  const label = useFieldLabel();
  return [
    { label: label('code'), value: event.code },
    { label: label('seasonId'), value: <RecordName resource="seasons" id={event.seasonId} /> },
    { label: label('activityId'), value: <RecordName resource="season-activities" id={event.activityId} /> },
    { label: label('familyId'), value: <RecordName resource="product-families" id={event.familyId} /> },
    { label: label('externalId'), value: event.externalId },
  ];
}

function Performances({ event }: { event: EventRecord }) {
  const text = useText();
  const mayPlan = useRight('catalogue.performances:create');
  const plan = mayPlan && (
    <Button component={Link} to={`/performances/create?eventId=${event.id}`} size="small">
      {text('settings.performance.plan')}
    </Button>
  );
  return (
    <Section title={text('settings.lists.performances')} action={plan} flush>
      <EventPerformances eventId={event.id} />
    </Section>
  );
}

/** An event and its performances. */
export function EventShow() {
  return (
    <RecordShow kind={eventKind} useFacts={useFacts} parts={(event) => <Performances event={event} />} />
  );
}
