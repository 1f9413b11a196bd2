import { isSendable, type KeptDraft, type KeptPhoto } from './store'

/** Whether something of a draft is not with the shop yet. */
export function isUnsent(draft: KeptDraft): boolean {
  return !draft.isKnown || draft.change !== draft.sentChange
}

/** Whether something of a draft is only here: not sent, not taken as it was typed, or not chosen yet. */
export function hasOpenEnds(draft: KeptDraft): boolean {
  return (
    isUnsent(draft) ||
    Boolean(draft.voice) ||
    Object.keys(draft.errors).length > 0 ||
    Object.keys(draft.clashes).length > 0
  )
}

/** Whether what she said waits for the shop: not refused, and not to be chosen first. */
export function isVoiceWaiting({ voice }: KeptDraft): boolean {
  return Boolean(voice && voice.refusal === null && !voice.isClash)
}

/** Whether a draft waits for the shop: words, a recording, or photographs that were not refused. */
export function isWaiting(draft: KeptDraft, photos: readonly KeptPhoto[]): boolean {
  return isUnsent(draft) || Boolean(draft.voice) || photos.some(isSendable)
}
