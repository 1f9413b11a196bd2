import { DeskPhones } from '~/modules/regions/desk-phones'
import { MinimumWages } from '~/modules/regions/minimum-wage'
import { Contact } from '~/modules/settings/contact'
import type { Feature } from '~/modules/settings/features'
import { isOn } from '~/modules/settings/is-on.server'
import { Licences } from '~/modules/settings/licences'
import { type Day, dayOf } from '~/platform/calendar'
import { prisma } from '~/platform/db/prisma.server'

/** What stands in the forms, as it is typed there, and since when it holds; null: not set. */
export type ShopSettings = {
  licences: { since: Day | null; icp: string; police: string; licence: string }
  contact: { since: Day | null; phone: string; hoursZh: string; hoursEn: string; email: string }
  wages: { since: Day | null; source: string; lines: string }
  phones: { since: Day | null; offices: string }
  features: Record<Feature, boolean>
}

const keys = ['site.licences', 'site.contact', 'wages.minimumHourly', 'desk.phones'] as const

export async function findShopSettings(): Promise<ShopSettings> {
  const rows = await prisma.$queryRaw<{ key: string; value: unknown; validFrom: Date }[]>`
    SELECT key, value, "validFrom" FROM "Setting"
    WHERE key = ANY(${[...keys]}::text[]) AND "validFrom" <= app_now() AND ("validTo" IS NULL OR "validTo" > app_now())`
  const rowOf = (key: (typeof keys)[number]) => rows.find((row) => row.key === key) ?? null
  const sinceOf = (key: (typeof keys)[number]) => {
    const row = rowOf(key)
    return row && dayOf(row.validFrom)
  }
  const licences = rowOf('site.licences')
  const { icp, police, licence } = licences
    ? Licences.parse(licences.value)
    : { icp: null, police: null, licence: null }
  const contactRow = rowOf('site.contact')
  const contact = contactRow ? Contact.parse(contactRow.value) : null
  const wages = rowOf('wages.minimumHourly')
  const { source, hourlyFen } = wages ? MinimumWages.parse(wages.value) : { source: '', hourlyFen: {} }
  const phones = rowOf('desk.phones')
  const offices = phones ? DeskPhones.parse(phones.value) : {}
  return {
    licences: {
      since: sinceOf('site.licences'),
      icp: icp ?? '',
      police: police ?? '',
      licence: licence ?? '',
    },
    contact: {
      since: sinceOf('site.contact'),
      phone: contact?.phone ?? '',
      hoursZh: contact?.hoursZh ?? '',
      hoursEn: contact?.hoursEn ?? '',
      email: contact?.email ?? '',
    },
    wages: {
      since: sinceOf('wages.minimumHourly'),
      source,
      lines: Object.entries(hourlyFen)
        .map(([code, fen]) => `${code} ${(fen / 100).toFixed(2)}`)
        .join('\n'),
    },
    phones: {
      since: sinceOf('desk.phones'),
      offices: Object.entries(offices)
        .map(([code, { nameZh, nameEn, phone }]) => [code, nameZh, nameEn, phone].join(' | '))
        .join('\n'),
    },
    features: {
      questions: await isOn('questions'),
      joining: await isOn('joining'),
      transfers: await isOn('transfers'),
    },
  }
}
