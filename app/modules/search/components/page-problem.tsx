import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'
import { Knot } from '~/ui/knot'

/** A shop page that cannot be shown, inside the shop's frame: what is wrong, and a way on. */
export function PageProblem() {
  const error = useRouteError()
  const { t, href } = useTranslator()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const said: unknown = isRouteErrorResponse(error) ? error.data?.message : null
  const fallback = status === 404 ? t('errors.notFound') : t('errors.unexpected')
  const title = typeof said === 'string' ? said : fallback
  return (
    <div className="wrap wrap-form answer">
      <Knot variant="dashed" />
      <h1>{title}</h1>
      {status === 404 && title === t('errors.notFound') ? <p>{t('errors.notFoundHint')}</p> : null}
      <div className="acts">
        <ButtonLink href={href(paths.search())}>{t('shop.problemAction')}</ButtonLink>
      </div>
    </div>
  )
}
