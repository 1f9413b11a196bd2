import { beforeAll, expect, it, vi } from 'vitest'
import { log } from '~/platform/log.server'
import { consoleSender } from '~/platform/sms/console-sender.server'
import { order } from '../../../tests/fixtures/shopping'
import { statementsOf } from '../../../tests/fixtures/statements'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { requestCode } from './request-code.server'

/** Whoever asks for a code to an order learns nothing of whether number and phone belong together (reliability check 57). */

let orderId: string
beforeAll(async () => {
  await buildGround()
  orderId = (await order(await buildCart([await buildPiece({ sellerId: (await buildSeller()).sellerId })])))
    .orderId
})

let next = 0
const ask = (of: string | null) => {
  next += 1
  return requestCode({
    purpose: 'order_access',
    orderId: of,
    phone: `139000071${String(next).padStart(2, '0')}`,
    address: `10.7.${next}.1`,
  })
}

it('asks the database for as much whether or not it fits', async () => {
  await ask(orderId)
  const asked = async (of: string | null) => (await statementsOf(() => ask(of))).map(({ text }) => text)
  const fits = await asked(orderId)
  expect(fits.length).toBeGreaterThan(3)
  expect(await asked(null)).toEqual(fits)
})

it('waits for no carrier, and says nothing of one that fails', async () => {
  const carrier = vi.spyOn(consoleSender, 'sendCode').mockReturnValue(new Promise(() => undefined))
  expect((await ask(orderId)).shownCode).toMatch(/^\d{6}$/)
  expect(carrier).toHaveBeenCalledOnce()
  const failed = vi.spyOn(log, 'error').mockReturnValue()
  carrier.mockRejectedValue(new Error('the carrier is away'))
  expect((await ask(orderId)).shownCode).toMatch(/^\d{6}$/)
  await vi.waitFor(() => expect(failed).toHaveBeenCalledWith('sms.failed', expect.any(Error)))
})
