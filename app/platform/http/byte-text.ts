const encoder = new TextEncoder()
/** Room for a page of the usual length; three bytes a character at most. */
const room = Buffer.allocUnsafe(3 * 128 * 1024)

/** A text as the bytes that stand for it on the line (UTF-8), one to a character: what leaves with its head in one piece, is as long as it says, and is put into bytes once however often it is sent. */
export function byteText(text: string): string {
  // a buffer of its own would be measured first, which takes three times as long as all the rest
  if (text.length * 3 > room.length) return Buffer.from(text).toString('latin1')
  return room.toString('latin1', 0, encoder.encodeInto(text, room).written)
}
