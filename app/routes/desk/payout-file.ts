import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/modules/auth/require-actor.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { limitFiles } from '~/modules/limits/limit-request.server'
import { getBankFile } from '~/modules/payouts/get-bank-file.server'
import { BatchParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'payout:settle')
  await requireFreshProof(request, actor)
  await limitFiles(request, actor)
  const { batchId } = parseParams(params, BatchParams)
  const { name, contentType, bytes, checksum } = await answer(request, () => getBankFile({ actor, batchId }))
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Length': String(bytes.length),
      'Cache-Control': 'no-store',
      ETag: `"${checksum}"`,
    },
  })
}
