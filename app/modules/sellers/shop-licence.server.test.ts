import { beforeAll, describe, expect, it } from 'vitest'
import { approveApplication } from '~/modules/applications/approve-application.server'
import { checksAsked } from '~/modules/applications/checks'
import { recommendApplication } from '~/modules/applications/recommend-application.server'
import type { Actor } from '~/modules/auth/actor'
import { verifyLink } from '~/modules/households/verify-link.server'
import { creditCode, handIn } from '../../../tests/fixtures/applications'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildPerson, buildSeller } from '../../../tests/fixtures/world'
import { getMakerPage } from './get-maker-page.server'

let county: Actor
let city: Actor

beforeAll(async () => {
  await buildGround()
  county = await buildActor({ role: 'coordinator', region: '620123' })
  city = await buildActor({ role: 'coordinator', region: '6201' })
})

/** What the page of a shop says that was applied for and opened. */
async function licenceOf(kind: 'company' | 'artisan') {
  const actor = await buildActor({
    role: 'buyer',
    person: await buildPerson({ village: null, name: '马示例' }),
  })
  const { applicationId, sellerId } = await handIn(actor, { kind })
  const link = await owner.householdLink.findFirst({ where: { personId: actor.personId, verifiedAt: null } })
  if (link) await verifyLink({ actor: county, linkId: link.id, evidence: '入户走访' })
  await recommendApplication({ actor: county, applicationId, checks: checksAsked })
  await approveApplication({ actor: city, applicationId })
  const { slug } = await owner.seller.findUniqueOrThrow({ where: { id: sellerId } })
  return (await getMakerPage(slug, 'zh-CN')).licence
}

describe('a shop’s page', () => {
  it('names the licence of a firm as it was approved', async () => {
    expect(await licenceOf('company')).toEqual({ name: '示例坊', code: creditCode, until: null })
  })

  it('says of a person that she needs none', async () => {
    expect(await licenceOf('artisan')).toBe('exempt')
  })

  it('says nothing of a shop whose papers nobody has looked at', async () => {
    const { slug } = await buildSeller()
    expect((await getMakerPage(slug, 'zh-CN')).licence).toBeNull()
  })

  it('never shows half a licence, nor one beside a declaration that none is needed', async () => {
    const { sellerId } = await buildSeller()
    const write = (data: object) => owner.seller.update({ where: { id: sellerId }, data })
    for (const data of [
      { licenceCode: creditCode },
      { licenceName: '示例坊' },
      { licenceUntil: new Date('2030-01-01') },
      { licenceName: '示例坊', licenceCode: creditCode, isExempt: true },
    ])
      await expect(write(data)).rejects.toThrow('Seller_licence_whole')
  })
})
