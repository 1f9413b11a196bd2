import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { cleanPicture } from '~/modules/media/clean-picture.server'
import { paths } from '~/paths'
import { Refusal } from '~/platform/errors'
import { handleFormData, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import type { About } from './find-conversation.server'
import { markRead } from './mark-read.server'
import { reportConversation } from './report-conversation.server'
import { MessageForm, mostPhotos, TalkReportForm } from './schema'
import { sendMessage } from './send-message.server'
import { setBlock } from './set-block.server'
import type { Who } from './who'

/**
 * Whatever is posted on a conversation's page: a message (the ordinary form), that she had it open, that she blocks the other side or no longer does: then the page again, at
 * the address that `pageOf` gives for the conversation. Or a report of it: then the page on which that is followed.
 */
export async function receiveMessage({
  request,
  who,
  about,
  address,
  pageOf,
}: {
  request: Request
  who: Who
  about: About
  /** the client's address, as the front door gives it */
  address: string
  pageOf: (conversationId: string | null) => string
}) {
  const form = await readForm(request)
  const back = (id: string | null) => redirect(pageOf(id), 303)
  const intent = form.get('intent')
  if (intent === 'read')
    return handleFormData(request, form, z.object({}), async () => {
      await markRead({ who, about })
      return back(null)
    })
  if (intent === 'block' || intent === 'unblock')
    return handleFormData(request, form, z.object({}), async () => {
      await setBlock({ who, about, isOn: intent === 'block' })
      return back(null)
    })
  if (intent === 'report')
    return handleFormData(request, form, TalkReportForm, async (report) => {
      const locale = requestLocale(request)
      const followed = await reportConversation({ who, about, form: report, locale, address })
      return redirect(localPath(locale, paths.followReport(followed, { new: 'yes' })), 303)
    })
  const files = form.getAll('photos').filter((file) => file instanceof File && file.size > 0)
  form.delete('photos')
  return handleFormData(request, form, MessageForm, async (input) =>
    back(await sendMessage({ who, about, form: input, photos: await cleanPhotos(files) })),
  )
}

/** One after the other: a phone's photographs unfold to much memory. Refuses (beside `photos`) more than four, and what cleanPicture refuses. */
async function cleanPhotos(files: readonly FormDataEntryValue[]): Promise<Uint8Array[]> {
  if (files.length > mostPhotos)
    throw new Refusal('messages.tooManyPhotos', 422, { most: mostPhotos }, 'photos')
  const photos: Uint8Array[] = []
  for (const file of files) if (file instanceof File) photos.push(await cleanOne(file))
  return photos
}

async function cleanOne(file: File): Promise<Uint8Array> {
  try {
    return await cleanPicture(new Uint8Array(await file.arrayBuffer()))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(error.key, error.status, error.params, 'photos')
  }
}
