import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findStanding } from '~/modules/auth/find-actor.server'
import { allows } from '~/modules/auth/permissions'
import { requireActor } from '~/modules/auth/require-actor.server'
import { ComingDocuments } from '~/modules/documents/components/coming-documents'
import { findComingDocuments } from '~/modules/documents/find-coming-documents.server'
import { countUnread } from '~/modules/messages/find-conversations.server'
import { asSeller } from '~/modules/messages/who'
import { countSellerReports } from '~/modules/reports/seller-reports.server'
import { NextTask } from '~/modules/studio/components/next-task'
import { StudioDoors } from '~/modules/studio/components/studio-doors'
import { findStudioHome } from '~/modules/studio/find-studio-home.server'
import { paths } from '~/paths'
import { formatMoney } from '~/platform/i18n/format'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { Price } from '~/ui/price'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'studio:use')
  const { actors, isShared } = await findStanding(request, 'message:answer')
  const own = actors.find(({ role }) => allows(role, 'message:answer'))
  const [home, coming, notices, unread] = await Promise.all([
    findStudioHome({ actor, locale: requestLocale(request) }),
    findComingDocuments(),
    countSellerReports({ actor }),
    own && own.sellerIds.length > 0 ? countUnread({ who: asSeller(own) }) : null,
  ])
  // what a PIN on a shared device does not reach is not offered there
  return { ...home, hasCard: home.hasCard && !isShared, coming, notices, unread, isShared }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('studio.name'))

export default function StudioHome() {
  const {
    names,
    money,
    makers,
    hasCard,
    work,
    listings,
    promotionsWaiting,
    questions,
    typedUp,
    doors,
    call,
    coming,
    notices,
    unread,
    isShared,
  } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  return (
    <>
      <h1 className="unseen">{t('studio.name')}</h1>
      <ComingDocuments coming={coming} />
      <div className="studio-home">
        {money ? (
          <section className="purse">
            <p className="purse-who">
              {t('studio.moneyThisMonth', { name: names.join(t('studio.nameJoin')) })}
            </p>
            <p className="purse-sum">
              <Price fen={money.earnedThisMonthFen} locale={locale} variant="exact" />
            </p>
            <dl className="purse-split">
              <div>
                <dt>{t('studio.moneyPaid')}</dt>
                <dd>{formatMoney(locale, money.paidFen)}</dd>
              </div>
              <div>
                <dt>{t('studio.moneyOnTheWay')}</dt>
                <dd>{formatMoney(locale, money.inTransitFen)}</dd>
              </div>
            </dl>
          </section>
        ) : (
          <section className="purse">
            <p className="purse-who">{t('studio.forShops', { count: names.length })}</p>
          </section>
        )}
        <NextTask work={work} listings={listings} questions={questions} typedUp={typedUp} />
        <StudioDoors
          pictures={doors}
          work={work}
          listings={listings}
          payableFen={money?.payableFen ?? null}
        />
        {money && promotionsWaiting > 0 && !isShared ? (
          <a className="call" href={href(paths.studioPromotions())}>
            <Icon name="note" />
            <span className="call-words">
              <b>{t('promotion.ownTitle')}</b>
              <span>{t('promotion.ownWaiting', { count: promotionsWaiting })}</span>
            </span>
          </a>
        ) : null}
        <a className="call" href={href(paths.studioProducts())}>
          <Icon name="basket" />
          <span className="call-words">
            <b>{t('studio.myPieces')}</b>
            <span>{t('studio.myPiecesLine', { onSale: listings.onSale, reading: listings.reading })}</span>
          </span>
        </a>
        <a className="call" href={href(paths.studioCalendar())}>
          <Icon name="clock" />
          <span className="call-words">
            <b>{t('studio.calendarTitle')}</b>
            <span>{t('studio.calendarLine')}</span>
          </span>
        </a>
        {notices > 0 ? (
          <a className="call" href={href(paths.studioReports())}>
            <Icon name="warning" />
            <span className="call-words">
              <b>{t('reports.studioTitle')}</b>
              <span>{t('reports.studioLine', { count: notices })}</span>
            </span>
          </a>
        ) : null}
        {unread === null ? null : (
          <a className="call" href={href(paths.studioMessages())}>
            <Icon name="note" />
            <span className="call-words">
              <b>{t('messages.studioTitle')}</b>
              <span>
                {unread > 0 ? t('messages.studioLineUnread', { count: unread }) : t('messages.studioLine')}
              </span>
            </span>
          </a>
        )}
        <a className="call" href={href(paths.studioQuestions())}>
          <Icon name="speaker" />
          <span className="call-words">
            <b>{t('question.studioTitle')}</b>
            <span>
              {questions > 0
                ? t('question.studioLineWaiting', { count: questions })
                : t('question.studioLine')}
            </span>
          </span>
        </a>
        {makers > 0 && !isShared ? (
          <a className="call" href={href(paths.studioMakers())}>
            <Icon name="note" />
            <span className="call-words">
              <b>{t('mandate.makersTitle')}</b>
              <span>{t('mandate.makersLine')}</span>
            </span>
          </a>
        ) : null}
        {money && !isShared ? (
          <a className="call" href={href(paths.studioHelpers())}>
            <Icon name="phone" />
            <span className="call-words">
              <b>{t('mandate.helpersTitle')}</b>
              <span>{t('mandate.helpersLine')}</span>
            </span>
          </a>
        ) : null}
        {money ? (
          <>
            <a className="call" href={href(paths.studioConsents())}>
              <Icon name="note" />
              <span className="call-words">
                <b>{t('consents.title')}</b>
                <span>{t('consents.line')}</span>
              </span>
            </a>
            <a className="call" href={href(paths.studioRecord())}>
              <Icon name="note" />
              <span className="call-words">
                <b>{t('records.title')}</b>
                <span>{t('records.line')}</span>
              </span>
            </a>
          </>
        ) : null}
        {hasCard ? (
          <a className="call" href={href(paths.studioSettings())}>
            <Icon name="note" />
            <span className="call-words">
              <b>{t('card.title')}</b>
              <span>{t('card.lead')}</span>
            </span>
          </a>
        ) : null}
        <a className="call" href={call ? `tel:${call.phone.replace(/\D/g, '')}` : href(paths.help())}>
          <Icon name="phone" />
          <span className="call-words">
            <b>{t(call ? 'studio.callDesk' : 'studio.callHelp')}</b>
            <span>
              {call ? call.name : t('studio.callHelpLine')}
              {call ? <span className="nowrap num">{call.phone}</span> : null}
            </span>
          </span>
        </a>
        {isShared ? null : (
          <>
            <a className="call" href={href(paths.studioPoint())}>
              <Icon name="note" />
              <span className="call-words">
                <b>{t('point.setUp')}</b>
                <span>{t('point.ownLine')}</span>
              </span>
            </a>
            <form method="post" action={href(paths.signOut())} className="pt-4">
              <Button kind="text">{t('common.signOut')}</Button>
            </form>
          </>
        )}
      </div>
    </>
  )
}
