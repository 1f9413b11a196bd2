import { meetAndSend } from '~/modules/pocket/meet-and-send'
import { sealPocket } from '~/modules/pocket/seal-pocket'
import { meetShop } from '~/modules/pocket/send-draft'
import { canKeep, readOwner } from '~/modules/pocket/store'
import { paths } from '~/paths'

type Href = (path: string) => string

/** how long what waits may take to be brought before it is sealed */
const sendingMs = 3_000
/** Other pages of this device that are open hear that she has gone. */
const channelName = 'point'

/** As soon as somebody is at a shared device: the key under which her drafts are sealed when she goes lies ready, and what was sealed for her is open again. */
export async function meetPerson(href: Href): Promise<void> {
  if (!canKeep() || (await readOwner())?.seal) return
  await meetShop({ href, onChange: () => {} })
}

/** Nothing of hers stays in the browser: drafts are sealed, everything else that pages keep is taken away. */
export async function clearBrowser(): Promise<void> {
  await sealPocket()
  try {
    for (const key of Object.keys(localStorage)) if (key !== 'view') localStorage.removeItem(key)
    sessionStorage.clear()
  } catch {
    // a browser that keeps nothing has nothing to take away
  }
}

/** She goes: what waits and what she typed is brought if the shop answers, the rest is sealed, her session ends with the shop, and every page of this device shows the tiles. */
export async function leaveDevice(href: Href): Promise<void> {
  const sending = [saveTyped()]
  if (canKeep() && (await readOwner())?.seal)
    sending.push(
      meetAndSend({ href, onChange: () => {} }).then(
        () => {},
        () => {},
      ),
    )
  await Promise.race([Promise.all(sending), new Promise((over) => window.setTimeout(over, sendingMs))])
  await clearBrowser()
  await endVisit(href)
  if ('BroadcastChannel' in window) new BroadcastChannel(channelName).postMessage('left')
  showTiles(href)
}

/** What stands typed in a step of a piece and was not saved is saved as by its own button, since nothing of it stays here. */
async function saveTyped(): Promise<void> {
  const form = document.querySelector('[data-keep]')?.closest('form')
  if (!form) return
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  body.set('intent', 'keep')
  await fetch(window.location.href, { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(
    () => {},
  )
}

/** Ends the session and takes its cookies; without a network it ends by itself. */
export async function endVisit(href: Href): Promise<void> {
  const options = { method: 'POST', redirect: 'manual', keepalive: true } as const
  await fetch(href(paths.pointLeave()), options).catch(() => {})
}

/** In place of this page, so that going back leads nowhere. */
export function showTiles(href: Href): void {
  window.location.replace(href(paths.point()))
}

/** Hears that she has gone on another page of this device. */
export function hearLeaving(work: () => void): () => void {
  if (!('BroadcastChannel' in window)) return () => {}
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = work
  return () => channel.close()
}
