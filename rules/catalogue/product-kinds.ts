/** Kinds of product besides single entries (seed 004, product families other than « Entrée simple »). */
export const productKinds = ['season-ticket', 'package', 'article', 'service', 'visit'] as const;
export type ProductKind = (typeof productKinds)[number];

/** What a line is to its product: it comes with it, it may be added, or it comes once per so many units. */
export const lineRoles = ['mandatory', 'optional', 'companion'] as const;
export type LineRole = (typeof lineRoles)[number];

export const roundings = ['up', 'down'] as const;
export type Rounding = (typeof roundings)[number];

/** Products that are counted by themselves; the others are made of their lines only. */
export function isCounted(kind: ProductKind): kind is 'article' | 'service' | 'visit' {
  return kind === 'article' || kind === 'service' || kind === 'visit';
}

/** Products whose mandatory lines stand and fall together (seed 004, « abonnement et package »). */
export function isWhole(kind: ProductKind): boolean {
  return kind === 'season-ticket' || kind === 'package';
}
