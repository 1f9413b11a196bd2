import { useTranslator } from '~/platform/i18n/use-translator'
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
    <p className={className}>
      {phone ? (
        <span className="mr-4">
          <span className="inline-block">
            {t('shop.contactPhone')}{' '}
            <a className="link-line num" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
              {phone}
            </a>
          </span>{' '}
          {hours ? <span className="inline-block">{hours}</span> : null}
        </span>
      ) : null}{' '}
      {email ? (
        <span className="inline-block">
          {t('shop.contactEmail')}{' '}
          <a className="link-line" href={`mailto:${email}`}>
            {email}
          </a>
        </span>
      ) : null}
    </p>
  )
}
