import type { ProductStatus, SellerKind, SellerPersonRole, SellerStatus } from '~/generated/prisma/enums'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findLinks, type LinkView } from '~/modules/households/find-links.server'
import { findMemberships, type MembershipView } from '~/modules/households/find-memberships.server'
import { findMaskedPhone } from '~/modules/people/find-masked-phone.server'
import { findPlaceNames, type PlaceName } from '~/modules/regions/find-place-names.server'
import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { toSafeNumber } from '~/platform/money'
import { liveLink } from './desk-person-forms'
import { findSellerPeople } from './find-seller-people.server'

export type DeskPerson = {
  personId: string
  role: SellerPersonRole
  from: Day
  to: Day | null
  /** false: she lives in another region, so nothing about her is shown */
  isVisible: boolean
  /** she has closed her account; her name may have gone with it */
  hasLeft: boolean
  name: string | null
  place: PlaceName | null
  /** 138****1276 */
  maskedPhone: string | null
  /** her household history stands on this page: the owner of an individual seller today */
  hasLinks: boolean
  /** none of her links is verified today: a piece of work of this coordinator's desk, which she may take up unless it is about herself */
  waits: boolean
  links: LinkView[]
  memberships: MembershipView[]
}

export type DeskProduct = {
  id: string
  slug: string
  title: string
  status: ProductStatus
  fromPriceFen: number | null
}

export type DeskSellerPage = {
  id: string
  slug: string
  kind: SellerKind
  status: SellerStatus
  nameZh: string
  nameEn: string
  place: PlaceName
  since: Day
  today: Day
  saleCount: number
  completedCount: number
  people: DeskPerson[]
  products: DeskProduct[]
  /** how many there are; products shows the newest 50 */
  productCount: number
}

const deskSeller = {
  id: true,
  slug: true,
  kind: true,
  status: true,
  nameZh: true,
  nameEn: true,
  regionId: true,
  createdAt: true,
  products: {
    orderBy: { id: 'desc' },
    take: 50,
    select: {
      id: true,
      slug: true,
      status: true,
      fromPriceFen: true,
      texts: { where: { locale: 'zh-CN' }, select: { title: true } },
    },
  },
  _count: { select: { products: true } },
} satisfies Prisma.SellerSelect

/** A seller of the coordinator's region; another one's is a 404. Opening it is audited, because household records stand on it. */
export function getDeskSeller({
  actor,
  sellerId,
}: {
  actor: Actor
  sellerId: string
}): Promise<DeskSellerPage> {
  return inScope(actor, async (tx) => {
    const seller = await findSeller(tx, { actor, sellerId })
    const places = await findPlaceNames(tx, [seller.regionId])
    const today = dayOf(await appNow(tx))
    const people = await describePeople(tx, { actor, seller, today })
    await recordAudit(tx, { actor, action: 'seller.opened', subject: { type: 'Seller', id: sellerId } })
    const { id, slug, kind, status, nameZh, nameEn } = seller
    return {
      ...{ id, slug, kind, status, nameZh, nameEn, today, people },
      ...(await countSales(tx, sellerId)),
      place: places.get(seller.regionId) ?? { zh: '', en: '' },
      since: dayOf(seller.createdAt),
      productCount: seller._count.products,
      products: seller.products.map(({ texts, fromPriceFen, ...product }) => ({
        ...product,
        title: texts[0]?.title ?? '',
        fromPriceFen: fromPriceFen === null ? null : toSafeNumber(fromPriceFen),
      })),
    }
  })
}

async function findSeller(tx: Tx, { actor, sellerId }: { actor: Actor; sellerId: string }) {
  if (!actor.regionId) throw notFound()
  const seller = await tx.seller.findFirst({
    where: { id: sellerId, region: { ancestorIds: { has: actor.regionId } } },
    select: deskSeller,
  })
  if (!seller) throw notFound()
  return seller
}

async function countSales(tx: Tx, sellerId: string): Promise<{ saleCount: number; completedCount: number }> {
  const counts = await tx.sellerOrder.groupBy({
    by: ['status'],
    where: { sellerId, status: { in: ['to_ship', 'shipped', 'received', 'completed'] } },
    _count: true,
  })
  return {
    saleCount: counts.reduce((total, { _count }) => total + _count, 0),
    completedCount: counts.find(({ status }) => status === 'completed')?._count ?? 0,
  }
}

type DescribeInput = {
  actor: Actor
  seller: { id: string; kind: SellerKind; status: SellerStatus }
  today: Day
}

async function describePeople(
  tx: Tx,
  { actor, seller: { id: sellerId, kind, status }, today }: DescribeInput,
): Promise<DeskPerson[]> {
  const people = await findSellerPeople(tx, sellerId)
  const owners = people.filter(
    ({ role, to, isVisible }) =>
      kind === 'individual' && role === 'owner' && isVisible && (to === null || to > today),
  )
  const ids = [...new Set(owners.map(({ personId }) => personId))]
  const links = ids.length > 0 ? await findLinks(tx, ids) : []
  const memberships = ids.length > 0 ? await findMemberships(tx, ids) : []
  const places = await findPlaceNames(
    tx,
    people.flatMap(({ regionId }) => (regionId ? [regionId] : [])),
  )
  const described: DeskPerson[] = []
  for (const { regionId, ...person } of people) {
    const hasLinks = owners.some((owner) => owner.personId === person.personId && owner.from === person.from)
    const hers = hasLinks ? links.filter(({ personId }) => personId === person.personId) : []
    described.push({
      ...person,
      hasLinks,
      waits:
        hasLinks &&
        status === 'active' &&
        person.personId !== actor.personId &&
        !liveLink({ links: hers }, today)?.verifiedAt,
      place: (regionId && places.get(regionId)) || null,
      maskedPhone: await findMaskedPhone(tx, person.personId),
      links: hers,
      memberships: hasLinks ? memberships.filter(({ personId }) => personId === person.personId) : [],
    })
  }
  return described
}
