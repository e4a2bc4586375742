import { useText } from '../messages/use-text.ts';
import { FormatMenu } from './FormatMenu.tsx';
import type { ExportWish } from './take-export.ts';
import { useExport } from './use-export.ts';

/** Takes what contingents have, and their seats, as a file: of one performance, or of all that have places. */
export function StockExport({ performanceId }: { performanceId: string | null }) {
  const text = useText();
  const running = useExport();
  const query: ExportWish['query'] = performanceId === null ? {} : { performanceId };
  return (
    <FormatMenu
      label={text(performanceId === null ? 'contingents.file.exportAll' : 'contingents.file.exportOne')}
      disabled={false}
      running={running}
      onTake={(format) => running.take({ resource: 'stock', format, query })}
    />
  );
}
