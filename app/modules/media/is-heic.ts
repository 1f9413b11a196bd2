/** The major brands by which a HEIC file names itself, as the server tells them (ISO/IEC 23008-12, annex B). */
const brands = new Set(['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1'])

/** In the browser, by the first twelve bytes: whether a file is HEIC, which many phones write when they save space. */
export async function isHeic(file: Blob): Promise<boolean> {
  const head = new TextDecoder('latin1').decode(await file.slice(4, 12).arrayBuffer())
  return head.startsWith('ftyp') && brands.has(head.slice(4))
}
