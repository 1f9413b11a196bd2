/*
 * Lets the pocket be opened without a network: keeps its page, which is the same for everybody, with the files that page names, and a page that says there is no network. Nothing that
 * somebody signed in was shown is ever kept, and nothing outside the studio is touched: it is registered for the studio's addresses alone.
 */
const store = 'pocket'
const pockets = ['/studio/pocket', '/en/studio/pocket']
const offline = { zh: '/studio/offline', en: '/en/studio/offline' }
const shells = [...pockets, offline.zh, offline.en]
/** milliseconds: how long a kept page counts as new, by the worker's own running time: the phone's clock may jump */
const freshFor = 600_000
let renewedAt = Number.NEGATIVE_INFINITY

self.addEventListener('install', (event) => {
  event.waitUntil(renew().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim())
})

// a page that was still being opened while the worker began was not taken in by that: it asks for it
self.addEventListener('message', (event) => {
  if (event.data === 'take me in') event.waitUntil(self.clients.claim())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(open(event, pathname))
  else if (request.method === 'GET' && pathname.startsWith('/assets/')) event.respondWith(keptOrFetched(request))
})

/** The pocket at once from what is kept, renewed behind it; every other page and every form from the network, and without one the page that says so. */
async function open(event, path) {
  const kept = await caches.open(store)
  if (event.request.method === 'GET' && pockets.includes(path)) {
    const shell = await kept.match(path)
    if (shell) {
      event.waitUntil(renew().catch(() => {}))
      return shell
    }
  }
  try {
    return await fetch(event.request)
  } catch (error) {
    const said = await kept.match(path.startsWith('/en/') ? offline.en : offline.zh)
    if (said) return said
    throw error
  }
}

async function keptOrFetched(request) {
  return (await caches.match(request, { cacheName: store })) ?? fetch(request)
}

/** Takes in the pages as they are now: their files first, so that a page is never kept without them. Pages in use are told when their files have changed. */
async function renew() {
  if (performance.now() - renewedAt < freshFor) return
  const kept = await caches.open(store)
  const pages = await Promise.all(shells.map(async (path) => [path, await askAsNobody(path)]))
  const files = new Set()
  for (const [, page] of pages) for (const file of filesIn(await page.clone().text())) files.add(file)
  const before = (await kept.keys()).map(({ url }) => new URL(url).pathname)
  const missing = [...files].filter((file) => !before.includes(file))
  await kept.addAll(missing)
  for (const [path, page] of pages) await kept.put(path, page)
  const stale = before.filter((path) => path.startsWith('/assets/') && !files.has(path))
  for (const path of stale) await kept.delete(path)
  renewedAt = performance.now()
  if (stale.length > 0) for (const page of await self.clients.matchAll()) page.postMessage('renewed')
}

/** Without cookies: the page as a stranger is shown it. */
async function askAsNobody(path) {
  const page = await fetch(path, { credentials: 'omit', cache: 'no-store', redirect: 'error' })
  if (!page.ok) throw new Error(`${path} answers ${page.status}`)
  return page
}

function filesIn(html) {
  return html.match(/\/assets\/[\w.~-]+\.(?:js|css|woff2)/g) ?? []
}
