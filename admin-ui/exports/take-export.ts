import { currentLocale } from '../messages/locale.ts';
import { ProblemError, readProblem } from '../provider/problem.ts';
import { apiUrl } from '../provider/request.ts';

export type ExportFormat = 'csv' | 'xlsx';

/** Which file: of what, and which part of it as the api asks for it. */
export type ExportWish = {
  resource: string;
  format: ExportFormat;
  query: Readonly<Record<string, string>>;
};

/** A file that came whole. */
export type ExportFile = { name: string; rows: number; bytes: Blob };

/** What has come so far; the rows are those of the whole file. */
export type ExportProgress = { rows: number; bytes: number };

/**
 * Takes a file of rows. An answer that breaks off is a failure, never a shorter file.
 * @throws ProblemError with the API's problem, or with status 0 when the answer did not come whole
 */
export async function takeExport(
  wish: ExportWish,
  signal: AbortSignal,
  onProgress: (progress: ExportProgress) => void,
): Promise<ExportFile> {
  const query = new URLSearchParams({ format: wish.format, ...wish.query });
  const lost = (failure: unknown) => {
    if (signal.aborted) throw failure;
    throw new ProblemError({ ...readProblem(0, null), code: 'network' });
  };
  const response = await fetch(`${apiUrl}/${wish.resource}/export?${query}`, {
    headers: { 'Accept-Language': currentLocale() },
    credentials: 'same-origin',
    signal,
  }).catch(lost);
  if (!response.ok)
    throw new ProblemError(readProblem(response.status, await response.json().catch(() => null)));
  const rows = Number(response.headers.get('X-Total-Rows'));
  const pieces: BlobPart[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const piece = await reader?.read().catch(lost);
    if (piece === undefined || piece.done) break;
    pieces.push(piece.value);
    bytes += piece.value.length;
    onProgress({ rows, bytes });
  }
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
  const type = response.headers.get('Content-Type') ?? '';
  return { name: name ?? `${wish.resource}.${wish.format}`, rows, bytes: new Blob(pieces, { type }) };
}

/** Hands a file to the browser, which puts it where downloads go. */
export function saveFile({ name, bytes }: ExportFile): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(address);
}
