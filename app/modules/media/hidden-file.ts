/**
 * What makes of a photograph something else as well: a page or script that a browser would run, a document, an archive that begins anywhere and is found from its end. Each mark
 * is long enough that no photograph has it by chance: of a million of 20 MB less than one.
 */
const pageOrScript = /<script[\s>]|<iframe[\s>]|<!doctype html|<html[\s>]|<\?php\s|<svg\s[^>]{0,200}xmlns/i
const document = /%PDF-[12]\.\d/

/** A ZIP's last record: its signature, 18 bytes, then a comment whose length stands before it and which ends the file. */
const zipEnd = Buffer.from('PK\u0005\u0006', 'latin1')
const zipEndLength = 22
const longestComment = 65_535

/** Whether a file that decodes as a picture is a page, a script, a document or an archive too. What cameras put behind a photograph (a moving picture, a depth map) is none. */
export function hidesFile(sent: Uint8Array): boolean {
  const bytes = Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength)
  const text = bytes.toString('latin1')
  return pageOrScript.test(text) || document.test(text) || endsAsZip(bytes)
}

function endsAsZip(bytes: Buffer): boolean {
  const earliest = Math.max(0, bytes.length - zipEndLength - longestComment)
  for (let at = bytes.lastIndexOf(zipEnd); at >= earliest; at = bytes.lastIndexOf(zipEnd, at - 1)) {
    if (at + zipEndLength <= bytes.length && at + zipEndLength + bytes.readUInt16LE(at + 20) === bytes.length)
      return true
    if (at === 0) return false
  }
  return false
}
