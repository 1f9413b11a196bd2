import { fillCheckout, type Pay, type ReadyBuyer } from '../fixtures/http-buyer'
import type { FullShop } from './set-up'

/** A hundred buyers with a filled-in checkout press at once; ten pieces are there. Answers a line for the table's foot. */
export async function rush(shop: FullShop, origin: string, pay: Pay): Promise<string> {
  const ten = await shop.hangTen()
  const buyers: ReadyBuyer[] = []
  while (buyers.length < 100)
    buyers.push(...(await Promise.all(Array.from({ length: 10 }, () => fillCheckout(origin, ten)))))
  const started = performance.now()
  const answers = await Promise.all(
    buyers.map(async (buyer) => {
      const answer = await buyer.press().catch(() => ({ location: '', status: 0, text: '' }))
      return { ...answer, buyer, seconds: (performance.now() - started) / 1000 }
    }),
  )
  const won = answers.filter(({ location }) => location.startsWith('http') && !location.startsWith(origin))
  const refused = answers.filter(
    ({ status, text }) => status >= 400 && status < 500 && /售完|卖完/.test(text),
  )
  const broken = answers.filter(({ status }) => status === 0 || status >= 500)
  const slowest = Math.max(...answers.map(({ seconds }) => seconds))
  for (const { buyer, location } of won) {
    const back = await pay(location)
    if (back !== null) await buyer.follow(back)
  }
  return `100 buyers for 10 pieces: ${await shop.countSold(ten.variantId)} sold, ${refused.length} refused with the reason, ${broken.length} answered with an error or not at all, the last after ${slowest.toFixed(1)} s`
}
