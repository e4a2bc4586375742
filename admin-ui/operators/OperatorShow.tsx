import { Alert, Box } from '@mui/material';
import { type Fact, Section } from '../frame/Facts.tsx';
import { RecordName } from '../frame/records/RecordName.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { EffectiveRights } from './EffectiveRights.tsx';
import { OperatorActions } from './OperatorActions.tsx';
import { OperatorChip } from './OperatorChip.tsx';
import { OperatorSecurity } from './OperatorSecurity.tsx';
import { type OperatorRecord, operatorKind } from './operator-record.ts';

function useFacts(operator: OperatorRecord): readonly Fact[] {
  const text = useText();
  const format = useFormat();
  const label = useFieldLabel();
  return [
    { label: label('email'), value: operator.email },
    { label: label('locale'), value: format.language(operator.locale) },
    { label: text('settings.operator.demo'), value: operator.demo ? text('settings.common.yes') : null },
  ];
}

function Holdings({ operator }: { operator: OperatorRecord }) {
  const text = useText();
  const label = useFieldLabel();
  return (
    <Section title={label('roles')}>
      {operator.roles.length === 0 ? (
        <Alert severity="info">{text('settings.operator.noRole')}</Alert>
      ) : (
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {operator.roles.map(({ roleId, organisationId }) => (
            <li key={`${roleId} ${organisationId}`}>
              <RecordName resource="organisations" id={organisationId} />
              {' – '}
              <RecordName resource="roles" id={roleId} />
            </li>
          ))}
        </Box>
      )}
    </Section>
  );
}

/** A person who works in the console, and what they may do where. */
export function OperatorShow() {
  return (
    <RecordShow
      kind={operatorKind}
      useFacts={useFacts}
      actions={(operator) => <OperatorActions operator={operator} />}
      mark={({ disabled }) => <OperatorChip disabled={disabled} />}
      parts={(operator) => (
        <>
          <Holdings operator={operator} />
          <EffectiveRights key={operator.version} operatorId={operator.id} />
          <OperatorSecurity operator={operator} />
        </>
      )}
    />
  );
}
