import { InputAdornment, Stack, TextField } from '@mui/material';
import { useGetList } from 'react-admin';
import type { SettingRecord } from '../frame/records/record-kind.ts';
import { useNameText } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';
import type { ProductPrice } from './product-record.ts';

type Subcategory = SettingRecord & { audienceCategoryId: string };

const all = {
  pagination: { page: 1, perPage: 100 },
  sort: { field: 'name', order: 'ASC' },
} as const;

/** What is typed in euros, in cents; null when it is none. */
function centsOf(typed: string): number | null {
  const euros = Number(typed.replace(',', '.'));
  return typed.trim() === '' || !Number.isFinite(euros) || euros < 0 ? null : Math.round(euros * 100);
}

/** What one place costs for each audience subcategory; left empty, it is not sold to it. */
export function PricesField(props: {
  label: string;
  prices: readonly ProductPrice[];
  onChange: (prices: ProductPrice[]) => void;
}) {
  const text = useText();
  const nameText = useNameText();
  const { data: categories = [] } = useGetList<SettingRecord>('audience-categories', all);
  const { data = [] } = useGetList<Subcategory>('audience-subcategories', {
    ...all,
    sort: { field: 'name', order: 'ASC' },
  });
  const nameOf = (subcategory: Subcategory) => {
    const category = categories.find(({ id }) => id === subcategory.audienceCategoryId);
    return [category, subcategory].flatMap((each) => (each === undefined ? [] : nameText(each))).join(' – ');
  };
  const set = (id: string, cents: number | null) => {
    const others = props.prices.filter((price) => price.audienceSubcategoryId !== id);
    props.onChange(cents === null ? others : [...others, { audienceSubcategoryId: id, priceCents: cents }]);
  };
  return (
    <Stack
      role="group"
      aria-label={`${text('products.prices')} – ${props.label}`}
      direction="row"
      useFlexGap
      sx={{ flexWrap: 'wrap', gap: 1 }}
    >
      {data.map((subcategory) => {
        const known = props.prices.find((price) => price.audienceSubcategoryId === subcategory.id);
        return (
          <TextField
            key={`${subcategory.id}/${known === undefined ? '' : 'known'}`}
            size="small"
            label={nameOf(subcategory)}
            defaultValue={known === undefined ? '' : (known.priceCents / 100).toFixed(2)}
            onBlur={({ target }) => set(subcategory.id, centsOf(target.value))}
            slotProps={{
              htmlInput: { inputMode: 'decimal' },
              input: { endAdornment: <InputAdornment position="end">€</InputAdornment> },
            }}
            sx={{ width: { xs: '100%', sm: 260 } }}
          />
        );
      })}
    </Stack>
  );
}
