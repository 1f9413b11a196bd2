import process from 'node:process'
import { withDatabase } from './database/connection'
import { runChild } from './process/child'
import { runCommand } from './process/stop-with-sentence'

/** `npm run search:rebuild`: makes the search index anew, while the shop is open: after a change of synonyms or of how words are cut, and after a restore. */
await runCommand(() =>
  withDatabase((database) =>
    runChild('scripts/database/write-search-index.ts', process.argv.slice(2), database.environment),
  ),
)
