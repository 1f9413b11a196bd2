import {
  abroadTermsOf,
  abroadTermsSql,
  type ReadAbroadTerms,
} from '~/modules/abroad/find-abroad-terms.server'
import type { AbroadTerms } from '~/modules/abroad/send-abroad'
import {
  type ReadSaleTerms,
  type SaleTerms,
  saleTermsOf,
  saleTermsSql,
} from '~/modules/settings/find-sale-terms.server'
import { prisma } from '~/platform/db/prisma.server'

/** What holds now for the sale of a piece, and for parcels into where it is to go: null for the mainland and for where none go to. */
export type PieceTerms = { terms: SaleTerms; abroad: AbroadTerms | null }

/** The terms of a piece by its address and of the country that was chosen (ISO 3166), in one statement. */
export async function findPieceTerms(slug: string, country: string): Promise<PieceTerms> {
  const [row] = await prisma.$queryRaw<{ terms: ReadSaleTerms; abroad: ReadAbroadTerms | null }[]>`
    SELECT ${saleTermsSql({ slug })} AS terms, ${abroadTermsSql(country)} AS abroad`
  if (!row) throw new Error('the terms of a piece gave no row')
  return { terms: saleTermsOf(row.terms), abroad: abroadTermsOf(row.abroad) }
}
