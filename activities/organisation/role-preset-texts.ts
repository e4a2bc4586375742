import type { RolePreset } from '../../rules/organisation/role-presets.ts';

/** How the roles an institution starts with are called. */
export const rolePresetTexts: Readonly<Record<RolePreset, { fr: string; en: string }>> = {
  administrator: { fr: 'Administration', en: 'Administration' },
  operator: { fr: 'Collectivités', en: 'Group sales' },
  manager: { fr: 'Responsable de billetterie', en: 'Box office manager' },
  finance: { fr: 'Comptabilité', en: 'Accounting' },
};
