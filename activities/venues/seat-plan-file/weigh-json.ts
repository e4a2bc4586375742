/** How much a JSON text would become, seen before it is read: objects and lists, altogether and inside each other. */
export interface JsonWeight {
  containers: number;
  depth: number;
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = Buffer.from('"\\{}[]');

/** Weighs a JSON text by its bytes, without keeping anything of it. Right for JSON; of anything else, a guess. */
export function weighJson(bytes: Uint8Array): JsonWeight {
  let [containers, depth, open, inString] = [0, 0, 0, false];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (inString) {
      if (byte === backslash) at += 1;
      else if (byte === quote) inString = false;
    } else if (byte === quote) {
      inString = true;
    } else if (byte === openBrace || byte === openBracket) {
      containers += 1;
      open += 1;
      if (open > depth) depth = open;
    } else if (byte === closeBrace || byte === closeBracket) {
      open -= 1;
    }
  }
  return { containers, depth };
}
