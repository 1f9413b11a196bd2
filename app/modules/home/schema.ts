import { z } from 'zod'
import { safeReturn } from '~/modules/auth/safe-return'
import { choiceField, idField, integerField, isDay, message, textField } from '~/platform/fields'

export const homeKinds = ['maker', 'occasion', 'banner'] as const
export type HomeKind = (typeof homeKinds)[number]

/** Lanzhou's hours after Greenwich. */
const offset = 8 * 60 * 60 * 1000

/** A minute as a browser's field writes it, 2026-12-01T09:30, in Lanzhou's time. */
export function minuteText(instant: Date): string {
  return new Date(instant.getTime() + offset).toISOString().slice(0, 16)
}

/** 2026-12-01 09:30, as people read it: with its year, since some stand for long. */
export function clockText(instant: Date): string {
  return minuteText(instant).replace('T', ' ')
}

function instantOf(text: string): Date {
  return new Date(Date.parse(`${text}:00Z`) - offset)
}

function isMinute(text: string): boolean {
  return isDay(text.slice(0, 10)) && /T([01]\d|2[0-3]):[0-5]\d$/.test(text) && text.length === 16
}

const minuteField = z
  .string()
  .default('')
  .transform((text, context) => {
    if (isMinute(text)) return instantOf(text)
    context.addIssue({ code: 'custom', message: message('home.badMinute') })
    return new Date(0)
  })

/** Pages of visitors that a thing may lead to: nobody's own, and no office. */
const ownPlaces = /^\/(admin|desk|studio|account|sign-|cart|checkout|orders|reports\/)/

const linkField = textField({ min: 1, max: 300 }).transform((text, context) => {
  const path = safeReturn(text)
  const isInside = text === '/' || path !== '/'
  if (text && (!isInside || ownPlaces.test(path)))
    context.addIssue({ code: 'custom', message: message('home.badLink') })
  return path
})

/** When it is shown, in which place, and by which version whoever saves it knows it. */
const span = {
  seen: integerField({ min: 0, max: 100_000 }),
  from: minuteField,
  to: minuteField,
  position: integerField({ min: 0, max: 99 }),
}

const words = {
  titleZh: textField({ min: 2, max: 30 }),
  titleEn: textField({ min: 2, max: 60 }),
  textZh: textField({ min: 2, max: 100 }),
  textEn: textField({ min: 2, max: 200 }),
  link: linkField,
}

export const MakerForm = z.object({ ...span, sellerId: idField })
export const WordsForm = z.object({ ...span, ...words })

/** Which version somebody has before her when she publishes it or takes it down. */
export const SeenForm = z.object({ seen: integerField({ min: 1, max: 100_000 }) })

export const NewHomeSearch = z.object({ kind: choiceField(homeKinds).catch('banner') })

export const HomeSearch = z.object({
  said: z.enum(['saved', 'published', 'down']).nullable().default(null).catch(null),
})

/** The instant for which the first page is looked at beforehand; anything else is now. */
export const PreviewSearch = z.object({
  at: z
    .string()
    .refine(isMinute)
    .transform((text) => instantOf(text))
    .nullable()
    .default(null)
    .catch(null),
})
