import type { RefusedPhoto } from '~/modules/catalog/components/refused-photos'
import { pictureLimits } from '~/modules/media/picture-limits'
import type { Translate } from '~/platform/i18n/translate'
import type { KeptPhoto } from './store'

/** Photographs that were not taken, by their files, each with its sentence. */
export function refusedRow(t: Translate, refused: readonly KeptPhoto[]): RefusedPhoto[] {
  return refused.map(({ file, refusal }, at) => ({
    number: at + 1,
    file: file || t('studio.fileNameless', { number: at + 1 }),
    text: refusal ?? t('pocket.photoLarge', { most: pictureLimits.maxBytes / 1024 ** 2 }),
  }))
}
