import { paths } from '~/paths'
import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { SpecList } from '~/ui/spec-list'
import { Unbroken } from '~/ui/unbroken'
import type { DeskReport } from '../get-report.server'

/** What was said about what, the files, and what the seller answered. */
export function DeskReportWords({ report }: { report: DeskReport }) {
  const { t, locale, href } = useTranslator()
  const { piece, seller, orderNumber, files } = report
  return (
    <>
      {report.outcome ? (
        <Banner tone="done">
          {t('errors.ofField', {
            field: t(`reports.outcomeShort_${report.outcome}`),
            text: report.closeReason ?? '',
          })}
        </Banner>
      ) : null}
      {report.isHeld && report.outcome !== 'dismissed' ? (
        <Banner tone="wait">{t(report.outcome ? 'reports.isOff' : 'reports.isHeld')}</Banner>
      ) : null}
      <SpecList
        items={[
          { term: t('reports.columnReport'), detail: t(`reports.kind_${report.kind}`) },
          { term: t('reports.handedIn'), detail: formatInstant(locale, new Date(report.createdAt)) },
          ...(piece
            ? [
                {
                  term: t('reports.piece'),
                  detail: (
                    <a className="link" href={href(paths.product({ slug: piece.slug }))}>
                      {piece.title}
                    </a>
                  ),
                },
              ]
            : []),
          ...(seller
            ? [
                {
                  term: t('reports.seller'),
                  detail: (
                    <a className="link" href={href(paths.deskSeller({ sellerId: seller.id }))}>
                      {seller.name}
                    </a>
                  ),
                },
              ]
            : []),
          ...(orderNumber ? [{ term: t('reports.order'), detail: <Unbroken text={orderNumber} /> }] : []),
          ...(report.takenBy || report.outcome === null
            ? [{ term: t('reports.columnTaken'), detail: report.takenBy ?? t('reports.nobody') }]
            : []),
        ]}
      />
      <section className="desk-section">
        <h2>{t('reports.words')}</h2>
        <p className="whitespace-pre-line">{report.words}</p>
        {report.ownWork ? (
          <>
            <h3>{t('reports.theirWork')}</h3>
            <p className="whitespace-pre-line">{report.ownWork}</p>
          </>
        ) : null}
        {files.map((attachmentId, at) => (
          <p key={attachmentId}>
            <a className="link" href={paths.deskReportEvidence({ reportId: report.id, attachmentId })}>
              {t('reports.file', { number: at + 1 })}
            </a>
          </p>
        ))}
      </section>
      {report.sellerAnswer ? (
        <section className="desk-section">
          <h2>{t('reports.sellerAnswer')}</h2>
          <p className="whitespace-pre-line">{report.sellerAnswer}</p>
        </section>
      ) : null}
      {report.answer ? (
        <section className="desk-section">
          <h2>{t('reports.answer')}</h2>
          <p className="whitespace-pre-line">{report.answer}</p>
        </section>
      ) : null}
    </>
  )
}
