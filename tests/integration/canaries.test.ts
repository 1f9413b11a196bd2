import { execFileSync } from 'node:child_process'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { saveAddress } from '~/modules/addresses/save-address.server'
import type { Actor } from '~/modules/auth/actor'
import { requestCode } from '~/modules/auth/request-code.server'
import { requestLink } from '~/modules/auth/request-link.server'
import { enterFacts } from '~/modules/households/enter-facts.server'
import { sendMessage } from '~/modules/messages/send-message.server'
import { asBuyer } from '~/modules/messages/who'
import { placeOrder } from '~/modules/orders/place-order.server'
import { registerCard } from '~/modules/purses/register-card.server'
import { requestCardCode } from '~/modules/purses/request-card-code.server'
import { getImport } from '~/modules/register/get-import.server'
import { mapImport } from '~/modules/register/map-import.server'
import { takeImport } from '~/modules/register/take-import.server'
import { uploadImport } from '~/modules/register/upload-import.server'
import { createReport } from '~/modules/reports/create-report.server'
import { ReportForm } from '~/modules/reports/schema'
import { log } from '~/platform/log.server'
import { urlOf } from '../../scripts/database/roles'
import { signInAsMaker, signInByPhone } from '../fixtures/foreign-world'
import { factsList } from '../fixtures/messy-lists'
import { owner, passSeconds } from '../fixtures/owner'
import { checkoutForm, pay, totalOf } from '../fixtures/shopping'
import {
  buildActor,
  buildCart,
  buildGround,
  buildHousehold,
  buildPiece,
  joinHousehold,
} from '../fixtures/world'
import { askDoor, doors } from '../routes/ask-door'

/** Everything that the process says, its log and its console: heard from before the log is made. */
const heard = vi.hoisted(() => {
  process.env.LOG_LEVEL = 'debug'
  const write = process.stdout.write
  const all = {
    text: '',
    stop: () => {
      process.stdout.write = write
    },
  }
  process.stdout.write = (data: string | Uint8Array) => {
    all.text += typeof data === 'string' ? data : Buffer.from(data).toString('utf8')
    return true
  }
  return all
})

/** Values that occur nowhere else, one for each kind of personal field. What is sealed stands nowhere in the clear; what is not, in its own column alone. */
const sealed = {
  buyerPhone: '13977700071',
  makerPhone: '13977700072',
  receiver: '金丝雀收件人',
  line: '金丝雀巷七十七号',
  email: 'canary-seventy-seven@example.org',
  cardNumber: '4242424242424242',
  cardHolder: '金丝雀持卡人',
  message: '金丝雀想要大一点的',
  reporter: 'canary-reporter@example.org',
  invoice: '金丝雀发票抬头',
  cadrePhone: '0931-7770077',
  listedCadrePhone: '0931-7770078',
}
const plain = {
  note: '金丝雀的话',
  gift: '金丝雀的贺卡',
  name: '金丝雀娘',
  household: '金丝雀登记簿',
  question: '金丝雀问一句？',
}
/** Where what is not sealed may stand, behind a wall or for the reason in prisma/walls.json. */
const allowed: Record<keyof typeof plain, string[]> = {
  note: ['OrderWords'],
  gift: ['OrderWords'],
  name: ['Person'],
  household: ['Household'],
  question: ['Question'],
}

const server = inject('testDatabaseServer')
const database = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)
const superuser = new pg.Client({ connectionString: urlOf(server.superuserUrl, database) })

let slug = ''
let makerSlug = ''

beforeAll(async () => {
  await superuser.connect()
  await buildGround()
  await live()
})

afterAll(async () => {
  heard.stop()
  await superuser.end()
})

/** A buyer and a maker do what leaves something of them: sign in, order, write, report, be paid. */
async function live(): Promise<void> {
  const maker = await signInAsMaker(sealed.makerPhone, '620123100201')
  makerSlug = maker.slug
  const piece = await buildPiece({ sellerId: maker.sellerId, stock: 5 })
  slug = piece.slug
  await requestCode({ purpose: 'sign_in', phone: sealed.buyerPhone, address: '10.7.0.1' })
  const browser = 'a-browser-of-a-canary'
  await requestLink({ email: sealed.email, returnTo: '/', locale: 'zh-CN', browser, address: '10.7.0.1' })
  const buyer = await signInByPhone(sealed.buyerPhone)
  const place = { code: '110101', text: '北京市 东城区' }
  const contact = {
    name: sealed.receiver,
    phone: sealed.buyerPhone,
    province: '11',
    county: '东城区',
    line: sealed.line,
  }
  await saveAddress({ actor: buyer.actor, form: { ...contact, isDefault: true }, addressId: null })
  const cartId = await buildCart([{ variantId: piece.variantId }])
  const form = {
    ...(await checkoutForm(await totalOf(cartId))),
    ...contact,
    note: plain.note,
    giftNote: plain.gift,
    invoiceKind: 'personal' as const,
    invoiceTitle: sealed.invoice,
    invoiceEmail: sealed.email,
  }
  const placed = await placeOrder({
    cartId,
    actor: buyer.actor,
    locale: 'zh-CN',
    place,
    form,
    clientAddress: '10.7.0.1',
  })
  await pay(placed.orderId)
  const words = { words: sealed.message, phrase: null, token: crypto.randomUUID() }
  await sendMessage({ who: asBuyer(buyer.actor), about: { slug }, form: words, photos: [] })
  await passSeconds(61)
  await takeCard(maker.cookie)
  const report = ReportForm.parse({
    kind: 'copied_design',
    product: slug,
    words: '这个盘长是照我的画的。',
    contact: sealed.reporter,
    name: '画师',
    ownWork: '2019 年的稿子。',
    declares: 'yes',
  })
  await createReport({ form: report, files: [], userId: null, locale: 'zh-CN', address: '10.7.0.2' })
  await writePlain(maker.person.personId)
}

async function takeCard(cookie: string): Promise<void> {
  const { findActor } = await import('~/modules/auth/find-actor.server')
  const actor = await findActor(new Request('http://127.0.0.1:3000/', { headers: { Cookie: cookie } }))
  const [purse] = actor?.sellerIds ?? []
  if (!actor || !purse) throw new Error('she has no shop')
  const { shownCode } = await requestCardCode({ actor, address: '10.7.0.1' })
  await registerCard({
    actor,
    card: {
      purse,
      bankName: '示例农村信用社',
      number: sealed.cardNumber,
      holder: sealed.cardHolder,
      relation: 'self',
      textVersionId: null,
      code: shownCode ?? '',
    },
  })
}

async function writePlain(personId: string): Promise<void> {
  await owner.person.update({ where: { id: personId }, data: { name: plain.name } })
  const { householdId } = await buildHousehold()
  const desk = await buildActor({ role: 'coordinator', region: '620123' })
  await joinHousehold({ personId, householdId, verifiedById: desk.userId })
  await owner.household.update({ where: { id: householdId }, data: { sourceDocument: plain.household } })
  await writeCadres(desk, householdId)
  const { productId } = await owner.variant.findFirstOrThrow()
  await owner.question.create({ data: { productId, words: plain.question, addressHash: new Uint8Array(32) } })
}

/** The register says who is responsible, once by hand and once by a list. */
async function writeCadres(actor: Actor, householdId: string): Promise<void> {
  const facts = { ...{ people: 3, workers: 1, mainCause: null, otherCauses: [] }, document: '明白卡' }
  const cadre = { cadreName: '梭白露（示例）', cadreOffice: '示例单位', cadrePhone: sealed.cadrePhone }
  await enterFacts({ actor, householdId, ...facts, ...cadre, identifiedIn: null, liftedIn: null })
  const cells = ['', '', '', '', '', '', '', '', '', '', '', sealed.listedCadrePhone]
  const bytes = await factsList({ households: [{ code: 'CANARY', village: '上村', serial: 700, cells }] })
  const { importId } = await uploadImport({ actor, fileName: '名册.xlsx', bytes })
  const { draft } = await getImport({ actor, importId })
  if (!draft) throw new Error('a list that was just uploaded is a draft')
  await mapImport({ actor, importId, mapping: { columns: draft.mapping, listDay: '2020-05-01' } })
  await takeImport({ actor, importId })
  if ((await owner.householdFacts.count({ where: { cadrePhoneCipher: { not: null } } })) !== 2)
    throw new Error('both numbers are on record')
}

/** A value as text and, for columns of bytes, as PostgreSQL writes its bytes. */
const spellings = (value: string) => [
  value,
  Buffer.from(value).toString('hex'),
  Buffer.from(value).toString('base64'),
]

/** The tables, jobs included, in which a value stands in whatever spelling, as COPY would write them. */
async function tablesWith(value: string): Promise<string[]> {
  const { rows: tables } = await superuser.query<{ place: string; name: string }>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS place, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname IN ('public', 'pgboss') ORDER BY 1`)
  const found: string[] = []
  for (const { place, name } of tables) {
    const { rows } = await superuser.query(
      `SELECT 1 FROM ${place} t WHERE EXISTS (SELECT 1 FROM unnest($1::text[]) w WHERE position(w IN t::text) > 0) LIMIT 1`,
      [spellings(value)],
    )
    if (rows.length > 0) found.push(name)
  }
  return found
}

describe('canaries', () => {
  it.each(Object.entries(sealed))(
    '%s, which is sealed, stands in no row of any table and in no job',
    async (_, value) => {
      expect(await tablesWith(value)).toEqual([])
    },
  )

  it.each(Object.entries(allowed))('%s stands in its own column alone', async (name, tables) => {
    const [, value = ''] = Object.entries(plain).find(([one]) => one === name) ?? []
    expect(await tablesWith(value)).toEqual(tables)
  })

  it('are not in what the process logs and says, not even when something breaks that quotes them', async () => {
    log.error('canary.broke', new Error(`Key (phone)=(${sealed.buyerPhone}) already exists`))
    expect(heard.text).toContain('canary.broke')
    expect(heard.text).toContain('[code] 139****0071')
    const told = [...Object.values(sealed), ...Object.values(plain)].filter((value) =>
      heard.text.includes(value),
    )
    expect(told).toEqual([])
  })

  it('are in no page, feed, file or refusal that a stranger is given', async () => {
    const open = doors.filter(({ name }) => name === 'loader')
    const read: string[] = []
    let pages = 0
    for (const door of open) {
      const params = { slug: door.path.startsWith('makers') ? makerSlug : slug, craft: 'knots' }
      const { status, text } = await askDoor(door, { params })
      if (status === 200) pages += 1
      for (const [name, value] of Object.entries({ ...sealed, ...plain }))
        if (text.includes(value)) read.push(`${name} in ${door.id}`)
    }
    expect(pages).toBeGreaterThan(20)
    expect(read).toEqual([])
  })

  it('that are sealed are not in the files of the database, its log of changes included', async () => {
    await superuser.query('CHECKPOINT')
    const { rows } = await superuser.query<{ base: string; all: string }>(
      `SELECT current_setting('data_directory') AS "all", regexp_replace(pg_relation_filepath('"Person"'), '/[0-9]+$', '') AS base`,
    )
    const { all = '', base = '' } = rows[0] ?? {}
    const grep = (value: string) => {
      try {
        return execFileSync('grep', ['-rlaF', '-e', value, `${all}/${base}`, `${all}/pg_wal`], {
          encoding: 'utf8',
        })
          .trim()
          .split('\n')
      } catch {
        return []
      }
    }
    expect(grep(plain.note).length).toBeGreaterThan(0)
    for (const value of Object.values(sealed)) expect([value, grep(value)]).toEqual([value, []])
  })
})
