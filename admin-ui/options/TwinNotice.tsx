import { Alert, Button, Stack } from '@mui/material';
import { useGetOne, useNotify } from 'react-admin';
import type { OptionVerb } from '../../rules/options/life.ts';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { isWholeOption, type OptionRecord } from './option-record.ts';
import { useOptionVerb } from './use-option-verb.ts';

export type TwinProposal = { id: string; number: number; verb: OptionVerb };

function Proposal({ twin, verb, onDone }: { twin: OptionRecord; verb: OptionVerb; onDone: () => void }) {
  const text = useText();
  const { labels } = useFormat();
  const notify = useNotify();
  const call = useOptionVerb(twin, verb);
  return (
    <Alert
      severity="info"
      onClose={onDone}
      sx={{ mb: 2 }}
      slotProps={{ closeButton: { 'aria-label': text('products.twin.later') } }}
    >
      <Stack spacing={1} sx={{ alignItems: 'flex-start' }}>
        <span>{text('products.twin.proposed', { number: twin.number })}</span>
        <Button
          variant="outlined"
          loading={call.isPending}
          onClick={() =>
            call.mutate(
              {},
              {
                onSuccess: ({ number, state }) => {
                  notify(text('optionActs.dialog.verbResult', { number, state: labels.states[state] }), {
                    type: 'success',
                  });
                  onDone();
                },
              },
            )
          }
        >
          {text('products.twin.done', { verb: labels.verbs[verb], number: twin.number })}
        </Button>
        {call.error !== null && <ProblemAlert failure={call.error} />}
      </Stack>
    </Alert>
  );
}

/** After a verb on an option: the same for its twin, one click away; nothing is done to it without. */
export function TwinNotice({ proposal, onDone }: { proposal: TwinProposal; onDone: () => void }) {
  const { data } = useGetOne<OptionRecord>('options', { id: proposal.id });
  if (data === undefined || !isWholeOption(data)) return null;
  return <Proposal twin={data} verb={proposal.verb} onDone={onDone} />;
}
