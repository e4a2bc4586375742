import { roleGivenBack } from '../../rules/options/product-lines.ts';
import { type ReleaseScope, releaseScope } from '../../rules/options/release-part.ts';
import type { TextKey } from '../messages/use-text.ts';
import type { OptionLine, OptionRecord } from './option-record.ts';

/** The lines a release is to take; null: all of them. */
export type ReleasedLines = readonly string[] | null;

/** Whether lines were to be chosen and none is. */
export function isNoLine(lineIds: ReleasedLines): boolean {
  return lineIds?.length === 0;
}

/** The lines of an option that hold something. */
export function heldLines({ lines }: Pick<OptionRecord, 'lines'>): OptionLine[] {
  return lines.filter(({ placed }) => placed.length > 0);
}

/** The lines that are named for a release, of those that hold something. */
export function namedLines(option: Pick<OptionRecord, 'lines'>, lineIds: ReleasedLines): OptionLine[] {
  return heldLines(option).filter(({ id }) => lineIds === null || lineIds.includes(id));
}

/** The lines among these that take the whole product with them. */
export function boundLines(
  { lines }: Pick<OptionRecord, 'lines'>,
  named: readonly OptionLine[],
): OptionLine[] {
  return named.filter((line) => roleGivenBack(lines, line, line.productLineRole) === 'mandatory');
}

type Released = Pick<OptionRecord, 'lines' | 'productKind' | 'insured'>;

/** How far a person's release of these lines reaches, as the API will decide it. */
export function reachOf(option: Released, lineIds: ReleasedLines): ReleaseScope {
  const named = namedLines(option, lineIds);
  const some = named.length < heldLines(option).length;
  return releaseScope({
    productKind: option.productKind,
    roles: some ? named.map((line) => roleGivenBack(option.lines, line, line.productLineRole)) : null,
    insured: option.insured === true,
    creditCents: 0, // a person decides whatever the contact is owed
    byTime: false,
  });
}

/** The key of the sentence that says beforehand how far a release of chosen lines reaches. */
export function reachKey({ scope, because }: ReleaseScope, ordered: boolean): TextKey {
  if (scope === 'part') return ordered ? 'optionActs.release.partOrdered' : 'optionActs.release.part';
  if (because === 'package') return 'optionActs.release.package';
  return because === 'insured' ? 'optionActs.release.insured' : 'optionActs.release.every';
}
