import { redirect } from '@remix-run/node'
import type { z } from 'zod'
import type { Actor } from '~/modules/auth/actor'
import { paths } from '~/paths'
import { handleFormData } from '~/platform/form.server'
import { serializeView } from '~/platform/http/view-cookie.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { addApplicationPhotos, keepLicencePhoto, removeApplicationPhoto } from './application-photos.server'
import { type StepAnswer, saveStep } from './save-step.server'
import {
  AgreementForm,
  ConsentsForm,
  CraftForm,
  DeclarationForm,
  HouseholdForm,
  KindForm,
  LicenceForm,
  NoFields,
  PhotoForm,
  PlaceForm,
  WhoForm,
} from './schema'
import { submitApplication } from './submit-application.server'

type AnswerInput = { request: Request; form: FormData; actor: Actor }

/** Saves the answer of one screen and leads on: to the same screen where more of it may follow, else to the first one that is still open. Refuses (400) a form of none of them. */
export async function answerStep({ request, form, actor }: AnswerInput) {
  const to = (query: Record<string, string>) =>
    redirect(localPath(requestLocale(request), paths.studioJoin(query)), 303)
  const save = <S extends z.ZodType>(schema: S, toAnswer: (input: z.output<S>) => StepAnswer) =>
    handleFormData(request, form, schema, async (input) => {
      await saveStep({ actor, answer: toAnswer(input) })
      return to({ done: 'saved' })
    })
  switch (form.get('intent')) {
    case 'kind':
      return handleFormData(request, form, KindForm, async (input) => {
        const { isFirst } = await saveStep({ actor, answer: { step: 'kind', ...input } })
        const on = to({ done: 'saved' })
        // whoever begins to sell reads large from here on, until she says otherwise by one tap
        if (isFirst) on.headers.append('Set-Cookie', serializeView(true))
        return on
      })
    case 'who':
      return save(WhoForm, (input) => ({ step: 'who', ...input }))
    case 'place':
      return handleFormData(request, form, PlaceForm, async ({ placeId }) => {
        await saveStep({ actor, answer: { step: 'place', placeId } })
        return to({ step: 'place' })
      })
    case 'placeAgain':
      return handleFormData(request, form, NoFields, async () => {
        await saveStep({ actor, answer: { step: 'place', placeId: null } })
        return to({ step: 'place' })
      })
    case 'craft':
      return save(CraftForm, (input) => ({ step: 'craft', ...input }))
    case 'photos': {
      const files = await filesOf(form, 'photos')
      return handleFormData(request, form, NoFields, async () => {
        await addApplicationPhotos({ actor, files })
        return to({ step: 'photos', done: 'saved' })
      })
    }
    case 'remove':
      return handleFormData(request, form, PhotoForm, async ({ attachmentId }) => {
        await removeApplicationPhoto({ actor, attachmentId })
        return to({ step: 'photos' })
      })
    case 'licence': {
      const [file] = await filesOf(form, 'licencePhoto')
      // the picture stays, whatever else of the answer is wrong: nobody chooses it twice
      const refused =
        file &&
        (await handleFormData(request, form, NoFields, async () => {
          await keepLicencePhoto({ actor, file })
          return null
        }))
      if (refused) return refused
      return handleFormData(request, form, LicenceForm, async (input) => {
        await saveStep({ actor, answer: { step: 'licence', ...input } })
        return to({ done: 'saved' })
      })
    }
    case 'declaration':
      return save(DeclarationForm, (input) => ({ step: 'declaration', ...input }))
    case 'household':
      return save(HouseholdForm, (input) => ({ step: 'household', ...input }))
    case 'agreement':
      return save(AgreementForm, (input) => ({ step: 'agreement', ...input }))
    case 'consents':
      return save(ConsentsForm, (given) => ({ step: 'consents', given }))
    case 'submit':
      return handleFormData(request, form, NoFields, async () => {
        await submitApplication({ actor })
        return to({ done: 'submitted' })
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

/** The files of a field, which leaves the form: what it means is judged by the verb. */
async function filesOf(form: FormData, name: string): Promise<Uint8Array[]> {
  const files: Uint8Array[] = []
  for (const file of form.getAll(name))
    if (file instanceof File && file.size > 0) files.push(new Uint8Array(await file.arrayBuffer()))
  form.delete(name)
  return files
}
