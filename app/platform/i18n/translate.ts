import { abroad, abroadEn } from './catalogue/abroad'
import { absence, absenceEn } from './catalogue/absence'
import { account, accountEn } from './catalogue/account'
import { address, addressEn } from './catalogue/address'
import { aftersales, aftersalesEn } from './catalogue/aftersales'
import { alert, alertEn } from './catalogue/alert'
import { assistance, assistanceEn } from './catalogue/assistance'
import { attachment, attachmentEn } from './catalogue/attachment'
import { audit, auditEn } from './catalogue/audit'
import { base, baseEn } from './catalogue/base'
import { bulk, bulkEn } from './catalogue/bulk'
import { card, cardEn } from './catalogue/card'
import { cardNotice, cardNoticeEn } from './catalogue/card-notice'
import { claims, claimsEn } from './catalogue/claims'
import { closing, closingEn } from './catalogue/closing'
import { codes, codesEn } from './catalogue/codes'
import { collection, collectionEn } from './catalogue/collection'
import { commission, commissionEn } from './catalogue/commission'
import { common, commonEn } from './catalogue/common'
import { consents, consentsEn } from './catalogue/consents'
import { desk, deskEn } from './catalogue/desk'
import { dispute, disputeEn } from './catalogue/dispute'
import { documents, documentsEn } from './catalogue/documents'
import { errors, errorsEn } from './catalogue/errors'
import { factors, factorsEn } from './catalogue/factors'
import { flags, flagsEn } from './catalogue/flags'
import { handover, handoverEn } from './catalogue/handover'
import { home, homeEn } from './catalogue/home'
import { household, householdEn } from './catalogue/household'
import { impact, impactEn } from './catalogue/impact'
import { incident, incidentEn } from './catalogue/incident'
import { incomes, incomesEn } from './catalogue/incomes'
import { invoice, invoiceEn } from './catalogue/invoice'
import { joining, joiningEn } from './catalogue/joining'
import { ledger, ledgerEn } from './catalogue/ledger'
import { letters, lettersEn } from './catalogue/letters'
import { limits, limitsEn } from './catalogue/limits'
import { mail, mailEn } from './catalogue/mail'
import { mandate, mandateEn } from './catalogue/mandate'
import { messages, messagesEn } from './catalogue/messages'
import { order, orderEn } from './catalogue/order'
import { packing, packingEn } from './catalogue/packing'
import { payout, payoutEn } from './catalogue/payout'
import { phrases, phrasesEn } from './catalogue/phrases'
import { pieces, piecesEn } from './catalogue/pieces'
import { places, placesEn } from './catalogue/places'
import { platformReport, platformReportEn } from './catalogue/platform-report'
import { pocket, pocketEn } from './catalogue/pocket'
import { point, pointEn } from './catalogue/point'
import { prechecks, prechecksEn } from './catalogue/prechecks'
import { production, productionEn } from './catalogue/production'
import { promotion, promotionEn } from './catalogue/promotion'
import { question, questionEn } from './catalogue/question'
import { rates, ratesEn } from './catalogue/rates'
import { reconciliation, reconciliationEn } from './catalogue/reconciliation'
import { records, recordsEn } from './catalogue/records'
import { register, registerEn } from './catalogue/register'
import { reports, reportsEn } from './catalogue/reports'
import { returns, returnsEn } from './catalogue/returns'
import { roles, rolesEn } from './catalogue/roles'
import { sales, salesEn } from './catalogue/sales'
import { security, securityEn } from './catalogue/security'
import { settings, settingsEn } from './catalogue/settings'
import { share, shareEn } from './catalogue/share'
import { shop, shopEn } from './catalogue/shop'
import { statement, statementEn } from './catalogue/statement'
import { studio, studioEn } from './catalogue/studio'
import { tax, taxEn } from './catalogue/tax'
import { template, templateEn } from './catalogue/template'
import { today, todayEn } from './catalogue/today'
import { track, trackEn } from './catalogue/track'
import { transfer, transferEn } from './catalogue/transfer'
import { translation, translationEn } from './catalogue/translation'
import { voice, voiceEn } from './catalogue/voice'
import type { Locale } from './locale'

const zh = {
  places,
  translation,
  handover,
  absence,
  home,
  abroad,
  alert,
  assistance,
  audit,
  common,
  errors,
  shop,
  account,
  order,
  studio,
  desk,
  payout,
  pocket,
  point,
  card,
  statement,
  attachment,
  ledger,
  promotion,
  factors,
  flags,
  claims,
  codes,
  prechecks,
  bulk,
  phrases,
  question,
  returns,
  impact,
  incomes,
  reconciliation,
  household,
  register,
  aftersales,
  dispute,
  commission,
  transfer,
  address,
  base,
  rates,
  roles,
  sales,
  share,
  invoice,
  joining,
  consents,
  records,
  documents,
  security,
  settings,
  reports,
  letters,
  limits,
  mail,
  messages,
  mandate,
  closing,
  production,
  packing,
  today,
  track,
  collection,
  cardNotice,
  pieces,
  incident,
  platformReport,
  tax,
  template,
  voice,
}
const en: { [N in keyof typeof zh]: Record<keyof (typeof zh)[N], string> } = {
  places: placesEn,
  translation: translationEn,
  handover: handoverEn,
  absence: absenceEn,
  home: homeEn,
  base: baseEn,
  joining: joiningEn,
  consents: consentsEn,
  records: recordsEn,
  rates: ratesEn,
  roles: rolesEn,
  sales: salesEn,
  abroad: abroadEn,
  share: shareEn,
  common: commonEn,
  errors: errorsEn,
  shop: shopEn,
  account: accountEn,
  alert: alertEn,
  assistance: assistanceEn,
  audit: auditEn,
  order: orderEn,
  studio: studioEn,
  desk: deskEn,
  payout: payoutEn,
  pocket: pocketEn,
  point: pointEn,
  card: cardEn,
  statement: statementEn,
  attachment: attachmentEn,
  ledger: ledgerEn,
  promotion: promotionEn,
  factors: factorsEn,
  flags: flagsEn,
  claims: claimsEn,
  codes: codesEn,
  prechecks: prechecksEn,
  bulk: bulkEn,
  phrases: phrasesEn,
  question: questionEn,
  returns: returnsEn,
  impact: impactEn,
  incomes: incomesEn,
  reconciliation: reconciliationEn,
  household: householdEn,
  register: registerEn,
  aftersales: aftersalesEn,
  dispute: disputeEn,
  commission: commissionEn,
  transfer: transferEn,
  address: addressEn,
  invoice: invoiceEn,
  documents: documentsEn,
  security: securityEn,
  settings: settingsEn,
  reports: reportsEn,
  letters: lettersEn,
  limits: limitsEn,
  mail: mailEn,
  messages: messagesEn,
  mandate: mandateEn,
  closing: closingEn,
  production: productionEn,
  packing: packingEn,
  today: todayEn,
  track: trackEn,
  collection: collectionEn,
  cardNotice: cardNoticeEn,
  pieces: piecesEn,
  incident: incidentEn,
  platformReport: platformReportEn,
  tax: taxEn,
  template: templateEn,
  voice: voiceEn,
}

type Namespace = keyof typeof zh
/** Every message, as namespace.key: a missing one does not compile. */
export type MessageKey = { [N in Namespace]: `${N}.${Extract<keyof (typeof zh)[N], string>}` }[Namespace]
/** Values for the braces of a message; several are listed as the language does it. */
export type MessageParams = Readonly<Record<string, string | number | readonly string[]>>
/** t('shop.cart.title', { count: 2 }) in one language. */
export type Translate = (key: MessageKey, params?: MessageParams) => string

const tables: Record<Locale, ReadonlyMap<string, string>> = {
  'zh-CN': flatten(zh),
  en: flatten(en),
}

/**
 * The translator of a language. `{name}` is replaced by the parameter, several are listed; `{name|piece|pieces}` chooses the word by the number (1 or other).
 */
export function translator(locale: Locale): Translate {
  const table = tables[locale]
  const fill = ({ name, one, other }: Slot, params: MessageParams, key: MessageKey) => {
    const value = params[name]
    if (value === undefined) throw new Error(`message ${key} needs ${name}`)
    if (typeof value === 'object') return value.join(locale === 'en' ? ', ' : '、')
    if (one === undefined || other === undefined) return String(value)
    return Number(value) === 1 ? one : other
  }
  return (key, params = {}) => {
    const message = table.get(key)
    if (message === undefined) throw new Error(`no message ${key}`)
    if (!message.includes('{')) return message
    let said = ''
    for (const part of partsOf(message)) said += typeof part === 'string' ? part : fill(part, params, key)
    return said
  }
}

/** What stands in a message's braces: a parameter's name, and the words that its number chooses from. */
type Slot = { name: string; one: string | undefined; other: string | undefined }

/** A page says a hundred messages with values: each is taken apart once. */
const taken = new Map<string, (string | Slot)[]>()

function partsOf(message: string): (string | Slot)[] {
  const known = taken.get(message)
  if (known) return known
  const parts: (string | Slot)[] = []
  let from = 0
  for (const found of message.matchAll(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g)) {
    const [whole, name = '', one, other] = found
    parts.push(message.slice(from, found.index), { name, one, other })
    from = found.index + whole.length
  }
  parts.push(message.slice(from))
  taken.set(message, parts)
  return parts
}

function flatten(catalogue: Record<string, Record<string, string>>): Map<string, string> {
  const table = new Map<string, string>()
  for (const [namespace, messages] of Object.entries(catalogue)) {
    for (const [key, message] of Object.entries(messages)) table.set(`${namespace}.${key}`, message)
  }
  return table
}
