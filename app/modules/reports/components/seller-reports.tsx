import { paths } from '~/paths'
import type { FormFailure } from '~/platform/form.server'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { TextareaField } from '~/ui/field'
import type { SellerReport } from '../seller-reports.server'

/** Each notice of copying with its words and her answer. */
export function SellerReports({
  reports,
  failure,
}: {
  reports: SellerReport[]
  failure: FormFailure | null
}) {
  const { t, locale, href } = useTranslator()
  return reports.map((one) => (
    <section key={one.id} className="order-part" id={one.id}>
      <h2>
        <a className="link" href={href(paths.product({ slug: one.slug }))}>
          {one.title}
        </a>
      </h2>
      <p className="quiet">
        {t('reports.noticeLine', {
          name: one.name,
          day: formatDay(locale, one.createdOn, ''),
          number: one.number,
        })}
      </p>
      {one.isHeld && !one.outcome ? <Banner tone="wait">{t('reports.sellerHeld')}</Banner> : null}
      {one.outcome ? (
        <Banner tone="info">
          <p>{t(one.isHeld ? 'reports.outcomeSeller_off' : `reports.outcomeSeller_${one.outcome}`)}</p>
          {one.decision ? <p className="whitespace-pre-line">{one.decision}</p> : null}
        </Banner>
      ) : null}
      <p className="whitespace-pre-line pt-3">{one.words}</p>
      <p className="whitespace-pre-line pt-3">
        {t('errors.ofField', { field: t('reports.theirWork'), text: one.ownWork })}
      </p>
      {one.outcome === null ? (
        <form method="post" className="pt-4" noValidate>
          <input type="hidden" name="reportId" value={one.id} />
          <TextareaField
            id={`answer-${one.id}`}
            name="answer"
            label={t('reports.sellerAnswer')}
            hint={t('reports.sellerAnswerHint')}
            defaultValue={
              failure?.values.reportId === one.id ? failure.values.answer : (one.answer ?? undefined)
            }
            error={failure?.values.reportId === one.id ? failure.errors.answer : undefined}
            maxLength={1000}
            required
          />
          <Button kind="seal">{t('reports.sellerAnswerAct')}</Button>
        </form>
      ) : one.answer ? (
        <p className="whitespace-pre-line pt-3">
          {t('errors.ofField', { field: t('reports.sellerAnswer'), text: one.answer })}
        </p>
      ) : null}
    </section>
  ))
}
