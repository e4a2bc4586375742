import { describe, expect, it } from '@jest/globals';
import { onFixture } from './support/fixture-tree.ts';
import { root } from './support/project.ts';
import { runTool } from './support/run-tool.ts';

describe('the types', () => {
  it('hold in the project', async () => {
    const { code, output } = await runTool('tsc', ['-p', 'tsconfig.json'], root);
    expect(code === 0 ? '' : output).toBe('');
  }, 240_000); // every source

  it('are strict: null, an index that may miss, a branch left out', async () => {
    const files = {
      'rules/a.ts': 'export const a = (value: string | null): string => value;\n',
      'rules/b.ts': 'export const b = (values: string[]): string => values[0];\n',
      'rules/c.ts':
        'export function c(state: 1 | 2): string {\n  switch (state) {\n    case 1:\n      return "";\n  }\n}\n',
    };
    const { code, output } = await onFixture(files, (path) => runTool('tsc', ['-p', 'tsconfig.json'], path));
    expect(code).not.toBe(0);
    expect(output).toContain('rules/a.ts');
    expect(output).toContain('rules/b.ts');
    expect(output).toContain('rules/c.ts');
  });
});
