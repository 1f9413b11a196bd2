import { isRouteErrorResponse } from '@remix-run/react'
import { localeOf } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { saidBy } from './said-by'

/** The title of a page that cannot be shown: what its heading says, in the language of its address. */
export function problemTitle({ error, pathname }: { error: unknown; pathname: string }): string {
  const t = translator(localeOf(pathname))
  const status = isRouteErrorResponse(error) ? error.status : 500
  const fallback =
    status === 404
      ? t('errors.notFound')
      : status === 403
        ? t('errors.forbidden')
        : t('errors.unexpectedTitle')
  return `${(saidBy(error) ?? fallback).replace(/[。.]$/, '')} · ${t('common.brand')}`
}
