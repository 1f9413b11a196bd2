import type { MessageKey } from '~/platform/i18n/translate'
import type { BadgeTone } from '~/ui/badge'
import type { HomeState } from './find-home-items.server'
import type { HomeKind } from './schema'

export const kindTitle = {
  maker: 'home.kind_maker',
  occasion: 'home.kind_occasion',
  banner: 'home.kind_banner',
} as const satisfies Record<HomeKind, MessageKey>

export const stateTitle = {
  draft: 'home.state_draft',
  past: 'home.state_past',
  coming: 'home.state_coming',
  now: 'home.state_now',
} as const satisfies Record<HomeState, MessageKey>

export const stateTone = {
  draft: 'plain',
  past: 'plain',
  coming: 'waiting',
  now: 'done',
} as const satisfies Record<HomeState, BadgeTone>
