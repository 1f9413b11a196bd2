import { paths } from '~/paths'
import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { type Column, Table } from '~/ui/table'
import { bearerText, scopeText, spanText, takesText } from '../promotion-text'
import { type PromotionView, stateTone } from '../promotion-view'

type PromotionsTableProps = { caption: string; rows: PromotionView[]; canEnd: boolean }

/** Promotions with what each takes off, of what, who pays, and how often it was used. */
export function PromotionsTable({ caption, rows, canEnd }: PromotionsTableProps) {
  const { t, href } = useTranslator()
  const columns = useColumns()
  const act: Column<PromotionView> = {
    key: 'act',
    header: t('promotion.endNow'),
    act: true,
    cell: ({ id, isReplaced }) => (
      <form method="post">
        <input type="hidden" name="promotionId" value={id} />
        <Button kind="text" name="intent" value="end">
          {t('promotion.endNow')}
        </Button>
        {isReplaced ? null : (
          <a className="link link-line" href={`${href(paths.adminPromotions())}?replaces=${id}#new`}>
            {t('promotion.replace')}
          </a>
        )}
      </form>
    ),
  }
  return (
    <Table
      caption={caption}
      captionHidden
      columns={canEnd ? [...columns, act] : columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  )
}

function useColumns(): Column<PromotionView>[] {
  const { t, locale } = useTranslator()
  return [
    {
      key: 'name',
      header: t('promotion.columnName'),
      rowHeader: true,
      cell: ({ nameZh, nameEn, code, state, note }) => (
        <>
          <span className="queue-title">{locale === 'en' ? nameEn : nameZh}</span>{' '}
          <Badge tone={stateTone[state]}>{t(`promotion.state_${state}`)}</Badge>
          <span className="queue-note num">{code ?? t('promotion.automatic')}</span>
          <span className="queue-note" lang="zh-CN">
            {note}
          </span>
        </>
      ),
    },
    { key: 'takes', header: t('promotion.columnTakes'), cell: (row) => takesText(row, t, locale) },
    {
      key: 'for',
      header: t('promotion.columnFor'),
      cell: (row) => scopeText(row, t, locale),
      wideOnly: true,
    },
    { key: 'bearer', header: t('promotion.columnBearer'), cell: (row) => bearerText(row, t) },
    {
      key: 'span',
      header: t('promotion.columnSpan'),
      cell: (row) => spanText(row, t, locale),
      wideOnly: true,
    },
    {
      key: 'uses',
      header: t('promotion.columnUses'),
      wideOnly: true,
      cell: ({ uses, mostUses, mostPerBuyer, givenFen }) => (
        <>
          {mostUses === null
            ? t('promotion.uses', { count: uses })
            : t('promotion.usesOf', { count: uses, most: mostUses })}
          {mostPerBuyer === null ? null : (
            <span className="queue-note">{t('promotion.perBuyer', { count: mostPerBuyer })}</span>
          )}
          {givenFen === 0 ? null : (
            <span className="queue-note">
              {t('promotion.givenFen', { amount: formatMoney(locale, givenFen) })}
            </span>
          )}
        </>
      ),
    },
  ]
}
