import { describe, expect, it } from '@jest/globals';
import { onFixture } from './support/fixture-tree.ts';
import { filesUnder, root } from './support/project.ts';
import { isNode, nameOf, type SyntaxNode, statementsOf, walk } from './support/syntax-tree.ts';

/** Properties of components whose value a person reads or hears. */
const readByPeople = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'confirmContent',
  'confirmTitle',
  'content',
  'emptyText',
  'helperText',
  'label',
  'placeholder',
  'primaryText',
  'secondaryText',
  'subtitle',
  'title',
]);

/** A key of the catalogue, or the product's own name: everything else that is written out is a text. */
const notAText = /^(|Placet|\w+([.][\w-]+)+)$/;

/** Texts written into the screens instead of the catalogue, as `file: text`. */
function textsInScreens(base: string): string[] {
  return filesUnder(base, 'admin-ui', /[.]tsx$/).flatMap((file) => {
    const found: string[] = [];
    walk(statementsOf(base, file), (node) => {
      found.push(...textsOf(node).map((text) => `${file}: ${text}`));
    });
    return found;
  });
}

function textsOf(node: SyntaxNode): string[] {
  switch (node.type) {
    case 'JSXText':
      return typeof node.value === 'string' && /\p{L}/u.test(node.value) ? [node.value.trim()] : [];
    case 'JSXElement':
    case 'JSXFragment':
      return childrenOf(node).flatMap(writtenOut);
    case 'JSXAttribute':
      return readByPeople.has(attributeName(node.name)) ? writtenOut(node.value) : [];
    default:
      return [];
  }
}

function childrenOf(node: SyntaxNode): unknown[] {
  return Array.isArray(node.children) ? node.children : [];
}

function attributeName(name: unknown): string {
  return nameOf(name) ?? '';
}

/** The literal words of a string, of `{'…'}`, or of a template; none for a key. */
function writtenOut(value: unknown): string[] {
  if (!isNode(value)) return [];
  switch (value.type) {
    case 'JSXExpressionContainer':
      return writtenOut(value.expression);
    case 'StringLiteral':
      return [String(value.value)].filter((text) => /\p{L}/u.test(text) && !notAText.test(text));
    case 'TemplateLiteral':
      return literalsOf(value).filter((text) => /\p{L}/u.test(text) && /\s/.test(text));
    default:
      return [];
  }
}

function literalsOf(template: SyntaxNode): string[] {
  if (!Array.isArray(template.quasis)) return [];
  return template.quasis.map((quasi) => (isNode(quasi) ? String(quasi.raw) : ''));
}

describe('the words of the console', () => {
  it('are keys of the catalogue, in every screen', () => {
    expect(textsInScreens(root)).toEqual([]);
  });

  it('are found when written into a screen', async () => {
    const screen = [
      'const count = 2;',
      'export const OptionList = () => (',
      '  <List title="Demandes d\'options" label={\'To place\'} empty="resources.options.empty">',
      '    Aucune option',
      "    {'Poser'}",
      `    {\`Reste \${count} places\`}`,
      '    <Field label="resources.options.fields.state" className="state chip" aria-label="État" />',
      '    {count} · <Name title="Placet" />',
      '  </List>',
      ');',
      '',
    ].join('\n');
    const found = await onFixture({ 'admin-ui/OptionList.tsx': screen }, textsInScreens);
    expect(found.sort()).toEqual(
      ["Demandes d'options", 'To place', 'Aucune option', 'Poser', ' places', 'Reste ', 'État']
        .map((text) => `admin-ui/OptionList.tsx: ${text}`)
        .sort(),
    );
  });
});
