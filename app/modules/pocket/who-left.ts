import { forgetLeaver, forgetOwner, type KeptDraft } from './store'

const cookieOf = (name: string) =>
  document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? ''

/** where the page that closes an account lays down which pieces are hers, for the page after it */
const piecesKey = 'closing'

/** Before she closes her account: which pieces are hers, told apart by nothing else once she is gone. */
export function notePieces(pieces: readonly string[]): void {
  try {
    sessionStorage.setItem(piecesKey, JSON.stringify(pieces))
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
}

/** Somebody signed out or closed her account on this device (cookies of the shop's say who): what is hers is let go of, once; what anybody else keeps here stays. */
export async function forgetWhoLeft(isSettled: (draft: KeptDraft) => boolean): Promise<void> {
  const closed = cookieOf('closed')
  const left = cookieOf('left')
  if (closed) await forgetLeaver({ owner: closed, pieces: new Set(readPieces()) })
  if (left) await forgetOwner(isSettled)
  if (closed || left) forgetTyped([closed, ...left.split('.')])
  for (const name of closed ? ['closed', 'left'] : ['left']) {
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is missing in older browsers
    document.cookie = `${name}=; Path=/; Max-Age=0; SameSite=Lax`
  }
}

/** What she typed into a form and never saved: its name begins with whose it is. */
function forgetTyped(owners: readonly string[]): void {
  try {
    for (const key of Object.keys(localStorage))
      if (owners.some((owner) => owner && key.startsWith(`typed:${owner}.`))) localStorage.removeItem(key)
    sessionStorage.removeItem(piecesKey)
  } catch {
    // nothing was kept
  }
}

function readPieces(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(piecesKey) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : []
  } catch {
    return []
  }
}
