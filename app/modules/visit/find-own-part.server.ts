import { findAskedSlugs } from '~/modules/questions/find-asked-slugs.server'
import { accountLink } from '~/modules/search/account-link'
import { paths } from '~/paths'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { findVisit } from './find-visit.server'
import type { OwnPart } from './own-part'

/** What is this visitor's, in the language of the page. */
export async function findOwnPart(request: Request): Promise<OwnPart> {
  const locale = requestLocale(request)
  const t = translator(locale)
  const href = (path: string) => localPath(locale, path)
  const { visitor, isKnown, basketCount, marks, workplace } = await findVisit(request)
  const hasMarks = marks.pieces.length + marks.makers.length > 0
  const title = '{title}'
  return {
    isKnown,
    basket: { count: basketCount, label: t('shop.basketLabel', { count: basketCount }) },
    account: accountLink(workplace, t, href),
    kept: hasMarks ? { text: t('shop.navKept'), href: href(paths.favourites()) } : null,
    ...marks,
    asked: await findAskedSlugs(visitor),
    words: {
      kept: t('shop.kept'),
      keepLabel: t('shop.keepLabel', { title }),
      keptLabel: t('shop.keptLabel', { title }),
      keptThis: t('shop.keptThis'),
      followed: t('shop.followed'),
      seeKept: t('shop.seeKept'),
    },
  }
}
