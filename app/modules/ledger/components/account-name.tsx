import type { AccountKind } from '~/generated/prisma/enums'
import { useTranslator } from '~/platform/i18n/use-translator'
import { kindTitle, type OwnerWord, ownerTitle } from '../account-words'

type Named = {
  owner: OwnerWord
  kind: AccountKind
  nameZh?: string | null
  nameEn?: string | null
}

/** An account as it reads aloud: its owner and what lies in it. */
export function AccountName({ owner, kind, nameZh, nameEn }: Named) {
  const { t, locale } = useTranslator()
  const name = locale === 'en' ? nameEn : nameZh
  return <>{t('ledger.accountTitle', { owner: name || t(ownerTitle[owner]), kind: t(kindTitle[kind]) })}</>
}
