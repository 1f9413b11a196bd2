import { pictureLimits } from '~/modules/media/picture-limits'

/** How a photograph travels: in pieces small enough that a weak line brings one in seconds. */
export const pieceLimits = { pieceBytes: 128 * 1024, photoBytes: pictureLimits.maxBytes } as const
