import { beforeAll, expect, it } from 'vitest'
import { submitApplication } from '../../app/modules/applications/submit-application.server'
import { findProductPage } from '../../app/modules/catalog/find-product-page.server'
import { askQuestion } from '../../app/modules/questions/ask-question.server'
import { findShopSettings } from '../../app/modules/shop-settings/find-shop-settings.server'
import { chooseTransfer } from '../../app/modules/transfers/choose-transfer.server'
import { findTransferOffer } from '../../app/modules/transfers/find-transfer-offer.server'
import { action } from '../../app/routes/admin/settings'
import { owner } from '../fixtures/owner'
import { buildActor, buildGround, buildPiece, buildSeller, regionId } from '../fixtures/world'
import { signInAsStaff } from './sign-in-as'

const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
let admin: Awaited<ReturnType<typeof signInAsStaff>>

beforeAll(async () => {
  await buildGround()
  admin = await signInAsStaff('13900009301', 'admin', await regionId('62'))
  const inBoth = (text: string) => ({ 'zh-CN': text, en: text })
  const value = { holder: inBoth('示例合作社'), bank: inBoth('示例银行'), number: '6200000000000001' }
  await owner.setting.create({ data: { key: 'payments.transferAccount', value } })
})

/** Sends the form with these switches on. */
const turnOn = (...on: string[]) =>
  action({
    request: new Request('http://127.0.0.1:3000/admin/settings', {
      method: 'POST',
      headers: { Cookie: admin.cookie },
      body: new URLSearchParams([
        ['intent', 'features'],
        ['note', '试一试'],
        ...on.map((name) => [name, 'on']),
      ]),
    }),
    params: {},
    context,
  })

it('a switch stops what it names at once, on the page and in the verb, and lets it go on again', async () => {
  const { sellerId } = await buildSeller()
  const { slug } = await buildPiece({ sellerId })
  const applicant = await buildActor({ role: 'buyer' })
  const visitor = { userId: null, tokens: [] }
  const ask = () => askQuestion({ visitor, slug, words: '能做大一点吗？', address: '10.8.0.1' })
  const apply = () => submitApplication({ actor: applicant })
  const look = async () => ({
    asks: (await findProductPage(slug, 'zh-CN'))?.takesQuestions,
    transfers: (await findTransferOffer({ country: 'CN' })) !== null,
    form: (await findShopSettings()).features,
  })
  const all = { questions: true, joining: true, transfers: true }
  expect(await look()).toEqual({ asks: true, transfers: true, form: all })
  expect((await turnOn('questions', 'joining', 'transfers')).status).toBe(409)

  const off = await turnOn()
  expect([off.status, off.headers.get('Location')]).toEqual([303, '/admin/settings?said=features'])
  const none = { questions: false, joining: false, transfers: false }
  expect(await look()).toEqual({ asks: false, transfers: false, form: none })
  await expect(ask()).rejects.toMatchObject({ key: 'settings.questionsOff', status: 409 })
  await expect(apply()).rejects.toMatchObject({ key: 'settings.joiningOff', status: 409 })
  await expect(chooseTransfer({ orderId: crypto.randomUUID() })).rejects.toMatchObject({
    key: 'transfer.notOffered',
  })
  const changes = { action: 'setting.changed', actorUserId: admin.userId, reason: '试一试' }
  expect(await owner.auditEvent.count({ where: changes })).toBe(3)

  await turnOn('questions', 'transfers')
  expect(await look()).toEqual({ asks: true, transfers: true, form: { ...all, joining: false } })
  await ask()
  await turnOn('questions', 'joining', 'transfers')
  // an application that was never begun is refused for what it lacks
  await expect(apply()).rejects.toMatchObject({ key: expect.not.stringMatching(/joiningOff/) })
})
