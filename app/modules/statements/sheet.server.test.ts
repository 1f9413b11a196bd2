import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { beginSheet } from './sheet.server'

async function pagesOf(bytes: Buffer): Promise<string[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent()
    pages.push(content.items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  return pages
}

it('never leaves what a part is about alone at the end of a page', async () => {
  for (let before = 1; before < 40; before += 1) {
    const { document, page } = await beginSheet({
      title: '2026 年收入',
      author: '陇原巧手',
      locale: 'zh-CN',
      isLarge: true,
    })
    const bytes = buffer(document)
    page.heading('2026 年收入', '示例结艺')
    for (let row = 0; row < before; row += 1) page.row({ what: '邮费', amount: '1.00' })
    page.section('十一月份')
    page.row({ what: '平台佣金', amount: '2.00' })
    document.end()
    const pages = await pagesOf(await bytes)
    const last = pages.find((text) => text.includes('十一月份'))
    expect([before, last?.includes('平台佣金')]).toEqual([before, true])
  }
})
