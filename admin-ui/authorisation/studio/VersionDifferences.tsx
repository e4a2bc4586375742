import { Box, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { type RuleDifference, ruleDifferences } from '../../../rules/authorisation/rule-differences.ts';
import { ruleSentence } from '../../../rules/authorisation/rule-sentence.ts';
import { Section } from '../../frame/Facts.tsx';
import { ToneChip } from '../../frame/ToneChip.tsx';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import { type RuleRow, type RuleSetRecord, writtenRule } from './rule-set-record.ts';
import { useRules } from './use-rule-sets.ts';

const tones = { added: 'success', removed: 'error', changed: 'info' } as const;

/** What a version changes of another one: by usual the one it was made from, else the one in force. */
export function VersionDifferences({ ruleSet }: { ruleSet: RuleSetRecord }) {
  const text = useText();
  const { data: versions = [] } = useGetList<RuleSetRecord>('rule-sets', {
    filter: { organisationId: ruleSet.organisationId },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'number', order: 'DESC' },
  });
  const others = versions.filter(({ id }) => id !== ruleSet.id);
  const usual = ruleSet.basedOnId ?? others.find(({ inForce }) => inForce)?.id ?? others[0]?.id ?? null;
  const [chosen, setChosen] = useState<string | null>(null);
  const otherId = others.some(({ id }) => id === (chosen ?? usual)) ? (chosen ?? usual) : null;
  const { data: mine } = useRules(ruleSet.id);
  const { data: theirs } = useRules(otherId);
  if (others.length === 0) return null;
  const differences =
    mine === undefined || theirs === undefined
      ? null
      : ruleDifferences(theirs.map(writtenRule), mine.map(writtenRule));
  const names = new Map([...(theirs ?? []), ...(mine ?? [])].map((rule) => [rule.code, rule]));
  return (
    <Section title={text('studio.differences.title')}>
      <Stack spacing={2}>
        <TextField
          select
          size="small"
          label={text('studio.differences.with')}
          value={otherId ?? ''}
          onChange={(event) => setChosen(event.target.value)}
          sx={{ maxWidth: 320 }}
        >
          {others.map(({ id, number, note }) => (
            <MenuItem key={id} value={id}>
              {[text('studio.version', { number }), note].filter((part) => part !== '').join(' – ')}
            </MenuItem>
          ))}
        </TextField>
        {differences?.length === 0 && <Typography>{text('studio.differences.none')}</Typography>}
        {differences?.map((difference) => (
          <Difference key={difference.code} difference={difference} rule={names.get(difference.code)} />
        ))}
      </Stack>
    </Section>
  );
}

function Difference({ difference, rule }: { difference: RuleDifference; rule: RuleRow | undefined }) {
  const text = useText();
  const { locale } = useFormat();
  const { kind, before, after, fields } = difference;
  return (
    <Box>
      <Stack direction="row" useFlexGap sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <ToneChip label={text(`studio.differences.${kind}`)} tone={tones[kind]} />
        <Typography sx={{ fontWeight: 650 }}>{(after ?? before)?.name}</Typography>
        {fields.length > 0 && (
          <Typography variant="body2" color="text.secondary">
            {fields.map((field) => text(`studio.field.${field}`)).join(', ')}
          </Typography>
        )}
      </Stack>
      {before !== null && (
        <Typography component="del" sx={{ display: 'block' }} color="text.secondary">
          {ruleSentence(locale, before, rule?.scopeName ?? null)}
        </Typography>
      )}
      {after !== null && (
        <Typography component="ins" sx={{ display: 'block', textDecoration: 'none' }}>
          {ruleSentence(locale, after, rule?.scopeName ?? null)}
        </Typography>
      )}
    </Box>
  );
}
