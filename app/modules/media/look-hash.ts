/** A picture is made as small as this, in grey, before it is hashed. */
export const lookGrid = { width: 9, height: 8 } as const

/** Fewer bits that stand out than this say nothing: a plain ground looks like every other. */
const fewestBits = 6

/** Smaller steps of grey are noise: on an even ground they would turn bits by chance. */
const leastStep = 3

/**
 * dHash: a bit for each pixel of 8 × 8 that is clearly darker than its right neighbour, row by row, as PostgreSQL keeps 64 bits (signed). It survives another size, another compression, more or less
 * light. 0 = says nothing.
 */
export function lookHash(grey: Uint8Array): bigint {
  const { width, height } = lookGrid
  let bits = 0n
  let set = 0
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width - 1; x += 1) {
      const isDarker = (grey[y * width + x + 1] ?? 0) - (grey[y * width + x] ?? 0) >= leastStep
      bits = (bits << 1n) | (isDarker ? 1n : 0n)
      if (isDarker) set += 1
    }
  return set < fewestBits || set > 64 - fewestBits ? 0n : BigInt.asIntN(64, bits)
}
