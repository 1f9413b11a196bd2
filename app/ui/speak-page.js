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
  // biome-ignore lint/performance/useDomNodeTextContent: only what is shown is read, with its line ends
  const text = element ? element.innerText : ''
  return text.split(/[\n。！？；]+/).flatMap((line) => line.trim() || [])
}
