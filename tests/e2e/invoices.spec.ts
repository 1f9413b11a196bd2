import { accounts } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import * as buying from '../fixtures/journey-buying'

/** A present for a company's guest: card, no prices, an invoice that is corrected and issued. */

const piece = '/products/small-gourd-sachet-green'
const company = '示例文化传播有限公司'

test('a gift with an invoice, from the checkout to the desk', async ({ page, visitAs }) => {
  test.setTimeout(150_000)
  await page.setViewportSize(phone)
  const order =
    await test.step('asked for at checkout; a wrong tax number is said and all else is kept', async () => {
      await buying.putIntoBasket(page, piece)
      await page.goto('/checkout')
      await buying.fillAddress(page, { phone: '13900003302' })
      await page.getByLabel('贺卡上的话').fill('祝您生日快乐')
      await page.getByLabel('这是礼物：包裹里不放价钱').check()
      await page.getByLabel('您自己的手机').fill('13900003312')
      await page.getByText('要发票', { exact: true }).click()
      await page.getByLabel('单位，要填税号').check()
      await page.getByLabel('发票抬头').fill(company)
      await page.getByLabel('税号', { exact: true }).fill('91350100M000100Y34')
      await page.getByLabel('邮箱').fill('finance@example.com')
      await page.getByRole('button', { name: /^去付款/ }).click()
      await expect(page.locator('#taxNumber-error')).toContainText('对不上校验位')
      await buying.expectAddressKept(page)
      await expect(page.getByLabel('贺卡上的话')).toHaveValue('祝您生日快乐')
      await expect(page.getByLabel('发票抬头')).toHaveValue(company)
      await noSidewaysScroll(page)
      expect(await findAxeFaults(page)).toEqual([])
      await page.goto('/cart')
      await page.goto('/checkout')
      await expect(page.getByLabel('发票抬头')).toHaveValue(company)
      await expect(page.getByLabel('单位，要填税号')).toBeChecked()
      await expect(page.getByLabel('贺卡上的话')).toHaveValue('祝您生日快乐')
      await page.getByLabel('税号', { exact: true }).fill('91350100 M000100Y43')
      await buying.goToPay(page, await buying.readTotal(page))
      await buying.payByCard(page)
      return buying.readPaidOrder(page)
    })

  await test.step('the buyer sees and corrects it on her order', async () => {
    const part = page.locator('#invoice')
    await expect(part).toContainText(`抬头：${company}`)
    await expect(page.getByText('祝您生日快乐')).toBeVisible()
    await part.getByText('改发票信息').click()
    await part.getByLabel('发票抬头').fill(`${company}兰州分公司`)
    await part.getByLabel('邮箱').fill('')
    await part.getByRole('button', { name: '存好' }).click()
    await page.getByRole('alert').getByRole('link', { name: '写一个邮箱' }).click()
    await expect(part.getByLabel('邮箱')).toBeInViewport()
    await part.getByLabel('邮箱').fill('finance@example.com')
    await part.getByRole('button', { name: '存好' }).click()
    await expect(part).toContainText(`抬头：${company}兰州分公司`)
    await noSidewaysScroll(page)
    expect(await findAxeFaults(page)).toEqual([])
  })

  await test.step('finance opens and issues it', async () => {
    const desk = await visitAs(accounts.financeOne)
    await desk.setViewportSize(desktop)
    await desk.goto('/desk/invoices')
    const row = desk.getByRole('row').filter({ hasText: order.number })
    await row.getByRole('button', { name: '看抬头' }).click()
    await expect(row).toContainText(
      `抬头 ${company}兰州分公司，税号 91350100M000100Y43，发到 finance@example.com`,
    )
    await row.getByText('记下开好了').click()
    await row.getByLabel('发票号码').fill('123')
    await row.getByRole('button', { name: '记下', exact: true }).click()
    await expect(row).toContainText('发票号码是 8 到 20 位数字。')
    await row.getByLabel('发票号码').fill(`2462${Date.now()}`)
    await row.getByRole('button', { name: '记下', exact: true }).click()
    await expect(desk.getByRole('status')).toContainText('记下了')
    await noSidewaysScroll(desk)
    expect(await findAxeFaults(desk)).toEqual([])
  })

  await test.step('the order says so, and no longer lets it be changed', async () => {
    await page.reload()
    await expect(page.locator('#invoice')).toContainText('开好了，号码 2462')
    await expect(page.locator('#invoice').getByRole('button')).toHaveCount(0)
  })
})
