import type { Answer } from '~/platform/http/ask'
import { askPocket, bringDraft, bringPiece, bringRecording, type Href, letGoPhoto } from './ask-shop'
import { hasOpenEnds, isUnsent, isVoiceWaiting } from './open-ends'
import { pieceLimits } from './piece-limits'
import { fieldsIn, isAttribute, type PocketField, type PocketValues } from './pocket-fields'
import type { PocketDraft, ReceivedDraft } from './pocket-view'
import type { Progress } from './receive-piece.server'
import { readSealKey, sealPocket, unsealPocket } from './seal-pocket'
import {
  changeDraft,
  changePhoto,
  dropDraft,
  dropPhoto,
  dropRemoval,
  isOutOfRoom,
  isSendable,
  type KeptDraft,
  type KeptPhoto,
  type KeptVoice,
  readDraft,
  readDrafts,
  readOwner,
  readPhotos,
  readRecording,
  readRemovals,
  tooLarge,
  writeDraft,
  writeOwner,
} from './store'
import { takePhoto } from './take-photo'

/** How it ended: everything is with the shop, or what stands in the way. */
export type Outcome =
  | { is: 'sent' }
  | { is: 'away' }
  | { is: 'signed-out' }
  | { is: 'clash' }
  | { is: 'refused'; said: string }
  /** this device has no room to make a photograph ready */
  | { is: 'full' }

type Sending = { href: Href; onChange: () => void }

/** how often one photograph is begun anew that does not fit its hash */
const mostAnew = 2

/** Whether two writings say the same. */
export function isSame(one: PocketValues, other: PocketValues): boolean {
  return fieldsIn(one, other).every((field) => (one[field] ?? '') === (other[field] ?? ''))
}

/**
 * Meets the shop: learns who is signed in, takes along what lies open there, and lets go of drafts that were handed in or put away elsewhere. What was written here and is not
 * with the shop yet is never touched.
 */
export async function meetShop({ href, onChange }: Sending): Promise<Outcome> {
  const answer = await askPocket(href)
  if (answer.is !== 'answered') return outcomeOf(answer)
  const { owner, sellers, drafts, seal } = answer.what
  const key = seal === null ? null : await readSealKey(seal)
  const before = await readOwner()
  if (key && before && before.owner !== owner) await sealPocket()
  await writeOwner({ owner, sellers, seal: key })
  if (key) await unsealPocket(owner, key)
  const open = new Map(drafts.map((draft) => [draft.id, draft]))
  for (const kept of await readDrafts()) {
    if (kept.owner !== null && kept.owner !== owner) continue
    const theirs = open.get(kept.id)
    open.delete(kept.id)
    if (theirs) await takeOver(kept.id, owner, theirs)
    else if (kept.isKnown && !hasOpenEnds(kept) && !(await hasMoreHere(kept.id))) await dropDraft(kept.id)
    else await changeDraft(kept.id, (draft) => ({ ...draft, owner }))
  }
  for (const draft of open.values()) await writeDraft(fromShop(draft, owner))
  onChange()
  return { is: 'sent' }
}

/** Tells the shop of photographs that she took away here, however long ago: it waits for them no more. Says how many it heard of, and how that ended. In turn with what sends, so that no piece comes after the word. */
export async function tellRemovals(href: Href): Promise<{ told: number; outcome: Outcome }> {
  let told = 0
  for (const id of await readRemovals()) {
    const answer = await letGoPhoto(href, id)
    if (answer.is !== 'answered') return { told, outcome: outcomeOf(answer) }
    if (answer.what) told += 1
    await dropRemoval(id)
  }
  return { told, outcome: { is: 'sent' } }
}

/** Whether photographs or a recording of a piece lie on this device alone. */
async function hasMoreHere(id: string): Promise<boolean> {
  return (await readPhotos(id)).length > 0 || (await readRecording(id)) !== null
}

function fromShop(
  { id, sellerId, values, photos, hasKinds, isLive, said }: PocketDraft,
  owner: string,
): KeptDraft {
  const written = { typed: values, base: values, errors: {}, clashes: {} }
  const counted = { isKnown: true, change: 0, sentChange: 0 }
  return { id, owner, sellerId, sent: photos, hasKinds, isLive, said, ...written, ...counted }
}

async function takeOver(id: string, owner: string, theirs: PocketDraft): Promise<void> {
  const { values, photos: sent, hasKinds, isLive, sellerId, said } = theirs
  await changeDraft(id, (draft) => {
    const known = { ...draft, owner, sellerId, sent, hasKinds, isLive, said, isKnown: true }
    return hasOpenEnds(known)
      ? known
      : { ...known, typed: { ...unasked(known, values), ...values }, base: values }
  })
}

/** Brings one draft to the shop with all its photographs; what is there already is not sent again. Stops at the first thing that stands in the way. */
export async function sendDraft(id: string, sending: Sending): Promise<Outcome> {
  const draft = await readDraft(id)
  if (!draft) return { is: 'sent' }
  const photos = await readPhotos(id)
  const hasMore = photos.length > 0 || isVoiceWaiting(draft)
  if (isUnsent(draft) || hasMore) {
    const brought = await bringWords(draft, sending)
    if (brought.is !== 'sent') return brought
  }
  const heard = await sendVoice(id, sending)
  if (heard.is !== 'sent' && heard.is !== 'clash') return heard
  const carried = await sendPhotos(id, sending)
  if (carried.is !== 'sent' || !hasMore) return carried
  const now = await readDraft(id)
  const settled: Outcome = now ? await bringWords(now, sending) : { is: 'sent' }
  return settled.is === 'sent' ? heard : settled
}

/** Brings what she said. A recording that the shop refuses, or that would take the place of one unknown here, stays until she has chosen. */
async function sendVoice(id: string, { href, onChange }: Sending): Promise<Outcome> {
  const draft = await readDraft(id)
  if (!draft?.voice || !isVoiceWaiting(draft)) return { is: 'sent' }
  const { voice } = draft
  const answer = await bringRecording(href, id, voice)
  const change = (what: Partial<KeptVoice> | null) =>
    changeDraft(id, (now) =>
      now.voice?.id === voice.id ? { ...now, voice: what && { ...voice, ...what } } : now,
    )
  if (answer.is === 'refused' && answer.status === 412) await change({ isClash: true })
  else if (answer.is === 'refused' && answer.status === 422) await change({ refusal: answer.said })
  else if (answer.is === 'refused' && answer.status === 413) await change({ refusal: tooLarge })
  else if (answer.is !== 'answered') return outcomeOf(answer)
  else await change(null)
  onChange()
  return answer.is === 'refused' && answer.status === 412 ? { is: 'clash' } : { is: 'sent' }
}

/**
 * Brings the photographs of a piece that the shop knows. It is told of all of them before the first one goes, so that it is not handed in between two. Those that have arrived stay here until somebody drops
 * them. One that this device has no room to make ready waits as it was chosen, and holds up none of the others.
 */
export async function sendPhotos(draftId: string, sending: Sending): Promise<Outcome> {
  let isFull = false
  for (const photo of await readPhotos(draftId)) if (photo.isRaw && !(await makeReady(photo))) isFull = true
  const onTheWay = (await readPhotos(draftId)).filter((photo) => isSendable(photo) && !photo.isRaw)
  const told = await Promise.all(onTheWay.map((photo) => tellOf(photo, sending)))
  for (const outcome of told) if (outcome.is !== 'sent') return outcome
  for (const { id } of onTheWay) {
    const outcome = await bringPhoto(id, draftId, sending)
    if (outcome.is !== 'sent') return outcome
  }
  return { is: isFull ? 'full' : 'sent' }
}

/** Whether there was room for it. */
async function makeReady({ id, blob }: KeptPhoto): Promise<boolean> {
  const ready = await takePhoto(blob)
  return hasRoom(() => changePhoto(id, { ...ready, isRaw: false }))
}

/** Says that a photograph is coming, and hears how much of it is there: what has arrived is never sent again, whatever became of the answers. */
async function tellOf(photo: KeptPhoto, { href, onChange }: Sending): Promise<Outcome> {
  if (photo.received >= photo.blob.size) return { is: 'sent' }
  const answer = await bringPiece(href, photo, { start: photo.received, bytes: 0 })
  const isAnew = answer.is === 'refused' && answer.status === 412
  return isAnew ? beginAnew(photo) : ((await takeAnswer(photo, answer, onChange)) ?? { is: 'sent' })
}

async function hasRoom(write: () => Promise<void>): Promise<boolean> {
  try {
    await write()
    return true
  } catch (error) {
    if (isOutOfRoom(error)) return false
    throw error
  }
}

async function bringWords(draft: KeptDraft, { href, onChange }: Sending): Promise<Outcome> {
  const answer = await bringDraft(href, draft)
  if (answer.is !== 'answered') return outcomeOf(answer)
  const kept = await changeDraft(draft.id, (now) => settle(now, draft, answer.what))
  await dropArrived(draft.id)
  onChange()
  return kept && Object.keys(kept.clashes).length > 0 ? { is: 'clash' } : { is: 'sent' }
}

/** Her draft after the shop's answer: what she typed meanwhile stays, what she left alone reads as it is kept. */
function settle(now: KeptDraft, sent: KeptDraft, answer: ReceivedDraft): KeptDraft {
  const typed: Partial<Record<PocketField, string>> = {}
  const left = unasked(sent, answer.values)
  for (const field of fieldsIn(now.typed, sent.typed, answer.values)) {
    const isOpen = answer.errors[field] !== undefined || answer.clashes.includes(field)
    const isTouched = (now.typed[field] ?? '') !== (sent.typed[field] ?? '')
    typed[field] =
      (isOpen || isTouched || left[field] !== undefined ? now.typed[field] : answer.values[field]) ?? ''
  }
  return {
    ...now,
    typed,
    base: baseAfter(now, answer),
    sellerId: answer.sellerId,
    errors: answer.errors,
    clashes: Object.fromEntries(answer.clashes.map((field) => [field, answer.values[field] ?? ''])),
    sent: answer.photos,
    hasKinds: answer.hasKinds,
    isLive: answer.isLive,
    said: answer.said,
    isKnown: true,
    sentChange: isSame(now.typed, sent.typed) ? now.change : sent.change,
  }
}

/** Answers that she typed here to questions that the craft of now does not ask: they stand by until she chooses the other craft again. */
function unasked({ typed, base }: KeptDraft, values: PocketValues): PocketValues {
  const isOtherCraft = (typed.craftCode ?? '') !== (base.craftCode ?? '')
  const left = fieldsIn(typed).filter(
    (field) =>
      isAttribute(field) &&
      (values[field] ?? '') === '' &&
      (isOtherCraft || typed[field] !== (base[field] ?? '')),
  )
  return Object.fromEntries(left.map((field) => [field, typed[field] ?? '']))
}

/** What this device saw last. A field that clashes keeps its old base: the clash stands until she has chosen. */
function baseAfter(now: KeptDraft, { values, clashes }: ReceivedDraft): PocketValues {
  return { ...values, ...Object.fromEntries(clashes.map((field) => [field, now.base[field] ?? ''])) }
}

async function dropArrived(draftId: string): Promise<void> {
  for (const photo of await readPhotos(draftId))
    if (!photo.isRaw && photo.received >= photo.blob.size && photo.refusal === null) await dropPhoto(photo.id)
}

async function bringPhoto(id: string, draftId: string, { href, onChange }: Sending): Promise<Outcome> {
  let anew = 0
  for (;;) {
    const photo = (await readPhotos(draftId)).find((one) => one.id === id)
    if (!photo || !isSendable(photo) || photo.received >= photo.blob.size) return { is: 'sent' }
    const answer = await bringPiece(href, photo, { start: photo.received, bytes: pieceLimits.pieceBytes })
    if (answer.is === 'refused' && answer.status === 412 && anew < mostAnew) {
      anew += 1
      await beginAnew(photo)
      continue
    }
    const isStuck = answer.is === 'answered' && !answer.what.isDone && answer.what.received === photo.received
    if (isStuck) return { is: 'away' }
    const outcome = await takeAnswer(photo, answer, onChange)
    if (outcome) return outcome
  }
}

async function beginAnew({ id }: KeptPhoto): Promise<Outcome> {
  await changePhoto(id, { received: 0 })
  return { is: 'sent' }
}

/** Keeps what the shop says of a photograph; null when more of it may go. */
async function takeAnswer(
  photo: KeptPhoto,
  answer: Answer<Progress>,
  onChange: () => void,
): Promise<Outcome | null> {
  if (answer.is === 'refused' && answer.status === 422) {
    await changePhoto(photo.id, { refusal: answer.said, received: 0 })
    onChange()
    return { is: 'sent' }
  }
  if (answer.is !== 'answered') return outcomeOf(answer)
  const { received, isDone, isDim } = answer.what
  await changePhoto(photo.id, {
    received: isDone ? photo.blob.size : Math.min(received, photo.blob.size - 1),
    faults: isDim && !photo.faults.includes('dark') ? ['dark', ...photo.faults] : photo.faults,
  })
  onChange()
  return null
}

function outcomeOf(answer: Exclude<Answer<unknown>, { is: 'answered' }>): Outcome {
  return answer.is === 'refused' ? { is: 'refused', said: answer.said } : { is: answer.is }
}
