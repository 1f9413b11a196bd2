import { mkdirSync } from 'node:fs'
import sharp from 'sharp'
import { drawnSize } from '~/modules/search/share-picture'
import { ornaments } from './share-pictures/ornaments'

/** `npm run pictures:share`: draws what previews of links show where there is no photograph, into public/share. */

const folder = 'public/share'

mkdirSync(folder, { recursive: true })
for (const [name, draw] of Object.entries(ornaments)) {
  const { width, height } = drawnSize
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${draw()}</svg>`
  const { size } = await sharp(Buffer.from(svg))
    .jpeg({ quality: 80, mozjpeg: true })
    .toFile(`${folder}/${name}.jpg`)
  console.log(`${name}: ${size} bytes`)
}
