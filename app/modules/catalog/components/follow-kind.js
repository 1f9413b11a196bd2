/* Shows price and day of the kind that is chosen, and offers no more than there are of it. Without it each choice says its own, those of the first stand above, and too many are refused. */
const quantity = document.querySelector('#quantity')
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.name !== 'variantId') return
  show(target.value)
  offer(target.value)
})

// what was chosen before is chosen again when she comes back; what was refused stays as she chose it
const chosen = document.querySelector('input[name="variantId"]:checked')
if (chosen instanceof HTMLInputElement) {
  show(chosen.value)
  if (!document.querySelector('#quantity-error')) offer(chosen.value)
}

/** @param {string} id */
function show(id) {
  for (const block of document.querySelectorAll('[data-kind]'))
    block.toggleAttribute('hidden', block.getAttribute('data-kind') !== id)
}

/** @param {string} id */
function offer(id) {
  const most = Number(document.querySelector(`[data-kind="${id}"]`)?.getAttribute('data-most'))
  if (!(quantity instanceof HTMLSelectElement || quantity instanceof HTMLInputElement) || !most) return
  if (quantity instanceof HTMLSelectElement)
    for (const option of quantity.options) option.hidden = option.disabled = Number(option.value) > most
  if (Number(quantity.value) > most) quantity.value = String(most)
}
