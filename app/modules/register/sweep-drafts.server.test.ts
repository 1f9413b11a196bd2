import { expect, it } from 'vitest'
import { prisma } from '~/platform/db/prisma.server'
import { createDataKey } from '~/platform/secrets/envelope.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, regionId } from '../../../tests/fixtures/world'
import { sweepDrafts } from './sweep-drafts.server'

it('throws away lists that nobody touched for thirty days, with their keys, and no others', async () => {
  await buildGround()
  const { userId } = await buildActor({ role: 'coordinator', region: '620123' })
  const place = await regionId('620123')
  const upload = async (fileName: string) => {
    const { keyId } = await prisma.$transaction((tx) => createDataKey(tx))
    return owner.householdImport.create({
      data: { regionId: place, uploadedById: userId, fileName, keyId, cipher: new Uint8Array([1]) },
      select: { id: true, keyId: true },
    })
  }
  const [left, touched] = [await upload('left.xlsx'), await upload('touched.xlsx')]
  await passDays(29)
  await owner.householdImport.update({ where: { id: touched.id }, data: { fileName: 'again.xlsx' } })
  expect(await sweepDrafts({ batch: 10 })).toBe(0)
  await passDays(2)
  expect(await sweepDrafts({ batch: 10 })).toBe(1)
  expect(await owner.householdImport.findMany({ select: { id: true } })).toEqual([{ id: touched.id }])
  const key = await owner.dataKey.findUnique({ where: { id: left.keyId } })
  expect(key?.wrapped ?? null).toBeNull()
})
