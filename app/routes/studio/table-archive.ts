import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { findArchive } from '~/modules/piece-lists/find-archive.server'
import { receiveArchive } from '~/modules/piece-lists/receive-archive.server'
import { ArchiveQuery } from '~/modules/piece-lists/schema'
import { TableParams } from '~/paths'
import { answer, parseParams, parseSearch } from '~/platform/form.server'

/** How far its photographs are, for the page that waits for them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { listId } = parseParams(params, TableParams)
  return answer(request, async () => json(await findArchive({ actor, listId })))
}

/** Takes in one piece of the ZIP with a table's photographs. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  await limitUploads(request, actor)
  const { listId } = parseParams(params, TableParams)
  const { start, name, ...rest } = parseSearch(request, ArchiveQuery)
  const body = new Uint8Array(await request.arrayBuffer())
  const archive = { fileName: name, ...rest }
  return answer(request, async () => json(await receiveArchive({ actor, listId, archive, start, body })))
}
