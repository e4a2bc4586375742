import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import { buildConsole } from '../../bin/parts/console.ts';
import { freePort, freePorts, isFree } from '../../bin/parts/free-port.ts';
import { knowsNamespace } from '../../bin/parts/grpc-probe.ts';
import { refuseOtherMajor } from '../../bin/parts/postgres-cluster.ts';
import { type SmtpCatcherPart, startSmtpCatcher } from '../../bin/parts/smtp-catcher.ts';
import { startTemporalDevServer } from '../support/temporal.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'placet-parts-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('free ports', () => {
  it('are as many different ones as asked', async () => {
    const ports = await freePorts(20);
    expect(new Set(ports).size).toBe(20);
    for (const port of ports) await expect(isFree(port)).resolves.toBe(true);
  });

  it('are given to one only, though nobody listens yet', async () => {
    const chosen = await Promise.all(Array.from({ length: 400 }, () => freePort()));
    expect(new Set(chosen).size).toBe(400);
  });
});

describe('the data folder of PostgreSQL', () => {
  it('is refused, untouched, when another major version made it', async () => {
    await writeFile(join(folder, 'PG_VERSION'), '17\n');
    expect(() => refuseOtherMajor(folder, 18)).toThrow(/PostgreSQL 17.*DATABASE_URL/s);
    await expect(readdir(folder)).resolves.toEqual(['PG_VERSION']);
  });

  it('is taken when it is of this one, or empty', async () => {
    expect(() => refuseOtherMajor(folder, 18)).not.toThrow();
    await writeFile(join(folder, 'PG_VERSION'), '18\n');
    expect(() => refuseOtherMajor(folder, 18)).not.toThrow();
  });
});

describe('the mail catcher', () => {
  let catcher: SmtpCatcherPart;
  const send = (...to: string[]) =>
    createTransport(catcher.url).sendMail({
      from: 'box@placet.test',
      to,
      subject: 'Votre commande',
      text: 'Été',
    });
  beforeEach(async () => {
    catcher = await startSmtpCatcher({ mailDir: join(folder, 'mail'), port: await freePort() });
  });
  afterEach(() => catcher.stop());

  it('keeps a message with its envelope, readable by its owner only', async () => {
    await send('anna@school.test', 'ben@school.test');
    const [name = '', ...others] = await readdir(join(folder, 'mail'));
    expect([name.endsWith('.eml'), others]).toEqual([true, []]);
    const file = join(folder, 'mail', name);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const mail = await simpleParser(await readFile(file));
    expect(mail.headers.get('delivered-to')).toMatchObject([
      { text: 'anna@school.test' },
      { text: 'ben@school.test' },
    ]);
    expect(mail.headers.get('return-path')).toMatchObject({ text: 'box@placet.test' });
    expect(mail.text?.trim()).toBe('Été');
  });

  it('refuses one recipient for good, so that this can be tried', async () => {
    await expect(send('refused@school.test')).rejects.toMatchObject({ responseCode: 550 });
    await expect(readdir(join(folder, 'mail'))).resolves.toEqual([]);
  });
});

describe('the question whether Temporal is there', () => {
  it('is answered by the namespace', async () => {
    const temporal = await startTemporalDevServer();
    await expect(knowsNamespace(temporal.address, 'placet', 5_000)).resolves.toBe(true);
    await expect(knowsNamespace(temporal.address, 'another', 5_000)).resolves.toBe(false);
    await temporal.stop();
    await expect(knowsNamespace(temporal.address, 'placet', 5_000)).resolves.toBe(false);
  });
});

describe('the console', () => {
  it('is built again only when what it is made of has changed', async () => {
    const root = join(folder, 'root');
    const outDir = join(root, 'admin-ui', 'dist');
    const source = join(root, 'admin-ui', 'main.ts');
    const page = '<script type="module" src="./main.ts"></script>';
    await mkdir(join(root, 'admin-ui', 'contact-space'), { recursive: true });
    await writeFile(join(root, 'admin-ui', 'contact-space', 'index.html'), page);
    await writeFile(join(root, 'admin-ui', 'contact-space', 'main.ts'), 'document.title = "space";');
    await mkdir(join(root, 'rules'));
    await mkdir(join(root, 'node_modules'));
    await writeFile(join(root, 'package-lock.json'), '{}');
    await writeFile(join(root, 'admin-ui', 'index.html'), page);
    await writeFile(source, 'document.title = "one";');
    const build = () => buildConsole({ root, outDir, logFile: join(folder, 'console.log') });

    await Promise.all([build(), build()]); // two starts at once: one builds, the other waits for it
    const builtAt = (await stat(join(outDir, 'index.html'))).mtimeMs;
    await build();
    expect((await stat(join(outDir, 'index.html'))).mtimeMs).toBe(builtAt);

    await writeFile(source, 'document.title = "two";');
    await build();
    expect((await stat(join(outDir, 'index.html'))).mtimeMs).not.toBe(builtAt);

    await writeFile(source, 'document.title = ');
    await expect(build()).rejects.toThrow('could not be built');
    expect(existsSync(join(outDir, 'index.html'))).toBe(true);
  });
});
