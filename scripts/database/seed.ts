import process from 'node:process'
import { runChild } from '../process/child'
import { runCommand } from '../process/stop-with-sentence'
import { withDatabase } from './connection'
import { migrateDatabase } from './migrate-database'

/** `npm run db:seed -- demo`: loads sample data once; what is there already stays. */
await runCommand(() =>
  withDatabase(async (database) => {
    await migrateDatabase(database)
    await runChild('prisma/seed.ts', [process.argv[2] ?? 'demo'], database.environment)
  }),
)
