import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'

/** names that begin with one of a person or place keep their capital within a sentence */
const proper = /^(Feitian|Chinese|Gansu|Lanzhou)\b/

/** Crafts as a sentence lists them, each with what stands before it: 中国结、香包 and “Knots, beadwork and sachets”. */
export function listCrafts<T extends { name: string }>(
  crafts: readonly T[],
  locale: Locale,
): (T & { before: string })[] {
  const t = translator(locale)
  return crafts.map((craft, at) => {
    if (at === 0) return { ...craft, before: '' }
    const before = t(at === crafts.length - 1 ? 'shop.listLast' : 'shop.listComma')
    const keepsCapital = locale !== 'en' || proper.test(craft.name)
    return { ...craft, before, name: keepsCapital ? craft.name : withoutCapital(craft.name) }
  })
}

/** The same as one text. */
export function craftsText(names: readonly string[], locale: Locale): string {
  const crafts = names.map((name) => ({ name }))
  return listCrafts(crafts, locale)
    .map(({ before, name }) => before + name)
    .join('')
}

function withoutCapital(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
