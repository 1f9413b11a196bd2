import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import type { PhotoQueue } from '../use-photo-queue'

type QueueBandProps = { productId: string; queue: PhotoQueue; onSend: () => void }

/** How many have arrived, and what stands in the way of the others. */
export function QueueBand({ productId, queue, onSend }: QueueBandProps) {
  const { t, href } = useTranslator()
  const { waiting, arrived, outcome } = queue
  const say = (stopped: NonNullable<PhotoQueue['outcome']>) => {
    if (stopped.is === 'refused') return t('pocket.stateRefused', { said: stopped.said })
    return stopped.is === 'full'
      ? t('pocket.queueFull', { count: waiting })
      : t('pocket.queueAway', { sent: arrived, all: arrived + waiting })
  }
  if (outcome?.is === 'signed-out')
    return (
      <Banner tone="wait" role="status">
        <p>{t('pocket.stateSignedOut')}</p>
        <ButtonLink
          kind="line"
          href={href(
            `${paths.signIn()}?${new URLSearchParams({ returnTo: paths.studioPhotos({ productId }) })}`,
          )}
        >
          {t('pocket.signIn')}
        </ButtonLink>
      </Banner>
    )
  if (outcome)
    return (
      <Banner tone={outcome.is === 'away' ? 'wait' : 'wrong'} role="status">
        <p>{say(outcome)}</p>
        <Button kind="text" type="button" onClick={onSend}>
          {t('pocket.again')}
        </Button>
      </Banner>
    )
  if (waiting === 0) return null
  return (
    <Banner tone="info" role="status">
      {t('pocket.stateBusyPhotos', { sent: arrived, all: arrived + waiting })}
    </Banner>
  )
}
