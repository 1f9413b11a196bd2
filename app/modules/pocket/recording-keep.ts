import type { RecordingKeep } from '~/modules/voices/use-recorder'
import { isSharedDevice } from './shared-device'
import { canKeep, dropRecording, isOutOfRoom, readRecording, writeRecording } from './store'

/**
 * Keeps what she says of a piece on this device until it is sent: a reload or an empty battery costs nothing. Where nothing can be kept, or there is no room, it stays on the page. One whose id is among those that
 * have `arrived`, though the answer was lost, is not offered again.
 */
export function recordingKeep(productId: string, arrived: readonly string[] = []): RecordingKeep {
  return {
    read: async () => {
      if (!canKeep()) return null
      const kept = await readRecording(productId)
      if (!kept || !arrived.includes(kept.id)) return kept
      await dropRecording(productId)
      return null
    },
    write: async (spoken) => {
      if (!canKeep()) return false
      try {
        return await writeRecording({ productId, ...spoken }, { isShared: isSharedDevice() })
      } catch (error) {
        if (isOutOfRoom(error)) return false
        throw error
      }
    },
    drop: async () => {
      if (canKeep()) await dropRecording(productId)
    },
  }
}
