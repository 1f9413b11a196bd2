import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { installPackages } from './install-packages.mjs'

/**
 * Runs a TypeScript file of the project in this process, after installing the packages if they are missing or stale.
 * Works from the project's directory, wherever it was called.
 *
 * @param {string} file
 */
export async function runTypeScript(file) {
  process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
  if (!(await installPackages())) {
    process.exitCode = 1
    return
  }
  const { register } = await import('tsx/esm/api')
  register()
  await import(pathToFileURL(join(process.cwd(), file)).href)
}
