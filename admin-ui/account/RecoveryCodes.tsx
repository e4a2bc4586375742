import CopyIcon from '@mui/icons-material/ContentCopy';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Alert, Box, Button, Stack } from '@mui/material';
import { useNotify } from 'react-admin';
import { useText } from '../messages/use-text.ts';

/** Recovery codes, shown once: closing them is the last anybody sees of them. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const text = useText();
  const notify = useNotify();
  const all = codes.join('\n');
  const copy = async () => {
    await navigator.clipboard.writeText(all);
    notify(text('account.recovery.copied'), { type: 'info' });
  };
  return (
    <Stack spacing={2}>
      <Alert severity="warning">{text('account.recovery.once')}</Alert>
      <Box
        component="ul"
        aria-label={text('account.recovery.title')}
        sx={{
          m: 0,
          p: 1.5,
          listStyle: 'none',
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(130px, 1fr))',
          gap: 1,
          borderRadius: 1,
          bgcolor: 'background.default',
          fontFamily: 'monospace',
        }}
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </Box>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
        <Button startIcon={<CopyIcon />} onClick={() => void copy()}>
          {text('account.recovery.copy')}
        </Button>
        <Button
          startIcon={<DownloadIcon />}
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${all}\n`)}`}
          download={text('account.recovery.fileName')}
        >
          {text('account.recovery.download')}
        </Button>
      </Stack>
    </Stack>
  );
}
