import process from 'node:process'

/** How Chromium is started wherever the tests do it: it asks nobody for anything, and runs for root too, whom its own sandbox refuses. */
export const browserFlags: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
