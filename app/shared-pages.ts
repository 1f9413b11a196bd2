/** Pages that read the same for every stranger. Lists differ by their query; the others are kept without one only. */
const lists = /^(?:\/en)?\/(?:search|makers|crafts\/[a-z0-9-]{1,80})$/
const others =
  /^(?:\/|\/en|(?:\/en)?\/(?:about|help|products\/[a-z0-9-]{1,80}|makers\/[a-z0-9-]{1,80}|bases\/[a-z0-9-]{1,80}))$/

/** Longer queries are answered like any other request, and kept nowhere. */
const longestQuery = 300

/** Whether an address (path and query, as requested) is a page that may be rendered once and shown to many. */
export function isSharedPage(address: string): boolean {
  const [path = '', query = ''] = address.split('?', 2)
  return query === ''
    ? lists.test(path) || others.test(path)
    : lists.test(path) && query.length <= longestQuery
}
