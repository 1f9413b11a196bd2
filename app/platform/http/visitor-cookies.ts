/** The cookies by which a visitor is known: a session, baskets, what she keeps and asks. */
const ofVisitor = /(?:^|; ?)(?:__Host-)?(?:session|(?:cart|kept)(?:-[0-9a-f]{8})?)=/

/** Set by modules/visit/write-own-part.js when it has run on a page that was rendered for her. */
const ofScript = /(?:^|; ?)late=/

/** Whether a request may be somebody's of whom the shop knows something. */
export function isKnownVisitor(cookies: string): boolean {
  return ofVisitor.test(cookies)
}

/** Whether what is hers comes after the page, in this browser. */
export function hasComeLate(cookies: string): boolean {
  return ofScript.test(cookies)
}
