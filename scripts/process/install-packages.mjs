import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { waitUntil } from './identity.mjs'
import { findHolder, takeLock } from './lock.mjs'

const lockFile = '.cache/install.lock'

/**
 * `npm install` without writing: it keeps to package-lock.json, and unlike `npm ci` it goes on when a registry's
 * mirror lacks the optional package of some other system. Packages' own install scripts do not run.
 */
const command = [
  'install',
  '--no-save',
  '--ignore-scripts',
  '--include=dev',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
]

/**
 * Installs the packages of package-lock.json unless node_modules holds just those. Of two at once the second waits
 * for the first. False after a failure, which has been said.
 */
export async function installPackages() {
  if (isInstalled()) return true
  const answer = takeLock(lockFile)
  if (!answer.taken) {
    console.log(`Process ${answer.holder.process.pid} is installing the packages: waiting for it.`)
    await waitUntil(() => findHolder(lockFile) === null, 15 * 60_000)
    return installPackages()
  }
  console.log('Installing the packages (once) …')
  const npm = process.env.npm_execpath
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...command], { stdio: 'inherit' })
    : spawnSync('npm', command, { stdio: 'inherit', shell: process.platform === 'win32' })
  answer.lock.release()
  if (status === 0) {
    if (!isInstalled())
      console.log('package-lock.json is behind package.json: run npm install and commit both.')
    return true
  }
  console.error('\nThe packages were not installed; npm says above why. Is its registry reachable?')
  return false
}

/**
 * npm notes at the end of an installation what it put into node_modules; an interrupted one leaves no such note.
 * Packages for other systems are optional and may be missing.
 */
function isInstalled() {
  const note = 'node_modules/.package-lock.json'
  if (!existsSync(note)) return false
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
  const found = JSON.parse(readFileSync(note, 'utf8')).packages
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const present = found[path]
    if (!present) return entry.optional === true || entry.devOptional === true || entry.peer === true
    return present.version === entry.version && present.integrity === entry.integrity
  })
}
