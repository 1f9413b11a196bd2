import type { ReactNode } from 'react'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import type { ListingBar } from '../find-listing-bars.server'
import type { ListingStep } from '../listing-limits'
import { ListingBarBanner } from './listing-bar-banner'
import { ListingStepper } from './listing-stepper'

type StepPageProps = {
  productId: string
  /** null: the look over everything, after the steps */
  here: ListingStep | null
  lacking: readonly ListingStep[]
  justDone?: ListingStep | null
  title: string
  lead: string
  isSaved?: boolean
  bar: ListingBar | null
  children: ReactNode
}

/** A step of a listing: where she is among the steps, what it is about, and that everything is saved. */
export function StepPage({
  productId,
  here,
  lacking,
  justDone,
  title,
  lead,
  isSaved = false,
  bar,
  children,
}: StepPageProps) {
  const { t } = useTranslator()
  return (
    <>
      <ListingStepper productId={productId} here={here} lacking={lacking} justDone={justDone} />
      <h1 className="studio-heading">{title}</h1>
      <p className="studio-lead">{lead}</p>
      {bar ? <ListingBarBanner bar={bar} /> : null}
      {isSaved ? (
        <Banner tone="done" role="status" className="mb-5">
          {t('studio.saved')}
        </Banner>
      ) : null}
      {children}
    </>
  )
}
