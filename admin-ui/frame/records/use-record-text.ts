import { useCallback } from 'react';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import { type FieldName, nameOf, type RecordNames } from './record-kind.ts';

/** The label of a field of a settings record. */
export function useFieldLabel(): (field: FieldName) => string {
  const text = useText();
  return useCallback((field: FieldName) => text(`settings.field.${field}`), [text]);
}

/** Names records in the reader's language, as autocompletes want it. */
export function useNameText(): (record: { name: string; names?: RecordNames } | undefined) => string {
  const format = useFormat();
  return useCallback((record) => nameOf(record, format), [format]);
}
