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

/** The lint rules that each file of a tree breaks, as sorted `file rule` lines, each once. */
async function brokenRules(files: Record<string, string>): Promise<string[]> {
  const lint = ['lint', '--colors=off', '--max-diagnostics=200', '.'];
  const { code, output } = await onFixture(files, (path) => runTool('biome', lint, path));
  const rules = [...output.matchAll(/^([^:\s]+)(?::\S+)? lint\/\w+\/(\w+)/gm)].map(
    ([, file, rule]) => `${file} ${rule}`,
  );
  if (code === 0 && rules.length > 0) throw new Error(`rules that only warn: ${rules.join(', ')}`);
  return [...new Set(rules)].sort();
}

describe('the style of the sources', () => {
  it('holds in the project', async () => {
    const { code, output } = await runTool('biome', check, root);
    expect(complaints(output)).toEqual([]);
    expect(code).toBe(0);
  }, 240_000); // every source, with its types

  it('refuses a file that is not formatted', async () => {
    const unformatted = {
      'rules/money.ts': 'export const cents   = (euros: number) => Math.round(euros*100)\n',
    };
    const { code, output } = await onFixture(unformatted, (path) => runTool('biome', check, path));
    expect(code).not.toBe(0);
    expect(complaints(output)).toEqual(['rules/money.ts format']);
  });

  const offences: readonly (readonly [rule: string, file: string, text: string])[] = [
    ['noExplicitAny', 'rules/any.ts', 'export const a = (value: any) => value;\n'],
    ['noUnsafeTypeAssertion', 'rules/cast.ts', 'export const a = (value: unknown) => value as string;\n'],
    ['noNonNullAssertion', 'rules/non-null.ts', 'export const a = (value: string | null) => value!;\n'],
    ['noDefaultExport', 'rules/default-export.ts', 'export default 1;\n'],
    ['noEnum', 'rules/enum.ts', 'export enum State {\n  Placed,\n}\n'],
    ['noConsole', 'activities/console.ts', "export const a = () => console.log('placed');\n"],
    [
      'noFloatingPromises',
      'activities/floating.ts',
      'async function b() {}\nexport const a = () => {\n  b();\n};\n',
    ],
    ['noProcessEnv', 'api/environment.ts', 'export const a = process.env.PORT;\n'],
    ['useFilenamingConvention', 'rules/ChooseSeat.ts', 'export const a = 1;\n'],
    ['useFilenamingConvention', 'rules/choose_seat.ts', 'export const a = 1;\n'],
    ['useImportType', 'rules/import-type.ts', "import { B } from './b.ts';\nexport const a: B = 1;\n"],
    ['noSkippedTests', 'tests/skipped.test.ts', "it.skip('places', () => {});\n"],
    ['noFocusedTests', 'tests/focused.test.ts', "it.only('places', () => {});\n"],
    [
      'useExhaustiveSwitchCases',
      'rules/exhaustive.ts',
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

  it('refuses each of these', async () => {
    const broken = await brokenRules(Object.fromEntries(offences.map(([, file, text]) => [file, text])));
    expect(broken).toEqual(expect.arrayContaining(offences.map(([rule, file]) => `${file} ${rule}`)));
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
