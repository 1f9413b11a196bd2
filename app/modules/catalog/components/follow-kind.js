/* Shows price and day of the kind that is chosen. Without it each choice says its own, and those of the first stand above. */
document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement && target.name === 'variantId') show(target.value)
})

// what was chosen before is chosen again when she comes back
const chosen = document.querySelector('input[name="variantId"]:checked')
if (chosen instanceof HTMLInputElement) show(chosen.value)

/** @param {string} id */
function show(id) {
  for (const block of document.querySelectorAll('[data-kind]'))
    block.toggleAttribute('hidden', block.getAttribute('data-kind') !== id)
}
