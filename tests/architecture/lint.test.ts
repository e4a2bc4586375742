import { describe, expect, it } from '@jest/globals';
import { onFixture } from './support/fixture-tree.ts';
import { root } from './support/project.ts';
import { runTool } from './support/run-tool.ts';

const check = ['ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=200', '.'];

/** The head lines of Biome's answer: `file:line:column rule`, or `file format`. */
function complaints(output: string): string[] {
  return [...output.matchAll(/^(\S+ (?:lint\/\S+|assist\/\S+|format|parse|organizeImports))\s.*━/gm)].map(
    ([, head]) => head ?? '',
  );
}

/** The lint rules that a tree breaks, sorted, each once. */
async function brokenRules(files: Record<string, string>): Promise<string[]> {
  const { code, output } = await onFixture(files, (path) =>
    runTool('biome', ['lint', '--colors=off', '--max-diagnostics=200', '.'], path),
  );
  const rules = [...output.matchAll(/lint\/\w+\/(\w+)/g)].map(([, rule]) => rule ?? '');
  if (code === 0 && rules.length > 0) throw new Error(`rules that only warn: ${rules.join(', ')}`);
  return [...new Set(rules)].sort();
}

describe('the style of the sources', () => {
  it('holds in the project', async () => {
    const { code, output } = await runTool('biome', check, root);
    expect(complaints(output)).toEqual([]);
    expect(code).toBe(0);
  });

  it('refuses a file that is not formatted', async () => {
    const unformatted = {
      'rules/money.ts': 'export const cents   = (euros: number) => Math.round(euros*100)\n',
    };
    const { code, output } = await onFixture(unformatted, (path) => runTool('biome', check, path));
    expect(code).not.toBe(0);
    expect(complaints(output)).toEqual(['rules/money.ts format']);
  });

  const offences: readonly (readonly [rule: string, file: string, text: string])[] = [
    ['noExplicitAny', 'rules/a.ts', 'export const a = (value: any) => value;\n'],
    ['noUnsafeTypeAssertion', 'rules/a.ts', 'export const a = (value: unknown) => value as string;\n'],
    ['noNonNullAssertion', 'rules/a.ts', 'export const a = (value: string | null) => value!;\n'],
    ['noDefaultExport', 'rules/a.ts', 'export default 1;\n'],
    ['noEnum', 'rules/a.ts', 'export enum State {\n  Placed,\n}\n'],
    ['noConsole', 'activities/a.ts', "export const a = () => console.log('placed');\n"],
    [
      'noFloatingPromises',
      'activities/a.ts',
      'async function b() {}\nexport const a = () => {\n  b();\n};\n',
    ],
    ['noProcessEnv', 'api/a.ts', 'export const a = process.env.PORT;\n'],
    ['useFilenamingConvention', 'rules/ChooseSeat.ts', 'export const a = 1;\n'],
    ['useFilenamingConvention', 'rules/choose_seat.ts', 'export const a = 1;\n'],
    ['useImportType', 'rules/a.ts', "import { B } from './b.ts';\nexport const a: B = 1;\n"],
    ['noSkippedTests', 'tests/a.test.ts', "it.skip('places', () => {});\n"],
    ['noFocusedTests', 'tests/a.test.ts', "it.only('places', () => {});\n"],
    [
      'useExhaustiveSwitchCases',
      'rules/a.ts',
      [
        "export function label(state: 'placed' | 'firm'): string {",
        '  switch (state) {',
        "    case 'placed':",
        "      return 'Posée';",
        '  }',
        "  return '';",
        '}',
        '',
      ].join('\n'),
    ],
  ];

  it.each(offences)('refuses %s (%s)', async (rule, file, text) => {
    expect(await brokenRules({ [file]: text })).toContain(rule);
  });

  it('lets what is well written pass', async () => {
    const files = {
      'rules/money.ts': "export const currencies = ['EUR', 'CHF'] as const;\n",
      'rules/option.workflow.ts': 'export const story = 1;\n',
      'admin-ui/OptionList.tsx': 'export const OptionList = () => <div />;\n',
      'bin/settings.ts': 'export const port = Number(process.env.PORT);\n',
    };
    expect(await brokenRules(files)).toEqual([]);
  });
});
