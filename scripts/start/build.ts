import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exitOf, startChild } from '../process/child'
import { waitUntil } from '../process/identity.mjs'
import { findHolder, takeLock } from '../process/lock.mjs'
import { Stop } from '../process/stop-with-sentence'
import { projectRoot } from '../project'
import { packFiles } from './pack-files'

const sources = ['app', 'public', 'scripts/bundle']
const settings = [
  'package-lock.json',
  'postcss.config.js',
  'remix.config.js',
  'server.ts',
  'tailwind.config.ts',
  'tsconfig.json',
  'vite.config.ts',
  'workers.ts',
]
const lockFile = join(projectRoot, '.cache/build.lock')
const stampFile = join(projectRoot, 'build/stamp')

/** Builds the application unless the build at hand was made from just these files; tells whether it did. */
export async function buildIfStale(): Promise<boolean> {
  const answer = takeLock(lockFile)
  if (!answer.taken) {
    await waitUntil(() => findHolder(lockFile) === null, 10 * 60_000)
    return buildIfStale()
  }
  try {
    const stamp = fingerprint()
    if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false
    rmSync(stampFile, { force: true })
    await build()
    writeFileSync(stampFile, stamp)
    return true
  } finally {
    answer.lock.release()
  }
}

async function build(): Promise<void> {
  await run('node_modules/@remix-run/dev/dist/cli.js', ['vite:build'])
  await run('scripts/bundle/front.ts')
  await packFiles(join(projectRoot, 'build/client'))
}

async function run(script: string, args: string[] = []): Promise<void> {
  const child = startChild(script, args, { output: 'pipe', environment: { NODE_ENV: 'production' } })
  const said: string[] = []
  child.stdout?.on('data', (chunk) => said.push(String(chunk)))
  child.stderr?.on('data', (chunk) => said.push(String(chunk)))
  if ((await exitOf(child)) !== 0) throw new Stop(`The build failed:\n${said.join('')}`)
}

function fingerprint(): string {
  const hash = createHash('sha256')
  const files = sources.flatMap(filesBelow).filter((file) => !/\.test\.tsx?$/.test(file))
  for (const file of [...files, ...settings]) {
    const path = join(projectRoot, file)
    if (existsSync(path)) hash.update(`${file}\0`).update(readFileSync(path))
  }
  return hash.digest('hex')
}

function filesBelow(directory: string): string[] {
  const path = join(projectRoot, directory)
  if (!existsSync(path)) return []
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length + 1))
    .sort()
}
