import { useCallback, useEffect, useRef, useState } from 'react'
import type { Shot } from '~/modules/catalog/shots'
import type { Spoken } from '~/modules/voices/use-recorder'
import type { Href } from './ask-shop'
import { inTurn } from './in-turn'
import { look, meetAndSend } from './meet-and-send'
import { hasOpenEnds } from './open-ends'
import type { PocketField, PocketValues } from './pocket-fields'
import { isSame, type Outcome } from './send-draft'
import {
  canKeep,
  changeDraft,
  dropDraft,
  isOutOfRoom,
  type KeptDraft,
  type KeptOwner,
  type KeptPhoto,
  takePhotoAway,
  writeDraft,
  writePhoto,
} from './store'
import { takePhoto } from './take-photo'
import { forgetWhoLeft } from './who-left'

/** How the pocket and the shop stand to one another. */
export type Meeting = { is: 'unknown' | 'busy' } | Outcome

/** Everything on this device that is hers, as the page shows it. */
export type Pocket = {
  /** null until the device was looked at; `none` where it can keep nothing; `closed` on a shared device while nobody is at it */
  state: null | 'none' | 'ready' | 'closed'
  owner: KeptOwner | null
  drafts: KeptDraft[]
  photos: ReadonlyMap<string, KeptPhoto[]>
  meeting: Meeting
  /** the device had no room for what she did last */
  isFull: boolean
}

const nothing: Pocket = {
  state: null,
  owner: null,
  drafts: [],
  photos: new Map(),
  meeting: { is: 'unknown' },
  isFull: false,
}

/** how long after the last change a draft is sent, and how long after a failure it is tried again */
const restMs = 1_500
const againMs = 20_000

/** The pocket of this device and what she can do with it. Each change is on the device before anything else happens, and goes to the shop by itself. */
export function usePocket(href: Href) {
  const [pocket, setPocket] = useState(nothing)
  const timer = useRef<number | undefined>(undefined)
  const sendAll = useRef<() => void>(() => {})
  const refresh = useCallback(async () => {
    const seen = await look()
    setPocket((before) => ({ ...before, ...seen }))
  }, [])
  const plan = useCallback((ms: number) => {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => sendAll.current(), ms)
  }, [])

  sendAll.current = () => {
    void inTurn(async () => {
      setPocket((before) => ({ ...before, meeting: { is: 'busy' } }))
      const outcome = await meetAndSend({ href, onChange: () => void refresh() })
      await refresh()
      setPocket((before) => ({ ...before, meeting: outcome }))
      if (outcome.is === 'away') plan(againMs)
    })
  }

  useEffect(() => {
    if (!canKeep()) {
      setPocket((before) => ({ ...before, state: 'none' }))
      return
    }
    const begin = () => plan(0)
    void forgetWhoLeft((draft) => !hasOpenEnds(draft))
      .then(refresh)
      .then(begin)
    void navigator.storage?.persist?.()
    window.addEventListener('online', begin)
    return () => {
      window.removeEventListener('online', begin)
      window.clearTimeout(timer.current)
    }
  }, [refresh, plan])

  /** Does something on the device; a device without room says so, and what she typed stays on the screen. */
  const keep = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
      setPocket((before) => ({ ...before, isFull: false }))
      plan(restMs)
    } catch (error) {
      if (!isOutOfRoom(error)) throw error
      setPocket((before) => ({ ...before, isFull: true }))
    }
    await refresh()
  }

  return {
    pocket,
    send: () => plan(0),
    begin: async (sellerId: string | null): Promise<string> => {
      const id = crypto.randomUUID()
      await keep(() => writeDraft(emptyDraft({ id, owner: pocket.owner?.owner ?? null, sellerId })))
      return id
    },
    write: (id: string, typed: PocketValues) =>
      keep(() =>
        changeDraft(id, (draft) => {
          const next = { ...draft, typed: { ...draft.typed, ...typed } }
          return isSame(next.typed, draft.typed) ? draft : { ...next, change: draft.change + 1 }
        }),
      ),
    /** For whom a piece is that was begun before this device knew her shops. */
    assign: (id: string, sellerId: string) =>
      keep(() => changeDraft(id, (draft) => ({ ...draft, sellerId, change: draft.change + 1 }))),
    /** Her choice between two writings: `hers` keeps what this device says, else what the other one wrote. */
    choose: (id: string, field: PocketField, isHers: boolean) =>
      keep(() => changeDraft(id, (draft) => chosen(draft, field, isHers))),
    take: (draftId: string, places: readonly Shot[], files: readonly File[]) =>
      keep(async () => {
        for (const [at, file] of files.entries()) {
          const shot = places[at]
          if (!shot) break
          const taken = await takePhoto(file)
          const place = { id: crypto.randomUUID(), draftId, shot, file: file.name }
          await writePhoto({ ...taken, ...place, received: 0, refusal: null })
          await refresh()
        }
      }),
    /** Keeps what she said with the draft; false when the device has no room for it. */
    speak: async (id: string, { id: recordingId, blob, seconds }: Spoken): Promise<boolean> => {
      const said = { id: recordingId, blob, seconds, isClash: false, refusal: null }
      let isKept = false
      await keep(async () => {
        await changeDraft(id, (draft) => ({ ...draft, voice: { ...said, over: draft.said?.id ?? null } }))
        isKept = true
      })
      return isKept
    },
    unspeak: (id: string) => keep(() => changeDraft(id, (draft) => ({ ...draft, voice: null }))),
    /** Of two recordings, hers takes the place of the one that another device brought. */
    speakOver: (id: string) =>
      keep(() =>
        changeDraft(id, (draft) => ({
          ...draft,
          voice: draft.voice && { ...draft.voice, isClash: false, over: draft.said?.id ?? null },
        })),
      ),
    untake: (id: string) => keep(() => takePhotoAway(id)),
    drop: (id: string) => keep(() => dropDraft(id)),
  }
}

function emptyDraft(draft: Pick<KeptDraft, 'id' | 'owner' | 'sellerId'>): KeptDraft {
  const written = { typed: {}, base: {}, errors: {}, clashes: {}, sent: [] }
  return { ...draft, ...written, hasKinds: false, isLive: false, isKnown: false, change: 1, sentChange: 0 }
}

function chosen(draft: KeptDraft, field: PocketField, isHers: boolean): KeptDraft {
  const { [field]: theirs = '', ...clashes } = draft.clashes
  return {
    ...draft,
    clashes,
    base: { ...draft.base, [field]: theirs },
    typed: isHers ? draft.typed : { ...draft.typed, [field]: theirs },
    change: draft.change + 1,
  }
}
