/**
 * The options of Remix. `vite.config.ts` hands them to the Vite plugin, which does not read this file itself.
 *
 * Two flags stay off: `v3_singleFetch` pins a turbo-stream with an unfixed denial of service, and
 * `v3_lazyRouteDiscovery` opens `/__manifest`, which lists every route to strangers.
 *
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: false,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: false,
    v3_throwAbortReason: true,
  },
}
