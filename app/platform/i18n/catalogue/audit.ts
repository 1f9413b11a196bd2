import { acts, actsEn } from './audit/acts'
import { search, searchEn } from './audit/search'

/** The record of access. Chinese first, English beside it. */
export const audit = { ...search, ...acts } as const

export const auditEn: Record<keyof typeof audit, string> = { ...searchEn, ...actsEn }
