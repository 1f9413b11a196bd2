import sharp from 'sharp'
import { expect, it } from 'vitest'
import { pictureOf } from '~/modules/media/picture'
import { noPicture } from './no-picture'
import { drawnCrafts, drawnSize, sharePicture } from './share-picture'

const media = { contentHash: 'a'.repeat(64), altZh: null, altEn: null, avifAt: null }

it('sends on the widest file of a photograph, and says how large it is', () => {
  const photo = pictureOf({ ...media, width: 1600, height: 2000 }, 'zh-CN', '盘长结')
  expect(sharePicture(photo, 'knots')).toEqual({
    path: `/media/${media.contentHash}-1280.jpg`,
    width: 1280,
    height: 1600,
  })
})

it('knows that no file is wider than its photograph', () => {
  const photo = pictureOf({ ...media, width: 800, height: 1001 }, 'zh-CN', '盘长结')
  expect(sharePicture(photo, undefined)).toMatchObject({ width: 800, height: 1001 })
})

it.each([
  ['a piece whose photograph is gone', noPicture('盘长结'), 'knots', '/share/knots.jpg'],
  ['a craft that nobody has drawn', undefined, 'weaving', '/share/shop.jpg'],
  ['a page of no craft', undefined, undefined, '/share/shop.jpg'],
])('sends on a drawing with %s', (_, photo, craft, path) => {
  expect(sharePicture(photo, craft)).toEqual({ path, width: 1200, height: 630 })
})

it.each(['shop', ...drawnCrafts])('has the drawing: %s', async (name) => {
  const { format, width, height, size } = await sharp(`public/share/${name}.jpg`).metadata()
  expect({ format, width, height }).toEqual({ format: 'jpeg', ...drawnSize })
  // WeChat shows none above 300 kB or so
  expect(size ?? 0).toBeLessThan(250_000)
})
