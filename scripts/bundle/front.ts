import { join } from 'node:path'
import { build } from 'vite'
import { projectRoot } from '../project'

/**
 * Builds the front door and what begins it for each processor, as JavaScript: a server that read its own TypeScript kept, for as long as it lived, the thread and the library that translate it. What both builds hold of
 * `app/platform`, each has for itself.
 */
await build({
  configFile: false,
  root: projectRoot,
  publicDir: false,
  logLevel: 'warn',
  resolve: { alias: { '~': join(projectRoot, 'app') } },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'build/front',
    sourcemap: true,
    rollupOptions: { input: ['server.ts', 'workers.ts'].map((file) => join(projectRoot, file)) },
  },
})
