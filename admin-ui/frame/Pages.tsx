import { TablePagination } from '@mui/material';
import { useListContext, useStore, useTranslate } from 'react-admin';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { useListName } from './list-name.ts';

/** The pages of a list; a total that is counted only so far says so. */
export function Pages() {
  const text = useText();
  const translate = useTranslate();
  const format = useFormat();
  const [, prefer] = useStore<number>(`list.${useListName()}.rowsPerPage`, 25);
  const { isPending, total, meta, page, perPage, setPage, setPerPage } = useListContext();
  if (isPending || total === undefined || total === 0) return null;
  const counted = format.number(total);
  const range = (from: number, to: number) =>
    text('frame.common.pageRange', {
      from: format.number(from),
      to: format.number(to),
      total: meta?.capped === true ? text('frame.common.cappedTotal', { total: counted }) : counted,
    });
  return (
    <TablePagination
      component="div"
      count={total}
      page={Math.min(page - 1, Math.ceil(total / perPage) - 1)}
      rowsPerPage={perPage}
      rowsPerPageOptions={[25, 50, 100]}
      onPageChange={(_, next) => setPage(next + 1)}
      onRowsPerPageChange={(event) => {
        setPerPage(Number(event.target.value));
        prefer(Number(event.target.value));
      }}
      labelRowsPerPage={translate('ra.navigation.page_rows_per_page')}
      labelDisplayedRows={({ from, to }) => range(from, to)}
      getItemAriaLabel={(type) => translate(`ra.navigation.${type}`)}
      showFirstButton
      showLastButton={meta?.capped !== true}
    />
  );
}
