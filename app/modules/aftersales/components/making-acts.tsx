import { paths } from '~/paths'
import type { FormFailure } from '~/platform/form.server'
import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Folded } from '~/ui/decide-form'
import { TextareaField } from '~/ui/field'
import { Tick } from '~/ui/tick'
import type { ParcelEndView } from '../find-parcel-ends.server'

/** The maker begins a made-to-order piece; after that, since when she makes it, and the way to show it to the buyer. */
export function StartMaking({ end }: { end: ParcelEndView }) {
  const { t, locale, href } = useTranslator()
  if (!end.madeToOrder) return null
  return (
    <section className="studio-section">
      <h2>{t('aftersales.makingTitle')}</h2>
      {end.makingSince ? (
        <>
          <p>{t('aftersales.makingSince', { time: formatInstant(locale, new Date(end.makingSince)) })}</p>
          <ButtonLink wide icon="camera" href={href(paths.studioProduction({ sellerOrderId: end.id }))}>
            {t('production.way')}
          </ButtonLink>
        </>
      ) : (
        <form method="post" className="studio-form">
          <Button size={68} wide name="intent" value="start">
            {t('aftersales.makingAct')}
          </Button>
          <p className="field-hint">{t('aftersales.makingHint')}</p>
        </form>
      )}
    </section>
  )
}

/** She cannot make or send it, and says why. A refusal stands at the head of the page. */
export function CannotMake({ end, failure }: { end: ParcelEndView; failure: FormFailure | null }) {
  const { t } = useTranslator()
  const mine = failure?.intent === 'cannot' ? failure : null
  return (
    <section className="studio-section">
      <Folded summary={t('aftersales.cannotTitle')} isOpen={mine !== null}>
        <form method="post" className="studio-form" noValidate>
          <p>{t('aftersales.cannotHint')}</p>
          <TextareaField
            id="note"
            name="note"
            label={t('aftersales.cannotWhy')}
            hint={t('aftersales.cannotWhyHint')}
            defaultValue={mine?.values.note}
            error={mine?.errors.note}
            rows={2}
            required
          />
          {end.ready ? (
            <Tick
              type="checkbox"
              name="backInStock"
              value="yes"
              defaultChecked={mine ? mine.values.backInStock !== undefined : true}
            >
              {t('aftersales.backInStock')}
            </Tick>
          ) : null}
          <Button wide name="intent" value="cannot">
            {t('aftersales.cannotAct')}
          </Button>
        </form>
      </Folded>
    </section>
  )
}
