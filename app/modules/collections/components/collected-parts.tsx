import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Tick, TickGroup } from '~/ui/tick'
import type { CollectedPart } from '../find-collections.server'

type CollectedPartsProps = {
  id: string
  title: string
  hint?: string
  error?: string
  parts: readonly CollectedPart[]
}

/** Parts of one state, all ticked: mostly all of them go together. */
export function CollectedParts({ id, title, hint, error, parts }: CollectedPartsProps) {
  const { t, locale } = useTranslator()
  return (
    <TickGroup id={id} legend={title} hint={hint} error={error}>
      {parts.map(({ sellerOrderId, number, maker, title: piece, pieces, shipBy, late }) => (
        <Tick
          key={sellerOrderId}
          type="checkbox"
          name="part"
          value={sellerOrderId}
          defaultChecked
          note={
            <>
              <span className="num">{t('collection.number', { number })}</span>
              {shipBy ? `　${t('collection.by', { day: formatDay(locale, shipBy) })}` : null}
            </>
          }
        >
          {t('collection.part', { maker, title: piece, count: pieces })}{' '}
          {late ? <Badge tone="late">{t('order.workLate')}</Badge> : null}
        </Tick>
      ))}
    </TickGroup>
  )
}
