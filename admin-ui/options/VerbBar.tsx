import { Box, Button, Stack, Tooltip, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import type { OptionVerb } from '../../rules/options/life.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { AllowedAction, OptionRecord } from './option-record.ts';
import { explained, isDestructive, isMainVerb, verbRank } from './verb-style.ts';

/** The name of a verb on this option: placing what is placed changes the placement. */
export function useVerbLabel(): (option: OptionRecord, verb: OptionVerb) => string {
  const text = useText();
  const { labels } = useFormat();
  return (option, verb) =>
    verb === 'place' && option.state === 'placed' ? text('options.modifyPlacement') : labels.verbs[verb];
}

function reasonOf(action: AllowedAction): string {
  return action.reasons.map(({ message }) => message).join(' ');
}

/** What the state forbids, each verb with its reason. */
function ForbiddenList({ option, actions }: { option: OptionRecord; actions: readonly AllowedAction[] }) {
  const text = useText();
  const label = useVerbLabel();
  if (actions.length === 0) return null;
  return (
    <Box
      component="details"
      sx={{ '& summary': { cursor: 'pointer', color: 'text.secondary', py: 0.5, fontSize: '0.875rem' } }}
    >
      <summary>{text('options.show.impossible', { smart_count: actions.length })}</summary>
      <Box
        component="dl"
        sx={{
          m: 0,
          mt: 0.5,
          columnGap: 4,
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', md: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        {actions.map((action) => (
          <Box key={action.verb} sx={{ py: 0.75 }}>
            <Typography component="dt" variant="body2" sx={{ fontWeight: 600 }}>
              {label(option, action.verb)}
            </Typography>
            <Typography component="dd" variant="body2" color="text.secondary" sx={{ m: 0 }}>
              {reasonOf(action)}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

/** A verb's button with what it does and who decides it as its description. */
function Explained({ verb, children }: { verb: OptionVerb; children: ReactElement }) {
  const text = useText();
  const key = explained[verb];
  return key === undefined ? (
    children
  ) : (
    <Tooltip title={text(key)} describeChild>
      {children}
    </Tooltip>
  );
}

/** What may be done with the option now: a button each; below, what the state forbids and why. Absent without the right. */
export function VerbBar({
  option,
  onChoose,
}: {
  option: OptionRecord;
  onChoose: (verb: OptionVerb) => void;
}) {
  const text = useText();
  const label = useVerbLabel();
  const actions = option.allowedActions.toSorted(
    (one, other) => verbRank(option.state, one.verb) - verbRank(option.state, other.verb),
  );
  const allowed = actions.filter((action) => action.allowed);
  const forbidden = actions.filter((action) => !action.allowed);
  if (actions.length === 0) return null;
  return (
    <Box role="group" aria-label={text('options.show.actions')} sx={{ mb: 2 }}>
      {allowed.length === 0 && (
        <Typography color="text.secondary" sx={{ mb: 1 }}>
          {text('options.show.noActions')}
        </Typography>
      )}
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
        {allowed.map(({ verb }) => (
          <Explained key={verb} verb={verb}>
            <Button
              variant={isMainVerb(option.state, verb) ? 'contained' : 'outlined'}
              color={isDestructive(verb) ? 'error' : 'primary'}
              onClick={() => onChoose(verb)}
              sx={{ bgcolor: isMainVerb(option.state, verb) ? undefined : 'background.paper' }}
            >
              {label(option, verb)}
            </Button>
          </Explained>
        ))}
      </Stack>
      <ForbiddenList option={option} actions={forbidden} />
    </Box>
  );
}
