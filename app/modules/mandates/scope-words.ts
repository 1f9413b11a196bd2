import { mandateScopes } from '~/modules/auth/entrusted'
import type { Translate } from '~/platform/i18n/translate'

/** What is entrusted, in words, in the order of the list. */
export function scopeWords(t: Translate, scope: readonly string[]): string {
  const titles = {
    list: 'mandate.scope_list',
    orders: 'mandate.scope_orders',
    messages: 'mandate.scope_messages',
  } as const
  return mandateScopes
    .filter((one) => scope.includes(one))
    .map((one) => t(titles[one]))
    .join(t('mandate.join'))
}
