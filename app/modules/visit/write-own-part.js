/*
 * Writes what is a visitor's into a page that many are shown: how many pieces wait in the basket, the way to her account, what she marked, what she asked. On a page that was
 * rendered for her it leaves a sign in her browser that it runs there; without the sign pages go on being rendered for her. Strangers ask for nothing.
 */

/** @typedef {import('./own-part').OwnPart} OwnPart */

const head = document.querySelector('[data-own-part]')
const sign = 'late=1'

if (head?.hasAttribute('data-known')) leaveSign()
else if (head && document.cookie.split('; ').includes(sign)) {
  write(head)
  // a page that comes back as it was left may have been left before the basket was filled
  addEventListener('pageshow', ({ persisted }) => persisted && write(head))
}

// whoever was led to a place in the page comes back to it in the other size
document.getElementById('view')?.addEventListener('submit', ({ currentTarget: form }) => {
  const back = form instanceof HTMLFormElement && form.elements.namedItem('returnTo')
  if (back instanceof HTMLInputElement) back.value = location.pathname + location.search + location.hash
})

function leaveSign(rest = '') {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: old browsers have no other way
  document.cookie = `${sign}; Path=/; SameSite=Lax${secure}${rest}`
}

/** @param {Element} head */
async function write(head) {
  /** @type {OwnPart | null} */
  const own = await fetch(head.getAttribute('data-own-part') ?? '')
    .then((answer) => (answer.ok ? answer.json() : null))
    // no network: the links stand as they are
    .catch(() => null)
  if (!own) return
  if (!own.isKnown) leaveSign('; Max-Age=0')
  writeHead(head, own)
  for (const button of document.querySelectorAll('button[name="mark"]'))
    if (button instanceof HTMLButtonElement) writeMark(button, own)
  const slug = /\/products\/([a-z0-9-]+)$/.exec(location.pathname)?.[1]
  if (slug && own.asked.includes(slug)) await writeQuestions()
}

/** @param {Element} head @param {OwnPart} own */
function writeHead(head, { basket, account, kept }) {
  const basketLink = head.querySelector('[data-basket]')
  if (basket.count > 0) basketLink?.setAttribute('aria-label', basket.label)
  else basketLink?.removeAttribute('aria-label')
  basketLink?.querySelector('.num')?.replaceChildren(basket.count > 0 ? String(basket.count) : '')
  const accountLink = head.querySelector('[data-account]')
  accountLink?.setAttribute('href', account.href)
  accountLink?.querySelector('span')?.replaceChildren(account.text)
  const places = head.querySelector('nav')
  if (kept && !places?.querySelector(`[href="${kept.href}"]`)) places?.lastElementChild?.before(link(kept))
}

/**
 * A button that is pressed says so, and takes the mark away.
 * @param {HTMLButtonElement} button
 * @param {OwnPart} own
 */
function writeMark(button, { pieces, makers, kept, words }) {
  const [deed = '', slug = ''] = button.value.split(':')
  const isPiece = deed === 'keep' && pieces.includes(slug)
  if (!isPiece && !(deed === 'follow' && makers.includes(slug))) return
  button.value = `${isPiece ? 'drop' : 'unfollow'}:${slug}`
  button.classList.add('marked')
  const label = button.getAttribute('aria-label')
  const said = label !== null ? words.kept : isPiece ? words.keptThis : words.followed
  button.querySelector('span')?.replaceChildren(said)
  if (label !== null) {
    const [before = '', after = ''] = words.keepLabel.split('{title}')
    const title = label.slice(before.length, label.length - after.length)
    button.setAttribute(
      'aria-label',
      words.keptLabel.replace('{title}', () => title),
    )
  } else if (kept) {
    const seeKept = link({ text: words.seeKept, href: kept.href })
    seeKept.className = 'link'
    button.after(' ', seeKept)
  }
}

/** Her own questions stand on the page as it is rendered for her. */
async function writeQuestions() {
  const answer = await fetch(`${location.pathname}?own`).catch(() => null)
  if (!answer?.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const hers = page.querySelector('#questions .asked')
  if (hers) document.querySelector('#questions .asked')?.replaceWith(hers)
}

/** @param {{ text: string, href: string }} to */
function link({ text, href }) {
  const made = document.createElement('a')
  made.href = href
  made.textContent = text
  return made
}
