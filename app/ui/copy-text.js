/* Shows the buttons beside texts that can be copied, and copies. Without it the text is there to be selected. */
for (const button of document.querySelectorAll('[data-copy]')) {
  const text = document.getElementById(button.getAttribute('data-copy') || '')
  if (!text || !(button instanceof HTMLButtonElement)) continue
  button.hidden = false
  button.addEventListener('click', async () => {
    if (!(await copy(text))) return
    button.textContent = button.getAttribute('data-copied')
  })
}

/**
 * Old WebViews and plain http have no clipboard: the selection is copied, and stays selected when even that is refused.
 * @param {HTMLElement} element
 */
async function copy(element) {
  const selection = window.getSelection()
  if (selection) selection.selectAllChildren(element)
  if (!navigator.clipboard) return document.execCommand('copy')
  return navigator.clipboard.writeText((element.textContent || '').trim()).then(
    () => true,
    () => document.execCommand('copy'),
  )
}
