import type { Page } from '@playwright/test'
import { desktop, expect, phone, test } from '../fixtures/app'
import { makeAvifOf } from '../fixtures/make-avif-of'

/** What the pages where visitors arrive weigh on their way to a first visit: the bytes that travelled, packed, with their headers. Pictures that wait until they come near count as soon as the browser asks for them. */

const kilobyte = 1000
const limits = {
  html: 30 * kilobyte,
  css: 15 * kilobyte,
  /** before anybody has touched anything */
  js: 15 * kilobyte,
  /** HTML, CSS and the largest picture */
  seen: 80 * kilobyte,
  screen: 350 * kilobyte,
}

const pages = [
  ['home', '/'],
  ['a list', '/crafts/knots'],
  ['a piece', '/products/endless-knot-hall'],
] as const

type Screen = { deviceScaleFactor: number; viewport: { width: number; height: number }; sharp: number }

/** Screens by the pixels that a point of a page has on them, and how many of them a picture's file has at least for each point. */
const desk: Screen = { deviceScaleFactor: 1, viewport: desktop, sharp: 0.9 }
const smallPhone: Screen = { deviceScaleFactor: 3, viewport: phone, sharp: 1.45 }
const otherPhones: readonly Screen[] = [
  { deviceScaleFactor: 1.75, viewport: { width: 412, height: 823 }, sharp: 1.45 },
  { deviceScaleFactor: 2, viewport: phone, sharp: 1.45 },
  { deviceScaleFactor: 2.625, viewport: { width: 412, height: 915 }, sharp: 1.45 },
  { deviceScaleFactor: 3, viewport: { width: 390, height: 844 }, sharp: 1.45 },
]

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

/** Visits a page for the first time, holds what came to the limits, and says which picture was the largest. */
async function weigh(page: Page, path: string, { sharp }: Screen): Promise<string> {
  const sent = await readSent(page, path)
  const of = (type: string) => sent.filter((one) => one.type === type)
  const [html, css, js] = [of('Document'), of('Stylesheet'), of('Script')]
  expect([html.length, css.length], 'pages and sheets').toEqual([1, 1])
  const [largest] = of('Image').sort((one, other) => other.bytes - one.bytes)
  if (!largest) throw new Error(`${path} shows no picture`)
  const seen = sum(html) + sum(css) + largest.bytes
  console.log(
    `${path} at ${page.viewportSize()?.width}: ${sum(html)} bytes of HTML, ${sum(css)} CSS, ${sum(js)} JS, ${largest.bytes} the largest picture: ${seen}; ${sum(sent)} in all`,
  )
  expect(sum(html), 'HTML').toBeLessThanOrEqual(limits.html)
  expect(sum(css), 'CSS').toBeLessThanOrEqual(limits.css)
  expect(sum(js), 'JS').toBeLessThanOrEqual(limits.js)
  expect(seen, 'HTML, CSS and the largest picture').toBeLessThanOrEqual(limits.seen)
  expect(
    sum(sent),
    `all of it: ${sent.map(({ address, bytes }) => `${bytes} ${address}`).join(', ')}`,
  ).toBeLessThanOrEqual(limits.screen)
  expect(await leastSharp(page), 'pixels a point').toBeGreaterThanOrEqual(sharp)
  return largest.address
}

const chinese = pages.flatMap(([what, path]) =>
  [desk, smallPhone, ...otherPhones].map((screen) => ({ what, path, screen })),
)
const english = pages.flatMap(([what, path]) =>
  [desk, smallPhone].map((screen) => ({
    what: `${what} in English`,
    path: `/en${path}`.replace(/\/$/, ''),
    screen,
  })),
)

for (const { what, path, screen } of [...chinese, ...english])
  test(`${what} is light on a first visit at ${screen.viewport.width} × ${screen.deviceScaleFactor}`, async ({
    visit,
  }) => {
    await weigh(await visit(screen), path, screen)
  })

test('home is light as well once its first picture has AVIF', async ({ visit }) => {
  const before = await weigh(await visit(desk), '/', desk)
  await makeAvifOf([/[0-9a-f]{64}/.exec(before)?.[0] ?? ''])
  const page = await visit()
  await expect
    .poll(async () => (await page.request.get('/')).text())
    .toContain(before.replace(/^.*\/|-.*$/g, '').concat('-960.avif'))
  for (const screen of [desk, smallPhone])
    expect(await weigh(await visit(screen), '/', screen), 'the largest picture').toMatch(/\.avif$/)
})
