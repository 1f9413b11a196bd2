import { fewestPhotos } from '~/modules/catalog/shots'
import { type PocketField, type PocketValues, pocketPrice, pocketWords } from './pocket-fields'
import type { PocketStep } from './pocket-place'

type Asked = { values: PocketValues; photos: number; hasKinds: boolean; isLive: boolean }

const always = ['titleZh', 'craftCode', 'storyZh', 'materialsZh', 'makingHours', 'makeMode'] as const

/** What a piece still needs before it can be handed in, as far as a device can tell: the shop looks again. */
export function lackingOf({ values, photos, hasKinds, isLive }: Asked): {
  photos: number
  fields: PocketField[]
} {
  const asked: PocketField[] = [...always]
  if (!hasKinds) {
    asked.push('price')
    if (values.makeMode === 'stock' && !isLive) asked.push('stock')
    if (values.makeMode === 'made_to_order') asked.push('makeDays')
  }
  return {
    photos: Math.max(0, fewestPhotos - photos),
    fields: asked.filter((field) => (values[field] ?? '').trim() === ''),
  }
}

/** Whether a step still lacks something. */
export function isStepLacking(step: PocketStep, lacking: ReturnType<typeof lackingOf>): boolean {
  const hasAny = (fields: readonly PocketField[]) => lacking.fields.some((field) => fields.includes(field))
  if (step === 'photos') return lacking.photos > 0
  if (step === 'words') return hasAny(pocketWords)
  if (step === 'price') return hasAny(pocketPrice)
  return true
}
