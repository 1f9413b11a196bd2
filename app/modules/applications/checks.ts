import type { ApplicantKind } from '~/generated/prisma/enums'
import { isPersonal } from './steps'

/** What a county looks at with its own eyes before it recommends. */
export const checksAsked = ['identity', 'craft', 'sample', 'licence'] as const
export type Check = (typeof checksAsked)[number]

/** Those of a kind: only who has a licence shows one. */
export function checksOf(kind: ApplicantKind | null): Check[] {
  return checksAsked.filter((check) => check !== 'licence' || !isPersonal(kind))
}

/** Why an application is sent back or refused. Texts: joining.reason_… */
export const applicationReasons = [
  'identity',
  'place',
  'household',
  'photos',
  'craft',
  'licence',
  'name',
  'not_hers',
  'other',
] as const
export type ApplicationReason = (typeof applicationReasons)[number]

/** A stored reason as one of the list; what is no longer listed reads as "other". */
export function reasonOf(code: string | null): ApplicationReason | null {
  return code === null ? null : (applicationReasons.find((reason) => reason === code) ?? 'other')
}
