import type { ApplicantKind, SellerKind } from '~/generated/prisma/enums'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findOrCreateParty } from '~/modules/ledger/find-or-create-account.server'
import { isOn } from '~/modules/settings/is-on.server'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import {
  type ApplicationRow,
  filledOf,
  findOwnApplication,
  lockOwnApplication,
  lockSelf,
} from './own-application.server'
import { placeApplicant } from './place-applicant.server'
import { findFreeSlug, latinName, sealOf } from './shop-names.server'
import { isPersonal, lackingSteps } from './steps'

/** What a shop is by law, from what she applied as. */
const sellerKind = {
  artisan: 'individual',
  household: 'individual',
  workshop: 'workshop',
  company: 'company',
  base: 'base',
  institution: 'institution',
} as const satisfies Record<ApplicantKind, SellerKind>

/**
 * Hands the application to her county. Her shop is written down, closed, so that the county can verify her household on its page; what she says of her household waits there for it. Handed in twice is
 * once. Refuses (422) an application that lacks something, and (409) any while applications are switched off.
 */
export function submitApplication({ actor }: { actor: Actor }): Promise<void> {
  const { personId, userId } = actor
  return inScope({ person: personId }, async (tx) => {
    await lockSelf(tx, personId)
    const known = await findOwnApplication(tx, personId)
    if (known?.state === 'submitted') return
    if (!(await isOn('joining', tx))) throw new Refusal('settings.joiningOff', 409)
    const row = await lockOwnApplication(tx, actor)
    const lacking = lackingSteps(filledOf(row))
    if (lacking.length > 0) throw new Refusal('joining.lacking', 422, { count: lacking.length })
    const sellerId = await writeShop(tx, { personId, row })
    await placeApplicant(tx, { personId, regionId: row.regionId })
    // what the register calls her changes when somebody has seen her card
    await tx.person.updateMany({ where: { id: personId, name: null }, data: { name: row.realName } })
    if (isPersonal(row.kind)) await writeClaim(tx, { personId, row })
    const agreed = [row.agreementTextId, row.declarationTextId].filter((id) => id !== null)
    await tx.agreement.createMany({
      data: agreed.map((textVersionId) => ({ userId, textVersionId })),
      skipDuplicates: true,
    })
    await tx.sellerApplication.update({
      where: { id: row.id },
      data: {
        state: 'submitted',
        sellerId,
        submittedAt: await appNow(tx),
        ...{ recommendedById: null, recommendedAt: null, decidedById: null, decidedAt: null },
      },
      select: { id: true },
    })
    await tx.applicationEvent.createMany({
      data: [{ applicationId: row.id, state: 'submitted', byId: userId }],
    })
    await recordAudit(tx, {
      actor,
      action: 'application.submitted',
      subject: { type: 'Person', id: personId },
      detail: { applicationId: row.id },
    })
  })
}

async function writeShop(
  tx: Tx,
  { personId, row }: { personId: string; row: ApplicationRow },
): Promise<string> {
  const { kind, shopName, regionId, yearsAtCraft } = row
  if (kind === null || shopName === null || regionId === null) throw new Error('it was complete a moment ago')
  const place = await tx.region.findUniqueOrThrow({ where: { id: regionId }, select: { ancestorIds: true } })
  const county = await tx.region.findFirstOrThrow({
    where: { id: { in: place.ancestorIds }, level: 'county' },
    select: { id: true },
  })
  const data = {
    kind: sellerKind[kind],
    nameZh: shopName,
    nameEn: latinName(shopName),
    sealText: sealOf(shopName),
    regionId,
    countyId: county.id,
    yearsAtCraft,
  }
  if (row.sellerId) {
    const { nameZh } = await tx.seller.findUniqueOrThrow({
      where: { id: row.sellerId },
      select: { nameZh: true },
    })
    const slug = nameZh === shopName ? {} : { slug: await findFreeSlug(tx, shopName) }
    await tx.seller.update({ where: { id: row.sellerId }, data: { ...data, ...slug }, select: { id: true } })
    return row.sellerId
  }
  const { id } = await tx.seller.create({
    data: {
      ...data,
      slug: await findFreeSlug(tx, shopName),
      people: {
        create: [{ personId, role: 'owner', validFrom: toDateColumn(dayOf(await appNow(tx))) }],
      },
    },
    select: { id: true },
  })
  await findOrCreateParty(tx, { sellerId: id })
  return id
}

/** What she says of her household waits for her coordinator, unless one is verified already. The membership is named where the register knows exactly one of hers. */
async function writeClaim(
  tx: Tx,
  { personId, row }: { personId: string; row: ApplicationRow },
): Promise<void> {
  const today = toDateColumn(dayOf(await appNow(tx)))
  const still = { OR: [{ validTo: null }, { validTo: { gt: today } }] }
  const links = await tx.householdLink.findMany({
    where: { personId, ...still },
    select: { id: true, verifiedAt: true },
  })
  if (links.some(({ verifiedAt }) => verifiedAt !== null)) return
  const members = await tx.householdMember.findMany({ where: { personId, ...still }, select: { id: true } })
  const [member] = members
  const claim =
    row.householdClaim === 'none'
      ? ({ memberId: null, noReason: 'not_registered' } as const)
      : members.length === 1 && member
        ? { memberId: member.id, noReason: null }
        : null
  await tx.householdLink.deleteMany({ where: { id: { in: links.map(({ id }) => id) }, verifiedAt: null } })
  if (claim)
    await tx.householdLink.create({
      data: { personId, ...claim, validFrom: today, evidence: row.householdWords ?? '本人申报' },
      select: { id: true },
    })
}
