import type { SharpConstructor } from 'sharp'

let loading: Promise<SharpConstructor> | undefined

/**
 * The library that decodes and encodes pictures, loaded with the first one: a process that only shows them keeps 30 MB less. One thread a picture, nothing kept between pictures: memory is bounded by
 * takePictureTurn alone.
 */
export function loadSharp(): Promise<SharpConstructor> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.concurrency(1)
    sharp.cache(false)
    return sharp
  })
  return loading
}
