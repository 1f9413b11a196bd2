import type { Translate } from '~/platform/i18n/translate'
import type { PhraseKey } from './phrases'

/** A prepared phrase in a language. */
export function sayingOf(t: Translate, phrase: PhraseKey): string {
  return t(`messages.say_${phrase}`)
}
