import { Children, createContext, type ReactElement, useContext } from 'react'
import { LanguageContext } from '~/platform/i18n/use-translator'

/** Markup by what it is called and made of. What comes again is not drawn each time. */
export type KeepMarkup = (name: string, of: unknown, draw: () => ReactElement) => string

/** Where the server keeps markup between pages; null in the browser and wherever nothing is kept. */
export const KeptMarkupContext = createContext<KeepMarkup | null>(null)

type Part = {
  /** all that it is made of besides the page's language, as JSON can write it */
  of: unknown
  draw: () => ReactElement
}

type KeptListProps = {
  as?: 'div' | 'nav' | 'ul'
  className?: string
  /** read aloud */
  label?: string
  /** what these parts are; nothing else that is kept is called so */
  name: string
  parts: readonly Part[]
}

/**
 * A box whose parts are drawn once and then copied from page to page. The elements know the language and what is given
 * to them, and nothing else of the page or its visitor. On pages with the framework's script nothing is kept: the browser draws them too, and must find what it draws.
 */
export function KeptList({ as: Box = 'div', className, label, name, parts }: KeptListProps) {
  const keep = useContext(KeptMarkupContext)
  const locale = useContext(LanguageContext)
  const box = { className, 'aria-label': label }
  if (keep === null) return <Box {...box}>{Children.toArray(parts.map(({ draw }) => draw()))}</Box>
  const markup = parts.map(({ of, draw }) =>
    keep(`${name} ${locale}`, of, () => (
      <LanguageContext.Provider value={locale}>{draw()}</LanguageContext.Provider>
    )),
  )
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React drew it, and escaped every word in it
  return <Box {...box} dangerouslySetInnerHTML={{ __html: markup.join('') }} />
}

/** One such part. */
export function Kept({ name, ...part }: Part & { name: string }) {
  return <KeptList name={name} parts={[part]} />
}
