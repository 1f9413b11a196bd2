import { pictureLimits } from './picture-limits'

const turnsAtOnce = 2

type Waiting = { pixels: number; start: () => void }

const waiting: Waiting[] = []
let running = 0
let pixelsRunning = 0

/**
 * Decodes and encodes pictures in turn, first come first served: two at once, and together no more pixels than the largest picture allowed,
 * so that many large files at a time wait instead of filling the memory.
 */
export async function takePictureTurn<T>(pixels: number, work: () => Promise<T>): Promise<T> {
  await new Promise<void>((start) => {
    waiting.push({ pixels, start })
    startNext()
  })
  try {
    return await work()
  } finally {
    running -= 1
    pixelsRunning -= pixels
    startNext()
  }
}

function startNext(): void {
  const [next] = waiting
  if (!next || running >= turnsAtOnce) return
  if (running > 0 && pixelsRunning + next.pixels > pictureLimits.maxPixels) return
  waiting.shift()
  running += 1
  pixelsRunning += next.pixels
  next.start()
  startNext()
}
