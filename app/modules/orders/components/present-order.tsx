import { numberParcels } from '~/modules/bases/number-parcels'
import { SaidWords } from '~/modules/questions/components/said-words'
import { ContactLine } from '~/modules/settings/components/contact-line'
import type { Contact } from '~/modules/settings/contact'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'
import { Unbroken } from '~/ui/unbroken'
import type { Joining } from '../joining'
import type { PresentPage } from '../present-page'
import { JoiningNote } from './joining-note'
import { PresentParcel } from './present-parcel'

type PresentOrderProps = {
  present: PresentPage
  joining: Joining | null
  contact: Contact | null
  failure: FormFailure | null
}

/** The page of an order whose receiver opened it by the phone of her parcel: where the present is, why no sums are here, and how whoever ordered it sees those. */
export function PresentOrder({ present, joining, contact, failure }: PresentOrderProps) {
  const { t } = useTranslator()
  const { status, giftNote } = present
  const isPaid = status === 'paid'
  return (
    <div className="wrap wrap-form">
      <header className="order-head">
        <h1>
          <Unbroken text={t('order.orderTitle', { number: present.number })} />
        </h1>
        <p>{t('order.presentText')}</p>
      </header>
      <JoiningNote joining={joining} />
      <Refusal text={refusalText(t, failure)} />
      {isPaid ? null : (
        <Banner tone="wait">
          {t(status === 'pending_payment' ? 'order.presentUnpaid' : 'order.presentClosed')}
        </Banner>
      )}
      {giftNote ? (
        <section className="order-part">
          <h2>{t('order.yourGiftNote')}</h2>
          <p className="whitespace-pre-line">
            <SaidWords text={giftNote} />
          </p>
        </section>
      ) : null}
      {isPaid
        ? numberParcels(present.parcels).map(({ part, number }) => (
            <PresentParcel key={part.id} parcel={part} number={number} />
          ))
        : null}
      <div className="order-part quiet">
        <p>{t('order.presentGiver')}</p>
        <ContactLine contact={contact} className="mt-4" />
      </div>
    </div>
  )
}
