import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { Listing } from '../find-listing.server'
import { queryNames } from '../product-query'

/** What a search says of its words: that others were looked for instead, which were of no use, which may have been meant, and crafts and makers of that name. */
export function FoundNotes({ list: { filter, instead, near, unused, facets } }: { list: Listing }) {
  const { t, href } = useTranslator()
  const { crafts, makers } = facets
  return (
    <>
      {instead === null ? null : (
        <p className="found-note" role="status">
          {t('shop.instead', { q: filter.q, instead })}
        </p>
      )}
      {unused.length === 0 ? null : (
        <p className="found-note" role="status">
          {t('shop.unused', { words: unused.join(t('shop.unusedApart')) })}
        </p>
      )}
      <LinkLine
        title={t('shop.near')}
        links={near.map((word) => ({ text: word, href: href(paths.search({ [queryNames.q]: word })) }))}
      />
      <LinkLine
        title={t('shop.namedCrafts')}
        links={crafts.map(({ code, name }) => ({ text: name, href: href(paths.craft({ craft: code })) }))}
      />
      <LinkLine
        title={t('shop.namedMakers')}
        links={makers.map(({ slug, name, place }) => ({
          text: `${name} · ${place}`,
          href: href(paths.maker({ slug })),
        }))}
      />
    </>
  )
}

const isHan = /\p{Script=Han}/u

/** Links behind a quiet title; nothing without links. A word of the catalogue may have no English. */
export function LinkLine({
  title,
  links,
}: {
  title: string
  links: readonly { text: string; href: string }[]
}) {
  const isEnglish = useTranslator().locale === 'en'
  if (links.length === 0) return null
  return (
    <p className="sort">
      <span className="quiet">{title}</span>
      {links.map(({ text, href }) => (
        <a key={href} href={href} lang={isEnglish && isHan.test(text) ? 'zh-CN' : undefined}>
          {text}
        </a>
      ))}
    </p>
  )
}
