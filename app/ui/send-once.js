/* A form is sent once: a second tap while the page waits for its answer changes nothing. After a while, and on a page that comes back, it may be sent again. */
const againMs = 8_000
let sent = new WeakMap()

addEventListener('submit', (event) => {
  // a page that brings its forms by itself knows what it does; what only asks may ask again, and a file leaves its page where it is
  const { target: form, submitter } = event
  if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return
  const by = submitter instanceof HTMLButtonElement ? submitter.formMethod : ''
  if ((by || form.method) !== 'post') return
  const now = performance.now()
  if (now - (sent.get(form) ?? -againMs) < againMs) event.preventDefault()
  else sent.set(form, now)
})

addEventListener('pageshow', ({ persisted }) => {
  if (persisted) sent = new WeakMap()
})
