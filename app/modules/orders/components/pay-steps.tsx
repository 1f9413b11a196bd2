import { useTranslator } from '~/platform/i18n/use-translator'
import { Stepper } from '~/ui/stepper'
import type { OrderPage } from '../get-order-page.server'

/** The last of the three steps of an order: how it is paid. What is ordered is no longer in the basket, so nothing leads back. */
export function PaySteps({ parcels }: Pick<OrderPage, 'parcels'>) {
  const { t } = useTranslator()
  const count = parcels.flatMap(({ lines }) => lines).reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <Stepper
      label={t('order.stepsLabel')}
      doneText={t('order.stepDone')}
      steps={[
        { label: t('order.stepCart', { count }), state: 'done' },
        { label: t('order.stepAddress'), state: 'done' },
        { label: t('order.stepPay'), state: 'now' },
      ]}
    />
  )
}
