/* Fills the fields of an address as soon as a text is pasted. Without it the button below the text does the same. */
const place = document.querySelector('[data-paste]')
const box = document.getElementById('paste')
const said = document.getElementById('paste-said')
const wayOn = document.getElementById('paste-beyond')

/** @type {ReturnType<typeof setTimeout> | undefined} */
let wait
let read = ''

async function readPasted() {
  if (!(box instanceof HTMLTextAreaElement) || !(place instanceof HTMLElement) || !box.form) return
  const text = box.value.trim()
  if (text === read || text.length < 6) return
  read = text
  const answer = await ask(place.dataset.paste || '', text)
  if (!answer || text !== box.value.trim()) return
  for (const [name, value] of Object.entries(answer.fields)) {
    const field = box.form.elements.namedItem(name)
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = String(value)
  }
  if (said) said.textContent = answer.said
  if (wayOn instanceof HTMLButtonElement) {
    wayOn.hidden = answer.beyond === null
    wayOn.value = answer.beyond?.code ?? ''
    const words = wayOn.querySelector('.btn-words')
    if (words) words.textContent = answer.beyond?.text ?? ''
  }
}

/**
 * @param {string} address
 * @param {string} text
 * @returns {Promise<{ fields: Record<string, string>, said: string, beyond: { code: string, text: string } | null } | null>}
 */
async function ask(address, text) {
  try {
    const answer = await fetch(address, { method: 'POST', body: new URLSearchParams({ paste: text }) })
    return answer.ok ? await answer.json() : null
  } catch {
    // no network: the button below still sends the form
    return null
  }
}

if (box instanceof HTMLTextAreaElement) {
  // pasted before this script was there; a form that came back is as she left it
  const county = box.form ? box.form.elements.namedItem('county') : null
  if (county instanceof HTMLInputElement && county.value === '') readPasted()
  box.addEventListener('input', (event) => {
    clearTimeout(wait)
    if (!(event instanceof InputEvent && event.isComposing)) wait = setTimeout(readPasted, 250)
  })
}
