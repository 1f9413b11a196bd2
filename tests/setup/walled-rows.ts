import { createHash } from 'node:crypto'
import pg from 'pg'

/** Two counties with the same rows in each; the second one's code begins like the first one's. */
const sides = ['a', 'b'] as const
export type Side = (typeof sides)[number]

/** The county of a side, as a region path; both lie in `city`. */
export const countyOf = { a: '62.6201.620123', b: '62.6201.6201231' } as const
export const city = '62.6201'

/** The id of one thing of a side, always the same: its maker, her shop, the order that a buyer placed there. */
export function idOf(side: Side, noun: string): string {
  const hex = createHash('md5').update(`${side} ${noun}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

type Row = Record<string, unknown>

const regions = `
  INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '省');
  INSERT INTO "Region" (id, code, level, "nameZh", "parentId") VALUES ('00000000-0000-7000-8000-000000000002', '6201', 'city', '市', '00000000-0000-7000-8000-000000000001');
  INSERT INTO "Region" (id, code, level, "nameZh", "parentId") VALUES
    ('${idOf('a', 'county')}', '620123', 'county', '甲县', '00000000-0000-7000-8000-000000000002'),
    ('${idOf('b', 'county')}', '6201231', 'county', '乙县', '00000000-0000-7000-8000-000000000002');`

/** What any value of a type is that nobody looks at. */
const fillers: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  text: `'xx'`,
  bpchar: `'HK'`,
  bytea: `'\\x01'`,
  bool: 'false',
  date: `'2026-01-01'`,
  timestamptz: 'now()',
  int2: '1',
  int4: '1',
  int8: '1',
  jsonb: `'[]'`,
  _text: `'{list}'`,
}

/** Writes one row: what is given, and wherever else a value is needed, any that its type allows. */
async function plant(client: pg.Client, table: string, given: Row): Promise<void> {
  const { rows } = await client.query<{ name: string; type: string; label: string | null }>(
    `SELECT a.attname AS name, t.typname AS type, (SELECT min(enumlabel) FROM pg_enum e WHERE e.enumtypid = t.oid) AS label
     FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull AND NOT a.atthasdef`,
    [`"${table}"`],
  )
  const needed = rows.filter(({ name }) => !(name in given))
  const values = needed.map(({ name, type, label }) => {
    const value = label === null ? fillers[type] : `'${label}'`
    if (value === undefined) throw new Error(`${table}.${name}: no value for ${type}`)
    return value
  })
  const names = [...Object.keys(given), ...needed.map(({ name }) => name)].map((name) => `"${name}"`)
  const places = [...Object.keys(given).map((_, at) => `$${at + 1}`), ...values]
  await client.query(
    `INSERT INTO "${table}" (${names.join()}) VALUES (${places.join()})`,
    Object.values(given),
  )
}

const since = { validFrom: '2016-01-01' }
const bytes = (side: Side) => Buffer.alloc(32, side)

/**
 * Of one side: a maker with her shop; a buyer; an order of the buyer's at the shop, to be sent; one who acts for the maker in everything that can be entrusted, and one in her listings alone; a base that has received the part, and one
 * that has received the other part of the same order, which a second maker made; one who helps in the shop; and a coordinator who sits in the county.
 */
function cast(side: Side): [table: string, row: Row][] {
  const id = (noun: string) => idOf(side, noun)
  const person = (noun: string, regionId: string | null = null): [string, Row][] => [
    ['Person', { id: id(noun), regionId }],
    ['User', { id: id(`${noun}.user`), personId: id(noun) }],
  ]
  const shop = (noun: string, of: string, kind: string, regionId: string): [string, Row][] => [
    ['Seller', { id: id(noun), kind, slug: `${side}-${noun}`, regionId, countyId: regionId }],
    [
      'SellerPerson',
      { id: id(`${noun}.owner`), sellerId: id(noun), personId: id(of), role: 'owner', ...since },
    ],
  ]
  const part = (noun: string, sellerId: string, baseId: string): [string, Row][] => [
    [
      'SellerOrder',
      {
        id: id(noun),
        orderId: id('order'),
        sellerId,
        itemsFen: 100,
        postageFen: 0,
        status: 'to_ship',
        shipBy: '2026-12-01',
      },
    ],
    [
      'OrderLine',
      {
        id: id(`${noun}.line`),
        sellerOrderId: id(noun),
        source: 'quote',
        quantity: 1,
        priceFen: 100,
        amountFen: 100,
        commissionBps: 0,
        commissionFen: 0,
      },
    ],
    [
      'Collection',
      {
        id: id(`${noun}.collection`),
        sellerOrderId: id(noun),
        baseId,
        receivedAt: '2026-01-01',
        receivedById: id('base.user'),
      },
    ],
  ]
  return [
    ...person('maker', id('county')),
    ...person('neighbour'),
    ...['buyer', 'agent', 'lister', 'base', 'otherBase', 'helper', 'coordinator'].flatMap((noun) =>
      person(noun),
    ),
    ...shop('shop', 'maker', 'individual', id('county')),
    ...shop('neighbourShop', 'neighbour', 'individual', '00000000-0000-7000-8000-000000000002'),
    ...shop('baseShop', 'base', 'base', '00000000-0000-7000-8000-000000000002'),
    ...shop('otherBaseShop', 'otherBase', 'base', '00000000-0000-7000-8000-000000000002'),
    ['Party', { id: id('purse'), kind: 'seller', sellerId: id('shop') }],
    ['Party', { id: id('buyer.purse'), kind: 'person', personId: id('buyer') }],
    ['Mandate', mandate(side, 'agent', ['list', 'orders', 'messages'])],
    ['Product', { id: id('piece'), slug: `${side}-piece`, serial: side, sellerId: id('shop') }],
    [
      'Order',
      {
        id: id('order'),
        number: side,
        buyerPartyId: id('buyer.purse'),
        itemsFen: 200,
        postageFen: 0,
        totalFen: 200,
        accessHash: bytes(side),
      },
    ],
    ...part('part', id('shop'), id('baseShop')),
    ...part('neighbourPart', id('neighbourShop'), id('otherBaseShop')),
  ]
}

/** Signed by both and without an end. */
const mandate = (side: Side, noun: string, scope: string[]): Row => ({
  id: idOf(side, `${noun}.mandate`),
  sellerId: idOf(side, 'shop'),
  agentPersonId: idOf(side, noun),
  scope,
  capBps: 0,
  ...since,
  signedByPrincipalAt: '2026-01-01',
  signedByAgentAt: '2026-01-01',
})

/** What is looked at: one row a table and side, behind its wall. */
function looked(side: Side): Record<string, Row> {
  const id = (noun: string) => idOf(side, noun)
  return {
    Visitor: { id: id('visitor'), userId: id('buyer.user') },
    Favourite: { visitorId: id('visitor'), productId: id('piece') },
    Follow: { visitorId: id('visitor'), sellerId: id('shop') },
    Question: { id: id('question'), visitorId: id('visitor'), productId: id('piece'), words: '多大？' },
    Agreement: { userId: id('buyer.user') },
    PhoneNotice: { id: id('notice'), personId: id('maker'), sellerId: id('shop') },
    SellerRenewal: { id: id('renewal'), sellerId: id('shop'), confirmedById: id('maker.user') },
    ReviewPhrase: { id: id('phrase'), userId: id('maker.user'), regionId: id('county'), words: '请补一张' },
    Skill: { id: id('skill'), personId: id('maker') },
    LineMaker: { id: id('lineMaker'), personId: id('maker'), quantity: 1, rate: 1 },
    Attachment: { id: id('attachment'), contentType: 'image/png' },
    DisputeEvidence: { id: id('evidence'), text: '签收单' },
    BankStatementLine: { id: id('statement'), bankRef: side },
    Succession: { id: id('succession'), proposedById: id('maker.user'), note: '户口簿' },
    OrderWords: { orderId: id('order'), note: '慢慢做' },
    CancelWords: { sellerOrderId: id('part'), note: '线断货了' },
    TransferSlip: { id: id('slip'), reason: '看不清名字' },
    Mandate: mandate(side, 'lister', ['list']),
    Act: {
      id: id('act'),
      mandateId: id('agent.mandate'),
      sellerId: id('shop'),
      agentUserId: id('agent.user'),
    },
    ActUndo: { actId: id('act'), userId: id('maker.user') },
    ServicePoint: {
      id: id('point'),
      regionId: id('county'),
      openedById: id('coordinator.user'),
      name: '合作社',
      tokenHash: bytes(side),
    },
    PointMember: { id: id('tile'), pointId: id('point'), userId: id('maker.user'), pinHash: '$argon2id$x' },
    PayoutLine: { id: id('payoutLine'), partyId: id('purse'), bankAccountId: id('card'), amountFen: 100 },
    ConnectAccount: { id: id('connect'), partyId: id('purse') },
    SellerPerson: {
      id: id('shop.helper'),
      sellerId: id('shop'),
      personId: id('helper'),
      role: 'helper',
      ...since,
    },
    UserRole: {
      id: id('coordinator.role'),
      userId: id('coordinator.user'),
      role: 'coordinator',
      regionId: id('county'),
      ...since,
    },
    LineAnswers: { orderLineId: id('part.line'), answers: '[{}]' },
  }
}

/** The column that names a row of a table. */
const keyOf = (row: Row) => Object.keys(row)[0] ?? 'id'

/** Which sides' rows of a table a query shows, by what `ask` answers to a statement: '' (none), 'a', 'b' or 'ab'. */
export async function sidesSeen(
  table: string,
  ask: (statement: string) => Promise<{ key: string }[]>,
): Promise<string> {
  const rows = sides.map((side) => looked(side)[table])
  const [first] = rows
  if (!first) throw new Error(`no row of ${table} is planted`)
  const key = keyOf(first)
  const seen = new Set((await ask(`SELECT "${key}"::text AS key FROM "${table}"`)).map((found) => found.key))
  return sides.filter((_, at) => seen.has(String(rows[at]?.[key]))).join('')
}

/** Plants both sides in an empty, migrated database, by a superuser with triggers off, because only what the walls look at matters here. */
export async function plantWalledRows(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await client.query(regions)
    await client.query('SET session_replication_role = replica')
    for (const side of sides) {
      for (const [table, row] of cast(side)) await plant(client, table, row)
      for (const [table, row] of Object.entries(looked(side))) await plant(client, table, row)
    }
  } finally {
    await client.end()
  }
}
