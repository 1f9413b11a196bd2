import { expect, it } from 'vitest'
import { keepDraft, readDraft } from './checkout-draft.server'

async function keptBy(by: string | null, reader: string | null) {
  const form = new FormData()
  for (const [name, value] of [
    ['name', '示例买家'],
    ['city', 'Berlin'],
    ['giftNote', '示例贺卡'],
  ] as const)
    form.set(name, value)
  const cookies = await keepDraft(form, by === null ? null : { userId: by })
  const header = cookies.map((cookie) => cookie.split(';')[0]).join('; ')
  const request = new Request('http://127.0.0.1/checkout', { headers: { Cookie: header } })
  return readDraft(request, { withTicks: false, actor: reader === null ? null : { userId: reader } })
}

it('gives what somebody typed who was signed in to nobody else on the same device', async () => {
  const typed = { name: '示例买家', city: 'Berlin', giftNote: '示例贺卡' }
  expect(await keptBy('one', 'one')).toEqual(typed)
  expect(await keptBy('one', 'another')).toEqual({})
  expect(await keptBy('one', null)).toEqual({})
  expect(await keptBy(null, null)).toEqual(typed)
  // she signs in on her way through the checkout
  expect(await keptBy(null, 'one')).toEqual(typed)
})
