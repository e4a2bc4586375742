import { describe, expect, it } from '@jest/globals';
import { onFixture } from './support/fixture-tree.ts';
import { root } from './support/project.ts';
import { runTool } from './support/run-tool.ts';

describe('what nobody uses', () => {
  it('is not in the project: no file, export or package', async () => {
    const { code, output } = await runTool('knip', ['--no-progress'], root);
    expect(code === 0 ? '' : output).toBe('');
  });

  it('is found: a file, an export, a type', async () => {
    const files = {
      'bin/main.ts': "import { place } from '../rules/place.ts';\n\nplace();\n",
      'rules/place.ts': 'export const place = () => 1;\nexport const forgotten = 2;\nexport type Lost = 3;\n',
      'rules/alone.ts': 'export const alone = 1;\n',
    };
    const { code, output } = await onFixture(files, (path) =>
      runTool('knip', ['--no-progress', '--include', 'files,exports,types'], path),
    );
    expect(code).not.toBe(0);
    expect(output).toMatch(/rules\/alone[.]ts/);
    expect(output).toMatch(/forgotten\s.*rules\/place[.]ts/);
    expect(output).toMatch(/Lost\s.*rules\/place[.]ts/);
    expect(output).not.toMatch(/\bplace\s+function/);
  });

  it('is found: a package that package.json names and nobody imports', async () => {
    const { output } = await onFixture(
      {
        'package.json': JSON.stringify({
          name: 'fixture',
          private: true,
          type: 'module',
          dependencies: { pg: '8.23.1', zod: '4.6.7' },
        }),
        'bin/main.ts': "import { z } from 'zod';\n\nz.string().parse('placed');\n",
      },
      (path) => runTool('knip', ['--no-progress', '--include', 'dependencies'], path),
    );
    expect(output).toMatch(/^pg\s+package[.]json/m);
    expect(output).not.toMatch(/^zod\s/m);
  });
});
