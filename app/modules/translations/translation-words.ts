import type { MessageKey } from '~/platform/i18n/translate'
import type { BadgeTone } from '~/ui/badge'
import type { TextKind, WorkState } from './schema'

export const kindTitle = {
  product: 'translation.kind_product',
  maker: 'translation.kind_maker',
} as const satisfies Record<TextKind, MessageKey>

export const stateTitle = {
  missing: 'translation.state_missing',
  older: 'translation.state_older',
  typed: 'translation.state_typed',
} as const satisfies Record<WorkState, MessageKey>

export const stateTone = {
  missing: 'plain',
  older: 'late',
  typed: 'waiting',
} as const satisfies Record<WorkState, BadgeTone>

export const partTitle: Readonly<Record<string, MessageKey>> = {
  title: 'translation.part_title',
  story: 'translation.part_story',
  materials: 'translation.part_materials',
  size: 'translation.part_size',
  care: 'translation.part_care',
  words: 'translation.part_words',
}
