import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useNavigation } from '../frame/use-navigation.ts';
import { useText } from '../messages/use-text.ts';
import { Key } from './Key.tsx';

type Line = { keys: ReactNode; label: string };

function Lines({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <Box component="section" sx={{ breakInside: 'avoid', mb: 2 }}>
      <Typography variant="h3" gutterBottom>
        {title}
      </Typography>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: 'minmax(92px, auto) 1fr', gap: 1 }}
      >
        {lines.map(({ keys, label }) => (
          <Box key={label} sx={{ display: 'contents' }}>
            <Box
              component="dt"
              sx={{
                display: 'flex',
                gap: 0.5,
                alignItems: 'center',
                color: 'text.secondary',
                fontSize: '0.75rem',
              }}
            >
              {keys}
            </Box>
            <Typography component="dd" variant="body2" sx={{ m: 0 }}>
              {label}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

/** Every key of the console, on one sheet. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const text = useText();
  const titleId = useId();
  const entries = useNavigation().flatMap((section) => section.entries);
  const going = entries.flatMap(({ letter, label }): Line[] =>
    letter === undefined
      ? []
      : [
          {
            label: text('search.keys.go', { page: text(label) }),
            keys: (
              <>
                <Key name="g" />
                {text('search.keys.after')}
                <Key name={letter} />
              </>
            ),
          },
        ],
  );
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="md">
      <DialogTitle id={titleId} variant="h2">
        {text('search.keys.title')}
      </DialogTitle>
      <DialogContent>
        <Box sx={{ columns: { md: 2 }, columnGap: 5 }}>
          <Lines
            title={text('search.keys.anywhere')}
            lines={[
              {
                label: text('search.keys.palette'),
                keys: (
                  <>
                    <Key name={text('search.keys.ctrl')} />
                    <Key name="K" />
                  </>
                ),
              },
              { label: text('search.keys.sheet'), keys: <Key name="?" /> },
              { label: text('search.keys.create'), keys: <Key name="n" /> },
              ...going,
            ]}
          />
          <Lines
            title={text('search.keys.lists')}
            lines={[
              { label: text('search.keys.filter'), keys: <Key name="/" /> },
              { label: text('search.keys.next'), keys: <Key name="j" /> },
              { label: text('search.keys.previous'), keys: <Key name="k" /> },
              { label: text('search.keys.open'), keys: <Key name={text('search.keys.enter')} /> },
            ]}
          />
        </Box>
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {text('search.keys.note')}
        </Typography>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose} autoFocus>
          {text('search.keys.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
