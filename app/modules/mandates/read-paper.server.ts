/** The bytes of the photograph in a form; none where there is none. */
export async function readPaper(form: FormData): Promise<Uint8Array> {
  const file = form.get('paper')
  return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
}
