import { useTranslator } from '~/platform/i18n/use-translator'
import { accountName } from '../account-words'

/** An account's name in the language of the page. */
export function AccountName(account: Parameters<typeof accountName>[0]) {
  const { t, locale } = useTranslator()
  return <>{accountName(account, t, locale)}</>
}
