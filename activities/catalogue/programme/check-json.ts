/** Where a text stops being JSON, or becomes deeper than allowed. Lines and columns count from 1. */
export type JsonFault = { kind: 'syntax' | 'depth'; line: number; column: number };

const token =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy;

/** What may come next: a value; a value or the end of an empty list; a key; a key or `}`; `:`; `,` or the end. */
type Expected = 'value' | 'item' | 'key' | 'member' | 'colon' | 'next';

/**
 * Finds the first place where `text` is not JSON (RFC 8259), or nests more than `maxDepth` lists and objects; null
 * when it is fit for `JSON.parse`, whose own messages do not always say where. Runs in one pass, without recursion.
 */
export function checkJson(text: string, maxDepth: number): JsonFault | null {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  token.lastIndex = 0;
  let at = 0;
  for (;;) {
    const found = token.exec(text);
    if (found === null) break;
    const [whole, mark = '', string] = found;
    const start = token.lastIndex - whole.trimStart().length;
    const next = step(expected, mark, string !== undefined, open);
    if (next === null) return placeOf(text, start, 'syntax');
    if (open.length > maxDepth) return placeOf(text, start, 'depth');
    expected = next;
    at = token.lastIndex;
  }
  const rest = text.slice(at).search(/[^ \t\r\n]/);
  const complete = expected === 'next' && open.length === 0;
  if (complete && rest === -1) return null;
  return placeOf(text, rest === -1 ? text.length : at + rest, 'syntax');
}

/** What is expected after this token, or null when it may not stand here; opens and closes on the way. */
function step(expected: Expected, mark: string, isString: boolean, open: ('{' | '[')[]): Expected | null {
  switch (mark) {
    case '{':
    case '[':
      if (!valueFits(expected)) return null;
      open.push(mark);
      return mark === '{' ? 'member' : 'item';
    case '}':
      return close(expected, '{', 'member', open);
    case ']':
      return close(expected, '[', 'item', open);
    case ',':
      return expected === 'next' ? afterComma(open.at(-1)) : null;
    case ':':
      return expected === 'colon' ? 'value' : null;
    default:
      if (expected === 'key' || expected === 'member') return isString ? 'colon' : null;
      return valueFits(expected) ? 'next' : null;
  }
}

function valueFits(expected: Expected): boolean {
  return expected === 'value' || expected === 'item';
}

function close(expected: Expected, opener: '{' | '[', empty: Expected, open: ('{' | '[')[]): Expected | null {
  if (open.at(-1) !== opener || !(expected === empty || expected === 'next')) return null;
  open.pop();
  return 'next';
}

function afterComma(inside: '{' | '[' | undefined): Expected | null {
  if (inside === undefined) return null;
  return inside === '{' ? 'key' : 'value';
}

function placeOf(text: string, index: number, kind: JsonFault['kind']): JsonFault {
  const before = text.slice(0, index);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { kind, line: before.split('\n').length, column: index - lineStart + 1 };
}
