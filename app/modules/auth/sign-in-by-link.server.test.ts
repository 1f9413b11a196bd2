import { beforeAll, describe, expect, it } from 'vitest'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround } from '../../../tests/fixtures/world'
import { findActor } from './find-actor.server'
import { findLink } from './find-link.server'
import { findOwnProfile } from './find-own-profile.server'
import { requestLink } from './request-link.server'
import { sessionCookie } from './session.server'
import { signInByLink } from './sign-in-by-link.server'
import { sweepLinks } from './sweep-links.server'

beforeAll(buildGround)

let asked = 0
/** Asks for a link in a browser called `mine`; its token. */
async function ask(email: string, address?: string): Promise<string> {
  asked += 1
  const { shownLink } = await requestLink({
    email,
    returnTo: '/orders',
    locale: 'en',
    browser: 'mine',
    address: address ?? `10.2.0.${asked}`,
  })
  return shownLink?.split('/').at(-1) ?? ''
}
async function actorOf(token: string) {
  const cookie = (await sessionCookie.serialize(token)).split(';')[0] ?? ''
  const actor = await findActor(new Request('http://127.0.0.1:3000/account', { headers: { Cookie: cookie } }))
  if (!actor) throw new Error('nobody is signed in')
  return actor
}
const enter = (token: string) => signInByLink({ token, oldToken: null, device: null })
/** Lets the pause between two links pass. */
const laterOn = () =>
  owner.$executeRaw`UPDATE "EmailLink" SET "createdAt" = "createdAt" - interval '2 minutes'`

describe('a sign-in link', () => {
  it('is looked at as often as anybody likes, signs in once, and makes one person of one address', async () => {
    const token = await ask('Ruoxi@Example.org')
    for (const browser of ['mine', 'other', null])
      expect(await findLink({ token, browser })).toEqual({
        maskedEmail: 'R***@Example.org',
        isSameBrowser: browser === 'mine',
      })
    const tries = await Promise.allSettled([enter(token), enter(token), enter(token)])
    const entered = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(entered).toMatchObject([{ returnTo: '/orders', roles: ['buyer'] }])
    expect(await findLink({ token, browser: 'mine' })).toBeNull()
    await laterOn()
    const again = await enter(await ask('ruoxi@example.org'))
    expect(again.userId).toBe(entered[0]?.userId)
    const actor = await actorOf(again.token)
    expect(await findOwnProfile({ actor })).toEqual({
      name: null,
      maskedPhone: null,
      maskedEmail: 'r***@example.org',
    })
    const sealed = JSON.stringify(await owner.emailLink.findMany())
    expect(sealed.toLowerCase()).not.toContain('ruoxi')
  })

  it('is dead once late, and once a newer one was sent', async () => {
    const first = await ask('late@example.org')
    await expect(ask('late@example.org')).rejects.toMatchObject({ key: 'mail.linkWait', status: 429 })
    await laterOn()
    const second = await ask('late@example.org')
    await expect(enter(first)).rejects.toMatchObject({ key: 'mail.linkDead' })
    await owner.$executeRaw`UPDATE "EmailLink" SET "expiresAt" = now() - interval '1 second'`
    await expect(enter(second)).rejects.toMatchObject({ key: 'mail.linkDead' })
    await expect(enter('A'.repeat(43))).rejects.toMatchObject({ key: 'mail.linkDead' })
  })

  it('counts with the codes of a network address, and is swept with what it sealed after a day', async () => {
    const cap = { key: 'codes.perAddressHour', value: 2 }
    await owner.setting.create({ data: { ...cap, validFrom: new Date('2020-01-01T00:00:00Z') } })
    for (const name of ['a', 'b']) await ask(`${name}@example.org`, '10.3.0.1')
    await expect(ask('c@example.org', '10.3.0.1')).rejects.toMatchObject({
      key: 'account.addressCap',
      status: 429,
    })
    await owner.$executeRaw`UPDATE "EmailLink" SET "createdAt" = now() - interval '25 hours'`
    expect(await sweepLinks({ batch: 100 })).toBeGreaterThan(2)
    expect(await owner.emailLink.count()).toBe(0)
  })
})
