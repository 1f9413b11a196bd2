import type { MessageKey } from '~/platform/i18n/translate'
import type { Shot } from './shots'

/** How each view is called. */
export const shotTitle = {
  whole: 'studio.shotWhole',
  detail: 'studio.shotDetail',
  back: 'studio.shotBack',
  scale: 'studio.shotScale',
  hanging: 'studio.shotHanging',
  making: 'studio.shotMaking',
} as const satisfies Record<Shot, MessageKey>

/** What to take for each view, and why. */
export const shotAdvice = {
  whole: 'studio.takeWhole',
  detail: 'studio.takeDetail',
  back: 'studio.takeBack',
  scale: 'studio.takeScale',
  hanging: 'studio.takeHanging',
  making: 'studio.takeMaking',
} as const satisfies Record<Shot, MessageKey>
