import FilterIcon from '@mui/icons-material/FilterList';
import { Box, Button, Collapse, Stack } from '@mui/material';
import { type ReactNode, Suspense, useEffect, useId, useState } from 'react';
import { FilterLiveForm, useListContext } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { useText } from '../messages/use-text.ts';

export type ListFiltersProps = {
  /** The input that is always there, usually the search. */
  search: ReactNode;
  /** The inputs used every day, beside the search; folded away at small widths. */
  filters?: ReactNode;
  /** The inputs used now and then, unfolded on demand and loaded then, and the conditions they set. */
  more?: { conditions: readonly string[]; inputs: ReactNode };
  /** Conditions that are set elsewhere on the page, such as by queues: not counted here, nor cleared. */
  elsewhere?: readonly string[];
  /** What one does with the list as a whole, at the end of the line. */
  tools?: ReactNode;
  narrow: boolean;
};

/** The conditions a list is under, the search aside. */
function conditionsOf(values: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(values)
    .filter(([name, value]) => name !== 'q' && value !== '' && value !== null && value !== undefined)
    .map(([name]) => name);
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/**
 * Gives the form the conditions of inputs that are not there yet. Without it a folded input would be empty when it is
 * unfolded, and would clear its condition with the next change beside it.
 */
function FoldedConditions() {
  const { filterValues } = useListContext();
  const { getValues, reset } = useFormContext();
  useEffect(() => {
    const values = getValues();
    const missing = Object.entries(filterValues).filter(
      ([name, value]) => !isEmpty(value) && isEmpty(values[name]),
    );
    if (missing.length > 0) reset({ ...values, ...Object.fromEntries(missing) });
  }, [filterValues, getValues, reset]);
  return null;
}

/** The filters of a list: a search, what is used every day, and the rest on demand. */
export function ListFilters({ search, filters, more, elsewhere = [], tools, narrow }: ListFiltersProps) {
  const text = useText();
  const panelId = useId();
  const { filterValues, setFilters } = useListContext();
  const conditions = conditionsOf(filterValues).filter((name) => !elsewhere.includes(name));
  const folded = narrow ? conditions : conditions.filter((name) => more?.conditions.includes(name));
  const [chosen, setOpen] = useState<boolean | null>(null);
  const open = chosen ?? (!narrow && folded.length > 0);
  const foldable = narrow ? filters !== undefined || more !== undefined : more !== undefined;
  const label = narrow ? 'frame.common.filters' : 'frame.common.moreFilters';
  const kept = Object.fromEntries(Object.entries(filterValues).filter(([name]) => elsewhere.includes(name)));
  const clear = conditions.length > 0 && (
    <Button onClick={() => setFilters(kept)} size="small">
      {text('frame.common.clearFilters')}
    </Button>
  );
  const layout = narrow
    ? { display: 'grid', gap: 1.5 }
    : { display: 'flex', flexWrap: 'wrap', gap: 1.25, alignItems: 'center' };
  return (
    <Box sx={{ p: 1.5, borderBottom: 1, borderColor: 'divider' }}>
      <FilterLiveForm debounce={350}>
        <FoldedConditions />
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1.25, alignItems: 'center' }}>
          <Box sx={{ flex: { xs: 1, md: '0 1 240px' }, minWidth: 160 }}>{search}</Box>
          {!narrow && filters}
          {foldable && (
            <Button
              startIcon={<FilterIcon />}
              aria-expanded={open}
              aria-controls={panelId}
              onClick={() => setOpen(!open)}
            >
              {folded.length === 0
                ? text(label)
                : text('frame.common.filtersActive', { label: text(label), count: folded.length })}
            </Button>
          )}
          {!narrow && clear}
          {tools !== undefined && (
            <Box sx={{ ml: { md: 'auto' }, width: { xs: '100%', md: 'auto' }, minHeight: 36 }}>{tools}</Box>
          )}
        </Stack>
        <Collapse in={open} id={panelId} unmountOnExit>
          <Box sx={{ pt: 1.5, ...layout }}>
            {narrow && filters}
            <Suspense fallback={null}>{more?.inputs}</Suspense>
            {narrow && clear}
          </Box>
        </Collapse>
      </FilterLiveForm>
    </Box>
  );
}
