import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningApi } from '../../api/server.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startApi } from './support/api.ts';

const script = `export const words = '${'place '.repeat(500)}';`;
const page = '<!doctype html><title>Placet</title>';
const spacePage = '<!doctype html><title>Contacts</title>';

let database: TestDatabase;
let folder: string;
let api: RunningApi;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'placet-console-'));
  await mkdir(join(folder, 'assets'));
  await mkdir(join(folder, 'contact-space', 'assets'), { recursive: true });
  const files = {
    'index.html': page,
    'assets/main-1a2b.js': script,
    'assets/small-3c4d.js': 'export {};',
    'contact-space/index.html': spacePage,
    'contact-space/assets/page-5e6f.js': script,
  };
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, name), text);
    if (name.includes('small')) continue;
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(text));
    await writeFile(join(folder, `${name}.gz`), gzipSync(text));
  }
  api = await startApi(database.url, { consoleDir: folder });
});

afterAll(async () => {
  await api.stop();
  await database.drop();
  await rm(folder, { recursive: true });
});

type Raw = { status: number; headers: IncomingHttpHeaders; bytes: Buffer };

/** Asks without undoing any encoding. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> {
  return new Promise((resolve, reject) => {
    request(new URL(path, api.url), { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

const asset = '/assets/main-1a2b.js';
const encoded = (encoding: string) => ask(asset, { 'accept-encoding': encoding });

describe('the files of the console', () => {
  it('go out as they were compressed at the build, the better way first', async () => {
    const brotli = await encoded('gzip, deflate, br, zstd');
    expect(brotli.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': expect.stringMatching(/^text\/javascript/),
      'cache-control': 'public, max-age=31536000, immutable',
      vary: expect.stringContaining('Accept-Encoding'),
    });
    expect(brotliDecompressSync(brotli.bytes).toString()).toBe(script);
    const gzip = await encoded('gzip');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.bytes).toString()).toBe(script);
    expect(Number(gzip.headers['content-length'])).toBe(gzip.bytes.length);
    expect((await encoded('br;q=0, gzip')).headers['content-encoding']).toBe('gzip');
  });

  it('go out plain to whoever takes nothing else, and where nothing was compressed', async () => {
    for (const plain of [await ask(asset), await encoded('identity'), await encoded('br;q=0, gzip;q=0')]) {
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.headers.vary).toContain('Accept-Encoding');
      expect(plain.bytes.toString()).toBe(script);
    }
    const small = await ask('/assets/small-3c4d.js', { 'accept-encoding': 'br' });
    expect(small.headers['content-encoding']).toBeUndefined();
    expect(small.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('serve the page compressed at every address of a screen, asked again each time', async () => {
    for (const path of ['/', '/options/1/show']) {
      const { headers, bytes } = await ask(path, { accept: 'text/html', 'accept-encoding': 'gzip' });
      expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'no-cache' });
      expect(headers['content-type']).toMatch(/^text\/html/);
      expect(gunzipSync(bytes).toString()).toBe(page);
      const again = await ask(path, {
        accept: 'text/html',
        'accept-encoding': 'gzip',
        'if-none-match': headers.etag ?? '',
      });
      expect(again.status).toBe(304);
    }
  });

  it('serve the contacts’ own page beside the console, with its own files', async () => {
    const html = { accept: 'text/html', 'accept-encoding': 'gzip' };
    const own = await ask('/contact-space/', html);
    expect(own.headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'no-cache' });
    expect(gunzipSync(own.bytes).toString()).toBe(spacePage);
    const without = await ask('/contact-space', html);
    expect([without.status, without.headers.location]).toEqual([308, '/contact-space/']);
    expect(gunzipSync((await ask('/contact-space/elsewhere', html)).bytes).toString()).toBe(page);
    const file = await ask('/contact-space/assets/page-5e6f.js', { 'accept-encoding': 'br' });
    expect(file.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('answer HEAD without bytes, and nothing outside their folder', async () => {
    const head = await ask(asset, { 'accept-encoding': 'br' }, 'HEAD');
    expect(head.headers['content-encoding']).toBe('br');
    expect(head.bytes).toHaveLength(0);
    expect((await ask('/assets/../../package.json', { 'accept-encoding': 'br' })).status).toBe(404);
    expect((await ask('/assets/unknown.js', { 'accept-encoding': 'br' })).status).toBe(404);
  });
});
