import { isDim } from '~/modules/media/is-dim'
import { pictureLimits } from '~/modules/media/picture-limits'

/** What a device can see of a photograph before it is sent. */
export type PhotoFault = 'small' | 'dark' | 'blurred' | 'large'

/** Colours of a small copy, four bytes a pixel, row by row: an ImageData is one. */
export type SmallCopy = { width: number; height: number; data: Uint8ClampedArray }

/** variance of the second difference below which not even the sharpest part of a picture has an edge; grey 0 to 255 */
const bluntest = 18
/** rows and columns of the grid in which sharpness is looked for */
const cells = 4

/**
 * What is wrong with a photograph, judged by a small copy of it (about 320 pixels wide) and the sides of the original. Blur is told by the sharpest part: the variance of the
 * Laplacian in each field of a grid, so that a piece on a smooth cloth, sharp in the middle and soft around, counts as sharp. Of a dark picture nothing is said about its edges.
 */
export function photoFaults(copy: SmallCopy, original: { width: number; height: number }): PhotoFault[] {
  const faults: PhotoFault[] = []
  if (Math.min(original.width, original.height) < pictureLimits.minSide) faults.push('small')
  if (isDim(copy.data, 4)) faults.push('dark')
  else if (sharpness(copy) < bluntest) faults.push('blurred')
  return faults
}

function sharpness({ width, height, data }: SmallCopy): number {
  const grey = greyOf(data)
  let sharpest = 0
  for (let row = 0; row < cells; row += 1)
    for (let column = 0; column < cells; column += 1) {
      const values: number[] = []
      for (let y = edge(row, height); y < edge(row + 1, height); y += 1)
        for (let x = edge(column, width); x < edge(column + 1, width); x += 1)
          values.push(secondDifference(grey, width, y * width + x))
      sharpest = Math.max(sharpest, varianceOf(values))
    }
  return sharpest
}

/** Where a field of the grid begins: never on the outermost row or column, which have no neighbours. */
function edge(cell: number, side: number): number {
  return Math.max(1, Math.min(side - 1, Math.floor((cell * side) / cells)))
}

/** Grey as the eye weighs colours (Rec. 601). */
function greyOf(data: Uint8ClampedArray): Float32Array {
  return Float32Array.from({ length: data.length / 4 }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(4 * at, 4 * at + 3)
    return 0.299 * red + 0.587 * green + 0.114 * blue
  })
}

function secondDifference(grey: Float32Array, width: number, at: number): number {
  const around = (grey[at - 1] ?? 0) + (grey[at + 1] ?? 0) + (grey[at - width] ?? 0) + (grey[at + width] ?? 0)
  return around - 4 * (grey[at] ?? 0)
}

function varianceOf(values: readonly number[]): number {
  if (values.length === 0) return 0
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
}
