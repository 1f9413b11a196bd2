import { inScope } from '~/platform/db/in-scope.server'

export type Licence = {
  /** 统一社会信用代码; null for a person who sells under her own name */
  code: string | null
  /** she declared that she needs no licence (E-commerce Law art. 10) */
  isDeclaredExempt: boolean
}

/** By seller, what was handed in when the shop was approved: it is kept as long as the shop's books. A shop that was opened without an application is not in it. */
export function findLicences(sellerIds: readonly string[]): Promise<Map<string, Licence>> {
  return inScope({ job: 'joining' }, async (tx) => {
    const rows = await tx.sellerApplication.findMany({
      where: { sellerId: { in: [...sellerIds] }, state: 'approved' },
      select: { sellerId: true, licenceCode: true, declarationTextId: true },
    })
    return new Map(
      rows.map(({ sellerId, licenceCode, declarationTextId }) => [
        sellerId ?? '',
        { code: licenceCode, isDeclaredExempt: licenceCode === null && declarationTextId !== null },
      ]),
    )
  })
}
