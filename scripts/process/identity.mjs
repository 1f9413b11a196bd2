import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'

/**
 * A process as it can be told from a later one with the same number: numbers are given again after a crash or a
 * restart of the machine, moments of birth are not.
 *
 * @typedef {{ pid: number, born: string }} ProcessIdentity
 */

/**
 * The process's identity, or null when no such process lives.
 *
 * @param {number} pid
 * @returns {ProcessIdentity | null}
 */
export function identify(pid) {
  if (!isAlive(pid)) return null
  const born = process.platform === 'linux' ? bornOnLinux(pid) : bornElsewhere(pid)
  return born === null ? null : { pid, born }
}

/**
 * True while this very process lives, not merely one of the same number.
 *
 * @param {ProcessIdentity} identity
 */
export function isSameAlive(identity) {
  return identify(identity.pid)?.born === identity.born
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * The machine's boot and the start in clock ticks since; a zombie counts as dead.
 *
 * @param {number} pid
 * @returns {string | null}
 */
function bornOnLinux(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return null
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}/${fields[19]}`
  } catch {
    return null
  }
}

/**
 * @param {number} pid
 * @returns {string | null}
 */
function bornElsewhere(pid) {
  const answer = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return answer.status === 0 ? answer.stdout.trim() : null
}

/**
 * The command line of a process, or an empty text when it is gone or cannot be read.
 *
 * @param {number} pid
 * @returns {string}
 */
export function commandLine(pid) {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/**
 * @param {number} milliseconds
 * @returns {Promise<void>}
 */
export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/**
 * Waits until the condition holds, at most so long; tells whether it did.
 *
 * @param {() => boolean} condition
 * @param {number} milliseconds
 */
export async function waitUntil(condition, milliseconds) {
  const deadline = Date.now() + milliseconds
  while (!condition()) {
    if (Date.now() > deadline) return false
    await pause(50)
  }
  return true
}
