import type { ReactNode } from 'react'

/** The two languages of the site. `zh-CN` is the default; English is never set vertically. */
export type UiLocale = 'zh-CN' | 'en'

/** A link with its words. `current` marks the place the reader is at, `lang` words in another language than the page. */
export type TextLink = { text: string; href: string; current?: boolean; lang?: UiLocale | null }

/** The four named colours that carry a meaning, besides plain ink. */
export type Tone = 'cinnabar' | 'azurite' | 'green' | 'ochre' | 'ink'

/** Where a step of an order, a payout or a form stands. */
export type StepState = 'done' | 'now' | 'next'

/** Props of anything that only wraps its content. */
export type WithChildren = { children: ReactNode }
