import type { Actor } from '~/modules/auth/actor'
import { addressKey } from '~/modules/auth/address-key'
import { Refusal } from '~/platform/errors'
import { answer, refusalPage } from '~/platform/form.server'
import { uploadUnit } from './limits'
import { takeShare } from './take-share.server'

/** Before a list or suggestions are looked for: refuses (429, the page's own error) an address that has searched too often. What is answered from memory never comes here. */
export function limitSearches(
  request: Request,
  { clientAddress }: { clientAddress: string },
  what: 'searches' | 'suggestions' = 'searches',
): Promise<void> {
  return answer(request, () => takeShare({ what, of: addressKey(clientAddress) }))
}

/** Before a file is made: refuses (429) an account that has taken too many away. A file has no page around it, so the refusal is one. */
export async function limitFiles(request: Request, { userId }: Pick<Actor, 'userId'>): Promise<void> {
  try {
    await takeShare({ what: 'files', of: userId })
  } catch (error) {
    throw error instanceof Refusal ? refusalPage(request, error) : error
  }
}

/** Before a body with files is read: refuses (429) an account, or somebody without one at an address, that has sent too much. Counted by what the request says that its body weighs, which the front door holds it to. */
export function limitUploads(
  request: Request,
  of: { userId: string } | { clientAddress: string },
): Promise<void> {
  const bytes = Number(request.headers.get('Content-Length') ?? 0)
  const units = Math.max(1, Math.ceil(bytes / uploadUnit))
  const who = 'userId' in of ? of.userId : addressKey(of.clientAddress)
  return answer(request, () => takeShare({ what: 'uploads', of: who, units }))
}
