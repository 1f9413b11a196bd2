import type { Page } from '@playwright/test'
import { expect, phone, test } from '../fixtures/app'

/** What the pages where visitors arrive weigh on their way to a phone on a first visit: the bytes that travelled, packed, with their headers. Pictures that wait until they come near count as soon as the browser asks for them. */

const kilobyte = 1000
const limits = { seen: 80 * kilobyte, screen: 350 * kilobyte }

const pages = [
  ['home', '/'],
  ['a list', '/crafts/knots'],
  ['a piece', '/products/endless-knot-hall'],
] as const

/** Of the phones that the pages are made for: at 2 a picture over the whole width is the one of 640 pixels. */
const deviceScaleFactor = 2

type Sent = { address: string; type: string; bytes: number }

/** Everything that comes with a page until nothing is asked for any more. */
async function readSent(page: Page, path: string): Promise<Sent[]> {
  const cdp = await page.context().newCDPSession(page)
  const begun = new Map<string, Omit<Sent, 'bytes'>>()
  const sent: Sent[] = []
  cdp.on('Network.responseReceived', ({ requestId, type, response }) => {
    begun.set(requestId, { address: response.url, type })
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const what = begun.get(requestId)
    // what stands in the page itself (data:) has been counted with it
    if (what && !what.address.startsWith('data:')) sent.push({ ...what, bytes: encodedDataLength })
  })
  await cdp.send('Network.enable')
  await page.goto(path, { waitUntil: 'networkidle' })
  await cdp.detach()
  return sent
}

const sum = (sent: readonly Sent[]) => sent.reduce((bytes, one) => bytes + one.bytes, 0)

for (const [what, path] of pages)
  test(`${what} is light on a first visit`, async ({ visit }) => {
    const page = await visit({ viewport: phone, deviceScaleFactor })
    const sent = await readSent(page, path)
    const words = sent.filter(({ type }) => type === 'Document' || type === 'Stylesheet')
    const pictures = sent.filter(({ type }) => type === 'Image').map(({ bytes }) => bytes)
    expect(words.map(({ type }) => type).sort()).toEqual(['Document', 'Stylesheet'])
    expect(pictures.length, 'pictures of the first screen').toBeGreaterThan(0)
    const seen = sum(words) + Math.max(...pictures)
    console.log(`${path}: ${seen} bytes of words and largest picture, ${sum(sent)} in all`)
    expect(seen, 'HTML, CSS and the largest picture').toBeLessThanOrEqual(limits.seen)
    expect(
      sum(sent),
      `all of it: ${sent.map(({ address, bytes }) => `${bytes} ${address}`).join(', ')}`,
    ).toBeLessThanOrEqual(limits.screen)
  })
