import { Alert, AlertTitle, Box, Button, Link as MuiLink, Stack, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useNotify } from 'react-admin';
import { Link } from 'react-router';
import { resourceRight } from '../../rules/organisation/resource-rights.ts';
import { ContactLink } from '../contacts/ContactLink.tsx';
import { Facts, Section } from '../frame/Facts.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { RecordPage } from '../frame/RecordPage.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { OptionLink } from '../options/OptionLink.tsx';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { apiUrl } from '../provider/request.ts';
import { useRight } from '../provider/session.ts';
import { failureText, serverWords } from './failure-text.ts';
import { LetterStateChip } from './LetterStateChip.tsx';
import { isComposed, isFailed, isSecret, type LetterRow } from './letter-record.ts';

/** The message as it was sent, in a frame that runs no script and reaches nothing. */
function Preview({ letter }: { letter: LetterRow }) {
  const text = useText();
  if (!isComposed(letter))
    return (
      <Alert severity="info">
        {text(isSecret(letter) ? 'screens.letter.show.secret' : 'screens.letter.show.notRendered')}
      </Alert>
    );
  return (
    <Box
      component="iframe"
      sandbox=""
      title={text('screens.letter.show.previewOf', { number: letter.number })}
      src={`${apiUrl}/letters/${letter.id}/html`}
      sx={{ width: '100%', height: { xs: 520, md: 720 }, border: 0, bgcolor: '#fff', borderRadius: 1 }}
    />
  );
}

function ResendButton({ letter }: { letter: LetterRow }) {
  const text = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const provider = useDataProvider<PlacetDataProvider>();
  const intend = useIntention();
  const call = useMutation({
    mutationFn: () =>
      intend(letter.id, (key) => provider.act(`/letters/${letter.id}/resend`, {}, key, letter.version)),
    onSuccess: async () => {
      notify(text('screens.letter.show.resent'), { type: 'success' });
      await queries.invalidateQueries({ queryKey: ['letters'] });
    },
  });
  return (
    <Stack spacing={1}>
      <Button variant="contained" loading={call.isPending} onClick={() => call.mutate()}>
        {text('screens.letter.show.resend')}
      </Button>
      {call.error !== null && <ProblemAlert failure={call.error} />}
    </Stack>
  );
}

function Downloads({ letter }: { letter: LetterRow }) {
  const text = useText();
  if (!isComposed(letter)) return null;
  const door = `${apiUrl}/letters/${letter.id}`;
  return (
    <>
      <Button variant="outlined" component="a" href={`${door}/document`} target="_blank" rel="noopener">
        {text('screens.letter.show.document')}
      </Button>
      <Button variant="outlined" component="a" href={`${door}/message`} download>
        {text('screens.letter.show.message')}
      </Button>
    </>
  );
}

function LetterFacts({ letter }: { letter: LetterRow }) {
  const text = useText();
  const format = useFormat();
  const option =
    letter.optionId === null ? null : <OptionLink id={letter.optionId} number={letter.optionNumber} />;
  const contact = <ContactLink id={letter.contactId} name={letter.contactName} />;
  return (
    <Section title={text('screens.letter.show.facts')}>
      <Facts
        facts={[
          {
            label: text('resources.letters.fields.to'),
            value: letter.to || text('screens.letter.show.noAddress'),
          },
          { label: text('resources.letters.fields.subject'), value: letter.subject },
          { label: text('resources.letters.fields.createdAt'), value: format.instant(letter.createdAt) },
          {
            label: text('resources.letters.fields.sentAt'),
            value: letter.sentAt === null ? '—' : format.instant(letter.sentAt),
          },
          { label: text('resources.letters.fields.optionId'), value: option },
          { label: text('resources.letters.fields.contactId'), value: contact },
          {
            label: text('resources.letters.fields.messageId'),
            value:
              letter.messageId === null ? null : <Typography variant="body2">{letter.messageId}</Typography>,
          },
        ]}
      />
    </Section>
  );
}

/** Why it did not arrive, and the way to the contact whose address may be at fault. */
function Failure({ letter }: { letter: LetterRow }) {
  const text = useText();
  const { locale } = useFormat();
  const mayCorrect = useRight(resourceRight('contacts', 'modify'));
  const said = serverWords(letter);
  return (
    <Alert severity="error" sx={{ mb: 2 }}>
      <AlertTitle>{text('screens.letter.show.failed')}</AlertTitle>
      {failureText(letter, locale)}
      {said !== null && (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {text('screens.letter.show.said', { said })}
        </Typography>
      )}
      {mayCorrect && (
        <MuiLink component={Link} to={`/contacts/${letter.contactId}`} color="inherit">
          {text('screens.letter.show.editContact')}
        </MuiLink>
      )}
    </Alert>
  );
}

function LetterPage({ letter }: { letter: LetterRow }) {
  const text = useText();
  const mayResend = useRight('letters.letters:execute');
  const failed = isFailed(letter);
  return (
    <>
      <PageHeader
        title={text('frame.page.letter', { number: letter.number })}
        crumbs={[{ label: text('frame.page.letters'), to: '/letters' }]}
        mark={<LetterStateChip state={letter.state} />}
        subtitle={`${text(`screens.letter.kind.${letter.kind}`)} · ${text(`screens.letter.explain.${letter.state}`)}`}
        actions={
          <>
            <Downloads letter={letter} />
            {failed && mayResend && !isSecret(letter) && <ResendButton letter={letter} />}
          </>
        }
      />
      {failed && letter.failure !== null && <Failure letter={letter} />}
      <Stack spacing={2}>
        <LetterFacts letter={letter} />
        <Section title={text('screens.letter.show.preview')}>
          <Preview letter={letter} />
        </Section>
      </Stack>
    </>
  );
}

/** One letter: how far it came, exactly what it says, and sending it again when it failed. */
export function LetterShow() {
  return <RecordPage<LetterRow> render={(letter) => <LetterPage letter={letter} />} />;
}
