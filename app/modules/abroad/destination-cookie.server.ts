import { createCookie } from '@remix-run/node'
import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { isHttps } from '~/platform/http/public-origin.server'

/** Where she wants parcels to go, while that is not the mainland. */
const destinationCookie = createCookie('to', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isHttps(),
  maxAge: 60 * 60 * 24 * 180,
})

/** The country that this browser chose, ISO 3166; CN when it chose none. Whether parcels go there is asked with its terms. */
export async function readDestination(request: Request): Promise<string> {
  const code: unknown = await destinationCookie.parse(request.headers.get('Cookie'))
  return typeof code === 'string' && /^[A-Z]{2}$/.test(code) ? code : 'CN'
}

/** The Set-Cookie of a choice. The mainland is no cookie at all, so that a stranger is answered with kept pages again. Refuses a country that parcels do not go to. */
export async function chooseDestination(code: string): Promise<string> {
  if (code === 'CN') return destinationCookie.serialize('', { maxAge: 0 })
  const known = await prisma.country.findUnique({ where: { code }, select: { zoneId: true } })
  if (!known?.zoneId) throw new Refusal('errors.badChoice', 422, {}, 'country')
  return destinationCookie.serialize(code)
}
