import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { EmptyState } from '~/ui/empty-state'
import { WholeWords } from '~/ui/whole-words'
import type { LikelyPieces } from '../find-likely-pieces.server'
import { LikelySection } from './likely-section'
import { SearchForm } from './search-form'

/** A shop page that cannot be shown, inside the shop's frame: what is wrong, and a way on. */
export function PageProblem() {
  const error = useRouteError()
  const { t, href } = useTranslator()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const fallback = status === 404 ? t('errors.notFound') : t('errors.unexpected')
  const title = (isRouteErrorResponse(error) ? saidBy(error.data) : null) ?? fallback
  const likely = isRouteErrorResponse(error) && hasLikely(error.data) ? error.data.likely : null
  return (
    <>
      <div className="wrap pt-9">
        <EmptyState
          headingLevel={1}
          title={<WholeWords text={title} />}
          text={status === 404 && title === t('errors.notFound') ? t('errors.notFoundHint') : undefined}
          action={{ text: t('shop.problemAction'), href: href(paths.search()) }}
        >
          {status === 404 ? (
            <div className="mx-auto max-w-[36rem] text-left">
              <SearchForm />
            </div>
          ) : null}
        </EmptyState>
      </div>
      {likely ? <LikelySection {...likely} /> : null}
    </>
  )
}

/** What answerLikely adds. */
function hasLikely(data: unknown): data is { likely: LikelyPieces } {
  return typeof data === 'object' && data !== null && 'likely' in data
}

/** The sentence that a refusal carries (platform/form.server). */
function saidBy(data: unknown): string | null {
  const hasMessage = typeof data === 'object' && data !== null && 'message' in data
  return hasMessage && typeof data.message === 'string' ? data.message : null
}
