import process from 'node:process'

/**
 * Resolves when this process is asked to stop: Ctrl-C, a signal, or the death of the npm that started it (kill -9 on
 * it would otherwise leave everything running). Asking twice changes nothing; every child has its own time limit.
 */
export function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
    if (process.env.npm_lifecycle_event === undefined) return
    const parent = process.ppid
    setInterval(() => process.ppid !== parent && resolve(), 200).unref()
  })
}
