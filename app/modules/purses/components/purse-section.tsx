import type { ConsentText } from '~/modules/settings/find-text.server'
import type { FormFailure } from '~/platform/form.server'
import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Folded } from '~/ui/decide-form'
import type { CardView, Purse } from '../find-purses.server'
import { ConnectSection } from './connect-section'

/** One purse of hers: its cards, and its account with the payment provider. */
export function PurseSection({
  purse,
  cardPath,
  abroadText,
  failure,
}: {
  purse: Purse
  /** where a card is registered */
  cardPath: string
  /** what she agrees to before an account with the provider; null where none is offered */
  abroadText: ConsentText | null
  failure: FormFailure | null
}) {
  const { t, locale, href } = useTranslator()
  const name = locale === 'en' ? purse.nameEn : purse.nameZh
  return (
    <section className="studio-section">
      <h2>{name ?? t('card.purseOwn')}</h2>
      {purse.lastFailure ? (
        <Banner tone="wait">{t('card.failed', { reason: purse.lastFailure })}</Banner>
      ) : null}
      <h3>{t('card.cards')}</h3>
      {purse.cards.length === 0 ? (
        <p className="studio-lead">{t('card.none')}</p>
      ) : (
        <ul className="tasks">
          {purse.cards.map((card) => (
            <CardItem key={card.id} card={card} />
          ))}
        </ul>
      )}
      {purse.cards.some(({ usableFrom }) => usableFrom) ? (
        <p className="studio-lead">{t('card.coolingText')}</p>
      ) : null}
      <ButtonLink kind="line" href={`${href(cardPath)}?purse=${purse.purse}`}>
        {t(purse.cards.length === 0 ? 'card.register' : 'card.registerAnother')}
      </ButtonLink>
      {abroadText ? <ConnectSection purse={purse} abroadText={abroadText} failure={failure} /> : null}
    </section>
  )
}

/** A card of hers by its last four digits, and how it is taken out of use: asked once more. */
export function CardItem({ card }: { card: CardView }) {
  const { t, locale } = useTranslator()
  const tail = t('card.tail', { last4: card.last4 })
  const close = t(card.usableFrom ? 'cardNotice.stop' : 'card.close')
  return (
    <li className="task card-item">
      <p className="task-words">
        <b lang="zh-CN">{card.bankName}</b>
        <span className="num">{tail}</span>
        <span>{t(`card.relation_${card.relation}`)}</span>
      </p>
      {card.usableFrom ? (
        <Badge tone="waiting">
          {t('card.coolingUntil', { time: formatInstant(locale, new Date(card.usableFrom)) })}
        </Badge>
      ) : (
        <Badge tone="done">{t('card.usable')}</Badge>
      )}
      <Folded
        isOpen={false}
        summary={
          <>
            {close} <span className="unseen">{tail}</span>
          </>
        }
      >
        <form method="post" className="card-ending">
          <input type="hidden" name="cardId" value={card.id} />
          <p>{t(card.usableFrom ? 'card.stopAsk' : 'card.closeAsk')}</p>
          <Button name="intent" value="close">
            {t('card.closeOf', { tail })}
          </Button>
        </form>
      </Folded>
    </li>
  )
}
