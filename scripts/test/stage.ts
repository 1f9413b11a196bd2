import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { exitOf } from '../process/child'
import { projectRoot } from '../project'

/** How many tests of a stage passed and failed, and how many were left out. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
}

/** Runs a program of a package, given by its file below node_modules, with its output on the terminal; 0 means success. */
export async function runTool(
  file: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<number> {
  const child = spawn(process.execPath, [join(projectRoot, 'node_modules', file), ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const code = await exitOf(child)
  if (code === 'SIGINT' || code === 130) process.exit(128 + constants.signals.SIGINT)
  return typeof code === 'number' ? code : 1
}

/** A check without tests of its own counts as one. */
export async function check(succeeds: () => Promise<boolean>): Promise<Tally> {
  return (await succeeds()) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/** Runs a stage under a heading and says how long it took; an exception is a failure, never the end of the run. */
export async function stage(title: string, run: () => Promise<Tally>): Promise<Tally> {
  console.log(`\n━━━ ${title}`)
  const started = performance.now()
  const tally = await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1, skipped: 0 }
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''
  console.log(`━━━ ${title}: ${tally.passed} passed, ${tally.failed} failed${skipped} (${seconds} s)`)
  return tally
}
