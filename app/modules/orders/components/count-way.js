/* Counts the postage and the total anew as soon as another service is chosen. Without it the button does, and the one that pays. */
const wayButton = document.querySelector('[name="applyServices"]')
const wayForm = wayButton?.closest('form')

if (wayButton instanceof HTMLButtonElement && wayForm) {
  let underway = new AbortController()
  wayButton.hidden = true
  wayForm.addEventListener('change', async ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.name.startsWith('service:')) return
    underway.abort()
    const own = new AbortController()
    underway = own
    const body = new FormData(wayForm)
    body.set('applyServices', 'yes')
    try {
      const answer = await fetch(wayForm.action, { method: 'POST', body, signal: own.signal })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      if (answer.ok && page.getElementById('sum')) show(page)
      else wayButton.hidden = false
    } catch {
      // another choice was quicker, or there is no network
      wayButton.hidden = own.signal.aborted
    }
  })
}

/**
 * What was counted, and what the form brings back as seen, as the new page has them.
 * @param {Document} page
 */
function show(page) {
  for (const shown of document.querySelectorAll('[data-counted]')) {
    const counted = page.getElementById(shown.id)
    if (counted) shown.replaceWith(counted)
  }
  for (const field of wayForm?.querySelectorAll('input[type="hidden"]') ?? []) {
    const fresh = page.getElementsByName(field.getAttribute('name') ?? '')[0]
    const value = fresh?.getAttribute('value')
    if (value) field.setAttribute('value', value)
  }
  const said = document.getElementById('way-counted')
  if (said) said.textContent = document.querySelector('#sum-line span')?.textContent ?? ''
}
