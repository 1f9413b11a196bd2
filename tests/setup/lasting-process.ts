import { ForksPoolWorker, type PoolOptions, type PoolRunnerInitializer, type PoolWorker } from 'vitest/node'

const name = 'lasting-process'

/** What each leaves in memory, its modules and their connections, would grow for as long as the tests take. */
const mostFiles = 12

/** A process that takes some files one after the other, so that what they share is loaded and compiled once, and then ends with all that they have left in memory. */
class LastingProcess extends ForksPoolWorker {
  override readonly name = name
  private files = 0

  override send(message: Parameters<PoolWorker['send']>[0]): void {
    if (message.type === 'run') this.files += 1
    super.send(message)
  }

  canReuse(): boolean {
    return this.files < mostFiles
  }
}

export const lastingProcess: PoolRunnerInitializer = {
  name,
  createPoolWorker: (options: PoolOptions) => new LastingProcess(options),
}
