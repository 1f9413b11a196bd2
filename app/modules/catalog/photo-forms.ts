import { z } from 'zod'
import { idField } from '~/platform/fields'
import { type Shot, shots } from './shots'

const flag = z
  .string()
  .optional()
  .transform((text) => text !== undefined)

/** Views in an address, joined by commas. */
const shotsField = z
  .string()
  .catch('')
  .default('')
  .transform((text): Shot[] => shots.filter((shot) => text.split(',').includes(shot)))

/** What the address of the photo page says: which view is taken (again), which photos came out too dark or blurred, what has just happened. */
export const PhotosQuery = z.object({
  take: z
    .enum(shots)
    .optional()
    .catch(undefined)
    .transform((shot) => shot ?? null),
  dim: shotsField,
  blurred: shotsField,
  saved: flag,
  check: flag,
})

/** The small forms below each photo. */
export const PhotoForm = z.object({
  mediaId: idField,
  move: z.enum(shots).optional(),
  remove: flag,
})
