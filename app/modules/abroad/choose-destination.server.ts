import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { keepChoice } from '~/platform/http/choice-cookie.server'
import { destinationCookie } from './destination-choice.server'

/** The Set-Cookie of a choice. The mainland is no cookie at all. Refuses a country that parcels do not go to. */
export async function chooseDestination(code: string): Promise<string> {
  if (code === 'CN') return keepChoice(destinationCookie, null)
  const known = await prisma.country.findUnique({ where: { code }, select: { zoneId: true } })
  if (!known?.zoneId) throw new Refusal('errors.badChoice', 422, {}, 'country')
  return keepChoice(destinationCookie, code)
}
