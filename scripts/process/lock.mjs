import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import process from 'node:process'
import { identify, isSameAlive } from './identity.mjs'

/**
 * Who holds a lock, and what that process wants others to know (addresses, ports).
 *
 * @typedef {{ process: import('./identity.mjs').ProcessIdentity, notes: Record<string, string> }} LockHolder
 *
 * `note` tells others more about the holder; it replaces the file whole, so that nobody reads half of it.
 * @typedef {{ note(notes: Record<string, string>): void, release(): void }} Lock
 *
 * @typedef {{ taken: true, lock: Lock } | { taken: false, holder: LockHolder }} LockAnswer
 */

/**
 * A lock file that holds as long as its process lives: one left behind by a killed process is taken over.
 * The file appears with its content in one step (a hard link), so that two at once cannot both have it.
 *
 * @param {string} file
 * @returns {LockAnswer}
 */
export function takeLock(file) {
  const self = identify(process.pid)
  if (!self) throw new Error('This process cannot identify itself.')
  mkdirSync(dirname(file), { recursive: true })
  for (let attempt = 0; attempt < 50; attempt++) {
    if (placeOnce(file, { process: self, notes: {} })) return { taken: true, lock: heldLock(file, self) }
    const holder = readHolder(file)
    if (holder && isSameAlive(holder.process)) return { taken: false, holder }
    removeStale(file, holder)
  }
  throw new Error(`The lock file ${file} cannot be taken.`)
}

/**
 * The living holder of a lock, or null when nobody holds it.
 *
 * @param {string} file
 * @returns {LockHolder | null}
 */
export function findHolder(file) {
  const holder = readHolder(file)
  return holder && isSameAlive(holder.process) ? holder : null
}

/**
 * @param {string} file
 * @param {import('./identity.mjs').ProcessIdentity} self
 * @returns {Lock}
 */
function heldLock(file, self) {
  /** @type {Record<string, string>} */
  let notes = {}
  return {
    note(more) {
      notes = { ...notes, ...more }
      const draft = draftOf(file)
      writeFileSync(draft, JSON.stringify({ process: self, notes }))
      renameSync(draft, file)
    },
    release() {
      const holder = readHolder(file)
      if (holder?.process.pid === self.pid && holder.process.born === self.born) rmSync(file, { force: true })
    },
  }
}

/** @param {string} file */
function draftOf(file) {
  return `${file}.${process.pid}`
}

/**
 * @param {string} file
 * @param {LockHolder} holder
 */
function placeOnce(file, holder) {
  const draft = draftOf(file)
  writeFileSync(draft, JSON.stringify(holder))
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/**
 * @param {string} file
 * @returns {LockHolder | null}
 */
function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/**
 * Moves a dead holder's file aside; should a new holder have come in between, its file is put back.
 *
 * @param {string} file
 * @param {LockHolder | null} stale
 */
function removeStale(file, stale) {
  const aside = `${draftOf(file)}.stale`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const moved = readHolder(aside)
  if (moved && moved.process.born !== stale?.process.born && isSameAlive(moved.process))
    renameSync(aside, file)
  else rmSync(aside, { force: true })
}
