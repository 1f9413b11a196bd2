import type { ReactNode } from 'react'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Viewfinder } from '~/ui/viewfinder'
import { shotAdvice, shotTitle } from '../shot-titles'
import { drawingOf, type Shot } from '../shots'

type TakeNowProps = {
  shot: Shot | null
  isRetake: boolean
  /** all six were taken, not all of them have arrived */
  isOnTheWay?: boolean
  children: ReactNode
}

/** The next picture as a drawing, with the ways to take it; once all six are there, that they are. */
export function TakeNow({ shot, isRetake, isOnTheWay = false, children }: TakeNowProps) {
  const { t } = useTranslator()
  if (!shot) {
    return (
      <Banner tone="done" className="mb-5">
        <p>
          <b>{t('studio.allSix')}</b>
        </p>
        <p>{t('studio.allSixText')}</p>
      </Banner>
    )
  }
  // one place for both, so that what sends the photos goes on below
  return (
    <div>
      {isOnTheWay ? <AllOnTheWay /> : <NextShot shot={shot} isRetake={isRetake} />}
      {children}
    </div>
  )
}

function NextShot({ shot, isRetake }: { shot: Shot; isRetake: boolean }) {
  const { t } = useTranslator()
  return (
    <>
      <Viewfinder kind={drawingOf[shot]}>
        {isRetake ? t('studio.slotAgainNow') : t('studio.takeNow')}
        <b>{t(shotTitle[shot])}</b>
        {t('studio.takeJoin')}
        {t(shotAdvice[shot])}
      </Viewfinder>
      {shot === 'making' ? <p className="quiet mb-4">{t('studio.makingAsks')}</p> : null}
    </>
  )
}

function AllOnTheWay() {
  const { t } = useTranslator()
  return (
    <Banner tone="done" className="mb-5">
      <p>
        <b>{t('studio.allOnTheWay')}</b>
      </p>
      <p>{t('studio.allOnTheWayText')}</p>
    </Banner>
  )
}
