/** What the sealed bytes are bound to: those of one proof do not open as another's. */
export function proofPlace(id: string) {
  return { table: 'MandateProof', column: 'body', row: id }
}
