import { type MouseEvent, useCallback, useRef } from 'react';
import { useListContext } from 'react-admin';
import type { OptionRow } from '../option-record.ts';

/** The selection of a list: what is chosen, and how a click, with Shift from the last one on, changes it. */
export function useSelection() {
  const { data = [], selectedIds = [], onSelect } = useListContext<OptionRow>();
  const last = useRef<string | null>(null);
  const toggle = useCallback(
    (id: string, event: MouseEvent) => {
      const ids = data.map((option) => option.id);
      const [from, to] = [ids.indexOf(last.current ?? ''), ids.indexOf(id)];
      const range =
        event.shiftKey && from !== -1 ? ids.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
      const chosen = new Set(selectedIds);
      const adds = !chosen.has(id);
      for (const each of range) {
        if (adds) chosen.add(each);
        else chosen.delete(each);
      }
      last.current = id;
      onSelect([...chosen]);
    },
    [data, selectedIds, onSelect],
  );
  const shown = data.filter(({ id }) => selectedIds.includes(id)).length;
  const togglePage = useCallback(() => {
    const page = new Set(data.map(({ id }) => id));
    const others = selectedIds.filter((id) => !page.has(id));
    onSelect(shown === data.length ? others : [...others, ...page]);
  }, [data, selectedIds, onSelect, shown]);
  return {
    isSelected: (id: string) => selectedIds.includes(id),
    toggle,
    page: { all: data.length > 0 && shown === data.length, some: shown > 0, toggle: togglePage },
  };
}

export type Selection = ReturnType<typeof useSelection>;
