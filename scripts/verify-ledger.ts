import process from 'node:process'
import { withDatabase } from './database/connection'
import { runChild } from './process/child'
import { runCommand } from './process/stop-with-sentence'

/**
 * `npm run ledger:verify`: names the first row of the books that cannot be right, or says that all are. With `-- --at <instant>` it prints every balance as it stood
 * then. Changes nothing.
 */
await runCommand(() =>
  withDatabase((database) =>
    runChild('scripts/database/read-ledger.ts', process.argv.slice(2), database.environment),
  ),
)
