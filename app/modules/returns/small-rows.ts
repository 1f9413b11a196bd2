import { fewest, hideSmall } from '~/platform/small-cells'
import type { Figures } from './figures'
import type { ReturnPage } from './get-return.server'

/** How few people a row's money is about: those who earned, or whose payment arrived. */
function peopleOf({ earners, payouts }: Figures): number {
  const some = [earners, payouts].filter((count) => count > 0)
  return some.length === 0 ? 0 : Math.min(...some)
}

/** Which rows of a return may not leave the desk, in the order of the page, and whether its sum may not: they are about fewer than five people, or would tell those. */
export function smallRows({ rows, total }: ReturnPage): { rows: boolean[]; isTotalHidden: boolean } {
  const hidden = hideSmall(rows.map(({ figures }) => (figures ? peopleOf(figures) : 0)))
  const people = peopleOf(total)
  return { ...hidden, isTotalHidden: hidden.isTotalHidden || (people > 0 && people < fewest) }
}
