import { setTimeout as pause } from 'node:timers/promises'
import { prisma } from '../../app/platform/db/prisma.server'
import { countOtherwiseWrapped, rewrapDataKeys } from '../../app/platform/secrets/envelope.server'

/** Run by `keys:rotate` with the application's environment. Ends when no data key is left that another key wraps, also none that somebody else holds just now. */
const atOnce = 200

let count = 0
for (let left = await countOtherwiseWrapped(prisma); left > 0; left = await countOtherwiseWrapped(prisma)) {
  const done = await prisma.$transaction((tx) => rewrapDataKeys(tx, atOnce), { timeout: 60_000 })
  count += done
  if (done === 0) await pause(500)
}
console.log(
  `${count} data keys were wrapped anew; every one that is not destroyed opens with DATA_KEY alone.`,
)
await prisma.$disconnect()
