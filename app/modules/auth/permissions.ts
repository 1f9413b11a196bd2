import type { Role } from '~/generated/prisma/enums'

/** `agent`: whoever acts for a maker by a mandate and holds no role of the studio: a coordinator, a relative. Held by nobody in the database. */
export type ActingRole = Role | 'agent'

/** What each role may do: the one table. Roles are held in the database, their meaning is here. */
export const permissions = {
  buyer: ['account:use'],
  artisan: [
    'account:use',
    'studio:use',
    'listing:write',
    'work:ship',
    'income:read',
    'card:write',
    'statement:own',
    'promotion:agree',
    'question:answer',
    'message:answer',
    'report:answer',
    'mandate:own',
    'consent:own',
    'record:own',
    'maker:read',
    'point:open',
  ],
  broker: [
    'account:use',
    'studio:use',
    'listing:write',
    'work:ship',
    'card:write',
    'statement:own',
    'question:answer',
    'message:answer',
    'report:answer',
    'maker:read',
    'point:open',
  ],
  agent: [
    'studio:use',
    'listing:write',
    'work:ship',
    'question:answer',
    'report:answer',
    'maker:read',
    'point:open',
  ],
  coordinator: [
    'account:use',
    'desk:use',
    'today:read',
    'listing:review',
    'seller:read',
    'statement:read',
    'household:read',
    'household:verify',
    'mandate:confirm',
    'application:judge',
    'question:hide',
    'flag:decide',
    'return:confirm',
    'sales:read',
    'alert:read',
    'report:handle',
    'household:import',
    'audit:read',
    'text:translate',
    'point:open',
    'point:revoke',
  ],
  finance: [
    'account:use',
    'desk:use',
    'today:read',
    'payout:read',
    'payout:prepare',
    'payout:approve',
    'payout:settle',
    'attachment:open',
    'statement:read',
    'platform:report',
    'ledger:read',
    'reconciliation:run',
    'alert:read',
    'refund:order',
    'dispute:answer',
    'transfer:settle',
    'invoice:issue',
  ],
  admin: [
    'account:use',
    'desk:use',
    'admin:use',
    'role:grant',
    'incident:export',
    'platform:report',
    'clock:move',
    'alert:read',
    'arrangement:record',
    'commission:set',
    'promotion:set',
    'rate:record',
    'postage:set',
    'document:publish',
    'setting:change',
    'home:edit',
    'place:change',
    'code:change',
    'text:translate',
    'report:handle',
    'audit:read',
  ],
} as const satisfies Record<ActingRole, readonly string[]>

export type Permission = (typeof permissions)[keyof typeof permissions][number]

/** What she does with a PIN on a shared device: her pieces, her orders, her letters, what she earned. Never bank details, consents, files, her account, other people. */
const pointPermissions: readonly Permission[] = [
  'studio:use',
  'listing:write',
  'work:ship',
  'income:read',
  'question:answer',
  'message:answer',
  'report:answer',
]

/** Whether a session that a PIN opened reaches it. */
export function mayAtPoint(permission: Permission): boolean {
  return pointPermissions.includes(permission)
}

/** Whether a role includes an action. */
export function allows(role: ActingRole, permission: Permission): boolean {
  const granted: readonly string[] = permissions[role]
  return granted.includes(permission)
}
