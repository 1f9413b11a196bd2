import { serviceWords, trackedWords, weightWords } from '~/modules/abroad/problem-words'
import { addressText } from '~/modules/addresses/address-view'
import { AnswerLines } from '~/modules/catalog/components/answer-lines'
import { noPicture } from '~/modules/search/no-picture'
import { paths } from '~/paths'
import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'
import { Photo } from '~/ui/photo'
import { carrierName } from '../carrier-name'
import type { SellerWorkPage } from '../get-seller-work.server'
import { TrackParcel } from './track-parcel'

/** What to make or was made, the buyer's words, where it goes or went. */
export function WorkPieces({ work }: { work: SellerWorkPage }) {
  const { t, locale } = useTranslator()
  return (
    <>
      <section className="studio-section">
        <h2>{t(headingOf(work))}</h2>
        <ul className="tasks">
          {work.lines.map((line) => (
            <li key={line.id} className="task">
              <div className="task-link">
                <Photo photo={line.photo ?? noPicture('')} sizes="5.25rem" alt="" />
                <span className="task-words">
                  <b lang={line.titleLang}>
                    {t('order.workPieces', { title: line.title, count: line.quantity })}
                  </b>
                  {line.variant ? <span>{line.variant}</span> : null}
                  <AnswerLines answers={line.answers} />
                  {line.makeDays ? <span>{t('order.workMakeDays', { days: line.makeDays })}</span> : null}
                </span>
              </div>
            </li>
          ))}
        </ul>
        {work.note ? (
          <>
            <h3>{t('order.workBuyerNote')}</h3>
            <blockquote className="whitespace-pre-line">{work.note}</blockquote>
          </>
        ) : null}
        {work.giftNote ? (
          <>
            <h3>{t('order.workGiftNote')}</h3>
            <blockquote className="whitespace-pre-line">{work.giftNote}</blockquote>
          </>
        ) : null}
        {work.hidePrices ? <Banner tone="wait">{t('order.workHidePrices')}</Banner> : null}
      </section>
      <section className="studio-section">
        <h2>{t('order.workAddress')}</h2>
        {work.contact ? (
          <p>
            <b>{work.contact.name}</b> <span className="num">{work.contact.phone}</span>
            <br />
            {addressText(work.contact)}
          </p>
        ) : (
          <p>{t('order.workAddressGone')}</p>
        )}
        {work.contact && work.abroad ? <WorkAbroad id={work.id} {...work.abroad} /> : null}
        {work.shipments.map((shipment) => (
          <p key={shipment.trackingNumber}>
            {t('order.eventShippedDetail', {
              carrier: carrierName(shipment.carrier, t),
              number: shipment.trackingNumber,
              time: formatInstant(locale, new Date(shipment.shippedAt)),
            })}
          </p>
        ))}
        <TrackParcel shipments={work.shipments} />
        {work.shipments.some(
          ({ carrierState }) => carrierState === 'problem' || carrierState === 'returned',
        ) ? (
          <Banner tone="wait">{t('track.problemHint')}</Banner>
        ) : null}
      </section>
    </>
  )
}

/** How heavy the parcel is, how it goes, and the form that customs ask for. */
function WorkAbroad({ id, grams, ...rate }: { id: string } & NonNullable<SellerWorkPage['abroad']>) {
  const { t, href } = useTranslator()
  const told = { weight: weightWords(grams, t), service: t(`abroad.service_${rate.service}`) }
  return (
    <>
      <h3>{t('abroad.workTitle')}</h3>
      <p>{t('abroad.workText', told)}</p>
      <p>
        {t('abroad.workPromise', { by: serviceWords(rate, t), tracked: trackedWords(rate.isTracked, t) })}
      </p>
      <ButtonLink href={href(paths.studioCustoms({ sellerOrderId: id }))} download>
        {t('abroad.workForm')}
      </ButtonLink>
    </>
  )
}

function headingOf({ status, lines }: SellerWorkPage) {
  if (status !== 'to_ship') return 'order.workMade'
  return lines.some(({ makeDays }) => makeDays !== null) ? 'order.workToMake' : 'order.workToSend'
}
