import { attributeName, type CraftField } from '~/modules/catalog/craft-template'
import { fewestPhotos } from '~/modules/catalog/shots'
import type { PocketField, PocketValues } from './pocket-fields'
import { type PocketStep, stepOf } from './pocket-place'

type Asked = {
  values: PocketValues
  photos: number
  hasKinds: boolean
  isLive: boolean
  /** something was said: name, story and materials may stay empty */
  hasVoice: boolean
  /** what the craft asks */
  asks: readonly CraftField[]
}

const spoken = ['titleZh', 'storyZh', 'materialsZh'] as const
const always = ['craftCode', 'makingHours', 'makeMode'] as const

/** What a piece still needs before it can be handed in, as far as a device can tell: the shop looks again. */
export function lackingOf({ values, photos, hasKinds, isLive, hasVoice, asks }: Asked): {
  photos: number
  fields: PocketField[]
} {
  const asked: PocketField[] = [...(hasVoice ? [] : spoken), ...always]
  if (!hasKinds) {
    asked.push('price')
    if (values.makeMode === 'stock' && !isLive) asked.push('stock')
    if (values.makeMode === 'made_to_order') asked.push('makeDays')
  }
  const unanswered = isLive ? [] : asks.filter((field) => field.isRequired && !isAnswered(field, values))
  return {
    photos: Math.max(0, fewestPhotos - photos),
    fields: [
      ...asked.filter((field) => (values[field] ?? '').trim() === ''),
      ...unanswered.map(({ code }) => `attribute.${code}` as const),
    ],
  }
}

function isAnswered({ code, kind, options }: CraftField, values: PocketValues): boolean {
  const said: Readonly<Record<string, string | undefined>> = values
  if (kind !== 'choices') return (said[attributeName(code)] ?? '').trim() !== ''
  return options.some((option) => said[attributeName(code, option.code)] === 'on')
}

/** Whether a step still lacks something. */
export function isStepLacking(step: PocketStep, lacking: ReturnType<typeof lackingOf>): boolean {
  if (step === 'photos') return lacking.photos > 0
  return step === 'send' || lacking.fields.some((field) => stepOf(field) === step)
}
