/* Reads the page to whoever presses, sentence by sentence, and stops when pressed again. Without speech in the browser its button stays hidden. */
const speech = 'speechSynthesis' in window ? window.speechSynthesis : null
const button = document.querySelector('[data-read-aloud]')
if (speech && button instanceof HTMLButtonElement) {
  const read = button.textContent
  let isReading = false
  const rest = () => {
    isReading = false
    button.textContent = read
    button.setAttribute('aria-pressed', 'false')
  }
  button.hidden = false
  button.addEventListener('click', () => {
    speech.cancel()
    if (isReading) return rest()
    const sentences = sentencesOf(document.querySelector('main'))
    if (sentences.length === 0) return
    isReading = true
    button.textContent = button.getAttribute('data-stop')
    button.setAttribute('aria-pressed', 'true')
    for (const [at, text] of sentences.entries()) {
      const spoken = new SpeechSynthesisUtterance(text)
      spoken.lang = document.documentElement.lang
      spoken.rate = 0.9
      spoken.onerror = rest
      if (at === sentences.length - 1) spoken.onend = rest
      speech.speak(spoken)
    }
  })
  window.addEventListener('pagehide', () => speech.cancel())
}

/**
 * Short pieces, because some phones fall silent in long ones.
 * @param {HTMLElement | null} element
 * @returns {string[]}
 */
function sentencesOf(element) {
  const text = element ? wordsOf(element) : ''
  return text.split(/[\n。！？；]+/).flatMap((line) => line.trim() || [])
}

/**
 * What is shown, block by block, with what stands in its fields and which of the choices is taken.
 * @param {Node} node
 * @returns {string}
 */
function wordsOf(node) {
  if (node instanceof Text) return node.data.replace(/\s+/g, ' ')
  if (!(node instanceof HTMLElement)) return ''
  const { display } = getComputedStyle(node)
  if (display !== 'contents' && node.getClientRects().length === 0) return ''
  if (node instanceof HTMLSelectElement)
    return `\n${[...node.selectedOptions].map(({ text }) => text).join('\n')}\n`
  if (node instanceof HTMLTextAreaElement) return `\n${node.value}\n`
  if (node instanceof HTMLInputElement) return inputWords(node)
  if (node instanceof HTMLBRElement) return '\n'
  const isClosed = node instanceof HTMLDetailsElement && !node.open
  const shown = [...node.childNodes].filter((child) => !isClosed || child.nodeName === 'SUMMARY')
  const words = shown.map(wordsOf).join('')
  return display.startsWith('inline') ? words : `\n${words}\n`
}

/**
 * Nothing of a form that the browser is told not to remember: cards and codes are not for the room.
 * @param {HTMLInputElement} input
 */
function inputWords(input) {
  if (input.type === 'checkbox' || input.type === 'radio')
    return input.checked && button ? `\n${button.getAttribute('data-chosen')}` : ''
  const isSecret = input.type === 'password' || (input.form !== null && input.form.autocomplete === 'off')
  return isSecret || input.type === 'file' ? '' : `\n${input.value}\n`
}
