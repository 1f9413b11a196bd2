import process from 'node:process'
import { runCommand } from '../process/stop-with-sentence'
import { startEmbeddedDatabase } from './embedded'

/** `npm run db:start`: the embedded database alone, until Ctrl-C. */
await runCommand(async () => {
  const database = await startEmbeddedDatabase({ name: 'main' })
  console.log(
    `${database.startedHere ? 'PostgreSQL runs' : 'PostgreSQL already runs'}; its data: ${database.home.directory}`,
  )
  console.log(`DATABASE_URL=${database.appUrl}\nMIGRATE_DATABASE_URL=${database.ownerUrl}`)
  for (const name of ['DATA_KEY', 'INDEX_KEY', 'SESSION_SECRET'] as const)
    console.log(`${name}=${database.secrets[name]}`)
  if (!database.startedHere) return
  const asked = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await Promise.race([asked, database.ended])
  await database.stop()
})
