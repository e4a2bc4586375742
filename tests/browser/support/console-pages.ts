import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../bin/settings.ts';
import {
  isNode,
  nameOf,
  type SyntaxNode,
  statementsOf,
  walk,
} from '../../architecture/support/syntax-tree.ts';

/** A page of the console: its path, in which `:resource` stands for the id of one record of that resource. */
export interface ConsolePage {
  name: string;
  path: string;
}

const consoleFolder = join(ROOT, 'admin-ui');

/** Parameters of own routes whose name does not say which resource they are an id of. */
const resourceOf: Readonly<Record<string, string>> = {
  performanceId: 'performances',
  templateId: 'contingent-templates',
  id: 'contacts',
  organisationId: 'organisations',
};

/** Parameters that are no id, and what stands in them. */
const said: Readonly<Record<string, string>> = { kind: 'confirmation', language: 'fr' };

/** Every page of the console as its sources register it: resources with what they can show, and routes of its own. */
export function consolePages(): ConsolePage[] {
  const files = readdirSync(consoleFolder, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      /\.tsx$/.test(file) && /<(Resource|Route)\b/.test(readFileSync(join(consoleFolder, file), 'utf8')),
  );
  const pages = files.flatMap((file) => pagesOf(file));
  return pages.sort((a, b) => a.name.localeCompare(b.name));
}

function pagesOf(file: string): ConsolePage[] {
  const pages: ConsolePage[] = [];
  walk(statementsOf(consoleFolder, file), (node) => {
    if (node.type !== 'JSXOpeningElement') return;
    const element = nameOf(node.name);
    const given = attributesOf(node);
    const name = given.get('name');
    const path = given.get('path');
    if (element === 'Resource' && typeof name === 'string') pages.push(...resourcePages(name, given));
    if (element === 'Route' && typeof path === 'string' && path !== '/') pages.push(routePage(path));
  });
  return pages;
}

function resourcePages(resource: string, given: ReadonlyMap<string, string | null>): ConsolePage[] {
  const paths = {
    list: `/${resource}`,
    create: `/${resource}/create`,
    show: `/${resource}/:${resource}/show`,
    edit: `/${resource}/:${resource}`,
  };
  return Object.entries(paths).flatMap(([kind, path]) =>
    given.has(kind) ? [{ name: `${resource}-${kind}`, path }] : [],
  );
}

function routePage(path: string): ConsolePage {
  const resolved = path.replaceAll(
    /:(\w+)/g,
    (_, parameter: string) => said[parameter] ?? `:${resourceOf[parameter] ?? parameter}`,
  );
  const words = path.split(/[^A-Za-z]+/).filter((word) => word !== '');
  return { name: words.join('-'), path: resolved };
}

/** The attributes of an element: the text of a literal, null for anything else. */
function attributesOf(node: SyntaxNode): Map<string, string | null> {
  const attributes = Array.isArray(node.attributes) ? node.attributes.filter(isNode) : [];
  return new Map(
    attributes.flatMap((attribute): [string, string | null][] => {
      const name = nameOf(attribute.name);
      return name === null ? [] : [[name, nameOf(attribute.value)]];
    }),
  );
}
