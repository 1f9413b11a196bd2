import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { identify, isSameAlive } from '../process/identity.mjs'
import type { DatabaseHome } from './home'

/** The processes that use a database which another process runs: it should not be stopped under a short command. */
function directoryOf(home: DatabaseHome): string {
  return join(home.directory, 'postgres-guests')
}

export function signIn(home: DatabaseHome): void {
  mkdirSync(directoryOf(home), { recursive: true })
  writeFileSync(join(directoryOf(home), String(process.pid)), JSON.stringify(identify(process.pid)))
}

export function signOut(home: DatabaseHome): void {
  rmSync(join(directoryOf(home), String(process.pid)), { force: true })
}

/** True while some other living process is signed in; forgets those that died. */
export function hasGuests(home: DatabaseHome): boolean {
  const directory = directoryOf(home)
  mkdirSync(directory, { recursive: true })
  return readdirSync(directory).filter((name) => isPresent(join(directory, name))).length > 0
}

function isPresent(file: string): boolean {
  try {
    if (isSameAlive(JSON.parse(readFileSync(file, 'utf8')))) return true
    rmSync(file, { force: true })
    return false
  } catch {
    return false
  }
}
