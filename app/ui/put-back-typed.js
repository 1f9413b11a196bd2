/*
 * Keeps what she types in a form until it is saved: a session that has ended, a line that breaks or an empty battery costs no word. The form is told apart by `data-keep`, what is saved by
 * `data-version`: what was typed over another version is forgotten. When something is put back, the note beside it is shown.
 */
const note = document.querySelector('[data-keep]')
const form = note?.closest('form')
if (note instanceof HTMLElement && form) {
  const place = `typed:${note.dataset.keep}`
  const { version } = note.dataset
  const read = () => {
    const typed = [...new FormData(form)].filter(([, value]) => typeof value === 'string')
    return typed.filter(([name]) => name !== 'version' && name !== 'intent')
  }
  const keep = () => {
    try {
      localStorage.setItem(place, JSON.stringify({ version, typed: read() }))
    } catch {
      // a browser that keeps nothing: the form itself works as before
    }
  }
  forget(note.dataset.keep?.split('.')[0] ?? '')
  const kept = recall(place)
  if (kept && (kept.version !== version || note.dataset.answered === 'yes')) localStorage.removeItem(place)
  else if (kept && JSON.stringify(kept.typed) !== JSON.stringify(read())) {
    putBack(form, kept.typed)
    note.hidden = false
    // what a choice brings onto the screen is filled once it stands there
    setTimeout(() => putBack(form, kept.typed), 300)
  }
  form.addEventListener('input', keep)
  form.addEventListener('change', keep)
}

/**
 * Somebody signed out on this device: what she typed before is nobody's business; what others typed here stays. Whoever is here again is not gone, and what she types from now on is kept.
 * @param {string} here
 */
function forget(here) {
  const left = /(?:^|; )left=([\w.-]+)/.exec(document.cookie)?.[1]?.split('.') ?? []
  const gone = left.filter((owner) => owner !== here)
  const others = `left=${gone.join('.')}; Path=/; Max-Age=31536000; SameSite=Lax`
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is missing in older browsers
  if (gone.length < left.length) document.cookie = gone.length > 0 ? others : 'left=; Path=/; Max-Age=0'
  try {
    for (const key of Object.keys(localStorage))
      if (gone.some((owner) => key.startsWith(`typed:${owner}.`))) localStorage.removeItem(key)
  } catch {
    // nothing was kept
  }
}

/**
 * @param {string} place
 * @returns {{ version: string, typed: [string, string][] } | null}
 */
function recall(place) {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? 'null')
    return Array.isArray(kept?.typed) ? kept : null
  } catch {
    return null
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {[string, string][]} typed
 */
function putBack(form, typed) {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox'))
      control.checked = typed.some(([name, value]) => name === control.name && value === control.value)
    else if (
      (control instanceof HTMLInputElement && !['hidden', 'file', 'submit'].includes(control.type)) ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    ) {
      const found = typed.find(([name]) => name === control.name)
      if (found) control.value = found[1]
    }
  }
}
