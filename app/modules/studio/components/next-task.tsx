import type { ListingCounts } from '~/modules/catalog/count-my-listings.server'
import type { WorkCounts } from '~/modules/orders/count-seller-work.server'
import { paths } from '~/paths'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'

type NextTaskProps = {
  work: WorkCounts
  listings: ListingCounts
  questions: number
  typedUp: { productId: string; count: number } | null
  /** parts of other makers that wait at her base; null for somebody without one */
  atBase: number | null
  /** nothing is listed before she confirms what is on file */
  isOver: boolean
}

/** The one thing to do now: parcels before everything, the latest first; then her record, where nothing is listed before she confirms it; then what others handed to her base; then what the coordinator asked or typed up for her and what buyers ask; then what she began herself. */
export function NextTask(props: NextTaskProps) {
  const { t, href } = useTranslator()
  const { title, text, action, path } = useNextTask(props)
  return (
    <section className="next-task">
      <p className="next-task-label">{t('studio.nextLabel')}</p>
      <p className="next-task-what">
        <b>{title}</b>
        <span>{text}</span>
      </p>
      <ButtonLink kind="seal" href={href(path)}>
        {action}
      </ButtonLink>
    </section>
  )
}

function useNextTask({ work, listings, questions, typedUp, atBase, isOver }: NextTaskProps) {
  const { t, locale } = useTranslator()
  const ship = { action: t('studio.goShip'), path: paths.studioOrders() }
  if (work.late > 0)
    return { ...ship, title: t('studio.nextLate', { count: work.late }), text: t('studio.nextLateText') }
  if (work.today > 0)
    return { ...ship, title: t('studio.nextToday', { count: work.today }), text: t('studio.nextTodayText') }
  if (isOver) {
    const title = t('records.nextTask')
    const act = { action: t('records.nextAct'), path: paths.studioRecord() }
    return { ...act, title, text: t('records.nextTaskText') }
  }
  if (atBase)
    return {
      path: paths.studioCollection(),
      title: t('collection.nextTask', { count: atBase }),
      text: t('collection.nextTaskText'),
      action: t('studio.goLook'),
    }
  const pieces = { path: paths.studioProducts() }
  if (listings.changes > 0) {
    const title = t('studio.nextChanges', { count: listings.changes })
    return { ...pieces, title, text: t('studio.nextChangesText'), action: t('studio.goChange') }
  }
  if (typedUp)
    return {
      path: paths.studioVoice({ productId: typedUp.productId }),
      title: t('voice.nextTask'),
      text: t('voice.nextTaskText'),
      action: t('voice.typedGo'),
    }
  if (questions > 0) {
    const title = t('question.nextTask', { count: questions })
    return {
      title,
      text: t('question.nextTaskText'),
      action: t('question.nextAct'),
      path: paths.studioQuestions(),
    }
  }
  if (work.inHand > 0 && work.nextDay) {
    const title = t('studio.nextShip', { count: work.inHand, day: formatDay(locale, work.nextDay) })
    return { ...ship, title, text: t('studio.nextShipText'), action: t('studio.goLook') }
  }
  if (listings.drafts > 0) {
    const title = t('studio.nextDraft', { count: listings.drafts })
    return {
      title,
      text: t('studio.nextDraftText'),
      action: t('studio.goOn'),
      path: paths.studioNewProduct(),
    }
  }
  const isFirst = listings.onSale + listings.reading === 0
  return {
    title: t(isFirst ? 'studio.nextFirst' : 'studio.nextNothing'),
    text: t(isFirst ? 'studio.nextFirstText' : 'studio.nextNothingText'),
    action: t('studio.goNew'),
    path: paths.studioNewProduct(),
  }
}
