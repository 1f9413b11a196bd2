import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

let font: Promise<Buffer> | undefined

/** Noto Sans SC of 10 MB, read once; each document embeds the glyphs that it uses. The rarest characters are boxes (docs/decisions/015). */
export function readPdfFont(): Promise<Buffer> {
  const file = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  )
  font ??= readFile(file)
  return font
}
