import type { MessageKey } from '~/platform/i18n/translate'
import type { EvidenceFile, EvidenceText } from '~/platform/payments-sdk/disputes'

/** The words that may be given to a buyer's bank. */
export const textKinds = [
  'product_description',
  'shipping_carrier',
  'shipping_tracking_number',
  'shipping_date',
  'uncategorized_text',
] as const satisfies readonly EvidenceText[]
export type TextKind = (typeof textKinds)[number]

/** The papers that may be given to it, one of each. */
export const fileKinds = [
  'receipt',
  'shipping_documentation',
  'customer_communication',
  'service_documentation',
  'uncategorized_file',
] as const satisfies readonly EvidenceFile[]
export type FileKind = (typeof fileKinds)[number]

/** What each is called, and what belongs there. */
export const kindWords = {
  product_description: {
    title: 'dispute.kind_product_description',
    hint: 'dispute.hint_product_description',
  },
  shipping_carrier: { title: 'dispute.kind_shipping_carrier', hint: null },
  shipping_tracking_number: { title: 'dispute.kind_shipping_tracking_number', hint: null },
  shipping_date: { title: 'dispute.kind_shipping_date', hint: 'dispute.hint_shipping_date' },
  uncategorized_text: { title: 'dispute.kind_uncategorized_text', hint: 'dispute.hint_uncategorized_text' },
  receipt: { title: 'dispute.kind_receipt', hint: null },
  shipping_documentation: { title: 'dispute.kind_shipping_documentation', hint: null },
  customer_communication: { title: 'dispute.kind_customer_communication', hint: null },
  service_documentation: { title: 'dispute.kind_service_documentation', hint: null },
  uncategorized_file: { title: 'dispute.kind_uncategorized_file', hint: null },
} as const satisfies Record<TextKind | FileKind, { title: MessageKey; hint: MessageKey | null }>

/** Bytes of all papers together: https://docs.stripe.com/disputes/best-practices */
export const filesLimit = 4_500_000

/** One row as it was added; `text` and `file` are never both there. */
export type EvidenceRow<File> = { id: string; kind: string; text: string | null; file: File | null }

/** What would be handed in now. An empty text of a kind takes back what was there before. */
export type Draft<File> = {
  texts: ReadonlyMap<TextKind, string>
  files: ReadonlyMap<FileKind, { id: string; file: File }>
  /** kinds that were filled once and are empty now */
  emptied: readonly (TextKind | FileKind)[]
  /** the last row: who has seen it has seen all; null: there is none */
  newest: string | null
}

/** The draft that rows leave, oldest first: of each kind the last one counts. */
export function draftOf<File>(rows: readonly EvidenceRow<File>[]): Draft<File> {
  const last = new Map(rows.map((row) => [row.kind, row]))
  const texts = textKinds.flatMap((kind) => {
    const text = last.get(kind)?.text
    return text ? [[kind, text] as const] : []
  })
  const files = fileKinds.flatMap((kind) => {
    const row = last.get(kind)
    return row?.file ? [[kind, { id: row.id, file: row.file }] as const] : []
  })
  const emptied = [...textKinds, ...fileKinds].filter((kind) => last.get(kind)?.text === '')
  return { texts: new Map(texts), files: new Map(files), emptied, newest: rows.at(-1)?.id ?? null }
}
