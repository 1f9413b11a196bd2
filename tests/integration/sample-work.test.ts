import { expect, it } from 'vitest'
import { getReturn } from '~/modules/returns/get-return.server'
import { dayOf, monthStart } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { monthSteps } from '../../prisma/seed/load/close-month'
import { registerSteps } from '../../prisma/seed/load/fill-register'
import { flagSale } from '../../prisma/seed/load/plan-work'
import { owner, passDays } from '../fixtures/owner'
import { sell } from '../fixtures/shopping'
import { buildActor, buildGround, buildPiece, buildSeller, regionId } from '../fixtures/world'

/** Killed after each step in turn, the work on the sample data begins anew and ends as if it had never been. */
it('goes on where it was broken off', async () => {
  await buildGround()
  await owner.codeTerm.create({
    data: {
      list: 'household_status',
      code: 'marginal',
      nameZh: '边缘易致贫户',
      nameEn: 'at risk',
      validFrom: new Date('2016-01-01'),
    },
  })
  await passDays(32 - Number(dayOf(await appNow()).slice(8)))
  const seller = await buildSeller({ village: '620123100201' })
  const { variantId } = await buildPiece({ sellerId: seller.sellerId, stock: 3 })
  await sell(seller.actor, [{ variantId }])
  const month = monthStart(dayOf(await appNow()))
  await passDays(31)
  const [yuzhong, yongdeng, city] = await Promise.all(
    ['620123', '620121', '6201'].map((region) => buildActor({ role: 'coordinator', region })),
  )
  if (!yuzhong || !yongdeng || !city) throw new Error('three coordinators')
  const county = await regionId('620123')
  const sale = await owner.$transaction((tx) => flagSale(tx, { month, countyId: county }))
  expect(sale).not.toBeNull()
  const users = { yuzhong: yuzhong.userId, yongdeng: yongdeng.userId, city: city.userId }
  const work = { month, sale, ...users }
  const steps = [...(await monthSteps(owner, work)), ...(await registerSteps(owner, work))]
  for (let done = 1; done <= steps.length; done += 1) for (const step of steps.slice(0, done)) await step()

  const page = await getReturn({ actor: city, month, code: '6201', locale: 'zh-CN' })
  expect(page).toMatchObject({ version: 2, isLocked: true, total: { sales: 1 } })
  expect(page.versions.map(({ version }) => version)).toEqual([2, 1])
  expect(await owner.household.count({ where: { code: { startsWith: 'SL-' } } })).toBe(3)
  expect(await owner.householdImport.findMany()).toMatchObject([{ state: 'taken', householdCount: 2 }])
  expect(await prisma.household.count()).toBe(0)
})
