import { sealAddress } from '~/modules/addresses/own-addresses.server'
import { findInvoiceAmount } from '~/modules/invoices/invoice-amount.server'
import { writeInvoice } from '~/modules/invoices/sealed-invoice.server'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { type LoadContext, need } from './load-context'

const member = '13800000201'
const finance = '13800000106'

/** The example code of GB 32100-2015: nobody's. */
const company = {
  title: '示例文化传播有限公司',
  taxNumber: '91350100M000100Y43',
  email: 'finance@example.com',
}

/** What makes buying comfortable: the member's address book, invoices that wait for finance, one that was issued. */
export async function loadComforts(context: LoadContext): Promise<void> {
  await loadBook(context)
  await loadInvoices(context)
}

async function loadBook({ tx, people }: LoadContext): Promise<void> {
  const { personId } = need(people, member)
  const content = { name: '周样本（示例）', phone: member, regionCode: '330106' }
  const places = [
    { ...content, regionText: '浙江省 杭州市 西湖区', line: '示例路 1 号 2 幢 301' },
    {
      ...content,
      name: '周长辈（示例）',
      regionCode: '620123',
      regionText: '甘肃省 兰州市 榆中县',
      line: '城关镇示例巷 6 号',
    },
  ]
  for (const [index, place] of places.entries()) {
    const id = crypto.randomUUID()
    const sealed = await sealAddress(tx, personId, id, place)
    await tx.address.create({ data: { id, personId, isDefault: index === 0, ...sealed } })
  }
}

async function loadInvoices({ tx, now, users }: LoadContext): Promise<void> {
  const orders = await tx.order.findMany({
    where: { status: 'paid', isSample: true },
    orderBy: { placedAt: 'desc' },
    take: 3,
    select: { id: true },
  })
  for (const [index, { id }] of orders.entries()) {
    const isCompany = index !== 1
    const person = { title: '个人', taxNumber: null, email: 'buyer@example.com' }
    await writeInvoice(
      tx,
      id,
      isCompany ? { kind: 'company', content: company } : { kind: 'personal', content: person },
    )
    if (index < 2) continue
    await tx.invoice.update({
      where: { orderId: id },
      data: {
        state: 'issued',
        number: '24622000000000000001',
        issuedOn: toDateColumn(dayOf(now)),
        amountFen: await findInvoiceAmount(tx, id),
        issuedById: need(users, finance),
      },
    })
  }
}
