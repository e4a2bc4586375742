import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT, readSettings } from '../../bin/settings.ts';

/** What we use of the Compose Specification, strictly: a key that is misspelt or misplaced is found. */
const Service = z.strictObject({
  image: z.string().regex(/^[a-z0-9/-]+:v?\d+(\.\d+)+$/, 'an image with its version'),
  build: z.literal('.').optional(),
  restart: z.enum(['unless-stopped', 'on-failure:5']),
  init: z.boolean().optional(),
  shm_size: z.string().optional(),
  environment: z.record(z.string(), z.string().or(z.number())).optional(),
  depends_on: z
    .record(
      z.string(),
      z.strictObject({ condition: z.enum(['service_healthy', 'service_completed_successfully']) }),
    )
    .optional(),
  entrypoint: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  configs: z.array(z.strictObject({ source: z.string(), target: z.string() })).optional(),
  stop_grace_period: z.string().optional(),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()),
      interval: z.string(),
      timeout: z.string(),
      retries: z.number().int(),
      start_period: z.string().optional(),
    })
    .optional(),
});

const Compose = z.strictObject({
  name: z.string(),
  'x-placet': z.unknown(),
  services: z.record(z.string(), Service),
  configs: z.record(z.string(), z.strictObject({ content: z.string() })),
  volumes: z.record(z.string(), z.null()),
});

const read = async () =>
  Compose.parse(parse(await readFile(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }));

/** As Compose puts variables in: `${NAME:-default}` and `${NAME:?}`. */
const filledIn = (text: string, values: Record<string, string>) =>
  text.replace(
    /\$\{(\w+)(?::-([^}]*)|:\?)\}/g,
    (_, name: string, otherwise?: string) => values[name] ?? otherwise ?? '',
  );

describe('the production shape', () => {
  it('is everything the product needs', async () => {
    const { services } = await read();
    expect(Object.keys(services)).toEqual(
      expect.arrayContaining(['postgres', 'temporal', 'temporal-ui', 'mail', 'migrate', 'api', 'worker']),
    );
  });

  it('waits only for what exists and can be waited for', async () => {
    const { services } = await read();
    for (const { depends_on: waits = {} } of Object.values(services)) {
      for (const [name, { condition }] of Object.entries(waits)) {
        if (condition === 'service_healthy') expect(services[name]?.healthcheck).toBeDefined();
        else expect(services[name]?.restart).toBe('on-failure:5');
      }
    }
  });

  it('names only volumes and configs that are declared', async () => {
    const { services, volumes, configs } = await read();
    for (const service of Object.values(services)) {
      for (const volume of service.volumes ?? []) expect(volumes).toHaveProperty(volume.split(':')[0] ?? '');
      for (const { source } of service.configs ?? []) expect(configs).toHaveProperty(source);
    }
  });

  it('gives api, worker and migration an environment that they understand and that leaves nothing open', async () => {
    const { services } = await read();
    const secrets = {
      POSTGRES_PASSWORD: 'a-password',
      SESSION_SECRET: 'x'.repeat(32),
      SECRETS_KEY: 'y'.repeat(32),
    };
    for (const name of ['api', 'worker', 'migrate']) {
      const environment = Object.entries(services[name]?.environment ?? {});
      const settings = readSettings(
        Object.fromEntries(environment.map(([key, value]) => [key, filledIn(String(value), secrets)])),
      );
      expect(settings).toMatchObject({
        databaseUrl: 'postgres://placet:a-password@postgres:5432/placet',
        temporalAddress: 'temporal:7233',
        smtpUrl: 'smtp://mail:1025',
        sessionSecret: secrets.SESSION_SECRET,
        secretsKey: secrets.SECRETS_KEY,
        demo: false,
      });
    }
  });

  it('publishes nothing beyond this machine by itself', async () => {
    const { services } = await read();
    const ports = Object.values(services).flatMap(({ ports: published = [] }) => published);
    for (const port of ports) expect(filledIn(port, {})).toMatch(/^127\.0\.0\.1:/);
  });

  it('starts programs that exist', async () => {
    const { services } = await read();
    const dockerfile = await readFile(join(ROOT, 'Dockerfile'), 'utf8');
    const copied = [...dockerfile.matchAll(/^COPY (.+) \.\/\S*$/gm)].flatMap(([, files = '']) =>
      files.split(' '),
    );
    for (const file of copied) expect(existsSync(join(ROOT, file))).toBe(true);
    for (const name of ['api', 'worker', 'migrate']) {
      const [program, file = ''] = services[name]?.command ?? [];
      expect(program).toBe('node');
      expect(existsSync(join(ROOT, file))).toBe(true);
      expect(copied).toContain(file.split('/')[0]);
    }
  });
});
