import { createHash } from 'node:crypto'
import { invalidRequest } from './errors'
import type { FormObject } from './form-encoding'

const BLANK_LINE = '\r\n\r\n'

/** Reads a multipart body as the SDK sends it. A file becomes its name, type, size and digest: its bytes are not kept. */
export function parseMultipart(contentType: string, body: Buffer): FormObject {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (boundary === undefined) throw invalidRequest('A multipart body names its boundary.')
  const form: FormObject = {}
  for (const part of partsOf(body, `--${boundary}`)) {
    const end = part.indexOf(BLANK_LINE)
    if (end < 0) throw invalidRequest('A part of the body has no end to its header.')
    const header = part.subarray(0, end).toString('utf8')
    const content = part.subarray(end + BLANK_LINE.length)
    const name = /\bname="([^"]*)"/.exec(header)?.[1]
    if (!name || name === '__proto__') throw invalidRequest('A part of the body has no name.')
    const filename = /\bfilename="([^"]*)"/.exec(header)?.[1]
    form[name] =
      filename === undefined
        ? content.toString('utf8')
        : {
            filename,
            type: /^content-type: *([^\r\n;]+)/im.exec(header)?.[1] ?? 'application/octet-stream',
            size: String(content.length),
            digest: createHash('sha256').update(content).digest('hex'),
          }
  }
  return form
}

function partsOf(body: Buffer, delimiter: string): Buffer[] {
  const parts: Buffer[] = []
  let start = body.indexOf(delimiter)
  while (start >= 0) {
    const from = start + delimiter.length + 2
    const next = body.indexOf(`\r\n${delimiter}`, from)
    if (next < 0) return parts
    parts.push(body.subarray(from, next))
    start = next + 2
  }
  return parts
}
