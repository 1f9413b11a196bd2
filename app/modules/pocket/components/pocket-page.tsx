import { useEffect, useState } from 'react'
import type { CraftTemplates } from '~/modules/catalog/craft-template'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { isWaiting } from '../open-ends'
import { pocketPlace, readPlace } from '../pocket-place'
import { useNewVersion } from '../use-new-version'
import { usePocket } from '../use-pocket'
import { NoReload } from './no-reload'
import { PocketDraft } from './pocket-draft'
import { PocketList } from './pocket-list'
import { MeetingBand } from './pocket-state'

/** The pocket: a page without anything personal in it, filled from what this device keeps. */
export function PocketPage({
  crafts,
  templates,
}: {
  crafts: readonly { code: string; name: string }[]
  templates: CraftTemplates
}) {
  const { t, href } = useTranslator()
  const hand = usePocket(href)
  const { pocket } = hand
  const place = usePlace()
  const isOlder = useNewVersion()
  const draft = place && pocket.drafts.find(({ id }) => id === place.id)
  if (place && draft)
    return (
      <PocketDraft
        key={draft.id}
        hand={hand}
        draft={draft}
        photos={pocket.photos.get(draft.id) ?? []}
        step={place.step}
        crafts={crafts}
        templates={templates}
      />
    )
  const isAsking = pocket.meeting.is === 'unknown' || pocket.meeting.is === 'busy'
  if (pocket.state === 'closed' && !isAsking)
    return (
      <>
        <h1 className="studio-heading">{t('pocket.title')}</h1>
        <Banner tone="info" className="mb-5">
          {t('point.pocketClosed')}
        </Banner>
        <ButtonLink kind="seal" wide href={href(paths.point())}>
          {t('point.title')}
        </ButtonLink>
      </>
    )
  return (
    <>
      {isOlder ? <NewVersion /> : null}
      <h1 className="studio-heading">{t('pocket.title')}</h1>
      <p className="studio-lead">{t('pocket.lead')}</p>
      <NoReload />
      {pocket.state === 'ready' ? (
        <MeetingBand
          meeting={pocket.meeting}
          isWaiting={pocket.drafts.some((one) => isWaiting(one, pocket.photos.get(one.id) ?? []))}
          photos={[]}
          sent={0}
          isFull={pocket.isFull}
          onSend={hand.send}
        />
      ) : null}
      <PocketList
        pocket={pocket}
        onBegin={(sellerId) =>
          void hand.begin(sellerId).then((id) => {
            window.location.hash = pocketPlace(id, 'photos')
          })
        }
        onDrop={(id) => void hand.drop(id)}
      />
    </>
  )
}

/** Says that this page is an older one, kept on the phone, and that the newer one is there. */
function NewVersion() {
  const { t } = useTranslator()
  return (
    <Banner tone="info" role="status" className="mb-5">
      <p>{t('pocket.updateReady')}</p>
      <Button kind="text" type="button" onClick={() => window.location.reload()}>
        {t('pocket.updateTake')}
      </Button>
    </Banner>
  )
}

/** Which draft and step the address names; going back in the browser goes back here. */
function usePlace(): ReturnType<typeof readPlace> {
  const [hash, setHash] = useState('')
  useEffect(() => {
    const read = () => {
      setHash(window.location.hash)
      window.scrollTo(0, 0)
    }
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  return readPlace(hash)
}
