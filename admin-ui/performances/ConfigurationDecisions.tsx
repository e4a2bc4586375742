import { Alert, Checkbox, FormControlLabel, Stack } from '@mui/material';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { ChangeWish, Preview } from './use-performance-change.ts';

/** Whether the change can be done as it was decided. */
export function isPossible({ configuration }: Preview, { takeBack, movePromised }: ChangeWish): boolean {
  if (configuration === null) return true;
  if (configuration.promisedUnfit > 0) return false;
  return (takeBack || configuration.unfit === 0) && (movePromised || configuration.promisedMoves === 0);
}

/** What a person has to accept of another configuration: nothing that was promised is changed unless they say so. */
export function ConfigurationDecisions({
  preview,
  wish,
  onChange,
}: {
  preview: Preview;
  wish: ChangeWish;
  onChange: (wish: ChangeWish) => void;
}) {
  const text = useText();
  const format = useFormat();
  const { configuration } = preview;
  if (configuration === null) return null;
  const { unfit, promisedMoves, promisedUnfit } = configuration;
  const told = (key: 'unfit' | 'promisedMoves' | 'promisedUnfit', count: number) =>
    text(`performanceChange.decide.${key}`, { count: format.number(count) });
  if (promisedUnfit > 0) return <Alert severity="error">{told('promisedUnfit', promisedUnfit)}</Alert>;
  if (unfit + promisedMoves === 0) return null;
  return (
    <Alert severity="warning" sx={{ '& .MuiAlert-message': { width: '100%' } }}>
      <Stack spacing={1}>
        {unfit > 0 && (
          <>
            <span>{told('unfit', unfit)}</span>
            <FormControlLabel
              control={<Checkbox checked={wish.takeBack} color="default" />}
              label={text('performanceChange.decide.takeBack')}
              onChange={(_event, takeBack) => onChange({ ...wish, takeBack })}
            />
          </>
        )}
        {promisedMoves > 0 && (
          <>
            <span>{told('promisedMoves', promisedMoves)}</span>
            <FormControlLabel
              control={<Checkbox checked={wish.movePromised} color="default" />}
              label={text('performanceChange.decide.movePromised')}
              onChange={(_event, movePromised) => onChange({ ...wish, movePromised })}
            />
          </>
        )}
        {!isPossible(preview, wish) && <strong>{text('performanceChange.decide.undecided')}</strong>}
      </Stack>
    </Alert>
  );
}
