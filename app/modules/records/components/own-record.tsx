import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { SpecList } from '~/ui/spec-list'
import type { OwnRecord, OwnShop } from '../find-own-record.server'

/** What is on file about her and each of her shops; where it is time, the way to confirm it. */
export function OwnRecordView({ record }: { record: OwnRecord }) {
  const { t, locale } = useTranslator()
  const inWords = (words: { zh: string; en: string }) => (locale === 'en' ? words.en : words.zh)
  return (
    <>
      <SpecList
        items={[
          { term: t('records.name'), detail: record.name ?? t('records.none') },
          {
            term: t('records.phone'),
            detail: <span className="num">{record.maskedPhone ?? t('records.none')}</span>,
          },
          { term: t('records.birthYear'), detail: record.birthYear ?? t('records.none') },
          { term: t('records.place'), detail: record.place ? inWords(record.place) : t('records.none') },
        ]}
      />
      {record.shops.map((shop) => (
        <section key={shop.sellerId} className="studio-section" aria-labelledby={shop.sellerId}>
          <h2 id={shop.sellerId}>{inWords(shop.name)}</h2>
          <p>{inWords(shop.place)}</p>
          <p className="py-2">
            {t('records.verifiedUntil', { day: formatDay(locale, shop.verifiedUntil, '') })}{' '}
            <Standing shop={shop} />
          </p>
          {shop.isDue && !shop.isWaiting ? (
            <form method="post">
              <p className="pb-2">{t('records.confirmLead')}</p>
              <input type="hidden" name="sellerId" value={shop.sellerId} />
              <Button kind="seal" size={68} wide name="intent" value="confirm">
                {t('records.confirm')}
              </Button>
            </form>
          ) : null}
        </section>
      ))}
    </>
  )
}

function Standing({ shop: { isOver, isDue, isWaiting } }: { shop: OwnShop }) {
  const { t } = useTranslator()
  if (isWaiting) return <Badge tone="waiting">{t('records.waiting')}</Badge>
  if (isOver) return <Badge tone="late">{t('records.over')}</Badge>
  return isDue ? <Badge tone="hers">{t('records.soon')}</Badge> : null
}
