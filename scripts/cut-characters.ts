/**
 * Cuts the traditional characters that a search understands out of the npm package `opencc-js` (its character table comes from OpenCC, Apache-2.0)
 * and writes app/modules/search/traditional.json, which is committed: every character of the Basic Multilingual Plane whose simplified form is one
 * of the 6,763 of GB 2312. The package is no dependency; fetch it beside the project, once:
 *
 *   cd "$(mktemp -d)" && npm pack opencc-js@1.4.2 && tar xzf opencc-js-1.4.2.tgz
 *   npx tsx scripts/cut-characters.ts <that directory>/package     (from the project root)
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'

const OUT = new URL('../app/modules/search/traditional.json', import.meta.url)

/** Rows 16 to 87 of GB 2312 are its Han characters. */
function gb2312Characters(): Set<string> {
  const decoder = new TextDecoder('gbk')
  const characters = new Set<string>()
  for (let row = 0xb0; row <= 0xf7; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) characters.add(decoder.decode(new Uint8Array([row, cell])))
  return characters
}

const packageDir = z.string({ error: 'Say where the package lies.' }).parse(process.argv[2])
const source = readFileSync(join(packageDir, 'dist/esm-lib/dict/TSCharacters.js'), 'utf8')
const common = gb2312Characters()
const pairs = (/"([^"]+)"/.exec(source)?.[1] ?? '')
  .split('|')
  .map((entry) => entry.split(' '))
  .filter(([from = '', to = '']) => from.length === 1 && to.length === 1 && from !== to && common.has(to))
const side = (at: 0 | 1) => pairs.map((pair) => pair[at] ?? '').join('')
writeFileSync(OUT, `${JSON.stringify({ traditional: side(0), simplified: side(1) }, null, 2)}\n`)
console.log(`${pairs.length} characters are kept in ${OUT.pathname}.`)
