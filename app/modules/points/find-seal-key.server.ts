import { keyedHash } from '~/platform/secrets/token.server'
import { findDevicePoint } from './find-device-point.server'

/**
 * The key under which a shared device keeps what a maker has not sent yet: the same whenever she comes back to that device, another on every other, given to nobody but her. Null on
 * everybody's own phone, where nothing is sealed. It lasts as long as the secret that signs the device's own cookie.
 */
export async function findSealKey({
  request,
  userId,
}: {
  request: Request
  userId: string
}): Promise<string | null> {
  const point = await findDevicePoint(request)
  return point && Buffer.from(keyedHash('pocket-seal', `${point.id}|${userId}`)).toString('base64')
}
