import { type ComponentProps, createContext, type ReactNode, useContext, useMemo } from 'react'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import type { KeepTab } from '~/ui/keep-tab'

/** What this visitor has marked, by slug: pieces that she keeps, makers whom she follows. */
export type Marks = { pieces: readonly string[]; makers: readonly string[] }

export const noMarks: Marks = { pieces: [], makers: [] }

/** The one form of a page that all its marking buttons belong to. A kept page reads the same for every stranger: nothing is marked on it. */
export const marksForm = 'marks'

const MarkedContext = createContext({ pieces: new Set<string>(), makers: new Set<string>() })

/** Gives every list below it the marks of this visitor, and the form that changes them; `back` is the page to return to, without a language. */
export function MarksOf({ marks, back, children }: { marks: Marks; back: string; children: ReactNode }) {
  const { href } = useTranslator()
  const marked = useMemo(
    () => ({ pieces: new Set(marks.pieces), makers: new Set(marks.makers) }),
    [marks.pieces, marks.makers],
  )
  return (
    <MarkedContext.Provider value={marked}>
      <form id={marksForm} method="post" action={href(paths.favourites())} hidden>
        <input type="hidden" name="back" value={back} />
      </form>
      {children}
    </MarkedContext.Provider>
  )
}

/** Whether this visitor keeps a piece. */
function useIsKept(): (slug: string) => boolean {
  const { pieces } = useContext(MarkedContext)
  return (slug) => pieces.has(slug)
}

/** What the tab on a picture in a list says, by this visitor's marks. */
export function useKeepTab(): (piece: { slug: string; title: string }) => ComponentProps<typeof KeepTab> {
  const { t } = useTranslator()
  const hasKept = useIsKept()
  return ({ slug, title }) => {
    const isKept = hasKept(slug)
    return {
      id: keepAnchor(slug),
      form: marksForm,
      value: `${isKept ? 'drop' : 'keep'}:${slug}`,
      isKept,
      text: t(isKept ? 'shop.kept' : 'shop.keep'),
      label: t(isKept ? 'shop.keptLabel' : 'shop.keepLabel', { title }),
    }
  }
}

/** On a piece's own page. */
export function KeepPieceLine({ slug }: { slug: string }) {
  const { t } = useTranslator()
  const isKept = useIsKept()(slug)
  return (
    <MarkLine
      id={keepAnchor(slug)}
      value={`${isKept ? 'drop' : 'keep'}:${slug}`}
      isMarked={isKept}
      text={t(isKept ? 'shop.keptThis' : 'shop.keepThis')}
    />
  )
}

/** On a maker's page. */
export function FollowLine({ slug }: { slug: string }) {
  const { t } = useTranslator()
  const isFollowed = useContext(MarkedContext).makers.has(slug)
  return (
    <MarkLine
      id={followAnchor(slug)}
      value={`${isFollowed ? 'unfollow' : 'follow'}:${slug}`}
      isMarked={isFollowed}
      text={t(isFollowed ? 'shop.followed' : 'shop.follow')}
    />
  )
}

/** A button in words, and, once pressed, the way to all that is marked. */
function MarkLine({
  id,
  value,
  isMarked,
  text,
}: {
  id: string
  value: string
  isMarked: boolean
  text: string
}) {
  const { t, href } = useTranslator()
  return (
    <p className="mark-line">
      <Button
        kind="text"
        icon="heart"
        id={id}
        form={marksForm}
        name="mark"
        value={value}
        className={isMarked ? 'marked' : undefined}
      >
        {text}
      </Button>
      {isMarked ? (
        <a className="link" href={href(paths.favourites())}>
          {t('shop.seeKept')}
        </a>
      ) : null}
    </p>
  )
}

/** Where a page stands again after a button was pressed on it. */
export function keepAnchor(slug: string): string {
  return `keep-${slug}`
}

export function followAnchor(slug: string): string {
  return `follow-${slug}`
}
