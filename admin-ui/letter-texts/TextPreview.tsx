import { Alert, Box, Button, Stack, TextField, Typography } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useGetList } from 'react-admin';
import type { LetterState } from '../../rules/letters/letter-states.ts';
import type { LetterTemplate } from '../../rules/letters/letter-template.ts';
import { Section } from '../frame/Facts.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { failureText } from '../letters/failure-text.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { OptionRow } from '../options/option-record.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import type { LetterTextRecord } from './letter-text-record.ts';
import type { TextPlace } from './use-letter-texts.ts';

type Rendered = { subject: string; html: string; text: string; document: string };
type SentTest = { letterId: string; to: string };
type TestState = { state: LetterState; failure: string | null; to: string };

/** The option a text is tried on: the last one, or the one of a number. */
function useOption(organisationId: string, number: string) {
  const { data } = useGetList<OptionRow>('options', {
    filter: { organisationId, ...(number === '' ? {} : { number: Number(number) }) },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'requestedAt', order: 'DESC' },
  });
  return data?.[0] ?? null;
}

function openPdf(document: string): void {
  const bytes = Uint8Array.from(atob(document), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  window.open(address, '_blank', 'noopener');
}

function Shown({ rendered }: { rendered: Rendered }) {
  const text = useText();
  return (
    <Stack spacing={1.5}>
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
        {text('letterTexts.preview.subject', { subject: rendered.subject })}
      </Typography>
      <Box
        component="iframe"
        sandbox=""
        title={text('letterTexts.preview.frame')}
        srcDoc={rendered.html}
        sx={{ width: '100%', height: { xs: 480, md: 620 }, border: 0, bgcolor: '#fff', borderRadius: 1 }}
      />
      <Button variant="outlined" onClick={() => openPdf(rendered.document)} sx={{ alignSelf: 'flex-start' }}>
        {text('letterTexts.preview.document')}
      </Button>
      <details>
        <summary>{text('letterTexts.preview.text')}</summary>
        <Box component="pre" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: '0.8125rem' }}>
          {rendered.text}
        </Box>
      </details>
    </Stack>
  );
}

const lookMs = 700;
const isGoing = ({ state }: TestState) => state === 'owed' || state === 'sending';

/** How far the test that was asked for has come. */
function Test({ sent }: { sent: SentTest }) {
  const text = useText();
  const { locale } = useFormat();
  const provider = useDataProvider<PlacetDataProvider>();
  const { data } = useQuery({
    queryKey: ['letter-templates', 'test', sent.letterId],
    queryFn: () => provider.ask<TestState>(`/letter-templates/tests/${sent.letterId}`),
    refetchInterval: ({ state }) => (state.data === undefined || isGoing(state.data) ? lookMs : false),
  });
  const outcome = data === undefined || isGoing(data) ? 'owed' : data.state === 'sent' ? 'sent' : 'failed';
  const severity = { owed: 'info', sent: 'success', failed: 'error' } as const;
  return (
    <Alert severity={severity[outcome]} role="status">
      {text(`letterTexts.test.${outcome}`, { to: sent.to })} {data !== undefined && failureText(data, locale)}
    </Alert>
  );
}

/** What a text makes of a real option, and a test of it sent to whoever looks. */
export function TextPreview({
  place,
  content,
  faulty,
  draft,
  unsaved,
}: {
  place: TextPlace;
  content: LetterTemplate;
  faulty: boolean;
  draft: LetterTextRecord | null;
  unsaved: boolean;
}) {
  const text = useText();
  const provider = useDataProvider<PlacetDataProvider>();
  const intend = useIntention();
  const [number, setNumber] = useState('');
  const option = useOption(place.organisationId, number);
  const preview = useMutation({
    mutationFn: (optionId: string) =>
      intend({ place, content, optionId }, (key) =>
        provider.act<Rendered>('/letter-templates/preview', { ...place, content, optionId }, key),
      ),
  });
  const test = useMutation({
    mutationFn: (given: { id: string; optionId: string }) =>
      intend(given, (key) =>
        provider.act<SentTest>(`/letter-templates/${given.id}/test`, { optionId: given.optionId }, key),
      ),
  });
  const testable = draft !== null && !unsaved && !faulty;
  return (
    <Section title={text('letterTexts.preview.title')}>
      <Stack spacing={2}>
        <TextField
          label={text('letterTexts.preview.option')}
          value={number === '' ? (option?.number ?? '') : number}
          onChange={(event) => setNumber(event.target.value.replace(/\D/g, '').slice(0, 9))}
          helperText={
            number !== '' && option === null
              ? text('letterTexts.preview.unknown')
              : text('letterTexts.preview.optionHelp')
          }
          error={number !== '' && option === null}
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        />
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
          <Button
            variant="outlined"
            disabled={option === null || faulty}
            loading={preview.isPending}
            onClick={() => option !== null && preview.mutate(option.id)}
          >
            {text('letterTexts.preview.show')}
          </Button>
          <Button
            variant="outlined"
            disabled={option === null || !testable}
            title={testable ? undefined : text('letterTexts.test.first')}
            loading={test.isPending}
            onClick={() =>
              option !== null && draft !== null && test.mutate({ id: draft.id, optionId: option.id })
            }
          >
            {text('letterTexts.test.submit')}
          </Button>
        </Stack>
        {test.error !== null && <ProblemAlert failure={test.error} />}
        {test.data !== undefined && <Test sent={test.data} />}
        {preview.error !== null && <ProblemAlert failure={preview.error} />}
        {preview.data !== undefined && <Shown rendered={preview.data} />}
      </Stack>
    </Section>
  );
}
