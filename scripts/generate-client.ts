import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { runCommand, Stop } from './process/stop-with-sentence'
import { projectRoot } from './project'

const execute = promisify(execFile)
const generated = join(projectRoot, 'app/generated/prisma')
const stamp = join(projectRoot, '.cache/prisma-client')

/**
 * Writes the Prisma client when the schema has changed since the last time. Prisma looks for its schema engine even
 * though `generate` does not need it, and would download it: any existing program keeps it content.
 */
export async function generateClient(): Promise<void> {
  const wanted = fingerprint()
  const last = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  if (last === wanted && existsSync(join(generated, 'client.ts'))) return
  const require = createRequire(import.meta.url)
  await execute(process.execPath, [require.resolve('prisma/build/index.js'), 'generate'], {
    cwd: projectRoot,
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
  }).catch((error: unknown) => {
    throw new Stop(
      `The Prisma client was not generated:\n${error instanceof Error ? error.message : String(error)}`,
    )
  })
  mkdirSync(join(projectRoot, '.cache'), { recursive: true })
  writeFileSync(stamp, wanted)
}

function fingerprint(): string {
  const directory = join(projectRoot, 'prisma/schema')
  const hash = createHash('sha256')
  for (const name of readdirSync(directory).sort())
    hash.update(name).update(readFileSync(join(directory, name)))
  hash.update(readFileSync(join(projectRoot, 'node_modules/prisma/package.json')))
  return hash.digest('hex')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await runCommand(generateClient)
