import { useCallback, useEffect, useRef, useState } from 'react'
import type { Shot } from '~/modules/catalog/shots'
import type { Href } from './ask-shop'
import { inTurn } from './in-turn'
import { type Outcome, sendPhotos, tellRemovals } from './send-draft'
import { canKeep, dropPhoto, isOutOfRoom, isSendable, type KeptPhoto, readPhotos, writePhoto } from './store'
import { takePhoto } from './take-photo'

/** What came of a row of photographs: those that are kept, and those that the shop or this device did not take. */
export type Sent = { kept: KeptPhoto[]; refused: KeptPhoto[] }

/** How the photographs of one piece stand that are on their way. */
export type PhotoQueue = {
  /** null until the browser was looked at; false: it can keep nothing, a plain form does it */
  isAble: boolean | null
  waiting: number
  arrived: number
  /** the views of those that wait or have arrived */
  shots: Shot[]
  /** the device had no room for the last one */
  isFull: boolean
  /** what stands in the way, null while nothing does */
  outcome: Exclude<Outcome, { is: 'sent' | 'clash' }> | null
}

const rest: PhotoQueue = {
  isAble: null,
  waiting: 0,
  arrived: 0,
  shots: [],
  isFull: false,
  outcome: null,
}
/** how long after a failure it is tried again */
const againMs = 15_000

/**
 * Photographs of a piece that is being written in the studio: each is kept on the phone first and then brought in pieces, so that a reload, a lost network or an empty battery costs
 * nothing. `onSent` hears once when all that waited has arrived or was refused, `onLetGo` when the shop has heard that it waits no more for some that she took away.
 */
export function usePhotoQueue(
  { productId, href }: { productId: string; href: Href },
  onSent: (sent: Sent) => void,
  onLetGo?: () => void,
) {
  const [queue, setQueue] = useState(rest)
  // what changes with every rendering is read when it is needed: sending begins once, not with each
  const heard = useRef(onSent)
  heard.current = onSent
  const letGo = useRef(onLetGo)
  letGo.current = onLetGo
  const written = useRef(href)
  written.current = href
  const timer = useRef<number | undefined>(undefined)
  const isSending = useRef(false)

  const count = useCallback(async () => {
    const photos = (await readPhotos(productId)).filter(isSendable)
    const arrived = photos.filter(hasArrived).length
    const shots = photos.map(({ shot }) => shot)
    setQueue((before) => ({ ...before, arrived, waiting: photos.length - arrived, shots }))
  }, [productId])

  const send = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    window.clearTimeout(timer.current)
    setQueue((before) => ({ ...before, outcome: null }))
    await count()
    const { outcome, settled } = await inTurn(async () => {
      const { told } = await tellRemovals((path) => written.current(path))
      if (told > 0) letGo.current?.()
      for (;;) {
        const sending = { href: (path: string) => written.current(path), onChange: () => void count() }
        const outcome = await sendPhotos(productId, sending)
        // what she chose while others were on their way goes in the next round
        if (outcome.is === 'sent' && (await readPhotos(productId)).some(isOnItsWay)) continue
        const isOver = outcome.is === 'sent' || outcome.is === 'full'
        return { outcome, settled: isOver ? await takeSettled(productId) : [] }
      }
    }).finally(() => {
      isSending.current = false
    })
    if (outcome.is === 'sent' || outcome.is === 'full') {
      const kept = settled.filter(hasArrived)
      // first what shows them, then that none is on its way: nothing is handed in between the two
      if (settled.length > 0)
        heard.current({ kept, refused: settled.filter((photo) => !kept.includes(photo)) })
      await count()
      // what has arrived has made room for what this device could not make ready
      if (outcome.is === 'full' && settled.length === 0) setQueue((before) => ({ ...before, outcome }))
      // or one came in the very moment in which the sending ended
      else if ((await readPhotos(productId)).some(isOnItsWay)) void send()
    } else if (outcome.is !== 'clash') {
      setQueue((before) => ({ ...before, outcome }))
      if (outcome.is === 'away') timer.current = window.setTimeout(() => void send(), againMs)
    }
  }, [productId, count])

  useEffect(() => {
    const isAble = canKeep()
    setQueue((before) => ({ ...before, isAble }))
    if (!isAble) return
    const go = () => void send()
    go()
    window.addEventListener('online', go)
    return () => {
      window.removeEventListener('online', go)
      window.clearTimeout(timer.current)
    }
  }, [send])

  const take = async (places: readonly Shot[], files: readonly File[]): Promise<void> => {
    setQueue((before) => ({ ...before, isFull: false }))
    try {
      for (const [at, file] of files.entries()) {
        const shot = places[at]
        if (!shot) break
        const place = { id: crypto.randomUUID(), draftId: productId, shot, file: file.name }
        await keepPhoto(file, { ...place, received: 0, refusal: null })
        await count()
      }
    } catch (error) {
      if (!isOutOfRoom(error)) throw error
      setQueue((before) => ({ ...before, isFull: true }))
    } finally {
      await send()
    }
  }

  return { queue, take, send }
}

/** On the device at once, as it was chosen, so that she may leave the page; where there is no room for that, made smaller first. */
async function keepPhoto(
  file: File,
  place: Omit<KeptPhoto, 'blob' | 'sha256' | 'faults' | 'isRaw'>,
): Promise<void> {
  try {
    await writePhoto({ ...place, blob: file, sha256: '', faults: [], isRaw: true })
  } catch (error) {
    if (!isOutOfRoom(error)) throw error
    await writePhoto({ ...place, ...(await takePhoto(file)) })
  }
}

/** Lets go of those that have arrived or were refused; in the turn in which they were sent, so that each is told of once. */
async function takeSettled(productId: string): Promise<KeptPhoto[]> {
  const settled = (await readPhotos(productId)).filter((photo) => !isOnItsWay(photo))
  for (const { id } of settled) await dropPhoto(id)
  return settled
}

function hasArrived({ received, blob, refusal, isRaw }: KeptPhoto): boolean {
  return !isRaw && refusal === null && received >= blob.size
}

/** Neither there yet nor refused. */
function isOnItsWay(photo: KeptPhoto): boolean {
  return isSendable(photo) && !hasArrived(photo)
}
