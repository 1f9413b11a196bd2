import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { EmptyState } from '~/ui/empty-state'

/** A shop page that cannot be shown, inside the shop's frame: what is wrong, and a way on. */
export function PageProblem() {
  const error = useRouteError()
  const { t, href } = useTranslator()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const said: unknown = isRouteErrorResponse(error) ? error.data?.message : null
  const fallback = status === 404 ? t('errors.notFound') : t('errors.unexpected')
  return (
    <div className="wrap wrap-form answer">
      <EmptyState
        title={typeof said === 'string' ? said : fallback}
        text={status === 404 ? t('errors.notFoundHint') : undefined}
        action={{ text: t('shop.problemAction'), href: href(paths.search()) }}
        headingLevel={2}
      />
    </div>
  )
}
