import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { PartLines, PartRefunds } from '~/modules/sales/components/sales-part-tables'
import { getSalesPart } from '~/modules/sales/get-sales-part.server'
import { paths, StudioOrderParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'
import { formatDay } from '~/platform/i18n/format'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Unbroken } from '~/ui/unbroken'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'sales:read')
  const { sellerOrderId } = parseParams(params, StudioOrderParams)
  return answer(request, () => getSalesPart({ actor, sellerOrderId, locale: requestLocale(request) }))
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('sales.title'))

export default function DeskSalesPart() {
  const part = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>
          <Unbroken text={t('sales.partTitle', { number: part.orderNumber })} />
        </h1>
        <p>{t('sales.partLead', { seller: part.seller })}</p>
        <p>
          {part.completedOn === null
            ? t('sales.partOpen')
            : t('sales.partCompleted', { day: formatDay(locale, part.completedOn) })}
        </p>
        {part.completedOn === null ? null : (
          <p className="no-print">
            <a className="link" href={href(paths.deskSalesRows({ month: part.completedOn.slice(0, 7) }))}>
              {t('sales.rowsBack')}
            </a>
          </p>
        )}
      </header>
      {part.isLeftOut ? <Banner tone="wait">{t('sales.partFlagged')}</Banner> : null}
      <PartLines lines={part.lines} />
      <PartRefunds refunds={part.refunds} />
    </>
  )
}
