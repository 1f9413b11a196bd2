import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findStanding } from '~/modules/auth/find-actor.server'
import { allows } from '~/modules/auth/permissions'
import { requireActor } from '~/modules/auth/require-actor.server'
import { BaseWork } from '~/modules/collections/components/base-work'
import { ComingDocuments } from '~/modules/documents/components/coming-documents'
import { findComingDocuments } from '~/modules/documents/find-coming-documents.server'
import { countUnread } from '~/modules/messages/find-conversations.server'
import { asSeller } from '~/modules/messages/who'
import { countSellerReports } from '~/modules/reports/seller-reports.server'
import { NextTask } from '~/modules/studio/components/next-task'
import { StudioDoors } from '~/modules/studio/components/studio-doors'
import { Way } from '~/modules/studio/components/way'
import { findStudioHome } from '~/modules/studio/find-studio-home.server'
import { paths } from '~/paths'
import { formatDay, formatMoney } from '~/platform/i18n/format'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Price } from '~/ui/price'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'studio:use')
  const { actors, isShared } = await findStanding(request, 'message:answer')
  const own = actors.find(({ role }) => allows(role, 'message:answer'))
  const [home, documents, notices, unread] = await Promise.all([
    findStudioHome({ actor, locale: requestLocale(request) }),
    findComingDocuments(),
    countSellerReports({ actor }),
    own && own.sellerIds.length > 0 ? countUnread({ who: asSeller(own) }) : null,
  ])
  // what a PIN on a shared device does not reach is not offered there
  return { ...home, hasCard: home.hasCard && !isShared, documents, notices, unread, isShared }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('studio.name'))

const recordLine = { over: 'records.lineOver', soon: 'records.lineSoon' } as const

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
    paused,
    record,
    atBase,
    doors,
    call,
    coming,
    documents,
    notices,
    unread,
    isShared,
  } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  return (
    <>
      <h1 className="unseen">{t('studio.name')}</h1>
      <ComingDocuments coming={documents} />
      <div className="studio-home">
        {money ? (
          <section className="purse">
            <p className="purse-who">{t('studio.moneyThisMonth', { name: names })}</p>
            <p className="purse-sum">
              <Price fen={money.earnedThisMonthFen} locale={locale} variant="exact" />
            </p>
            <dl className="purse-split">
              <div>
                <dt>{t('studio.moneyPaid')}</dt>
                <dd>{formatMoney(locale, money.paidFen)}</dd>
              </div>
              {coming && money.inTransitFen === 0 ? (
                <div>
                  <dt>{t('studio.moneyComing', { day: formatDay(locale, coming.day) })}</dt>
                  <dd>{formatMoney(locale, coming.amountFen)}</dd>
                </div>
              ) : (
                <div>
                  <dt>{t('studio.moneyOnTheWay')}</dt>
                  <dd>{formatMoney(locale, money.inTransitFen)}</dd>
                </div>
              )}
            </dl>
            {money.debtFen > 0 ? (
              <p className="purse-who">
                {t('studio.moneyDebt', { amount: formatMoney(locale, money.debtFen) })}
              </p>
            ) : null}
          </section>
        ) : (
          <section className="purse">
            <p className="purse-who">
              {names.length === 1
                ? t('studio.forShop', { shop: names.join() })
                : t('studio.forShops', { count: names.length })}
            </p>
          </section>
        )}
        <NextTask
          work={work}
          listings={listings}
          questions={questions}
          typedUp={typedUp}
          atBase={atBase}
          isOver={record === 'over' && !isShared}
        />
        <StudioDoors
          pictures={doors}
          work={work}
          listings={listings}
          payableFen={money?.payableFen ?? null}
          isOver={record === 'over'}
        />
        <Way
          icon="phone"
          title={t(call ? 'studio.callDesk' : 'studio.callHelp')}
          line={
            call ? (
              <>
                {call.name} <span className="nowrap num">{call.phone}</span>
              </>
            ) : (
              t('studio.callHelpLine')
            )
          }
          href={call ? `tel:${call.phone.replace(/\D/g, '')}` : href(paths.help())}
        />
        <BaseWork count={atBase} />
        <div className="ways">
          {money && promotionsWaiting > 0 && !isShared ? (
            <Way
              icon="check"
              title={t('promotion.ownTitle')}
              line={t('promotion.ownWaiting', { count: promotionsWaiting })}
              href={href(paths.studioPromotions())}
            />
          ) : null}
          {notices > 0 ? (
            <Way
              icon="warning"
              title={t('reports.studioTitle')}
              line={t('reports.studioLine', { count: notices })}
              href={href(paths.studioReports())}
            />
          ) : null}
          {unread === null ? null : (
            <Way
              icon="letter"
              title={t('messages.studioTitle')}
              line={unread > 0 ? t('messages.studioLineUnread', { count: unread }) : t('messages.studioLine')}
              href={href(paths.studioMessages())}
            />
          )}
          <Way
            icon="question"
            title={t('question.studioTitle')}
            line={
              questions > 0 ? t('question.studioLineWaiting', { count: questions }) : t('question.studioLine')
            }
            href={href(paths.studioQuestions())}
          />
          {money ? (
            <Way
              icon="basket"
              title={t('studio.myPieces')}
              line={t('studio.myPiecesLine', { onSale: listings.onSale, reading: listings.reading })}
              href={href(paths.studioProducts())}
            />
          ) : null}
          <Way
            icon="clock"
            title={t('studio.calendarTitle')}
            line={paused > 0 ? t('studio.calendarPaused', { count: paused }) : t('studio.calendarLine')}
            href={href(paths.studioCalendar())}
          />
          {makers > 0 && !isShared ? (
            <Way
              icon="account"
              title={t('mandate.makersTitle')}
              line={t('mandate.makersLine')}
              href={href(paths.studioMakers())}
            />
          ) : null}
          {money && !isShared ? (
            <Way
              icon="heart"
              title={t('mandate.helpersTitle')}
              line={t('mandate.helpersLine')}
              href={href(paths.studioHelpers())}
            />
          ) : null}
          {money && !isShared ? (
            <>
              <Way
                icon="eye"
                title={t('consents.title')}
                line={t('consents.line')}
                href={href(paths.studioConsents())}
              />
              <Way
                icon="pencil"
                title={t('records.title')}
                line={t(record ? recordLine[record] : 'records.line')}
                href={href(paths.studioRecord())}
              />
            </>
          ) : null}
          {hasCard ? (
            <Way
              icon="card"
              title={t('card.title')}
              line={t(money ? 'card.lead' : 'card.cutsLead')}
              href={href(paths.studioSettings())}
            />
          ) : null}
          {isShared ? null : (
            <Way
              icon="device"
              title={t('point.setUp')}
              line={t('point.ownLine')}
              href={href(paths.studioPoint())}
            />
          )}
        </div>
        {isShared ? null : (
          <form method="post" action={href(paths.signOut())} className="pt-4">
            <Button kind="text" className="min-w-11">
              {t('common.signOut')}
            </Button>
          </form>
        )}
      </div>
    </>
  )
}
