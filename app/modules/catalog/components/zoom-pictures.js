/*
 * Shows a pressed photograph in large: previous and next, closer by a button, two fingers, two taps or the keys + and −, moved by dragging or the arrows. Escape closes, and the
 * focus goes back to where it was. Without it each photograph is a link to its largest file.
 */
const links = [...document.querySelectorAll('a.shot-open')]
const dialog = document.getElementById('zoom')
const stage = dialog?.querySelector('.zoom-stage')
const image = dialog?.querySelector('img')

if (dialog instanceof HTMLDialogElement && stage instanceof HTMLElement && image) zoom(dialog, stage, image)

/**
 * @param {HTMLDialogElement} dialog
 * @param {HTMLElement} stage
 * @param {HTMLImageElement} image
 */
function zoom(dialog, stage, image) {
  const closest = 4
  const closer = dialog.querySelector('[data-closer]')
  /** where the fingers are @type {Map<number, { x: number, y: number }>} */
  const fingers = new Map()
  let at = 0
  let scale = 1
  let left = 0
  let top = 0
  let lastTap = 0
  let moved = 0

  for (const [index, link] of links.entries())
    link.addEventListener('click', (event) => {
      const isPlain = event instanceof MouseEvent && !event.ctrlKey && !event.metaKey && !event.shiftKey
      if (!isPlain || !dialog.showModal) return
      event.preventDefault()
      show(index)
      dialog.showModal()
    })

  /** @param {number} index */
  function show(index) {
    at = (index + links.length) % links.length
    const link = links[at]
    const small = link?.querySelector('img')
    dialog.querySelector('source')?.setAttribute('srcset', link?.getAttribute('data-webp') ?? '')
    image.src = link?.getAttribute('href') ?? ''
    image.alt = small?.alt ?? ''
    for (const side of ['width', 'height']) image.setAttribute(side, small?.getAttribute(side) ?? '')
    // what is there already stands in its place until the large one is
    image.style.backgroundImage = small?.currentSrc ? `url("${small.currentSrc}")` : ''
    const caption = link?.closest('figure')?.querySelector('figcaption')?.textContent ?? ''
    dialog.querySelector('.zoom-caption')?.replaceChildren(caption)
    look(1)
  }

  /** @param {number} to how many times as large @param {number} [x] of the point that stays @param {number} [y] */
  function look(to, x, y) {
    const { width, height, left: edge, top: upper } = stage.getBoundingClientRect()
    const next = Math.min(closest, Math.max(1, to))
    const fromX = (x ?? edge + width / 2) - edge - width / 2
    const fromY = (y ?? upper + height / 2) - upper - height / 2
    left = fromX - ((fromX - left) * next) / scale
    top = fromY - ((fromY - top) * next) / scale
    scale = next
    move(0, 0)
    closer?.replaceChildren(closer.getAttribute(scale > 1 ? 'data-whole' : 'data-closer') ?? '')
  }

  /** @param {number} x @param {number} y */
  function move(x, y) {
    const mostX = Math.max(0, (image.offsetWidth * scale - stage.clientWidth) / 2)
    const mostY = Math.max(0, (image.offsetHeight * scale - stage.clientHeight) / 2)
    left = Math.min(mostX, Math.max(-mostX, left + x))
    top = Math.min(mostY, Math.max(-mostY, top + y))
    image.style.transform = `translate(${left}px, ${top}px) scale(${scale})`
    stage.classList.toggle('zoom-near', scale > 1)
  }

  dialog.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null
    if (button?.hasAttribute('data-close')) dialog.close()
    else if (button?.hasAttribute('data-step')) show(at + Number(button.getAttribute('data-step')))
    else if (button) look(scale > 1 ? 1 : 2.5)
  })

  dialog.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key]
    if (event.key === '+' || event.key === '=') look(scale * 1.5)
    else if (event.key === '-') look(scale / 1.5)
    else if (step && scale > 1) move((step[0] ?? 0) * 60, (step[1] ?? 0) * 60)
    else if (step?.[0]) show(at - step[0])
    else return
    event.preventDefault()
  })

  stage.addEventListener('pointerdown', ({ pointerId, clientX, clientY }) => {
    stage.setPointerCapture(pointerId)
    fingers.set(pointerId, { x: clientX, y: clientY })
    if (fingers.size === 1) moved = 0
  })

  stage.addEventListener('pointermove', ({ pointerId, clientX, clientY }) => {
    const before = fingers.get(pointerId)
    if (!before) return
    const [other] = [...fingers].flatMap(([id, place]) => (id === pointerId ? [] : [place]))
    fingers.set(pointerId, { x: clientX, y: clientY })
    if (other) {
      const was = Math.hypot(before.x - other.x, before.y - other.y)
      const is = Math.hypot(clientX - other.x, clientY - other.y)
      moved = Number.POSITIVE_INFINITY
      look((scale * is) / (was || 1), (clientX + other.x) / 2, (clientY + other.y) / 2)
    } else if (scale > 1) {
      moved += Math.abs(clientX - before.x) + Math.abs(clientY - before.y)
      move(clientX - before.x, clientY - before.y)
    } else moved += clientX - before.x
  })

  stage.addEventListener('pointerup', ({ pointerId, clientX, clientY, timeStamp }) => {
    fingers.delete(pointerId)
    if (fingers.size > 0) return
    if (scale === 1 && Math.abs(moved) > 50 && Number.isFinite(moved)) return show(at - Math.sign(moved))
    if (Math.abs(moved) > 10) return
    const isSecond = timeStamp - lastTap < 350
    lastTap = isSecond ? 0 : timeStamp
    if (isSecond) look(scale > 1 ? 1 : 2.5, clientX, clientY)
  })
  stage.addEventListener('pointercancel', ({ pointerId }) => fingers.delete(pointerId))
}
