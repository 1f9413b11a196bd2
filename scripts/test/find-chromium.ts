import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { Stop } from '../process/stop-with-sentence'

/** The headless shell first: without the parts of a browser that nobody sees, it takes a good part of the work off a machine of two processors. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
]
const macApplications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The system's Chromium, or null; CHROMIUM_PATH wins. */
export function chromiumOnSystem(): string | null {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const directories = (process.env.PATH ?? '').split(delimiter)
  const places = names.flatMap((name) => directories.map((directory) => join(directory, name)))
  return [...places, ...macApplications].find(isProgram) ?? null
}

/**
 * A Chromium for the browser journeys: the system's, else Debian's package if this user may install it, else
 * Playwright's own download.
 */
export function findChromium(): string {
  return chromiumOnSystem() ?? fromDebian() ?? fromPlaywright() ?? refuse()
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function fromDebian(): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  console.log('No Chromium found: installing it and fonts-noto-cjk from Debian …')
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...args: string[]) =>
    spawnSync('apt-get', args, { env: environment, encoding: 'utf8' }).status === 0
  const install = (browser: string) =>
    run('install', '-y', '--no-install-recommends', browser, 'fonts-noto-cjk')
  const isThere = install('chromium-headless-shell') || (run('update') && install('chromium-headless-shell'))
  if (!isThere) install('chromium')
  return chromiumOnSystem()
}

function fromPlaywright(): string | null {
  console.log('No Chromium found: downloading the one of Playwright …')
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli')
  const options = { encoding: 'utf8', timeout: 10 * 60_000 } as const
  if (spawnSync(process.execPath, [playwright, 'install', 'chromium'], options).status !== 0) return null
  const question = `import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))`
  const answer = spawnSync(process.execPath, ['-e', question], options)
  const file = answer.stdout.trim()
  return isProgram(file) ? file : null
}

function refuse(): never {
  throw new Stop(
    'The browser journeys need Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk), or set CHROMIUM_PATH to one.',
  )
}
