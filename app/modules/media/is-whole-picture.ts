const ends = { jpeg: [0xff, 0xd9], png: [0x49, 0x45, 0x4e, 0x44] } as const
/** phones write a little behind the last mark of a JPEG */
const tailBytes = 65_536

/**
 * Whether a file's bytes are a JPEG, PNG or WebP that came to its end. Browsers draw half a picture without a word: what is torn must reach the shop as it is, which says so.
 */
export function isWholePicture(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - tailBytes))
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return contains(tail, ends.jpeg)
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return contains(tail, ends.png)
  if (
    !startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) ||
    !startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50])
  )
    return false
  const told = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true)
  return bytes.length >= told + 8
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}

function contains(bytes: Uint8Array, mark: readonly number[]): boolean {
  for (let at = bytes.length - mark.length; at >= 0; at -= 1)
    if (startsWith(bytes.subarray(at), mark)) return true
  return false
}
