import type { Actor } from '~/modules/auth/actor'
import type { ActKind } from '~/modules/mandates/act-kinds'
import { actKinds } from '~/modules/mandates/act-kinds'
import { readName } from '~/modules/mandates/read-name.server'
import { undoHours } from '~/modules/mandates/terms'
import { appNow } from '~/platform/db/clock.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { formatInstant } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { type ChangedField, changedFields } from './changed-fields'
import { undoable } from './undoable'

export type ActView = {
  id: string
  kind: ActKind
  /** the piece, where it has a name */
  title: string
  /** the order, where the act is about one */
  order: string | null
  /** the agent, on the maker's page; the shop, on the agent's */
  who: string
  /** which fields of a listing, and the price before and after */
  fields: ChangedField[]
  prices: { beforeFen: number | null; afterFen: number | null } | null
  /** in words */
  at: string
  isUndone: boolean
  /** she may still take it back: time and kind allow it */
  isOpen: boolean
}

const select = {
  id: true,
  kind: true,
  subjectType: true,
  subjectId: true,
  before: true,
  after: true,
  at: true,
  undone: { select: { at: true } },
  seller: { select: { nameZh: true, nameEn: true } },
  agent: { select: { personId: true } },
} satisfies Prisma.ActSelect

type Row = Prisma.ActGetPayload<{ select: typeof select }>
type Asked = { actor: Actor; locale: Locale }

/** What others did for her sellers, newest first, at most fifty. */
export function findOwnActs({ actor, locale }: Asked): Promise<ActView[]> {
  return find(actor, { sellerId: { in: actor.sellerIds } }, locale, (tx, row) =>
    readName(tx, row.agent.personId),
  )
}

/** What she did for others, newest first, at most fifty. */
export function findDoneActs({ actor, locale }: Asked): Promise<ActView[]> {
  return find(actor, { agentUserId: actor.userId }, locale, async (_tx, { seller }) =>
    locale === 'en' ? seller.nameEn : seller.nameZh,
  )
}

function find(
  { personId }: Actor,
  where: Prisma.ActWhereInput,
  locale: Locale,
  who: (tx: Tx, row: Row) => Promise<string>,
): Promise<ActView[]> {
  return inScope({ person: personId }, async (tx) => {
    const since = new Date((await appNow(tx)).getTime() - undoHours * 60 * 60 * 1000)
    const rows = await tx.act.findMany({ where, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 50, select })
    const titles = await findTitles(tx, rows, locale)
    const orders = await findOrders(tx, rows)
    const views: ActView[] = []
    for (const row of rows) {
      const kind = actKinds.find((one) => one === row.kind)
      if (!kind) continue
      views.push({
        id: row.id,
        kind,
        title: titles.get(row.subjectId) ?? '',
        order: orders.get(row.subjectId) ?? null,
        who: await who(tx, row),
        ...changedFields(row.before, row.after),
        at: formatInstant(locale, row.at),
        isUndone: row.undone !== null,
        isOpen: row.undone === null && undoable(kind) && row.at > since,
      })
    }
    return views
  })
}

/** How the pieces are called now: on sale, else in the draft. */
async function findTitles(tx: Tx, rows: readonly Row[], locale: Locale): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map(({ subjectId }) => subjectId))]
  const asked = await withinScope(tx, { job: 'visit' }, () =>
    tx.question.findMany({ where: { id: { in: ids } }, select: { id: true, productId: true } }),
  )
  const productOf = new Map(asked.map(({ id, productId }) => [id, productId]))
  const found = await withinScope(
    tx,
    { job: 'listing' },
    () => tx.$queryRaw<{ id: string; title: string | null }[]>`
    SELECT x.id::text, coalesce((SELECT t.title FROM "ProductText" t WHERE t."productId" = p.id AND t.locale = ${locale}), (SELECT t.title FROM "ProductText" t WHERE t."productId" = p.id AND t.locale = 'zh-CN'),
      (SELECT r.content ->> 'titleZh' FROM "ListingRevision" r WHERE r."productId" = p.id ORDER BY r.number DESC LIMIT 1)) AS title
    FROM unnest(${ids}::uuid[], ${ids.map((id) => productOf.get(id) ?? id)}::uuid[]) AS x(id, about) LEFT JOIN "Variant" v ON v.id = x.id
    JOIN "Product" p ON p.id = coalesce(v."productId", x.about)`,
  )
  return new Map(found.map(({ id, title }) => [id, title ?? '']))
}

/** The numbers of the orders that were made, sent or given up, and of those whose making was shown. */
async function findOrders(tx: Tx, rows: readonly Row[]): Promise<Map<string, string>> {
  const idsOf = (type: string) =>
    rows.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId)
  const pictures = await tx.productionPhoto.findMany({
    where: { id: { in: idsOf('ProductionPhoto') } },
    select: { id: true, sellerOrderId: true },
  })
  const parts = await tx.sellerOrder.findMany({
    where: { id: { in: [...idsOf('SellerOrder'), ...pictures.map(({ sellerOrderId }) => sellerOrderId)] } },
    select: { id: true, order: { select: { number: true } } },
  })
  const numbers = new Map(parts.map(({ id, order }) => [id, order.number]))
  for (const { id, sellerOrderId } of pictures) {
    const number = numbers.get(sellerOrderId)
    if (number !== undefined) numbers.set(id, number)
  }
  return numbers
}
