import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Await } from './Await.tsx';
import { ask, type OwnOptions } from './ask.ts';
import { Failure } from './Failure.tsx';
import { OptionCard } from './OptionCard.tsx';
import { useAsked } from './use-asked.ts';
import { isGone, useGone } from './use-gone.ts';
import { goTo } from './use-route.ts';
import { useWords } from './words/use-words.ts';

/** "Vos options": every request with where it stands, the newest first. */
export function OptionsPage({ onGone }: { onGone: () => void }) {
  const { words } = useWords();
  const asked = useAsked<OwnOptions>('/options');
  useGone(asked.failure, onGone);
  return (
    <Stack spacing={2}>
      <Stack
        direction="row"
        sx={{ justifyContent: 'space-between', alignItems: 'center', flexWrap: 'wrap', gap: 1 }}
      >
        <Typography variant="h1">{words.options.title}</Typography>
        <Button variant="contained" onClick={() => goTo({ page: 'new' })}>
          {words.options.add}
        </Button>
      </Stack>
      <Await asked={asked}>{(first) => <OptionPages first={first} onGone={onGone} />}</Await>
    </Stack>
  );
}

function OptionPages({ first, onGone }: { first: OwnOptions; onGone: () => void }) {
  const { words } = useWords();
  const [older, setOlder] = useState<OwnOptions['options']>([]);
  const [next, setNext] = useState(first.next);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const more = async (after: string) => {
    setBusy(true);
    setFailure(null);
    try {
      const page = await ask<OwnOptions>(`/options?${new URLSearchParams({ after })}`);
      setOlder((before) => [...before, ...page.options]);
      setNext(page.next);
    } catch (problem) {
      if (isGone(problem)) onGone();
      setFailure(problem);
    }
    setBusy(false);
  };
  const options = [...first.options, ...older];
  if (options.length === 0) {
    return (
      <Card variant="outlined">
        <CardContent>
          <Stack spacing={2} sx={{ alignItems: 'flex-start' }}>
            <Typography variant="h2">{words.options.emptyTitle}</Typography>
            <Typography color="text.secondary">{words.options.empty}</Typography>
            <Button variant="outlined" onClick={() => goTo({ page: 'new' })}>
              {words.options.first}
            </Button>
          </Stack>
        </CardContent>
      </Card>
    );
  }
  return (
    <>
      {options.map((option) => (
        <OptionCard key={option.id} option={option} />
      ))}
      {failure !== null && <Failure failure={failure} />}
      {next !== null && (
        <Button loading={busy} onClick={() => void more(next)} sx={{ alignSelf: 'center' }}>
          {words.options.more}
        </Button>
      )}
    </>
  );
}
