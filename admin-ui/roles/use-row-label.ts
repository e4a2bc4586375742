import { useCallback } from 'react';
import { useText } from '../messages/use-text.ts';
import type { MatrixRow } from './matrix-rows.ts';

/** Names a line of the tree so that it is told apart: functions on seats and on products share their words. */
export function useRowLabel(): (row: MatrixRow) => string {
  const text = useText();
  return useCallback(
    (row: MatrixRow) => {
      const branch = text(`settings.role.group.${row.branch}`);
      return row.kind === 'branch' ? branch : `${branch}, ${text(`settings.role.functions.${row.word}`)}`;
    },
    [text],
  );
}
