import { withDatabase } from './database/connection'
import { runChild } from './process/child'
import { runCommand } from './process/stop-with-sentence'

/** `npm run keys:rotate`: wraps every data key by DATA_KEY that one of DATA_KEYS_READ still wraps. May be stopped and begun again; the shop stays open. */
await runCommand(() =>
  withDatabase((database) => runChild('scripts/database/rewrap-keys.ts', [], database.environment)),
)
