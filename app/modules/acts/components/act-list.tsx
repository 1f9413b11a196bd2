import { Form } from '@remix-run/react'
import type { ActKind } from '~/modules/mandates/act-kinds'
import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { Unbroken } from '~/ui/unbroken'
import type { ActView } from '../find-acts.server'
import { undoable } from '../undoable'

const titles = {
  'listing.started': 'mandate.act_listing_started',
  'listing.copied': 'mandate.act_listing_copied',
  'listing.reopened': 'mandate.act_listing_reopened',
  'listing.saved': 'mandate.act_listing_saved',
  'listing.submitted': 'mandate.act_listing_submitted',
  'listing.spoken': 'mandate.act_listing_spoken',
  'listing.unspoken': 'mandate.act_listing_unspoken',
  'listing.taken_back': 'mandate.act_listing_taken_back',
  'listing.discarded': 'mandate.act_listing_discarded',
  'listing.paused': 'mandate.act_listing_paused',
  'listing.resumed': 'mandate.act_listing_resumed',
  'stock.counted': 'mandate.act_stock_counted',
  'question.answered': 'mandate.act_question_answered',
  'report.answered': 'mandate.act_report_answered',
  'order.begun': 'mandate.act_order_begun',
  'order.shipped': 'mandate.act_order_shipped',
  'order.given_up': 'mandate.act_order_given_up',
  'making.shown': 'mandate.act_making_shown',
  'making.hidden': 'mandate.act_making_hidden',
  'collection.handed': 'mandate.act_collection_handed',
  'collection.taken_back': 'mandate.act_collection_taken_back',
  'rest.planned': 'mandate.act_rest_planned',
  'rest.removed': 'mandate.act_rest_removed',
  'shop.opened': 'mandate.act_shop_opened',
  'shop.paused': 'mandate.act_shop_paused',
} as const satisfies Record<ActKind, string>

type ActListProps = { acts: readonly ActView[]; side: 'maker' | 'agent' }

/** What was done by others, newest first; the maker takes back what can be put back. */
export function ActList({ acts, side }: ActListProps) {
  const { t, locale } = useTranslator()
  return (
    <ul className="mandates">
      {acts.map((act) => {
        const what = headOf(act, t)
        const words = { who: act.who, time: act.at }
        const amount = (fen: number | null) =>
          fen === null ? t('mandate.priceNone') : formatMoney(locale, fen)
        return (
          <li key={act.id}>
            <h3>
              <Unbroken text={what} />
            </h3>
            {act.prices ? (
              <p>
                {t('mandate.price', {
                  before: amount(act.prices.beforeFen),
                  after: amount(act.prices.afterFen),
                })}
              </p>
            ) : null}
            <p className="small quiet">{t(side === 'maker' ? 'mandate.by' : 'mandate.for', words)}</p>
            {act.isUndone ? (
              <p>
                <Badge tone="plain">{t('mandate.isUndone')}</Badge>
              </p>
            ) : null}
            {side === 'maker' && !undoable(act.kind) ? (
              <p className="small quiet">{t('mandate.undoNever')}</p>
            ) : null}
            {side === 'maker' && act.isOpen ? (
              <Form method="post" className="mandate-code">
                <input type="hidden" name="actId" value={act.id} />
                <Button name="intent" value="undo" aria-label={t('mandate.undoOf', { what })}>
                  {t('mandate.undo')}
                </Button>
              </Form>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

/** What was done, and to which piece or order. */
function headOf(act: ActView, t: ReturnType<typeof useTranslator>['t']): string {
  const what = wordsOf(act, t)
  if (act.order !== null) return t('mandate.actOnOrder', { what, number: act.order })
  return act.title ? t('mandate.actOn', { what, title: act.title }) : what
}

function wordsOf({ kind, fields }: ActView, t: ReturnType<typeof useTranslator>['t']): string {
  if (fields.length > 0)
    return t('mandate.changed', {
      fields: fields.map((field) => t(`mandate.field_${field}`)).join(t('mandate.join')),
    })
  return t(titles[kind])
}
