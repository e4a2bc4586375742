import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  Typography,
} from '@mui/material';
import { useId, useState } from 'react';
import { useNotify } from 'react-admin';
import { Section } from '../frame/Facts.tsx';
import { ToneChip } from '../frame/ToneChip.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { CodeDialog } from './CodeDialog.tsx';
import { EnrolDialog } from './EnrolDialog.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import type { AccountSecurity, RecoveryCodesAnswer } from './security-record.ts';

type Asked = 'enrol' | 'codes' | 'remove';

/** Few enough codes left to say so. */
const fewCodes = 3;

function CodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const text = useText();
  const titleId = useId();
  return (
    <Dialog open aria-labelledby={titleId}>
      <DialogTitle id={titleId} variant="h2">
        {text('account.recovery.title')}
      </DialogTitle>
      <DialogContent>
        <RecoveryCodes codes={codes} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button variant="contained" onClick={onClose}>
          {text('account.recovery.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** One's second factor: put in place, renewed, taken away. */
export function SecondFactorSection({
  security,
  onChanged,
}: {
  security: AccountSecurity;
  onChanged: () => void;
}) {
  const text = useText();
  const format = useFormat();
  const notify = useNotify();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { state, confirmedAt, recoveryCodes } = security.secondFactor;
  const enrolled = state === 'enrolled';
  const done = (made: readonly string[] | null) => {
    setAsked(null);
    setCodes(made);
    onChanged();
  };
  return (
    <Section
      title={text('account.secondFactor.title')}
      action={
        <ToneChip
          tone={enrolled ? 'success' : 'neutral'}
          label={text(enrolled ? 'account.secondFactor.on' : 'account.secondFactor.off')}
        />
      }
    >
      <Stack spacing={1.5} sx={{ alignItems: 'flex-start' }}>
        <Typography>
          {enrolled && confirmedAt !== null
            ? text('account.secondFactor.since', { at: format.instant(confirmedAt) })
            : text('account.secondFactor.intro')}
        </Typography>
        {enrolled && (
          <Alert severity={recoveryCodes < fewCodes ? 'warning' : 'info'} sx={{ width: '100%' }}>
            {text('account.secondFactor.codesLeft', { smart_count: recoveryCodes })}
          </Alert>
        )}
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
          {enrolled ? (
            <>
              <Button variant="outlined" onClick={() => setAsked('codes')}>
                {text('account.codes.open')}
              </Button>
              <Button variant="outlined" color="error" onClick={() => setAsked('remove')}>
                {text('account.remove.open')}
              </Button>
            </>
          ) : (
            <Button variant="contained" onClick={() => setAsked('enrol')}>
              {text('account.enrol.open')}
            </Button>
          )}
        </Stack>
      </Stack>
      {asked === 'enrol' && (
        <EnrolDialog fresh={security.fresh} onCancel={() => setAsked(null)} onEnrolled={done} />
      )}
      {asked === 'codes' && (
        <CodeDialog<RecoveryCodesAnswer>
          question="codes"
          onCancel={() => setAsked(null)}
          onDone={(answer) => done(answer.recoveryCodes)}
        />
      )}
      {asked === 'remove' && (
        <CodeDialog
          question="remove"
          onCancel={() => setAsked(null)}
          onDone={() => {
            notify(text('account.remove.done'), { type: 'success' });
            done(null);
          }}
        />
      )}
      {codes !== null && <CodesDialog codes={codes} onClose={() => setCodes(null)} />}
    </Section>
  );
}
