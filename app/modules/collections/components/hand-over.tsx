import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import type { HandOver as HandOverView } from '../find-collections.server'

/** The maker hands a part to her base, or takes it back while it was not counted in there. */
export function HandOver({ over }: { over: HandOverView }) {
  const { t } = useTranslator()
  const { base, state, isTogether } = over
  if (state === 'sent') return <Banner tone="info">{t('collection.handedSent', { base })}</Banner>
  if (state === 'received') return <Banner tone="info">{t('collection.handedReceived', { base })}</Banner>
  return (
    <section className="studio-section">
      <h2>{t('collection.handTitle')}</h2>
      <form method="post" className="studio-form">
        {state === 'here' && isTogether ? <p>{t('collection.together', { base })}</p> : null}
        <p>{t(state === 'here' ? 'collection.handHint' : 'collection.handed', { base })}</p>
        <Button wide name="intent" value={state === 'here' ? 'hand' : 'takeBack'}>
          {t(state === 'here' ? 'collection.handAct' : 'collection.takeBackAct')}
        </Button>
      </form>
    </section>
  )
}
