import { fileTypeFromBuffer } from 'file-type'
import type { VoiceType } from './voice-limits'

/** Containers as they are recognised by their bytes, and what a browser plays them as. */
const playedAs: Readonly<Record<string, VoiceType>> = {
  'video/webm': 'audio/webm',
  'audio/webm': 'audio/webm',
  'video/matroska': 'audio/webm',
  'video/mp4': 'audio/mp4',
  'audio/mp4': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'audio/ogg': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'application/ogg': 'audio/ogg',
  'audio/mpeg': 'audio/mpeg',
  'audio/wav': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
}

/** Marks of moving pictures in a WebM and in an MP4: a film is not a voice. */
const pictureMarks = ['V_VP8', 'V_VP9', 'V_AV1', 'V_MPEG', 'vide']

/** What a recording is, by its bytes alone; null for everything that is none, films included. */
export async function voiceTypeOf(bytes: Uint8Array): Promise<VoiceType | null> {
  const found = await fileTypeFromBuffer(bytes)
  const type = (found && playedAs[found.mime]) ?? null
  if (type !== 'audio/webm' && type !== 'audio/mp4') return type
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return pictureMarks.some((mark) => whole.includes(mark)) ? null : type
}
