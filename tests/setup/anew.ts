import process from 'node:process'
import { afterAll, vi } from 'vitest'

/**
 * For each test file of a process that takes some, one after the other, so that packages are loaded and compiled once: the project's modules anew, and afterwards the environment, clocks and globals as they
 * were. Nothing of another file is ever seen; what it left running finds its database gone.
 */
vi.resetModules()
const environmentBefore = { ...process.env }

afterAll(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  for (const one of Object.keys(process.env)) if (!(one in environmentBefore)) delete process.env[one]
  Object.assign(process.env, environmentBefore)
})
