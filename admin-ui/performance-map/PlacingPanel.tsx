import {
  Alert,
  Box,
  Button,
  FormControl,
  FormControlLabel,
  FormLabel,
  Link as MuiLink,
  Radio,
  RadioGroup,
  Stack,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
  Typography,
} from '@mui/material';
import { Link } from 'react-router';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { OptionRecord } from '../options/option-record.ts';
import { VerbOutcome } from '../options/VerbOutcome.tsx';
import { problemOf } from '../provider/problem.ts';
import type { LineProposals, Pick } from './place-picks.ts';

/** How many of the seats asked for are chosen, and what that means. */
function Chosen({ count, quantity }: { count: number; quantity: number }) {
  const text = useText();
  const format = useFormat();
  const values = { count: format.number(count), quantity: format.number(quantity) };
  return (
    <Box role="status">
      <Typography variant="subtitle2" component="p">
        {text('performanceMap.placing.chosen', values)}
      </Typography>
      {count > 0 && count < quantity && (
        <Typography variant="body2">{text('performanceMap.placing.fewer')}</Typography>
      )}
      {count > quantity && (
        <Typography variant="body2" color="error">
          {text('performanceMap.placing.tooMany', values)}
        </Typography>
      )}
    </Box>
  );
}

function Proposals({
  line,
  pick,
  onPick,
}: {
  line: LineProposals;
  pick: Pick;
  onPick: (pick: Pick) => void;
}) {
  const text = useText();
  return (
    <FormControl>
      <FormLabel id="seat-proposals">{text('performanceMap.placing.proposals')}</FormLabel>
      <RadioGroup
        aria-labelledby="seat-proposals"
        value={'seats' in pick ? 'own' : String(pick.proposal)}
        onChange={(_, value) => onPick(value === 'own' ? { seats: new Set() } : { proposal: Number(value) })}
      >
        {line.proposals.map((proposal, at) => (
          <FormControlLabel
            key={proposal.seats[0]?.id ?? at}
            value={String(at)}
            control={<Radio size="small" />}
            sx={{ alignItems: 'flex-start', mb: 1 }}
            label={
              <>
                <Typography variant="subtitle2" component="span">
                  {text('performanceMap.placing.proposal', { rank: at + 1 })}
                </Typography>
                <Box component="span" sx={{ display: 'block', fontSize: '0.8125rem' }}>
                  {proposal.seats[0]?.label}
                  {proposal.seats.length > 1 && ` → ${proposal.seats.at(-1)?.label ?? ''}`}
                </Box>
                {proposal.reasons.map(({ code, message }) => (
                  <Box
                    key={code}
                    component="span"
                    sx={{ display: 'block', fontSize: '0.8125rem', color: 'text.secondary' }}
                  >
                    {message}
                  </Box>
                ))}
              </>
            }
          />
        ))}
        <FormControlLabel
          value="own"
          control={<Radio size="small" />}
          label={text('performanceMap.placing.own')}
        />
      </RadioGroup>
      {'seats' in pick && (
        <Typography variant="body2" color="text.secondary">
          {text('performanceMap.placing.ownHelp')}
        </Typography>
      )}
    </FormControl>
  );
}

/** What the placement of an option from the map asks: a proposal or seats of one's own, line by line. */
export function PlacingPanel({
  option,
  lines,
  active,
  onLine,
  pick,
  onPick,
  count,
  outside,
  reason,
  onReason,
  lost,
  failure,
  override,
  onOverride,
  pending,
  ready,
  onSubmit,
  onLeave,
}: {
  option: OptionRecord;
  lines: readonly LineProposals[];
  active: LineProposals;
  onLine: (lineId: string) => void;
  pick: Pick;
  onPick: (pick: Pick) => void;
  /** Seats chosen for the line. */
  count: number;
  /** The performance is none of the option's choices: a motive is needed. */
  outside: boolean;
  reason: string;
  onReason: (reason: string) => void;
  lost: boolean;
  failure: unknown;
  override: string;
  onOverride: (reason: string) => void;
  pending: boolean;
  ready: boolean;
  onSubmit: () => void;
  onLeave: () => void;
}) {
  const text = useText();
  const format = useFormat();
  const nameOf = (lineId: string) => option.lines.find(({ id }) => id === lineId)?.seatCategoryName ?? '';
  return (
    <Stack spacing={1.5}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'baseline' }}>
        <Typography variant="subtitle1" component="h3" sx={{ fontWeight: 650 }}>
          {text('performanceMap.placing.title', { number: option.number })}
        </Typography>
        <MuiLink component={Link} to={`/options/${option.id}/show`}>
          {option.contactName}
        </MuiLink>
      </Box>
      {lost && (
        <Alert severity="warning">
          {text('performanceMap.placing.lost')}{' '}
          {problemOf(failure)
            .reasons.map(({ message }) => message)
            .join(' ')}
        </Alert>
      )}
      {lines.length > 1 && (
        <ToggleButtonGroup
          exclusive
          size="small"
          value={active.lineId}
          aria-label={text('performanceMap.placing.line')}
          onChange={(_, next: string | null) => next !== null && onLine(next)}
          sx={{ flexWrap: 'wrap' }}
        >
          {lines.map(({ lineId, quantity }) => (
            <ToggleButton key={lineId} value={lineId}>
              {text('performanceMap.placing.lineOf', {
                quantity: format.number(quantity),
                name: nameOf(lineId),
              })}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      {lines.length === 1 && (
        <Typography variant="body2">
          {text('performanceMap.placing.lineOf', {
            quantity: format.number(active.quantity),
            name: nameOf(active.lineId),
          })}
        </Typography>
      )}
      {active.left.map(({ performanceId, reasons }) => (
        <Alert key={performanceId} severity="info">
          {text('performanceMap.placing.left')} {reasons.map(({ message }) => message).join(' ')}
        </Alert>
      ))}
      <Proposals line={active} pick={pick} onPick={onPick} />
      <Chosen count={count} quantity={active.quantity} />
      {outside && (
        <TextField
          label={text('optionActs.dialog.reason')}
          helperText={text('optionActs.dialog.outsideChoices')}
          required
          value={reason}
          onChange={(event) => onReason(event.target.value)}
        />
      )}
      <VerbOutcome failure={lost ? null : failure} override={override} onOverride={onOverride} />
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button variant="contained" loading={pending} disabled={!ready} onClick={onSubmit}>
          {text('performanceMap.placing.submit')}
        </Button>
        <Button color="inherit" onClick={onLeave} disabled={pending}>
          {text('performanceMap.placing.leave')}
        </Button>
      </Box>
    </Stack>
  );
}
