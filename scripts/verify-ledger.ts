import { withDatabase } from './database/connection'
import { runChild } from './process/child'
import { runCommand } from './process/stop-with-sentence'

/** `npm run ledger:verify`: names the first row of the books that cannot be right, or says that all are. Changes nothing. */
await runCommand(() =>
  withDatabase((database) => runChild('scripts/database/read-ledger.ts', [], database.environment)),
)
