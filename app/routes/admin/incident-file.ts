import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { getIncidentFile } from '~/modules/incidents/get-incident-file.server'
import { IncidentSearch } from '~/modules/incidents/schema'
import { limitFiles } from '~/modules/limits/limit-request.server'
import { answer, parseSearch } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { fileResponse } from '~/platform/table-file.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'incident:export')
  await requireFreshProof(request, actor)
  await limitFiles(request, actor)
  const question = parseSearch(request, IncidentSearch)
  const { name, bytes } = await answer(request, () =>
    getIncidentFile({ actor, question, locale: requestLocale(request) }),
  )
  return fileResponse(bytes, name, 'xlsx')
}
