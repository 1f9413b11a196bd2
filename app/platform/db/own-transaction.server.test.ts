import { expect, it } from 'vitest'
import { buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { prisma } from './prisma.server'

it('asks its connection for one thing after the other, also what was asked at once, and ends after all of it', async () => {
  await buildGround()
  const { productId } = await buildPiece(await buildSeller())
  const seen: number[] = []
  await prisma.$transaction(async (tx) => {
    // four relations, which Prisma asks for at once: the setup of these tests fails on what the driver warns of
    await tx.product.findUnique({
      where: { id: productId },
      select: { craft: true, seller: { select: { county: true } }, texts: true, variants: true },
    })
    const count = async (number: number) => {
      await tx.$queryRaw`SELECT pg_sleep(${number === 0 ? 0.05 : 0}::float8)`
      seen.push(number)
    }
    for (const number of [0, 1, 2, 3]) void count(number)
  })
  expect(seen).toEqual([0, 1, 2, 3])
})
