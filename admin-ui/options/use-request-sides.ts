import { useGetMany } from 'react-admin';
import type { ShownRow } from '../frame/conflict/ConflictField.tsx';
import { differingFields, type SideRow } from '../frame/conflict/sides.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { PerformanceRow } from '../performances/performance-record.ts';
import { usePerformanceText } from '../performances/use-performance-text.ts';
import { isFields } from '../provider/problem.ts';
import { useCategoryName } from '../stock/use-category-name.ts';
import type { RequestForm } from './request-form.ts';

const fields = ['performanceId', 'fallbackPerformanceIds', 'lines', 'acceptsUpgrade', 'remark'] as const;
type Field = (typeof fields)[number];

/** Three moments of one request form: as both began, as one typed it, as somebody else left it. */
export type RequestSides = { before: RequestForm; mine: RequestForm; theirs: RequestForm };

function idsIn(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((id) => typeof id === 'string');
}

/** The fields on which two versions of a request differ, in the words of the form. */
export function useRequestSides(sides: RequestSides): ShownRow[] {
  const text = useText();
  const format = useFormat();
  const performanceText = usePerformanceText();
  const rows = differingFields(fields, sides);
  const ids = [...new Set(rows.flatMap(({ mine, theirs }) => [...idsIn(mine), ...idsIn(theirs)]))];
  const { data: performances = [] } = useGetMany<PerformanceRow>('performances', { ids });
  const categoryName = useCategoryName(sides.theirs.performanceId);
  const labels: Readonly<Record<Field, string>> = {
    performanceId: text('resources.options.fields.startsAt'),
    fallbackPerformanceIds: text('options.show.fallbacks'),
    lines: text('resources.options.fields.placedQuantity'),
    acceptsUpgrade: text('resources.options.fields.acceptsUpgrade'),
    remark: text('resources.options.fields.remark'),
  };
  const lineText = (lines: unknown): string =>
    Object.entries(isFields(lines) ? lines : {})
      .flatMap(([id, line]) =>
        isFields(line) && typeof line.quantity === 'number' && line.quantity > 0
          ? [
              text('screens.stock.share', {
                name: categoryName(id) ?? '',
                free: format.number(line.quantity),
              }),
            ]
          : [],
      )
      .join('\n');
  const write = (name: Field, value: unknown): string => {
    switch (name) {
      case 'lines':
        return lineText(value);
      case 'acceptsUpgrade':
        return text(value === true ? 'frame.common.yes' : 'frame.common.no');
      case 'remark':
        return typeof value === 'string' ? value : '';
      default:
        return idsIn(value)
          .map((id) => performanceText(performances.find((performance) => performance?.id === id)))
          .join('\n');
    }
  };
  return rows.map((row: SideRow<Field>) => ({
    ...row,
    label: labels[row.name],
    mineText: write(row.name, row.mine),
    theirsText: write(row.name, row.theirs),
  }));
}
