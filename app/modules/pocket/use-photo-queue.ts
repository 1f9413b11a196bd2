import { useCallback, useEffect, useRef, useState } from 'react'
import type { Shot } from '~/modules/catalog/shots'
import type { Href } from './ask-shop'
import { type Outcome, sendPhotos } from './send-draft'
import { canKeep, dropPhoto, isSendable, type KeptPhoto, readPhotos, writePhoto } from './store'
import { takePhoto } from './take-photo'

/** What came of a row of photographs: those that are kept, and those that the shop or this device did not take. */
export type Sent = { kept: KeptPhoto[]; refused: KeptPhoto[] }

/** How the photographs of one piece stand that are on their way. */
export type PhotoQueue = {
  /** null until the browser was looked at; false: it can keep nothing, a plain form does it */
  isAble: boolean | null
  waiting: number
  arrived: number
  /** what stands in the way, null while nothing does */
  outcome: Exclude<Outcome, { is: 'sent' | 'clash' }> | null
}

const rest: PhotoQueue = { isAble: null, waiting: 0, arrived: 0, outcome: null }
/** how long after a failure it is tried again */
const againMs = 15_000

/**
 * Photographs of a piece that is being written in the studio: each is kept on the phone first and then brought in pieces, so that a reload, a lost network or an empty battery costs
 * nothing. `onSent` hears once when all that waited has arrived or was refused.
 */
export function usePhotoQueue(
  { productId, href }: { productId: string; href: Href },
  onSent: (sent: Sent) => void,
) {
  const [queue, setQueue] = useState(rest)
  const heard = useRef(onSent)
  heard.current = onSent
  const timer = useRef<number | undefined>(undefined)
  const isSending = useRef(false)

  const send = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    window.clearTimeout(timer.current)
    const count = async () => {
      const photos = await readPhotos(productId)
      const arrived = photos.filter(hasArrived).length
      setQueue((before) => ({ ...before, arrived, waiting: photos.filter(isSendable).length - arrived }))
    }
    await count()
    const outcome = await sendPhotos(productId, { href, onChange: () => void count() })
    isSending.current = false
    if (outcome.is === 'sent') {
      const photos = await readPhotos(productId)
      for (const { id } of photos) await dropPhoto(id)
      setQueue({ ...rest, isAble: true })
      if (photos.length > 0)
        heard.current({ kept: photos.filter(hasArrived), refused: photos.filter((one) => !hasArrived(one)) })
      return
    }
    setQueue((before) => ({ ...before, outcome: outcome.is === 'clash' ? null : outcome }))
    if (outcome.is === 'away') timer.current = window.setTimeout(() => void send(), againMs)
  }, [productId, href])

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
    setQueue((before) => ({ ...before, waiting: files.length, outcome: null }))
    for (const [at, file] of files.entries()) {
      const shot = places[at]
      if (!shot) break
      const place = { id: crypto.randomUUID(), draftId: productId, shot, file: file.name }
      await writePhoto({ ...(await takePhoto(file)), ...place, received: 0, refusal: null })
    }
    await send()
  }

  return { queue, take, send }
}

function hasArrived({ received, blob, refusal }: KeptPhoto): boolean {
  return refusal === null && received >= blob.size
}
