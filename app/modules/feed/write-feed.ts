import { stringify } from 'csv-stringify/sync'
import { escapeXml } from '~/modules/search/sitemap-xml'
import { type FeedColumn, type FeedItem, feedColumns, feedValues } from './feed-item'

/** The forms in which feeds are read: tab-separated values or RSS. */
type FeedForm = 'tsv' | 'xml'

export const feedTypes: Record<FeedForm, string> = {
  tsv: 'text/tab-separated-values; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
}

type Shop = { title: string; address: string; description: string }

/** A feed, piece by piece, so that no shop is too large for memory: tab-separated, or RSS 2.0 with Google's names. */
export async function* writeFeed(
  form: FeedForm,
  shop: Shop,
  items: AsyncIterable<FeedItem>,
): AsyncGenerator<string> {
  if (form === 'tsv') yield tsvRow([...feedColumns])
  else yield xmlHead(shop)
  for await (const item of items) {
    const values = feedValues(item)
    yield form === 'tsv'
      ? tsvRow(feedColumns.map((column) => tsvCell(column, values[column])))
      : xmlItem(values)
  }
  if (form === 'xml') yield '</channel>\n</rss>\n'
}

function tsvRow(cells: readonly string[]): string {
  return stringify([cells], { delimiter: '\t' })
}

/** A reader of the feed must not meet a row's end inside a cell; a comma in an address would part it in two. */
function tsvCell(column: FeedColumn, value = ''): string {
  return column === 'additional_image_link' ? value : value.replace(/\s+/g, ' ').trim()
}

function xmlHead({ title, address, description }: Shop): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">
<channel>
<title>${escapeXml(title)}</title>
<link>${escapeXml(address)}</link>
<description>${escapeXml(description)}</description>
`
}

function xmlItem(values: Partial<Record<FeedColumn, string>>): string {
  const parts = feedColumns.flatMap((column) => {
    const value = values[column]
    if (value === undefined) return []
    if (column === 'additional_image_link') return value.split(',').map((one) => xmlPart(column, one))
    return [column === 'shipping' ? xmlShipping(value) : xmlPart(column, value)]
  })
  return `<item>${parts.join('')}</item>\n`
}

function xmlPart(column: string, value: string): string {
  return `<g:${column}>${escapeXml(value)}</g:${column}>`
}

function xmlShipping(value: string): string {
  const [country = '', , , price = ''] = value.split(':')
  return `<g:shipping>${xmlPart('country', country)}${xmlPart('price', price)}</g:shipping>`
}
