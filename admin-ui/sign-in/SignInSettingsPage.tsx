import {
  Alert,
  Autocomplete,
  Button,
  FormControlLabel,
  Stack,
  Switch,
  TextField,
  Typography,
} from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useGetList, useNotify } from 'react-admin';
import { Section } from '../frame/Facts.tsx';
import { NotPermittedPage } from '../frame/NotPermittedPage.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { PageSkeleton } from '../frame/PageSkeleton.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import type { SettingRecord } from '../frame/records/record-kind.ts';
import { useNameText } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { useRight } from '../provider/session.ts';
import { type GroupLine, GroupRoles } from './GroupRoles.tsx';
import { useIssuer } from './use-issuer.ts';

type SignInSettings = {
  secondFactorRoleIds: string[];
  createsOperators: boolean;
  groupRoles: { group: string; roleId: string; organisationId: string }[];
  version: number;
};

const path = '/sign-in-settings';

function Form({ settings, roles }: { settings: SignInSettings; roles: readonly SettingRecord[] }) {
  const text = useText();
  const nameText = useNameText();
  const notify = useNotify();
  const provider = useDataProvider<PlacetDataProvider>();
  const queries = useQueryClient();
  const intend = useIntention();
  const issuer = useIssuer();
  const readOnly = !useRight('organisation.roles:modify');
  const [roleIds, setRoleIds] = useState(settings.secondFactorRoleIds);
  const [creates, setCreates] = useState(settings.createsOperators);
  const [lines, setLines] = useState<readonly GroupLine[]>(() =>
    settings.groupRoles.map((row) => ({ key: crypto.randomUUID(), ...row })),
  );
  const [incomplete, setIncomplete] = useState(false);
  const save = useMutation({
    mutationFn: () => {
      const groupRoles = lines.map(({ key: _, ...line }) => ({ ...line, group: line.group.trim() }));
      const body = { secondFactorRoleIds: roleIds, createsOperators: creates, groupRoles };
      return intend(body, (key) => provider.set<SignInSettings>(path, body, key, settings.version));
    },
    onSuccess: async (saved) => {
      queries.setQueryData(['sign-in-settings'], saved);
      notify(text('account.settings.saved'), { type: 'success' });
      await queries.invalidateQueries({ queryKey: ['history'] });
    },
  });
  const submit = () => {
    const holes = lines.some((line) => line.group.trim() === '' || line.roleId === '');
    setIncomplete(holes);
    if (!holes) save.mutate();
  };
  return (
    <Stack
      component="form"
      noValidate
      spacing={2}
      sx={{ maxWidth: 920 }}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Section title={text('account.settings.secondFactor')}>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
          {text('account.settings.secondFactorHelp')}
        </Typography>
        <Autocomplete
          multiple
          disableCloseOnSelect
          disabled={readOnly}
          options={roles}
          value={roles.filter(({ id }) => roleIds.includes(id))}
          getOptionLabel={(role) => nameText(role)}
          getOptionKey={(role) => role.id}
          isOptionEqualToValue={(option, value) => option.id === value.id}
          onChange={(_, chosen) => setRoleIds(chosen.map(({ id }) => id))}
          renderInput={(params) => <TextField {...params} label={text('account.settings.roles')} />}
        />
      </Section>
      <Section title={text('account.settings.issuer')}>
        <Stack spacing={1.5} sx={{ alignItems: 'flex-start' }}>
          {issuer === null ? (
            <Alert severity="info">{text('account.settings.issuerNone')}</Alert>
          ) : (
            <Typography>{text('account.settings.issuerNamed', { name: issuer.name })}</Typography>
          )}
          <FormControlLabel
            control={
              <Switch
                checked={creates}
                disabled={readOnly}
                onChange={(event) => setCreates(event.target.checked)}
              />
            }
            label={text('account.settings.creates')}
          />
          <Typography variant="body2" color="text.secondary">
            {text('account.settings.createsHelp')}
          </Typography>
        </Stack>
      </Section>
      <Section title={text('account.settings.groups')}>
        <GroupRoles lines={lines} roles={roles} readOnly={readOnly} onChange={setLines} />
      </Section>
      {incomplete && (
        <Alert severity="error" role="alert">
          {text('account.settings.incomplete')}
        </Alert>
      )}
      {save.error !== null && <ProblemAlert failure={save.error} />}
      {!readOnly && (
        <Button type="submit" variant="contained" loading={save.isPending} sx={{ alignSelf: 'flex-start' }}>
          {text('account.settings.save')}
        </Button>
      )}
    </Stack>
  );
}

function Page() {
  const text = useText();
  const provider = useDataProvider<PlacetDataProvider>();
  const settings = useQuery({
    queryKey: ['sign-in-settings'],
    queryFn: () => provider.ask<SignInSettings>(path),
    staleTime: 0,
  });
  const roles = useGetList<SettingRecord>('roles', {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'name', order: 'ASC' },
  });
  const error = settings.error ?? roles.error;
  if (error === null && (settings.data === undefined || roles.data === undefined)) return <PageSkeleton />;
  return (
    <>
      <PageHeader title={text('frame.page.signInSettings')} subtitle={text('account.settings.intro')} />
      {error !== null && <ProblemAlert failure={error} />}
      {settings.data !== undefined && roles.data !== undefined && (
        <Form key={settings.data.version} settings={settings.data} roles={roles.data} />
      )}
    </>
  );
}

/** How operators come in: who owes a second factor, what the issuer's groups give. */
export function SignInSettingsPage() {
  return useRight('organisation.roles:read') ? <Page /> : <NotPermittedPage />;
}
