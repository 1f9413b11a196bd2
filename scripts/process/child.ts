import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { projectRoot } from '../project'
import { Stop } from './stop-with-sentence'

const addressOf = (file: string) => pathToFileURL(fileURLToPath(new URL(file, import.meta.url))).href
const typeScript = addressOf('typescript.mjs')
const preload = addressOf('exit-with-parent.mjs')

interface ChildOptions {
  environment?: Record<string, string | undefined>
  /** `pipe` hands the output to the caller instead of the terminal. */
  output?: 'inherit' | 'pipe'
  /** Further options of Node itself. */
  nodeOptions?: string[]
}

/**
 * Starts a file of the project, TypeScript or built, in a process of its own that ends with this one. It stands in its own
 * process group, so that Ctrl-C reaches only the parent, which then stops its children in the right order.
 */
export function startChild(script: string, args: string[], options: ChildOptions = {}): ChildProcess {
  const { environment = {}, output = 'inherit', nodeOptions = [] } = options
  const translated = script.endsWith('.ts') ? ['--import', typeScript] : []
  return spawn(
    process.execPath,
    [...nodeOptions, ...translated, '--import', preload, join(projectRoot, script), ...args],
    {
      cwd: projectRoot,
      env: { ...process.env, ...environment },
      stdio: ['ignore', output, output, 'ipc'],
      detached: true,
    },
  )
}

/** Runs a TypeScript file to its end; a failure is a Stop that names it. */
export async function runChild(
  script: string,
  args: string[],
  environment: Record<string, string>,
): Promise<void> {
  const code = await exitOf(startChild(script, args, { environment }))
  if (code !== 0) throw new Stop(`${[script, ...args].join(' ')} failed (${code}); its message stands above.`)
}

/** How a process ended: its exit code, or the name of the signal. */
export function exitOf(child: ChildProcess): Promise<number | string> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve(child.exitCode ?? child.signalCode ?? 1)
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 1))
  })
}

/** Asks a child to stop, and insists when it has not after so many milliseconds. */
export async function stopChild(child: ChildProcess, patience: number): Promise<void> {
  const ended = exitOf(child)
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), patience)
  await ended
  clearTimeout(force)
}
