import { prisma } from '~/platform/db/prisma.server'

export type Licence = {
  /** 统一社会信用代码; null for a person who sells under her own name */
  code: string | null
  /** she declared that she needs no licence (E-commerce Law art. 10) */
  isDeclaredExempt: boolean
}

/** The licences of shops, by seller, as their pages disclose them. */
export async function findShopLicences(sellerIds: readonly string[]): Promise<Map<string, Licence>> {
  const shops = await prisma.seller.findMany({
    where: { id: { in: [...sellerIds] } },
    select: { id: true, licenceCode: true, isExempt: true },
  })
  return new Map(
    shops.map(({ id, licenceCode, isExempt }) => [id, { code: licenceCode, isDeclaredExempt: isExempt }]),
  )
}
