import { SaidWords } from '~/modules/questions/components/said-words'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Unbroken } from '~/ui/unbroken'
import type { FollowedReport } from '../get-followed-report.server'

type FollowedProps = { report: FollowedReport; link: string; isNew: boolean }

/** What was said, where it stands, and the answer. */
export function Followed({ report, link, isNew }: FollowedProps) {
  const { t, locale } = useTranslator()
  const { number, kind, createdOn, words, ownWork, files, isTaken, answer, answeredOn, outcome } = report
  const { sellerAnswer, sellerAnsweredOn } = report
  return (
    <div className="wrap wrap-form till">
      <header className="order-head">
        <h1>
          <Unbroken text={t('reports.followTitle', { number })} />
        </h1>
        <p className="quiet">
          {t(`reports.kind_${kind}`)} · <span className="nowrap">{formatDay(locale, createdOn, '')}</span>
        </p>
      </header>
      {isNew ? (
        <Banner tone="done" role="status">
          {t('reports.sent')}
        </Banner>
      ) : null}
      <Banner tone={outcome ? 'done' : 'wait'}>
        {outcome ? t(`reports.outcome_${outcome}`) : t(isTaken ? 'reports.isTaken' : 'reports.isWaiting')}
      </Banner>
      {answer ? (
        <section className="order-part">
          <h2>{t('reports.answer')}</h2>
          <p className="whitespace-pre-line">
            <SaidWords text={answer} />
          </p>
          {answeredOn ? <p className="small quiet">{formatDay(locale, answeredOn, '')}</p> : null}
        </section>
      ) : null}
      {sellerAnswer ? (
        <section className="order-part">
          <h2>{t('reports.sellerAnswer')}</h2>
          <p className="whitespace-pre-line">
            <SaidWords text={sellerAnswer} />
          </p>
          <p className="small quiet">
            {sellerAnsweredOn ? formatDay(locale, sellerAnsweredOn, '') : null}
            {outcome ? null : ` · ${t('reports.sellerAnswerNote')}`}
          </p>
        </section>
      ) : null}
      <section className="order-part">
        <h2>{t('reports.yours')}</h2>
        <AboutLine about={report.about} />
        <p className="whitespace-pre-line">
          <SaidWords text={words} />
        </p>
        {ownWork ? (
          <>
            <h3 className="pt-3">{t('reports.ownWork')}</h3>
            <p className="whitespace-pre-line">
              <SaidWords text={ownWork} />
            </p>
          </>
        ) : null}
        {files > 0 ? <p className="small quiet">{t('reports.files', { count: files })}</p> : null}
      </section>
      <section className="order-part no-print">
        <p>{t('reports.keepLink')}</p>
        <p className="small">
          <a className="link" href={link}>
            <Unbroken text={link} />
          </a>
        </p>
      </section>
    </div>
  )
}

function AboutLine({ about }: Pick<FollowedReport, 'about'>) {
  const { t, locale } = useTranslator()
  if (!about) return null
  const title =
    'order' in about
      ? t('reports.aboutOrder', { number: about.order })
      : (locale === 'en' && about.en) || about.zh
  return (
    <p className="quiet pb-3">
      <Unbroken text={t('reports.about', { title })} />
    </p>
  )
}
