// Names while somebody types: fills the list of the search field. Without it the field works as it is.
const field = document.querySelector('input[data-names]')
const list = document.getElementById(field?.getAttribute('list') ?? '')
let asked = ''
let wait

async function suggest() {
  const words = field.value.trim()
  if (words === asked) return
  asked = words
  const names = words === '' ? [] : await namesFor(words)
  if (words !== field.value.trim()) return
  list.replaceChildren(...names.map((name) => new Option(name, name)))
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

// while pinyin is being composed its letters are not words yet
field?.addEventListener('input', (event) => {
  clearTimeout(wait)
  if (list && !event.isComposing) wait = setTimeout(suggest, 150)
})
field?.addEventListener('compositionend', suggest)
