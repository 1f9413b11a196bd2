import { z } from 'zod'
import { resourceMissing } from './errors'
import { presentEvent } from './events'
import { pageOf } from './expand'
import type { FormObject } from './form-encoding'
import { bool, created, isWithin, paging, readParams } from './params'
import type { World } from './world'

/** GET /v1/events/:id */
export function retrieveEvent(world: World, form: FormObject, id: string, account?: string): unknown {
  readParams(z.strictObject({}), form)
  const event = world.store.state.events.get(id)
  if (event === undefined || event.account !== account) throw resourceMissing('event', id, 'id')
  return presentEvent(event)
}

/** GET /v1/events: our own, or with the header a seller's. */
export function listEvents(world: World, form: FormObject, _id: string, account?: string): unknown {
  const filters = {
    created,
    delivery_success: bool.optional(),
    type: z.string().optional(),
    types: z.array(z.string()).max(20).optional(),
  }
  const params = readParams(z.strictObject({ ...paging, ...filters }), form)
  const chosen = [...world.store.state.events.values()]
    .reverse()
    .filter((event) => event.account === account)
    .filter((event) => isWithin(event.created, params.created))
    .filter(({ type }) => params.type === undefined || type === params.type)
    .filter(({ type }) => params.types === undefined || params.types.includes(type))
    .filter(
      ({ undelivered }) =>
        params.delivery_success === undefined || params.delivery_success === (undelivered.length === 0),
    )
  return pageOf('/v1/events', chosen.map(presentEvent), params)
}
