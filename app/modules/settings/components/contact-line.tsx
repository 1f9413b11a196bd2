import { useTranslator } from '~/platform/i18n/use-translator'
import { classNames } from '~/ui/class-names'
import type { Contact } from '../contact'

type ContactLineProps = {
  /** null: nothing is set, nothing is shown */
  contact: Contact | null
  className?: string
}

/** By which telephone, when, and to which address somebody of the shop is reached. */
export function ContactLine({ contact, className }: ContactLineProps) {
  const { t, locale } = useTranslator()
  const { phone, email, hoursZh, hoursEn } = contact ?? {
    phone: null,
    email: null,
    hoursZh: null,
    hoursEn: null,
  }
  if (!phone && !email) return null
  const hours = locale === 'en' ? hoursEn : hoursZh
  return (
    <p className={classNames('flex flex-wrap items-baseline gap-x-5', className)}>
      {phone ? (
        <span>
          {t('shop.contactPhone')}{' '}
          <a className="link-line num" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
            {phone}
          </a>
        </span>
      ) : null}
      {phone && hours ? <span>{hours}</span> : null}
      {email ? (
        <span>
          {t('shop.contactEmail')}{' '}
          <a className="link-line" href={`mailto:${email}`}>
            {email}
          </a>
        </span>
      ) : null}
    </p>
  )
}
