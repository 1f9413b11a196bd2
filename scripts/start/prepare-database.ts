import { join } from 'node:path'
import process from 'node:process'
import { checkDatabase } from '../database/check-database'
import { startEmbeddedDatabase } from '../database/embedded'
import type { DatabaseUrls } from '../database/migrate-database'
import { loadSecrets, type Secrets } from '../database/secrets'
import { Stop } from '../process/stop-with-sentence'
import type { StartSettings } from './settings'

/** A database that answers, and what the application must be told about it and about its own secrets. */
export interface PreparedDatabase extends DatabaseUrls {
  /** Where this instance's files lie: the embedded database, pictures, secrets. */
  directory: string
  environment: Record<string, string>
  /** Resolves when the embedded database ends; never for one that others run. */
  ended: Promise<void>
  stop(): Promise<void>
}

const secretNames = ['DATA_KEY', 'INDEX_KEY', 'SESSION_SECRET'] as const

/** Starts the embedded database, or checks that the given one can be used as it must be. */
export async function prepareDatabase(settings: StartSettings): Promise<PreparedDatabase> {
  if (!settings.external) {
    const database = await startEmbeddedDatabase({ name: 'main' })
    const { appUrl, ownerUrl, secrets, home } = database
    return {
      appUrl,
      ownerUrl,
      directory: home.directory,
      environment: environmentOf(settings, appUrl, secrets, home.directory),
      ended: database.ended,
      stop: () => database.stop(),
    }
  }
  await checkDatabase(settings.external)
  const directory = settings.dataRoot
  const secrets = settings.mode === 'demo' ? loadSecrets({ directory }) : null
  return {
    ...settings.external,
    directory,
    environment: environmentOf(settings, settings.external.appUrl, secrets, directory),
    ended: new Promise(() => undefined),
    stop: () => Promise.resolve(),
  }
}

/** Secrets that are set win; live with a database of one's own never invents any. */
function environmentOf(
  settings: StartSettings,
  appUrl: string,
  secrets: Secrets | null,
  directory: string,
): Record<string, string> {
  const own: Record<string, string> = {}
  for (const name of secretNames) {
    const value = process.env[name] || secrets?.[name]
    if (!value)
      throw new Stop(`${name} is not set; a shop in live mode needs it, kept safe outside the database.`)
    own[name] = value
  }
  return {
    ...own,
    APP_MODE: settings.mode,
    DATABASE_URL: appUrl,
    MEDIA_DIR: process.env.MEDIA_DIR || join(directory, 'media'),
  }
}
