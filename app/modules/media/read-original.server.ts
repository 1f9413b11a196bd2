import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { storage } from '~/platform/storage/storage.server'
import { loadSharp } from './load-sharp.server'

/** Sample pictures lie in the project, not among the stored files. The process runs in the project's folder. */
const sampleFolder = resolve('prisma/seed/pictures')

/** The bytes from which a picture's sizes are made: its stored original, or the project's file of a sample picture, or of a part of it; null when they are gone. */
export async function readOriginal(picture: {
  contentHash: string
  sampleFile: string | null
}): Promise<Buffer | null> {
  const stored = await storage.readAll(picture.contentHash)
  if (stored || picture.sampleFile === null) return stored
  const [file = '', part] = picture.sampleFile.split('@')
  const whole = await readFile(resolve(sampleFolder, basename(file))).catch((error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  return whole && part !== undefined ? cut(whole, part) : whole
}

/** A part of a sample picture, by `left,top,width,height` in its pixels; without loss, as its sizes are made from it. */
async function cut(whole: Buffer, part: string): Promise<Buffer> {
  const [left = 0, top = 0, width = 0, height = 0] = part.split(',').map(Number)
  const sharp = await loadSharp()
  return sharp(whole).extract({ left, top, width, height }).png({ compressionLevel: 1 }).toBuffer()
}
