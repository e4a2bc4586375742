import { Box, Button, Stack, Typography } from '@mui/material';
import { useRecordContext } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { allRights } from '../../rules/organisation/right-tree.ts';
import { rolePresetNames, rolePresets } from '../../rules/organisation/role-presets.ts';
import { type Fact, Section } from '../frame/Facts.tsx';
import { FormSection } from '../frame/inputs/FormSection.tsx';
import { NameEntry } from '../frame/inputs/NameEntry.tsx';
import { TextEntry } from '../frame/inputs/TextEntry.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { RecordList } from '../frame/records/RecordList.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';
import { RightsDifference } from './RightsDifference.tsx';
import { RightsMatrix } from './RightsMatrix.tsx';
import { type RoleRecord, roleKind } from './role-record.ts';
import { useGivableRights } from './use-givable-rights.ts';

function useCount(): (rights: readonly string[]) => string {
  const text = useText();
  return (rights) => text('settings.role.count', { count: rights.length, total: allRights.length });
}

function useFacts(role: RoleRecord): readonly Fact[] {
  const label = useFieldLabel();
  const count = useCount();
  return [
    { label: label('code'), value: role.code },
    { label: label('rights'), value: count(role.rights) },
  ];
}

/** The rights as they are being chosen; a usual role fills them in, as far as one may give them. */
function RightsEntry() {
  const text = useText();
  const count = useCount();
  const role = useRecordContext<RoleRecord>();
  const own = useGivableRights(role?.organisationIds ?? []);
  const { setValue } = useFormContext<RoleRecord>();
  const rights = useWatch<RoleRecord, 'rights'>({ name: 'rights' }) ?? [];
  const set = (next: string[]) => setValue('rights', next, { shouldDirty: true });
  if (own === null)
    return (
      <FormSection title={text('settings.role.matrix')} intro={text('settings.role.beyond')}>
        <RightsMatrix rights={rights} />
      </FormSection>
    );
  return (
    <FormSection title={text('settings.role.matrix')} intro={text('settings.role.matrixHelp')}>
      <Box>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 0.5 }} id="role-presets">
          {text('settings.role.preset')}
        </Typography>
        <Stack
          direction="row"
          useFlexGap
          spacing={1}
          sx={{ flexWrap: 'wrap' }}
          role="group"
          aria-labelledby="role-presets"
        >
          {rolePresetNames.map((preset) => (
            <Button
              key={preset}
              size="small"
              variant="outlined"
              onClick={() => set(rolePresets[preset].filter((right) => own.includes(right)))}
            >
              {text(`settings.role.presets.${preset}`)}
            </Button>
          ))}
        </Stack>
      </Box>
      <Typography aria-live="polite">{`${count(rights)}. ${text('settings.role.own')}`}</Typography>
      <RightsMatrix rights={rights} change={{ own, onChange: set }} />
      <RightsDifference before={role?.rights ?? []} after={rights} />
    </FormSection>
  );
}

function RoleInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  return (
    <>
      <FormSection title={text('settings.common.facts')}>
        <NameEntry autoFocus={!made} />
        <TextEntry field="code" required help={text('settings.help.code')} maxLength={60} />
      </FormSection>
      <RightsEntry />
    </>
  );
}

/** The roles. */
export function RoleList() {
  const count = useCount();
  return (
    <RecordList
      kind={roleKind}
      columns={[
        { field: 'code', render: ({ code }) => code, sortable: true },
        { field: 'rights', render: ({ rights }) => count(rights), card: true },
      ]}
    />
  );
}

function Matrix({ role }: { role: RoleRecord }) {
  const text = useText();
  return (
    <Section title={text('settings.role.matrix')} flush>
      <Typography variant="body2" color="text.secondary" sx={{ px: 2, pb: 1 }}>
        {text('settings.role.matrixHelp')}
      </Typography>
      <RightsMatrix rights={role.rights} />
    </Section>
  );
}

/** A role and its rights. */
export function RoleShow() {
  return <RecordShow kind={roleKind} useFacts={useFacts} parts={(role) => <Matrix role={role} />} />;
}

const usualRole = { rights: [] };

/** A new role. */
export function RoleCreate() {
  return (
    <RecordCreate kind={roleKind} defaults={usualRole}>
      <RoleInputs />
    </RecordCreate>
  );
}

/** Changes a role. */
export function RoleEdit() {
  return (
    <RecordEdit kind={roleKind}>
      <RoleInputs made />
    </RecordEdit>
  );
}
