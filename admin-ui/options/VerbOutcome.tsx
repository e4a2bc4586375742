import { Stack, TextField } from '@mui/material';
import { type OptionKind, overrideRight } from '../../rules/options/rights.ts';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useSeen } from '../frame/use-seen.ts';
import { useText } from '../messages/use-text.ts';
import { problemOf } from '../provider/problem.ts';
import { useRight } from '../provider/session.ts';

/** Whether the rules warned, so that a person with the right may go on with a motive. */
export function isWarning(failure: unknown): boolean {
  return problemOf(failure).code === 'authorisation.warned';
}

/** Whether the reader may go on after this warning, with a motive. */
export function useMayGoOn(failure: unknown, kind: OptionKind = 'seats'): boolean {
  const mayOverride = useRight(overrideRight(kind));
  return mayOverride && isWarning(failure);
}

/** What the server answered when it said no; after a warning, the motive to override it. */
export function VerbOutcome({
  failure,
  kind = 'seats',
  override,
  onOverride,
  fieldName,
}: {
  failure: unknown;
  kind?: OptionKind;
  override: string;
  onOverride: (reason: string) => void;
  /** Names a faulty field as the screen does. */
  fieldName?: (path: string) => string | undefined;
}) {
  const text = useText();
  const mayGoOn = useMayGoOn(failure, kind);
  const answer = useSeen<HTMLDivElement>(failure);
  if (failure === null) return null;
  return (
    <Stack ref={answer} spacing={2} sx={{ scrollMarginBottom: 96 }}>
      <ProblemAlert failure={failure} {...(fieldName === undefined ? {} : { fieldName })} />
      {mayGoOn && (
        <TextField
          label={text('optionActs.dialog.overrideReason')}
          helperText={text('optionActs.dialog.overrideHelp')}
          value={override}
          onChange={(event) => onOverride(event.target.value)}
          required
          multiline
          autoFocus
        />
      )}
    </Stack>
  );
}
