import type { Href } from './ask-shop'
import { isWaiting } from './open-ends'
import { meetShop, type Outcome, sendDraft, tellRemovals } from './send-draft'
import { isSharedDevice } from './shared-device'
import { type KeptDraft, type KeptOwner, type KeptPhoto, readDrafts, readOwner, readPhotos } from './store'

type Seen = {
  /** `closed`: a shared device while nobody is at it */
  state: 'ready' | 'closed'
  owner: KeptOwner | null
  drafts: KeptDraft[]
  photos: ReadonlyMap<string, KeptPhoto[]>
}

/** What lies on this device of whoever is at it. */
export async function look(): Promise<Seen> {
  const owner = await readOwner()
  if (!owner && isSharedDevice()) return { state: 'closed', owner, drafts: [], photos: new Map() }
  const all = await readDrafts()
  const drafts = all.filter((draft) => draft.owner === null || draft.owner === owner?.owner)
  const photos = new Map<string, KeptPhoto[]>()
  for (const { id } of drafts) photos.set(id, await readPhotos(id))
  return { state: 'ready', owner, drafts, photos }
}

/** Brings every draft that waits; the first thing that stands in the way of all ends it, a fault of one draft does not hold up the others. */
export async function meetAndSend(sending: { href: Href; onChange: () => void }): Promise<Outcome> {
  const met = await meetShop(sending)
  if (met.is !== 'sent') return met
  const { outcome: heard } = await tellRemovals(sending.href)
  if (heard.is === 'away' || heard.is === 'signed-out') return heard
  let last: Outcome = heard
  const { drafts, photos } = await look()
  for (const draft of drafts) {
    if (!isWaiting(draft, photos.get(draft.id) ?? [])) continue
    const outcome = await sendDraft(draft.id, sending)
    if (outcome.is === 'away' || outcome.is === 'signed-out') return outcome
    if (outcome.is !== 'sent') last = outcome
  }
  return last
}
