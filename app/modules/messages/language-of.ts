import type { Locale } from '~/platform/i18n/locale'

/** The language that words are named by for their reader: Chinese as soon as a Han character is among them. */
export function languageOf(words: string): Locale {
  return /\p{Script=Han}/u.test(words) ? 'zh-CN' : 'en'
}

/** Whether there is a word of any language among them: figures and signs alone are read by everybody. */
export function isOfALanguage(words: string): boolean {
  return /\p{L}/u.test(words)
}
