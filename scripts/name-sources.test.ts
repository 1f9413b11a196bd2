import { SourceMap } from 'node:module'
import { expect, it } from 'vitest'
import { nameSources } from './name-sources'

/** The built file's second line is the fifth of one of ours; its first is nobody's. */
const map = new SourceMap({
  file: 'index.js',
  version: 3,
  sources: ['../../app/modules/orders/place-order.server.ts'],
  sourcesContent: [],
  names: [],
  mappings: ';AAIA',
  sourceRoot: '',
})

const maps = new Map([['server/index.js', map]])

it('says where in our own files a stack was, however often a line of the log names it', () => {
  const place = 'file:///srv/shop/build/server/index.js:2:7'
  expect(nameSources(`{"stack":"    at place (${place})\\n    at ${place}"}`, maps)).toBe(
    '{"stack":"    at place (app/modules/orders/place-order.server.ts:5)\\n    at app/modules/orders/place-order.server.ts:5"}',
  )
})

it.each([
  'at start (file:///srv/shop/build/server/index.js:1:1)',
  'at start (file:///srv/shop/build/front/server.js:2:7)',
  'at start (file:///srv/shop/server.ts:2:1)',
  '{"level":30,"msg":"index.js:2:1"}',
])('leaves %s as it is', (line) => {
  expect(nameSources(line, maps)).toBe(line)
})
