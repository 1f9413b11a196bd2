// Keys for the desk's queue: j and k go from line to line, x chooses, a chooses all or none, g goes to whom the chosen are given, ? shows the keys; Enter presses what is focused. Without it the queue works as it is.
const rows = [...document.querySelectorAll('.queue-row, .work-rows tbody tr, .work-rows > li')]
const keys = document.getElementById('queue-keys')
let at = -1

function go(to) {
  const row = rows[Math.min(Math.max(to, 0), rows.length - 1)]
  const act = row?.querySelector('.queue-act button, .queue-act a') ?? row?.querySelector('a, button')
  act?.focus()
  row?.scrollIntoView({ block: 'nearest' })
}

/** All lines that have a box, or, where each is chosen, none. */
function chooseAll() {
  const boxes = rows.map((row) => row.querySelector('input[type="checkbox"]')).filter(Boolean)
  const isOpen = boxes.some(({ checked }) => !checked)
  for (const box of boxes) if (box.checked !== isOpen) box.click()
}

function isTyping(target) {
  return target.closest('select, textarea, input:not([type="checkbox"])') !== null
}

document.addEventListener('focusin', ({ target }) => {
  at = rows.findIndex((row) => row.contains(target))
})

document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, isComposing, target } = event
  if (ctrlKey || metaKey || altKey || isComposing || isTyping(target)) return
  if (key === 'j') go(at + 1)
  else if (key === 'k') go(at - 1)
  else if (key === 'x') rows[at]?.querySelector('input[type="checkbox"]')?.click()
  else if (key === 'a') chooseAll()
  else if (key === 'g') document.querySelector('.give-to select')?.focus()
  else if (key === 'Enter' && target.matches('input[type="checkbox"]'))
    rows[at]?.querySelector('.queue-act button, .queue-act a')?.click()
  else if (key === '?' && keys) {
    keys.open = !keys.open
    keys.querySelector('summary').focus()
  } else return
  event.preventDefault()
})
