import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'

/** The offer to pay by transfer, with how long the pieces are then kept. */
export function ChooseTransfer({ holdDays }: { holdDays: number }) {
  const { t } = useTranslator()
  return (
    <form method="post" className="pay-way">
      <h2>{t('transfer.otherTitle')}</h2>
      <p>{t('transfer.otherText', { days: holdDays })}</p>
      <Button wide name="intent" value="transfer">
        {t('transfer.choose')}
      </Button>
    </form>
  )
}
