import type { FormFailure } from '~/platform/form.server'
import { formatBeijingTime } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Folded } from '~/ui/decide-form'
import { TextareaField } from '~/ui/field'
import type { ParcelEndView } from '../find-parcel-ends.server'

/** The buyer's way to take a parcel back while she can, or why she no longer can. A refusal stands at the head of the page. */
export function CancelParcel({ end, failure }: { end: ParcelEndView; failure: FormFailure | null }) {
  const { t, locale } = useTranslator()
  const mine = failure?.intent === 'cancel' && failure.values.sellerOrderId === end.id ? failure : null
  if (!end.canCancel && end.makingSince && !end.cancelled)
    return (
      <p className="quiet">
        {t('aftersales.begunNote', { time: formatBeijingTime(locale, new Date(end.makingSince)) })}
      </p>
    )
  if (!end.canCancel) return null
  return (
    <Folded summary={t('aftersales.cancelTitle')} isOpen={mine !== null}>
      <form method="post" noValidate>
        <p>{end.madeToOrder ? t('aftersales.cancelMade') : t('aftersales.cancelReady')}</p>
        <input type="hidden" name="sellerOrderId" value={end.id} />
        <TextareaField
          id={`note-${end.id}`}
          name="note"
          label={t('aftersales.cancelWhy')}
          mark={t('common.optional')}
          defaultValue={mine?.values.note}
          error={mine?.errors.note}
          rows={2}
        />
        <Button name="intent" value="cancel">
          {t('aftersales.cancelAct')}
        </Button>
      </form>
    </Folded>
  )
}
