import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoLettersSent, demoSignIns, refuseDemoAmongRealOperators } from '../../bin/start/demo.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';

describe('the demo', () => {
  let database: TestDatabase;
  let house: House | null = null;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await house?.close();
    await database.drop();
  });

  it('may go into an empty database, and refuses one where real people work', async () => {
    await expect(refuseDemoAmongRealOperators(database.url)).resolves.toBeUndefined();
    house = await createHouse(database.url);
    await expect(refuseDemoAmongRealOperators(database.url)).rejects.toThrow('PLACET_DEMO=1');
  });

  it('does not wait for letters that are not its own', async () => {
    await expect(demoLettersSent(database.url, AbortSignal.timeout(5_000))).resolves.toBeUndefined();
  });

  it('prints its four sign-ins with the password', () => {
    expect(demoSignIns('s3cret').match(/\w+@demo\.test/g)).toEqual([
      'admin@demo.test',
      'operator@demo.test',
      'manager@demo.test',
      'finance@demo.test',
    ]);
    expect(demoSignIns('s3cret')).toContain('s3cret');
  });
});
