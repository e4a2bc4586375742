import AddIcon from '@mui/icons-material/Add';
import { Button, Stack } from '@mui/material';
import { useFormContext, useWatch } from 'react-hook-form';
import { isCounted } from '../../rules/catalogue/product-kinds.ts';
import { useText } from '../messages/use-text.ts';
import { LineField } from './LineField.tsx';
import type { ProductLine, ProductRecord } from './product-record.ts';

const newLine: ProductLine = {
  name: '',
  role: 'mandatory',
  productId: null,
  performanceIds: [],
  seatCategoryId: null,
  quantity: 1,
  per: null,
  rounding: null,
  prices: [],
};

/** What a product is made of, line by line; of what is counted by itself, what comes with it. */
export function LinesField() {
  const text = useText();
  const { setValue } = useFormContext<ProductRecord>();
  const lines = useWatch<ProductRecord, 'lines'>({ name: 'lines' }) ?? [];
  const kind = useWatch<ProductRecord, 'kind'>({ name: 'kind' });
  const set = (next: readonly ProductLine[]) => setValue('lines', [...next], { shouldDirty: true });
  const first: ProductLine = isCounted(kind)
    ? { ...newLine, role: 'companion', per: 10, rounding: 'up' }
    : newLine;
  return (
    <Stack spacing={2} sx={{ alignItems: 'flex-start' }}>
      {lines.map((line, at) => (
        <LineField
          key={line.id ?? at}
          line={line}
          number={at + 1}
          onChange={(next) => set(lines.map((each, position) => (position === at ? next : each)))}
          onRemove={() => set(lines.filter((_line, position) => position !== at))}
        />
      ))}
      <Button startIcon={<AddIcon />} onClick={() => set([...lines, first])}>
        {text('products.addLine')}
      </Button>
    </Stack>
  );
}
