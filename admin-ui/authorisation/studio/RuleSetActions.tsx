import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import PublishIcon from '@mui/icons-material/TaskAltOutlined';
import UndoIcon from '@mui/icons-material/UndoOutlined';
import { Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { ConfirmDialog } from '../../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../../frame/ProblemAlert.tsx';
import { pageOf } from '../../frame/records/record-kind.ts';
import { useText } from '../../messages/use-text.ts';
import { useRight } from '../../provider/session.ts';
import type { RuleSetRecord } from './rule-set-record.ts';
import { useImpact, useRuleSetVerb } from './use-rule-sets.ts';

/** What may be done with a version as a whole: publish, copy, roll back. */
export function RuleSetActions({ ruleSet }: { ruleSet: RuleSetRecord }) {
  const mayCreate = useRight('authorisation.rules:create');
  const mayPublish = useRight('authorisation.rules:execute');
  return (
    <>
      {mayCreate && <Copy ruleSet={ruleSet} />}
      {mayPublish && ruleSet.inForce && <RollBack ruleSet={ruleSet} />}
      {mayPublish && (ruleSet.state === 'draft' || ruleSet.state === 'simulated') && (
        <Publish ruleSet={ruleSet} />
      )}
    </>
  );
}

function Copy({ ruleSet }: { ruleSet: RuleSetRecord }) {
  const text = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const copy = useRuleSetVerb<RuleSetRecord>(ruleSet, 'copy', async ({ id, number }) => {
    notify(text('studio.copy.done', { number }), { type: 'success' });
    await navigate(pageOf('rule-sets', id));
  });
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<CopyIcon />}
        loading={copy.isPending}
        onClick={() => copy.mutate({})}
      >
        {text('studio.copy.submit')}
      </Button>
      {copy.error !== null && <ProblemAlert failure={copy.error} />}
    </>
  );
}

function Publish({ ruleSet }: { ruleSet: RuleSetRecord }) {
  const text = useText();
  const notify = useNotify();
  const { data: impact } = useImpact(ruleSet.id);
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState('');
  const [reason, setReason] = useState('');
  const publish = useRuleSetVerb<RuleSetRecord>(ruleSet, 'publish', ({ number }) => {
    setOpen(false);
    notify(text('studio.publish.done', { number }), { type: 'success' });
  });
  const ready = ruleSet.state === 'simulated' && impact?.fresh === true;
  return (
    <>
      <Button
        variant="contained"
        startIcon={<PublishIcon />}
        disabled={!ready}
        title={ready ? undefined : text('studio.publish.first')}
        onClick={() => {
          publish.reset();
          setOpen(true);
        }}
      >
        {text('studio.publish.submit')}
      </Button>
      <ConfirmDialog
        open={open}
        title={text('studio.publish.title', { number: ruleSet.number })}
        submit={text('studio.publish.submit')}
        pending={publish.isPending}
        onCancel={() => setOpen(false)}
        onSubmit={() =>
          publish.mutate({
            ...(from === '' ? {} : { effectiveAt: new Date(from).toISOString() }),
            ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
          })
        }
      >
        <Typography>{text('studio.publish.body')}</Typography>
        <TextField
          type="datetime-local"
          label={text('studio.publish.from')}
          helperText={text('studio.publish.fromHelp')}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <TextField
          label={text('studio.publish.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          multiline
        />
        {publish.error !== null && <ProblemAlert failure={publish.error} />}
      </ConfirmDialog>
    </>
  );
}

function RollBack({ ruleSet }: { ruleSet: RuleSetRecord }) {
  const text = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const back = useRuleSetVerb<RuleSetRecord>(ruleSet, 'roll-back', async ({ id, number }) => {
    setOpen(false);
    notify(text('studio.rollBack.done', { number }), { type: 'success' });
    await navigate(pageOf('rule-sets', id));
  });
  const missing = tried && reason.trim() === '';
  return (
    <>
      <Button
        variant="outlined"
        color="error"
        startIcon={<UndoIcon />}
        onClick={() => {
          back.reset();
          setOpen(true);
        }}
      >
        {text('studio.rollBack.submit')}
      </Button>
      <ConfirmDialog
        open={open}
        destructive
        title={text('studio.rollBack.title', { number: ruleSet.number })}
        submit={text('studio.rollBack.submit')}
        pending={back.isPending}
        onCancel={() => setOpen(false)}
        onSubmit={() => {
          setTried(true);
          if (reason.trim() !== '') back.mutate({ reason: reason.trim() });
        }}
      >
        <Typography>{text('studio.rollBack.body')}</Typography>
        <TextField
          label={text('studio.rollBack.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          required
          multiline
          error={missing}
          helperText={missing ? text('frame.common.required') : undefined}
        />
        {back.error !== null && <ProblemAlert failure={back.error} />}
      </ConfirmDialog>
    </>
  );
}
