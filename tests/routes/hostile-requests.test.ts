import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { bodyKind } from '~/body-limits'
import { requestLink } from '~/modules/auth/request-link.server'
import { signInByLink } from '~/modules/auth/sign-in-by-link.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import { buildForeignCounty, foreignMark, signInByPhone } from '../fixtures/foreign-world'
import { words } from '../fixtures/listings'
import { owner } from '../fixtures/owner'
import { buildGround, buildPiece, buildSeller } from '../fixtures/world'
import { type Asked, askDoor, type Door, doors } from './ask-door'

/** Requests that no page of ours sends (reliability checks 53, 54, 57, 58 and 60). */

vi.spyOn(process.stdout, 'write').mockReturnValue(true)

let county: Awaited<ReturnType<typeof buildForeignCounty>>

beforeAll(async () => {
  await buildGround()
  county = await buildForeignCounty()
})

function doorOf(file: string, name: Door['name']): Door {
  const found = doors.find((door) => door.file === `routes/${file}` && door.name === name)
  if (!found) throw new Error(`no ${name} of ${file}`)
  return found
}

/** What a parameter may be that is none. */
const noneAtAll = ['', '0', 'x', '-1', '1,2', '{}', '[not]', "' OR 1=1 --", '..', '%2e%2e', '\u0000', '*']

describe('parameters that are missing, doubled or nonsense', () => {
  const withIds = doors.filter(({ path, name }) => name === 'loader' && /:\w*Id\b/.test(path))

  it('in the address open no page: never the first row', async () => {
    expect(withIds.length).toBeGreaterThan(25)
    const opened: string[] = []
    for (const door of withIds)
      for (const cookie of Object.values(county.cookies))
        for (const value of noneAtAll) {
          const ids = Object.keys(county.params).filter((name) => name.endsWith('Id'))
          const params = { ...county.params, ...Object.fromEntries(ids.map((name) => [name, value])) }
          const { status, text } = await askDoor(door, { cookie, params })
          if (status < 300 || status >= 500 || text.includes(foreignMark))
            opened.push(`${door.id} ${JSON.stringify(value)}: ${status}`)
        }
    expect(opened).toEqual([])
  })

  it('behind the question mark and in forms are answered, and change nothing', async () => {
    const ids = Object.entries(county.params).filter(([name]) => name.endsWith('Id'))
    const shapes: [string, string][][] = [
      ids.map(([name]) => [name, '']),
      ids.flatMap(([name, id]) => [
        [name, id],
        [name, '01890000-0000-7000-8000-000000000000'],
      ]),
      ids.map(([name, id]) => [`${name}[]`, id]),
      ids.map(([name]) => [`${name}[not]`, '']),
    ]
    const failed: string[] = []
    const before = await countRows()
    for (const door of doors)
      for (const form of shapes) {
        const search = door.name === 'loader' ? `?${new URLSearchParams(form)}` : ''
        const { status } = await askDoor(door, {
          cookie: county.cookies.maker,
          params: county.params,
          form,
          search,
        })
        if (status >= 500 && status !== 503) failed.push(`${door.name} of ${door.id}: ${status}`)
      }
    expect(failed).toEqual([])
    expect(await countRows()).toEqual(before)
  })
})

/** Rows of everything that a form could make or take away. What a visit writes of itself is left out. */
async function countRows(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of [
    'Order',
    'SellerOrder',
    'Product',
    'Question',
    'Address',
    'Message',
    'Consent',
    'UserRole',
  ]) {
    const [row] = await owner.$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM "${table}"`,
    )
    counts[table] = row?.count ?? -1
  }
  return counts
}

describe('fields that no form has', () => {
  /** What somebody would like to be, have and decide. */
  const wished = {
    id: '01890000-0000-7000-8000-000000000001',
    role: 'admin',
    roles: 'admin',
    regionId: '01890000-0000-7000-8000-000000000002',
    countyId: '01890000-0000-7000-8000-000000000002',
    personId: '01890000-0000-7000-8000-000000000003',
    userId: '01890000-0000-7000-8000-000000000003',
    sellerId: '01890000-0000-7000-8000-000000000004',
    status: 'completed',
    state: 'approved',
    verified: 'yes',
    verifiedAt: '2020-01-01',
    balance: '999999',
    commissionBps: '0',
    priceFen: '1',
    unitPriceFen: '1',
    isSample: 'true',
    createdAt: '2001-01-01',
    publishedAt: '2001-01-01',
    answeredAt: '2001-01-01',
    answer: '自己答的',
  }

  it('change neither whose an address is nor when it was made', async () => {
    const { cookie, actor } = await signInByPhone('13900008101')
    const form = {
      name: '林若溪',
      phone: '13800001276',
      province: '11',
      county: '东城区',
      line: '示例路 1 号',
    }
    await askDoor(doorOf('account/address.tsx', 'action'), {
      cookie,
      params: { addressId: 'new' },
      form: { ...form, ...wished },
    })
    const rows = await owner.address.findMany({ where: { personId: actor.personId } })
    expect(rows).toHaveLength(1)
    expect(rows[0]?.id).not.toBe(wished.id)
    expect(rows[0]?.createdAt.getFullYear()).toBeGreaterThan(2025)
    expect(
      await owner.userRole.findMany({ where: { userId: actor.userId, role: { not: 'buyer' } } }),
    ).toEqual([])
  })

  it('publish no draft and give it to nobody', async () => {
    const { productId } = county.params
    const before = await owner.product.findUniqueOrThrow({ where: { id: productId } })
    const { version } = await owner.listingRevision.findFirstOrThrow({ where: { productId } })
    const typed = Object.entries(words).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    )
    await askDoor(doorOf('studio/product-words.tsx', 'action'), {
      cookie: county.cookies.maker,
      params: county.params,
      form: [...typed, ['version', String(version)], ['intent', 'keep'], ...Object.entries(wished)],
    })
    const after = await owner.product.findUniqueOrThrow({ where: { id: productId } })
    const same = ({ id, status, sellerId, publishedAt, isSample }: typeof before) =>
      [id, status, sellerId, publishedAt, isSample].join()
    expect(same(after)).toBe(same(before))
    expect(await owner.listingRevision.count({ where: { productId, state: 'approved' } })).toBe(0)
  })

  it('answer no question in the name of its maker', async () => {
    const { sellerId } = await buildSeller()
    const piece = await buildPiece({ sellerId })
    const { cookie } = await signInByPhone('13900008102')
    await askDoor(doorOf('shop/product.tsx', 'action'), {
      cookie,
      params: { slug: piece.slug },
      form: { intent: 'ask', words: '能挂在门外吗？', ...wished },
    })
    expect(await owner.question.findMany({ where: { productId: piece.productId } })).toMatchObject([
      { words: '能挂在门外吗？', answer: null, answeredAt: null },
    ])
  })
})

describe('whoever wants to know who is known', () => {
  const signIn = () => doorOf('account/sign-in.tsx', 'action')

  beforeAll(async () => {
    const asked = { returnTo: '/', locale: 'zh-CN', browser: 'hers', address: '10.8.0.3' } as const
    const { shownLink } = await requestLink({ email: 'known@example.org', ...asked })
    await signInByLink({ token: shownLink?.split('/').at(-1) ?? '', oldToken: null, device: null })
    await owner.$executeRaw`UPDATE "EmailLink" SET "createdAt" = "createdAt" - interval '1 hour'`
  })

  /** How many accounts a number or an address has. */
  function countAccounts({ phone, email }: Record<string, string>): Promise<number> {
    const blindIndex = email ? secretIndex('email', email) : secretIndex('phone', phone ?? '')
    return owner.user.count({ where: { person: { secrets: { some: { blindIndex } } } } })
  }

  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['a number', { phone: '13900008001', returnTo: '/' }, { phone: '13900008998', returnTo: '/' }],
    [
      'an address',
      { intent: 'email', email: 'known@example.org', returnTo: '/' },
      { intent: 'email', email: 'nobody@example.org', returnTo: '/' },
    ],
  ])(
    'is answered the same at sign-in for %s that has an account and one that has none',
    async (_, known, unknown) => {
      await owner.$executeRaw`UPDATE "OneTimeCode" SET "createdAt" = "createdAt" - interval '1 hour'`
      expect(await Promise.all([known, unknown].map(countAccounts))).toEqual([1, 0])
      const answers = []
      for (const form of [known, unknown]) {
        const { status, headers, text } = await askDoor(signIn(), { form, clientAddress: '10.8.0.1' })
        answers.push({ status, to: headers.get('Location'), text, cookies: headers.getSetCookie().length })
      }
      expect(answers[1]).toEqual(answers[0])
      expect(answers[0]).toMatchObject({ status: 302 })
    },
  )

  it('is answered the same for an order that is there and one that is none', async () => {
    const answers = []
    for (const [at, number] of [county.params.number, '2611-999999'].entries()) {
      const form = { intent: 'send', number, phone: `1390000889${at}` }
      const { status, headers, text } = await askDoor(doorOf('shop/find-order.tsx', 'action'), {
        form,
        clientAddress: '10.8.0.2',
      })
      answers.push({ status, to: headers.get('Location'), text })
    }
    expect(answers[1]).toEqual(answers[0])
  })
})

describe('whoever asks too often', () => {
  it('is answered 429 with Retry-After, as a page and as data, whatever he says of himself, and after a new start', async () => {
    const again = doorOf('account/sign-in-code.tsx', 'action')
    const phone = '13900008201'
    const sent = await askDoor(doorOf('account/sign-in.tsx', 'action'), { form: { phone, returnTo: '/' } })
    const cookie = sent.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    const disguises: Asked[] = [
      {},
      { asData: true },
      { headers: { 'X-Forwarded-For': '203.0.113.7', Forwarded: 'for=203.0.113.7' } },
      { clientAddress: '203.0.113.8' },
      { headers: { 'User-Agent': 'somebody else' } },
    ]
    for (const asked of disguises) {
      const { status, headers } = await askDoor(again, { cookie, form: { intent: 'resend' }, ...asked })
      expect(status).toBe(429)
      expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0)
    }
    // a shop that began anew remembers: what counts lies in the database
    vi.resetModules()
    expect((await askDoor(again, { cookie, form: { intent: 'resend' } })).status).toBe(429)
  })
})

describe('whoever takes too much', () => {
  const validFrom = new Date('2020-01-01')
  const allow = (key: string, value: number) => owner.setting.create({ data: { key, value, validFrom } })

  it.each([
    ['searches', 'shop/search.tsx', 'limits.searches'],
    ['suggestions', 'shop/suggestions.ts', 'limits.suggestions'],
  ])(
    'in %s waits, whatever he says of himself and after a new start, and nobody else does',
    async (_, file, key) => {
      await allow(key, 45)
      const door = doorOf(file, 'loader')
      const ask = (asked: Asked = {}) =>
        askDoor(door, { clientAddress: '10.9.0.1', search: '?q=knot', ...asked })
      const answers = await Promise.all(Array.from({ length: 60 }, () => ask()))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(45)
      const refused: Asked[] = [
        {},
        { asData: true },
        { search: '?q=elsewhere&page=2' },
        { headers: { 'X-Forwarded-For': '203.0.113.7', 'User-Agent': 'somebody else' } },
      ]
      for (const asked of refused) {
        const { status, headers, text } = await ask(asked)
        expect(status).toBe(429)
        expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0)
        expect(JSON.parse(text)).toHaveProperty('message')
      }
      expect((await ask({ clientAddress: '10.9.0.2' })).status).toBe(200)
      vi.resetModules()
      expect((await ask()).status).toBe(429)
    },
  )

  it('in files waits, and reads why on a page', async () => {
    await allow('limits.files', 2)
    const { cookie } = await signInByPhone('13900008301')
    const take = () =>
      askDoor(doorOf('account/export.ts', 'action'), { cookie, headers: { Accept: 'text/html' } })
    expect([(await take()).status, (await take()).status]).toEqual([200, 200])
    const { status, headers, text } = await take()
    expect(status).toBe(429)
    expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(text).toContain('<h1>')
  })

  it('in uploads waits, by what the body weighs', async () => {
    await allow('limits.uploads', 100)
    const { cookie } = await signInByPhone('13900008302')
    const send = () =>
      askDoor(doorOf('studio/join.tsx', 'action'), {
        cookie,
        form: { intent: 'none' },
        headers: { 'Content-Length': String(60 * 1024 * 1024) },
      })
    expect((await send()).status).not.toBe(429)
    expect((await send()).status).toBe(429)
  })

  it('is counted at every door that hands out a file or takes one in', () => {
    const isFile =
      /(-file|-pdf|-errors|-evidence|desk\/attachment|table-template|table-faults|papers|account\/export)\.ts$/
    const files = doors.filter(({ file }) => isFile.test(file))
    const takers = doors.filter(
      ({ path, name }) => name === 'action' && bodyKind(`/${path.replace(/:\w+/g, 'x')}`) !== 'form',
    )
    const uncounted = (which: readonly Door[], call: string) =>
      which
        .filter(({ file }) => !readFileSync(`app/${file}`, 'utf8').includes(`await ${call}(request`))
        .map(({ file }) => file)
    expect(files.length).toBeGreaterThan(15)
    expect(takers.length).toBeGreaterThan(18)
    expect(uncounted(files, 'limitFiles')).toEqual([])
    expect(uncounted(takers, 'limitUploads')).toEqual([])
  })
})

describe('names of files and hosts that lead elsewhere', () => {
  const names = [
    '../../../etc/passwd',
    '..%2f..%2f.env',
    '%c0%ae%c0%ae/.git/config',
    '.env',
    '.git',
    'a\u0000.webp',
    'a\r\nSet-Cookie: stolen=1',
    'x.js.map',
    `${'0'.repeat(64)}-320.webp/../../.env`,
  ]
  const files = doors.filter(
    ({ path, name }) => name === 'loader' && /:(file|secret|token|serial|slug|number)\b/.test(path),
  )

  it.each(names)('%j is no file, no page and no header', async (value) => {
    expect(files.length).toBeGreaterThan(8)
    for (const door of files) {
      const every = Object.fromEntries(
        ['file', 'secret', 'token', 'serial', 'slug', 'number'].map((one) => [one, value]),
      )
      const { status, headers, text } = await askDoor(door, { cookie: county.cookies.buyer, params: every })
      expect([door.id, status >= 500]).toEqual([door.id, false])
      expect(headers.get('Set-Cookie') ?? '').not.toContain('stolen')
      expect(text).not.toMatch(/root:x:|DATABASE_URL|\[core\]/)
    }
  })

  it('a forged host stands in no answer: not in links, sitemaps, feeds or refusals', async () => {
    const open = doors.filter(({ guard, name }) => guard === 'allowAnyone' && name === 'loader')
    const repeated: string[] = []
    for (const door of open) {
      const headers = { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' }
      const answer = await askDoor(door, { host: 'evil.example', headers })
      if (`${[...answer.headers].join()} ${answer.text}`.includes('evil.example')) repeated.push(door.id)
    }
    expect(repeated).toEqual([])
  })
})
