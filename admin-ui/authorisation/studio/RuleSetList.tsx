import AddIcon from '@mui/icons-material/Add';
import { Button, Link as MuiLink, Stack, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { DataTable, TextInput, useDataProvider, useGetList } from 'react-admin';
import { Link, useNavigate } from 'react-router';
import { ListFrame } from '../../frame/ListFrame.tsx';
import { ListShell } from '../../frame/ListShell.tsx';
import { useOrganisationFilter } from '../../frame/OrganisationSwitch.tsx';
import { PageHeader } from '../../frame/PageHeader.tsx';
import { ProblemAlert } from '../../frame/ProblemAlert.tsx';
import { RecordCards } from '../../frame/RecordCards.tsx';
import { pageOf } from '../../frame/records/record-kind.ts';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import type { PlacetDataProvider } from '../../provider/data-provider.ts';
import { useIntention } from '../../provider/intention.ts';
import { useRight, useSession } from '../../provider/session.ts';
import { RuleSetChip } from './RuleSetChip.tsx';
import type { RuleSetRecord } from './rule-set-record.ts';
import { useRefreshRuleSets } from './use-rule-sets.ts';

const Column = DataTable.Col<RuleSetRecord>;
const newest = { field: 'number', order: 'DESC' } as const;

/** From when to when a version counts. */
export function useCounting(): (ruleSet: RuleSetRecord) => string {
  const text = useText();
  const format = useFormat();
  return ({ effectiveAt, supersededAt }) => {
    if (effectiveAt === null) return text('studio.list.notPublished');
    const from = format.instant(effectiveAt);
    return supersededAt === null
      ? text('studio.list.from', { from })
      : text('studio.list.fromTo', { from, to: format.instant(supersededAt) });
  };
}

/** A new draft: with the rules that count now, or without any when none do. */
function NewVersion({ organisationId }: { organisationId: string }) {
  const text = useText();
  const navigate = useNavigate();
  const provider = useDataProvider<PlacetDataProvider>();
  const intend = useIntention();
  const refresh = useRefreshRuleSets();
  const { data = [] } = useGetList<RuleSetRecord>('rule-sets', {
    filter: { organisationId, state: 'published' },
    pagination: { page: 1, perPage: 5 },
    sort: newest,
  });
  const make = useMutation({
    mutationFn: () => {
      const inForce = data.find((ruleSet) => ruleSet.inForce);
      return intend({ organisationId, from: inForce?.id ?? null }, (key) =>
        inForce === undefined
          ? provider.act<RuleSetRecord>('/rule-sets', { organisationId }, key)
          : provider.act<RuleSetRecord>(`/rule-sets/${inForce.id}/copy`, {}, key),
      );
    },
    onSuccess: async ({ id }) => {
      await refresh();
      await navigate(pageOf('rule-sets', id));
    },
  });
  return (
    <>
      <Button
        variant="contained"
        startIcon={<AddIcon />}
        loading={make.isPending}
        onClick={() => make.mutate()}
      >
        {text('studio.list.new')}
      </Button>
      {make.error !== null && <ProblemAlert failure={make.error} />}
    </>
  );
}

function Table() {
  const text = useText();
  const format = useFormat();
  const counting = useCounting();
  return (
    <DataTable<RuleSetRecord>
      bulkActionButtons={false}
      rowClick={false}
      aria-label={text('frame.page.ruleSets')}
    >
      <Column
        source="number"
        label={text('studio.list.version')}
        render={(ruleSet) => (
          <MuiLink component={Link} to={pageOf('rule-sets', ruleSet.id)} sx={{ fontWeight: 650 }}>
            {text('studio.version', { number: ruleSet.number })}
          </MuiLink>
        )}
      />
      <Column
        source="state"
        label={text('studio.list.state')}
        render={(ruleSet) => <RuleSetChip ruleSet={ruleSet} />}
      />
      <Column source="note" label={text('studio.list.note')} disableSort render={({ note }) => note} />
      <Column
        source="ruleCount"
        label={text('studio.list.rules')}
        disableSort
        render={({ ruleCount }) => format.number(ruleCount)}
      />
      <Column source="effectiveAt" label={text('studio.list.counts')} render={counting} />
      <Column
        source="writtenAt"
        label={text('studio.list.written')}
        render={({ writtenAt, writtenByName }) =>
          [format.instant(writtenAt), writtenByName].filter((part) => part !== null).join(' · ')
        }
      />
    </DataTable>
  );
}

/** The versions of the houses' own rules, the newest first. */
export function RuleSetList() {
  const text = useText();
  const counting = useCounting();
  const mayCreate = useRight('authorisation.rules:create');
  const session = useSession();
  const { organisationId = session?.organisations[0]?.id } = useOrganisationFilter();
  return (
    <>
      <PageHeader
        title={text('frame.page.ruleSets')}
        subtitle={text('studio.list.intro')}
        actions={
          mayCreate && organisationId !== undefined ? (
            <NewVersion organisationId={organisationId} />
          ) : undefined
        }
      />
      <ListFrame<RuleSetRecord> resource="rule-sets" sort={newest} filter={useOrganisationFilter()}>
        <ListShell
          search={<TextInput source="q" label={text('frame.common.search')} alwaysOn resettable />}
          table={<Table />}
          cards={
            <RecordCards<RuleSetRecord>
              to={({ id }) => pageOf('rule-sets', id)}
              render={(ruleSet) => (
                <Stack spacing={0.25}>
                  <Stack direction="row" spacing={1}>
                    <Typography sx={{ fontWeight: 650, color: 'primary.main' }}>
                      {text('studio.version', { number: ruleSet.number })}
                    </Typography>
                    <RuleSetChip ruleSet={ruleSet} />
                  </Stack>
                  <Typography variant="body2">{ruleSet.note}</Typography>
                  <Typography variant="body2" color="text.secondary">
                    {counting(ruleSet)}
                  </Typography>
                </Stack>
              )}
            />
          }
          empty={{ title: text('studio.list.emptyTitle'), body: text('studio.list.emptyBody') }}
          noMatch={{ title: text('studio.list.noMatch'), body: text('studio.list.noMatchBody') }}
        />
      </ListFrame>
    </>
  );
}
