import { FormDataParseError, parseFormData } from '@remix-run/form-data-parser'
import { z } from 'zod'
import type { Actor } from '~/modules/auth/actor'
import { Refusal } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { addListingPhoto } from './add-listing-photo.server'
import { type Shot, shots } from './shots'

/** What came of an upload: the views that are kept, those too dark, and the files that were not taken, each with its sentence. */
export type Received = { kept: Shot[]; dim: Shot[]; refused: { file: string; text: string }[] }

const mostFiles = 20
/** as the front door allows for this address */
const mostBytes = 80 * 1024 * 1024

/**
 * Reads a posted form of photos file by file: each is accepted and kept in her draft before the next is read, so that a line that breaks loses one photo, not
 * all. A refused file never hinders the others. `shot` says for which view a single photo was taken. A body that is no form is a bad request.
 */
export async function receivePhotos({
  request,
  actor,
  productId,
  locale,
}: {
  request: Request
  actor: Actor
  productId: string
  locale: Locale
}): Promise<{ form: FormData; received: Received }> {
  const received: Received = { kept: [], dim: [], refused: [] }
  const t = translator(locale)
  let wanted: Shot | null = null
  let number = 0
  const form = await parseFormData(
    request,
    { maxFiles: mostFiles, maxFileSize: mostBytes, maxTotalSize: mostBytes, maxParts: mostFiles + 10 },
    async (file) => {
      if (file.name === '' && file.size === 0) return
      number += 1
      const bytes = new Uint8Array(await file.arrayBuffer())
      try {
        const { shot, isDim } = await addListingPhoto({ actor, productId, bytes, shot: wanted })
        received.kept.push(shot)
        if (isDim) received.dim.push(shot)
      } catch (error) {
        if (!(error instanceof Refusal) || error.status === 404) throw error
        const name = shownName(file.name) || t('studio.fileNameless', { number })
        received.refused.push({ file: name, text: t(error.key, error.params) })
      }
      wanted = null
    },
  ).catch((error) => {
    if (error instanceof FormDataParseError || isLimit(error)) throw new Response(null, { status: 400 })
    throw error
  })
  return { form, received }
}
