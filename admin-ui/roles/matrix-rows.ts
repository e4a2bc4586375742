import {
  comingFunctions,
  functionsOn,
  type Right,
  type RightAction,
  type RightBranch,
  type RightBranchName,
  type RightFunction,
  rightsOf,
  rightTree,
} from '../../rules/organisation/right-tree.ts';
import { type FunctionWord, functionWord } from './function-words.ts';

/** A line of the matrix: a branch, whose boxes are those of all below it, or a function. */
export type MatrixRow = { depth: number; functions: readonly RightFunction[]; branch: RightBranchName } & (
  | { kind: 'branch'; name: RightBranchName }
  | { kind: 'function'; word: FunctionWord; coming: boolean }
);

function rowsOf(branch: RightBranch, depth: number): MatrixRow[] {
  const { name } = branch;
  return [
    { kind: 'branch', name, branch: name, depth, functions: functionsOn(branch) },
    ...branch.functions.map(
      (each): MatrixRow => ({
        kind: 'function',
        word: functionWord(each),
        coming: comingFunctions.includes(each),
        branch: name,
        depth: depth + 1,
        functions: [each],
      }),
    ),
    ...branch.branches.flatMap((below) => rowsOf(below, depth + 1)),
  ];
}

/** The tree, line by line. */
export const matrixRows: readonly MatrixRow[] = rightTree.flatMap((branch) => rowsOf(branch, 0));

/** The rights of a line: those of one letter, or all of them. */
export function rightsAt({ functions }: MatrixRow, action: RightAction | null): Right[] {
  const all = functions.flatMap(rightsOf);
  return action === null ? all : all.filter((right) => right.endsWith(`:${action}`));
}

/** What is held after a box was pressed: all of its rights, or none when all were held. */
export function toggled(rights: readonly string[], pressed: readonly string[]): string[] {
  const others = rights.filter((right) => !pressed.includes(right));
  return pressed.every((right) => rights.includes(right)) ? others : [...others, ...pressed];
}

/** What a choice changes: the rights it adds, and those it takes. */
export function rightsChanged(
  before: readonly string[],
  after: readonly string[],
): { added: string[]; taken: string[] } {
  return {
    added: after.filter((right) => !before.includes(right)),
    taken: before.filter((right) => !after.includes(right)),
  };
}
