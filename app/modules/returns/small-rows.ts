import { fewest, hideSmall } from '~/platform/small-cells'
import { type FigureName, type Figures, figureNames } from './figures'
import type { ReturnPage } from './get-return.server'

/** Figures that are told or left out together, because one would tell the other. */
export const figureGroups = {
  earned: ['sales', 'pieces', 'goodsFen', 'earnings', 'earners', 'incomeFen'],
  newEarners: ['newEarners'],
  households: ['households'],
  paid: ['payouts', 'payoutsFen'],
  onboarded: ['onboarded'],
} as const satisfies Record<string, readonly FigureName[]>
export type FigureGroup = keyof typeof figureGroups
/** In the order in which the paragraph says them. */
export const groupNames: readonly FigureGroup[] = ['earned', 'newEarners', 'households', 'paid', 'onboarded']

/** What may leave the desk of a row: null is left out. */
export type ToldFigures = Record<FigureName, number | null>

/** How few people these figures are about. Money without anybody, as when it was given back, is about one. */
function countOf(group: FigureGroup, figures: Figures): number {
  const { earners, payouts } = figures
  const isSilent = figureGroups[group].every((name) => figures[name] === 0)
  if (isSilent) return 0
  switch (group) {
    case 'earned':
      return Math.max(earners, 1)
    case 'paid':
      // one woman may be paid several times in a month: no more people than earned in it
      return Math.max(earners > 0 ? Math.min(earners, payouts) : payouts, 1)
    default:
      return figures[group]
  }
}

type Page = Pick<ReturnPage, 'rows' | 'total' | 'hiddenAbove' | 'isApart'>

/** Per group: which rows may not leave the desk, and whether the sum may not. */
function hide(group: FigureGroup, { rows, total, hiddenAbove, isApart }: Page) {
  // what the table of the place above leaves out, this one does not tell either
  if (hiddenAbove.includes(group)) return { rows: rows.map(() => true), isTotalHidden: true }
  const hidden = hideSmall(
    rows.map(({ figures }) => (figures ? countOf(group, figures) : 0)),
    { isApart },
  )
  const people = countOf(group, total)
  return { ...hidden, isTotalHidden: hidden.isTotalHidden || (people > 0 && people < fewest) }
}

/** The groups that the table of a return leaves out of the row of one place below it. */
export function hiddenOf(page: Page, code: string): FigureGroup[] {
  const at = page.rows.findIndex((row) => row.code === code && !row.isOwn)
  return groupNames.filter((group) => hide(group, page).rows[at] === true)
}

/**
 * A return as it may leave the desk: figures about one to four people are left out, and as many more as would tell them: of other rows, of the sum, and of the tables of the places above and below.
 */
export function toldFigures(page: Page): {
  rows: (ToldFigures | null)[]
  total: ToldFigures
  isAnyHidden: boolean
} {
  const told = (figures: Figures, isHidden: (group: FigureGroup) => boolean): ToldFigures => {
    const cells: ToldFigures = { ...figures }
    for (const group of groupNames)
      if (isHidden(group)) for (const name of figureGroups[group]) cells[name] = null
    return cells
  }
  const hidden = new Map(groupNames.map((group) => [group, hide(group, page)]))
  const rows = page.rows.map(({ figures }, at) =>
    figures ? told(figures, (group) => hidden.get(group)?.rows[at] === true) : null,
  )
  const total = told(page.total, (group) => hidden.get(group)?.isTotalHidden === true)
  const isAnyHidden = [...rows, total].some((row) => row && figureNames.some((name) => row[name] === null))
  return { rows, total, isAnyHidden }
}
