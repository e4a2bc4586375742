import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Await } from './Await.tsx';
import { ask, type OwnOption } from './ask.ts';
import { Failure } from './Failure.tsx';
import type { Notice } from './notice.ts';
import { OptionFacts } from './OptionFacts.tsx';
import { useAsked } from './use-asked.ts';
import { isGone, useGone } from './use-gone.ts';
import { goTo, hrefOf } from './use-route.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';
import { useWords } from './words/use-words.ts';

interface Props {
  id: string;
  /** What was just done, said once. */
  notice: Notice | null;
  onNotice: (notice: Notice | null) => void;
  onGone: () => void;
}

/** One option whole; until somebody treats it, it may be changed and withdrawn. */
export function OptionPage({ id, notice, onNotice, onGone }: Props) {
  const { words } = useWords();
  const asked = useAsked<OwnOption>(`/options/${id}`);
  // why a withdrawal was not possible: it stays while the option is shown as it is now
  const [failure, setFailure] = useState<unknown>(null);
  useGone(asked.failure, onGone);
  const withdraw = async ({ version, number }: OwnOption) => {
    onNotice(null);
    setFailure(null);
    try {
      await ask(`/options/${id}/withdraw`, { method: 'POST', body: {}, version });
      onNotice({ done: 'withdrawn', number });
    } catch (problem) {
      if (isGone(problem)) onGone();
      setFailure(problem);
    }
    asked.again();
  };
  return (
    <Stack spacing={2}>
      <Link
        href={hrefOf({ page: 'options' })}
        onClick={() => onNotice(null)}
        sx={{ alignSelf: 'flex-start' }}
      >
        {`← ${words.option.back}`}
      </Link>
      {notice !== null && (
        <Alert severity="success" role="status" onClose={() => onNotice(null)} closeText={words.close}>
          {words.option[notice.done](notice.number)}
        </Alert>
      )}
      {failure !== null && <Failure failure={failure} />}
      <Await asked={asked}>{(option) => <Option option={option} onWithdraw={withdraw} />}</Await>
    </Stack>
  );
}

function Option({
  option,
  onWithdraw,
}: {
  option: OwnOption;
  onWithdraw: (option: OwnOption) => Promise<void>;
}) {
  const { words } = useWords();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const withdraw = async () => {
    setBusy(true);
    await onWithdraw(option);
    setBusy(false);
    setAsking(false);
  };
  return (
    <Card variant="outlined">
      <CardContent>
        <Stack spacing={2}>
          <Typography variant="h1">{words.options.heading(option.number)}</Typography>
          <OptionFacts option={option} />
          {option.open && (
            <>
              <Typography color="text.secondary">
                {option.changeable ? words.option.open : words.option.openProduct}
              </Typography>
              <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
                {option.changeable && (
                  <Button variant="contained" onClick={() => goTo({ page: 'change', id: option.id })}>
                    {words.option.change}
                  </Button>
                )}
                <Button color="error" variant="outlined" onClick={() => setAsking(true)}>
                  {words.option.withdraw}
                </Button>
              </Stack>
            </>
          )}
        </Stack>
      </CardContent>
      <WithdrawDialog
        number={option.number}
        open={asking}
        busy={busy}
        onKeep={() => setAsking(false)}
        onWithdraw={() => void withdraw()}
      />
    </Card>
  );
}
