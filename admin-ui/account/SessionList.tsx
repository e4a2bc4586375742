import { Box, Button, Stack, Typography } from '@mui/material';
import { ToneChip } from '../frame/ToneChip.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { deviceText, type OpenSession } from './security-record.ts';

type SessionListProps = {
  sessions: readonly OpenSession[];
  /** Absent: they are only looked at. */
  onEnd?: (session: OpenSession) => void;
  pending?: boolean;
};

function SessionRow({
  session,
  onEnd,
  pending = false,
}: Omit<SessionListProps, 'sessions'> & { session: OpenSession }) {
  const text = useText();
  const format = useFormat();
  const device = deviceText(session.device, text);
  return (
    <Stack
      component="li"
      direction="row"
      useFlexGap
      sx={{
        flexWrap: 'wrap',
        alignItems: 'center',
        justifyContent: 'space-between',
        gap: 1,
        py: 1.25,
        '&:not(:last-child)': { borderBottom: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Typography sx={{ fontWeight: 650 }}>{device}</Typography>
          {session.current && <ToneChip tone="success" label={text('account.sessions.current')} />}
        </Stack>
        <Typography variant="body2" color="text.secondary">
          {text('account.sessions.times', {
            opened: format.instant(session.openedAt),
            seen: format.instant(session.seenAt),
          })}
        </Typography>
      </Box>
      {onEnd !== undefined && !session.current && (
        <Button
          size="small"
          variant="outlined"
          disabled={pending}
          aria-label={text('account.sessions.endOne', { device })}
          onClick={() => onEnd(session)}
        >
          {text('account.sessions.end')}
        </Button>
      )}
    </Stack>
  );
}

/** Where somebody is signed in, the last seen first. */
export function SessionList({ sessions, ...row }: SessionListProps) {
  const text = useText();
  if (sessions.length === 0)
    return <Typography color="text.secondary">{text('account.sessions.none')}</Typography>;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {sessions.map((session) => (
        <SessionRow key={session.id} session={session} {...row} />
      ))}
    </Box>
  );
}
