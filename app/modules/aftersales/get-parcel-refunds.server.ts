import { type AnswerView, answersIn } from '~/modules/catalog/wishes'
import { LineSpecification } from '~/modules/orders/schema'
import { findParcelRest } from '~/modules/payments/cut-parcel-refund.server'
import { findRefundWindow } from '~/modules/payments/find-refund-window.server'
import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { toSafeNumber } from '~/platform/money'
import { findPaidParcel } from './find-paid-parcel.server'
import { type ParcelEndView, unsafeFindParcelEnds } from './find-parcel-ends.server'

/** A parcel as finance sees it before giving back: what is left of each line and of the postage, and how long money can go back as it came. */
export type ParcelRefundsPage = {
  number: string
  sellerZh: string
  sellerEn: string
  lines: {
    id: string
    titleZh: string
    titleEn: string | null
    variantZh: string | null
    /** what the buyer answered to the maker's questions */
    answers: AnswerView[]
    quantity: number
    leftFen: number
  }[]
  postageFen: number
  byBank: boolean
  until: string | null
  today: Day
  end: ParcelEndView | null
}

/** What was never paid is a 404. The caller has checked that it is finance who asks. */
export async function unsafeGetParcelRefunds(sellerOrderId: string): Promise<ParcelRefundsPage> {
  const [end] = await unsafeFindParcelEnds({ id: sellerOrderId }, { job: 'payout' })
  return inScope({ job: 'payout' }, async (tx) => {
    const { paymentId, number } = await findPaidParcel(tx, sellerOrderId)
    const { route, until } = await findRefundWindow(tx, paymentId)
    const rest = await findParcelRest(tx, sellerOrderId)
    const { seller, lines } = await tx.sellerOrder.findUniqueOrThrow({
      where: { id: sellerOrderId },
      select: {
        seller: { select: { nameZh: true, nameEn: true } },
        lines: {
          select: {
            id: true,
            titleZh: true,
            titleEn: true,
            specification: true,
            said: { select: { answers: true } },
          },
        },
      },
    })
    const titles = new Map(lines.map((line) => [line.id, line]))
    return {
      number,
      sellerZh: seller.nameZh,
      sellerEn: seller.nameEn,
      lines: rest.lines.map(({ id, quantity, money }) => ({
        id,
        titleZh: titles.get(id)?.titleZh ?? '',
        titleEn: titles.get(id)?.titleEn ?? null,
        variantZh: variantOf(titles.get(id)?.specification),
        answers: answersIn('zh-CN', titles.get(id)?.said?.answers ?? []),
        quantity,
        leftFen: toSafeNumber(money.amountFen),
      })),
      postageFen: toSafeNumber(rest.postageFen),
      byBank: route === 'bank',
      until: until?.toISOString() ?? null,
      today: dayOf(await appNow(tx)),
      end: end ?? null,
    }
  })
}

/** The kind that was sold; lines of contracts have none. */
function variantOf(specification: unknown): string | null {
  const known = LineSpecification.safeParse(specification)
  return known.success ? known.data.variantZh : null
}
