import { type Appointment, newId } from './state'
import type { World } from './world'

type Errand = Appointment extends infer A ? (A extends Appointment ? Omit<A, 'id' | 'at'> : never) : never

/** Notes what is to happen by itself in so many seconds of the sandbox's clock. */
export function appoint(world: World, seconds: number, errand: Errand): void {
  const id = newId('apt_')
  world.store.state.appointments.set(id, { id, at: world.now() + seconds, ...errand })
  world.store.isTouched = true
}
