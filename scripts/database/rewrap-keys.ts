import { prisma } from '../../app/platform/db/prisma.server'
import { rewrapDataKeys } from '../../app/platform/secrets/envelope.server'

/** Run by `keys:rotate` with the application's environment. */
const atOnce = 200

let count = 0
for (let last = atOnce; last > 0; count += last)
  last = await prisma.$transaction((tx) => rewrapDataKeys(tx, atOnce), { timeout: 60_000 })
console.log(
  `${count} data keys were wrapped anew; every one that is not destroyed opens with DATA_KEY alone.`,
)
await prisma.$disconnect()
