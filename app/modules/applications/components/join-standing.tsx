import { paths } from '~/paths'
import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'
import { Timeline, type TimelineEvent } from '~/ui/timeline'
import type { JoinPage } from '../find-join-page.server'

/** Where her application stands, what was said to her, and what she can do now. */
export function JoinStanding({ page }: { page: JoinPage }) {
  const { t, locale, href } = useTranslator()
  const { state, events, card } = page
  const last = events.at(-1)
  return (
    <>
      <h1 className="studio-heading">{t(`joining.stand_${state}`)}</h1>
      {state === 'draft' || state === 'returned' ? null : (
        <p className="studio-lead">{t(`joining.standNext_${state}`)}</p>
      )}
      {state === 'returned' && last?.reason ? (
        <p className="studio-lead">
          <b>{t(`joining.reason_${last.reason}`)}</b>
          {last.words ? ` ${t('joining.standWords', { words: last.words })}` : ''}
        </p>
      ) : null}
      {state === 'returned' ? (
        <ButtonLink kind="seal" size={68} wide href={href(paths.studioJoin({ step: 'check' }))}>
          {t('joining.mend')}
        </ButtonLink>
      ) : null}
      {state === 'approved' ? (
        <ButtonLink kind="seal" size={68} wide href={href(paths.studio())}>
          {t('joining.toStudio')}
        </ButtonLink>
      ) : null}
      {state === 'submitted' || state === 'recommended' || state === 'returned' ? (
        <section className="studio-section" aria-labelledby="card">
          <h2 id="card">{t('joining.card')}</h2>
          <p className="studio-lead">
            {card ? (
              <>
                <span lang="zh-CN">{card.bankName}</span>{' '}
                <span className="num">{t('card.tail', { last4: card.last4 })}</span>
              </>
            ) : (
              t('joining.cardNow')
            )}
          </p>
          <ButtonLink kind="line" href={href(paths.studioJoinCard())}>
            {t(card ? 'joining.cardSee' : 'joining.cardGive')}
          </ButtonLink>
        </section>
      ) : null}
      <section className="studio-section" aria-labelledby="stand">
        <h2 id="stand">{t('joining.standTitle')}</h2>
        <Timeline
          label={t('joining.standTitle')}
          events={events.map(
            ({ state: step, at, reason, words }, index): TimelineEvent => ({
              key: at,
              title: t(`joining.stand_${step}`),
              state: index === events.length - 1 ? 'now' : 'done',
              detail: (
                <p>
                  {formatInstant(locale, new Date(at))}
                  {reason ? ` · ${t(`joining.reason_${reason}`)}` : ''}
                </p>
              ),
              ...(words ? { quote: words } : {}),
            }),
          )}
        />
      </section>
      {state === 'refused' || state === 'approved' ? (
        <ButtonLink kind="text" href={href(paths.studioJoin({ step: 'kind' }))}>
          {t('joining.again')}
        </ButtonLink>
      ) : null}
    </>
  )
}
