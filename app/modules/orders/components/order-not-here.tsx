import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { PageProblem } from '~/modules/search/components/page-problem'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { EmptyState } from '~/ui/empty-state'

/** An order that this browser may not see, or that there is none of: said alike, with the way to open one's own. */
export function OrderNotHere() {
  const error = useRouteError()
  const { t, href } = useTranslator()
  if (!isRouteErrorResponse(error) || error.status !== 404) return <PageProblem />
  return (
    <div className="wrap wrap-form pt-9">
      <EmptyState
        headingLevel={1}
        title={t('order.notHereTitle')}
        text={t('order.notHereText')}
        action={{ text: t('order.findTitle'), href: href(paths.findOrder()) }}
      />
    </div>
  )
}
