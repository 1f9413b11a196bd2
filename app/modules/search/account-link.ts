import { paths } from '~/paths'
import type { Translate } from '~/platform/i18n/translate'
import type { TextLink } from '~/ui/ui-types'

/** Where somebody works or sees her orders; null for a stranger. */
export type Workplace = 'account' | 'studio' | 'desk' | null

/** The link to it in the head of every page; a stranger is led to the door. */
export function accountLink(workplace: Workplace, t: Translate, href: (path: string) => string): TextLink {
  if (workplace === null) return { text: t('common.signIn'), href: href(paths.signIn()) }
  if (workplace === 'account') return { text: t('shop.account'), href: href(paths.account()) }
  return { text: t('shop.workspace'), href: href(workplace === 'studio' ? paths.studio() : paths.desk()) }
}
