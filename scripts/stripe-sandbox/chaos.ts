import { z } from 'zod'

/** What can go wrong on an event's way to the shop. */
export const chaosKinds = [
  'duplicate',
  'delay',
  'reorder',
  'drop',
  'stale_signature',
  'forged_signature',
] as const
export type ChaosKind = (typeof chaosKinds)[number]

/** `duplicate,reorder`, as an environment variable or a form says it; empty for none. */
export const chaosList = z
  .string()
  .transform((text) => text.split(',').filter((word) => word !== ''))
  .pipe(z.array(z.enum(chaosKinds)))

/** How long `delay` holds an event back. */
export const DELAY_MS = 500
/** How long `reorder` waits for a later event to send first. */
export const HOLD_MS = 150
/** Far outside the window in which a signature is believed. */
export const STALE_SECONDS = 3600
