import { type Answer, ask } from '~/platform/http/ask'
import { archiveLimits } from './archive-limits'

/** How the sending of a ZIP ended. */
export type Outcome =
  | { is: 'sent' }
  | { is: 'broken' }
  | { is: 'signed-out' }
  | { is: 'refused'; said: string }

/** tries of one piece before the line is taken for broken */
const mostTries = 6
const end = 64 * 1024

/**
 * Brings a ZIP piece by piece, from where the shop has it; `onProgress` hears how many bytes are there. A piece that is lost is sent again a few times; then the rest waits until the same file is chosen
 * once more.
 */
export async function sendArchive(
  address: string,
  file: File,
  onProgress: (received: number) => void,
): Promise<Outcome> {
  const query = { name: file.name.slice(-120), mark: await markOf(file), bytes: String(file.size) }
  let start = 0
  for (let isFirst = true; isFirst || start < file.size; isFirst = false) {
    // the first, empty, asks where to go on
    const piece = isFirst ? new Blob() : file.slice(start, start + archiveLimits.pieceBytes)
    const answer = await bring(`${address}?${new URLSearchParams({ ...query, start: String(start) })}`, piece)
    if (answer.is === 'away') return { is: 'broken' }
    if (answer.is !== 'answered') return answer
    start = answer.what.received
    onProgress(start)
  }
  return { is: 'sent' }
}

async function bring(address: string, piece: Blob): Promise<Answer<{ received: number }>> {
  const headers = { 'Content-Type': 'application/octet-stream' }
  for (let tries = 1; ; tries += 1) {
    const answer = await ask<{ received: number }>(address, { method: 'POST', headers, body: piece })
    if (answer.is !== 'away' || tries === mostTries) return answer
    await new Promise((resolve) => window.setTimeout(resolve, 500 * tries))
  }
}

/** Tells the same file again without reading all of it: its length and its ends. */
async function markOf(file: File): Promise<string> {
  const ends = await new Blob([file.slice(0, end), file.slice(-end)]).arrayBuffer()
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', ends))
  return `${file.size}-${[...hash.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
