import process from 'node:process'
import { Client } from 'pg'
import { steerSandbox } from '../../scripts/stripe-sandbox/steer'
import { accounts } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import * as buying from '../fixtures/journey-buying'

/** A buyer's bank takes a payment back; finance answers, with one wrong file first, and wins. */
const scarf = '/products/headscarf-triangles-safflower-pink'

const sandbox = () => ({
  origin: new URL(process.env.STRIPE_API_BASE ?? ''),
  secretKey: process.env.STRIPE_SECRET_KEY ?? '',
})

/** The provider's payment of an order, as the shop has noted it. */
async function paymentOf(number: string): Promise<string> {
  const client = new Client({ connectionString: process.env.MIGRATE_DATABASE_URL })
  await client.connect()
  const { rows } = await client.query<{ paymentRef: string }>(
    `SELECT p."paymentRef" FROM "Payment" p JOIN "OrderDue" d ON d.id = p."dueId" JOIN "Order" o ON o.id = d."orderId"
     WHERE o.number = $1 AND p.state = 'paid'`,
    [number],
  )
  await client.end()
  return rows[0]?.paymentRef ?? ''
}

test('a dispute is answered with evidence and won', async ({ page, visitAs }) => {
  test.setTimeout(150_000)
  await page.goto(scarf)
  await page.locator('#buy-form').getByRole('button', { name: '买这一件' }).click()
  await buying.fillAddress(page)
  await buying.goToPay(page, await buying.readTotal(page))
  await buying.payByCard(page)
  const { number } = await buying.readPaidOrder(page)
  const dispute: { id: string } = await steerSandbox(sandbox(), 'disputes', {
    payment_intent: await paymentOf(number),
    reason: 'product_not_received',
  })

  const finance = await visitAs(accounts.financeOne)
  await finance.setViewportSize(desktop)
  await test.step('it stands in the list with its deadline', async () => {
    await expect(async () => {
      await finance.goto('/desk/disputes')
      await expect(finance.getByRole('row').filter({ hasText: number })).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 30_000 })
    const row = finance.getByRole('row').filter({ hasText: number })
    await expect(row).toContainText('等我们答复')
    await expect(row).toContainText('还剩 13 天')
    expect(await findAxeFaults(finance)).toEqual([])
    await row.getByRole('link', { name: '没有收到东西' }).click()
    await expect(finance.getByRole('heading', { level: 1, name: '没有收到东西' })).toBeVisible()
  })

  await test.step('a wrong file is refused, a right one is kept', async () => {
    await finance.getByLabel('这是什么').selectOption({ label: '发货凭据（底单、签收图）' })
    const file = finance.getByLabel('照片或 PDF')
    await file.setInputFiles({ name: 'waybill.txt', mimeType: 'text/plain', buffer: Buffer.from('SF1') })
    await finance.getByRole('button', { name: '存这个文件' }).click()
    await expect(finance.getByText('银行只收 PDF、JPEG 和 PNG。')).toBeVisible()
    await expect(finance.getByLabel('这是什么').locator('option:checked')).toHaveText(
      '发货凭据（底单、签收图）',
    )
    await file.setInputFiles({ name: '底单.pdf', mimeType: 'application/pdf', buffer: Buffer.from(onePage) })
    await finance.getByRole('button', { name: '存这个文件' }).click()
    await expect(finance.getByText('存好了，支付机构那边也存了草稿。')).toBeVisible()
    await expect(finance.getByRole('link', { name: '发货凭据（底单、签收图），1 KB' })).toBeVisible()
  })

  await test.step('what she writes is kept as a draft and handed in', async () => {
    await finance.getByLabel('还有什么要说的').fill('The parcel was signed for by the buyer.')
    await finance.getByRole('button', { name: '存草稿' }).click()
    await expect(finance.getByText('存好了，支付机构那边也存了草稿。')).toBeVisible()
    expect(await findAxeFaults(finance)).toEqual([])
    await finance.setViewportSize(phone)
    await noSidewaysScroll(finance)
    await finance.setViewportSize(desktop)
    await finance.getByRole('button', { name: '交给银行' }).click()
    await expect(finance.getByText(/证据交给银行了/)).toBeVisible()
    await expect(finance.getByRole('button', { name: '交给银行' })).toHaveCount(0)
    await expect(finance.getByRole('heading', { name: '我们交了证据' })).toBeVisible()
  })

  await test.step('the bank decides for us', async () => {
    await steerSandbox(sandbox(), `disputes/${dispute.id}`, { outcome: 'won' })
    await expect(async () => {
      await finance.reload()
      await expect(finance.getByText(/银行定了：这笔钱归我们/)).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 30_000 })
    await finance.goto('/en/desk/disputes')
    await expect(finance.getByRole('row').filter({ hasText: number })).toContainText('won')
    expect(await findAxeFaults(finance)).toEqual([])
  })
})

/** The least that is a PDF with one empty page. */
const onePage = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`
