import type { Actor } from '~/modules/auth/actor'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { writeLabelsPdf } from './labels-pdf.server'
import { openParcelPapers } from './open-parcel-papers.server'
import type { PaperKind } from './schema'
import { writeSlipsPdf } from './slips-pdf.server'

type PdfInput = { actor: Actor; kind: PaperKind; sellerOrderIds: readonly string[] }

/** Labels or slips of her parts as one file; refuses what openParcelPapers refuses. */
export async function getPapersPdf(input: PdfInput): Promise<{ name: string; bytes: Buffer }> {
  const papers = await openParcelPapers(input)
  const day = dayOf(await appNow())
  const [first] = papers
  const name = first && papers.length === 1 ? first.orderNumber : day
  const bytes = input.kind === 'labels' ? await writeLabelsPdf(papers) : await writeSlipsPdf(papers, day)
  return { name: `${input.kind}-${name}.pdf`, bytes }
}
