import { describe, expect, it } from '@jest/globals';
import { readSettings } from '../../bin/settings.ts';

describe('the settings', () => {
  it('need nothing', () => {
    expect(readSettings({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      demo: true,
      databaseUrl: null,
      temporalAddress: null,
      temporalNamespace: 'placet',
      smtpUrl: null,
    });
  });

  it.each([
    [{ DATABASE_URL: 'postgres://u:p@db.example/placet' }, false],
    [{ DATABASE_URL: 'postgres://u:p@db.example/placet', PLACET_DEMO: '1' }, true],
    [{ PLACET_DEMO: '0' }, false],
    [{ PLACET_DEMO: '' }, true],
  ])('of %j make demo %s', (environment, demo) => {
    expect(readSettings(environment).demo).toBe(demo);
  });

  it('take a public address without its last slash', () => {
    expect(readSettings({ PUBLIC_URL: 'https://placet.example/' }).publicUrl).toBe('https://placet.example');
  });

  it.each([
    ['PORT', '80000', 'a port between 1 and 65535'],
    ['PORT', 'http', 'a port between 1 and 65535'],
    ['PLACET_DEMO', 'yes', '0 or 1'],
    ['DATABASE_URL', 'mysql://db.example', 'an address like postgres:'],
    ['TEMPORAL_ADDRESS', 'temporal.example', 'an address like localhost:7233'],
    ['SMTP_URL', 'mail.example', 'an address like smtp:'],
    ['SESSION_SECRET', 'short', 'at least 32 characters'],
    ['SECRETS_KEY', 'short', 'at least 32 characters'],
    ['OIDC_ISSUER', 'http://issuer.example', 'an https address'],
    ['OIDC_ISSUER', 'https://issuer.example', 'an https address'],
    ['OIDC_SCOPE', 'profile', 'scopes with openid among them'],
  ])('say what is wrong with %s=%s', (name, value, expected) => {
    expect(() => readSettings({ [name]: value })).toThrow(`${name} must be ${expected}`);
  });

  it('name every variable that is wrong, and no secret', () => {
    const read = () => readSettings({ PORT: '-1', SESSION_SECRET: 'tell-nobody' });
    expect(read).toThrow(/PORT must be .*\n.*SESSION_SECRET must be/);
    expect(read).not.toThrow(/tell-nobody/);
  });
});
