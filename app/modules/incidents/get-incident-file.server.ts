import type { Actor } from '~/modules/auth/actor'
import { actionKey } from '~/modules/inspection/action-words'
import { formatInstant } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { type Translate, translator } from '~/platform/i18n/translate'
import { type FileCell, writeXlsx } from '~/platform/table-file.server'
import { findIncident, type Incident } from './find-incident.server'
import { fieldsOf } from './readings'
import type { IncidentQuestion } from './schema'

/**
 * What the notice under article 57 of the Personal Information Protection Law needs, as a workbook: one row for each person and look, and for each person whose data could have been seen by a duty. Names whole, for the people have to
 * be told. Asking is written down. Refuses what findIncident refuses.
 */
export async function getIncidentFile({
  actor,
  question,
  locale,
}: {
  actor: Actor
  question: IncidentQuestion
  locale: Locale
}): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const t = translator(locale)
  const incident = await findIncident({ actor, question })
  const bytes = await writeXlsx({
    name: t('incident.sheet'),
    columns: [
      t('incident.how'),
      t('incident.when'),
      t('incident.who'),
      t('incident.role'),
      t('incident.person'),
      t('incident.personId'),
      t('incident.what'),
      t('incident.fields'),
      t('incident.subject'),
      t('incident.why'),
    ],
    rows: [...lookRows(incident, t, locale), ...reachRows(incident, t), ...summary(incident, t)],
  })
  return { name: `incident-${question.from}-${question.to}`, bytes }
}

/** A look at something that belongs to nobody by name has a row of its own. */
function lookRows({ looks }: Incident, t: Translate, locale: Locale): FileCell[][] {
  return looks.flatMap((look) => {
    const fields = fieldsOf(look.action, look.subjectType)
    const act = actionKey(look.action)
    const people = look.people.length > 0 ? look.people : [{ id: '', name: '' }]
    return people.map(({ id, name }) => [
      t('incident.opened'),
      formatInstant(locale, look.at),
      look.who,
      look.role,
      name,
      id,
      act ? t(act) : look.action,
      fields ? t(fields) : '',
      `${look.subjectType} ${look.subjectId}`,
      look.reason,
    ])
  })
}

function reachRows({ reach }: Incident, t: Translate): FileCell[][] {
  return reach.flatMap(({ who, role, place, people }) =>
    people.map(({ id, name }) => [
      t('incident.couldOpen'),
      null,
      who,
      role,
      name,
      id,
      null,
      t('incident.fields_reach'),
      place,
      null,
    ]),
  )
}

/** A cadre has no record of her own: she is counted by her name. */
function summary({ looks, reach, isCut }: Incident, t: Translate): FileCell[][] {
  const opened = new Set(
    looks.flatMap(({ people, subjectId }) => people.map(({ id, name }) => id || name || subjectId)),
  )
  const could = new Set(reach.flatMap(({ people }) => people.map(({ id }) => id)))
  return [
    [t('incident.summary', { looks: looks.length, opened: opened.size, could: could.size })],
    ...(isCut ? [[t('incident.cut')]] : []),
  ]
}
