import { Form } from '@remix-run/react'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'

type DeviceView = {
  id: string
  /** "WeChat · Android" */
  device: string | null
  /** in words */
  since: string
  isThisOne: boolean
}

type DeviceListProps = { devices: readonly DeviceView[]; hasEndedOne: boolean }

/** Where she is signed in; each device can be signed out, all but this one, and all together. */
export function DeviceList({ devices, hasEndedOne }: DeviceListProps) {
  const { t } = useTranslator()
  return (
    <section aria-labelledby="devices" className="max-w-[40rem] pb-12 pt-14 lg:pt-0">
      <h2 id="devices" className="mb-4 text-title">
        {t('account.devicesHeading')}
      </h2>
      {hasEndedOne ? (
        <Banner tone="done" role="status">
          {t('account.deviceEnded')}
        </Banner>
      ) : null}
      <ul>
        {devices.map((one) => (
          <DeviceRow key={one.id} device={one} />
        ))}
      </ul>
      {devices.length > 1 ? (
        <Form method="post" className="mt-5">
          <input type="hidden" name="intent" value="end-others" />
          <Button>{t('account.endOthers')}</Button>
        </Form>
      ) : null}
      <p className="small quiet mt-7">{t('account.endAllNote')}</p>
      <Form method="post" className="mt-3">
        <input type="hidden" name="intent" value="end-all" />
        <Button>{t('account.endAll')}</Button>
      </Form>
    </section>
  )
}

function DeviceRow({ device: { id, device, since, isThisOne } }: { device: DeviceView }) {
  const { t } = useTranslator()
  const name = device ?? t('account.deviceUnknown')
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-5 border-t border-line py-3">
      <p>
        {name} <span className="small quiet num">{t('account.deviceSince', { time: since })}</span>
      </p>
      {isThisOne ? (
        <Badge tone="done">{t('account.thisDevice')}</Badge>
      ) : (
        <Form method="post">
          <input type="hidden" name="sessionId" value={id} />
          <Button kind="text" aria-label={`${t('account.endDevice')}: ${name}`}>
            {t('account.endDevice')}
          </Button>
        </Form>
      )}
    </li>
  )
}
