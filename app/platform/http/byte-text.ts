/** A text as the bytes that stand for it on the line (UTF-8), one to a character: what leaves with its head in one piece, is as long as it says, and is put into bytes once however often it is sent. */
export function byteText(text: string): string {
  return Buffer.from(text).toString('latin1')
}
