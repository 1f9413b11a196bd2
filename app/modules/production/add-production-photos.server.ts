import type { ProductionPhrase } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { Refusal } from '~/platform/errors'
import type { Translate } from '~/platform/i18n/translate'
import { addProductionPhoto } from './add-production-photo.server'

type AddInput = {
  actor: Actor
  sellerOrderId: string
  files: readonly File[]
  phrase: ProductionPhrase
  words: string
  t: Translate
}

/** Shows the buyer several pictures, each by itself: one that is refused is named with its reason, and the others are kept. Refuses when there is none. */
export async function addProductionPhotos({ files, t, ...shared }: AddInput): Promise<void> {
  if (files.length === 0) throw new Refusal('production.none', 422, {}, 'photo')
  const refused: string[] = []
  for (const file of files) {
    try {
      await addProductionPhoto({ ...shared, bytes: new Uint8Array(await file.arrayBuffer()) })
    } catch (error) {
      if (!(error instanceof Refusal) || files.length === 1) throw error
      refused.push(t('production.oneRefused', { name: file.name, reason: t(error.key, error.params) }))
    }
  }
  if (refused.length > 0)
    throw new Refusal(
      'production.someRefused',
      422,
      { kept: files.length - refused.length, refused: refused.join('') },
      'photo',
    )
}
