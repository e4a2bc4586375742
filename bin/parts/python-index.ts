import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Download, download } from './download.ts';

/** What pip's environment variables say; settings.ts reads them. */
export type PipSettings = {
  indexUrl: string | null;
  extraIndexUrls: readonly string[];
  configFile: string | null;
  configHome: string | null;
};

const DEFAULT_INDEX = 'https://pypi.org/simple';

/**
 * The addresses of the package indexes, in the order pip would ask them: environment, then pip's configuration
 * files (the user's over the site's, `[install]` and `[download]` over `[global]`), then the public index.
 */
export function indexUrls(pip: PipSettings): string[] {
  const configured = configFiles(pip).map((file) => readConfig(file));
  const index =
    pip.indexUrl ?? configured.find((config) => config.indexUrl !== null)?.indexUrl ?? DEFAULT_INDEX;
  const extra =
    pip.extraIndexUrls.length > 0
      ? pip.extraIndexUrls
      : (configured.find((config) => config.extra.length > 0)?.extra ?? []);
  return [index, ...extra];
}

/**
 * Fetches one file of a project from an index (source: PEP 503, the simple repository API).
 * @throws when the index cannot be reached or does not carry the file.
 */
export async function downloadFromIndex(
  indexUrl: string,
  project: string,
  fileName: string,
): Promise<Download> {
  const page = await download(`${indexUrl.replace(/\/+$/, '')}/${project}/`, { accept: 'text/html' });
  const link = linksOf(page.bytes.toString('utf8')).find((href) => fileNameOf(href) === fileName);
  if (link === undefined) throw new Error(`${new URL(page.url).origin}: it does not carry ${fileName}`);
  return download(withCredentialsOf(indexUrl, new URL(link, page.url)));
}

function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\s[^>]*?href\s*=\s*["']([^"']+)["']/gi)].map((match) =>
    (match[1] ?? '').replaceAll('&amp;', '&'),
  );
}

function fileNameOf(href: string): string {
  const path = href.split(/[?#]/)[0] ?? '';
  return decodeURIComponent(path.split('/').at(-1) ?? '');
}

/** Files on the index's own server are behind the same door as the index; others never see its password. */
function withCredentialsOf(indexUrl: string, file: URL): string {
  const index = new URL(indexUrl);
  file.hash = '';
  if (file.origin === index.origin) {
    file.username = index.username;
    file.password = index.password;
  }
  return file.href;
}

function configFiles(pip: PipSettings): string[] {
  const files = [
    pip.configFile,
    join(homedir(), '.pip', 'pip.conf'),
    join(pip.configHome ?? join(homedir(), '.config'), 'pip', 'pip.conf'),
    join(homedir(), 'Library', 'Application Support', 'pip', 'pip.conf'),
    '/etc/xdg/pip/pip.conf',
    '/etc/pip.conf',
  ];
  return files.filter((file) => file !== null).filter((file) => existsSync(file));
}

type Config = { indexUrl: string | null; extra: string[] };

function readConfig(file: string): Config {
  const values = new Map<string, string[]>();
  let section = '';
  let key = '';
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    const text = line.trim();
    if (text === '' || text.startsWith('#') || text.startsWith(';')) continue;
    const header = /^\[(.+)\]$/.exec(text)?.[1];
    const pair = /^([A-Za-z_-]+)\s*[=:]\s*(.*)$/.exec(line);
    if (header !== undefined) section = header;
    else if (pair === null)
      values.get(key)?.push(...text.split(/\s+/)); // a value goes on, indented
    else {
      key = `${section}.${(pair[1] ?? '').toLowerCase().replaceAll('_', '-')}`;
      values.set(
        key,
        (pair[2] ?? '').split(/\s+/).filter((value) => value !== ''),
      );
    }
  }
  const first = (name: string) =>
    ['install', 'download', 'global']
      .map((part) => values.get(`${part}.${name}`))
      .find((found) => found !== undefined);
  return { indexUrl: first('index-url')?.[0] ?? null, extra: first('extra-index-url') ?? [] };
}
