import {
  Alert,
  Box,
  Button,
  Checkbox,
  FormControlLabel,
  FormGroup,
  FormLabel,
  MenuItem,
  Stack,
  TextField,
  Typography,
} from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import {
  type ManagedRule,
  type ManagedScope,
  managedScopes,
} from '../../../rules/authorisation/managed-rule.ts';
import { managedRuleFaults, parseManagedRules } from '../../../rules/authorisation/parse-managed-rules.ts';
import { ruleSentence } from '../../../rules/authorisation/rule-sentence.ts';
import { message } from '../../../rules/messages/format.ts';
import { managedMoments } from '../../../rules/options/life.ts';
import { ConfirmDialog } from '../../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../../frame/ProblemAlert.tsx';
import { useNameText } from '../../frame/records/use-record-text.ts';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import { ConditionFaults } from './ConditionFaults.tsx';
import { ConditionsBuilder } from './ConditionsBuilder.tsx';
import { PickRecord } from './PickRecord.tsx';
import { endOf, firstDayOf, lastDayOf, startOf } from './rule-days.ts';
import { fromQuery, type QueryGroup, toQuery } from './rule-query.ts';
import type { RuleRow } from './rule-set-record.ts';

/** Where the api names faults of a rule that is written alone. */
const onlyRule = ['rules', 0].join('.');

const boundTo: Readonly<Record<Exclude<ManagedScope, 'all'>, string>> = {
  season: 'seasons',
  activity: 'season-activities',
  'seat-category': 'seat-categories',
  'collectivity-type': 'collectivity-types',
  'option-profile': 'option-profiles',
};

/** A rule that is being written: its numbers and dates may not be whole yet. */
type Draft = Omit<RuleRow, 'conditions'> & { query: QueryGroup; json: string };

/** A rule as a new one begins. */
export const newRule: RuleRow = {
  code: '',
  name: '',
  scope: 'all',
  scopeId: null,
  scopeName: null,
  moments: ['request', 'placement'],
  outcome: 'refuse',
  priority: 0,
  validFrom: null,
  validUntil: null,
  messageFr: null,
  messageEn: null,
  conditions: { all: [{ fact: 'contact.performanceTotal', operator: 'greaterThan', value: 60 }] },
};

function draftOf({ conditions, ...rule }: RuleRow): Draft {
  return { ...rule, query: toQuery(conditions), json: JSON.stringify(conditions, null, 2) };
}

function asWritten({ scopeName: _name, query: _query, json, ...rule }: Draft): Record<string, unknown> {
  return { ...rule, code: rule.code === '' ? codeOf(rule.name) : rule.code, conditions: parsed(json) };
}

/** A code out of a name, for who gives none. */
function codeOf(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return plain
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The rule, when nothing is wrong with it. */
function soundRule(written: unknown): ManagedRule | null {
  return managedRuleFaults([written]).length === 0 ? (parseManagedRules([written])[0] ?? null) : null;
}

/** Writes one rule: what it is bound to, its conditions in the builder or as JSON, and what it means in both languages. */
export function RuleEditor({
  rule,
  pending,
  failure,
  onCancel,
  onSave,
}: {
  rule: RuleRow;
  pending: boolean;
  failure: unknown;
  onCancel: () => void;
  onSave: (rule: RuleRow) => void;
}) {
  const text = useText();
  const { locale } = useFormat();
  const nameText = useNameText();
  const [draft, setDraft] = useState(() => draftOf(rule));
  const [tried, setTried] = useState(false);
  const [asJson, setAsJson] = useState(false);
  const momentsId = useId();
  const change = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  const written = asWritten(draft);
  const faults = managedRuleFaults([written]);
  const sound = soundRule(written);
  const faultAt = (field: string): string | null => {
    const fault = tried ? faults.find(({ path }) => path === `${onlyRule}.${field}`) : undefined;
    return fault === undefined ? null : message(locale, fault.code);
  };
  const build = (query: QueryGroup) => {
    const conditions = fromQuery(query);
    change({ query, ...(conditions === null ? {} : { json: JSON.stringify(conditions, null, 2) }) });
  };
  const writeJson = (json: string) => {
    const made = soundRule({
      ...written,
      conditions: parsed(json),
      name: 'x',
      code: 'x',
      scope: 'all',
      scopeId: null,
    });
    change({ json, ...(made === null ? {} : { query: toQuery(made.conditions) }) });
  };
  const inConditions = faults.filter(({ path }) => path.startsWith(`${onlyRule}.conditions`));
  return (
    <ConfirmDialog
      open
      wide
      title={text(rule.code === '' ? 'studio.rule.new' : 'studio.rule.edit')}
      submit={text('studio.rule.save')}
      pending={pending}
      onCancel={onCancel}
      onSubmit={() => {
        setTried(true);
        if (sound !== null) onSave({ ...sound, scopeName: draft.scopeName });
      }}
    >
      <TextField
        label={text('studio.rule.name')}
        value={draft.name}
        onChange={(event) => change({ name: event.target.value })}
        error={faultAt('name') !== null}
        helperText={faultAt('name')}
        required
        autoFocus
      />
      <Row>
        <TextField
          select
          fullWidth
          label={text('studio.rule.scope')}
          value={draft.scope}
          onChange={(event) => {
            const scope = managedScopes.find((known) => known === event.target.value) ?? 'all';
            change({ scope, scopeId: null, scopeName: null });
          }}
        >
          {managedScopes.map((scope) => (
            <MenuItem key={scope} value={scope}>
              {text(`studio.scope.${scope}`)}
            </MenuItem>
          ))}
        </TextField>
        {draft.scope !== 'all' && (
          <PickRecord<{ id: string; name: string }>
            resource={boundTo[draft.scope]}
            label={text(`studio.scope.${draft.scope}`)}
            value={draft.scopeId}
            onChange={(scopeId, scopeName) => change({ scopeId, scopeName })}
            optionText={nameText}
            sort={{ field: 'name', order: 'ASC' }}
            error={faultAt('scopeId')}
          />
        )}
      </Row>
      <Box component="fieldset" aria-labelledby={momentsId} sx={{ border: 0, m: 0, p: 0 }}>
        <FormLabel id={momentsId} error={faultAt('moments') !== null}>
          {text('studio.rule.moments')}
        </FormLabel>
        <FormGroup row>
          {managedMoments.map((moment) => (
            <FormControlLabel
              key={moment}
              label={text(`studio.moment.${moment}`)}
              control={
                <Checkbox
                  checked={draft.moments.includes(moment)}
                  onChange={(_event, on) =>
                    change({
                      moments: on
                        ? [...draft.moments, moment]
                        : draft.moments.filter((other) => other !== moment),
                    })
                  }
                />
              }
            />
          ))}
        </FormGroup>
        {faultAt('moments') !== null && <Typography color="error">{faultAt('moments')}</Typography>}
        {draft.moments.includes('distribution') && (
          <Typography variant="body2" color="text.secondary">
            {text('studio.rule.distributionNote')}
          </Typography>
        )}
      </Box>
      <Row>
        <TextField
          select
          fullWidth
          label={text('studio.rule.outcome')}
          value={draft.outcome}
          onChange={(event) => change({ outcome: event.target.value === 'warn' ? 'warn' : 'refuse' })}
        >
          <MenuItem value="refuse">{text('studio.outcome.refuse')}</MenuItem>
          <MenuItem value="warn">{text('studio.outcome.warn')}</MenuItem>
        </TextField>
        <TextField
          fullWidth
          type="number"
          label={text('studio.rule.priority')}
          helperText={faultAt('priority') ?? text('studio.rule.priorityHelp')}
          error={faultAt('priority') !== null}
          value={draft.priority}
          onChange={(event) => change({ priority: Number(event.target.value) })}
        />
      </Row>
      <Stack
        direction="row"
        useFlexGap
        sx={{ alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap', gap: 1 }}
      >
        <Typography variant="h3">{text('studio.builder.title')}</Typography>
        <Button size="small" onClick={() => setAsJson(!asJson)}>
          {text(asJson ? 'studio.rule.hideJson' : 'studio.rule.showJson')}
        </Button>
      </Stack>
      <Box
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: asJson ? '3fr 2fr' : '1fr' } }}
      >
        <ConditionsBuilder query={draft.query} onChange={build} />
        {asJson && (
          <TextField
            label={text('studio.rule.json')}
            value={draft.json}
            onChange={(event) => writeJson(event.target.value)}
            multiline
            minRows={8}
            maxRows={20}
            error={inConditions.length > 0}
            slotProps={{ htmlInput: { spellCheck: false, style: { fontFamily: 'monospace', fontSize: 13 } } }}
          />
        )}
      </Box>
      {inConditions.length > 0 && <ConditionFaults faults={inConditions} />}
      <Meaning rule={sound ?? draftMeaning(written)} scopeName={draft.scopeName} />
      <Row>
        <TextField
          fullWidth
          multiline
          label={text('studio.rule.messageFr')}
          helperText={faultAt('messageFr') ?? text('studio.rule.messageHelp')}
          error={faultAt('messageFr') !== null}
          value={draft.messageFr ?? ''}
          onChange={(event) => change({ messageFr: event.target.value === '' ? null : event.target.value })}
        />
        <TextField
          fullWidth
          multiline
          label={text('studio.rule.messageEn')}
          helperText={faultAt('messageEn')}
          error={faultAt('messageEn') !== null}
          value={draft.messageEn ?? ''}
          onChange={(event) => change({ messageEn: event.target.value === '' ? null : event.target.value })}
        />
      </Row>
      <Row>
        <TextField
          fullWidth
          type="date"
          label={text('studio.rule.validFrom')}
          value={firstDayOf(draft.validFrom)}
          onChange={(event) => change({ validFrom: startOf(event.target.value) })}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <TextField
          fullWidth
          type="date"
          label={text('studio.rule.validUntil')}
          value={lastDayOf(draft.validUntil)}
          onChange={(event) => change({ validUntil: endOf(event.target.value) })}
          error={faultAt('validUntil') !== null}
          helperText={faultAt('validUntil')}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <TextField
          fullWidth
          label={text('studio.rule.code')}
          value={draft.code}
          placeholder={codeOf(draft.name)}
          onChange={(event) => change({ code: event.target.value })}
          error={faultAt('code') !== null}
          helperText={faultAt('code')}
        />
      </Row>
      {tried && faults.length > 0 && inConditions.length < faults.length && (
        <Alert severity="error">{text('studio.rule.faults')}</Alert>
      )}
      {failure !== null && <ProblemAlert failure={failure} />}
    </ConfirmDialog>
  );
}

function Row({ children }: { children: ReactNode }) {
  return (
    <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2} sx={{ alignItems: 'flex-start' }}>
      {children}
    </Stack>
  );
}

/** A rule that lacks a name still says what it means. */
function draftMeaning(written: Record<string, unknown>): ManagedRule | null {
  return soundRule({
    ...written,
    name: 'x',
    code: 'x',
    scopeId: null,
    scope: 'all',
    messageFr: null,
    messageEn: null,
  });
}

function Meaning({ rule, scopeName }: { rule: ManagedRule | null; scopeName: string | null }) {
  const text = useText();
  if (rule === null) return null;
  return (
    <Alert severity="info" icon={false} aria-label={text('studio.rule.meaning')}>
      <Typography lang="fr">{ruleSentence('fr', rule, scopeName)}</Typography>
      <Typography lang="en" color="text.secondary" sx={{ mt: 0.5 }}>
        {ruleSentence('en', rule, scopeName)}
      </Typography>
    </Alert>
  );
}
