import type { Actor } from '~/modules/auth/actor'
import { busyRefusal } from '~/platform/db/busy.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { checkRenewal } from './check-renewal.server'

/** What became of one of several: its shop and a sentence. */
export type CheckedResult = { renewalId: string; shop: string; isDone: boolean; text: string }

/**
 * Checks several shops of her region whose owners have said that what is on file is right, one after the other, each in a transaction of its own: what one is refused for stops no other. What is not
 * hers to see is left out of the answer.
 */
export async function checkManyRenewals({
  actor,
  renewalIds,
  locale,
}: {
  actor: Actor
  renewalIds: readonly string[]
  locale: Locale
}): Promise<CheckedResult[]> {
  const t = translator(locale)
  const results: CheckedResult[] = []
  for (const renewalId of renewalIds) {
    const refusal = await checkOne(actor, renewalId)
    if (refusal?.status === 404) continue
    const text = refusal ? t(refusal.key, refusal.params) : t('records.isChecked')
    results.push({ renewalId, shop: await shopOf(actor, renewalId, locale), isDone: refusal === null, text })
  }
  return results
}

/** The refusal of this one, which is told beside the others; anything else is a bug and goes on. */
async function checkOne(actor: Actor, renewalId: string): Promise<Refusal | null> {
  try {
    await checkRenewal({ actor, renewalId })
    return null
  } catch (error) {
    const refusal = error instanceof Refusal ? error : busyRefusal(error)
    if (!refusal) throw error
    return refusal
  }
}

async function shopOf(actor: Actor, renewalId: string, locale: Locale): Promise<string> {
  const row = await inScope(actor, (tx) =>
    tx.sellerRenewal.findUnique({
      where: { id: renewalId },
      select: { seller: { select: { nameZh: true, nameEn: true } } },
    }),
  )
  return (locale === 'en' ? row?.seller.nameEn : row?.seller.nameZh) ?? ''
}
