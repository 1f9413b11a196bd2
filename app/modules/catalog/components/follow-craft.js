/* Shows what the chosen craft asks, and puts a tapped sentence into the story. Without it the page asks what the saved craft asks, and the sentences are there to be read. */
const craft = document.getElementById('craftCode')
const story = document.getElementById('storyZh')

if (craft instanceof HTMLSelectElement) {
  craft.addEventListener('change', () => show(craft.value))
  // what was typed before a session ended is put back after this script has run
  craft.addEventListener('input', () => show(craft.value))
}

document.addEventListener('click', ({ target }) => {
  const words = target instanceof HTMLElement ? target.dataset.phrase : undefined
  if (words === undefined || !(story instanceof HTMLTextAreaElement)) return
  const before = story.value.trimEnd()
  story.value = before === '' ? words : `${before}\n${words}`
  story.dispatchEvent(new Event('input', { bubbles: true }))
  const gap = story.value.indexOf('＿', before.length)
  story.focus()
  if (gap >= 0) story.setSelectionRange(gap, gap + 1)
})

/** @param {string} code */
function show(code) {
  for (const part of document.querySelectorAll('[data-craft]')) {
    const isOther = part.getAttribute('data-craft') !== code
    part.toggleAttribute('hidden', isOther)
    if (part instanceof HTMLFieldSetElement) part.disabled = isOther
  }
}
