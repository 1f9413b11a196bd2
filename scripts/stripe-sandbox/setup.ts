import { askedOfPerson } from './account-objects'
import { findAccount, submitDetails, submitPart } from './accounts'
import { endPage, escapeHtml, frame } from './page-frame'
import type { PageAnswer } from './pay'
import type { AccountLinkRecord } from './state'
import { type Texts, textsForReader } from './texts'
import type { World } from './world'

/** GET /setup/:link: where a seller tells Stripe about herself. A used or old link leads to where a new one is made. */
export function showSetupPage(world: World, id: string, acceptLanguage: string | undefined): PageAnswer {
  const texts = textsForReader(acceptLanguage)
  const link = world.store.state.accountLinks.get(id)
  if (link === undefined) return { status: 404, html: endPage(texts, texts.setup.unknown, null) }
  if (isSpent(world, link)) return { redirect: link.refreshUrl }
  return { status: 200, html: setupPage(link, texts) }
}

/** POST /setup/:link */
export async function submitSetupPage(world: World, id: string, body: string): Promise<PageAnswer> {
  const texts = textsForReader(undefined)
  const link = world.store.state.accountLinks.get(id)
  if (link === undefined) return { status: 404, html: endPage(texts, texts.setup.unknown, null) }
  if (isSpent(world, link)) return { redirect: link.refreshUrl }
  link.used = true
  const record = findAccount(world, link.account, 'account')
  const action = new URLSearchParams(body).get('action')
  if (action === 'done' || action === 'checked') submitDetails(world, record, action === 'checked')
  else submitPart(world, record, askedOfPerson.slice(0, 3))
  await world.store.save()
  await world.webhooks.flush()
  return { redirect: link.returnUrl }
}

function isSpent(world: World, { used, expiresAt }: AccountLinkRecord): boolean {
  return used || expiresAt <= world.realNow()
}

function setupPage({ returnUrl }: AccountLinkRecord, texts: Texts): string {
  const { place, heading, text, done, checked, part, leave } = texts.setup
  return frame(
    texts,
    heading,
    `<div class="end"><div class="head"><h1>${escapeHtml(heading)}</h1></div>
<p>${escapeHtml(text)}</p>
<form method="post"><div class="acts">
<button class="button seal" name="action" value="done">${escapeHtml(done)}</button>
<button class="button plain" name="action" value="checked">${escapeHtml(checked)}</button>
<button class="button plain" name="action" value="part">${escapeHtml(part)}</button>
<a class="button text" href="${escapeHtml(returnUrl)}"><span>${escapeHtml(leave)}</span></a>
</div></form></div>`,
    place,
  )
}
