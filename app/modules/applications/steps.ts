import type { ApplicantKind, HouseholdClaim } from '~/generated/prisma/enums'

export const applicantKinds = [
  'artisan',
  'household',
  'workshop',
  'company',
  'base',
  'institution',
] as const satisfies readonly ApplicantKind[]

/** One question a screen, in this order. Which of them are asked depends on the kind. */
export const joinSteps = [
  'kind',
  'who',
  'place',
  'craft',
  'photos',
  'declaration',
  'licence',
  'household',
  'agreement',
  'consents',
] as const
export type JoinStep = (typeof joinSteps)[number]

/** Whether it is a person's own shop: it needs no licence but a declaration, and its income counts for a household. */
export function isPersonal(kind: ApplicantKind | null): boolean {
  return kind === 'artisan' || kind === 'household'
}

/** The screens of a kind; before it is chosen those of a person's shop. */
export function stepsOf(kind: ApplicantKind | null): JoinStep[] {
  const firms: readonly JoinStep[] = ['licence']
  const persons: readonly JoinStep[] = ['declaration', 'household']
  return joinSteps.filter((step) => !(kind === null || isPersonal(kind) ? firms : persons).includes(step))
}

/** What is filled in, as far as it decides which screens are done. */
export type Filled = {
  kind: ApplicantKind | null
  realName: string | null
  hasIdNumber: boolean
  isVillage: boolean
  craftId: string | null
  yearsAtCraft: number | null
  shopName: string | null
  photoCount: number
  declarationTextId: string | null
  licenceCode: string | null
  licenceName: string | null
  hasLicencePhoto: boolean
  householdClaim: HouseholdClaim | null
  agreementTextId: string | null
  consentsAskedAt: Date | string | null
}

const isDone: Record<JoinStep, (filled: Filled) => boolean> = {
  kind: ({ kind }) => kind !== null,
  who: ({ realName, hasIdNumber }) => realName !== null && hasIdNumber,
  place: ({ isVillage }) => isVillage,
  craft: ({ craftId, shopName, yearsAtCraft }) =>
    craftId !== null && shopName !== null && yearsAtCraft !== null,
  photos: ({ photoCount }) => photoCount > 0,
  declaration: ({ declarationTextId }) => declarationTextId !== null,
  licence: ({ licenceCode, licenceName, hasLicencePhoto }) =>
    licenceCode !== null && licenceName !== null && hasLicencePhoto,
  household: ({ householdClaim }) => householdClaim !== null,
  agreement: ({ agreementTextId }) => agreementTextId !== null,
  consents: ({ consentsAskedAt }) => consentsAskedAt !== null,
}

/** The screens that still want something, first first; none: it can be handed in. */
export function lackingSteps(filled: Filled): JoinStep[] {
  return stepsOf(filled.kind).filter((step) => !isDone[step](filled))
}

/** Which declaration a person's shop makes (TextVersion.kind). */
export function declarationOf(kind: ApplicantKind): 'exempt_household' | 'exempt_small' {
  return kind === 'household' ? 'exempt_household' : 'exempt_small'
}
