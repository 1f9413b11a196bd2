import { z } from 'zod'
import { invalidRequest, resourceMissing } from './errors'
import { emit } from './events'
import type { FormObject } from './form-encoding'
import { expansions, readParams } from './params'
import { newId } from './state'
import type { World } from './world'

const MAX_BYTES = 5_000_000

const kinds: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
}

const CreateParams = z.strictObject({
  purpose: z.literal('dispute_evidence'),
  file: z.strictObject({
    filename: z.string().min(1).max(500),
    type: z.string(),
    size: z.string().transform(Number),
    digest: z.string(),
  }),
})

/** POST /v1/files, multipart. The bytes are counted and not kept. */
export function prepareFile(world: World, form: FormObject): () => unknown {
  const { purpose, file } = readParams(CreateParams, form)
  const type = kinds[file.type]
  const param = 'file'
  if (type === undefined)
    throw invalidRequest(`Invalid file: dispute_evidence takes ${Object.values(kinds)}.`, { param })
  if (file.size === 0) throw invalidRequest('The file is empty.', { param })
  if (file.size > MAX_BYTES) throw invalidRequest(`The file is larger than ${MAX_BYTES} bytes.`, { param })
  return () => {
    const id = newId('file_1')
    const made = {
      id,
      object: 'file' as const,
      created: world.now(),
      expires_at: null,
      filename: file.filename,
      links: { object: 'list' as const, data: [], has_more: false, url: `/v1/file_links?file=${id}` },
      purpose,
      size: file.size,
      title: null,
      type,
      url: `${world.origin}/v1/files/${id}/contents`,
    }
    world.store.state.files.set(id, made)
    emit(world, 'file.created', made)
    return made
  }
}

/** GET /v1/files/:id */
export function retrieveFile(world: World, form: FormObject, id: string): unknown {
  readParams(z.strictObject({ expand: expansions.optional() }), form)
  const file = world.store.state.files.get(id)
  if (file === undefined) throw resourceMissing('file upload', id, 'file')
  return file
}
