import { useText } from '../../messages/use-text.ts';
import { useSession } from '../../provider/session.ts';
import { ChoiceEntry } from './ChoiceEntry.tsx';

/** The organisation a record belongs to; where there is only one it goes without saying. */
export function OrganisationEntry({ fixed, shared = false }: { fixed: boolean; shared?: boolean }) {
  const text = useText();
  const organisations = useSession()?.organisations ?? [];
  if (organisations.length < 2 && !shared) return null;
  const help = fixed
    ? text('settings.help.noFixed')
    : shared
      ? text('settings.help.organisationShared')
      : undefined;
  return (
    <ChoiceEntry
      field="organisationId"
      required={!shared}
      disabled={fixed}
      choices={organisations}
      {...(help === undefined ? {} : { help })}
    />
  );
}
