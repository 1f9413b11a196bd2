/* Keeps what she types before the form is sent, so that a page that loads anew, and another tab, show it. Without it the form keeps what was sent once. */
const place = document.querySelector('[data-draft]')
const form = place?.closest('form')

if (place instanceof HTMLElement && form) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let wait
  let underway = new AbortController()
  let isKept = true

  const stop = () => {
    clearTimeout(wait)
    underway.abort()
  }
  const keep = async () => {
    stop()
    underway = new AbortController()
    isKept = false
    try {
      const body = new FormData(form)
      const { ok } = await fetch(place.dataset.draft ?? '', { method: 'POST', body, signal: underway.signal })
      isKept = ok
    } catch {
      // no network, or she typed on
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(wait)
    wait = setTimeout(keep, 500)
  })
  form.addEventListener('change', keep)
  form.addEventListener('submit', stop)
  addEventListener('online', () => {
    if (!isKept) keep()
  })
}
