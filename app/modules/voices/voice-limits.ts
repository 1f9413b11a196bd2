import { voiceLimit } from '~/body-limits'

/** A voice note, in the browser and at the shop. A minute at this rate is 240 kB; what a telephone's own recorder brings may be larger. */
export const voiceLimits = { seconds: 60, bitsPerSecond: 32_000, maxBytes: voiceLimit } as const

/** What a recording may be: what browsers record, and what telephones do. */
export type VoiceType = 'audio/webm' | 'audio/mp4' | 'audio/ogg' | 'audio/mpeg' | 'audio/wav'
