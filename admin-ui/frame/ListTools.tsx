import { Box } from '@mui/material';
import { ColumnsButton } from 'react-admin';
import { ExportMenu } from '../exports/ExportMenu.tsx';
import { ViewsMenu } from '../views/ViewsMenu.tsx';

/** What one does with a list as a whole: choose a view, choose its columns, take it away. */
export function ListTools({ narrow }: { narrow: boolean }) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, alignItems: 'center' }}>
      <ViewsMenu />
      {!narrow && <ColumnsButton size="medium" />}
      <ExportMenu />
    </Box>
  );
}
