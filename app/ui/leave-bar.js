/* The buying bar leaves while the form's own button is on the screen. Without it both send the same form. */
const bar = document.querySelector('.buy-bar')
const inBar = bar?.querySelector('button')
const own = inBar?.form?.querySelector(`button[value="${inBar.value}"]`)
if (bar && own)
  new IntersectionObserver(([seen]) => bar.toggleAttribute('hidden', seen?.isIntersecting === true)).observe(
    own,
  )
