import { useListContext } from 'react-admin';
import { type OptionKind, optionKinds } from '../../../rules/options/rights.ts';
import { resourceOf } from '../option-record.ts';

/** The kind of the options a list shows: its verbs have the doors and the rights of that kind. */
export function useListKind(): OptionKind {
  const { resource } = useListContext();
  return optionKinds.find((kind) => resourceOf(kind) === resource) ?? 'seats';
}
