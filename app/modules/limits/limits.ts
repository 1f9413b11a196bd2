import type { SettingKey } from '~/modules/settings/settings'
import type { MessageKey } from '~/platform/i18n/translate'

type Limit = {
  /** how many; 0 = no limit */
  setting: SettingKey
  /** units that one of the setting's is */
  unitsEach: number
  seconds: number
  /** what is asked for often enough that a process takes some of it ahead, see takeShare */
  isAhead: boolean
  says: MessageKey
}

/** Bytes of a body that count as one unit of what is sent. */
export const uploadUnit = 128 * 1024

/** What an account or a network address may have so much of in a time. Searches and suggestions are generous: a school may sit behind one address. */
export const limits = {
  searches: { setting: 'limits.searches', unitsEach: 1, seconds: 60, isAhead: true, says: 'limits.searches' },
  suggestions: {
    setting: 'limits.suggestions',
    unitsEach: 1,
    seconds: 60,
    isAhead: true,
    says: 'limits.searches',
  },
  files: { setting: 'limits.files', unitsEach: 1, seconds: 600, isAhead: false, says: 'limits.files' },
  uploads: { setting: 'limits.uploads', unitsEach: 8, seconds: 600, isAhead: false, says: 'limits.uploads' },
  asks: { setting: 'limits.asks', unitsEach: 1, seconds: 86_400, isAhead: false, says: 'limits.asks' },
} as const satisfies Record<string, Limit>

export type Limited = keyof typeof limits
