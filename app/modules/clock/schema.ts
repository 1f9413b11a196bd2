import { z } from 'zod'
import { choiceField } from '~/platform/fields'

/** How far the buttons of the demo clock move it, in days. */
export const clockSteps = ['1', '7', '10'] as const

export const MoveClock = z.object({ days: choiceField(clockSteps).transform(Number) })
