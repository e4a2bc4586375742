import { Box, Stack, Typography } from '@mui/material';
import { useText } from '../messages/use-text.ts';
import type { Enrolment } from './security-record.ts';

/** In groups of four, to be typed from one screen into another. */
function grouped(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** What to do with a new authenticator: scan the picture, or type the secret. */
export function EnrolmentSteps({ enrolment }: { enrolment: Enrolment }) {
  const text = useText();
  return (
    <Stack spacing={1.5}>
      <Typography>{text('account.enrol.scan')}</Typography>
      <Box
        component="img"
        src={`data:image/svg+xml;utf8,${encodeURIComponent(enrolment.qrCode)}`}
        alt={text('account.enrol.picture')}
        sx={{ width: 200, height: 200, alignSelf: 'center', borderRadius: 1, bgcolor: 'common.white' }}
      />
      <Typography variant="body2" color="text.secondary">
        {text('account.enrol.byHand')}
      </Typography>
      <Box
        component="output"
        aria-label={text('account.enrol.secret')}
        sx={{
          display: 'block',
          p: 1.5,
          borderRadius: 1,
          bgcolor: 'background.default',
          fontFamily: 'monospace',
          overflowWrap: 'anywhere',
        }}
      >
        {grouped(enrolment.secret)}
      </Box>
      <Typography>{text('account.enrol.confirm')}</Typography>
    </Stack>
  );
}
