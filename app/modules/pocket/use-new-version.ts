import { useEffect, useState } from 'react'

/** Where public/sw.js keeps the pages of the pocket. */
const store = 'pocket'

/**
 * Whether a newer pocket lies on this phone than the one that is shown. The worker says so when it has taken it in; where that was before this page could hear, the page sees it by the files it names.
 */
export function useNewVersion(): boolean {
  const [isThere, setIsThere] = useState(false)
  useEffect(() => {
    const workers = navigator.serviceWorker
    if (!workers) return
    const hear = ({ data }: MessageEvent) => {
      if (data === 'renewed') setIsThere(true)
    }
    workers.addEventListener('message', hear)
    void isReplaced(namedFiles()).then((isOld) => {
      if (isOld) setIsThere(true)
    })
    return () => workers.removeEventListener('message', hear)
  }, [])
  return isThere
}

/** The scripts and styles that this page came with. */
function namedFiles(): string[] {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload], link[rel=stylesheet]')
  return [...links].map(({ href }) => new URL(href).pathname).filter((path) => path.startsWith('/assets/'))
}

/** The page that is kept names other files. */
async function isReplaced(files: readonly string[]): Promise<boolean> {
  const kept = await caches.match(window.location.pathname, { cacheName: store })
  const html = await kept?.text()
  return html !== undefined && files.some((path) => !html.includes(path))
}
