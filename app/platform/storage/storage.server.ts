import { env } from '~/platform/env.server'
import type { FileStore } from './file-store'
import { localFiles } from './local-files.server'

/** The files of this installation: below MEDIA_DIR. A bucket follows by another FileStore here. */
export const storage: FileStore = localFiles(env.MEDIA_DIR)
