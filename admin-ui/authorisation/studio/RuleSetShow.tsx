import AddIcon from '@mui/icons-material/Add';
import { Box, Button, Stack } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { type Fact, Facts, Section } from '../../frame/Facts.tsx';
import { PageHeader } from '../../frame/PageHeader.tsx';
import { ProblemAlert } from '../../frame/ProblemAlert.tsx';
import { RecordPage } from '../../frame/RecordPage.tsx';
import { RecordTimeline } from '../../frame/records/RecordTimeline.tsx';
import { useOrganisationName } from '../../frame/use-organisation-name.ts';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import { useRight } from '../../provider/session.ts';
import { DryRunPanel } from './DryRunPanel.tsx';
import { ImpactPanel } from './ImpactPanel.tsx';
import { RuleSetActions } from './RuleSetActions.tsx';
import { RuleSetChip } from './RuleSetChip.tsx';
import { useCounting } from './RuleSetList.tsx';
import { RulesByScope } from './RulesByScope.tsx';
import { type RuleRow, type RuleSetRecord, writtenRule } from './rule-set-record.ts';
import { useRules, useWriteRules } from './use-rule-sets.ts';
import { VersionDifferences } from './VersionDifferences.tsx';

/** The builder is heavy: it comes when somebody writes. */
const RuleEditor = lazy(async () => {
  const { RuleEditor: Editor } = await import('./RuleEditor.tsx');
  return { default: Editor };
});
const newRule = async () => (await import('./RuleEditor.tsx')).newRule;

function Rules({ ruleSet }: { ruleSet: RuleSetRecord }) {
  const text = useText();
  const mayWrite = useRight('authorisation.rules:modify');
  const { data: rules = [], error } = useRules(ruleSet.id);
  const [edited, setEdited] = useState<RuleRow | null>(null);
  const write = useWriteRules(ruleSet, () => setEdited(null));
  const open = mayWrite && (ruleSet.state === 'draft' || ruleSet.state === 'simulated');
  const save = (rule: RuleRow) => {
    const known = rules.some(({ code }) => code === edited?.code);
    const next = known
      ? rules.map((other) => (other.code === edited?.code ? rule : other))
      : [...rules, rule];
    write.mutate(next.map(writtenRule));
  };
  const edit = (rule: RuleRow) => {
    write.reset();
    setEdited(rule);
  };
  return (
    <Section
      title={text('studio.rules.title')}
      action={
        open ? (
          <Button startIcon={<AddIcon />} onClick={() => void newRule().then(edit)}>
            {text('studio.rules.add')}
          </Button>
        ) : undefined
      }
    >
      {error !== null && <ProblemAlert failure={error} />}
      <RulesByScope
        rules={rules}
        {...(open
          ? {
              onEdit: edit,
              onRemove: (rule: RuleRow) =>
                write.mutate(rules.filter(({ code }) => code !== rule.code).map(writtenRule)),
            }
          : {})}
      />
      {edited === null && write.error !== null && <ProblemAlert failure={write.error} />}
      {edited !== null && (
        <Suspense fallback={null}>
          <RuleEditor
            rule={edited}
            pending={write.isPending}
            failure={write.error}
            onCancel={() => setEdited(null)}
            onSave={save}
          />
        </Suspense>
      )}
    </Section>
  );
}

function Version({ ruleSet }: { ruleSet: RuleSetRecord }) {
  const text = useText();
  const format = useFormat();
  const counting = useCounting();
  const facts: Fact[] = [
    { label: text('studio.list.counts'), value: counting(ruleSet) },
    { label: text('studio.show.organisation'), value: useOrganisationName(ruleSet.organisationId) },
    {
      label: text('studio.list.written'),
      value: [format.instant(ruleSet.writtenAt), ruleSet.writtenByName]
        .filter((part) => part !== null)
        .join(' · '),
    },
    {
      label: text('studio.show.published'),
      value:
        ruleSet.publishedAt === null
          ? null
          : [format.instant(ruleSet.publishedAt), ruleSet.publishedByName]
              .filter((part) => part !== null)
              .join(' · '),
    },
  ];
  return (
    <>
      <PageHeader
        title={text('studio.show.title', { number: ruleSet.number })}
        crumbs={[{ label: text('frame.page.ruleSets'), to: '/rule-sets' }]}
        mark={<RuleSetChip ruleSet={ruleSet} />}
        subtitle={ruleSet.note}
        actions={<RuleSetActions ruleSet={ruleSet} />}
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 1fr) 360px' } }}>
        <Stack spacing={2} sx={{ minWidth: 0 }}>
          <Rules ruleSet={ruleSet} />
          <DryRunPanel key={ruleSet.id} ruleSet={ruleSet} />
          <ImpactPanel ruleSet={ruleSet} />
          <VersionDifferences ruleSet={ruleSet} />
        </Stack>
        <Stack spacing={2}>
          <Section title={text('studio.show.facts')}>
            <Facts facts={facts} />
          </Section>
          <RecordTimeline subject="rule-set" id={ruleSet.id} />
        </Stack>
      </Box>
    </>
  );
}

/** One version of a house's own rules: the rules by what they are bound to, a try, the impact, the differences. */
export function RuleSetShow() {
  return <RecordPage<RuleSetRecord> render={(ruleSet) => <Version ruleSet={ruleSet} />} />;
}
