import { stoppedGoods } from '~/modules/abroad/stopped-goods-sql.server'
import { settingSql } from '~/modules/settings/setting-sql.server'
import { followChanges, keepAnswers } from '~/platform/db/kept-answers'
import { Prisma, prisma } from '~/platform/db/prisma.server'
import { log } from '~/platform/log.server'
import type { FacetRow } from './facet-rows'
import { atMost } from './piece-sql.server'
import { isPiece } from './product-filter.server'
import { type Entry, Shelf } from './shelf'

/** What lists are chosen from in this process, as the database has it now. */
export type FilledShelf = {
  shelf: Shelf
  /** crafts, places down to the towns, and a setting: what choices are called */
  named: readonly FacetRow[]
  /** choices that keep a piece inside the mainland */
  stopped: readonly string[]
}

/** A shop of more pieces has its lists from the database alone. */
const mostPieces = 50_000
const readAtOnce = 2_000
const pauseMs = 30_000

let shelf = new Shelf()
/** All that was there at the start has been read. */
let isFilled = false
let isRead: Promise<unknown> = Promise.resolve()
const now = keepAnswers<FilledShelf | null>(1)

/** Filled while the shop goes on, as soon as changes are heard of; what a process that did not hear has kept is old. */
followChanges((isHeard) => {
  shelf = new Shelf()
  isFilled = false
  if (isHeard) beginFilling()
})

/** The shelf with all that is announced; null while it is being filled, in a shop too large for it, and while changes are not heard of. At most one statement, none where nothing has changed. */
export function findShelf(): Promise<FilledShelf | null> {
  return isFilled ? now('shelf', () => inTurn(readChanges)) : Promise.resolve(null)
}

/** One reading after the other: each begins where the one before has ended. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = isRead.then(work)
  isRead = next.catch(() => {})
  return next
}

/** Again after a while where it fails, for as long as changes are heard of. */
function beginFilling(): void {
  const filling = shelf
  fill(filling).catch((error: unknown) => {
    log.error('shelf.failed', error)
    setTimeout(() => shelf === filling && beginFilling(), pauseMs).unref()
  })
}

async function fill(filling: Shelf): Promise<void> {
  const [{ count } = { count: 0 }] = await prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int FROM (SELECT 1 FROM "SearchEntry" e WHERE ${isPiece} ${atMost(mostPieces + 1)}) shown`
  if (count > mostPieces) return
  await inTurn(async () => {
    while (shelf === filling && (await readPart(filling)).isMore);
    isFilled = shelf === filling
  })
}

async function readChanges(): Promise<FilledShelf | null> {
  const reading = shelf
  for (;;) {
    const { isMore, count, ...filled } = await readPart(reading)
    if (shelf !== reading) return null
    if (isMore) continue
    // an entry that was deleted announces no revision, but leaves one less
    if (count === reading.count) return filled
    shelf = new Shelf()
    isFilled = false
    beginFilling()
    return null
  }
}

type Part = FilledShelf & { isMore: boolean; count: number }

type Told = [
  ...numbers: [number, number],
  id: string,
  isShown: boolean,
  facets: string,
  score: number,
  ...rest: Rest,
]
type Rest = [
  published: number | null,
  price: number | null,
  minutes: number,
  maker: string | null,
  look: string | null,
]

/** The next entries that have changed, with how many there are and what choices are called, all of one moment. */
async function readPart(into: Shelf): Promise<Part> {
  const [row] = await prisma.$queryRaw<
    { changed: Told[] | null; count: number; named: FacetRow[]; stopped: string[] }[]
  >`
    SELECT (SELECT jsonb_agg(jsonb_build_array(e.number, e.revision, e.id, e."isShown", array_to_string(e.facets, ' '), e.score, extract(epoch FROM e."publishedAt") * 1000, e."fromPriceFen",
        e."makingMinutes", e."makerId", right(e.look, 16)) ORDER BY e.revision) FROM (
        SELECT * FROM "SearchEntry" e WHERE e.kind = 'product' AND e.revision > ${into.revision} ORDER BY e.revision ${atMost(readAtOnce)}) e) AS changed,
      (SELECT count(*)::int FROM "SearchEntry" e WHERE ${isPiece}) AS count, ${namedChoices} AS named, to_json(${stoppedGoods}) AS stopped`
  if (!row) throw new Error('the database tells nothing of its entries')
  for (const told of row.changed ?? []) into.put(entryOf(told))
  const { count, named, stopped } = row
  return { shelf: into, named, stopped, count, isMore: row.changed?.length === readAtOnce }
}

/** What choices are called and where they lie, and in how many days a ready piece leaves. */
const namedChoices = Prisma.sql`(SELECT jsonb_agg(choice) FROM (
  SELECT 'craft' AS facet, k.code AS value, k."nameZh" AS zh, k."nameEn" AS en, '' AS note, 0 AS count, k.position AS place FROM "Craft" k
  UNION ALL SELECT 'place', r.code, r."nameZh", r."nameEn", concat_ws(' ', r.level, ltree2text(r.path)), 0, 0 FROM "Region" r WHERE r.level IN ('city', 'county', 'town')
  UNION ALL SELECT 'setting', '', '', '', ${settingSql('orders.stockShipDays')}, 0, 0) choice)`

function entryOf([number, revision, id, isShown, facets, score, ...rest]: Told): Entry {
  const [publishedMs, priceFen, makingMinutes, makerId, look] = rest
  return { number, revision, id, isShown, facets, score, publishedMs, priceFen, makingMinutes, makerId, look }
}
