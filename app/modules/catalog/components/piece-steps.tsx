import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import type { ListingView, OpenListing } from '../get-listing.server'
import { type ListingStep, listingSteps } from '../listing-limits'
import { stepPath, stepTitle } from '../step-paths'

type PieceStepsProps = Pick<ListingView, 'productId' | 'live'> & { open: OpenListing; photoCount: number }

/** How far a draft is, step by step, and the way on: to the first step that lacks something, else to the look over everything, unless it was handed in spoken. */
export function PieceSteps({ productId, live, open, photoCount }: PieceStepsProps) {
  const { t, href } = useTranslator()
  const lackOf = (step: ListingStep) => open.faults.filter((fault) => fault.step === step).length
  const unfinished = listingSteps.find((step) => lackOf(step) > 0)
  return (
    <section className="studio-section">
      <h2>{t('studio.pieceSteps')}</h2>
      <ul className="tasks">
        {listingSteps.map((step) => (
          <li key={step} className="task">
            <a
              className="flex min-h-[4.25rem] items-center justify-between gap-4"
              href={href(stepPath(step, productId))}
            >
              <span className="task-words">
                <b>{t(stepTitle[step])}</b>
                {step === 'photos' ? <span>{t('studio.stepPhotosState', { count: photoCount })}</span> : null}
              </span>
              {lackOf(step) > 0 ? (
                <Badge tone="waiting">{t('studio.stepLack', { count: lackOf(step) })}</Badge>
              ) : (
                <Badge tone="done">{t('studio.stepAllGood')}</Badge>
              )}
            </a>
          </li>
        ))}
      </ul>
      {unfinished || !open.dictation ? (
        <div className="studio-foot">
          <ButtonLink
            kind={open.dictation ? 'line' : 'seal'}
            size={68}
            wide
            href={href(unfinished ? stepPath(unfinished, productId) : paths.studioCheck({ productId }))}
          >
            {unfinished ? t('studio.stepFrom', { step: t(stepTitle[unfinished]) }) : t('studio.goCheck')}
          </ButtonLink>
        </div>
      ) : null}
      {live ? null : (
        <form method="post" className="pt-8">
          <Button kind="text" name="intent" value="discard">
            {t('studio.pieceDiscard')}
          </Button>
          <p className="field-hint">{t('studio.pieceDiscardHint')}</p>
        </form>
      )}
    </section>
  )
}
