import { Form } from '@remix-run/react'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { SpecList } from '~/ui/spec-list'
import { clockSteps } from '../schema'

type ClockPanelProps = {
  /** the shop's time in words */
  now: string
  aheadDays: number
  receivedAfterDays: number
  /** by how many days the form has just moved it */
  movedDays: number | null
}

/** The demo's clock: what it says, and the buttons that move it forward. */
export function ClockPanel({ now, aheadDays, receivedAfterDays, movedDays }: ClockPanelProps) {
  const { t } = useTranslator()
  return (
    <section className="desk-section max-w-[40rem]" aria-labelledby="clock">
      <h2 id="clock">{t('account.clockHeading')}</h2>
      {movedDays ? (
        <Banner tone="done" role="status">
          {t('account.clockMovedBy', { days: movedDays })}
        </Banner>
      ) : null}
      <SpecList
        items={[
          { term: t('account.clockNow'), detail: <span className="num">{now}</span> },
          { term: t('account.clockReal'), detail: t('account.clockDays', { days: aheadDays }) },
        ]}
      />
      <Form method="post" className="desk-acts">
        {clockSteps.map((days) => (
          <Button key={days} name="days" value={days}>
            {t('account.clockForward', { days })}
          </Button>
        ))}
      </Form>
      <p className="quiet">{t('account.clockNote', { received: receivedAfterDays })}</p>
    </section>
  )
}
