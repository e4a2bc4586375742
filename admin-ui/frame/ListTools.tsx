import { Box } from '@mui/material';
import { ColumnsButton, useListContext } from 'react-admin';
import { isListName } from '../../rules/lists/list-names.ts';
import { ExportMenu } from '../exports/ExportMenu.tsx';
import { ViewsMenu } from '../views/ViewsMenu.tsx';

/** What one does with a list as a whole: choose a view, choose its columns, take it away. */
export function ListTools({ narrow }: { narrow: boolean }) {
  const { resource } = useListContext();
  const isKept = isListName(resource); // views are saved and files are made of the lists that have columns of their own
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, alignItems: 'center' }}>
      {isKept && <ViewsMenu />}
      {!narrow && <ColumnsButton size="medium" />}
      {isKept && <ExportMenu />}
    </Box>
  );
}
