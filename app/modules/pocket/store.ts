import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'
import type { Shot } from '~/modules/catalog/shots'
import { pictureLimits } from '~/modules/media/picture-limits'
import type { Spoken } from '~/modules/voices/use-recorder'
import type { PhotoFault } from './photo-faults'
import type { PocketField, PocketValues } from './pocket-fields'

/** A draft on this device. */
export type KeptDraft = {
  id: string
  /** whose it is; null while this device has never met the shop */
  owner: string | null
  sellerId: string | null
  typed: PocketValues
  /** what this device saw last of what stands with the shop */
  base: PocketValues
  errors: Partial<Record<PocketField, string>>
  /** what another device wrote in a field, until she has chosen */
  clashes: PocketValues
  /** photos that are with the shop */
  sent: { shot: Shot; src: string }[]
  hasKinds: boolean
  isLive: boolean
  /** the shop has a piece of this id */
  isKnown: boolean
  /** counts changes on this device: whatever is newer than what was sent is sent again */
  change: number
  sentChange: number
  /** what she said, while it is only here */
  voice?: KeptVoice | null
  /** the newest recording that is with the shop */
  said?: { id: string; seconds: number } | null
}

/** A recording on this device. */
export type KeptVoice = {
  /** by which the shop knows it again */
  id: string
  blob: Blob
  seconds: number
  /** what lay with the shop when she spoke; another one there is asked about */
  over: string | null
  /** the shop has one that this device did not know, until she has chosen */
  isClash: boolean
  /** the sentence with which the shop refused it; `tooLarge` where its front door did, unread */
  refusal: string | null
}

/** What she said of a piece, also while she is still speaking, until it is sent, kept with its draft or thrown away. */
export type KeptRecording = Spoken & { productId: string }

/** What KeptVoice.refusal says of a recording that was not even read. */
export const tooLarge = '413'

/** A photograph on this device that is not with the shop yet. */
export type KeptPhoto = {
  /** also the id of its upload */
  id: string
  draftId: string
  shot: Shot
  blob: Blob
  sha256: string
  /** bytes that have arrived */
  received: number
  /** what this device finds wrong with it: advice, never a refusal */
  faults: PhotoFault[]
  /** the sentence with which the shop refused it */
  refusal: string | null
  /** the name of the file she chose */
  file: string
  /** as it was chosen: it is made ready (takePhoto) before it goes */
  isRaw?: boolean
}

/** Whether the shop may still take it: it was not refused, and, once it is ready, is not larger than any photograph may be. */
export function isSendable({ refusal, blob, isRaw }: KeptPhoto): boolean {
  return refusal === null && (isRaw === true || blob.size <= pictureLimits.maxBytes)
}

/** Whether something failed because this device has no room left. */
export function isOutOfRoom(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError'
}

/** Who used this device last, and for whom she lists; on a shared device also the key under which her drafts stay there. */
export type KeptOwner = { owner: string; sellers: { id: string; name: string }[]; seal: CryptoKey | null }

/** AES-256-GCM. */
export type SealedPart = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }

/** A photograph that she took away on this device, and whose she was who did (null where the device does not know): kept until the shop has heard that it does not come. */
type Removal = { id: string; owner: string | null }

/** A draft that waits on a shared device for its owner: its words first, then its photographs and recordings. */
type SealedDraft = { id: string; owner: string; parts: SealedPart[] }

interface Shape extends DBSchema {
  drafts: { key: string; value: KeptDraft }
  photos: { key: string; value: KeptPhoto; indexes: { draftId: string } }
  me: { key: 'me'; value: KeptOwner }
  sealed: { key: string; value: SealedDraft }
  recordings: { key: string; value: KeptRecording }
  removals: { key: string; value: Removal }
}

let opened: Promise<IDBPDatabase<Shape>> | null = null

function open(): Promise<IDBPDatabase<Shape>> {
  opened ??= openDB<Shape>('qiaoshou', 4, {
    upgrade(database, from) {
      database.createObjectStore('removals', { keyPath: 'id' })
      if (from > 2) return
      database.createObjectStore('recordings', { keyPath: 'productId' })
      if (from > 1) return
      database.createObjectStore('sealed', { keyPath: 'id' })
      if (from > 0) return
      database.createObjectStore('drafts', { keyPath: 'id' })
      database.createObjectStore('photos', { keyPath: 'id' }).createIndex('draftId', 'draftId')
      database.createObjectStore('me')
    },
    // a newer page waits to change the stores: it does not wait for this one to be closed
    blocking: (_, __, { target }) => {
      opened = null
      if (target instanceof IDBDatabase) target.close()
    },
    terminated: () => {
      opened = null
    },
  })
  return opened
}

/** Whether this browser can carry drafts along: with a store of its own, and at an address that it trusts. */
export function canKeep(): boolean {
  return 'indexedDB' in window && window.isSecureContext && 'subtle' in window.crypto
}

export async function readOwner(): Promise<KeptOwner | null> {
  return (await (await open()).get('me', 'me')) ?? null
}

export async function writeOwner(owner: KeptOwner): Promise<void> {
  await (await open()).put('me', owner, 'me')
}

export async function readDrafts(): Promise<KeptDraft[]> {
  return (await open()).getAll('drafts')
}

export async function readDraft(id: string): Promise<KeptDraft | null> {
  return (await (await open()).get('drafts', id)) ?? null
}

export async function writeDraft(draft: KeptDraft): Promise<void> {
  await (await open()).put('drafts', draft)
}

/** Reads a draft and writes what becomes of it, with nobody between; null when it is gone. */
export async function changeDraft(
  id: string,
  change: (draft: KeptDraft) => KeptDraft,
): Promise<KeptDraft | null> {
  const tx = (await open()).transaction('drafts', 'readwrite')
  const kept = await tx.store.get(id)
  const next = kept ? change(kept) : null
  if (next) await tx.store.put(next)
  await tx.done
  return next
}

/** everything of a draft, and whose device it is */
const holders = ['drafts', 'photos', 'recordings', 'removals', 'me'] as const
type Holding = IDBPTransaction<Shape, typeof holders, 'readwrite'>

/** She wants it no more: it goes from this device, and the shop is told (readRemovals). */
async function takeAway(tx: Holding, id: string): Promise<void> {
  const owner = (await tx.objectStore('me').get('me'))?.owner ?? null
  await tx.objectStore('photos').delete(id)
  await tx.objectStore('removals').put({ id, owner })
}

/** Forgets a draft on this device with its photographs and what was said of it; what is with the shop stays there. */
export async function dropDraft(id: string): Promise<void> {
  const tx = (await open()).transaction(holders, 'readwrite')
  await tx.objectStore('drafts').delete(id)
  await tx.objectStore('recordings').delete(id)
  for (const key of await tx.objectStore('photos').index('draftId').getAllKeys(id)) await takeAway(tx, key)
  await tx.done
}

export async function readPhotos(draftId: string): Promise<KeptPhoto[]> {
  return (await open()).getAllFromIndex('photos', 'draftId', draftId)
}

/** Keeps a photograph in its place: another one of that view, not with the shop yet, makes room. */
export async function writePhoto(photo: KeptPhoto): Promise<void> {
  const tx = (await open()).transaction(holders, 'readwrite')
  const photos = tx.objectStore('photos')
  for (const other of await photos.index('draftId').getAll(photo.draftId))
    if (other.shot === photo.shot && other.id !== photo.id) await takeAway(tx, other.id)
  await photos.put(photo)
  await tx.done
}

/** She takes a photograph away that is on this device. */
export async function takePhotoAway(id: string): Promise<void> {
  const tx = (await open()).transaction(holders, 'readwrite')
  await takeAway(tx, id)
  await tx.done
}

/** Photographs that whoever is at this device took away and the shop has not heard of yet. */
export async function readRemovals(): Promise<string[]> {
  const database = await open()
  const me = (await database.get('me', 'me'))?.owner ?? null
  const all = await database.getAll('removals')
  return all.filter(({ owner }) => owner === null || me === null || owner === me).map(({ id }) => id)
}

export async function dropRemoval(id: string): Promise<void> {
  await (await open()).delete('removals', id)
}

/** Changes what is known of a photograph; one that she has taken away meanwhile stays away. */
export async function changePhoto(id: string, change: Partial<KeptPhoto>): Promise<void> {
  const tx = (await open()).transaction('photos', 'readwrite')
  const kept = await tx.store.get(id)
  if (kept) await tx.store.put({ ...kept, ...change })
  await tx.done
}

/** It is with the shop, or was refused there. */
export async function dropPhoto(id: string): Promise<void> {
  await (await open()).delete('photos', id)
}

export async function readRecording(productId: string): Promise<KeptRecording | null> {
  const kept = await (await open()).get('recordings', productId)
  // those of older pages had no id
  return kept ? { ...kept, id: kept.id ?? crypto.randomUUID() } : null
}

/** Keeps what she said last: one recording of a piece, another takes its place. On a shared device only while somebody is at it: false when she has gone, and nothing of hers is laid down behind her. */
export async function writeRecording(
  recording: KeptRecording,
  { isShared }: { isShared: boolean },
): Promise<boolean> {
  const tx = (await open()).transaction(['recordings', 'me'], 'readwrite')
  const isHere = !isShared || Boolean((await tx.objectStore('me').get('me'))?.seal)
  if (isHere) await tx.objectStore('recordings').put(recording)
  await tx.done
  return isHere
}

export async function dropRecording(productId: string): Promise<void> {
  await (await open()).delete('recordings', productId)
}

export async function readAllRecordings(): Promise<KeptRecording[]> {
  return (await open()).getAll('recordings')
}

/** After she has signed out on this device: who she was, and what is with the shop already, is forgotten; what was never sent waits, unseen, for her to come back. */
export async function forgetOwner(isSettled: (draft: KeptDraft) => boolean): Promise<void> {
  const database = await open()
  await database.delete('me', 'me')
  for (const draft of await database.getAll('drafts'))
    if (isSettled(draft) && (await database.countFromIndex('photos', 'draftId', draft.id)) === 0)
      await database.delete('drafts', draft.id)
}

/**
 * After she has closed her account on this device: everything of hers goes, also what is sealed or was never sent, in one step. Hers are the drafts under her name, those begun by whoever used the device last where that is
 * she, and what lies here of `pieces` without a draft. What anybody else keeps here stays.
 */
export async function forgetLeaver({
  owner,
  pieces,
}: {
  owner: string
  pieces: ReadonlySet<string>
}): Promise<void> {
  const tx = (await open()).transaction([...holders, 'sealed'], 'readwrite')
  const isLast = (await tx.objectStore('me').get('me'))?.owner === owner
  const isHers = (whose: string | null) => (whose === null ? isLast : whose === owner)
  const drafts = await tx.objectStore('drafts').getAll()
  const others = new Set(drafts.flatMap((draft) => (isHers(draft.owner) ? [] : [draft.id])))
  const gone = new Set([...pieces, ...drafts.map(({ id }) => id)].filter((id) => !others.has(id)))
  for (const id of gone) {
    await tx.objectStore('drafts').delete(id)
    await tx.objectStore('recordings').delete(id)
    for (const key of await tx.objectStore('photos').index('draftId').getAllKeys(id))
      await tx.objectStore('photos').delete(key)
  }
  for (const { id, owner: whose } of await tx.objectStore('removals').getAll())
    if (isHers(whose)) await tx.objectStore('removals').delete(id)
  for (const { id, owner: whose } of await tx.objectStore('sealed').getAll())
    if (whose === owner) await tx.objectStore('sealed').delete(id)
  if (isLast) await tx.objectStore('me').delete('me')
  await tx.done
}

/** Everything that can be read on this device goes; what is sealed stays for whom it was sealed. */
export async function emptyPocket(): Promise<void> {
  const tx = (await open()).transaction(holders, 'readwrite')
  for (const name of holders) await tx.objectStore(name).clear()
  await tx.done
}

export async function readAllPhotos(): Promise<KeptPhoto[]> {
  return (await open()).getAll('photos')
}

export async function readSealed(): Promise<SealedDraft[]> {
  return (await open()).getAll('sealed')
}

/** In one step: a draft, its photographs and its recording go from this device, what was sealed of them comes in their place. Without a draft, her name and her key go. */
export async function replaceBySealed(draftId: string | null, sealed: SealedDraft | null): Promise<void> {
  const tx = (await open()).transaction(['drafts', 'photos', 'recordings', 'me', 'sealed'], 'readwrite')
  if (sealed) await tx.objectStore('sealed').put(sealed)
  if (draftId === null) await tx.objectStore('me').delete('me')
  else {
    await tx.objectStore('drafts').delete(draftId)
    await tx.objectStore('recordings').delete(draftId)
    const photos = tx.objectStore('photos')
    for (const key of await photos.index('draftId').getAllKeys(draftId)) await photos.delete(key)
  }
  await tx.done
}

/** In one step: what was sealed goes, the draft, its photographs and its recording lie open again. */
export async function replaceSealed(
  id: string,
  draft: KeptDraft | null,
  photos: readonly KeptPhoto[],
  recording: KeptRecording | null,
): Promise<void> {
  const tx = (await open()).transaction(['drafts', 'photos', 'recordings', 'sealed'], 'readwrite')
  if (recording) await tx.objectStore('recordings').put(recording)
  if (draft) await tx.objectStore('drafts').put(draft)
  for (const photo of photos) await tx.objectStore('photos').put(photo)
  await tx.objectStore('sealed').delete(id)
  await tx.done
}
