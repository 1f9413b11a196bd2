import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeInventory } from '../prisma/personal-data/describe'
import { runCommand } from './process/stop-with-sentence'
import { projectRoot } from './project'

/** `npm run data:inventory`: writes docs/personal-data.md from prisma/personal-data. */
await runCommand(async () => {
  writeFileSync(join(projectRoot, 'docs/personal-data.md'), describeInventory())
})
