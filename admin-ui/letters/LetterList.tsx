import { Link as MuiLink, Stack, Typography } from '@mui/material';
import { DataTable, SelectArrayInput, TextInput } from 'react-admin';
import { Link } from 'react-router';
import { letterKinds } from '../../rules/letters/letter-snapshot.ts';
import { letterStates } from '../../rules/letters/letter-states.ts';
import { CardHead } from '../frame/CardHead.tsx';
import { ListFrame } from '../frame/ListFrame.tsx';
import { ListShell } from '../frame/ListShell.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { RecordCards } from '../frame/RecordCards.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { OptionLink } from '../options/OptionLink.tsx';
import { failureText } from './failure-text.ts';
import { LetterStateChip } from './LetterStateChip.tsx';
import { isFailed, type LetterRow } from './letter-record.ts';
import { OutboxQueues } from './OutboxQueues.tsx';
import { ResendFailures } from './ResendFailures.tsx';

const Column = DataTable.Col<LetterRow>;

function LetterFilters() {
  const text = useText();
  const field = { minWidth: 180, width: { xs: '100%', md: 220 } };
  return (
    <>
      <SelectArrayInput
        source="state"
        choices={letterStates.map((id) => ({ id, name: text(`screens.letter.state.${id}`) }))}
        translateChoice={false}
        helperText={false}
        sx={field}
      />
      <SelectArrayInput
        source="kind"
        choices={letterKinds.map((id) => ({ id, name: text(`screens.letter.kind.${id}`) }))}
        translateChoice={false}
        helperText={false}
        sx={field}
      />
    </>
  );
}

function LetterTable() {
  const text = useText();
  const format = useFormat();
  return (
    <DataTable<LetterRow>
      bulkActionButtons={false}
      rowClick={false}
      aria-label={text('screens.letter.list.caption')}
    >
      <Column
        source="number"
        render={({ id, number }) => (
          <MuiLink component={Link} to={`/letters/${id}/show`} sx={{ fontWeight: 650 }}>
            {number}
          </MuiLink>
        )}
      />
      <Column source="kind" disableSort render={({ kind }) => text(`screens.letter.kind.${kind}`)} />
      <Column source="state" disableSort render={({ state }) => <LetterStateChip state={state} />} />
      <Column source="contactName" disableSort />
      <Column source="to" disableSort render={({ to }) => to || text('screens.letter.show.noAddress')} />
      <Column
        source="optionId"
        disableSort
        render={({ optionId, optionNumber }) =>
          optionId !== null && <OptionLink id={optionId} number={optionNumber} />
        }
      />
      <Column
        source="failure"
        disableSort
        render={(letter) => (isFailed(letter) ? failureText(letter, format.locale) : '')}
      />
      <Column source="createdAt" render={({ createdAt }) => format.instant(createdAt)} />
      <Column source="sentAt" render={({ sentAt }) => (sentAt === null ? '—' : format.instant(sentAt))} />
    </DataTable>
  );
}

function LetterCard({ letter }: { letter: LetterRow }) {
  const text = useText();
  const format = useFormat();
  return (
    <Stack spacing={0.5}>
      <CardHead
        title={`${letter.number} · ${text(`screens.letter.kind.${letter.kind}`)}`}
        chip={<LetterStateChip state={letter.state} />}
      />
      <Typography sx={{ fontWeight: 600 }}>{letter.contactName}</Typography>
      {letter.optionNumber !== null && (
        <Typography variant="body2">
          {[text('frame.page.option', { number: letter.optionNumber }), letter.eventName]
            .filter((part) => part !== null)
            .join(' – ')}
        </Typography>
      )}
      {isFailed(letter) && (
        <Typography variant="body2" color="error">
          {failureText(letter, format.locale)}
        </Typography>
      )}
      {letter.to !== '' && (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {letter.to}
        </Typography>
      )}
      <Typography variant="body2" color="text.secondary">
        {format.instant(letter.sentAt ?? letter.createdAt)}
      </Typography>
    </Stack>
  );
}

/** Every letter owed or sent, latest first. */
export function LetterList() {
  const text = useText();
  const organisation = useOrganisationFilter();
  return (
    <ListFrame<LetterRow>
      resource="letters"
      sort={{ field: 'createdAt', order: 'DESC' }}
      filter={organisation}
    >
      <PageHeader title={text('frame.page.letters')} actions={<ResendFailures />} />
      <OutboxQueues />
      <ListShell
        search={
          <TextInput source="q" label={text('frame.common.search')} helperText={false} fullWidth resettable />
        }
        filters={<LetterFilters />}
        table={<LetterTable />}
        cards={
          <RecordCards<LetterRow>
            to={({ id }) => `/letters/${id}/show`}
            render={(letter) => <LetterCard letter={letter} />}
          />
        }
        empty={{ title: text('screens.letter.list.emptyTitle'), body: text('screens.letter.list.emptyBody') }}
        noMatch={{
          title: text('screens.letter.list.noMatchTitle'),
          body: text('screens.letter.list.noMatchBody'),
        }}
      />
    </ListFrame>
  );
}
