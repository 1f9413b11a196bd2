import { hasOpenEnds } from './open-ends'
import { isSharedDevice } from './shared-device'
import {
  canKeep,
  emptyPocket,
  type KeptDraft,
  type KeptPhoto,
  type KeptRecording,
  type KeptVoice,
  readAllPhotos,
  readAllRecordings,
  readDrafts,
  readOwner,
  readSealed,
  replaceBySealed,
  replaceSealed,
  type SealedPart,
} from './store'

const cipher = 'AES-GCM'

/** Reads the key that the shop gives to her on a shared device. It cannot be read out of the browser again. */
export function readSealKey(base64: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  return crypto.subtle.importKey('raw', bytes, cipher, false, ['encrypt', 'decrypt'])
}

/**
 * Before another one comes to a shared device: everything of hers that is with the shop is forgotten, and what is not lies here as she alone can read it, until she comes back. Her
 * name and her key go with it. What was there before the device was shared is nobody's here any more, and goes.
 * Nothing happens on a device that is somebody's own.
 */
export async function sealPocket(): Promise<void> {
  if (!canKeep()) return
  const kept = await readOwner()
  if (!kept?.seal) return isSharedDevice() ? emptyPocket() : undefined
  const { owner, seal } = kept
  const drafts = new Map((await readDrafts()).map((draft) => [draft.id, draft]))
  const photos = await readAllPhotos()
  const recordings = new Map((await readAllRecordings()).map((said) => [said.productId, said]))
  // the studio's own pages keep photographs and recordings of pieces that are no drafts of this device
  for (const id of new Set([
    ...drafts.keys(),
    ...photos.map(({ draftId }) => draftId),
    ...recordings.keys(),
  ])) {
    const draft = drafts.get(id) ?? null
    if (draft && draft.owner !== null && draft.owner !== owner) continue
    const own = photos.filter(({ draftId }) => draftId === id)
    const recording = recordings.get(id) ?? null
    const isOpen = own.length > 0 || recording !== null || (draft !== null && hasOpenEnds(draft))
    const parts = isOpen ? await sealParts(seal, draft && { ...draft, owner }, own, recording) : null
    await replaceBySealed(id, parts && { id, owner, parts })
  }
  await replaceBySealed(null, null)
}

/** Opens what was sealed for her on this device. What another key sealed stays as it is. */
export async function unsealPocket(owner: string, key: CryptoKey): Promise<void> {
  for (const sealed of await readSealed()) {
    if (sealed.owner !== owner) continue
    const [words, ...sounds] = await Promise.all(sealed.parts.map((part) => open(key, part)))
    if (!words) continue
    const said: unknown = JSON.parse(new TextDecoder().decode(words))
    if (!areWords(said)) continue
    const { draft, photos, voice, recording } = said
    const pictures = sounds.slice(0, photos.length)
    const spoken = sounds.slice(photos.length)
    const heard = voice && { ...voice, blob: new Blob(spoken.splice(0, 1), { type: voice.type }) }
    const kept = recording && { ...recording, blob: new Blob(spoken, { type: recording.type }) }
    const restored = photos.map(({ type, ...photo }, at) => ({
      ...photo,
      blob: new Blob([pictures[at] ?? new ArrayBuffer(0)], { type }),
    }))
    await replaceSealed(sealed.id, draft && { ...draft, voice: heard ?? null }, restored, kept ?? null)
  }
}

function areWords(said: unknown): said is Words {
  return typeof said === 'object' && said !== null && 'draft' in said && 'photos' in said
}

type Words = {
  draft: KeptDraft | null
  photos: (Omit<KeptPhoto, 'blob'> & { type: string })[]
  /** its sound comes after the photographs */
  voice?: (Omit<KeptVoice, 'blob'> & { type: string }) | null
  /** its sound comes last */
  recording?: (Omit<KeptRecording, 'blob'> & { type: string }) | null
}

function wordsOf<Kept extends { blob: Blob }>({
  blob,
  ...words
}: Kept): Omit<Kept, 'blob'> & { type: string } {
  return { ...words, type: blob.type }
}

async function sealParts(
  key: CryptoKey,
  draft: KeptDraft | null,
  photos: readonly KeptPhoto[],
  recording: KeptRecording | null,
): Promise<SealedPart[]> {
  const spoken = draft?.voice ?? null
  const sound = spoken?.blob ?? null
  const words: Words = {
    draft: draft && { ...draft, voice: null },
    voice: spoken && wordsOf(spoken),
    recording: recording && wordsOf(recording),
    photos: photos.map(wordsOf),
  }
  const parts = [new TextEncoder().encode(JSON.stringify(words)).buffer]
  for (const { blob } of photos) parts.push(await blob.arrayBuffer())
  if (sound) parts.push(await sound.arrayBuffer())
  if (recording) parts.push(await recording.blob.arrayBuffer())
  return Promise.all(parts.map((part) => close(key, part)))
}

async function close(key: CryptoKey, plain: ArrayBuffer): Promise<SealedPart> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, bytes: await crypto.subtle.encrypt({ name: cipher, iv }, key, plain) }
}

function open(key: CryptoKey, { iv, bytes }: SealedPart): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: cipher, iv }, key, bytes)
}
