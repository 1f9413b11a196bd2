import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'

/** Says that a parcel has arrived, with what follows from that below. */
export function ConfirmReceipt({ parcelId, hint }: { parcelId: string; hint: string }) {
  const { t } = useTranslator()
  return (
    <form method="post" className="no-print">
      <input type="hidden" name="sellerOrderId" value={parcelId} />
      <Button kind="seal" type="submit">
        {t('order.confirm')}
      </Button>
      <p className="field-hint">{hint}</p>
    </form>
  )
}
