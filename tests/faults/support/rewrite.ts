import { registerHooks } from 'node:module';

/** In a file of the product: what stands there, and what api and worker load instead. */
export type Rewrite = { file: string; replace: [RegExp, string][] };

/** Applies a rewrite. @throws when something that should be replaced does not stand there (any more). */
function rewritten({ file, replace }: Rewrite, source: string): string {
  return replace.reduce((text, [what, by]) => {
    const changed = text.replace(what, by);
    if (changed === text)
      throw new Error(`${what} does not stand in ${file}: the sabotage must follow the code.`);
    return changed;
  }, source);
}

/** Has this process load a file of the product rewritten. */
export function rewriteOnLoad(rewrite: Rewrite): void {
  registerHooks({
    load: (url, context, next) => {
      const loaded = next(url, context);
      return url.endsWith(`/${rewrite.file}`)
        ? { ...loaded, source: rewritten(rewrite, String(loaded.source)) }
        : loaded;
    },
  });
}
