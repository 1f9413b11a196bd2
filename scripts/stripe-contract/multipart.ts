/** What stands in a form in place of a file's bytes. */
const FILE = 'file'

/**
 * The fields of a body, form-encoded, whichever of the two encodings it came in. Of a file that is sent along only its field
 * is kept, never its bytes.
 */
export function formOf(body: string, contentType: string | undefined): string {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/.exec(contentType ?? '')?.[1]
  if (boundary === undefined) return body
  const fields = body.split(`--${boundary}`).flatMap((part): [string, string][] => {
    const [head = '', ...content] = part.split('\r\n\r\n')
    const name = /; name="([^"]*)"/.exec(head)?.[1]
    if (name === undefined) return []
    return [[name, /; filename="/.test(head) ? FILE : content.join('\r\n\r\n').replace(/\r\n$/, '')]]
  })
  return new URLSearchParams(fields).toString()
}
