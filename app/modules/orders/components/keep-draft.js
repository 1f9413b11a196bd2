/* Keeps what she types before the form is sent, so that a page that loads anew, and another tab, show it. Without it the form keeps what was sent once. */
const keeper = document.querySelector('[data-draft]')
const checkout = keeper?.closest('form')

if (keeper instanceof HTMLElement && checkout) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let wait
  let underway = new AbortController()
  let isKept = true
  let isSent = false

  const stop = () => {
    clearTimeout(wait)
    underway.abort()
  }
  const keep = async () => {
    stop()
    if (isSent) return
    underway = new AbortController()
    isKept = false
    try {
      const body = new FormData(checkout)
      const { ok } = await fetch(keeper.dataset.draft ?? '', {
        method: 'POST',
        body,
        signal: underway.signal,
      })
      isKept = ok
    } catch {
      // no network, or she typed on
    }
  }
  checkout.addEventListener('input', () => {
    clearTimeout(wait)
    wait = setTimeout(keep, 500)
  })
  checkout.addEventListener('change', keep)
  checkout.addEventListener('submit', () => {
    stop()
    isSent = true
    isKept = true
  })
  // back from where the form led
  addEventListener('pageshow', () => {
    isSent = false
  })
  addEventListener('online', () => {
    if (!isKept) keep()
  })
}
