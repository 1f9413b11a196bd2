import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Unbroken } from '~/ui/unbroken'
import type { ConversationView } from '../message-view'

/** With whom, about what, and the way back. */
export function TalkHead({ view, back }: { view: ConversationView; back: string }) {
  const { t, href } = useTranslator()
  const { piece, order, side } = view
  return (
    <header className="talk-head">
      <h1>
        {side === 'buyer' ? t('messages.talkWith', { seller: view.sellerName }) : t('messages.talkWithBuyer')}
      </h1>
      <p>
        {piece ? (
          <a className="link-line" href={href(paths.product({ slug: piece.slug }))}>
            {t('messages.aboutPiece', { title: piece.title })}
          </a>
        ) : null}
        {order ? (
          <a
            className="link-line num"
            href={href(
              side === 'buyer'
                ? paths.order({ number: order.number })
                : paths.studioOrder({ sellerOrderId: order.sellerOrderId }),
            )}
          >
            <Unbroken text={t('messages.aboutOrder', { number: order.number })} />
          </a>
        ) : null}
      </p>
      <p className="small">
        <a className="link-line" href={back}>
          {t('messages.back')}
        </a>
      </p>
    </header>
  )
}
