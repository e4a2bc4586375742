import { Stack } from '@mui/material';
import type { Resource } from '../../rules/organisation/resource-rights.ts';
import { RecordName } from '../frame/records/RecordName.tsx';
import { useText } from '../messages/use-text.ts';

/** The records a setting names, each a link to its page; without any it covers all, or as `none` says. */
export function CoveredNames({
  resource,
  ids,
  none,
}: {
  resource: Resource;
  ids: readonly string[];
  none?: string;
}) {
  const text = useText();
  if (ids.length === 0) return none ?? text('rules.all');
  return (
    <Stack
      component="ul"
      direction="row"
      useFlexGap
      sx={{ m: 0, p: 0, listStyle: 'none', flexWrap: 'wrap', columnGap: 1.5 }}
    >
      {ids.map((id) => (
        <li key={id}>
          <RecordName resource={resource} id={id} />
        </li>
      ))}
    </Stack>
  );
}
