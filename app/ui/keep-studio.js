/* What the studio keeps in the browser: its pocket, for times without a network, and how large she reads. Where the browser keeps nothing, everything else works as before. */
const root = document.documentElement
const keptPage = /^(?:\/en)?\/studio\/(?:pocket|offline)$/

if ('serviceWorker' in navigator) {
  const scope = root.lang === 'en' ? '/en/studio' : '/studio'
  navigator.serviceWorker
    .register('/sw.js', { scope })
    .then(() => navigator.serviceWorker.ready)
    .then(({ active }) => {
      if (active && !navigator.serviceWorker.controller) active.postMessage('take me in')
    })
    .catch(() => {})
}

// a kept page is the same for everybody: it is enlarged here, where the shop's other pages were large last
try {
  if (!keptPage.test(location.pathname)) localStorage.setItem('view', root.className)
  else if (localStorage.getItem('view') === 'view-large') root.classList.add('view-large')
} catch {
  // a browser that keeps nothing shows it in the ordinary size
}
