import { Alert, Box, Typography } from '@mui/material';
import { useText } from '../../messages/use-text.ts';
import type { BulkPreview, BulkVerb } from './bulk-verbs.ts';

const mostNumbers = 12;

/** What validating makes: orders for contacts, and refusals for good. */
function Validation({ preview: { validation } }: { preview: BulkPreview }) {
  const text = useText();
  if (validation === null) return null;
  const { placements, orders, contacts, refusals } = validation;
  const parts = [
    ...(placements === 0 ? [] : [text('bulk.makes.orders', { placements, orders, contacts })]),
    ...(refusals === 0 ? [] : [text('bulk.makes.refusals', { smart_count: refusals })]),
  ];
  return parts.length === 0 ? null : (
    <Typography sx={{ fontWeight: 600 }}>{parts.join(text('bulk.makes.and'))}</Typography>
  );
}

/** What a verb can and cannot do with a selection, told before it is done. */
export function BulkPreviewNote({
  preview,
  verb,
  total,
}: {
  preview: BulkPreview;
  verb: BulkVerb;
  total: number;
}) {
  const text = useText();
  const { impossible, possible, obstacles } = preview;
  const count = text(`bulk.count.${verb}`, { smart_count: total });
  return (
    <>
      <Validation preview={preview} />
      {impossible === 0 ? (
        <Alert severity="success">{text('bulk.allPossible', { count })}</Alert>
      ) : (
        <Alert severity={possible === 0 ? 'error' : 'warning'}>
          <Typography variant="subtitle2" component="p">
            {possible === 0
              ? text('bulk.nonePossible', { count })
              : text('bulk.somePossible', { count, smart_count: impossible })}
          </Typography>
          <Box component="ul" aria-label={text('bulk.why')} sx={{ m: 0, my: 0.5, pl: 2.5 }}>
            {obstacles.map(({ reason, numbers }) => {
              const named = numbers.slice(0, mostNumbers).join(', ');
              const more = numbers.length > mostNumbers ? ', …' : '';
              return <li key={reason}>{text('bulk.because', { reason, numbers: `${named}${more}` })}</li>;
            })}
          </Box>
          {possible > 0 && text('bulk.left')}
        </Alert>
      )}
    </>
  );
}
