import { newId } from '../../new-id.ts';
import { type ContactValues, changesOf, valuesOf } from './contact-changes.ts';
import type { ContactDraft, KnownContact, RejectedRow } from './contact-draft.ts';
import { Structures } from './find-structures.ts';
import { type KnownThings, linkKey } from './known-contacts.ts';
import { type Alike, LikelyDuplicates } from './likely-duplicates.ts';
import { matchContacts } from './match-contacts.ts';
import type { RejectionCode, RemarkCode, RowNote } from './row-reasons.ts';

/** A link that a row asks for and that never was. */
export interface PlannedLink {
  kind: 'relay' | 'member';
  structureId: string;
}

/** What becomes of a row that is taken. */
export interface PlannedRow {
  line: number;
  outcome: 'created' | 'updated' | 'unchanged';
  kind: 'individual' | 'structure';
  name: string;
  /** The contact that is changed; null for a new one. */
  known: KnownContact | null;
  contactId: string;
  /** What is written: everything that is given of a new contact, the changes of a known one. */
  values: ContactValues;
  link: PlannedLink | null;
  remarks: RowNote<RemarkCode>[];
  /** Contacts and rows that may be the same as a new one. */
  duplicates: Alike[];
}

/** What an import will do, row by row, in the order of the file. */
export interface ImportPlan {
  taken: PlannedRow[];
  rejected: RejectedRow[];
}

/** Decides what becomes of each row; touches nothing. */
export function planImport(read: readonly (ContactDraft | RejectedRow)[], things: KnownThings): ImportPlan {
  const rejected = read.filter((row) => 'reasons' in row);
  const refuse = (
    { line, fields }: ContactDraft,
    code: RejectionCode,
    values: RowNote<RejectionCode>['values'],
  ) => rejected.push({ line, name: fields.name, reasons: [{ code, values }] });
  const numbers = new Map(things.contacts.map((contact) => [contact.number, contact]));
  const drafts = withoutRepetitions(
    read.filter((row) => 'fields' in row),
    (draft, line) => refuse(draft, 'row.repeated', { line }),
  ).filter((draft) => {
    if (draft.number === null || numbers.has(draft.number)) return true;
    refuse(draft, 'row.numberUnknown', { value: draft.number });
    return false;
  });
  const matches = matchContacts(drafts, things.contacts);
  const taken: PlannedRow[] = [];
  const structures = new Structures();
  const duplicates = new LikelyDuplicates();
  for (const contact of things.contacts) {
    if (contact.kind === 'structure') structures.add(contact);
    duplicates.add(somebody(contact, null));
  }
  const structuresFirst = drafts.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line);
  for (const draft of structuresFirst) {
    const known = matches.get(draft.line) ?? null;
    const fault = faultOf(draft, known);
    if (fault !== null) {
      refuse(draft, fault, { number: known?.number ?? null });
      continue;
    }
    const linked = linkOf(draft, known, structures, things.links);
    if (typeof linked === 'string') {
      refuse(draft, linked, { value: draft.structure });
      continue;
    }
    const row = planRow(draft, known, linked);
    if (known === null) {
      const body = somebody({ ...row.values, id: row.contactId, number: null, name: row.name }, row.line);
      row.duplicates = duplicates.of(body);
      duplicates.add(body);
      if (row.kind === 'structure') structures.add({ id: row.contactId, number: null, name: row.name });
    }
    taken.push(row);
  }
  return { taken: taken.toSorted(byLine), rejected: rejected.toSorted(byLine) };
}

function byLine(one: { line: number }, other: { line: number }): number {
  return one.line - other.line;
}

function rank({ kind }: ContactDraft): number {
  return kind === 'structure' ? 0 : 1;
}

/** Leaves out the second of two rows that say the same, or name the same contact. */
function withoutRepetitions(
  drafts: readonly ContactDraft[],
  repeats: (draft: ContactDraft, line: number) => void,
): ContactDraft[] {
  const lines = new Map<string, number>();
  return drafts.filter((draft) => {
    const { line, kind, number, fields, structure, link } = draft;
    const keys = [
      JSON.stringify([kind, number, structure, link, valuesOf(fields)]),
      ...(number === null ? [] : [`number ${number}`]),
      ...(fields.reference === undefined ? [] : [`reference ${fields.reference}`]),
    ];
    const before = keys.map((key) => lines.get(key)).find((known) => known !== undefined);
    if (before !== undefined) repeats(draft, before);
    else for (const key of keys) lines.set(key, line);
    return before === undefined;
  });
}

function faultOf({ kind, fields }: ContactDraft, known: KnownContact | null): RejectionCode | null {
  if (known !== null && known.kind !== kind) return 'row.kindDiffers';
  const structureType = fields.structureType ?? known?.structureType ?? 'community';
  const collectivity = fields.collectivityTypeId ?? known?.collectivityTypeId ?? null;
  return structureType !== 'community' && collectivity !== null ? 'row.onlyForCommunities' : null;
}

/** The link a row asks for; null when it asks for none, or for one that is or was there. */
function linkOf(
  draft: ContactDraft,
  known: KnownContact | null,
  structures: Structures,
  links: ReadonlySet<string>,
): PlannedLink | null | RejectionCode {
  if (draft.structure === null) return null;
  const found = structures.find(draft.structure);
  if (found === null) return 'row.structureUnknown';
  if (found === 'several') return 'row.structureAmbiguous';
  if (known !== null && links.has(linkKey(draft.link, known.id, found.id))) return null;
  return { kind: draft.link, structureId: found.id };
}

function planRow(draft: ContactDraft, known: KnownContact | null, link: PlannedLink | null): PlannedRow {
  const { line, kind, fields, remarks } = draft;
  const values = known === null ? valuesOf(fields) : changesOf(draft, known);
  const changes = Object.keys(values).length > 0 || link !== null;
  return {
    line,
    outcome: known === null ? 'created' : changes ? 'updated' : 'unchanged',
    kind,
    name: known === null ? fields.name : (values.name ?? known.name),
    known,
    contactId: known?.id ?? newId(),
    values,
    link,
    remarks,
    duplicates: [],
  };
}

type Told = { id: string; number: number | null; name: string } & Partial<
  Pick<KnownContact, 'email' | 'phone' | 'mobile' | 'postcode'>
>;

function somebody({ id, number, name, email, phone, mobile, postcode }: Told, line: number | null) {
  const phones = [phone, mobile].filter((text) => typeof text === 'string');
  return { id, number, line, name, email: email ?? null, phones, postcode: postcode ?? null };
}
