import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { projectRoot } from '../project'
import { narrowGraph } from './narrow-graph'

const app = join(projectRoot, 'app')
/** Beside the build. */
const compilerFile = 'query-compiler.wasm'

/**
 * Puts into the built shop what a server needs of Prisma's client, and in the form that it keeps. Left as it is generated, every server kept 25 MB of a graph that knows each way from each of 170 tables to every
 * other, most of which no query of ours goes, and the text of the query compiler beside the compiler.
 */
export function narrowClient(): Plugin {
  return {
    name: 'narrow-client',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/generated/prisma/internal/class.ts')) return null
      this.emitFile({ type: 'asset', fileName: compilerFile, source: compilerOf(code) })
      return { code: withCompilerBeside(withNarrowGraph(code, askedBelow(app))), map: null }
    },
  }
}

/** What the shop's own code asks the client for: `product.findMany` among `calls`, and whatever it names in an object among `keys`. */
export interface Asked {
  calls: ReadonlySet<string>
  keys: ReadonlySet<string>
}

function askedBelow(directory: string): Asked {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  return askedIn(
    files
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^generated/.test(file))
      .map((file) => readFileSync(join(directory, file), 'utf8')),
  )
}

/** Reads generously: a name too many costs some bytes. */
export function askedIn(texts: readonly string[]): Asked {
  const found = (pattern: RegExp) =>
    new Set(
      texts.flatMap((text) => Array.from(text.matchAll(pattern), ([, one = '']) => one.replace(/\s/g, ''))),
    )
  return { calls: found(/(\w+\s*\.\s*\w+)\(/g), keys: found(/(\w+)['"`]?\s*[:,}]/g) }
}

/** What a root of the graph is called by: `product.create` for `Product.createOne`. */
function callsOf(root: string): string[] {
  const [model = '', action = ''] = root.split('.')
  const name = model.charAt(0).toLowerCase() + model.slice(1)
  const actions = action === 'aggregate' ? ['aggregate', 'count'] : [action.replace(/One$/, '')]
  return actions.map((one) => `${name}.${one}`)
}

/** The generated client's code with as much of the graph as what is asked for. */
export function withNarrowGraph(code: string, { calls, keys }: Asked): string {
  return replaced(
    code,
    /strings: JSON\.parse\((".*")\),\n {2}graph: "(.*)"/,
    (strings: string, graph: string) => {
      const narrow = narrowGraph(
        { strings: JSON.parse(JSON.parse(strings)), graph },
        {
          isName: (name) => keys.has(name),
          isRoot: (root) => callsOf(root).some((call) => calls.has(call)),
        },
      )
      return `strings: JSON.parse(${JSON.stringify(JSON.stringify(narrow.strings))}),\n  graph: ${JSON.stringify(narrow.graph)}`
    },
  )
}

const compilerText = /const \{ wasm \} = await import\("(.*)"\)\n\s+return await decodeBase64AsWasm\(wasm\)/

/** The query compiler as a file: from its text a server keeps the text, twice. */
function compilerOf(code: string): Buffer {
  const [, name = ''] = compilerText.exec(code) ?? []
  const text = readFileSync(createRequire(import.meta.url).resolve(name), 'latin1')
  const [, base64 = ''] = /"([\w+/=]+)"/.exec(text) ?? []
  return Buffer.from(base64, 'base64')
}

function withCompilerBeside(code: string): string {
  return replaced(
    code,
    compilerText,
    () =>
      `const { readFile } = await import('node:fs/promises')
    return WebAssembly.compile(await readFile(new URL('./${compilerFile}', import.meta.url)))`,
  )
}

/** With one part of it written otherwise; a client that is generated otherwise than known ends the build. */
function replaced(code: string, part: RegExp, by: (...groups: string[]) => string): string {
  if (!part.test(code)) throw new Error(`the generated Prisma client holds no ${part.source}`)
  return code.replace(part, (_, ...groups: string[]) => by(...groups))
}
