import type { FormFailure } from '~/platform/form.server'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'
import type { ShopCalendar } from '../find-shop-calendars.server'
import { restKinds } from '../rest-forms'

const kindTitle = { farm: 'studio.restFarm', rest: 'studio.restRest' } as const

type ShopRestsProps = { shop: ShopCalendar; today: string; failure: FormFailure | null; isNamed: boolean }

/** One shop's days of rest, a form for more of them, and the sign on its door. */
export function ShopRests({ shop, today, failure, isNamed }: ShopRestsProps) {
  const { t, locale } = useTranslator()
  const day = (date: string) => formatDay(locale, date, today.slice(0, 4))
  const Heading = isNamed ? 'h3' : 'h2'
  return (
    <section className="studio-section" aria-label={shop.name}>
      {isNamed ? <h2>{shop.name}</h2> : null}
      <Heading className="text-[1.25rem]">{t('studio.restsTitle')}</Heading>
      {shop.rests.length === 0 ? <p className="quiet">{t('studio.restsNone')}</p> : null}
      <ul className="rests">
        {shop.rests.map(({ restId, kind, firstDay, lastDay, isNow }) => (
          <li key={restId}>
            <span>
              <b className="nowrap">{day(firstDay)}</b>
              {firstDay === lastDay ? null : (
                <>
                  {t('studio.restTo')}
                  <b className="nowrap">{day(lastDay)}</b>
                </>
              )}{' '}
              {t(kindTitle[kind])} {isNow ? <Badge tone="waiting">{t('studio.restNow')}</Badge> : null}
            </span>
            <form method="post">
              <input type="hidden" name="restId" value={restId} />
              <Button
                kind="text"
                name="intent"
                value="remove"
                aria-label={t('studio.restRemoveOf', { day: day(firstDay) })}
              >
                {t('studio.restRemove')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <RestFields shop={shop} failure={failure} />
      <DoorSign shop={shop} heading={Heading} />
    </section>
  )
}

function RestFields({ shop, failure }: { shop: ShopCalendar; failure: FormFailure | null }) {
  const { t } = useTranslator()
  const own = failure?.intent === 'plan' && failure.values.sellerId === shop.sellerId ? failure : null
  const id = (name: string) => `${name}-${shop.sellerId}`
  return (
    <form method="post" className="studio-form pt-6" noValidate>
      <input type="hidden" name="sellerId" value={shop.sellerId} />
      <TickGroup id={id('kind')} legend={t('studio.restKind')} error={own?.errors.kind}>
        {restKinds.map((kind) => (
          <Tick
            key={kind}
            type="radio"
            name="kind"
            value={kind}
            defaultChecked={(own?.values.kind ?? 'farm') === kind}
          >
            {t(kindTitle[kind])}
          </Tick>
        ))}
      </TickGroup>
      <Field
        id={id('firstDay')}
        type="date"
        name="firstDay"
        label={t('studio.restFirst')}
        defaultValue={own?.values.firstDay}
        error={own?.errors.firstDay}
        figures
      />
      <Field
        id={id('lastDay')}
        type="date"
        name="lastDay"
        label={t('studio.restLast')}
        hint={t('studio.restLastHint')}
        defaultValue={own?.values.lastDay}
        error={own?.errors.lastDay}
        figures
      />
      <div className="studio-foot">
        <Button kind="seal" size={68} wide name="intent" value="plan">
          {t('studio.restPlan')}
        </Button>
      </div>
    </form>
  )
}

/** Open or closed for a while, and what that means. */
function DoorSign({ shop, heading: Heading }: { shop: ShopCalendar; heading: 'h2' | 'h3' }) {
  const { t } = useTranslator()
  return (
    <form method="post" className="studio-form grid gap-3 pt-8" noValidate>
      <Heading className="text-[1.25rem]">{t(shop.isOpen ? 'studio.shopOpen' : 'studio.shopPaused')}</Heading>
      <p className="field-hint">{t(shop.isOpen ? 'studio.shopPauseHint' : 'studio.shopPausedHint')}</p>
      <input type="hidden" name="sellerId" value={shop.sellerId} />
      <Button wide name="intent" value={shop.isOpen ? 'pause' : 'open'}>
        {t(shop.isOpen ? 'studio.shopPause' : 'studio.shopReopen')}
      </Button>
    </form>
  )
}
