// Names while somebody types, below the search field: gone through by the arrow keys, taken by Enter or a tap, put away by Escape. Without it the field works as it is.
const field = document.querySelector('input[data-names]')
const list = document.getElementById(field?.getAttribute('aria-controls') ?? '')
let asked = ''
let at = -1
let wait

async function suggest() {
  const words = field.value.trim()
  if (words === asked) return
  asked = words
  const names = words === '' ? [] : await namesFor(words)
  if (words !== field.value.trim()) return
  list.replaceChildren(...names.map(optionOf))
  show(names.length > 0 && document.activeElement === field)
}

async function namesFor(words) {
  try {
    const answer = await fetch(`${field.dataset.names}?${new URLSearchParams({ q: words })}`)
    return answer.ok ? await answer.json() : []
  } catch {
    // no network: nothing is suggested
    return []
  }
}

function optionOf(name, index) {
  const option = document.createElement('div')
  option.id = `${list.id}-${index}`
  option.setAttribute('role', 'option')
  option.textContent = name
  // the field keeps the focus, or the list would be gone before the tap
  option.addEventListener('pointerdown', (event) => event.preventDefault())
  option.addEventListener('click', () => take(option))
  return option
}

function show(isOpen) {
  list.hidden = !isOpen
  field.setAttribute('aria-expanded', String(isOpen))
  moveTo(-1)
}

/** -1: what was typed itself. */
function moveTo(index) {
  list.children[at]?.removeAttribute('aria-selected')
  at = index
  const option = list.children[at]
  if (!option) return field.removeAttribute('aria-activedescendant')
  option.setAttribute('aria-selected', 'true')
  option.scrollIntoView({ block: 'nearest' })
  field.setAttribute('aria-activedescendant', option.id)
}

function take(option) {
  field.value = option.textContent
  show(false)
  field.form.requestSubmit()
}

function press(event) {
  const count = list.children.length
  if (event.isComposing || count === 0) return
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const option = list.children[at]
  if (step && list.hidden) show(true)
  // round by way of what was typed
  else if (step) moveTo(((at + step + 1 + count + 1) % (count + 1)) - 1)
  else if (event.key === 'Enter' && option) take(option)
  else if (event.key === 'Escape' && !list.hidden) show(false)
  else return
  event.preventDefault()
}

if (field && list) {
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', field.labels?.[0]?.textContent ?? '')
  field.addEventListener('keydown', press)
  field.addEventListener('blur', () => show(false))
  // while pinyin is being composed its letters are not words yet
  field.addEventListener('input', (event) => {
    clearTimeout(wait)
    if (!event.isComposing) wait = setTimeout(suggest, 150)
  })
  field.addEventListener('compositionend', suggest)
}
