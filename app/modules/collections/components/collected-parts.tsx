import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Tick, TickGroup } from '~/ui/tick'
import { Unbroken } from '~/ui/unbroken'
import type { CollectedPart } from '../find-collections.server'

type CollectedPartsProps = {
  id: string
  title: string
  hint?: string
  error?: string
  parts: readonly (CollectedPart & { place?: number })[]
}

/** Parts of one state, ticked: all of them, or those that go to the first place in one parcel. */
export function CollectedParts({ id, title, hint, error, parts }: CollectedPartsProps) {
  const { t, locale } = useTranslator()
  return (
    <TickGroup id={id} legend={title} hint={hint} error={error}>
      {parts.map(({ sellerOrderId, number, maker, title: piece, pieces, shipBy, late, place = 0 }, at) => (
        <Tick
          key={sellerOrderId}
          type="checkbox"
          name="part"
          value={sellerOrderId}
          defaultChecked={place === 0}
          note={
            <>
              <span className="num">
                <Unbroken text={t('collection.number', { number })} />
              </span>
              {shipBy ? `　${t('collection.by', { day: formatDay(locale, shipBy) })}` : null}
            </>
          }
        >
          {t('collection.part', { maker, title: piece, count: pieces })}{' '}
          {at > 0 && parts[at - 1]?.place === place ? (
            <Badge tone="plain">{t('collection.samePlace')}</Badge>
          ) : null}{' '}
          {late ? <Badge tone="late">{t('order.workLate')}</Badge> : null}
        </Tick>
      ))}
    </TickGroup>
  )
}
