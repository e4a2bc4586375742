import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { OpenCategories } from './ask.ts';
import { useWords } from './words/use-words.ts';

/** How many places in each seat category, with the minimum of the house. */
export function QuantityFields({
  categories,
  quantities,
  total,
  faultOf,
  onChange,
}: {
  categories: OpenCategories['categories'];
  quantities: Readonly<Record<string, string>>;
  total: number;
  faultOf: (field: string) => string | null;
  onChange: (categoryId: string, typed: string) => void;
}) {
  const { words } = useWords();
  const { request } = words;
  const minima = new Set(categories.map(({ minimum }) => minimum));
  const [common = 1] = minima;
  const nothing = faultOf('places');
  if (categories.length === 0) return <Alert severity="info">{request.noCategory}</Alert>;
  return (
    <>
      <Typography>{minima.size === 1 ? request.minimum(common) : request.minimumEach}</Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(3, 1fr)' } }}>
        {categories.map(({ id, name, minimum }) => {
          const fault = faultOf(id);
          return (
            <TextField
              key={id}
              id={id}
              label={name}
              value={quantities[id] ?? ''}
              onChange={({ target }) => onChange(id, target.value)}
              error={fault !== null}
              helperText={fault ?? (minima.size > 1 && minimum > 1 ? request.atLeast(minimum) : ' ')}
              slotProps={{
                htmlInput: { inputMode: 'numeric', 'aria-label': request.quantityOf(name) },
              }}
            />
          );
        })}
      </Box>
      {nothing !== null && (
        <Alert severity="error" id="places" tabIndex={-1}>
          {nothing}
        </Alert>
      )}
      <Typography aria-live="polite" sx={{ fontWeight: 600 }}>
        {request.total(total)}
      </Typography>
    </>
  );
}
