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

/** Phones by the pixels that a point of a page has on their screen. */
const phones = [
  { deviceScaleFactor: 1.75, viewport: { width: 412, height: 823 } },
  { deviceScaleFactor: 2, viewport: phone },
  { deviceScaleFactor: 2.625, viewport: { width: 412, height: 915 } },
  { deviceScaleFactor: 3, viewport: phone },
  { deviceScaleFactor: 3, viewport: { width: 390, height: 844 } },
] as const

type Sent = { address: string; type: string; bytes: number }

/** How many pixels of its file the coarsest picture on the screen has for each point that it is wide. */
const leastSharp = (page: Page) =>
  page.evaluate(() =>
    Math.min(
      ...[...document.images]
        .filter(
          (image) =>
            image.complete && image.clientWidth > 0 && image.getBoundingClientRect().top < window.innerHeight,
        )
        .map((image) => Number(/-(\d+)\.\w+$/.exec(image.currentSrc)?.[1] ?? 0) / image.clientWidth),
    ),
  )

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

const visits = pages.flatMap(([what, path]) => phones.map((screen) => ({ what, path, screen })))

for (const { what, path, screen } of visits)
  test(`${what} is light on a first visit at ${screen.viewport.width} × ${screen.deviceScaleFactor}`, async ({
    visit,
  }) => {
    const page = await visit(screen)
    const sent = await readSent(page, path)
    const words = sent.filter(({ type }) => type === 'Document' || type === 'Stylesheet')
    const pictures = sent.filter(({ type }) => type === 'Image').map(({ bytes }) => bytes)
    expect(words.map(({ type }) => type).sort()).toEqual(['Document', 'Stylesheet'])
    expect(pictures.length, 'pictures of the first screen').toBeGreaterThan(0)
    const seen = sum(words) + Math.max(...pictures)
    console.log(
      `${path} at ${screen.viewport.width} × ${screen.deviceScaleFactor}: ${seen} bytes of words and largest picture, ${sum(sent)} in all`,
    )
    expect(seen, 'HTML, CSS and the largest picture').toBeLessThanOrEqual(limits.seen)
    expect(
      sum(sent),
      `all of it: ${sent.map(({ address, bytes }) => `${bytes} ${address}`).join(', ')}`,
    ).toBeLessThanOrEqual(limits.screen)
    expect(await leastSharp(page), 'pixels a point').toBeGreaterThanOrEqual(1.45)
  })
