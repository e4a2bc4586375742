import { type Resource, resourceFunctions, resourceRight } from '../../rules/organisation/resource-rights.ts';
import type { Right, RightAction } from '../../rules/organisation/right-tree.ts';

const actions: Readonly<Record<string, RightAction>> = {
  list: 'read',
  show: 'read',
  create: 'create',
  edit: 'modify',
  delete: 'delete',
};

function isResource(name: string): name is Resource {
  return name in resourceFunctions;
}

/** The right react-admin's action on a resource needs, or null when none is asked (a page of the frame). */
export function rightOf(resource: string, action: string): Right | null {
  const needed = actions[action];
  return needed !== undefined && isResource(resource) ? resourceRight(resource, needed) : null;
}
