import { accounts } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** A guest asks without JavaScript, the maker answers in her studio, the answer stands on the page, a coordinator hides it. */

const piece = { title: '墨绿双圈手串', address: '/products/double-bracelet-deep-green' }

test('asking, answering, hiding', async ({ page, visit, visitAs }) => {
  const asker = await visit({ javaScriptEnabled: false, viewport: phone })
  const words = '手围十六厘米的能戴吗？'
  const answer = '能，扣子上留了三个孔。'

  await test.step('a telephone number is held back, and what was typed stays', async () => {
    await asker.goto(piece.address)
    await asker.getByLabel('想问什么').fill(`${words}打我 138 0000 0231`)
    await asker.getByRole('button', { name: '问做的人' }).click()
    await expect(asker.locator('#words-error')).toHaveText('这里像有电话或号码，谁都看得见，请删掉再发。')
    await expect(asker.getByLabel('想问什么')).toHaveValue(`${words}打我 138 0000 0231`)
    await noSidewaysScroll(asker)
    await asker.getByLabel('想问什么').fill(words)
    await asker.getByRole('button', { name: '问做的人' }).click()
    await expect(asker.getByRole('status')).toContainText('问到了')
    await expect(asker.getByText('等她答')).toBeVisible()
  })

  await test.step('nobody else sees it yet', async () => {
    await page.goto(piece.address)
    await expect(page.getByRole('heading', { level: 1, name: piece.title })).toBeVisible()
    await expect(page.getByText(words)).toHaveCount(0)
  })

  const maker = await visitAs(accounts.xiuzhen)
  await test.step('the maker answers in her studio', async () => {
    await maker.goto('/studio')
    await maker.getByRole('link', { name: /^买的人在问/ }).click()
    const question = maker.getByRole('article').filter({ hasText: words })
    await question.getByLabel('您的回答').fill(answer)
    await question.getByRole('button', { name: '答', exact: true }).click()
    await expect(maker.getByRole('status')).toContainText('答好了')
    await noSidewaysScroll(maker)
    expect(await findAxeFaults(maker)).toEqual([])
  })

  await test.step('both stand on the page for everybody, and with what she asked', async () => {
    await expect(async () => {
      await page.reload()
      await expect(page.getByText(answer)).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 15_000 })
    await asker.goto('/favourites')
    await expect(asker.getByRole('heading', { name: '问过的' })).toBeVisible()
    await expect(asker.getByText(answer)).toBeVisible()
    expect(await findAxeFaults(page)).toEqual([])
  })

  await test.step('a coordinator of the county hides it, one of another county cannot see it', async () => {
    const other = await visitAs(accounts.coordinatorYuzhong)
    await other.goto('/desk/questions')
    await expect(other.getByRole('heading', { level: 1, name: '问答' })).toBeVisible()
    await expect(other.getByText(words)).toHaveCount(0)
    const coordinator = await visitAs(accounts.coordinatorYongdeng)
    await coordinator.goto('/desk/questions')
    const row = coordinator.getByRole('row').filter({ hasText: words })
    await row.getByText('不登这一句').click()
    await row.getByLabel('为什么不登').fill('手围的事写进尺寸里了')
    await row.getByRole('button', { name: '不登', exact: true }).click()
    await expect(coordinator.getByRole('status')).toContainText('这一句不登了')
    await expect(async () => {
      await page.reload()
      await expect(page.getByRole('heading', { level: 1, name: piece.title })).toBeVisible()
      await expect(page.getByText(answer)).toHaveCount(0, { timeout: 500 })
    }).toPass({ timeout: 15_000 })
    await maker.goto('/studio/questions')
    await expect(maker.getByText('联络员说：手围的事写进尺寸里了')).toBeVisible()
  })
})
