import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Banner, type BannerTone } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { isWaiting } from '../open-ends'
import type { KeptDraft, KeptPhoto } from '../store'
import type { Meeting } from '../use-pocket'

/** How a draft stands, in a few words. */
export function DraftState({ draft, photos }: { draft: KeptDraft; photos: readonly KeptPhoto[] }) {
  const { t } = useTranslator()
  if (Object.keys(draft.clashes).length > 0 || draft.voice?.isClash)
    return <Badge tone="late">{t('pocket.stateClash')}</Badge>
  const faults =
    Object.keys(draft.errors).length +
    photos.filter(({ refusal }) => refusal !== null).length +
    (draft.voice?.refusal ? 1 : 0)
  if (faults > 0) return <Badge tone="late">{t('pocket.stateErrors', { count: faults })}</Badge>
  return isWaiting(draft, photos) ? (
    <Badge tone="waiting">{t('pocket.stateWaiting')}</Badge>
  ) : (
    <Badge tone="done">{t('pocket.stateSent')}</Badge>
  )
}

type MeetingBandProps = {
  meeting: Meeting
  /** something of what this page shows is not with the shop yet */
  isWaiting: boolean
  photos: readonly KeptPhoto[]
  sent: number
  isFull: boolean
  onSend: () => void
}

/** Where her work is right now: on the phone, on its way, or with the shop; and what she can do about it. */
export function MeetingBand({ meeting: met, isWaiting, photos, sent, isFull, onSend }: MeetingBandProps) {
  const { t, href } = useTranslator()
  // what was sent before her last word says nothing about that word
  const meeting: Meeting = met.is === 'sent' && isWaiting ? { is: 'unknown' } : met
  const tone: BannerTone =
    isFull || meeting.is === 'refused' || meeting.is === 'full' || meeting.is === 'clash'
      ? 'wrong'
      : toneOf(meeting)
  const again = (
    <Button kind="text" type="button" onClick={onSend}>
      {t('pocket.again')}
    </Button>
  )
  const signIn = `${href(paths.signIn())}?${new URLSearchParams({ returnTo: paths.studioPocket() })}`
  return (
    <Banner tone={tone} role={tone === 'wrong' ? 'alert' : 'status'} className="mb-5">
      <p>{isFull ? t('pocket.full') : sayMeeting(t, meeting, photos, sent)}</p>
      {meeting.is === 'away' || meeting.is === 'refused' || meeting.is === 'full' ? again : null}
      {meeting.is === 'signed-out' ? (
        <ButtonLink kind="line" href={signIn}>
          {t('pocket.signIn')}
        </ButtonLink>
      ) : null}
    </Banner>
  )
}

function toneOf(meeting: Meeting): BannerTone {
  if (meeting.is === 'sent') return 'done'
  return meeting.is === 'away' || meeting.is === 'signed-out' ? 'wait' : 'info'
}

function sayMeeting(
  t: ReturnType<typeof useTranslator>['t'],
  meeting: Meeting,
  photos: readonly KeptPhoto[],
  sent: number,
): string {
  switch (meeting.is) {
    case 'unknown':
      return t('pocket.keptHere')
    case 'busy':
      return photos.length > 0
        ? t('pocket.stateBusyPhotos', {
            sent: sent + photos.filter(({ received, blob }) => received >= blob.size).length,
            all: sent + photos.length,
          })
        : t('pocket.stateBusy')
    case 'away':
      return t('pocket.stateAway')
    case 'signed-out':
      return t('pocket.stateSignedOut')
    case 'sent':
      return t('pocket.stateSent')
    case 'clash':
      return t('pocket.stateClash')
    case 'full':
      return t('pocket.queueFull', { count: photos.filter(({ isRaw }) => isRaw).length })
    case 'refused':
      return t('pocket.stateRefused', { said: meeting.said })
  }
}
