import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { PageProblem } from '~/modules/search/components/page-problem'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'
import { Knot } from '~/ui/knot'

/** An order that this browser may not see, or that there is none of: said alike, with the way to open one's own. */
export function OrderNotHere() {
  const error = useRouteError()
  const { t, href } = useTranslator()
  if (!isRouteErrorResponse(error) || error.status !== 404) return <PageProblem />
  return (
    <div className="wrap wrap-form answer">
      <Knot variant="dashed" />
      <h1>{t('order.notHereTitle')}</h1>
      <p>{t('order.notHereText')}</p>
      <div className="acts">
        <ButtonLink href={href(paths.findOrder())}>{t('order.findTitle')}</ButtonLink>
      </div>
    </div>
  )
}
