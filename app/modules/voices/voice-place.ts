/** What the sealed bytes are bound to: those of one recording do not open as another's. */
export function voicePlace(id: string) {
  return { table: 'VoiceNote', column: 'body', row: id }
}
