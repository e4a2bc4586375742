import { Typography } from '@mui/material';
import { useWatch } from 'react-hook-form';
import { ReferencesEntry } from '../frame/inputs/ReferencesEntry.tsx';
import { SwitchEntry } from '../frame/inputs/SwitchEntry.tsx';
import { useText } from '../messages/use-text.ts';
import type { OperatorRecord } from './operator-record.ts';

/** Whom and what somebody works for: every audience category and product family, or those that are named. */
export function PerimeterEntry() {
  const text = useText();
  const everyAudience = useWatch<OperatorRecord, 'everyAudience'>({ name: 'everyAudience' });
  const everyFamily = useWatch<OperatorRecord, 'everyFamily'>({ name: 'everyFamily' });
  return (
    <>
      <Typography variant="body2" color="text.secondary">
        {text('settings.operator.perimeterHelp')}
      </Typography>
      <SwitchEntry field="everyAudience" />
      {everyAudience === false && (
        <ReferencesEntry
          field="audienceCategoryIds"
          resource="audience-categories"
          help={text('settings.operator.audiencesHelp')}
        />
      )}
      <SwitchEntry field="everyFamily" />
      {everyFamily === false && (
        <ReferencesEntry
          field="familyIds"
          resource="product-families"
          help={text('settings.operator.familiesHelp')}
        />
      )}
    </>
  );
}
