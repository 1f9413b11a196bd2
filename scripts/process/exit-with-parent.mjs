import process from 'node:process'

/**
 * Preloaded into every child of the start script. The channel to the parent closes when the parent dies, whatever
 * killed it; the child then stops in order, and by force when it takes longer than a drain may.
 */
const longestDrain = 20_000

if (process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), longestDrain).unref()
    process.kill(process.pid, 'SIGTERM')
  })
  process.channel.unref()
}
