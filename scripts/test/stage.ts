import { spawn } from 'node:child_process'
import { availableParallelism, constants } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { PassThrough, type Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { exitOf } from '../process/child'
import { projectRoot } from '../project'

/** How many tests of a stage passed and failed, and how many were left out; what failed has a name and, where there is one, a reason. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
  failures?: readonly string[]
}

/** What a stage does; all that it says goes into `output`. */
export type Run = (output: Writable) => Promise<Tally>

/** Runs a program of a package, given by its file below node_modules, with what it says in `output`; 0 means success. */
export async function runTool(
  output: Writable,
  file: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<number> {
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}
  const child = spawn(process.execPath, [join(projectRoot, 'node_modules', file), ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...colour, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.pipe(output, { end: false })
  child.stderr.pipe(output, { end: false })
  const code = await exitOf(child)
  if (code === 'SIGINT' || code === 130) process.exit(128 + constants.signals.SIGINT)
  return typeof code === 'number' ? code : 1
}

/** A check without tests of its own counts as one. */
export async function check(succeeds: () => Promise<boolean>): Promise<Tally> {
  return (await succeeds()) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/** Runs a stage under a heading and says how long it took; an exception is a failure, never the end of the run. */
async function stage(title: string, run: Run, output: Writable): Promise<Tally> {
  output.write(`\n━━━ ${title}\n`)
  const started = performance.now()
  const tally: Tally = await run(output).catch((error: unknown) => {
    output.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return { passed: 0, failed: 1, skipped: 0 }
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''
  output.write(`━━━ ${title}: ${tally.passed} passed, ${tally.failed} failed${skipped} (${seconds} s)\n`)
  if (tally.failed === 0) return tally
  return {
    ...tally,
    failures: (tally.failures ?? ['see its output above']).map((one) => `${title} · ${one}`),
  }
}

/**
 * Runs stages that leave each other alone, as many at once as there are processors, in the order given. The first is heard as it goes; what each of the others says stands together, when it and the first have ended.
 */
export async function runTogether(stages: Readonly<Record<string, Run>>): Promise<Tally[]> {
  const waiting = [...Object.entries(stages).entries()]
  const tallies: Tally[] = []
  const told: Promise<unknown>[] = []
  let first: Promise<unknown> = Promise.resolve()
  const takeWaiting = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, [title, run]] = next
      if (at === 0) {
        const heard = stage(title, run, process.stdout)
        first = heard
        tallies.push(await heard)
      } else {
        const output = new PassThrough()
        told.push(Promise.all([text(output), first]).then(([said]) => process.stdout.write(said)))
        tallies.push(await stage(title, run, output))
        output.end()
      }
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, takeWaiting))
  await Promise.all(told)
  return tallies
}
