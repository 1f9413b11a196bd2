import { privacy } from '../data/documents/privacy'
import { rules } from '../data/documents/rules'
import { terms } from '../data/documents/terms'
import type { LoadContext } from './load-context'

const sevenDays = 7 * 24 * 60 * 60 * 1000

/** Terms, privacy and rules with their past versions, before the first order: an order names the versions that held when it was placed. */
export async function loadDocuments({ tx }: LoadContext): Promise<void> {
  for (const { kind, versions } of [terms, privacy, rules]) {
    for (const [index, { from, zh, en }] of versions.entries()) {
      const validFrom = new Date(`${from}T00:00:00+08:00`)
      const publishedAt = index === 0 ? validFrom : new Date(validFrom.getTime() - sevenDays)
      const dated = { kind, version: index + 1, validFrom, publishedAt }
      await tx.textVersion.createMany({
        data: [
          { ...dated, locale: 'zh-CN', ...zh },
          { ...dated, locale: 'en', ...en },
        ],
      })
    }
  }
}
