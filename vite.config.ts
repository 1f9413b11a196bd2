import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixOptions from './remix.config.js'
import { narrowClient } from './scripts/bundle/narrow-client'
import { oneByteText } from './scripts/bundle/one-byte-text'

/** The oldest browser inside WeChat that must still run the shop: Chromium 88, and nothing newer than ES2019. */
const oldestBrowser = ['chrome88', 'es2019']

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixOptions), narrowClient(), oneByteText()],
  resolve: { alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) } },
  build: {
    target: isSsrBuild ? 'node20' : oldestBrowser,
    cssTarget: 'chrome88',
    // small scripts of shop pages are files of their own: the site's content policy runs none from an address that carries it
    assetsInlineLimit: (path) => (path.endsWith('.js') ? false : undefined),
    sourcemap: Boolean(isSsrBuild),
    // read by log:sources alone, which names lines
    ...(isSsrBuild ? { rollupOptions: { output: { sourcemapExcludeSources: true } } } : {}),
    reportCompressedSize: false,
  },
}))
