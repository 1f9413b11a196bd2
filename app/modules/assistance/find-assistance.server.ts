import type { Actor } from '~/modules/auth/actor'
import { findTerms, formerNames, wordsSelect } from '~/modules/codes/find-terms.server'
import { isValidOn, wordsOn } from '~/modules/codes/terms'
import { type Day, dayOf, fromDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Locale } from '~/platform/i18n/locale'
import { sum, toSafeNumber } from '~/platform/money'

export type AssistanceRow = {
  id: string
  kind: string
  amountFen: number
  receivedOn: Day
  document: string
  /** why it was crossed out; null while it stands */
  crossedOutWhy: string | null
}

export type HouseholdAssistance = {
  /** newest first, 200 at most */
  rows: AssistanceRow[]
  /** of all that stand */
  totalFen: number
  kinds: { code: string; name: string }[]
}

const shown = 200

/** What a household of her region was given. No part of it is in a sum of income. */
export function findAssistance({
  actor,
  householdId,
  locale,
}: {
  actor: Actor
  householdId: string
  locale: Locale
}): Promise<HouseholdAssistance> {
  const nameOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }) =>
    locale === 'en' ? nameEn : nameZh
  return inScope(actor, async (tx) => {
    const rows = await tx.householdAssistance.findMany({
      where: { householdId },
      orderBy: [{ receivedOn: 'desc' }, { id: 'desc' }],
      take: shown,
      select: {
        id: true,
        amountFen: true,
        receivedOn: true,
        document: true,
        crossedOutWhy: true,
        term: { select: wordsSelect },
      },
    })
    const standing = await tx.householdAssistance.aggregate({
      where: { householdId, crossedOutAt: null },
      _sum: { amountFen: true },
    })
    const today = dayOf(await appNow(tx))
    const kinds = (await findTerms(tx, 'assistance_kind')).filter((kind) => isValidOn(kind, today))
    return {
      rows: rows.map(({ term, amountFen, receivedOn, ...row }) => ({
        ...row,
        kind: nameOf(wordsOn({ ...term, names: formerNames(term.names) }, fromDateColumn(receivedOn))),
        amountFen: toSafeNumber(amountFen),
        receivedOn: fromDateColumn(receivedOn),
      })),
      totalFen: toSafeNumber(sum([standing._sum.amountFen ?? 0n])),
      kinds: kinds.map((kind) => ({ code: kind.code, name: nameOf(kind) })),
    }
  })
}
