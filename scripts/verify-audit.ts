import process from 'node:process'
import { withDatabase } from './database/connection'
import { runChild } from './process/child'
import { runCommand } from './process/stop-with-sentence'

/** `npm run audit:verify`: names the first row of the audit that cannot be right, or says that all are. Changes nothing. */
await runCommand(() =>
  withDatabase((database) =>
    runChild('scripts/database/read-audit.ts', process.argv.slice(2), database.environment),
  ),
)
