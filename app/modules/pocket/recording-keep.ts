import type { RecordingKeep } from '~/modules/voices/use-recorder'
import { canKeep, dropRecording, isOutOfRoom, readRecording, writeRecording } from './store'

/** Keeps what she says of a piece on this device until it is sent: a reload or an empty battery costs nothing. Where nothing can be kept, or there is no room, it stays on the page. */
export function recordingKeep(productId: string): RecordingKeep {
  return {
    read: async () => (canKeep() ? readRecording(productId) : null),
    write: async ({ blob, seconds }) => {
      if (!canKeep()) return false
      try {
        await writeRecording({ productId, blob, seconds })
        return true
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
