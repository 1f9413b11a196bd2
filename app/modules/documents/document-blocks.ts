/** One part of a document as it is shown. */
export type DocumentBlock =
  | { kind: 'heading' | 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }

/** The parts of a document's text: "## " begins a heading, "- " a point, points in a row are one list, any other line is a paragraph. Nothing else has a meaning. */
export function blocksOf(body: string): DocumentBlock[] {
  const blocks: DocumentBlock[] = []
  for (const line of body.split('\n').map((one) => one.trim())) {
    const last = blocks.at(-1)
    if (line === '') continue
    if (line.startsWith('## ')) blocks.push({ kind: 'heading', text: line.slice(3).trim() })
    else if (!line.startsWith('- ')) blocks.push({ kind: 'paragraph', text: line })
    else if (last?.kind === 'list') last.items.push(line.slice(2).trim())
    else blocks.push({ kind: 'list', items: [line.slice(2).trim()] })
  }
  return blocks
}
