import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { projectRoot } from '../project'
import { packagedEngine } from './engine'
import { findDatabaseUser, type SystemUser } from './unprivileged-user'

/** Where one embedded database and everything that belongs to it lies. */
export interface DatabaseHome {
  directory: string
  /** Shared by all homes of this clone: the copied binaries lie here. */
  base: string
  /** True when the project's own directory is closed to the database's user, so that data and binaries lie elsewhere. */
  relocated: boolean
  /** Whom the database runs as; undefined for the user of this process. */
  user: SystemUser | undefined
}

/** `main` is what `npm start` serves; tests and browser journeys have instances of their own. */
export type HomeName = 'main' | 'test' | 'e2e' | 'bench'

/** Where this clone keeps its data: DATA_DIR, else `.data` in the project. */
export function dataRoot(): string {
  return resolve(projectRoot, process.env.DATA_DIR || '.data')
}

/**
 * The clone's data root, or, when root's database user may not enter that, a directory under /var/lib named by a
 * number kept in the data root, so that a new clone starts empty.
 */
export function findHome(name: HomeName): DatabaseHome {
  const user = findDatabaseUser()
  const preferred = dataRoot()
  open(preferred)
  const relocated = user !== undefined && !canReach(user, preferred)
  const base = relocated ? join('/var/lib/qiaoshou', cloneNumber(preferred)) : preferred
  const directory = name === 'main' ? base : join(base, name)
  if (relocated) open('/var/lib/qiaoshou')
  open(base)
  open(directory)
  return { directory, base, relocated, user }
}

/** Made so that others may pass through (the database's user must) but not list; one that exists stays as it is. */
function open(directory: string): void {
  const isNew = mkdirSync(directory, { recursive: true }) !== undefined
  if (isNew && process.getuid?.() === 0) chmodSync(directory, 0o711)
}

function canReach(user: SystemUser, directory: string): boolean {
  const { initdb, postgres, share } = packagedEngine()
  const question = 'cd "$0" && test -x "$1" && test -x "$2" && test -r "$3"'
  const answer = spawnSync(
    '/bin/sh',
    ['-c', question, directory, initdb, postgres, join(share, 'postgres.bki')],
    {
      uid: user.uid,
      gid: user.gid,
      cwd: '/',
    },
  )
  return answer.status === 0
}

function cloneNumber(directory: string): string {
  const file = join(directory, 'clone-number')
  if (!existsSync(file)) writeFileSync(file, randomBytes(8).toString('hex'))
  return readFileSync(file, 'utf8').trim()
}
