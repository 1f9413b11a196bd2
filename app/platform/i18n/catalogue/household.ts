import { changes, changesEn } from './household/changes'
import { facts, factsEn } from './household/facts'
import { income, incomeEn } from './household/income'
import { join, joinEn } from './household/join'
import { links, linksEn } from './household/links'
import { members, membersEn } from './household/members'
import { refusals, refusalsEn } from './household/refusals'
import { register, registerEn } from './household/register'
import { seller, sellerEn } from './household/seller'
import { sellers, sellersEn } from './household/sellers'

/** Sellers and households at a coordinator's desk. Chinese first, English beside it. */
export const household = {
  ...register,
  ...income,
  ...members,
  ...changes,
  ...facts,
  ...join,
  ...sellers,
  ...seller,
  ...links,
  ...refusals,
} as const

export const householdEn: Record<keyof typeof household, string> = {
  ...registerEn,
  ...incomeEn,
  ...membersEn,
  ...changesEn,
  ...factsEn,
  ...joinEn,
  ...sellersEn,
  ...sellerEn,
  ...linksEn,
  ...refusalsEn,
}
