import type { ConsentText } from '~/modules/settings/find-text.server'
import { paths } from '~/paths'
import type { FormFailure } from '~/platform/form.server'
import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import type { CardView, Purse } from '../find-purses.server'
import { ConnectSection } from './connect-section'

/** One purse of hers: its cards, and its account with the payment provider. */
export function PurseSection({
  purse,
  abroadText,
  failure,
}: {
  purse: Purse
  abroadText: ConsentText
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
      {purse.cards.length === 0 ? <p className="studio-lead">{t('card.none')}</p> : null}
      <ul className="tasks">
        {purse.cards.map((card) => (
          <CardItem key={card.id} card={card} />
        ))}
      </ul>
      {purse.cards.some(({ usableFrom }) => usableFrom) ? (
        <p className="studio-lead">{t('card.coolingText')}</p>
      ) : null}
      <ButtonLink kind="line" href={`${href(paths.studioCard())}?purse=${purse.purse}`}>
        {t('card.register')}
      </ButtonLink>
      <ConnectSection purse={purse} abroadText={abroadText} failure={failure} />
    </section>
  )
}

function CardItem({ card }: { card: CardView }) {
  const { t, locale } = useTranslator()
  return (
    <li className="task card-item">
      <p className="task-words">
        <b lang="zh-CN">{card.bankName}</b>
        <span className="num">{t('card.tail', { last4: card.last4 })}</span>
        <span>{t(`card.relation_${card.relation}`)}</span>
      </p>
      {card.usableFrom ? (
        <Badge tone="waiting">
          {t('card.coolingUntil', { time: formatInstant(locale, new Date(card.usableFrom)) })}
        </Badge>
      ) : (
        <Badge tone="done">{t('card.usable')}</Badge>
      )}
      <form method="post">
        <input type="hidden" name="cardId" value={card.id} />
        <Button
          kind="text"
          name="intent"
          value="close"
          aria-label={`${t('card.close')} ${t('card.tail', { last4: card.last4 })}`}
        >
          {t('card.close')}
        </Button>
      </form>
    </li>
  )
}
