import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { newestVoice, type OpenedVoice, openVoice } from '~/modules/voices/open-voice.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import { waitingIn } from './find-dictations.server'
import { findListingPhotos, type ListingPhotoView } from './listing-photos.server'
import { ListingDraft } from './schema'
import type { SpokenWords } from './spoken-words'

/** What a coordinator hears and sees while she types. */
export type DictationView = {
  revisionId: string
  voice: { id: string; seconds: number }
  sellerName: string
  craftCode: string | null
  photos: ListingPhotoView[]
  /** what the maker wrote herself, where she wrote something */
  written: SpokenWords
}

/** One that waits in her region. One that was typed up meanwhile, and every other one, is not found. */
export function getDictation({
  actor,
  revisionId,
  locale,
}: {
  actor: Actor
  revisionId: string
  locale: Locale
}): Promise<DictationView> {
  return inScope(actor, async (tx) => {
    const { content, product } = await findWaiting(tx, actor, revisionId)
    const voice = await tx.voiceNote.findFirst({
      where: { productId: product.id },
      orderBy: newestVoice,
      select: { id: true, seconds: true },
    })
    if (!voice) throw notFound()
    const draft = ListingDraft.parse(content)
    const photosOf = await findListingPhotos({ contents: [draft], locale }, tx)
    const { titleZh, storyZh, materialsZh } = draft
    return {
      revisionId,
      voice,
      sellerName: locale === 'en' ? product.seller.nameEn : product.seller.nameZh,
      craftCode: draft.craftCode,
      photos: photosOf(draft),
      written: { titleZh, storyZh, materialsZh },
    }
  })
}

/** The sound of it; that it was listened to is in the audit. Only while it waits. */
export function openDictation({
  actor,
  revisionId,
}: {
  actor: Actor
  revisionId: string
}): Promise<OpenedVoice> {
  return inScope(actor, async (tx) => {
    const { product } = await findWaiting(tx, actor, revisionId)
    const voice = await openVoice(tx, { productId: product.id })
    const subject = { type: 'Product', id: product.id }
    await recordAudit(tx, { actor, action: 'voice.heard', subject })
    return voice
  })
}

async function findWaiting(tx: Tx, { regionId }: Actor, revisionId: string) {
  if (!regionId) throw notFound()
  const row = await tx.dictation.findFirst({
    where: { revisionId, ...waitingIn(regionId) },
    select: {
      revision: {
        select: {
          content: true,
          product: { select: { id: true, seller: { select: { nameZh: true, nameEn: true } } } },
        },
      },
    },
  })
  if (!row) throw notFound()
  return row.revision
}
