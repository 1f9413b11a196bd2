import { runCommand } from '../process/stop-with-sentence'
import { withDatabase } from './connection'
import { migrateDatabase } from './migrate-database'

/** `npm run db:migrate` */
await runCommand(() =>
  withDatabase(async (database) => {
    const applied = await migrateDatabase(database)
    console.log(applied.length ? `Applied: ${applied.join(', ')}` : 'The database is up to date.')
  }),
)
