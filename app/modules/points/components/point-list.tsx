import { Form } from '@remix-run/react'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import type { PointView } from '../find-points.server'

/** Service points, where they stand and who uses them; each can be ended. */
export function PointList({ points }: { points: readonly PointView[] }) {
  const { t } = useTranslator()
  return (
    <ul className="mandates max-w-[40rem]">
      {points.map(({ id, name, place, tiles, opened, used, revoked }) => (
        <li key={id} className="pb-5">
          <p>
            <b>{name}</b>{' '}
            <Badge tone={revoked ? 'waiting' : 'done'}>
              {t(revoked ? 'point.overShort' : 'point.openShort')}
            </Badge>
          </p>
          <p>
            {place} · {t('point.tiles', { count: tiles })}
          </p>
          <p className="small quiet">
            {t('point.opened', { day: opened })} · {used ? t('point.used', { day: used }) : t('point.unused')}
            {revoked ? ` · ${t('point.revokedOn', { day: revoked })}` : null}
          </p>
          {revoked ? null : (
            <Form method="post" className="mt-2">
              <input type="hidden" name="pointId" value={id} />
              <Button name="intent" value="revoke">
                {t('point.revoke', { name })}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}
