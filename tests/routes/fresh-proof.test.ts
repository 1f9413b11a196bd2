import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Role } from '~/generated/prisma/enums'
import { allows, type Permission } from '~/modules/auth/permissions'
import { openSteps, timeCode } from '~/platform/secrets/totp.server'
import { loader as proofPage, action as prove } from '../../app/routes/account/staff-proof'
import { action as changeRoles } from '../../app/routes/admin/user'
import { findTimeSecret } from '../fixtures/factors'
import { owner, passSeconds } from '../fixtures/owner'
import { buildGround, buildPerson, regionId } from '../fixtures/world'
import { inspectRoute } from './route-rules'
import { fillPath, findRoutes, type Route } from './route-table'
import { type SignedIn, signInAsStaff } from './sign-in-as'

vi.spyOn(process.stdout, 'write').mockReturnValue(true)

/** What asks for a fresh proof: by route, the whole of it or one of its intents. */
const asked: Record<string, { name: 'loader' | 'action'; intents: readonly string[] }> = {
  'routes/account/security.tsx': { name: 'loader', intents: [] },
  'routes/admin/user.tsx': { name: 'action', intents: ['grant', 'end', 'leave', 'reset'] },
  'routes/desk/seller.tsx': { name: 'action', intents: ['reveal'] },
  'routes/desk/absence.tsx': { name: 'loader', intents: [] },
  'routes/desk/absence-paper.ts': { name: 'loader', intents: [] },
  'routes/desk/household.tsx': { name: 'action', intents: ['reveal', 'reveal-cadre'] },
  'routes/desk/payout.tsx': { name: 'action', intents: ['approve'] },
  'routes/desk/refunds.tsx': { name: 'action', intents: ['contact'] },
  'routes/desk/report.tsx': { name: 'action', intents: ['contact', 'conversation'] },
  'routes/desk/invoices.tsx': { name: 'action', intents: ['open'] },
  'routes/desk/payout-file.ts': { name: 'loader', intents: [] },
  'routes/desk/incomes-file.ts': { name: 'loader', intents: [] },
  'routes/desk/report-photo.ts': { name: 'loader', intents: [] },
  'routes/desk/sales-file.ts': { name: 'loader', intents: [] },
  'routes/desk/import-errors.ts': { name: 'loader', intents: [] },
  'routes/desk/application-file.ts': { name: 'loader', intents: [] },
  'routes/desk/mandates.tsx': { name: 'action', intents: ['open'] },
  'routes/desk/mandate-proof.ts': { name: 'loader', intents: [] },
  'routes/desk/attachment.ts': { name: 'loader', intents: [] },
  'routes/desk/report-evidence.ts': { name: 'loader', intents: [] },
  'routes/admin/incident-file.ts': { name: 'loader', intents: [] },
  'routes/admin/platform-report-file.ts': { name: 'loader', intents: [] },
  'routes/desk/statement-pdf.ts': { name: 'loader', intents: [] },
}

/** Files that the desk gives out without one, and why. */
const openFiles: Record<string, string> = {
  'routes/desk/region.ts': 'shows nothing: a coordinator changes over to another of her own regions',
  'routes/desk/return-file.ts': 'counts and sums of places, no person in them',
  'routes/desk/dictation-sound.ts': 'what a maker says about her piece, played where it is typed up; audited',
  'routes/desk/listing-sound.ts':
    'the same, played where the piece is reviewed; buyers hear it next; audited',
}

const chinese = findRoutes().filter(({ id, file }) => !id.startsWith('en/') && existsSync(`app/${file}`))
const textOf = ({ file }: Pick<Route, 'file'>) => readFileSync(`app/${file}`, 'utf8')
const routeOf = (file: string) => {
  const route = chinese.find((one) => one.file === file)
  if (!route) throw new Error(`no route has the file ${file}`)
  return route
}

const phones: Partial<Record<Role, string>> = {
  coordinator: '13800007041',
  finance: '13800007042',
  admin: '13800007043',
}
const staff = new Map<Role, SignedIn>()
const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
const origin = 'http://127.0.0.1:3000'

beforeAll(async () => {
  await buildGround()
  for (const [role, phone] of Object.entries(phones) as [Role, string][])
    staff.set(
      role,
      await signInAsStaff(phone, role, role === 'coordinator' ? await regionId('620123') : null),
    )
  await passSeconds(301)
})

function whoMay(permission: string | null): SignedIn {
  const found = [...staff].find(([role]) => allows(role, permission as Permission))
  if (!found) throw new Error(`nobody of the staff may ${permission}`)
  return found[1]
}

async function call(
  file: string,
  name: 'loader' | 'action',
  who: SignedIn,
  form?: Record<string, string>,
): Promise<Response> {
  const { path, params } = fillPath(routeOf(file).path)
  const module: Record<string, ((args: unknown) => Promise<unknown>) | undefined> = await import(
    `../../app/${file}`
  )
  const init = form ? { method: 'POST', body: new URLSearchParams(form) } : {}
  const request = new Request(`${origin}${path}`, { ...init, headers: { Cookie: who.cookie } })
  const given = { month: '2026-11', form: 'xlsx', place: '620123' }
  try {
    const answer = await module[name]?.({ request, params: { ...params, ...given }, context })
    if (answer instanceof Response) return answer
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
  throw new Error(`${file} gave no response`)
}

describe('the table of contents', () => {
  it('asks for a fresh proof where this list says so, and nowhere else', () => {
    const asking = chinese
      .filter((route) => textOf(route).includes('await requireFreshProof('))
      .map(({ file }) => file)
    expect([...new Set(asking)].toSorted()).toEqual(Object.keys(asked).toSorted())
  })

  it('gives out no file of the desk without one but those that this list says why', () => {
    const files = chinese.filter((route) => /^routes\/desk\/.*\.ts$/.test(route.file)).map(({ file }) => file)
    expect(files.filter((file) => !(file in asked)).toSorted()).toEqual(Object.keys(openFiles).toSorted())
  })

  const acts = Object.entries(asked).flatMap(([file, { name, intents }]) =>
    (intents.length > 0 ? intents : [null]).map((intent) => ({ file, name, intent })),
  )
  it.each(acts)('$file $intent', async ({ file, name, intent }) => {
    const guard = inspectRoute(file, textOf({ file })).guards.find((one) => one.name === name)
    const needed = intent === 'approve' ? 'payout:approve' : (guard?.permission ?? null)
    const form = intent ? { intent, reason: '填过的话', again: '1' } : undefined
    const answer = await call(file, name, whoMay(needed), form)
    if (!form) {
      expect([answer.status, answer.headers.get('Location')]).toEqual([
        302,
        expect.stringMatching(/^\/sign-in\/staff\/proof\?returnTo=%2F(desk%2F|admin%2F|account%2Fsecurity)/),
      ])
      return
    }
    expect(answer.status).toBe(422)
    const { proof } = await answer.json()
    expect(proof).toMatchObject({
      fields: [
        ['intent', intent],
        ['reason', '填过的话'],
        ['again', '1'],
      ],
      error: null,
      shown: null,
    })
  })
})

describe('a fresh proof', () => {
  it('comes with the form, counts for five minutes, and does nothing before', async () => {
    const admin = whoMay('role:grant')
    const { userId } = await buildPerson()
    const roles = () => owner.userRole.count({ where: { userId, role: 'finance' } })
    const grant = async (more: Record<string, string> = {}) => {
      const body = new URLSearchParams({
        intent: 'grant',
        role: 'finance',
        regionId: '',
        reason: '新来的',
        ...more,
      })
      const request = new Request(`${origin}/admin/users/${userId}?_data=x`, {
        method: 'POST',
        body,
        headers: { Cookie: admin.cookie },
      })
      return changeRoles({ request, params: { userId }, context }).catch((thrown: Response) => thrown)
    }
    expect((await (await grant()).json()).proof.to).toBe(`/admin/users/${userId}`)
    const refused = await (await grant({ proofCode: '12' })).json()
    expect(refused.proof).toMatchObject({ error: expect.stringMatching(/^动态码是六位数字/) })
    expect(JSON.stringify(refused.proof.fields)).not.toContain('proofCode')
    const secret = await findTimeSecret(admin.userId)
    expect((await grant({ proofCode: timeCode(secret, 1) })).status).toBe(422)
    expect(await roles()).toBe(0)
    const code = timeCode(secret, openSteps()[1] ?? 0)
    expect((await grant({ proofCode: code })).status).toBe(303)
    expect(await roles()).toBe(1)
    await passSeconds(290)
    expect((await grant()).status).toBe(409)
    await passSeconds(11)
    expect((await (await grant({ proofCode: code })).json()).proof.error).toMatch(/^这个码刚用过了/)
  })

  it('is given on its own page for a file, by the session that asks and for it alone', async () => {
    const finance = whoMay('payout:settle')
    const ask = (path: string, form?: Record<string, string>) => ({
      request: new Request(`${origin}${path}`, {
        headers: { Cookie: finance.cookie },
        ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      }),
      params: {},
      context,
    })
    const returnTo = '/desk/payouts/01890000-0000-7000-8000-000000000000/file'
    const address = `/sign-in/staff/proof?${new URLSearchParams({ returnTo })}`
    expect(await proofPage(ask(address))).toMatchObject({ returnTo, isDone: false, shown: null })
    expect((await prove(ask(address, { returnTo, proofCode: '000' }))).status).toBe(422)
    const other = await signInAsStaff('13800007044', 'finance')
    await passSeconds(301)
    const proofCode = timeCode(await findTimeSecret(finance.userId), openSteps()[1] ?? 0)
    const done = await prove(ask(address, { returnTo, proofCode }))
    expect(done.headers.get('Location')).toBe(`${address}&done=1`)
    const file = 'routes/desk/payout-file.ts'
    expect((await call(file, 'loader', finance)).status).toBe(404)
    expect((await call(file, 'loader', other)).status).toBe(302)
  })

  it('cannot be had from a session that proved a phone alone', async () => {
    const finance = whoMay('payout:settle')
    await owner.session.updateMany({ where: { userId: finance.userId }, data: { provedAt: null } })
    const led = await call('routes/account/staff-proof.tsx', 'action', finance, { proofCode: '123456' })
    expect(led.headers.get('Location')).toMatch(/^\/sign-in\/staff\?returnTo=/)
  })
})
