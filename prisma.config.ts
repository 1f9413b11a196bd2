import { defineConfig } from 'prisma/config'

/** Prisma's own commands read this; the project's database commands live in `scripts/database`. */
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.MIGRATE_DATABASE_URL ?? '' },
})
