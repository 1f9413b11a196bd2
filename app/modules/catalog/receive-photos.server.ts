import { FormDataParseError, MultipartParseError, parseFormData } from '@remix-run/form-data-parser'
import { largestBody } from '~/body-limits'
import type { Actor } from '~/modules/auth/actor'
import { Refusal } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { addListingPhoto } from './add-listing-photo.server'
import type { Shot } from './shots'

/** What came of an upload: the views that are kept, those too dark, and the files that were not taken, each with its sentence. */
export type Received = {
  form: FormData
  kept: Shot[]
  dim: Shot[]
  /** `number` counts the files as they came */
  refused: { number: number; file: string; text: string }[]
}

const mostFiles = 40
const limits = {
  maxFiles: mostFiles,
  maxParts: 2 * mostFiles,
  maxFileSize: largestBody.photos,
  maxTotalSize: largestBody.photos,
}

/**
 * Reads a posted form file by file: each photo is accepted and kept in her draft before the next is read, so that a line that breaks loses one photo, not all. A
 * refused file never hinders the others. `shot` says for which view the first photo was taken. A body that is no form is a bad request.
 */
export async function receivePhotos({
  request,
  actor,
  productId,
  shot,
  locale,
}: {
  request: Request
  actor: Actor
  productId: string
  shot: Shot | null
  locale: Locale
}): Promise<Received> {
  const t = translator(locale)
  const kept: Shot[] = []
  const dim: Shot[] = []
  const refused: Received['refused'] = []
  const receive = async (file: File) => {
    if (file.name === '' && file.size === 0) return
    const number = kept.length + refused.length + 1
    const bytes = new Uint8Array(await file.arrayBuffer())
    const wanted = number === 1 ? shot : null
    try {
      const added = await addListingPhoto({ actor, productId, bytes, shot: wanted })
      kept.push(added.shot)
      if (added.isDim) dim.push(added.shot)
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error
      const name = shownName(file.name) || t('studio.fileNameless', { number })
      refused.push({ number, file: name, text: t(error.key, error.params) })
    }
  }
  const form = await parseFormData(request, limits, receive).catch((error) => {
    if (error instanceof FormDataParseError || error instanceof MultipartParseError)
      throw new Response(null, { status: 400 })
    throw error
  })
  return { form, kept, dim, refused }
}

/** A file's name as it may be shown: no folders, nothing unseen or turned round, not longer than a line. */
function shownName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const visible = [...last.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')]
  return visible.length <= 32
    ? visible.join('')
    : `${visible.slice(0, 24).join('')}…${visible.slice(-6).join('')}`
}
