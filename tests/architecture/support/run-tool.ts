import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './project.ts';

const entryPoints = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  'dependency-cruiser': 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
  knip: 'node_modules/knip/bin/knip.js',
  tsc: 'node_modules/typescript/bin/tsc',
} as const;

/** What a tool answered: its exit code (-1 when it was killed) and all it printed. */
export type ToolAnswer = { code: number; output: string };

/** Runs one of the project's checking tools in `cwd`, with this very Node. */
export function runTool(
  tool: keyof typeof entryPoints,
  args: readonly string[],
  cwd: string,
): Promise<ToolAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, entryPoints[tool]), ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, NODE_OPTIONS: undefined },
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ code: code ?? -1, output: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}
