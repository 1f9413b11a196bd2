/** The bytes of the recording in a form; none where there is none. */
export async function readVoice(form: FormData): Promise<Uint8Array> {
  const file = form.get('voice')
  return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
}
