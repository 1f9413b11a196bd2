/** What a photograph must be to be accepted. Browser-safe: forms say the same numbers. */
export const pictureLimits = {
  maxBytes: 25 * 1024 * 1024,
  /** of both sides multiplied, before anything is decoded: room for 50-megapixel phones */
  maxPixels: 60_000_000,
  /** of a file that is stored in several passes (progressive JPEG, interlaced PNG): it unfolds as a whole, not line by line */
  maxProgressivePixels: 25_000_000,
  /** of the shorter side */
  minSide: 600,
  /** the longer side is at most so many times the shorter */
  maxRatio: 4,
  /** longer side of the stored original */
  storedSide: 2400,
} as const

/** What a file field offers to choose; the server looks at the bytes, never at the name. */
export const pictureAccept = 'image/jpeg,image/png,image/webp'
