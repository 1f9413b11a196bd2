import { describe, expect, it } from 'vitest'
import { parsePictureName, pictureFileName } from './picture-names'

const hash = 'a1'.repeat(32)

describe('parsePictureName', () => {
  it('reads what pictureFileName writes', () => {
    for (const width of [320, 640, 960] as const)
      for (const format of ['webp', 'jpg', 'avif'] as const)
        expect(parsePictureName(pictureFileName({ hash, width, format }))).toEqual({ hash, width, format })
  })

  it.each([
    '',
    hash,
    `${hash}-320`,
    `${hash}-321.jpg`,
    `${hash}-1280.avif`,
    `${hash}-320.jpeg`,
    `${hash}-320.png`,
    `${hash}-320.JPG`,
    `${hash.toUpperCase()}-320.jpg`,
    `${hash.slice(1)}-320.jpg`,
    `../${hash}-320.jpg`,
    `${hash}-320.jpg/..`,
    `${hash}-320.jpg\n`,
    `${hash}-320.jpg\0`,
    '../../../etc/passwd',
  ])('knows no file by the name %j', (name) => expect(parsePictureName(name)).toBeNull())
})
