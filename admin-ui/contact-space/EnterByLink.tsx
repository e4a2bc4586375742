import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { ask } from './ask.ts';
import { Failure } from './Failure.tsx';
import { useWords } from './words/use-words.ts';

/** The last step of a link: a person presses the button, a mail scanner does not. */
export function EnterByLink({
  token,
  onEntered,
  onAnother,
}: {
  token: string;
  onEntered: () => void;
  onAnother: () => void;
}) {
  const { words } = useWords();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const open = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await ask('/session', { method: 'POST', body: { token } });
      onEntered();
    } catch (problem) {
      setFailure(problem);
      setBusy(false);
    }
  };
  return (
    <Card variant="outlined" sx={{ maxWidth: 520, mx: 'auto' }}>
      <CardContent>
        <Stack spacing={2}>
          <Typography variant="h1">{words.link.title}</Typography>
          {failure === null ? (
            <Typography color="text.secondary">{words.link.intro}</Typography>
          ) : (
            <Failure failure={failure} />
          )}
          {failure === null ? (
            <Button variant="contained" size="large" loading={busy} onClick={() => void open()}>
              {words.link.open}
            </Button>
          ) : (
            <Button variant="contained" size="large" onClick={onAnother}>
              {words.link.another}
            </Button>
          )}
        </Stack>
      </CardContent>
    </Card>
  );
}
