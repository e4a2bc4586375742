import { Box, Card, CardActionArea } from '@mui/material';
import { createContext, type ReactNode } from 'react';
import { type RaRecord, useListContext } from 'react-admin';
import { Link } from 'react-router';

/** True inside something that is a link as a whole: what it names is no link of its own. */
export const InsideLink = createContext(false);

/** Rows as cards, for small widths: each is one link. */
export function RecordCards<R extends RaRecord>({
  to,
  render,
  select,
}: {
  to: (record: R) => string;
  render: (record: R) => ReactNode;
  /** Chooses the record for something done on many. */
  select?: (record: R) => ReactNode;
}) {
  const { data = [] } = useListContext<R>();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 1.5, display: 'grid', gap: 1.25 }}>
      {data.map((record) => (
        <Card key={record.id} component="li" variant="outlined" sx={{ display: 'flex' }}>
          {select !== undefined && <Box sx={{ pl: 1.5, pt: 1.25 }}>{select(record)}</Box>}
          <CardActionArea component={Link} to={to(record)} sx={{ p: 1.5 }}>
            <InsideLink value>{render(record)}</InsideLink>
          </CardActionArea>
        </Card>
      ))}
    </Box>
  );
}
