import { prisma } from '~/platform/db/prisma.server'
import { type OpenedVoice, openVoice } from './open-voice.server'

/** What buyers may hear: of a piece in the shop, approved with it, as long as she whose voice it is agrees (policy `hear`). Everything else is a 404. */
export function hearVoice({ voiceId }: { voiceId: string }): Promise<OpenedVoice> {
  return prisma.$transaction((tx) => openVoice(tx, { id: voiceId }))
}
