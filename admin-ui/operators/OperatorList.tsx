import { Stack } from '@mui/material';
import { ReferenceFilter } from '../frame/inputs/ReferenceFilter.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { RecordList } from '../frame/records/RecordList.tsx';
import { RecordName } from '../frame/records/RecordName.tsx';
import { OperatorChip } from './OperatorChip.tsx';
import { type Holding, operatorKind } from './operator-record.ts';

/** The roles somebody holds, each once, whatever the organisation. */
function RoleNames({ roles }: { roles: readonly Holding[] }) {
  const ids = [...new Set(roles.map(({ roleId }) => roleId))];
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', columnGap: 1 }}>
      {ids.map((id) => (
        <RecordName key={id} resource="roles" id={id} />
      ))}
    </Stack>
  );
}

/** The people who work in the console. */
export function OperatorList() {
  return (
    <RecordList
      kind={operatorKind}
      filter={useOrganisationFilter()}
      filters={<ReferenceFilter field="roleId" resource="roles" />}
      columns={[
        { field: 'email', render: ({ email }) => email, sortable: true, card: true },
        { field: 'roles', render: ({ roles }) => <RoleNames roles={roles} /> },
        { field: 'disabled', render: ({ disabled }) => <OperatorChip disabled={disabled} />, card: true },
      ]}
    />
  );
}
